"""The stages in their order: read → rules → build → output.

Also what lets a run do nothing: a stamp says that this input, these tools and this output belong
together. It is held against all three, so that one that says something else, or nothing at all,
costs no more than a run.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.output.write import Change, changes, files, write
from generator.read.parse import Map

Tell = Callable[[str], None]
"""Hears which stage begins."""


class Project:
    """A folder with `spec/`, `templates/` and `generated/`."""

    def __init__(self, root: Path, tell: Tell = lambda stage: None) -> None:
        self.root, self.tell = root, tell
        self.spec, self.templates = root / "spec", root / "templates"
        self.output = root / "generated"
        self.stamp = root / ".cache" / "stamp"

    def generate(
        self, removing: Callable[[list[Change]], None] = lambda found: None
    ) -> list[Change]:
        """Bring `generated/` up to date; the changes made. What will be removed is told first.

        Raises:
            SpecError: the spec has problems; nothing was written.
            OutputError: `generated/` holds something in the place of a file; nothing was written.
        """
        with self._alone(fcntl.LOCK_EX):
            inputs = self._inputs()
            # contents, not times: reading both costs next to nothing beside making one of the other
            if self._stamped() == inputs + _digest(_contents(self.output, files(self.output))):
                return []
            texts = self.texts()
            self.tell("writing")
            found = changes(texts, self.output)
            removing([change for change in found if change.after is None])
            write(found, self.output)
            made = _digest((name, text.encode()) for name, text in texts.items())
            with suppress(OSError):  # without a stamp the next run is a longer one
                self.stamp.parent.mkdir(exist_ok=True)
                self.stamp.write_text(inputs + made)
            return found

    def check(self) -> list[Change]:
        """What `generate` would change, found from nothing.

        Raises:
            SpecError: the spec has problems, or something in it is still to be done.
            OutputError: `generated/` holds something in the place of a file.
        """
        with self._alone(fcntl.LOCK_SH):
            return changes(self.texts(finished=True), self.output)

    def texts(self, *, finished: bool = False) -> dict[str, str]:
        """Every file of `generated/` as it should be."""
        document = self.document(finished=finished)
        from generator.build import api as build  # late: a spec with problems needs none of them
        from generator.build import reference
        from generator.output import format, render

        self.tell("building")
        api = build.build(document)
        self.tell("rendering")
        rendered = render.render(api, self.templates, reference.pages(api))
        self.tell("formatting")
        formatted = format.format_all(rendered, every=finished)
        return {**formatted, **render.copied(self.templates)}

    def document(self, *, finished: bool = False) -> Map:
        """The specification, read and in order.

        Raises:
            SpecError: it has problems.
        """
        from generator import rules  # late: a project that is up to date needs none of them
        from generator.read import bundle

        self.tell("reading")
        reading = bundle.read(self.spec, finished=finished)
        self.tell("checking")
        return rules.check(reading, finished=finished)

    @contextmanager
    def _alone(self, lock: int) -> Iterator[None]:
        """While no other run is at work; the lock is one on the folder and needs no file."""
        folder = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(folder, lock)
            yield
        finally:
            os.close(folder)

    def _stamped(self) -> str:
        try:
            return self.stamp.read_text("ascii")
        except (OSError, UnicodeDecodeError):
            return ""

    def _inputs(self) -> str:
        """A fingerprint of everything that the output is made from, and with."""
        parts = [("versions", "\n".join([sys.version, *_installed()]).encode())]
        for folder in (self.spec, self.templates, Path(__file__).parent):
            parts += _contents(folder, folder.rglob("*"))
        return _digest(parts)


def _installed() -> Iterator[str]:
    """The packages that can be imported, with their versions, as their folders are named."""
    for folder in sys.path:
        yield from sorted(path.name for path in Path(folder).glob("*.dist-info"))


def _contents(folder: Path, paths: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Files by their name in the folder around it."""
    for path in paths:
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """A fingerprint of the files, names included."""
    digest = hashlib.sha256()
    for name, content in sorted(parts):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
