"""The URL tree: which classes stand for the nodes of the chain, what they are called and which
module holds them.

A node belongs to the product that owns everything below it; nodes that several products share are
in the root module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from generator import names
from generator.build import imports
from generator.build.operations import Operations
from generator.ir.calls import Operation
from generator.ir.package import Endpoint, Node
from generator.ir.types import Imports

_RUNTIME = {(".._runtime.chain", name) for name in ("Endpoint", "Mode", "Node")}


class _Shoot:
    """A node while the tree is being grown."""

    def __init__(self, segments: tuple[str, ...]) -> None:
        self.segments = segments
        self.below: dict[str, _Shoot] = {}
        self.operations: dict[str, Operation] = {}

    def products(self) -> set[str]:
        own = {operation.product for operation in self.operations.values()}
        return own.union(*(shoot.products() for shoot in self.below.values()))


class Tree:
    """Every path of the API, grown from the operations."""

    def __init__(self, operations: Operations, products: list[str]) -> None:
        top = _grown(operations.all)
        self._attributes = operations.attributes
        self._trunks = {product: _trunk(top, product) for product in products}
        self._taken: dict[str, set[str]] = {product: set() for product in ("", *products)}
        """The names of classes, by the product whose module holds them."""
        for operation in operations.all:
            self._taken[operation.product].add(operation.resource_class)
        first = {segment: self._node(shoot) for segment, shoot in top.below.items()}
        every = [node for root in first.values() for node in _walk(root)]
        self._products = {segment: node for segment, node in first.items() if segment in products}
        self.roots = tuple(node for segment, node in first.items() if segment not in products)
        """The first segments that no product is named like."""
        # the product class itself stands for these
        hidden = {id(node) for node in self._products.values()}
        shown = [node for node in every if id(node) not in hidden]
        self.modules = {
            product: tuple(node for node in shown if node.product == product)
            for product in ("", *products)
        }
        """The classes of each product's `chain` module, and of the root module under the empty
        name."""
        paths = [(node.path, node) for node in every if node.endpoints or node in shown]
        self.paths = (*paths, *((f"/{path}", node) for path, node in paths if len(paths) == 1))
        """Every place in the tree, and where it is the only one also with its slash."""

    def under(self, product: str) -> tuple[Node, ...]:
        """What hangs below a product that is named like the first segment of its paths."""
        node = self._products.get(product)
        return node.branches if node else ()

    def imports(self, product: str) -> Imports:
        """What a product's `chain` module needs: the resources its endpoints lead to."""
        return imports.of_module(
            _RUNTIME,
            {
                (f".{endpoint.operation.resource}", endpoint.operation.resource_class)
                for node in self.modules[product]
                for endpoint in node.endpoints
            },
        )

    def _node(self, shoot: _Shoot) -> Node:
        owners = shoot.products()
        product = next(iter(owners)) if len(owners) == 1 else ""
        name = self._name(shoot.segments, product)
        below = [self._node(part) for part in shoot.below.values()]
        return Node(
            name=name,
            attribute=self._attributes[shoot.segments],
            path="/".join(shoot.segments),
            product=product,
            reference=f"{product}_chain.{name}" if product else name,
            branches=tuple(node for node in below if node.product == product),
            crossings=tuple(node for node in below if node.product != product),
            endpoints=tuple(_endpoints(shoot.operations)),
            **_said(shoot.operations),
        )

    def _name(self, segments: tuple[str, ...], product: str) -> str:
        """A class name that no other node of the module has: short, or with all segments."""
        telling = segments[len(self._trunks[product]) :] if product else ()
        possible = _class_names(telling or segments, segments)
        name = next(name for name in possible if name not in self._taken[product])
        self._taken[product].add(name)
        return name


def _grown(operations: tuple[Operation, ...]) -> _Shoot:
    top = _Shoot(())
    for operation in operations:
        shoot = top
        for segment in operation.path.strip("/").split("/"):
            shoot = shoot.below.setdefault(segment, _Shoot((*shoot.segments, segment)))
        shoot.operations[operation.method.lower()] = operation
    return top


def _trunk(top: _Shoot, product: str) -> tuple[str, ...]:
    """The segments above the topmost fork of a product's own paths: they say nothing in a class
    name."""
    shoot = top
    while (
        len(below := [part for part in shoot.below.values() if product in part.products()]) == 1
        and below[0].below
    ):
        shoot = below[0]
    return shoot.segments[:-1] if shoot.operations else shoot.segments


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for below in (*node.branches, *node.crossings):
        yield from _walk(below)


def _endpoints(operations: dict[str, Operation]) -> Iterator[Endpoint]:
    """The shorthand of the JS and PHP SDKs is POST; where there is none, the only method there
    is."""
    for method, operation in operations.items():
        yield Endpoint(method, operation, method == "post" or len(operations) == 1)


def _said(operations: dict[str, Operation]) -> dict[str, str]:
    """What editors show where a node is written."""
    brief = {method: f"`{method}`：{operation.summary}" for method, operation in operations.items()}
    long = [
        f"{brief[method]}。\n\n{each.description}".strip() for method, each in operations.items()
    ]
    return {"brief": "；".join(brief.values()), "about": "\n\n".join(long)}


def _class_names(telling: tuple[str, ...], segments: tuple[str, ...]) -> Iterator[str]:
    """What the class of a node can be called, the shortest first.

    `stocks/{stock_id}/budget` is `StockIdBudgetPath`: a collection before a placeholder says
    nothing the placeholder does not, until another collection holds such a placeholder too.
    """
    short = [
        segment
        for segment, after in zip(telling, (*telling[1:], ""), strict=True)
        if not after.startswith("{")
    ]
    for parts in (short, telling, segments):
        yield _class_name(parts)
    # only words that differ in nothing but their separators come this far
    yield from (f"{_class_name(segments)}{number}" for number in count(2))


def _class_name(segments: Iterable[str]) -> str:
    return "".join(names.class_name(re.sub(r"[{}]", "", segment)) for segment in segments) + "Path"
