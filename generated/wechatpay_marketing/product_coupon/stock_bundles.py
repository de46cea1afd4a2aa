# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：商品券批次组。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.options import CallOptions
    from . import enums, models, params

CREATE: Operation[models.StockBundleEntity] = Operation(
    id="product_coupon.stock_bundles.create",
    method="POST",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles",
    scheme="merchant",
    parameters="product_coupon.params:StockBundlesCreateParameters",
    body="product_coupon.params:CreateStockBundleRequest",
    answer="product_coupon.models:StockBundleEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
UPDATE: Operation[models.StockBundleEntity] = Operation(
    id="product_coupon.stock_bundles.update",
    method="PATCH",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}",
    scheme="merchant",
    parameters="product_coupon.params:StockBundlesUpdateParameters",
    body="product_coupon.params:UpdateStockRequest",
    answer="product_coupon.models:StockBundleEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
UPDATE_BUDGET: Operation[models.StockBundleEntity] = Operation(
    id="product_coupon.stock_bundles.update_budget",
    method="POST",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget",
    scheme="merchant",
    parameters="product_coupon.params:StockBundlesUpdateBudgetParameters",
    body="product_coupon.params:UpdateStockBudgetRequest",
    answer="product_coupon.models:StockBundleEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
ASSOCIATE_STORES: Operation[models.StoreAssociationResponse] = Operation(
    id="product_coupon.stock_bundles.associate_stores",
    method="POST",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores",
    scheme="merchant",
    parameters="product_coupon.params:StockBundlesAssociateStoresParameters",
    body="product_coupon.params:StoreAssociationRequest",
    answer="product_coupon.models:StoreAssociationResponse",
    rate_limit=(20, 1),
)
DISASSOCIATE_STORES: Operation[models.StoreAssociationResponse] = Operation(
    id="product_coupon.stock_bundles.disassociate_stores",
    method="POST",
    path="/v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores",
    scheme="merchant",
    parameters="product_coupon.params:StockBundlesDisassociateStoresParameters",
    body="product_coupon.params:StoreAssociationRequest",
    answer="product_coupon.models:StoreAssociationResponse",
)


class StockBundles(Resource):
    """商品券批次组。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def create(
        self,
        product_coupon_id: str,
        *,
        brand_id: str,
        out_request_no: str,
        stock_bundle: params.StockBundleForAppend,
        options: CallOptions | None = None,
    ) -> models.StockBundleEntity:
        """添加商品券批次组。

        为多次优惠商品券添加一个批次组，组内每个批次对应一次使用。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            brand_id: 品牌 ID，须已授权给服务商
            out_request_no: 创建请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            stock_bundle: 批次组信息

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280622
        """
        return self._call(
            CREATE,
            parameters={"product_coupon_id": product_coupon_id},
            body={
                "brand_id": brand_id,
                "out_request_no": out_request_no,
                "stock_bundle": stock_bundle,
            },
            options=options,
        )

    def update(
        self,
        product_coupon_id: str,
        stock_bundle_id: str,
        *,
        brand_id: str,
        out_request_no: str,
        remark: str | None = None,
        coupon_display_info: params.CouponDisplayInfo | None = None,
        notify_config: params.ProductCouponNotifyConfig | None = None,
        store_scope: enums.StockStoreScope | None = None,
        usage_rule_display_info: params.UsageRuleDisplayInfoWithAppJump | None = None,
        options: CallOptions | None = None,
    ) -> models.StockBundleEntity:
        """修改商品券批次组。

        修改批次组内全部批次的备注、展示信息、通知配置与可用门店范围，只填需要修改的字段。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
            brand_id: 品牌 ID，须已授权给服务商
            out_request_no: 修改请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            remark: 备注；旧示例的注释写 60 个字以内（至多 20 字符）
            coupon_display_info: 用户商品券展示信息
            notify_config: 事件通知配置
            store_scope: 可用门店范围
            usage_rule_display_info: 券使用规则展示信息

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280633
        """
        return self._call(
            UPDATE,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={
                "brand_id": brand_id,
                "out_request_no": out_request_no,
                "remark": remark,
                "coupon_display_info": coupon_display_info,
                "notify_config": notify_config,
                "store_scope": store_scope,
                "usage_rule_display_info": usage_rule_display_info,
            },
            options=options,
        )

    def update_budget(
        self,
        product_coupon_id: str,
        stock_bundle_id: str,
        *,
        brand_id: str,
        out_request_no: str,
        update_mode: enums.UpdateBudgetMode,
        current_max_count: int | None = None,
        target_max_count: int | None = None,
        current_max_count_per_day: int | None = None,
        target_max_count_per_day: int | None = None,
        options: CallOptions | None = None,
    ) -> models.StockBundleEntity:
        """修改商品券批次组发放预算。

        修改批次组内全部批次的发放次数总上限或每日上限，一次只改一项，须同时给出当前值。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
            brand_id: 品牌 ID，须已授权给服务商
            out_request_no: 修改请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            update_mode: 修改总上限还是每日上限
            current_max_count: 当前的发放次数总上限，`update_mode` 为 `MAX_COUNT` 时必填
            target_max_count: 修改后的发放次数总上限，`update_mode` 为 `MAX_COUNT` 时必填
            current_max_count_per_day: 当前的每日发放次数上限，`update_mode` 为
                `MAX_COUNT_PER_DAY` 时必填
            target_max_count_per_day: 修改后的每日发放次数上限，`update_mode` 为
                `MAX_COUNT_PER_DAY` 时必填

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280642
        """
        return self._call(
            UPDATE_BUDGET,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={
                "brand_id": brand_id,
                "out_request_no": out_request_no,
                "update_mode": update_mode,
                "current_max_count": current_max_count,
                "target_max_count": target_max_count,
                "current_max_count_per_day": current_max_count_per_day,
                "target_max_count_per_day": target_max_count_per_day,
            },
            options=options,
        )

    def associate_stores(
        self,
        product_coupon_id: str,
        stock_bundle_id: str,
        *,
        brand_id: str,
        store_list: Sequence[params.StoreInfo],
        options: CallOptions | None = None,
    ) -> models.StoreAssociationResponse:
        """批次组批量关联门店。

        把品牌的门店关联到批次组内的全部批次，一次最多 200 个；只适用于批次的 `store_scope` 为
        `SPECIFIC`、未失效也未过期的批次组。
        部分门店关联失败时仍返回 200，须检查 `failed_store_list`。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
            brand_id: 品牌 ID，须已授权给服务商
            store_list: 门店列表（至多 200 项）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280620
        """
        return self._call(
            ASSOCIATE_STORES,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={"brand_id": brand_id, "store_list": store_list},
            options=options,
        )

    def disassociate_stores(
        self,
        product_coupon_id: str,
        stock_bundle_id: str,
        *,
        brand_id: str,
        store_list: Sequence[params.StoreInfo],
        options: CallOptions | None = None,
    ) -> models.StoreAssociationResponse:
        """批次组批量取消关联门店。

        取消门店与批次组内全部批次的关联，一次最多 200 个；只适用于批次的 `store_scope` 为
        `SPECIFIC`、未失效也未过期的批次组。
        部分门店取消失败时仍返回 200，须检查 `failed_store_list`。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
            brand_id: 品牌 ID，须已授权给服务商
            store_list: 门店列表（至多 200 项）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280629
        """
        return self._call(
            DISASSOCIATE_STORES,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={"brand_id": brand_id, "store_list": store_list},
            options=options,
        )


class AsyncStockBundles(AsyncResource):
    """商品券批次组；方法同 `StockBundles`，均为协程。"""

    create = Awaited(StockBundles.create)
    """添加商品券批次组。"""
    update = Awaited(StockBundles.update)
    """修改商品券批次组。"""
    update_budget = Awaited(StockBundles.update_budget)
    """修改商品券批次组发放预算。"""
    associate_stores = Awaited(StockBundles.associate_stores)
    """批次组批量关联门店。"""
    disassociate_stores = Awaited(StockBundles.disassociate_stores)
    """批次组批量取消关联门店。"""
