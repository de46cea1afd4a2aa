"""Texts → files: writes what changed, removes what vanished, never leaves the output folder.

All new texts are on disk before the first file is replaced, so that an interrupted run leaves
whole files. Nothing is decided here.
"""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Change:
    """What differs for one file; `None` where it does not exist."""

    path: Path
    before: str | None
    after: str | None

    def diff(self) -> str:
        """The change as a unified diff; at least the name, where no line differs."""
        before, after = (self.before or "").splitlines(), (self.after or "").splitlines()
        lines = difflib.unified_diff(before, after, str(self.path), str(self.path), lineterm="")
        return (
            "\n".join(lines)
            or f"--- {self.path}: {'missing' if self.before is None else 'line ends differ'}"
        )


def changes(texts: dict[str, str], output: Path) -> list[Change]:
    """What would have to change for `output` to hold exactly `texts`."""
    wanted = {_inside(output, name): text for name, text in texts.items()}
    found = {path for path in output.rglob("*") if path.is_file() or path.is_symlink()}
    found = {path for path in found if "__pycache__" not in path.parts}
    every = [Change(path, _read(path), wanted.get(path)) for path in sorted(found | wanted.keys())]
    return [change for change in every if change.before != change.after]


def write(found: list[Change], output: Path) -> None:
    """Carry the changes out."""
    fresh: list[tuple[Path, Path]] = []
    for change in found:
        if change.after is not None:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = change.path.with_name(f".{change.path.name}.{os.getpid()}.new")
            temporary.write_bytes(change.after.encode("utf-8"))
            fresh.append((temporary, change.path))
    for temporary, path in fresh:
        temporary.replace(path)
    for change in found:
        if change.after is None:
            change.path.unlink(missing_ok=True)
            _remove_empty(change.path.parent, output)


def _inside(output: Path, name: str) -> Path:
    path = output / name
    if ".." in Path(name).parts or not path.resolve().is_relative_to(output.resolve()):
        raise ValueError(f"{name!r} leads out of {output}")
    return path


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else None


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output and folder.is_relative_to(output) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
