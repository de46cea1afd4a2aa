"""The command `transcribe`: pages in, files under `spec/` and a report out.

A page that cannot be read is named with its line and leaves nothing behind; the others are written.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from generator.problems import Problem, Source, SpecError
from generator.read.parse import Map
from generator.transcribe import callbacks, changes, facts
from generator.transcribe.departures import departures
from generator.transcribe.draft import Draft, NoDraft
from generator.transcribe.fitting import fitted, moved
from generator.transcribe.forms import joined
from generator.transcribe.ours import Ours
from generator.transcribe.page import Described, LeftOpen, Page
from generator.transcribe.read import read
from generator.transcribe.shapes import Shapes
from generator.transcribe.skeleton import INDEX
from generator.transcribe.written import Files


def run(root: Path, named: list[Path]) -> int:
    """Transcribe pages and folders of pages; 1 where a page could not be read.

    Raises:
        SpecError: our specification cannot be read; nothing was written.
    """
    started = time.perf_counter()
    pages, problems = _read_all(list(_files(named)))
    for problem in sorted([*problems, *(remark for page in pages for remark in page.remarks)]):
        print(problem, file=sys.stderr)
    transcript = _Run(root / "spec")
    transcript.pages(pages)
    described = sum(len(page.described) for page in pages)
    print(
        f"{described} operation(s) on {len(pages)} page(s) read, {len(problems)} problem(s); "
        f"{transcript.written} file(s) written ({time.perf_counter() - started:.1f} s)"
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
        if not (spec / "openapi.yaml").is_file():
            self.write("openapi.yaml", INDEX)
        self.ours = Ours(spec)
        self.shapes = Shapes(self.ours)
        self.files = Files(self.ours, self.shapes)
        self.kept: dict[tuple[str, str], str] = {}
        """The page that described the method in a file of facts."""

    def pages(self, pages: list[Page]) -> None:
        """Keep what the pages say, compare what we have, draft what we lack."""
        for page in pages:
            self.keep(page)
        found = joined(pages)
        for _, described in found:
            self.shapes.labels.hear((*described.request, *described.answer))
        for page, described in found:
            if self.known(described) is None:
                self.draft(page, described)
        self.files.schemas()
        for name, text in self.files.texts.items():
            self.write(name, text)
            for number, line in enumerate(text.splitlines(), 1):
                _, marked, todo = line.partition("# TODO ")
                if marked:
                    print(f"{self.spec.name}/{name}:{number}: to do: {todo}")

    def keep(self, page: Page) -> None:
        """Keep the facts of a page, and tell where ours departs from them."""
        for name, said in facts.by_file(page).items():
            before = facts.kept(self.spec / name)
            for method in list(said):
                if other := self.another(name, method, before, said):
                    print(f"{page.file}:1: {method} is {other}")
                    del said[method]
            self.kept |= {(name, method): page.file for method in said}
            self.facts(name, before, said)
        for described in page.described:
            if (operation := self.known(described)) is not None:
                for text in departures(self.ours.document, operation, described):
                    print(f"{operation.source}: {described.key} ({page.form}): {text}")

    def another(
        self, name: str, method: str, before: dict[str, facts.Facts], said: dict[str, facts.Facts]
    ) -> str:
        """Which other page the facts are kept from; a page is known by its title."""
        if (name, method) in self.kept:
            return f"described by {self.kept[name, method]} too, and left out here"
        title = said[method]["title"]
        if (known := before.get(method, {}).get("title", title)) == title:
            return ""
        place = f"{self.spec.name}/{name}"
        return (
            f"kept from the page {known}, and left out here; "
            f"if the page is called {title} now, delete {place} and read it again"
        )

    def facts(
        self, name: str, before: dict[str, facts.Facts], found: dict[str, facts.Facts]
    ) -> None:
        """Keep what the page says, and tell what it said otherwise when it was last read."""
        for method, said in found.items():
            if method in before:
                for change in changes.changes(before[method], said):
                    print(f"{self.spec.name}/{name}: {method}: {change}")
        self.write(name, facts.text(before | found))

    def known(self, described: Described) -> Map | None:
        """The operation or callback of ours that a page describes."""
        if described.path:
            return self.ours.operations.get((self.ours.path(described.path), described.method))
        return self.ours.events.get(described.events[0])

    def draft(self, page: Page, described: Described) -> None:
        """Put a draft of what our specification lacks into its files."""
        place = Source(page.file, described.line)
        left_open: LeftOpen = []
        described = fitted(described, left_open)
        try:
            if described.path:
                self.operation(described, left_open)
            else:
                event = described.events[0]
                webhook = callbacks.webhook(described, self.shapes, left_open)
                file = f"webhooks/{event}.yaml"
                self.files.add(file, "post", webhook)
                self.files.indexed("webhooks", event, file)
        except NoDraft as error:
            print(Problem(place, f"no draft of {described.key}: {error}"))
        for line, text in left_open:
            at = Source(page.file, line) if line else place
            print(Problem(at, f"left open: {text}"))

    def operation(self, described: Described, left_open: LeftOpen) -> None:
        described = moved(described, self.ours.path(described.path))
        draft = Draft(described, self.shapes)
        file = f"paths{described.path}.yaml"
        self.files.add(file, described.method, draft.operation())
        self.files.indexed("paths", described.path, file)
        self.files.tagged(draft.name.product, draft.name.product)
        self.files.tagged(f"{draft.name.product}.{draft.name.resource}", draft.title)
        left_open += draft.left_open

    def write(self, name: str, text: str) -> None:
        path = self.spec / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
            self.written += 1
