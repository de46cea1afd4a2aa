"""One YAML text → plain data that knows where it was written.

The data is `dict`, `list`, text and numbers in the JSON schema of YAML 1.2; what other readers of
YAML take for a date, a number or a flag has to be quoted. References between files are followed by
`bundle`; what a text that is no YAML was meant to say is guessed by `traps`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from generator.problems import Problem, Source, SpecError
from generator.read import traps

# libyaml where PyYAML was built with it: ten times faster
_YamlLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks that show nothing: fillers, joiners, variation selectors no emoji needs."""
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")
_SHOWN = "\n\t \u200d"  # the last one joins emoji
_LONGEST_NUMBER = 40
_DEEPEST_LEVEL = 32
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}


class Map(dict[str, Any]):
    """A YAML mapping that knows where it and each of its keys were written, and whether all of it
    could be read."""

    __slots__ = ("source", "sources", "whole")

    def __init__(
        self, source: Source, sources: dict[str, Source] | None = None, *, whole: bool = True
    ) -> None:
        super().__init__()
        self.source = source
        self.sources = {} if sources is None else sources
        self.whole = whole

    @property
    def unread(self) -> bool:
        """Whether this stands for something that could not be read, and may have been anything."""
        return not self.whole and not self

    def at(self, key: str) -> Source:
        """Where `key` was written; the mapping itself where it has no such key."""
        return self.sources.get(key, self.source)

    def lacks(self, key: str) -> bool:
        """Whether `key` was not written; what could not be read may have been it."""
        return self.whole and key not in self


class Seq(list[Any]):
    """A YAML sequence that knows where its items were written, and whether all could be read."""

    __slots__ = ("source", "sources", "whole")

    def __init__(
        self, source: Source, sources: list[Source] | None = None, *, whole: bool = True
    ) -> None:
        super().__init__()
        self.source = source
        self.sources = [] if sources is None else sources
        self.whole = whole

    def placed(self) -> Iterator[tuple[Any, Source]]:
        """The items, each with its source."""
        return zip(self, self.sources, strict=True)


def parse(text: str, file: str) -> Any:
    """The value of one YAML document.

    Raises:
        SpecError: not YAML, a duplicate key, an alias, or a character that does not show what it
            does.
    """
    value, problems = read(text, file)
    if problems:
        raise SpecError(problems)
    return value


def read(text: str, file: str) -> tuple[Any, list[Problem]]:
    """The value of one YAML document as far as it can be read, and what is wrong with it."""
    if left := traps.conflict(text, file):
        return Map(left.source, whole=False), [left]
    reader = _Reader(text, file)
    try:
        value = reader.document()
    except SpecError as error:
        value = Map(Source(file, 1), whole=False)
        reader.problems += error.problems
    except yaml.YAMLError as error:
        value = Map(Source(file, 1), whole=False)
        stumbled = traps.syntax(error, text, file)
        if all(problem.source.line != stumbled.source.line for problem in reader.problems):
            reader.problems.append(stumbled)
    return value, reader.problems


class _Reader:
    """Makes values of the events that libyaml reports; what cannot be one is left out and
    named."""

    def __init__(self, text: str, file: str) -> None:
        self.file, self.text, self.lines = file, text, text.split("\n")
        self.starts = [len(line) - len(line.lstrip(" -")) for line in self.lines]
        self.commented = {number for number, line in enumerate(self.lines) if " #" in line}
        self.events: Iterator[Any] = iter(())
        self.problems: list[Problem] = []

    def document(self) -> Any:
        self.events = iter(_YamlLoader(self.text).get_event, None)
        try:
            next(self.events), next(self.events)  # the starts of the stream and of the document
            value = self.value(next(self.events), _DEEPEST_LEVEL)
            next(self.events)  # the end of the document
            extra = next(self.events)
        except StopIteration:
            return self.wrong(Source(self.file, 1), "the file is empty")
        if not isinstance(extra, yaml.StreamEndEvent):
            self.wrong(self.source(extra), "a file holds one YAML document")
        return value

    def source(self, event: Any) -> Source:
        line, column = event.start_mark.line, event.start_mark.column
        first = line >= len(self.starts) or column <= self.starts[line]
        return Source(self.file, line + 1, 0 if first else column + 1)

    def wrong(self, source: Source, message: str) -> Map:
        """Report a problem; what stands for the value that it concerns."""
        self.problems.append(Problem(source, message))
        return Map(source, whole=False)

    def value(self, event: Any, levels: int) -> Any:
        source = self.source(event)
        if not levels:
            raise SpecError([Problem(source, f"nested more than {_DEEPEST_LEVEL} levels deep")])
        if isinstance(event, yaml.AliasEvent):
            return self.wrong(source, "aliases are not used here; write the value out or use $ref")
        if event.anchor:
            self.wrong(source, "anchors are not used here; write the value out or use $ref")
        if event.tag not in (None, "!"):
            self.wrong(source, f"the tag {event.tag} is not used here")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, source)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(source, levels)
        return self.mapping(source, levels)

    def sequence(self, source: Source, levels: int) -> Seq:
        sequence = Seq(source)
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            sequence.sources.append(self.source(event))
            sequence.append(self.value(event, levels - 1))
        return sequence

    def mapping(self, source: Source, levels: int) -> Map:
        mapping = Map(source)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            at = self.source(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise SpecError([Problem(at, "a key must be text, without anchor or tag")])
            if event.anchor or event.tag:
                self.wrong(at, "a key must be text, without anchor or tag")
            key, following = self.key(event, at), next(self.events)
            value = self.value(following, levels - 1)
            if key in mapping:
                self.wrong(at, f"duplicate key {key!r}, first on line {mapping.at(key).line}")
                continue
            if key == traps.MERGE:
                self.wrong(at, "nothing is merged here; write the members out, or use allOf")
                mapping.whole = False
                continue
            trap = ""
            if value is None and not following.value:
                trap = traps.no_value(key, following.end_mark, self.lines)
            if trap:
                value = self.wrong(at, trap)
                mapping.whole = False  # nor is it certain that this is its key
            mapping.sources[key] = at
            mapping[key] = value
        return mapping

    def key(self, event: Any, source: Source) -> str:
        text = self.shown(event.value, source)
        if not event.style and text != traps.MERGE and traps.other(text):
            self.wrong(source, f"put {text} in quotes: a key is text")
        return text

    def scalar(self, event: Any, source: Source) -> Any:
        text = self.shown(event.value, source)
        if event.style or event.tag == "!":
            return text
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if number := _NUMBER.fullmatch(text):
            if len(text) > _LONGEST_NUMBER or not math.isfinite(float(text)):
                return self.wrong(source, "a number of that size is surely a mistake")
            return float(text) if number[2] or number[3] else int(text)
        end = event.end_mark
        behind = self.lines[end.line][end.column :] if end.line in self.commented else ""
        trap = traps.text(text, behind)
        return self.wrong(source, trap) if trap else text

    def shown(self, text: str, source: Source) -> str:
        """The text itself; a character that hides or reorders what a reader sees is a problem, and
        left out."""
        if text.isprintable() and (text.isascii() or not _UNSEEN.search(text)):
            return text
        for offset, character in enumerate(text):
            hidden = unicodedata.category(character) in _HIDDEN and character not in _SHOWN
            if hidden or _UNSEEN.match(character):
                name = unicodedata.name(character, "control character")
                # a text that goes over several lines knows its first one only
                above = text.count("\n", 0, offset)
                at = Source(self.file, source.line + above) if above else source
                what = "blank that is no space" if character.isspace() else "invisible character"
                self.wrong(at, f"{what}: U+{ord(character):04X} ({name}); take it out")
                return text.replace(character, "")
        return text
