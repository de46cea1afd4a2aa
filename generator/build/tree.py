"""The URL tree: which classes stand for the places of the chain, what they are called and which
module holds them.

A place belongs to the product that owns everything below it; places that several products share
are in the root module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import names
from generator.ir import Import, Node, Operation
from generator.problems import Problem, SpecError


class _Place:
    """A path while the tree is being grown."""

    def __init__(self, segments: tuple[str, ...]) -> None:
        self.segments = segments
        self.children: dict[str, _Place] = {}
        self.operations: dict[str, Operation] = {}

    def grow(self, segment: str) -> _Place:
        return self.children.setdefault(segment, _Place((*self.segments, segment)))

    def products(self) -> set[str]:
        own = {operation.product for operation in self.operations.values()}
        return own.union(*(child.products() for child in self.children.values()))


class Tree:
    """Every path of the API, grown from the operations."""

    def __init__(self, operations: tuple[Operation, ...], products: list[str]) -> None:
        top = _Place(())
        for operation in operations:
            place = top
            for segment in operation.path.strip("/").split("/"):
                place = place.grow(segment)
            place.operations[operation.method.lower()] = operation
        self._trunks = {product: _trunk(top, product) for product in products}
        grown = {segment: self._node(place) for segment, place in top.children.items()}
        nodes = [node for root in grown.values() for node in _walk(root)]
        self._products = {segment: node for segment, node in grown.items() if segment in products}
        self.roots = tuple(node for segment, node in grown.items() if segment not in products)
        """The first segments that no product is named like."""
        # the product class itself stands for these
        hidden = {id(node) for node in self._products.values()}
        self.modules = {
            product: tuple(
                node for node in nodes if node.product == product and id(node) not in hidden
            )
            for product in ("", *products)
        }
        """The classes of each product's `chain` module, and of the root module under the empty
        name."""
        self.places = tuple(node for node in nodes if node.endpoints)
        """Every path that has operations."""
        if problems := [problem for nodes in self.modules.values() for problem in _clashes(nodes)]:
            raise SpecError(problems)
        self.imports = {product: tuple(self._imports(product)) for product in self.modules}

    def under(self, product: str) -> tuple[Node, ...]:
        """What hangs below a product that is named like the first segment of its paths."""
        node = self._products.get(product)
        return node.branches if node else ()

    def _node(self, place: _Place) -> Node:
        owners = place.products()
        product = next(iter(owners)) if len(owners) == 1 else ""
        endpoints = dict(place.operations)
        # the shorthand of the JS and PHP SDKs is POST; where there is none, the only method there
        # is
        shorthand = endpoints.get("post") or (
            next(iter(endpoints.values())) if len(endpoints) == 1 else None
        )
        below = [self._node(child) for child in place.children.values()]
        telling = place.segments[len(self._trunks[product]) :] if product else ()
        name = _class_name(telling or place.segments)
        return Node(
            name=name,
            attribute=names.segment_name(place.segments[-1]),
            path="/".join(place.segments),
            product=product,
            reference=f"{product}_chain.{name}" if product else name,
            branches=tuple(child for child in below if child.product == product),
            crossings=tuple(child for child in below if child.product != product),
            endpoints=tuple(endpoints.items()),
            shorthand=next(
                (method for method, operation in endpoints.items() if operation is shorthand), ""
            ),
        )

    def _imports(self, product: str) -> Iterator[Import]:
        """The resource modules that the endpoints of a `chain` module lead to."""
        modules = {
            operation.resource for node in self.modules[product] for _, operation in node.endpoints
        }
        yield from (Import(f".{module}", (names.class_name(module),)) for module in sorted(modules))


def _clashes(nodes: tuple[Node, ...]) -> Iterator[Problem]:
    """Places that would become the same class of a module."""
    first: dict[str, Node] = {}
    for node in nodes:
        other = first.setdefault(node.name, node)
        if other is not node:
            below = next(place for place in _walk(node) if place.endpoints)
            source = below.endpoints[0][1].source
            yield Problem(
                source,
                f"the path {node.path!r} becomes the class `{node.name}`, as does {other.path!r}",
            )


def _trunk(top: _Place, product: str) -> tuple[str, ...]:
    """The segments above the topmost fork of a product's own places: they say nothing in a class
    name."""
    place = top
    while (
        len(below := [child for child in place.children.values() if product in child.products()])
        == 1
        and below[0].children
    ):
        place = below[0]
    return place.segments[:-1] if place.operations else place.segments


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in (*node.branches, *node.crossings):
        yield from _walk(child)


def _class_name(segments: tuple[str, ...]) -> str:
    """`stocks/{stock_id}/budget` → `StockIdBudgetPath`: a collection before a placeholder says
    nothing the placeholder does not."""
    telling = [
        segment
        for segment, after in zip(segments, (*segments[1:], ""), strict=True)
        if not after.startswith("{")
    ]
    return "".join(names.class_name(re.sub(r"[{}]", "", segment)) for segment in telling) + "Path"
