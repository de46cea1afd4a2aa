"""Operations and callbacks → IR: names, arguments, answers, examples, errors of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import names
from generator.build.requests import Requests, samples_of
from generator.build.shapes import Shapes, text_of
from generator.build.types import FILE, NO_CONTENT
from generator.ir.calls import ErrorCase, Operation, Pagination, Reply, Request, Webhook
from generator.read.document import callbacks, members, operations, resolve
from generator.read.parse import Map

JSON = "application/json"


class Operations:
    """The operations and callbacks of a document, in its order."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.document = shapes.document
        self.requests = Requests(shapes)
        self.attributes = names.segment_names(self.document["paths"])
        """The attributes of the chain, by the segments of the path so far."""
        self.all = tuple(self.operation(*found) for found in operations(self.document))
        self.webhooks = tuple(self.webhook(*found) for found in callbacks(self.document))

    def operation(self, path: str, method: str, operation: Map) -> Operation:
        product, resource, verb = operation["operationId"].split(".")
        request, answer = self.requests.request(path, operation), self.answer(product, operation)
        return Operation(
            id=operation["operationId"],
            product=product,
            resource=resource,
            verb=verb,
            resource_class=names.class_name(resource),
            constant=names.constant_name(verb),
            method=method.upper(),
            path=path,
            scheme=self.scheme(operation),
            summary=operation["summary"],
            description=operation["description"].strip(),
            docs=_docs(operation),
            page=operation["externalDocs"]["url"],
            rate_limit=operation.get("x-rate-limit", ""),
            idempotency_key=operation.get("x-idempotency-key", ""),
            at_least_one=tuple(operation.get("x-at-least-one", ())),
            deprecated=bool(operation.get("deprecated")),
            request=request,
            answer=answer,
            definition=self.definition(path, method, operation, request, answer),
            pagination=self.pagination(operation, request),
            errors=tuple(self.errors(operation)),
            refusals=tuple(self.refusals(operation)),
            chain=".".join([*(self.attributes[node] for node in names.nodes(path)), method]),
        )

    def definition(
        self, path: str, method: str, operation: Map, request: Request, answer: Reply
    ) -> dict[str, Any]:
        """The arguments of the runtime's `Operation(...)` that differ from its defaults."""
        homes, call, body = self.shapes.homes, request.call, request.shape
        shape, name = answer.type.shape, answer.type.annotation
        found = {
            "id": operation["operationId"],
            "method": method.upper(),
            "path": path,
            "scheme": self.scheme(operation),
            "parameters": f"{call.product}.params:{call.name}" if call else "",
            "body": f"{homes[body]}.params:{body}" if body else "",
            "answer": f"{homes[shape]}.models:{shape}" if shape else f"_runtime.answer:{name}",
            "accept": answer.file,
            "idempotency_key": operation.get("x-idempotency-key", ""),
            "headers": tuple(
                field.wire for field in request.parameters if field.location == "header"
            ),
            "sensitive": request.sensitive,
            "upload": request.upload,
            "rate_limit": _rate(operation.get("x-rate-limit", "")),
        }
        return {name: value for name, value in found.items() if value}

    def scheme(self, operation: Map) -> str:
        """Who calls it, or is called."""
        return str(next(iter(operation.get("security", self.document["security"])[0])))

    def answer(self, product: str, operation: Map, *, sent: bool = False) -> Reply:
        """What is answered when all is well: by us, where it is `sent`."""
        found = sorted(self.answers(operation, "2"), key=lambda answer: not answer[1])
        status, content = found[0]  # a callback may be answered with a body or without one
        name, media = next(iter(content.items()), ("", Map(operation.source)))
        samples = tuple(samples_of(self.document, media))
        if name not in ("", JSON):
            return Reply(FILE, status, samples, name)
        typist = self.shapes.typist(product, answer=not sent, signature=True)
        return Reply(typist.type(media["schema"]) if media else NO_CONTENT, status, samples, "")

    def answers(self, operation: Map, first_digits: str) -> Iterator[tuple[int, Map]]:
        """The answers whose status begins with one of these, each with its kinds of body."""
        nothing = Map(operation.source)
        for status, response in operation["responses"].items():
            if status[0] in first_digits:
                yield int(status), resolve(self.document, response).get("content", nothing)

    def pagination(self, operation: Map, request: Request) -> Pagination | None:
        """How the list is walked, where it comes in pages."""
        declared = operation.get("x-pagination")
        if not declared:
            return None
        product, _, verb = operation["operationId"].split(".")
        _, content = next(self.answers(operation, "2"))
        media = content[JSON]
        called = self.shapes.called(media["schema"])
        items = members(self.document, media["schema"])[declared["items"]]
        typist = self.shapes.typist(product, answer=True, signature=True)
        first, following = names.PAGINATION[declared["style"]]
        cursor = next(field for field in request.keywords if field.wire == first)
        return Pagination(
            style=declared["style"],
            method=names.iterator_name(verb),
            cursor=cursor.name,
            passed=tuple(
                (field.name, "cursor" if field is cursor else field.name)
                for field in request.keywords
            ),
            items=called[declared["items"]],
            next=called[following],
            item=typist.type(resolve(self.document, items)["items"]),
            counts_items=declared.get("unit") == "item",
        )

    def refusals(self, operation: Map) -> Iterator[tuple[int, str]]:
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                yield int(status), text_of(resolve(self.document, response))

    def errors(self, operation: Map) -> Iterator[ErrorCase]:
        for status, content in self.answers(operation, "1345"):
            for sample in samples_of(self.document, content.get(JSON, content)):
                message = sample.value["message"]
                yield ErrorCase(status, sample.value["code"], sample.title or message, message)

    def webhook(self, event: str, operation: Map) -> Webhook:
        shape = operation["x-decrypted-resource"]["$ref"].rpartition("/")[2]
        envelope = next(iter(operation["requestBody"]["content"].values()))["example"]
        return Webhook(
            id=operation["operationId"],
            event_type=event,
            event_types=(event, *operation.get("x-event-aliases", [])),
            summary=operation["summary"],
            description=operation["description"].strip(),
            docs=_docs(operation),
            shape=shape,
            home=self.shapes.homes[shape],
            scheme=self.scheme(operation),
            original_type=envelope["resource"].get("original_type", ""),
            example=operation["x-decrypted-example"],
            reply=self.answer(self.shapes.homes[shape], operation, sent=True),
        )


def _docs(operation: Map) -> tuple[tuple[str, str], ...]:
    """The official pages, the best first: audience and address."""
    pages = operation.get("x-official-docs", {})
    found = [
        (audience, page)
        for audience, part in pages.items()
        for page in ([part] if isinstance(part, str) else part)
    ]
    best = operation["externalDocs"]["url"]
    if best not in [page for _, page in found]:
        found.append(("related", best))
    return tuple(sorted(found, key=lambda entry: entry[1] != best))


def _rate(text: str) -> tuple[int, int] | None:
    """`500/s` → 500 calls in 1 second."""
    calls, _, period = text.partition("/")
    return (int(calls), names.PERIODS[period]) if calls else None
