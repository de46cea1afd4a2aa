"""Python text that more than one stage writes: values as literals, and how wide a line may be."""

from __future__ import annotations

from typing import Any

LINE_LENGTH = 100


def literal(value: Any) -> str:
    """A Python literal, in double quotes as black writes them."""
    text = repr(value)
    return f'"{text[1:-1]}"' if text.startswith("'") and '"' not in text else text
