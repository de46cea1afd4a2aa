"""What each generated module imports, grouped and ordered as isort would.

What an annotation needs was collected when it was made; nothing here looks into a text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import groupby

from generator.ir.calls import Operation, Webhook
from generator.ir.package import MODES, Node, Product
from generator.ir.types import Import, Imports, Needs
from generator.names import class_name

_Need = tuple[str, str]

_RESOURCE = {
    ("typing", "TYPE_CHECKING"),
    (".._runtime.operation", "Operation"),
    *((".._runtime.resource", name) for name in ("AsyncResource", "Awaited", "Resource")),
}
_CHAIN = {("._runtime.resource", name) for name in ("AsyncResource", "Resource")}
_TYPING = ("TYPE_CHECKING", "Any", "Generic", "Literal", "overload")
_ROOT = {
    ("functools", "cached_property"),
    *(("typing", name) for name in _TYPING),
    *(("._runtime.chain", name) for name in ("Mode", "follow")),
}
_SEGMENTS = {(".", "chain"), *((".._runtime.chain", name) for name in ("Async", "Sync"))}
_EVENTS = ("Acknowledgement", "AnyEvent", "Event", "EventTypes")
_WEBHOOKS = {
    *(("._runtime.callbacks", name) for name in ("AsyncWebhooks", "Webhooks")),
    *(("._runtime.events", name) for name in _EVENTS),
}


def of_webhooks(webhooks: Iterable[Webhook]) -> Imports:
    """Of the module of the callbacks: what they carry."""
    return of_module(
        _WEBHOOKS, {(f".{webhook.home}.models", webhook.shape) for webhook in webhooks}
    )


def of_root_chain(nodes: tuple[Node, ...]) -> Imports:
    """Of the root `chain` module, which may hold no nodes of its own."""
    return of_module(_ROOT, {("._runtime.chain", "Node")} if nodes else ())


def of_root_annotations(products: Iterable[Product]) -> Imports:
    """Of the annotations of the root `chain` module: the modules below it."""
    below = [product.name for product in products if product.nodes]
    return of_module(_CHAIN, ((f".{name}", f"chain as {name}_chain") for name in below))


def of_classes(names: Iterable[str], *, has_segments: bool = False) -> Imports:
    """Of the annotations of a module with properties of these names, products or resources: the
    class of each, from the module called like it."""
    classes = {(f".{name}", mode.prefix + class_name(name)) for name in names for mode in MODES}
    return of_module(_SEGMENTS if has_segments else (), classes)


def of_resource(operations: Iterable[Operation]) -> Imports:
    """Of a resource module: what it loads."""
    styles = {operation.pagination.style for operation in operations if operation.pagination}
    walks = (f"by_{style}{mode.suffix}" for style in styles for mode in MODES)
    return of_module(_RESOURCE, ((".._runtime.pagination", walk) for walk in walks))


def of_signatures(operations: Iterable[Operation]) -> Imports:
    """Of the annotations of a resource module: never loaded, only read by type checkers."""
    return of_module(*map(_signature, operations))


def _signature(operation: Operation) -> Needs:
    request, pagination = operation.request, operation.pagination
    needs = operation.answer.type.needs | {(".._runtime.options", "CallOptions")}
    needs = needs.union(*(field.type.needs for field in request.arguments))
    if request.upload:
        needs |= {(".._runtime.types", "FileSource")}
    if pagination:
        needs |= pagination.item.needs
        needs |= {("collections.abc", mode.iterator) for mode in MODES}
    return needs


def of_module(*needs: Needs | Iterable[_Need]) -> Imports:
    """The imports of a module that needs all of these."""
    found = sorted(set().union(*needs), key=_order)
    return tuple(
        tuple(
            Import(module, tuple(name for _, name in names))
            for module, names in groupby(members, key=lambda need: need[0])
        )
        for _, members in groupby(found, key=lambda need: _group(need[0]))
    )


def _group(module: str) -> int:
    """Standard library, libraries, the package itself."""
    return 2 if module.startswith(".") else int(module.split(".")[0] not in sys.stdlib_module_names)


def _order(need: _Need) -> tuple[int, int, str, int, str]:
    """Modules further up first; constants and classes before functions and modules."""
    module, name = need
    # `..` is further up than `.`, and isort has it first
    climb = len(module) - len(module.lstrip("."))
    return _group(module), -climb, module, (not name.isupper()) + name[:1].islower(), name
