"""A request as the fake understood it. A value; what is answered is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from .._runtime.known import OperationId


@dataclass(slots=True)
class ReceivedRequest:
    """A request as the fake understood it."""

    method: str
    target: str
    """Path and query as sent."""
    operation: OperationId | str
    """Such as `busifavor.coupons.use`; empty when there is no such operation."""
    parameters: dict[str, Any]
    """Path and query parameters and those in headers, decoded: text, of a list all of its items,
    of an object what its JSON text says."""
    headers: httpx.Headers = field(repr=False)
    body: Any = None
    """The decoded JSON body; of an upload its `meta`; `None` without one."""
    file: bytes = field(default=b"", repr=False)
    """The file of an upload."""
    status: int = 0
    """What was answered; 0 when no answer was given."""
