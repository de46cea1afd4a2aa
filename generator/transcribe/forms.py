"""Two pages of one operation, in either form → one that says what both do.

Tables say more; interfaces add which texts are times, and values where a table has none.
"""

from __future__ import annotations

from dataclasses import replace

from generator.transcribe.page import Described, Page, Row, paths

_SAME = {"data": "json", "params": "query"}
"""What the interfaces call what the tables call otherwise."""


def joined(pages: list[Page]) -> list[tuple[Page, Described]]:
    """Every operation once, by path; a page of the other form adds to what the tables say."""
    found: dict[str, tuple[Page, Described]] = {}
    for page in sorted(pages, key=lambda page: page.form, reverse=True):
        for described in page.described:
            if described.key in found and found[described.key][0].form != page.form:
                known, first = found[described.key]
                found[described.key] = (known, _added(first, described))
            else:
                found.setdefault(described.key, (page, described))
    return sorted(found.values(), key=lambda pair: pair[1].path)


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
