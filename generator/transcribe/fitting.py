"""What a page describes → what of it a specification can carry, under the names it has there.

Each row that is left out is named; what the others mean is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.names import is_wire_name
from generator.transcribe.page import Described, LeftOpen, Row


def fitted(described: Described, left_out: LeftOpen) -> Described:
    """Without rows whose names no member can have, and without those that stand twice."""
    return replace(
        described,
        request=tuple(_fitting(described.request, left_out)),
        answer=tuple(_fitting(described.answer, left_out)),
    )


def placeholders(path: str) -> list[str]:
    """The names in the braces of a path."""
    return re.findall(r"\{([^{}]*)\}", path)


def moved(described: Described, path: str) -> Described:
    """The same under a path that is the same URL, but for the names of its placeholders."""
    names = dict(zip(placeholders(described.path), placeholders(path), strict=True))
    request = tuple(
        replace(row, name=names.get(row.name, row.name)) if row.depth == 0 else row
        for row in described.request
    )
    sample = {names.get(name, name): value for name, value in described.sample.items()}
    return replace(described, path=path, request=request, sample=sample)


def _fitting(rows: tuple[Row, ...], left_out: LeftOpen) -> Iterator[Row]:
    above: list[tuple[int, str]] = []
    seen: set[tuple[str, ...]] = set()
    dropped: int | None = None  # the depth of a row that is left out, and all below it with it
    for row in rows:
        if dropped is not None and row.depth > dropped:
            continue
        while above and above[-1][0] >= row.depth:
            above.pop()
        path = (*(name for _, name in above), row.name)
        dropped = None
        if not is_wire_name(row.name):
            left_out.append((row.line, f"{row.name!r} is no name that a member can have"))
            dropped = row.depth
        elif path in seen:
            left_out.append((row.line, f"`{row.name}` stands twice; the first one counts"))
            dropped = row.depth
        else:
            seen.add(path)
            above.append((row.depth, row.name))
            yield row
