"""Deadlines: nothing that a server, a network or a queue does makes a call last longer, and who is
told so also learns whether the operation may have happened."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from kit import CERTIFICATE_SERIAL, PATH, Platform, in_turn, merchant
from peer import Act, Caller, Peer, dripping, eventually, never, own, peer_of
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.client_base import CALLBACK_DEADLINE
from wechatpay_marketing._runtime.errors import (
    CallbackNotVerified,
    ConnectionFailed,
    RateLimited,
    Timeout,
)
from wechatpay_marketing._runtime.options import CallOptions


@pytest.fixture
def peer(platform: Platform) -> Iterator[Peer]:
    with peer_of(platform).serving() as serving:
        yield serving


ENDLESS = {"silence": never, "headers": dripping(30), "body": dripping(0)}
"""Each byte comes well within the limit of a step."""


def post(caller: Caller, **options: Any) -> Any:
    result = caller.client.request("POST", PATH, json={"a": 1}, options=CallOptions(**options))
    return asyncio.run(result) if asyncio.iscoroutine(result) else result


@pytest.mark.parametrize("act", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.parametrize("limit", [{"deadline": 1}, {"timeout": 0.4}], ids=str)
def test_a_server_without_end_is_left(
    platform: Platform, peer: Peer, mode: str, act: Act, limit: dict[str, float]
) -> None:
    """An attempt lasts no longer than its steps may, even without a deadline."""
    peer.act = act
    caller = Caller(mode, platform, peer)
    with pytest.raises(Timeout) as caught:
        post(caller, **limit)
    assert caught.value.may_have_happened is True
    assert len(peer.paths) == 1
    assert eventually(lambda: peer.open == 0)


@pytest.mark.parametrize("act", ENDLESS.values(), ids=ENDLESS)
def test_a_download_of_certificates_without_end_is_left(
    platform: Platform, peer: Peer, mode: str, act: Act
) -> None:
    peer.act = act
    identity = merchant(platform.keys, trusted_keys=None)
    caller = Caller(mode, platform, peer, merchant=identity, deadline=1)
    outcomes = caller.at_once(5)
    assert all(isinstance(outcome, Timeout | ConnectionFailed) for outcome in outcomes)
    assert not any(outcome.may_have_happened for outcome in outcomes)
    assert set(peer.paths) == {"/v3/certificates"}


def test_waiting_for_ones_turn_counts(platform: Platform, peer: Peer, mode: str) -> None:
    peer.act = never
    caller = Caller(mode, platform, peer, max_connections=1, deadline=0.5)
    outcomes = caller.at_once(10, deadline=3)  # the first outlasts those behind it
    assert all(isinstance(outcome, Timeout | ConnectionFailed) for outcome in outcomes)
    assert any("turn" in str(outcome) for outcome in outcomes)
    assert sum(outcome.may_have_happened for outcome in outcomes) <= len(peer.paths)
    assert len(peer.paths) < 10


def test_no_pause_goes_beyond_the_deadline(platform: Platform, mode: str) -> None:
    """The caller gets the failure itself, at once."""
    wait = platform.error(429, Retry_After="30")
    pay = platform.pay(mode, in_turn(wait), deadline=30)
    with pytest.raises(RateLimited):
        pay.request()
    assert (platform.pauses, len(platform.requests)) == ([], 1)


def test_the_limits_of_a_step_do_not_go_beyond_the_deadline(platform: Platform, mode: str) -> None:
    platform.pay(mode, deadline=4).request()
    limits = platform.requests[0].extensions["timeout"]
    assert all(0 < limit <= 4 for limit in limits.values())


def test_no_other_host_is_tried_when_the_deadline_has_passed(
    platform: Platform, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.monotonic()

    def slow(request: httpx.Request) -> httpx.Response:
        monkeypatch.setattr(time, "monotonic", lambda: now + 100)
        raise httpx.ConnectTimeout("no route")

    with pytest.raises(ConnectionFailed) as caught:
        platform.pay(mode, slow, deadline=50).request("POST", json={})
    assert caught.value.may_have_happened is False
    assert len(platform.requests) == 1


def test_a_deadline_is_of_one_call(platform: Platform, mode: str) -> None:
    pay = platform.pay(mode, deadline=50)
    for _ in range(2):
        assert pay.request() == {"ok": True}
    assert pay.request(options=CallOptions(deadline=4)) == {"ok": True}
    assert platform.requests[2].extensions["timeout"]["connect"] <= 4


def test_a_remote_signer_does_not_hold_up_who_awaits(platform: Platform) -> None:
    class Slow:
        def sign(self, message: bytes, /) -> bytes:
            released.wait(20)
            return b"x"

    released = threading.Event()
    pay = platform.pay(
        "async", merchant=merchant(platform.keys, private_key=Slow()), deadline=0.2, retries=0
    )

    async def main() -> None:
        try:
            await pay.client.request("POST", PATH, json={})
        finally:
            released.set()

    with pytest.raises(Timeout) as caught:
        asyncio.run(main())
    assert caught.value.may_have_happened is False
    assert platform.requests == []


def test_what_a_callback_sets_off_ends_before_wechat_pay_gives_up(
    platform: Platform, peer: Peer, mode: str
) -> None:
    """A forged callback needs no key to name an unknown one, and has certificates downloaded."""
    assert CALLBACK_DEADLINE < 5
    peer.act = dripping(0)
    identity = merchant(platform.keys, trusted_keys=None)
    caller = Caller(mode, platform, peer, merchant=identity, retries=2, deadline=1)
    headers = {
        "Wechatpay-Timestamp": str(int(platform.clock())),
        "Wechatpay-Nonce": "n",
        "Wechatpay-Serial": CERTIFICATE_SERIAL,
        "Wechatpay-Signature": "A" * 344,
    }

    def parse() -> None:
        parsed = caller.client.webhooks.parse(headers, b"{}")
        asyncio.run(parsed)

    with pytest.raises(CallbackNotVerified) as caught:
        parse()
    assert isinstance(caught.value.__cause__, Timeout | ConnectionFailed)


def test_callbacks_have_their_deadline_by_default(platform: Platform) -> None:
    for kind in (SyncClient, AsyncClient):
        pay = kind(merchant=merchant(platform.keys))
        assert pay._callback_settings().deadline == CALLBACK_DEADLINE
        assert pay.with_options(deadline=60)._callback_settings().deadline == CALLBACK_DEADLINE
        assert pay.with_options(deadline=1)._callback_settings().deadline == 1


def test_a_given_clients_body_ends_by_the_deadline(
    platform: Platform, peer: Peer, mode: str
) -> None:
    peer.act = dripping(0)

    def call() -> None:
        with httpx.Client() as http:
            own(SyncClient, platform, peer, http_client=http, deadline=1).request("GET", PATH)

    async def call_async() -> None:
        async with httpx.AsyncClient() as http:
            pay = own(AsyncClient, platform, peer, http_client=http, deadline=1)
            await pay.request("GET", PATH)

    with pytest.raises(Timeout):
        call() if mode == "sync" else asyncio.run(call_async())
