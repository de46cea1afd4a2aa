# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商店：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, TypedDict

from msgspec import Meta


class CreateOrderRequest(TypedDict):
    """要买什么"""

    goods_id: Annotated[str, Meta(max_length=20)]
    """商品编号"""


class OrderReply(TypedDict):
    """对订单回调的应答"""

    total_amount: Annotated[int, Meta(ge=0)]
    """当前总费用（单位：分）"""
