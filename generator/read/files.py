"""The files of the spec: which there are, and what each of them says by itself.

What they refer to is up to `bundle`, what YAML makes of a text to `parse`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from generator.problems import Problem, Source
from generator.read import lines, parse
from generator.read.parse import Map


class Files:
    """The files under a folder, each read once, and everything that is wrong with them."""

    def __init__(self, root: Path, *, finished: bool, laid_out: bool) -> None:
        self.root, self.finished, self.laid_out = root.resolve(), finished, laid_out
        self.problems: list[Problem] = []
        self._contents: dict[Path, Any] = {}
        self._sections: dict[Path, str] = {}
        """The files there are, in order, with the folder each is in."""
        for path in sorted(self.root.rglob("*.[yY]*[mM][lL]")):
            if path.suffix != ".yaml":  # no reference could lead there
                told = "the files of the spec end in .yaml; rename it"
                self.wrong(Source(self.name(path), 1), told)
            elif path.is_file() and not path.is_symlink():
                self._sections[path] = "".join(path.relative_to(self.root).parts[:-1][:1])

    def name(self, path: Path) -> str:
        """The file as messages name it."""
        return path.relative_to(self.root.parent).as_posix()

    def wrong(self, source: Source, message: str) -> Map:
        """Report a problem; what stands for the value that it concerns."""
        self.problems.append(Problem(source, message))
        return Map(source, whole=False)

    def content(self, path: Path) -> Any:
        """What a file holds; its problems are told once."""
        if path not in self._contents:
            name = self.name(path)
            try:
                text = path.read_bytes().decode("utf-8")
                value, problems = parse.read(text, name)
                self.problems += problems
                if self.laid_out:
                    self.problems += lines.check(text, name, finished=self.finished)
            except UnicodeDecodeError as error:
                line = error.object.count(b"\n", 0, error.start) + 1
                value = self.wrong(Source(name, line), "not UTF-8 text; save the file as UTF-8")
            self._contents[path] = value
        return self._contents[path]

    def find(self, folder: Path, name: str) -> Path | None:
        """The file of the spec that is called `name` from `folder`, if there is one; a link is
        none."""
        path = Path(os.path.normpath(folder / name))
        return path if path in self._sections else None

    def section(self, path: Path) -> str:
        """The folder of the spec that a file is in; nothing for the index."""
        return self._sections[path]

    def instead(self, folder: Path, name: str) -> str:
        """Where the definition is that a reference in `folder` names and does not find, as the end
        of a message."""
        name = name.rpartition("/")[2]
        defined = re.compile(rf"^{re.escape(name)}:", re.MULTILINE)
        for path in self._sections if name else ():
            if defined.search(path.read_text("utf-8", errors="replace")):
                return f"; did you mean `{os.path.relpath(path, folder)}#/{name}`?"
        return ""

    def read(self) -> list[tuple[Path, Any]]:
        """The files that were asked for, with what they hold, in that order."""
        return list(self._contents.items())

    def unread(self) -> list[Path]:
        """The files that nobody asked for; `pages/` is what the vendor says, and no part of the
        spec."""
        return [
            path
            for path, section in self._sections.items()
            if path not in self._contents and section != "pages"
        ]
