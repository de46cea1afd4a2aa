"""The form of the lines of a spec file, whatever they say.

What YAML makes of them is up to `parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem, Source
from generator.python import columns

LONGEST = 140
"""Columns; a Chinese character counts two."""
_MEMBER = re.compile(r"\s*(?:- )*(?:[\w$-]+:\s+)?[{\[]")
"""A line with a value of several parts, which can be written a part a line."""
_TO_DO = re.compile(r"#\s*TODO\b.*")


def check(text: str, file: str, *, finished: bool) -> Iterator[Problem]:
    """Members that take more than a line, or, in a spec that is to be finished, hold a `# TODO`."""
    index = file.endswith("/openapi.yaml")  # whose lines are as long as a path
    for number, line in enumerate(text.split("\n"), 1):
        long = len(line) > LONGEST // 2 and not index and _MEMBER.match(line)
        if long and (width := columns(line)) > LONGEST:
            yield Problem(
                Source(file, number),
                f"{width} columns: a member that takes more than {LONGEST} is written a key a line",
            )
        if finished and (found := _TO_DO.search(line)):
            yield Problem(Source(file, number), f"still to be done: {found[0]}")
