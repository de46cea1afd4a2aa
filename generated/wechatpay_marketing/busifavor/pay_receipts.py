# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：营销补差付款单。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import models

LIST: Operation[models.SubsidyPayReceiptListResponse] = Operation(
    id="busifavor.pay_receipts.list",
    method="GET",
    path="/v3/marketing/busifavor/subsidy/pay-receipts",
    scheme="merchant",
    parameters="busifavor.params:PayReceiptsListParameters",
    answer="busifavor.models:SubsidyPayReceiptListResponse",
)
CREATE: Operation[models.SubsidyPayReceipt] = Operation(
    id="busifavor.pay_receipts.create",
    method="POST",
    path="/v3/marketing/busifavor/subsidy/pay-receipts",
    scheme="merchant",
    body="busifavor.params:SubsidyPayRequest",
    answer="busifavor.models:SubsidyPayReceipt",
    idempotency_key="out_subsidy_no",
)
GET: Operation[models.SubsidyPayReceipt] = Operation(
    id="busifavor.pay_receipts.get",
    method="GET",
    path="/v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}",
    scheme="merchant",
    parameters="busifavor.params:PayReceiptsGetParameters",
    answer="busifavor.models:SubsidyPayReceipt",
)


class PayReceipts(Resource):
    """营销补差付款单。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def list(
        self,
        *,
        stock_id: str,
        coupon_code: str,
        out_subsidy_no: str | None = None,
        options: CallOptions | None = None,
    ) -> models.SubsidyPayReceiptListResponse:
        """查询营销补差付款单列表。

        查询一张券的全部补差付款单，不分页。

        Args:
            stock_id: 批次号（1–20 字符）
            coupon_code: 券 code（1–128 字符）
            out_subsidy_no: 补差请求单号，填写后只查这一笔（1–128 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4017147338
        """
        return self._call(
            LIST,
            parameters={
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "out_subsidy_no": out_subsidy_no,
            },
            options=options,
        )

    def create(
        self,
        *,
        stock_id: str,
        coupon_code: str,
        transaction_id: str,
        payer_merchant: str,
        payee_merchant: str,
        amount: int,
        description: str,
        out_subsidy_no: str,
        options: CallOptions | None = None,
    ) -> models.SubsidyPayReceipt:
        """营销补差付款。

        券核销后，由扣款商户向核销商户支付补差资金。仅支持满减券与折扣券。

        Args:
            stock_id: 批次号，仅支持满减券与折扣券批次（1–20 字符）
            coupon_code: 券 code（1–128 字符）
            transaction_id: 微信支付订单号（28–32 字符）
            payer_merchant: 扣款商户号，须为制券商户号或归属商户号（1–32 字符）
            payee_merchant: 入账商户号，须为归属商户号或与其有连锁品牌关系（1–32 字符）
            amount: 补差金额（单位：分），不超过券的优惠金额，最高 5000 元（至多 500000）
            description: 付款备注，查询时原样返回（1–1024 字符）
            out_subsidy_no: 补差请求单号，每次付款唯一，重试时保持不变（1–128 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4017147321
        """
        return self._call(
            CREATE,
            body={
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "transaction_id": transaction_id,
                "payer_merchant": payer_merchant,
                "payee_merchant": payee_merchant,
                "amount": amount,
                "description": description,
                "out_subsidy_no": out_subsidy_no,
            },
            options=options,
        )

    def get(
        self,
        subsidy_receipt_id: str,
        *,
        options: CallOptions | None = None,
    ) -> models.SubsidyPayReceipt:
        """查询营销补差付款单详情。

        查询一张补差付款单的状态。

        Args:
            subsidy_receipt_id: 补差付款单号（28–32 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4017147336
        """
        return self._call(
            GET,
            parameters={"subsidy_receipt_id": subsidy_receipt_id},
            options=options,
        )


class AsyncPayReceipts(AsyncResource):
    """营销补差付款单；方法同 `PayReceipts`，均为协程。"""

    list = Awaited(PayReceipts.list)
    """查询营销补差付款单列表。"""
    create = Awaited(PayReceipts.create)
    """营销补差付款。"""
    get = Awaited(PayReceipts.get)
    """查询营销补差付款单详情。"""
