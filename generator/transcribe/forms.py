"""Several pages of one operation → one that says what all of them do.

Tables say more; interfaces add which texts are times, and values where a table has none.
"""

from __future__ import annotations

from dataclasses import replace

from generator.transcribe.fitting import moved, placeholders
from generator.transcribe.ours import url_of
from generator.transcribe.page import Described, Page, Row, Words, paths

_SAME = {"data": "json", "params": "query"}
"""What the interfaces call what the tables call otherwise."""


def joined(pages: list[Page]) -> list[tuple[Page, Described]]:
    """Every operation once, by path; a page of the other form adds to what the tables say."""
    found: dict[str, tuple[Page, Described]] = {}
    for page in sorted(pages, key=lambda page: page.form, reverse=True):
        for described in page.described:
            key = url_of(described.key)
            known, first = found.setdefault(key, (page, described))
            if known.form != page.form:
                first = _added(first, moved(described, first.path))
            found[key] = (known, _either(first, described))
    return sorted(found.values(), key=lambda pair: pair[1].path)


def _either(first: Described, other: Described) -> Described:
    """The first, whose placeholders take what those of the other take: to a server they are one."""
    request = first.request
    for name, also in zip(placeholders(first.path), placeholders(other.path), strict=True):
        if name != also:
            label = next((row.words.label for row in other.request if row.name == also), "")
            request = tuple(
                (
                    replace(row, words=_or(row.words, f"或{label}（`{also}`）"))
                    if (row.name, row.depth) == (name, 0)
                    else row
                )
                for row in request
            )
    return replace(first, request=request)


def _or(words: Words, more: str) -> Words:
    return words if more in words.label else replace(words, label=f"{words.label}，{more}")


def _added(first: Described, other: Described) -> Described:
    links = tuple(dict.fromkeys((*first.links, *other.links)))
    return replace(
        first,
        links=links,
        request=_rows(first.request, other.request),
        answer=_rows(first.answer, other.answer),
        sample=first.sample or other.sample,
    )


def _rows(first: tuple[Row, ...], other: tuple[Row, ...]) -> tuple[Row, ...]:
    said = {_common(name): row for name, row in paths(other)}
    return tuple(_row(row, said.get(_common(name))) for name, row in paths(first))


def _common(name: str) -> str:
    top, dot, below = name.partition(".")
    return _SAME.get(top, top) + dot + below


def _row(row: Row, other: Row | None) -> Row:
    if other is None:
        return row
    words = replace(
        row.words,
        enum=row.words.enum or (other.words.enum if other.type == row.type else ()),
        limits=tuple({**dict(other.words.limits), **dict(row.words.limits)}.items()),
    )
    return replace(row, words=words)
