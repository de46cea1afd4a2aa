"""Values → YAML as it is written in `spec/`: one thing a line, quoted only where it must be."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from generator.read import traps
from generator.read.lines import LONGEST

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`=~"


def scalar(value: Any) -> str:
    """A text, number, flag or null on one line."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if not isinstance(value, str):
        return json.dumps(value)
    if value.startswith("#") and "'" not in value and value.isprintable():
        return f"'{value}'"  # a reference
    return value if _plain(value) else json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> bool:
    if not text or text != text.strip() or text[0] in _INDICATORS or not text.isprintable():
        return False
    if any(part in text for part in (": ", " #", ",", "[", "]", "{", "}")) or text.endswith(":"):
        return False
    if traps.text(text):
        return False
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return not any(pattern.match(text) for _, pattern in resolvers)


def flow(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return scalar(value)


def width(text: str) -> int:
    """The columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


class Noted:
    """A value with something left to do, said at its place."""

    def __init__(self, value: Any, todo: str) -> None:
        self.value, self.todo = value, todo


def lines(mapping: dict[str, Any], *, depth: int = 0, wide: tuple[str, ...] = ()) -> Iterator[str]:
    """A mapping in block style, a part in one line where it fits; parts named in `wide` never."""
    indent = "  " * depth
    for key, value in mapping.items():
        plain, note = _parted(value)
        head = f"{indent}{scalar(key)}:"
        if key not in wide and _in_one_line(plain, len(head) + width(note), wide):
            yield f"{head} {flow(plain)}{note}"
        elif isinstance(plain, dict) and plain:
            yield head + note
            yield from lines(plain, depth=depth + 1, wide=wide)
        elif isinstance(plain, list) and plain:
            yield head + note
            yield from _items(plain, depth + 1, wide)
        else:
            yield f"{head} {flow(plain)}{note}"


def _items(items: list[Any], depth: int, wide: tuple[str, ...]) -> Iterator[str]:
    indent = "  " * depth
    for item in items:
        plain, note = _parted(item)
        if not isinstance(plain, dict) or _in_one_line(plain, len(indent) + 1 + width(note), wide):
            yield f"{indent}- {flow(plain)}{note}"
        else:
            first, *others = lines(plain, depth=depth + 1, wide=wide)
            yield f"{indent}- {first.lstrip()}{note}"
            yield from others


def _parted(value: Any) -> tuple[Any, str]:
    """A value and the note behind it."""
    if not isinstance(value, Noted):
        return value, ""
    shown = (one if one.isprintable() else repr(one)[1:-1] for one in value.todo)
    return value.value, f"  # TODO {''.join(shown)}"


def _in_one_line(value: Any, before: int, wide: tuple[str, ...]) -> bool:
    """Whether a value can stand behind its key: nothing in it needs a line of its own."""
    if not isinstance(value, dict | list):
        return True
    inside = list(_inside(value))
    if any(isinstance(part, Noted) or key in wide for key, part in inside):
        return False
    return before + 1 + width(flow(value)) <= LONGEST


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    pairs = value.items() if isinstance(value, dict) else (("", part) for part in value)
    for key, part in pairs:
        yield key, part
        if isinstance(part, dict | list):
            yield from _inside(part)
