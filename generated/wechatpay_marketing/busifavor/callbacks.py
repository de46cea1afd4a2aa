# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：商家券事件通知地址。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import models

GET: Operation[models.GetCouponNotifyResponse] = Operation(
    id="busifavor.callbacks.get",
    method="GET",
    path="/v3/marketing/busifavor/callbacks",
    scheme="merchant",
    parameters="busifavor.params:CallbacksGetParameters",
    answer="busifavor.models:GetCouponNotifyResponse",
)
SET: Operation[models.SetCouponNotifyResponse] = Operation(
    id="busifavor.callbacks.set",
    method="POST",
    path="/v3/marketing/busifavor/callbacks",
    scheme="merchant",
    body="busifavor.params:SetCouponNotifyRequest",
    answer="busifavor.models:SetCouponNotifyResponse",
)


class Callbacks(Resource):
    """商家券事件通知地址。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def get(
        self,
        *,
        mchid: str | None = None,
        options: CallOptions | None = None,
    ) -> models.GetCouponNotifyResponse:
        """查询商家券事件通知地址。

        查询商户当前的商家券事件通知地址。

        Args:
            mchid: 商户号，不填则为调用方商户号

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465507
        """
        return self._call(
            GET,
            parameters={"mchid": mchid},
            options=options,
        )

    def set(
        self,
        *,
        notify_url: str,
        mchid: str | None = None,
        options: CallOptions | None = None,
    ) -> models.SetCouponNotifyResponse:
        """设置商家券事件通知地址。

        设置接收商家券事件的地址，新地址覆盖旧地址。须先设置 APIv3 密钥；只有本商户创建的批次
        才会通知。

        Args:
            notify_url: 接收通知的 HTTPS 地址，须公网可访问，不能带查询参数（至多 256 字
                符）
            mchid: 要设置的商户号，不填则为调用方商户号

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465431
        """
        return self._call(
            SET,
            body={"mchid": mchid, "notify_url": notify_url},
            options=options,
        )


class AsyncCallbacks(AsyncResource):
    """商家券事件通知地址；方法同 `Callbacks`，均为协程。"""

    get = Awaited(Callbacks.get)
    """查询商家券事件通知地址。"""
    set = Awaited(Callbacks.set)
    """设置商家券事件通知地址。"""
