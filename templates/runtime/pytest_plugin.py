"""The fixture `fake_wechatpay`, known to pytest wherever this package is installed. Loads nothing
until it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .testing import FakeWechatPay


@pytest.fixture
def fake_wechatpay() -> FakeWechatPay:
    """A fresh WeChat Pay to test against; `fake_wechatpay.client()` is a client of it."""
    from .testing import FakeWechatPay

    return FakeWechatPay()
