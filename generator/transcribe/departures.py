"""Where our specification says otherwise than a page, in words.

Nobody is right here: a departure is one that was decided, or a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.read.document import members, parameters, resolve
from generator.read.parse import Map
from generator.transcribe import kinds
from generator.transcribe.fitting import placeholders
from generator.transcribe.page import BODIES, CLIENT_HEADERS, PLACES, Described, Node, Row, nested

_LIMITS = ("minLength", "maxLength", "minimum", "maximum", "maxItems", "format")


def departures(document: Map, operation: Map, described: Described) -> Iterator[str]:
    """What an operation or callback of ours says otherwise than the page."""
    return _Comparison(document, described.path == "").operation(operation, described)


class _Comparison:
    def __init__(self, document: Map, callback: bool) -> None:
        self.document, self.callback = document, callback

    def operation(self, operation: Map, described: Described) -> Iterator[str]:
        if self.callback:
            yield from (f"resource: {text}" for text in self.event(operation, described))
            return
        yield from (f"request: {text}" for text in self.request(operation, described))
        yield from (f"answer: {text}" for text in self.answer(operation, described))

    def event(self, operation: Map, described: Described) -> Iterator[str]:
        """The decrypted resource; the envelope is the same for all."""
        found = [
            node
            for top in nested(described.request)
            for node in _below(top)
            if node.row.encrypted == "aes"
        ]
        resource = operation["x-decrypted-resource"]
        for node in found:
            yield from self.object(node.children, resource, "", answer=True)

    def request(self, operation: Map, described: Described) -> Iterator[str]:
        ours = {(part["in"], part["name"]): part for part in parameters(self.document, operation)}
        content = next(iter(operation.get("requestBody", {}).get("content", {}).values()), None)
        top = nested(described.request)
        theirs = {
            (PLACES[node.row.name], child.row.name): child
            for node in top
            if node.row.name in PLACES
            for child in node.children
        }
        for name, own in zip(placeholders(described.path), _in_path(ours), strict=False):
            if name != own["name"] and f"`{name}`" not in own["description"]:
                yield f"`{own['name']}` takes `{name}` too, which its description does not name"
        for (place, name), child in theirs.items():
            if name not in CLIENT_HEADERS:
                yield from self.parameter(child, ours.get((place, name)))
        for place, name in ours:
            if (place, name) not in theirs and place != "path":
                yield f"`{name}` ({place}) is not on the page"
        body = next((node for node in top if node.row.name in BODIES), None)
        if content is not None and body is not None:
            yield from self.object(body.children, content["schema"], "", answer=False)
        elif content is not None or (body is not None and body.children):
            whose = "ours" if content is not None else "the page"
            yield f"there is a body in {whose} only"

    def parameter(self, node: Node, ours: Map | None) -> Iterator[str]:
        if ours is None:
            yield f"`{node.row.name}` is on the page and not in ours"
            return
        schema = resolve(self.document, ours["schema"])
        yield from self.member(
            node, schema, node.row.name, required=bool(ours.get("required")), answer=False
        )

    def answer(self, operation: Map, described: Described) -> Iterator[str]:
        response: Any = next(
            part for status, part in operation["responses"].items() if status.startswith("2")
        )
        content = next(iter(resolve(self.document, response).get("content", {}).values()), None)
        if content is None:
            if described.answer:
                yield "the page has an answer, ours none"
        elif content["schema"].get("format") == "binary":
            if described.answer:
                yield "JSON on the page, a file in ours"
        elif not described.answer:
            yield f"the answer of the page is {described.answer_kind}, ours has members"
        else:
            yield from self.object(nested(described.answer), content["schema"], "", answer=True)

    def object(
        self, nodes: tuple[Node, ...], schema: Map, above: str, *, answer: bool
    ) -> Iterator[str]:
        """The members on the page against those of our schema."""
        ours = members(self.document, schema)
        needed = self.required(schema)
        named = {node.row.name: node for node in nodes}
        for name, node in named.items():
            where = f"{above}{name}"
            if name not in ours:
                yield f"`{where}` is on the page and not in ours"
                continue
            yield from self.member(node, ours[name], where, required=name in needed, answer=answer)
        for name in ours:
            if name not in named and not ours[name].get("deprecated"):  # that is kept on purpose
                yield f"`{above}{name}` is not on the page"

    def required(self, schema: Map) -> set[str]:
        target = resolve(self.document, schema)
        return set(target.get("required", [])).union(
            *(self.required(part) for part in target.get("allOf", []))
        )

    def member(
        self, node: Node, ours: Map, where: str, *, required: bool, answer: bool
    ) -> Iterator[str]:
        row, schema = node.row, resolve(self.document, ours)
        if schema.get("format") == "binary":
            return  # pages have several words for a file
        if row.is_list != (schema.get("type") == "array"):
            yield f"`{where}` is {row.type} on the page, {schema.get('type')} in ours"
            return
        item = resolve(self.document, schema.get("items", schema))
        kind = item.get("type", "object")
        if kind != kinds.kind(row) and not (_is_text(node) or _is_free(row, kind)):
            yield f"`{where}` is {row.type} on the page, {kind} in ours"
        if row.required is not None and row.required != required and not (answer and row.required):
            yield f"`{where}` is {_said(row.required)} on the page, {_said(required)} in ours"
        elif row.required and answer and not required:
            yield f"`{where}` is always there on the page, not in ours"
        yield from self.values(row.words.enum, item, where)
        for key, value in row.words.limits:
            if key in _LIMITS and schema.get(key, item.get(key)) != value:
                said = schema.get(key, item.get(key, "not said"))
                yield f"`{where}`: {key} is {value} on the page, {said} in ours"
        if node.children and (kind == "object" or "properties" in item):
            yield from self.object(node.children, item, f"{where}.", answer=answer)
        elif node.children and not _is_text(node):
            yield f"`{where}` has members on the page, none in ours"

    def values(self, page: tuple[str, ...], item: Map, where: str) -> Iterator[str]:
        ours = [str(value) for value in item.get("enum", [])]
        if page and not ours:
            yield f"`{where}` is one of {', '.join(page)} on the page, any text in ours"
        elif page:
            if more := [value for value in page if value not in ours]:
                yield f"`{where}` can be {', '.join(more)} on the page, not in ours"
            if less := [value for value in ours if value not in page]:
                yield f"`{where}` can be {', '.join(less)} in ours, not on the page"


def _is_text(node: Node) -> bool:
    """Whether the members are those of a text, JSON or ciphertext."""
    marked = node.row.encoded or node.row.encrypted
    return bool(marked or (node.children and node.row.word == "string"))


def _is_free(row: Row, kind: str) -> bool:
    """Whether the page's word for the type can mean ours too."""
    number = kinds.kind(row) in ("integer", "number") and row.word == "number"
    return not kinds.is_known(row) or (number and kind in ("integer", "number"))


def _in_path(ours: dict[tuple[str, str], Map]) -> list[Map]:
    return [part for (place, _), part in ours.items() if place == "path"]


def _said(required: bool) -> str:
    return "required" if required else "optional"


def _below(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _below(child)
