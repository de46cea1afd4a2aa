"""Base classes of the generated resource classes and products: they hold the one function that
makes a call.

A resource has no state of its own, so a client and every view of it with other options can share
the classes.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Coroutine, Mapping
from types import MethodType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, overload

if TYPE_CHECKING:
    from .operation import AnswerT, Operation
    from .options import CallOptions
    from .types import FileSource


P = ParamSpec("P")
T = TypeVar("T")


class Caller(Protocol):
    """Makes a call and returns its typed answer."""

    def __call__(
        self,
        operation: Operation[AnswerT],
        /,
        *,
        parameters: Mapping[str, object] = ...,
        body: Mapping[str, object] | None = None,
        file: FileSource | None = None,
        filename: str | None = None,
        options: CallOptions | None = None,
    ) -> AnswerT: ...


class AsyncCaller(Protocol):
    """Makes a call and returns its typed answer, asynchronously."""

    async def __call__(
        self,
        operation: Operation[AnswerT],
        /,
        *,
        parameters: Mapping[str, object] = ...,
        body: Mapping[str, object] | None = None,
        file: FileSource | None = None,
        filename: str | None = None,
        options: CallOptions | None = None,
    ) -> AnswerT: ...


class Resource:
    """The operations of one resource."""

    def __init__(self, call: Caller) -> None:
        self._call = call


class AsyncResource:
    """The operations of one resource, as coroutines."""

    def __init__(self, call: AsyncCaller) -> None:
        self._call = call


class Awaited(Generic[P, T]):
    """A method of a resource as a coroutine function.

    A method only names an operation and hands its arguments to the call of its resource. Bound to
    a resource whose call is a coroutine function, the very same method gives a coroutine: there is
    no second code for it, only this second type.
    """

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    @overload
    def __get__(self, resource: None, owner: type) -> Awaited[P, T]: ...
    @overload
    def __get__(
        self, resource: AsyncResource, owner: type
    ) -> Callable[P, Coroutine[Any, Any, T]]: ...
    def __get__(self, resource: AsyncResource | None, owner: type) -> Any:
        return self if resource is None else MethodType(as_coroutine(self._method), resource)


@functools.cache
def as_coroutine(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method, which gives a coroutine, as a coroutine function: mocks, retry decorators and
    `async_to_sync` ask whether it is one."""

    @functools.wraps(method)
    async def awaited(resource: AsyncResource, /, *args: Any, **kwargs: Any) -> Any:
        return await method(resource, *args, **kwargs)

    return awaited
