# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：用户商品券。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.pagination import by_token, by_token_async
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .._runtime.options import CallOptions
    from .._runtime.types import Time
    from . import enums, models, params

PRE_SEND: Operation[models.PreSendUserProductCouponResponse] = Operation(
    id="product_coupon.user_coupons.pre_send",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsPreSendParameters",
    body="product_coupon.params:PreSendUserProductCouponRequest",
    answer="product_coupon.models:PreSendUserProductCouponResponse",
    idempotency_key="send_request_no",
    rate_limit=(500, 1),
)
LIST: Operation[models.ListUserProductCouponsResponse] = Operation(
    id="product_coupon.user_coupons.list",
    method="GET",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupons",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsListParameters",
    answer="product_coupon.models:ListUserProductCouponsResponse",
    rate_limit=(500, 1),
)
SEND: Operation[models.SentUserProductCouponEntity] = Operation(
    id="product_coupon.user_coupons.send",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupons",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsSendParameters",
    body="product_coupon.params:SendUserProductCouponRequest",
    answer="product_coupon.models:SentUserProductCouponEntity",
    idempotency_key="send_request_no",
    rate_limit=(500, 1),
)
GET: Operation[models.UserProductCouponEntity] = Operation(
    id="product_coupon.user_coupons.get",
    method="GET",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsGetParameters",
    answer="product_coupon.models:UserProductCouponEntity",
    rate_limit=(500, 1),
)
CONFIRM: Operation[models.ConfirmedUserProductCouponEntity] = Operation(
    id="product_coupon.user_coupons.confirm",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsConfirmParameters",
    body="product_coupon.params:UserProductCouponActionRequest",
    answer="product_coupon.models:ConfirmedUserProductCouponEntity",
    idempotency_key="out_request_no",
    rate_limit=(500, 1),
)
USE: Operation[models.UserProductCouponEntity] = Operation(
    id="product_coupon.user_coupons.use",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsUseParameters",
    body="product_coupon.params:UseUserProductCouponRequest",
    answer="product_coupon.models:UserProductCouponEntity",
    idempotency_key="out_request_no",
    rate_limit=(500, 1),
)
RETURN: Operation[models.UserProductCouponEntity] = Operation(
    id="product_coupon.user_coupons.return_",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsReturnParameters",
    body="product_coupon.params:UserProductCouponActionRequest",
    answer="product_coupon.models:UserProductCouponEntity",
    idempotency_key="out_request_no",
    rate_limit=(500, 1),
)
DEACTIVATE: Operation[models.SingleUserProductCouponEntity] = Operation(
    id="product_coupon.user_coupons.deactivate",
    method="POST",
    path="/v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate",
    scheme="merchant",
    parameters="product_coupon.params:UserCouponsDeactivateParameters",
    body="product_coupon.params:DeactivateUserProductCouponRequest",
    answer="product_coupon.models:SingleUserProductCouponEntity",
    idempotency_key="out_request_no",
)


class UserCoupons(Resource):
    """用户商品券。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def pre_send(
        self,
        openid: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_id: str,
        appid: str,
        send_request_no: str,
        coupon_code: str | None = None,
        attach: str | None = None,
        options: CallOptions | None = None,
    ) -> models.PreSendUserProductCouponResponse:
        """向用户预发放商品券。

        预发放一张单券，得到的凭据交给领券组件，由用户领取。
        用相同内容再次调用，得到的凭据会显示“已领取”。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID
            appid: 用户 OpenID 所属的 AppID
            send_request_no: 发券请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            coupon_code: 用户商品券 code，由数字、大小写字母、`_` 与 `-` 组成；批次的
                `coupon_code_mode` 为 `API_ASSIGN` 时必填，否则不填（至多 40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            attach: 自定义附加信息，在用户券与领券通知中原样返回（至多 150 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016434365
        """
        return self._call(
            PRE_SEND,
            parameters={"openid": openid},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "appid": appid,
                "send_request_no": send_request_no,
                "attach": attach,
            },
            options=options,
        )

    def list(
        self,
        openid: str,
        *,
        brand_id: str,
        appid: str,
        product_coupon_id: str | None = None,
        stock_id: str | None = None,
        coupon_state: enums.UserProductCouponState | None = None,
        user_coupon_bundle_id: str | None = None,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> models.ListUserProductCouponsResponse:
        """指定券状态查询用户商品券列表。

        分页查询用户的商品券，可按商品券、批次、用户券组与券状态筛选。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            brand_id: 品牌 ID，须已授权给服务商
            appid: 用户 OpenID 所属的 AppID
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID
            coupon_state: 用户商品券状态
            user_coupon_bundle_id: 用户券组 ID；部分文档页没有此参数（至多 40 字符）
            page_size: 每页条数，默认 20（至多 50）
            page_token: 分页 token，取上一页应答的 `next_page_token`，第一页不填

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016435703
        """
        return self._call(
            LIST,
            parameters={
                "openid": openid,
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "appid": appid,
                "coupon_state": coupon_state,
                "user_coupon_bundle_id": user_coupon_bundle_id,
                "page_size": page_size,
                "page_token": page_token,
            },
            options=options,
        )

    def iter_all(
        self,
        openid: str,
        *,
        brand_id: str,
        appid: str,
        product_coupon_id: str | None = None,
        stock_id: str | None = None,
        coupon_state: enums.UserProductCouponState | None = None,
        user_coupon_bundle_id: str | None = None,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> Iterator[models.ListedUserProductCouponEntity]:
        """指定券状态查询用户商品券列表：逐页取回，逐条给出；参数同 `list`，`page_token` 为起点。

        分页查询用户的商品券，可按商品券、批次、用户券组与券状态筛选。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token(
            lambda cursor: self.list(
                openid,
                brand_id=brand_id,
                appid=appid,
                product_coupon_id=product_coupon_id,
                stock_id=stock_id,
                coupon_state=coupon_state,
                user_coupon_bundle_id=user_coupon_bundle_id,
                page_size=page_size,
                page_token=cursor,
                options=options,
            ),
            lambda page: page.user_coupon_list,
            lambda page: page.next_page_token,
            page_token,
        )

    def send(
        self,
        openid: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_id: str,
        appid: str,
        send_request_no: str,
        coupon_code: str | None = None,
        attach: str | None = None,
        coupon_tag_info: params.CouponTagInfoForSend | None = None,
        options: CallOptions | None = None,
    ) -> models.SentUserProductCouponEntity:
        """向用户发放商品券。

        向用户发放一张单券，批次须在发放中（`SENDING`）；多次优惠商品券请发放批次组。
        收到领券通知后须调用确认发放，确认前券处于 `CONFIRMING`，不可使用。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID
            appid: 用户 OpenID 所属的 AppID
            send_request_no: 发券请求单号，重试时保持不变；较早的文档页限 40 个字符（6–128
                字符，匹配 `^[0-9A-Za-z_-]+$`）
            coupon_code: 用户商品券 code，由数字、大小写字母、`_` 与 `-` 组成；批次的
                `coupon_code_mode` 为 `API_ASSIGN` 时必填，否则不填（至多 40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            attach: 自定义附加信息，在用户券与领券通知中原样返回（至多 150 字符）
            coupon_tag_info: 用户商品券标签信息

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4015781605
        """
        return self._call(
            SEND,
            parameters={"openid": openid},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "appid": appid,
                "send_request_no": send_request_no,
                "attach": attach,
                "coupon_tag_info": coupon_tag_info,
            },
            options=options,
        )

    def get(
        self,
        openid: str,
        coupon_code: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_id: str,
        appid: str,
        options: CallOptions | None = None,
    ) -> models.UserProductCouponEntity:
        """查询用户商品券详情。

        查询用户的一张商品券，包括使用详情。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            coupon_code: 用户商品券 code（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID，须属于 `product_coupon_id` 的商品券
            appid: 用户 OpenID 所属的 AppID

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016435702
        """
        return self._call(
            GET,
            parameters={
                "openid": openid,
                "coupon_code": coupon_code,
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "appid": appid,
            },
            options=options,
        )

    def confirm(
        self,
        openid: str,
        coupon_code: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_id: str,
        appid: str,
        out_request_no: str,
        options: CallOptions | None = None,
    ) -> models.ConfirmedUserProductCouponEntity:
        """确认发放用户商品券。

        品牌记录好领到的券后确认发放，券由此可用。
        每次收到领券通知都须确认，否则券一直停留在 `CONFIRMING`；有效期自领券通知起算，不因确
        认而顺延，宜尽快确认。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            coupon_code: 用户商品券 code（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID
            appid: 用户 OpenID 所属的 AppID
            out_request_no: 本次操作的请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016435562
        """
        return self._call(
            CONFIRM,
            parameters={"openid": openid, "coupon_code": coupon_code},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "appid": appid,
                "out_request_no": out_request_no,
            },
            options=options,
        )

    def use(
        self,
        openid: str,
        coupon_code: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_id: str,
        appid: str,
        out_request_no: str,
        use_time: Time,
        associated_order_info: params.UserProductCouponAssociatedOrderInfo | None = None,
        associated_pay_score_order_info: (
            params.UserProductCouponAssociatedPayScoreOrderInfo | None
        ) = None,
        store_id: str | None = None,
        saved_amount: int | None = None,
        options: CallOptions | None = None,
    ) -> models.UserProductCouponEntity:
        """核销用户商品券。

        核销用户的一张商品券，须关联一笔微信支付订单或微信支付分订单。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            coupon_code: 用户商品券 code（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID
            appid: 用户 OpenID 所属的 AppID
            out_request_no: 本次操作的请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            use_time: 核销时间
            associated_order_info: 关联的微信支付订单，与
                `associated_pay_score_order_info` 恰好填一项；部分文档页写必填
            associated_pay_score_order_info: 关联的微信支付分订单，与
                `associated_order_info` 恰好填一项
            store_id: 核销门店 ID
            saved_amount: 优惠金额（单位：分）；仅见于服务商的文档页，官方示例代码与品牌接
                口没有此字段

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016435636
        """
        return self._call(
            USE,
            parameters={"openid": openid, "coupon_code": coupon_code},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "appid": appid,
                "out_request_no": out_request_no,
                "use_time": use_time,
                "associated_order_info": associated_order_info,
                "associated_pay_score_order_info": associated_pay_score_order_info,
                "store_id": store_id,
                "saved_amount": saved_amount,
            },
            options=options,
        )

    def return_(
        self,
        openid: str,
        coupon_code: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_id: str,
        appid: str,
        out_request_no: str,
        options: CallOptions | None = None,
    ) -> models.UserProductCouponEntity:
        """退券。

        退还已核销的商品券，用户可再次使用。
        多次优惠只能退还最近核销的一张。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            coupon_code: 用户商品券 code（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID
            appid: 用户 OpenID 所属的 AppID
            out_request_no: 本次操作的请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016435674
        """
        return self._call(
            RETURN,
            parameters={"openid": openid, "coupon_code": coupon_code},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "appid": appid,
                "out_request_no": out_request_no,
            },
            options=options,
        )

    def deactivate(
        self,
        openid: str,
        coupon_code: str,
        *,
        brand_id: str,
        product_coupon_id: str,
        stock_id: str,
        appid: str,
        out_request_no: str,
        deactivate_reason: str,
        options: CallOptions | None = None,
    ) -> models.SingleUserProductCouponEntity:
        """失效用户商品券。

        使用户的一张单券失效；多次优惠请失效整个用户券组。

        Args:
            openid: 用户在 `appid` 下的 OpenID
            coupon_code: 用户商品券 code（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            product_coupon_id: 商品券 ID（至多 40 字符）
            stock_id: 批次 ID
            appid: 用户 OpenID 所属的 AppID
            out_request_no: 本次操作的请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            deactivate_reason: 失效原因（至多 150 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4015781578
        """
        return self._call(
            DEACTIVATE,
            parameters={"openid": openid, "coupon_code": coupon_code},
            body={
                "brand_id": brand_id,
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "appid": appid,
                "out_request_no": out_request_no,
                "deactivate_reason": deactivate_reason,
            },
            options=options,
        )


class AsyncUserCoupons(AsyncResource):
    """用户商品券；方法同 `UserCoupons`，均为协程。"""

    pre_send = Awaited(UserCoupons.pre_send)
    """向用户预发放商品券。"""
    list = Awaited(UserCoupons.list)
    """指定券状态查询用户商品券列表。"""

    def iter_all(
        self,
        openid: str,
        *,
        brand_id: str,
        appid: str,
        product_coupon_id: str | None = None,
        stock_id: str | None = None,
        coupon_state: enums.UserProductCouponState | None = None,
        user_coupon_bundle_id: str | None = None,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncIterator[models.ListedUserProductCouponEntity]:
        """指定券状态查询用户商品券列表：逐页取回，逐条给出；参数同 `list`，`page_token` 为起点。

        分页查询用户的商品券，可按商品券、批次、用户券组与券状态筛选。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token_async(
            lambda cursor: self.list(
                openid,
                brand_id=brand_id,
                appid=appid,
                product_coupon_id=product_coupon_id,
                stock_id=stock_id,
                coupon_state=coupon_state,
                user_coupon_bundle_id=user_coupon_bundle_id,
                page_size=page_size,
                page_token=cursor,
                options=options,
            ),
            lambda page: page.user_coupon_list,
            lambda page: page.next_page_token,
            page_token,
        )

    send = Awaited(UserCoupons.send)
    """向用户发放商品券。"""
    get = Awaited(UserCoupons.get)
    """查询用户商品券详情。"""
    confirm = Awaited(UserCoupons.confirm)
    """确认发放用户商品券。"""
    use = Awaited(UserCoupons.use)
    """核销用户商品券。"""
    return_ = Awaited(UserCoupons.return_)
    """退券。"""
    deactivate = Awaited(UserCoupons.deactivate)
    """失效用户商品券。"""
