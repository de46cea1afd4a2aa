# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）：商品券批次。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.pagination import by_token, by_token_async
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from .._runtime.options import CallOptions
    from ..product_coupon import (
        enums as product_coupon_enums,
        models as product_coupon_models,
        params as product_coupon_params,
    )
    from . import models, params

LIST: Operation[models.BrandListStocksResponse] = Operation(
    id="brand.stocks.list",
    method="GET",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks",
    scheme="brand",
    parameters="brand.params:StocksListParameters",
    answer="brand.models:BrandListStocksResponse",
    rate_limit=(20, 1),
)
CREATE: Operation[models.BrandSingleStockEntity] = Operation(
    id="brand.stocks.create",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks",
    scheme="brand",
    parameters="brand.params:StocksCreateParameters",
    body="brand.params:BrandCreateStockRequest",
    answer="brand.models:BrandSingleStockEntity",
    idempotency_key="out_request_no",
)
GET: Operation[models.BrandStockEntity] = Operation(
    id="brand.stocks.get",
    method="GET",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}",
    scheme="brand",
    parameters="brand.params:StocksGetParameters",
    answer="brand.models:BrandStockEntity",
    rate_limit=(20, 1),
)
UPDATE: Operation[models.BrandSingleStockEntity] = Operation(
    id="brand.stocks.update",
    method="PATCH",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}",
    scheme="brand",
    parameters="brand.params:StocksUpdateParameters",
    body="brand.params:BrandUpdateStockRequest",
    answer="brand.models:BrandSingleStockEntity",
    idempotency_key="out_request_no",
)
DEACTIVATE: Operation[models.BrandSingleStockEntity] = Operation(
    id="brand.stocks.deactivate",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate",
    scheme="brand",
    parameters="brand.params:StocksDeactivateParameters",
    body="product_coupon.params:BrandDeactivateCouponOrStockRequest",
    answer="brand.models:BrandSingleStockEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
UPDATE_BUDGET: Operation[models.BrandSingleStockEntity] = Operation(
    id="brand.stocks.update_budget",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget",
    scheme="brand",
    parameters="brand.params:StocksUpdateBudgetParameters",
    body="product_coupon.params:BrandUpdateStockBudgetRequest",
    answer="brand.models:BrandSingleStockEntity",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
UPLOAD_COUPON_CODES: Operation[product_coupon_models.BrandUploadCouponCodesResponse] = Operation(
    id="brand.stocks.upload_coupon_codes",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes",
    scheme="brand",
    parameters="brand.params:StocksUploadCouponCodesParameters",
    body="product_coupon.params:BrandUploadCouponCodesRequest",
    answer="product_coupon.models:BrandUploadCouponCodesResponse",
    idempotency_key="out_request_no",
    rate_limit=(20, 1),
)
ASSOCIATE_STORES: Operation[product_coupon_models.BrandStoreAssociationResponse] = Operation(
    id="brand.stocks.associate_stores",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores",
    scheme="brand",
    parameters="brand.params:StocksAssociateStoresParameters",
    body="product_coupon.params:BrandStoreAssociationRequest",
    answer="product_coupon.models:BrandStoreAssociationResponse",
)
DISASSOCIATE_STORES: Operation[product_coupon_models.BrandStoreAssociationResponse] = Operation(
    id="brand.stocks.disassociate_stores",
    method="POST",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores",
    scheme="brand",
    parameters="brand.params:StocksDisassociateStoresParameters",
    body="product_coupon.params:BrandStoreAssociationRequest",
    answer="product_coupon.models:BrandStoreAssociationResponse",
)
LIST_ASSOCIATED_STORES: Operation[product_coupon_models.ListAssociatedStoresResponse] = Operation(
    id="brand.stocks.list_associated_stores",
    method="GET",
    path="/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores",
    scheme="brand",
    parameters="brand.params:StocksListAssociatedStoresParameters",
    answer="product_coupon.models:ListAssociatedStoresResponse",
    rate_limit=(20, 1),
)


class Stocks(Resource):
    """商品券批次。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def list(
        self,
        product_coupon_id: str,
        *,
        state: product_coupon_enums.StockState | None = None,
        stock_bundle_id: str | None = None,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> models.BrandListStocksResponse:
        """查询商品券批次列表。

        分页查询商品券的批次，可按批次状态或所属批次组筛选。

        Args:
            product_coupon_id: 多次优惠商品券的商品券 ID，创建商品券时由微信支付生成（至多
                40 字符）
            state: 批次状态
            stock_bundle_id: 批次组 ID；部分文档页没有此参数
            page_size: 每页条数，默认 20（至多 50）
            page_token: 分页 token，取上一页应答的 `next_page_token`，第一页不填

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4015736384
        """
        return self._call(
            LIST,
            parameters={
                "product_coupon_id": product_coupon_id,
                "state": state,
                "stock_bundle_id": stock_bundle_id,
                "page_size": page_size,
                "page_token": page_token,
            },
            options=options,
        )

    def iter_all(
        self,
        product_coupon_id: str,
        *,
        state: product_coupon_enums.StockState | None = None,
        stock_bundle_id: str | None = None,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> Iterator[models.BrandStockEntity]:
        """查询商品券批次列表：逐页取回，逐条给出；参数同 `list`，`page_token` 为起点。

        分页查询商品券的批次，可按批次状态或所属批次组筛选。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token(
            lambda cursor: self.list(
                product_coupon_id,
                state=state,
                stock_bundle_id=stock_bundle_id,
                page_size=page_size,
                page_token=cursor,
                options=options,
            ),
            lambda page: page.stock_list,
            lambda page: page.next_page_token,
            page_token,
        )

    def create(
        self,
        product_coupon_id: str,
        *,
        out_request_no: str,
        stock: params.BrandStockForCreate,
        options: CallOptions | None = None,
    ) -> models.BrandSingleStockEntity:
        """添加商品券批次。

        为单券商品券添加一个批次；多次优惠商品券请添加批次组。
        服务商的同名接口要求商品券生效中（`EFFECTIVE`），且同一商品券最多有 200 个生效中的批
        次，已过期与已失效的批次不计。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            out_request_no: 创建请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            stock: 批次信息

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4015736342
        """
        return self._call(
            CREATE,
            parameters={"product_coupon_id": product_coupon_id},
            body={"out_request_no": out_request_no, "stock": stock},
            options=options,
        )

    def get(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        options: CallOptions | None = None,
    ) -> models.BrandStockEntity:
        """查询商品券指定批次。

        查询批次的规则、状态与已发放次数。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/partner/4016434649
        """
        return self._call(
            GET,
            parameters={"product_coupon_id": product_coupon_id, "stock_id": stock_id},
            options=options,
        )

    def update(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        out_request_no: str,
        remark: str | None = None,
        coupon_display_info: product_coupon_params.CouponDisplayInfo | None = None,
        notify_config: product_coupon_params.ProductCouponNotifyConfig | None = None,
        store_scope: product_coupon_enums.StockStoreScope | None = None,
        usage_rule_display_info: product_coupon_params.UsageRuleDisplayInfo | None = None,
        options: CallOptions | None = None,
    ) -> models.BrandSingleStockEntity:
        """修改商品券指定批次。

        修改批次的备注、展示信息、通知配置与可用门店范围，只填需要修改的字段。
        批次须在发放中或已暂停，不影响已发放的券；批次组内的批次请修改批次组。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成
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

        https://pay.weixin.qq.com/doc/v3/partner/4015781556
        """
        return self._call(
            UPDATE,
            parameters={"product_coupon_id": product_coupon_id, "stock_id": stock_id},
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

    def deactivate(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        out_request_no: str,
        deactivate_reason: str,
        options: CallOptions | None = None,
    ) -> models.BrandSingleStockEntity:
        """失效商品券批次。

        使一个发放中或已暂停（`SENDING`、`PAUSED`）的批次失效，其他批次不受影响；已发给用户的
        券仍然有效。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成
            out_request_no: 失效请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            deactivate_reason: 失效原因（至多 150 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4015736352
        """
        return self._call(
            DEACTIVATE,
            parameters={"product_coupon_id": product_coupon_id, "stock_id": stock_id},
            body={"out_request_no": out_request_no, "deactivate_reason": deactivate_reason},
            options=options,
        )

    def update_budget(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        out_request_no: str,
        update_mode: product_coupon_enums.UpdateBudgetMode,
        current_max_count: int | None = None,
        target_max_count: int | None = None,
        current_max_count_per_day: int | None = None,
        target_max_count_per_day: int | None = None,
        options: CallOptions | None = None,
    ) -> models.BrandSingleStockEntity:
        """修改商品券批次发放预算。

        修改批次的发放次数总上限或每日上限，一次只改一项，须同时给出当前值。
        批次须未失效、未过期；批次组内的批次请修改批次组的预算。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成
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

        https://pay.weixin.qq.com/doc/brand/4015736398
        """
        return self._call(
            UPDATE_BUDGET,
            parameters={"product_coupon_id": product_coupon_id, "stock_id": stock_id},
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

    def upload_coupon_codes(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        out_request_no: str,
        code_list: Sequence[str],
        options: CallOptions | None = None,
    ) -> product_coupon_models.BrandUploadCouponCodesResponse:
        """预上传券 code。

        为 `coupon_code_mode` 为 `UPLOAD` 的批次预上传券 code，一次最多 200 个；批次须未失效、
        未过期。
        部分券 code 上传失败时仍返回 200，须检查 `failed_code_list`。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成
            out_request_no: 上传请求单号，重试时保持不变（6–40 字符，匹配
                `^[0-9A-Za-z_-]+$`）
            code_list: 券 code 列表，券 code 不可重复，可用数字、大小写字母、`_` 与 `-`
                （至多 200 项，每项至多 40 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4015736400
        """
        return self._call(
            UPLOAD_COUPON_CODES,
            parameters={"product_coupon_id": product_coupon_id, "stock_id": stock_id},
            body={"out_request_no": out_request_no, "code_list": code_list},
            options=options,
        )

    def associate_stores(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        store_list: Sequence[product_coupon_params.StoreInfo],
        options: CallOptions | None = None,
    ) -> product_coupon_models.BrandStoreAssociationResponse:
        """批次关联门店。

        把品牌的门店关联到批次，一次最多 200 个；只适用于 `store_scope` 为 `SPECIFIC`、未失效
        也未过期的批次。
        批次组内的批次请把门店关联到批次组。
        部分门店关联失败时仍返回 200，须检查 `failed_store_list`。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成
            store_list: 门店列表（至多 200 项）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4015736339
        """
        return self._call(
            ASSOCIATE_STORES,
            parameters={"product_coupon_id": product_coupon_id, "stock_id": stock_id},
            body={"store_list": store_list},
            options=options,
        )

    def disassociate_stores(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        store_list: Sequence[product_coupon_params.StoreInfo],
        options: CallOptions | None = None,
    ) -> product_coupon_models.BrandStoreAssociationResponse:
        """批次取消关联门店。

        取消门店与批次的关联，一次最多 200 个；只适用于 `store_scope` 为 `SPECIFIC`、未失效也
        未过期的批次。
        批次组内的批次请取消门店与批次组的关联。
        部分门店取消失败时仍返回 200，须检查 `failed_store_list`。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成
            store_list: 门店列表（至多 200 项）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4015736372
        """
        return self._call(
            DISASSOCIATE_STORES,
            parameters={"product_coupon_id": product_coupon_id, "stock_id": stock_id},
            body={"store_list": store_list},
            options=options,
        )

    def list_associated_stores(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> product_coupon_models.ListAssociatedStoresResponse:
        """查询批次关联门店列表。

        分页查询批次已关联的门店。

        Args:
            product_coupon_id: 商品券 ID，创建商品券时由微信支付生成（至多 40 字符）
            stock_id: 批次 ID，创建批次时由微信支付生成
            page_size: 每页条数，默认 20（至多 200）
            page_token: 分页 token，取上一页应答的 `next_page_token`，第一页不填

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/brand/4015736379
        """
        return self._call(
            LIST_ASSOCIATED_STORES,
            parameters={
                "product_coupon_id": product_coupon_id,
                "stock_id": stock_id,
                "page_size": page_size,
                "page_token": page_token,
            },
            options=options,
        )

    def iter_associated_stores(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> Iterator[product_coupon_models.StoreInfo]:
        """查询批次关联门店列表：逐页取回，逐条给出；参数同 `list_associated_stores`，
        `page_token` 为起点。

        分页查询批次已关联的门店。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token(
            lambda cursor: self.list_associated_stores(
                product_coupon_id,
                stock_id,
                page_size=page_size,
                page_token=cursor,
                options=options,
            ),
            lambda page: page.store_list,
            lambda page: page.next_page_token,
            page_token,
        )


class AsyncStocks(AsyncResource):
    """商品券批次；方法同 `Stocks`，均为协程。"""

    list = Awaited(Stocks.list)
    """查询商品券批次列表。"""

    def iter_all(
        self,
        product_coupon_id: str,
        *,
        state: product_coupon_enums.StockState | None = None,
        stock_bundle_id: str | None = None,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncIterator[models.BrandStockEntity]:
        """查询商品券批次列表：逐页取回，逐条给出；参数同 `list`，`page_token` 为起点。

        分页查询商品券的批次，可按批次状态或所属批次组筛选。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token_async(
            lambda cursor: self.list(
                product_coupon_id,
                state=state,
                stock_bundle_id=stock_bundle_id,
                page_size=page_size,
                page_token=cursor,
                options=options,
            ),
            lambda page: page.stock_list,
            lambda page: page.next_page_token,
            page_token,
        )

    create = Awaited(Stocks.create)
    """添加商品券批次。"""
    get = Awaited(Stocks.get)
    """查询商品券指定批次。"""
    update = Awaited(Stocks.update)
    """修改商品券指定批次。"""
    deactivate = Awaited(Stocks.deactivate)
    """失效商品券批次。"""
    update_budget = Awaited(Stocks.update_budget)
    """修改商品券批次发放预算。"""
    upload_coupon_codes = Awaited(Stocks.upload_coupon_codes)
    """预上传券 code。"""
    associate_stores = Awaited(Stocks.associate_stores)
    """批次关联门店。"""
    disassociate_stores = Awaited(Stocks.disassociate_stores)
    """批次取消关联门店。"""
    list_associated_stores = Awaited(Stocks.list_associated_stores)
    """查询批次关联门店列表。"""

    def iter_associated_stores(
        self,
        product_coupon_id: str,
        stock_id: str,
        *,
        page_size: int | None = None,
        page_token: str | None = None,
        options: CallOptions | None = None,
    ) -> AsyncIterator[product_coupon_models.StoreInfo]:
        """查询批次关联门店列表：逐页取回，逐条给出；参数同 `list_associated_stores`，
        `page_token` 为起点。

        分页查询批次已关联的门店。

        Raises:
            PaginationError: 服务端重复给出同一页。
        """
        return by_token_async(
            lambda cursor: self.list_associated_stores(
                product_coupon_id,
                stock_id,
                page_size=page_size,
                page_token=cursor,
                options=options,
            ),
            lambda page: page.store_list,
            lambda page: page.next_page_token,
            page_token,
        )
