"""The rules of this house about operations: ids, tags, order of keys, request numbers, pages.

Rules as `rules` describes them. What a callback needs is up to `callbacks`, what an example shows
to `examples`, what names can be to `names`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import names
from generator.problems import Problem, repeated
from generator.read.document import (
    callbacks,
    contents,
    every_operation,
    members,
    operations,
    parameters,
    resolve,
)
from generator.read.parse import Map
from generator.rules.form import OPERATION_KEYS


def _operation_ids(document: Map) -> Iterator[Problem]:
    """An operationId is `<product>.<resource>.<verb>`, each a Python name that is free."""
    for _, _, operation in operations(document):
        operation_id, source = operation["operationId"], operation.at("operationId")
        product, resource, verb = names.parts(operation_id)
        if operation_id and not verb:
            form = "`<product>.<resource>.<verb>` in lower-case Python names"
            hint = names.misspelt(operation_id)
            yield Problem(source, f"operationId {operation_id!r} is not {form}{hint}")
        elif verb and (
            product in names.CLIENT_NAMES | names.PACKAGE_NAMES
            or resource in names.MODULE_NAMES
            or not names.is_method_name(verb)
        ):
            told = "uses a name that the client itself has"
            yield Problem(source, f"operationId {operation_id!r} {told}")


def _one_operation(document: Map) -> Iterator[Problem]:
    """An operationId stands for one operation only."""
    found = [(each["operationId"], each.at("operationId")) for each in every_operation(document)]
    for operation_id, source, first in repeated(found):
        if operation_id:
            yield Problem(source, f"duplicate operationId {operation_id!r}, first at {first}")


def _tags(document: Map) -> Iterator[Problem]:
    """The tag of an operation is its `<product>.<resource>`; it and the product are declared
    once."""
    tags = [(tag["name"], tag.source) for tag in document["tags"]]
    for name, source, first in repeated(tags):
        yield Problem(source, f"tag {name!r} is already declared at {first}")
    known = dict(tags).keys() | set[str]()
    for _, _, operation in operations(document):
        product, resource, verb = names.parts(operation["operationId"])
        if not verb:
            continue
        wanted, given, source = f"{product}.{resource}", operation.get("tags"), operation.at("tags")
        if given != [wanted] and (operation.whole or given):
            yield Problem(source, f"tags must be [{wanted}], as the operationId says")
        for name in (wanted, product):
            if name not in known and document["tags"].whole:
                known.add(name)  # is told once
                yield Problem(source, f"tag {name!r} is not declared in the index, openapi.yaml")


def unused_tags(document: Map) -> Iterator[Problem]:
    """Every tag that is declared is one of an operation, or the product of one."""
    used = {tag for operation in every_operation(document) for tag in operation.get("tags", [])}
    used |= {name.partition(".")[0] for name in used}
    used |= {operation["operationId"].rpartition(".")[0] for operation in every_operation(document)}
    for tag in document["tags"]:
        if tag["name"] not in used:
            yield Problem(tag.source, f"nothing is tagged {tag['name']!r}")


def _order(document: Map) -> Iterator[Problem]:
    """An operation has its keys in the agreed order."""
    for operation in every_operation(document):
        written = [key for key in operation if key in operation.sources]
        for before, after in zip(written, sorted(written, key=OPERATION_KEYS.index), strict=True):
            if before != after:
                told = f"`{before}` stands where `{after}` should; the order is "
                yield Problem(operation.at(before), told + ", ".join(OPERATION_KEYS))
                break


def _schemes(document: Map) -> Iterator[Problem]:
    """An operation has one scheme, which is declared."""
    schemes = document["components"]["securitySchemes"]
    for operation in every_operation(document):
        around = operation if "security" in operation else document
        security = around["security"]
        named = [scheme for each in security for scheme in each]
        if security.whole and (len(named) != 1 or schemes.lacks(named[0])):
            found = f"one scheme is expected, {' or '.join(schemes)}, not {named}"
            yield Problem(around.at("security"), found)


def _kinds_of_body(document: Map) -> Iterator[Problem]:
    """An operation has one kind of body at most."""
    for _, _, operation in operations(document):
        body = operation.get("requestBody", {})
        if len(body.get("content", {"none": {}})) != 1:
            yield Problem(operation.at("requestBody"), "exactly one kind of body is expected")


def _answers(document: Map) -> Iterator[Problem]:
    """An operation has one success answer, a callback at least one; 204 is one without a body."""
    for _, _, operation in operations(document):
        responses = operation["responses"]
        if responses.whole and _successes(responses) != 1:
            yield Problem(operation.at("responses"), "exactly one 2xx answer is expected")
        for status, response in responses.items():
            if status.startswith(("204", "1", "3")) and "content" in resolve(document, response):
                yield Problem(responses.at(status), f"an answer of status {status} has no body")
    for _, operation in callbacks(document):
        if operation["responses"].whole and not _successes(operation["responses"]):
            yield Problem(operation.at("responses"), "a 2xx answer is expected")


def _successes(responses: Map) -> int:
    return sum(status.startswith("2") for status in responses)


def _headings(document: Map) -> Iterator[Problem]:
    """Summaries are the headings of the reference: no two on one page are alike."""
    pages = [(each["operationId"].rpartition(".")[0], each) for _, _, each in operations(document)]
    pages += [("webhooks", each) for _, each in callbacks(document)]
    headings = [((page, each["summary"]), each.at("summary")) for page, each in pages]
    for (page, summary), source, first in repeated(headings):
        if summary:
            told = f"heads another operation of {page} too, at {first}"
            yield Problem(source, f"the summary {summary!r} {told}")


def _request_numbers(document: Map) -> Iterator[Problem]:
    """A request number is text that the operation sends."""
    for _, method, operation in operations(document):
        if not (key := operation.get("x-idempotency-key")):
            continue
        source, sent = operation.at("x-idempotency-key"), _sent(document, operation)
        if method == "get":
            yield Problem(source, "a GET changes nothing and needs no request number")
        elif sent.lacks(key):
            yield Problem(source, f"neither body nor parameters have a `{key}`")
        elif key in sent:
            schema = resolve(document, sent[key])
            if schema.get("type", "string") != "string" or {"enum", "format"} & schema.keys():
                yield Problem(source, f"a request number is text, which `{key}` is not")


def _conditions(document: Map) -> Iterator[Problem]:
    """Of several arguments that can be left out, one may be needed."""
    for _, _, operation in operations(document):
        if not (needed := operation.get("x-at-least-one")):
            continue
        source, sent = operation.at("x-at-least-one"), _sent(document, operation)
        for name in filter(sent.lacks, needed):
            yield Problem(source, f"neither body nor parameters have a `{name}`")
        if needed.whole and len(set(needed)) < 2:
            yield Problem(source, "at least two different names are expected")


def _sent(document: Map, operation: Map) -> Map:
    """The schemas of what an operation sends, by name."""
    found = Map(operation.source)
    for whose, media, _ in contents(document, operation):
        if whose == "request":
            found = members(document, media["schema"])
    given = parameters(document, operation)
    found.update({parameter["name"]: parameter["schema"] for parameter in given})
    found.whole = found.whole and given.whole and operation.whole
    return found


def _pagination(document: Map) -> Iterator[Problem]:
    """A list that comes in pages has a parameter that asks for the next one, and an answer that
    tells whether there is one."""
    for _, _, operation in operations(document):
        paged = operation.get("x-pagination")
        if paged and paged.whole and (told := _pages(document, operation, paged)):
            yield Problem(operation.at("x-pagination"), told)


def _pages(document: Map, operation: Map, paged: Map) -> str:
    """What hinders walking the pages."""
    style, items = paged["style"], paged["items"]
    cursor, following = names.PAGINATION[style]
    kind = "string" if style == "token" else "integer"
    given = parameters(document, operation)
    arguments = {parameter["name"]: parameter for parameter in given}
    answer = Map(operation.source, whole=operation["responses"].whole)
    for whose, media, _ in contents(document, operation):
        if whose.startswith("2"):
            answer = members(document, media["schema"])

    def type_of(member: Map | None) -> Any:
        return resolve(document, member).get("type") if member else None

    if cursor not in arguments:
        return f"style `{style}` needs the parameter `{cursor}`" if given.whole else ""
    if arguments[cursor].get("required") or type_of(arguments[cursor]["schema"]) != kind:
        return f"the parameter `{cursor}` is of type {kind}, and can be left out"
    if style == "offset" and "unit" not in paged:
        return "unit is `page` or `item`: what the offset counts"
    if answer.whole and type_of(answer.get(items)) != "array":
        return f"the answer has no list `{items}`"
    if answer.whole and type_of(answer.get(following)) != kind:
        return f"the answer has no `{following}` of type {kind}"
    return ""


RULES = (
    _operation_ids,
    _one_operation,
    _tags,
    _order,
    _schemes,
    _kinds_of_body,
    _answers,
    _headings,
    _request_numbers,
    _conditions,
    _pagination,
)
