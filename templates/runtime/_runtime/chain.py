"""The URL tree: every path of the API as a chain of attributes, in the spelling of the JS and PHP
SDKs.

A node is a place in the tree, an endpoint an HTTP method at a node. Both only lead to the methods
of the resource classes, so that a call is the same call in every spelling. Path placeholders stand
in a chain as `_stock_id_`.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Coroutine
from types import MethodType
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    TypeVar,
    cast,
    get_origin,
    get_type_hints,
    overload,
)

from .resource import AsyncResource, Resource, as_coroutine

P = ParamSpec("P")
T = TypeVar("T")
Mode = TypeVar("Mode", "Sync", "Async")


class Sync:
    """Marks the nodes of a `WechatPay`: their endpoints are functions."""


class Async:
    """Marks the nodes of an `AsyncWechatPay`: their endpoints are coroutine functions."""


class Node(Generic[Mode]):
    """A place in the URL tree; the attributes that its class declares are the places below it."""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        self._resource = resource
        for name, declared in get_type_hints(type(self)).items():
            setattr(self, name, get_origin(declared)(resource))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.__doc__}>"


class Endpoint(Generic[P, T]):
    """An HTTP method at a node: the method of a resource that it stands for, bound to the node's
    client."""

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, node: None, owner: type) -> Endpoint[P, T]: ...
    @overload
    def __get__(self, node: Node[Sync], owner: type) -> Callable[P, T]: ...
    @overload
    def __get__(self, node: Node[Async], owner: type) -> Callable[P, Coroutine[Any, Any, T]]: ...
    def __get__(self, node: Node[Any] | None, owner: type) -> Any:
        if node is None:
            return self
        # node and endpoint are one mechanism
        resource = node._resource  # pyright: ignore[reportPrivateUsage]
        is_async = isinstance(resource, AsyncResource)
        return MethodType(as_coroutine(self._method) if is_async else self._method, resource)

    if TYPE_CHECKING:
        # What pyright shows of the arguments while `node(` is being written: for that it looks at
        # what `__call__` is without binding it.
        def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T: ...


def follow(root: object, path: str) -> Any:
    """The node at `path`, such as `v3/marketing/busifavor/stocks/{stock_id}/budget`.

    Raises:
        KeyError: there is no such path; the text names the segment, and the closest one there is.
    """
    place = root
    for segment in path.strip("/").split("/"):
        found = _below(place, segment)
        if not isinstance(found, Node | Resource | AsyncResource):
            raise KeyError(f"no path {path!r}: nothing at {segment!r}{_hint(place, segment)}")
        place = cast("object", found)
    if not isinstance(place, Node):  # a product of the same name as a first segment is no path
        raise KeyError(f"no path {path!r}")
    return cast("object", place)


def _below(place: object, segment: str) -> object:
    """What stands at the segment below a place: an underscore is behind names that another segment
    or the place itself has."""
    beside = getattr(place, f"{attribute(segment)}_", None)
    if isinstance(beside, Node) and (beside.__doc__ or "").strip("`").split("/")[-1] == segment:
        return cast("object", beside)
    return getattr(place, attribute(segment), None)


def _hint(place: object, segment: str) -> str:
    """What could have been meant: a similar segment, or the placeholder that a value was written
    for."""
    import difflib  # needed for mistakes only

    below: list[object] = [
        *vars(place).values(),
        *(getattr(type(place), name) for name in dir(type(place))),
    ]
    # the docstrings of a node and of what makes one both begin with their path
    documented = (part.__doc__ or "" for part in below)
    firsts = [text.partition("\n")[0] for text in documented if text.startswith("`")]
    there = [first.strip("`").rpartition("/")[2] for first in firsts]
    close = difflib.get_close_matches(segment, there, n=1)
    if close:
        return f"; did you mean {close[0]!r}?"
    placeholder = next((name for name in there if name.startswith("{")), "")
    return f"; placeholders stay as they are: {placeholder!r}" if placeholder else ""


def attribute(segment: str) -> str:
    """The attribute for a URL segment: `associate-stores` → `associate_stores`, `{stock_id}` →
    `_stock_id_`, `return` → `return_`."""
    name = re.sub(r"[{}-]", "_", segment)
    return f"{name}_" if keyword.iskeyword(name) else name
