"""Coupon links."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from wechatpay_marketing import links
from wechatpay_marketing._runtime.errors import ConfigurationError, ValidationError

KEY = "192006250b4c09247ec02edce69f6a2d"
BEIJING = timezone(timedelta(hours=8))
COUPON: links.Coupon = {"stock_id": "98065001", "out_request_no": "89560002019101000121"}


def hmac_of(text: str) -> str:
    """The signature by an independent path: the text to sign is written out in the test."""
    return hmac.new(KEY.encode(), f"{text}&key={KEY}".encode(), hashlib.sha256).hexdigest().upper()


def h5(**changes: Any) -> str:
    arguments: dict[str, Any] = {
        "stock_id": "1234567890000000",
        "out_request_no": "201911280000",
        "openid": "oiSFDIOoijdsf",
        "send_coupon_merchant": "123456789",
        "apiv2_key": KEY,
    }
    return links.h5_link(**(arguments | changes))


def test_the_official_example_is_signed_as_published(vectors: Any) -> None:
    known = vectors("official_hmac_v2")
    assert links.sign(known["params"], known["apiv2_key"]) == known["sign"]


def test_empty_values_and_sign_itself_are_not_signed() -> None:
    assert (
        links.sign({"a": "1", "b": "", "sign": "x"}, KEY)
        == links.sign({"a": "1"}, KEY)
        == hmac_of("a=1")
    )


def test_names_sort_as_ascii() -> None:
    assert links.sign({"b": "2", "a": "1", "B": "3"}, KEY) == hmac_of("B=3&a=1&b=2")


# -- H5 --------------------------------------------------------------------------------------------


def test_an_h5_link_carries_its_signed_parameters() -> None:
    parts = urlsplit(h5())
    assert (
        f"{parts.scheme}://{parts.netloc}{parts.path}"
        == "https://action.weixin.qq.com/busifavor/getcouponinfo"
    )
    assert parts.fragment == "wechat_pay&wechat_redirect"
    assert dict(parse_qsl(parts.query)) == {
        "stock_id": "1234567890000000",
        "out_request_no": "201911280000",
        "send_coupon_merchant": "123456789",
        "open_id": "oiSFDIOoijdsf",
        "sign": hmac_of(
            "open_id=oiSFDIOoijdsf&out_request_no=201911280000&send_coupon_merchant=123456789&stock_id=1234567890000000"
        ),
    }


def test_h5_link_signs_raw_values_and_sends_them_encoded() -> None:
    link = h5(
        coupon_code="HDFS1069773985",
        customize_send_time=datetime(2025, 5, 20, 13, 29, 35, tzinfo=BEIJING),
    )
    assert "customize_send_time=2025-05-20T13%3A29%3A35%2B08%3A00" in link
    assert dict(parse_qsl(urlsplit(link).query))["sign"] == hmac_of(
        "coupon_code=HDFS1069773985&customize_send_time=2025-05-20T13:29:35+08:00&open_id=oiSFDIOoijdsf"
        "&out_request_no=201911280000&send_coupon_merchant=123456789&stock_id=1234567890000000"
    )


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"stock_id": ""}, "stock_id"),
        ({"stock_id": "1" * 21}, "stock_id"),
        ({"stock_id": "1&open_id=x"}, "stock_id"),
        ({"stock_id": None}, "stock_id"),
        ({"out_request_no": ""}, "out_request_no"),
        ({"out_request_no": "no-dashes-in-h5"}, "out_request_no"),
        ({"out_request_no": "1" * 129}, "out_request_no"),
        ({"out_request_no": "１２３"}, "out_request_no"),
        ({"out_request_no": "1\n"}, "out_request_no"),
        ({"openid": ""}, "openid"),
        ({"openid": "a b"}, "openid"),
        ({"openid": "o&stock_id=1"}, "openid"),
        ({"openid": "o=1"}, "openid"),
        ({"openid": "用户"}, "openid"),
        ({"openid": "x\r\ny"}, "openid"),
        ({"send_coupon_merchant": "1234567"}, "send_coupon_merchant"),
        ({"send_coupon_merchant": "1" * 16}, "send_coupon_merchant"),
        ({"send_coupon_merchant": "wx123456789"}, "send_coupon_merchant"),
        ({"coupon_code": "1" * 129}, "coupon_code"),
        ({"customize_send_time": "yesterday"}, "customize_send_time"),
        ({"customize_send_time": "2025-05-20T13:29:35"}, "customize_send_time"),
        ({"customize_send_time": datetime(2025, 5, 20)}, "customize_send_time"),
    ],
)
def test_an_h5_link_beyond_its_limits_is_refused(change: dict[str, Any], path: str) -> None:
    with pytest.raises(ValidationError) as caught:
        h5(**change)
    assert caught.value.path == path


@pytest.mark.parametrize(
    "key", ["", "short", "x" * 31, "x" * 33, "键" * 32, "x" * 31 + "\n", "x" * 31 + "&"]
)
def test_keys_that_cannot_be_apiv2_keys_are_a_configuration_error(key: str) -> None:
    with pytest.raises(ConfigurationError, match="apiv2_key") as caught:
        h5(apiv2_key=key)
    assert not key or key not in str(caught.value)


# -- mini-program plugin ---------------------------------------------------------------------------


def test_plugin_names_are_indexed_in_the_signature_only() -> None:
    data = links.plugin_data(
        [
            {"stock_id": "1234567", "out_request_no": "abc123"},
            {"stock_id": "2345678", "out_request_no": "123abc"},
        ],
        send_coupon_merchant="10016226",
        apiv2_key=KEY,
    )
    assert data == {
        "send_coupon_params": [
            {"stock_id": "1234567", "out_request_no": "abc123"},
            {"stock_id": "2345678", "out_request_no": "123abc"},
        ],
        "send_coupon_merchant": "10016226",
        "sign": hmac_of(
            "out_request_no0=abc123&out_request_no1=123abc&send_coupon_merchant=10016226"
            "&stock_id0=1234567&stock_id1=2345678"
        ),
    }


def test_plugin_data_leave_out_what_was_not_given() -> None:
    data = links.plugin_data(
        [
            {
                "stock_id": "1234567",
                "out_request_no": "a|b_c*d-e",
                "coupon_code": "asdsada",
                "customize_send_time": datetime(2015, 5, 20, 13, 29, 35, 120_000, tzinfo=UTC),
                "create_coupon_merchant": "10016226",
            }
        ],
        send_coupon_merchant="10016226",
        apiv2_key=KEY,
    )
    assert data["sign"] == hmac_of(
        "coupon_code0=asdsada&create_coupon_merchant0=10016226&customize_send_time0=2015-05-20T13:29:35.120+00:00"
        "&out_request_no0=a|b_c*d-e&send_coupon_merchant=10016226&stock_id0=1234567"
    )


@pytest.mark.parametrize(
    ("coupons", "path"),
    [
        ([], "coupons"),
        ([COUPON] * 11, "coupons"),
        ([COUPON, {"stock_id": "1"}], "coupons[1].out_request_no"),
        ([{**COUPON, "out_request_no": "a b"}], "coupons[0].out_request_no"),
        ([{**COUPON, "stok_id": "1"}], "coupons[0].stok_id"),
        ([{**COUPON, "coupon_code": "a&b"}], "coupons[0].coupon_code"),
        ([{**COUPON, "create_coupon_merchant": "1" * 16}], "coupons[0].create_coupon_merchant"),
    ],
)
def test_plugin_data_beyond_their_limits_are_refused(coupons: Any, path: str) -> None:
    with pytest.raises(ValidationError) as caught:
        links.plugin_data(coupons, send_coupon_merchant="10016226", apiv2_key=KEY)
    assert caught.value.path == path


# -- addCard ---------------------------------------------------------------------------------------


def test_add_card_puts_what_is_common_on_the_first_card() -> None:
    data = links.add_card_data(
        [
            {"stock_id": "1069587740", "out_request_no": "mch_send_1"},
            {
                "stock_id": "1069587740",
                "out_request_no": "mch_send_2",
                "coupon_code": "HDFS1069773985",
            },
        ],
        send_coupon_merchant="10195878",
        apiv2_key=KEY,
    )
    assert [card["cardId"] for card in data["cardList"]] == ["1069587740", "1069587740"]
    first, second = (json.loads(card["cardExt"]) for card in data["cardList"])
    assert first == {
        "out_request_no": "mch_send_1",
        "send_coupon_merchant": "10195878",
        "sign": hmac_of(
            "coupon_code1=HDFS1069773985&out_request_no0=mch_send_1&out_request_no1=mch_send_2"
            "&send_coupon_merchant=10195878&stock_id0=1069587740&stock_id1=1069587740"
        ),
    }
    assert second == {"out_request_no": "mch_send_2", "coupon_code": "HDFS1069773985"}


def test_add_card_openid_is_signed_without_index() -> None:
    data = links.add_card_data(
        [COUPON], send_coupon_merchant="10195878", apiv2_key=KEY, openid="oiSFDIO"
    )
    extension = json.loads(data["cardList"][0]["cardExt"])
    assert extension["openid"] == "oiSFDIO"
    assert extension["sign"] == hmac_of(
        "openid=oiSFDIO&out_request_no0=89560002019101000121&send_coupon_merchant=10195878&stock_id0=98065001"
    )


def test_cards_beyond_their_limits_are_refused() -> None:
    def add(*stocks: str) -> None:
        coupons: list[links.Coupon] = [
            {"stock_id": stock, "out_request_no": "1"} for stock in stocks
        ]
        links.add_card_data(coupons, send_coupon_merchant="10195878", apiv2_key=KEY)

    add(*(str(number) for number in range(10)), "0", "0", "1")
    with pytest.raises(ValidationError, match="3 coupons of one stock"):
        add("1", "1", "1", "1")
    with pytest.raises(ValidationError, match="10 different stocks"):
        add(*(str(number) for number in range(11)))
    with pytest.raises(ValidationError, match="1 to 30"):
        add()


# -- product coupon --------------------------------------------------------------------------------


def test_product_coupon_needs_no_signature() -> None:
    assert links.receive_coupon_data("TOKEN", business_type="wxpayCoupon") == {
        "businessType": "wxpayCoupon",
        "extraData": {"action": "receiveCoupon", "token": "TOKEN"},
    }
    with pytest.raises(ValidationError, match="token"):
        links.receive_coupon_data("", business_type="wxpayCoupon")


def test_public_names_are_complete() -> None:
    assert sorted(links.__all__) == links.__all__
    assert all(hasattr(links, name) for name in links.__all__)
