# Copied from templates/runtime/_runtime/callbacks.py by `make generate`; do not edit.
"""Callbacks: a request from WeChat Pay becomes a verified, decrypted, typed `Event`, or an
exception.

The order is fixed: headers → signature over the untouched bytes → envelope → decryption → typed
resource. Nothing of the body is looked at before its signature holds. How an envelope is opened is
up to `envelopes`; web frameworks and answers of operations are not here.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from . import envelopes, json_body, moments
from .answer import Answer
from .callback_headers import GivenTwice, HeaderSource, wanted
from .errors import (
    CallbackError,
    CallbackNotVerified,
    ValidationError,
    VerificationError,
    VerificationReason,
    WechatPayError,
)
from .events import Acknowledgement, AnyEvent, Event, EventTypes
from .operation import load_type
from .reading import decode
from .schemes import SCHEMES, Scheme
from .secret import Secret
from .trust import is_certificate

if TYPE_CHECKING:
    from .trust import TrustStore

logger = logging.getLogger("wechatpay_marketing")

MAX_BYTES = 1 << 20
"""Larger bodies are refused unread; real callbacks have a few kilobytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """What one identity needs to receive callbacks."""

    scheme: Scheme
    trust: TrustStore
    key: Secret[bytes]
    """The APIv3 key of the merchant, or the API key of the brand."""


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
    def refuse(error: CallbackError) -> Acknowledgement:
        """The answer to a callback that `parse` refused: 401 where it is not verified, else 500.

        Whoever sent it learns nothing more; the reason goes to the log, as a warning.
        """
        logger.warning("%s: %s", type(error).__name__, error)
        unverified = isinstance(error, CallbackNotVerified)
        return _Webhooks.fail(
            "not verified" if unverified else "not read", status=401 if unverified else 500
        )

    @staticmethod
    def fail(message: str, *, status: int = 500) -> Acknowledgement:
        """Have WeChat Pay send the callback again. The sender reads `message`: never say anything
        in it that strangers must not know, such as the text of an exception.

        Args:
            message: Why, in a word or two.
            status: 4xx or 5xx.

        Raises:
            ValidationError: Another status would tell WeChat Pay that all is well.
        """
        whole = isinstance(status, int)  # pyright: ignore[reportUnnecessaryIsInstance]
        if not whole or not 400 <= status <= 599:
            raise ValidationError("status must be 4xx or 5xx", path="status")
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
            raise _unproved(error, headers) from None
        envelope = envelopes.read(body)
        plaintext = envelopes.opened(envelope, receiver.key)
        content: Answer | dict[str, Any] = envelopes.members(plaintext)
        if kind := self._events.get((receiver.scheme, envelope.event_type)):
            content = decode(kind, plaintext, envelope.event_type)
        return Event(
            id=_text(envelope.id),
            create_time=_time(_text(envelope.create_time)),
            event_type=envelope.event_type,
            summary=_text(envelope.summary),
            resource_type=envelope.resource_type,
            original_type=_text(envelope.resource.original_type),
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
                (`refuse` makes the answer).
            CallbackNotDecrypted: The API key configured here is wrong.
            CallbackUnreadable: It is not what is documented.
            TypeError: `body` is not bytes, or `headers` are none.
        """
        found = _checked(headers, body)
        receiver = self._receiver(found)
        try:
            return self._open(receiver, found, body)
        except CallbackNotVerified as refused:
            if self._refresh is None or not _may_be_new(refused, receiver, found):
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
            if self._refresh is None or not _may_be_new(refused, receiver, found):
                raise
            try:
                await self._refresh()
            except WechatPayError as error:
                raise refused from error
        return self._open(receiver, found, body)


def _checked(headers: HeaderSource, body: bytes) -> dict[str, str]:
    """The headers that matter, names in lower case.

    Raises:
        CallbackNotVerified: The body is too large, or a header is given twice with different
            values.
        TypeError: The body is not bytes, or the headers are none.
    """
    if not isinstance(body, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(
            f"body must be the raw bytes of the request, not {type(body).__name__}: parsed or "
            "decoded and written again, it no longer has the bytes that were signed (Starlette: "
            "await request.body(), Flask: request.get_data(), Django: request.body)"
        )
    try:
        found = wanted(headers)
    except GivenTwice as twice:
        raise _not_verified(f"is not acceptable: {twice} is given twice", "missing", {}) from None
    if len(body) > MAX_BYTES:
        raise _not_verified(
            f"is not acceptable: its body has more than {MAX_BYTES} bytes", "signature", found
        )
    return found


def _may_be_new(
    refused: CallbackNotVerified, receiver: Receiver, headers: Mapping[str, str]
) -> bool:
    """Whether it may be signed with a platform certificate that is still to be downloaded."""
    serial = headers.get("wechatpay-serial", "")
    certified = SCHEMES[receiver.scheme].certificates
    return refused.reason == "serial" and certified and is_certificate(serial)


def _unproved(error: VerificationError, headers: Mapping[str, str]) -> CallbackNotVerified:
    why = f"is {error}"
    if error.is_probe:
        why += " (WeChat Pay sends such ones to see whether they are refused; nothing is amiss)"
    elif error.reason == "signature":
        why = (
            "has another body than was signed: most often JSON that was parsed and written anew "
            "(pass the raw bytes of the request), otherwise a forgery"
        )
    return _not_verified(why, error.reason, headers, is_probe=error.is_probe)


def _not_verified(
    why: str, reason: VerificationReason, headers: Mapping[str, str], *, is_probe: bool = False
) -> CallbackNotVerified:
    return CallbackNotVerified(
        f"the callback {why}",
        reason=reason,
        request_id=headers.get("request-id", ""),
        is_probe=is_probe,
        may_have_happened=False,
    )


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) else ""


def _time(text: str) -> datetime | None:
    try:
        return moments.read(text)
    except (ValueError, OverflowError):
        return None
