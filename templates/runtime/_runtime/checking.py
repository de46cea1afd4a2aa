"""Arguments held against their types, before anything is sent.

The checks are those of the specification, carried by the types as `msgspec.Meta`; no rule of a
single operation stands here. Values are never quoted in error texts: they can be personal data.
"""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Mapping, Sequence
from typing import Any, cast

import msgspec

from .errors import ValidationError
from .json_body import plain

_MISSING = re.compile(r"Object missing required field `(.+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(.+)`")


def check(value: Mapping[str, object], kind: Any, what: str) -> None:
    """Hold `value` against the TypedDict `kind`; `what` is the call, for the error.

    Raises:
        ValidationError: at the first member that is missing, unknown, mistyped or outside its
            limits.
    """
    try:
        msgspec.convert(value, _strict(kind))
        return
    except msgspec.ValidationError:
        value = cast("Mapping[str, object]", plain(value))
    try:
        msgspec.convert(value, _strict(kind))
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        path = re.sub(r"`key` in |`", "", place) or "$"
        if name := _MISSING.fullmatch(message):
            path, message = f"{path}.{name[1]}", "is required"
        elif name := _UNKNOWN.fullmatch(message):
            path, message = (
                f"{path}.{name[1]}",
                f"is not a member{_did_you_mean(name[1], _found(value, kind, path))}",
            )
        else:
            message = _without_value(message, *_found(value, kind, path))
        raise ValidationError(f"{what}: {path} {message}", path=path) from None


@functools.cache
def _strict(kind: Any) -> Any:
    """`kind` with structs instead of TypedDicts: those refuse unknown members, and are checked in
    one pass."""
    if typing.is_typeddict(kind):
        members: list[tuple[str, Any] | tuple[str, Any, Any]] = []
        rename: dict[str, str] = {}  # a key need not be a Python name
        for key, hint in typing.get_type_hints(kind, include_extras=True).items():
            rename[name := f"member_{len(rename)}"] = key
            if typing.get_origin(hint) is typing.NotRequired:
                members.append(
                    (name, _strict(typing.get_args(hint)[0]) | msgspec.UnsetType, msgspec.UNSET)
                )
            else:
                members.append((name, _strict(hint)))
        return msgspec.defstruct(
            kind.__name__, members, kw_only=True, forbid_unknown_fields=True, rename=rename
        )
    if typing.get_origin(kind) is typing.Annotated:
        return typing.Annotated[(_strict(typing.get_args(kind)[0]), *kind.__metadata__)]
    return list[_strict(typing.get_args(kind)[0])] if typing.get_origin(kind) is list else kind  # type: ignore[misc]


def _found(value: object, kind: Any, path: str) -> tuple[object, Any]:
    """What stands at `path`, and the type that it should have."""
    for key, index in re.findall(r"\.([^.\[\]]+)|\[(\d+)\]", path):
        kind = _bare(kind)
        try:
            kind = (
                typing.get_args(kind)[0]
                if index
                else typing.get_type_hints(kind, include_extras=True)[key]
            )
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
    left = [
        member
        for member in typing.get_type_hints(kind)
        if member not in cast("Mapping[str, object]", value)
    ]
    close = difflib.get_close_matches(name, left, n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def _without_value(message: str, value: object, kind: Any) -> str:
    """The message of msgspec with the allowed values, or the size of what was found, instead of
    the value itself."""
    if message.startswith("Invalid enum value"):
        return f"must be one of {', '.join(map(str, typing.get_args(kind)))}"
    if isinstance(value, str):
        found = f", found text of length {len(value)}"
    elif isinstance(value, list | tuple):
        found = f", found {len(cast('Sequence[object]', value))} items"
    else:
        found = ""
    return f"{message[0].lower()}{message[1:]}{found}"
