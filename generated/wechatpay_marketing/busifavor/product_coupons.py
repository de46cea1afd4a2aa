# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：经商家券接口发放商品券。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import enums, models

PRE_SEND: Operation[models.PreSendBusiFavorProductCouponResponse] = Operation(
    id="busifavor.product_coupons.pre_send",
    method="POST",
    path="/v3/marketing/busifavor/product-coupons/pre-send",
    scheme="merchant",
    body="busifavor.params:PreSendBusiFavorProductCouponRequest",
    answer="busifavor.models:PreSendBusiFavorProductCouponResponse",
    idempotency_key="send_request_no",
)
SEND: Operation[models.SendCouponResponse] = Operation(
    id="busifavor.product_coupons.send",
    method="POST",
    path="/v3/marketing/busifavor/product-coupons/send",
    scheme="merchant",
    body="busifavor.params:SendBusiFavorProductCouponRequest",
    answer="busifavor.models:SendCouponResponse",
    idempotency_key="out_request_no",
)


class ProductCoupons(Resource):
    """经商家券接口发放商品券。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def pre_send(
        self,
        *,
        stock_id: str,
        appid: str,
        send_request_no: str,
        coupon_code: str | None = None,
        openid: str | None = None,
        options: CallOptions | None = None,
    ) -> models.PreSendBusiFavorProductCouponResponse:
        """向用户预发放商品券。

        为用户准备一张商品券并返回凭据，小程序凭此打开领券组件，由用户确认领取。

        Args:
            stock_id: 批次号
            appid: 用户 OpenID 所属的 AppID（至多 32 字符）
            send_request_no: 发券请求单号，重试时保持不变（1–128 字符）
            coupon_code: 用户商品券 code（1–40 字符）
            openid: 领券用户在 `appid` 下的 OpenID（至多 128 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4016797130
        """
        return self._call(
            PRE_SEND,
            body={
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "appid": appid,
                "openid": openid,
                "send_request_no": send_request_no,
            },
            options=options,
        )

    def send(
        self,
        *,
        openid: str,
        appid: str,
        stock_id: str,
        out_request_no: str,
        coupon_type: enums.ProductCouponSendType,
        coupon_code: str | None = None,
        member_card_id: str | None = None,
        options: CallOptions | None = None,
    ) -> models.SendCouponResponse:
        """向用户发放商品券。

        把一张关联了商品信息的商家券发给用户，支持会员券；没有关联商品信息的商家券不能用此接口
        发放。

        Args:
            openid: 领券用户在 `appid` 下的 OpenID（至多 128 字符）
            appid: 用户 OpenID 所属的 AppID（至多 32 字符）
            stock_id: 批次号（至多 128 字符）
            out_request_no: 发券凭证，重试时保持不变（至多 128 字符）
            coupon_type: 券类型
            coupon_code: 券 code，批次的 `coupon_code_mode` 为 `MERCHANT_API` 时必填（1–32
                字符）
            member_card_id: 会员卡 ID，`coupon_type` 为 `MEMBER` 时必填（至多 32 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4015594964
        """
        return self._call(
            SEND,
            body={
                "openid": openid,
                "appid": appid,
                "stock_id": stock_id,
                "out_request_no": out_request_no,
                "coupon_code": coupon_code,
                "coupon_type": coupon_type,
                "member_card_id": member_card_id,
            },
            options=options,
        )


class AsyncProductCoupons(AsyncResource):
    """经商家券接口发放商品券；方法同 `ProductCoupons`，均为协程。"""

    pre_send = Awaited(ProductCoupons.pre_send)
    """向用户预发放商品券。"""
    send = Awaited(ProductCoupons.send)
    """向用户发放商品券。"""
