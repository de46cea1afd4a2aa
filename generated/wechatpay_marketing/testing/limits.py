# Copied from templates/runtime/testing/limits.py by `make generate`; do not edit.
"""The documented rate limits, enforced: no more calls at once than a period allows, and as many
again in every further period."""

from __future__ import annotations

import threading
from collections.abc import Callable

from .checks import Refusal
from .examples import ExampleOperation


class Limits:
    """How much of its limit each operation has used up."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._used: dict[str, tuple[float, float]] = {}
        """By operation: how many calls are used up, and as of when."""
        self._lock = threading.Lock()

    def check(self, operation: ExampleOperation) -> None:
        """Count one call, or refuse it."""
        if operation.rate_limit is None:
            return
        calls, seconds = operation.rate_limit
        with self._lock:
            now = self._clock()
            used, since = self._used.get(operation.id, (0.0, now))
            used = max(0.0, used - (now - since) * calls / seconds) + 1
            if used > calls + 0.5:  # half a call: time is not as exact as numbers
                codes = [error.code for error in operation.errors if error.status == 429]
                code = codes[0] if codes else "RATELIMIT_EXCEEDED"
                raise Refusal(429, code, "调用太频繁，请降低频率")
            self._used[operation.id] = (used, now)
