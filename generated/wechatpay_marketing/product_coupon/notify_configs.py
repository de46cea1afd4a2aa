# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：商品券事件通知地址。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import models

GET: Operation[models.ProductCouponNotifyUrl] = Operation(
    id="product_coupon.notify_configs.get",
    method="GET",
    path="/v3/marketing/partner/product-coupon/notify-configs",
    scheme="merchant",
    answer="product_coupon.models:ProductCouponNotifyUrl",
    rate_limit=(20, 1),
)
SET: Operation[models.ProductCouponNotifyUrl] = Operation(
    id="product_coupon.notify_configs.set",
    method="POST",
    path="/v3/marketing/partner/product-coupon/notify-configs",
    scheme="merchant",
    body="product_coupon.params:SetNotifyConfigRequest",
    answer="product_coupon.models:ProductCouponNotifyUrl",
    rate_limit=(20, 1),
)


class NotifyConfigs(Resource):
    """商品券事件通知地址。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def get(
        self,
        *,
        options: CallOptions | None = None,
    ) -> models.ProductCouponNotifyUrl:
        """获取商品券事件通知地址。

        查询接收商品券事件通知的地址。

        Args:

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016435718
        """
        return self._call(
            GET,
            options=options,
        )

    def set(
        self,
        *,
        notify_url: str,
        options: CallOptions | None = None,
    ) -> models.ProductCouponNotifyUrl:
        """设置商品券事件通知地址。

        设置接收商品券事件通知的地址，再次设置会覆盖原地址。
        服务商只有一个地址，所服务的全部品牌共用。

        Args:
            notify_url: 通知地址，须为 HTTPS 且不带查询参数（至多 256 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016435719
        """
        return self._call(
            SET,
            body={"notify_url": notify_url},
            options=options,
        )


class AsyncNotifyConfigs(AsyncResource):
    """商品券事件通知地址；方法同 `NotifyConfigs`，均为协程。"""

    get = Awaited(NotifyConfigs.get)
    """获取商品券事件通知地址。"""
    set = Awaited(NotifyConfigs.set)
    """设置商品券事件通知地址。"""
