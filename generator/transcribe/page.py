"""What a documentation page says, as frozen values: the page in the middle of reader and writers.

Nothing is decided here about our specification; a row is what stands on the page, in its order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.problems import Problem

METHODS = ("get", "post", "put", "patch", "delete")
PLACES = {"query": "query", "params": "query", "headers": "header"}
"""Top-level rows that hold parameters, and where these go."""
BODIES = ("json", "data", "body", "xml")
"""Top-level rows that hold the body."""
_LIST = re.compile(r"(?i)(?:array|list)\s*[<\[(]\s*(?P<a>.+?)\s*[>\])]|(?P<b>.+?)\s*\[\s*\]")
_SIZE = re.compile(r"\s*[(\[（]\s*\d[\d\s,，~-]*[)\]）]$")
CLIENT_HEADERS = frozenset(
    {"Accept", "Authorization", "Content-Type", "User-Agent", "Wechatpay-Serial"}
)
"""Headers that the client sends by itself."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the description of a row says: a label and, in its words, rules."""

    label: str = ""
    rest: str = ""
    """What is said beside the label, other than what the members below hold."""
    enum: tuple[str, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()
    limits: tuple[tuple[str, Any], ...] = ()
    """JSON Schema keywords and their values: `maxLength`, `format`, `default`; `unit` for money."""


@dataclass(frozen=True, slots=True)
class Row:
    """One member of a request or an answer, as one line of the page has it."""

    line: int
    name: str
    depth: int
    type: str
    """The word of the page: `string`, `object[]`, `string | Date`."""
    required: bool | None
    """None where the form of the page cannot say."""
    words: Words = Words()
    encrypted: str = ""
    """`rsa` or `aes`: how the text travels."""
    encoded: bool = False
    """A text that holds JSON; the rows below are its members."""

    @property
    def word(self) -> str:
        """The type without how it is spelled, how long it is, and that there are several:
        `String(32)` → `string`, `array<object>` → `object`."""
        return _parts(self.type)[0]

    @property
    def is_list(self) -> bool:
        return _parts(self.type)[1]

    @property
    def holds_rows(self) -> bool:
        """Whether rows can stand below this one."""
        return self.word in ("object", "array", "dict", "map") or bool(
            self.encrypted or self.encoded
        )


@dataclass(frozen=True, slots=True)
class Node:
    """A row with the rows below it."""

    row: Row
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A sample of the page: a call with what it sends."""

    line: int
    method: str
    path: str
    arguments: dict[str, Any] = field(default_factory=dict)
    status: int = 0
    """The status that the sample waits for; 0 where it waits for none."""


@dataclass(frozen=True, slots=True)
class Described:
    """One operation or callback of a page."""

    line: int
    title: str
    description: str
    method: str
    path: str
    """`/v3/certificates`; empty for a callback."""
    events: tuple[str, ...]
    """The event types of a callback, its own name first."""
    links: tuple[str, ...]
    request: tuple[Row, ...]
    answer: tuple[Row, ...]
    answer_kind: str
    """`json`, `empty`, `unknown`, or what the page calls an answer that is no JSON."""
    rate: str
    """The limit of calls that is stated: `500/s`."""
    sample: dict[str, Any] = field(default_factory=dict)
    status: int = 0
    """The status of the answer, where a sample says it."""

    @property
    def key(self) -> str:
        """What tells it from the others: `POST /v3/…`, or the event type."""
        return f"{self.method.upper()} {self.path}" if self.path else self.events[0]


LeftOpen = list[tuple[int, str]]
"""What a draft leaves open: the line of the page, 0 for the whole of it, and what it is."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what it describes, and what on it could not be carried over."""

    file: str
    form: str
    """`php` (tables) or `js` (interfaces)."""
    described: tuple[Described, ...]
    remarks: tuple[Problem, ...]


def _parts(kind: str) -> tuple[str, bool]:
    """The word of a type, and whether it is a list of such."""
    if (found := _LIST.fullmatch(kind.strip())) and not _SIZE.search(kind):
        inner, listed = _parts(found["a"] or found["b"])
        return (f"{inner}[]" if listed else inner), True
    word = _SIZE.sub("", kind.strip()).lower()
    return ("array", True) if word in ("array", "list") else (word, False)


def nested(rows: tuple[Row, ...]) -> tuple[Node, ...]:
    """The rows as a tree: a row belongs to the nearest one before it that is less indented."""

    def below(start: int, depth: int) -> tuple[tuple[Node, ...], int]:
        nodes: list[Node] = []
        while start < len(rows) and rows[start].depth > depth:
            row = rows[start]
            children, start = below(start + 1, row.depth)
            nodes.append(Node(row, children))
        return tuple(nodes), start

    return below(0, -1)[0]


def paths(rows: tuple[Row, ...]) -> Iterator[tuple[str, Row]]:
    """Every row with the names above it: `json.store_list.store_id`."""
    above: list[tuple[int, str]] = []
    for row in rows:
        while above and above[-1][0] >= row.depth:
            above.pop()
        yield ".".join([*(name for _, name in above), row.name]), row
        above.append((row.depth, row.name))
