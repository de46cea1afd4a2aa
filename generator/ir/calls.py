"""The IR of operations and callbacks: what each is called, given and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.ir.types import Field, Model, Type


@dataclass(frozen=True, slots=True)
class Sample:
    """An example, as JSON."""

    title: str
    value: Any


@dataclass(frozen=True, slots=True)
class ErrorCase:
    """A documented refusal."""

    status: int
    code: str
    meaning: str
    message: str


@dataclass(frozen=True, slots=True)
class Request:
    """What an operation is given."""

    positional: tuple[Field, ...]
    """The path parameters, in the order of the path."""
    keywords: tuple[Field, ...]
    """The query parameters and the members of the body, the required ones first."""
    arguments: tuple[Field, ...]
    """All of these."""
    parameters: tuple[Field, ...]
    """Path and query parameters, in the order of the specification."""
    body: tuple[Field, ...]
    """The members of the body."""
    shape: str
    """The schema of the body."""
    upload: bool
    file_description: str
    """What may be uploaded."""
    sensitive: tuple[str, ...]
    """The members that travel encrypted, as dotted names."""
    dependent: dict[str, list[str]]
    """The members that need others beside them, as dotted names, and those others."""
    call: Model | None
    """The type of path and query, where there are any."""
    samples: tuple[Sample, ...]
    parameter_examples: dict[str, Any]
    """By their names on the wire."""
    example: dict[str, Any]
    """The arguments of a call from these and the first sample."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an operation answers, or a callback is answered, when all is well."""

    type: Type
    status: int
    samples: tuple[Sample, ...]
    file: str
    """The kind of file it is, such as `text/csv`; empty where it is JSON or nothing."""


@dataclass(frozen=True, slots=True)
class Pagination:
    """How a list is walked."""

    style: str
    """`token` or `offset`."""
    method: str
    """The name of the generated method."""
    cursor: str
    """The argument that names the page."""
    passed: tuple[tuple[str, str], ...]
    """The keyword arguments of the call for one page, each with the variable it is given."""
    items: str
    """The member of the answer that holds the items."""
    next: str
    """The member of the answer that says whether there is more."""
    item: Type
    counts_items: bool
    """Whether an offset counts items instead of pages."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation."""

    id: str
    product: str
    resource: str
    verb: str
    resource_class: str
    constant: str
    method: str
    path: str
    scheme: str
    summary: str
    description: str
    docs: tuple[tuple[str, str], ...]
    """The official pages: audience and address."""
    page: str
    """The best of them."""
    rate_limit: str
    idempotency_key: str
    at_least_one: tuple[str, ...]
    """Arguments of which one is needed, by their names on the wire."""
    deprecated: bool
    request: Request
    answer: Reply
    definition: dict[str, Any]
    """The arguments of the runtime's `Operation(...)`, those that differ from its defaults."""
    pagination: Pagination | None
    errors: tuple[ErrorCase, ...]
    refusals: tuple[tuple[int, str], ...]
    """What each error status means."""
    chain: str
    """The call as a chain, such as `v3.marketing.busifavor.coupons.associate.post`."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """A callback event."""

    id: str
    """Such as `webhooks.coupon_send`."""
    event_type: str
    event_types: tuple[str, ...]
    """That one, and the other names it may come under."""
    summary: str
    description: str
    docs: tuple[tuple[str, str], ...]
    shape: str
    """The schema of the decrypted resource."""
    home: str
    """The product whose `models` module holds it."""
    scheme: str
    original_type: str
    example: Any
    reply: Reply
    """What it is answered with."""
