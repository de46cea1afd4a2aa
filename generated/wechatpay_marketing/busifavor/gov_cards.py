# From spec/ and templates/package/{product}/{resource}.py.jinja by `make generate`; do not edit.
"""商家券：消费卡发放。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation
from .._runtime.resource import AsyncResource, Awaited, Resource

if TYPE_CHECKING:
    from .._runtime.options import CallOptions
    from .._runtime.types import Time
    from . import models

SEND: Operation[models.CouponSendGovCardResponse] = Operation(
    id="busifavor.gov_cards.send",
    method="POST",
    path="/v3/marketing/busifavor/coupons/{card_id}/send",
    scheme="merchant",
    parameters="busifavor.params:GovCardsSendParameters",
    body="busifavor.params:SendGovCardRequest",
    answer="busifavor.models:CouponSendGovCardResponse",
    idempotency_key="out_request_no",
)


class GovCards(Resource):
    """消费卡发放。

    每个调用都接受 `options`，即只对本次调用生效的设置；除所列的之外，都可能抛出
    `ValidationError`（参数不合规格，未发出）及 `WechatPayError` 的其它子类。
    """

    def send(
        self,
        card_id: str,
        *,
        appid: str,
        openid: str,
        out_request_no: str,
        send_time: Time,
        options: CallOptions | None = None,
    ) -> models.CouponSendGovCardResponse:
        """发放消费卡。

        向用户发放一张政府消费卡及其中的代金券。

        Args:
            card_id: 消费卡 ID
            appid: 消费卡创建方的 AppID，须与调用方商户号绑定（至多 32 字符）
            openid: 领卡用户在 `appid` 下的 OpenID（至多 128 字符）
            out_request_no: 发放凭据号，与 `send_time` 组合后唯一，重试时保持不变（1–128
                字符）
            send_time: 请求发卡时间，不能早于当前时间 24 小时以上，重试时保持不变

        Raises:
            ApiError: PARAM_ERROR、INVALID_REQUEST、SIGN_ERROR、SYSTEM_ERROR。

        https://pay.weixin.qq.com/doc/v3/merchant/4017164666
        """
        return self._call(
            SEND,
            parameters={"card_id": card_id},
            body={
                "appid": appid,
                "openid": openid,
                "out_request_no": out_request_no,
                "send_time": send_time,
            },
            options=options,
        )


class AsyncGovCards(AsyncResource):
    """消费卡发放；方法同 `GovCards`，均为协程。"""

    send = Awaited(GovCards.send)
    """发放消费卡。"""
