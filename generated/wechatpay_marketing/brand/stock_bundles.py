# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）：商品券批次组。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.options import CallOptions
    from ..product_coupon import (
        enums as product_coupon_enums,
        models as product_coupon_models,
        params as product_coupon_params,
    )
    from . import models

CREATE: Operation[models.BrandStockBundleEntity] = Operation(
    id="brand.stock_bundles.create",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles",
    scheme="brand",
    parameters="brand.params:StockBundlesCreateParameters",
    body="brand.params:BrandCreateStockBundleRequest",
    answer="brand.models:BrandStockBundleEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
UPDATE: Operation[models.BrandStockBundleEntity] = Operation(
    id="brand.stock_bundles.update",
    method="PATCH",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}",
    scheme="brand",
    parameters="brand.params:StockBundlesUpdateParameters",
    body="brand.params:BrandUpdateStockRequest",
    answer="brand.models:BrandStockBundleEntity",
    idempotency_key="out_request_no",
)
UPDATE_BUDGET: Operation[models.BrandStockBundleEntity] = Operation(
    id="brand.stock_bundles.update_budget",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget",
    scheme="brand",
    parameters="brand.params:StockBundlesUpdateBudgetParameters",
    body="product_coupon.params:BrandUpdateStockBudgetRequest",
    answer="brand.models:BrandStockBundleEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
ASSOCIATE_STORES: Operation[product_coupon_models.BrandStoreAssociationResponse] = Operation(
    id="brand.stock_bundles.associate_stores",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores",
    scheme="brand",
    parameters="brand.params:StockBundlesAssociateStoresParameters",
    body="product_coupon.params:BrandStoreAssociationRequest",
    answer="product_coupon.models:BrandStoreAssociationResponse",
    rate_limit=(20, 1),
)
DISASSOCIATE_STORES: Operation[product_coupon_models.BrandStoreAssociationResponse] = Operation(
    id="brand.stock_bundles.disassociate_stores",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores",
    scheme="brand",
    parameters="brand.params:StockBundlesDisassociateStoresParameters",
    body="product_coupon.params:BrandStoreAssociationRequest",
    answer="product_coupon.models:BrandStoreAssociationResponse",
    rate_limit=(20, 1),
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
        out_request_no: str,
        stock_bundle: product_coupon_params.StockBundleForCreate,
        options: CallOptions | None = None,
    ) -> models.BrandStockBundleEntity:
        """添加商品券批次组。

        为多次优惠商品券添加一个批次组，组内每个批次对应一次使用。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            out_request_no: 创建请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            stock_bundle: 批次组信息；品牌接口的文档没有服务商的 `available_seconds`、
                `app_jump_type` 与 `passcode_link`

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4016279732
        """
        return self._call(
            CREATE,
            parameters={"product_coupon_id": product_coupon_id},
            body={"out_request_no": out_request_no, "stock_bundle": stock_bundle},
            options=options,
        )

    def update(
        self,
        product_coupon_id: str,
        stock_bundle_id: str,
        *,
        out_request_no: str,
        remark: str | None = None,
        coupon_display_info: product_coupon_params.CouponDisplayInfo | None = None,
        notify_config: product_coupon_params.ProductCouponNotifyConfig | None = None,
        store_scope: product_coupon_enums.StockStoreScope | None = None,
        usage_rule_display_info: product_coupon_params.UsageRuleDisplayInfo | None = None,
        options: CallOptions | None = None,
    ) -> models.BrandStockBundleEntity:
        """修改商品券批次组。

        修改批次组内全部批次的备注、展示信息、通知配置与可用门店范围，只填需要修改的字段。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
            out_request_no: 修改请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            remark: 备注；旧示例的注释写 60 个字以内（至多 20 字符）
            coupon_display_info: 用户商品券展示信息
            notify_config: 事件通知配置
            store_scope: 可用门店范围
            usage_rule_display_info: 券使用规则展示信息；品牌接口的文档没有服务商的
                `app_jump_type` 与 `passcode_link`

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016280633
        """
        return self._call(
            UPDATE,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={
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
        out_request_no: str,
        update_mode: product_coupon_enums.UpdateBudgetMode,
        current_max_count: int | None = None,
        target_max_count: int | None = None,
        current_max_count_per_day: int | None = None,
        target_max_count_per_day: int | None = None,
        options: CallOptions | None = None,
    ) -> models.BrandStockBundleEntity:
        """修改商品券批次组发放预算。

        修改批次组内全部批次的发放次数总上限或每日上限，一次只改一项，须同时给出当前值。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
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

        https://pay.weixin.qq.com/doc/brand/4016279740
        """
        return self._call(
            UPDATE_BUDGET,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={
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
        store_list: Sequence[product_coupon_params.StoreInfo],
        options: CallOptions | None = None,
    ) -> product_coupon_models.BrandStoreAssociationResponse:
        """批次组批量关联门店。

        把品牌的门店关联到批次组内的全部批次，一次最多 200 个；只适用于批次的 `store_scope` 为
        `SPECIFIC`、未失效也未过期的批次组。
        部分门店关联失败时仍返回 200，须检查 `failed_store_list`。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
            store_list: 门店列表（至多 200 项）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4016279709
        """
        return self._call(
            ASSOCIATE_STORES,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={"store_list": store_list},
            options=options,
        )

    def disassociate_stores(
        self,
        product_coupon_id: str,
        stock_bundle_id: str,
        *,
        store_list: Sequence[product_coupon_params.StoreInfo],
        options: CallOptions | None = None,
    ) -> product_coupon_models.BrandStoreAssociationResponse:
        """批次组批量取消关联门店。

        取消门店与批次组内全部批次的关联，一次最多 200 个；只适用于批次的 `store_scope` 为
        `SPECIFIC`、未失效也未过期的批次组。
        部分门店取消失败时仍返回 200，须检查 `failed_store_list`。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            stock_bundle_id: 批次组 ID，创建批次组时由微信支付生成
            store_list: 门店列表（至多 200 项）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4016279734
        """
        return self._call(
            DISASSOCIATE_STORES,
            parameters={"product_coupon_id": product_coupon_id, "stock_bundle_id": stock_bundle_id},
            body={"store_list": store_list},
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
