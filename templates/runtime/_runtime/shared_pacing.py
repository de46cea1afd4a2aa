"""`RedisPacing`: the pace of all processes that share a Redis. Waiting is `pacing`'s business; here
is only where the next moment is kept."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import anyio.to_thread

from .errors import ConfigurationError
from .pacing import CUT, LEAST, RISE, TOLERANCE, Pacing, horizon

if TYPE_CHECKING:
    from redis import Redis

T = TypeVar("T")

logger = logging.getLogger("wechatpay_marketing")

_PREFIX = "wechatpay:pace:"
_TIMEOUT = 0.5
"""Seconds for an answer of Redis: calls wait for it."""
_ASIDE = 5.0
"""Seconds for which a Redis that failed is not asked again."""

# `Rate` of `pacing`, on the clock of Redis, in microseconds. Lua writes long numbers short: hence
# the formats.
_SCRIPT = f"""
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local state = redis.call('HMGET', KEYS[1], 'next', 'speed', 'cut', 'seen')
local next, speed = tonumber(state[1]) or 0, tonumber(state[2]) or 1
local cut, seen = tonumber(state[3]) or 0, tonumber(state[4]) or now
local interval, far, wait = tonumber(ARGV[1]), tonumber(ARGV[2]), 0
if interval > 0 then
  speed = math.min(1, speed + {RISE} * math.max(0, now - seen) / 1000000)
  seen = now
  if next < now - {TOLERANCE * 1_000_000:.0f} or next > now + far then next = now end
  wait = math.max(0, next - now)
  next = next + interval / speed
elseif now < cut or now >= cut + 1000000 then
  speed, cut = math.max({LEAST}, speed * {CUT}), now
end
redis.call('HSET', KEYS[1], 'next', string.format('%.0f', next), 'speed', tostring(speed),
           'cut', string.format('%.0f', cut), 'seen', string.format('%.0f', seen))
redis.call('PEXPIRE', KEYS[1], 3600000) -- who calls no more leaves no keys
return string.format('%.0f', wait)
"""


class RedisPacing(Pacing):
    """Keeps the calls of all processes that share a Redis below the documented rate limits.

    Needs `wechatpay-marketing[redis]`. While Redis cannot be reached, each process keeps the pace
    by itself, so that together they may exceed a limit; a 429 then slows each of them.
    """

    def __init__(self, redis: str | Redis, *, share: float = 0.98) -> None:
        """
        Args:
            redis: The address of the server, such as `redis://127.0.0.1:6379/0`, or a client of
                `redis` with time-outs of your own.
            share: Which part of a limit is used by all together, above 0 and up to 1.

        Raises:
            ConfigurationError: An argument is wrong, or `redis` is not installed.
        """
        super().__init__(share=share)
        self._redis: Any = _client(redis) if isinstance(redis, str) else redis
        self._script: Any = self._redis.register_script(_SCRIPT)
        self._aside_until = float("-inf")

    def reserve(self, key: str, interval: float, clock: Callable[[], float]) -> float:
        """See `Pacing.reserve`."""
        wait = self._run(key, interval)
        return super().reserve(key, interval, clock) if wait is None else wait

    def slow(self, key: str, clock: Callable[[], float] = time.monotonic) -> None:
        """See `Pacing.slow`."""
        if self._run(key, 0) is None:
            super().slow(key, clock)

    async def _apart(self, work: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(work)

    def _run(self, key: str, interval: float) -> float | None:
        """Seconds to wait by the book that all share; `None` while it cannot be had."""
        from redis.exceptions import RedisError

        if time.monotonic() < self._aside_until:
            return None
        numbers = [f"{interval * 1e6:.0f}", f"{horizon(interval) * 1e6:.0f}"]
        try:
            return float(self._script(keys=[_PREFIX + key], args=numbers)) / 1e6
        except (RedisError, OSError) as error:
            self._aside_until = time.monotonic() + _ASIDE
            logger.warning(
                "pacing: Redis failed (%s); this process keeps the pace by itself for %.0f s",
                type(error).__name__,
                _ASIDE,
            )
            return None


def _client(url: str) -> Any:
    try:
        import redis
    except ImportError:
        raise ConfigurationError(
            "redis: is not installed; pip install wechatpay-marketing[redis].", argument="redis"
        ) from None
    try:
        kind: Any = redis.Redis
        return kind.from_url(url, socket_timeout=_TIMEOUT, socket_connect_timeout=_TIMEOUT)
    except ValueError as error:
        raise ConfigurationError(f"redis: {error}.", argument="redis") from None
