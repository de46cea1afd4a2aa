"""Python text that more than one stage writes: values as literals, and how wide a line may be."""

from __future__ import annotations

from typing import Any
from unicodedata import east_asian_width

LINE_LENGTH = 100


def literal(value: Any) -> str:
    """A Python literal, in double quotes as the formatter writes them."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(key)}: {literal(part)}' for key, part in value.items())}}}"
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))}{',' * (len(value) == 1)})"
    text = repr(value)
    return f'"{text[1:-1]}"' if text.startswith("'") and '"' not in text else text


def columns(text: str) -> int:
    """How wide a text is: a Chinese character is as wide as two others."""
    wide = 0 if text.isascii() else sum(east_asian_width(character) in "WF" for character in text)
    return len(text) + wide
