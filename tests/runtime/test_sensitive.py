"""Members that travel encrypted, on the way out through a client and on the way in
through its identity."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from samples import MERCHANT
from wechatpay_marketing import WechatPay
from wechatpay_marketing._runtime import cipher, json_body
from wechatpay_marketing._runtime.answer import NoContent
from wechatpay_marketing._runtime.operation import Operation
from wechatpay_marketing.testing import FakeWechatPay
from wechatpay_marketing.testing.accounts import PLATFORM_SERIAL, private_key

TRANSFER: Operation[NoContent] = Operation(
    scheme="merchant",
    id="shop.transfers.create",
    method="POST",
    path="/v3/shop/transfers",
    answer="_runtime.answer:NoContent",
    sensitive=("payee.name", "items[].phone"),
)
BODY = {
    "payee": {"name": "张三", "bank": "ICBC"},
    "items": [{"phone": "13800000000", "count": 1}, {"count": 2}],
}


def called(fake: FakeWechatPay) -> dict[str, Any]:
    """The call made on the fake, and what reached it."""
    fake.add_operation("POST", TRANSFER.path, {}, operation=TRANSFER.id)
    with fake.client(WechatPay) as pay:
        pay._call(TRANSFER, body=BODY)
    return dict(fake.requests[-1].body)


@pytest.mark.parametrize(
    ("trust", "serial"), [("public_key", MERCHANT.public_key_id), ("certificates", PLATFORM_SERIAL)]
)
def test_only_the_marked_members_are_encrypted_and_the_key_is_named(
    trust: Literal["public_key", "certificates"], serial: str
) -> None:
    fake = FakeWechatPay(trust=trust)
    sent = called(fake)
    payee, items = sent["payee"], sent["items"]
    assert cipher.decrypt_text(private_key("wechatpay"), payee["name"]) == "张三"
    assert cipher.decrypt_text(private_key("wechatpay"), items[0]["phone"]) == "13800000000"
    assert (payee["bank"], items[0]["count"], items[1]) == ("ICBC", 1, {"count": 2})
    assert fake.requests[-1].headers["Wechatpay-Serial"] == serial
    assert BODY["payee"] == {"name": "张三", "bank": "ICBC"}, "the caller's own dict is left alone"


def test_an_encrypted_member_of_an_answer_is_opened_with_our_own_key() -> None:
    fake = FakeWechatPay()
    ciphertext = cipher.encrypt_text(private_key("merchant").public_key(), "13800000000")
    assert fake.merchant.decrypt(ciphertext) == "13800000000"


def test_a_body_without_the_members_names_no_key() -> None:
    assert json_body.encrypted(
        {"a": 1}, ["payee.name", "items[].phone"], lambda text: ("x", "serial")
    ) == ({"a": 1}, None)
