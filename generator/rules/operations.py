"""The rules of this house about operations and callbacks: ids, tags, order, examples, extensions.

Rules as `rules` describes them. What schemas may say is up to `schemas`, what names can be to
`names`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator import names
from generator.problems import Problem, Source
from generator.read.bundle import references
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
from generator.rules.schemas import WORD

OPERATION_KEYS = [
    "operationId",
    "tags",
    "summary",
    "description",
    "externalDocs",
    "x-official-docs",
    "x-rate-limit",
    "x-idempotency-key",
    "x-pagination",
    "deprecated",
    "security",
    "parameters",
    "requestBody",
    "x-event-aliases",
    "x-decrypted-resource",
    "x-decrypted-example",
    "responses",
]
"""The keys of an operation, in their order."""
Rule = Callable[[Map], Iterator[Problem]]


def _operation_ids(document: Map) -> Iterator[Problem]:
    """An operationId is `<product>.<resource>.<verb>`, each a Python name, and stands for one
    operation only."""
    seen: dict[str, Source] = {}
    for _, _, operation in operations(document):
        operation_id, place = operation["operationId"], operation.at("operationId")
        product, resource, verb = names.parts(operation_id)
        if not verb:
            yield Problem(
                place,
                f"operationId {operation_id!r} is not `<product>.<resource>.<verb>` in "
                f"lower-case Python names",
            )
        elif product in names.CLIENT_NAMES | names.PACKAGE_NAMES or resource in names.MODULE_NAMES:
            yield Problem(
                place, f"operationId {operation_id!r} uses a name that the client itself has"
            )
        if operation_id in seen:
            yield Problem(
                place, f"duplicate operationId {operation_id!r}, first at {seen[operation_id]}"
            )
        seen.setdefault(operation_id, place)


def _tags(document: Map) -> Iterator[Problem]:
    """The tag of an operation is its `<product>.<resource>`; it and the product are declared once,
    and nothing else is."""
    declared: dict[str, Source] = {}
    for tag in document["tags"]:
        if tag["name"] in declared:
            yield Problem(
                tag.source, f"tag {tag['name']!r} is already declared at {declared[tag['name']]}"
            )
        declared.setdefault(tag["name"], tag.source)
    used = {tag for _, operation in callbacks(document) for tag in operation.get("tags", [])}
    for _, _, operation in operations(document):
        product, resource, _ = names.parts(operation["operationId"])
        wanted = f"{product}.{resource}"
        if product and operation.get("tags") != [wanted]:
            yield Problem(operation.at("tags"), f"tags must be [{wanted}], as the operationId says")
        for name in (wanted, product):
            used.add(name)
            if product and name not in declared:
                yield Problem(operation.at("tags"), f"tag {name!r} is not declared in openapi.yaml")
    if all(all(names.parts(operation["operationId"])) for _, _, operation in operations(document)):
        yield from (
            Problem(declared[name], f"nothing is tagged {name!r}")
            for name in declared
            if name not in used
        )


def _operation_form(document: Map) -> Iterator[Problem]:
    """An operation has its keys in the agreed order, one scheme, one kind of body, one success
    answer."""
    every = [operation for _, _, operation in operations(document)]
    schemes = document["components"]["securitySchemes"]
    for operation in every + [operation for _, operation in callbacks(document)]:
        for before, after in zip(
            operation, sorted(operation, key=OPERATION_KEYS.index), strict=True
        ):
            if before != after:
                order = ", ".join(OPERATION_KEYS)
                yield Problem(
                    operation.at(before),
                    f"`{before}` stands where `{after}` should; the order is {order}",
                )
                break
        security = operation.get("security", document["security"])
        if len(security) != 1 or len(security[0]) != 1 or not security[0].keys() <= schemes.keys():
            yield Problem(
                (operation if "security" in operation else document).at("security"),
                f"one scheme is expected: {', '.join(schemes)}",
            )
    for operation in every:
        if sum(status.startswith("2") for status in operation["responses"]) != 1:
            yield Problem(operation.at("responses"), "exactly one 2xx answer is expected")
        if len(operation.get("requestBody", {}).get("content", ["one"])) != 1:
            yield Problem(operation.at("requestBody"), "exactly one kind of body is expected")


def _headings(document: Map) -> Iterator[Problem]:
    """Summaries are the headings of the reference: no two on one page are alike."""
    seen: dict[tuple[str, str], Source] = {}
    found = [
        (operation["operationId"].rpartition(".")[0], operation)
        for _, _, operation in operations(document)
    ]
    for page, operation in [
        *found,
        *(("webhooks", operation) for _, operation in callbacks(document)),
    ]:
        key, place = (page, names.anchor(operation["summary"])), operation.at("summary")
        if key in seen:
            yield Problem(
                place,
                f"the summary {operation['summary']!r} heads another operation of {page} too, at "
                f"{seen[key]}",
            )
        seen.setdefault(key, place)


def _descriptions(document: Map) -> Iterator[Problem]:
    """Every property and parameter has a description."""
    for schema, _ in schemas(document):
        properties = schema.get("properties", {})
        for name, part in properties.items():
            if not (part.get("description") or resolve(document, part).get("description")):
                yield Problem(properties.at(name), f"property `{name}` has no description")
    for _, _, operation in operations(document):
        for parameter in parameters(document, operation):
            if not parameter.get("description"):
                yield Problem(
                    parameter.source, f"parameter `{parameter.get('name')}` has no description"
                )


def circles(document: Map) -> Iterator[Problem]:
    """No definition contains itself."""
    components = document["components"]
    done: set[str] = set()

    def visit(target: str, trail: tuple[str, ...]) -> Iterator[Problem]:
        section, name = target.removeprefix("#/components/").split("/", 1)
        for reference in references(components[section][name]):
            found = reference["$ref"]
            if found in trail:
                circle = " → ".join(
                    part.rpartition("/")[2] for part in (*trail[trail.index(found) :], found)
                )
                yield Problem(reference.at("$ref"), f"circular schema: {circle}")
            elif found not in done:
                yield from visit(found, (*trail, found))
        done.add(target)

    for section in ("schemas", "parameters", "responses", "examples"):
        for name in components.get(section, {}):
            if (target := f"#/components/{section}/{name}") not in done:
                yield from visit(target, (target,))


def _extensions(document: Map) -> Iterator[Problem]:
    """Extensions name things that are there."""
    for _, method, operation in operations(document):
        bodies = {
            whose[0]: members(document, media["schema"])
            for whose, media, _ in contents(document, operation)
        }
        given = {parameter["name"]: parameter for parameter in parameters(document, operation)}
        answer = bodies.get("2", Map(operation.source))
        key = operation.get("x-idempotency-key")
        if key and (method == "get" or key not in {*bodies.get("r", {}), *given}):
            yield Problem(
                operation.at("x-idempotency-key"), f"neither body nor parameters have a `{key}`"
            )
        if pagination := operation.get("x-pagination"):
            yield from _pagination(
                document, pagination, operation.at("x-pagination"), given, answer
            )
    named: dict[tuple[str, str], Source] = {}
    for event, operation in callbacks(document):
        scheme = "/".join(
            key for each in operation.get("security", document["security"]) for key in each
        )
        for name in (event, *operation.get("x-event-aliases", [])):
            if (scheme, name) in named:
                first = named[scheme, name]
                yield Problem(
                    operation.at("x-event-aliases"),
                    f"the {scheme} already has an event {name}, at {first}",
                )
            named[scheme, name] = operation.source
        if not {"x-decrypted-resource", "x-decrypted-example"} <= operation.keys():
            yield Problem(
                operation.source,
                f"the event {event} needs x-decrypted-resource and x-decrypted-example",
            )
        elif not members(document, operation["x-decrypted-resource"]):
            yield Problem(
                operation.at("x-decrypted-resource"), "the schema of the resource has no properties"
            )


def _pagination(
    document: Map, given: Map, place: Source, arguments: dict[str, Map], answer: Map
) -> Iterator[Problem]:
    style, items = given["style"], given["items"]
    cursor, following = names.PAGINATION[style]
    kind = "string" if style == "token" else "integer"

    def type_of(member: Map | None) -> Any:
        return resolve(document, member).get("type") if member else None

    if cursor not in arguments:
        yield Problem(place, f"style `{style}` needs the parameter `{cursor}`")
    elif arguments[cursor].get("required") or type_of(arguments[cursor]["schema"]) != kind:
        yield Problem(place, f"the parameter `{cursor}` is of type {kind}, and can be left out")
    elif style == "offset" and "unit" not in given:
        yield Problem(place, "unit is `page` or `item`: what the offset counts")
    elif type_of(answer.get(items)) != "array":
        yield Problem(place, f"the answer has no list `{items}`")
    elif type_of(answer.get(following)) != kind:
        yield Problem(place, f"the answer has no `{following}` of type {kind}")


def _error_form(example: Any) -> str:
    """What an example of an error lacks; nothing where it is in order."""
    if not isinstance(example, Map) or not {"code", "message"} <= example.keys():
        return "the example of an error has `code` and `message`"
    return "" if re.fullmatch(WORD, str(example["code"])) else "the code of an error is a word"


def _complete_examples(document: Map) -> Iterator[Problem]:
    """Every body has an example, one of an error says code and message, one of a callback holds
    the envelope."""
    for _, _, operation in operations(document):
        for whose, media, around in contents(document, operation):
            found = [media["example"]] if "example" in media else []
            found += [
                resolve(document, example)["value"]
                for example in media.get("examples", {}).values()
            ]
            if not found:
                yield Problem(around.source, f"the {whose} body has no example")
            if whose[0] in "345":
                yield from (
                    Problem(media.source, problem)
                    for value in found
                    if (problem := _error_form(value))
                )
    for event, operation in callbacks(document):
        envelopes = [
            media.get("example")
            for _, media, _ in contents(document, operation)
            if media is not None
        ]
        if (
            not envelopes
            or not isinstance(envelopes[0], Map)
            or not isinstance(envelopes[0].get("resource"), Map)
        ):
            yield Problem(
                operation.source,
                f"the event {event} needs a request body with an example that has a `resource`",
            )


RULES: tuple[Rule, ...] = (
    *(
        _operation_ids,
        _tags,
        _operation_form,
        _headings,
        _descriptions,
        _extensions,
        _complete_examples,
    ),
)
