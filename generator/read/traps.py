"""The traps of YAML by name: what was probably meant where a text says something else, or nothing.

Guesses for messages only; what is refused is decided where the text is read.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import yaml

from generator.problems import Problem, Source

_FULL_WIDTH = {"：": ":", "，": ",", "｛": "{", "｝": "}", "［": "[", "］": "]", "　": " "}
_FULL_WIDTH |= {"“": '"', "”": '"', "‘": "'", "’": "'", "＃": "#", "－": "-"}
_TIME = re.compile(r"\d{4}-\d\d?-\d\d?([Tt ].*)?|\d\d?:\d\d(:\d\d)?")
_HASH = re.compile(r"(?:^|[{,\[\s])([$\w-]+):\s+#(?!\s)")
_KEY = re.compile(r"^\s*(?:- )*([$\w-]+)：")
_COMMENTED = "an unquoted # begins a comment; put the value of `{0}` in quotes"
_COLON = "a text that holds `: ` or ends with a colon has to be put in quotes"
_RESERVED = "a text that begins with {0} has to be put in quotes"
_IN_A_LINE = {
    _HASH: _COMMENTED,
    _KEY: "the colon after `{0}` is full-width (：); write `{0}: `",
    re.compile(r"(?:^\s*(?:- )*|[{,]\s*)([$\w-]+):(?=[^\s:/])"): "a blank is missing after `{0}:`",
    re.compile(r"\{[^}]*，\s*[$\w-]+:\s"): "a full-width comma (，) parts nothing; write ', '",
    re.compile(
        r"(?:[$\w-]+:|-)\s+([｛［])"
    ): "full-width {0} opens nothing; write the plain bracket",
    re.compile(r"^\s*(?:- )*[$\w\"'{}./-]+:\s+[^\s\"'{\[|>].*?:(?:\s|$)"): _COLON,
    re.compile(r"[{,]\s*[$\w-]+:\s+[^\s\"'{\[][^{},]*?:(?:\s|$)"): _COLON,
    re.compile(r"(?:[$\w-]+:|-)\s+([`@%*&!|>])"): _RESERVED,
}
"""What a line may hold, with what to say of it; the first one counts."""
_QUOTES = "\"'”’"
MERGE = "<<"
_CONFLICT = re.compile(r"^(<{7}|>{7})(?: |$)", re.M)
_COMMENT = re.compile(r".*[{,]\s*([$\w-]+):\s[^{}]*?\s#")
_BEFORE_VALUE = re.compile(r":\s*(#.*)?$|^\s*-\s")


def conflict(text: str, file: str) -> Problem | None:
    """Where two versions of a text were not merged to the end."""
    if not (found := _CONFLICT.search(text)):
        return None
    line = text.count("\n", 0, found.start()) + 1
    told = f"`{found[1]}`: two versions of these lines were not merged; keep one, without the marks"
    return Problem(Source(file, line), told)


def syntax(error: Any, text: str, file: str) -> Problem:
    """What to say of a text that is no YAML: what libyaml found, and where the cause may be."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    if mark is None:  # a character that cannot be read at all
        line = text.encode()[: getattr(error, "position", 0)].count(b"\n")
        return Problem(Source(file, line + 1), f"not valid YAML: {reason}")
    lines = [*text.split("\n"), ""]
    context = getattr(error, "context_mark", None) or mark
    line, hint = _cause(lines, reason, mark.line, max(context.line, mark.line - 40))
    if hint:
        return Problem(Source(file, line + 1), f"not valid YAML: {hint} ({reason})")
    return Problem(Source(file, mark.line + 1, mark.column + 1), f"not valid YAML: {reason}")


def _cause(lines: list[str], reason: str, stumbled: int, began: int) -> tuple[int, str]:
    """The line that holds the mistake, and what it probably is. It is where libyaml stumbled, or
    between there and where the thing began that it was reading."""
    for line in (stumbled, *range(stumbled - 1, began - 1, -1)):
        if hint := _hint(lines[line]):
            return line, hint
    for line in range(stumbled, max(0, stumbled - 40) - 1, -1):
        bare = _unquoted(lines[line])
        if found := _HASH.search(bare) or _COMMENT.match(bare):
            return line, _COMMENTED.format(found[1])
    return _loose_end(lines, reason, stumbled, began)


def _loose_end(lines: list[str], reason: str, stumbled: int, began: int) -> tuple[int, str]:
    """What was not ended, or not begun where it should."""
    for line in range(began, stumbled + 1):
        if re.sub(r"'[^']*'|\\\"", "", lines[line]).count('"') % 2:
            return line, "a quote is not closed in this line"
    if reason.startswith("did not find expected ','"):
        if stumbled != began:
            return began, "a bracket is not closed in this line"
        return stumbled, "a text that holds a bracket or a comma has to be put in quotes here"
    if reason == "found unknown escape character":
        return stumbled, "in double quotes \\ begins an escape; put the value in single quotes"
    for line in range(stumbled - 1, max(-1, stumbled - 4), -1):
        if _KEY.match(_unquoted(lines[line])):
            return line, _hint(lines[line])
    return stumbled, _indentation(lines, stumbled)


def _indentation(lines: list[str], number: int) -> str:
    """How a line is indented otherwise than those above it allow."""
    above = [line for line in lines[:number] if line.strip() and line.lstrip()[0] != "#"]
    depth, levels = _depth(lines[number]), list[int]()
    for line in reversed(above):
        if not levels or _depth(line) < levels[-1]:
            levels.append(_depth(line))
    if levels and depth > levels[0] and not _BEFORE_VALUE.search(above[-1]):
        return (
            "this line is indented more than the one above it, which has a value already; one of "
            "the two is in the wrong column"
        )
    if levels and depth < levels[0] and depth not in levels:
        known = ", ".join(map(str, sorted(levels)))
        return f"this line is indented by {depth} blanks, and those above it by {known}"
    return ""


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _hint(line: str) -> str:
    """Which trap a line holds, if it holds one."""
    bare = _unquoted(line)
    if "\t" in line:
        return "there is a tab in this line, and YAML is indented with spaces"
    for trap, told in _IN_A_LINE.items():
        if found := trap.search(bare):
            return told.format(*found.groups())
    wide = [mark for mark in _FULL_WIDTH if mark in bare]
    if wide and re.search(r"[{\[]|^\s*-?－", bare):
        return f"full-width {wide[0]} is a part of the text; write {_FULL_WIDTH[wide[0]]!r}"
    return ""


def _unquoted(line: str) -> str:
    """A line with what stands in quotes made unrecognizable."""
    return re.sub(r"\"[^\"]*\"|'[^']*'", lambda quoted: "_" * len(quoted[0]), line)


def no_value(key: str, mark: Any, lines: list[str]) -> str:
    """Why a key has no value although one was written."""
    rest = lines[mark.line][mark.column :].lstrip() if mark.line < len(lines) else ""
    if rest.startswith("#") and not rest.startswith("# "):
        return _COMMENTED.format(key)
    if found := re.match(r"([$\w-]+)(：|:)\S", key):
        colon = "is full-width (：)" if found[2] == "：" else "needs a blank behind it"
        return f"the colon in {key!r} {colon}; write `{found[1]}: …`"
    if not re.match(r"[A-Za-z/$]", key) and rest[:1] in (",", "}"):
        return f"{key!r} has become a key; a text that holds a comma has to be put in quotes here"
    return ""


def text(value: str, behind: str = "") -> str:
    """What is wrong with an unquoted text, behind which a comment may stand."""
    if value[-1] in _QUOTES and value.count(value[-1]) % 2:
        opening = {"”": "“", "’": "‘"}.get(value[-1])
        if opening is None:
            return f"a quote is missing in front of {value}"
        if value[0] == opening:
            return f"{opening} and {value[-1]} are a part of the text; write {value[1:-1]!r}"
    if behind.lstrip().startswith("#") and not behind.lstrip("# ").startswith("TODO"):
        return (
            "an unquoted # begins a comment: put the text in quotes, or the comment on a line of "
            "its own"
        )
    return other(value)


@functools.cache  # most keys come again and again
def other(value: str) -> str:
    """What other readers of YAML would make of an unquoted text."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(value[:1], ())
    if _TIME.fullmatch(value) or any(form.match(value) for _, form in resolvers):
        return f"put {value} in quotes: other readers of YAML do not take it for text"
    return ""
