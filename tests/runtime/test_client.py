"""Clients and identities: what is checked when they are made, raw requests, views, encryption."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import traceback
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from kit import (
    APIV3_KEY,
    BRAND_ID,
    BRAND_KEY,
    BRAND_KEY_ID,
    CERTIFICATE_SERIAL,
    MCHID,
    OWN_SERIAL,
    PATH,
    PUBLIC_KEY_ID,
    Keys,
    Platform,
    brand,
    in_turn,
    merchant,
)
from wechatpay_marketing._runtime import cipher
from wechatpay_marketing._runtime.answer import NoContent
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import (
    AnswerUnreadable,
    ConfigurationError,
    DecryptionError,
    ValidationError,
)
from wechatpay_marketing._runtime.identity import Brand, Merchant
from wechatpay_marketing._runtime.keys import LocalKey
from wechatpay_marketing._runtime.options import CallOptions
from wechatpay_marketing._runtime.response import response_of

# -- identities ------------------------------------------------------------------------------------


def test_a_merchant_can_be_made_from_its_certificate(keys: Keys) -> None:
    who = merchant(
        keys, certificate_serial=None, certificate=keys.certificate("merchant", OWN_SERIAL)
    )
    assert who.serial == OWN_SERIAL


def test_serial_and_certificate_may_both_be_given(keys: Keys) -> None:
    who = merchant(
        keys,
        certificate_serial=OWN_SERIAL.lower(),
        certificate=keys.certificate("merchant", OWN_SERIAL),
    )
    assert who.serial == OWN_SERIAL


def test_trusted_keys_may_be_certificates(keys: Keys) -> None:
    pem = keys.certificate("wechatpay", CERTIFICATE_SERIAL)
    (key,) = merchant(keys, trusted_keys={CERTIFICATE_SERIAL.lower(): pem}).trusted
    assert key.not_after < float("inf")
    assert key.serial == CERTIFICATE_SERIAL


WRONG: dict[str, tuple[Callable[[Keys], object], str, str]] = {
    "mchid empty": (lambda k: merchant(k, mchid=""), "mchid", "merchant console"),
    "mchid with a quote": (lambda k: merchant(k, mchid='1",x="'), "mchid", "merchant console"),
    "trusted key without its id": (
        lambda k: merchant(k, trusted_keys="pub_key.pem"),
        "trusted_keys",
        "found str",
    ),
    "mchid as a number": (lambda k: merchant(k, mchid=1900000001), "mchid", "found int"),
    "serial as a number": (
        lambda k: merchant(k, certificate_serial=12345678),
        "certificate_serial",
        "found int",
    ),
    "key as a number": (lambda k: merchant(k, apiv3_key=5), "apiv3_key", "found int"),
    "trusted key under a number": (
        lambda k: merchant(k, trusted_keys={5: k.public("wechatpay")}),
        "trusted_keys",
        "int",
    ),
    "mchid with a line end": (lambda k: merchant(k, mchid="1\n2"), "mchid", "merchant console"),
    "no serial": (lambda k: merchant(k, certificate_serial=None), "certificate_serial", "API证书"),
    "serial of WeChat Pay": (
        lambda k: merchant(k, certificate_serial=PUBLIC_KEY_ID),
        "certificate_serial",
        "found WeChat Pay's public key id",
    ),
    "serial not hex": (
        lambda k: merchant(k, certificate_serial="xyz"),
        "certificate_serial",
        "found other text",
    ),
    "serial of another certificate": (
        lambda k: merchant(k, certificate=k.certificate("merchant", CERTIFICATE_SERIAL)),
        "certificate_serial",
        CERTIFICATE_SERIAL,
    ),
    "certificate of another key": (
        lambda k: merchant(k, certificate=k.certificate("somebody", OWN_SERIAL)),
        "certificate",
        "does not belong to private_key",
    ),
    "key too short": (lambda k: merchant(k, apiv3_key="short"), "apiv3_key", "found 5 bytes"),
    "key of 32 characters, not bytes": (
        lambda k: merchant(k, apiv3_key="密" * 32),
        "apiv3_key",
        "found 96 bytes",
    ),
    "key with a line end": (
        lambda k: merchant(k, apiv3_key="a" * 31 + "\n"),
        "apiv3_key",
        "other characters",
    ),
    "no keys": (
        lambda k: merchant(k, apiv3_key=None, trusted_keys={}),
        "trusted_keys",
        "微信支付公钥",
    ),
    "own serial among the trusted": (
        lambda k: merchant(k, trusted_keys={OWN_SERIAL: k.public("wechatpay")}),
        "trusted_keys",
        "your own certificate",
    ),
    "own serial in another spelling": (
        lambda k: merchant(k, trusted_keys={"0" + OWN_SERIAL.lower(): k.public("wechatpay")}),
        "trusted_keys",
        "your own certificate",
    ),
    "own key among the trusted": (
        lambda k: merchant(k, trusted_keys={PUBLIC_KEY_ID: k.public("merchant")}),
        "trusted_keys",
        "your own certificate or key",
    ),
    "certificate under another serial": (
        lambda k: merchant(
            k, trusted_keys={"AB12": k.certificate("wechatpay", CERTIFICATE_SERIAL)}
        ),
        "trusted_keys",
        CERTIFICATE_SERIAL,
    ),
    "certificate under a public key id": (
        lambda k: merchant(
            k, trusted_keys={PUBLIC_KEY_ID: k.certificate("wechatpay", CERTIFICATE_SERIAL)}
        ),
        "trusted_keys",
        CERTIFICATE_SERIAL,
    ),
    "a name of no kind": (
        lambda k: merchant(k, trusted_keys={"key\n": k.public("wechatpay")}),
        "trusted_keys",
        "must be a public key id",
    ),
    "trusted key not readable": (
        lambda k: merchant(k, trusted_keys={PUBLIC_KEY_ID: b"x"}),
        f"trusted_keys['{PUBLIC_KEY_ID}']",
        "merchant console",
    ),
    "brand without keys": (lambda k: brand(k, trusted_keys={}), "trusted_keys", "brand console"),
    "brand with a certificate": (
        lambda k: brand(
            k, trusted_keys={CERTIFICATE_SERIAL: k.certificate("wechatpay", CERTIFICATE_SERIAL)}
        ),
        "trusted_keys",
        "public keys only",
    ),
    "brand id": (lambda k: brand(k, brand_id="a b"), "brand_id", "brand console"),
    "brand key": (lambda k: brand(k, api_key=b"x"), "api_key", "brand console"),
}


@pytest.mark.parametrize(
    ("setting", "value"), [("timeout", "3"), ("retries", "2"), ("headers", ["Accept-Language"])]
)
def test_wrong_settings_are_named_at_once(keys: Keys, setting: str, value: Any) -> None:
    for make in (lambda **given: SyncClient(merchant=merchant(keys), **given), CallOptions):
        with pytest.raises(
            ConfigurationError, match=f"{setting}: expected .*, found {type(value).__name__}"
        ) as caught:
            make(**{setting: value})
        assert caught.value.argument == setting


def test_options_are_no_dict(platform: Platform, mode: str) -> None:
    with pytest.raises(
        ConfigurationError, match=r"options: expected CallOptions\(\.\.\.\), found dict"
    ):
        platform.pay(mode).request(options={"timeout": 3})


def test_what_is_none_is_not_in_the_query(platform: Platform, mode: str) -> None:
    platform.pay(mode).request(query={"a": None, "b": True, "c": 1})
    assert platform.requests[0].url.query == b"b=true&c=1"
    with pytest.raises(
        ValidationError, match=r"\$\.a must be text, a number or a flag, found bytes"
    ):
        platform.pay(mode).request(query={"a": b"1"})


def test_a_list_in_a_query_is_repeated_and_an_object_is_json(platform: Platform, mode: str) -> None:
    platform.pay(mode).request(query={"a": [1, True, "中"], "b": [], "c": {"d": [1]}})
    assert platform.requests[0].url.query == b"a=1&a=true&a=%E4%B8%AD&c=%7B%22d%22%3A%5B1%5D%7D"
    with pytest.raises(
        ValidationError, match=r"\$\.a must be text, a number or a flag, found list"
    ):
        platform.pay(mode).request(query={"a": [[1]]})


@pytest.mark.parametrize("case", WRONG)
def test_wrong_configuration_is_named_at_once(keys: Keys, case: str) -> None:
    make, argument, told = WRONG[case]
    with pytest.raises(ConfigurationError) as caught:
        make(keys)
    assert caught.value.argument == argument
    assert str(caught.value).startswith(argument.partition("[")[0])
    assert told in str(caught.value)
    assert caught.value.may_have_happened is False


@pytest.mark.parametrize(
    "argument",
    ["private_key", "apiv3_key", "mchid", "certificate_serial", "trusted_keys", "certificate"],
)
def test_secrets_are_not_in_the_frames_of_a_failed_construction(keys: Keys, argument: str) -> None:
    marked = keys.private("merchant").decode()
    wrong: Any = {PUBLIC_KEY_ID: "x"} if argument == "trusted_keys" else "x y"
    changes = {argument: marked[:-300] if argument == "private_key" else wrong}
    if argument == "apiv3_key":
        changes[argument] = APIV3_KEY + "x"
    with pytest.raises(ConfigurationError) as caught:
        Merchant(
            **{
                "mchid": MCHID,
                "private_key": marked,
                "certificate_serial": OWN_SERIAL,
                "apiv3_key": APIV3_KEY,
                "trusted_keys": {PUBLIC_KEY_ID: keys.public("wechatpay")},
                **changes,
            }
        )
    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [str(frame.locals) for frame in shown.stack if "wechatpay_marketing" in frame.filename]
    assert ours
    text = "".join(ours) + str(caught.value)
    assert APIV3_KEY not in text
    assert "MII" not in text
    assert "BEGIN" not in text
    assert "\\x30" not in text
    assert "b'0" not in text


def test_identities_do_not_show_secrets(keys: Keys) -> None:
    pay = SyncClient(merchant=merchant(keys), brand=brand(keys))
    for shown in (
        repr(pay),
        str(pay),
        repr(merchant(keys)),
        repr(brand(keys)),
        repr(pay._service.auths["merchant"].trust),
    ):
        for secret in (APIV3_KEY, BRAND_KEY, "PRIVATE", str(keys["merchant"].private_numbers().d)):
            assert secret not in shown
    assert (
        repr(brand(keys))
        == f"Brand(brand_id='{BRAND_ID}', certificate_serial='{OWN_SERIAL}', trusted: "
        f"{BRAND_KEY_ID})"
    )


# -- environment -----------------------------------------------------------------------------------


def environment(keys: Keys) -> dict[str, str]:
    return {
        "WECHATPAY_MCHID": MCHID,
        "WECHATPAY_PRIVATE_KEY": keys.private("merchant").decode().replace("\n", "\\n"),
        "WECHATPAY_CERTIFICATE_SERIAL": OWN_SERIAL,
        "WECHATPAY_APIV3_KEY": APIV3_KEY,
        "WECHATPAY_PUBLIC_KEY_ID": PUBLIC_KEY_ID,
        "WECHATPAY_PUBLIC_KEY": keys.public("wechatpay").decode(),
        "WECHATPAY_BRAND_ID": BRAND_ID,
        "WECHATPAY_BRAND_PRIVATE_KEY": keys.private("brand").decode(),
        "WECHATPAY_BRAND_CERTIFICATE": keys.certificate("brand", CERTIFICATE_SERIAL).decode(),
        "WECHATPAY_BRAND_API_KEY": BRAND_KEY,
        "WECHATPAY_BRAND_PUBLIC_KEY_ID": BRAND_KEY_ID,
        "WECHATPAY_BRAND_PUBLIC_KEY": keys.public("wechatpay for brands").decode(),
    }


@pytest.mark.parametrize("kind", [SyncClient, AsyncClient])
def test_from_env(keys: Keys, monkeypatch: pytest.MonkeyPatch, kind: Any) -> None:
    for name, value in environment(keys).items():
        monkeypatch.setenv(name, value)
    pay = kind.from_env(retries=0)
    auths = pay._service.auths
    assert {scheme: (auth.identity.id, auth.identity.serial) for scheme, auth in auths.items()} == {
        "merchant": (MCHID, OWN_SERIAL),
        "brand": (BRAND_ID, CERTIFICATE_SERIAL),
    }
    assert pay._options.retries == 0
    monkeypatch.delenv("WECHATPAY_BRAND_ID")
    assert set(kind.from_env()._service.auths) == {"merchant"}
    monkeypatch.delenv("WECHATPAY_MCHID")
    with pytest.raises(ConfigurationError, match="WECHATPAY_MCHID"):
        kind.from_env()


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("WECHATPAY_PRIVATE_KEY", ""),
        ("WECHATPAY_PRIVATE_KEY", "/nowhere"),
        ("WECHATPAY_CERTIFICATE_SERIAL", ""),
        ("WECHATPAY_CERTIFICATE_SERIAL", "x"),
        ("WECHATPAY_APIV3_KEY", "x"),
        ("WECHATPAY_PUBLIC_KEY", ""),
        ("WECHATPAY_PUBLIC_KEY", "x"),
        ("WECHATPAY_PUBLIC_KEY_ID", ""),
        ("WECHATPAY_MCHID", ""),
    ],
)
def test_from_env_names_the_variable(keys: Keys, variable: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=variable) as caught:
        Merchant.from_env({**environment(keys), variable: value})
    assert APIV3_KEY not in str(caught.value)


# -- clients ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [SyncClient, AsyncClient])
def test_a_client_needs_an_identity(kind: Any) -> None:
    with pytest.raises(ConfigurationError, match="merchant"):
        kind()


@pytest.mark.parametrize(
    ("who", "path", "missing"), [("merchant", "/brand/x", "brand"), ("brand", "/v3/x", "merchant")]
)
def test_the_missing_identity_is_named(
    platform: Platform, mode: str, who: str, path: str, missing: str
) -> None:
    only: dict[str, Any] = {"merchant": None, "brand": None}
    only[who] = merchant(platform.keys) if who == "merchant" else brand(platform.keys)
    with pytest.raises(ConfigurationError, match=f"^{missing}: .*{missing}={missing.title()}"):
        platform.pay(mode, **only).request(path=path)
    assert platform.requests == []


def test_request_and_response_of(platform: Platform, mode: str) -> None:
    answer = platform.pay(mode, in_turn(platform.signed(b'{"a":[1,"x"]}', 202))).request(
        "post", json={"b": 1}
    )
    assert answer == {"a": [1, "x"]}
    info = response_of(answer)
    assert (info.status, info.body, info.request_id, info.internal_code) == (
        202,
        b'{"a":[1,"x"]}',
        "08F7C6DEAF06-0",
        "0",
    )
    assert info.headers["request-id"] == "08F7C6DEAF06-0"


def test_a_204_is_an_empty_answer(platform: Platform, mode: str) -> None:
    answer = platform.pay(mode, in_turn(platform.signed(b"", 204))).request("DELETE")
    assert answer == {}
    assert response_of(answer).status == 204


@pytest.mark.parametrize("other", [{}, None, "text", NoContent()])
def test_response_of_anything_else(other: object) -> None:
    with pytest.raises(TypeError, match="not the answer of a call"):
        response_of(other)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"null", b'"x"', b"{", b"\xff", b"[" * 5000])
def test_a_genuine_answer_that_is_no_object(platform: Platform, mode: str, body: bytes) -> None:
    with pytest.raises(AnswerUnreadable) as caught:
        platform.pay(mode, in_turn(platform.signed(body))).request("POST", json={})
    assert caught.value.may_have_happened is True
    assert caught.value.body == body
    assert caught.value.request_id == "08F7C6DEAF06-0"


BAD_PATHS = [
    "v3/x",
    "/v2/x",
    "/v3",
    "/v3/",
    "/v3//x",
    "/v3/../x",
    "/v3/./x",
    "/v3/x/..",
    "/v3/%2e%2E/x",
    "/v3/x?a=b",
    "/v3/x#a",
    "/v3/x y",
    "/v3/x\r\nHost: y",
    "/v3/券",
    "/v3/{stock_id}",
    "//evil.example/v3/x",
    "https://evil.example/v3/x",
    "/v3/x\x00",
    "",
]


@pytest.mark.parametrize("path", BAD_PATHS, ids=repr)
def test_a_path_that_is_none_is_refused(platform: Platform, mode: str, path: str) -> None:
    with pytest.raises(ValidationError) as caught:
        platform.pay(mode).request(path=path)
    assert caught.value.path == "path"
    assert platform.requests == []


@pytest.mark.parametrize("method", ["", "CONNECT", "GET\r\nX: y", "GET /v3/y"])
def test_a_method_that_is_none_is_refused(platform: Platform, mode: str, method: str) -> None:
    with pytest.raises(ValidationError):
        platform.pay(mode).request(method)
    assert platform.requests == []


@pytest.mark.parametrize(
    "body",
    [{"a": None}, {"a": [{"b": "😀"}]}, {"😀": 1}, {"a": {1: object()}}],
    ids=["null", "emoji", "emoji name", "object"],
)
def test_what_wechat_pay_does_not_take_is_not_sent(
    platform: Platform, mode: str, body: Any
) -> None:
    with pytest.raises(ValidationError):
        platform.pay(mode).request("POST", json=body)
    assert platform.requests == []


@pytest.mark.parametrize("argument", ["json", "query"])
@pytest.mark.parametrize("given", [[1], "a=1", b"{}", 5, [("a", "1")]], ids=repr)
def test_what_is_no_mapping_is_named(
    platform: Platform, mode: str, argument: str, given: Any
) -> None:
    expected = f"{argument} must be a mapping, found {type(given).__name__}"
    with pytest.raises(ValidationError, match=expected) as caught:
        platform.pay(mode).request("POST", **{argument: given})
    assert caught.value.path == argument
    assert platform.requests == []


def test_options_lie_over_the_clients(platform: Platform, mode: str) -> None:
    pay = platform.pay(mode, headers={"X-A": "1"})
    view = pay.client.with_options(headers={"X-B": "2"}, query={"q": 1}, body={"c": 3}, timeout=2)
    result = view.request("POST", PATH, json={"d": 4}, options=CallOptions(headers={"X-A": "5"}))
    _ = asyncio.run(result) if asyncio.iscoroutine(result) else result
    pay.request()
    first, second = platform.requests
    assert (first.headers["X-A"], first.headers["X-B"]) == ("5", "2")
    assert first.url.query == b"q=1"
    assert first.content == b'{"d":4,"c":3}'
    assert first.extensions["timeout"]["read"] == 2
    assert (second.headers["X-A"], second.url.query) == ("1", b"")
    assert "X-B" not in second.headers


def test_views_are_of_the_same_kind_and_share_connections(keys: Keys) -> None:
    class Mine(SyncClient):
        pass

    pay = Mine(merchant=merchant(keys))
    view = pay.with_options(retries=0).with_options(timeout=1)
    assert type(view) is Mine
    assert view._exchange is pay._exchange
    assert (view._options.retries, view._options.timeout) == (0, 1)


def test_context_managers_close(platform: Platform) -> None:
    with SyncClient(merchant=merchant(platform.keys)) as pay:
        pass
    with pytest.raises(RuntimeError):
        pay.request("GET", PATH)

    async def main() -> None:
        async with AsyncClient(merchant=merchant(platform.keys)) as client:
            pass
        with pytest.raises(RuntimeError):
            await client.request("GET", PATH)

    asyncio.run(main())


def test_webhooks_need_a_symmetric_key(keys: Keys) -> None:
    with pytest.raises(ConfigurationError, match="apiv3_key"):
        _ = SyncClient(merchant=merchant(keys, apiv3_key=None)).webhooks


# -- encryption ------------------------------------------------------------------------------------


def test_the_key_to_encrypt_with(platform: Platform, mode: str) -> None:
    pay = platform.pay(mode)
    assert pay.client._exchange is not None
    key = pay.client._exchange.encryption_key("merchant", CallOptions())
    key = asyncio.run(key) if asyncio.iscoroutine(key) else key
    assert key.serial == PUBLIC_KEY_ID
    text = cipher.encrypt_text(key.rsa, "张三")
    assert cipher.decrypt_text(platform.keys["wechatpay"], text) == "张三"


def test_certificates_are_fetched_to_encrypt_with(platform: Platform, mode: str) -> None:
    pay = platform.pay(
        mode, platform.with_certificates, merchant=merchant(platform.keys, trusted_keys=None)
    )
    key = pay.client._exchange.encryption_key("merchant", CallOptions())
    key = asyncio.run(key) if asyncio.iscoroutine(key) else key
    assert key.serial == CERTIFICATE_SERIAL
    assert platform.paths == ["/v3/certificates"]


def test_answers_are_decrypted_with_our_key(keys: Keys) -> None:
    who = merchant(keys)
    assert (
        who.decrypt(cipher.encrypt_text(keys["merchant"].public_key(), "13800138000"))
        == "13800138000"
    )
    with pytest.raises(DecryptionError):
        who.decrypt(cipher.encrypt_text(keys["somebody"].public_key(), "x"))


def test_known_ciphertexts_are_opened_with_the_private_key(
    vectors: Callable[[str], Any], openssl: Any, keys: Keys
) -> None:
    assert (
        merchant(keys, private_key=openssl["wechatpay_private_key"]).decrypt(
            openssl["oaep"]["ciphertext"]
        )
        == "secret 密"
    )
    known = vectors("go_oaep_decrypt")
    assert (
        merchant(keys, private_key=known["private_key_pem"]).decrypt(known["ciphertext"])
        == known["plaintext"]
    )


def test_a_remote_signer_does_not_decrypt(keys: Keys) -> None:
    class Remote:
        def sign(self, message: bytes) -> bytes:
            return LocalKey(keys["merchant"]).sign(message)

    with pytest.raises(ConfigurationError, match="remote"):
        merchant(keys, private_key=Remote()).decrypt("x")


# -- import and construction -----------------------------------------------------------------------


def test_importing_the_client_loads_httpx_and_msgspec_only() -> None:
    script = (
        "import sys, wechatpay_marketing._runtime.client, wechatpay_marketing._runtime.identity\n"
        "print([name for name in ('cryptography', 'anyio', 'httpcore') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_construction_opens_nothing(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a connection pool was made")

    monkeypatch.setattr(httpx, "Client", never)
    SyncClient(merchant=merchant(keys), brand=brand(keys)).close()


def test_brand_and_merchant_are_told_apart_by_type(keys: Keys) -> None:
    assert (Merchant.scheme, Brand.scheme) == ("merchant", "brand")
