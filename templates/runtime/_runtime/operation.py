"""One operation of the API: what the specification says of it, and the two ways through it.

`prepare` turns the arguments of a call into a `PreparedRequest`; `decode` turns a verified
response into the typed answer. The types an operation names are loaded when it is first called,
never on import. No I/O, no signing, no identity here.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar, cast

import msgspec

from . import checking, json_body, urls
from .answer import Answer, FileContent
from .reading import decode
from .request import PreparedRequest
from .schemes import Scheme
from .types import FileSource

if TYPE_CHECKING:
    import httpx

    from .options import CallOptions

AnswerT = TypeVar("AnswerT", bound=Answer | FileContent)

Encrypt = Callable[[str], tuple[str, str]]
"""Encrypts one text for WeChat Pay; gives the ciphertext and the serial number of the key."""

_PACKAGE = __name__.partition("._runtime")[0]


@functools.cache
def load_type(reference: str) -> Any:
    """The class behind `busifavor.models:AssociateTradeInfoResponse`; imports its module when
    first asked."""
    module, _, name = reference.partition(":")
    return getattr(importlib.import_module(f"{_PACKAGE}.{module}"), name)


class _Content(TypedDict, total=False):
    """What a `PreparedRequest` says of its body; without one, nothing."""

    content: bytes
    content_type: str
    signed_body: bytes
    key_serial: str | None


class Operation(msgspec.Struct, Generic[AnswerT], frozen=True, eq=False, kw_only=True):
    """What the specification says of one operation."""

    id: str
    """The Python call, such as `busifavor.coupons.associate`."""
    method: str
    path: str
    """The path with its placeholders."""
    answer: str
    """Where the type of the answer is, such as `busifavor.models:AssociateTradeInfoResponse`."""
    parameters: str | None = None
    """Where the type of the path and query parameters is."""
    body: str | None = None
    """Where the type of the JSON body (of an upload: of its `meta`) is."""
    scheme: Scheme
    """Who calls it."""
    accept: str = "application/json"
    """What kind of answer is asked for; one that is no JSON is a file, and comes unsigned."""
    idempotency_key: str | None = None
    """The argument that makes repeating the call safe."""
    headers: tuple[str, ...] = ()
    """Parameters that travel as headers, such as `Idempotency-Key`."""
    sensitive: tuple[str, ...] = ()
    """Members of the body that travel encrypted, such as `payer.name` or `items[].phone`."""
    upload: bool = False
    """Whether the body is multipart: a file and its `meta`."""
    rate_limit: tuple[int, int] | None = None
    """The documented limit: how many calls in how many seconds."""

    def check(self, parameters: Mapping[str, object], body: Mapping[str, object] | None) -> None:
        """Hold the arguments against names, types and limits of the specification.

        Raises:
            ValidationError: Arguments do not fit; all of them are named.
        """
        if self.parameters is not None:
            checking.check(parameters, load_type(self.parameters), self.id)
        if self.body is not None and not self.upload:
            checking.check(body or {}, load_type(self.body), self.id)

    def prepare(
        self,
        parameters: Mapping[str, object],
        body: Mapping[str, object] | None,
        options: CallOptions,
        *,
        file: FileSource | None = None,
        filename: str | None = None,
        encrypt: Encrypt | None = None,
    ) -> PreparedRequest:
        """The request that these arguments make; arguments that are `None` are not sent.

        Raises:
            ValidationError: Arguments the API cannot accept.
            OSError: The file to upload cannot be read.
        """
        parameters = _given(parameters)
        body = None if body is None else _given(body)
        if options.validate is not False:
            self.check(parameters, body)
        target = self._target(parameters, options)
        members = None if self.upload else json_body.joined(body, options.body)
        content = self._upload(file, filename) if self.upload else self._json(members, encrypt)
        # where callers set what the method has no argument for, it counts like an argument
        sent = {**parameters, **(options.query or {}), **(members or {})}
        has_request_number = bool(self.idempotency_key and sent.get(self.idempotency_key))
        return PreparedRequest(
            method=self.method,
            template=self.path,
            target=target,
            headers=self._headers(parameters),
            accept=self.accept,
            scheme=self.scheme,
            repeatable=self.method == "GET" or has_request_number,
            rate_limit=self.rate_limit,
            operation_id=self.id,
            **content,
        )

    def _headers(self, parameters: Mapping[str, object]) -> dict[str, str]:
        return {
            name: urls.header(parameters[name], name, self.id)
            for name in self.headers
            if name in parameters
        }

    def _target(self, parameters: Mapping[str, object], options: CallOptions) -> str:
        """Path and query."""
        placeholders = urls.placeholders(self.path)
        path = urls.fill(self.path, {name: parameters.get(name) for name in placeholders}, self.id)
        elsewhere = placeholders.union(self.headers)
        query = {name: value for name, value in parameters.items() if name not in elsewhere}
        return urls.with_query(path, {**query, **(options.query or {})}, self.id)

    def _upload(self, file: FileSource | None, filename: str | None) -> _Content:
        from .uploads import build_upload

        content, content_type, signed_body = build_upload(file, filename=filename)
        return {"content": content, "content_type": content_type, "signed_body": signed_body}

    def _json(self, members: dict[str, object] | None, encrypt: Encrypt | None) -> _Content:
        """The body, of which the sensitive members are encrypted."""
        if members is None:
            return {}
        key_serial = None
        if self.sensitive and encrypt is not None:
            members, key_serial = json_body.encrypted(members, self.sensitive, encrypt)
        content = json_body.encode(members, self.id)
        return {"content": content, "content_type": "application/json", "key_serial": key_serial}

    def decode(self, response: httpx.Response) -> AnswerT:
        """The typed answer in a verified response; never fails on what the server wrote."""
        kind: Any = load_type(self.answer)
        if kind is FileContent:
            return cast("AnswerT", FileContent(response.content))
        answer: AnswerT = decode(kind, response.content, self.id)
        return answer


def _given(arguments: Mapping[str, object]) -> dict[str, object]:
    """The arguments that were given."""
    return {name: value for name, value in arguments.items() if value is not None}
