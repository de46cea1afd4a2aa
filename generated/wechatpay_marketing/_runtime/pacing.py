# Copied from templates/runtime/_runtime/pacing.py by `make generate`; do not edit.
"""Pacing: calls wait for their moment, so that an operation stays below its documented limit.

Whose limit it is, is a key; how requests are sent is not known here. What several processes share
is in `shared_pacing`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import anyio

from .errors import ConfigurationError, Timeout
from .line import Line
from .local import Local, this_loop, this_process

T = TypeVar("T")

TOLERANCE = 0.05
"""Seconds by which calls may be late and still make up for it; whoever is later (after a pause, a
stall, a jump of the clock) begins anew, without a burst."""
CUT, LEAST, RISE = 0.8, 0.05, 0.01
"""A 429 slows all callers to 0.8 of their speed, at most once a second and down to 0.05 of the
limit; every second without one gives 0.01 of the limit back."""


def horizon(interval: float) -> float:
    """How many seconds ahead moments can have been given away; more is a clock that jumped."""
    return max(10.0, 200 * interval)


class Rate:
    """When the next call may go. Arithmetic alone: it neither waits nor asks for the time."""

    __slots__ = ("_cut", "_next", "_seen", "_speed")

    def __init__(self) -> None:
        self._next = self._cut = float("-inf")
        self._seen = float("inf")
        self._speed = 1.0

    def reserve(self, now: float, interval: float) -> float:
        """Take the next moment; returns how many seconds it is away. Moments are `interval` apart
        at full speed."""
        self._speed = min(1.0, self._speed + RISE * max(0.0, now - self._seen))
        self._seen = now
        # behind: a pause gives no right to a burst; far ahead: the clock has been set back
        if not now - TOLERANCE <= self._next <= now + horizon(interval):
            self._next = now
        wait = self._next - now
        self._next += interval / self._speed
        return max(0.0, wait)

    def slow(self, now: float) -> None:
        """The limit was exceeded: go slower."""
        if not self._cut <= now < self._cut + 1:
            self._speed, self._cut = max(LEAST, self._speed * CUT), now


class Pacing:
    """Keeps the calls of this process below the documented rate limits.

    Every operation with a limit has one line for each identity: first come, first served, evenly,
    without a burst at the start. A 429 slows everyone in the line. Give the same object to all
    clients of a process; for several processes take `RedisPacing`.
    """

    def __init__(self, *, share: float = 0.98) -> None:
        """
        Args:
            share: Which part of a limit is used, above 0 and up to 1.

        Raises:
            ConfigurationError: `share` is something else.
        """
        known: Any = share
        if not isinstance(known, int | float) or not 0 < known <= 1:
            raise ConfigurationError(
                f"share: expected a number above 0 and up to 1, found {share!r}.", argument="share"
            )
        self._share = share
        self._rates: defaultdict[str, Rate] = defaultdict(Rate)
        self._threads = Local(lambda: defaultdict[str, Line](lambda: Line(1)), this_process)
        self._tasks = Local(lambda: defaultdict[str, Line](lambda: Line(1)), this_loop)

    def reserve(self, key: str, interval: float, clock: Callable[[], float]) -> float:
        """Take the next moment of `key`; returns how many seconds it is away."""
        return self._rates[key].reserve(clock(), interval)

    def slow(self, key: str, clock: Callable[[], float] = time.monotonic) -> None:
        """The limit of `key` was exceeded: everybody goes slower."""
        self._rates[key].slow(clock())

    async def slow_async(self, key: str, clock: Callable[[], float] = time.monotonic) -> None:
        """See `slow`."""
        await self._apart(lambda: self.slow(key, clock))

    def wait(
        self,
        key: str,
        limit: tuple[int, int],
        until: float = float("inf"),
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        """Return when it is the caller's moment.

        Args:
            key: Whose limit it is.
            limit: How many calls in how many seconds.
            until: When to give up, on the monotonic clock.
            clock: What time it is, for waiting that takes no time.
            sleep: How to wait, likewise.

        Raises:
            Timeout: The moment lies behind `until`.
        """

        def turn() -> None:
            pause = _within(self.reserve(key, self._interval(limit), clock), until)
            (sleep or time.sleep)(pause)

        self._threads.get()[key].run(turn, until)

    async def wait_async(
        self,
        key: str,
        limit: tuple[int, int],
        until: float = float("inf"),
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] | None = None,
    ) -> None:
        """See `wait`."""

        async def turn() -> None:
            pause = await self._apart(lambda: self.reserve(key, self._interval(limit), clock))
            await (sleep or anyio.sleep)(_within(pause, until))

        await self._tasks.get()[key].run_async(turn, until)

    async def _apart(self, work: Callable[[], T]) -> T:
        """Do what may take a moment, without stopping the event loop."""
        return work()

    def _interval(self, limit: tuple[int, int]) -> float:
        calls, seconds = limit
        return seconds / calls / self._share


def _within(pause: float, until: float) -> float:
    if time.monotonic() + pause > until:
        raise Timeout("the rate limit lets this call go too late; nothing was sent")
    return pause
