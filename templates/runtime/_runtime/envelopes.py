"""What an event comes in: an envelope that names it, and its resource, sealed.

Only for what is verified. Which type a resource has, and what is made of it, is up to `callbacks`.
"""

from __future__ import annotations

from typing import Any

import msgspec

from . import cipher
from .errors import CallbackNotDecrypted, CallbackUnreadable, DecryptionError
from .secret import Secret


class _Resource(msgspec.Struct):
    algorithm: str
    ciphertext: str
    nonce: str
    associated_data: str | None = None
    original_type: object = ""


class Envelope(msgspec.Struct):
    """A callback as it arrives."""

    event_type: str
    resource_type: str
    resource: _Resource
    # What is not needed to open it may be of any type: a genuine event is never lost over it.
    id: object = ""
    create_time: object = ""
    summary: object = ""


_NOT_JSON = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
_envelopes = msgspec.json.Decoder(Envelope)
_objects = msgspec.json.Decoder(dict[str, Any])


def read(body: bytes) -> Envelope:
    """The envelope in a body.

    Raises:
        CallbackUnreadable: It is none, or holds something else than an event.
    """
    try:
        envelope = _envelopes.decode(body)
    except _NOT_JSON:
        raise CallbackUnreadable("the callback is not the documented JSON object") from None
    if envelope.resource_type != "encrypt-resource":
        raise CallbackUnreadable("the callback's resource_type is not `encrypt-resource`")
    # these are sealed with the same key, and must not be taken for an event
    if envelope.resource.associated_data in (cipher.CERTIFICATE, cipher.COUPON_CODE):
        raise CallbackUnreadable("the callback's resource is sealed as something else")
    return envelope


def opened(envelope: Envelope, key: Secret[bytes]) -> bytes:
    """The resource in clear text, as it was written.

    Raises:
        CallbackNotDecrypted: It is not sealed with this key.
    """
    resource = envelope.resource
    try:
        return cipher.decrypt(
            key,
            algorithm=resource.algorithm,
            nonce=resource.nonce,
            ciphertext=resource.ciphertext,
            associated_data=resource.associated_data or "",
        )
    except DecryptionError as error:
        raise CallbackNotDecrypted(str(error)) from None


def members(plaintext: bytes) -> dict[str, Any]:
    """The members of a resource.

    Raises:
        CallbackUnreadable: It is no JSON object.
    """
    try:
        return _objects.decode(plaintext)
    except _NOT_JSON:
        raise CallbackUnreadable("the callback's decrypted resource is not a JSON object") from None
