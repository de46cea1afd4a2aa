# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商店：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta

from . import enums


class CreateOrderRequest(TypedDict):
    """要买什么"""

    goods_id: Annotated[str, Meta(max_length=20)]
    """商品编号"""
    pay_way: NotRequired[enums.PayWay]
    """支付方式"""
