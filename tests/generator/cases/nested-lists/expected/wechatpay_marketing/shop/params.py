# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商店：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta


class CreateOrderRequest(TypedDict):
    """要买什么"""

    goods_id: Annotated[str, Meta(max_length=20)]
    """商品编号"""
    parts: NotRequired[Annotated[list[Part], Meta(max_length=3)]]
    """部件"""
    tags: NotRequired[list[Annotated[str, Meta(max_length=5)]]]
    """标签"""


class Part(TypedDict):
    """部件"""

    codes: list[list[str]]
    """编码表"""
