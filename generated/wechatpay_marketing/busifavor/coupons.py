# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：商家券的发放、核销、退券、失效与订单关联。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from .._runtime.types import Time
    from . import models

SEND: Operation[models.SendCouponResponse] = Operation(
    id="busifavor.coupons.send",
    method="POST",
    path="/v3/marketing/busifavor/coupons/send",
    scheme="merchant",
    body="busifavor.params:SendCouponRequest",
    answer="busifavor.models:SendCouponResponse",
    idempotency_key="out_request_no",
)
USE: Operation[models.UseCouponResponse] = Operation(
    id="busifavor.coupons.use",
    method="POST",
    path="/v3/marketing/busifavor/coupons/use",
    scheme="merchant",
    body="busifavor.params:UseCouponRequest",
    answer="busifavor.models:UseCouponResponse",
    idempotency_key="use_request_no",
    rate_limit=(500, 1),
)
RETURN: Operation[models.ReturnCouponResponse] = Operation(
    id="busifavor.coupons.return_",
    method="POST",
    path="/v3/marketing/busifavor/coupons/return",
    scheme="merchant",
    body="busifavor.params:ReturnCouponRequest",
    answer="busifavor.models:ReturnCouponResponse",
    idempotency_key="return_request_no",
)
DEACTIVATE: Operation[models.DeactivateCouponResponse] = Operation(
    id="busifavor.coupons.deactivate",
    method="POST",
    path="/v3/marketing/busifavor/coupons/deactivate",
    scheme="merchant",
    body="busifavor.params:DeactivateCouponRequest",
    answer="busifavor.models:DeactivateCouponResponse",
    idempotency_key="deactivate_request_no",
)
ASSOCIATE: Operation[models.AssociateTradeInfoResponse] = Operation(
    id="busifavor.coupons.associate",
    method="POST",
    path="/v3/marketing/busifavor/coupons/associate",
    scheme="merchant",
    body="busifavor.params:AssociateTradeInfoRequest",
    answer="busifavor.models:AssociateTradeInfoResponse",
    idempotency_key="out_request_no",
    rate_limit=(500, 1),
)
DISASSOCIATE: Operation[models.DisassociateTradeInfoResponse] = Operation(
    id="busifavor.coupons.disassociate",
    method="POST",
    path="/v3/marketing/busifavor/coupons/disassociate",
    scheme="merchant",
    body="busifavor.params:DisassociateTradeInfoRequest",
    answer="busifavor.models:DisassociateTradeInfoResponse",
    idempotency_key="out_request_no",
    rate_limit=(500, 1),
)


class Coupons(Resource):
    """商家券的发放、核销、退券、失效与订单关联。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def send(
        self,
        *,
        openid: str,
        appid: str,
        stock_id: str,
        out_request_no: str,
        coupon_code: str | None = None,
        options: CallOptions | None = None,
    ) -> models.SendCouponResponse:
        """向用户发券。

        把批次的一张商家券发到用户的微信卡包。

        Args:
            openid: 领券用户在 `appid` 下的 OpenID（至多 128 字符）
            appid: 用户 OpenID 所属的 AppID（至多 32 字符）
            stock_id: 批次号（1–20 字符）
            out_request_no: 发券凭证，同一批次、同一用户下唯一，重试时保持不变（1–128 字
                符）
            coupon_code: 券 code，批次的 `coupon_code_mode` 为 `MERCHANT_API` 时必填，其他
                模式无需填写（1–32 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/docs/merchant/products/merchant-exclusive-coupon/introduction.html
        """
        return self._call(
            SEND,
            body={
                "openid": openid,
                "appid": appid,
                "stock_id": stock_id,
                "out_request_no": out_request_no,
                "coupon_code": coupon_code,
            },
            options=options,
        )

    def use(
        self,
        *,
        coupon_code: str,
        appid: str,
        use_time: Time,
        use_request_no: str,
        stock_id: str | None = None,
        openid: str | None = None,
        out_trade_no: str | None = None,
        mch_id: str | None = None,
        transaction_id: str | None = None,
        options: CallOptions | None = None,
    ) -> models.UseCouponResponse:
        """核销用户券。

        核销用户的一张有效商家券，并返回核销用户的 OpenID。

        Args:
            coupon_code: 券 code（1–32 字符）
            appid: 用户 OpenID 所属的 AppID（至多 32 字符）
            use_time: 用户发起核销的时间
            use_request_no: 核销请求单号，每次核销唯一，重试时保持不变（1–128 字符）
            stock_id: 批次号，批次的 `coupon_code_mode` 为 `MERCHANT_API` 或
                `MERCHANT_UPLOAD` 时必填（1–20 字符）
            openid: 核销用户在 `appid` 下的 OpenID（至多 128 字符）
            out_trade_no: 核销所在交易的商户订单号，仅见于文档页，官方 SDK 没有此字段
                （1–128 字符）
            mch_id: 核销所在交易的下单商户号，仅见于文档页，官方 SDK 没有此字段
            transaction_id: 核销所在交易的微信支付订单号，仅见于文档页，官方 SDK 没有此字
                段（至多 32 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465292
        """
        return self._call(
            USE,
            body={
                "coupon_code": coupon_code,
                "stock_id": stock_id,
                "appid": appid,
                "use_time": use_time,
                "use_request_no": use_request_no,
                "openid": openid,
                "out_trade_no": out_trade_no,
                "mch_id": mch_id,
                "transaction_id": transaction_id,
            },
            options=options,
        )

    def return_(
        self,
        *,
        coupon_code: str,
        stock_id: str,
        return_request_no: str,
        options: CallOptions | None = None,
    ) -> models.ReturnCouponResponse:
        """申请退券。

        把一张已核销的商家券退还给用户，券恢复为可用。

        Args:
            coupon_code: 券 code（1–32 字符）
            stock_id: 批次号（1–20 字符）
            return_request_no: 退券请求单号，每次退券唯一，重试时保持不变（1–128 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、NO_AUTH、NOAUTH、
                RESOURCE_NOT_EXISTS、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465845
        """
        return self._call(
            RETURN,
            body={
                "coupon_code": coupon_code,
                "stock_id": stock_id,
                "return_request_no": return_request_no,
            },
            options=options,
        )

    def deactivate(
        self,
        *,
        coupon_code: str,
        stock_id: str,
        deactivate_request_no: str,
        deactivate_reason: str | None = None,
        options: CallOptions | None = None,
    ) -> models.DeactivateCouponResponse:
        """使券失效。

        使一张未核销的有效商家券永久失效，不可恢复。

        Args:
            coupon_code: 券 code（1–32 字符）
            stock_id: 批次号（1–20 字符）
            deactivate_request_no: 失效请求单号，每次失效唯一，重试时保持不变（1–128 字
                符）
            deactivate_reason: 失效原因（1–64 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RESOURCE_NOT_EXISTS、
                SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465890
        """
        return self._call(
            DEACTIVATE,
            body={
                "coupon_code": coupon_code,
                "stock_id": stock_id,
                "deactivate_request_no": deactivate_request_no,
                "deactivate_reason": deactivate_reason,
            },
            options=options,
        )

    def associate(
        self,
        *,
        stock_id: str,
        coupon_code: str,
        out_trade_no: str,
        out_request_no: str,
        options: CallOptions | None = None,
    ) -> models.AssociateTradeInfoResponse:
        """关联订单信息。

        把一张尚未核销的商家券记到一笔商户订单名下，微信支付据此计算摇奖、返佣。

        Args:
            stock_id: 批次号（1–20 字符）
            coupon_code: 券 code（1–32 字符）
            out_trade_no: 要关联的商户订单号（1–128 字符）
            out_request_no: 商户请求单号，重试时保持不变（1–128 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465596
        """
        return self._call(
            ASSOCIATE,
            body={
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "out_trade_no": out_trade_no,
                "out_request_no": out_request_no,
            },
            options=options,
        )

    def disassociate(
        self,
        *,
        stock_id: str,
        coupon_code: str,
        out_trade_no: str,
        out_request_no: str,
        options: CallOptions | None = None,
    ) -> models.DisassociateTradeInfoResponse:
        """取消关联订单信息。

        解除券与订单的关联；只能解除此前关联过的订单，可以安全重试。

        Args:
            stock_id: 批次号（1–20 字符）
            coupon_code: 券 code（1–32 字符）
            out_trade_no: 已关联的商户订单号（1–128 字符）
            out_request_no: 商户请求单号，重试时保持不变（1–128 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465673
        """
        return self._call(
            DISASSOCIATE,
            body={
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "out_trade_no": out_trade_no,
                "out_request_no": out_request_no,
            },
            options=options,
        )


class AsyncCoupons(AsyncResource):
    """商家券的发放、核销、退券、失效与订单关联；方法同 `Coupons`，均为协程。"""

    send = Awaited(Coupons.send)
    """向用户发券。"""
    use = Awaited(Coupons.use)
    """核销用户券。"""
    return_ = Awaited(Coupons.return_)
    """申请退券。"""
    deactivate = Awaited(Coupons.deactivate)
    """使券失效。"""
    associate = Awaited(Coupons.associate)
    """关联订单信息。"""
    disassociate = Awaited(Coupons.disassociate)
    """取消关联订单信息。"""
