# Copied from templates/runtime/_runtime/callbacks.py by `make generate`; do not edit.
"""Callbacks: a request from WeChat Pay becomes a verified, decrypted, typed `Event`, or an
exception.

The order is fixed: headers → signature over the untouched bytes → envelope → decryption → typed
resource. Nothing of the body is looked at before its signature holds. Web frameworks and answers
of operations are not here.
"""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

import msgspec

from . import cipher, json_body
from .answer import Answer, decode
from .errors import (
    CallbackNotDecrypted,
    CallbackNotVerified,
    CallbackUnreadable,
    DecryptionError,
    VerificationError,
    VerificationReason,
    WechatPayError,
)
from .operation import load_type
from .schemes import SCHEMES, Scheme

if TYPE_CHECKING:
    from .trust import TrustStore

HeaderSource: TypeAlias = Mapping[Any, Any] | Iterable[tuple[Any, Any]]
"""The headers of a request as any framework has them: a mapping (names in any case, WSGI's
`HTTP_…` too) or pairs."""

MAX_BYTES = 1 << 20
"""Larger bodies are refused unread; real callbacks have a few kilobytes."""

EventTypes: TypeAlias = "Mapping[tuple[Scheme, str], type[Answer]]"
"""The type of the resource by whose the event is and its event type: one name may mean two
things."""

ResourceT_co = TypeVar("ResourceT_co", bound="Answer | dict[str, Any]", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Generic[ResourceT_co]):
    """One genuine callback.

    The same event may arrive more than once: de-duplicate by what it is about (coupon code and
    `event_type`), under a lock; `id` is not promised to be stable. Delivery is never guaranteed:
    query as well.
    """

    id: str
    """WeChat Pay's id of this notification."""
    create_time: datetime | None
    """When the notification was made; `None` when it does not say."""
    event_type: str
    """Such as `COUPON.SEND`; an open set."""
    summary: str
    """A short text for people."""
    resource_type: str
    """Always `encrypt-resource`."""
    original_type: str
    """What the resource was before encryption, such as `coupon`; empty when the callback does not
    say."""
    scheme: Scheme
    """Whose it is: `merchant` or `brand`."""
    resource: ResourceT_co = field(repr=False)
    """What happened: typed for the events of this package, a `dict` for all others. Holds personal
    data."""
    plaintext: bytes = field(repr=False)
    """The decrypted JSON of `resource` as it came, with the members that the type lacks."""


AnyEvent: TypeAlias = Event["Answer | dict[str, Any]"]
"""What `parse` gives; `isinstance(event.resource, ...)` tells which it is, to type checkers too."""


class Acknowledgement(NamedTuple):
    """The answer to a callback, as data for any framework: make a response of its own of it,
    within 5 seconds.

    Flask: `reply.body, reply.status, reply.headers`; FastAPI:
    `Response(reply.body, reply.status, reply.headers)`; Django:
    `HttpResponse(reply.body, status=reply.status, headers=reply.headers)`.
    """

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """What one identity needs to receive callbacks."""

    scheme: Scheme
    trust: TrustStore
    key: bytes = field(repr=False)
    """The APIv3 key of the merchant, or the API key of the brand."""


class _Resource(msgspec.Struct):
    algorithm: str
    ciphertext: str
    nonce: str
    associated_data: str | None = None
    original_type: str | None = None


class _Envelope(msgspec.Struct):
    event_type: str
    resource_type: str
    resource: _Resource
    id: str = ""
    create_time: str = ""
    summary: str = ""


_envelopes = msgspec.json.Decoder(_Envelope)
_objects = msgspec.json.Decoder(dict[str, Any])


class _Webhooks:
    """What receiving has in common with and without `await`: everything but the download of
    certificates."""

    def __init__(self, receivers: Sequence[Receiver], *, events: EventTypes | None = None) -> None:
        self._receivers = receivers
        self._given_events = events

    @functools.cached_property
    def _events(self) -> EventTypes:
        """The type of the resource of each event. Loaded with the first callback, not on import."""
        return (
            self._given_events if self._given_events is not None else load_type("webhooks:EVENTS")
        )

    @staticmethod
    def ok(reply: Mapping[str, object] | None = None) -> Acknowledgement:
        """Tell WeChat Pay that the callback has arrived: 204 without a body, or 200 with the body
        that a few events are answered with (the reference says which).

        Raises:
            ValidationError: the body holds `null`, or characters beyond U+FFFF.
        """
        if reply is None:
            return Acknowledgement(204, {}, b"")
        body = json_body.encode(reply, "webhooks.ok")
        return Acknowledgement(200, {"Content-Type": "application/json"}, body)

    @staticmethod
    def fail(message: str, *, status: int = 500) -> Acknowledgement:
        """Have WeChat Pay send the callback again: `status` (4xx or 5xx; 401 where verification
        failed) and why."""
        body = msgspec.json.encode({"code": "FAIL", "message": message})
        return Acknowledgement(status, {"Content-Type": "application/json"}, body)

    def _receiver(self, headers: Mapping[str, str]) -> Receiver:
        """Whose callback it claims to be. Only chooses who verifies; proves nothing."""
        claimed = headers.get("wechatpay-signature-type")
        for receiver in self._receivers:
            if claimed == SCHEMES[receiver.scheme].authorization:
                return receiver
        serial = headers.get("wechatpay-serial", "")
        holders = (receiver for receiver in self._receivers if receiver.trust.find(serial))
        return next(holders, self._receivers[0])

    def _open(self, receiver: Receiver, headers: Mapping[str, str], body: bytes) -> AnyEvent:
        """Verify, then read.

        Raises:
            CallbackNotVerified: Nothing of the body was looked at.
            CallbackError: It is genuine, but of no use.
        """
        try:
            receiver.trust.verify(headers, body)
        except VerificationError as error:
            raise _not_verified(
                str(error), error.reason, headers, is_probe=error.is_probe
            ) from None
        try:
            envelope = _envelopes.decode(body)
        except _NOT_JSON:
            raise CallbackUnreadable("the callback is not the documented JSON object") from None
        resource = envelope.resource
        if envelope.resource_type != "encrypt-resource":
            raise CallbackUnreadable("the callback's resource_type is not `encrypt-resource`")
        try:
            plaintext = cipher.decrypt(
                receiver.key,
                algorithm=resource.algorithm,
                nonce=resource.nonce,
                ciphertext=resource.ciphertext,
                associated_data=resource.associated_data or "",
            )
        except DecryptionError as error:
            raise CallbackNotDecrypted(str(error)) from None
        try:
            content: Answer | dict[str, Any] = _objects.decode(plaintext)
        except _NOT_JSON:
            raise CallbackUnreadable(
                "the callback's decrypted resource is not a JSON object"
            ) from None
        if kind := self._events.get((receiver.scheme, envelope.event_type)):
            content = decode(kind, plaintext, envelope.event_type)
        return Event(
            id=envelope.id,
            create_time=_time(envelope.create_time),
            event_type=envelope.event_type,
            summary=envelope.summary,
            resource_type=envelope.resource_type,
            original_type=resource.original_type or "",
            scheme=receiver.scheme,
            resource=content,
            plaintext=plaintext,
        )


class Webhooks(_Webhooks):
    """Receives callbacks; `refresh` fetches platform certificates anew and must limit how often it
    really does."""

    def __init__(
        self,
        receivers: Sequence[Receiver],
        *,
        refresh: Callable[[], object] | None = None,
        events: EventTypes | None = None,
    ) -> None:
        super().__init__(receivers, events=events)
        self._refresh = refresh

    def parse(self, headers: HeaderSource, body: bytes) -> AnyEvent:
        """The event in a callback request.

        Args:
            headers: The request's headers, in the form your framework has them.
            body: The untouched bytes of the body. JSON parsed and written again has another
                signature.

        Raises:
            CallbackNotVerified: It is not proved to come from WeChat Pay: answer 401
                (`fail(..., status=401)`).
            CallbackNotDecrypted: The API key configured here is wrong.
            CallbackUnreadable: It is not what is documented.
            TypeError: `body` is not bytes.
        """
        found = _checked(headers, body)
        receiver = self._receiver(found)
        try:
            return self._open(receiver, found, body)
        except CallbackNotVerified as refused:
            certified = SCHEMES[receiver.scheme].certificates
            if refused.reason != "serial" or self._refresh is None or not certified:
                raise
            try:
                self._refresh()
            except WechatPayError as error:
                raise refused from error
        return self._open(receiver, found, body)


class AsyncWebhooks(_Webhooks):
    """Receives callbacks in asynchronous applications; see `Webhooks`."""

    def __init__(
        self,
        receivers: Sequence[Receiver],
        *,
        refresh: Callable[[], Awaitable[object]] | None = None,
        events: EventTypes | None = None,
    ) -> None:
        super().__init__(receivers, events=events)
        self._refresh = refresh

    async def parse(self, headers: HeaderSource, body: bytes) -> AnyEvent:
        """The event in a callback request; see `Webhooks.parse`."""
        found = _checked(headers, body)
        receiver = self._receiver(found)
        try:
            return self._open(receiver, found, body)
        except CallbackNotVerified as refused:
            certified = SCHEMES[receiver.scheme].certificates
            if refused.reason != "serial" or self._refresh is None or not certified:
                raise
            try:
                await self._refresh()
            except WechatPayError as error:
                raise refused from error
        return self._open(receiver, found, body)


_NOT_JSON = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_WANTED = frozenset(
    f"wechatpay-{name}" for name in ("timestamp", "nonce", "signature", "serial", "signature-type")
)


def _checked(headers: HeaderSource, body: bytes) -> dict[str, str]:
    """The headers that matter, names in lower case.

    Raises:
        CallbackNotVerified: The body is too large, or a header is given twice with different
            values.
        TypeError: The body is not bytes.
    """
    if not isinstance(body, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            f"body must be the raw bytes of the request, not {type(body).__name__}: parsed or "
            f"decoded and written "
            "again, it no longer has the bytes that were signed (Starlette: await request.body(), "
            "Flask: request.get_data(), Django: request.body)"
        )
    found: dict[str, str] = {}
    for name, value in _pairs(headers):
        plain = name.lower().replace("_", "-").removeprefix("http-")
        if plain == "request-id":
            found[plain] = value
        elif plain in _WANTED and found.setdefault(plain, value) != value:
            raise _not_verified(f"not acceptable: {plain.title()} is given twice", "missing", found)
    if len(body) > MAX_BYTES:
        raise _not_verified(
            f"not acceptable: its body has more than {MAX_BYTES} bytes", "signature", found
        )
    return found


def _pairs(headers: HeaderSource) -> Iterable[tuple[str, str]]:
    # Not every framework's headers are a Mapping (Werkzeug's are not), but all that are not plain
    # pairs have `items`.
    source: Any = headers
    pairs: Iterable[tuple[Any, Any]] = source.items() if hasattr(source, "items") else source
    for pair in pairs:
        name, value = (part.decode("latin-1") if isinstance(part, bytes) else part for part in pair)
        if isinstance(name, str) and isinstance(
            value, str
        ):  # WSGI environments hold other things as well
            yield name, value


def _not_verified(
    why: str, reason: VerificationReason, headers: Mapping[str, str], *, is_probe: bool = False
) -> CallbackNotVerified:
    return CallbackNotVerified(
        f"the callback is {why}",
        reason=reason,
        request_id=headers.get("request-id", ""),
        is_probe=is_probe,
        may_have_happened=False,
    )


def _time(text: str) -> datetime | None:
    try:
        return msgspec.convert(text, datetime)
    except msgspec.ValidationError:
        return None
