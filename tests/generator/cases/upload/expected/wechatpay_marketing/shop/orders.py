# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商店：订单。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from .._runtime.types import FileSource
    from . import models

UPLOAD: Operation[models.CreateOrderResponse] = Operation(
    id="shop.orders.upload",
    method="POST",
    path="/v3/shop/orders",
    scheme="merchant",
    answer="shop.models:CreateOrderResponse",
    upload=True,
)


class Orders(Resource):
    """订单。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def upload(
        self,
        file: FileSource,
        *,
        filename: str | None = None,
        options: CallOptions | None = None,
    ) -> models.CreateOrderResponse:
        """下单。

        买一件商品。

        Args:
            file: 图片：路径、字节或以二进制打开的文件。
            filename: 文件名；缺省时取自路径或文件。

        Raises:
            OSError: 无法读取 `file`；未发出。

        https://pay.weixin.qq.com/doc/1
        """
        return self._call(
            UPLOAD,
            file=file,
            filename=filename,
            options=options,
        )


class AsyncOrders(AsyncResource):
    """订单；方法同 `Orders`，均为协程。"""

    upload = Awaited(Orders.upload)
    """下单。"""
