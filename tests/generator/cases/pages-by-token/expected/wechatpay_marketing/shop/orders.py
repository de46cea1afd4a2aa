# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商店：订单。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.pagination import by_token, by_token_async
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .._runtime.options import CallOptions
    from . import models

LIST: Operation[models.ListOrdersResponse] = Operation(
    id="shop.orders.list",
    method="GET",
    path="/v3/shop/orders",
    scheme="merchant",
    parameters="shop.params:OrdersListParameters",
    answer="shop.models:ListOrdersResponse",
)


class Orders(Resource):
    """订单。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def list(
        self,
        *,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> models.ListOrdersResponse:
        """下单。

        买一件商品。

        Args:
            page_token: 从哪里开始

        https://pay.weixin.qq.com/doc/1
        """
        return self._call(
            LIST,
            parameters={"page_token": page_token},
            options=options,
        )

    def iter_all(
        self,
        *,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> Iterator[models.Order]:
        """下单：逐页取回，逐条给出；参数同 `list`，`page_token` 为起点。

        买一件商品。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token(
            lambda cursor: self.list(
                page_token=cursor,
                options=options,
            ),
            lambda page: page.data,
            lambda page: page.next_page_token,
            page_token,
        )


class AsyncOrders(AsyncResource):
    """订单；方法同 `Orders`，均为协程。"""

    list = Awaited(Orders.list)
    """下单。"""

    def iter_all(
        self,
        *,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncIterator[models.Order]:
        """下单：逐页取回，逐条给出；参数同 `list`，`page_token` 为起点。

        买一件商品。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token_async(
            lambda cursor: self.list(
                page_token=cursor,
                options=options,
            ),
            lambda page: page.data,
            lambda page: page.next_page_token,
            page_token,
        )
