"""AES-256-GCM and RSA-OAEP against known answers made by others."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate
from hypothesis import given
from hypothesis import strategies as st
from wechatpay_marketing._runtime import cipher
from wechatpay_marketing._runtime.errors import ConfigurationError, DecryptionError, ValidationError
from wechatpay_marketing._runtime.secret import Secret

KEY = Secret(b"0123456789abcdef0123456789abcdef")
NONCE = "abcdefghijkl"


@pytest.fixture(scope="module")
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


# -- AES-256-GCM -----------------------------------------------------------------------------------


def test_a_known_ciphertext_is_made_and_opened(vectors: Any) -> None:
    known = vectors("java_aes_gcm")
    key, nonce, data = Secret(known["apiv3_key"].encode()), known["nonce"], known["associated_data"]
    plaintext = cipher.decrypt(
        key,
        algorithm="AEAD_AES_256_GCM",
        nonce=nonce,
        ciphertext=known["ciphertext"],
        associated_data=data,
    )
    assert plaintext.decode() == known["plaintext"]
    assert cipher.encrypt(key, plaintext, nonce=nonce, associated_data=data) == known["ciphertext"]


def test_known_failures_are_refused(vectors: Any) -> None:
    known = vectors("java_aes_gcm")
    good = {name: known[name] for name in ("nonce", "associated_data", "ciphertext")}
    for change in known["must_fail"]:
        with pytest.raises(DecryptionError):
            cipher.decrypt(
                Secret(known["apiv3_key"].encode()), algorithm="AEAD_AES_256_GCM", **(good | change)
            )


def test_a_known_download_gives_its_certificates(vectors: Any) -> None:
    known = vectors("java_certificates_response")
    entries = json.loads(known["response_body"])["data"]
    assert len(entries) == len(known["certificates"])
    for entry, expected in zip(entries, known["certificates"], strict=True):
        pem = cipher.decrypt(Secret(known["apiv3_key"].encode()), **entry["encrypt_certificate"])
        assert f"{load_pem_x509_certificate(pem).serial_number:X}" == expected["serial_no"]


@pytest.mark.parametrize("length", [0, 16, 24, 31, 33, 64])
def test_keys_of_another_length_are_a_configuration_error(length: int) -> None:
    with pytest.raises(ConfigurationError, match="32 bytes"):
        cipher.decrypt(
            Secret(b"k" * length), algorithm="AEAD_AES_256_GCM", nonce=NONCE, ciphertext="A" * 24
        )


def test_the_peers_16_byte_key_is_refused(vectors: Any) -> None:
    known = vectors("go_callback_full")
    resource = json.loads(known["body"])["resource"]
    del resource["original_type"]
    with pytest.raises(ConfigurationError):
        cipher.decrypt(Secret(known["aes_key_16_bytes"].encode()), **resource)


@pytest.mark.parametrize(
    "algorithm", ["", "AEAD_AES_128_GCM", "aead_aes_256_gcm", "AEAD_SM4_GCM", "none"]
)
def test_other_algorithms_are_refused(algorithm: str) -> None:
    sealed = cipher.encrypt(KEY, b"x", nonce=NONCE)
    with pytest.raises(DecryptionError, match="AEAD_AES_256_GCM"):
        cipher.decrypt(KEY, algorithm=algorithm, nonce=NONCE, ciphertext=sealed)


def test_associated_data_may_be_missing() -> None:
    sealed = cipher.encrypt(KEY, "正文".encode(), nonce=NONCE)
    assert (
        cipher.decrypt(KEY, algorithm="AEAD_AES_256_GCM", nonce=NONCE, ciphertext=sealed).decode()
        == "正文"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"ciphertext": "not base64!"},
        {"ciphertext": "正文"},
        {"ciphertext": ""},
        {"ciphertext": base64.b64encode(b"short").decode()},
        {"nonce": ""},
        {"nonce": "too long for a nonce"},
        {"nonce": "正文正文"},  # 12 bytes, another value
        {"associated_data": "other"},
    ],
)
def test_malformed_or_forged_messages_are_refused(change: dict[str, str]) -> None:
    good = {
        "nonce": NONCE,
        "ciphertext": cipher.encrypt(KEY, b"text", nonce=NONCE),
        "associated_data": "",
    }
    with pytest.raises(DecryptionError):
        cipher.decrypt(KEY, algorithm="AEAD_AES_256_GCM", **(good | change))


def test_the_key_never_shows_in_an_error() -> None:
    with pytest.raises(DecryptionError) as caught:
        cipher.decrypt(
            KEY,
            algorithm="AEAD_AES_256_GCM",
            nonce=NONCE,
            ciphertext=base64.b64encode(b"x" * 32).decode(),
        )
    assert KEY.reveal().decode() not in repr(caught.value)


@given(st.binary(max_size=200), st.text(st.characters(max_codepoint=127), max_size=15))
def test_what_was_encrypted_is_decrypted_to_the_same(
    plaintext: bytes, associated_data: str
) -> None:
    sealed = cipher.encrypt(KEY, plaintext, nonce=NONCE, associated_data=associated_data)
    opened = cipher.decrypt(
        KEY,
        algorithm="AEAD_AES_256_GCM",
        nonce=NONCE,
        ciphertext=sealed,
        associated_data=associated_data,
    )
    assert opened == plaintext


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_what_is_no_ciphertext_is_refused(
    ciphertext: str, nonce: str, associated_data: str
) -> None:
    with pytest.raises(DecryptionError):
        cipher.decrypt(
            KEY,
            algorithm="AEAD_AES_256_GCM",
            nonce=nonce,
            ciphertext=ciphertext,
            associated_data=associated_data,
        )


# -- RSA-OAEP --------------------------------------------------------------------------------------


def test_a_known_ciphertext_is_opened(vectors: Any) -> None:
    known = vectors("go_oaep_decrypt")
    key = load_pem_private_key(known["private_key_pem"].encode(), password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    assert cipher.decrypt_text(key, known["ciphertext"]) == known["plaintext"]


@pytest.mark.parametrize("text", ["", "13800138000", "张三", "x" * 214, "汉" * 71])
def test_round_trip_up_to_the_limit(rsa_key: rsa.RSAPrivateKey, text: str) -> None:
    assert cipher.decrypt_text(rsa_key, cipher.encrypt_text(rsa_key.public_key(), text)) == text


@pytest.mark.parametrize("text", ["x" * 215, "汉" * 72])
def test_longer_texts_are_refused_before_sending(rsa_key: rsa.RSAPrivateKey, text: str) -> None:
    with pytest.raises(ValidationError, match="214 bytes") as caught:
        cipher.encrypt_text(rsa_key.public_key(), text)
    assert text not in str(caught.value)


@pytest.mark.parametrize(
    "ciphertext", ["", "!!", "AAAA", base64.b64encode(b"\x00" * 256).decode(), "汉字"]
)
def test_texts_for_another_key_are_refused(rsa_key: rsa.RSAPrivateKey, ciphertext: str) -> None:
    with pytest.raises(DecryptionError):
        cipher.decrypt_text(rsa_key, ciphertext)
