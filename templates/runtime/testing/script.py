"""What a test tells the fake to do: steps in their order. What a step does to an answer is decided
elsewhere."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from .received import ReceivedRequest

Fault = Literal["connect", "drop", "unsigned", "bad_signature", "probe", "unknown_serial", "stale"]
"""How an answer or a callback can be spoilt.

`connect`: no connection is made; `drop`: it breaks before the answer; `unsigned`: without
signature headers; `bad_signature`: with a wrong signature; `probe`: with WeChat Pay's mark of a
deliberate wrong signature; `unknown_serial`: signed with a key nobody has heard of; `stale`:
signed 300 s ago.
"""

Answering: TypeAlias = "Mapping[str, Any] | bytes | Callable[[ReceivedRequest], Mapping[str, Any]]"
"""Members that replace those of the example, a whole body, or a function that makes the members."""


@dataclass(slots=True)
class Step:
    """One scripted behaviour; by default the documented one."""

    answer: Answering | None = None
    status: int | None = None
    error: str | None = None
    message: str = ""
    fault: Fault | None = None
    delay: float = 0
    times: int | None = None


class Script:
    """The steps that are to come, by operation; those under `*` are for all."""

    def __init__(self) -> None:
        self._steps: defaultdict[str, deque[Step]] = defaultdict(deque)
        self._lock = threading.Lock()

    def add(self, operation: str, step: Step) -> None:
        """Have the step happen after those before it."""
        with self._lock:
            self._steps[operation].append(step)

    def clear(self) -> None:
        """Forget all steps."""
        with self._lock:
            self._steps.clear()

    def next(self, operation: str) -> Step:
        """How the next call of the operation goes."""
        with self._lock:
            for steps in (self._steps[operation], self._steps["*"]):
                if steps:
                    if steps[0].times is not None:
                        steps[0].times -= 1
                    return steps.popleft() if steps[0].times == 0 else steps[0]
        return Step()
