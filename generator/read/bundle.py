"""Spec files → one document: references across files followed, everything bundled.

The bundle's containers still know where they were written, so that every later stage can name file
and line. What the document should look like is the business of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.problems import Problem, Source, SpecError, meant
from generator.read.files import Files
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
    files = Files(root, finished=finished, laid_out=laid_out)
    index = files.root / "openapi.yaml"
    source = Source(files.name(index), 1)
    if not index.is_file():
        document = files.wrong(source, "no such file; it is the index of the spec")
        return Reading(document, files.problems, [])
    bundler = _Bundler(files)
    document = bundler.mapping(bundler.resolved(files.content(index), index), source)
    if not document.unread:
        bundler.gather(document)
    unused = list(bundler.unused())
    return Reading(document, files.problems, unused)


class _Bundler:
    """Follows references from the root document and gathers what they lead to under
    `components`."""

    def __init__(self, files: Files) -> None:
        self.files, self.root, self.wrong = files, files.root, files.wrong
        self.components: dict[str, Map] = {}
        # (section, name) → where it is defined
        self.homes: dict[tuple[str, str], tuple[Path, Source]] = {}
        self.used: set[tuple[Path, str]] = set()
        self.open: list[Path] = []  # the files being put in place
        self.depth = 0

    def mapping(self, value: Any, source: Source) -> Map:
        if isinstance(value, Map):
            return value
        found = "a list" if isinstance(value, Seq) else "nothing" if value is None else repr(value)
        return self.wrong(source, f"expected a mapping, not {found}")

    def gather(self, document: Map) -> None:
        """Put what the references led to beside what the index itself defines."""
        components = self.part(document, "components", document.source)
        for section, members in self.components.items():
            gathered = self.part(components, section, document.source)
            gathered.update(members)
            gathered.sources.update(members.sources)

    def part(self, whole: Map, key: str, source: Source) -> Map:
        """The mapping under a key, made at the source where there is none."""
        found = whole[key] = self.mapping(whole.get(key, Map(source)), whole.at(key))
        return found

    def resolved(self, value: Any, path: Path, *, names: bool = False) -> Any:
        """`value` with its references led into the bundle: path items put in place, the rest under
        `components`."""
        if isinstance(value, Seq):
            copied = Seq(value.source, value.sources, whole=value.whole)
            copied.extend(self.resolved(item, path) for item in value)
            return copied
        if not isinstance(value, Map):
            return value
        if not names and "$ref" in value:
            return self.reference(value, path)
        copy = Map(value.source, value.sources, whole=value.whole)
        for key, part in value.items():
            data = not names and key in DATA_KEYS
            copy[key] = (
                part if data else self.resolved(part, path, names=not names and key in NAME_MAPS)
            )
        return copy

    def reference(self, value: Map, path: Path) -> Any:
        """What stands in the bundle for a reference and what is beside it."""
        reference, source = value["$ref"], value.at("$ref")
        if not isinstance(reference, str):
            unread = isinstance(reference, Map) and reference.unread
            return Map(source, whole=False) if unread else self.wrong(source, "$ref must be text")
        file, _, fragment = reference.partition("#")
        target = self.files.find(path.parent, file) if file else path
        if target is None:
            return self.wrong(source, f"$ref {reference!r}: {self.missing(path.parent, reference)}")
        if not fragment:
            return self.inlined(target, value)
        name = fragment.removeprefix("/")
        if name == fragment:
            written = f"{file}#/{name}"
            return self.wrong(source, f"$ref {reference!r}: a slash is missing; write {written}")
        content = self.files.content(target)
        if not isinstance(content, Map) or name not in content:
            if isinstance(content, Map) and not content.whole:
                return Map(source, whole=False)  # it may be among what could not be read
            hint = self.files.instead(path.parent, name)
            hint = hint or (meant(name, content) if isinstance(content, Map) else "")
            found = f"{self.files.name(target)} has no {name!r}{hint}"
            return self.wrong(source, f"$ref {reference!r}: {found}")
        if (section := self.files.section(target)) not in SECTIONS:
            told = f"definitions are in {', '.join(SECTIONS)}"
            return self.wrong(source, f"$ref {reference!r}: {told}")
        return self.component(section, name, target, value)

    def missing(self, folder: Path, reference: str) -> str:
        """Why there is no such file, and where the reference may be meant to lead."""
        file, _, fragment = reference.partition("#")
        if file.endswith(".yml"):
            return "the files of the spec end in .yaml"
        return f"no such file in the spec folder{self.files.instead(folder, fragment)}"

    def inlined(self, target: Path, reference: Map) -> Any:
        """The whole file in the place of the reference."""
        source = reference.at("$ref")
        if len(reference) > 1:
            return self.wrong(source, "a reference to a whole file stands alone")
        if target in self.open or target.name == "openapi.yaml":
            return self.wrong(source, f"circular reference to {self.files.name(target)}")
        self.open.append(target)
        content = self.resolved(self.files.content(target), target)
        self.open.pop()
        return content

    def component(self, section: str, name: str, target: Path, reference: Map) -> Map:
        """Put the named definition into the bundle, once; the reference that leads there."""
        definition = self.files.content(target)
        source = definition.at(name)
        self.used.add((target, name))
        home, first = self.homes.setdefault((section, name), (target, source))
        if home != target:
            told = f"{name!r} is already defined at {first}; names are unique over the whole spec"
            return self.wrong(source, told)
        gathered = self.components.setdefault(section, Map(reference.source))
        if name not in gathered:
            if self.depth == _DEEPEST_REFERENCE:
                told = f"references lead more than {_DEEPEST_REFERENCE} levels deep"
                return self.wrong(reference.at("$ref"), told)
            self.depth += 1
            # holds the place in the order while its own references are followed
            gathered[name], gathered.sources[name] = Map(source, whole=False), source
            gathered[name] = self.resolved(definition[name], target)
            self.depth -= 1
        copy = Map(reference.source, reference.sources, whole=reference.whole)
        copy.update(reference)
        copy["$ref"] = f"#/components/{section}/{name}"
        return copy

    def unused(self) -> Iterator[Problem]:
        """Files that nothing leads to, and definitions that nothing uses: they would rot unseen."""
        read, found = self.files.read(), self.files.unread()
        for path in found:
            self.files.content(path)  # what is wrong with it is told at once
        pages = [self.root / "paths", self.root / "webhooks"]
        lost = [path for path in found if any(map(path.is_relative_to, pages))]
        for path in lost or found:
            line = path.relative_to(self.root).as_posix()
            said = f"; add a line for it to {self.root.name}/openapi.yaml: {{$ref: {line}}}"
            yield Problem(
                Source(self.files.name(path), 1),
                "nothing refers to this file" + (said if lost else ""),
            )
        if lost:
            return  # what only these files use is unused because of them
        for path, content in read:
            if self.files.section(path) in SECTIONS:
                for name in self.mapping(content, Source(self.files.name(path), 1)):
                    if (path, name) not in self.used:
                        yield Problem(content.at(name), f"nothing refers to {name!r}")
