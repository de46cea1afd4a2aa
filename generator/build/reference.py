"""Resources → pages of the reference: the rows of every table, and what a page explains only once.

A shape that a page needs once is laid out in place, its members under dotted names; one it needs
more often, or deep inside others, gets a section of its own that the rows link to. How a page
looks is up to the templates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.ir.calls import Operation, Webhook
from generator.ir.package import Api, Resource
from generator.ir.types import Enum, Field, Model
from generator.names import class_name

_LOCATIONS = {"path": "，路径", "query": "，查询"}
_AUDIENCES = {
    "merchant": "商户",
    "partner": "服务商",
    "brand": "品牌",
    "legacy": "旧版",
    "related": "相关页面",
}
_SHOWN_ARGUMENTS = 4
"""A call with more arguments, or with objects among them, is shown as `**request`."""
_DEEPEST = 2
"""A dotted name has at most this many dots: longer ones leave no room for the description."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    name: str
    """Dotted, with `[]` behind lists: `store_list[].store_id`."""
    label: str
    required: str
    description: str
    """With the limits."""


_FILE = Row("file", "file", "是", "图片：路径、字节或以二进制打开的文件；`meta` 由客户端计算")


@dataclass(frozen=True, slots=True)
class Section:
    """What the page says of one operation or callback beside what it says itself."""

    request: tuple[Row, ...]
    answer: tuple[Row, ...]
    answer_link: str
    """The section that explains the answer, where it is not laid out in place."""
    docs: tuple[tuple[str, str], ...]
    caller: str = ""
    path: str = ""
    """As the chain by path takes it: without the leading slash."""
    method: str = ""
    arguments: tuple[tuple[str, Any], ...] = ()
    rest: bool = False
    """Whether the remaining arguments are those of the example."""
    spelled_out: tuple[tuple[str, Any], ...] = ()
    """Those arguments, where no example of a body shows them."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: operations or callbacks, and what they share."""

    entries: tuple[tuple[Any, Section], ...]
    shapes: tuple[tuple[Model, tuple[Row, ...]], ...]
    enums: tuple[Enum, ...]


def pages(api: Api) -> dict[str, Page]:
    """The page of every resource, by `<product>.<resource>`, and that of the callbacks,
    `webhooks`."""
    found = {
        f"{resource.product}.{resource.name}": _page_of(api, resource)
        for product in api.products
        for resource in product.resources
    }
    return {**found, "webhooks": _page_of_callbacks(api, api.webhooks)}


def _page_of(api: Api, resource: Resource) -> Page:
    writer = _Writer(api)
    for operation in resource.operations:
        writer.count(
            [field.type.shape for field in operation.request.keywords]
            + [operation.answer.type.shape]
        )
    return writer.page(
        [(operation, writer.operation(operation)) for operation in resource.operations]
    )


def _page_of_callbacks(api: Api, webhooks: tuple[Webhook, ...]) -> Page:
    writer = _Writer(api)
    writer.count(webhook.shape for webhook in webhooks)
    return writer.page([(webhook, writer.callback(webhook)) for webhook in webhooks])


class _Writer:
    """Writes the tables of one page; knows what it has met so far."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.callers = {
            scheme.name: f"{scheme.caller}（`{class_name(scheme.name)}`）" for scheme in api.schemes
        }
        self.uses: Counter[str] = Counter()
        self.enums: dict[str, Enum] = {}
        self.apart: dict[str, Model] = {}
        """The shapes with a section of their own."""

    def count(self, shapes: Iterable[str]) -> None:
        """How often each shape is referred to, the inside of a shape counting once."""
        for shape in filter(None, shapes):
            self.uses[shape] += 1
            if self.uses[shape] == 1:
                self.count(field.type.shape for field in self.model(shape).fields)

    def model(self, shape: str) -> Model:
        """A shape as the reference shows it: as it is sent, where it is."""
        return self.api.params.get(shape) or self.api.models[shape]

    def page(self, entries: list[tuple[Any, Section]]) -> Page:
        shapes: dict[str, tuple[Row, ...]] = {}
        while missing := [name for name in self.apart if name not in shapes]:
            for name in missing:  # laying a shape out can meet further ones
                shapes[name] = tuple(self.rows(self.apart[name].fields))
        return Page(
            tuple(entries),
            tuple((self.apart[name], rows) for name, rows in shapes.items()),
            tuple(self.enums.values()),
        )

    def operation(self, operation: Operation) -> Section:
        request = operation.request
        query = tuple(field for field in request.parameters if field.location == "query")
        body = request.samples[0].value if request.samples and request.body else {}
        example = {**request.parameter_examples, **body}
        given = [
            (field.name, example[field.name]) for field in request.keywords if field.name in example
        ]
        shown = len(given) <= _SHOWN_ARGUMENTS and not any(
            isinstance(value, dict | list) for _, value in given
        )
        rows, link = self.answer(operation.answer.type.shape)
        return Section(
            request=(
                *self.rows((*request.positional, *query, *request.body)),
                *[_FILE] * request.upload,
            ),
            answer=rows,
            answer_link=link,
            docs=_titled(operation.docs),
            caller=self.callers[operation.scheme],
            path=operation.path.strip("/"),
            method=operation.method.lower(),
            arguments=(
                *((field.name, example.get(field.name, "…")) for field in request.positional),
                *([("file", "image.png")] if request.upload else []),
                *(given if shown else []),
            ),
            rest=not shown,
            spelled_out=() if shown or request.body else tuple(given),
        )

    def callback(self, webhook: Webhook) -> Section:
        rows, link = self.answer(webhook.shape)
        return Section((), rows, link, _titled(webhook.docs))

    def answer(self, shape: str) -> tuple[tuple[Row, ...], str]:
        """The rows of an answer, or where they are instead."""
        if not shape:
            return (), ""
        if self.uses[shape] > 1:
            self.apart[shape] = self.model(shape)
            return (), shape.lower()
        return tuple(self.rows(self.model(shape).fields)), ""

    def rows(self, fields: tuple[Field, ...], prefix: str = "") -> Iterator[Row]:
        for field in fields:
            shape, name, suffix = (
                field.type.shape,
                f"{prefix}{field.name}",
                "[]" if field.type.is_list else "",
            )
            stands_apart = bool(shape) and (self.uses[shape] > 1 or name.count(".") >= _DEEPEST)
            if stands_apart:
                self.apart[shape] = self.model(shape)
            if field.type.enum:
                self.enums[field.type.enum] = self.api.enums[field.type.enum]
            label = f"[{shape}](#{shape.lower()}){suffix}" if stands_apart else field.type.label
            marks = ["已废弃"] * field.deprecated + ["个人信息"] * field.personal
            remarks = [field.description, field.type.limits, *marks]
            yield Row(
                name=name,
                label=label + _LOCATIONS.get(field.location, ""),
                required="是" if field.required else "否",
                description="；".join(remark.removesuffix("。") for remark in remarks if remark),
            )
            if shape and not stands_apart:
                yield from self.rows(self.model(shape).fields, f"{name}{suffix}.")


def _titled(docs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Who each page is for; the second for the same readers is their `2`."""
    seen: Counter[str] = Counter()
    titled: list[tuple[str, str]] = []
    for audience, page in docs:
        seen[audience] += 1
        title = _AUDIENCES.get(audience, audience)
        titled.append((title if seen[audience] == 1 else f"{title} {seen[audience]}", page))
    return tuple(titled)
