# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：用户商品券组。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import models, params

PRE_SEND: Operation[models.PreSendUserProductCouponResponse] = Operation(
    id="product_coupon.user_coupon_bundles.pre_send",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponBundlesPreSendParameters",
    body="product_coupon.params:PreSendUserProductCouponBundleRequest",
    answer="product_coupon.models:PreSendUserProductCouponResponse",
    idempotency_key="send_request_no",
)
SEND: Operation[models.UserProductCouponBundleEntity] = Operation(
    id="product_coupon.user_coupon_bundles.send",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponBundlesSendParameters",
    body="product_coupon.params:SendUserProductCouponBundleRequest",
    answer="product_coupon.models:UserProductCouponBundleEntity",
    idempotency_key="send_request_no",
    rate_limit=(500, 1),
)
DEACTIVATE: Operation[models.UserProductCouponBundleEntity] = Operation(
    id="product_coupon.user_coupon_bundles.deactivate",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponBundlesDeactivateParameters",
    body="product_coupon.params:DeactivateUserProductCouponBundleRequest",
    answer="product_coupon.models:UserProductCouponBundleEntity",
    idempotency_key="out_request_no",
    rate_limit=(500, 1),
)


class UserCouponBundles(Resource):
    """用户商品券组。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def pre_send(
        self,
        openid: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_bundle_id: str,
        appid: str,
        send_request_no: str,
        attach: str | None = None,
        options: CallOptions | None = None,
    ) -> models.PreSendUserProductCouponResponse:
        """向用户预发放商品券批次组。

        预发放一个批次组，得到的凭据交给领券组件，由用户领取一组多次优惠商品券。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_bundle_id: 批次组 ID
            appid: 用户 OpenID 所属的 AppID
            send_request_no: 发券请求单号，重试时保持不变；较早的文档页限 40 个字符（6–128
                字符，匹配 `^[0-9A-Za-z_-]+$`）
            attach: 自定义附加信息，在用户券与领券通知中原样返回（至多 150 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280670
        """
        return self._call(
            PRE_SEND,
            parameters={"openid": openid},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_bundle_id": stock_bundle_id,
                "appid": appid,
                "send_request_no": send_request_no,
                "attach": attach,
            },
            options=options,
        )

    def send(
        self,
        openid: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_bundle_id: str,
        appid: str,
        send_request_no: str,
        attach: str | None = None,
        coupon_tag_info: params.CouponTagInfo | None = None,
        options: CallOptions | None = None,
    ) -> models.UserProductCouponBundleEntity:
        """向用户发放商品券批次组。

        向用户发放一个批次组，用户得到一组多次优惠商品券，每张对应一次使用。
        收到领券通知后须确认发放，确认前券不可使用。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_bundle_id: 批次组 ID
            appid: 用户 OpenID 所属的 AppID
            send_request_no: 发券请求单号，重试时保持不变；较早的文档页限 40 个字符（6–128
                字符，匹配 `^[0-9A-Za-z_-]+$`）
            attach: 自定义附加信息，在用户券与领券通知中原样返回（至多 150 字符）
            coupon_tag_info: 用户商品券标签信息

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280664
        """
        return self._call(
            SEND,
            parameters={"openid": openid},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_bundle_id": stock_bundle_id,
                "appid": appid,
                "send_request_no": send_request_no,
                "attach": attach,
                "coupon_tag_info": coupon_tag_info,
            },
            options=options,
        )

    def deactivate(
        self,
        openid: str,
        user_coupon_bundle_id: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_bundle_id: str,
        appid: str,
        out_request_no: str,
        deactivate_reason: str,
        options: CallOptions | None = None,
    ) -> models.UserProductCouponBundleEntity:
        """失效用户商品券组。

        使用户券组内的全部商品券失效。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            user_coupon_bundle_id: 用户券组 ID，发放批次组时由微信支付生成（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_bundle_id: 批次组 ID
            appid: 用户 OpenID 所属的 AppID
            out_request_no: 失效请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            deactivate_reason: 失效原因（至多 150 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280658
        """
        return self._call(
            DEACTIVATE,
            parameters={"openid": openid, "user_coupon_bundle_id": user_coupon_bundle_id},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_bundle_id": stock_bundle_id,
                "appid": appid,
                "out_request_no": out_request_no,
                "deactivate_reason": deactivate_reason,
            },
            options=options,
        )


class AsyncUserCouponBundles(AsyncResource):
    """用户商品券组；方法同 `UserCouponBundles`，均为协程。"""

    pre_send = Awaited(UserCouponBundles.pre_send)
    """向用户预发放商品券批次组。"""
    send = Awaited(UserCouponBundles.send)
    """向用户发放商品券批次组。"""
    deactivate = Awaited(UserCouponBundles.deactivate)
    """失效用户商品券组。"""
