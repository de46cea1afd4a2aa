"""Tells exceptions that a signal handler raised from those of the code it interrupted: Celery's
soft time limit, for one, is an ordinary exception out of nowhere and must come out as what it is.
"""

from __future__ import annotations

import signal
from types import CodeType
from typing import Any


def interruption(error: BaseException) -> BaseException | None:
    """The exception that a signal handler raised, among `error` and its causes."""
    handlers = {_code(signal.getsignal(number)) for number in signal.valid_signals()} - {None}
    found: BaseException | None = error
    seen: set[int] = set()
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        trace = found.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code in handlers:
                return found
            trace = trace.tb_next
        found = found.__cause__ or found.__context__
    return None


def _code(handler: Any) -> CodeType | None:
    """What a handler runs, which may be a function, a method or a callable object."""
    call: Any = getattr(handler, "__call__", None)  # noqa: B004
    code = getattr(handler, "__code__", None) or getattr(call, "__code__", None)
    return code if isinstance(code, CodeType) else None
