"""Secrets stay where they are: error trackers store the text of an exception, its attributes, and
the locals of every frame that it passed."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from kit import (
    APIV3_KEY,
    BRAND_KEY,
    CERTIFICATE_SERIAL,
    MCHID,
    OWN_SERIAL,
    PUBLIC_KEY_ID,
    Keys,
    Platform,
    brand,
    merchant,
)
from wechatpay_marketing import links
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import ConfigurationError, WechatPayError
from wechatpay_marketing._runtime.identity import Brand, Merchant
from wechatpay_marketing._runtime.request import PreparedRequest
from wechatpay_marketing._runtime.secret import Secret, Veiled, hide
from wechatpay_marketing._runtime.visible import visible

V2_KEY = "v2SECRET0key0of0the0merchant0000"
COUPON: links.Coupon = {"stock_id": "98", "out_request_no": "n1"}


def seen(error: BaseException) -> str:
    """All that an error tracker stores of an exception and those behind it."""
    shown: list[str] = []
    chain: list[BaseException] = [error]
    while (following := chain[-1].__cause__ or chain[-1].__context__) is not None:
        chain.append(following)
    for one in chain:
        shown += [repr(one), str(one), repr(one.args), repr(vars(one))]
        trace = one.__traceback__
        while trace is not None:
            if "wechatpay_marketing" in trace.tb_frame.f_code.co_filename:
                shown += [repr(value) for value in trace.tb_frame.f_locals.values()]
            trace = trace.tb_next
    return "\n".join(shown)


def raised(call: Callable[[], object]) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any, since what it shows is asked
        call()
    return caught.value


LINKS: dict[str, Callable[[str], object]] = {
    "H5 link, openid with a line end": lambda key: links.h5_link(
        stock_id="98", out_request_no="n1", openid="a\n", send_coupon_merchant=MCHID, apiv2_key=key
    ),
    "H5 link, no openid": lambda key: links.h5_link(
        stock_id="98", out_request_no="n1", openid="", send_coupon_merchant=MCHID, apiv2_key=key
    ),
    "H5 link, merchant as a number": lambda key: links.h5_link(
        stock_id="98",
        out_request_no="n1",
        openid="o",
        send_coupon_merchant=5,  # type: ignore[arg-type]
        apiv2_key=key,
    ),
    "plugin, no coupons": lambda key: links.plugin_data(
        [], send_coupon_merchant=MCHID, apiv2_key=key
    ),
    "plugin, coupons as text": lambda key: links.plugin_data(
        ["98"],
        send_coupon_merchant=MCHID,
        apiv2_key=key,  # type: ignore[list-item]
    ),
    "JSAPI, openid of emoji": lambda key: links.add_card_data(
        [COUPON], send_coupon_merchant=MCHID, apiv2_key=key, openid="\U0001f600"
    ),
    "a signature over half of a surrogate pair": lambda key: links.sign({"a": "\ud800"}, key),
    "a signature over numbers and text": lambda key: links.sign(
        {"a": "b", 5: "c"},
        key,  # type: ignore[dict-item]
    ),
}


@pytest.mark.parametrize("case", LINKS)
def test_the_v2_key_is_not_in_the_frames_of_links(case: str) -> None:
    assert V2_KEY not in seen(raised(lambda: LINKS[case](V2_KEY)))


@pytest.mark.parametrize("stray", ["\udc80", "\n", "é", "券", "\0"])
def test_a_key_with_a_stray_character_is_not_shown(keys: Keys, stray: str) -> None:
    for call in (
        lambda: links.sign({"a": "b"}, V2_KEY[:-1] + stray),
        lambda: merchant(keys, apiv3_key=V2_KEY[:-1] + stray),
        lambda: brand(keys, api_key=V2_KEY[:-1] + stray),
        lambda: merchant(keys, private_key=V2_KEY[:-1] + stray),
    ):
        error = raised(call)
        assert isinstance(error, ConfigurationError)
        assert V2_KEY[:-1] not in seen(error)


def test_links_take_a_secret(keys: Keys) -> None:
    signed = [links.sign({"a": "b"}, key) for key in (V2_KEY, Secret(V2_KEY))]
    assert signed[0] == signed[1]
    who = merchant(
        keys,
        private_key=Secret(keys.private("merchant")),
        apiv3_key=Secret(APIV3_KEY),
        trusted_keys={PUBLIC_KEY_ID: Secret(keys.public("wechatpay"))},
    )
    assert who.symmetric_key is not None
    assert who.symmetric_key.reveal() == APIV3_KEY.encode()


WRONG_SETTINGS: dict[str, Any] = {
    "mchid": "a b",
    "certificate_serial": "xyz",
    "certificate": "/nowhere/certificate.pem",
    "trusted_keys": {PUBLIC_KEY_ID: "noise"},
    "apiv3_key": APIV3_KEY + "x",
}


@pytest.mark.parametrize("argument", WRONG_SETTINGS)
def test_no_secret_is_in_the_frames_of_a_wrong_configuration(keys: Keys, argument: str) -> None:
    private = keys.private("merchant").decode()
    error = raised(
        lambda: merchant(keys, **{"private_key": private, argument: WRONG_SETTINGS[argument]})
    )
    assert isinstance(error, ConfigurationError)
    for secret in (private.splitlines()[5], APIV3_KEY, "PRIVATE KEY"):
        assert secret not in seen(error)


@pytest.mark.parametrize("place", ["certificate", "trusted_keys", "apiv3_key"])
def test_a_private_key_in_the_wrong_place_is_not_shown(keys: Keys, place: str) -> None:
    private = keys.private("merchant").decode()
    value: Any = {PUBLIC_KEY_ID: private} if place == "trusted_keys" else private
    assert private.splitlines()[5] not in seen(raised(lambda: merchant(keys, **{place: value})))


ENVIRONMENT = {
    "WECHATPAY_MCHID": MCHID,
    "WECHATPAY_CERTIFICATE_SERIAL": OWN_SERIAL,
    "WECHATPAY_APIV3_KEY": APIV3_KEY,
    "OTHER_PASSWORD": "hunter2-hunter2",
}


@pytest.mark.parametrize(
    "change",
    [
        {"WECHATPAY_APIV3_KEY": APIV3_KEY + "\udc80"},
        {"WECHATPAY_MCHID": "a b"},
        {"WECHATPAY_PUBLIC_KEY": "x"},
        {"WECHATPAY_PUBLIC_KEY": "x", "WECHATPAY_PUBLIC_KEY_ID": PUBLIC_KEY_ID},
        {"WECHATPAY_CERTIFICATE_SERIAL": "xyz"},
        {"WECHATPAY_PRIVATE_KEY": "apiv3SECRET0 and something"},
        {"WECHATPAY_PRIVATE_KEY": ""},
    ],
)
def test_no_secret_of_the_environment_is_in_frames(keys: Keys, change: dict[str, str]) -> None:
    private = keys.private("merchant").decode()
    environ = {**ENVIRONMENT, "WECHATPAY_PRIVATE_KEY": private, **change}
    error = raised(lambda: Merchant.from_env(environ))
    assert isinstance(error, ConfigurationError)
    for secret in (private.splitlines()[5], "apiv3SECRET0", "hunter2"):
        assert secret not in seen(error)


def test_secrets_do_not_show(keys: Keys) -> None:
    secret = Secret("geheim")
    assert hide(secret) is secret
    assert "geheim" not in f"{secret} {secret!r} {[secret]}"
    assert "geheim" not in repr(Veiled(b"geheim"))
    assert Veiled(b"geheim") == b"geheim"
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(secret)
    both = merchant(keys), brand(keys)
    for client in (SyncClient(merchant=both[0], brand=both[1]), AsyncClient(brand=both[1])):
        for shown in (repr(client), repr(vars(client)), repr([vars(who) for who in both])):
            assert APIV3_KEY not in shown
            assert BRAND_KEY not in shown


def test_half_made_objects_show_themselves() -> None:
    """Error trackers show the locals of a constructor that failed."""
    for kind in (SyncClient, AsyncClient, Merchant, Brand):
        assert kind.__name__ in repr(object.__new__(kind))
    error = raised(lambda: SyncClient())
    assert "SyncClient()" in seen(error)


def test_requests_do_not_show_their_content(platform: Platform) -> None:
    request = PreparedRequest(
        method="POST",
        template="/v3/users/{openid}",
        target="/v3/users/oOPENID",
        scheme="merchant",
        content=b'{"phone":"13800138000"}',
    )
    assert repr(request) == "PreparedRequest(POST /v3/users/{openid}, 23 bytes)"


class Broken:
    """A signer elsewhere that fails."""

    def sign(self, message: bytes, /) -> bytes:
        raise OSError("the HSM is gone")


def test_a_signer_that_fails_does_not_show_the_message(platform: Platform, mode: str) -> None:
    client = platform.pay(mode, merchant=merchant(platform.keys, private_key=Broken()))
    error = raised(lambda: client.request("POST", json={"phone": "13800138000"}))
    assert isinstance(error, WechatPayError)
    held = [value for frame in frames(error) for value in frame.values()]
    # the frames do hold it, so that what follows could fail
    assert b"13800138000" in b"".join(value for value in held if isinstance(value, bytes))
    assert "13800138000" not in seen(error.__cause__ or error)


def frames(error: BaseException | None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while error is not None:
        trace = error.__traceback__
        while trace is not None:
            if "wechatpay_marketing" in trace.tb_frame.f_code.co_filename:
                found.append(trace.tb_frame.f_locals)
            trace = trace.tb_next
        error = error.__cause__
    return found


def test_an_answer_that_is_not_proved_is_not_in_frames(platform: Platform, mode: str) -> None:
    client = platform.pay(mode, lambda _: platform.signed(b'{"phone":"13800138000"}', skew=999))
    assert "13800138000" not in seen(raised(lambda: client.request()))


@pytest.mark.parametrize("plaintext", [b'["13800138000"]', b'"13800138000', b"13800138000"])
def test_a_plaintext_of_no_use_is_not_in_frames(
    platform: Platform, mode: str, plaintext: bytes
) -> None:
    sealed = AESGCM(APIV3_KEY.encode()).encrypt(b"61f9c719728a", plaintext, b"")
    resource = {
        "algorithm": "AEAD_AES_256_GCM",
        "nonce": "61f9c719728a",
        "ciphertext": base64.b64encode(sealed).decode(),
    }
    event = {"event_type": "X", "resource_type": "encrypt-resource", "resource": resource}
    body = json.dumps(event).encode()
    parse = platform.pay(mode).client.webhooks.parse

    def call() -> None:
        result = parse(dict(platform.signed(body).headers), body)
        if asyncio.iscoroutine(result):
            asyncio.run(result)

    error = raised(call)
    assert isinstance(error, WechatPayError)
    assert "13800138000" not in seen(error)


# -- text of strangers -----------------------------------------------------------------------------

HOSTILE = "\r\n2026-01-01 INFO forged\x1b[2J\x1b]0;x\x07\u202egnp\u2066\u200b\x85\x9b\u2028"


@pytest.mark.parametrize("place", ["code", "message", "field", "issue", "value"])
def test_text_of_an_answer_is_escaped(platform: Platform, mode: str, place: str) -> None:
    error: dict[str, Any] = {"code": "PARAM_ERROR", "message": "m", "detail": {"location": "body"}}
    if place in error:
        error[place] = HOSTILE
    else:
        error["detail"] = [{place: HOSTILE}]
    client = platform.pay(mode, lambda _: httpx.Response(400, content=json.dumps(error).encode()))
    caught = raised(lambda: client.request())
    assert str(caught).isprintable()
    assert isinstance(caught, WechatPayError)
    if place in ("code", "message"):
        assert getattr(caught, place) == HOSTILE  # as it came, for programs
        assert "\\x1b[2J" in str(caught)


@pytest.mark.parametrize("value", ["a\x1b[31mb", "\u202eabc-0", "a\x85b", "a\x9bb"])
def test_a_request_id_is_escaped_in_log_and_error(
    platform: Platform, mode: str, value: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="wechatpay_marketing")
    headers = httpx.Headers({"Request-ID": value}, encoding="utf-8")
    client = platform.pay(mode, lambda _: httpx.Response(400, headers=headers))
    assert str(raised(lambda: client.request())).isprintable()
    assert [record.getMessage().isprintable() for record in caplog.records] == [True]


def test_what_prints_is_left_as_it_is() -> None:
    assert visible("批次不存在 — “x” 100 %") == "批次不存在 — “x” 100 %"
    assert visible("a\tb\u202e") == "a\\tb\\u202e"


def test_a_serial_number_of_impossible_form_is_not_shown(platform: Platform, mode: str) -> None:
    client = platform.pay(mode, lambda _: platform.signed(serial=f"{CERTIFICATE_SERIAL}\x1b[2J"))
    assert str(raised(lambda: client.request())).isprintable()
