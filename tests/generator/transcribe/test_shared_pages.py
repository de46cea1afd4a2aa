"""The pages of the two sites, where they lie beside the repository: what stands on them is what we
read, and what we keep of them is what they say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from workshop import ROOT, Workshop

from generator.transcribe import command, facts
from generator.transcribe.read import read

FACTS = ROOT.parent / "shared" / "facts"
PARTS = {
    "php": {
        "path_params": [""],
        "query_params": ["query."],
        "request_body": ["json.", "body."],
        "response": [""],
    },
    "js": {
        "path_params": [""],
        "query_params": ["params."],
        "request_body": ["data."],
        "response": [""],
    },
}
"""The parts of the facts, and what stands before the names of their rows on a page."""
PAGES = ROOT.parent / "shared" / "pages"
ROW = re.compile(
    r"\| (?P<name>[^|{]+?) *(?:\{(?P<marks>[^}]*)\})? *\| *(?P<type>[^|{]+?) *(?:\{[^}]*\})? *"
    r"\| *(?P<text>(?:\\\||[^|])*)"
)
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="no pages in ../shared/pages")
TABLES = sorted(PAGES.glob("*/php/**/*.md"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: str(path.relative_to(PAGES)))
def test_every_row_is_as_the_page_has_it(path: Path) -> None:
    """Against a reading of single lines, which knows nothing of Markdown."""
    page = read(path, "page.md")
    rows = {row.line: row for each in page.described for row in (*each.request, *each.answer)}
    assert page.remarks == ()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        found = ROW.match(line)
        if found is None or "{.type}" in line or re.match(r"\| --", line):
            assert number not in rows
            continue
        row, marks = rows.pop(number), found["marks"] or ""
        depth = re.search(r"data-indent=(\d)", marks)
        required = "data-required" in marks
        assert (row.name, row.type, row.required) == (found["name"], found["type"], required)
        assert row.depth == int(depth[1] if depth else 0)
        if "枚举值" in found["text"]:
            last = found["text"].partition("枚举值")[0].rpartition("<br/>")[2]
            assert list(row.words.enum) == re.findall(r"`([^`]+)`", last)
    assert not rows


def test_what_is_kept_of_the_pages_is_what_they_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    assert command.run(tmp_path, [PAGES / "in-scope"]) == 0
    heard = capsys.readouterr()
    assert heard.err == ""
    assert "0 problem(s); 0 file(s) written" in heard.out
    assert "spec/pages" not in heard.out


@pytest.mark.skipif(not FACTS.is_dir(), reason="no facts in ../shared/facts")
@pytest.mark.parametrize("form", ["php", "js"])
def test_what_is_kept_agrees_with_facts_gathered_by_others(form: str) -> None:
    """Where they cite the same pages: every row is there, and as required as they say."""
    compared = 0
    for path in FACTS.rglob("endpoints/**/*.yaml"):
        fact = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)  # ten times faster
        kept = ROOT / "spec" / "pages" / form / f"{fact['path'].strip('/')}.yaml"
        if kept.is_file():
            said = facts.kept(kept)[fact["method"].lower()]
            for part, top in PARTS[form].items():
                rows = said.get("answer" if part == "response" else "request", [])
                known = {row["name"]: row for row in rows if isinstance(row, dict)}
                for name, row in gathered(fact.get(part, []), form):
                    compared += 1
                    ours = next(known[t + name] for t in top if t + name in known)
                    if form in row.get("required_by_source", {}):
                        assert ours["required"] == row["required_by_source"][form], name
    assert compared > 400


def gathered(part: Any, form: str, above: str = "") -> Iterator[tuple[str, Any]]:
    """The rows of a part of the facts that cite pages of the form, with the names above them."""
    for row in part.get("body", []) if isinstance(part, dict) else part:
        if form in row.get("sources", []):
            yield above + row["name"], row
        yield from gathered(row.get("children", []), form, f"{above}{row['name']}.")


def test_drafts_are_accepted_into_our_specification(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop(tmp_path, ROOT / "spec")
    assert command.run(workshop.root, [PAGES / "elsewhere"]) == 0
    capsys.readouterr()
    workshop.generate()


def test_drafts_make_a_package_that_works_by_themselves(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop(tmp_path, None)
    assert command.run(workshop.root, [PAGES / "elsewhere"]) == 0
    capsys.readouterr()
    workshop.generate()
    workshop.exercise()
    command.run(workshop.root, [PAGES / "elsewhere" / "php"])
    departures = [line for line in capsys.readouterr().out.splitlines() if line[:5] == "spec/"]
    assert [line.rpartition(": ")[2] for line in departures] == [
        "`meta.bank_type` is on the page and not in ours"  # an upload sends no more than its digest
    ]
