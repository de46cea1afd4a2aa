"""A git revision, or a folder, → its `spec/`: the API that it describes, and what the documentation
pages said. Nothing is compared here."""

from __future__ import annotations

import io
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build import api as build
from generator.ir.package import Api
from generator.problems import Problem, SpecError
from generator.read import bundle

_PAGES = "spec/pages/"


class NoRevision(Exception):
    """There is no such revision; the text says what was looked for."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A specification as of some time."""

    api: Api
    pages: dict[str, bytes]
    """The files of `spec/pages/`, by their name in there."""


def standing(root: Path) -> Revision:
    """The specification in a folder.

    Raises:
        SpecError: It cannot be read.
    """
    pages = root / _PAGES
    said = {path.relative_to(pages).as_posix(): path.read_bytes() for path in pages.rglob("*.yaml")}
    return Revision(api_of(root / "spec"), said)


def api_of(spec: Path, *, laid_out: bool = True) -> Api:
    """The API of the specification in a folder; that of a past one need not be `laid_out` as we
    want it today.

    Raises:
        SpecError: It cannot be read, or breaks a rule that it takes to understand it.
    """
    reading = bundle.read(spec, laid_out=laid_out)
    if reading.problems:
        raise SpecError(reading.problems)
    try:
        return build.build(reading.document)
    except Exception:
        from generator import rules  # late: they are half of the time, and all is well mostly

        rules.check(reading)
        raise


def at(root: Path, base: str) -> Revision:
    """The specification as of a git revision of the project, or in another folder with a `spec/`.

    Raises:
        NoRevision: It is neither.
        SpecError: The specification of then cannot be read with the generator of now.
    """
    try:
        return standing(Path(base)) if (Path(base) / "spec").is_dir() else _committed(root, base)
    except SpecError as error:
        problems = [
            Problem(each.source, f"as of {base}: {each.message}") for each in error.problems
        ]
        raise SpecError(problems) from None


def _committed(root: Path, base: str) -> Revision:
    packed = _git(root, "archive", "--format=tar", base, "spec")
    pages: dict[str, bytes] = {}
    with TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            if member.name.startswith(_PAGES):
                if (file := archive.extractfile(member)) is not None:
                    pages[member.name.removeprefix(_PAGES)] = file.read()
            else:
                archive.extract(member, folder, filter="data")
        return Revision(api_of(Path(folder) / "spec", laid_out=False), pages)


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
