"""The rules of this house about schemas: what the client cannot carry over is not in them.

Rules as `rules` describes them. Which keys there are at all is up to `form`, which values they may
have to `limits`, what names can be to `names`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import names
from generator.problems import Problem, meant, repeated
from generator.read.document import (
    contents,
    members,
    named_schemas,
    operations,
    parameters,
    resolve,
    schemas,
)
from generator.read.parse import Map, Seq

_REMARKS = {"title", "description", "default", "example", "deprecated"}
_REMARKS |= {"x-personal-data", "x-python-name", "x-sensitive"}
_KEYWORDS = {
    "string": _REMARKS
    | {"type", "format", "pattern", "minLength", "maxLength", "enum", "x-enum-descriptions"}
    | {"contentMediaType"},
    "integer": _REMARKS | {"type", "format", "minimum", "maximum", "enum", "x-enum-descriptions"},
    "number": _REMARKS | {"type", "format", "minimum", "maximum"},
    "boolean": _REMARKS | {"type"},
    "array": _REMARKS | {"type", "items", "minItems", "maxItems"},
    "object": _REMARKS | {"type", "properties", "required", "dependentRequired", "allOf"},
    "$ref": _REMARKS | {"$ref"},
}
"""What a schema of each type can say, beside a reference too: all else would be left out of the
client."""
_SCALARS = {"string", "integer", "number", "boolean"}
_FORMATS = {
    "string": {"date-time", "binary"},
    "integer": {"int32", "int64"},
    "number": {"float", "double"},
}


def _named_shapes(document: Map) -> Iterator[Problem]:
    """Objects and enums inside others are references to named schemas, and a body has members."""
    named = {id(schema) for schema in named_schemas(document).values()}
    for schema, source in schemas(document):
        if id(schema) in named and "$ref" in schema:
            yield Problem(source, "a named schema is not another name for a schema")
        if id(schema) not in named and "$ref" not in schema:
            holds = "properties" in schema or "allOf" in schema
            if holds and schema.get("type", "object") == "object":
                yield Problem(source, "an object inside another is a $ref to a named schema")
            if "enum" in schema:
                yield Problem(source, "an enum is a $ref to a named schema")
    for _, _, operation in operations(document):
        for whose, media, _ in contents(document, operation):
            body = members(document, media["schema"])
            if body.whole and not body and media["schema"].get("format") != "binary":
                told = f"the schema of the {whose} body has no properties"
                yield Problem(media.at("schema"), told)


def _homes(document: Map) -> Iterator[Problem]:
    """A schema is in spec/schemas/<product>/<noun>.yaml, and the product can be a package."""
    for name in (components := named_schemas(document)):
        source = components.at(name)
        _, *folders, _ = source.file.split("/")
        if len(folders) != 2 or folders[0] != "schemas":
            yield Problem(source, f"{name!r} belongs into a file schemas/<product>/<noun>.yaml")
        elif not names.is_package_name(folders[1]):
            yield Problem(source, f"the folder {folders[1]!r} cannot be a package of the client")


def _types(document: Map) -> Iterator[Problem]:
    """A schema says its type; a list says of what."""
    for schema, source in schemas(document):
        if schema.whole and not {"$ref", "type", "allOf"} & schema.keys():
            yield Problem(source, "a schema needs `type`, `$ref` or `allOf`")
        if schema.get("type") == "array" and schema.lacks("items"):
            yield Problem(source, "an array needs `items`")


def _required(document: Map) -> Iterator[Problem]:
    """What an object requires is there."""
    for schema, _ in schemas(document):
        if "properties" not in schema and "allOf" not in schema:
            continue
        there, dependent = members(document, schema), schema.get("dependentRequired", {})
        required = schema.get("required", Seq(schema.source))
        named = [(name, at, "is required but") for name, at in required.placed()]
        named += [
            (part, dependent.at(name), "in dependentRequired is")
            for name, others in dependent.items()
            for part in (name, *others)
        ]
        for name, source, told in named:
            if there.lacks(name):
                yield Problem(source, f"`{name}` {told} not a property{meant(name, there)}")


def _once(document: Map) -> Iterator[Problem]:
    """An object is not joined from two that have the same member, and requires each once."""
    for schema, _ in schemas(document):
        joined = [
            member
            for part in schema.get("allOf", [])
            for member in members(document, part).sources.items()
        ]
        for name, source, first in repeated(joined):
            if first != source:
                told = f"`{name}` comes from two of them, at {first} and {source}"
                yield Problem(schema.at("allOf"), told)
        for name, source, _ in repeated(schema.get("required", Seq(schema.source)).placed()):
            yield Problem(source, f"`{name}` is required already")


def _keywords(document: Map) -> Iterator[Problem]:
    """A keyword stands in a schema of its type only, and a format is one of the type."""
    for schema, _ in schemas(document):
        kind = "$ref" if "$ref" in schema else schema.get("type", "object")
        for key in (key for key in schema if key not in _KEYWORDS[kind]):
            told = "beside $ref" if kind == "$ref" else f"in a schema of type {kind}"
            if schema.whole or "type" in schema:
                yield Problem(schema.at(key), f"`{key}` has no place {told}")
        if (form := schema.get("format", "")) and form not in _FORMATS.get(kind, set[str]()):
            known = " or ".join(f"`{one}`" for one in sorted(_FORMATS.get(kind, []))) or "no format"
            told = f"the format of type {kind} is {known}, not {form!r}"
            yield Problem(schema.at("format"), told)
        for part in schema.get("allOf", []):
            joined = members(document, part)
            if joined.whole and not joined:
                yield Problem(schema.at("allOf"), "allOf joins objects")


def _sensitive(document: Map) -> Iterator[Problem]:
    """What is encrypted is text that is a member of an object: only that can the client encrypt."""
    in_place = {
        id(part)
        for schema, _ in schemas(document)
        for part in schema.get("properties", {}).values()
        if part.get("type") == "string"
    }
    for schema, source in schemas(document):
        if schema.get("x-sensitive") and id(schema) not in in_place:
            told = "only a member of an object that is text, not a reference, can be x-sensitive"
            yield Problem(source, told)


def _descriptions(document: Map) -> Iterator[Problem]:
    """Every property and parameter has a description."""
    for schema, _ in schemas(document):
        properties = schema.get("properties", {})
        for name, part in properties.items():
            target = resolve(document, part)
            blank = part.get("description") == "" or target.get("description") == ""
            if blank or (part.lacks("description") and target.lacks("description")):
                yield Problem(properties.at(name), f"property `{name}` has no description")
    for _, _, operation in operations(document):
        for parameter in parameters(document, operation):
            if parameter.lacks("description"):
                told = f"parameter `{parameter['name']}` has no description"
                yield Problem(parameter.source, told)


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
                allowed = (
                    "text, a number or a flag; in a query it can be a list of these or an object"
                )
                yield Problem(parameter.at("schema"), f"a parameter is {allowed}")
            if parameter["in"] == "header":
                yield from _header(parameter)
            if parameter.lacks("example"):
                told = f"the parameter `{parameter['name']}` has no example"
                yield Problem(parameter.source, told)


def _header(parameter: Map) -> Iterator[Problem]:
    place, name = parameter.at("name"), parameter["name"]
    if names.is_own_header(name):
        yield Problem(place, f"the client sets {name!r} itself")
    if not names.is_header_name(name):
        yield Problem(place, f"{name!r} cannot be the name of a header: letters, digits and - can")


RULES = (
    _named_shapes,
    _homes,
    _types,
    _required,
    _once,
    _keywords,
    _sensitive,
    _descriptions,
    _parameters,
)
