"""`python -m generator diff`: prints what the working tree's specification changes for callers, and
what the vendor changed on the documentation pages behind it.

Exit code 0: told; 1: with `--announced`, a breaking change that CHANGELOG.md does not announce.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from generator.diff import pages, report
from generator.diff.compare import compare
from generator.diff.kinds import Severity
from generator.diff.revisions import NoRevision, at, merge_base, standing, text_at
from generator.diff.surface import surface

_BREAKING_SECTION = re.compile(r"^### Breaking\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)


def run(root: Path, base: str, form: str, *, announced: bool) -> int:
    """Print the changes of the project in `root`; returns the exit code.

    Args:
        root: The project.
        base: A git revision or a folder; empty means where the main branch was left.
        form: `markdown` or `json`.
        announced: Whether a break must stand in the changelog.

    Raises:
        SpecError: One of the two specifications cannot be read.
    """
    try:
        base = base or merge_base(root)
        before, after = at(root, base), standing(root)
    except NoRevision as error:
        print(error, file=sys.stderr)
        return 2
    changes = compare(surface(before.api), surface(after.api))
    changes += pages.compare(before.pages, after.pages)
    to_text = report.to_json if form == "json" else report.to_markdown
    print(to_text(changes), end="")
    broken = any(change.severity == Severity.BREAKING for change in changes)
    if announced and broken:
        now = (root / "CHANGELOG.md").read_text("utf-8")
        if not _announced(now) - _announced(text_at(root, base, "CHANGELOG.md")):
            print("CHANGELOG.md: a line under `### Breaking` is expected", file=sys.stderr)
            return 1
    return 0


def _announced(changelog: str) -> set[str]:
    """The lines under the headings `Breaking`."""
    found = _BREAKING_SECTION.findall(changelog)
    return {line for section in found for line in section.splitlines() if line.strip()}
