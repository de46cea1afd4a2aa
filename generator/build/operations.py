"""Operations and callbacks → IR: names, arguments, answers, examples, errors of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator import names
from generator.build.shapes import Shapes, needs_of, text_of
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
        self.attributes = names.segment_names(shapes.document["paths"])
        """The attributes of the chain, by the segments of the path so far."""
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
            chain=".".join([*self.steps(path), method]),
        )

    def steps(self, path: str) -> Iterator[str]:
        """The attributes that lead to a path."""
        segments = tuple(path.strip("/").split("/"))
        yield from (self.attributes[segments[:end]] for end in range(1, len(segments) + 1))

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
            "headers": _wires(request.parameters, "header"),
            "sensitive": request.sensitive,
            "upload": request.upload,
            "rate_limit": _rate(operation.get("x-rate-limit", "")),
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
        given, body = self.arguments(operation, given, body, upload=upload)
        in_path = {f"{{{field.wire}}}": field for field in given if field.location == "path"}
        positional = [in_path[name] for name in path.split("/") if name in in_path]
        others = [field for field in given if field.location != "path"]
        samples = tuple(self.samples(media))
        examples = {part["name"]: part["example"] for part in parameters(self.document, operation)}
        keywords = sorted([*others, *body], key=lambda field: not field.required)
        return Request(
            positional=tuple(positional),
            keywords=tuple(keywords),
            arguments=(*positional, *keywords),
            parameters=given,
            body=body,
            shape=typist.type(media["schema"]).shape if body else "",
            upload=upload,
            file_description=self.file_description(media["schema"]) if upload else "",
            sensitive=tuple(self.sensitive(media["schema"])) if body else (),
            call=self.call(operation) if given else None,
            samples=samples,
            parameter_examples=examples,
            example=_example(given, examples) | _example(body, samples[0].value if body else {}),
        )

    def file_description(self, schema: Map) -> str:
        """What may be uploaded."""
        parts = members(self.document, schema)
        return text_of(parts["file"]) if "file" in parts else ""

    def call(self, operation: Map) -> Model:
        """The path and query parameters of an operation, as a type for the check before sending."""
        product, resource, verb = operation["operationId"].split(".")
        fields = self.parameters(operation, self.shapes.typist(product, answer=False))
        name = names.parameters_name(resource, verb)
        said, needs = operation["summary"], needs_of(fields)
        model = Model(name, product, said, said, (), fields, fields, (), {}, needs)
        return self.shapes.typed_dict(model)

    def arguments(
        self,
        operation: Map,
        given: tuple[Field, ...],
        body: tuple[Field, ...],
        *,
        upload: bool,
    ) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
        """The parameters and the members of the body under names that are all different, and that
        the method does not need itself."""
        reserved = names.reserved_arguments(
            operation["operationId"].rpartition(".")[2],
            style=operation.get("x-pagination", {}).get("style", ""),
            upload=upload,
        )
        every = (*given, *body)
        called = names.distinct([(field.wire, field.name) for field in every], reserved)
        named = tuple(replace(field, name=name) for field, name in zip(every, called, strict=True))
        return named[: len(given)], named[len(given) :]

    def parameters(self, operation: Map, typist: Typist) -> tuple[Field, ...]:
        """The parameters of path and query."""
        return tuple(
            self.shapes.field(
                parameter.get("x-python-name")
                or _argument_name(parameter["name"], parameter["in"]),
                parameter["name"],
                parameter["schema"],
                typist,
                required=bool(parameter.get("required")),
                location=parameter["in"],
                marks=parameter,
            )
            for parameter in parameters(self.document, operation)
        )

    def answer(self, product: str, operation: Map, *, sent: bool = False) -> Reply:
        """What is answered when all is well: by us, where it is `sent`."""
        found = sorted(self.answers(operation, "2"), key=lambda answer: not answer[1])
        status, media = found[0]  # a callback may be answered with a body or without one
        typist = self.shapes.typist(product, answer=not sent, signature=True)
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


def _wires(fields: tuple[Field, ...], location: str) -> tuple[str, ...]:
    """What travels there."""
    return tuple(field.wire for field in fields if field.location == location)


def _argument_name(wire: str, location: str) -> str:
    """`Idempotency-Key` → `idempotency_key`: headers have no case."""
    return names.member_name(wire.lower() if location == "header" else wire)


def _example(fields: tuple[Field, ...], values: dict[str, Any]) -> dict[str, Any]:
    """The values by argument."""
    return {field.name: values[field.wire] for field in fields if field.wire in values}


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
