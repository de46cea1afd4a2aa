"""Request numbers: the caller's own names for a deed."""

from __future__ import annotations

import re

import pytest
from wechatpay_marketing import ValidationError, WechatPayError, new_request_no
from wechatpay_marketing._runtime import request_no


def test_it_fits_every_request_number_of_the_api() -> None:
    """Letters and digits, well below the 128 characters (64 in the strictest place)."""
    assert re.fullmatch(r"[0-9a-f]{30}", new_request_no())
    assert re.fullmatch(r"Order123\d{14}[0-9a-f]{16}", new_request_no("Order123"))


def test_no_two_are_alike() -> None:
    assert len({new_request_no("x") for _ in range(1000)}) == 1000


def test_it_begins_with_the_time_in_china(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(request_no.datetime):
        @classmethod
        def now(cls, tz: object = None) -> request_no.datetime:
            return request_no.datetime(2025, 12, 31, 16, 0, 1, tzinfo=request_no.UTC)

    monkeypatch.setattr(request_no, "datetime", Clock)
    assert new_request_no("a").startswith("a20260101000001")


@pytest.mark.parametrize(
    "prefix", ["123456789", "with space", "dash-", "券", "１２", "a\n", "_", "é"]
)
def test_other_prefixes_are_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="at most 8") as caught:
        new_request_no(prefix)
    assert prefix not in str(caught.value)
    assert not isinstance(caught.value, WechatPayError | ValidationError)
