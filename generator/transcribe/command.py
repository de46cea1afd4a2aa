"""The command `transcribe`: pages in, files under `spec/` and a report out.

A page that cannot be read is named with its line and leaves nothing behind; the others are written.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generator.problems import Problem, Source, SpecError
from generator.read import bundle
from generator.read.document import callbacks, operations
from generator.read.parse import Map
from generator.transcribe import changes, facts
from generator.transcribe.departures import departures
from generator.transcribe.page import Page
from generator.transcribe.read import read


def main(arguments: list[str], root: Path) -> int:
    """Transcribe the pages named on the command line; 1 where a page could not be read."""
    options = argparse.ArgumentParser(prog="python -m generator transcribe", description=__doc__)
    options.add_argument("page", nargs="+", type=Path, help="a page, or a folder of pages (*.md)")
    started = time.perf_counter()
    pages, problems = _read_all(list(_files(options.parse_args(arguments).page)))
    for problem in sorted([*problems, *(remark for page in pages for remark in page.remarks)]):
        print(problem, file=sys.stderr)
    run = _Run(root / "spec")
    try:
        run.pages(pages)
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1
    described = sum(len(page.described) for page in pages)
    print(
        f"{described} operation(s) on {len(pages)} page(s) read, {len(problems)} problem(s); "
        f"{run.written} file(s) written ({time.perf_counter() - started:.1f} s)"
    )
    return 1 if problems else 0


def _files(named: list[Path]) -> Iterator[Path]:
    for path in named:
        yield from sorted(path.rglob("*.md")) if path.is_dir() else [path]


def _read_all(files: list[Path]) -> tuple[list[Page], list[Problem]]:
    """Every page that can be read, and why the others cannot; progress is shown on a terminal."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for number, path in enumerate(files, 1):
        if sys.stderr.isatty():
            end = "\n" if number == len(files) else ""
            filled = 30 * number // len(files)
            print(
                f"\r[{'#' * filled:30}] {number}/{len(files)}", end=end, file=sys.stderr, flush=True
            )
        try:
            pages.append(read(path, str(path)))
        except SpecError as error:
            problems += error.problems
        except OSError as error:
            problems.append(Problem(Source(str(path), 1), error.strerror or "cannot be read"))
    return pages, problems


class _Run:
    """What one run writes and says."""

    def __init__(self, spec: Path) -> None:
        self.spec, self.written = spec, 0
        self.document: Map | None = None

    def pages(self, pages: list[Page]) -> None:
        self.document = bundle.load(self.spec)
        for page in pages:
            for name, found in facts.by_file(page).items():
                self.facts(name, found)
            self.compare(page)

    def facts(self, name: str, found: dict[str, facts.Facts]) -> None:
        """Keep what the page says, and tell what it said otherwise when it was last read."""
        path = self.spec / name
        before = facts.kept(path)
        for method, said in found.items():
            if method in before:
                for change in changes.changes(before[method], said):
                    print(f"{path}: {method}: {change}")
        self.write(name, facts.text(before | found))

    def compare(self, page: Page) -> None:
        """Tell where our specification departs from the page."""
        assert self.document is not None
        ours = {(path, method): operation for path, method, operation in operations(self.document)}
        events = dict(callbacks(self.document))
        for described in page.described:
            operation = ours.get((described.path, described.method))
            if not described.path:
                operation = events.get(described.events[0])
            if operation is not None:
                for text in departures(self.document, operation, described):
                    print(f"{operation.source}: {described.key} ({page.form}): {text}")

    def write(self, name: str, text: str) -> None:
        path = self.spec / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            self.written += 1
