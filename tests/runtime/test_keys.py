"""Keys in all forms people hold them in, and errors that name the argument but never
the content."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from kit import CERTIFICATE_SERIAL, Keys
from wechatpay_marketing._runtime.errors import ConfigurationError
from wechatpay_marketing._runtime.keys import (
    LocalKey,
    load_certificate,
    load_private_key,
    load_public_key,
)


def bare(pem: bytes) -> str:
    return "".join(pem.decode().splitlines()[1:-1])


FORMS: dict[str, Callable[[bytes, Path], Any]] = {
    "pem bytes": lambda pem, _: pem,
    "pem text": lambda pem, _: pem.decode(),
    "pem with CRLF": lambda pem, _: pem.replace(b"\n", b"\r\n"),
    "pem on one line": lambda pem, _: pem.decode().replace("\n", " "),
    "pem with escaped line ends": lambda pem, _: pem.decode().replace("\n", "\\n"),
    "pem with text around": lambda pem, _: b"Bag Attributes\n  friendlyName: x\n" + pem + b"\nend",
    "bare base64": lambda pem, _: bare(pem),
    "bare base64 with line ends": lambda pem, _: "\n".join(pem.decode().splitlines()[1:-1]) + "\n",
    "bare base64 bytes": lambda pem, _: bare(pem).encode(),
    "der": lambda pem, _: base64.b64decode(bare(pem)),
    "path": lambda pem, folder: _file(folder, pem),
    "path as text": lambda pem, folder: str(_file(folder, pem)),
    "path of a der file": lambda pem, folder: _file(folder, base64.b64decode(bare(pem))),
}


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "key.pem"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("pkcs", ["PKCS8", "TraditionalOpenSSL"])
def test_a_private_key_is_read_in_every_form(
    keys: Keys, tmp_path: Path, form: str, pkcs: str
) -> None:
    signer = load_private_key(
        FORMS[form](keys.private("merchant", pkcs), tmp_path), "private_key", ""
    )
    assert isinstance(signer, LocalKey)
    assert signer.rsa.private_numbers() == keys["merchant"].private_numbers()


@pytest.mark.parametrize("form", FORMS)
def test_a_public_key_is_read_in_every_form(keys: Keys, tmp_path: Path, form: str) -> None:
    key = load_public_key(FORMS[form](keys.public("wechatpay"), tmp_path), "key", "")
    assert key.rsa.public_numbers() == keys["wechatpay"].public_key().public_numbers()
    assert key.serial == ""


@pytest.mark.parametrize("form", FORMS)
def test_a_certificate_is_read_in_every_form(keys: Keys, tmp_path: Path, form: str) -> None:
    key = load_certificate(
        FORMS[form](keys.certificate("wechatpay", CERTIFICATE_SERIAL), tmp_path), "key", ""
    )
    assert key.rsa.public_numbers() == keys["wechatpay"].public_key().public_numbers()
    assert key.serial == CERTIFICATE_SERIAL


def test_serial_numbers_keep_leading_zeros(openssl: Any) -> None:
    key = load_certificate(openssl["wechatpay_certificate"], "key", "")
    assert key.serial == openssl["wechatpay_certificate_serial"]
    assert key.serial.startswith("0")


def test_the_block_that_fits_is_taken_from_a_file_of_several(keys: Keys) -> None:
    both = keys.certificate("merchant", CERTIFICATE_SERIAL) + keys.private("merchant")
    assert isinstance(load_private_key(both, "private_key", ""), LocalKey)
    assert load_certificate(both, "certificate", "").serial == CERTIFICATE_SERIAL


def test_an_openssl_key_signs_like_its_other_form(openssl: Any) -> None:
    one, other = (
        load_private_key(openssl[f"private_key_{form}"], "k", "") for form in ("pkcs8", "pkcs1")
    )
    assert one.sign(b"x") == other.sign(b"x")


def _ec_key() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _short_key() -> bytes:
    return rsa.generate_private_key(65537, 1024).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _locked_key(keys: Keys) -> bytes:
    locked = serialization.BestAvailableEncryption(b"x")
    return keys["merchant"].private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked
    )


WRONG: dict[str, tuple[Callable[[Keys], Any], str]] = {
    "empty": (lambda _: "", "nothing: it is empty"),
    "blank bytes": (lambda _: b" \n", "nothing: it is empty"),
    "none": (lambda _: None, "a value of type NoneType"),
    "a number": (lambda _: 5, "a value of type int"),
    "a path to nowhere": (lambda _: "/nowhere/key.pem", "'/nowhere/key.pem' (No such file"),
    "a folder": (lambda _: Path("/"), "Is a directory"),
    "noise": (lambda _: "MARKED! " * 300, "neither PEM nor base64 nor a path"),
    "noise bytes": (lambda _: b"MARKED", "neither PEM nor base64 nor DER"),
    "base64 of something else": (
        lambda _: base64.b64encode(b"0MARKED" * 20).decode(),
        "binary data of an unknown kind",
    ),
    "cut off": (lambda keys: keys.private("merchant")[:-40], "END line is missing"),
    "damaged": (lambda keys: keys.private("merchant").replace(b"M", b"*"), "not base64"),
    "shortened": (
        lambda keys: (
            b"-----BEGIN PRIVATE KEY-----\n"
            + bare(keys.private("merchant"))[:400].encode()
            + b"\n-----END PRIVATE KEY-----"
        ),
        "a private key that is damaged",
    ),
    "a public key": (lambda keys: keys.public("merchant"), "found a public key"),
    "a bare public key": (lambda keys: bare(keys.public("merchant")), "found a public key"),
    "a certificate": (lambda keys: keys.certificate("merchant", "0A"), "found a certificate"),
    "a locked key": (_locked_key, "locked with a passphrase"),
    "an elliptic curve": (lambda _: _ec_key(), "not RSA"),
    "too short": (lambda _: _short_key(), "1024 bits"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_key_is_named_and_never_shown(keys: Keys, case: str) -> None:
    make, found = WRONG[case]
    source = make(keys)
    with pytest.raises(ConfigurationError) as caught:
        load_private_key(source, "private_key", "Look there.")
    text = str(caught.value)
    assert text.startswith("private_key: ")
    assert text.endswith("Look there.")
    assert found in text
    assert caught.value.argument == "private_key"
    assert "MARKED" not in text
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    content = source if isinstance(source, bytes) else str(source).encode()
    for line in content.splitlines()[1:-1]:
        assert line.decode("latin-1") not in text


def test_a_private_key_is_no_trusted_key(keys: Keys) -> None:
    with pytest.raises(ConfigurationError, match="found a private key"):
        load_public_key(keys.private("wechatpay"), "trusted_keys", "")


def test_a_bare_key_is_no_certificate(keys: Keys) -> None:
    with pytest.raises(ConfigurationError, match="expected a certificate, found a public key"):
        load_certificate(keys.public("merchant"), "certificate", "")


def test_keys_do_not_show_themselves(keys: Keys) -> None:
    assert repr(LocalKey(keys["merchant"])) == "<RSA private key>"
    assert str(keys["wechatpay"].public_key().public_numbers().n) not in repr(
        load_public_key(keys.public("wechatpay"), "key", "")
    )
