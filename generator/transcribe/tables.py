"""The tables of a page → rows: name, nesting, type and marks of each.

What the words of a description mean is up to `words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Problem, Source
from generator.transcribe.markdown import Table
from generator.transcribe.page import Row
from generator.transcribe.words import read as read_words

_MARKED = re.compile(r"^(?P<text>[^{}]*?)\s*\{(?P<marks>[^{}]*)\}$")
_MARK = re.compile(r"""(?P<name>[^\s="']+)(?:=(?P<value>"[^"]*"|'[^']*'|\S*))?""")
_EMPTY = re.compile(r"无返回|无应答|返回为空|空字符串|空响应|^[空无]$|no content", re.IGNORECASE)
_STREAM = re.compile(r"流|文件|二进制|binary|stream|csv|gzip|文本", re.IGNORECASE)
_LAYOUT = ("align", "colspan", "rowspan", "style", "class", "data-tooltip", "width")
"""Marks that say how a cell looks."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table says: its rows, or that there is no JSON."""

    rows: tuple[Row, ...]
    kind: str
    """`json`, `empty`, or the text of the one row that says what comes instead."""
    remarks: tuple[Problem, ...]


class _Marks:
    """The `{data-required data-indent=1}` of a cell."""

    def __init__(self, cell: str) -> None:
        found = _MARKED.match(cell)
        self.text = (found["text"] if found else cell).strip().strip("`").strip()
        self.values = {
            mark["name"]: (mark["value"] or "").strip("\"'")
            for mark in _MARK.finditer(found["marks"] if found else "")
        }
        self.broken = "" if found else "{" * ("{" in cell or "}" in cell)

    def take(self, *names: str) -> str | None:
        """The value of the first of these marks that is there; it is read then."""
        values = [self.values.pop(name) for name in names if name in self.values]
        return values[0] if values else None

    def unread(self) -> list[str]:
        return [name for name in self.values if name not in _LAYOUT and name[:1] not in ".#"]


def read(table: Table, file: str) -> Rows:
    """The rows of a table, every one carried over or remarked upon."""
    rows: list[Row] = []
    remarks: list[Problem] = []
    kind = "json"
    columns = len(table.header)
    for line, found in table.rows:
        if len(found) <= 1:
            alone = _Marks(found[0] if found else "")
            if _EMPTY.search(alone.text):
                kind = "empty"
            elif alone.text and not rows and _STREAM.search(alone.text):
                kind = alone.text
            elif alone.text:
                remarks.append(_problem(file, line, f"a row of one cell: {alone.text!r}"))
            continue
        if len(found) > columns:
            text = "an unescaped `|`; what follows it is read as part of the description"
            remarks.append(_problem(file, line, text))
        row, problems = _row(line, found, columns)
        remarks += [_problem(file, line, text) for text in problems]
        if row is not None:
            rows.append(row)
            remarks += _nesting(rows, file)
    return Rows(tuple(rows), kind, tuple(remarks))


def _problem(file: str, line: int, text: str) -> Problem:
    return Problem(Source(file, line), text)


def _row(line: int, found: tuple[str, ...], columns: int) -> tuple[Row | None, list[str]]:
    name, kind = _Marks(found[0]), _Marks(found[1])
    problems = [
        f"marks that cannot be read: {cell.broken and found[n]!r}"
        for n, cell in enumerate((name, kind))
        if cell.broken
    ]
    if not name.text:
        return None, [*problems, "a row without a name"]
    required = name.take("data-required", "required")
    indent = name.take("data-indent") or "0"
    if not indent.isdecimal():
        problems.append(f"data-indent={indent} is no number; read as 0")
        indent = "0"
    encrypted = kind.take("data-encrypted", "data-encrypted-by") or name.take("data-encrypted")
    encoded = kind.take("data-encoded", "data-encoded-by") or name.take("data-encoded")
    problems += [f"a mark that is not known: {mark}" for mark in (*name.unread(), *kind.unread())]
    text = (
        " | ".join(part for part in found[2:] if part)
        if len(found) > columns
        else "".join(found[2:3])
    )
    if not kind.text:
        problems.append(f"`{name.text}` has no type")
    words, unread = read_words(text, kind.text)
    row = Row(
        line=line,
        name=name.text,
        depth=int(indent),
        type=re.sub(r"\s*\[\s*\]", "[]", kind.text),
        required=required is not None and required != "false",
        words=words,
        encrypted={"by-rsa-pubkey": "rsa", "by-aes-gcm": "aes"}.get(
            encrypted or "", encrypted or ""
        ),
        encoded=encoded is not None,
    )
    return row, [*problems, *unread]


def _nesting(rows: list[Row], file: str) -> Iterator[Problem]:
    """What is odd about where the last row stands."""
    *before, row = rows
    depth = before[-1].depth if before else -1
    if row.depth > depth + 1:
        text = f"`{row.name}` is indented by {row.depth} below a row indented by {depth}"
        yield _problem(
            file, row.line, text if before else f"`{row.name}` is indented below nothing"
        )
    elif row.depth == depth + 1 and before and not before[-1].holds_rows:
        # the text that is JSON, `meta` of an upload, is not always marked
        above = before[-1]
        if above.type != "string" or "json" not in (above.words.label + above.words.rest).lower():
            text = (
                f"`{row.name}` stands below `{above.name}`, which is {above.type or 'of no type'}"
            )
            yield _problem(file, row.line, text)
