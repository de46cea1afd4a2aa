"""What the templates do to a text: how it stands in Python, in Markdown and in JSON.

Text of the spec reaches Python only through `doc` and `literal`, Markdown only through `cell` and
`prose`. Nothing here knows the API.
"""

from __future__ import annotations

import dataclasses
import json
import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

import msgspec

from generator.python import LINE_LENGTH, columns, literal


def doc(text: str, margin: int = 0, hang: int = 0) -> str:
    """Text inside a docstring that is indented by `margin`: no line too long, and nothing in it
    ends the docstring or is read as an escape. All lines but the first are indented by `hang`
    more."""
    text = text.strip().expandtabs().replace("\\", "\\\\")
    if text.endswith('"'):  # black would set a quote apart from those that end the docstring
        text = text[:-1] + "\\x22"
    if '"""' in text or text.startswith('"'):
        text = text.replace('"', '\\"')
    width = LINE_LENGTH - margin - hang - len('"""' * 2)
    first, _, rest = text.partition("\n")
    every = [first, *textwrap.dedent(rest).split("\n")] if rest else [first]
    lines = [part for line in every for part in _folded(line.rstrip(), width)]
    indent = " " * (margin + hang)
    return "\n".join([lines[0], *(line and indent + line for line in lines[1:])])


_UNBROKEN = re.compile(
    r"[（【「『《“‘]*(?:`[^`]*`|[!-~–]+|[^ ])[，。、；：！？）】」』》”’…]*|[ ]+"
)
"""What stands together: a code span, a word or one wide character, and the punctuation at it."""


def _folded(line: str, width: int) -> list[str]:
    """The line in lines of at most `width` columns; a wide character has two, and between two of
    them a line may end."""
    if columns(line) <= width:
        return [line]
    found, used = [""], 0
    for part in _UNBROKEN.findall(line):
        size = columns(part)
        if found[-1].strip() and used + size > width:
            found.append("")
            used = 0
        if part.strip() or used or len(found) == 1:  # a line does not begin with a blank
            found[-1] += part
            used += size
    return [text.rstrip() for text in found]


def cell(text: str) -> str:
    """Text inside a cell of a Markdown table: as `prose`, in one line without column marks."""
    lines = _markdown(text, code=lambda span: span.replace("|", "\\|"))
    return " ".join(filter(None, map(str.strip, lines)))


def prose(text: str) -> str:
    """Text of the spec in Markdown: paragraphs, lists and code spans are meant, all else shows as
    it was written."""
    return "\n".join(_markdown(text.strip(), code=str))


_FOLD = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])\n *"
    r"(?=[\u3001-\u303f\u4e00-\u9fff\uff01-\uffef])"
)
"""A line end between Chinese characters, where Markdown would show a blank."""
_LIST_MARK = re.compile(r"([ ]*)(-|[0-9]{1,9}\.)[ ]+(?=\S)")
_CODE_SPAN = re.compile(r"(`[^`]+`)")
_INLINE_MARK = re.compile(r"[\\`<\[\]*~|]|&(?=#?\w+;)|(?<![^\W_])_+|_+(?![^\W_])|(?<=\s)#(?=#*$)")
_BLOCK_MARK = re.compile(r"[#>=]|[+-](?=[\s-]|$)|:(?=-)|(?<=\d)[.)](?=\s|$)")


def _markdown(text: str, code: Callable[[str], str]) -> Iterator[str]:
    return (_line(line, code) for line in _FOLD.sub("", text).split("\n"))


def _line(line: str, code: Callable[[str], str]) -> str:
    """One line: its indentation and list mark as they are, its code spans through `code`, all
    other marks escaped."""
    line = line.expandtabs(4).rstrip()
    mark = _LIST_MARK.match(line)
    start = mark[1][:3] + mark[2] + " " if mark else ""
    parts = _CODE_SPAN.split(line[mark.end() :] if mark else line.lstrip())
    rest = "".join(code(part) if _CODE_SPAN.fullmatch(part) else _plain(part) for part in parts)
    # at the beginning a mark makes a heading, quote or list of the line; so does `.` after digits
    block = _BLOCK_MARK.match(rest, len(rest) - len(rest.lstrip("0123456789")))
    return start + (f"{rest[: block.start()]}\\{rest[block.start() :]}" if block else rest)


def _plain(text: str) -> str:
    return _INLINE_MARK.sub(lambda mark: "".join(f"\\{character}" for character in mark[0]), text)


def compact(text: str, margin: int = 0) -> str:
    """A bracket with one item a line, in one line where that fits; the formatter changes neither.

    `margin` is what the text will be indented by. The brackets of `= (`, `: (` and `import (` only
    break lines.
    """
    opening, *items, closing = text.splitlines()
    inside, rest = " ".join(map(str.strip, items)).removesuffix(","), closing.strip()
    plain = opening.endswith(("= (", ": (", "import ("))
    line = opening[:-1] + inside + rest[1:] if plain else opening + inside + rest
    return line if margin + len(line) <= LINE_LENGTH else text.rstrip("\n")


def call(start: str, arguments: tuple[tuple[str, Any], ...], indent: int = 0) -> str:
    """A call with keyword arguments in a line that is indented, laid out as the formatter does
    it."""
    items = [(f"{name}=", value) for name, value in arguments]
    return start + _bracket("(", items, ")", indent, indent + columns(start))


def _bracket(
    opening: str, items: list[tuple[str, Any]], closing: str, indent: int, before: int
) -> str:
    """What stands in a bracket, in one line where that fits behind what is before, else one item a
    line."""
    line = opening + ", ".join(start + _spread(value, 0, 0) for start, value in items) + closing
    if "\n" not in line and before + columns(line) < LINE_LENGTH:
        return line
    inner = indent + 4
    lines = [
        f"{' ' * inner}{start}{_spread(value, inner, inner + columns(start))},\n"
        for start, value in items
    ]
    return f"{opening}\n{''.join(lines)}{' ' * indent}{closing}"


def _spread(value: Any, indent: int, before: int) -> str:
    if isinstance(value, dict) and value:
        items = [(f"{literal(name)}: ", part) for name, part in value.items()]
        return _bracket("{", items, "}", indent, before)
    if isinstance(value, list) and value:
        return _bracket("[", [("", part) for part in value], "]", indent, before)
    return f"Path({literal(str(value))})" if isinstance(value, PurePath) else literal(value)


def to_json(value: Any) -> str:
    """Indented JSON in the order of the spec."""
    # with an indent it would not use its C code
    text = json.dumps(value, ensure_ascii=False, default=_members)
    return msgspec.json.format(text, indent=2)


def _members(value: Any) -> dict[str, Any]:
    """A value of the IR as an object."""
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


FILTERS = {
    "call": call,
    "cell": cell,
    "compact": compact,
    "doc": doc,
    "json": to_json,
    "literal": literal,
    "prose": prose,
}
"""By the names the templates use."""
