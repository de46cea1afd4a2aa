"""Both type checkers, in their strictest mode, find nothing in the package, the generator and
`typed/`.

There, silenced mistakes are part of what is checked: a mistake that a checker overlooks is a
needless comment, and reported.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


CONFIGURED = {"mypy": "--config-file=pyproject.toml", "basedpyright": "--project=pyproject.toml"}


@pytest.mark.parametrize("checker", CONFIGURED)
def test_no_problems(checker: str) -> None:
    command = [sys.executable, "-m", checker, CONFIGURED[checker]]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert found.returncode == 0, found.stdout + found.stderr


def test_the_mistakes_are_silenced_for_both() -> None:
    mistakes = (
        (ROOT / "tests" / "package" / "typed" / "mistakes.py").read_text("utf-8").splitlines()
    )
    assert (
        sum("# type: ignore[" in line and "# pyright: ignore[" in line for line in mistakes) >= 40
    )
