# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商店：订单。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        goods_id_: str,
        from_: str,
        list_: Sequence[params.OrderLine],
        in_: str | None = None,
        payer_currency_: str | None = None,
        payer_currency: str | None = None,
        options_: str | None = None,
        grade: str | None = None,
        Meta_: int | None = None,
        options: CallOptions | None = None,
    ) -> models.CreateOrderResponse:
        """下单。

        买一件商品。

        Args:
            goods_id: 商店的商品编号
            goods_id_: 商品编号（至多 20 字符）
            from_: 来自哪里（至多 10 字符）
            list_: 行
            in_: 城市
            payer_currency_: 付款币种
            payer_currency: 结算币种
            options_: 选项
            grade: 等级
            Meta_: 附加信息（至少 1）

        https://pay.weixin.qq.com/doc/1
        """
        return self._call(
            CREATE,
            parameters={"goods_id": goods_id, "in": in_},
            body={
                "goods_id": goods_id_,
                "from": from_,
                "payer -currency": payer_currency_,
                "payer_currency": payer_currency,
                "options": options_,
                "class": grade,
                "Meta": Meta_,
                "list": list_,
            },
            options=options,
        )


class AsyncOrders(AsyncResource):
    """订单；方法同 `Orders`，均为协程。"""

    create = Awaited(Orders.create)
    """下单。"""
