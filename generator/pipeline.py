"""The stages in their order: read → rules → build → output.

Also what lets a run skip work that an earlier one did: a stamp says that this input made this
output.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generator.output.write import Change, changes, write
from generator.problems import SpecError


class Project:
    """A folder with `spec/`, `templates/` and `generated/`."""

    def __init__(self, root: Path) -> None:
        self.spec, self.templates, self.output = (
            root / "spec",
            root / "templates",
            root / "generated",
        )
        self.caches = root / ".cache"
        self.cache = self.caches / _tools()
        """What was made by these very tools; the caches of others are not read, and go with the
        next run."""
        self.stamp = self.cache / "stamp"

    def generate(self) -> list[Change]:
        """Bring `generated/` up to date; the changes made.

        Raises:
            SpecError: the spec has problems; nothing was written.
        """
        inputs = _digest([*_files(self.spec), *_files(self.templates)])
        if self.stamp.is_file() and self.stamp.read_text() == inputs + _digest(_files(self.output)):
            return []
        texts = self._texts(trust_cache=True)
        found = changes(texts, self.output)
        write(found, self.output)
        self.stamp.write_text(
            inputs + _digest((name, text.encode()) for name, text in texts.items())
        )
        for other in self.caches.iterdir():
            if other != self.cache:
                shutil.rmtree(other, ignore_errors=True)
        return found

    def check(self) -> list[Change]:
        """What `generate` would change.

        Raises:
            SpecError: the spec has problems, or is not finished.
        """
        from generator.read.unsettled import unsettled  # late, as all stages

        if problems := list(unsettled(self.spec)):
            raise SpecError(problems)
        return changes(self._texts(trust_cache=False), self.output)

    def _texts(self, *, trust_cache: bool) -> dict[str, str]:
        from generator import rules
        from generator.read import bundle
        from generator.rules import (
            standard,  # late: a project that is up to date needs none of them
        )

        document = bundle.load(self.spec)
        rules.check(
            document
        )  # first: the validators speak of symptoms where a house rule names the cause
        validation = _Aside(standard.check, document, self.cache / "valid" if trust_cache else None)
        from generator.build import api as build
        from generator.build import reference
        from generator.output import format, render  # while the validators are at work

        api = build.build(document)
        rendered = render.render(api, self.templates, reference.pages(api), self.cache / "jinja")
        texts = {
            **format.format_all(rendered, self.cache / "black"),
            **render.copied(self.templates),
        }
        if problems := validation.result():
            raise SpecError(problems)
        return texts


class _Aside:
    """A function at work in a forked process while this one goes on; what it returns is pickled,
    its arguments are not."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        context = get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        context.Process(target=lambda: sender.send(function(*arguments))).start()
        sender.close()

    def result(self) -> Any:
        """What the function returned; `EOFError` where it raised, its traceback being on the
        screen."""
        return self._receiver.recv()


def _tools() -> str:
    """A fingerprint of everything that makes an output of an input, beside the templates."""
    versions = [sys.version]
    for package in (
        "black",
        "jinja2",
        "jsonschema",
        "jsonschema-rs",
        "openapi-spec-validator",
        "pyyaml",
    ):
        with suppress(PackageNotFoundError):  # not all of them need to be there
            versions.append(f"{package} {version(package)}")
    return _digest([*_files(Path(__file__).parent), ("versions", "\n".join(versions).encode())])[
        :16
    ]


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file in the folder, by its name there."""
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    """A fingerprint of the files, names included."""
    digest = hashlib.sha256()
    for name, content in sorted(files):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
