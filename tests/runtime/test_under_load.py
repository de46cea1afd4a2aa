"""More calls than connections: they queue, first come, first served, and whatever ends one of them
leaves nothing behind."""

from __future__ import annotations

import asyncio
import gc
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from kit import PATH, Pay, Platform, in_turn, merchant
from peer import (
    Caller,
    Peer,
    and_close,
    at_once,
    eventually,
    never,
    own,
    peer_of,
    tls,
    when_told,
)
from wechatpay_marketing._runtime.client import AsyncClient
from wechatpay_marketing._runtime.errors import (
    ConnectionBroken,
    ConnectionFailed,
    ServerError,
    Timeout,
)
from wechatpay_marketing._runtime.line import Line, Place


@pytest.fixture
def peer(platform: Platform) -> Iterator[Peer]:
    with peer_of(platform).serving() as serving:
        yield serving


@pytest.mark.parametrize(("number", "connections"), [(60, 5), (20, 1)])
def test_calls_beyond_the_connections_queue(
    platform: Platform, peer: Peer, mode: str, number: int, connections: int
) -> None:
    caller = Caller(mode, platform, peer, max_connections=connections)
    assert caller.at_once(number) == [{"ok": True}] * number
    assert len(set(peer.paths)) == number
    assert peer.made <= connections


def test_hundreds_of_tasks_at_once(platform: Platform, peer: Peer) -> None:
    caller = Caller("async", platform, peer)
    assert caller.at_once(600) == [{"ok": True}] * 600
    assert peer.most <= 100


def test_tasks_that_died_without_leaving_stop_nobody() -> None:
    async def dying(line: Line) -> None:
        await Place(line).wait_async()

    async def work() -> str:
        return "done"

    async def run() -> str:
        line = Line(1)
        running = Place(line)
        await running.wait_async()
        await asyncio.wait([task := asyncio.create_task(dying(line))], timeout=0)
        task.cancel()
        await asyncio.wait([task])
        del running, task
        gc.collect()
        return await line.run_async(work, time.monotonic() + 5)

    assert asyncio.run(run()) == "done"


def test_first_come_first_served(platform: Platform, peer: Peer) -> None:
    Caller("async", platform, peer, max_connections=1).at_once(50)
    assert peer.paths == [f"{PATH}/{index}" for index in range(50)]


def test_nothing_is_signed_before_its_turn(platform: Platform, peer: Peer, mode: str) -> None:
    """A signature is good for five minutes; the wait in the line may take longer."""
    peer.act = when_told
    caller = Caller(mode, platform, peer, max_connections=1)

    def meanwhile() -> None:
        assert eventually(lambda: len(peer.paths) == 1)
        platform.clock.now += 200  # a signature made before would be too old for some
        peer.release()

    signed: list[int] = []
    auth = caller.client._service.auths["merchant"]
    auth._clock = lambda: signed.append(int(platform.clock.now)) or platform.clock.now
    caller.at_once(3, meanwhile)
    assert len(signed) == 3
    assert signed[1] == signed[2] == signed[0] + 200


def test_the_line_stands_before_a_given_client_too(platform: Platform) -> None:
    """Its pool has no place for more, and gives up on who waits."""
    running = most = 0

    async def handle(request: httpx.Request) -> httpx.Response:
        nonlocal running, most
        running, most = running + 1, max(most, running + 1)
        await asyncio.sleep(0)
        running -= 1
        return platform.signed()

    async def main() -> list[Any]:
        http = httpx.AsyncClient(transport=httpx.MockTransport(handle))
        pay = AsyncClient(
            merchant=merchant(platform.keys),
            http_client=http,
            max_connections=7,
            _clock=platform.clock,
        )
        return await asyncio.gather(*[pay.request("GET", PATH) for _ in range(100)])

    assert asyncio.run(main()) == [{"ok": True}] * 100
    assert most == 7


def test_the_wait_for_ones_turn_can_be_limited(platform: Platform, peer: Peer, mode: str) -> None:
    """Nothing of these calls was sent, and they say so."""
    peer.act = never
    limits = httpx.Timeout(0.5, pool=0.05)
    outcomes = Caller(mode, platform, peer, max_connections=1, timeout=limits).at_once(4)
    assert all(isinstance(outcome, Timeout) for outcome in outcomes)
    assert sum("turn" in str(outcome) for outcome in outcomes) == 3
    assert len(peer.paths) == 1


# -- what ends calls -------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [at_once, and_close, when_told])
def test_cancelled_calls_leave_no_connection_lost(platform: Platform, peer: Peer, act: Any) -> None:
    """Wherever it was that they were cancelled: in the line, connecting, sending or reading."""
    chance = random.Random(7)

    async def main() -> None:
        async with own(AsyncClient, platform, peer, max_connections=5) as pay:

            async def call() -> None:
                try:
                    async with asyncio.timeout(chance.uniform(0, 0.05)):
                        await pay.request("GET", PATH)
                except TimeoutError:
                    pass

            peer.act = act
            for _ in range(5):
                await asyncio.gather(*[call() for _ in range(60)])
            peer.act = at_once
            answers = await asyncio.gather(*[pay.request("GET", PATH) for _ in range(50)])
            assert answers == [{"ok": True}] * 50
            assert peer.open <= 6  # the last to go may not have been noticed yet

    asyncio.run(main())
    assert eventually(lambda: peer.open == 0)


def test_a_handshake_that_is_cancelled_leaves_no_socket(platform: Platform) -> None:
    silent = peer_of(platform)
    with silent.serving():  # which waits for a request while it is asked for a certificate

        async def main() -> None:
            pay = own(AsyncClient, platform, silent, hosts=[f"https://localhost:{silent.port}"])
            calls = [asyncio.ensure_future(pay.request("GET", PATH)) for _ in range(20)]
            assert await asyncio.to_thread(eventually, lambda: silent.open == 20)
            for call in calls:
                call.cancel()
            await asyncio.wait(calls)
            assert await asyncio.to_thread(eventually, lambda: silent.open == 0)

        asyncio.run(main())


def test_a_certificate_that_nobody_trusts_leaves_no_socket(
    platform: Platform, mode: str, tmp_path: Path
) -> None:
    with peer_of(platform).serving(tls(platform.keys, tmp_path)) as peer:
        caller = Caller(mode, platform, peer, hosts=[f"https://localhost:{peer.port}"])
        with pytest.raises(ConnectionFailed, match=r"(?i)certificate"):
            caller.call()
        assert eventually(lambda: peer.open == 0)
        assert peer.paths == []


def test_closing_lets_calls_end_and_refuses_those_that_wait(
    platform: Platform, peer: Peer, mode: str
) -> None:
    peer.act = when_told
    caller = Caller(mode, platform, peer, max_connections=2)

    def close() -> None:
        assert eventually(lambda: len(peer.paths) == 2)
        if mode == "sync":
            caller.client.close()
        peer.release()

    if mode == "sync":
        outcomes = caller.at_once(6, close)
    else:

        async def main() -> list[Any]:
            calls = [
                asyncio.ensure_future(caller.client.request("GET", f"{PATH}/{index}"))
                for index in range(6)
            ]
            await asyncio.to_thread(eventually, lambda: len(peer.paths) == 2)
            await caller.client.aclose()
            peer.release()
            return await asyncio.gather(*calls, return_exceptions=True)

        outcomes = asyncio.run(main())
    assert outcomes.count({"ok": True}) == 2
    refused = [outcome for outcome in outcomes if isinstance(outcome, ConnectionFailed)]
    assert len(refused) == 4
    assert not any(error.may_have_happened for error in refused)
    assert eventually(lambda: peer.open == 0)
    with pytest.raises(RuntimeError, match="closed"):
        caller.call()


def test_closing_during_a_pause_tells_what_is_known(platform: Platform, mode: str) -> None:
    """An attempt was made before, and its outcome is unknown."""

    def close(_: float) -> None:
        pay.client._exchange._closed = True

    pay = Pay(mode, platform, in_turn(platform.error(500)), {"_sleep": close})
    with pytest.raises(ServerError) as caught:
        pay.request("GET")
    assert len(platform.requests) == 1
    assert caught.value.status == 500


@pytest.mark.parametrize("when", ["before", "in flight"])
def test_a_given_client_that_is_closed(platform: Platform, mode: str, when: str) -> None:
    """Whatever comes out of it is one of our errors."""

    def handle(request: httpx.Request) -> httpx.Response:
        raise RuntimeError("the handler is closed")

    pay = platform.pay(mode, handle if when == "in flight" else None)
    http = pay.client._exchange._http
    if when == "before":
        http.close() if mode == "sync" else asyncio.run(http.aclose())
    with pytest.raises(ConnectionFailed if when == "before" else ConnectionBroken) as caught:
        pay.request("POST", json={"a": 1})
    assert caught.value.may_have_happened is (when == "in flight")
