"""A git revision, or a folder, → the API that its `spec/` describes. Nothing is compared here."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build import api as build
from generator.ir.package import Api
from generator.read import bundle


class NoRevision(Exception):
    """There is no such revision; the text says what was looked for."""


def api_of(folder: Path) -> Api:
    """The API of the specification in a folder.

    Raises:
        SpecError: It cannot be read.
    """
    return build.build(bundle.load(folder))


def api_at(root: Path, base: str) -> Api:
    """The API as of a git revision of the project, or of another folder that holds a `spec/`.

    Raises:
        NoRevision: It is neither.
        SpecError: The specification of then cannot be read with the generator of now.
    """
    if (Path(base) / "spec").is_dir():
        return api_of(Path(base) / "spec")
    packed = _git(root, "archive", "--format=tar", base, "spec")
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
        return api_of(Path(folder) / "spec")


def text_at(root: Path, base: str, name: str) -> str:
    """A file as of a revision or in a folder; empty where there is none."""
    if (Path(base) / "spec").is_dir():
        path = Path(base) / name
        return path.read_text("utf-8") if path.is_file() else ""
    try:
        return _git(root, "show", f"{base}:./{name}").decode("utf-8")
    except NoRevision:
        return ""


def merge_base(root: Path) -> str:
    """The revision at which the working tree left the main branch.

    Raises:
        NoRevision: There is no main branch here.
    """
    for branch in ("origin/main", "main"):
        try:
            return _git(root, "merge-base", "HEAD", branch).decode().strip()
        except NoRevision:
            continue
    raise NoRevision("no main branch to compare with: give a revision or a folder, BASE=…")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision("git is not installed: give a folder that holds a spec/, BASE=…") from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip()
        raise NoRevision(f"no folder with a spec/, and git says: {said}")
    return run.stdout
