# Copied from templates/runtime/_runtime/answer.py by `make generate`; do not edit.
"""Answers: the base class of all typed ones, and what can be done with one that is incomplete.

How JSON becomes an answer is the business of `reading`; nothing here knows HTTP.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

import msgspec

from .errors import MissingMemberError

StructT = TypeVar("StructT", bound="Answer")


class Answer(msgspec.Struct, dict=True):
    """Base of every answer, of what callbacks bring, and of every object inside one.

    Members are attributes. Those that the documentation lacks are in `to_dict()`.
    """

    if not TYPE_CHECKING:  # a declared __getattr__ would hide typing errors from the checkers

        def __getattr__(self, name: str) -> Any:
            # Called only where the ordinary look-up failed: for a member that was left unset.
            if name in type(self).__struct_fields__:
                raise MissingMemberError(
                    f"the answer holds no usable `{name}` of {type(self).__name__}; the log says "
                    f"what it held",
                    path=name,
                )
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def to_dict(self) -> dict[str, Any]:
        """The JSON object as plain data, names as on the wire.

        Of the answer of a call, or of what a callback brings: exactly what came, times as they were
        sent, members without documentation included. Of an object inside one: its documented
        members as they are now, times in RFC 3339; without those that are `None`.
        """
        raw = self.__dict__.get(_RAW)
        if raw is None:
            plain: dict[str, Any] = _plain(self)
            return plain
        with contextlib.suppress(msgspec.MsgspecError, ValueError, RecursionError):
            whole: object = msgspec.json.decode(raw)
            if isinstance(whole, dict):
                return cast("dict[str, Any]", whole)
        return {}

    def to_json(self) -> str:
        """`to_dict()` as JSON text."""
        return msgspec.json.encode(self.to_dict()).decode()

    # What follows is msgspec's own, but for members that were left unset.

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in members(self).items())
        return f"{type(self).__name__}({', '.join(shown)})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer) or type(other) is not type(self):
            return NotImplemented
        return members(self) == members(other)

    def __copy__(self) -> Self:
        answer = with_members(type(self), members(self))
        vars(answer).update(vars(self))
        return answer

    def __reduce__(self) -> tuple[Any, ...]:
        return with_members, (type(self), members(self)), vars(self)


class NoContent(Answer):
    """The answer of an operation that answers without a body."""


class FileContent(bytes):
    """The answer of an operation that answers with a file, such as a bill: its bytes.

    Files come without a signature. Whoever fetches one compares it with the digest that the
    answer before it named.
    """


_RAW = "_raw"


def remember(answer: Answer, raw: bytes) -> None:
    """Keep the JSON text that the answer was read from."""
    vars(answer)[_RAW] = raw


def members(answer: Answer) -> dict[str, Any]:
    """The members that were not left unset."""
    found: dict[str, Any] = {}
    for name in answer.__struct_fields__:
        with contextlib.suppress(AttributeError):
            found[name] = getattr(answer, name)
    return found


def with_members(cls: type[StructT], given: dict[str, Any]) -> StructT:
    """`cls` with these members; all others are left unset."""
    answer = cls(**{name: given.get(name) for name in cls.__struct_fields__})
    for name in cls.__struct_fields__:
        if name not in given:
            # a struct member without a value: reading it ends in Answer.__getattr__
            delattr(answer, name)
    return answer


def _plain(value: Any) -> Any:
    if isinstance(value, Answer):
        names = dict(zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True))
        return {
            names[name]: _plain(member)
            for name, member in members(value).items()
            if member is not None
        }
    if isinstance(value, list):
        return [_plain(item) for item in cast("list[object]", value)]
    return value.isoformat() if isinstance(value, datetime) else value
