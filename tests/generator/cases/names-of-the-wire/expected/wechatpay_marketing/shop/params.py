# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商店：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta

_CreateOrderRequest = TypedDict(
    "_CreateOrderRequest",
    {
        "from": "Annotated[str, Meta(max_length=10)]",
        "payer -currency": "NotRequired[str]",
        "class": "NotRequired[str]",
        "Meta": "NotRequired[Annotated[int, Meta(ge=1)]]",
        "list": "list[OrderLine]",
    },
)


class CreateOrderRequest(_CreateOrderRequest):
    """要买什么

    - `from`：来自哪里
    - `payer -currency`：付款币种
    - `class`：等级
    - `Meta`：附加信息
    - `list`：行"""

    goods_id: Annotated[str, Meta(max_length=20)]
    """商品编号"""
    payer_currency: NotRequired[str]
    """结算币种"""
    options: NotRequired[str]
    """选项"""


_OrderLine = TypedDict(
    "_OrderLine",
    {
        "return": "str",
        "OrderLine": "str",
        "str": "NotRequired[str]",
    },
)


class OrderLine(_OrderLine):
    """一行

    - `return`：可否退货
    - `OrderLine`：行的编号
    - `str`：文字"""

    amount: NotRequired[int]
    """数量"""


_OrdersCreateParameters = TypedDict(
    "_OrdersCreateParameters",
    {
        "in": "NotRequired[str]",
    },
)


class OrdersCreateParameters(_OrdersCreateParameters):
    """下单

    - `in`：城市"""

    goods_id: str
