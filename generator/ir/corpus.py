"""The IR of `_examples.json`: what the generator tells the fake of operations and callbacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ErrorExample:
    """A refusal as the fake answers it."""

    status: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class OperationExample:
    """What the fake needs of an operation."""

    id: str
    method: str
    path: str
    scheme: str
    status: int
    parameters: dict[str, Any]
    query: list[str]
    parameters_type: str | None
    multipart: bool
    body_type: str | None
    body: Any
    answer: Any
    errors: list[ErrorExample]


@dataclass(frozen=True, slots=True)
class EventExample:
    """What the fake needs of a callback."""

    event_type: str
    scheme: str
    original_type: str
    resource: Any


@dataclass(frozen=True, slots=True)
class Corpus:
    """The examples, as `_examples.json` hands them to the fake."""

    operations: list[OperationExample]
    events: list[EventExample]
