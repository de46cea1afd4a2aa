"""The traps of YAML by name: what was probably meant where a text says something else, or nothing.

Guesses for messages only; what is refused is decided where the text is read.
"""

from __future__ import annotations

import re
from typing import Any

from generator.problems import Problem, Source

_FULL_WIDTH = {"：": ":", "，": ",", "｛": "{", "｝": "}", "［": "[", "］": "]", "　": " "}
_FULL_WIDTH |= {"“": '"', "”": '"', "‘": "'", "’": "'", "＃": "#", "－": "-"}
_TIME = re.compile(r"\d{4}-\d\d?-\d\d?([Tt ].*)?|\d\d?:\d\d(:\d\d)?")
_HASH = re.compile(r"(?:^|[{,\[\s])([$\w-]+):\s+#(?!\s)")
_KEY = re.compile(r"^\s*(?:- )*([$\w-]+)：")
_NO_BLANK = re.compile(r"(?:^\s*(?:- )*|[{,]\s*)([$\w-]+):(?=[^\s:/])")
_WIDE_COMMA = re.compile(r"\{[^}]*，\s*[$\w-]+:\s")
_COLON_IN_TEXT = re.compile(r"^\s*(?:- )*[$\w\"'{}./-]+:\s+[^\s\"'{\[|>].*?:(\s|$)")
_FLOW_TEXT = re.compile(r"[{,]\s*([$\w-]+):\s+[^\s\"'{\[][^{},]*?:(\s|$)")


def syntax(error: Any, text: str, file: str) -> Problem:
    """What to say of a text that is no YAML: what libyaml found, and where the cause may be."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if mark is None:  # a character that cannot be read at all
        line = text.encode()[: getattr(error, "position", 0)].count(b"\n")
        return Problem(Source(file, line + 1), f"not valid YAML: {reason}")
    lines = text.split("\n")
    context = getattr(error, "context_mark", None) or mark
    # the mistake is where libyaml stumbled, or between there and where the thing began
    for line in (mark.line, *range(mark.line - 1, max(context.line, mark.line - 40) - 1, -1)):
        if line < len(lines) and (hint := _hint(lines[line])):
            return Problem(Source(file, line + 1), f"not valid YAML: {hint} ({reason})")
    # a bracket that a comment has swallowed is missed where the text ends
    for line in range(mark.line - 1, max(0, mark.line - 40) - 1, -1):
        if line < len(lines) and (found := _HASH.search(_unquoted(lines[line]))):
            return Problem(Source(file, line + 1), f"not valid YAML: {_hash(found[1])} ({reason})")
    return Problem(Source(file, mark.line + 1, mark.column + 1), f"not valid YAML: {reason}")


def _hint(line: str) -> str:
    """Which trap a line holds, if it holds one."""
    bare = _unquoted(line)
    if "\t" in line:
        return "there is a tab in this line, and YAML is indented with spaces"
    if found := _HASH.search(bare):
        return _hash(found[1])
    if found := _KEY.match(bare):
        return f"the colon after `{found[1]}` is full-width (：); write `{found[1]}: `"
    if found := _NO_BLANK.search(bare):
        return f"a blank is missing after `{found[1]}:`"
    if _WIDE_COMMA.search(bare):
        return "a full-width comma (，) parts nothing; write ', '"
    if _COLON_IN_TEXT.match(bare) or _FLOW_TEXT.search(bare):
        return "a text that holds `: ` or ends with a colon has to be put in quotes"
    wide = [mark for mark in _FULL_WIDTH if mark in bare]
    if wide and re.search(r"[{\[]|^\s*-?－", bare):
        return f"full-width {wide[0]} is a part of the text; write {_FULL_WIDTH[wide[0]]!r}"
    return ""


def _hash(key: str) -> str:
    return f"an unquoted # begins a comment; put the value of `{key}` in quotes"


def _unquoted(line: str) -> str:
    """A line with what stands in quotes made unrecognizable."""
    return re.sub(r"\"[^\"]*\"|'[^']*'", lambda quoted: "_" * len(quoted[0]), line)


def no_value(key: str, mark: Any, lines: list[str]) -> str:
    """Why a key has no value although one was written."""
    rest = lines[mark.line][mark.column :].lstrip() if mark.line < len(lines) else ""
    if rest.startswith("#") and not rest.startswith("# "):
        return _hash(key)
    if found := re.match(r"([$\w-]+)(：|:)\S", key):
        colon = "is full-width (：)" if found[2] == "：" else "needs a blank behind it"
        return f"the colon in {key!r} {colon}; write `{found[1]}: …`"
    if not re.match(r"[A-Za-z/$]", key) and rest[:1] in (",", "}"):
        return f"{key!r} has become a key; a text that holds a comma has to be put in quotes here"
    return ""


def text(value: str) -> str:
    """What other readers of YAML would make of an unquoted text."""
    if _TIME.fullmatch(value):
        return f"put {value} in quotes: other readers of YAML make a date or a number of it"
    return ""
