# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：商品券。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import enums, models, params

CREATE: Operation[models.CreateProductCouponResponse] = Operation(
    id="product_coupon.coupons.create",
    method="POST",
    path="/v3/marketing/partner/product-coupon/product-coupons",
    scheme="merchant",
    body="product_coupon.params:CreateProductCouponRequest",
    answer="product_coupon.models:CreateProductCouponResponse",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
GET: Operation[models.ProductCouponEntity] = Operation(
    id="product_coupon.coupons.get",
    method="GET",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}",
    scheme="merchant",
    parameters="product_coupon.params:CouponsGetParameters",
    answer="product_coupon.models:ProductCouponEntity",
    rate_limit=(20, 1),
)
UPDATE: Operation[models.ProductCouponEntity] = Operation(
    id="product_coupon.coupons.update",
    method="PATCH",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}",
    scheme="merchant",
    parameters="product_coupon.params:CouponsUpdateParameters",
    body="product_coupon.params:UpdateProductCouponRequest",
    answer="product_coupon.models:ProductCouponEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
DEACTIVATE: Operation[models.ProductCouponEntity] = Operation(
    id="product_coupon.coupons.deactivate",
    method="POST",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate",
    scheme="merchant",
    parameters="product_coupon.params:CouponsDeactivateParameters",
    body="product_coupon.params:DeactivateCouponOrStockRequest",
    answer="product_coupon.models:ProductCouponEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)


class Coupons(Resource):
    """商品券。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def create(
        self,
        *,
        brand_id: str,
        out_request_no: str,
        scope: enums.ProductCouponScope,
        type: enums.ProductCouponType,
        usage_mode: enums.UsageMode,
        display_info: params.ProductCouponDisplayInfo,
        single_usage_info: params.SingleUsageInfo | None = None,
        progressive_bundle_usage_info: params.ProgressiveBundleUsageInfo | None = None,
        out_product_no: str | None = None,
        stock: params.StockForCreate | None = None,
        stock_bundle: params.StockBundleForCreate | None = None,
        options: CallOptions | None = None,
    ) -> models.CreateProductCouponResponse:
        """创建商品券。

        创建商品券，并同时创建首个批次或批次组，创建后进入审核。
        `usage_mode` 为 `SINGLE` 时传 `stock`，为 `PROGRESSIVE_BUNDLE` 时传 `stock_bundle`。
        单券的优惠：`scope` 为 `ALL` 时写在 `single_usage_info`，为 `SINGLE` 时写在
        `stock.single_usage_rule`；
        多次优惠的优惠写在 `stock_bundle.progressive_bundle_usage_rule`。
        频率限制取自较新的页面，旧页面写每分钟 1000 次。

        Args:
            brand_id: 品牌 ID，须已授权给服务商
            out_request_no: 创建请求单号，由调用方生成，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            scope: 优惠范围
            type: 商品券类型
            usage_mode: 使用模式，决定填写 `stock` 还是 `stock_bundle`
            display_info: 展示信息
            single_usage_info: 单券模式信息，`usage_mode` 为 `SINGLE` 且 `scope` 为 `ALL`
                时必填，否则不填
            progressive_bundle_usage_info: 多次优惠模式信息，`usage_mode` 为
                `PROGRESSIVE_BUNDLE` 时必填，否则不填
            out_product_no: 外部商品 ID，由品牌自定义（至多 40 字符）
            stock: 批次信息，`usage_mode` 为 `SINGLE` 时必填，不能与 `stock_bundle` 同时填
                写
            stock_bundle: 批次组信息，`usage_mode` 为 `PROGRESSIVE_BUNDLE` 时必填，不能与
                `stock` 同时填写

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、ALREADY_EXISTS、SIGN_ERROR、
                RATELIMIT_EXCEEDED、FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016434630
        """
        return self._call(
            CREATE,
            body={
                "brand_id": brand_id,
                "out_request_no": out_request_no,
                "scope": scope,
                "type": type,
                "usage_mode": usage_mode,
                "single_usage_info": single_usage_info,
                "progressive_bundle_usage_info": progressive_bundle_usage_info,
                "display_info": display_info,
                "out_product_no": out_product_no,
                "stock": stock,
                "stock_bundle": stock_bundle,
            },
            options=options,
        )

    def get(
        self,
        product_coupon_id: str,
        *,
        brand_id: str,
        options: CallOptions | None = None,
    ) -> models.ProductCouponEntity:
        """查询商品券。

        查询商品券的信息与状态，不含批次。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016434632
        """
        return self._call(
            GET,
            parameters={"product_coupon_id": product_coupon_id, "brand_id": brand_id},
            options=options,
        )

    def update(
        self,
        product_coupon_id: str,
        *,
        brand_id: str,
        out_request_no: str,
        display_info: params.ProductCouponDisplayInfo,
        options: CallOptions | None = None,
    ) -> models.ProductCouponEntity:
        """修改商品券。

        修改生效中（`EFFECTIVE`）的商品券的展示信息，只影响之后发放的券。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            out_request_no: 修改请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            display_info: 修改后的展示信息

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016434633
        """
        return self._call(
            UPDATE,
            parameters={"product_coupon_id": product_coupon_id},
            body={
                "brand_id": brand_id,
                "out_request_no": out_request_no,
                "display_info": display_info,
            },
            options=options,
        )

    def deactivate(
        self,
        product_coupon_id: str,
        *,
        brand_id: str,
        out_request_no: str,
        deactivate_reason: str,
        options: CallOptions | None = None,
    ) -> models.ProductCouponEntity:
        """失效商品券。

        使商品券及其全部批次失效，停止全部投放；已发给用户的券仍然有效。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            out_request_no: 失效请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            deactivate_reason: 失效原因（至多 150 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016434631
        """
        return self._call(
            DEACTIVATE,
            parameters={"product_coupon_id": product_coupon_id},
            body={
                "brand_id": brand_id,
                "out_request_no": out_request_no,
                "deactivate_reason": deactivate_reason,
            },
            options=options,
        )


class AsyncCoupons(AsyncResource):
    """商品券；方法同 `Coupons`，均为协程。"""

    create = Awaited(Coupons.create)
    """创建商品券。"""
    get = Awaited(Coupons.get)
    """查询商品券。"""
    update = Awaited(Coupons.update)
    """修改商品券。"""
    deactivate = Awaited(Coupons.deactivate)
    """失效商品券。"""
