"""The rules of this house about examples: each body shows one, and each fits its schema, to the
last member.

Rules as `rules` describes them. Examples are the samples of the reference, the answers of the fake
and what every operation is tested with.
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.problems import Problem, Source, meant
from generator.read.document import (
    callbacks,
    contents,
    every_operation,
    examples,
    members,
    named_schemas,
    operations,
    parameters,
    resolve,
    schemas,
)
from generator.read.parse import Map, Seq
from generator.read.references import source_of
from generator.rules import patterns
from generator.rules.limits import WORD, is_whole

_REFERENCE = re.compile(r"(spec:)?#/components/schemas/[A-Za-z0-9._-]+")
"""A reference that a validator can follow."""
_Value = tuple[Any, Map, Source, str]
"""A value, the schema it has to fit, where it is, what it is."""


def _there(document: Map) -> Iterator[Problem]:
    """Every body has an example; that of an error says code and message."""
    for _, _, operation in operations(document):
        for whose, media, around in contents(document, operation):
            found = list(examples(document, media))
            if not found and media.whole and around.whole:
                yield Problem(around.source, f"the {whose} body has no example")
            for value, source in found:
                if media["schema"].get("format") == "binary":
                    continue  # the text of a file
                if not isinstance(value, Map):
                    yield Problem(source, "the example of a body is a mapping")
                elif whose.startswith(("3", "4", "5")):
                    yield from _error(value, source)


def _error(value: Map, source: Source) -> Iterator[Problem]:
    if not {"code", "message"} <= value.keys():
        yield Problem(source, "the example of an error has `code` and `message`")
    elif not re.fullmatch(WORD, str(value["code"])):
        yield Problem(value.at("code"), "the code of an error is a word")


def fits(document: Map, known: Iterable[Problem]) -> Iterator[Problem]:
    """Every example and default fits its schema, and shows no member that the schema lacks; what
    is known to be wrong with a schema does not come up again with every example of it."""
    wrong = {problem.source for problem in known}
    named = named_schemas(document)
    faulty = {name for name in named if not wrong.isdisjoint(_sources(named[name], named.at(name)))}
    skipped = {id(named[name]) for name in faulty}
    sound = [given for given in _values(document) if wrong.isdisjoint(_sources(*given[1:3]))]
    yield from _misfits(document, sound, faulty)
    for value, schema, source, _ in sound:
        yield from _let_pass(document, value, schema, source, skipped)


def _sources(node: Any, source: Source) -> Iterator[Source]:
    """Where a schema and everything in it was written."""
    yield source
    if isinstance(node, Map):
        yield node.source
        for key, part in node.items():
            yield from _sources(part, node.at(key))
    elif isinstance(node, Seq):
        for part, at in node.placed():
            yield from _sources(part, at)


def _values(document: Map) -> Iterator[_Value]:
    """Every value that has to fit a schema."""
    for schema, _ in schemas(document):
        yield from _given(schema, "default", schema, "the default")
        yield from _given(schema, "example", schema)
    for _, _, operation in operations(document):
        for parameter in parameters(document, operation):
            yield from _given(parameter, "example", parameter["schema"])
    for event, operation in callbacks(document):
        if resource := operation.get("x-decrypted-resource"):
            yield from _given(operation, "x-decrypted-example", resource, f"the example of {event}")
    for operation in every_operation(document):
        for _, media, _ in contents(document, operation):
            yield from _shown(document, media)


def _given(node: Map, key: str, schema: Map, what: str = "the example") -> Iterator[_Value]:
    """The value under a key, where there is one."""
    if key in node:
        yield node[key], schema, node.at(key), what


def _shown(document: Map, media: Map) -> Iterator[_Value]:
    """The examples of a body; of an upload its parts, since its file need not be shown."""
    for value, source in examples(document, media):
        if "encoding" not in media:
            yield value, media["schema"], source, "the example"
        elif isinstance(value, Map):
            parts = members(document, media["schema"])
            for name in value.keys() & parts.keys():
                yield from _given(value, name, parts[name])


def _misfits(document: Map, given: list[_Value], faulty: set[str]) -> Iterator[Problem]:
    """Values that do not fit their schemas. All are looked at as one list: that takes a tenth of
    the time that as many validators need to be made."""
    from jsonschema_rs import Draft202012Validator, Registry  # late: an idle run needs neither

    if not given:
        return
    schemas = _plain(named_schemas(document)) | {name: {} for name in faulty}
    wanted = [
        _plain({"$ref": f"spec:{schema['$ref']}"} if "$ref" in schema else schema)
        for _, schema, _, _ in given
    ]
    validator = Draft202012Validator(
        {"prefixItems": wanted},
        registry=Registry([("spec:", {"components": {"schemas": schemas}})]),
        validate_formats=True,
    )
    for error in validator.iter_errors([_plain(value) for value, _, _, _ in given]):
        number, *path = error.instance_path
        value, _, source, what = given[int(number)]
        part = functools.reduce(operator.getitem, path, value)
        if isinstance(part, Map) and part.unread:
            continue  # why has been told
        where = ".".join(map(str, path))
        told = f"{what} does not fit its schema: " + (f"{where}: " if where else "")
        yield Problem(
            source_of(value, path, source), told + error.message + _quotes(part, error.message)
        )


def _plain(node: Any) -> Any:
    """A value as the validator reads it; without what other rules refuse and it would stumble
    over."""
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    if isinstance(reference := node.get("$ref"), str) and not _REFERENCE.fullmatch(reference):
        return {}
    plain = {key: _plain(part) for key, part in node.items()}
    if isinstance(pattern := plain.get("pattern"), str) and patterns.fault(pattern):
        del plain["pattern"]
    return plain


def _quotes(value: Any, message: str) -> str:
    """What to do about a text of digits that YAML takes for a number."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return "; put it in quotes" if number and message.endswith('is not of type "string"') else ""


def _let_pass(
    document: Map, value: Any, schema: Map, source: Source, skipped: set[int]
) -> Iterator[Problem]:
    """What the validator lets pass: members that a schema does not know, and whole numbers that
    are none on the wire."""
    target = resolve(document, schema)
    if id(target) in skipped:
        return
    if isinstance(value, Map):
        known = members(document, target)
        for name, part in value.items():
            if name in known:
                yield from _let_pass(document, part, known[name], value.at(name), skipped)
            elif known and known.whole:
                told = f"the example has `{name}`, which its schema lacks{meant(name, known)}"
                yield Problem(value.at(name), told)
    elif isinstance(value, Seq) and "items" in target:
        for part, at in value.placed():
            yield from _let_pass(document, part, target["items"], at, skipped)
    elif target.get("type") == "integer":
        yield from _not_whole(value, source)


def _not_whole(value: Any, source: Source) -> Iterator[Problem]:
    """Of numbers alone: that a text is no whole number the validator says."""
    if isinstance(value, float) and value.is_integer():
        yield Problem(source, f"{value} is not written as a whole number")
    elif isinstance(value, int) and not is_whole(value):
        yield Problem(source, f"{value} has more than 64 bits")


RULES = (_there,)
