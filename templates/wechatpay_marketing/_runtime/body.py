"""Arguments on their way to the wire: checked against their types, filled into the path, encoded as JSON.

The checks are those of the specification, carried by the types as `msgspec.Meta`; no rule of a single operation stands here.
Values are never quoted in error texts: they can be personal data.
"""

from __future__ import annotations

import difflib
import functools
import re
import types
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
        converted = msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        path = place.strip("`") or "$"
        if missing := re.fullmatch(r"Object missing required field `(.+)`", message):
            path, message = f"{path}.{missing[1]}", "is required"
            misspelt = _first_unknown(value, kind, "$")
            if misspelt is not None:  # the likelier cause: the member is there under another name
                path, message = misspelt
        else:
            message = f"{message[0].lower()}{message[1:]}{_found(value, path)}"
        raise ValidationError(f"{what}: {path} {message}", path=path) from None
    if _counts(value) != _counts(converted):
        path, message = _first_unknown(value, kind, "$") or ("$", "holds an unknown member")
        raise ValidationError(f"{what}: {path} {message}", path=path)


def _counts(value: object) -> object:
    """How many members each object has: what `convert` dropped shows as a difference."""
    if isinstance(value, Mapping):
        return [(name, _counts(part)) for name, part in cast("Mapping[str, object]", value).items()]
    if isinstance(value, list | tuple):
        return [_counts(part) for part in cast("Sequence[object]", value)]
    return None


def _first_unknown(value: object, kind: Any, path: str) -> tuple[str, str] | None:
    """Where the first member stands that `kind` does not know, and what to say of it."""
    kind = _bare(kind)
    if isinstance(value, Mapping) and typing.is_typeddict(kind):
        hints = _hints(kind)
        for name, part in cast("Mapping[str, object]", value).items():
            if name not in hints:
                close = difflib.get_close_matches(str(name), [key for key in hints if key not in value], n=1)
                return f"{path}.{name}", f"is not a member; did you mean `{close[0]}`?" if close else "is not a member"
            if found := _first_unknown(part, hints[name], f"{path}.{name}"):
                return found
    elif isinstance(value, list | tuple) and typing.get_origin(kind) is list:
        for index, part in enumerate(cast("Sequence[object]", value)):
            if found := _first_unknown(part, typing.get_args(kind)[0], f"{path}[{index}]"):
                return found
    return None


def _bare(kind: Any) -> Any:
    """A type without `NotRequired`, `Required`, `Annotated` and `| None` around it."""
    while True:
        origin = typing.get_origin(kind)
        if origin in (typing.Annotated, typing.Required, typing.NotRequired):
            kind = typing.get_args(kind)[0]
        elif origin is typing.Union or isinstance(kind, types.UnionType):
            kind = next(part for part in typing.get_args(kind) if part is not types.NoneType)
        else:
            return kind


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _found(value: object, path: str) -> str:
    """What stands at `path`, told without telling it: `, found text of length 41`."""
    for key, index in re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", path):
        try:
            value = cast("Any", value)[int(index) if index else key]
        except (KeyError, IndexError, TypeError):
            return ""
    if isinstance(value, str):
        return f", found text of length {len(value)}"
    if isinstance(value, list | tuple):
        return f", found {len(cast('Sequence[object]', value))} items"
    return f", found {value}" if isinstance(value, int | float) else ""


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
        text = "" if values.get(name) is None else str(values[name])
        if text in ("", ".", "..") or _CONTROL.search(text):
            raise ValidationError(
                f"{what}: $.{name} must be text other than `.` and `..` without control characters", path=f"$.{name}"
            )
        return quote(text, safe="")

    return _PLACEHOLDER.sub(encoded, path)


def with_query(path: str, query: Mapping[str, object]) -> str:
    """The path and, where there are parameters, `?` and the percent-encoded query."""
    pairs = [f"{quote(name, safe='')}={quote(_query_text(value), safe='')}" for name, value in query.items()]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def _query_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime) else str(value)


# -- JSON -------------------------------------------------------------------------------------------------------------


def encode(members: Mapping[str, object], what: str) -> bytes:
    """The JSON text that is both signed and sent.

    Raises:
        ValidationError: a `null`, or a character of four UTF-8 bytes (such as an emoji): WeChat Pay takes neither.
    """
    try:
        content = msgspec.json.encode(members)
    except (TypeError, ValueError, UnicodeEncodeError, msgspec.MsgspecError) as error:
        raise ValidationError(f"{what}: the body cannot be written as JSON: {error}", path="$") from None
    # Two scans at C speed say whether the slow search for the culprit is worth making: bytes from 0xF0 on only
    # ever start a four-byte character.
    if b"null" in content or max(content) >= 0xF0:
        _refuse_unsendable(msgspec.json.decode(content), "$", what)
    return content


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
