# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商店：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta


class CreateOrderRequest(TypedDict):
    """要买什么"""

    goods_ids: Annotated[
        list[Annotated[str, Meta(min_length=1, max_length=20)]], Meta(min_length=2)
    ]
    """商品编号"""
    shelf: NotRequired[Annotated[int, Meta(ge=-9223372036854775808, le=9223372036854775807)]]
    """货架"""
