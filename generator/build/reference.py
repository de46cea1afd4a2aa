"""Resources → pages of the reference: the rows of every table, and what a page explains only once.

A shape that a page needs once is laid out in place, its members indented; one it needs more often,
or deep inside others, gets a section of its own that the rows link to. The call that a page shows
is made in `samples`; how a page looks is up to the templates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from generator.build.guides import Facts, facts
from generator.build.samples import call
from generator.ir.calls import Operation, Webhook
from generator.ir.package import Api, Resource
from generator.ir.reference import Docs, Page, Refusal, Row, Section, Table
from generator.ir.types import Enum, Field, Model

_LOCATIONS = {"path": "路径参数", "query": "查询参数", "header": "请求头"}
_AUDIENCES = {
    "merchant": "商户",
    "partner": "服务商",
    "brand": "品牌",
    "legacy": "旧版",
    "related": "相关页面",
}
_INDENT = "· "
"""What a nested row begins with, once a level: shows wherever Markdown is read, unlike blanks."""
_DEEPEST = 2
"""Objects inside more objects than these have a section of their own."""


def pages(api: Api) -> dict[str, Page | Facts]:
    """The page of every resource, by `<product>.<resource>`, that of the callbacks, `webhooks`,
    and what the `guides` take from the API."""
    found = {
        f"{resource.product}.{resource.name}": _Writer(api).resource(resource)
        for product in api.products
        for resource in product.resources
    }
    return {**found, "webhooks": _Writer(api).callbacks(), "guides": facts(api)}


class _Writer:
    """Writes the tables of one page; knows what it has met so far."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.schemes = {scheme.name: scheme for scheme in api.schemes}
        self.uses: Counter[str] = Counter()
        self.enums: dict[str, Enum] = {}
        self.apart: dict[str, Model] = {}
        """The shapes with a section of their own."""

    def resource(self, resource: Resource) -> Page:
        for operation in resource.operations:
            self.count(field.type.shape for field in operation.request.keywords)
            self.count([operation.answer.type.shape])
        return self.page([(each, self.operation(each)) for each in resource.operations])

    def callbacks(self) -> Page:
        for webhook in self.api.webhooks:
            self.count([webhook.shape, webhook.reply.type.shape])
        return self.page([(each, self.callback(each)) for each in self.api.webhooks])

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
        rows, link = self.answer(operation.answer.type.shape)
        return Section(
            request=tuple(self.request(operation)),
            answer=rows,
            answer_link=link,
            docs=_docs(operation.docs),
            scheme=self.schemes[operation.scheme],
            call=call(operation, self.api.models),
            refusals=tuple(_refusals(operation)),
        )

    def request(self, operation: Operation) -> Iterator[Table]:
        request = operation.request
        for location, title in _LOCATIONS.items():
            given = tuple(field for field in request.parameters if field.location == location)
            if given:
                yield Table(title, tuple(self.rows(given)))
        if request.body:
            yield Table(f"请求体 `{request.shape}`", tuple(self.rows(request.body)))
        if request.upload:
            remark = "传路径、字节或以二进制打开的文件，`meta` 由客户端计算"
            row = Row("", "file", "file", True, f"{request.file_description}；{remark}")
            yield Table("上传（`multipart/form-data`）", (row,))

    def callback(self, webhook: Webhook) -> Section:
        rows, link = self.answer(webhook.shape)
        shape = webhook.reply.type.shape
        reply = (Table("", tuple(self.rows(self.model(shape).fields))),) if shape else ()
        return Section(reply, rows, link, _docs(webhook.docs))

    def answer(self, shape: str) -> tuple[tuple[Row, ...], str]:
        """The rows of an answer, or where they are instead."""
        if not shape:
            return (), ""
        if self.uses[shape] > 1:
            self.apart[shape] = self.model(shape)
            return (), shape.lower()
        return tuple(self.rows(self.model(shape).fields)), ""

    def rows(self, fields: tuple[Field, ...], depth: int = 0) -> Iterator[Row]:
        for field in fields:
            shape = field.type.shape
            stands_apart = bool(shape) and (self.uses[shape] > 1 or depth >= _DEEPEST)
            if stands_apart:
                self.apart[shape] = self.model(shape)
            if field.type.enum:
                self.enums[field.type.enum] = self.api.enums[field.type.enum]
            suffix = "[]" if field.type.is_list else ""
            marks = [f"Python 中为 `{field.name}`"] * (field.name != field.wire)
            marks += ["已废弃"] * field.deprecated + ["个人信息"] * field.personal
            remarks = [field.description, field.type.limits, *marks]
            yield Row(
                indent=_INDENT * depth,
                name=field.wire,
                label=f"[{shape}](#{shape.lower()}){suffix}" if stands_apart else field.type.label,
                required=field.required,
                description="；".join(remark.removesuffix("。") for remark in remarks if remark),
            )
            if shape and not stands_apart:
                yield from self.rows(self.model(shape).fields, depth + 1)


def _refusals(operation: Operation) -> Iterator[Refusal]:
    for status, description in operation.refusals:
        codes = tuple(
            (error.code, error.meaning) for error in operation.errors if error.status == status
        )
        yield Refusal(status, codes, description, _advice(operation) if status >= 500 else "")


def _advice(operation: Operation) -> str:
    """What to do where the server failed, which depends on what a second call would do."""
    if operation.method == "GET":
        return "查询不改变任何东西，直接重试"
    if operation.request.upload:
        return "再传一次即可，至多多出一份文件"
    if operation.idempotency_key:
        return f"用相同的 `{operation.idempotency_key}` 与内容重试，或查询结果"
    return "可能已经执行：先查询，再决定是否重试"


def _docs(pages: tuple[tuple[str, str], ...]) -> tuple[Docs, ...]:
    """The official pages by their readers, each under the number it has in its address: all of
    them are titled like the operation."""
    found: dict[str, list[tuple[str, str]]] = {}
    for audience, page in pages:
        number = PurePosixPath(urlsplit(page).path).stem
        found.setdefault(_AUDIENCES.get(audience, audience), []).append((number, page))
    return tuple(Docs(audience, tuple(entries)) for audience, entries in found.items())
