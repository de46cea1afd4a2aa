"""From request to answer: headers, hosts, repeating, errors, limits and the log."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import os
import re
import socket
import ssl
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from hypothesis import given
from hypothesis import strategies as st
from kit import (
    APIV3_KEY,
    CERTIFICATE_SERIAL,
    NOW,
    PATH,
    PUBLIC_KEY_ID,
    Clock,
    Keys,
    Pay,
    Platform,
    in_turn,
    merchant,
)
from properties import examples
from wechatpay_marketing._runtime import attempts, connections, errors, service
from wechatpay_marketing._runtime.api_errors import api_error
from wechatpay_marketing._runtime.body_limit import MAX_ANSWER_BYTES
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import (
    ApiError,
    BadRequest,
    ConfigurationError,
    ConnectionBroken,
    ConnectionFailed,
    RateLimited,
    ServerError,
    SignerFailed,
    Timeout,
    TransportError,
    Unauthorized,
    VerificationError,
)
from wechatpay_marketing._runtime.options import CallOptions
from wechatpay_marketing._runtime.request import PreparedRequest

MAIN, BACKUP = "api.mch.weixin.qq.com", "api2.mch.weixin.qq.com"


def hosts(platform: Platform) -> list[str]:
    return [request.url.host for request in platform.requests]


def write(pay: Pay, *, repeatable: bool = True, **options: Any) -> httpx.Response:
    """Send a write that carries its request number, or not."""
    prepared = PreparedRequest(
        method="POST",
        template="/v3/marketing/busifavor/users/{openid}/coupons",
        target="/v3/marketing/busifavor/users/oOPENID/coupons",
        scheme="merchant",
        content=b'{"phone":"13800138000"}',
        content_type="application/json",
        repeatable=repeatable,
    )
    result = pay.client._exchange.send(prepared, pay.client._settings(CallOptions(**options)))
    return asyncio.run(result) if asyncio.iscoroutine(result) else result


# -- headers ---------------------------------------------------------------------------------------


def test_a_request_with_a_body_has_its_headers(platform: Platform, mode: str) -> None:
    platform.pay(mode).request("POST", json={"a": 1})
    headers = platform.requests[0].headers
    assert headers["Accept"] == "application/json"
    assert headers["Content-Type"] == "application/json"
    assert headers["Content-Length"] == str(len(b'{"a":1}'))
    assert re.fullmatch(
        r"wechatpay-marketing/[0-9.]+ python/[0-9.]+ httpx/[0-9.]+", headers["User-Agent"]
    )
    assert headers["Wechatpay-Serial"] == PUBLIC_KEY_ID
    assert headers["Host"] == MAIN


def test_a_request_without_a_body_has_no_content_type(platform: Platform, mode: str) -> None:
    platform.pay(mode).request()
    assert "Content-Type" not in platform.requests[0].headers


def test_a_write_without_body_says_so(platform: Platform, mode: str) -> None:
    platform.pay(mode).request("POST")
    assert platform.requests[0].headers["Content-Length"] == "0"
    assert "Content-Type" not in platform.requests[0].headers


def test_the_key_of_encrypted_members_is_named(platform: Platform) -> None:
    prepared = PreparedRequest(
        method="POST",
        template=PATH,
        target=PATH,
        scheme="merchant",
        content=b"{}",
        key_serial="ABC",
    )
    platform.pay("sync").client._exchange.send(prepared, CallOptions())
    assert platform.requests[0].headers["Wechatpay-Serial"] == "ABC"


def test_the_language_can_be_chosen(platform: Platform, mode: str) -> None:
    pay = platform.pay(mode, headers={"Accept-Language": "en", "X-Trace": "1"})
    pay.request(options=CallOptions(headers={"x-trace": "2", "user-agent": "shop/1"}))
    headers = platform.requests[0].headers
    assert headers["Accept-Language"] == "en"
    assert headers["User-Agent"] == "shop/1"


BAD_HEADERS = [
    {"X-A": "1\r\nX-B: 2"},
    {"X-A": "1\n"},
    {"X-A\r\nX-B": "1"},
    {"X A": "1"},
    {"": "1"},
    {"X-A": "\x00"},
    {"X-A": "签"},
    {"Authorization": "x"},
    {"wechatpay-serial": "x"},
    {"Host": "evil.example"},
    {"Content-Length": "0"},
    {"Content-Type": "text/xml"},
    {"Transfer-Encoding": "chunked"},
    {"Cookie": "a=b"},
    {"Accept-Encoding": "br"},
]


@pytest.mark.parametrize("headers", BAD_HEADERS, ids=repr)
def test_headers_cannot_be_injected(platform: Platform, mode: str, headers: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match=r"^headers: "):
        platform.pay(mode).request(options=CallOptions(headers=headers))
    assert platform.requests == []


# -- hosts -----------------------------------------------------------------------------------------


def test_default_hosts_timeouts_and_idle_limit() -> None:
    assert (f"https://{MAIN}", f"https://{BACKUP}") == service.HOSTS
    assert attempts.TIMEOUT.as_dict() == {"connect": 5, "read": 15, "write": 15, "pool": None}
    assert connections.KEPT_FOR == 7  # the server closes after 8 s


def test_timeouts_can_be_set_per_call(platform: Platform, mode: str) -> None:
    pay = platform.pay(mode)
    pay.request()
    pay.request(options=CallOptions(timeout=3))
    pay.request(options=CallOptions(timeout=httpx.Timeout(4, connect=1)))
    limits = [request.extensions["timeout"] for request in platform.requests]
    steps = [[limit[step] for step in ("connect", "read", "write")] for limit in limits]
    assert steps == [[5, 15, 15], [3, 3, 3], [1, 4, 4]]


@pytest.mark.parametrize("failure", [httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError])
def test_no_connection_goes_to_the_backup_at_once(
    platform: Platform, mode: str, failure: Any
) -> None:
    pay = platform.pay(mode, in_turn(failure, platform.signed()), retries=0)
    assert write(pay, repeatable=False).status_code == 200
    assert hosts(platform) == [MAIN, BACKUP]


def test_all_hosts_are_tried_before_giving_up(platform: Platform, mode: str) -> None:
    with pytest.raises(ConnectionFailed) as caught:
        write(platform.pay(mode, in_turn(httpx.ConnectError)), repeatable=False)
    assert caught.value.may_have_happened is False
    # what never left the machine is repeated, whether or not it may be sent twice
    assert hosts(platform) == [MAIN, BACKUP] * 3


@pytest.mark.parametrize(
    "failure", [httpx.ReadTimeout, httpx.ReadError, httpx.RemoteProtocolError, 500, 502, 503]
)
def test_an_unknown_outcome_alternates_the_host(
    platform: Platform, mode: str, failure: Any
) -> None:
    first = platform.error(failure) if isinstance(failure, int) else failure
    assert write(platform.pay(mode, in_turn(first, first, platform.signed()))).status_code == 200
    assert hosts(platform) == [MAIN, BACKUP, MAIN]


def test_hosts_can_be_set(platform: Platform, mode: str) -> None:
    pay = platform.pay(
        mode, in_turn(httpx.ConnectError), hosts=["https://api.wechatpay.cn"], retries=0
    )
    with pytest.raises(ConnectionFailed, match=r"no connection to https://api\.wechatpay\.cn,"):
        pay.request()
    assert hosts(platform) == ["api.wechatpay.cn"]


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        "https://api.mch.weixin.qq.com",
        ["http://api.mch.weixin.qq.com"],
        ["https://101.226.1.1"],
        ["https://[::2]"],
        ["ftp://x.example"],
        ["api.mch.weixin.qq.com"],
        ["https://"],
        ["https://x.example/v3"],
        ["https://x.example?a"],
        ["https://user@x.example"],
        [f"https://{'x' * 64}.example"],
    ],
    ids=repr,
)
def test_only_https_and_host_names(keys: Keys, wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"^hosts: "):
        SyncClient(merchant=merchant(keys), hosts=wrong)


@pytest.mark.parametrize(
    "good",
    [
        "http://127.0.0.1:8080",
        "http://localhost:1",
        "https://api.example:8443/",
        f"https://{'x' * 63}.example",
    ],
)
def test_plain_http_is_for_this_machine(keys: Keys, good: str) -> None:
    SyncClient(merchant=merchant(keys), hosts=[good])


# -- repeating -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "failure", [httpx.ReadTimeout, httpx.WriteError, httpx.RemoteProtocolError, 500, 502, 503, 504]
)
def test_a_write_without_request_number_is_never_repeated(
    platform: Platform, mode: str, failure: Any
) -> None:
    answer = platform.error(failure) if isinstance(failure, int) else failure
    with pytest.raises((TransportError, ServerError)) as caught:
        write(platform.pay(mode, in_turn(answer)), repeatable=False)
    assert len(platform.requests) == 1
    assert caught.value.may_have_happened is True


def test_a_repetition_has_the_same_content(platform: Platform, mode: str) -> None:
    write(platform.pay(mode, in_turn(httpx.ReadTimeout, platform.error(500), platform.signed())))
    assert len({(request.url.raw_path, request.content) for request in platform.requests}) == 1
    assert len(platform.requests) == 3


@pytest.mark.parametrize("retries", [0, 1, 2, 4])
def test_two_retries_unless_said_otherwise(platform: Platform, mode: str, retries: int) -> None:
    pay = platform.pay(
        mode, in_turn(platform.error(500)), **({} if retries == 2 else {"retries": retries})
    )
    with pytest.raises(ServerError):
        pay.request()
    assert len(platform.requests) == retries + 1
    with pytest.raises(ServerError):
        pay.request(options=CallOptions(retries=0))
    assert len(platform.requests) == retries + 2


@pytest.mark.parametrize("repeatable", [True, False])
def test_a_signed_429_is_repeated_for_every_call(
    platform: Platform, mode: str, repeatable: bool
) -> None:
    limited = platform.error(429, "RATELIMIT_EXCEEDED")
    write(platform.pay(mode, in_turn(limited, limited, platform.signed())), repeatable=repeatable)
    assert hosts(platform) == [MAIN] * 3


def test_an_unsigned_429_repeats_only_what_may_be_repeated(platform: Platform, mode: str) -> None:
    limited = platform.error(429, "RATELIMIT_EXCEEDED", signed=False)
    assert write(platform.pay(mode, in_turn(limited, platform.signed()))).status_code == 200
    with pytest.raises(RateLimited) as caught:
        write(platform.pay(mode, in_turn(limited, platform.signed())), repeatable=False)
    assert caught.value.may_have_happened is True
    assert len(platform.requests) == 3


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 409, 501])
def test_other_errors_are_not_repeated(platform: Platform, mode: str, status: int) -> None:
    with pytest.raises(ApiError):
        platform.pay(mode, in_turn(platform.error(status))).request()
    assert len(platform.requests) == 1


def test_a_read_with_a_wrong_signature_is_repeated_once(platform: Platform, mode: str) -> None:
    probe = platform.signed(signature="WECHATPAY/SIGNTEST/AAAA")
    assert platform.pay(mode, in_turn(probe, platform.signed())).request() == {"ok": True}
    with pytest.raises(VerificationError) as caught:
        platform.pay(mode, in_turn(probe), retries=5).request()
    assert caught.value.is_probe
    assert caught.value.may_have_happened is False  # a read changes nothing
    assert len(platform.requests) == 4


def test_a_write_with_a_wrong_signature_needs_its_request_number(
    platform: Platform, mode: str
) -> None:
    probe = platform.signed(signature="WECHATPAY/SIGNTEST/AAAA")
    assert write(platform.pay(mode, in_turn(probe, platform.signed()))).status_code == 200
    with pytest.raises(VerificationError) as caught:
        write(platform.pay(mode, in_turn(probe, platform.signed())), repeatable=False)
    assert caught.value.may_have_happened is True
    assert len(platform.requests) == 3


@pytest.mark.parametrize("case", ["stale", "unknown"])
def test_what_configuration_causes_is_not_repeated(
    platform: Platform, mode: str, case: str
) -> None:
    answer = platform.signed(skew=-300) if case == "stale" else platform.signed(serial="ABC")
    pay = platform.pay(mode, in_turn(answer), merchant=merchant(platform.keys, apiv3_key=None))
    with pytest.raises(VerificationError):
        pay.request()
    assert len(platform.requests) == 1


def test_pauses_grow_and_vary(platform: Platform, mode: str) -> None:
    with pytest.raises(ServerError):
        platform.pay(mode, in_turn(platform.error(500)), retries=5).request()
    assert [int(seconds) for seconds in platform.pauses] == [1, 2, 4, 8, 8]
    assert any(seconds != int(seconds) for seconds in platform.pauses)


def test_retry_after_is_honoured(platform: Platform, mode: str) -> None:
    answers = [platform.error(429, Retry_After="7"), platform.signed()]
    platform.pay(mode, in_turn(*answers)).request()
    assert platform.pauses == [7.0]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(("text", "told"), [("3600", 3600), ("9" * 10, 86400), ("9" * 500, 86400)])
def test_a_long_retry_after_is_left_to_the_caller(
    platform: Platform, mode: str, status: int, text: str, told: float
) -> None:
    with pytest.raises((RateLimited, ServerError)) as caught:
        platform.pay(mode, in_turn(platform.error(status, Retry_After=text))).request()
    assert caught.value.retry_after == told
    assert len(platform.requests) == 1


@pytest.mark.parametrize("text", ["soon", "-1", "Wed, 21 Oct 2015 07:28:00 GMT", "٣", "0", "00"])
def test_an_odd_retry_after_is_ignored(platform: Platform, mode: str, text: str) -> None:
    answer = platform.error(429, Retry_After=text)
    assert platform.pay(mode, in_turn(answer, platform.signed())).request() == {"ok": True}
    assert 1 <= platform.pauses[0] < 2


@pytest.mark.parametrize("text", ["7", "3600"])
def test_nobody_waits_because_an_unsigned_answer_says_so(
    platform: Platform, mode: str, text: str
) -> None:
    answer = platform.error(429, signed=False, Retry_After=text)
    assert platform.pay(mode, in_turn(answer, platform.signed())).request() == {"ok": True}
    assert 1 <= platform.pauses[0] < 2


# -- whether it may have happened ------------------------------------------------------------------


def test_an_earlier_unknown_outcome_is_not_forgotten(platform: Platform, mode: str) -> None:
    for last in (httpx.ConnectError, platform.error(429), platform.error(400, "INVALID_REQUEST")):
        with pytest.raises((TransportError, ApiError)) as caught:
            write(platform.pay(mode, in_turn(httpx.ReadTimeout, last)), retries=1)
        assert caught.value.may_have_happened is True


@pytest.mark.parametrize(
    ("failure", "kind", "happened"),
    [
        (httpx.ConnectError, ConnectionFailed, False),
        (httpx.ConnectTimeout, ConnectionFailed, False),
        (httpx.ProxyError, ConnectionFailed, False),
        (httpx.PoolTimeout, Timeout, False),
        (httpx.ReadTimeout, Timeout, True),
        (httpx.WriteTimeout, Timeout, True),
        (httpx.ReadError, ConnectionBroken, True),
        (httpx.WriteError, ConnectionBroken, True),
        (httpx.RemoteProtocolError, ConnectionBroken, True),
        (httpx.DecodingError, ConnectionBroken, True),
        (ConnectionResetError, ConnectionBroken, True),
    ],
)
def test_every_transport_failure_says_whether_the_call_may_have_happened(
    platform: Platform, mode: str, failure: Any, kind: type[TransportError], happened: bool
) -> None:
    with pytest.raises(kind, match=failure.__name__) as caught:
        write(platform.pay(mode, in_turn(failure)), retries=0)
    assert caught.value.may_have_happened is happened
    assert type(caught.value) is kind
    with pytest.raises(kind) as caught:
        platform.pay(mode, in_turn(failure), retries=0).request()
    assert caught.value.may_have_happened is False


def test_who_waited_in_vain_for_a_connection_has_sent_nothing(
    platform: Platform, mode: str
) -> None:
    """So that even a write without request number is repeated."""
    pay = platform.pay(mode, in_turn(httpx.PoolTimeout, httpx.PoolTimeout, platform.signed()))
    assert write(pay, repeatable=False).status_code == 200
    with pytest.raises(Timeout) as caught:
        write(platform.pay(mode, in_turn(httpx.PoolTimeout)), repeatable=False)
    assert caught.value.may_have_happened is False
    assert len(platform.requests) == 6


@pytest.mark.parametrize("signed", [True, False])
def test_a_408_is_no_refusal(platform: Platform, mode: str, signed: bool) -> None:
    """A gateway gave up waiting for the rest of the request, or for what became of it."""
    with pytest.raises(ApiError) as caught:
        write(platform.pay(mode, in_turn(platform.error(408, signed=signed))), retries=0)
    assert caught.value.may_have_happened is True


def test_attempts_come_to_an_end_whatever_happens(platform: Platform, mode: str) -> None:
    """Even where every request finds the certificates due, and cannot fetch them."""

    def handle(request: httpx.Request) -> httpx.Response:
        certificates = pay.client._service.auths["merchant"].certificates
        certificates._next_refresh = float("-inf")
        if platform.paths.count("/v3/certificates") > 1 or "certificates" not in request.url.path:
            raise httpx.ReadTimeout("broken on purpose")
        return platform.certificates_answer()

    pay = platform.pay(mode, handle, merchant=merchant(platform.keys, trusted_keys=None), retries=0)
    pay.run("warm_up")
    pay.client._service.auths["merchant"].certificates._next_refresh = float("-inf")
    with pytest.raises(TransportError):
        pay.request()
    assert len(platform.requests) < 10


def test_a_foreign_exception_passes_through(platform: Platform, mode: str) -> None:
    with pytest.raises(ZeroDivisionError):
        platform.pay(mode, in_turn(ZeroDivisionError)).request()


# -- error answers ---------------------------------------------------------------------------------

STATUSES = {
    400: errors.BadRequest,
    401: errors.Unauthorized,
    403: errors.Forbidden,
    404: errors.NotFound,
    409: errors.Conflict,
    429: errors.RateLimited,
    500: errors.ServerError,
    502: errors.ServerError,
    503: errors.ServerError,
    599: errors.ServerError,
    302: errors.ApiError,
    418: errors.ApiError,
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("signed", [True, False])
def test_statuses_and_whether_they_are_verified(
    platform: Platform, mode: str, status: int, signed: bool
) -> None:
    answer = platform.error(status, "SOME_CODE", signed=signed, Request_ID="08A-268435461")
    with pytest.raises(ApiError) as caught:
        write(platform.pay(mode, in_turn(answer)), retries=0)
    error = caught.value
    assert type(error) is STATUSES[status]
    assert (error.status, error.code, error.message) == (status, "SOME_CODE", "about SOME_CODE")
    assert (error.request_id, error.internal_code) == ("08A-268435461", "268435461")
    assert error.hint.startswith("A value is not allowed")
    assert error.verified is signed
    refused = 400 <= status < 500 and (signed or status == 401)
    assert error.may_have_happened is not refused
    assert "08A-268435461" in str(error)
    assert error.hint in str(error)


def test_a_wrongly_signed_error_is_marked_unverified(platform: Platform, mode: str) -> None:
    answer = platform.signed(b'{"code":"X"}', 400, signed_body=b"y")
    with pytest.raises(BadRequest) as caught:
        write(platform.pay(mode, in_turn(answer)))
    assert caught.value.verified is False
    assert "unsigned" in str(caught.value)


def test_sign_errors_bring_what_the_server_signed(platform: Platform, mode: str) -> None:
    detail = {
        "field": "signature",
        "location": "authorization",
        "sign_information": {"method": "GET"},
        "value": "v4lue",
    }
    body = json.dumps({"code": "SIGN_ERROR", "message": "签名错误", "detail": detail}).encode()
    with pytest.raises(Unauthorized) as caught:
        platform.pay(mode, in_turn(httpx.Response(401, content=body))).request()
    assert caught.value.detail == detail
    assert "field signature" in str(caught.value)
    assert "clock" in caught.value.hint
    assert "v4lue" not in str(caught.value)  # may be personal


ODD_BODIES = {
    "empty": b"",
    "html": b"<html><h1>502 Bad Gateway</h1></html>",
    "null": b"null",
    "list": b"[]",
    "text": b'"x"',
    "not utf-8": b'{"code":"\xff"}',
    "cut off": b'{"code":"PARAM',
    "code not text": b'{"code":5,"message":[1],"detail":"x"}',
    "detail odd": b'{"code":"X","detail":{"field":5}}',
    "deep": b"[" * 100_000,
    "huge": b"<" * 3_000_000,
}


@pytest.mark.parametrize("body", ODD_BODIES)
@pytest.mark.parametrize("status", [400, 502])
def test_odd_error_bodies_never_fail(platform: Platform, mode: str, body: str, status: int) -> None:
    with pytest.raises(STATUSES[status]) as caught:
        platform.pay(
            mode, in_turn(httpx.Response(status, content=ODD_BODIES[body])), retries=0
        ).request()
    assert caught.value.body == ODD_BODIES[body]
    assert len(str(caught.value)) < 500


@examples(150)
@given(
    st.integers(300, 599),
    st.binary(max_size=200),
    st.dictionaries(st.text(max_size=9), st.text(max_size=9)),
)
def test_no_answer_is_too_odd_to_become_an_error(
    status: int, body: bytes, headers: dict[str, str]
) -> None:
    error = api_error(status, headers, body, verified=False, read_only=False)
    assert error.status == status
    assert error.retry_after is None or error.retry_after >= 0


@pytest.mark.parametrize("code", [268435462, 268443699, 268578608, 272756745, 268578927, 268584404])
def test_internal_codes_have_hints(code: int) -> None:
    error = api_error(400, {"request-id": f"08-{code}"}, b"{}", verified=True, read_only=False)
    assert error.hint != api_error(400, {}, b"{}", verified=True, read_only=False).hint


def test_redirects_are_never_followed(platform: Platform, mode: str) -> None:
    moved = platform.signed(b"", 302, Location="https://evil.example/")
    with pytest.raises(ApiError) as caught:
        platform.pay(mode, in_turn(moved)).request()
    assert caught.value.status == 302
    assert hosts(platform) == [MAIN]


def test_every_exception_is_drawn_in_the_tree() -> None:
    for name in errors.__all__:
        assert re.search(rf"\b{name}\b", errors.__doc__ or "")
        assert issubclass(getattr(errors, name), errors.WechatPayError)
        assert getattr(errors, name).__doc__


# -- a signer elsewhere ----------------------------------------------------------------------------


class Remote:
    """A signer that signs, or raises what it was given, in turn."""

    def __init__(self, keys: Keys, *failures: Exception | None) -> None:
        self.keys, self.failures, self.asked = keys, list(failures), 0

    def sign(self, message: bytes, /) -> bytes:
        self.asked += 1
        if failure := self.failures.pop(0) if self.failures else None:
            raise failure
        return self.keys["merchant"].sign(message, padding.PKCS1v15(), hashes.SHA256())


@pytest.mark.parametrize(
    "failure", [TimeoutError, httpx.ReadTimeout, httpx.ConnectError, RuntimeError], ids=str
)
def test_a_signer_that_fails_is_told_from_the_connection(
    platform: Platform, mode: str, failure: Any
) -> None:
    remote = Remote(platform.keys, *[failure("throttled")] * 5)
    with pytest.raises(SignerFailed) as caught:
        write(platform.pay(mode, merchant=merchant(platform.keys, private_key=remote)))
    assert isinstance(caught.value.__cause__, failure)
    assert caught.value.may_have_happened is False
    assert (remote.asked, platform.requests) == (1, [])


def test_a_signer_that_fails_later_does_not_hide_an_unknown_outcome(
    platform: Platform, mode: str
) -> None:
    remote = Remote(platform.keys, None, RuntimeError("throttled"))
    with pytest.raises(SignerFailed) as caught:
        write(
            platform.pay(
                mode,
                in_turn(httpx.ReadTimeout),
                merchant=merchant(platform.keys, private_key=remote),
            )
        )
    assert caught.value.may_have_happened is True
    assert len(platform.requests) == 1


def test_nothing_is_sent_whose_answer_could_not_be_verified(platform: Platform, mode: str) -> None:
    """All keys given have expired, and no others can be had."""
    expired = platform.keys.certificate("wechatpay", CERTIFICATE_SERIAL, end=NOW - 1)
    identity = merchant(platform.keys, apiv3_key=None, trusted_keys={CERTIFICATE_SERIAL: expired})
    with pytest.raises(ConfigurationError, match=r"trusted_keys: .*expired"):
        platform.pay(mode, merchant=identity)

    last = platform.keys.certificate("wechatpay", CERTIFICATE_SERIAL, end=NOW + 1)
    identity = merchant(platform.keys, apiv3_key=None, trusted_keys={CERTIFICATE_SERIAL: last})
    pay = platform.pay(mode, merchant=identity)
    platform.clock.now += 2
    with pytest.raises(ConfigurationError, match=r"trusted_keys: .*expired") as caught:
        write(pay)
    assert caught.value.may_have_happened is False
    assert platform.requests == []


@pytest.mark.parametrize("left", [{"apiv3_key": None}, {"trusted_keys": {}}], ids=["key", "APIv3"])
def test_a_certificate_that_has_expired_is_told_when_the_client_is_made(
    platform: Platform, mode: str, left: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """Beside others it does no harm: an application that is started again goes on."""
    expired = platform.keys.certificate("wechatpay", CERTIFICATE_SERIAL, end=NOW - 1)
    beside = left.pop("trusted_keys", {PUBLIC_KEY_ID: platform.keys.public("wechatpay")})
    identity = merchant(platform.keys, trusted_keys={CERTIFICATE_SERIAL: expired, **beside}, **left)
    platform.pay(mode, merchant=identity)
    [record] = caplog.records
    assert (record.name, record.levelno) == ("wechatpay_marketing", logging.WARNING)
    assert f"{CERTIFICATE_SERIAL} has expired" in record.getMessage()


# -- size and encoding -----------------------------------------------------------------------------


class Chunks(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that arrives in pieces, and counts how many were asked for."""

    def __init__(self, *chunks: bytes, times: int = 1) -> None:
        self.chunks, self.times, self.taken = chunks, times, 0

    def __iter__(self) -> Any:
        for _ in range(self.times):
            for chunk in self.chunks:
                self.taken += 1
                yield chunk

    async def __aiter__(self) -> Any:
        for chunk in self:
            yield chunk


def streamed(answer: httpx.Response, body: Chunks, **headers: str) -> Any:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
    return lambda _: httpx.Response(answer.status_code, headers={**kept, **names}, stream=body)


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_the_signature_is_over_the_unpacked_body(
    platform: Platform, mode: str, encoding: str
) -> None:
    body = b'{"ok":true}'
    packed = gzip.compress(body, mtime=0) if encoding == "gzip" else zlib.compress(body)
    handler = streamed(
        platform.signed(body), Chunks(packed[:5], packed[5:]), Content_Encoding=encoding
    )
    assert platform.pay(mode, handler).request() == {"ok": True}


@pytest.mark.parametrize("status", [200, 400])
def test_a_long_answer_is_broken_off(platform: Platform, mode: str, status: int) -> None:
    body = Chunks(b"x" * 65536, times=10_000)
    with pytest.raises(ConnectionBroken, match="more than"):
        write(platform.pay(mode, streamed(platform.signed(b"", status), body)), retries=0)
    assert body.taken * 65536 <= MAX_ANSWER_BYTES + 2 * 65536


def test_a_long_answer_that_is_there_already(platform: Platform, mode: str) -> None:
    with pytest.raises(ConnectionBroken, match="more than"):
        platform.pay(
            mode, in_turn(httpx.Response(200, content=b"x" * (MAX_ANSWER_BYTES + 1))), retries=0
        ).request()


def test_a_packed_answer_cannot_explode(platform: Platform, mode: str) -> None:
    bomb = gzip.compress(b"\0" * (MAX_ANSWER_BYTES * 20), mtime=0)
    handler = streamed(platform.signed(b""), Chunks(bomb), Content_Encoding="gzip")
    with pytest.raises(ConnectionBroken, match="more than"):
        platform.pay(mode, handler, retries=0).request()


EMPTY_BLOCKS = b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\0\0\0\xff\xff" * 13_000
"""A gzip header and deflate blocks that hold nothing."""


@pytest.mark.parametrize(
    "chunks",
    [[gzip.compress(b"{}", mtime=0), b"\0" * 65536], [EMPTY_BLOCKS, EMPTY_BLOCKS[10:]]],
    ids=["tail", "empty"],
)
def test_a_packed_answer_has_an_end(platform: Platform, mode: str, chunks: list[bytes]) -> None:
    """Bytes that unfold to nothing count as well: those behind the end, and blocks without
    content."""
    body = Chunks(*chunks, times=10_000)
    with pytest.raises(ConnectionBroken):
        platform.pay(
            mode, streamed(platform.signed(b"{}"), body, Content_Encoding="gzip"), retries=0
        ).request()
    assert body.taken * 65536 <= MAX_ANSWER_BYTES + 2 * 65536


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"{}", mtime=0) + gzip.compress(b"{}", mtime=0)),
        ("br", b"x"),
        ("gzip, gzip", b"x"),
        ("gzip", b"noise"),
        ("gzip", gzip.compress(b"{}", mtime=0)[:-4]),
        ("gzip", b""),
    ],
)
def test_other_encodings_are_refused(
    platform: Platform, mode: str, encoding: str, body: bytes
) -> None:
    handler = streamed(platform.signed(b"{}"), Chunks(body), Content_Encoding=encoding)
    with pytest.raises(ConnectionBroken):
        platform.pay(mode, handler, retries=0).request()


# -- log -------------------------------------------------------------------------------------------


def test_logging_one_line_per_attempt(
    platform: Platform, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="wechatpay_marketing")
    write(platform.pay(mode, in_turn(httpx.ReadTimeout, platform.error(500), platform.signed())))
    lines = [
        record.getMessage() for record in caplog.records if record.name == "wechatpay_marketing"
    ]
    shown = (
        "POST https://{}/v3/marketing/busifavor/users/{{openid}}/coupons: {} in N ms, Request-ID {}"
    )
    repeated = (
        "POST /v3/marketing/busifavor/users/{{openid}}/coupons: again in N s ({} of 2), after {}"
    )
    assert [re.sub(r"[\d.]+ (m?s)", r"N \1", line) for line in lines] == [
        shown.format(MAIN, "ReadTimeout", "-"),
        repeated.format(1, "Timeout"),
        shown.format(BACKUP, "500", "08F7C6DEAF06-0"),
        repeated.format(2, "ServerError 500"),
        shown.format(MAIN, "200", "08F7C6DEAF06-0"),
    ]


def test_logging_raw_requests_show_no_ids(
    platform: Platform, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="wechatpay_marketing")
    platform.pay(mode).request(
        path="/v3/marketing/users/oUpF8uMuAJO_M2pxb1Q9zNjWeS6o/coupon-codes/12", query={"a": "b"}
    )
    assert "/v3/marketing/users/{}/coupon-codes/{}: 200" in caplog.text


def test_logging_nothing_secret_or_personal_anywhere(
    platform: Platform, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither our logger nor httpx's, which logs URLs at INFO."""
    caplog.set_level(logging.DEBUG)
    for answer in (
        platform.signed(),
        platform.error(400),
        httpx.ReadTimeout,
        platform.signed(signature="A" * 344),
    ):
        try:
            write(platform.pay(mode, in_turn(answer)))
        except errors.WechatPayError as error:
            logging.getLogger("app").exception("failed: %r", error)
    assert "{openid}" in caplog.text
    for secret in (
        "oOPENID",
        "13800138000",
        APIV3_KEY,
        "PRIVATE KEY",
        *map(_signature, platform.requests),
    ):
        assert secret not in caplog.text


def _signature(request: httpx.Request) -> str:
    return re.findall('signature="([^"]+)"', request.headers["Authorization"])[0]


def test_secrets_are_not_in_frames_of_ours(platform: Platform, mode: str) -> None:
    for answer in (platform.error(401), httpx.ReadTimeout, platform.signed(skew=-300)):
        with pytest.raises(errors.WechatPayError) as caught:
            write(platform.pay(mode, in_turn(answer)), retries=0)
        chain: list[BaseException] = [caught.value]
        while (following := chain[-1].__cause__ or chain[-1].__context__) is not None:
            chain.append(following)
        shown = [repr(chain)]
        for error in chain:
            trace = error.__traceback__
            while trace is not None:
                if "wechatpay_marketing" in trace.tb_frame.f_code.co_filename:
                    shown += [repr(value) for value in trace.tb_frame.f_locals.values()]
                trace = trace.tb_next
        text = "\n".join(shown)
        private = platform.keys["merchant"].private_numbers()
        secrets = (APIV3_KEY, "PRIVATE KEY", str(private.d), _signature(platform.requests[-1]))
        for secret in secrets:
            assert secret not in text


# -- over a socket ---------------------------------------------------------------------------------


class Server:
    """Answers over a real socket."""

    def __init__(self, platform: Platform, *, close: bool = False) -> None:
        seen = self.connections = set[Any]()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                seen.add(self.client_address)
                answer = platform.signed()
                self.send_response(200)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer.content)
                self.close_connection = close

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_port}"

    def __enter__(self) -> Server:
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.http.shutdown()
        self.http.server_close()


def test_own_connections_are_kept_and_closed(platform: Platform) -> None:
    with (
        Server(platform) as server,
        SyncClient(merchant=merchant(platform.keys), hosts=[server.url], _clock=Clock()) as pay,
    ):
        for _ in range(3):
            assert pay.request("GET", PATH) == {"ok": True}
        assert len(server.connections) == 1
    with pytest.raises(RuntimeError, match="closed"):
        pay.request("GET", PATH)


def test_own_connections_async(platform: Platform) -> None:
    async def main(url: str) -> None:
        async with AsyncClient(
            merchant=merchant(platform.keys), hosts=[url], _clock=Clock()
        ) as pay:
            assert (
                await asyncio.gather(*[pay.request("GET", PATH) for _ in range(3)])
                == [{"ok": True}] * 3
            )

    with Server(platform) as server:
        asyncio.run(main(server.url))


def test_a_closed_port_is_a_failed_connection(platform: Platform) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with (
            SyncClient(merchant=merchant(platform.keys), hosts=[url], retries=0) as pay,
            pytest.raises(ConnectionFailed),
        ):
            pay.request("GET", PATH)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_child_uses_connections_of_its_own(platform: Platform) -> None:
    with Server(platform) as server:
        pay = SyncClient(merchant=merchant(platform.keys), hosts=[server.url], _clock=Clock())
        pay.request("GET", PATH)
        child = os.fork()
        if child == 0:
            try:
                os._exit(0 if pay.request("GET", PATH) == {"ok": True} else 1)
            finally:
                os._exit(2)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        pay.request("GET", PATH)
        assert len(server.connections) == 2
        pay.close()


def test_a_given_client_stays_open(platform: Platform) -> None:
    http = httpx.Client(transport=platform.transport())
    SyncClient(merchant=merchant(platform.keys), http_client=http).close()
    assert not http.is_closed


def test_the_clock_is_only_the_given_one(platform: Platform, mode: str) -> None:
    pay = platform.pay(mode)
    platform.clock.now = NOW + 10_000
    pay.request()
    assert f'timestamp="{NOW + 10_000}"' in platform.requests[0].headers["Authorization"]


# -- connections of our own ------------------------------------------------------------------------


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port on this machine whose connections go to `answer`, one after the other."""

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                answer(connection)

    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def own_call(mode: str, keys: Keys, **settings: Any) -> Any:
    """A call over a connection that the client makes itself."""
    if mode == "sync":
        with SyncClient(merchant=merchant(keys), retries=0, **settings) as client:
            return client.request("GET", PATH)

    async def call() -> Any:
        async with AsyncClient(merchant=merchant(keys), retries=0, **settings) as client:
            return await client.request("GET", PATH)

    return asyncio.run(call())


def test_who_cannot_prove_to_be_the_host_is_not_spoken_to(
    platform: Platform, mode: str, tmp_path: Path
) -> None:
    """The client's own connections check TLS certificates."""
    heard: list[bytes] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    (tmp_path / "cert.pem").write_bytes(platform.keys.certificate("host", "AB", end=4e9))
    (tmp_path / "key.pem").write_bytes(platform.keys.private("host"))
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")

    def answer(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secured:
            heard.append(secured.recv(65536))

    with listening(answer) as port, pytest.raises(ConnectionFailed, match=r"(?i)certificate"):
        own_call(mode, platform.keys, hosts=[f"https://localhost:{port}"])
    assert heard == []


def test_the_proxy_of_the_environment_is_used(
    platform: Platform, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bytes] = []

    def answer(connection: socket.socket) -> None:
        heard.append(connection.recv(65536).partition(b"\r\n")[0])
        connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")

    with listening(answer) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        monkeypatch.delenv("NO_PROXY", raising=False)
        with pytest.raises(ConnectionFailed):
            own_call(mode, platform.keys)
    assert heard == [f"CONNECT {host}:443 HTTP/1.1".encode() for host in (MAIN, BACKUP)]


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN", b"\xff"], ids=repr)
def test_certificates_that_cannot_be_loaded_are_no_broken_connection(
    platform: Platform,
    mode: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: bytes | None,
) -> None:
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(ConnectionFailed, match="SSL_CERT_FILE") as caught:
        own_call(mode, platform.keys, hosts=["https://127.0.0.1:9"])
    assert caught.value.may_have_happened is False


def test_a_proxy_whose_name_is_none_is_no_error_of_python(
    platform: Platform, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://{'x' * 64}.example:80")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with pytest.raises(ConnectionFailed):
        own_call(mode, platform.keys)


def test_a_proxy_that_needs_another_library_says_which(
    platform: Platform, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1080")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setitem(sys.modules, "socksio", None)
    with pytest.raises(ConnectionFailed, match=r"pip install httpx\[socks\]"):
        own_call(mode, platform.keys)


def test_a_remote_signer_does_not_stop_the_event_loop(platform: Platform) -> None:
    threads: list[int] = []

    class Slow(Remote):
        def sign(self, message: bytes, /) -> bytes:
            threads.append(threading.get_ident())
            return super().sign(message)

    pay = platform.pay("async", merchant=merchant(platform.keys, private_key=Slow(platform.keys)))
    assert pay.request() == {"ok": True}
    assert threading.get_ident() not in threads
    assert len(threads) == 1


def test_a_raw_write_is_never_repeated(platform: Platform, mode: str) -> None:
    """`request` does not know which member is the request number."""
    with pytest.raises(ServerError):
        platform.pay(mode, in_turn(platform.error(500))).request(
            "POST", json={"out_request_no": "1"}
        )
    assert len(platform.requests) == 1


@pytest.mark.parametrize(
    "body", [b"noise", gzip.compress(b"{}", mtime=0)[:-4], gzip.compress(b"{}", mtime=0) + b"x"]
)
def test_an_unreadable_answer_to_a_write_leaves_open_what_happened(
    platform: Platform, mode: str, body: bytes
) -> None:
    with pytest.raises(ConnectionBroken) as caught:
        write(
            platform.pay(
                mode,
                streamed(platform.signed(b"{}"), Chunks(body), Content_Encoding="gzip"),
                retries=0,
            )
        )
    assert caught.value.may_have_happened is True
