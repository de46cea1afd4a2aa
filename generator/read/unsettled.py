"""What a draft left to its author: lines of the specification that still say `# TODO`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.problems import Problem, Source

_TODO = re.compile(r"(?:^|\s)# TODO\b\s*(?P<what>.*)")


def unsettled(spec: Path) -> Iterator[Problem]:
    """A problem for every `# TODO` under the folder."""
    for path in sorted(spec.rglob("*.yaml")):
        lines = path.read_text("utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            if found := _TODO.search(line):
                place = Source(path.relative_to(spec.parent).as_posix(), number)
                yield Problem(place, f"still to do: {found['what'] or 'unsaid what'}")
