"""What is wrong with the input, and where: the one way the generator reports anything.

No printing and no exit codes here; `__main__` does both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

_Thing = TypeVar("_Thing")


class Source(NamedTuple):
    """A place in an input file; the file is named relative to the project's root."""

    file: str
    line: int
    column: int = 0
    """Counted from 1; 0 for what comes first on its line, which needs no column to be found."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" + (f":{self.column}" if self.column else "")


class Problem(NamedTuple):
    """One thing that is wrong; the message says what was found and what was expected."""

    source: Source
    message: str

    def __str__(self) -> str:
        return f"{self.source}: {self.message}".replace("\n", "\\n")  # one line, whatever it quotes


def meant(name: str, known: Iterable[str], alike: float = 0.6) -> str:
    """What was probably meant by a name that is not known, as the end of a message; `alike` is
    how much of it has to be the same."""
    if wide := next((mark for mark in name if mark in "，、；："), ""):
        return f"; a full-width {wide} parts nothing"
    from difflib import get_close_matches  # late: most runs have nothing to guess

    near = get_close_matches(name, known, n=1, cutoff=alike)
    return f"; did you mean `{near[0]}`?" if near else ""


def repeated(found: Iterable[tuple[_Thing, Source]]) -> Iterator[tuple[_Thing, Source, Source]]:
    """What is there again, with its source and that of the first; a thing that is met twice at
    one place is there once."""
    seen: dict[_Thing, Source] = {}
    for thing, source in found:
        if (first := seen.setdefault(thing, source)) is not source:
            yield thing, source, first


class SpecError(Exception):
    """The input cannot be used. Carries every problem that was found, in order of place, each
    once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
