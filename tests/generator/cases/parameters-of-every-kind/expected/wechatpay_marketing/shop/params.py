# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商店：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, TypedDict

from msgspec import Meta


class Filter(TypedDict):
    """筛选条件"""

    city: Annotated[str, Meta(min_length=1)]
    """城市"""
    open: NotRequired[bool]
    """是否营业"""


class CreateOrderRequest(TypedDict):
    """要买什么"""

    goods_id: Annotated[str, Meta(max_length=20)]
    """商品编号"""
    extra: NotRequired[dict[str, Any]]
    """未成文的附加信息"""
    notes: NotRequired[Annotated[list[dict[str, Any]], Meta(max_length=3)]]
    """未成文的备注"""


_OrdersCreateParameters = TypedDict(
    "_OrdersCreateParameters",
    {
        "Idempotency-Key": "Annotated[str, Meta(max_length=32)]",
        "X-Trace": "NotRequired[int]",
    },
)


class OrdersCreateParameters(_OrdersCreateParameters):
    """下单

    - `Idempotency-Key`：幂等键
    - `X-Trace`：追踪号"""

    id: NotRequired[list[Annotated[str, Meta(max_length=3)]]]
    filter: Filter
