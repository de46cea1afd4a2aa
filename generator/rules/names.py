"""The rules of this house about names: whatever becomes a name in Python can be one, and no two
things become the same.

Rules as `rules` describes them. How a name is spelled in Python is up to `names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import names
from generator.problems import Problem, Source
from generator.read.document import (
    named_schemas,
    operations,
    parameters,
    schemas,
)
from generator.read.parse import Map


def _schema_names(document: Map) -> Iterator[Problem]:
    """The name of a schema can be the name of a class."""
    for name in (components := named_schemas(document)):
        if not names.is_class_name(name):
            yield Problem(
                components.at(name),
                f"schema name {name!r} cannot be a class name of its own (CamelCase, no name of "
                f"Python)",
            )


def _wire_names(document: Map) -> Iterator[Problem]:
    """Members and parameters have names that can be shown, each of them once, and a Python name
    given to one can be one."""
    named = [
        (name, part, schema["properties"].at(name))
        for schema, _ in schemas(document)
        for name, part in schema.get("properties", {}).items()
    ]
    for _, _, operation in operations(document):
        seen: dict[tuple[str, str], Source] = {}
        for part in parameters(document, operation):
            name, place = part["name"], part.at("name")
            named.append((name, part, place))
            if (first := seen.setdefault((part["in"], name), place)) is not place:
                yield Problem(place, f"`{name}` is given twice in one operation, first at {first}")
    for name, part, place in named:
        if not names.is_wire_name(name):
            yield Problem(
                place,
                f"{name!r} cannot be the name of a member: letters, digits, blanks and any of "
                f"_.$@:/- inside are expected",
            )
        python_name = part.get("x-python-name", "fine")
        if not names.is_member_name(python_name):
            yield Problem(
                part.at("x-python-name"), f"{python_name!r} cannot be a Python name of its own"
            )


def _class_names(document: Map) -> Iterator[Problem]:
    """The classes of products and resources do not hide what their modules import."""
    for _, _, operation in operations(document):
        product, resource, _ = names.parts(operation["operationId"])
        if names.class_name(product) in names.PRODUCT_CLASSES:
            yield Problem(
                operation.at("operationId"), f"the product `{product}` cannot be a class of its own"
            )
        if names.class_name(resource) in names.RESOURCE_CLASSES or (
            resource and resource == product
        ):
            yield Problem(
                operation.at("operationId"),
                f"the resource `{resource}` cannot be a class of its own",
            )


def _clashes(document: Map) -> Iterator[Problem]:
    """No two things become the same name in the same place."""
    taken: dict[tuple[str, ...], tuple[str, Source]] = {}
    for scope, name, owner, place in _claims(document):
        holder, first = taken.setdefault((*scope, name), (owner, place))
        if holder != owner:
            yield Problem(place, f"{owner} becomes `{name}` in Python, as does {holder} at {first}")


def _claims(document: Map) -> Iterator[tuple[tuple[str, ...], str, str, Source]]:
    """Every name that is made from another: where it stands, what it is, what it is made from, and
    where that is."""
    for name in (components := named_schemas(document)):
        home = components.at(name).file.split("/")[-2]
        yield ("types", home), name, f"schema {name}", components.at(name)
    for _, _, operation in operations(document):
        operation_id, place = operation["operationId"], operation.at("operationId")
        product, resource, verb = names.parts(operation_id)
        for prefix in ("", "Async"):
            yield ("products",), prefix + names.class_name(product), product, place
            yield ("resources", product), prefix + names.class_name(
                resource
            ), f"{product}.{resource}", place
        yield ("constants", product, resource), names.constant_name(verb), operation_id, place
        yield ("methods", product, resource), verb, operation_id, place
        if "x-pagination" in operation:
            yield ("methods", product, resource), names.iterator_name(
                verb
            ), f"walking {operation_id}", place
        if operation.get("parameters"):
            yield ("types", product), names.parameters_name(
                resource, verb
            ), f"the parameters of {operation_id}", place


def _paths(document: Map) -> Iterator[Problem]:
    """Path segments can be written as a chain, and the placeholders of a path are the path
    parameters of its operations."""
    paths = document["paths"]
    for path in paths:
        first, *others = path.removeprefix("/").split("/")
        for segment in (first, *others):
            if not re.fullmatch(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*|\{[a-z][a-z0-9_]*\}", segment):
                yield Problem(
                    paths.at(path),
                    f"path segment {segment!r} is neither lower-case words nor a placeholder",
                )
        if first in names.CLIENT_NAMES or not names.is_identifier(names.segment_name(first)):
            yield Problem(
                paths.at(path), f"the first segment {first!r} cannot be an attribute of the client"
            )
        for parent, segment in _steps(path):
            if segment in paths.get(parent, {}):
                yield Problem(paths.at(path), f"segment {segment!r} is also a method of {parent!r}")
    tags = {tag["name"] for tag in document["tags"]}
    found = [(path, operation) for path, _, operation in operations(document)]
    owners: dict[str, set[str]] = {}
    for path, operation in found:
        for above, segment in _steps(path):
            owners.setdefault(f"{above.rstrip('/')}/{segment}", set()).add(
                names.parts(operation["operationId"])[0]
            )
    for path, operation in found:
        place, first = operation.at("operationId"), path.split("/")[1]
        if len(owners[path]) > 1:
            yield Problem(
                place,
                f"{path!r} and what is below it belong to several products: {sorted(owners[path])}",
            )
        if first in {product for every in owners.values() for product in every} and owners[
            f"/{first}"
        ] != {first}:
            yield Problem(place, f"below /{first} stand operations of the product `{first}` only")
        if path == f"/{first}" and first in tags:
            yield Problem(place, f"the path reads like the product `{first}` as a chain")
    for path, _, operation in operations(document):
        first, _, below = path.removeprefix("/").partition("/")
        if first in tags and f"{first}.{names.segment_name(below.partition('/')[0])}" in tags:
            yield Problem(
                paths.at(path),
                f"the path reads like the resource `{first}.{below.partition('/')[0]}` as a chain",
            )
        expected = sorted(re.findall(r"\{([^{}]*)\}", path))
        found = sorted(
            part["name"] for part in parameters(document, operation) if part["in"] == "path"
        )
        if expected != found:
            yield Problem(
                operation.at("parameters"),
                f"path parameters {found} do not match the path {path!r}",
            )


def _steps(path: str) -> Iterator[tuple[str, str]]:
    """Every segment with the path above it."""
    segments = path.removeprefix("/").split("/")
    yield from (
        ("/" + "/".join(segments[:place]), segment) for place, segment in enumerate(segments)
    )


RULES = (_schema_names, _wire_names, _class_names, _clashes, _paths)
