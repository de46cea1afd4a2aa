# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商店：订单。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.answer import FileContent
    from .._runtime.options import CallOptions

CREATE: Operation[FileContent] = Operation(
    id="shop.orders.create",
    method="POST",
    path="/v3/shop/orders",
    scheme="merchant",
    body="shop.params:CreateOrderRequest",
    answer="_runtime.answer:FileContent",
    accept="text/csv",
)


class Orders(Resource):
    """订单。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def create(
        self,
        *,
        goods_id: str,
        options: CallOptions | None = None,
    ) -> FileContent:
        """下单。

        买一件商品。

        Args:
            goods_id: 商品编号（至多 20 字符）

        https://pay.weixin.qq.com/doc/1
        """
        return self._call(
            CREATE,
            body={"goods_id": goods_id},
            options=options,
        )


class AsyncOrders(AsyncResource):
    """订单；方法同 `Orders`，均为协程。"""

    create = Awaited(Orders.create)
    """下单。"""
