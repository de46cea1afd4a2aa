"""Values → YAML as it is written in `spec/`: one thing a line where it fits, text quoted only where it must be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml

WIDTH = 140
"""Columns of a line; a Chinese character takes two."""
_INDICATORS = "-?:,[]{}#&*!|>'\"%@`=~"


def scalar(value: Any) -> str:
    """A text, number, flag or null on one line."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if not isinstance(value, str):
        return json.dumps(value)
    return value if _plain(value) else json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> bool:
    if not text or text != text.strip() or text[0] in _INDICATORS or not text.isprintable():
        return False
    if any(part in text for part in (": ", " #", ",", "[", "]", "{", "}")) or text.endswith(":"):
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
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)


def lines(mapping: dict[str, Any], *, depth: int = 0, wide: tuple[str, ...] = ()) -> Iterator[str]:
    """A mapping in block style, a part in one line where it fits; parts called as in `wide` never."""
    indent = "  " * depth
    for key, value in mapping.items():
        head = f"{indent}{scalar(key)}:"
        note = ""
        if isinstance(value, Noted):
            value, note = value.value, f"  # TODO {value.todo}"
        short = f"{head} {flow(value)}"
        held = [key for key, _ in _inside(value)]
        if not isinstance(value, dict | list) or not value or (
            key not in wide
            and width(short) <= WIDTH
            and not any(k in wide for k in held)
            and not _noted(value)
        ):
            yield short + note
        elif isinstance(value, dict):
            yield head + note
            yield from lines(value, depth=depth + 1, wide=wide)
        else:
            yield head + note
            yield from _items(value, depth, wide)


def _items(value: list[Any], depth: int, wide: tuple[str, ...]) -> Iterator[str]:
    indent = "  " * (depth + 1)
    for item in value:
        short = f"{indent}- {flow(item)}"
        if (width(short) <= WIDTH and not _noted(item)) or not isinstance(item, dict):
            yield short
        else:
            first, *others = lines(item, depth=depth + 2, wide=wide)
            yield f"{indent}- {first.lstrip()}"
            yield from others


class Noted:
    """A value with something left to do, said at its place."""

    def __init__(self, value: Any, todo: str) -> None:
        self.value, self.todo = value, todo


def _inside(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield key, part
            yield from _inside(part)
    elif isinstance(value, list):
        for part in value:
            yield from _inside(part)


def _noted(value: Any) -> bool:
    return any(isinstance(part, Noted) for _, part in _inside(value))
