"""What is signed and how it is put into the header, against known answers."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from kit import (
    BRAND_ID,
    MCHID,
    NOW,
    OWN_SERIAL,
    PATH,
    Platform,
    authorization,
    brand,
    in_turn,
    merchant,
)
from wechatpay_marketing._runtime.keys import LocalKey, PublicKey, load_private_key, load_public_key
from wechatpay_marketing._runtime.options import CallOptions
from wechatpay_marketing._runtime.request import PreparedRequest
from wechatpay_marketing._runtime.signing import answer_message, new_nonce, request_message


def signature(pem: str, message: bytes) -> str:
    return base64.b64encode(load_private_key(pem, "private_key", "").sign(message)).decode()


def test_request_signatures_made_with_openssl(openssl: Any) -> None:
    for known in openssl["requests"]:
        message = request_message(
            known["method"],
            known["target"],
            known["timestamp"],
            known["nonce"],
            known["body"].encode(),
        )
        assert signature(openssl["private_key_pkcs8"], message) == known["signature"]
        assert signature(openssl["private_key_pkcs1"], message) == known["signature"]


@pytest.mark.parametrize("name", ["official_request_sign_merchant", "official_request_sign_brand"])
def test_official_request_signatures(vectors: Callable[[str], Any], name: str) -> None:
    known = vectors(name)
    for case in known["cases"]:
        body = case.get("body") or ""
        message = request_message(
            case["method"], case["url"], int(case["timestamp"]), case["nonce_str"], body.encode()
        )
        assert message.decode() == case["message"]
        assert signature(known["private_key_pem"], message) == case["signature"]
        key = load_public_key(known["public_key_pem"], "key", "")
        assert key.verifies(message, base64.b64decode(case["signature"]))


def test_signatures_published_by_wechat_pay(vectors: Callable[[str], Any]) -> None:
    known = vectors("official_pay_sign_jsapi")
    for case in known["cases"]:
        assert signature(known["private_key_pem"], case["message"].encode()) == case["signature"]


def test_a_peers_signatures_good_and_bad(vectors: Callable[[str], Any]) -> None:
    known = vectors("go_rsa_sign_verify")
    key = load_public_key(known["certificate_pem"], "key", "")
    for case in known["cases"]:
        try:
            raw = base64.b64decode(case["signature"], validate=True)
        except ValueError:
            raw = b""
        assert key.verifies(case["message"].encode(), raw) is case["valid"]


def test_a_peers_certificate_serial(vectors: Callable[[str], Any]) -> None:
    known = vectors("go_rsa_sign_verify")
    assert (
        load_public_key(known["certificate_pem"], "key", "").serial == known["certificate_serial"]
    )


def test_every_line_ends_in_a_line_feed() -> None:
    assert request_message("GET", "/v3/x", 1, "n", b"") == b"GET\n/v3/x\n1\nn\n\n"


def test_a_body_that_ends_in_a_line_feed_keeps_it() -> None:
    assert request_message("POST", "/v3/x", 1, "n", b"{}\n") == b"POST\n/v3/x\n1\nn\n{}\n\n"
    assert answer_message("1", "n", b"{}\n") == b"1\nn\n{}\n\n"


def test_nonces_are_fresh_letters_and_digits() -> None:
    nonces = {new_nonce() for _ in range(100)}
    assert len(nonces) == 100
    assert all(re.fullmatch("[0-9A-Za-z]{32}", nonce) for nonce in nonces)


def check(platform: Platform, body: bytes, key: str = "merchant") -> tuple[str, dict[str, str]]:
    """The last request's signature is right over `body`; gives scheme and values."""
    request = platform.requests[-1]
    scheme, values = authorization(request)
    target = request.url.raw_path.decode()
    message = (
        f"{request.method}\n{target}\n{values['timestamp']}\n{values['nonce_str']}\n".encode()
        + body
        + b"\n"
    )
    public = PublicKey(rsa=platform.keys[key].public_key())
    assert public.verifies(message, base64.b64decode(values["signature"], validate=True))
    return scheme, values


def test_the_merchants_header(platform: Platform, mode: str) -> None:
    platform.pay(mode).request("POST", json={"a": "值"})
    scheme, values = check(platform, platform.requests[0].content)
    assert scheme == "WECHATPAY2-SHA256-RSA2048"
    assert values | {"signature": "", "nonce_str": ""} == {
        "mchid": MCHID,
        "serial_no": OWN_SERIAL,
        "timestamp": str(NOW),
        "signature": "",
        "nonce_str": "",
    }
    assert "\n" not in platform.requests[0].headers["Authorization"]


def test_the_brands_header(platform: Platform, mode: str) -> None:
    answer = platform.signed(
        key="wechatpay for brands",
        serial="PUB_KEY_ID_0200001234",
        Wechatpay_Signature_Type="WECHATPAY-BRAND-SHA256-RSA2048",
    )
    pay = platform.pay(mode, in_turn(answer), brand=brand(platform.keys))
    assert pay.request("GET", "/brand/marketing/x") == {"ok": True}
    scheme, values = check(platform, b"", "brand")
    assert scheme == "WECHATPAY-BRAND-SHA256-RSA2048"
    assert values["brand_id"] == BRAND_ID
    assert "mchid" not in values


def test_the_url_is_signed_as_sent(platform: Platform, mode: str) -> None:
    platform.pay(mode).request(path="/v3/a/%E5%88%B8%2F1", query={"b": "ü &=/?", "a": True})
    assert (
        platform.requests[0].url.raw_path == b"/v3/a/%E5%88%B8%2F1?b=%C3%BC%20%26%3D%2F%3F&a=true"
    )
    check(platform, b"")


def test_uploads_sign_their_meta_only(platform: Platform) -> None:
    meta = b'{"filename":"a.png","sha256":"0"}'
    prepared = PreparedRequest(
        method="POST",
        template=PATH,
        target=PATH,
        scheme="merchant",
        content=b"--b\r\n\r\n" + meta + b"\r\n--b--",
        content_type="multipart/form-data; boundary=b",
        signed_body=meta,
    )
    platform.pay("sync").client._exchange.send(prepared, CallOptions())
    check(platform, meta)
    assert platform.requests[0].headers["Content-Type"] == "multipart/form-data; boundary=b"


def test_every_attempt_is_signed_anew(platform: Platform, mode: str) -> None:
    pay = platform.pay(mode, in_turn(platform.error(500), platform.error(500), platform.signed()))
    pay.request()
    attempts = [authorization(request)[1] for request in platform.requests]
    assert len({values["nonce_str"] for values in attempts}) == 3
    assert len({values["signature"] for values in attempts}) == 3


@pytest.mark.parametrize("result", [None, "text", 5])
def test_a_remote_signer_must_return_bytes(platform: Platform, mode: str, result: object) -> None:
    class Remote:
        def sign(self, message: bytes) -> Any:
            return result

    pay = platform.pay(mode, merchant=merchant(platform.keys, private_key=Remote()))
    with pytest.raises(ValueError, match="private_key"):
        pay.request()
    assert platform.requests == []


def test_a_remote_signer_signs(platform: Platform, mode: str) -> None:
    class Remote:
        def sign(self, message: bytes) -> bytes:
            return LocalKey(platform.keys["merchant"]).sign(message)

    platform.pay(mode, merchant=merchant(platform.keys, private_key=Remote())).request(
        "POST", json={"a": 1}
    )
    check(platform, json.dumps({"a": 1}, separators=(",", ":")).encode())
