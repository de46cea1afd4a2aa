"""The IR of the reference: pages, their tables, and the call that is shown of each operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.ir.package import Scheme
from generator.ir.types import Enum, Model


@dataclass(frozen=True, slots=True)
class Use:
    """What is printed of an answer: a member, or a member of each item of a list."""

    member: str
    of_item: str = ""
    """Empty where the member itself is printed."""
    may_lack: bool = False
    """Whether an answer may come without the list."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call as it stands in a program."""

    start: str
    """What stands before the arguments."""
    arguments: tuple[tuple[str, Any], ...]
    use: Use | None
    """Nothing where the answer is empty."""
    needs_path: bool
    """Whether a file is named among the arguments."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    indent: str
    """Of a member of the object above."""
    name: str
    label: str
    required: bool
    description: str
    """With the limits."""


@dataclass(frozen=True, slots=True)
class Table:
    """What goes in at one place of a request."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error status: its codes with their meanings, what it means, and what to do about it."""

    status: int
    codes: tuple[tuple[str, str], ...]
    description: str
    advice: str


@dataclass(frozen=True, slots=True)
class Docs:
    """The official pages for one kind of readers: title and address."""

    audience: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What the page says of one operation or callback beside what it says itself."""

    request: tuple[Table, ...]
    answer: tuple[Row, ...]
    answer_link: str
    """The section that explains the answer, where it is not laid out in place."""
    docs: tuple[Docs, ...]
    scheme: Scheme | None = None
    call: Call | None = None
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page: operations or callbacks, and what they share."""

    entries: tuple[tuple[Any, Section], ...]
    shapes: tuple[tuple[Model, tuple[Row, ...]], ...]
    enums: tuple[Enum, ...]
