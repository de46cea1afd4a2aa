"""Python text that more than one stage writes: values as literals, and how wide a line may be."""

from __future__ import annotations

from typing import Any
from unicodedata import east_asian_width

LINE_LENGTH = 100


def literal(value: Any) -> str:
    """A Python literal as the formatter writes it: in double quotes, an exponent without `+`."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(part)}' for key, part in value.items())}}}"
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))}{',' * (len(value) == 1)})"
    text = repr(value)
    if isinstance(value, float):
        return text.replace("e+", "e")
    return f'"{text[1:-1]}"' if text.startswith("'") and '"' not in text else text


class _Widths(dict[str, int]):
    """The columns of every character that was asked for."""

    def __missing__(self, character: str) -> int:
        self[character] = width = 2 if east_asian_width(character) in "WF" else 1
        return width


_WIDTHS = _Widths()


def columns(text: str) -> int:
    """How wide a text is: a Chinese character is as wide as two others."""
    return len(text) if text.isascii() else sum(map(_WIDTHS.__getitem__, text))
