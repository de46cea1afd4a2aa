"""Kinds of values: what a value has to be, and what of it the other rules can rely on.

A kind looks at a value, reports what is wrong with it, and gives back what is right: what could not
be read is left out, so that it does not silence the rules that follow, nor mislead them. Which
values an OpenAPI document is made of is up to `form`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.problems import Problem, Source
from generator.read.parse import Map, Seq
from generator.rules import hints

_NONE: Mapping[Any, str] = {}
LEFT_OUT: Any = object()
"""Instead of a value that is of another kind."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands, what it is called there, and where its problems go."""

    source: Source
    name: str
    problems: list[Problem]

    def wrong(self, message: str, source: Source | None = None) -> Any:
        """Report a problem; what is left of the value then."""
        self.problems.append(Problem(source or self.source, message))
        return LEFT_OUT

    def other(self, what: str, value: Any, hint: str = "") -> Any:
        """Report that the value is of another kind."""
        return self.wrong(f"{self.name} is to be {what}, not {hints.told(value)}{hint}")

    def below(self, source: Source, name: str) -> Spot:
        return Spot(source, name, self.problems)


def unread(source: Source) -> Map:
    """A blank that may have been anything."""
    return Map(source, whole=False)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a value is looked at, and what stands for one that has to be there and is not."""

    read: Callable[[Any, Spot], Any]
    blank: Callable[[Source], Any]

    def __call__(self, value: Any, spot: Spot) -> Any:
        """What of the value is right, or `LEFT_OUT`."""
        if isinstance(value, Map) and value.unread:
            return LEFT_OUT  # why has been told
        return self.read(value, spot)

    def or_blank(self, value: Any, spot: Spot) -> Any:
        """What of the value is right, and something that misleads nobody where nothing is."""
        kept = self(value, spot)
        return self.blank(spot.source) if kept is LEFT_OUT else kept


# -- scalars ---------------------------------------------------------------------------------------


def _scalar(
    fits: Callable[[Any], bool], what: str, blank: Any = None, foreign: Mapping[Any, str] = _NONE
) -> Kind:
    def read(value: Any, spot: Spot) -> Any:
        if fits(value):
            return value
        known = isinstance(value, str) and value in foreign
        hint = f"; write {foreign[value]}" if known else hints.quotes(value, fits)
        return spot.other(what, value, hint)

    return Kind(read, lambda source: blank)


def _is(*kinds: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, kinds) and (bool in kinds or type(value) is not bool)


def matching(pattern: str, what: str) -> Kind:
    """Text of one form."""
    return _scalar(lambda value: bool(_is(str)(value) and re.fullmatch(pattern, value)), what, "")


def words(*known: str, foreign: Mapping[str, str] | None = None) -> Kind:
    """One of some words; what is written instead of those of other languages is said."""
    what = " or ".join(f"`{word}`" for word in known)
    return _scalar(lambda value: _is(str)(value) and value in known, what, "", foreign or {})


DATA = Kind(lambda value, spot: value, lambda source: None)
"""Anything: an example."""
TEXT = _scalar(_is(str), "text", "")
LINE = _scalar(
    lambda value: bool(_is(str)(value) and value.strip() and "\n" not in value),
    "one line of text",
    "",
)
"""Text that becomes a heading, a row or a link."""
FLAG = _scalar(_is(bool), "true or false", False)
COUNT = _scalar(
    lambda value: bool(_is(int)(value) and 0 <= value < 2**63),
    "a whole number from 0 on, of at most 64 bits",
)
NUMBER = _scalar(_is(int, float), "a number")


# -- containers ------------------------------------------------------------------------------------


def many(kind: Kind) -> Kind:
    """A list."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, Seq):
            return spot.other(
                "a list", value, f"; write [{value}]" if isinstance(value, str) else ""
            )
        kept = Seq(value.source, whole=value.whole)
        for part, source in value.placed():
            found = kind(part, spot.below(source, f"an item of {spot.name}"))
            if found is LEFT_OUT:
                kept.whole = False
            else:
                kept.append(found)
                kept.sources.append(source)
        return kept

    return Kind(read, lambda source: Seq(source, whole=False))


def each(kind: Kind, name: str = r"(?s:.+)", what: str = "a name") -> Kind:
    """A mapping from names the author chose; every name is kept, whatever it holds."""

    def read(value: Any, spot: Spot) -> Any:
        if not isinstance(value, Map):
            return spot.other("a mapping", value)
        kept = Map(value.source, value.sources, whole=value.whole)
        for key, part in value.items():
            below = spot.below(value.at(key), f"`{key}`")
            if not re.fullmatch(name, key):
                below.wrong(f"{key!r} is not {what}")
            kept[key] = kind.or_blank(part, below)
        return kept

    return Kind(read, unread)


def record(what: str, kinds: Mapping[str, Kind], *, required: str = "") -> Kind:
    """A mapping with keys that are given; what is required is there afterwards, blank or not."""
    return Kind(_Record(what, kinds, required.split()).read, unread)


@dataclass(frozen=True, slots=True)
class _Record:
    """What a mapping with given keys is called, holds, and cannot be without."""

    what: str
    kinds: Mapping[str, Kind]
    needed: Sequence[str]

    def read(self, value: Any, spot: Spot) -> Any:
        if not isinstance(value, Map):
            return spot.other(self.what, value)
        kept = Map(value.source, value.sources, whole=value.whole)
        for key, part in value.items():
            found = self.member(key, part, spot.below(value.at(key), f"`{key}`"))
            if found is not LEFT_OUT:
                kept[key] = found
                continue
            kept.whole = False
            if key in self.needed:  # blank here and not below, since the order of keys is a rule
                kept[key] = self.kinds[key].blank(value.at(key))
        for key in self.needed:
            if value.lacks(key):
                spot.wrong(f"`{key}` is missing in {self.what}", value.source)
                kept.whole = False
            kept.setdefault(key, self.kinds[key].blank(value.at(key)))
        return kept

    def member(self, key: str, value: Any, spot: Spot) -> Any:
        """What of the value of a key is right, or `LEFT_OUT`."""
        if isinstance(value, Map) and value.unread:
            return LEFT_OUT
        if key not in self.kinds:
            hint = hints.instead(key, value, self.kinds)
            return spot.wrong(f"`{key}` is not used in {self.what}{hint}")
        if key in self.needed and value in (None, ""):
            return spot.wrong(f"`{key}` has no value in {self.what}")
        return self.kinds[key](value, spot)


def referred(section: str, kind: Kind | None = None) -> Kind:
    """A reference to a definition, or the thing itself where there is a kind for it."""
    target = reference_to(section)

    def read(value: Any, spot: Spot) -> Any:
        if kind and not (isinstance(value, Map) and "$ref" in value):
            return kind(value, spot)
        if not isinstance(value, Map) or list(value) != ["$ref"]:
            return spot.wrong(f"{spot.name} is to be a $ref into {section}/ and nothing else")
        found = target(value["$ref"], spot.below(value.at("$ref"), spot.name))
        return found if found is LEFT_OUT else value

    return Kind(read, unread)


def reference_to(section: str) -> Kind:
    """The text of a reference."""
    inside = f"#/components/{section}/"
    return _scalar(
        lambda value: bool(_is(str)(value) and value.startswith(inside)), f"a $ref into {section}/"
    )
