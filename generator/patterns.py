"""Regular expressions: JSON Schema means ECMA-262, the package checks with Python's `re`.

`$` matches before a final line end in Python, `\\d` and `\\w` match the digits and letters of every
script, and `.` matches other line ends. What both understand alike is translated; the rest has no
translation, and rules refuse it.
"""

from __future__ import annotations

import re
import warnings

_TOKEN = re.compile(
    r"""
      (?P<set>\[\^?(?:[^\]\\]|\\.)+\])
    | (?P<escape>\\(?:[dDwWsSbBfnrtv]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[^A-Za-z0-9]))
    | (?P<plain>\((?:\?[:=!])?(?!\?) | [)|^] | [*+?]\??(?![+]) | \{\d+(?:,\d*)?\}\??(?![+])
        | [^\\\[\](){}*+?|^$.])
    | (?P<end>\$)
    | (?P<any>\.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OUTSIDE = {
    r"\d": "[0-9]",
    r"\D": "[^0-9]",
    r"\w": "[A-Za-z0-9_]",
    r"\W": "[^A-Za-z0-9_]",
    r"\b": r"(?a:\b)",
    r"\B": r"(?a:\B)",
}
_INSIDE = {r"\d": "0-9", r"\w": "A-Za-z0-9_"}
_NEGATED_INSIDE = re.compile(r"\\[DWbB]")


def python(pattern: str) -> str:
    """The pattern as Python's `re` must have it, to mean the same.

    Raises:
        ValueError: It is no pattern, or none that both languages understand alike.
    """
    _compiled(pattern)
    translated: list[str] = []
    place = 0
    while place < len(pattern):
        token = _TOKEN.match(pattern, place)
        if token is None:
            raise ValueError(f"not understood alike by ECMA and Python: {pattern[place:][:10]!r}")
        translated.append(_translated(token))
        place = token.end()
    return _compiled("".join(translated))


def _compiled(pattern: str) -> str:
    try:
        with warnings.catch_warnings(action="ignore"):  # of sets of sets, which ECMA has not
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from None
    return pattern


def _translated(token: re.Match[str]) -> str:
    text = token[0]
    match token.lastgroup:
        case "end":
            return r"\Z"
        case "any":
            return r"[^\n\r\u2028\u2029]"
        case "escape":
            return _OUTSIDE.get(text, text)
        case "set":
            if _NEGATED_INSIDE.search(text):
                raise ValueError(f"not understood alike by ECMA and Python: {text!r}")
            inside = re.sub(r"\\.", lambda escape: _INSIDE.get(escape[0], escape[0]), text[1:-1])
            return f"[{_without_sets_of_sets(inside)}]"
        case _:
            return text


def _without_sets_of_sets(inside: str) -> str:
    """Python reserves `[[`, `--`, `&&`, `~~` and `||` within a set, and warns of them."""
    return re.sub(r"(?<!\\)\[|(?<=[-&~|])[-&~|]", lambda found: "\\" + found[0], inside)
