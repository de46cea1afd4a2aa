# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）：用户商品券组。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from ..product_coupon import params as product_coupon_params
    from . import models

SEND: Operation[models.BrandUserProductCouponBundleEntity] = Operation(
    id="brand.user_coupon_bundles.send",
    method="POST",
    path="/brand/marketing/product-coupon/users/{openid}/coupon-bundles",
    scheme="brand",
    parameters="brand.params:UserCouponBundlesSendParameters",
    body="product_coupon.params:BrandSendUserProductCouponBundleRequest",
    answer="brand.models:BrandUserProductCouponBundleEntity",
    idempotency_key="send_request_no",
    rate_limit=(500, 1),
)
DEACTIVATE: Operation[models.BrandUserProductCouponBundleEntity] = Operation(
    id="brand.user_coupon_bundles.deactivate",
    method="POST",
    path="/brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate",
    scheme="brand",
    parameters="brand.params:UserCouponBundlesDeactivateParameters",
    body="product_coupon.params:BrandDeactivateUserProductCouponBundleRequest",
    answer="brand.models:BrandUserProductCouponBundleEntity",
    idempotency_key="out_request_no",
    rate_limit=(500, 1),
)


class UserCouponBundles(Resource):
    """用户商品券组。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def send(
        self,
        openid: str,
        *,
        product_coupon_id: str,
        stock_bundle_id: str,
        appid: str,
        send_request_no: str,
        attach: str | None = None,
        coupon_tag_info: product_coupon_params.CouponTagInfo | None = None,
        options: CallOptions | None = None,
    ) -> models.BrandUserProductCouponBundleEntity:
        """向用户发放商品券批次组。

        向用户发放一个批次组，用户得到一组多次优惠商品券，每张对应一次使用。
        收到领券通知后须确认发放，确认前券不可使用。

        Args:
            openid: 用户在 `appid` 下的 OpenID
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

        https://pay.weixin.qq.com/doc/brand/4016279745
        """
        return self._call(
            SEND,
            parameters={"openid": openid},
            body={
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
        product_coupon_id: str,
        stock_bundle_id: str,
        appid: str,
        out_request_no: str,
        deactivate_reason: str,
        options: CallOptions | None = None,
    ) -> models.BrandUserProductCouponBundleEntity:
        """失效用户商品券组。

        使用户券组内的全部商品券失效。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            user_coupon_bundle_id: 用户券组 ID，发放批次组时由微信支付生成（至多 40 字符）
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_bundle_id: 批次组 ID
            appid: 用户 OpenID 所属的 AppID
            out_request_no: 失效请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            deactivate_reason: 失效原因（至多 150 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4016279743
        """
        return self._call(
            DEACTIVATE,
            parameters={"openid": openid, "user_coupon_bundle_id": user_coupon_bundle_id},
            body={
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

    send = Awaited(UserCouponBundles.send)
    """向用户发放商品券批次组。"""
    deactivate = Awaited(UserCouponBundles.deactivate)
    """失效用户商品券组。"""
