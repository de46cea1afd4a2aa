"""Platform certificates: bootstrap, refresh, single flight, and that nothing a forger
sends empties the store."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from kit import (
    APIV3_KEY,
    CERTIFICATE_SERIAL,
    NOW,
    PUBLIC_KEY_ID,
    SECOND_SERIAL,
    Clock,
    Keys,
    Pay,
    Platform,
    in_turn,
    merchant,
)
from wechatpay_marketing._runtime import certificate_answer
from wechatpay_marketing._runtime.body_limit import MAX_ANSWER_BYTES
from wechatpay_marketing._runtime.certificates import (
    LOOKUP_PAUSE,
    REFRESH_AFTER,
    RETRY_AFTER,
    PlatformCertificates,
)
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import (
    ApiError,
    ConfigurationError,
    ConnectionFailed,
    ServerError,
    TransportError,
    UnknownSerial,
    VerificationError,
)
from wechatpay_marketing._runtime.secret import Secret
from wechatpay_marketing._runtime.trust import TrustStore

DOWNLOAD = "/v3/certificates"
CALL = httpx.Request("GET", "https://api.mch.weixin.qq.com/v3/x")


def pay(platform: Platform, mode: str, handler: Any = None, **settings: Any) -> Pay:
    """A merchant in certificate mode."""
    settings = {"merchant": merchant(platform.keys, trusted_keys=None), **settings}
    return platform.pay(mode, handler or platform.with_certificates, **settings)


def downloads(platform: Platform) -> int:
    return platform.paths.count(DOWNLOAD)


def split(download: Any, call: Any) -> Callable[[httpx.Request], httpx.Response]:
    """A handler that treats the download and the calls apart."""
    one, other = in_turn(*download), in_turn(*call)
    return lambda request: one(request) if request.url.path == DOWNLOAD else other(request)


# -- bootstrap -------------------------------------------------------------------------------------


def test_nothing_is_sent_on_construction(platform: Platform, mode: str) -> None:
    pay(platform, mode)
    assert platform.requests == []


def test_certificates_are_loaded_on_first_need_and_before_the_call(
    platform: Platform, mode: str
) -> None:
    client = pay(platform, mode)
    assert client.request("POST", json={}) == {"ok": True}
    assert client.request("POST", json={}) == {"ok": True}
    assert next(request.url.path for request in platform.requests) == DOWNLOAD
    assert downloads(platform) == 1
    download = platform.requests[0]
    assert download.method == "GET"
    assert download.content == b""
    assert "Content-Type" not in download.headers
    assert "Wechatpay-Serial" not in download.headers


def test_warm_up_downloads_at_once(platform: Platform, mode: str) -> None:
    client = pay(platform, mode)
    client.run("warm_up")
    client.run("warm_up")
    assert platform.paths == [DOWNLOAD]
    client.request()
    assert downloads(platform) == 1


def test_warm_up_downloads_nothing_in_public_key_mode(platform: Platform, mode: str) -> None:
    platform.pay(mode).run("warm_up")
    assert platform.requests == []


def test_a_real_answer_opens(vectors: Callable[[str], Any]) -> None:
    known = vectors("java_certificates_response")
    opened = certificate_answer.opened(
        known["response_body"].encode(), Secret(known["apiv3_key"].encode()), lambda key: False
    )
    assert [key.serial for key in opened] == [entry["serial_no"] for entry in known["certificates"]]


def _entries(platform: Platform, **changes: Any) -> list[Any]:
    entry = platform.sealed(
        platform.keys.certificate("wechatpay", CERTIFICATE_SERIAL), CERTIFICATE_SERIAL
    )
    return [{**entry, **changes}]


def _bad_tag(platform: Platform) -> list[Any]:
    (entry,) = _entries(platform)
    text = entry["encrypt_certificate"]["ciphertext"]
    entry["encrypt_certificate"]["ciphertext"] = (
        text[:40] + ("A" if text[40] != "A" else "B") + text[41:]
    )
    return [entry]


def _certificate(platform: Platform, start: float, end: float) -> list[Any]:
    pem = platform.keys.certificate("wechatpay", CERTIFICATE_SERIAL, start, end)
    return [platform.sealed(pem, CERTIFICATE_SERIAL)]


BAD_DOWNLOADS: dict[str, tuple[Callable[[Platform], httpx.Response], type[Exception]]] = {
    "unsigned": (
        lambda p: httpx.Response(200, content=p.certificates_answer().content),
        VerificationError,
    ),
    "signed by somebody": (lambda p: p.certificates_answer(key="somebody"), VerificationError),
    "signed by a key it does not bring": (
        lambda p: p.certificates_answer(serial=SECOND_SERIAL),
        UnknownSerial,
    ),
    "stale": (lambda p: p.certificates_answer(skew=-300), VerificationError),
    "probe": (
        lambda p: p.certificates_answer(signature="WECHATPAY/SIGNTEST/AAAA"),
        VerificationError,
    ),
    "not JSON": (lambda p: p.signed(b"<html>", serial=CERTIFICATE_SERIAL), VerificationError),
    "JSON of another kind": (
        lambda p: p.signed(b'{"data":[1]}', serial=CERTIFICATE_SERIAL),
        VerificationError,
    ),
    "empty list": (lambda p: p.certificates_answer([]), UnknownSerial),
    "another APIv3 key": (
        lambda p: p.certificates_answer([p.sealed(b"x", CERTIFICATE_SERIAL, key="y" * 32)]),
        ConfigurationError,
    ),
    "damaged ciphertext": (lambda p: p.certificates_answer(_bad_tag(p)), ConfigurationError),
    "another algorithm": (
        lambda p: p.certificates_answer(
            [p.sealed(b"x", CERTIFICATE_SERIAL, algorithm="AEAD_SM4_GCM")]
        ),
        ConfigurationError,
    ),
    "no certificate inside": (
        lambda p: p.certificates_answer([p.sealed(b"x", CERTIFICATE_SERIAL)]),
        VerificationError,
    ),
    "a bare key inside": (
        lambda p: p.certificates_answer([p.sealed(p.keys.public("wechatpay"), CERTIFICATE_SERIAL)]),
        VerificationError,
    ),
    "serial differs from the certificate's": (
        lambda p: p.certificates_answer(_entries(p, serial_no=SECOND_SERIAL), serial=SECOND_SERIAL),
        VerificationError,
    ),
    "expired": (lambda p: p.certificates_answer(_certificate(p, NOW - 100, NOW)), UnknownSerial),
    "not yet valid": (
        lambda p: p.certificates_answer(_certificate(p, NOW + 1, NOW + 99)),
        UnknownSerial,
    ),
}


@pytest.mark.parametrize("case", BAD_DOWNLOADS)
def test_a_bad_download_is_refused_and_the_call_not_made(
    platform: Platform, mode: str, case: str
) -> None:
    make, kind = BAD_DOWNLOADS[case]
    client = pay(platform, mode, lambda request: make(platform), retries=0)
    with pytest.raises(kind) as caught:
        client.request("POST", json={})
    assert set(platform.paths) == {DOWNLOAD}
    assert caught.value.may_have_happened is False  # type: ignore[attr-defined]
    assert APIV3_KEY not in str(caught.value)


@pytest.mark.parametrize("case", BAD_DOWNLOADS)
def test_a_bad_refresh_leaves_the_old_certificates(
    platform: Platform, mode: str, case: str
) -> None:
    make, _ = BAD_DOWNLOADS[case]
    call = lambda _: platform.signed(serial=CERTIFICATE_SERIAL)  # noqa: E731
    client = pay(
        platform, mode, split([platform.certificates_answer(), lambda _: make(platform)], [call])
    )
    client.request()
    platform.clock.now += REFRESH_AFTER
    assert client.request() == {"ok": True}
    assert downloads(platform) == 2


def test_some_of_several_may_be_outside_their_validity(platform: Platform, mode: str) -> None:
    entries = [
        *_certificate(platform, NOW - 100, NOW + 100),
        platform.sealed(
            platform.keys.certificate("second", SECOND_SERIAL, NOW + 50, NOW + 99), SECOND_SERIAL
        ),
    ]
    client = pay(
        platform,
        mode,
        split(
            [platform.certificates_answer(entries)], [platform.signed(serial=CERTIFICATE_SERIAL)]
        ),
    )
    client.request()
    held = client.client._service.auths["merchant"].trust.valid_keys()
    assert [key.serial for key in held] == [CERTIFICATE_SERIAL]


NEW_MERCHANT = {
    "today": (
        404,
        "RESOURCE_NOT_EXISTS",
        "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥",
    ),
    "before": (500, "SYSTEM_ERROR", "系统错误，请使用微信支付公钥"),
}


@pytest.mark.parametrize("form", NEW_MERCHANT)
def test_a_merchant_without_certificates_is_told_so(
    platform: Platform, mode: str, form: str
) -> None:
    status, code, message = NEW_MERCHANT[form]
    answer = httpx.Response(status, json={"code": code, "message": message})
    client = pay(platform, mode, in_turn(answer))
    with pytest.raises(ConfigurationError, match=r"trusted_keys.*PUB_KEY_ID_.*微信支付公钥"):
        client.request()
    assert len(platform.requests) == 1  # not a fault to retry


def test_the_404_does_not_stop_a_client_in_public_key_mode(platform: Platform, mode: str) -> None:
    download = httpx.Response(404, json={"code": "RESOURCE_NOT_EXISTS"})
    calls = [
        platform.signed(),
        platform.signed(serial=SECOND_SERIAL),
        platform.signed(serial=SECOND_SERIAL),
        platform.signed(),
    ]
    client = platform.pay(mode, split([download], calls))
    client.request()
    assert downloads(platform) == 0
    with pytest.raises(UnknownSerial) as caught:
        client.request()
    assert isinstance(caught.value.__cause__, ConfigurationError)
    platform.clock.now += LOOKUP_PAUSE
    with pytest.raises(UnknownSerial):
        client.request()
    assert client.request() == {"ok": True}
    assert downloads(platform) == 2


# -- failures of the download ----------------------------------------------------------------------


@pytest.mark.parametrize("failure", [httpx.ReadTimeout, httpx.ReadError, httpx.ConnectError])
def test_a_download_that_breaks_has_sent_nothing(
    platform: Platform, mode: str, failure: Any
) -> None:
    client = pay(platform, mode, in_turn(failure), retries=0)
    with pytest.raises(TransportError) as caught:
        client.request("POST", json={})
    assert caught.value.may_have_happened is False
    assert "while fetching platform certificates" in str(caught.value)
    assert set(platform.paths) == {DOWNLOAD}


def test_a_download_is_repeated_even_for_a_write(platform: Platform, mode: str) -> None:
    failures = [httpx.ReadTimeout, platform.error(503), platform.certificates_answer()]
    client = pay(platform, mode, split(failures, [platform.signed(serial=CERTIFICATE_SERIAL)]))
    assert client.request("POST", json={}) == {"ok": True}
    assert platform.paths.count("/v3/marketing/busifavor/stocks/123") == 1


def test_the_download_goes_to_the_backup_host(platform: Platform, mode: str) -> None:
    client = pay(platform, mode, in_turn(httpx.ConnectError, platform.with_certificates), retries=0)
    client.request()
    assert [request.url.host for request in platform.requests][:2] == [
        "api.mch.weixin.qq.com",
        "api2.mch.weixin.qq.com",
    ]


def test_a_refresh_that_breaks_does_not_stop_the_call(platform: Platform, mode: str) -> None:
    call = lambda _: platform.signed(serial=CERTIFICATE_SERIAL)  # noqa: E731
    client = pay(
        platform,
        mode,
        split([platform.certificates_answer(), httpx.ConnectError], [call]),
        retries=0,
    )
    client.request()
    platform.clock.now += REFRESH_AFTER
    assert client.request("POST", json={}) == {"ok": True}
    assert downloads(platform) == 2
    client.request()
    assert downloads(platform) == 2
    platform.clock.now += RETRY_AFTER
    client.request()
    assert downloads(platform) == 3


def test_a_broken_lookup_never_repeats_a_write(platform: Platform, mode: str) -> None:
    download = [platform.certificates_answer(), httpx.ConnectError]
    client = pay(platform, mode, split(download, [platform.signed(serial=SECOND_SERIAL)]))
    client.run("warm_up")
    platform.clock.now += LOOKUP_PAUSE
    with pytest.raises(UnknownSerial) as caught:
        client.request("POST", json={})
    assert caught.value.may_have_happened is True
    assert isinstance(caught.value.__cause__, httpx.ConnectError)
    assert len(platform.requests) == 3


def test_a_gateways_404_is_no_verdict(platform: Platform, mode: str) -> None:
    """Only WeChat Pay itself can say that there are no certificates; after any other 404 they are
    looked up again."""
    gateway = httpx.Response(404, content=b"<html>nginx</html>")
    handler = split(
        [gateway, lambda _: platform.certificates_answer()],
        [lambda _: platform.signed(serial=CERTIFICATE_SERIAL)],
    )
    # WeChat Pay's public key is known, and certificates may be had
    client = platform.pay(mode, handler)
    with pytest.raises(UnknownSerial) as caught:
        client.request()
    assert isinstance(caught.value.__cause__, ApiError)
    platform.clock.now += LOOKUP_PAUSE
    assert client.request() == {"ok": True}


# -- refresh and rotation --------------------------------------------------------------------------


def test_certificates_are_refreshed_every_twelve_hours(platform: Platform, mode: str) -> None:
    client = pay(platform, mode)
    client.request()
    platform.clock.now += REFRESH_AFTER - 1
    client.request()
    assert downloads(platform) == 1
    platform.clock.now += 1
    client.request()
    client.request()
    assert downloads(platform) == 2


def test_an_unknown_serial_is_looked_up_once(platform: Platform, mode: str) -> None:
    client = pay(platform, mode)
    client.request()
    platform.clock.now += LOOKUP_PAUSE
    platform.certificates = [("second", SECOND_SERIAL), ("wechatpay", CERTIFICATE_SERIAL)]
    assert client.request("POST", json={}) == {"ok": True}
    assert client.request("POST", json={}) == {"ok": True}
    assert downloads(platform) == 2
    assert len(platform.requests) == 5
    held = client.client._service.auths["merchant"].trust.valid_keys()
    assert [key.serial for key in held] == [SECOND_SERIAL, CERTIFICATE_SERIAL]


@pytest.mark.parametrize("case", ["too long", "reset"])
def test_a_refresh_that_breaks_leaves_the_call_alone(
    platform: Platform, mode: str, case: str, caplog: pytest.LogCaptureFixture
) -> None:
    broken = (
        httpx.Response(200, content=b"x" * (MAX_ANSWER_BYTES + 1))
        if case == "too long"
        else httpx.ReadError
    )
    handler = split(
        [lambda _: platform.certificates_answer(), broken],
        [lambda _: platform.with_certificates(CALL)],
    )
    client = pay(platform, mode, handler, retries=0)
    client.request("POST", json={})
    platform.clock.now += REFRESH_AFTER
    with caplog.at_level("INFO", "wechatpay_marketing"):
        assert client.request("POST", json={}) == {"ok": True}
    warning, call = (record.getMessage() for record in caplog.records)
    assert warning.startswith("platform certificates could not be refreshed; the old ones stay: ")
    assert ": 200 in" in call


def test_a_download_has_the_settings_of_the_client(platform: Platform, mode: str) -> None:
    client = pay(platform, mode, in_turn(httpx.ConnectTimeout), timeout=1, retries=0)
    with pytest.raises(ConnectionFailed):
        client.run("warm_up")
    limits = [request.extensions["timeout"] for request in platform.requests]
    steps = [[limit[step] for step in ("connect", "read", "write")] for limit in limits]
    assert steps == [[1, 1, 1]] * 2  # both hosts, once


@pytest.mark.parametrize("spelling", ["00" + CERTIFICATE_SERIAL, CERTIFICATE_SERIAL.lower()])
def test_a_serial_number_is_sent_as_it_was_given(
    platform: Platform, mode: str, spelling: str
) -> None:
    entries = _entries(platform, serial_no=spelling)
    client = pay(platform, mode, in_turn(platform.certificates_answer(entries)))
    client.run("warm_up")
    assert client.client._service.auths["merchant"].trust.encryption_key().serial == spelling


def test_trusted_certificates_verify_a_download_first(platform: Platform, mode: str) -> None:
    """Who holds a certificate believes no other key under its serial number, though the download
    brings one."""
    client = pay(platform, mode)
    client.request()
    platform.clock.now += REFRESH_AFTER
    platform.certificates = [("somebody", CERTIFICATE_SERIAL)]
    with pytest.raises(VerificationError):
        client.request()
    trust = client.client._service.auths["merchant"].trust
    assert trust.find(CERTIFICATE_SERIAL).rsa == platform.keys["wechatpay"].public_key()


def test_lookups_are_rate_limited(platform: Platform, mode: str) -> None:
    client = pay(
        platform,
        mode,
        split(
            [lambda _: platform.certificates_answer()],
            [lambda _: platform.signed(serial=SECOND_SERIAL)],
        ),
    )
    client.run("warm_up")
    for _ in range(5):
        with pytest.raises(UnknownSerial):
            client.request()
    assert downloads(platform) == 1
    platform.clock.now += LOOKUP_PAUSE
    for _ in range(5):
        with pytest.raises(UnknownSerial):
            client.request()
    assert downloads(platform) == 2


def test_an_unsigned_error_causes_no_download(platform: Platform, mode: str) -> None:
    client = pay(
        platform,
        mode,
        split([platform.certificates_answer()], [platform.error(400, "X", serial=SECOND_SERIAL)]),
    )
    with pytest.raises(ApiError) as caught:
        client.request()
    assert caught.value.verified is False
    assert downloads(platform) == 1


def test_mixed_mode_looks_certificates_up_when_they_sign(platform: Platform, mode: str) -> None:
    platform.certificates = [("second", SECOND_SERIAL)]
    answers = [platform.signed(), platform.signed(key="second", serial=SECOND_SERIAL)]
    handler = split([platform.certificates_answer()], answers)
    client = platform.pay(mode, handler)
    client.request()
    assert client.request() == {"ok": True}
    assert downloads(platform) == 1
    trust = client.client._service.auths["merchant"].trust
    assert {key.serial for key in trust.valid_keys()} == {PUBLIC_KEY_ID, SECOND_SERIAL}


# -- many at once ----------------------------------------------------------------------------------


def test_threads_share_one_download(platform: Platform) -> None:
    entered = threading.Event()

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path == DOWNLOAD:
            entered.set()
            assert waiting.wait(5)
        return platform.with_certificates(request)

    client = pay(platform, "sync", handle)
    waiting, results = threading.Event(), []
    threads = [threading.Thread(target=lambda: results.append(client.request())) for _ in range(16)]
    for thread in threads:
        thread.start()
    assert entered.wait(5)
    waiting.set()
    for thread in threads:
        thread.join(10)
    assert results == [{"ok": True}] * 16
    assert downloads(platform) == 1


async def gathered(client: AsyncClient, number: int) -> list[Any]:
    return await asyncio.gather(
        *[client.request("GET", "/v3/x") for _ in range(number)], return_exceptions=True
    )


def async_client(platform: Platform, handler: Any, **settings: Any) -> AsyncClient:
    async def handle(request: httpx.Request) -> httpx.Response:
        platform.requests.append(request)
        await asyncio.sleep(0)
        result = handler(request)
        return await result if asyncio.iscoroutine(result) else result

    http = httpx.AsyncClient(transport=httpx.MockTransport(handle))
    who = merchant(platform.keys, trusted_keys=None)
    return AsyncClient(merchant=who, http_client=http, _clock=platform.clock, **settings)


def test_tasks_share_one_download(platform: Platform) -> None:
    client = async_client(platform, platform.with_certificates)
    assert asyncio.run(gathered(client, 50)) == [{"ok": True}] * 50
    assert downloads(platform) == 1


def test_a_failed_download_fails_all_who_wait_for_it(platform: Platform) -> None:
    client = async_client(platform, in_turn(platform.error(400, "PARAM_ERROR")), retries=0)
    errors = asyncio.run(gathered(client, 10))
    assert all(error.status == 400 and not error.may_have_happened for error in errors)
    assert len({id(error) for error in errors}) == 10
    assert downloads(platform) == 1


def test_a_failed_warm_up_fails_for_all_who_wait_for_it(platform: Platform) -> None:
    async def main() -> list[Any]:
        client = async_client(platform, in_turn(httpx.ConnectError), retries=0)
        return await asyncio.gather(*[client.warm_up() for _ in range(5)], return_exceptions=True)

    errors = asyncio.run(main())
    assert all(isinstance(error, ConnectionFailed) for error in errors)
    assert len({id(error) for error in errors}) == 5
    assert downloads(platform) == 2  # one at each host


def test_a_cancelled_warm_up_hands_over(platform: Platform) -> None:
    async def slow(request: httpx.Request) -> httpx.Response:
        if len(platform.requests) == 1:
            await asyncio.Event().wait()
        return platform.with_certificates(request)

    async def main() -> None:
        client = async_client(platform, slow)
        leader, other = (asyncio.create_task(client.warm_up()) for _ in range(2))
        while not platform.requests:
            await asyncio.sleep(0)
        leader.cancel()
        await other
        assert [key.serial for key in client._service.auths["merchant"].trust.valid_keys()] == [
            CERTIFICATE_SERIAL
        ]

    asyncio.run(main())
    assert downloads(platform) == 2


def test_a_cancelled_leader_hands_over(platform: Platform) -> None:
    async def slow(request: httpx.Request) -> httpx.Response:
        if len(platform.requests) == 1:
            await asyncio.Event().wait()
        return platform.with_certificates(request)

    async def main() -> list[Any]:
        client = async_client(platform, slow)
        leader = asyncio.create_task(client.request("GET", "/v3/x"))
        while not platform.requests:
            await asyncio.sleep(0)
        others = [asyncio.create_task(client.request("GET", "/v3/x")) for _ in range(5)]
        for _ in range(10):
            await asyncio.sleep(0)
        leader.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leader
        return await asyncio.gather(*others)

    assert asyncio.run(main()) == [{"ok": True}] * 5
    assert downloads(platform) == 2


def test_who_was_let_down_by_three_that_began_meanwhile_waits_no_longer(
    platform: Platform,
) -> None:
    async def never(request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def main() -> list[Any]:
        client = async_client(platform, never, retries=0)
        leaders = [asyncio.create_task(client.request("GET", "/v3/x")) for _ in range(4)]
        last = asyncio.create_task(client.request("GET", "/v3/x"))
        for number, leader in enumerate(leaders, start=1):
            while len(platform.requests) < number:
                await asyncio.sleep(0)
            leader.cancel()
        return await asyncio.gather(last, return_exceptions=True)

    (error,) = asyncio.run(asyncio.wait_for(main(), 30))
    assert isinstance(error, ConnectionFailed)
    assert "given up" in str(error)
    assert error.may_have_happened is False
    assert downloads(platform) == 4  # the first was under way when the others came


def test_a_cancelled_waiter_disturbs_nobody(platform: Platform) -> None:
    async def main() -> list[Any]:
        go = asyncio.Event()

        async def slow(request: httpx.Request) -> httpx.Response:
            await go.wait()
            return platform.with_certificates(request)

        client = async_client(platform, slow)
        tasks = [asyncio.create_task(client.request("GET", "/v3/x")) for _ in range(4)]
        for _ in range(10):
            await asyncio.sleep(0)
        tasks[2].cancel()
        await asyncio.sleep(0)
        go.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    results = asyncio.run(main())
    assert [result for result in results if result == {"ok": True}] == [{"ok": True}] * 3
    assert isinstance(results[2], asyncio.CancelledError)


def test_one_client_may_see_several_event_loops(platform: Platform) -> None:
    client = async_client(platform, platform.with_certificates)
    for _ in range(2):
        assert asyncio.run(gathered(client, 3)) == [{"ok": True}] * 3
        platform.clock.now += REFRESH_AFTER
    assert downloads(platform) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_child_forked_during_a_download_makes_its_own(platform: Platform) -> None:
    """The parent's download never ends in the child: the thread that carries it out is not
    there."""
    inside, go_on = threading.Event(), threading.Event()

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.path == DOWNLOAD and os.getpid() == parent:
            inside.set()
            assert go_on.wait(10)
        return platform.with_certificates(request)

    parent = os.getpid()
    client = pay(platform, "sync", handle)
    thread = threading.Thread(target=client.request)
    thread.start()
    assert inside.wait(5)
    child = os.fork()
    if child == 0:
        signal.alarm(10)  # ends a child that would wait for ever
        try:
            os._exit(0 if client.request() == {"ok": True} else 1)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)
    go_on.set()
    thread.join(10)
    assert os.waitstatus_to_exitcode(status) == 0
    assert downloads(platform) == 1


def test_several_clients_share_nothing(platform: Platform, keys: Keys) -> None:
    who = merchant(keys, trusted_keys=None)
    clients = [
        SyncClient(
            merchant=who,
            http_client=httpx.Client(transport=platform.transport(platform.with_certificates)),
            _clock=platform.clock,
        )
        for _ in range(2)
    ]
    for client in clients:
        client.request("GET", "/v3/x")
    assert downloads(platform) == 2
    assert (
        clients[0]._service.auths["merchant"].trust
        is not clients[1]._service.auths["merchant"].trust
    )


def test_views_share_the_certificates(platform: Platform, mode: str) -> None:
    client = pay(platform, mode)
    view = client.client.with_options(retries=0)
    client.request()
    result = view.request("GET", "/v3/x")
    assert (asyncio.run(result) if asyncio.iscoroutine(result) else result) == {"ok": True}
    assert downloads(platform) == 1


def test_an_answer_that_is_not_2xx_is_mapped(platform: Platform, mode: str) -> None:
    client = pay(platform, mode, in_turn(platform.error(500, "SYSTEM_ERROR")), retries=1)
    with pytest.raises(ServerError):
        client.request()
    assert len(platform.requests) == 2


def test_the_certificates_do_not_show_the_key() -> None:
    trust = TrustStore("merchant", clock=Clock())
    key = Secret(APIV3_KEY.encode())
    certificates = PlatformCertificates(key, trust, is_own=lambda key: False)
    assert APIV3_KEY not in repr(certificates) + repr(trust) + repr(vars(certificates))
