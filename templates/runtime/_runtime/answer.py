"""Answers: typed, and lenient with what the server really sends.

A call that succeeded must never fail because of the shape of its answer. Unknown members are
ignored, unknown enum values kept; a member that is missing or of another type is left unset,
reported in the log once for all items of a list, and raises when it is touched.
Verification is over before anything here runs; nothing here knows HTTP.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import types
import typing
from collections import Counter
from typing import TYPE_CHECKING, Any, Self, TypeVar

import msgspec

from .errors import MissingMemberError

logger = logging.getLogger("wechatpay_marketing")

StructT = TypeVar("StructT", bound="Answer")

_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding raises over its input."""


class Answer(msgspec.Struct, dict=True):
    """Base of every answer and of every object inside one."""

    if not TYPE_CHECKING:  # a declared __getattr__ would hide typing errors from the checkers

        def __getattr__(self, name: str) -> Any:
            # Called only where the ordinary look-up failed: for a member that was left unset.
            if name in type(self).__struct_fields__:
                raise MissingMemberError(
                    f"the answer holds no usable `{name}` of {type(self).__name__}; the log says "
                    f"what it held",
                    path=name,
                )
            raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")

    # What follows is msgspec's own, but for members that were left unset.

    def __repr__(self) -> str:
        members = (f"{name}={value!r}" for name, value in _members(self).items())
        return f"{type(self).__name__}({', '.join(members)})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer) or type(other) is not type(self):
            return NotImplemented
        return _members(self) == _members(other)

    def __copy__(self) -> Self:
        return _with_members(type(self), _members(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return _with_members, (type(self), _members(self))


class NoContent(Answer):
    """The answer of an operation that answers without a body."""


class FileContent(bytes):
    """The answer of an operation that answers with a file, such as a bill: its bytes.

    Files come without a signature. Whoever fetches one compares it with the digest that the
    answer before it named.
    """


def _members(answer: Answer) -> dict[str, Any]:
    """The members that were not left unset."""
    found: dict[str, Any] = {}
    for name in answer.__struct_fields__:
        with contextlib.suppress(AttributeError):
            found[name] = getattr(answer, name)
    return found


def _with_members(cls: type[StructT], members: dict[str, Any]) -> StructT:
    """`cls` with these members; all others are left unset."""
    answer = cls(**{name: members.get(name) for name in cls.__struct_fields__})
    for name in cls.__struct_fields__:
        if name not in members:
            delattr(
                answer, name
            )  # a struct member without a value: reading it ends in Answer.__getattr__
    return answer


@functools.cache
def _decoder(cls: type[StructT]) -> msgspec.json.Decoder[StructT]:
    return msgspec.json.Decoder(cls)


def decode(cls: type[StructT], raw: bytes, what: str) -> StructT:
    """The object in `raw` as `cls`; `what` names it in the log. Never raises over what `raw`
    holds."""
    raw = raw or b"{}"
    with contextlib.suppress(*_UNREADABLE):
        answer: StructT = _decoder(cls).decode(raw)
        return answer
    try:
        value = msgspec.json.decode(raw)
    except _UNREADABLE as error:
        logger.warning(
            "%s: the answer is not JSON (%s); none of its members can be read",
            what,
            type(error).__name__,
        )
        return _with_members(cls, {})
    found: Counter[str] = Counter()
    answer = _lenient(cls, value, "$", found)
    for problem, times in found.items():
        logger.warning("%s: %s%s", what, problem, f" (in {times} items)" if times > 1 else "")
    return answer


def _lenient(cls: type[StructT], value: object, path: str, found: Counter[str]) -> StructT:
    """`cls` from untyped data, member by member; those that do not fit are left unset, and
    `found`."""
    members: dict[str, Any] = (
        typing.cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    )
    if not isinstance(value, dict):
        found[f"{path} is {_kind(value)} instead of an object"] += 1
    usable: dict[str, Any] = {}
    for field in msgspec.structs.fields(cls):
        where = f"{path}.{field.name}"
        if field.encode_name in members:
            try:
                usable[field.name] = _convert(members[field.encode_name], field.type, where, found)
            except msgspec.ValidationError as error:
                found[f"{where} does not fit: {str(error).partition(' - at ')[0]}"] += 1
        elif field.required:
            found[f"{where} is missing"] += 1
        else:
            usable[field.name] = field.default
    return _with_members(cls, usable)


def _convert(value: object, kind: Any, path: str, found: Counter[str]) -> Any:
    """`value` as `kind`, objects inside it leniently.

    Raises:
        msgspec.ValidationError: it cannot be read as that type.
    """
    struct, is_list = _struct_in(kind)
    if struct is not None and not is_list and isinstance(value, dict):
        return _lenient(struct, typing.cast("object", value), path, found)
    if struct is not None and is_list and isinstance(value, list):
        items = typing.cast("list[object]", value)
        return [_lenient(struct, item, f"{path}[]", found) for item in items]
    return msgspec.convert(value, kind, strict=False)


@functools.cache
def _struct_in(kind: Any) -> tuple[type[Answer] | None, bool]:
    """The struct in `X`, `X | None`, `list[X]` or `list[X] | None`, and whether it stands in a
    list."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        kind = next(part for part in typing.get_args(kind) if part is not types.NoneType)
    is_list = typing.get_origin(kind) is list
    inner = typing.get_args(kind)[0] if is_list else kind
    return (
        (inner, is_list)
        if isinstance(inner, type) and issubclass(inner, Answer)
        else (None, is_list)
    )


def _kind(value: object) -> str:
    return {"list": "an array", "str": "text", "NoneType": "null"}.get(
        type(value).__name__, type(value).__name__
    )
