# Copied from templates/runtime/_runtime/local.py by `make generate`; do not edit.
"""What must not be shared between processes, or between event loops: one value for each.

Sockets that a fork has copied, and events of a loop that has ended, would be used from the wrong
side. What the values are is not known here.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Local(Generic[T]):
    """One value for each process or event loop (`where`), made when it is first asked for."""

    def __init__(self, make: Callable[[], T], where: Callable[[], Any]) -> None:
        self._make = make
        self._where = where
        self._values: dict[Any, T] = {}

    def get(self) -> T:
        """The value of here."""
        here = self._where()
        if (value := self._values.get(here)) is None:
            # where nobody can come any more: a forked child's parent, a loop that has ended
            for other in list(self._values):
                if _has_ended(other):
                    self._values.pop(other, None)
            value = self._values.setdefault(here, self._make())
        return value

    def forget(self, where: object) -> None:
        """Have no value there any more."""
        self._values.pop(where, None)


def this_process() -> int:
    """Where threads and greenlets are: a forked child is somewhere else."""
    return os.getpid()


def this_loop() -> Any:
    """Where tasks are: the running event loop, asyncio's or trio's."""
    trio: Any = sys.modules.get("trio")
    if trio is not None and trio.lowlevel.in_trio_run():
        return trio.lowlevel.current_trio_token()
    return asyncio.get_running_loop()


def _has_ended(where: Any) -> bool:
    if isinstance(where, int):
        return where != os.getpid()
    closed: Callable[[], bool] = getattr(where, "is_closed", bool)  # trio's tokens do not say
    return closed()
