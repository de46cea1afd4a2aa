"""What the specification must look like: the rules of this house. OpenAPI itself is the business of `standard`.

Each house rule is one function with a one-line docstring, from the document to its problems; all of them run, and all problems
come at once. Nothing is repaired here, and nothing that is refused here needs to be handled later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator import names
from generator.document import callbacks, contents, members, operations, parameters, resolve, schemas
from generator.load import Map, Seq, references
from generator.problems import Problem, Source, SpecError

OPERATION_KEYS = (
    *(
        "operationId",
        "tags",
        "summary",
        "description",
        "externalDocs",
        "x-official-docs",
        "x-rate-limit",
        "x-idempotency-key",
    ),
    *(
        "x-pagination",
        "deprecated",
        "security",
        "parameters",
        "requestBody",
        "x-decrypted-resource",
        "x-decrypted-example",
        "responses",
    ),
)
SCHEMA_KEYS = frozenset(
    {
        "type",
        "title",
        "description",
        "required",
        "properties",
        "items",
        "enum",
        "format",
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
    }
    | {
        "minItems",
        "maxItems",
        "pattern",
        "default",
        "deprecated",
        "allOf",
        "oneOf",
        "dependentRequired",
        "$ref",
        "example",
        "contentMediaType",
    }
    | {"x-enum-descriptions", "x-personal-data", "x-sensitive"}
)
Rule = Callable[[Map], Iterator[Problem]]


def check(document: Map) -> None:
    """Hold the bundled document against every house rule.

    Raises:
        SpecError: with all problems.
    """
    if problems := [problem for rule in RULES for problem in rule(document)]:
        raise SpecError(problems)


# -- house rules ------------------------------------------------------------------------------------------------------


def _shape(document: Map) -> Iterator[Problem]:
    """The document has the sections that everything else builds on."""
    for key in ("openapi", "info", "servers", "security", "tags", "paths"):
        if key not in document:
            yield Problem(document.source, f"`{key}` is missing")


def _operation_ids(document: Map) -> Iterator[Problem]:
    """An operationId is `<product>.<resource>.<verb>`, each a Python name, and stands for one operation only."""
    seen: dict[str, Source] = {}
    for _, _, operation in operations(document):
        operation_id, place = str(operation.get("operationId", "")), operation.at("operationId")
        parts = operation_id.split(".")
        if len(parts) != 3 or not all(names.is_identifier(part) and part == part.lower() for part in parts):
            yield Problem(
                place, f"operationId {operation_id!r} is not `<product>.<resource>.<verb>` in lower-case Python names"
            )
        elif parts[0] in names.CLIENT_NAMES or parts[1] in names.MODULE_NAMES:
            yield Problem(place, f"operationId {operation_id!r} uses a name that the client itself has")
        if operation_id in seen:
            yield Problem(place, f"duplicate operationId {operation_id!r}, first at {seen[operation_id]}")
        seen.setdefault(operation_id, place)


def _tags(document: Map) -> Iterator[Problem]:
    """The tag of an operation is its `<product>.<resource>`; it and the product are declared with a description."""
    declared = {tag.get("name"): tag for tag in document.get("tags", [])}
    for tag in declared.values():
        if not tag.get("description"):
            yield Problem(tag.source, f"tag {tag.get('name')!r} has no description")
    for _, _, operation in operations(document):
        resource = str(operation.get("operationId", "")).rpartition(".")[0]
        if operation.get("tags") != [resource]:
            yield Problem(operation.at("tags"), f"tags must be [{resource}], as the operationId says")
        for name in (resource, resource.partition(".")[0]):
            if name and name not in declared:
                yield Problem(operation.at("tags"), f"tag {name!r} is not declared in openapi.yaml")


def _operation_form(document: Map) -> Iterator[Problem]:
    """An operation has summary, description, externalDocs, a success answer, and its keys in the agreed order."""
    every = [operation for _, _, operation in operations(document)] + [
        operation for _, operation in callbacks(document)
    ]
    for operation in every:
        for key in ("operationId", "summary", "description", "externalDocs", "responses"):
            if not operation.get(key):
                yield Problem(operation.at(key), f"`{key}` is missing")
        unknown = [key for key in operation if key not in OPERATION_KEYS]
        yield from (Problem(operation.at(key), f"unknown key `{key}` in an operation") for key in unknown)
        known = [key for key in operation if key in OPERATION_KEYS]
        for before, after in zip(known, sorted(known, key=OPERATION_KEYS.index), strict=True):
            if before != after:
                yield Problem(
                    operation.at(before),
                    f"`{before}` stands where `{after}` should; the order is {', '.join(OPERATION_KEYS)}",
                )
                break
    for _, _, operation in operations(document):
        if operation.get("responses") and sum(str(status).startswith("2") for status in operation["responses"]) != 1:
            yield Problem(operation.at("responses"), "exactly one 2xx answer is expected")


def _headings(document: Map) -> Iterator[Problem]:
    """Summaries are the headings of the reference: no two on one page are alike."""
    seen: dict[tuple[str, str], Source] = {}
    found = [
        (str(operation.get("operationId")).rpartition(".")[0], operation) for _, _, operation in operations(document)
    ]
    for page, operation in [*found, *(("webhooks", operation) for _, operation in callbacks(document))]:
        key, place = (page, names.anchor(str(operation.get("summary")))), operation.at("summary")
        if key in seen:
            yield Problem(
                place, f"the summary {operation.get('summary')!r} heads another operation of {page} too, at {seen[key]}"
            )
        seen.setdefault(key, place)


def _descriptions(document: Map) -> Iterator[Problem]:
    """Every property and parameter has a description."""
    for schema, _ in schemas(document):
        properties = schema.get("properties", {})
        for name, part in properties.items():
            if not isinstance(part, Map) or not (part.get("description") or resolve(document, part).get("description")):
                yield Problem(properties.at(name), f"property `{name}` has no description")
    for _, _, operation in operations(document):
        for parameter in parameters(document, operation):
            if not parameter.get("description"):
                yield Problem(parameter.source, f"parameter `{parameter.get('name')}` has no description")


def _named_shapes(document: Map) -> Iterator[Problem]:
    """Objects and enums inside others, and all bodies, are references to named schemas."""
    named = {id(schema) for schema in document["components"].get("schemas", {}).values()}
    for schema, place in schemas(document):
        if id(schema) not in named and "$ref" not in schema:
            if schema.get("type") == "object" or "properties" in schema:
                yield Problem(place, "an object inside another is a $ref to a named schema")
            if "enum" in schema:
                yield Problem(place, "an enum is a $ref to a named schema")
    for _, _, operation in operations(document):
        for whose, media, around in contents(document, operation):
            if not isinstance(media.get("schema"), Map) or "$ref" not in media["schema"]:
                yield Problem(
                    media.source if isinstance(media, Map) else around.source,
                    f"the schema of the {whose} body must be a $ref to a named schema",
                )


def _schema_form(document: Map) -> Iterator[Problem]:
    """Schemas use only keywords the generator carries over, and say their type; enums have distinct text values, each explained."""
    for schema, place in schemas(document):
        yield from (
            Problem(schema.at(key), f"the keyword `{key}` is not used here") for key in schema if key not in SCHEMA_KEYS
        )
        if not {"$ref", "type", "allOf"} & schema.keys() and "required" not in schema:
            yield Problem(place, "a schema needs `type`, `$ref` or `allOf`")
        if not isinstance(schema.get("type", ""), str):
            yield Problem(schema.at("type"), "`type` is one name; a member that may be absent is simply not required")
        if schema.get("type") == "array" and "items" not in schema:
            yield Problem(place, "an array needs `items`")
        values = schema.get("enum", [])
        if isinstance(values, Seq) and len(set(map(str, values))) != len(values):
            yield Problem(schema.at("enum"), "the enum lists a value twice")
        if not all(type(value) in (str, int) for value in values):
            yield Problem(schema.at("enum"), "enum values are text or whole numbers")
        elif values and list(schema.get("x-enum-descriptions", {})) != list(map(str, values)):
            yield Problem(
                schema.at("enum"), "x-enum-descriptions must explain exactly the values of the enum, in their order"
            )
        for name in schema.get("required", []):
            if "properties" in schema and name not in members(document, schema):
                yield Problem(schema.at("required"), f"`{name}` is required but not a property")
        if isinstance(pattern := schema.get("pattern", ""), str):
            try:
                re.compile(pattern)
            except re.error as error:
                yield Problem(schema.at("pattern"), f"the pattern is no regular expression: {error}")


def _python_names(document: Map) -> Iterator[Problem]:
    """Names that become Python names can be, and none clashes with another in the same place."""
    components = document["components"].get("schemas", Map(document.source))
    for name in components:
        if not names.is_class_name(name):
            yield Problem(
                components.at(name),
                f"schema name {name!r} cannot be a class name of its own (CamelCase, no name of Python)",
            )
    for schema, _ in schemas(document):
        for name in schema.get("properties", {}):
            if not names.is_identifier(name):
                yield Problem(schema["properties"].at(name), f"property {name!r} cannot be a Python name")
    for _, _, operation in operations(document):
        taken: dict[str, Source] = {}
        places = [(str(part.get("name")), part.at("name")) for part in parameters(document, operation)]
        for whose, media, _ in contents(document, operation):
            if whose == "request" and isinstance(media.get("schema"), Map):
                body = members(document, media["schema"])
                places += [(name, part.source) for name, part in body.items() if isinstance(part, Map)]
        for name, place in places:
            if not names.is_identifier(name) or name in names.CALL_NAMES - {"file"}:
                yield Problem(place, f"`{name}` cannot be an argument of a call")
            elif name in taken:
                yield Problem(place, f"`{name}` is given twice in one operation, first at {taken[name]}")
            taken.setdefault(name, place)


def _paths(document: Map) -> Iterator[Problem]:
    """Path segments can be written as a chain, and the placeholders of a path are the path parameters of its operations."""
    spellings: dict[tuple[str, str], str] = {}
    paths = document.get("paths", Map(document.source))
    for path in paths:
        for segment in path.strip("/").split("/"):
            if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*|\{[a-z][a-z0-9_]*\}", segment):
                yield Problem(paths.at(path), f"path segment {segment!r} is neither lower-case words nor a placeholder")
        spelling = "/".join(map(names.segment_name, path.split("/")))
        if spellings.setdefault(("", spelling), path) != path:
            yield Problem(paths.at(path), f"the path reads like {spellings['', spelling]!r} as a chain")
    for path, _, operation in operations(document):
        expected = set(re.findall(r"\{([^{}]*)\}", path))
        found = {
            parameter.get("name") for parameter in parameters(document, operation) if parameter.get("in") == "path"
        }
        if expected != found:
            yield Problem(
                operation.at("parameters"), f"path parameters {sorted(map(str, found))} do not match the path {path!r}"
            )


def _cycles(document: Map) -> Iterator[Problem]:
    """No schema contains itself."""
    components = document["components"].get("schemas", Map(document.source))
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> Iterator[Problem]:
        for reference in references(components.get(name)):
            found = reference["$ref"].rpartition("/")[2]
            if found in trail:
                circle = " → ".join((*trail[trail.index(found) :], found))
                yield Problem(reference.at("$ref"), f"circular schema: {circle}")
            elif found not in done:
                yield from visit(found, (*trail, found))
        done.add(name)

    for name in components:
        yield from visit(name, (name,))


def _extensions(document: Map) -> Iterator[Problem]:
    """Extensions name things that are there."""
    for _, method, operation in operations(document):
        body: Any = next(
            (
                members(document, media["schema"])
                for whose, media, _ in contents(document, operation)
                if whose == "request"
            ),
            {},
        )
        key = operation.get("x-idempotency-key")
        if key and (
            method == "get"
            or key not in {*body, *(parameter.get("name") for parameter in parameters(document, operation))}
        ):
            yield Problem(operation.at("x-idempotency-key"), f"neither body nor parameters have a `{key}`")
        if pagination := operation.get("x-pagination"):
            cursor = {"token": "page_token", "offset": "offset"}.get(pagination.get("style"))
            answer: Any = next(
                (
                    members(document, media["schema"])
                    for whose, media, _ in contents(document, operation)
                    if whose[0] == "2"
                ),
                {},
            )
            if cursor is None or cursor not in {parameter.get("name") for parameter in parameters(document, operation)}:
                yield Problem(
                    operation.at("x-pagination"),
                    "style is `token` (parameter page_token) or `offset` (parameter offset)",
                )
            elif pagination["style"] == "offset" and pagination.get("unit") not in ("page", "item"):
                yield Problem(operation.at("x-pagination"), "unit is `page` or `item`: what the offset counts")
            elif "items" not in answer.get(pagination.get("items"), {}):
                yield Problem(operation.at("x-pagination"), f"the answer has no list `{pagination.get('items')}`")
    for event, operation in callbacks(document):
        if "$ref" not in operation.get("x-decrypted-resource", {}) or "x-decrypted-example" not in operation:
            yield Problem(
                operation.source, f"the event {event} needs x-decrypted-resource ($ref) and x-decrypted-example"
            )


def _complete_examples(document: Map) -> Iterator[Problem]:
    """Every JSON body has an example."""
    for _, _, operation in operations(document):
        for whose, media, around in contents(document, operation):
            if not {"example", "examples"} & media.keys():
                yield Problem(around.source, f"the {whose} body has no example")


RULES: tuple[Rule, ...] = (
    *(
        _shape,
        _operation_ids,
        _tags,
        _operation_form,
        _headings,
        _descriptions,
        _named_shapes,
        _schema_form,
        _python_names,
        _paths,
    ),
    *(_cycles, _extensions, _complete_examples),
)
