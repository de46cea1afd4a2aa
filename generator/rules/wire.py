"""The rules of this house about what travels, and how: parameters, uploads, what is encrypted.

Rules as `rules` describes them. Which schemas there are is up to `schemas`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import names
from generator.problems import Problem
from generator.read.document import (
    callbacks,
    contents,
    members,
    operations,
    parameters,
    resolve,
    schemas,
)
from generator.read.parse import Map

_SCALARS = {"string", "integer", "number", "boolean"}


def _parameters(document: Map) -> Iterator[Problem]:
    """A parameter is one value, in a query also a list of these or an object, and has an
    example."""
    for _, _, operation in operations(document):
        for parameter in parameters(document, operation):
            kind, in_query = resolve(document, parameter["schema"]), parameter["in"] == "query"
            if kind.get("type") == "array" and in_query:
                kind = resolve(document, kind.get("items", Map(kind.source, whole=False)))
                in_query = False  # objects stand alone
            fits = kind.get("type") in _SCALARS or (in_query and members(document, kind))
            if kind.whole and not fits:
                yield Problem(
                    parameter.at("schema"),
                    "a parameter is text, a number or a flag; in a query it can be a list of these "
                    "or an object",
                )
            if parameter["in"] == "header" and names.is_own_header(parameter["name"]):
                yield Problem(parameter.at("name"), f"the client sets {parameter['name']!r} itself")
            if parameter.lacks("example"):
                yield Problem(
                    parameter.source, f"the parameter `{parameter['name']}` has no example"
                )


def _uploads(document: Map) -> Iterator[Problem]:
    """An upload has the parts `file` and `meta`, and `meta` what the client can say of a file."""
    for _, _, operation in operations(document):
        content = operation.get("requestBody", {}).get("content", {})
        media = content.get("multipart/form-data") if len(content) == 1 else None
        parts = members(document, media["schema"]) if media else Map(operation.source, whole=False)
        if media is None or not parts.whole:
            continue
        meta = members(document, parts.get("meta", Map(parts.source)))
        for owner, known in ((parts, {"file", "meta"}), (meta, {"filename", "sha256"})):
            for name in owner:
                if name not in known:
                    yield Problem(
                        owner.at(name),
                        f"`{name}` is not sent by an upload: only {', '.join(sorted(known))}",
                    )
            for name in known - owner.keys():
                yield Problem(media.at("schema"), f"an upload needs `{name}`")


def _sensitive(document: Map) -> Iterator[Problem]:
    """What is encrypted is text that is a member of an object: only that can the client encrypt."""
    in_place = {
        id(part)
        for schema, _ in schemas(document)
        for part in schema.get("properties", {}).values()
        if part.get("type") == "string"
    }
    for schema, place in schemas(document):
        if schema.get("x-sensitive") and id(schema) not in in_place:
            yield Problem(
                place,
                "only a member of an object that is text, not a reference, can be x-sensitive",
            )


def _decrypted(document: Map) -> Iterator[Problem]:
    """Nothing is marked as encrypted that the client receives: it does not decrypt members."""
    received = [
        media["schema"]
        for _, _, operation in operations(document)
        for whose, media, _ in contents(document, operation)
        if whose != "request"
    ]
    received += [
        operation["x-decrypted-resource"]
        for _, operation in callbacks(document)
        if "x-decrypted-resource" in operation
    ]
    seen: set[int] = set()
    while received:
        schema = resolve(document, received.pop())
        if id(schema) in seen:
            continue
        seen.add(id(schema))
        parts = members(document, schema)
        received += [*parts.values(), *([schema["items"]] if "items" in schema else [])]
        for name, part in parts.items():
            if part.get("x-sensitive"):
                yield Problem(
                    part.at("x-sensitive"),
                    f"`{name}` is received, and stays encrypted: leave x-sensitive out, and say in "
                    f"the description what it is encrypted for",
                )


RULES = (_parameters, _uploads, _sensitive, _decrypted)
