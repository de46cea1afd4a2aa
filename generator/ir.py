"""What the templates see: the API as a handful of frozen values.

Everything is decided here already: types are text, names are final, order is the order of
printing. No YAML, no logic.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.problems import Source


@dataclass(frozen=True, slots=True)
class Type:
    """How a value is typed in one place: a request, an answer, or the signature of a method."""

    annotation: str
    label: str
    """In the reference, as Markdown."""
    limits: str = ""
    """The limits in words, for docstrings and the reference."""
    shape: str = ""
    """The schema of the object, or of the objects in the list."""
    enum: str = ""
    is_list: bool = False
    kind: str = ""
    """In plain words, whatever it is called: `string`, `date-time`, `object[]`."""
    keywords: tuple[tuple[str, Any], ...] = ()
    """What the schema says beside its type: limits, pattern, default, format."""


@dataclass(frozen=True, slots=True)
class Field:
    """A member of an object, or one parameter of an operation."""

    name: str
    type: Type
    required: bool
    description: str
    deprecated: bool
    personal: bool
    source: Source
    place: str = ""
    """Of a parameter: `path`, `query` or `body`."""


@dataclass(frozen=True, slots=True)
class Model:
    """An object schema: a TypedDict where it is sent, a struct where it is received."""

    name: str
    product: str
    description: str
    bases: tuple[str, ...]
    """The classes it extends: the parts of its `allOf` that stay as they are."""
    fields: tuple[Field, ...]
    """All members."""
    own: tuple[Field, ...]
    """The members that no base has."""
    source: Source


@dataclass(frozen=True, slots=True)
class Enum:
    """An enumeration: an alias of a `Literal`."""

    name: str
    product: str
    description: str
    values: tuple[tuple[str | int, str], ...]
    """Each value with its meaning."""
    source: Source


@dataclass(frozen=True, slots=True)
class Import:
    """`from module import names`, the names in order."""

    module: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pagination:
    """How a list is walked."""

    style: str
    """`token` or `offset`."""
    method: str
    """The name of the generated method."""
    cursor: str
    """The query parameter that names the page."""
    items: str
    """The member of the answer that holds the items."""
    next: str
    """The member of the answer that says whether there is more."""
    item: Type
    counts_items: bool
    """Whether an offset counts items instead of pages."""


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
    rate_limit: str
    idempotency_key: str
    upload: bool
    file_description: str
    """What may be uploaded."""
    sensitive: tuple[str, ...]
    positional: tuple[Field, ...]
    """The path parameters, in the order of the path."""
    keywords: tuple[Field, ...]
    """The query parameters and the members of the body, the required ones first."""
    parameters: tuple[Field, ...]
    """Path and query parameters."""
    body: tuple[Field, ...]
    call: Model | None
    """The type of path and query, where there are any."""
    parameters_reference: str
    """Where the runtime finds the type of path and query, such as
    `busifavor.params:StocksGetParameters`."""
    body_reference: str
    answer: Type
    answer_reference: str
    body_shape: str
    answer_shape: str
    pagination: Pagination | None
    status: int
    requests: tuple[Sample, ...]
    answers: tuple[Sample, ...]
    errors: tuple[ErrorCase, ...]
    refusals: tuple[tuple[int, str], ...]
    """What each error status means."""
    chain: str
    """The call as a chain, such as `v3.marketing.busifavor.coupons.associate.post`."""
    parameter_examples: dict[str, Any]
    deprecated: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the URL tree, and the class that stands for it."""

    name: str
    """The class."""
    attribute: str
    path: str
    product: str
    """The product whose `chain` module holds the class; empty for the root module."""
    reference: str
    """The class as the root module names it."""
    branches: tuple[Node, ...]
    """The places below whose classes are in the same module."""
    crossings: tuple[Node, ...]
    """The places below whose classes are in the module of a product."""
    endpoints: tuple[tuple[str, Operation], ...]
    """HTTP method in lower case, and operation."""
    shorthand: str
    """The method that calling the place itself stands for; may be empty."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations on one kind of thing: a class, and a page of the reference."""

    name: str
    class_name: str
    product: str
    label: str
    operations: tuple[Operation, ...]
    imports: tuple[tuple[Import, ...], ...]
    """What the annotations need."""
    runtime_imports: tuple[tuple[Import, ...], ...]


@dataclass(frozen=True, slots=True)
class Module:
    """A module of types, with the groups of imports they need."""

    imports: tuple[tuple[Import, ...], ...]
    members: tuple[Model, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """A package of the client."""

    name: str
    class_name: str
    label: str
    resources: tuple[Resource, ...]
    segments: tuple[Node, ...]
    """Places of the URL tree that hang under the product because it is named like the first
    segment of their path."""
    enums: tuple[Enum, ...]
    params: Module
    calls: tuple[Model, ...]
    """The path and query parameters of each operation; in the module of `params`."""
    models: Module
    nodes: tuple[Node, ...]
    """The classes of its `chain` module."""
    chain_imports: tuple[Import, ...]


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
    source: Source


@dataclass(frozen=True, slots=True)
class Api:
    """The whole API."""

    title: str
    version: str
    description: str
    products: tuple[Product, ...]
    webhooks: tuple[Webhook, ...]
    webhook_imports: tuple[tuple[Import, ...], ...]
    roots: tuple[Node, ...]
    """The first segments of all paths that no product is named like."""
    root_nodes: tuple[Node, ...]
    """The classes of the root `chain` module."""
    places: tuple[Node, ...]
    """Every path with an operation."""
    params: dict[str, Model]
    models: dict[str, Model]
    enums: dict[str, Enum]
    document: Any
    """The bundled spec, as other tools read it."""
    corpus: Any
    """The examples, as the fake reads them."""
