"""The stages in their order: load → lint → build → render → format → write.

Also what lets a run skip work that an earlier one did: a stamp says that this input made this output.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generator.problems import SpecError
from generator.write import Change, changes, write


class Project:
    """A folder with `spec/`, `templates/` and `generated/`."""

    def __init__(self, root: Path) -> None:
        self.spec, self.templates, self.output = root / "spec", root / "templates", root / "generated"
        self.cache = root / ".cache"
        self.stamp = self.cache / "stamp"

    def generate(self) -> list[Change]:
        """Bring `generated/` up to date; the changes made.

        Raises:
            SpecError: the spec has problems; nothing was written.
        """
        inputs = _digest([self.spec, self.templates, Path(__file__).parent])
        if self.stamp.is_file() and self.stamp.read_text() == inputs + _digest([self.output]):
            return []
        found = changes(self._texts(trust_cache=True), self.output)
        write(found, self.output)
        self.cache.mkdir(exist_ok=True)
        self.stamp.write_text(inputs + _digest([self.output]))
        return found

    def check(self) -> list[Change]:
        """What `generate` would change.

        Raises:
            SpecError: the spec has problems.
        """
        return changes(self._texts(trust_cache=False), self.output)

    def _texts(self, *, trust_cache: bool) -> dict[str, str]:
        from generator import lint, load, standard  # late: a project that is up to date needs none of them

        document = load.load(self.spec)
        lint.check(document)  # first: the validators speak of symptoms where a house rule names the cause
        validation = _Aside(standard.check, document, self.cache / "valid" if trust_cache else None)
        from generator import build, format, reference, render  # while the validators are at work

        api = build.build(document)
        rendered = render.render(api, self.templates, reference.pages(api), self.cache / "jinja")
        texts = {**format.format_all(rendered, self.cache / "black"), **render.copied(self.templates)}
        if problems := validation.result():
            raise SpecError(problems)
        return texts


class _Aside:
    """A function at work in a forked process while this one goes on; what it returns is pickled, its arguments are not."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        context = get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        context.Process(target=lambda: sender.send(function(*arguments))).start()
        sender.close()

    def result(self) -> Any:
        """What the function returned; `EOFError` where it raised, its traceback being on the screen."""
        return self._receiver.recv()


def _digest(folders: Iterable[Path]) -> str:
    """A fingerprint of every file in the folders, names included."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                content = path.read_bytes()
                digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
