"""The rules of this house about names: whatever becomes a name in Python can be one, and no two
things become the same.

Rules as `rules` describes them. How a name is spelled in Python is up to `names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import names
from generator.problems import Problem, Source, repeated
from generator.read.document import named_schemas, operations, parameters, schemas
from generator.read.parse import Map


def _schema_names(document: Map) -> Iterator[Problem]:
    """The name of a schema can be the name of a class."""
    for name in (components := named_schemas(document)):
        if not names.is_class_name(name):
            told = "cannot be a class name of its own (CamelCase, no name of Python)"
            yield Problem(components.at(name), f"schema name {name!r} {told}")


def _wire_names(document: Map) -> Iterator[Problem]:
    """Members and parameters have names that can be shown, each of them once, and a Python name
    given to one can be one."""
    named = [
        (name, part, schema["properties"].at(name))
        for schema, _ in schemas(document)
        for name, part in schema.get("properties", {}).items()
    ]
    for _, _, operation in operations(document):
        given = [placed for placed in parameters(document, operation).placed() if placed[0]["name"]]
        named += [(part["name"], part, part.at("name")) for part, _ in given]
        listed = [((part["in"], part["name"]), source) for part, source in given]
        for (_, name), source, first in repeated(listed):
            yield Problem(source, f"`{name}` is given twice in one operation, first at {first}")
    expected = "letters, digits, blanks and any of _.$@:/- inside are expected"
    for name, part, source in named:
        if not names.is_wire_name(name):
            yield Problem(source, f"{name!r} cannot be the name of a member: {expected}")
        python_name = part.get("x-python-name", "fine")
        if not names.is_member_name(python_name):
            told = f"{python_name!r} cannot be a Python name of its own"
            yield Problem(part.at("x-python-name"), told)


def _class_names(document: Map) -> Iterator[Problem]:
    """The classes of products and resources do not hide what their modules import."""
    for _, _, operation in operations(document):
        product, resource, verb = names.parts(operation["operationId"])
        if not verb:
            continue
        source = operation.at("operationId")
        if names.class_name(product) in names.PRODUCT_CLASSES:
            yield Problem(source, f"the product `{product}` cannot be a class of its own")
        if names.class_name(resource) in names.RESOURCE_CLASSES or resource == product:
            yield Problem(source, f"the resource `{resource}` cannot be a class of its own")


def _clashes(document: Map) -> Iterator[Problem]:
    """No two things become the same name in the same place."""
    taken: dict[tuple[str, ...], tuple[str, Source]] = {}
    for scope, name, owner, source in _claims(document):
        holder, first = taken.setdefault((*scope, name), (owner, source))
        if holder != owner:
            told = f"{owner} becomes `{name}` in Python, as does {holder} at {first}"
            yield Problem(source, told)


def _claims(document: Map) -> Iterator[tuple[tuple[str, ...], str, str, Source]]:
    """Every name that is made from another: where it stands, what it is, what it is made from, and
    where that is."""
    for name in (components := named_schemas(document)):
        home = components.at(name).file.split("/")[-2]
        yield ("types", home), name, f"schema {name}", components.at(name)
    for _, _, operation in operations(document):
        operation_id, source = operation["operationId"], operation.at("operationId")
        product, resource, verb = names.parts(operation_id)
        if not verb:
            continue
        tag = f"{product}.{resource}"
        for prefix in ("", "Async"):
            yield ("products",), prefix + names.class_name(product), product, source
            yield ("resources", product), prefix + names.class_name(resource), tag, source
        constants, methods = ("constants", product, resource), ("methods", product, resource)
        yield constants, names.constant_name(verb), operation_id, source
        yield constants, names.class_name(resource), f"the class of {tag}", source
        yield methods, verb, operation_id, source
        if "x-pagination" in operation:
            yield methods, names.iterator_name(verb), f"walking {operation_id}", source
        if operation.get("parameters"):
            name = names.parameters_name(resource, verb)
            yield ("types", product), name, f"the parameters of {operation_id}", source


RULES = (_schema_names, _wire_names, _class_names, _clashes)
