"""The rules of this house about the values that schemas allow: limits that can be kept, patterns,
enums.

Rules as `rules` describes them. Which keywords a schema may have is up to `schemas`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.read.document import members, named_schemas, resolve, schemas
from generator.read.parse import Map
from generator.rules import patterns

WORD = r"[\w.:/+-]+"
"""A value that is a name: of an enum, or an error code."""
_RANGES = (("minLength", "maxLength"), ("minItems", "maxItems"), ("minimum", "maximum"))
_OF_TEXT = ("minLength", "maxLength", "pattern", "enum")


def is_whole(value: object) -> bool:
    """Whether a number can travel as a whole number of 64 bits."""
    return isinstance(value, int) and -(2**63) <= value < 2**63


def _bounds(document: Map) -> Iterator[Problem]:
    """The least is not more than the most; the bounds of whole numbers are whole."""
    for schema, _ in schemas(document):
        for least, most in _RANGES:
            if least in schema and most in schema and schema[least] > schema[most]:
                told = f"`{least}` {schema[least]} is more than `{most}` {schema[most]}"
                yield Problem(schema.at(least), f"{told}: no value fits")
        for key in ("minimum", "maximum") if schema.get("type") == "integer" else ():
            if not is_whole(schema.get(key, 0)):
                told = f"`{key}` of a whole number is a whole number of at most 64 bits"
                yield Problem(schema.at(key), told)


def _narrowed(document: Map) -> Iterator[Problem]:
    """A member that is said again, beside the objects it is joined from, still has a value."""
    for schema, _ in schemas(document):
        properties = schema.get("properties", Map(schema.source))
        for part in schema.get("allOf", []):
            inherited = members(document, part)
            for name in properties.keys() & inherited.keys():
                both = [resolve(document, found[name]) for found in (properties, inherited)]
                for least, most in _RANGES:
                    lowest = max(found.get(least, -math.inf) for found in both)
                    if lowest > min(found.get(most, math.inf) for found in both):
                        told = f"no value of `{name}` fits this and {inherited.at(name)}"
                        yield Problem(properties.at(name), told)


def _times(document: Map) -> Iterator[Problem]:
    """A time and a file have no limits of a text: nothing would check them."""
    for schema, _ in schemas(document):
        for key in _OF_TEXT if schema.get("format") in ("date-time", "binary") else ():
            if key in schema:
                told = f"`{key}` has no effect beside `format: {schema['format']}`"
                yield Problem(schema.at(key), told)


def _patterns(document: Map) -> Iterator[Problem]:
    """A pattern means the same everywhere, and takes no longer on any text."""
    for schema, _ in schemas(document):
        if "pattern" in schema and (fault := patterns.fault(schema["pattern"])):
            yield Problem(schema.at("pattern"), fault)


def _enums(document: Map) -> Iterator[Problem]:
    """An enum has distinct values, each a word or a whole number, each explained."""
    named = {id(schema) for schema in named_schemas(document).values()}
    for schema, _ in schemas(document):
        if "enum" in schema and schema["enum"].whole and "type" in schema:
            if id(schema) in named:  # what is to move elsewhere is looked at there
                yield from _enum(schema)
        elif schema.lacks("enum") and "x-enum-descriptions" in schema:
            yield Problem(schema.at("x-enum-descriptions"), "there is no `enum` to explain")


def _enum(schema: Map) -> Iterator[Problem]:
    values, source = schema["enum"], schema.at("enum")
    kind = {"string": str, "integer": int}.get(schema["type"])
    explained = schema.get("x-enum-descriptions", Map(schema.source))
    if not values or not all(type(value) is kind for value in values):
        told = "an enum lists text (`type: string`) or whole numbers (`type: integer`)"
        yield Problem(source, told)
        return
    for value, at in values.placed():
        if not re.fullmatch(WORD, str(value)):
            yield Problem(at, f"the enum value {value!r} is not a word")
        if kind is int and not is_whole(value):
            yield Problem(at, f"the enum value {value} has more than 64 bits")
    if len(set(values)) != len(values):
        yield Problem(source, "the enum lists a value twice")
    elif schema.whole and explained.whole and list(explained) != list(map(str, values)):
        told = "x-enum-descriptions must explain exactly the values of the enum, in their order"
        yield Problem(source, told)


RULES = (_bounds, _narrowed, _times, _patterns, _enums)
