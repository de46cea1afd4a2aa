"""Spec files → one document: references across files followed, everything bundled.

The bundle's containers still know where they were written, so that every later stage can name file
and line. What the document should look like is the business of the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.problems import Problem, Source, SpecError
from generator.read.parse import Map, Seq, parse

DATA_KEYS = frozenset(
    {"example", "value", "default", "const", "enum", "x-decrypted-example", "x-enum-descriptions"}
)
"""Keywords whose value is data: a `$ref` inside is not a reference."""
NAME_MAPS = frozenset(
    {"properties", "responses", "examples", "schemas", "parameters", "paths", "webhooks"}
)
NAME_MAPS |= {"content", "dependentRequired", "encoding", "securitySchemes"}
"""Keywords whose value maps names the author chose, which may be spelled like keywords."""


def references(node: Any, *, names: bool = False) -> Iterator[Map]:
    """Every reference object in a node, in order; data that merely looks like one is none."""
    if isinstance(node, Seq):
        for part in node:
            yield from references(part)
    elif isinstance(node, Map):
        if not names and isinstance(node.get("$ref"), str):
            yield node
        for key, part in node.items():
            if names or key not in DATA_KEYS:
                yield from references(part, names=not names and key in NAME_MAPS)


class _Bundler:
    """Follows references from the root document and gathers what they lead to under
    `components`."""

    def __init__(self, root: Path, base: Path) -> None:
        self.root, self.base = root, base
        self.files: dict[Path, Any] = {}
        self.paths: dict[tuple[Path, str], Path | None] = {}  # (folder, name) → file
        self.components: dict[str, Map] = {}
        self.homes: dict[tuple[str, str], tuple[Path, Source]] = (
            {}
        )  # (section, name) → where it is defined
        self.used: set[tuple[Path, str]] = set()
        self.open: list[Path] = []  # the files being put in place
        self.problems: list[Problem] = []

    def name(self, path: Path) -> str:
        return path.relative_to(self.base).as_posix()

    def file(self, path: Path) -> Any:
        if path not in self.files:
            try:
                text = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError as error:
                line = error.object.count(b"\n", 0, error.start) + 1
                raise SpecError(
                    [Problem(Source(self.name(path), line), "not UTF-8 text")]
                ) from None
            self.files[path] = parse(text, self.name(path))
        return self.files[path]

    def resolved(self, value: Any, path: Path, *, names: bool = False) -> Any:
        """`value` with its references led into the bundle: path items put in place, the rest under
        `components`."""
        if isinstance(value, Seq):
            copied = Seq(value.source, value.places)
            copied.extend(self.resolved(item, path) for item in value)
            return copied
        if not isinstance(value, Map):
            return value
        copy = Map(value.source, value.places)
        for key, part in value.items():
            data = not names and key in DATA_KEYS
            copy[key] = (
                part if data else self.resolved(part, path, names=not names and key in NAME_MAPS)
            )
        if names or "$ref" not in value:
            return copy
        try:
            target, name = self.target(value, path)
            if not name:
                return self.inlined(target, value)
            section = target.relative_to(self.root).parts[0]
            self.component(section, name, target, value)
            copy["$ref"] = f"#/components/{section}/{name}"
        except SpecError as error:
            self.problems += error.problems
        return copy

    def inlined(self, target: Path, reference: Map) -> Any:
        """The whole file in the place of the reference."""
        if len(reference) > 1:
            raise SpecError(
                [Problem(reference.at("$ref"), "a reference to a whole file stands alone")]
            )
        if target in self.open:
            raise SpecError(
                [Problem(reference.at("$ref"), f"circular reference to {self.name(target)}")]
            )
        self.open.append(target)
        content = self.resolved(self.file(target), target)
        self.open.pop()
        return content

    def target(self, value: Map, path: Path) -> tuple[Path, str]:
        """File and name that a `$ref` leads to; both exist."""
        reference, place = value["$ref"], value.at("$ref")
        if not isinstance(reference, str):
            raise SpecError([Problem(place, "$ref must be text")])
        file, _, fragment = reference.partition("#")
        target = self.path(path.parent, file) if file else path
        if target is None:
            raise SpecError(
                [Problem(place, f"$ref {reference!r}: no such file in the spec folder")]
            )
        if not fragment:
            return target, ""
        name = fragment.removeprefix("/")
        content = self.file(target)
        if not isinstance(content, Map) or name not in content:
            raise SpecError(
                [Problem(place, f"$ref {reference!r}: {self.name(target)} has no {name!r}")]
            )
        return target, name

    def path(self, folder: Path, name: str) -> Path | None:
        """The file of the spec that is called `name` from `folder`, if there is one."""
        if (folder, name) not in self.paths:
            path = (folder / name).resolve()
            inside = path.is_relative_to(self.root) and path.suffix == ".yaml"
            self.paths[folder, name] = path if inside and _is_file(path) else None
        return self.paths[folder, name]

    def component(self, section: str, name: str, target: Path, reference: Map) -> None:
        """Put the named definition into the bundle, once."""
        definition = self.file(target)
        place = definition.at(name)
        self.used.add((target, name))
        home, first = self.homes.setdefault((section, name), (target, place))
        if home != target:
            self.problems += [
                Problem(
                    place,
                    f"{name!r} is already defined at {first}; names are unique over the whole spec",
                )
            ]
        elif name not in self.components.setdefault(section, Map(reference.source)):
            self.components[section][name] = Map(
                place
            )  # holds the place in the order while its own references are followed
            self.components[section].places[name] = place
            self.components[section][name] = self.resolved(definition[name], target)


def load(root: Path) -> Map:
    """The spec under the folder `root` as one document without references between files.

    Raises:
        SpecError: with every problem found, when the files cannot be read as one document.
    """
    bundler = _Bundler(root.resolve(), root.resolve().parent)
    index = bundler.root / "openapi.yaml"
    if not index.is_file():
        raise SpecError([Problem(Source(bundler.name(index), 1), "no such file")])
    document: Map = bundler.resolved(_mapping(bundler.file(index), bundler.name(index)), index)
    components = _mapping(
        document.setdefault("components", Map(document.source)), bundler.name(index)
    )
    for section, members in bundler.components.items():
        gathered = _mapping(
            components.setdefault(section, Map(document.source)), bundler.name(index)
        )
        gathered.update(members)
        gathered.places.update(members.places)
    if problems := bundler.problems or _unused(
        bundler
    ):  # what nothing refers to may be due to a reference gone wrong
        raise SpecError(problems)
    return document


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no file can have
        return False


def _mapping(value: Any, file: str) -> Map:
    if not isinstance(value, Map):
        raise SpecError([Problem(Source(file, 1), "expected a mapping")])
    return value


def _unused(bundler: _Bundler) -> list[Problem]:
    """Files that nothing leads to, and definitions that nothing uses: they would rot unseen."""
    problems: list[Problem] = []
    for path in sorted(bundler.root.rglob("*.yaml")):
        if path.is_relative_to(bundler.root / "pages"):
            continue  # what the vendor's pages say is no part of what we say
        if path not in bundler.files:
            problems.append(Problem(Source(bundler.name(path), 1), "nothing refers to this file"))
        elif path.relative_to(bundler.root).parts[0] in (
            "schemas",
            "parameters",
            "responses",
            "examples",
        ):
            content = _mapping(bundler.files[path], bundler.name(path))
            unused = [name for name in content if (path, name) not in bundler.used]
            problems += [
                Problem(content.at(name), f"nothing refers to {name!r}") for name in unused
            ]
    return problems


def source_of(document: Map, pointer: Iterable[str | int]) -> Source:
    """Where the value under `pointer` was written, or the closest thing around it."""
    value: Any = document
    source = document.source
    for step in pointer:
        if isinstance(value, Map) and step in value:
            source, value = value.at(str(step)), value[str(step)]
        elif isinstance(value, Seq) and isinstance(step, int) and step < len(value):
            source, value = value.places[step], value[step]
        else:
            break
        if isinstance(value, Map | Seq) and value.source.file != source.file:
            source = value.source  # a reference led into another file
    return source
