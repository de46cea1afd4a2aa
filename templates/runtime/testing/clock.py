"""The time as a fake and its clients see it."""

from __future__ import annotations

from collections.abc import Callable

START = 1_750_000_000.0
"""Where the virtual clock starts: 2025-06-15T23:06:40+08:00."""


class Clock:
    """The time as fake and client see it. Stands still unless advanced, or runs with `base` as
    `time.time` does."""

    def __init__(self, base: Callable[[], float] | None = None) -> None:
        self._base = base or (lambda: START)
        self._offset = 0.0

    def __call__(self) -> float:
        """Unix time in seconds."""
        return self._base() + self._offset

    def advance(self, seconds: float) -> None:
        """Let time pass, without waiting."""
        self._offset += seconds

    def advance_within(self, seconds: float, limit: float | None) -> bool:
        """Let time pass, at most until the limit; whether that was enough."""
        within = limit is None or seconds < limit
        self.advance(seconds if limit is None or within else limit)
        return within
