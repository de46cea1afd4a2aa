"""Answers: typed, and lenient with what the server really sends.

A call that succeeded must never fail because of the shape of its answer. Unknown members are ignored, unknown enum values kept;
a member that is missing or of another type is left unset, reported once in the log, and raises when it is touched.
Verification is over before anything here runs; nothing here knows HTTP.
"""

from __future__ import annotations

import functools
import logging
import types
import typing
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from .errors import MissingMemberError

logger = logging.getLogger("wechatpay_marketing")

StructT = TypeVar("StructT", bound="Answer")


class Answer(msgspec.Struct, dict=True):
    """Base of every answer and of every object inside one."""

    if not TYPE_CHECKING:  # a declared __getattr__ would hide typing errors from the checkers

        def __getattr__(self, name: str) -> Any:
            # Called only where the ordinary look-up failed: for a member that was left unset.
            if name in type(self).__struct_fields__:
                raise MissingMemberError(
                    f"the answer holds no usable `{name}` of {type(self).__name__}; the log says what it held"
                )
            raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")

    def __repr__(self) -> str:
        members = (f"{name}={self.__getattribute__(name)!r}" for name in self.__struct_fields__ if _is_set(self, name))
        return f"{type(self).__name__}({', '.join(members)})"


class NoContent(Answer):
    """The answer of an operation that answers without a body."""


def _is_set(answer: Answer, name: str) -> bool:
    try:
        object.__getattribute__(answer, name)
    except AttributeError:
        return False
    return True


@functools.cache
def _decoder(cls: type[StructT]) -> msgspec.json.Decoder[StructT]:
    return msgspec.json.Decoder(cls)


def decode(cls: type[StructT], raw: bytes, what: str) -> StructT:
    """The object in `raw` as `cls`; `what` names it in the log. Never raises over what `raw` holds."""
    try:
        answer: StructT = _decoder(cls).decode(raw or b"{}")
        return answer
    except msgspec.ValidationError:
        return _lenient(cls, msgspec.json.decode(raw), what, "$")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        logger.warning("%s: the answer is not JSON (%s); none of its members can be read", what, type(error).__name__)
        return _lenient(cls, {}, what, "$", quiet=True)


def _lenient(cls: type[StructT], value: object, what: str, path: str, *, quiet: bool = False) -> StructT:
    """`cls` from untyped data, member by member; those that do not fit are left unset."""
    members: dict[str, Any] = typing.cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    if not isinstance(value, dict):
        logger.warning("%s: %s is %s instead of an object", what, path, _kind(value))
    known: dict[str, Any] = {}
    unset: list[str] = []
    for field in msgspec.structs.fields(cls):
        where = f"{path}.{field.name}"
        if field.encode_name in members:
            try:
                known[field.name] = _convert(members[field.encode_name], field.type, what, where)
                continue
            except msgspec.ValidationError as error:
                logger.warning("%s: %s does not fit: %s", what, where, str(error).partition(" - at ")[0])
        elif not field.required:
            continue
        elif not quiet:
            logger.warning("%s: %s is missing", what, where)
        known[field.name] = None
        unset.append(field.name)
    answer = cls(**known)
    for name in unset:
        delattr(answer, name)  # a struct member without a value: reading it ends in Answer.__getattr__
    return answer


def _convert(value: object, kind: Any, what: str, path: str) -> Any:
    """`value` as `kind`, objects inside it leniently.

    Raises:
        msgspec.ValidationError: it cannot be read as that type.
    """
    struct, is_list = _struct_in(kind)
    if struct is not None and not is_list and isinstance(value, dict):
        return _lenient(struct, typing.cast("object", value), what, path)
    if struct is not None and is_list and isinstance(value, list):
        items = typing.cast("list[object]", value)
        return [_lenient(struct, item, what, f"{path}[{index}]") for index, item in enumerate(items)]
    return msgspec.convert(value, kind, strict=False)


@functools.cache
def _struct_in(kind: Any) -> tuple[type[Answer] | None, bool]:
    """The struct in `X`, `X | None`, `list[X]` or `list[X] | None`, and whether it stands in a list."""
    if isinstance(kind, types.UnionType) or typing.get_origin(kind) is typing.Union:
        kind = next(part for part in typing.get_args(kind) if part is not types.NoneType)
    is_list = typing.get_origin(kind) is list
    inner = typing.get_args(kind)[0] if is_list else kind
    return (inner, is_list) if isinstance(inner, type) and issubclass(inner, Answer) else (None, is_list)


def _kind(value: object) -> str:
    return {"list": "an array", "str": "text", "NoneType": "null"}.get(type(value).__name__, type(value).__name__)
