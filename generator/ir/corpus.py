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
    query_lists: list[str]
    """Those that are given item by item."""
    query_objects: list[str]
    """Those that are JSON text."""
    headers: list[str]
    call: dict[str, Any] | None
    """The keyword arguments of the example call, where not all are called as they travel."""
    parameters_type: str | None
    multipart: bool
    body_type: str | None
    body: Any
    answer: Any
    accept: str
    answer_type: str
    at_least_one: tuple[str, ...]
    """Parameters or members of the body of which one is needed."""
    dependent: dict[str, list[str]]
    """Members of the body that need others beside them, as dotted names, and those others."""
    rate_limit: tuple[int, int] | None
    """How many calls in how many seconds."""
    errors: list[ErrorExample]


@dataclass(frozen=True, slots=True)
class EventExample:
    """What the fake needs of a callback."""

    event_type: str
    scheme: str
    original_type: str
    summary: str
    resource: Any
    reply: Any
    """What it is answered with, where that is more than a status."""
    resource_type: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The examples, as `_examples.json` hands them to the fake."""

    operations: list[OperationExample]
    events: list[EventExample]
