"""What is repeated and what is not, read from what is really sent."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from harness import Both, Wire
from wechatpay_marketing import CallOptions, ConfigurationError, WechatPayError

ROOT = Path(__file__).parents[2]
USE: dict[str, Any] = {
    "coupon_code": "sxxe34343434",
    "appid": "wx1234567889999",
    "use_request_no": "1002600620019090123143254435",
    "use_time": "2026-01-01T00:00:00+08:00",
}


class Down(Wire):
    """Keeps what it got, and fails without a look at it."""

    def handle(self, *request: Any, **more: Any) -> httpx.Response:
        self.raw.append(request[3])
        return httpx.Response(500, content=b"{}")


@pytest.fixture
def both() -> Iterator[Both]:
    clients = Both(Down(), None)
    yield clients
    clients.close()


@pytest.mark.parametrize(
    ("options", "times"),
    [
        (None, 3),
        (CallOptions(body={"use_request_no": "other"}), 3),
        (CallOptions(body={"use_request_no": ""}, validate=False), 1),
        (CallOptions(body={"use_request_no": 0}, validate=False), 1),
    ],
    ids=["as given", "replaced", "emptied", "no number"],
)
def test_a_write_is_repeated_if_its_number_is_in_the_body_that_is_sent(
    both: Both, mode: str, options: CallOptions | None, times: int
) -> None:
    use = both.client(mode).busifavor.coupons.use
    with pytest.raises(WechatPayError) as caught:
        both.call(use, **USE, options=options)
    assert len(both.fake.raw) == times, caught.value
    assert len(set(both.fake.raw)) == 1
    assert caught.value.may_have_happened is True


@pytest.mark.parametrize("members", ["body", "query"])
def test_a_clients_own_settings_cannot_give_all_calls_one_number(
    both: Both, mode: str, members: str
) -> None:
    pay = both.client(mode).with_options(**{members: {"use_request_no": "once"}})
    with pytest.raises(ConfigurationError, match="use_request_no: a request number is of one call"):
        both.call(pay.busifavor.coupons.use, **USE)
    assert both.fake.raw == []


def test_a_clients_own_settings_may_have_other_members(both: Both, mode: str) -> None:
    pay = both.client(mode).with_options(body={"some_new_member": "x"}, retries=0)
    with pytest.raises(WechatPayError):
        both.call(pay.busifavor.coupons.use, **USE)
    assert msgspec.json.decode(both.fake.raw[0])["some_new_member"] == "x"


QUIET = """
import sys; sys.path.insert(0, {path!r})
from wechatpay_marketing import WechatPayError
from wechatpay_marketing.testing import FakeWechatPay
fake = FakeWechatPay()
fake.script(error="SYSTEM_ERROR", times=None)
with fake.client() as pay:
    try:
        pay.busifavor.stocks.get("1234567890")
    except WechatPayError as error:
        assert error.status == 500
assert len(fake.requests) == 3
"""


def test_without_a_configured_log_nothing_is_printed() -> None:
    script = QUIET.format(path=str(ROOT / "generated"))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
