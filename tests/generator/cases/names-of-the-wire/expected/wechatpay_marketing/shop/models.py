# From spec/ and templates/package/{product}/models.py.jinja by `make generate`; do not edit.
"""商店：应答与回调中的对象。"""

from __future__ import annotations

from .._runtime.answer import Answer


class CreateOrderResponse(
    Answer, kw_only=True, rename={"from_": "from", "to_dict_": "to_dict", "member_24h": "24h"}
):
    """下单结果"""

    order_id: str
    """订单编号"""
    from_: str
    """来自哪里"""
    to_dict_: str | None = None
    """字典"""
    member_24h: bool | None = None
    """当天送达"""
    lines: list[OrderLine] | None = None
    """行"""


class OrderLine(
    Answer, kw_only=True, rename={"return_": "return", "OrderLine_": "OrderLine", "str_": "str"}
):
    """一行"""

    return_: str
    """可否退货"""
    OrderLine_: str
    """行的编号"""
    str_: str | None = None
    """文字"""
    amount: int | None = None
    """数量"""
