"""Texts → files: writes what changed, removes what vanished, never leaves the output folder.

All new texts are on disk before the first file is replaced, so that a run that is interrupted or
runs out of disk leaves whole files. Nothing is decided here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_NOT_OURS = frozenset({"__pycache__", ".git", ".hg", ".jj", ".svn"})
"""Where others keep things of their own, and lose them for nobody."""


class OutputError(Exception):
    """The output folder cannot be brought up to date; nothing was written."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs for one file; `None` where it does not exist."""

    path: Path
    before: str | None
    after: str | None

    def diff(self) -> str:
        """The change as a unified diff; at least the name, where no line differs."""
        import difflib  # late: only --check shows what differs

        before, after = (self.before or "").splitlines(), (self.after or "").splitlines()
        lines = difflib.unified_diff(before, after, str(self.path), str(self.path), lineterm="")
        return (
            "\n".join(lines)
            or f"--- {self.path}: {'missing' if self.before is None else 'line ends differ'}"
        )

    @property
    def kind(self) -> str:
        """What happens to the file: `added`, `changed` or `removed`."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"


def changes(texts: dict[str, str], output: Path) -> list[Change]:
    """What would have to change for `output` to hold exactly `texts`.

    Raises:
        OutputError: a text has no place to go.
    """
    wanted = {_inside(output, name): text for name, text in texts.items()}
    every = sorted(set(files(output)) | wanted.keys())
    found = [Change(path, _read(path), wanted.get(path)) for path in every]
    return [change for change in found if change.before != change.after]


def files(output: Path) -> list[Path]:
    """Every file below the folder that is the generator's business."""
    return [
        path
        for path in output.rglob("*")
        if (path.is_file() or path.is_symlink())
        and not _NOT_OURS & set(path.relative_to(output).parts)
    ]


def write(found: list[Change], output: Path) -> None:
    """Carry the changes out.

    Raises:
        OSError: a file cannot be written; none was replaced.
    """
    fresh: list[tuple[Path, Path]] = []
    try:
        for change in found:
            if change.after is not None:
                change.path.parent.mkdir(parents=True, exist_ok=True)
                temporary = change.path.with_name(f".{change.path.name}.{os.getpid()}.new")
                fresh.append((temporary, change.path))
                _write(temporary, change.after, shown=change.path)
        for temporary, path in fresh:
            temporary.replace(path)
    finally:
        for temporary, _ in fresh:
            temporary.unlink(missing_ok=True)
    for change in found:
        if change.after is None:
            change.path.unlink(missing_ok=True)
            _remove_empty(change.path.parent, output)


def _write(path: Path, text: str, *, shown: Path) -> None:
    try:
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:  # that of a full disk names no file
        error.filename = os.fspath(shown)
        raise


def _inside(output: Path, name: str) -> Path:
    path = output / name
    if ".." in Path(name).parts or not path.resolve().is_relative_to(output.resolve()):
        raise OutputError(f"{path} leads out of {output}; take the link away")
    if path.is_dir() and not path.is_symlink():
        raise OutputError(f"{path} is a folder, and a file belongs there; take it away")
    for folder in path.relative_to(output.parent).parents:
        if (output.parent / folder).is_file():
            raise OutputError(
                f"{output.parent / folder} is a file, and a folder belongs there; take it away"
            )
    return path


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else None


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output and folder.is_relative_to(output) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
