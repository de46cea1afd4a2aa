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
    try:
        with warnings.catch_warnings(action="ignore"):  # of what is refused below
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"the pattern is no regular expression: {error}"
    position, groups = 0, _Groups()
    while position < len(pattern):
        token = _TOKEN.match(pattern, position)
        if token is None:
            rest = pattern[position:]
            return f"the pattern means nothing, or something else, outside Python from {rest!r} on"
        if wrong := _foreign(token) or groups.endless(token):
            return wrong
        position = token.end()
    return ""


def _foreign(token: re.Match[str]) -> str:
    """How a token means something else in Python."""
    if token["kind"]:
        return (
            f"write the characters out, as in [0-9], instead of {token[0]}, which means more in "
            f"Python"
        )
    if token["set"] and not _SET.fullmatch(token["set"]):
        return f"{token[0]} means something else in Python"
    return ""


class _Groups:
    """The groups that are open where a token stands.

    A group that is repeated must not repeat or choose by itself: there would be exponentially many
    ways to match one text, and all of them are tried before it is refused.
    """

    def __init__(self) -> None:
        self.repeating = [False]
        """Of every open group, the pattern itself first: whether it holds `*`, `+` or `|`."""
        self.ended = False
        """Whether the group that ended just before the token holds one."""

    def endless(self, token: re.Match[str]) -> str:
        """Why there are texts on which the token takes forever."""
        ended, self.ended = self.ended, False
        match token.lastgroup:
            case "open":
                self.repeating.append(False)
            case "close":
                self.ended = self.repeating.pop()
                self.repeating[-1] |= self.ended
            case "many" if ended:
                return (
                    f"{token[0]} repeats a group that repeats or chooses by itself: "
                    f"there are texts on which that takes forever"
                )
            case "many" | "or":
                self.repeating[-1] = True
        return ""
