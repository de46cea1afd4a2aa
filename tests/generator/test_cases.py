"""Golden cases: what becomes of a small spec.

`cases/<name>/spec` holds the files in which the case differs from the smallest spec, `cases/base`.
Either `problems.txt` says what is wrong with it, or `expected/` holds those of the generated files
that the case is about.

`pytest tests/generator/test_cases.py --update` writes both anew; for a new case, make an empty
`problems.txt` or empty files in `expected/` first.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop

CASES = Path(__file__).parent / "cases"
REFUSED = sorted(path.parent.name for path in CASES.glob("*/problems.txt"))
ACCEPTED = sorted(path.parent.name for path in CASES.glob("*/expected"))


@pytest.mark.parametrize("name", REFUSED)
def test_a_mistake_is_named_in_one_line(name: str, workshop: Workshop, update: bool) -> None:
    golden = CASES / name / "problems.txt"
    problems = workshop.put(CASES / name / "spec").problems()
    if update:
        golden.write_text("".join(f"{problem}\n" for problem in problems), "utf-8")
    assert problems == golden.read_text("utf-8").splitlines()
    assert len(problems) == 1 or name.startswith("several-")


@pytest.mark.parametrize("name", ACCEPTED)
def test_the_output_is_as_expected_and_works(name: str, workshop: Workshop, update: bool) -> None:
    """Besides, every module can be imported, every operation called from its example, every
    callback parsed."""
    workshop.put(CASES / name / "spec").generate()
    files = sorted(path for path in (CASES / name / "expected").rglob("*") if path.is_file())
    for golden in files:
        text = workshop.text(golden.relative_to(CASES / name / "expected").as_posix())
        if update:
            golden.write_text(text, "utf-8")
        assert text == golden.read_text("utf-8")
    assert files
    workshop.exercise()
