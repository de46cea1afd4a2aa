"""Operations and callbacks → IR: names, arguments, answers, examples, errors of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import names
from generator.build.shapes import TYPED_DICT, Shapes, needs_of, text_of
from generator.build.types import NO_CONTENT, Typist
from generator.ir.calls import ErrorCase, Operation, Pagination, Reply, Request, Sample, Webhook
from generator.ir.types import Field, Model
from generator.read.document import callbacks, members, operations, parameters, resolve
from generator.read.parse import Map


class Operations:
    """The operations and callbacks of a document, in its order."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.document = shapes.document
        self.all = tuple(
            self.operation(path, method, operation)
            for path, method, operation in operations(shapes.document)
        )
        self.webhooks = tuple(
            self.webhook(event, operation) for event, operation in callbacks(shapes.document)
        )

    def operation(self, path: str, method: str, operation: Map) -> Operation:
        product, resource, verb = operation["operationId"].split(".")
        request, answer = self.request(path, operation), self.answer(product, operation)
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
            anchor=names.anchor(operation["summary"]),
            description=operation["description"].strip(),
            docs=_docs(operation),
            page=operation["externalDocs"]["url"],
            rate_limit=operation.get("x-rate-limit", ""),
            idempotency_key=operation.get("x-idempotency-key", ""),
            deprecated=bool(operation.get("deprecated")),
            request=request,
            answer=answer,
            definition=self.definition(path, method, operation, request, answer),
            pagination=self.pagination(operation, request),
            errors=tuple(self.errors(operation)),
            refusals=tuple(self.refusals(operation)),
            chain=".".join([*map(names.segment_name, path.strip("/").split("/")), method]),
        )

    def definition(
        self, path: str, method: str, operation: Map, request: Request, answer: Reply
    ) -> dict[str, Any]:
        """The arguments of the runtime's `Operation(...)` that differ from its defaults."""
        shapes = self.shapes
        call, body = request.call, request.shape
        found = {
            "id": operation["operationId"],
            "method": method.upper(),
            "path": path,
            "scheme": self.scheme(operation),
            "parameters": f"{call.product}.params:{call.name}" if call else "",
            "body": f"{shapes.homes[body]}.params:{body}" if body else "",
            "answer": (
                f"{shapes.homes[answer.type.shape]}.models:{answer.type.shape}"
                if answer.type.shape
                else "_runtime.answer:NoContent"
            ),
            "idempotency_key": operation.get("x-idempotency-key", ""),
            "sensitive": request.sensitive,
            "upload": request.upload,
        }
        return {name: value for name, value in found.items() if value}

    def scheme(self, operation: Map) -> str:
        """Who calls it, or is called."""
        return str(next(iter(operation.get("security", self.document["security"])[0])))

    def request(self, path: str, operation: Map) -> Request:
        """What the operation is given."""
        product = operation["operationId"].partition(".")[0]
        typist = self.shapes.typist(product, answer=False, signature=True)
        given = self.parameters(operation, typist)
        content = operation.get("requestBody", {}).get("content", {})
        upload = "multipart/form-data" in content
        media: Map = next(iter(content.values()), Map(operation.source))
        body = () if upload or not media else tuple(self.shapes.fields(media["schema"], typist))
        query = [field for field in given if field.location == "query"]
        positional = [
            field for name in path.split("/") for field in given if name == f"{{{field.name}}}"
        ]
        keywords = sorted([*query, *body], key=lambda field: not field.required)
        return Request(
            positional=tuple(positional),
            keywords=tuple(keywords),
            arguments=(*positional, *keywords),
            parameters=given,
            body=body,
            shape=typist.type(media["schema"]).shape if body else "",
            upload=upload,
            sensitive=tuple(self.sensitive(media["schema"])) if body else (),
            call=self.call(operation) if given else None,
            samples=tuple(self.samples(media)),
            parameter_examples={
                part["name"]: part["example"] for part in parameters(self.document, operation)
            },
        )

    def call(self, operation: Map) -> Model:
        """The path and query parameters of an operation, as a type for the check before sending."""
        product, resource, verb = operation["operationId"].split(".")
        fields = self.parameters(operation, self.shapes.typist(product, answer=False))
        name, needs = names.parameters_name(resource, verb), needs_of(fields) | {TYPED_DICT}
        return Model(name, product, operation["summary"], (), fields, fields, needs)

    def parameters(self, operation: Map, typist: Typist) -> tuple[Field, ...]:
        """The parameters of path and query."""
        return tuple(
            self.shapes.field(
                parameter["name"],
                parameter["schema"],
                typist,
                required=bool(parameter.get("required")),
                location=parameter["in"],
                marks=parameter,
            )
            for parameter in parameters(self.document, operation)
        )

    def answer(self, product: str, operation: Map) -> Reply:
        """What the operation answers when all is well."""
        status, media = next(self.answers(operation, "2"))
        typist = self.shapes.typist(product, answer=True, signature=True)
        kind = typist.type(media["schema"]) if media else NO_CONTENT
        return Reply(kind, status, tuple(self.samples(media)))

    def answers(self, operation: Map, first_digits: str) -> Iterator[tuple[int, Map]]:
        """The answers whose status begins with one of these, each with its JSON body."""
        nothing = Map(operation.source)
        for status, response in operation["responses"].items():
            if status[0] in first_digits:
                content = resolve(self.document, response).get("content", nothing)
                yield int(status), content.get("application/json", nothing)

    def pagination(self, operation: Map, request: Request) -> Pagination | None:
        """How the list is walked, where it comes in pages."""
        declared = operation.get("x-pagination")
        if not declared:
            return None
        product, _, verb = operation["operationId"].split(".")
        _, media = next(self.answers(operation, "2"))
        items = members(self.document, media["schema"])[declared["items"]]
        typist = self.shapes.typist(product, answer=True, signature=True)
        cursor, following = names.PAGINATION[declared["style"]]
        return Pagination(
            style=declared["style"],
            method=names.iterator_name(verb),
            cursor=cursor,
            passed=tuple(
                (field.name, "cursor" if field.name == cursor else field.name)
                for field in request.keywords
            ),
            items=declared["items"],
            next=following,
            item=typist.type(resolve(self.document, items)["items"]),
            counts_items=declared.get("unit") == "item",
        )

    def sensitive(self, schema: Map, prefix: str = "") -> Iterator[str]:
        """The members that travel encrypted, as dotted names."""
        for name, part in members(self.document, schema).items():
            kind = self.shapes.typist("", answer=False).type(part)
            if part.get("x-sensitive"):
                yield f"{prefix}{name}"
            elif kind.shape:
                yield from self.sensitive(
                    self.shapes.schemas[kind.shape],
                    f"{prefix}{name}{'[]' if kind.is_list else ''}.",
                )

    def samples(self, media: Map) -> Iterator[Sample]:
        if "example" in media:
            yield Sample("", media["example"])
        for example in media.get("examples", {}).values():
            target = resolve(self.document, example)
            yield Sample(target.get("summary", ""), target["value"])

    def refusals(self, operation: Map) -> Iterator[tuple[int, str]]:
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                yield int(status), text_of(resolve(self.document, response))

    def errors(self, operation: Map) -> Iterator[ErrorCase]:
        for status, media in self.answers(operation, "1345"):
            for sample in self.samples(media):
                message = sample.value["message"]
                yield ErrorCase(status, sample.value["code"], sample.title or message, message)

    def webhook(self, event: str, operation: Map) -> Webhook:
        shape = operation["x-decrypted-resource"]["$ref"].rpartition("/")[2]
        envelope = next(iter(operation["requestBody"]["content"].values()))["example"]
        return Webhook(
            event_type=event,
            event_types=(event, *operation.get("x-event-aliases", [])),
            summary=operation["summary"],
            anchor=names.anchor(operation["summary"]),
            description=operation["description"].strip(),
            docs=_docs(operation),
            shape=shape,
            home=self.shapes.homes[shape],
            scheme=self.scheme(operation),
            original_type=envelope["resource"].get("original_type", ""),
            example=operation["x-decrypted-example"],
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
