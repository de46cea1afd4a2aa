# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商店：订单。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .._runtime.options import CallOptions
    from . import models, params

CREATE: Operation[models.CreateOrderResponse] = Operation(
    id="shop.orders.create",
    method="POST",
    path="/v3/shop/orders",
    scheme="merchant",
    parameters="shop.params:OrdersCreateParameters",
    body="shop.params:CreateOrderRequest",
    answer="shop.models:CreateOrderResponse",
    idempotency_key="Idempotency-Key",
    headers=("Idempotency-Key", "X-Trace"),
)


class Orders(Resource):
    """订单。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def create(
        self,
        *,
        idempotency_key: str,
        filter: params.Filter,
        goods_id: str,
        x_trace: int | None = None,
        id: Sequence[str] | None = None,
        extra: dict[str, Any] | None = None,
        notes: Sequence[dict[str, Any]] | None = None,
        options: CallOptions | None = None,
    ) -> models.CreateOrderResponse:
        """下单。

        买一件商品。

        Args:
            idempotency_key: 幂等键（至多 32 字符）
            filter: 筛选
            goods_id: 商品编号（至多 20 字符）
            x_trace: 追踪号
            id: 商店编号（每项至多 3 字符）
            extra: 未成文的附加信息
            notes: 未成文的备注（至多 3 项）

        https://pay.weixin.qq.com/doc/1
        """
        return self._call(
            CREATE,
            parameters={
                "Idempotency-Key": idempotency_key,
                "X-Trace": x_trace,
                "id": id,
                "filter": filter,
            },
            body={"goods_id": goods_id, "extra": extra, "notes": notes},
            options=options,
        )


class AsyncOrders(AsyncResource):
    """订单；方法同 `Orders`，均为协程。"""

    create = Awaited(Orders.create)
    """下单。"""
