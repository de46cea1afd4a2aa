"""Pacing: calls that wait for their moment instead of running into a documented rate limit.

from wechatpay_marketing.pacing import Pacing, RedisPacing

pay = WechatPay(merchant=merchant, pacing=Pacing())  # one process
pay = WechatPay(merchant=merchant, pacing=RedisPacing("redis://localhost:6379/0"))  # many
"""

from __future__ import annotations

from ._runtime.pacing import Pacing
from ._runtime.public import show_public_names as _show_public_names
from ._runtime.shared_pacing import RedisPacing

__all__ = ["Pacing", "RedisPacing"]

_show_public_names(globals())
