"""The coupon code that a mini-program is opened with."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from kit import APIV3_KEY
from wechatpay_marketing import ConfigurationError, DecryptionError, Secret
from wechatpay_marketing.redirects import open_coupon_code


def sealed(code: bytes, associated_data: str = "COUPON_CODE") -> dict[str, Any]:
    ciphertext = AESGCM(APIV3_KEY.encode()).encrypt(b"61f9c719728a", code, associated_data.encode())
    return {
        "nonce": "61f9c719728a",
        "associated_data": associated_data,
        "ciphertext": base64.b64encode(ciphertext).decode(),
    }


@pytest.mark.parametrize("code", ["123446565767", "AB-c_d", "", "券 1", "x" * 128])
@pytest.mark.parametrize("key", [APIV3_KEY, Secret(APIV3_KEY)], ids=["text", "secret"])
def test_a_sealed_code_opens(code: str, key: Any) -> None:
    assert open_coupon_code(**sealed(code.encode()), apiv3_key=key) == code


def test_a_plus_that_became_a_blank_is_read() -> None:
    for number in range(200):
        values = sealed(f"code {number}".encode())
        values["ciphertext"] = values["ciphertext"].replace("+", " ")
        assert open_coupon_code(**values, apiv3_key=APIV3_KEY) == f"code {number}"


@pytest.mark.parametrize(
    "change",
    [
        sealed(b"1", "certificate"),
        sealed(b"1", "coupon"),
        sealed(b"1", ""),
        {"associated_data": "coupon_code"},
        {"associated_data": None},
        {"nonce": "61f9c719728b"},
        {"nonce": ""},
        {"nonce": None},
        {"ciphertext": "AAAA"},
        {"ciphertext": "not base64"},
        {"ciphertext": 5},
        sealed(b"\xff\xfe"),
    ],
)
def test_nothing_else_opens(change: dict[str, Any]) -> None:
    with pytest.raises(DecryptionError) as caught:
        open_coupon_code(**{**sealed(b"1"), **change}, apiv3_key=APIV3_KEY)
    assert APIV3_KEY not in repr(caught.value)


@pytest.mark.parametrize("key", ["", "short", APIV3_KEY + "x", APIV3_KEY[:-1] + "\udc80", None, 5])
def test_a_wrong_key_is_named(key: Any) -> None:
    with pytest.raises(ConfigurationError, match="apiv3_key"):
        open_coupon_code(**sealed(b"1"), apiv3_key=key)
