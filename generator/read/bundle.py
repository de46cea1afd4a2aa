"""Spec files → one document: references across files followed, everything bundled.

The bundle's containers still know where they were written, so that every later stage can name file
and line. What the document should look like is the business of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Problem, Source, SpecError
from generator.read import lines, parse
from generator.read.parse import Map, Seq
from generator.read.references import DATA_KEYS, NAME_MAPS

SECTIONS = ("schemas", "parameters", "responses", "examples")
"""The folders whose files hold definitions by name."""
_DEEPEST_REFERENCE = 20


@dataclass(frozen=True, slots=True)
class Reading:
    """What the files say."""

    document: Map
    """All of it that could be read; what could not is left out, and told by `Map.whole`."""
    problems: list[Problem]
    unused: list[Problem]
    """What nothing refers to: a mistake of its own only where nothing else is wrong."""


def load(root: Path) -> Map:
    """The spec under the folder `root` as one document without references between files.

    Raises:
        SpecError: with every problem found, when the files cannot be read as one document.
    """
    reading = read(root)
    if problems := reading.problems or reading.unused:
        raise SpecError(problems)
    return reading.document


def read(root: Path, *, finished: bool = False, laid_out: bool = True) -> Reading:
    """The spec under the folder `root`, with everything that is wrong with its files; where it is
    to be finished, what is marked as still to be done is wrong, too; how lines are laid out is of
    no interest in one that is history."""
    bundler = _Bundler(root.resolve(), root.resolve().parent, finished=finished, laid_out=laid_out)
    index = bundler.root / "openapi.yaml"
    bundler.strays()
    if not index.is_file():
        place = Source(bundler.name(index), 1)
        bundler.problems.append(Problem(place, "no such file; it is the index of the spec"))
        return Reading(Map(place, whole=False), bundler.problems, [])
    content = bundler.file(index)
    document = bundler.mapping(bundler.resolved(content, index), Source(bundler.name(index), 1))
    components = bundler.mapping(
        document.setdefault("components", Map(document.source)), document.at("components")
    )
    document["components"] = components
    for section, members in bundler.components.items():
        gathered = bundler.mapping(
            components.setdefault(section, Map(document.source)), components.at(section)
        )
        gathered.update(members)
        gathered.places.update(members.places)
        components[section] = gathered
    unused = list(bundler.unused())
    return Reading(document, bundler.problems, unused)


class _Bundler:
    """Follows references from the root document and gathers what they lead to under
    `components`."""

    def __init__(self, root: Path, base: Path, *, finished: bool, laid_out: bool) -> None:
        self.root, self.base, self.finished, self.laid_out = root, base, finished, laid_out
        self.files: dict[Path, Any] = {}
        self.paths: dict[tuple[Path, str], Path | None] = {}  # (folder, name) → file
        self.components: dict[str, Map] = {}
        # (section, name) → where it is defined
        self.homes: dict[tuple[str, str], tuple[Path, Source]] = {}
        self.used: set[tuple[Path, str]] = set()
        self.open: list[Path] = []  # the files being put in place
        self.depth = 0
        self.problems: list[Problem] = []

    def name(self, path: Path) -> str:
        return path.relative_to(self.base).as_posix()

    def wrong(self, place: Source, message: str) -> Map:
        """Report a problem; what stands for the value that it concerns."""
        self.problems.append(Problem(place, message))
        return Map(place, whole=False)

    def mapping(self, value: Any, place: Source) -> Map:
        return value if isinstance(value, Map) else self.wrong(place, "expected a mapping")

    def file(self, path: Path) -> Any:
        """What a file holds; its problems are told once."""
        if path not in self.files:
            name = self.name(path)
            try:
                text = path.read_bytes().decode("utf-8")
                value, problems = parse.read(text, name)
                self.problems += problems
                if self.laid_out:
                    self.problems += lines.check(text, name, finished=self.finished)
            except UnicodeDecodeError as error:
                line = error.object.count(b"\n", 0, error.start) + 1
                value = self.wrong(Source(name, line), "not UTF-8 text")
            self.files[path] = value
        return self.files[path]

    def resolved(self, value: Any, path: Path, *, names: bool = False) -> Any:
        """`value` with its references led into the bundle: path items put in place, the rest under
        `components`."""
        if isinstance(value, Seq):
            copied = Seq(value.source, value.places, whole=value.whole)
            copied.extend(self.resolved(item, path) for item in value)
            return copied
        if not isinstance(value, Map):
            return value
        if not names and "$ref" in value:
            return self.reference(value, path)
        copy = Map(value.source, value.places, whole=value.whole)
        for key, part in value.items():
            data = not names and key in DATA_KEYS
            copy[key] = (
                part if data else self.resolved(part, path, names=not names and key in NAME_MAPS)
            )
        return copy

    def reference(self, value: Map, path: Path) -> Any:
        """What stands in the bundle for a reference and what is beside it."""
        reference, place = value["$ref"], value.at("$ref")
        if not isinstance(reference, str):
            unread = isinstance(reference, Map) and reference.unread
            return Map(place, whole=False) if unread else self.wrong(place, "$ref must be text")
        file, _, fragment = reference.partition("#")
        target = self.path(path.parent, file) if file else path
        if target is None:
            return self.wrong(place, f"$ref {reference!r}: {_missing(file)}")
        name = fragment.removeprefix("/")
        if not name:
            return self.inlined(target, value)
        content = self.file(target)
        if not isinstance(content, Map) or name not in content:
            if isinstance(content, Map) and not content.whole:
                return Map(place, whole=False)  # it may be among what could not be read
            found = f"{self.name(target)} has no {name!r}"
            return self.wrong(place, f"$ref {reference!r}: {found}")
        section, *folders = target.relative_to(self.root).parts
        if not folders or section not in SECTIONS:
            return self.wrong(
                place, f"$ref {reference!r}: definitions are in {', '.join(SECTIONS)}"
            )
        return self.component(section, name, target, value)

    def inlined(self, target: Path, reference: Map) -> Any:
        """The whole file in the place of the reference."""
        place = reference.at("$ref")
        if len(reference) > 1:
            return self.wrong(place, "a reference to a whole file stands alone")
        if target in self.open or target.name == "openapi.yaml":
            return self.wrong(place, f"circular reference to {self.name(target)}")
        self.open.append(target)
        content = self.resolved(self.file(target), target)
        self.open.pop()
        return content

    def path(self, folder: Path, name: str) -> Path | None:
        """The file of the spec that is called `name` from `folder`, if there is one."""
        if (folder, name) not in self.paths:
            path = (folder / name).resolve()
            inside = path.is_relative_to(self.root) and path.suffix == ".yaml"
            self.paths[folder, name] = path if inside and _is_file(path) else None
        return self.paths[folder, name]

    def component(self, section: str, name: str, target: Path, reference: Map) -> Map:
        """Put the named definition into the bundle, once; the reference that leads there."""
        definition = self.file(target)
        place = definition.at(name)
        self.used.add((target, name))
        home, first = self.homes.setdefault((section, name), (target, place))
        if home != target:
            message = (
                f"{name!r} is already defined at {first}; names are unique over the whole spec"
            )
            return self.wrong(place, message)
        if name not in self.components.setdefault(section, Map(reference.source)):
            if self.depth == _DEEPEST_REFERENCE:
                return self.wrong(
                    reference.at("$ref"),
                    f"references lead more than {_DEEPEST_REFERENCE} levels deep",
                )
            self.depth += 1
            # holds the place in the order while its own references are followed
            self.components[section][name] = Map(place, whole=False)
            self.components[section].places[name] = place
            self.components[section][name] = self.resolved(definition[name], target)
            self.depth -= 1
        copy = Map(reference.source, reference.places, whole=reference.whole)
        copy.update(reference)
        copy["$ref"] = f"#/components/{section}/{name}"
        return copy

    def strays(self) -> None:
        """Files that no reference could lead to."""
        for path in sorted(self.root.rglob("*.yml")):
            self.wrong(Source(self.name(path), 1), "the files of the spec end in .yaml; rename it")

    def unused(self) -> Iterator[Problem]:
        """Files that nothing leads to, and definitions that nothing uses: they would rot unseen."""
        pages = [self.root / "paths", self.root / "webhooks"]
        found = [
            path
            for path in sorted(self.root.rglob("*.yaml"))
            if path not in self.files and path.relative_to(self.root).parts[0] != "pages"
        ]
        for path in found:
            self.file(path)  # what is wrong with it is told at once
        lost = [path for path in found if any(map(path.is_relative_to, pages))]
        for path in lost or found:
            line = path.relative_to(self.root).as_posix()
            said = f"; add a line for it to {self.root.name}/openapi.yaml: {{$ref: {line}}}"
            yield Problem(
                Source(self.name(path), 1),
                "nothing refers to this file" + (said if lost else ""),
            )
        if lost:
            return  # what only these files use is unused because of them
        for path, content in self.files.items():
            if path not in found and path.relative_to(self.root).parts[0] in SECTIONS:
                for name in self.mapping(content, Source(self.name(path), 1)):
                    if (path, name) not in self.used:
                        yield Problem(content.at(name), f"nothing refers to {name!r}")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


def _missing(name: str) -> str:
    """Why there is no such file."""
    return (
        "the files of the spec end in .yaml"
        if name.endswith(".yml")
        else "no such file in the spec folder"
    )
