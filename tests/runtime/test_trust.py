"""The trust store, and which answers are refused before anything of them is read."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import (
    BRAND_KEY_ID,
    CERTIFICATE_SERIAL,
    NOW,
    PUBLIC_KEY_ID,
    SECOND_SERIAL,
    Clock,
    Keys,
    Platform,
    brand,
    in_turn,
    merchant,
)
from properties import examples
from wechatpay_marketing._runtime.errors import (
    ConfigurationError,
    StaleTimestamp,
    UnknownSerial,
    VerificationError,
)
from wechatpay_marketing._runtime.keys import PublicKey, load_public_key
from wechatpay_marketing._runtime.trust import TrustStore

BRAND_TYPE = "WECHATPAY-BRAND-SHA256-RSA2048"


def store(keys: Keys, clock: Clock, **given: str) -> TrustStore:
    """A merchant's store of these keys: id or serial number → name of the key."""
    given = given or {PUBLIC_KEY_ID: "wechatpay"}
    trusted = [
        PublicKey(rsa=keys[name].public_key(), serial=serial) for serial, name in given.items()
    ]
    return TrustStore("merchant", trusted, clock=clock)


def key(keys: Keys, name: str, serial: str, end: float = NOW + 1000) -> PublicKey:
    return PublicKey(rsa=keys[name].public_key(), serial=serial, not_before=0, not_after=end)


# What is refused, and why: the answer, the expected reason.
FORGERIES: dict[str, tuple[Callable[[Platform], httpx.Response], str]] = {
    "no signature headers at all": (lambda p: httpx.Response(200, content=b"{}"), "missing"),
    "without timestamp": (lambda p: p.signed(drop="Wechatpay-Timestamp"), "missing"),
    "without nonce": (lambda p: p.signed(drop="Wechatpay-Nonce"), "missing"),
    "without signature": (lambda p: p.signed(drop="Wechatpay-Signature"), "missing"),
    "without serial": (lambda p: p.signed(drop="Wechatpay-Serial"), "missing"),
    "empty signature": (lambda p: p.signed(signature=""), "missing"),
    "empty nonce": (lambda p: p.signed(Wechatpay_Nonce=""), "missing"),
    "SM2 signature type": (
        lambda p: p.signed(Wechatpay_Signature_Type="WECHATPAY2-SM2-WITH-SM3"),
        "type",
    ),
    "the other scheme's type": (lambda p: p.signed(Wechatpay_Signature_Type=BRAND_TYPE), "type"),
    "empty type": (lambda p: p.signed(Wechatpay_Signature_Type=""), "type"),
    "300 s old": (lambda p: p.signed(skew=-300), "timestamp"),
    "300 s ahead": (lambda p: p.signed(skew=300), "timestamp"),
    "a year old": (lambda p: p.signed(skew=-31536000), "timestamp"),
    "timestamp not numeric": (lambda p: p.signed(Wechatpay_Timestamp="now"), "timestamp"),
    "timestamp negative": (lambda p: p.signed(Wechatpay_Timestamp="-1750000000"), "timestamp"),
    "timestamp fractional": (lambda p: p.signed(Wechatpay_Timestamp="1750000000.0"), "timestamp"),
    "timestamp signed": (lambda p: p.signed(Wechatpay_Timestamp="+1750000000"), "timestamp"),
    "timestamp with a space": (
        lambda p: p.signed(Wechatpay_Timestamp=" 1750000000 x"),
        "timestamp",
    ),
    "timestamp endless": (lambda p: p.signed(Wechatpay_Timestamp="9" * 5000), "timestamp"),
    "timestamp in other digits": (
        lambda p: p.signed(Wechatpay_Timestamp="١٧٥٠٠٠٠٠٠٠"),
        "timestamp",
    ),
    "unknown serial": (lambda p: p.signed(serial=CERTIFICATE_SERIAL), "serial"),
    "unknown public key id": (lambda p: p.signed(serial=PUBLIC_KEY_ID + "1"), "serial"),
    "public key id in lower case": (lambda p: p.signed(serial=PUBLIC_KEY_ID.lower()), "serial"),
    "signed with an unknown key under a known id": (
        lambda p: p.signed(key="somebody"),
        "signature",
    ),
    "signed with our own key": (lambda p: p.signed(key="merchant"), "signature"),
    "signed with the brand's WeChat Pay key": (
        lambda p: p.signed(key="wechatpay for brands"),
        "signature",
    ),
    "another body": (lambda p: p.signed(signed_body=b'{"ok":false}'), "signature"),
    "body written anew": (
        lambda p: p.signed(b'{"ok": true}', signed_body=b'{"ok":true}'),
        "signature",
    ),
    "body in another encoding": (
        lambda p: p.signed("券".encode("gbk"), signed_body="券".encode()),
        "signature",
    ),
    "body cut off": (lambda p: p.signed(b'{"ok":', signed_body=b'{"ok":true}'), "signature"),
    "body emptied": (lambda p: p.signed(b"", signed_body=b'{"ok":true}'), "signature"),
    "body with a line feed more": (lambda p: p.signed(b"{}\n", signed_body=b"{}"), "signature"),
    "body with a byte order mark": (
        lambda p: p.signed(b"\xef\xbb\xbf{}", signed_body=b"{}"),
        "signature",
    ),
    "another nonce": (lambda p: p.signed(Wechatpay_Nonce="x" * 32), "signature"),
    "another timestamp": (lambda p: p.signed(Wechatpay_Timestamp=str(NOW - 1)), "signature"),
    "probe": (lambda p: p.signed(signature="WECHATPAY/SIGNTEST/" + "A" * 325), "signature"),
    "not base64": (lambda p: p.signed(signature="!" * 344), "signature"),
    "base64 of nothing": (lambda p: p.signed(signature="===="), "signature"),
    "base64 with a space": (
        lambda p: with_signature(p, lambda s: s[:10] + " " + s[10:]),
        "signature",
    ),
    "base64 with trailing data": (lambda p: with_signature(p, lambda s: s + "AAAA"), "signature"),
    "base64url": (
        lambda p: with_signature(p, lambda s: s.translate(str.maketrans("+/", "-_"))),
        "signature",
    ),
    "base64 without padding": (lambda p: with_signature(p, lambda s: s.rstrip("=")), "signature"),
    "signature in hex": (
        lambda p: with_signature(p, lambda s: base64.b64decode(s).hex()),
        "signature",
    ),
    "signature cut off": (lambda p: with_signature(p, lambda s: s[:100]), "signature"),
    "signature not ASCII": (lambda p: p.signed(signature="签名"), "signature"),
    "nonce with a line feed": (lambda p: p.signed(Wechatpay_Nonce="5K\nx"), "signature"),
    "two signatures": (lambda p: with_signature(p, lambda s: f"{s}, {s}"), "signature"),
}


def with_signature(platform: Platform, change: Callable[[str], str]) -> httpx.Response:
    answer = platform.signed()
    answer.headers["Wechatpay-Signature"] = change(answer.headers["Wechatpay-Signature"])
    return answer


@pytest.mark.parametrize("case", FORGERIES)
def test_forged_answers_are_refused_unread(platform: Platform, mode: str, case: str) -> None:
    make, reason = FORGERIES[case]
    pay = platform.pay(mode, lambda request: make(platform), retries=0)
    with pytest.raises(VerificationError) as caught:
        pay.request("POST", json={})
    error = caught.value
    assert error.reason == reason
    assert error.status == 200
    assert error.may_have_happened is True
    assert isinstance(error, UnknownSerial) == (reason == "serial")
    assert error.is_probe == (case == "probe")
    assert error.request_id == ("" if case == "no signature headers at all" else "08F7C6DEAF06-0")


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("no signature headers at all", "without any header of a signature: .* may have answered"),
        ("without nonce", "without Wechatpay-Nonce$"),
        ("the other scheme's type", "it is signed for a brand, not for a merchant"),
        ("SM2 signature type", "its signature type is not WECHATPAY2-SHA256-RSA2048"),
    ],
)
def test_the_error_names_the_likely_cause(platform: Platform, case: str, told: str) -> None:
    pay = platform.pay("sync", lambda request: FORGERIES[case][0](platform), retries=0)
    with pytest.raises(VerificationError, match=told):
        pay.request()


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_every_2xx_is_verified(platform: Platform, mode: str, status: int) -> None:
    body = b"" if status == 204 else b"{}"
    assert platform.pay(mode, in_turn(platform.signed(body, status))).request() == {}
    with pytest.raises(VerificationError):
        platform.pay(
            mode, in_turn(platform.signed(body, status, signed_body=b"x")), retries=0
        ).request()


@pytest.mark.parametrize("skew", [-299, 0, 299])
def test_less_than_five_minutes_are_accepted(keys: Keys, clock: Clock, skew: int) -> None:
    answer = Platform(keys, clock).signed(skew=skew)
    assert store(keys, clock).verify(answer.headers, answer.content) == PUBLIC_KEY_ID


@pytest.mark.parametrize(("skew", "told"), [(-300, "300 s before"), (400, "400 s after")])
def test_a_stale_answer_points_to_the_clock(keys: Keys, clock: Clock, skew: int, told: str) -> None:
    answer = Platform(keys, clock).signed(skew=skew)
    with pytest.raises(StaleTimestamp, match=rf"signed {told} .* NTP"):
        store(keys, clock).verify(answer.headers, answer.content)


def test_the_signature_type_may_be_missing(keys: Keys, clock: Clock) -> None:
    answer = Platform(keys, clock).signed(drop="Wechatpay-Signature-Type")
    store(keys, clock).verify(answer.headers, answer.content)


def test_answers_made_with_openssl(openssl: Any, clock: Clock) -> None:
    certificate = load_public_key(openssl["wechatpay_certificate"], "key", "")
    bare = load_public_key(openssl["wechatpay_public_key"], "key", "")
    id_ = PublicKey(rsa=bare.rsa, serial="PUB_KEY_ID_1")
    trust = TrustStore("merchant", [certificate, id_], clock=clock)
    for known in openssl["answers"]:
        for serial in (certificate.serial, "PUB_KEY_ID_1"):
            headers = {
                "wechatpay-timestamp": known["timestamp"],
                "wechatpay-nonce": known["nonce"],
                "wechatpay-signature": known["signature"],
                "wechatpay-serial": serial,
            }
            assert trust.verify(headers, known["body"].encode()) == serial
            with pytest.raises(VerificationError):
                trust.verify(headers, known["body"].encode() + b"\n")


def test_a_peers_callback(vectors: Callable[[str], Any], clock: Clock) -> None:
    known = vectors("go_callback_full")
    clock.now = known["now_unix"]
    trust = TrustStore(
        "merchant", [load_public_key(known["platform_certificate_pem"], "key", "")], clock=clock
    )
    headers = httpx.Headers(known["headers"])
    assert trust.verify(headers, known["body"].encode()) == known["platform_serial"]
    with pytest.raises(VerificationError):
        trust.verify(headers, known["body"].encode().replace(b"2021", b"2022"))


def test_serials_of_certificates_ignore_case_and_leading_zeros(keys: Keys, clock: Clock) -> None:
    trust = store(keys, clock, **{SECOND_SERIAL: "wechatpay"})
    for serial in (
        SECOND_SERIAL,
        SECOND_SERIAL.lower(),
        SECOND_SERIAL.lstrip("0"),
        "00" + SECOND_SERIAL,
    ):
        answer = Platform(keys, clock).signed(serial=serial)
        assert trust.verify(answer.headers, answer.content) == SECOND_SERIAL


def test_any_mix_is_held_and_never_the_wrong_one_tried(keys: Keys, clock: Clock) -> None:
    trust = store(keys, clock, **{PUBLIC_KEY_ID: "wechatpay", CERTIFICATE_SERIAL: "second"})
    platform = Platform(keys, clock)
    for name, serial in (("wechatpay", PUBLIC_KEY_ID), ("second", CERTIFICATE_SERIAL)):
        answer = platform.signed(key=name, serial=serial)
        assert trust.verify(answer.headers, answer.content) == serial
    crossed = platform.signed(key="second", serial=PUBLIC_KEY_ID)
    with pytest.raises(VerificationError):
        trust.verify(crossed.headers, crossed.content)


def test_the_public_key_id_is_sent_with_every_call(platform: Platform, mode: str) -> None:
    both = {
        CERTIFICATE_SERIAL: platform.keys.certificate("second", CERTIFICATE_SERIAL),
        PUBLIC_KEY_ID: platform.keys.public("wechatpay"),
    }
    pay = platform.pay(mode, merchant=merchant(platform.keys, trusted_keys=both))
    pay.request()
    assert platform.requests[0].headers["Wechatpay-Serial"] == PUBLIC_KEY_ID


def test_an_answer_may_name_another_key_than_asked_for(platform: Platform, mode: str) -> None:
    both = {
        CERTIFICATE_SERIAL: platform.keys.certificate("second", CERTIFICATE_SERIAL),
        PUBLIC_KEY_ID: platform.keys.public("wechatpay"),
    }
    pay = platform.pay(
        mode,
        in_turn(platform.signed(key="second", serial=CERTIFICATE_SERIAL)),
        merchant=merchant(platform.keys, trusted_keys=both),
    )
    assert pay.request() == {"ok": True}


def test_brands_send_their_public_key_id(platform: Platform, mode: str) -> None:
    answer = platform.signed(
        key="wechatpay for brands", serial=BRAND_KEY_ID, Wechatpay_Signature_Type=BRAND_TYPE
    )
    platform.pay(mode, in_turn(answer), brand=brand(platform.keys)).request(
        path="/brand/marketing/x"
    )
    assert platform.requests[0].headers["Wechatpay-Serial"] == BRAND_KEY_ID


def test_merchant_and_brand_share_no_trust(platform: Platform, mode: str) -> None:
    pay = platform.pay(
        mode,
        in_turn(platform.signed(Wechatpay_Signature_Type=BRAND_TYPE)),
        brand=brand(platform.keys),
    )
    with pytest.raises(UnknownSerial):
        pay.request(path="/brand/marketing/x")


def test_expired_certificates_are_dropped(keys: Keys, clock: Clock) -> None:
    trust = TrustStore("merchant", [key(keys, "wechatpay", CERTIFICATE_SERIAL)], clock=clock)
    clock.now += 1000
    answer = Platform(keys, clock).signed(serial=CERTIFICATE_SERIAL)
    with pytest.raises(UnknownSerial, match="expired"):
        trust.verify(answer.headers, answer.content)
    assert trust.valid_keys() == []
    with pytest.raises(ConfigurationError, match="expired"):
        trust.encryption_key()


def test_encryption_uses_the_key_that_expires_last(keys: Keys, clock: Clock) -> None:
    old, new = key(keys, "wechatpay", "A1", NOW + 10), key(keys, "second", "B2", NOW + 20)
    for certificates in ([old, new], [new, old]):
        trust = TrustStore("merchant", certificates, clock=clock)
        assert trust.encryption_key() is new
    public = PublicKey(rsa=keys["third"].public_key(), serial=PUBLIC_KEY_ID)
    assert TrustStore("merchant", [old, public, new], clock=clock).encryption_key() is public


def test_what_was_given_goes_before_what_was_downloaded(keys: Keys, clock: Clock) -> None:
    trust = store(keys, clock, **{CERTIFICATE_SERIAL: "wechatpay"})
    trust.replace_downloaded([key(keys, "stranger", CERTIFICATE_SERIAL)])
    found = trust.find(CERTIFICATE_SERIAL)
    assert found is not None
    assert found.rsa.public_numbers() == keys["wechatpay"].public_key().public_numbers()
    assert trust.valid_keys() == [found]


def test_an_empty_set_never_replaces_a_full_one(keys: Keys, clock: Clock) -> None:
    trust = TrustStore("merchant", clock=clock)
    trust.replace_downloaded([key(keys, "wechatpay", CERTIFICATE_SERIAL)])
    trust.replace_downloaded([])
    assert trust.find(CERTIFICATE_SERIAL) is not None


@examples(150)
@given(
    st.dictionaries(
        st.sampled_from(["timestamp", "nonce", "signature", "serial", "signature-type"]),
        st.text(max_size=40),
    ),
    st.binary(max_size=60),
)
def test_noise_is_refused_with_our_exceptions_only(parts: dict[str, str], body: bytes) -> None:
    trust = store(KEYS, Clock())
    known = {"timestamp": str(NOW), "nonce": "n", "signature": "AAAA", "serial": PUBLIC_KEY_ID}
    with pytest.raises(VerificationError):
        trust.verify(
            {f"wechatpay-{name}": value for name, value in {**known, **parts}.items()}, body
        )


KEYS = Keys()
