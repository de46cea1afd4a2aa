"""The tables of a page → rows: name, nesting, type and marks of each.

What the words of a description mean is up to `words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.problems import Problem, Source
from generator.transcribe import kinds
from generator.transcribe.markdown import Table
from generator.transcribe.page import Row
from generator.transcribe.words import read as read_words

_MARKED = re.compile(r"\{([^{}]*)\}")
_SET = re.compile(r"<[^<>]*>|\*\*|\\(?=[_*`-])")
"""How a name is set: bold, marked up, escaped."""
_ROLES = (
    ("required", r"必填|必选|必传|必须|required"),
    ("type", r"类型|type"),
    ("text", r"描述|说明|备注|含义|desc"),
    ("name", r"变量|字段|参数名|英文"),
)
"""Words in the heads of columns, and what these hold."""
_CIPHERS = {"rsa-pubkey": "rsa", "aes-gcm": "aes"}
_SIZES = re.compile(r"[(\[（]\s*(?:(\d+)\s*[,，~-]\s*)?(\d+)\s*[)\]）]$")
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
        self.text = _MARKED.sub(" ", cell).strip().strip("`").strip()
        self.values = {
            mark["name"]: (mark["value"] or "").strip("\"'")
            for marks in _MARKED.findall(cell)
            for mark in _MARK.finditer(marks)
        }
        self.broken = "{" in self.text or "}" in self.text

    def take(self, *names: str) -> str | None:
        """The value of the first of these marks that is there; it is read then."""
        values = [self.values.pop(name) for name in names if name in self.values]
        return values[0] if values else None

    def unread(self) -> list[str]:
        return [name for name in self.values if name not in _LAYOUT and name[:1] not in ".#"]


def is_row(header: tuple[str, ...]) -> bool:
    """Whether the head of a table is one of its rows: it has their marks, or the name of a member
    without a word for a head beside it."""
    if any("data-" in cell for cell in header):
        return True
    beside = " ".join(header[1:]).lower()
    named = header and re.fullmatch(r"[A-Za-z_][\w-]*", header[0], re.ASCII)
    return bool(named) and not any(re.search(words, beside) for _, words in _ROLES)


def read(table: Table, file: str) -> Rows:
    """The rows of a table, every one carried over or remarked upon."""
    rows: list[Row] = []
    remarks: list[Problem] = []
    kind = "json"
    columns = _Columns(table.header)
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
        if len(found) > len(table.header):
            text = "an unescaped `|`; what follows it is read as part of the description"
            remarks.append(_problem(file, line, text))
        row, problems = _row(line, columns.of(found))
        remarks += [_problem(file, line, text) for text in problems]
        if row is not None:
            rows.append(row)
            remarks += _nesting(rows, file)
    return Rows(tuple(rows), kind, tuple(remarks))


def _problem(file: str, line: int, text: str) -> Problem:
    return Problem(Source(file, line), text)


class _Columns:
    """Which column holds what: by their heads, and where these do not say, in the usual order."""

    def __init__(self, header: tuple[str, ...]) -> None:
        self.size = len(header)
        found: dict[str, list[int]] = {}
        for place, head in enumerate(header[1:], 1):
            role = next((name for name, words in _ROLES if re.search(words, head.lower())), "")
            found.setdefault(role, []).append(place)
        if "type" not in found and "text" not in found:
            found |= {"type": [1], "text": [2]}
        self.name = found.get("name", [0])[0]
        self.type, self.required = found.get("type", [])[:1], found.get("required", [])[:1]
        self.text = found.get("text", [])

    def of(self, cells: tuple[str, ...]) -> dict[str, str]:
        """The cells by what they are."""
        padded = (*cells, *[""] * (self.size - len(cells)))
        said = [padded[place] for place in self.text if place < len(padded) and padded[place]]
        text = " | ".join(["<br/>".join(said), *cells[self.size :]])
        found = {"name": padded[self.name], "text": text}
        for role, places in (("type", self.type), ("required", self.required)):
            if places:
                found[role] = padded[places[0]]
        return found


def _row(line: int, cells: dict[str, str]) -> tuple[Row | None, list[str]]:
    name, kind = _Marks(_SET.sub("", cells["name"])), _Marks(cells.get("type", ""))
    problems = [
        f"marks that cannot be read: {cells[role]!r}"
        for role, cell in (("name", name), ("type", kind))
        if cell.broken
    ]
    if not name.text:
        return None, [*problems, "a row without a name"]
    required = name.take("data-required", "required") not in (None, "false")
    if "required" in cells:
        required = _is_required(cells["required"], problems) or required
    indent = name.take("data-indent") or "0"
    if not indent.isdecimal():
        problems.append(f"data-indent={indent} is no number; read as 0")
        indent = "0"
    cipher = _cipher(name, kind, problems)
    encoded = kind.take("data-encoded", "data-encoded-by") or name.take("data-encoded")
    problems += [f"a mark that is not known: {mark}" for mark in (*name.unread(), *kind.unread())]
    if not kind.text:
        problems.append(f"`{name.text}` has no type")
    row = Row(
        line=line,
        name=name.text,
        depth=int(indent),
        type=re.sub(r"\s*\[\s*\]", "[]", kind.text),
        required=required,
        encrypted=cipher,
        encoded=encoded is not None,
    )
    words, unread = read_words(cells["text"], kinds.kind(row) + "[]" * row.is_list)
    limits = {**_size(row), **dict(words.limits)}
    return replace(row, words=replace(words, limits=tuple(limits.items()))), [*problems, *unread]


def _cipher(name: _Marks, kind: _Marks, problems: list[str]) -> str:
    """How the text travels."""
    marked = kind.take("data-encrypted", "data-encrypted-by")
    marked = name.take("data-encrypted") if marked is None else marked
    cipher = (marked or "").removeprefix("by-")
    if marked is not None and cipher not in _CIPHERS:
        problems.append(f"data-encrypted={marked} is no cipher that is known")
    return _CIPHERS.get(cipher, cipher)


def _size(row: Row) -> dict[str, int]:
    """How long a text is by its type: `string[1,32]`."""
    size = _SIZES.search(row.type) if row.word == "string" else None
    if size is None:
        return {}
    return {**({"minLength": int(size[1])} if size[1] else {}), "maxLength": int(size[2])}


def _is_required(text: str, problems: list[str]) -> bool:
    """What the column says that tells whether a row is required."""
    said = _Marks(text).text.lower()
    if said in ("是", "y", "yes", "true", "必填", "必传", "必选", "required", "√", "✓", "1"):
        return True
    if said not in (
        "否",
        "n",
        "no",
        "false",
        "选填",
        "可选",
        "optional",
        "非必填",
        "×",
        "0",
        "-",
        "",
    ):
        problems.append(f"whether it is required: {said!r} is neither yes nor no")
    return False


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
        if above.word != "string" or "json" not in (above.words.label + above.words.rest).lower():
            text = (
                f"`{row.name}` stands below `{above.name}`, which is {above.type or 'of no type'}"
            )
            yield _problem(file, row.line, text)
