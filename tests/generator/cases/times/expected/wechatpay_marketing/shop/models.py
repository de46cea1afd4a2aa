# From spec/ and templates/package/{product}/models.py.jinja by `make generate`; do not edit.
"""商店：应答与回调中的对象。"""

from __future__ import annotations

from .._runtime.answer import Answer
from .._runtime.types import Moment


class CreateOrderResponse(Answer, kw_only=True):
    """下单结果"""

    order_id: str
    """订单编号"""
    create_time: Moment | None = None
    """下单时间"""
