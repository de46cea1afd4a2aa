"""One YAML text → plain data that knows where it was written.

The data is `dict`, `list`, text and numbers in the JSON schema of YAML 1.2: a date stays text, and
so does `no`. References between files are followed by `bundle`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from generator.problems import Problem, Source, SpecError

_YamlLoader = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)  # libyaml where PyYAML was built with it: ten times faster

_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks that show nothing: fillers, joiners, variation selectors no emoji needs."""
_LONGEST_NUMBER = 40
_DEEPEST_LEVEL = 100
_CONSTANTS: dict[str, bool | None] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    "": None,
}


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


def parse(text: str, file: str) -> Any:
    """The value of one YAML document, in the JSON schema of YAML 1.2: a date stays text, `no`
    stays text.

    Raises:
        SpecError: not YAML, a duplicate key, an alias, or a character that does not show what it
            does.
    """
    try:
        events = yaml.parse(text, Loader=_YamlLoader)
        next(events), next(events)  # the starts of the stream and of the document
        value = _value(next(events), events, file, _DEEPEST_LEVEL)
        next(events)  # the end of the document
        extra: Any = next(events)
        if not isinstance(extra, yaml.StreamEndEvent):
            raise SpecError(
                [Problem(Source(file, extra.start_mark.line + 1), "a file holds one YAML document")]
            )
        return value
    except StopIteration:
        raise SpecError([Problem(Source(file, 1), "the file is empty")]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        line = (
            mark.line + 1
            if mark
            else text.encode()[: getattr(error, "position", 0)].count(b"\n") + 1
        )
        if "\t" in "".join(text.splitlines()[line - 1 : line]):
            reason += "; there is a tab in this line, and YAML is indented with spaces"
        raise SpecError([Problem(Source(file, line), f"not valid YAML: {reason}")]) from None


def _value(event: Any, events: Iterator[Any], file: str, levels: int) -> Any:
    source = Source(file, event.start_mark.line + 1)
    if not levels:
        raise SpecError([Problem(source, "nested too deeply")])
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise SpecError(
            [
                Problem(
                    source, "anchors and aliases are not used here; write the value out or use $ref"
                )
            ]
        )
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, source)
    if event.tag is not None:
        raise SpecError([Problem(source, f"the tag {event.tag} is not used here")])
    if isinstance(event, yaml.SequenceStartEvent):
        sequence = Seq(source)
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            sequence.places.append(Source(file, event.start_mark.line + 1))
            sequence.append(_value(event, events, file, levels - 1))
        return sequence
    mapping = Map(source)
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        place = Source(file, event.start_mark.line + 1)
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise SpecError([Problem(place, "a key must be text, without anchor or tag")])
        key = _shown(event.value, place)
        if key in mapping:
            raise SpecError(
                [Problem(place, f"duplicate key {key!r}, first on line {mapping.places[key].line}")]
            )
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
                [
                    Problem(
                        Source(source.file, line),
                        f"invisible character U+{ord(character):04X} ({name})",
                    )
                ]
            )
    return text
