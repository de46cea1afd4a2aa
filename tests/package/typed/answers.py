"""Answers, callbacks and exceptions as an editor sees them. Checked by mypy and pyright, never
run."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, assert_type

from wechatpay_marketing import (
    ApiError,
    AsyncWechatPay,
    ResponseInfo,
    ValidationError,
    WechatPay,
    WechatPayError,
    new_request_no,
    response_of,
)
from wechatpay_marketing.busifavor.models import CouponUseRule, SendCouponResponse
from wechatpay_marketing.testing import FakeWechatPay
from wechatpay_marketing.webhooks import CouponSendEvent, ImageGenerationTask


def answers(pay: WechatPay) -> None:
    stock = pay.busifavor.stocks.get("1")
    assert_type(stock.coupon_use_rule, CouponUseRule)
    assert_type(stock.coupon_use_rule.coupon_available_time.available_begin_time, datetime)
    assert_type(stock.comment, str | None)
    assert_type(response_of(stock), ResponseInfo)
    assert_type(response_of(stock).headers, Mapping[str, str])


def open_enums(pay: WechatPay) -> str:
    """The documented values are proposed and compared with; others may come."""
    state = pay.busifavor.stocks.get("1").stock_state
    assert_type(state, Literal["UNAUDIT", "RUNNING", "STOPED", "PAUSED"] | str)
    if state == "RUNNING" or state == "SOMETHING_NEW":
        return "fine"
    return state.lower()


def flat_or_nested(answer: SendCouponResponse) -> str | None:
    return answer.coupon_code or (
        answer.send_coupon_result.coupon_code if answer.send_coupon_result else None
    )


def callbacks(pay: WechatPay, headers: Mapping[str, str], body: bytes) -> str:
    event = pay.webhooks.parse(headers, body)
    if isinstance(event.resource, CouponSendEvent):
        assert_type(event.resource.stock_id, str)
        return event.resource.coupon_code
    if isinstance(event.resource, ImageGenerationTask):
        return event.resource.task_id
    if isinstance(event.resource, dict):
        assert_type(event.resource, dict[str, Any])
    return ""


async def callbacks_async(pay: AsyncWechatPay, headers: Mapping[str, str], body: bytes) -> None:
    event = await pay.webhooks.parse(headers, body)
    if isinstance(event.resource, CouponSendEvent):
        assert_type(event.resource.coupon_code, str)


def errors(pay: WechatPay) -> None:
    try:
        pay.busifavor.stocks.get("1")
    except ValidationError as error:
        assert_type(error.path, str)
    except ApiError as error:
        assert_type((error.status, error.request_id), tuple[int, str])
    except WechatPayError as error:
        print(error.may_have_happened)


def by_hand(pay: WechatPay) -> None:
    answer = pay.request("POST", "/v3/marketing/busifavor/stocks", json={"a": 1}, query={"b": True})
    print(answer["stock_id"], response_of(answer).status)
    assert_type(new_request_no("order"), str)


def fakes(fake: FakeWechatPay) -> None:
    assert_type(fake.client(), WechatPay)
    assert_type(fake.async_client(), AsyncWechatPay)
    fake.script("busifavor.coupons.use", error="NOT_ENOUGH", times=None)
    fake.script(
        "busifavor.coupons.use", answer=lambda request: {"openid": request.parameters["openid"]}
    )
