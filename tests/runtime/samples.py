"""A small specification to test the fake and the callbacks with, in the form of the package's
`_examples.json`."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Annotated, Any, NotRequired, TypedDict

import httpx
from msgspec import Meta
from wechatpay_marketing import testing
from wechatpay_marketing._runtime import signing
from wechatpay_marketing._runtime.answer import Answer
from wechatpay_marketing._runtime.callbacks import Receiver
from wechatpay_marketing._runtime.events import EventTypes
from wechatpay_marketing._runtime.identity import Identity
from wechatpay_marketing._runtime.trust import TrustStore
from wechatpay_marketing.testing import accounts


class UseParams(TypedDict):
    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    stock_id: str
    use_request_no: str
    amount: NotRequired[Annotated[int, Meta(ge=1)]]


class ListParameters(TypedDict):
    openid: str
    limit: NotRequired[Annotated[int, Meta(le=50)]]


class CouponSend(Answer):
    coupon_code: str
    stock_id: str
    send_channel: str | None = None


MERCHANT, BRAND = accounts.ACCOUNTS["merchant"], accounts.ACCOUNTS["brand"]
APIV3_KEY = MERCHANT.secret

EVENTS: EventTypes = {("merchant", "COUPON.SEND"): CouponSend}

_module = ModuleType("wechatpay_marketing.sample_params")
_module.UseParams, _module.ListParameters = UseParams, ListParameters  # type: ignore[attr-defined]
sys.modules[_module.__name__] = _module

EXAMPLES: dict[str, Any] = {
    "operations": [
        {
            "id": "busifavor.coupons.use",
            "method": "POST",
            "path": "/v3/marketing/busifavor/coupons/use",
            "scheme": "merchant",
            "status": 200,
            "parameters": {},
            "query": [],
            "body": {
                "coupon_code": "sxxe34343434",
                "stock_id": "100088",
                "use_request_no": "1002600620019090123143254435",
            },
            "body_type": "sample_params:UseParams",
            "multipart": False,
            "answer": {
                "wechatpay_use_time": "2025-08-01T00:00:00+08:00",
                "openid": "xsd3434454567676",
            },
            "errors": [
                {"status": 400, "code": "INVALID_REQUEST", "message": "券不存在"},
                {"status": 403, "code": "NOT_ENOUGH", "message": "预算不足"},
            ],
        },
        {
            "id": "busifavor.user_coupons.list",
            "method": "GET",
            "path": "/v3/marketing/busifavor/users/{openid}/coupons",
            "scheme": "merchant",
            "status": 200,
            "parameters": {"openid": "o1"},
            "parameters_type": "sample_params:ListParameters",
            "query": ["limit"],
            "body": None,
            "multipart": False,
            "answer": {"data": [], "total_count": 0},
            "errors": [],
        },
        {
            "id": "busifavor.stocks.get",
            "method": "GET",
            "path": "/v3/marketing/busifavor/users/fixed/coupons",
            "scheme": "merchant",
            "status": 200,
            "query": [],
            "body": None,
            "multipart": False,
            "answer": {"fixed": True},
            "errors": [],
        },
        {
            "id": "brand.coupons.deactivate",
            "method": "POST",
            "path": (
                "/brand/marketing/product-coupon/product-coupons/{product_coupon_id}/deactivate"
            ),
            "scheme": "brand",
            "status": 200,
            "query": [],
            "body": {"out_request_no": "1"},
            "multipart": False,
            "answer": {"product_coupon_id": "1"},
            "errors": [],
        },
        {
            "id": "busifavor.images.upload",
            "method": "POST",
            "path": "/v3/marketing/favor/media/image-upload",
            "scheme": "merchant",
            "status": 200,
            "query": [],
            "body": None,
            "multipart": True,
            "answer": {"media_url": "https://wxpaylogo.qpic.cn/1"},
            "errors": [],
        },
        {
            "id": "busifavor.coupon_codes.delete",
            "method": "DELETE",
            "path": "/v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}",
            "scheme": "merchant",
            "status": 204,
            "query": [],
            "body": None,
            "multipart": False,
            "answer": None,
            "errors": [],
        },
    ],
    "events": [
        {
            "event_type": "COUPON.SEND",
            "scheme": "merchant",
            "original_type": "coupon",
            "summary": "商家券领券通知",
            "resource": {
                "coupon_code": "1228",
                "stock_id": "100088",
                "send_channel": "BUSICOUPON_SEND_CHANNEL_MINIAPP",
            },
        },
        {
            "event_type": "PRODUCT_COUPON.SEND",
            "scheme": "brand",
            "original_type": "product_coupon",
            "resource": {"coupon_code": "Code_1", "openid": "oh-394z"},
        },
    ],
}


def new_fake(**settings: Any) -> testing.FakeWechatPay:
    return testing.FakeWechatPay(examples=EXAMPLES, **settings)


def receiver(fake: testing.FakeWechatPay, identity: Identity) -> Receiver:
    """How a client receives callbacks."""
    assert identity.symmetric_key is not None
    trust = TrustStore(identity.scheme, identity.trusted, clock=fake.clock)
    return Receiver(scheme=identity.scheme, trust=trust, key=identity.symmetric_key)


def signed(
    fake: testing.FakeWechatPay,
    method: str,
    target: str,
    body: bytes = b"",
    *,
    identity: Identity | None = None,
    signed_body: bytes | None = None,
    content_type: str = "application/json",
    change: dict[str, str | None] | None = None,
) -> httpx.Request:
    """A request as a client signs it, by hand; `change` replaces or (`None`) removes headers."""
    import base64

    identity = identity or fake.merchant
    timestamp, nonce = int(fake.clock()), signing.new_nonce()
    message = signing.request_message(
        method, target, timestamp, nonce, body if signed_body is None else signed_body
    )
    signature = base64.b64encode(identity.signer.sign(message)).decode()
    headers: dict[str, str | None] = {
        "Accept": "application/json",
        "User-Agent": "tests",
        "Authorization": signing.authorization(
            identity.scheme, identity.id, identity.serial, timestamp, nonce, signature
        ),
        "Content-Type": content_type if body else None,
        "Wechatpay-Serial": identity.trusted[0].serial if identity.trusted else None,
        **(change or {}),
    }
    kept = {name: value for name, value in headers.items() if value is not None}
    return httpx.Request(
        method, f"https://api.mch.weixin.qq.com{target}", headers=kept, content=body
    )


def answered(fake: testing.FakeWechatPay, request: httpx.Request) -> httpx.Response:
    return fake.transport.handle_request(request)
