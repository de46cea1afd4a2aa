"""Operations and callbacks → IR: names, arguments, answers, examples, errors of each."""

from __future__ import annotations

from collections.abc import Iterator

from generator import names
from generator.build.shapes import Shapes, text_of
from generator.build.types import Typist
from generator.ir import ErrorCase, Field, Model, Operation, Pagination, Sample, Type, Webhook
from generator.read.document import callbacks, members, operations, parameters, resolve
from generator.read.parse import Map


class Operations:
    """The operations and callbacks of a document, in its order."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes
        self.all = tuple(
            self.operation(path, method, operation)
            for path, method, operation in operations(shapes.document)
        )
        self.webhooks = tuple(
            self.webhook(event, operation) for event, operation in callbacks(shapes.document)
        )

    def operation(self, path: str, method: str, operation: Map) -> Operation:
        product, resource, verb = operation["operationId"].split(".")
        typist = self.shapes.typist(product, answer=False, signature=True)
        given = tuple(
            self.parameter(parameter, typist)
            for parameter in parameters(self.shapes.document, operation)
        )
        content = operation.get("requestBody", {}).get("content", {})
        upload = "multipart/form-data" in content
        media: Map = next(iter(content.values()), Map(operation.source))
        body = tuple(self.shapes.fields(media["schema"], typist)) if media and not upload else ()
        query = [field for field in given if field.place == "query"]
        positional = tuple(
            field for name in path.split("/") for field in given if name == f"{{{field.name}}}"
        )
        status, response = next(
            (status, part)
            for status, part in operation["responses"].items()
            if status.startswith("2")
        )
        answers = (
            resolve(self.shapes.document, response)
            .get("content", {})
            .get("application/json", Map(operation.source))
        )
        answer = (
            self.shapes.typist(product, answer=True, signature=True).type(answers["schema"])
            if answers
            else Type("NoContent", "—")
        )
        body_shape = typist.type(media["schema"]).shape if body else ""
        call = self.call(product, operation) if given else None
        return Operation(
            id=operation["operationId"],
            product=product,
            resource=resource,
            verb=verb,
            resource_class=names.class_name(resource),
            constant=names.constant_name(verb),
            method=method.upper(),
            path=path,
            scheme=next(iter(operation.get("security", self.shapes.document["security"])[0])),
            summary=operation["summary"],
            description=operation["description"].strip(),
            docs=_docs(operation),
            rate_limit=operation.get("x-rate-limit", ""),
            idempotency_key=operation.get("x-idempotency-key", ""),
            upload=upload,
            file_description=(self.file_description(media["schema"]) if upload else ""),
            sensitive=tuple(self.sensitive(media["schema"])) if body else (),
            positional=positional,
            keywords=tuple(sorted([*query, *body], key=lambda field: not field.required)),
            parameters=given,
            body=body,
            call=call,
            parameters_reference=f"{product}.params:{call.name}" if call else "",
            body_reference=f"{self.shapes.homes[body_shape]}.params:{body_shape}" if body else "",
            answer=answer,
            answer_reference=(
                f"{self.shapes.homes[answer.shape]}.models:{answer.shape}"
                if answers
                else "_runtime.answer:NoContent"
            ),
            body_shape=body_shape,
            answer_shape=answer.shape,
            pagination=self.pagination(operation, verb, answers, product),
            status=int(status),
            requests=tuple(self.samples(media)),
            answers=tuple(self.samples(answers)),
            errors=tuple(self.errors(operation)),
            refusals=tuple(self.refusals(operation)),
            chain=".".join([*map(names.segment_name, path.strip("/").split("/")), method]),
            parameter_examples={
                part["name"]: part["example"]
                for part in parameters(self.shapes.document, operation)
                if "example" in part
            },
            deprecated=bool(operation.get("deprecated")),
            source=operation.source,
        )

    def file_description(self, schema: Map) -> str:
        parts = members(self.shapes.document, schema)
        return text_of(parts["file"]) if "file" in parts else ""

    def parameter(self, parameter: Map, typist: Typist) -> Field:
        required, description = bool(parameter.get("required")), text_of(parameter)
        return self.shapes.field(
            parameter["name"],
            parameter["schema"],
            typist,
            required=required,
            place=parameter["in"],
            description=description,
            marks=parameter,
        )

    def call(self, product: str, operation: Map) -> Model:
        """The path and query parameters of an operation, as a type for the check before sending."""
        _, resource, verb = operation["operationId"].split(".")
        typist = self.shapes.typist(product, answer=False)
        fields = tuple(
            self.parameter(parameter, typist)
            for parameter in parameters(self.shapes.document, operation)
        )
        name = names.parameters_name(resource, verb)
        return Model(name, product, operation["summary"], (), fields, fields, operation.source)

    def pagination(
        self, operation: Map, verb: str, answers: Map, product: str
    ) -> Pagination | None:
        declared = operation.get("x-pagination")
        if not declared:
            return None
        items = members(self.shapes.document, answers["schema"])[declared["items"]]
        item = self.shapes.typist(product, answer=True, signature=True).type(
            resolve(self.shapes.document, items)["items"]
        )
        cursor, following = names.PAGINATION[declared["style"]]
        return Pagination(
            declared["style"],
            names.iterator_name(verb),
            cursor,
            declared["items"],
            following,
            item,
            declared.get("unit") == "item",
        )

    def sensitive(self, schema: Map, prefix: str = "") -> Iterator[str]:
        """The members that travel encrypted, as dotted names."""
        for name, part in members(self.shapes.document, schema).items():
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
            target = resolve(self.shapes.document, example)
            yield Sample(target.get("summary", ""), target["value"])

    def refusals(self, operation: Map) -> Iterator[tuple[int, str]]:
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                yield int(status), text_of(resolve(self.shapes.document, response))

    def errors(self, operation: Map) -> Iterator[ErrorCase]:
        for status, response in operation["responses"].items():
            if not status.startswith("2"):
                media = (
                    resolve(self.shapes.document, response)
                    .get("content", {})
                    .get("application/json", {})
                )
                for sample in self.samples(media):
                    yield ErrorCase(
                        int(status),
                        sample.value["code"],
                        sample.title or sample.value["message"],
                        sample.value["message"],
                    )

    def webhook(self, event: str, operation: Map) -> Webhook:
        shape = operation["x-decrypted-resource"]["$ref"].rpartition("/")[2]
        envelope = next(iter(operation["requestBody"]["content"].values()))["example"]
        security = operation.get("security", self.shapes.document["security"])
        return Webhook(
            id=operation["operationId"],
            event_type=event,
            event_types=(event, *operation.get("x-event-aliases", [])),
            summary=operation["summary"],
            description=operation["description"].strip(),
            docs=_docs(operation),
            shape=shape,
            home=self.shapes.homes[shape],
            scheme=next(iter(security[0])),
            original_type=envelope["resource"].get("original_type", ""),
            example=operation["x-decrypted-example"],
            source=operation.source,
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
