# Copied from templates/runtime/_runtime/line.py by `make generate`; do not edit.
"""A fair line before a limited number of places: first come, first served, for threads, greenlets
and tasks alike. What is done in a place is not known here.

Nothing is locked. Every step that others can see is one atomic operation on a `deque` or a `set`,
every clean-up may run twice, and who dies without leaving has left. So whatever interrupts a call
(a cancelled task, an exception out of a signal handler, the garbage collector) neither keeps a
place nor stops the line.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, TypeVar

import anyio

from .errors import ConnectionFailed, Timeout

T = TypeVar("T")

_TICK = 1.0
"""Seconds after which a waiting thread looks for itself, should who had to ring be gone."""


class _Ref(weakref.ref["Place"]):
    """A weak reference that a set can still find when its place is gone."""

    __slots__ = ()
    __hash__ = object.__hash__


class Place:
    """One call's place: in the line first, then among those that run.

    Made, waited for and left by the same call; whatever happens in between, `leave` is called, and
    called once more if the first `leave` may have been interrupted.
    """

    __slots__ = ("__weakref__", "_line", "_until", "bell", "ref", "waits")

    def __init__(self, line: Line, until: float = float("inf")) -> None:
        self._line = line
        self._until = until
        self.waits = True
        self.bell: Callable[[], object] = bool
        """Rung when this place has become the first of the line."""
        # No function of ours, since interruptions of one that a weak reference calls are lost.
        self.ref = _Ref(self, line.running.discard)

    def wait(self) -> None:
        """Return when it is the caller's turn.

        Raises:
            Timeout: `until` has passed.
            ConnectionFailed: The line was closed.
        """
        line = self._line
        line.waiting.append(self.ref)
        if line.admits(self):
            return
        bell = threading.Lock()
        bell.acquire()

        def ring() -> None:
            with suppress(RuntimeError):  # it has been rung already
                bell.release()

        self.bell = ring
        while not line.admits(self):
            if not bell.acquire(timeout=min(line.patience(self._until), _TICK)):
                line.ring()  # in the place of who died before ringing

    async def wait_async(self) -> None:
        """See `wait`."""
        line = self._line
        line.waiting.append(self.ref)
        line.ring()  # should the first of the line be gone
        while not line.admits(self):
            event = anyio.Event()
            self.bell = event.set
            with anyio.move_on_after(line.patience(self._until)):
                await event.wait()

    def leave(self) -> None:
        """Give the place back, or stop waiting for it."""
        self.waits = False
        self._line.running.discard(self.ref)
        self._line.ring()


class Line:
    """At most `size` calls run; only the first of those that wait may join them."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.running: set[Any] = set()
        self.waiting: deque[_Ref] = deque()
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether anybody has a place."""
        return bool(self.running)

    def run(self, work: Callable[[], T], until: float) -> T:
        """`work()`, once it is its turn.

        Raises:
            Timeout, ConnectionFailed: See `Place.wait`; `work` was not begun.
        """
        place = Place(self, until)
        try:
            try:
                place.wait()
                return work()
            finally:
                place.leave()
        except BaseException:
            place.leave()  # once more: the first may have been interrupted
            raise

    async def run_async(self, work: Callable[[], Awaitable[T]], until: float) -> T:
        """`await work()`, once it is its turn; see `run`."""
        place = Place(self, until)
        try:
            try:
                await place.wait_async()
                return await work()
            finally:
                place.leave()
        except BaseException:
            place.leave()
            raise

    def close(self) -> None:
        """Refuse those that wait; those that run go on to their end."""
        self._closed = True
        for ref in list(self.waiting):
            if place := ref():
                place.bell()

    def admits(self, place: Place) -> bool:
        """Whether it is the turn of `place`, which then runs."""
        if self.waiting[0] is not place.ref or len(self.running) >= self._size or self._closed:
            return False
        self.running.add(place.ref)
        place.waits = False
        self.ring()
        return True

    def ring(self) -> None:
        """Have the line move up, and its first look whether there is room."""
        with suppress(IndexError):
            while (place := (ref := self.waiting[0])()) is None or not place.waits:
                with suppress(ValueError):  # somebody else was faster
                    self.waiting.remove(ref)
            if len(self.running) < self._size:
                place.bell()

    def patience(self, until: float) -> float:
        """For how many seconds a call may go on waiting.

        Raises:
            Timeout, ConnectionFailed: Not at all.
        """
        if self._closed:
            raise ConnectionFailed("the client was closed before it was this call's turn")
        if (left := until - time.monotonic()) <= 0:
            raise Timeout("it was not this call's turn in time: too many are under way")
        return left
