"""Forged, stale, truncated and re-encoded messages: as answers and as callbacks, none is believed
or even parsed.

Every row of `FORGERIES` is tried four ways: as an answer to the synchronous and the asynchronous
client, as a callback of the merchant and of the brand. `SPOILT` are
callbacks that WeChat Pay signed but nobody can use.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any, NamedTuple

import httpx
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA512
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from samples import BRAND, EVENTS, MERCHANT, new_fake, receiver
from wechatpay_marketing._runtime import envelopes, raw, signing
from wechatpay_marketing._runtime.callbacks import Webhooks
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import (
    CallbackNotDecrypted,
    CallbackNotVerified,
    CallbackUnreadable,
    StaleTimestamp,
    UnknownSerial,
    VerificationError,
    WechatPayError,
)
from wechatpay_marketing.testing import FakeWechatPay, accounts
from wechatpay_marketing.testing.accounts import private_key

PATH = "/v3/marketing/busifavor/users/o1/coupons"


PKCS1, _SHA256 = padding.PKCS1v15(), SHA256()


class Message(NamedTuple):
    """A signed message on its way."""

    fake: FakeWechatPay
    scheme: Any
    headers: dict[str, str]
    body: bytes

    def with_header(self, name: str, value: str | None) -> Message:
        headers = {**self.headers, name: value or ""}
        if value is None:
            del headers[name]
        return self._replace(headers=headers)

    def resigned(
        self, key_name: str | None = None, scheme: Any = PKCS1, digest: Any = _SHA256
    ) -> Message:
        """Signed anew as it stands, by the right key or another one."""
        key = private_key(key_name or accounts.ACCOUNTS[self.scheme].platform)
        text = signing.answer_message(self.headers[TIMESTAMP], self.headers[NONCE], self.body)
        return self.with_header(
            SIGNATURE, base64.b64encode(key.sign(text, scheme, digest)).decode()
        )

    def with_signature(self, change: Callable[[str], str]) -> Message:
        return self.with_header(SIGNATURE, change(self.headers[SIGNATURE]))


TIMESTAMP, NONCE, SIGNATURE = "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature"
SERIAL, TYPE = "Wechatpay-Serial", "Wechatpay-Signature-Type"
PSS = padding.PSS(padding.MGF1(SHA256()), 32)


def header(name: str, value: str | None) -> Callable[[Message], Message]:
    return lambda message: message.with_header(name, value)


def signature(change: Callable[[str], str]) -> Callable[[Message], Message]:
    return lambda message: message.with_signature(change)


def body(change: Callable[[bytes], bytes]) -> Callable[[Message], Message]:
    return lambda message: message._replace(body=change(message.body))


def at(seconds: int) -> Callable[[Message], Message]:
    """Really signed by WeChat Pay, that many seconds from now."""
    return lambda message: message.with_header(
        TIMESTAMP, str(int(message.fake.clock()) + seconds)
    ).resigned()


def flipped(text: str) -> str:
    raw = bytearray(base64.b64decode(text))
    raw[0] ^= 1
    return base64.b64encode(raw).decode()


def border_moved(message: Message) -> Message:
    """The first line of the body as the last line of the nonce: the same signed text."""
    whole = message._replace(body=b"line\n" + message.body).resigned()
    return whole._replace(body=message.body).with_header(NONCE, whole.headers[NONCE] + "\nline")


def mixed(message: Message) -> Message:
    """The headers of one genuine message with the body of another."""
    return message._replace(body=msgspec.json.encode({"data": [], "total_count": 9}))


FORGERIES: dict[str, tuple[str, Callable[[Message], Message]]] = {
    # one of the four headers is missing
    "without timestamp": ("missing", header(TIMESTAMP, None)),
    "without nonce": ("missing", header(NONCE, None)),
    "without signature": ("missing", header(SIGNATURE, None)),
    "without serial": ("missing", header(SERIAL, None)),
    "empty timestamp": ("missing", header(TIMESTAMP, "")),
    "empty nonce": ("missing", header(NONCE, "")),
    "empty signature": ("missing", header(SIGNATURE, "")),
    "empty serial": ("missing", header(SERIAL, "")),
    # rule 2: the time
    "300 s old": ("timestamp", at(-300)),
    "300 s ahead": ("timestamp", at(300)),
    "a year old": ("timestamp", at(-31_536_000)),
    "time in words": ("timestamp", header(TIMESTAMP, "now")),
    "time with fraction": ("timestamp", header(TIMESTAMP, "1750000000.0")),
    "time with sign": ("timestamp", header(TIMESTAMP, "+1750000000")),
    "negative time": ("timestamp", header(TIMESTAMP, "-1750000000")),
    "time in superscript": ("timestamp", header(TIMESTAMP, "175000000\xb9")),
    "time with underscore": ("timestamp", header(TIMESTAMP, "1_750_000_000")),
    "endless time": ("timestamp", header(TIMESTAMP, "9" * 5000)),
    "time a second off": ("signature", header(TIMESTAMP, "1750000001")),
    # rule 3: the key, by its serial number alone
    "unknown serial": ("serial", header(SERIAL, "7132D72A03E93CDDF8C03BBD1F37EEDF00000000")),
    "unknown key id": ("serial", header(SERIAL, "PUB_KEY_ID_0000000000000000000000000000")),
    "our own serial": ("serial", header(SERIAL, MERCHANT.serial)),
    "key id cut short": (
        "serial",
        lambda message: message.with_header(SERIAL, message.headers[SERIAL][:-1]),
    ),
    "key id with a line end": (
        "serial",
        lambda message: message.with_header(SERIAL, message.headers[SERIAL] + "\n"),
    ),
    "the key of the other identity": (
        "serial",
        lambda message: message.with_header(
            SERIAL,
            MERCHANT.public_key_id if message.scheme == "brand" else BRAND.public_key_id,
        ),
    ),
    "signed with our key": ("signature", lambda message: message.resigned("merchant")),
    "signed with the other identity's key": (
        "signature",
        lambda message: message.resigned(
            "wechatpay" if message.scheme == "brand" else "wechatpay for brands"
        ),
    ),
    "signed with a stranger's key": ("signature", lambda message: message.resigned("stranger")),
    # rule 4: the type
    "SM2": ("type", header(TYPE, "WECHATPAY2-SM2-WITH-SM3")),
    "SHA-1 type": ("type", header(TYPE, "WECHATPAY2-SHA1-RSA2048")),
    "type in lower case": ("type", header(TYPE, "wechatpay2-sha256-rsa2048")),
    "no type at all": ("type", header(TYPE, "none")),
    # rule 5: the message
    "one byte changed": ("signature", body(lambda raw: raw.replace(b":", b";", 1))),
    "number changed": ("signature", body(lambda raw: raw.replace(b'"', b"'", 1))),
    "truncated": ("signature", body(lambda raw: raw[:-1])),
    "emptied": ("signature", body(lambda raw: b"")),
    "line end added": ("signature", body(lambda raw: raw + b"\n")),
    "blank added": ("signature", body(lambda raw: raw + b" ")),
    "BOM added": ("signature", body(lambda raw: b"\xef\xbb\xbf" + raw)),
    "doubled": ("signature", body(lambda raw: raw + raw)),
    "re-encoded with blanks": ("signature", body(lambda raw: json.dumps(json.loads(raw)).encode())),
    "re-encoded with indent": (
        "signature",
        body(lambda raw: json.dumps(json.loads(raw), indent=2).encode()),
    ),
    "re-encoded in UTF-16": ("signature", body(lambda raw: raw.decode().encode("utf-16"))),
    "another body": ("signature", mixed),
    "not JSON": ("signature", body(lambda raw: b"<xml/>")),
    "nonce changed": ("signature", header(NONCE, "x" * 32)),
    "border between nonce and body moved": ("signature", border_moved),
    # rule 6: strict base64, RSASSA-PKCS1-v1_5 with SHA-256
    "a bit flipped": ("signature", signature(flipped)),
    "cut short": ("signature", signature(lambda text: text[:-4])),
    "without padding": ("signature", signature(lambda text: text.rstrip("="))),
    "padded too much": ("signature", signature(lambda text: text + "====")),
    "junk in front": ("signature", signature(lambda text: "!" + text)),
    "junk inside": ("signature", signature(lambda text: text[:8] + " " + text[8:])),
    "line break inside": ("signature", signature(lambda text: text[:76] + "\n" + text[76:])),
    "URL-safe": ("signature", signature(lambda text: "-_" + text[2:])),
    "hex": ("signature", signature(lambda text: base64.b64decode(text).hex())),
    "encoded twice": (
        "signature",
        signature(lambda text: base64.b64encode(text.encode()).decode()),
    ),
    "one zero byte": ("signature", signature(lambda text: "AA==")),
    "all zero": ("signature", signature(lambda text: base64.b64encode(bytes(256)).decode())),
    "too long": ("signature", signature(lambda text: base64.b64encode(bytes(4096)).decode())),
    "SHA-1": ("signature", lambda message: message.resigned(digest=SHA1())),
    "SHA-512": ("signature", lambda message: message.resigned(digest=SHA512())),
    "PSS": ("signature", lambda message: message.resigned(scheme=PSS)),
    # 4.2: probes are treated as any forgery
    "probe": ("signature", signature(lambda text: "WECHATPAY/SIGNTEST/" + text)),
    "bare probe": ("signature", header(SIGNATURE, "WECHATPAY/SIGNTEST/")),
}
CLASSES = {"serial": UnknownSerial, "timestamp": StaleTimestamp}
assert len(FORGERIES) >= 40


class Interceptor(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Lets requests through to the fake, and changes its answers."""

    def __init__(self, fake: FakeWechatPay, forge: Callable[[Message], Message]) -> None:
        self._fake, self._forge = fake, forge

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._changed(self._fake.transport.handle_request(request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self._changed(await self._fake.transport.handle_async_request(request))

    def _changed(self, response: httpx.Response) -> httpx.Response:
        genuine = {
            name: response.headers[name] for name in (TIMESTAMP, NONCE, SIGNATURE, SERIAL, TYPE)
        }
        forged = self._forge(Message(self._fake, "merchant", genuine, response.content))
        raw = [(name.encode(), value.encode("latin-1")) for name, value in forged.headers.items()]
        raw += [(b"Request-ID", b"08F0-0"), (b"Content-Type", b"application/json")]
        return httpx.Response(response.status_code, headers=raw, content=forged.body)


def never(*arguments: object) -> Any:
    raise AssertionError("parsed before it was verified")


class Untouchable:
    decode = staticmethod(never)


def check_answer_error(name: str, error: VerificationError) -> None:
    reason = FORGERIES[name][0]
    assert error.reason == reason
    assert error.status == 200
    assert error.request_id == "08F0-0"
    assert error.is_probe is ("probe" in name)
    assert type(error) in (VerificationError, CLASSES.get(reason, VerificationError))


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_answers_are_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "answer", never)
    fake = new_fake()
    http = httpx.Client(transport=Interceptor(fake, FORGERIES[name][1]))
    pay = fake.client(SyncClient, http_client=http, retries=0)
    with pytest.raises(VerificationError) as caught:
        pay.request("GET", PATH)
    check_answer_error(name, caught.value)


@pytest.mark.parametrize("name", FORGERIES)
def test_forged_answers_are_refused_asynchronously(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "answer", never)
    fake = new_fake()

    async def call() -> None:
        http = httpx.AsyncClient(transport=Interceptor(fake, FORGERIES[name][1]))
        await fake.async_client(AsyncClient, http_client=http, retries=0).request("GET", PATH)

    with pytest.raises(VerificationError) as caught:
        asyncio.run(call())
    check_answer_error(name, caught.value)


@pytest.mark.parametrize("event_type", ["COUPON.SEND", "PRODUCT_COUPON.SEND"])
@pytest.mark.parametrize("name", FORGERIES)
def test_forged_callbacks_are_refused(
    name: str, event_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(envelopes, "_envelopes", Untouchable)
    fake = new_fake()
    scheme = "merchant" if event_type == "COUPON.SEND" else "brand"
    webhooks = Webhooks([receiver(fake, fake.merchant), receiver(fake, fake.brand)], events=EVENTS)
    headers, raw = fake.callback(event_type)
    reason, forge = FORGERIES[name]
    forged = forge(Message(fake, scheme, headers, raw))
    with pytest.raises(CallbackNotVerified) as caught:
        webhooks.parse(forged.headers, forged.body)
    assert caught.value.reason == reason
    assert caught.value.is_probe is ("probe" in name)
    assert caught.value.may_have_happened is False


def test_the_unchanged_messages_are_believed() -> None:
    """The table proves something only if what it starts from is fine."""
    fake = new_fake()
    http = httpx.Client(transport=Interceptor(fake, lambda message: message.resigned()))
    assert fake.client(SyncClient, http_client=http).request("GET", PATH)["total_count"] == 0
    http = httpx.Client(transport=Interceptor(fake, at(299)))
    assert fake.client(SyncClient, http_client=http).request("GET", PATH)["total_count"] == 0


@pytest.mark.parametrize("event_type", ["COUPON.SEND", "PRODUCT_COUPON.SEND"])
def test_a_replay_is_stale_after_five_minutes(event_type: str) -> None:
    fake = new_fake()
    webhooks = Webhooks([receiver(fake, fake.merchant), receiver(fake, fake.brand)], events=EVENTS)
    headers, raw = fake.callback(event_type)
    fake.clock.advance(299)
    webhooks.parse(headers, raw)
    fake.clock.advance(1)
    with pytest.raises(CallbackNotVerified) as caught:
        webhooks.parse(headers, raw)
    assert caught.value.reason == "timestamp"


# -- signed by WeChat Pay, and of no use all the same ----------------------------------------------


def resource(**change: Any) -> Callable[[dict[str, Any]], None]:
    return lambda envelope: envelope["resource"].update(change)


def sealed(secret: str, plaintext: bytes) -> Callable[[dict[str, Any]], None]:
    return resource(**accounts.sealed(secret, plaintext, "coupon"))


def without(name: str, inside: bool = True) -> Callable[[dict[str, Any]], None]:
    return lambda envelope: (envelope["resource"] if inside else envelope).pop(name)


SPOILT: dict[str, tuple[type[Exception], Callable[[dict[str, Any]], object]]] = {
    "another algorithm": (CallbackNotDecrypted, resource(algorithm="AEAD_AES_128_GCM")),
    "no algorithm": (CallbackNotDecrypted, resource(algorithm="")),
    "algorithm in lower case": (CallbackNotDecrypted, resource(algorithm="aead_aes_256_gcm")),
    "the brand's key": (CallbackNotDecrypted, sealed(BRAND.secret, b"{}")),
    "a stranger's key": (CallbackNotDecrypted, sealed("x" * 32, b"{}")),
    "another nonce": (CallbackNotDecrypted, resource(nonce="x" * 12)),
    "a short nonce": (CallbackNotDecrypted, resource(nonce="x")),
    "other associated data": (CallbackNotDecrypted, resource(associated_data="other")),
    "no associated data where there was some": (CallbackNotDecrypted, without("associated_data")),
    "ciphertext not base64": (CallbackNotDecrypted, resource(ciphertext="!" * 40)),
    "ciphertext too short": (CallbackNotDecrypted, resource(ciphertext="AAAA")),
    "empty ciphertext": (CallbackNotDecrypted, resource(ciphertext="")),
    "another resource_type": (
        CallbackUnreadable,
        lambda envelope: envelope.update(resource_type="plain"),
    ),
    "no resource_type": (CallbackUnreadable, without("resource_type", inside=False)),
    "no event_type": (CallbackUnreadable, without("event_type", inside=False)),
    "no resource": (CallbackUnreadable, without("resource", inside=False)),
    "resource in clear": (
        CallbackUnreadable,
        lambda envelope: envelope.update(resource={"coupon_code": "1"}),
    ),
    "resource as text": (CallbackUnreadable, lambda envelope: envelope.update(resource="{}")),
    "no ciphertext": (CallbackUnreadable, without("ciphertext")),
    "no nonce": (CallbackUnreadable, without("nonce")),
    "numeric nonce": (CallbackUnreadable, resource(nonce=123456789012)),
    "resource is a list": (CallbackUnreadable, sealed(MERCHANT.secret, b"[]")),
    "resource is XML": (CallbackUnreadable, sealed(MERCHANT.secret, b"<xml/>")),
    "resource is empty": (CallbackUnreadable, sealed(MERCHANT.secret, b"")),
    "resource is not UTF-8": (CallbackUnreadable, sealed(MERCHANT.secret, b'{"a":"\xff"}')),
    "resource is nested without end": (
        CallbackUnreadable,
        sealed(MERCHANT.secret, b'{"a":' * 5000),
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_unusable_callbacks_are_refused(name: str) -> None:
    fake = new_fake()
    webhooks = Webhooks([receiver(fake, fake.merchant)], events=EVENTS)
    envelope = json.loads(fake.callback("COUPON.SEND")[1])
    expected, spoil = SPOILT[name]
    spoil(envelope)
    raw = msgspec.json.encode(envelope)
    with pytest.raises(expected) as caught:
        webhooks.parse(fake._signature("merchant", raw, None), raw)
    assert not isinstance(caught.value, VerificationError)
    assert MERCHANT.secret not in str(caught.value)


# -- random answers --------------------------------------------------------------------------------

_NAMES = st.sampled_from(
    [TIMESTAMP, NONCE, SIGNATURE, SERIAL, TYPE, "Request-ID", "Retry-After", "Content-Type"]
)
_VALUES = st.one_of(
    st.text(st.characters(codec="latin-1"), max_size=30),
    st.sampled_from(["1750000000", MERCHANT.public_key_id, "WECHATPAY2-SHA256-RSA2048", "AAAA"]),
)


_FUZZED = new_fake()


class Scripted(httpx.BaseTransport):
    def __init__(self, response: httpx.Response) -> None:
        self._response = response

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._response


@given(
    st.integers(200, 599), st.lists(st.tuples(_NAMES, _VALUES), max_size=8), st.binary(max_size=200)
)
@examples(150)
def test_random_answers_give_our_exceptions_only(
    status: int, headers: list[tuple[str, str]], content: bytes
) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    http = httpx.Client(transport=Scripted(httpx.Response(status, headers=raw, content=content)))
    with pytest.raises(WechatPayError):
        _FUZZED.client(SyncClient, http_client=http, retries=0).request("GET", PATH)


@given(st.binary(max_size=200))
@examples(100)
def test_genuine_answers_of_any_content_give_our_exceptions_only(content: bytes) -> None:
    headers = _FUZZED._signature("merchant", content, None)
    http = httpx.Client(transport=Scripted(httpx.Response(200, headers=headers, content=content)))
    try:
        answer = _FUZZED.client(SyncClient, http_client=http, retries=0).request("GET", PATH)
    except WechatPayError:
        return
    assert isinstance(answer, dict)
