"""How a value of the wrong kind is named in a message, and what was probably meant by it.

Guesses for messages only; what is refused is decided in `kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from generator.problems import meant

_ELSEWHERE = {
    "nullable": "what may be missing is left out of `required`, and null is never sent",
    "exclusiveMinimum": "write the least value that is allowed as `minimum`",
    "exclusiveMaximum": "write the largest value that is allowed as `maximum`",
    "const": "write an enum of one value",
    "oneOf": "write the members of all, and in the description when each is there",
    "anyOf": "write the members of all, and in the description when each is there",
    "additionalProperties": "an object whose members are not told has no `properties`",
}
"""Keys of other specifications, and what stands for them here."""


def told(value: Any) -> str:
    """A value as a message names it."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:58]}…{text[-1]}"


def quotes(value: Any, fits: Callable[[Any], bool]) -> str:
    """What quotes have to do with a value being of another kind."""
    if not isinstance(value, str) and not isinstance(value, dict | list) and fits(str(value)):
        return "" if value is None else "; put it in quotes"
    if isinstance(value, str) and re.fullmatch(r"-?\d+", value) and fits(int(value)):
        return "; take off the quotes" if value.isascii() else f"; write {int(value)}"
    return ""


def instead(key: str, value: Any, kinds: Iterable[str]) -> str:
    """What was probably meant by a key that is not used."""
    if key in _ELSEWHERE:
        return f"; {_ELSEWHERE[key]}"
    hint = meant(key, kinds, alike=0.75)
    if value is None and not hint:
        return "; a text that holds a comma has to be put in quotes here"
    return hint
