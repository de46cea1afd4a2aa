"""The IR of the package: its modules, the classes in them and what they import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.ir.calls import Operation, Webhook
from generator.ir.corpus import Corpus
from generator.ir.types import Enum, Imports, Model


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An HTTP method of a node."""

    method: str
    """In lower case."""
    operation: Operation
    is_shorthand: bool
    """Whether calling the node itself means this method."""


@dataclass(frozen=True, slots=True)
class Node:
    """A path of the URL tree, or the beginning of one, and the class that stands for it."""

    name: str
    """The class."""
    attribute: str
    path: str
    product: str
    """The product whose `chain` module holds the class; empty for the root module."""
    reference: str
    """The class as the root module names it."""
    branches: tuple[Node, ...]
    """The nodes below whose classes are in the same module."""
    crossings: tuple[Node, ...]
    """The nodes below whose classes are in the module of a product."""
    endpoints: tuple[Endpoint, ...]
    brief: str
    """What its operations do, in a line for editors."""
    about: str
    """The same at length."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of operations on one kind of thing: a class, and a page of the reference."""

    name: str
    class_name: str
    product: str
    label: str
    operations: tuple[Operation, ...]
    typing_imports: Imports
    """What the annotations need; only type checkers read it."""
    imports: Imports


@dataclass(frozen=True, slots=True)
class Module:
    """A module of types and what it imports."""

    imports: Imports
    members: tuple[Model, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """A package of the client."""

    name: str
    class_name: str
    label: str
    resources: tuple[Resource, ...]
    segments: tuple[Node, ...]
    """Nodes that hang under the product because it is named like the first segment of their
    path."""
    typing_imports: Imports
    """What the annotations of the package's own module need."""
    enums: tuple[Enum, ...]
    params: Module
    calls: tuple[Model, ...]
    """The path and query parameters of each operation; in the module of `params`."""
    models: Module
    nodes: tuple[Node, ...]
    """The classes of its `chain` module."""
    chain_imports: Imports


@dataclass(frozen=True, slots=True)
class Mode:
    """What the modules of a client print once for functions and once for coroutines."""

    name: str
    """The mode of the nodes in its URL tree."""
    prefix: str
    """Of its classes."""
    base: str
    """Of the client."""
    iterator: str
    """What walking a list gives."""
    suffix: str
    """Of the functions that walk lists."""


MODES = (
    Mode("Sync", "", "SyncClient", "Iterator", ""),
    Mode("Async", "Async", "AsyncClient", "AsyncIterator", "_async"),
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A kind of caller: how its calls are signed and what tells it from the others."""

    name: str
    class_name: str
    """The identity that an application gives."""
    authorization: str
    """What opens the `Authorization` header."""
    caller: str
    """What the reference calls those who call so."""
    id_name: str
    path_prefix: str
    key_name: str
    certificates: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Names that editors offer: a `Literal` of them."""

    name: str
    description: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Api:
    """The whole API."""

    title: str
    version: str
    description: str
    schemes: tuple[Scheme, ...]
    products: tuple[Product, ...]
    webhooks: tuple[Webhook, ...]
    webhook_imports: Imports
    client_imports: Imports
    """What the annotations of the clients need."""
    chain_imports: Imports
    """Of the root `chain` module."""
    chain_typing_imports: Imports
    """What its annotations need."""
    roots: tuple[Node, ...]
    """The first segments of all paths that no product is named like."""
    root_nodes: tuple[Node, ...]
    """The classes of the root `chain` module."""
    paths: tuple[tuple[str, Node], ...]
    """Every place in the tree, as overloads of one method: there are always two."""
    params: dict[str, Model]
    models: dict[str, Model]
    enums: dict[str, Enum]
    known: tuple[Known, ...]
    document: Any
    """The bundled spec, as other tools read it."""
    corpus: Corpus
    modes: tuple[Mode, ...] = MODES

    @property
    def operations(self) -> list[Operation]:
        """All of them, in the order of printing."""
        resources = [resource for product in self.products for resource in product.resources]
        return [operation for resource in resources for operation in resource.operations]
