"""What a `pattern` may be made of: what means the same to Python, which checks arguments with it,
as to the JavaScript of the standard, and takes no longer on any text.

Which schemas may have a pattern is up to `schemas`.
"""

from __future__ import annotations

import re
import warnings

_TOKEN = re.compile(
    r"(?P<kind>\\[dDwWsSbB])"  # in Python these know all scripts, in JavaScript only Latin
    r"|(?P<escape>\\u[0-9A-Fa-f]{4}|\\[nrtfv]|\\[^\w])"
    r"|\[\^?(?P<set>(?:\\.|[^\]\\])+)\]"
    r"|(?P<open>\((?:\?:|(?!\?)))|(?P<close>\))"
    r"|(?P<many>[*+]|\{\d+,\})\??(?![*+?{])|(?P<few>\?|\{\d+(?:,\d+)?\})\??(?![*+?{])"
    r"|(?P<or>\|)|(?P<plain>[^\\\[\](){}*+?|])"
)
_SET = re.compile(r"(?:\\u[0-9A-Fa-f]{4}|\\[nrtfv]|\\[^\w]|(?!--|&&|~~|\|\|)[^\\\[])*")


def fault(pattern: str) -> str:
    """What is wrong with a pattern; nothing where it is in order."""
    if not pattern:
        return ""
    try:
        with warnings.catch_warnings(action="ignore"):  # of what is refused below
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"the pattern is no regular expression: {error}"
    position, repeating = 0, [False]  # for every open group: whether it holds `*`, `+` or `|`
    closed = False  # whether the group that ended just now does
    while position < len(pattern):
        token = _TOKEN.match(pattern, position)
        if token is None:
            return f"the pattern means nothing, or something else, outside Python from {pattern[position:]!r} on"
        position = token.end()
        match token.lastgroup:
            case "kind":
                return f"write the characters out, as in [0-9], instead of {token[0]}, which means more in Python"
            case "set" if not _SET.fullmatch(token["set"]):
                return f"{token[0]} means something else in Python"
            case "open":
                repeating.append(False)
            case "close":
                closed = repeating.pop()
                repeating[-1] |= closed
                continue
            case "or":
                repeating[-1] = True
            case "many":
                if closed:
                    return (
                        f"{token[0]} repeats a group that repeats or chooses by itself: "
                        f"there are texts on which that takes forever"
                    )
                repeating[-1] = True
        closed = False
    return ""
