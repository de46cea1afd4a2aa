"""Arguments on their way to the wire: checked against their types, filled into the path, encoded as JSON.

The checks are those of the specification, carried by the types as `msgspec.Meta`; no rule of a single operation stands here.
Values are never quoted in error texts: they can be personal data.
"""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

import msgspec

from .errors import ValidationError

if TYPE_CHECKING:
    Time = datetime | str
    """A moment: a `datetime` with an offset, or RFC 3339 text such as `2025-08-01T00:00:00+08:00`."""
else:
    Time = typing.Annotated[datetime, msgspec.Meta(tz=True)]

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_MISSING = re.compile(r"Object missing required field `(.+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(.+)`")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def without_none(arguments: Mapping[str, object]) -> dict[str, object]:
    """The arguments that were given."""
    return {name: value for name, value in arguments.items() if value is not None}


# -- checking ---------------------------------------------------------------------------------------------------------


def check(value: Mapping[str, object], kind: Any, what: str) -> None:
    """Hold `value` against the TypedDict `kind`; `what` is the call, for the error.

    Raises:
        ValidationError: at the first member that is missing, unknown, mistyped or outside its limits.
    """
    try:
        msgspec.convert(value, _strict(kind))
        return
    except msgspec.ValidationError:
        value = cast("Mapping[str, object]", _plain(value))
    try:
        msgspec.convert(value, _strict(kind))
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        path = re.sub(r"`key` in |`", "", place) or "$"
        if name := _MISSING.fullmatch(message):
            path, message = f"{path}.{name[1]}", "is required"
        elif name := _UNKNOWN.fullmatch(message):
            path, message = f"{path}.{name[1]}", f"is not a member{_did_you_mean(name[1], _found(value, kind, path))}"
        else:
            message = _without_value(message, *_found(value, kind, path))
        raise ValidationError(f"{what}: {path} {message}", path=path) from None


@functools.cache
def _strict(kind: Any) -> Any:
    """`kind` with structs instead of TypedDicts: those refuse unknown members, and are checked in one pass."""
    if typing.is_typeddict(kind):
        members: list[tuple[str, Any] | tuple[str, Any, Any]] = []
        for name, hint in typing.get_type_hints(kind, include_extras=True).items():
            if typing.get_origin(hint) is typing.NotRequired:
                members.append((name, _strict(typing.get_args(hint)[0]) | msgspec.UnsetType, msgspec.UNSET))
            else:
                members.append((name, _strict(hint)))
        return msgspec.defstruct(kind.__name__, members, kw_only=True, forbid_unknown_fields=True)
    if typing.get_origin(kind) is typing.Annotated:
        return typing.Annotated[(_strict(typing.get_args(kind)[0]), *kind.__metadata__)]
    return list[_strict(typing.get_args(kind)[0])] if typing.get_origin(kind) is list else kind  # type: ignore[misc]


def _found(value: object, kind: Any, path: str) -> tuple[object, Any]:
    """What stands at `path`, and the type that it should have."""
    for key, index in re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", path):
        kind = _bare(kind)
        try:
            kind = typing.get_args(kind)[0] if index else typing.get_type_hints(kind, include_extras=True)[key]
            value = cast("Any", value)[int(index) if index else key]
        except (KeyError, IndexError, TypeError):
            break
    return value, _bare(kind)


def _bare(kind: Any) -> Any:
    """A type without `NotRequired` and `Annotated` around it."""
    while typing.get_origin(kind) in (typing.Annotated, typing.NotRequired):
        kind = typing.get_args(kind)[0]
    return kind


def _did_you_mean(name: str, place: tuple[object, Any]) -> str:
    """The member that was probably meant: one that is not there."""
    import difflib  # needed for mistakes only

    value, kind = place
    left = [member for member in typing.get_type_hints(kind) if member not in cast("Mapping[str, object]", value)]
    close = difflib.get_close_matches(name, left, n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def _without_value(message: str, value: object, kind: Any) -> str:
    """The message of msgspec with the allowed values, or the size of what was found, instead of the value itself."""
    if message.startswith("Invalid enum value"):
        return f"must be one of {', '.join(map(str, typing.get_args(kind)))}"
    if isinstance(value, str):
        found = f", found text of length {len(value)}"
    elif isinstance(value, list | tuple):
        found = f", found {len(cast('Sequence[object]', value))} items"
    else:
        found = ""
    return f"{message[0].lower()}{message[1:]}{found}"


# -- path and query ---------------------------------------------------------------------------------------------------


@functools.cache
def placeholders(path: str) -> frozenset[str]:
    """The names in braces in a path template."""
    return frozenset(_PLACEHOLDER.findall(path))


def fill(path: str, values: Mapping[str, object], what: str) -> str:
    """The path template with its placeholders filled in, percent-encoded.

    Raises:
        ValidationError: a value is missing, or would make another path of it.
    """

    def encoded(match: re.Match[str]) -> str:
        name = match[1]
        text = "" if values.get(name) is None else _url_text(values[name])
        if text in ("", ".", "..") or _CONTROL.search(text):
            raise ValidationError(
                f"{what}: $.{name} must be text other than `.` and `..` without control characters", path=f"$.{name}"
            )
        return _quoted(text, name, what)

    return _PLACEHOLDER.sub(encoded, path)


def with_query(path: str, query: Mapping[str, object], what: str = "request") -> str:
    """The path and, where there are parameters, `?` and the percent-encoded query.

    Raises:
        ValidationError: a value that is not Unicode text, a number or a flag.
    """
    for name, value in query.items():
        if not isinstance(value, str | int | float | datetime | None):
            problem = f"must be text, a number or a flag, found {type(value).__name__}"
            raise ValidationError(f"{what}: $.{name} {problem}", path=name)
    pairs = [
        f"{_quoted(name, name, what)}={_quoted(_url_text(value), name, what)}"
        for name, value in without_none(query).items()
    ]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def _quoted(text: str, name: str, what: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValidationError(f"{what}: $.{name} holds half of a surrogate pair", path=f"$.{name}") from None


def _url_text(value: object) -> str:
    """One value of a path or query as WeChat Pay reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime) else str(value)


# -- JSON -------------------------------------------------------------------------------------------------------------


_UNWRITABLE = (TypeError, ValueError, UnicodeEncodeError, msgspec.MsgspecError)
_SUSPICIOUS = (b"null", b"\xf0", b"\xf1", b"\xf2", b"\xf3", b"\xf4")
"""What is in every body that cannot be sent: `null`, or the first byte of a character of four UTF-8 bytes."""


def encode(members: Mapping[str, object], what: str) -> bytes:
    """The JSON text that is both signed and sent.

    Raises:
        ValidationError: a `null`, or a character of four UTF-8 bytes (such as an emoji): WeChat Pay takes neither.
    """
    try:
        content = msgspec.json.encode(members)
    except _UNWRITABLE:
        try:
            content = msgspec.json.encode(_plain(members))
        except _UNWRITABLE as error:
            raise ValidationError(f"{what}: $ cannot be written as JSON: {error}", path="$") from None
    # These searches cost next to nothing; the one for the culprit does not.
    for suspicious in _SUSPICIOUS:
        if suspicious in content:
            _refuse_unsendable(msgspec.json.decode(content), "$", what)
            break
    return content


def _plain(value: object) -> object:
    """The value without subclasses, which msgspec does not take: times of pendulum or freezegun, text of any library."""
    if isinstance(value, Mapping):
        return {_plain(name): _plain(part) for name, part in cast("Mapping[object, object]", value).items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in cast("Sequence[object]", value)]
    if isinstance(value, datetime):
        return value.isoformat()
    return str.__str__(value) if isinstance(value, str) else value


def _refuse_unsendable(value: object, path: str, what: str) -> None:
    if value is None:
        raise ValidationError(f"{what}: {path} is null; leave the member out instead", path=path)
    if isinstance(value, str) and any(character > "\uffff" for character in value):
        raise ValidationError(
            f"{what}: {path} holds an emoji or another character beyond U+FFFF, which WeChat Pay does not take",
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
    """A copy of the body whose members `names` are encrypted, and the serial number of the key, if one was used.

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
