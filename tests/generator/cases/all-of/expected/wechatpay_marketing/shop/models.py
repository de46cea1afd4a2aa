# From spec/ and templates/package/{product}/models.py.jinja by `make generate`; do not edit.
"""商店：应答与回调中的对象。"""

from __future__ import annotations

from .._runtime.answer import Answer


class Order(Answer, kw_only=True):
    """订单"""

    order_id: str
    """订单编号"""


class CreateOrderResponse(Order, kw_only=True):
    """下单结果"""

    paid: bool
    """是否已付款"""
