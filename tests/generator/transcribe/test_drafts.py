"""Golden cases: what becomes of a small page.

`cases/<name>/page.md` is a page in the form of one of the sites; `expected/` holds what
transcribing it adds to the smallest spec, `said.txt` what is said. `pytest
tests/generator/transcribe/test_drafts.py --update` writes both anew.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from workshop import BASE, Workshop

from generator.transcribe import command

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/page.md"))


def transcribed(name: str, workshop: Workshop) -> dict[str, str]:
    """Transcribe the page of a case; the files that are new in the spec, and the new lines of the
    others."""
    command.run(workshop.root, [CASES / name / "page.md"])
    found: dict[str, str] = {}
    for path in sorted(workshop.spec.rglob("*.yaml")):
        file = path.relative_to(workshop.spec).as_posix()
        text, base = path.read_text("utf-8"), BASE / file
        before = base.read_text("utf-8").splitlines() if base.is_file() else []
        if new := [line for line in text.splitlines() if line not in before or not before]:
            found[file] = "".join(f"{line}\n" for line in new)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_page_becomes_files(
    name: str, workshop: Workshop, update: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    found = transcribed(name, workshop)
    heard = capsys.readouterr()
    said = (heard.err + heard.out).replace(str(CASES / name), "…")
    found["said.txt"] = re.sub(r"\(\d+\.\d s\)", "(… s)", said)
    golden = CASES / name / "expected"
    if update:
        shutil.rmtree(golden, ignore_errors=True)
        for file, text in found.items():
            (golden / file).parent.mkdir(parents=True, exist_ok=True)
            (golden / file).write_text(text, "utf-8")
    expected = {
        path.relative_to(golden).as_posix(): path.read_text("utf-8")
        for path in golden.rglob("*")
        if path.is_file()
    }
    assert found == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_accepted_and_works(name: str, workshop: Workshop) -> None:
    """The generator takes the draft as it is; every operation is called, every callback parsed."""
    transcribed(name, workshop)
    workshop.generate()
    workshop.exercise()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "known"])
def test_a_draft_is_a_specification_of_its_own(name: str, tmp_path: Path) -> None:
    """Where there is none yet: one page is enough, whatever it describes."""
    workshop = Workshop(tmp_path, None)
    command.run(workshop.root, [CASES / name / "page.md"])
    workshop.generate()
    workshop.exercise()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_read_again_changes_nothing(
    name: str, workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    first = transcribed(name, workshop)
    capsys.readouterr()
    assert transcribed(name, workshop) == first
    assert " 0 file(s) written" in capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name in NAMES if name != "known"])
def test_a_draft_departs_from_its_page_in_nothing(
    name: str, workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    transcribed(name, workshop)
    capsys.readouterr()
    command.run(workshop.root, [CASES / name / "page.md"])
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_all_pages_of_a_folder_go_into_one_specification(workshop: Workshop) -> None:
    assert command.run(workshop.root, [CASES]) == 0
    workshop.generate()
    workshop.exercise()
