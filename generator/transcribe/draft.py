"""An operation of a page → the operation as OpenAPI says it, with its new shapes.

What the page leaves open is marked at its place; nothing is made up but names and examples.
"""

from __future__ import annotations

import re
from typing import Any

from generator.names import class_name
from generator.transcribe import extensions, naming
from generator.transcribe.fitting import placeholders
from generator.transcribe.links import documentation
from generator.transcribe.naming import Name
from generator.transcribe.page import Described, LeftOpen, nested
from generator.transcribe.requests import Place, Request
from generator.transcribe.shapes import Ref, Shapes
from generator.transcribe.spelling import singular
from generator.transcribe.texts import label, sentence
from generator.transcribe.yamltext import Noted

_SEGMENT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|\{[a-z][a-z0-9_]*\}")


class NoDraft(Exception):
    """Why there is no draft of what a page describes."""


class Draft:
    """One operation being drafted.

    Raises:
        NoDraft: the page describes what no operation of ours can be.
    """

    def __init__(self, described: Described, shapes: Shapes) -> None:
        if any(row.name == "xml" and row.depth == 0 for row in described.request):
            raise NoDraft("it speaks XML, which is not APIv3")
        for part in described.path.split("/")[1:]:
            if not _SEGMENT.fullmatch(part):
                raise NoDraft(
                    f"path segment {part!r} is neither lower-case words nor a placeholder"
                )
        if len(set(names := placeholders(described.path))) < len(names):
            raise NoDraft("a placeholder of the path stands twice")
        self.described, self.shapes = described, shapes
        self.title = label(described.title) or described.key
        self.left_open: LeftOpen = []
        self.name = self.named()
        self.tag = f"{self.name.product}.{self.name.resource}"
        self.place = self.placed()
        self.request = Request(described, shapes, self.place, self.left_open)

    def named(self) -> Name:
        """The name of the operation: the resource that has the path already, a name not taken."""
        ours, described = self.shapes.ours, self.described
        lists = extensions.is_list(described)
        name = naming.proposed(described.path, described.method, described.title, lists=lists)
        product = ours.product(described.path) or name.product
        name = Name(product, ours.resource(described.path) or name.resource, name.verb)
        for candidate in (name, *naming.others(name, described.path)):
            if str(candidate) not in ours.ids:
                ours.ids.add(str(candidate))
                return candidate
        raise NoDraft(f"the name {name} is taken, and so is what could be told apart from it")

    def placed(self) -> Place:
        """`CreateCard…` in `schemas/membercard_open/card.yaml`."""
        product, resource, verb = self.name.product, self.name.resource, self.name.verb
        noun = resource if verb == "list" else singular(resource)
        prefix = class_name(verb.rstrip("_")) + class_name(noun)
        return Place(f"schemas/{product}/{singular(resource)}.yaml", prefix, self.title)

    def operation(self) -> dict[str, Any]:
        """The operation, its keys in the order of the specification."""
        described = self.described
        parameters, body = self.request.parameters(), self.request.body()
        done = f"what it does (line {described.line} of the page)"
        found: dict[str, Any] = {
            "operationId": str(self.name),
            "tags": [self.tag],
            "summary": self.summary(),
            "description": Noted(sentence(self.title), done),
            **documentation(described.links, self.left_open),
            "x-rate-limit": described.rate,
            "x-idempotency-key": extensions.request_number(described),
            "x-pagination": extensions.pagination(described, self.left_open),
            "security": [{"brand": []}] if described.path.startswith("/brand/") else [],
            "parameters": parameters,
            "requestBody": body,
            "responses": self.responses(),
        }
        return {key: value for key, value in found.items() if value}

    def summary(self) -> str:
        """The title, told apart from that of a like operation."""
        last = self.described.path.rstrip("}").rpartition("{")[2]
        held = self.shapes.ours.summaries
        for text in (
            self.title,
            f"{self.title}（{last}）",
            f"{self.title}（{self.described.key}）",
        ):
            if (self.tag, text) not in held:
                held.add((self.tag, text))
                return text
        return self.title

    def responses(self) -> dict[str, Any]:
        described, place = self.described, self.place
        refusals = {
            status: {"$ref": f"responses/errors.yaml#/{name}"}
            for status, name in self.shapes.ours.refusals
        }
        if not described.answer:
            return self.without_json() | refusals
        members, name = nested(described.answer), f"{place.prefix}Response"
        schema = self.shapes.named(
            members, name, place.home, label(f"{self.title}的结果"), sent=False
        )
        media = {"schema": Ref(schema.name), "example": self.request.examples.of(schema)}
        answer: dict[str, Any] = {"description": "成功", "content": {"application/json": media}}
        if described.status == 204:
            todo = "the status; the page waits for 204, and lists members"
            answer["description"] = Noted("成功", todo)
        status = described.status if described.status != 204 else 200
        return {str(status or 200): answer} | refusals

    def without_json(self) -> dict[str, Any]:
        kind, status = self.described.answer_kind, self.described.status
        if kind == "empty":
            return {str(status or 204): {"description": "成功，没有内容"}}
        if kind in ("unknown", "json"):
            text = Noted("成功，没有内容", "the page does not say what is answered")
            return {str(status or 204): {"description": text}}
        media = {"schema": {"type": "string", "format": "binary"}, "example": "文件的内容"}
        content = {"application/octet-stream": media}
        return {"200": {"description": label(kind) or "文件", "content": content}}
