"""Arguments held against their types, before anything is sent.

The checks are those of the specification, carried by the types as `msgspec.Meta`; no rule of a
single operation stands here. Values are never quoted in error texts: they can be personal data.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

import msgspec

from .errors import ValidationError
from .json_body import plain

_Found = Iterator[tuple[str, str]]
"""Mistakes: the path, and what is wrong there."""
_SHOWN = 5
"""How many mistakes the text of an error names; `problems` has all."""
_A_TIME = "2025-08-01T00:00:00+08:00"
NEWER_VALUES = "a newer value is sent with options=CallOptions(validate=False)"


def check(value: Mapping[str, object], kind: Any, what: str) -> None:
    """Hold `value` against the TypedDict `kind`; `what` is the call, for the error.

    An optional member may be empty text whatever its type: the server takes it for nothing.

    Raises:
        ValidationError: members are missing, unknown, mistyped or outside their limits; it names
            all of them.
    """
    try:
        # in one pass and without a word of ours; what is wrong is looked for only where it fails
        msgspec.convert(value, _strict(kind))
        return
    except (msgspec.ValidationError, RecursionError):
        problems = list(_in_object(value, kind, "$"))
    if problems:
        shown = "; ".join(f"{path} {wrong}" for path, wrong in problems[:_SHOWN])
        more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise ValidationError(f"{what}: {shown}{more}", path=problems[0][0], problems=problems)


@functools.cache
def _strict(kind: Any) -> Any:
    """`kind` with structs instead of TypedDicts: those refuse unknown members, and are checked in
    one pass."""
    if typing.is_typeddict(kind):
        members: list[tuple[str, Any] | tuple[str, Any, Any]] = []
        rename: dict[str, str] = {}  # a key need not be a Python name
        for key, (hint, required) in _members(kind).items():
            rename[name := f"member_{len(rename)}"] = key
            if required:
                members.append((name, _strict(hint)))
            else:
                members.append((name, _strict(hint) | msgspec.UnsetType, msgspec.UNSET))
        return msgspec.defstruct(
            kind.__name__, members, kw_only=True, forbid_unknown_fields=True, rename=rename
        )
    if typing.get_origin(kind) is typing.Annotated:
        return typing.Annotated[(_strict(typing.get_args(kind)[0]), *kind.__metadata__)]
    if typing.get_origin(kind) is list:
        return list[_strict(typing.get_args(kind)[0])]  # type: ignore[misc]
    return kind


@functools.cache
def _members(kind: Any) -> dict[str, tuple[Any, bool]]:
    """The members of a TypedDict: each with its type, and whether it is required."""
    found: dict[str, tuple[Any, bool]] = {}
    for name, hint in typing.get_type_hints(kind, include_extras=True).items():
        optional = typing.get_origin(hint) is typing.NotRequired
        found[name] = (typing.get_args(hint)[0] if optional else hint, not optional)
    return found


# -- all mistakes: not needed where there are none -------------------------------------------------


def _in_object(value: object, kind: Any, path: str) -> _Found:
    if not isinstance(value, Mapping):
        yield path, _wrong(value, dict[str, Any])
        return
    given, known = cast("Mapping[Any, object]", value), _members(kind)
    left = [name for name in known if name not in given]
    meant: set[str] = set()
    for name in given:
        if name not in known:
            close = _close(name, left)
            meant |= {close} if close else set()
            advice = f"; did you mean `{close}`?" if close else ""
            yield f"{path}.{name}", f"is not a member{advice}"
    for name, (hint, required) in known.items():
        if name in given:
            empty = not required and given[name] == "" and _may_be_empty(hint)
            yield from () if empty else _in_value(given[name], hint, f"{path}.{name}")
        elif required and name not in meant:
            yield f"{path}.{name}", "is required"


def _in_value(value: object, kind: Any, path: str) -> _Found:
    bare = _bare(kind)
    if typing.is_typeddict(bare):
        yield from _in_object(value, bare, path)
    elif typing.get_origin(bare) is list and isinstance(value, list | tuple):
        items = cast("Sequence[object]", value)
        # its length is checked apart from what is in it
        if wrong := _wrong([None] * len(items), _with_limits_of(kind, list[Any])):
            yield path, wrong
        for index, item in enumerate(items):
            yield from _in_value(item, typing.get_args(bare)[0], f"{path}[{index}]")
    elif wrong := _wrong(value, kind):
        yield path, wrong


def _wrong(value: object, kind: Any) -> str:
    """What is wrong with a value that holds no other ones; nothing, if it fits."""
    bare, sent = _bare(kind), plain(value)
    try:
        msgspec.convert(sent, kind)
    except msgspec.ValidationError as error:
        message = str(error).partition(" - at ")[0]
    else:
        return ""
    if message.startswith("Invalid enum value"):
        allowed = ", ".join(map(str, typing.get_args(bare)))
        return f"must be one of {allowed}; {NEWER_VALUES}"
    if sent == "":
        return "is empty"
    if bare is datetime:
        return f"expected a time with offset, such as {_A_TIME}, found {_named(value)}"
    found = f", found {_named(sent)}"
    if not isinstance(sent, str | list):
        found = ""  # the message says so itself
    return f"{message[0].lower()}{message[1:]}{found}"


def _named(value: object) -> str:
    """What a value is, without a word of its content."""
    if isinstance(value, str):
        return f"text of length {len(value)}"
    if isinstance(value, list):
        return f"{len(cast('list[object]', value))} items"
    return "a naive datetime" if isinstance(value, datetime) else type(value).__name__


def _bare(kind: Any) -> Any:
    """A type without its limits."""
    while typing.get_origin(kind) is typing.Annotated:
        kind = typing.get_args(kind)[0]
    return kind


def _with_limits_of(kind: Any, other: Any) -> Any:
    limited = typing.get_origin(kind) is typing.Annotated
    return typing.Annotated[(other, *kind.__metadata__)] if limited else other


def _may_be_empty(kind: Any) -> bool:
    """Whether it is text, a time or an enumeration of text."""
    bare = _bare(kind)
    values = typing.get_args(bare) if typing.get_origin(bare) is typing.Literal else ()
    return bare in (str, datetime) or any(isinstance(value, str) for value in values)


def _close(name: object, left: Sequence[str]) -> str:
    """The member that was probably meant: one that is not there."""
    import difflib  # needed for mistakes only

    close = difflib.get_close_matches(str(name), left, n=1)
    return close[0] if close else ""
