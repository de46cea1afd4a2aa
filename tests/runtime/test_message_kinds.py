"""One key seals several kinds of message: each opens only as what it is, and nothing that
contradicts itself is trusted."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from kit import (
    APIV3_KEY,
    CERTIFICATE_SERIAL,
    OWN_SERIAL,
    PUBLIC_KEY_ID,
    SECOND_SERIAL,
    Keys,
    Pay,
    Platform,
    merchant,
)
from wechatpay_marketing._runtime.errors import (
    CallbackUnreadable,
    ConfigurationError,
    UnknownSerial,
    VerificationError,
)

BOTH_KEY_MODES = pytest.mark.parametrize("given", [True, False], ids=["public key", "certificates"])


def sealed(plaintext: bytes, associated_data: str | None) -> dict[str, Any]:
    """A message under the merchant's APIv3 key, of whatever kind."""
    aad = (associated_data or "").encode()
    ciphertext = AESGCM(APIV3_KEY.encode()).encrypt(b"61f9c719728a", plaintext, aad)
    message = {
        "algorithm": "AEAD_AES_256_GCM",
        "nonce": "61f9c719728a",
        "ciphertext": base64.b64encode(ciphertext).decode(),
    }
    return message if associated_data is None else {**message, "associated_data": associated_data}


def pay(platform: Platform, mode: str, given: bool, entries: list[dict[str, Any]]) -> Pay:
    """A client whose every answer comes from an attacker who brings his own certificate."""

    def attacker(request: Any) -> Any:
        if request.url.path == "/v3/certificates":
            body = json.dumps({"data": entries}).encode()
            return platform.signed(body, key="attacker", serial=CERTIFICATE_SERIAL)
        return platform.signed(key="attacker", serial=CERTIFICATE_SERIAL)

    trusted = {PUBLIC_KEY_ID: platform.keys.public("wechatpay")} if given else None
    return platform.pay(mode, attacker, merchant=merchant(platform.keys, trusted_keys=trusted))


def attackers_certificate(platform: Platform) -> str:
    return platform.keys.certificate("attacker", CERTIFICATE_SERIAL).decode()


LOGGED_CALLBACKS: dict[str, Any] = {
    "a coupon whose text the attacker chose": lambda pem: sealed(
        json.dumps({"stock_id": "1", "attach": pem}).encode(), "coupon"
    ),
    "a coupon with the block as it is": lambda pem: sealed(
        b'{"attach":"' + pem.encode() + b'"}', "coupon"
    ),
    "a certificate alone, but sealed as a callback": lambda pem: sealed(pem.encode(), "coupon"),
    "no associated data at all": lambda pem: sealed(pem.encode(), None),
    "empty associated data": lambda pem: sealed(pem.encode(), ""),
    "another spelling": lambda pem: sealed(pem.encode(), "Certificate"),
    "a coupon code of a redirect": lambda pem: sealed(pem.encode(), "COUPON_CODE"),
    "text around the certificate": lambda pem: sealed(f"code: {pem}".encode(), "certificate"),
    "text behind the certificate": lambda pem: sealed(f"{pem}\n{{}}".encode(), "certificate"),
    "two certificates": lambda pem: sealed((pem + pem).encode(), "certificate"),
    "JSON, though sealed as a certificate": lambda pem: sealed(
        json.dumps({"attach": pem}).encode(), "certificate"
    ),
}


@BOTH_KEY_MODES
@pytest.mark.parametrize("case", LOGGED_CALLBACKS)
def test_nothing_but_a_sealed_certificate_is_a_platform_certificate(
    platform: Platform, mode: str, case: str, given: bool
) -> None:
    entry = {
        "serial_no": CERTIFICATE_SERIAL,
        "encrypt_certificate": LOGGED_CALLBACKS[case](attackers_certificate(platform)),
    }
    client = pay(platform, mode, given, [entry])
    with pytest.raises(VerificationError):
        client.request()
    keys = client.client._service.auths["merchant"].trust.valid_keys()
    assert [key.serial for key in keys] == ([PUBLIC_KEY_ID] if given else [])


def entry(platform: Platform, name: str, serial: str, **changes: Any) -> dict[str, Any]:
    pem = platform.keys.certificate(name, serial)
    return {"serial_no": serial, "encrypt_certificate": sealed(pem, "certificate"), **changes}


CONTRADICTIONS: dict[str, tuple[Any, str]] = {
    "our own certificate": (
        lambda p: [entry(p, "attacker", CERTIFICATE_SERIAL), entry(p, "merchant", SECOND_SERIAL)],
        "the merchant's own certificate",
    ),
    "our own serial number": (
        lambda p: [entry(p, "attacker", CERTIFICATE_SERIAL), entry(p, "wechatpay", OWN_SERIAL)],
        "the merchant's own certificate",
    ),
    "one serial number twice": (
        lambda p: [
            entry(p, "attacker", CERTIFICATE_SERIAL),
            entry(p, "second", CERTIFICATE_SERIAL),
        ],
        "two have the same serial number",
    ),
    "one serial number twice, in lower case": (
        lambda p: [
            entry(p, "attacker", CERTIFICATE_SERIAL),
            entry(p, "second", CERTIFICATE_SERIAL, serial_no=CERTIFICATE_SERIAL.lower()),
        ],
        "two have the same serial number",
    ),
    "one serial number twice, with zeros in front": (
        lambda p: [
            entry(p, "attacker", CERTIFICATE_SERIAL),
            entry(p, "attacker", CERTIFICATE_SERIAL, serial_no="00" + CERTIFICATE_SERIAL),
        ],
        "two have the same serial number",
    ),
}


@BOTH_KEY_MODES
@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_certificates_that_contradict_each_other_are_refused(
    platform: Platform, mode: str, case: str, given: bool
) -> None:
    make, why = CONTRADICTIONS[case]
    client = pay(platform, mode, given, make(platform))
    with pytest.raises(VerificationError) as caught:
        client.request()
    reason = caught.value.__cause__ if given else caught.value
    assert why in str(reason)
    assert isinstance(caught.value, UnknownSerial) == given


def test_a_genuine_download_is_believed(platform: Platform, mode: str) -> None:
    entries = [
        entry(platform, "attacker", CERTIFICATE_SERIAL),
        entry(platform, "second", SECOND_SERIAL),
    ]
    client = pay(platform, mode, False, entries)
    assert client.request() == {"ok": True}


GIVEN_WRONGLY: dict[str, tuple[Any, str]] = {
    "in lower case as well": (
        lambda keys: dict.fromkeys(
            [CERTIFICATE_SERIAL, CERTIFICATE_SERIAL.lower()],
            keys.certificate("wechatpay", CERTIFICATE_SERIAL),
        ),
        "once more",
    ),
    "with zeros in front as well": (
        lambda keys: dict.fromkeys(
            ["00" + CERTIFICATE_SERIAL, CERTIFICATE_SERIAL],
            keys.certificate("wechatpay", CERTIFICATE_SERIAL),
        ),
        "once more",
    ),
    "as certificate and as bare key": (
        lambda keys: {
            SECOND_SERIAL: keys.certificate("wechatpay", SECOND_SERIAL),
            SECOND_SERIAL.lstrip("0"): keys.public("second"),
        },
        "once more",
    ),
    "valid from the year 2200 on": (
        lambda keys: {
            CERTIFICATE_SERIAL: keys.certificate(
                "wechatpay", CERTIFICATE_SERIAL, 7_258_118_400, 7_258_118_400 + 86400
            )
        },
        "not valid before 2200-01-01 00:00 (UTC)",
    ),
    "our own certificate under another serial number": (
        lambda keys: {CERTIFICATE_SERIAL: keys.certificate("merchant", CERTIFICATE_SERIAL)},
        "your own certificate",
    ),
    "our own serial number with zeros in front": (
        lambda keys: {"00" + OWN_SERIAL: keys.public("wechatpay")},
        "your own certificate",
    ),
}


@pytest.mark.parametrize("case", GIVEN_WRONGLY)
def test_keys_that_are_given_wrongly_are_refused_with_the_reason(keys: Keys, case: str) -> None:
    make, why = GIVEN_WRONGLY[case]
    with pytest.raises(ConfigurationError) as caught:
        merchant(keys, trusted_keys=make(keys))
    assert why in str(caught.value)
    assert caught.value.argument == "trusted_keys"


@pytest.mark.parametrize(
    "spelling", [SECOND_SERIAL.lower(), SECOND_SERIAL.lstrip("0"), "000" + SECOND_SERIAL]
)
def test_serial_numbers_are_sent_as_the_certificate_spells_them(keys: Keys, spelling: str) -> None:
    theirs, ours = keys.certificate("wechatpay", SECOND_SERIAL), keys.certificate("merchant", "0A")
    who = merchant(keys, trusted_keys={spelling: theirs}, certificate=ours, certificate_serial="a")
    assert ([key.serial for key in who.trusted], who.serial) == ([SECOND_SERIAL], "0A")


@pytest.mark.parametrize("associated_data", ["certificate", "COUPON_CODE"])
def test_a_callback_opens_nothing_that_is_sealed_as_something_else(
    platform: Platform, mode: str, associated_data: str
) -> None:
    body = json.dumps(
        {
            "id": "1",
            "event_type": "COUPON.SEND",
            "resource_type": "encrypt-resource",
            "resource": sealed(b'{"stock_id":"1"}', associated_data),
        }
    ).encode()
    answer = platform.signed(body)
    client = platform.pay(mode).client
    parse = client.webhooks.parse
    with pytest.raises(CallbackUnreadable, match="sealed as something else"):
        run(parse(dict(answer.headers), body))


def run(result: Any) -> Any:
    import asyncio

    return asyncio.run(result) if asyncio.iscoroutine(result) else result


def test_a_public_key_id_is_never_looked_for_among_certificates(
    platform: Platform, mode: str
) -> None:
    """It cannot be there; what helps is to give the public key."""
    client = platform.pay(
        mode,
        lambda request: (
            platform.certificates_answer()
            if request.url.path == "/v3/certificates"
            else platform.signed()
        ),
        merchant=merchant(platform.keys, trusted_keys=None),
    )
    with pytest.raises(UnknownSerial, match=r"add it: trusted_keys=\{'PUB_KEY_ID_…'"):
        client.request()
    body = b"{}"
    with pytest.raises(VerificationError, match=r"add it: trusted_keys=\{'PUB_KEY_ID_…'"):
        run(client.client.webhooks.parse(dict(platform.signed(body).headers), body))
    assert platform.paths.count("/v3/certificates") == 1  # the first call's own, for want of keys
