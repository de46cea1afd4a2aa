"""Ways through the bundled document: the one place that knows where OpenAPI keeps things.

Reading only; what the document should look like is the business of the rules. Parts that could not
be read are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.problems import Source
from generator.read.parse import Map, Seq

METHODS = ("get", "post", "put", "patch", "delete")


def operations(document: Map) -> Iterator[tuple[str, str, Map]]:
    """Every operation with its path and method."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item and not item[method].unread:
                yield path, method, item[method]


def callbacks(document: Map) -> Iterator[tuple[str, Map]]:
    """Every callback with its event type."""
    for event, item in document.get("webhooks", {}).items():
        if "post" in item and not item["post"].unread:
            yield event, item["post"]


def every_operation(document: Map) -> list[Map]:
    """Every operation, those of callbacks included."""
    called = [operation for _, _, operation in operations(document)]
    return called + [operation for _, operation in callbacks(document)]


def resolve(document: Map, node: Any) -> Any:
    """The definition that a reference into the bundle leads to; other nodes are themselves."""
    while isinstance(node, Map) and "$ref" in node:
        section, name = node["$ref"].removeprefix("#/components/").split("/", 1)
        node = document["components"][section][name]
    return node


def named_schemas(document: Map) -> Map:
    """The schemas that have a name, by name."""
    found: Map = document["components"].get("schemas", Map(document.source))
    return found


def schemas(document: Map) -> Iterator[tuple[Map, Source]]:
    """Every schema object, named or inside another, with its source."""
    named = named_schemas(document)
    stack = [(schema, named.at(name)) for name, schema in named.items()]
    for _, _, operation in operations(document):
        given = parameters(document, operation)
        stack += [(parameter["schema"], parameter.at("schema")) for parameter in given]
    while stack:
        schema, source = stack.pop()
        if not schema.unread:
            yield schema, source
        properties = schema.get("properties", {})
        stack += [(part, properties.at(name)) for name, part in properties.items()]
        if "items" in schema:
            stack.append((schema["items"], schema.at("items")))
        stack += [(part, schema.at("allOf")) for part in schema.get("allOf", [])]


def parameters(document: Map, operation: Map) -> Seq:
    """The parameters of an operation, references resolved; each is placed where it is listed."""
    given: Seq = operation.get("parameters", Seq(operation.source))
    resolved = Seq(given.source, whole=given.whole)
    for parameter, source in given.placed():
        found = resolve(document, parameter)
        resolved.whole = resolved.whole and found.whole
        if not found.unread:
            resolved.append(found)
            resolved.sources.append(source)
    return resolved


def contents(document: Map, operation: Map) -> Iterator[tuple[str, Map, Map]]:
    """Every body of an operation: whose it is (`request` or a status), the media type object, the
    object around it."""
    around = [(str(status), part) for status, part in operation.get("responses", {}).items()]
    if "requestBody" in operation:
        around.insert(0, ("request", operation["requestBody"]))
    for whose, part in around:
        for media in resolve(document, part).get("content", {}).values():
            if not media.unread:
                yield whose, media, part


def examples(document: Map, media: Map) -> Iterator[tuple[Any, Source]]:
    """The examples of a body, each with its source."""
    if "example" in media:
        yield media["example"], media.at("example")
    for given in media.get("examples", {}).values():
        example = resolve(document, given)
        if "value" in example:
            yield example["value"], example.at("value")


def members(document: Map, schema: Any) -> Map:
    """The properties of an object schema, those of its `allOf` included."""
    schema = resolve(document, schema)
    properties = schema.get("properties", Map(schema.source))
    found = Map(schema.source, whole=schema.whole and properties.whole)
    for part in (*(members(document, part) for part in schema.get("allOf", [])), properties):
        found.update(part)
        found.sources.update(part.sources)
        found.whole = found.whole and part.whole
    return found
