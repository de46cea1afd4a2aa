"""How a run looks: problems with the line they are about, what was done, what is being done.

In a pipe everything is one plain line. What there is to say is decided elsewhere.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TextIO

from generator.output.write import Change
from generator.problems import Problem
from generator.python import columns

_PATIENCE = 1.0
"""Seconds without a word."""


class Terminal:
    """Where a run is followed, and since when."""

    def __init__(self, root: Path, stream: TextIO = sys.stderr) -> None:
        self.root, self.stream = root, stream
        self.lively = stream.isatty() and os.environ.get("TERM") != "dumb"
        self.coloured = self.lively and "NO_COLOR" not in os.environ
        self.started = time.perf_counter()
        self._files: dict[str, list[str]] = {}

    def stage(self, name: str) -> None:
        """Name what is being done, where somebody waits for it."""
        if self.lively and time.perf_counter() - self.started > _PATIENCE:
            print(f"\r\033[K{name} …", end="", file=self.stream, flush=True)

    def clear(self) -> None:
        """Take the name of the stage away."""
        if self.lively:
            print("\r\033[K", end="", file=self.stream, flush=True)

    def problems(self, problems: tuple[Problem, ...]) -> None:
        """Every problem, and on a terminal the line that it is about."""
        self.clear()
        for problem in problems:
            source, message = str(problem.source), str(problem).removeprefix(f"{problem.source}: ")
            print(f"{self._in(source, '1')}: {self._in(message, '31')}", file=self.stream)
            if self.lively and (line := self._line(problem)):
                print(line, file=self.stream)
        count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
        print(f"{count}; nothing written", file=self.stream)

    def removing(self, found: list[Change]) -> None:
        """What is about to be removed."""
        self.clear()
        for change in found:
            print(f"removes {change.path.relative_to(self.root)}", file=self.stream)

    def summary(self, found: list[Change], *, would: bool) -> str:
        """What was done, in one line."""
        self.clear()
        seconds = f"{time.perf_counter() - self.started:.1f} s"
        if not found:
            return f"nothing {'would change' if would else 'changed'} ({seconds})"
        kinds = [change.kind for change in found]
        counts = [f"{kinds.count(kind)} {kind}" for kind in ("changed", "added", "removed")]
        told = ", ".join(count for count in counts if not count.startswith("0"))
        return f"{len(found)} file(s) {'would differ' if would else 'written'}: {told} ({seconds})"

    def _in(self, text: str, colour: str) -> str:
        return f"\033[{colour}m{text}\033[0m" if self.coloured else text

    def _line(self, problem: Problem) -> str:
        """The line of a problem, with a mark under its column."""
        source = problem.source
        try:
            lines = (self.root / source.file).read_text("utf-8").split("\n")
            line = lines[source.line - 1]
        except (OSError, UnicodeDecodeError, IndexError):
            return ""
        gutter = f"{source.line:>6} │ "
        start = source.column - 1 if source.column else len(line) - len(line.lstrip(" -"))
        margin = " " * (len(gutter) + columns(line[:start]))
        shown = "".join(c if c.isprintable() else "·" for c in line)
        return f"{self._in(gutter, '2')}{shown}\n{margin}{self._in('^', '31')}"
