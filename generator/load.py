"""Spec files → one document: YAML with line marks, references across files resolved, bundled.

The bundle is plain data (`dict`, `list`, text, numbers) whose containers also know where they were written, so that every
later stage can name file and line. Only what the text *is* is decided here; what it should be is the business of `lint`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem, Source, SpecError

_YamlLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where PyYAML was built with it: ten times faster

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0100-\U000e01ef]")
"""Letters and marks that show nothing: fillers, joiners, variation selectors no emoji needs."""
_LONGEST_NUMBER = 40
_DEEPEST_LEVEL = 100
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
DATA_KEYS = frozenset({"example", "value", "default", "const", "enum", "x-decrypted-example", "x-enum-descriptions"})
"""Keywords whose value is data: a `$ref` inside is not a reference."""
NAME_MAPS = frozenset({"properties", "responses", "examples", "schemas", "parameters", "paths", "webhooks"})
NAME_MAPS |= {"content", "dependentRequired", "encoding", "securitySchemes"}
"""Keywords whose value maps names the author chose, which may be spelled like keywords."""


class Map(dict[str, Any]):
    """A YAML mapping that knows where it and each of its keys were written."""

    __slots__ = ("places", "source")

    def __init__(self, source: Source, places: dict[str, Source] | None = None) -> None:
        super().__init__()
        self.source = source
        self.places = {} if places is None else places

    def at(self, key: str) -> Source:
        """Where `key` was written; the mapping itself where it has no such key."""
        return self.places.get(key, self.source)


class Seq(list[Any]):
    """A YAML sequence that knows where its items were written."""

    __slots__ = ("places", "source")

    def __init__(self, source: Source, places: list[Source] | None = None) -> None:
        super().__init__()
        self.source = source
        self.places = [] if places is None else places


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


# -- one file ---------------------------------------------------------------------------------------------------------


def parse(text: str, file: str) -> Any:
    """The value of one YAML document, in the JSON schema of YAML 1.2: a date stays text, `no` stays text.

    Raises:
        SpecError: not YAML, a duplicate key, an alias, or a character that does not show what it does.
    """
    try:
        events = yaml.parse(text, Loader=_YamlLoader)
        next(events), next(events)  # the starts of the stream and of the document
        value = _value(next(events), events, file, _DEEPEST_LEVEL)
        next(events)  # the end of the document
        extra: Any = next(events)
        if not isinstance(extra, yaml.StreamEndEvent):
            raise SpecError([Problem(Source(file, extra.start_mark.line + 1), "a file holds one YAML document")])
        return value
    except StopIteration:
        raise SpecError([Problem(Source(file, 1), "the file is empty")]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        line = mark.line + 1 if mark else text.count("\n", 0, getattr(error, "position", 0)) + 1
        if "\t" in "".join(text.splitlines()[line - 1 : line]):
            reason += "; there is a tab in this line, and YAML is indented with spaces"
        raise SpecError([Problem(Source(file, line), f"not valid YAML: {reason}")]) from None


def _value(event: Any, events: Iterator[Any], file: str, levels: int) -> Any:
    source = Source(file, event.start_mark.line + 1)
    if not levels:
        raise SpecError([Problem(source, "nested too deeply")])
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, source)
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise SpecError([Problem(source, "anchors and aliases are not used here; write the value out or use $ref")])
    if isinstance(event, yaml.SequenceStartEvent):
        sequence = Seq(source)
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            sequence.places.append(Source(file, event.start_mark.line + 1))
            sequence.append(_value(event, events, file, levels - 1))
        return sequence
    mapping = Map(source)
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        place = Source(file, event.start_mark.line + 1)
        if not isinstance(event, yaml.ScalarEvent):
            raise SpecError([Problem(place, "a key must be text")])
        key = _shown(event.value, place)
        if key in mapping:
            raise SpecError([Problem(place, f"duplicate key {key!r}, first on line {mapping.places[key].line}")])
        mapping.places[key] = place
        mapping[key] = _value(next(events), events, file, levels - 1)
    return mapping


def _scalar(event: Any, source: Source) -> Any:
    text = _shown(event.value, source)
    if event.tag not in (None, "!"):
        raise SpecError([Problem(source, f"the tag {event.tag} is not used here")])
    if event.style or event.tag == "!":
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if number := _NUMBER.fullmatch(text):
        if len(text) > _LONGEST_NUMBER or not math.isfinite(float(text)):
            raise SpecError([Problem(source, "a number of that size is surely a mistake")])
        return float(text) if number[2] or number[3] else int(text)
    return text


def _shown(text: str, source: Source) -> str:
    """The text itself, unless it holds a character that hides or reorders what a reader sees."""
    if text.isprintable() and (text.isascii() or not _UNSEEN.search(text)):
        return text
    for offset, character in enumerate(text):
        category = unicodedata.category(character)
        hidden = category in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in "\n\t\u200d"
        if hidden or _UNSEEN.match(character):
            name = unicodedata.name(character, "control character")
            line = source.line + text.count("\n", 0, offset)
            raise SpecError(
                [Problem(Source(source.file, line), f"invisible character U+{ord(character):04X} ({name})")]
            )
    return text


# -- the whole spec ---------------------------------------------------------------------------------------------------


class _Bundler:
    """Follows references from the root document and gathers what they lead to under `components`."""

    def __init__(self, root: Path, base: Path) -> None:
        self.root, self.base = root, base
        self.files: dict[Path, Any] = {}
        self.components: dict[str, Map] = {}
        self.homes: dict[tuple[str, str], tuple[Path, Source]] = {}  # (section, name) → where it is defined
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
                raise SpecError([Problem(Source(self.name(path), line), "not UTF-8 text")]) from None
            self.files[path] = parse(text, self.name(path))
        return self.files[path]

    def resolved(self, value: Any, path: Path, *, names: bool = False) -> Any:
        """`value` with its references led into the bundle: path items put in place, the rest under `components`."""
        if isinstance(value, Seq):
            copied = Seq(value.source, value.places)
            copied.extend(self.resolved(item, path) for item in value)
            return copied
        if not isinstance(value, Map):
            return value
        copy = Map(value.source, value.places)
        for key, part in value.items():
            data = not names and key in DATA_KEYS
            copy[key] = part if data else self.resolved(part, path, names=not names and key in NAME_MAPS)
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
            raise SpecError([Problem(reference.at("$ref"), "a reference to a whole file stands alone")])
        if target in self.open:
            raise SpecError([Problem(reference.at("$ref"), f"circular reference to {self.name(target)}")])
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
        target = (path.parent / file).resolve() if file else path
        if not target.is_relative_to(self.root) or target.suffix != ".yaml" or not _is_file(target):
            raise SpecError([Problem(place, f"$ref {reference!r}: no such file in the spec folder")])
        if not fragment:
            return target, ""
        name = fragment.removeprefix("/")
        content = self.file(target)
        if not isinstance(content, Map) or name not in content:
            raise SpecError([Problem(place, f"$ref {reference!r}: {self.name(target)} has no {name!r}")])
        return target, name

    def component(self, section: str, name: str, target: Path, reference: Map) -> None:
        """Put the named definition into the bundle, once."""
        definition = self.file(target)
        place = definition.at(name)
        self.used.add((target, name))
        home, first = self.homes.setdefault((section, name), (target, place))
        if home != target:
            self.problems += [
                Problem(place, f"{name!r} is already defined at {first}; names are unique over the whole spec")
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
    components = _mapping(document.setdefault("components", Map(document.source)), bundler.name(index))
    for section, members in bundler.components.items():
        gathered = _mapping(components.setdefault(section, Map(document.source)), bundler.name(index))
        gathered.update(members)
        gathered.places.update(members.places)
    if problems := bundler.problems or _unused(bundler):  # what nothing refers to may be due to a reference gone wrong
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
        if path not in bundler.files:
            problems.append(Problem(Source(bundler.name(path), 1), "nothing refers to this file"))
        elif path.relative_to(bundler.root).parts[0] in ("schemas", "parameters", "responses", "examples"):
            content = _mapping(bundler.files[path], bundler.name(path))
            unused = [name for name in content if (path, name) not in bundler.used]
            problems += [Problem(content.at(name), f"nothing refers to {name!r}") for name in unused]
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
