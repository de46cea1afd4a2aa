"""Where a client may be used: event loops one after the other and at once, threads, greenlets,
forked and spawned processes, trio. And what happens where it may not."""

from __future__ import annotations

import asyncio
import copy
import gc
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trio
from kit import PATH, Keys, Platform, brand, merchant
from peer import Caller, Peer, eventually, own, peer_of
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient

ROOT = Path(__file__).parents[2]


@pytest.fixture
def peer(platform: Platform) -> Iterator[Peer]:
    with peer_of(platform).serving() as serving:
        yield serving


def test_event_loops_one_after_the_other(platform: Platform, peer: Peer) -> None:
    """A task queue's or a notebook's: each loop has connections of its own, which end with it."""
    caller = Caller("async", platform, peer)
    for _ in range(5):
        assert caller.at_once(3) == [{"ok": True}] * 3
        assert eventually(lambda: peer.open == 0)
    assert peer.made <= 15


def test_event_loops_at_once(platform: Platform, peer: Peer) -> None:
    caller = Caller("async", platform, peer, max_connections=3)
    answers: list[Any] = []
    threads = [
        threading.Thread(target=lambda: answers.extend(caller.at_once(20))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert answers == [{"ok": True}] * 60


@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_event_loops_that_are_closed_without_ceremony(platform: Platform, peer: Peer) -> None:
    """Their connections go when the next one begins, or with the client."""
    pay = own(AsyncClient, platform, peer)
    for _ in range(5):
        loop = asyncio.new_event_loop()
        assert loop.run_until_complete(pay.request("GET", PATH)) == {"ok": True}
        loop.close()
    gc.collect()
    assert eventually(lambda: peer.open <= 1)
    del pay, loop
    gc.collect()
    assert eventually(lambda: peer.open == 0)


def test_trio(platform: Platform, peer: Peer) -> None:
    """Queues, cancels and closes as asyncio does."""
    pay = own(AsyncClient, platform, peer, max_connections=2, retries=1)
    answers: list[Any] = []

    async def call() -> None:
        answers.append(await pay.request("GET", PATH))

    async def main() -> None:
        async with trio.open_nursery() as nursery:
            for _ in range(10):
                nursery.start_soon(call)
        for moment in range(20):
            with trio.move_on_after(moment / 2000):
                await call()
        await call()
        assert peer.most <= 3

    trio.run(main)
    assert len(answers) >= 11
    assert answers == [{"ok": True}] * len(answers)
    assert eventually(lambda: peer.open == 0)
    asyncio.run(call())  # and asyncio afterwards
    assert eventually(lambda: peer.open == 0)


def test_trio_repeats_and_downloads(platform: Platform) -> None:
    pay = platform.pay(
        "async", platform.with_certificates, merchant=merchant(platform.keys, trusted_keys=None)
    )

    async def main() -> None:
        async with trio.open_nursery() as nursery:
            for _ in range(5):
                nursery.start_soon(pay.client.request, "GET", PATH)

    trio.run(main)
    assert platform.paths.count("/v3/certificates") == 1
    assert len(platform.paths) == 6


GREENLETS = """
from gevent import monkey; monkey.patch_all()
import sys; sys.path[:0] = {paths!r}
import gevent, random
from kit import *
from peer import own
from wechatpay_marketing._runtime.client import SyncClient
class Server: url, clients = {url!r}, []
clock = Clock()
platform = Platform(Keys(), clock)
pay = own(SyncClient, platform, Server, max_connections=10)
pay._service.auths["merchant"].trust.verify = lambda *a, **k: None  # another process signed
def call(): return pay.request("GET", PATH)
jobs = [gevent.spawn(call) for _ in range(100)]
gevent.joinall(jobs, timeout=30, raise_error=True)
assert [job.value for job in jobs] == [{{"ok": True}}] * 100
print("shared", flush=True)
input()
chance = random.Random(3)
for job in (doomed := [gevent.spawn(call) for _ in range(100)]):
    gevent.spawn_later(chance.uniform(0, .1), job.kill)
gevent.joinall(doomed, timeout=30)
jobs = [gevent.spawn(call) for _ in range(50)]
gevent.joinall(jobs, timeout=30, raise_error=True)
assert [job.value for job in jobs] == [{{"ok": True}}] * 50
pay.close()
print("held")
"""


def test_greenlets(platform: Platform, peer: Peer) -> None:
    """Hundreds share ten connections; those that are killed leave their places to others."""
    paths = [str(ROOT / "generated"), str(ROOT / "tests" / "runtime")]
    script = GREENLETS.format(paths=paths, url=peer.url)
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "shared", process.communicate()
        assert peer.most <= 10
        told, errors = process.communicate("\n", timeout=60)
    assert told.strip() == "held", errors
    # Of what is killed, the server may still close one when its place's next connection is there.
    assert peer.most <= 2 * 10
    assert eventually(lambda: peer.open == 0)


def test_what_holds_keys_does_not_travel(keys: Keys) -> None:
    """Spawned workers are given pickles; what to do instead is said at once."""
    pay = SyncClient(merchant=merchant(keys))
    for what in (pay, AsyncClient(brand=brand(keys)), merchant(keys), brand(keys)):
        for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match=r"cannot be pickled or copied.*each process"):
                attempt(what)
