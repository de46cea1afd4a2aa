"""Settings are checked by value where they are given, all at once."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from kit import Keys, Platform, brand, merchant
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import ConfigurationError
from wechatpay_marketing._runtime.options import CallOptions

NAN, INFINITE = float("nan"), float("inf")

WRONG_FOR_CALLS = [
    ("timeout", -1, "found -1"),
    ("timeout", 0, "found 0"),
    ("timeout", NAN, "found nan"),
    ("timeout", INFINITE, "found inf"),
    ("timeout", 1e12, "at most 86400"),
    ("timeout", True, "found True"),
    ("timeout", "3", "found str"),
    ("timeout", httpx.Timeout(5, read=-1), "found read=-1"),
    ("timeout", httpx.Timeout(5, pool=NAN), "found pool=nan"),
    ("deadline", 0, "found 0"),
    ("deadline", NAN, "found nan"),
    ("deadline", httpx.Timeout(5), "found Timeout"),
    ("retries", -1, "found -1"),
    ("retries", 1.5, "found 1.5"),
    ("retries", True, "found True"),
    ("headers", ["Accept-Language"], "found list"),
    ("headers", {1: "x"}, "found int"),
    ("headers", {"X-A": 1}, "'X-A' is int"),
    ("headers", {"X-A": "1\n"}, "cannot be sent"),
    ("headers", {"Cookie": "a"}, "set by the client itself"),
    ("query", [("a", 1)], "found list"),
    ("query", {b"a": 1}, "found bytes"),
    ("query", {"a": [1]}, "'a' must be text, a number or a flag"),
    ("body", "{}", "found str"),
    ("body", {1: "x"}, "found int"),
    ("validate", "no", "found str"),
]

WRONG_HOSTS = [
    "https://api.mch.weixin.qq.com\n",
    "https://api.mch\t.weixin.qq.com",
    "https://api.mch.weixin.qq.com?",
    "https://api.mch.weixin.qq.com#",
    "https://api.mch.weixin.qq.com:0",
    "https://api.mch.weixin.qq.com:65536",
    "https://api.mch.weixin.qq.com:x",
    "https://api.mch.weixin.qq.com:",
    "https://0x7f000001",
    "https://0x7f.1",
    "https://127.1",
    "https://2130706433",
    "https://017700000001",
    "https://1.2.3.4.",
    "https://a..b",
    "https://-a.example",
    "https://api.mch.weixin.qq.com\\@evil.example",
    "https://微信.example",
    "http://127.0.0.1.example",
    "https://[::1",
    5,
    None,
]


@pytest.mark.parametrize(("name", "value", "told"), WRONG_FOR_CALLS, ids=repr)
def test_settings_of_calls(keys: Keys, name: str, value: Any, told: str) -> None:
    makers: list[Any] = [CallOptions, SyncClient(merchant=merchant(keys)).with_options]
    if name not in ("query", "body"):
        makers.append(lambda **given: AsyncClient(merchant=merchant(keys), **given))
    for make in makers:
        with pytest.raises(ConfigurationError) as caught:
            make(**{name: value})
        assert caught.value.argument == name
        assert str(caught.value).startswith(f"{name}: ")
        assert told in str(caught.value)


@pytest.mark.parametrize("host", WRONG_HOSTS, ids=repr)
def test_hosts(keys: Keys, host: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"^hosts: expected ") as caught:
        SyncClient(merchant=merchant(keys), hosts=["https://api.example", host])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "host", ["https://api.example.", "https://xn--bcher-kva.example", "https://gateway:8443/"]
)
def test_hosts_that_are_names(keys: Keys, host: str) -> None:
    SyncClient(merchant=merchant(keys), hosts=[host])


@pytest.mark.parametrize(
    ("kind", "name", "value", "told"),
    [
        (SyncClient, "http_client", httpx.AsyncClient, "expected an httpx.Client, found AsyncCl"),
        (AsyncClient, "http_client", httpx.Client, "expected an httpx.AsyncClient, found Client"),
        (SyncClient, "http_client", httpx.HTTPTransport, "found HTTPTransport"),
        (SyncClient, "max_connections", 0, "expected 1 or more, found 0"),
        (AsyncClient, "max_connections", None, "found NoneType"),
        (SyncClient, "max_connections", 2.0, "found 2.0"),
        (SyncClient, "merchant", {"mchid": "1"}, r"expected Merchant(...), found dict"),
        (AsyncClient, "brand", "100123", r"expected Brand(...), found str"),
    ],
    ids=repr,
)
def test_settings_of_clients(keys: Keys, kind: Any, name: str, value: Any, told: str) -> None:
    value = value() if name == "http_client" else value
    with pytest.raises(ConfigurationError) as caught:
        kind(**{"merchant": merchant(keys), name: value})
    assert caught.value.argument == name
    assert told in str(caught.value)


def test_all_mistakes_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        SyncClient(
            hosts=["http://x.example"],
            http_client=httpx.AsyncClient(),  # type: ignore[arg-type]
            max_connections=0,
            timeout=-1,
            deadline=NAN,
            retries=-1,
            headers={"Host": "x", "X-A": "\0"},
        )
    named = [line.partition(":")[0] for line in str(caught.value).splitlines()]
    assert named == [
        "merchant",
        "hosts",
        "http_client",
        "max_connections",
        "timeout",
        "deadline",
        "retries",
        "headers",
        "headers",
    ]
    assert caught.value.argument == "merchant"


def test_a_brand_given_as_the_merchant(keys: Keys) -> None:
    with pytest.raises(ConfigurationError, match=r"merchant: expected Merchant.*found Brand"):
        SyncClient(merchant=brand(keys))  # type: ignore[arg-type]


def test_values_are_not_shown(keys: Keys) -> None:
    """They may be secrets in the wrong place."""
    with pytest.raises(ConfigurationError) as caught:
        SyncClient(merchant=merchant(keys), timeout="s3cret", headers={"X-A": "s3cret\n"})  # type: ignore[arg-type]
    assert "s3cret" not in str(caught.value)


def test_a_client_that_could_not_be_made_can_be_shown() -> None:
    """Traceback tools do."""
    assert repr(SyncClient.__new__(SyncClient)) == "SyncClient()"


def test_settings_that_are_right(platform: Platform, mode: str) -> None:
    options = CallOptions(
        timeout=httpx.Timeout(None, connect=1),
        deadline=86_400,
        retries=0,
        headers={"X-A": ""},
        query={"a": 1, "b": None, "c": True},  # type: ignore[dict-item]
        body={"d": [1]},
        validate=False,
    )
    assert platform.pay(mode).request(options=options.over(CallOptions(timeout=1)))
