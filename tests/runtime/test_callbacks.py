"""Receiving callbacks: headers, signature, envelope, decryption, event."""

from __future__ import annotations

import asyncio
import json
from collections import UserDict
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import httpx
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from samples import APIV3_KEY, EVENTS, CouponSend, new_fake, receiver
from wechatpay_marketing._runtime.callbacks import (
    MAX_BYTES,
    AsyncWebhooks,
    Receiver,
    Webhooks,
)
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import (
    CallbackError,
    CallbackNotVerified,
    CallbackUnreadable,
    ConfigurationError,
    ConnectionFailed,
    MissingMemberError,
    ValidationError,
)
from wechatpay_marketing._runtime.events import Event
from wechatpay_marketing._runtime.identity import Merchant
from wechatpay_marketing._runtime.keys import LocalKey, PublicKey
from wechatpay_marketing._runtime.secret import Secret
from wechatpay_marketing._runtime.trust import TrustStore
from wechatpay_marketing.testing import FakeWechatPay, accounts
from wechatpay_marketing.testing.accounts import PLATFORM_SERIAL, private_key, public_pem


@pytest.fixture
def fake() -> FakeWechatPay:
    return new_fake()


@pytest.fixture
def webhooks(fake: FakeWechatPay) -> Webhooks:
    return Webhooks([receiver(fake, fake.merchant), receiver(fake, fake.brand)], events=EVENTS)


# -- what a genuine callback becomes ---------------------------------------------------------------


def test_a_known_event_is_typed(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    event = webhooks.parse(*fake.callback("COUPON.SEND"))
    assert isinstance(event.resource, CouponSend)
    assert (event.resource.coupon_code, event.resource.stock_id) == ("1228", "100088")
    assert event.event_type == "COUPON.SEND"
    assert event.original_type == "coupon"
    assert event.resource_type == "encrypt-resource"
    assert event.summary == "商家券领券通知"
    assert event.scheme == "merchant"
    assert event.create_time == datetime.fromtimestamp(fake.clock(), UTC)
    assert len(event.id) == 36


def test_event_types_are_an_open_set(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    event = webhooks.parse(*fake.callback("SOMETHING.NEW", {"a": [1, "二"]}))
    assert event.event_type == "SOMETHING.NEW"
    assert event.resource == {"a": [1, "二"]}


def test_brand_callbacks_carry_the_brand_type(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    headers, body = fake.callback("PRODUCT_COUPON.SEND")
    assert headers["Wechatpay-Signature-Type"] == "WECHATPAY-BRAND-SHA256-RSA2048"
    event = webhooks.parse(headers, body)
    assert event.scheme == "brand"
    assert event.resource == {"coupon_code": "Code_1", "openid": "oh-394z"}


@pytest.mark.parametrize("event_type", ["COUPON.SEND", "PRODUCT_COUPON.SEND"])
def test_without_a_type_the_serial_tells_whose_it_is(
    fake: FakeWechatPay, webhooks: Webhooks, event_type: str
) -> None:
    headers, body = fake.callback(event_type)
    del headers["Wechatpay-Signature-Type"]
    assert webhooks.parse(headers, body).event_type == event_type


def test_original_type_and_associated_data_may_be_missing(
    fake: FakeWechatPay, webhooks: Webhooks
) -> None:
    headers, body = resigned(fake, edit=lambda envelope: envelope["resource"].pop("original_type"))
    assert webhooks.parse(headers, body).original_type == ""
    for absent in (None, ...):

        def edit(envelope: Any, absent: Any = absent) -> None:
            envelope["resource"] = {
                **sealed(fake, b'{"coupon_code": "1"}', ""),
                "associated_data": absent,
            }
            if absent is ...:
                del envelope["resource"]["associated_data"]

        assert isinstance(webhooks.parse(*resigned(fake, edit=edit)).resource, CouponSend)


def test_unneeded_members_of_the_envelope_may_be_missing_or_new(
    fake: FakeWechatPay, webhooks: Webhooks
) -> None:
    def edit(envelope: Any) -> None:
        for name in ("id", "create_time", "summary"):
            del envelope[name]
        envelope["new"] = {"x": 1}

    event = webhooks.parse(*resigned(fake, edit=edit))
    assert (event.id, event.create_time, event.summary) == ("", None, "")


def test_a_resource_that_lacks_a_member_is_still_an_event(
    fake: FakeWechatPay, webhooks: Webhooks
) -> None:
    def edit(envelope: Any) -> None:
        envelope["resource"] = sealed(fake, b'{"coupon_code": 5, "send_channel": "NEW"}', "coupon")

    event = webhooks.parse(*resigned(fake, edit=edit))
    assert isinstance(event.resource, CouponSend)
    assert event.resource.send_channel == "NEW"
    with pytest.raises(MissingMemberError):
        _ = event.resource.stock_id


def test_personal_data_is_not_in_the_repr(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    event = webhooks.parse(*fake.callback("PRODUCT_COUPON.SEND"))
    assert "oh-394z" not in repr(event)
    assert "PRODUCT_COUPON.SEND" in repr(event)


# -- headers in every spelling ---------------------------------------------------------------------


def wsgi(headers: dict[str, str]) -> dict[str, Any]:
    environ: dict[str, Any] = {
        f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()
    }
    return {"REQUEST_METHOD": "POST", "wsgi.input": object(), "wsgi.version": (1, 0), **environ}


def asgi(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def starlette(headers: dict[str, str]) -> Any:
    from starlette.datastructures import Headers

    return Headers(raw=asgi(headers))


def werkzeug(headers: dict[str, str]) -> Any:
    from werkzeug.datastructures import EnvironHeaders

    return EnvironHeaders(wsgi(headers))


def django(headers: dict[str, str]) -> Any:
    from django.http.request import HttpHeaders

    return HttpHeaders(wsgi(headers))


SPELLINGS: dict[str, Any] = {
    "as sent": dict,
    "lower case": lambda headers: {name.lower(): value for name, value in headers.items()},
    "upper case": lambda headers: {name.upper(): value for name, value in headers.items()},
    "underscores": lambda headers: {
        name.replace("-", "_"): value for name, value in headers.items()
    },
    "WSGI environ, Django META": wsgi,
    "ASGI pairs": asgi,
    "pairs": lambda headers: list(headers.items()),
    "generator of pairs": lambda headers: iter(headers.items()),
    "bytes keys": lambda headers: {
        name.encode(): value.encode() for name, value in headers.items()
    },
    "UserDict": UserDict,
    "httpx": httpx.Headers,
    "starlette": starlette,
    "werkzeug": werkzeug,
    "django": django,
    "the same twice": lambda headers: [*headers.items(), *headers.items()],
    "lists of one value, as AWS has them": lambda headers: {
        name.lower(): [value] for name, value in headers.items()
    },
    "tuples of one value": lambda headers: {name: (value,) for name, value in headers.items()},
    "lists of bytes, the same twice": lambda headers: [
        (name, [value.encode(), value]) for name, value in headers.items()
    ],
    "beside bytes of others that are no UTF-8": lambda headers: [
        *asgi(headers),
        (b"x-forwarded-by", b"\xff"),
        (b"\xff", b"1"),
    ],
    "some without a value": lambda headers: {**headers, "X-Forwarded-For": None, "a": [None, 5]},
    "names that are not text": lambda headers: {**headers, None: "x", 5: "y"},
}


@pytest.mark.parametrize("headers", [None, "abc", b"abc", 5, [("a",)], [("a", "b", "c")], [5]])
def test_what_are_no_headers_is_named(webhooks: Webhooks, headers: Any) -> None:
    with pytest.raises(TypeError, match=r"must be the headers of the request"):
        webhooks.parse(headers, b"{}")


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_headers_are_found_in_every_spelling(
    fake: FakeWechatPay, webhooks: Webhooks, spelling: str
) -> None:
    headers, body = fake.callback("COUPON.SEND")
    assert webhooks.parse(SPELLINGS[spelling](headers), body).event_type == "COUPON.SEND"


def test_a_header_with_two_values_is_refused(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    headers, body = fake.callback("COUPON.SEND")
    with pytest.raises(CallbackNotVerified, match="twice"):
        webhooks.parse([*headers.items(), ("wechatpay-nonce", "other")], body)
    with pytest.raises(CallbackNotVerified, match="twice"):
        webhooks.parse({**headers, "Wechatpay-Serial": [headers["Wechatpay-Serial"], "B"]}, body)


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda body: json.dumps(json.loads(body)).encode(),
        lambda body: json.dumps(json.loads(body), ensure_ascii=False, indent=2).encode(),
        lambda body: json.dumps(json.loads(body), sort_keys=True, separators=(",", ":")).encode(),
        lambda body: body + b"\n",
        lambda body: b"",
    ],
)
def test_a_body_that_was_written_anew_is_named_first(
    fake: FakeWechatPay, webhooks: Webhooks, rewritten: Any
) -> None:
    headers, body = fake.callback("COUPON.SEND")
    with pytest.raises(CallbackNotVerified, match=r"parsed and written anew.*forgery") as caught:
        webhooks.parse(headers, rewritten(body))
    assert caught.value.reason == "signature"


def test_a_test_signature_is_no_reason_to_search(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    headers, body = fake.callback("COUPON.SEND")
    headers["Wechatpay-Signature"] = "WECHATPAY/SIGNTEST/AAAA"
    with pytest.raises(CallbackNotVerified, match="nothing is amiss") as caught:
        webhooks.parse(headers, body)
    assert caught.value.is_probe


@pytest.mark.parametrize("change", [str, json.loads, bytearray, lambda body: None])
def test_only_the_raw_bytes_will_do(fake: FakeWechatPay, webhooks: Webhooks, change: Any) -> None:
    headers, body = fake.callback("COUPON.SEND")
    with pytest.raises(TypeError, match="raw bytes"):
        webhooks.parse(headers, change(body))


# -- refusals --------------------------------------------------------------------------------------


def test_the_error_tells_what_support_asks_for(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    headers, body = fake.callback("COUPON.SEND", fault="probe")
    with pytest.raises(CallbackNotVerified) as caught:
        webhooks.parse({**headers, "Request-ID": "ABC-0"}, body)
    assert caught.value.is_probe  # WeChat Pay tries out now and then whether we verify
    assert caught.value.request_id == "ABC-0"
    assert caught.value.reason == "signature"
    assert caught.value.may_have_happened is False
    assert headers["Wechatpay-Signature"] not in str(caught.value)


def test_nothing_is_parsed_before_verification(
    fake: FakeWechatPay, webhooks: Webhooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Untouchable:
        def decode(self, body: bytes) -> None:
            raise AssertionError("parsed before it was verified")

    monkeypatch.setattr("wechatpay_marketing._runtime.envelopes._envelopes", Untouchable())
    headers, body = fake.callback("COUPON.SEND", fault="bad_signature")
    with pytest.raises(CallbackNotVerified):
        webhooks.parse(headers, body)


def test_bodies_have_a_largest_size(fake: FakeWechatPay, webhooks: Webhooks) -> None:
    headers, _ = fake.callback("COUPON.SEND")
    with pytest.raises(CallbackNotVerified, match="more than"):
        webhooks.parse(headers, b" " * (MAX_BYTES + 1))


def test_a_genuine_callback_that_is_no_object_is_unreadable(
    fake: FakeWechatPay, webhooks: Webhooks
) -> None:
    def edit(envelope: Any) -> None:
        envelope["resource"] = sealed(fake, b"[1]", "coupon")

    with pytest.raises(CallbackUnreadable):
        webhooks.parse(*resigned(fake, edit=edit))


# -- keys ------------------------------------------------------------------------------------------


def test_a_client_without_the_symmetric_key_cannot_receive(fake: FakeWechatPay) -> None:
    merchant = Merchant(
        mchid="1900000001",
        certificate_serial="ABC",
        private_key=LocalKey(private_key("merchant")),
        trusted_keys={"PUB_KEY_ID_1": public_pem(private_key("wechatpay"))},
    )
    with pytest.raises(ConfigurationError, match="apiv3_key"):
        _ = fake.client(SyncClient, merchant=merchant, brand=None).webhooks
    both = fake.client(SyncClient, merchant=merchant).webhooks
    both._given_events = EVENTS
    assert both.parse(*fake.callback("PRODUCT_COUPON.SEND")).scheme == "brand"
    with pytest.raises(CallbackNotVerified):
        both.parse(*fake.callback("COUPON.SEND"))


def certificate_mode() -> tuple[FakeWechatPay, TrustStore, PublicKey]:
    fake = new_fake(trust="certificates")
    key = PublicKey(rsa=private_key("wechatpay").public_key(), serial=PLATFORM_SERIAL)
    return fake, TrustStore("merchant", clock=fake.clock), key


def test_an_unknown_serial_fetches_certificates_once() -> None:
    fake, trust, key = certificate_mode()
    fetched: list[int] = []

    def refresh() -> None:
        fetched.append(1)
        trust.replace_downloaded([key])

    webhooks = Webhooks(
        [Receiver(scheme="merchant", trust=trust, key=Secret(APIV3_KEY.encode()))],
        refresh=refresh,
        events=EVENTS,
    )
    assert webhooks.parse(*fake.callback("COUPON.SEND")).event_type == "COUPON.SEND"
    webhooks.parse(*fake.callback("COUPON.SEND"))
    assert len(fetched) == 1
    with pytest.raises(CallbackNotVerified) as caught:
        webhooks.parse(*fake.callback("COUPON.SEND", fault="unknown_serial"))
    assert caught.value.reason == "serial"
    assert len(fetched) == 2


def test_only_an_unknown_serial_fetches_certificates() -> None:
    fake, trust, key = certificate_mode()
    trust.replace_downloaded([key])

    def refresh() -> None:
        raise AssertionError("downloaded")

    webhooks = Webhooks(
        [Receiver(scheme="merchant", trust=trust, key=Secret(APIV3_KEY.encode()))],
        refresh=refresh,
        events=EVENTS,
    )
    for fault in ("unsigned", "bad_signature", "probe", "stale"):
        with pytest.raises(CallbackNotVerified):
            webhooks.parse(*fake.callback("COUPON.SEND", fault=fault))


def test_a_failed_download_refuses_the_callback() -> None:
    fake, trust, _ = certificate_mode()

    def refresh() -> None:
        raise ConnectionFailed("no network")

    webhooks = Webhooks(
        [Receiver(scheme="merchant", trust=trust, key=Secret(APIV3_KEY.encode()))],
        refresh=refresh,
        events=EVENTS,
    )
    with pytest.raises(CallbackNotVerified) as caught:
        webhooks.parse(*fake.callback("COUPON.SEND"))
    assert isinstance(caught.value.__cause__, ConnectionFailed)


def test_asynchronous_applications_await_the_download() -> None:
    fake, trust, key = certificate_mode()

    async def refresh() -> None:
        await asyncio.sleep(0)
        trust.replace_downloaded([key])

    webhooks = AsyncWebhooks(
        [Receiver(scheme="merchant", trust=trust, key=Secret(APIV3_KEY.encode()))],
        refresh=refresh,
        events=EVENTS,
    )
    event = asyncio.run(webhooks.parse(*fake.callback("COUPON.SEND")))
    assert isinstance(event.resource, CouponSend)
    with pytest.raises(CallbackNotVerified):
        asyncio.run(webhooks.parse(*fake.callback("COUPON.SEND", fault="unknown_serial")))


def test_clients_of_both_kinds_receive_in_certificate_mode() -> None:
    fake = new_fake(trust="certificates")
    webhooks = fake.client(SyncClient).webhooks
    webhooks._given_events = EVENTS
    assert isinstance(webhooks.parse(*fake.callback("COUPON.SEND")).resource, CouponSend)
    for _ in range(3):  # the download is rate-limited: forgeries cannot cause a stream of them
        with pytest.raises(CallbackNotVerified):
            webhooks.parse(*fake.callback("COUPON.SEND", fault="unknown_serial"))
    assert [request.target for request in fake.requests].count("/v3/certificates") <= 2

    asynchronous = fake.async_client(AsyncClient).webhooks
    asynchronous._given_events = EVENTS
    event = asyncio.run(asynchronous.parse(*fake.callback("COUPON.SEND")))
    assert isinstance(event.resource, CouponSend)


# -- a peer's whole callback -----------------------------------------------------------------------


def test_a_peers_callback_verifies_and_its_16_byte_key_is_refused(vectors: Any) -> None:
    from wechatpay_marketing._runtime.keys import load_certificate

    known = vectors("go_callback_full")
    with pytest.raises(ConfigurationError, match="apiv3_key"):
        Merchant(
            mchid="1",
            certificate_serial="1",
            private_key=LocalKey(private_key("merchant")),
            apiv3_key=known["aes_key_16_bytes"],
        )
    trust = TrustStore(
        "merchant",
        [load_certificate(known["platform_certificate_pem"], "certificate", "")],
        clock=lambda: known["now_unix"],
    )
    webhooks = Webhooks(
        [Receiver(scheme="merchant", trust=trust, key=Secret(APIV3_KEY.encode()))], events=EVENTS
    )
    with pytest.raises(CallbackError) as caught:  # verified, but the fake's key does not open it
        webhooks.parse(known["headers"], known["body"].encode())
    assert not isinstance(caught.value, CallbackNotVerified)


# -- acknowledgements ------------------------------------------------------------------------------


def test_an_acknowledgement_is_204_or_a_failure_with_its_reason() -> None:
    assert Webhooks.ok() == (204, {}, b"")
    status, headers, body = Webhooks.fail('库存"不足', status=503)
    assert (status, headers) == (503, {"Content-Type": "application/json"})
    assert json.loads(body) == {"code": "FAIL", "message": '库存"不足'}
    assert Webhooks.fail("x").status == 500
    assert AsyncWebhooks.ok() == Webhooks.ok()


@pytest.mark.parametrize("status", [200, 204, 302, 399, 600, 0, -500, "500", None, 401.5])
def test_no_refusal_tells_that_all_is_well(status: Any) -> None:
    with pytest.raises(ValidationError, match="status must be 4xx or 5xx"):
        Webhooks.fail("x", status=status)


def test_a_stranger_learns_nothing_from_a_refusal(
    fake: FakeWechatPay, webhooks: Webhooks, caplog: pytest.LogCaptureFixture
) -> None:
    headers, body = fake.callback("COUPON.SEND")
    forged = [
        ({}, body),
        ({**headers, "Wechatpay-Serial": "5157F09E"}, body),
        ({**headers, "Wechatpay-Timestamp": "1"}, body),
        (headers, body + b" "),
    ]
    replies = set()
    for attempt in forged:
        with pytest.raises(CallbackError) as caught:
            webhooks.parse(*attempt)
        replies.add(webhooks.refuse(caught.value)._replace(headers=()))
        assert str(caught.value) in caplog.text
    assert replies == {(401, (), b'{"code":"FAIL","message":"not verified"}')}
    assert AsyncWebhooks.refuse(CallbackUnreadable("secret")) == (
        500,
        {"Content-Type": "application/json"},
        b'{"code":"FAIL","message":"not read"}',
    )


@pytest.mark.parametrize("change", [{"id": None}, {"id": 5}, {"summary": ["x"]}, {"summary": {}}])
def test_what_only_describes_an_event_may_be_of_any_type(
    fake: FakeWechatPay, webhooks: Webhooks, change: dict[str, Any]
) -> None:
    event = webhooks.parse(*resigned(fake, edit=lambda envelope: envelope.update(change)))
    assert event.event_type == "COUPON.SEND"
    assert event.id == {None: "", 5: "5"}.get(change.get("id", ...), event.id)


# -- random input ----------------------------------------------------------------------------------

_FUZZED = new_fake()
_WEBHOOKS = Webhooks(
    [receiver(_FUZZED, _FUZZED.merchant), receiver(_FUZZED, _FUZZED.brand)], events=EVENTS
)
_NAMES = st.sampled_from([
    "Wechatpay-Timestamp", "wechatpay-nonce", "HTTP_WECHATPAY_SIGNATURE", "Wechatpay-Serial",
    "Wechatpay-Signature-Type", "Request-ID",
])  # fmt: skip
_VALUES = st.one_of(
    st.text(max_size=40),
    st.just(str(int(_FUZZED.clock()))),
    st.sampled_from([key.serial for key in (*_FUZZED.merchant.trusted, *_FUZZED.brand.trusted)]),
    st.sampled_from(["WECHATPAY2-SHA256-RSA2048", "WECHATPAY-BRAND-SHA256-RSA2048", "AAAA"]),
    st.text(st.characters(codec="latin-1"), max_size=10),
)


@given(
    st.lists(st.tuples(_NAMES | st.text(max_size=10), _VALUES), max_size=8), st.binary(max_size=200)
)
@examples(200)
def test_random_headers_and_bytes_are_refused(headers: list[tuple[str, str]], body: bytes) -> None:
    with pytest.raises(CallbackNotVerified):
        _WEBHOOKS.parse(headers, body)
    with pytest.raises(CallbackNotVerified):
        _WEBHOOKS.parse(
            [(name.encode(), value.encode("utf-8", "surrogatepass")) for name, value in headers],
            body,
        )


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)
_ENVELOPE_NAMES = st.sampled_from(
    ["id", "create_time", "event_type", "resource_type", "summary", "resource"]
)
_RESOURCE_NAMES = st.sampled_from(
    ["original_type", "algorithm", "ciphertext", "nonce", "associated_data"]
)


@given(
    st.one_of(st.binary(max_size=100), st.builds(lambda value: json.dumps(value).encode(), _JSON))
)
@examples(100)
def test_genuine_nonsense_gives_our_exceptions_only(body: bytes) -> None:
    with pytest.raises(CallbackError) as caught:
        _WEBHOOKS.parse(_FUZZED._signature("merchant", body, None), body)
    assert not isinstance(caught.value, CallbackNotVerified)


@given(st.dictionaries(_ENVELOPE_NAMES, _JSON), st.dictionaries(_RESOURCE_NAMES, _JSON))
@examples(100)
def test_genuine_envelopes_of_any_content_give_an_event_or_our_exceptions(
    outer: dict[str, Any], inner: dict[str, Any]
) -> None:
    def edit(envelope: Any) -> None:
        envelope["resource"] |= inner
        envelope |= outer

    with suppress(CallbackError):
        assert isinstance(_WEBHOOKS.parse(*resigned(_FUZZED, edit=edit)), Event)


@given(
    st.dictionaries(
        st.text(max_size=8) | st.sampled_from(["coupon_code", "stock_id"]), _JSON, max_size=5
    )
)
@examples(100)
def test_genuine_resources_of_any_content_give_an_event(resource: dict[str, Any]) -> None:
    def edit(envelope: Any) -> None:
        envelope["resource"] = sealed(_FUZZED, json.dumps(resource).encode(), "coupon")

    assert isinstance(_WEBHOOKS.parse(*resigned(_FUZZED, edit=edit)).resource, CouponSend)


# -- helpers ---------------------------------------------------------------------------------------


def sealed(fake: FakeWechatPay, plaintext: bytes, associated_data: str) -> dict[str, str]:
    return {"original_type": "coupon", **accounts.sealed(APIV3_KEY, plaintext, associated_data)}


def resigned(fake: FakeWechatPay, *, edit: Any) -> tuple[dict[str, str], bytes]:
    """A callback whose envelope was edited before WeChat Pay signed it."""
    _, body = fake.callback("COUPON.SEND")
    envelope = json.loads(body)
    edit(envelope)
    raw = msgspec.json.encode(envelope)
    return fake._signature("merchant", raw, None), raw


@pytest.mark.parametrize(
    ("event_type", "fault"),
    [
        ("COUPON.SEND", "bad_signature"),
        ("COUPON.SEND", "stale"),
        ("PRODUCT_COUPON.SEND", "unknown_serial"),
    ],
)
def test_only_an_unknown_serial_of_the_merchant_causes_a_download(
    fake: FakeWechatPay, event_type: str, fault: Any
) -> None:
    asked: list[str] = []

    async def refresh() -> None:
        asked.append("async")

    receivers = [receiver(fake, fake.merchant), receiver(fake, fake.brand)]
    headers, body = fake.callback(event_type, fault=fault)
    with pytest.raises(CallbackNotVerified):
        Webhooks(receivers, refresh=lambda: asked.append("sync"), events=EVENTS).parse(
            headers, body
        )
    with pytest.raises(CallbackNotVerified):
        asyncio.run(AsyncWebhooks(receivers, refresh=refresh, events=EVENTS).parse(headers, body))
    assert asked == []


def test_a_receiver_does_not_show_its_key(fake: FakeWechatPay) -> None:
    assert APIV3_KEY not in repr(receiver(fake, fake.merchant))
    assert APIV3_KEY not in repr(Webhooks([receiver(fake, fake.merchant)]))
