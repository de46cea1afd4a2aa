# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：商家券批次。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.answer import NoContent
    from .._runtime.options import CallOptions
    from . import enums, models, params

CREATE: Operation[models.CreateBusiFavorStockResponse] = Operation(
    id="busifavor.stocks.create",
    method="POST",
    path="/v3/marketing/busifavor/stocks",
    scheme="merchant",
    body="busifavor.params:CreateBusiFavorStockRequest",
    answer="busifavor.models:CreateBusiFavorStockResponse",
    idempotency_key="out_request_no",
    rate_limit=(1000, 60),
)
GET: Operation[models.StockGetResponse] = Operation(
    id="busifavor.stocks.get",
    method="GET",
    path="/v3/marketing/busifavor/stocks/{stock_id}",
    scheme="merchant",
    parameters="busifavor.params:StocksGetParameters",
    answer="busifavor.models:StockGetResponse",
)
UPDATE: Operation[NoContent] = Operation(
    id="busifavor.stocks.update",
    method="PATCH",
    path="/v3/marketing/busifavor/stocks/{stock_id}",
    scheme="merchant",
    parameters="busifavor.params:StocksUpdateParameters",
    body="busifavor.params:ModifyStockInfoRequest",
    answer="_runtime.answer:NoContent",
    idempotency_key="out_request_no",
)
UPDATE_BUDGET: Operation[models.ModifyBudgetResponse] = Operation(
    id="busifavor.stocks.update_budget",
    method="PATCH",
    path="/v3/marketing/busifavor/stocks/{stock_id}/budget",
    scheme="merchant",
    parameters="busifavor.params:StocksUpdateBudgetParameters",
    body="busifavor.params:ModifyBudgetRequest",
    answer="busifavor.models:ModifyBudgetResponse",
    idempotency_key="modify_budget_request_no",
)


class Stocks(Resource):
    """商家券批次。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def create(
        self,
        *,
        stock_name: str,
        belong_merchant: str,
        goods_name: str,
        stock_type: enums.BusiFavorStockType,
        coupon_use_rule: params.CouponUseRuleForCreate,
        stock_send_rule: params.BusiFavorStockSendRule,
        out_request_no: str,
        coupon_code_mode: enums.BusiFavorCouponCodeMode,
        comment: str | None = None,
        custom_entrance: params.CustomEntrance | None = None,
        display_pattern_info: params.DisplayPatternInfo | None = None,
        notify_config: params.BusiFavorNotifyConfig | None = None,
        subsidy: bool | None = None,
        options: CallOptions | None = None,
    ) -> models.CreateBusiFavorStockResponse:
        """创建商家券。

        创建一个商家券批次。批次创建后即可发券。

        Args:
            stock_name: 批次名称（1–21 字符）
            belong_merchant: 批次归属的商户号：直连模式为直连商户号，服务商与间连模式为子
                商户号（8–15 字符）
            goods_name: 适用商品范围，展示在微信卡包中（1–15 字符）
            stock_type: 批次类型
            coupon_use_rule: 核销规则
            stock_send_rule: 发放规则
            out_request_no: 商户请求单号，每个批次唯一，重试时保持不变（1–128 字符）
            coupon_code_mode: 券 code 的来源
            comment: 批次备注，仅创建方可见（1–20 字符）
            custom_entrance: 券详情页的自定义入口
            display_pattern_info: 券的样式
            notify_config: 事件通知配置
            subsidy: 是否允许营销补差，默认为否；官方 SDK 注明暂未开放

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、RATELIMIT_EXCEEDED、
                FREQUENCY_LIMITED、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012534855
        """
        return self._call(
            CREATE,
            body={
                "stock_name": stock_name,
                "belong_merchant": belong_merchant,
                "comment": comment,
                "goods_name": goods_name,
                "stock_type": stock_type,
                "coupon_use_rule": coupon_use_rule,
                "stock_send_rule": stock_send_rule,
                "out_request_no": out_request_no,
                "custom_entrance": custom_entrance,
                "display_pattern_info": display_pattern_info,
                "coupon_code_mode": coupon_code_mode,
                "notify_config": notify_config,
                "subsidy": subsidy,
            },
            options=options,
        )

    def get(
        self,
        stock_id: str,
        *,
        options: CallOptions | None = None,
    ) -> models.StockGetResponse:
        """查询商家券详情。

        查询一个批次的规则、状态与发放情况。

        Args:
            stock_id: 批次号，创建批次时由微信支付生成（1–20 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012534928
        """
        return self._call(
            GET,
            parameters={"stock_id": stock_id},
            options=options,
        )

    def update(
        self,
        stock_id: str,
        *,
        out_request_no: str,
        custom_entrance: params.ModifyCustomEntrance | None = None,
        stock_name: str | None = None,
        comment: str | None = None,
        goods_name: str | None = None,
        display_pattern_info: params.DisplayPatternInfo | None = None,
        coupon_use_rule: params.ModifyCouponUseRule | None = None,
        stock_send_rule: params.ModifyStockSendRule | None = None,
        notify_config: params.BusiFavorNotifyConfig | None = None,
        subsidy: bool | None = None,
        options: CallOptions | None = None,
    ) -> NoContent:
        """修改商家券基本信息。

        修改批次的名称、备注、入口、样式等信息，未填的字段保持不变；须在批次有效期结束前修改。
        成功时没有应答体。

        Args:
            stock_id: 批次号，创建批次时由微信支付生成（1–20 字符）
            out_request_no: 商户请求单号，每次修改唯一，重试时保持不变（1–128 字符）
            custom_entrance: 券详情页的自定义入口
            stock_name: 批次名称；官方 SDK 注明暂不支持修改（至多 21 字符）
            comment: 批次备注，仅创建方可见（至多 20 字符）
            goods_name: 适用商品范围（至多 15 字符）
            display_pattern_info: 券的样式
            coupon_use_rule: 核销规则
            stock_send_rule: 发放规则
            notify_config: 事件通知配置
            subsidy: 是否允许营销补差

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012535020
        """
        return self._call(
            UPDATE,
            parameters={"stock_id": stock_id},
            body={
                "custom_entrance": custom_entrance,
                "stock_name": stock_name,
                "comment": comment,
                "goods_name": goods_name,
                "out_request_no": out_request_no,
                "display_pattern_info": display_pattern_info,
                "coupon_use_rule": coupon_use_rule,
                "stock_send_rule": stock_send_rule,
                "notify_config": notify_config,
                "subsidy": subsidy,
            },
            options=options,
        )

    def update_budget(
        self,
        stock_id: str,
        *,
        modify_budget_request_no: str,
        target_max_coupons: int | None = None,
        target_max_coupons_by_day: int | None = None,
        current_max_coupons: int | None = None,
        current_max_coupons_by_day: int | None = None,
        options: CallOptions | None = None,
    ) -> models.ModifyBudgetResponse:
        """修改批次预算。

        修改批次的最大发放个数或单天发放上限，并须带上当前值，与实际不符时拒绝修改。

        Args:
            stock_id: 批次号，创建批次时由微信支付生成（1–20 字符）
            modify_budget_request_no: 修改预算请求单号，每次修改唯一，重试时保持不变
                （1–128 字符）
            target_max_coupons: 修改后的最大发放个数；与 `target_max_coupons_by_day` 二选
                一
            target_max_coupons_by_day: 修改后的单天发放上限；与 `target_max_coupons` 二选
                一
            current_max_coupons: 当前的最大发放个数，填写 `target_max_coupons` 时必填
            current_max_coupons_by_day: 当前的单天发放上限，填写
                `target_max_coupons_by_day` 时必填

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4012465739
        """
        return self._call(
            UPDATE_BUDGET,
            parameters={"stock_id": stock_id},
            body={
                "target_max_coupons": target_max_coupons,
                "target_max_coupons_by_day": target_max_coupons_by_day,
                "current_max_coupons": current_max_coupons,
                "current_max_coupons_by_day": current_max_coupons_by_day,
                "modify_budget_request_no": modify_budget_request_no,
            },
            options=options,
        )


class AsyncStocks(AsyncResource):
    """商家券批次；方法同 `Stocks`，均为协程。"""

    create = Awaited(Stocks.create)
    """创建商家券。"""
    get = Awaited(Stocks.get)
    """查询商家券详情。"""
    update = Awaited(Stocks.update)
    """修改商家券基本信息。"""
    update_budget = Awaited(Stocks.update_budget)
    """修改批次预算。"""
