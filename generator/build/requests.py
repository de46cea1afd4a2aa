"""Requests → IR: what an operation is given, as arguments, as types and as examples.

What is answered, and everything else of an operation, is up to `operations`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator import names
from generator.build.shapes import Shapes, needs_of, text_of
from generator.build.types import Typist
from generator.ir.calls import Request, Sample
from generator.ir.types import Field, Model
from generator.read.document import members, parameters, resolve
from generator.read.parse import Map


class Requests:
    """What the operations of a document are given."""

    def __init__(self, shapes: Shapes) -> None:
        self.shapes, self.document = shapes, shapes.document

    def request(self, path: str, operation: Map) -> Request:
        """What the operation is given."""
        product = operation["operationId"].partition(".")[0]
        typist = self.shapes.typist(product, answer=False, signature=True)
        given = self.parameters(operation, typist)
        content = operation.get("requestBody", {}).get("content", {})
        upload = "multipart/form-data" in content
        media: Map = next(iter(content.values()), Map(operation.source))
        schema = media.get("schema", media)
        body = () if upload or not media else tuple(self.shapes.fields(schema, typist))
        file = members(self.document, schema).get("file", media) if upload else media
        objects = list(self.objects(schema)) if body else []
        given, body = self.arguments(operation, given, body, upload=upload)
        in_path = {f"{{{field.wire}}}": field for field in given if field.location == "path"}
        positional = tuple(in_path[name] for name in path.split("/") if name in in_path)
        others = [field for field in (*given, *body) if field.location != "path"]
        samples = tuple(samples_of(self.document, media))
        examples = {part["name"]: part["example"] for part in parameters(self.document, operation)}
        keywords = tuple(sorted(others, key=lambda field: not field.required))
        return Request(
            positional=positional,
            keywords=keywords,
            arguments=(*positional, *keywords),
            parameters=given,
            body=body,
            shape=typist.type(schema).shape if body else "",
            upload=upload,
            file_description=text_of(file),
            sensitive=tuple(_sensitive(objects)),
            dependent=dict(_dependent(objects)),
            call=self.call(operation) if given else None,
            samples=samples,
            parameter_examples=examples,
            example=_example(given, examples) | _example(body, samples[0].value if body else {}),
        )

    def call(self, operation: Map) -> Model:
        """The path and query parameters of an operation, as a type for the check before sending."""
        product, resource, verb = operation["operationId"].split(".")
        fields = self.parameters(operation, self.shapes.typist(product, answer=False))
        name = names.parameters_name(resource, verb)
        said, needs = operation["summary"], needs_of(fields)
        model = Model(name, product, said, said, (), fields, fields, (), {}, needs)
        return self.shapes.typed_dict(model)

    def arguments(
        self, operation: Map, given: tuple[Field, ...], body: tuple[Field, ...], *, upload: bool
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

    def objects(self, schema: Map, place: str = "") -> Iterator[tuple[str, Map]]:
        """The objects in a body and the parts that they are joined of, by what stands before the
        names of their members: nothing, `payer.`, `items[].`."""
        schema = resolve(self.document, schema)
        yield place, schema
        for part in schema.get("allOf", []):
            yield from self.objects(part, place)
        for name, part in schema.get("properties", {}).items():
            kind = self.shapes.typist("", answer=False).type(part)
            if kind.shape:
                below = f"{place}{name}{'[]' if kind.is_list else ''}."
                yield from self.objects(self.shapes.schemas[kind.shape], below)


def _sensitive(objects: list[tuple[str, Map]]) -> Iterator[str]:
    """The members that travel encrypted, as dotted names."""
    for place, schema in objects:
        for name, part in schema.get("properties", {}).items():
            if part.get("x-sensitive"):
                yield f"{place}{name}"


def _dependent(objects: list[tuple[str, Map]]) -> Iterator[tuple[str, list[str]]]:
    """The members that need others beside them, as dotted names, with those others."""
    for place, schema in objects:
        for name, others in schema.get("dependentRequired", {}).items():
            yield f"{place}{name}", list(others)


def samples_of(document: Map, media: Map) -> Iterator[Sample]:
    """The examples of a body."""
    if "example" in media:
        yield Sample("", media["example"])
    for example in media.get("examples", {}).values():
        target = resolve(document, example)
        yield Sample(target.get("summary", ""), target["value"])


def _argument_name(wire: str, location: str) -> str:
    """`Idempotency-Key` → `idempotency_key`: headers have no case."""
    return names.member_name(wire.lower() if location == "header" else wire)


def _example(fields: tuple[Field, ...], values: dict[str, Any]) -> dict[str, Any]:
    """The values by argument."""
    return {field.name: values[field.wire] for field in fields if field.wire in values}
