"""IR → what callers can notice: every call and callback with all paths into arguments and answers.

Shapes are followed to their last member, so that a change is told where a caller meets it, and a
shape that is merely renamed changes no path. Nothing is compared here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.ir.calls import Operation, Pagination, Request, Webhook
from generator.ir.package import Api
from generator.ir.types import Field, Model


@dataclass(frozen=True, slots=True)
class Member:
    """One argument of a call, or one member of an answer or of what a callback carries."""

    home: str
    """The named type it is a member of, and its name there; of an argument its name alone. Equal
    changes of one home are one."""
    required: bool
    name: str
    """The path to it as Python has it; what finds it again is that on the wire."""
    kind: str
    """Such as `string`, `date-time`, `object[]`."""
    keywords: dict[str, Any]
    """Limits, pattern, default, by their names in the specification."""
    values: tuple[str | int, ...]
    """Of an enumeration."""
    location: str
    """`path`, `query` or `body`."""
    deprecated: bool
    encrypted: bool
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A call, or a callback."""

    title: str
    """As an application writes it."""
    facts: dict[str, Any]
    """What there is one of in a call, by name."""
    arguments: dict[str, Member]
    """By their path on the wire; those of a callback are the members of what answers it."""
    answer: dict[str, Member]
    texts: tuple[Any, ...]
    """What only readers notice: descriptions and examples."""


@dataclass(frozen=True, slots=True)
class Surface:
    """Everything of an API that callers can notice."""

    calls: dict[str, Call]
    """By operation id, callbacks by `<scheme> <event type>`."""
    types: dict[str, frozenset[str]]
    """By the name under which applications import it, the full path of each use of a type."""
    shorthands: dict[str, str]
    """By URL path: the operation that calling the chain itself stands for."""
    identities: dict[str, Any]
    """Who signs, and how."""
    texts: tuple[Any, ...]


def surface(api: Api) -> Surface:
    """The surface of an API."""
    walker = _Walker(api)
    calls = {operation.id: walker.call(operation) for operation in api.operations}
    calls |= {f"{hook.scheme} {hook.event_type}": walker.event(hook) for hook in api.webhooks}
    return Surface(
        calls=calls,
        types={
            f"{entry.product}.{module}.{name}": frozenset(walker.uses[module, name])
            for module, entries in walker.modules.items()
            for name, entry in entries.items()
        },
        shorthands={
            node.path: endpoint.operation.id
            for node in (node for _, node in api.paths)
            for endpoint in node.endpoints
            if endpoint.is_shorthand
        },
        identities={scheme.name: scheme for scheme in api.schemes},
        texts=(api.title, api.description),
    )


class _Walker:
    """Follows the shapes of one API; notes where each named type is used."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.modules: dict[str, dict[str, Any]] = {
            "params": api.params,
            "models": api.models,
            "enums": api.enums,
        }
        self.uses: dict[tuple[str, str], set[str]] = {
            (module, name): set() for module, entries in self.modules.items() for name in entries
        }

    def call(self, operation: Operation) -> Call:
        pages, request, answer = operation.pagination, operation.request, operation.answer
        title = f"pay.{operation.id}"
        if request.shape:
            self.uses["params", request.shape].add(title)
        return Call(
            title=title,
            facts={
                "url": f"{operation.method} {operation.path}",
                "identity": operation.scheme,
                "positional": tuple(field.name for field in request.positional),
                "iterator": pages.method if pages else "",
                "paging": _walked(pages) if pages else "",
                "request number": operation.idempotency_key,
                "condition": operation.at_least_one,
                "upload": "a file" if request.upload else "no file",
                "answer": f"a file ({answer.file})" if answer.file else answer.type.kind,
                "rate limit": operation.rate_limit,
                "deprecated": operation.deprecated,
                "refusals": frozenset(error.code for error in operation.errors),
                "links": frozenset(page for _, page in operation.docs),
            },
            arguments=self.arguments(request, title),
            answer=self.members(answer.type.shape, f"{title} → "),
            texts=(
                operation.summary,
                operation.description,
                *request.samples,
                *answer.samples,
                operation.errors,
                operation.refusals,
                request.parameter_examples,
            ),
        )

    def event(self, webhook: Webhook) -> Call:
        title = f"event {webhook.event_type}"
        return Call(
            title=title,
            facts={
                "aliases": frozenset(webhook.event_types) - {webhook.event_type},
                "links": frozenset(page for _, page in webhook.docs),
            },
            arguments=self.members(webhook.reply.type.shape, f"{title} ← ", self.api.params),
            answer=self.members(webhook.shape, f"{title} → "),
            texts=(webhook.summary, webhook.description, webhook.example),
        )

    def arguments(self, request: Request, title: str) -> dict[str, Member]:
        """Every argument of a call and all below it; where URL and body have one of the same name,
        that of the body goes by its name in Python."""
        found: dict[str, Member] = {}
        encrypted = frozenset(request.sensitive)
        for field in (*request.positional, *request.keywords):
            for path, member in self.member(
                field, _Above(f"{title}("), "", self.api.params, encrypted
            ):
                found[member.name if path in found else path] = member
        return found

    def members(
        self, shape: str, title: str, models: dict[str, Model] | None = None
    ) -> dict[str, Member]:
        """Every member of an answer, by its path; none where there is no answer."""
        models = self.api.models if models is None else models
        if not shape:
            return {}
        self.uses[self.module(models), shape].add(title)
        return {
            path: member
            for field in models[shape].fields
            for path, member in self.member(field, _Above(title), f"{shape}.", models)
        }

    def module(self, models: dict[str, Model]) -> str:
        return "params" if models is self.api.params else "models"

    def member(
        self,
        field: Field,
        above: _Above,
        home: str,
        models: dict[str, Model],
        encrypted: frozenset[str] = frozenset(),
    ) -> Iterator[tuple[str, Member]]:
        """A member and all below it, each with its path on the wire."""
        kind = field.type
        enum = self.api.enums.get(kind.enum)
        path = f"{above.title}{above.wire}{field.wire}"
        if kind.shape:
            self.uses[self.module(models), kind.shape].add(path)
        if kind.enum:
            self.uses["enums", kind.enum].add(path)
        # in a dict of a request, the key is that of the wire
        name = field.wire if above.name and models is self.api.params else field.name
        yield (
            above.wire + field.wire,
            Member(
                home=f"{home}{field.name}",
                required=field.required,
                name=above.name + name,
                kind=kind.kind if kind.shape else kind.kind.replace("object", "any object"),
                keywords=dict(kind.keywords),
                values=tuple(value for value, _ in enum.values) if enum else (),
                location=field.location,
                deprecated=field.deprecated,
                encrypted=above.wire + field.wire in encrypted,
                text=field.description,
            ),
        )
        if kind.shape:
            step = "[]." if kind.is_list else "."
            below = _Above(
                above.title, f"{above.name}{name}{step}", f"{above.wire}{field.wire}{step}"
            )
            for part in models[kind.shape].fields:
                yield from self.member(part, below, f"{kind.shape}.", models, encrypted)


class _Above(NamedTuple):
    """What leads to a member: whose it is, and the members above it."""

    title: str
    name: str = ""
    """In Python."""
    wire: str = ""


def _walked(pages: Pagination) -> str:
    if pages.style == "token":
        return "by token"
    return f"by offset, counting {'items' if pages.counts_items else 'pages'}"
