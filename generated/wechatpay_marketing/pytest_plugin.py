"""A pytest fixture with a fresh `FakeWechatPay` per test.

Switch it on in the `conftest.py` at the root of your tests: `pytest_plugins = ["wechatpay_marketing.pytest_plugin"]`.
"""

from __future__ import annotations

import pytest

from .testing import FakeWechatPay


@pytest.fixture
def fake_wechatpay() -> FakeWechatPay:
    """A WeChat Pay to test against; `fake_wechatpay.client()` is a client of it."""
    return FakeWechatPay()
