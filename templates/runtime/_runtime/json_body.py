"""The JSON text of a request: encoded as it is signed and sent, sensitive members encrypted.
Nothing is checked against types."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import cast

import msgspec

from .errors import ValidationError

_UNWRITABLE = (TypeError, ValueError, UnicodeEncodeError, msgspec.MsgspecError)
_SUSPICIOUS = (b"null", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")
"""What is in every body that cannot be sent: `null`, or the first byte of a character of four
UTF-8 bytes."""


def encode(members: Mapping[str, object], what: str) -> bytes:
    """The JSON text that is both signed and sent.

    Raises:
        ValidationError: a `null`, or a character of four UTF-8 bytes (such as an emoji): WeChat
            Pay takes neither.
    """
    try:
        content = msgspec.json.encode(members)
    except (*_UNWRITABLE, RecursionError):
        # once more without subclasses, which nearly no body has: all others need not be copied
        try:
            content = msgspec.json.encode(plain(members))
        except RecursionError:
            raise ValidationError(
                f"{what}: $ contains itself, or is nested too deep", path="$"
            ) from None
        except _UNWRITABLE as error:
            raise ValidationError(
                f"{what}: $ cannot be written as JSON: {error}", path="$"
            ) from None
    # These searches cost next to nothing; the one for the culprit does not.
    if max(map(content.find, _SUSPICIOUS)) >= 0:  # any of them, in the fastest way
        _refuse_unsendable(msgspec.json.decode(content), "$", what)
    return content


def joined(
    body: Mapping[str, object] | None, extra: Mapping[str, object] | None
) -> dict[str, object] | None:
    """The members of a body and those that a call adds to it; `None` where there are neither."""
    return None if body is None and not extra else {**(body or {}), **(extra or {})}


def plain(value: object) -> object:
    """The value without subclasses, which msgspec does not take: times of pendulum or freezegun,
    text of any library."""
    if isinstance(value, Mapping):
        return {
            plain(name): plain(part)
            for name, part in cast("Mapping[object, object]", value).items()
        }
    if isinstance(value, list | tuple):
        return [plain(part) for part in cast("Sequence[object]", value)]
    if isinstance(value, datetime):
        return value.isoformat()
    return str.__str__(value) if isinstance(value, str) else value


def _refuse_unsendable(value: object, path: str, what: str) -> None:
    if value is None:
        raise ValidationError(f"{what}: {path} is null; leave the member out instead", path=path)
    if isinstance(value, str) and any(character > "\uffff" for character in value):
        raise ValidationError(
            f"{what}: {path} holds an emoji or another character beyond U+FFFF, which WeChat Pay "
            f"does not take",
            path=path,
        )
    if isinstance(value, dict):
        for name, part in cast("dict[str, object]", value).items():
            _refuse_unsendable(name, f"{path}.{name}", what)
            _refuse_unsendable(part, f"{path}.{name}", what)
    elif isinstance(value, list):
        for index, part in enumerate(cast("list[object]", value)):
            _refuse_unsendable(part, f"{path}[{index}]", what)


def encrypted(
    members: Mapping[str, object], names: Sequence[str], encrypt: Callable[[str], tuple[str, str]]
) -> tuple[dict[str, object], str | None]:
    """A copy of the body whose members `names` are encrypted, and the serial number of the key, if
    one was used.

    A name is dotted and marks lists, such as `payer.name` or `items[].phone`.
    """
    serial: str | None = None

    def replaced(value: object, steps: Sequence[str]) -> object:
        nonlocal serial
        if not steps:
            ciphertext, serial = encrypt(str(value))
            return ciphertext
        if steps[0] == "[]":
            return [replaced(part, steps[1:]) for part in cast("Sequence[object]", value)]
        copied = dict(cast("Mapping[str, object]", value))
        if copied.get(steps[0]) is not None:
            copied[steps[0]] = replaced(copied[steps[0]], steps[1:])
        return copied

    copy: object = members
    for name in names:
        copy = replaced(copy, name.replace("[]", ".[]").split("."))
    return cast("dict[str, object]", copy), serial
