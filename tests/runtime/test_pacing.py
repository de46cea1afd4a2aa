"""Pacing: evenly, fairly, without a burst, whatever happens to those who wait."""

from __future__ import annotations

import asyncio
import functools
import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import anyio.lowlevel
import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis import Redis
from redis_server import RedisServer, redis_server
from wechatpay_marketing import AsyncWechatPay, ConfigurationError, Timeout, WechatPay, testing
from wechatpay_marketing._runtime import shared_pacing
from wechatpay_marketing._runtime.pacing import LEAST, TOLERANCE, Rate
from wechatpay_marketing.pacing import Pacing, RedisPacing
from wechatpay_marketing.testing import FakeWechatPay

LIMIT = (500, 1)
_PATIENCE = 30


class Time:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)
        await anyio.lowlevel.checkpoint()


def released(rate: Rate, now: float, calls: int, interval: float) -> list[float]:
    """When each of `calls` goes that all come at `now`."""
    return [now + rate.reserve(now, interval) for _ in range(calls)]


# -- a rate ----------------------------------------------------------------------------------------


def test_calls_that_come_at_once_go_evenly_from_the_first_on() -> None:
    moments = released(Rate(), 100.0, 5, 0.25)
    assert moments == pytest.approx([100, 100.25, 100.5, 100.75, 101])


@pytest.mark.parametrize("idle", [1, 60, 86_400, 1e9])
def test_idle_time_is_not_saved_up(idle: float) -> None:
    rate = Rate()
    released(rate, 100.0, 3, 0.25)
    moments = released(rate, 100.0 + idle, 3, 0.25)
    assert moments == pytest.approx([100 + idle, 100.25 + idle, 100.5 + idle])


def test_a_caller_who_is_a_little_late_makes_up_for_it() -> None:
    rate, late = Rate(), TOLERANCE / 2
    assert rate.reserve(100.0, 0.01) == 0
    assert rate.reserve(100.01 + late, 0.01) == 0
    assert rate.reserve(100.01 + late, 0.01) == 0
    assert rate.reserve(100.01 + late, 0.01) == 0  # those of 100.01, 100.02 and 100.03


@pytest.mark.parametrize("back", [1, 3600, 1e9])
def test_a_clock_that_goes_back_stops_nobody_for_long(back: float) -> None:
    rate = Rate()
    released(rate, 1e9, 100, 0.002)
    assert rate.reserve(1e9 - back, 0.002) <= 10


@given(
    st.lists(st.floats(0, 0.4, allow_nan=False), min_size=1, max_size=300),
    st.sampled_from([(500, 1), (20, 1), (100, 60)]),
)
def test_no_period_has_more_calls_than_the_limit_and_a_little_lateness(
    gaps: list[float], limit: tuple[int, int]
) -> None:
    calls, period = limit
    rate, now, moments = Rate(), 0.0, list[float]()
    for gap in gaps:  # one who waits at a time, as in a line
        now = max([now + gap, *moments[-1:]])
        moments.append(now + rate.reserve(now, period / calls))
    allowed = calls + TOLERANCE * calls / period + 1
    for index, first in enumerate(moments):
        within = [moment for moment in moments[index:] if moment < first + period - 1e-6]
        assert len(within) <= allowed


def test_a_429_slows_at_most_once_a_second_and_the_pace_rises_again() -> None:
    rate = Rate()
    rate.reserve(100.0, 0.1)
    for _ in range(50):
        rate.slow(100.0)
    first = rate.reserve(100.0, 0.1)
    assert rate.reserve(100.0, 0.1) - first == pytest.approx(0.125)
    rate.slow(101.0)
    rate.reserve(101.0, 0.1)
    second = rate.reserve(101.0, 0.1)
    assert rate.reserve(101.0, 0.1) - second == pytest.approx(0.1 / 0.648, rel=0.02)
    rate.reserve(200.0, 0.1)
    third = rate.reserve(200.0, 0.1)
    assert rate.reserve(200.0, 0.1) - third == pytest.approx(0.1)


def test_the_pace_never_comes_to_a_stop() -> None:
    rate = Rate()
    for second in range(1000):
        rate.slow(float(second))
    rate.reserve(1000.0, 0.1)
    assert rate.reserve(1000.0, 0.1) <= 0.1 / LEAST


# -- those who wait --------------------------------------------------------------------------------


def test_threads_go_in_the_order_in_which_they_came() -> None:
    pacing, clock, order = Pacing(), Time(), list[int]()
    entered, go_on = threading.Event(), threading.Event()

    def held(seconds: float) -> None:
        entered.set()
        assert go_on.wait(_PATIENCE)
        clock.sleep(seconds)

    def call(number: int, sleep: Callable[[float], object]) -> None:
        pacing.wait("x", LIMIT, clock=clock, sleep=sleep)
        order.append(number)

    threads = [threading.Thread(target=call, args=(0, held))]
    threads[0].start()
    assert entered.wait(_PATIENCE)
    line = pacing._threads.get()["x"]
    for number in range(1, 20):
        threads.append(threading.Thread(target=call, args=(number, clock.sleep)))
        threads[-1].start()
        until(lambda expected=number: len(line.waiting) == expected)
    go_on.set()
    for thread in threads:
        thread.join(_PATIENCE)
    assert order == list(range(20))


def until(condition: Callable[[], bool]) -> None:
    """Return when something has become true."""
    for _ in range(_PATIENCE * 100):
        if condition():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it did not happen")


def test_tasks_go_in_the_order_in_which_they_came_and_evenly() -> None:
    pacing, clock, order = Pacing(share=1), Time(), list[tuple[int, float]]()

    async def call(number: int) -> None:
        await pacing.wait_async("x", LIMIT, clock=clock, sleep=clock.sleep_async)
        order.append((number, clock.now))

    async def main() -> None:
        await asyncio.gather(*map(call, range(1000)))

    asyncio.run(main())
    assert [number for number, _ in order] == list(range(1000))
    assert order[-1][1] - order[0][1] == pytest.approx(999 / 500)
    assert [now - 1000 for _, now in order[:3]] == pytest.approx([0, 0.002, 0.004])


def test_a_cancelled_task_costs_its_successors_one_moment_at_most() -> None:
    pacing, clock = Pacing(share=1), Time()

    async def main() -> float:
        async def call() -> None:
            await pacing.wait_async("x", LIMIT, clock=clock, sleep=clock.sleep_async)

        tasks = [asyncio.ensure_future(call()) for _ in range(600)]
        await asyncio.sleep(0)
        for task in tasks[1:-1]:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return clock.now - 1000

    assert asyncio.run(main()) <= 3 / 500


def test_keys_have_lines_of_their_own() -> None:
    pacing, clock = Pacing(share=1), Time()
    for key in ("a", "b", "c"):
        pacing.wait(key, LIMIT, clock=clock, sleep=clock.sleep)
    assert clock.now == 1000


def test_who_could_only_go_too_late_is_told_so_at_once() -> None:
    pacing = Pacing()
    pacing.wait("x", (1, 60))
    with pytest.raises(Timeout, match="nothing was sent"):
        pacing.wait("x", (1, 60), time.monotonic() + 5)


def test_one_pacing_serves_loops_one_after_the_other() -> None:
    pacing, clock = Pacing(share=1), Time()
    for _ in range(3):
        asyncio.run(pacing.wait_async("x", (10, 1), clock=clock, sleep=clock.sleep_async))
    assert clock.now == pytest.approx(1000.2)


@pytest.mark.parametrize("share", [0, -1, 1.01, float("nan"), "1"])
def test_a_share_that_is_none_is_refused(share: Any) -> None:
    with pytest.raises(ConfigurationError, match="share: expected a number"):
        Pacing(share=share)


# -- shared through Redis --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with redis_server(tmp_path_factory.mktemp("redis")) as running:
        yield running


@pytest.fixture
def shared(server: RedisServer) -> Any:
    """Makes pacings that share a key of this test; a machine that is busy makes none of them go by
    itself."""
    with Redis.from_url(server.url) as client:
        client.flushdb()
    return lambda: RedisPacing(Redis.from_url(server.url, socket_timeout=60), share=1)


def test_processes_that_share_a_redis_take_different_moments(shared: Any) -> None:
    books = [shared(), shared()]
    waits = [books[turn % 2].reserve("x", 100.0, time.monotonic) for turn in range(6)]
    assert [round(wait / 100) for wait in waits] == [0, 1, 2, 3, 4, 5]


def test_a_429_slows_all_who_share(shared: Any) -> None:
    one, other = shared(), shared()
    for _ in range(10):
        one.slow("x")
    first = other.reserve("x", 100.0, time.monotonic)
    assert first == 0
    # to 0.8 once a second, however long the ten have taken: 125, 156, 195 …, and never 931
    assert 110 < other.reserve("x", 100.0, time.monotonic) < 500


@pytest.mark.parametrize("ahead", [10**10, 10**12])
def test_a_redis_whose_clock_went_back_stops_nobody(
    shared: Any, server: RedisServer, ahead: int
) -> None:
    shared().reserve("x", 0.002, time.monotonic)
    with Redis.from_url(server.url, decode_responses=True) as client:
        name = "wechatpay:pace:x"
        client.hset(name, "next", str(int(str(client.hget(name, "next"))) + ahead))
    assert shared().reserve("x", 0.002, time.monotonic) == 0


def test_the_book_of_redis_reads_as_that_of_one_process(shared: Any) -> None:
    """The script and `Rate` are one algorithm, written twice: the same calls, the same waits."""
    here, there = Rate(), shared()
    for interval in (500.0, 700.0, 1100.0, 50.0):
        waits = here.reserve(100.0, interval), there.reserve("x", interval, time.monotonic)
        assert waits[1] == pytest.approx(waits[0], abs=40)


def test_tasks_wait_for_redis_without_stopping_the_loop(shared: Any) -> None:
    pacing = shared()

    async def main() -> None:
        await asyncio.gather(*(pacing.wait_async("x", (1000, 1)) for _ in range(20)))

    asyncio.run(main())


@pytest.mark.parametrize("trouble", ["kill", "freeze"])
def test_without_redis_each_process_keeps_the_pace_by_itself(
    tmp_path: Path, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    with redis_server(tmp_path) as server:
        pacing, clock = RedisPacing(server.url, share=1), Time()
        pacing.reserve("x", 0.002, clock)
        getattr(server, trouble)()
        with caplog.at_level(logging.WARNING, "wechatpay_marketing"):
            wait = functools.partial(pacing.wait, "x", LIMIT, clock=clock, sleep=clock.sleep)
            for _ in range(11):
                wait()
            pacing.slow("x")
        assert clock.now - 1000 == pytest.approx(10 / 500)
        assert len(caplog.records) == 1  # once, and not for every call
        assert "keeps the pace by itself" in caplog.text


def test_a_redis_that_comes_back_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Time()
    monkeypatch.setattr(time, "monotonic", clock)
    monkeypatch.setattr(shared_pacing, "_TIMEOUT", 60.0)
    with redis_server(tmp_path) as server:
        pacing = RedisPacing(server.url, share=1)
        assert pacing.reserve("x", 100, clock) == 0
        server.kill()
        assert pacing.reserve("x", 100, clock) == 0  # by itself
        server.start()
        assert pacing.reserve("x", 100, clock) == pytest.approx(100)  # still by itself
        clock.now += 6
        shared = pacing.reserve("x", 100, clock)
        assert 0 < shared <= 100  # the book that was there before


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="redis: "):
        RedisPacing("localhost:6379")


# -- through a client ------------------------------------------------------------------------------

ORDER = {
    "stock_id": "1234567891",
    "coupon_code": "sxxe34343434",
    "out_trade_no": "190000001",
    "out_request_no": "1002600620019090123143254435",
}


def test_paced_calls_use_the_limit_and_get_no_429() -> None:
    fake = FakeWechatPay(limited=True)
    with fake.client(pacing=Pacing(), retries=0) as pay:
        for _ in range(700):
            pay.busifavor.coupons.associate(**ORDER)
    assert {request.status for request in fake.requests} == {200}
    took = fake.clock() - testing.START
    assert 0.95 * 500 <= 699 / took <= 500


def test_paced_tasks_use_the_limit_and_get_no_429() -> None:
    fake = FakeWechatPay(limited=True)

    async def main() -> None:
        async with fake.async_client(pacing=Pacing(), retries=0) as pay:
            await asyncio.gather(*(pay.busifavor.coupons.associate(**ORDER) for _ in range(700)))

    asyncio.run(main())
    assert {request.status for request in fake.requests} == {200}
    assert 0.95 * 500 <= 699 / (fake.clock() - testing.START) <= 500


@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_429_slows_the_calls_that_follow(asynchronous: bool) -> None:
    fake, pacing = FakeWechatPay(), Pacing(share=1)
    fake.script("busifavor.coupons.associate", error="RATELIMIT_EXCEEDED")

    async def calls() -> None:
        async with fake.async_client(pacing=pacing) as pay:
            for _ in range(3):
                await pay.busifavor.coupons.associate(**ORDER)

    if asynchronous:
        asyncio.run(calls())
    else:
        with fake.client(pacing=pacing) as pay:
            for _ in range(3):
                pay.busifavor.coupons.associate(**ORDER)
    (rate,) = pacing._rates.values()
    assert 0.8 <= rate._speed < 0.85


def test_identities_and_operations_have_limits_of_their_own() -> None:
    fake, pacing = FakeWechatPay(), Pacing()
    with fake.client(pacing=pacing) as pay:
        pay.busifavor.coupons.associate(**ORDER)
        pay.busifavor.coupons.disassociate(**ORDER)
        pay.brand.notify_configs.get()
    merchant = fake.merchant.id
    assert {
        f"merchant:{merchant}:busifavor.coupons.associate",
        f"merchant:{merchant}:busifavor.coupons.disassociate",
    } <= pacing._rates.keys()


def test_a_call_that_could_only_go_behind_its_deadline_is_not_sent() -> None:
    fake, pacing = FakeWechatPay(), Pacing()
    with fake.client(pacing=pacing, deadline=1, retries=0) as pay:
        for _ in range(2000):
            pacing.reserve(
                f"merchant:{fake.merchant.id}:busifavor.coupons.associate", 0.002, fake.clock
            )
        with pytest.raises(Timeout, match="nothing was sent") as caught:
            pay.busifavor.coupons.associate(**ORDER)
    assert not caught.value.may_have_happened
    assert fake.requests == []


@pytest.mark.parametrize("client", [WechatPay, AsyncWechatPay])
def test_a_pacing_that_is_none_is_refused(client: Any) -> None:
    with pytest.raises(ConfigurationError, match=r"pacing: expected Pacing\(\)"):
        client(merchant=FakeWechatPay().merchant, pacing="500/s")
