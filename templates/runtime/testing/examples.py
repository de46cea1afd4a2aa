"""What the generator tells the fake: `_examples.json` as typed values, and which operation a
request is for. Nothing is answered here."""

from __future__ import annotations

import contextlib
import functools
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, NamedTuple
from urllib.parse import unquote

import msgspec

from .._runtime.schemes import Scheme

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class ExampleError(msgspec.Struct, frozen=True, kw_only=True):
    """A documented refusal of an operation."""

    status: int
    code: str
    message: str


class ExampleOperation(msgspec.Struct, frozen=True, kw_only=True):
    """What is documented of an operation, with the example of each way."""

    id: str
    method: str
    path: str
    scheme: Scheme
    status: int = 200
    parameters: dict[str, Any] = {}
    query: list[str] | None = None
    """The query parameters there are; `None` where that is not known."""
    query_lists: list[str] = []
    """Those that are given item by item."""
    query_objects: list[str] = []
    """Those that are JSON text."""
    headers: list[str] = []
    """Parameters that travel as headers."""
    parameters_type: str | None = None
    """Where the type of path and query parameters is, such as `busifavor.params:…`."""
    multipart: bool = False
    body_type: str | None = None
    body: Any = None
    answer: Any = None
    """A JSON object, or the text of a file."""
    accept: str = "application/json"
    """What kind of answer it has."""
    answer_type: str | None = None
    at_least_one: tuple[str, ...] = ()
    """Parameters or members of the body of which one is needed."""
    dependent: dict[str, list[str]] = {}
    """Members of the body, such as `items[].name`, and the others that each needs beside it."""
    rate_limit: tuple[int, int] | None = None
    """The documented limit: how many calls in how many seconds."""
    errors: list[ExampleError] = []


class ExampleEvent(msgspec.Struct, frozen=True, kw_only=True):
    """What is documented of a callback."""

    event_type: str
    scheme: Scheme
    original_type: str = ""
    summary: str = ""
    resource: dict[str, Any] = {}
    resource_type: str | None = None


class Examples(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    operations: list[ExampleOperation]
    events: list[ExampleEvent]


@functools.cache
def packaged() -> Examples:
    """The examples of this package."""
    file = resources.files("wechatpay_marketing").joinpath("_examples.json")
    return msgspec.json.decode(file.read_bytes(), type=Examples)


def arguments(
    operation: ExampleOperation, query: Mapping[str, list[str]], headers: Mapping[str, str]
) -> dict[str, Any]:
    """The parameters of a request that its query and its headers hold, decoded."""
    found: dict[str, Any] = {name: headers[name] for name in operation.headers if name in headers}
    for name, values in query.items():
        found[name] = values if name in operation.query_lists else values[-1]
        if name in operation.query_objects:
            with contextlib.suppress(msgspec.MsgspecError):  # stays text, which is refused
                found[name] = msgspec.json.decode(values[-1])
    return found


class _Route(NamedTuple):
    method: str
    pattern: re.Pattern[str]
    operation: ExampleOperation


class Routes:
    """The operations that are served, found by method and path."""

    def __init__(self, operations: Iterable[ExampleOperation]) -> None:
        self._routes: list[_Route] = []
        for operation in operations:
            self.add(operation)

    def __len__(self) -> int:
        return len(self._routes)

    def add(self, operation: ExampleOperation) -> None:
        """Serve one more operation."""
        plain = re.escape(operation.path).replace(r"\{", "{").replace(r"\}", "}")
        pattern = re.compile(_PLACEHOLDER.sub(r"(?P<\1>[^/]+)", plain))
        self._routes.append(_Route(operation.method, pattern, operation))
        # A fixed word wins over a placeholder in the same place.
        self._routes.sort(key=lambda route: route.pattern.groups)

    def operations(self) -> Mapping[str, ExampleOperation]:
        """All operations by id."""
        return {route.operation.id: route.operation for route in self._routes}

    def find(self, method: str, path: str) -> tuple[ExampleOperation | None, dict[str, str]]:
        """The operation of a request, and its path parameters, decoded."""
        for route in self._routes:
            if route.method == method and (match := route.pattern.fullmatch(path)):
                found = match.groupdict().items()
                return route.operation, {name: unquote(value) for name, value in found}
        return None, {}
