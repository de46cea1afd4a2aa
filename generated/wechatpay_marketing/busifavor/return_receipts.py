# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：营销补差回退单。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from . import models

CREATE: Operation[models.SubsidyReturnReceipt] = Operation(
    id="busifavor.return_receipts.create",
    method="POST",
    path="/v3/marketing/busifavor/subsidy/return-receipts",
    scheme="merchant",
    body="busifavor.params:SubsidyReturnRequest",
    answer="busifavor.models:SubsidyReturnReceipt",
    idempotency_key="out_subsidy_return_no",
)
GET: Operation[models.SubsidyReturnReceipt] = Operation(
    id="busifavor.return_receipts.get",
    method="GET",
    path="/v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}",
    scheme="merchant",
    parameters="busifavor.params:ReturnReceiptsGetParameters",
    answer="busifavor.models:SubsidyReturnReceipt",
)


class ReturnReceipts(Resource):
    """营销补差回退单。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def create(
        self,
        *,
        stock_id: str,
        coupon_code: str,
        transaction_id: str,
        refund_id: str,
        payer_merchant: str,
        payee_merchant: str,
        amount: int,
        description: str,
        out_subsidy_return_no: str,
        options: CallOptions | None = None,
    ) -> models.SubsidyReturnReceipt:
        """营销补差回退。

        订单退款后，把已付的补差资金退回原扣款商户。

        Args:
            stock_id: 批次号，仅支持满减券与折扣券批次（1–20 字符）
            coupon_code: 券 code（1–128 字符）
            transaction_id: 微信支付订单号（28–32 字符）
            refund_id: 微信支付退款单号（28–32 字符）
            payer_merchant: 原扣款商户号，即本次回退的收款方（1–32 字符）
            payee_merchant: 原入账商户号，即本次回退的扣款方（1–32 字符）
            amount: 回退金额（单位：分），一张券累计不超过补差金额
            description: 回退备注，查询时原样返回（1–1024 字符）
            out_subsidy_return_no: 回退请求单号，每次回退唯一，重试时保持不变（1–128 字
                符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4017147332
        """
        return self._call(
            CREATE,
            body={
                "stock_id": stock_id,
                "coupon_code": coupon_code,
                "transaction_id": transaction_id,
                "refund_id": refund_id,
                "payer_merchant": payer_merchant,
                "payee_merchant": payee_merchant,
                "amount": amount,
                "description": description,
                "out_subsidy_return_no": out_subsidy_return_no,
            },
            options=options,
        )

    def get(
        self,
        subsidy_return_receipt_id: str,
        *,
        options: CallOptions | None = None,
    ) -> models.SubsidyReturnReceipt:
        """查询营销补差回退单详情。

        查询一张补差回退单的状态。

        Args:
            subsidy_return_receipt_id: 补差回退单号（28–32 字符）

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4017147344
        """
        return self._call(
            GET,
            parameters={"subsidy_return_receipt_id": subsidy_return_receipt_id},
            options=options,
        )


class AsyncReturnReceipts(AsyncResource):
    """营销补差回退单；方法同 `ReturnReceipts`，均为协程。"""

    create = Awaited(ReturnReceipts.create)
    """营销补差回退。"""
    get = Awaited(ReturnReceipts.get)
    """查询营销补差回退单详情。"""
