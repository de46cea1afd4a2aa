"""Patterns as Python's `re` must have them: JSON Schema means ECMA-262.

There `$` is the very end of the text, not also the place before a final line end, and `.` stops at
every line end. What else the two languages understand differently, rules refuse.
"""

from __future__ import annotations

import re

_PART = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|\$|\.", re.DOTALL)
_MEANT = {"$": r"\Z", ".": r"[^\n\r\u2028\u2029]"}


def python(pattern: str) -> str:
    """The pattern in Python, of the same meaning."""
    return _PART.sub(lambda part: _MEANT.get(part[0], part[0]), pattern)
