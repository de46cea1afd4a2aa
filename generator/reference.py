"""Resources → pages of the reference: the rows of every table, and what a page explains only once.

A shape that a page needs once is laid out in place, its members under dotted names; one it needs more often gets a section of
its own that the rows link to. How a page looks is up to the templates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.ir import Api, Enum, Field, Model, Operation, Resource


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    name: str
    """Dotted, with `[]` behind lists: `store_list[].store_id`."""
    label: str
    required: bool
    limits: str
    description: str
    place: str
    deprecated: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A table under a heading: an operation's, or a shape's."""

    title: str
    description: str
    request: tuple[Row, ...]
    answer: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of the reference shows beside the operations themselves."""

    operations: tuple[tuple[Operation, Section], ...]
    shapes: tuple[tuple[Model, tuple[Row, ...]], ...]
    enums: tuple[Enum, ...]


def pages(api: Api) -> dict[str, Page]:
    """The page of every resource, by `<product>.<resource>`."""
    return {f"{resource.product}.{resource.name}": _Page(api, resource).page() for product in api.products for resource in product.resources}


class _Page:
    def __init__(self, api: Api, resource: Resource) -> None:
        self.api, self.resource = api, resource
        self.uses: Counter[str] = Counter()
        self.enums: dict[str, Enum] = {}
        for operation in resource.operations:
            self.count(field.type.shape for field in operation.keywords)
            if operation.answer_shape:
                self.count([operation.answer_shape])
        self.sections: dict[str, Model] = {}

    def count(self, shapes: Iterator[str] | list[str]) -> None:
        """How often each shape is referred to, the inside of a shape counting once."""
        for shape in shapes:
            if shape:
                self.uses[shape] += 1
                if self.uses[shape] == 1:
                    self.count(field.type.shape for field in self.model(shape).fields)

    def model(self, shape: str) -> Model:
        """A shape as the reference shows it: what is sent and what comes back read alike."""
        return self.api.params.get(shape) or self.api.models[shape]

    def page(self) -> Page:
        operations = tuple((operation, self.operation(operation)) for operation in self.resource.operations)
        shapes: dict[str, tuple[Row, ...]] = {}
        while missing := [name for name in self.sections if name not in shapes]:
            for name in missing:
                shapes[name] = tuple(self.rows(self.sections[name].fields))
        return Page(operations, tuple((self.sections[name], rows) for name, rows in shapes.items()), tuple(self.enums.values()))

    def operation(self, operation: Operation) -> Section:
        answer = operation.answer_shape
        if answer and self.uses[answer] > 1:
            self.sections[answer] = self.model(answer)
        fields = self.model(answer).fields if answer and self.uses[answer] == 1 else ()
        given = (*operation.positional, *(field for field in operation.parameters if field.place == "query"), *operation.body)
        return Section(operation.summary, operation.description, tuple(self.rows(given)), tuple(self.rows(fields)))

    def rows(self, fields: tuple[Field, ...], prefix: str = "") -> Iterator[Row]:
        for field in fields:
            shape, name = field.type.shape, f"{prefix}{field.name}"
            own_section = bool(shape) and self.uses[shape] > 1
            label = field.type.label
            if own_section:
                self.sections[shape] = self.model(shape)
                label = f"[{shape}](#{shape.lower()}){'[]' if field.type.is_list else ''}"
            if field.type.enum:
                self.enums[field.type.enum] = self.api.enums[field.type.enum]
            yield Row(name, label, field.required, field.type.limits, field.description, field.place, field.deprecated)
            if shape and not own_section:
                yield from self.rows(self.model(shape).fields, f"{name}{'[]' if field.type.is_list else ''}.")
