"""The rules of this house about schemas and parameters: what the client cannot carry over is not
in them.

Rules as `rules` describes them. Which keys there are at all is up to `form`, what names can be to
`spelling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import names, patterns
from generator.problems import Problem
from generator.read.document import (
    contents,
    members,
    named_schemas,
    operations,
    parameters,
    resolve,
    schemas,
)
from generator.read.parse import Map

WORD = r"[\w.:/+-]+"
"""A value that is a name: of an enum, or an error code."""
_REMARKS = {
    "description",
    "title",
    "deprecated",
    "default",
    "example",
    "x-personal-data",
    "x-sensitive",
}
_KEYWORDS = {
    "string": _REMARKS
    | {"type", "format", "pattern", "minLength", "maxLength", "enum", "x-enum-descriptions"},
    "integer": _REMARKS | {"type", "format", "minimum", "maximum", "enum", "x-enum-descriptions"},
    "number": _REMARKS | {"type", "format", "minimum", "maximum"},
    "boolean": _REMARKS | {"type"},
    "array": _REMARKS | {"type", "items", "minItems", "maxItems"},
    "object": _REMARKS | {"type", "properties", "required", "dependentRequired", "allOf"},
    "$ref": _REMARKS | {"$ref"},
}
"""What a schema of each type can say, beside a reference too: all else would be left out of the
client."""
_FORMATS = {
    "string": {"date-time", "binary"},
    "integer": {"int32", "int64"},
    "number": {"float", "double"},
}


def _named_shapes(document: Map) -> Iterator[Problem]:
    """Objects and enums inside others are references to named schemas, and a body has members."""
    named = {id(schema) for schema in named_schemas(document).values()}
    for schema, place in schemas(document):
        if id(schema) in named and "$ref" in schema:
            yield Problem(place, "a named schema is not another name for a schema")
        if id(schema) not in named and "$ref" not in schema:
            if schema.get("type") == "object" or "properties" in schema or "allOf" in schema:
                yield Problem(place, "an object inside another is a $ref to a named schema")
            if "enum" in schema:
                yield Problem(place, "an enum is a $ref to a named schema")
    for _, _, operation in operations(document):
        for whose, media, _ in contents(document, operation):
            if not members(document, media["schema"]):
                yield Problem(
                    media.at("schema"), f"the schema of the {whose} body has no properties"
                )


def _homes(document: Map) -> Iterator[Problem]:
    """A schema is in spec/schemas/<product>/<noun>.yaml, and the product can be a package."""
    for name in (components := named_schemas(document)):
        _, *folders, _ = components.at(name).file.split("/")
        if len(folders) != 2 or folders[0] != "schemas":
            yield Problem(
                components.at(name), f"{name!r} belongs into a file schemas/<product>/<noun>.yaml"
            )
        elif (
            not names.is_identifier(folders[1])
            or folders[1] in names.PACKAGE_NAMES
            or folders[1].lower() != folders[1]
        ):
            yield Problem(
                components.at(name), f"the folder {folders[1]!r} cannot be a package of the client"
            )


def _schema_form(document: Map) -> Iterator[Problem]:
    """A schema says its type; what it requires is there; an enum has distinct values, each
    explained."""
    for schema, place in schemas(document):
        if not {"$ref", "type", "allOf"} & schema.keys():
            yield Problem(place, "a schema needs `type`, `$ref` or `allOf`")
        if schema.get("type") == "array" and "items" not in schema:
            yield Problem(place, "an array needs `items`")
        if "properties" in schema and schema.get("type", "object") != "object":
            yield Problem(place, "only an object has properties")
        for name in schema.get("required", []):
            if "properties" in schema and name not in members(document, schema):
                yield Problem(schema.at("required"), f"`{name}` is required but not a property")
        try:
            patterns.python(schema.get("pattern", ""))
        except ValueError as error:
            yield Problem(schema.at("pattern"), f"the pattern is no regular expression: {error}")
        if "enum" in schema:
            yield from _enum(schema)


def _schema_keywords(document: Map) -> Iterator[Problem]:
    """A schema has the keywords of its type only; bounds of whole numbers are whole; what is
    encrypted is text."""
    in_place = set[
        int
    ]()  # the schemas whose data the client can encrypt: text that is a member of an object
    for schema, _ in schemas(document):
        kind = "$ref" if "$ref" in schema else schema.get("type", "object")
        for key in (key for key in schema if key not in _KEYWORDS[kind]):
            told = "beside $ref" if kind == "$ref" else f"in a schema of type {kind}"
            yield Problem(schema.at(key), f"`{key}` has no place {told}")
        if (form := schema.get("format", "")) and form not in _FORMATS.get(kind, set[str]()):
            yield Problem(
                schema.at("format"),
                f"the format {form!r} is none of {kind}: {sorted(_FORMATS.get(kind, []))}",
            )
        if kind == "integer":
            for key in ("minimum", "maximum"):
                if not (isinstance(bound := schema.get(key, 0), int) and -(2**63) <= bound < 2**63):
                    yield Problem(
                        schema.at(key),
                        "the bound of a whole number is a whole number of at most 64 bits",
                    )
        for part in schema.get("allOf", []):
            if not members(document, part):
                yield Problem(schema.at("allOf"), "allOf joins objects")
        in_place |= {
            id(part)
            for part in schema.get("properties", {}).values()
            if part.get("type") == "string"
        }
    for schema, place in schemas(document):
        if schema.get("x-sensitive") and id(schema) not in in_place:
            yield Problem(
                place,
                "only a member of an object that is text, not a reference, can be x-sensitive",
            )


def _parameter_form(document: Map) -> Iterator[Problem]:
    """A parameter is one value, and has an example."""
    for _, _, operation in operations(document):
        for parameter in parameters(document, operation):
            if resolve(document, parameter["schema"]).get("type") not in (
                "string",
                "integer",
                "number",
                "boolean",
            ):
                yield Problem(parameter.at("schema"), "a parameter is text, a number or a flag")
            if "example" not in parameter:
                yield Problem(
                    parameter.source, f"the parameter `{parameter['name']}` has no example"
                )


def _enum(schema: Map) -> Iterator[Problem]:
    values, place = schema["enum"], schema.at("enum")
    kind = {"string": str, "integer": int}.get(schema.get("type", ""))
    if not values or not all(type(value) is kind for value in values):
        yield Problem(
            place, "an enum lists text (`type: string`) or whole numbers (`type: integer`)"
        )
    elif wrong := [value for value in values if not re.fullmatch(WORD, str(value))]:
        yield Problem(place, f"the enum value {wrong[0]!r} is not a word")
    elif len(set(values)) != len(values):
        yield Problem(place, "the enum lists a value twice")
    elif list(schema.get("x-enum-descriptions", {})) != list(map(str, values)):
        yield Problem(
            place, "x-enum-descriptions must explain exactly the values of the enum, in their order"
        )


RULES = (_named_shapes, _homes, _schema_form, _schema_keywords, _parameter_form)
