"""From JSON to answers: strict and fast where it is as documented, lenient where it is not.

A call that succeeded must never fail because of the shape of its answer. Unknown enum values are
kept; an empty value of another type in an optional member is nothing; scalars cross types where
nothing is lost, and times are read as servers write them. A member that is missing or cannot be
read is left unset, reported in the log once for all items of a list, and raises when it is touched.
Verification is over before anything here runs; nothing here knows HTTP.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import types
import typing
from collections import Counter
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from . import moments
from .answer import Answer, StructT, remember, with_members

logger = logging.getLogger("wechatpay_marketing")

_UNREADABLE = (msgspec.MsgspecError, ValueError, OverflowError, RecursionError)
"""What reading raises over its input; `ValueError` covers undecodable bytes, and years that no
`datetime` has."""

_EMPTY_TEXTS = ("", "{}", "[]", "null")
_JSON_NAMES = {"list": "an array", "dict": "an object", "str": "text", "NoneType": "null"}


@functools.cache
def _decoder(cls: type[StructT]) -> msgspec.json.Decoder[StructT]:
    return msgspec.json.Decoder(cls)


def decode(cls: type[StructT], raw: bytes, what: str) -> StructT:
    """The object in `raw` as `cls`; `what` names it in the log. Never raises over what `raw`
    holds."""
    try:
        answer: StructT = _decoder(cls).decode(raw or b"{}")
    except _UNREADABLE:
        answer = _decoded_leniently(cls, raw or b"{}", what)
    remember(answer, raw)
    for twin in _twins(cls):
        _even_out(answer, twin)
    return answer


def _decoded_leniently(cls: type[StructT], raw: bytes, what: str) -> StructT:
    try:
        value = msgspec.json.decode(raw)
    except _UNREADABLE as error:
        logger.warning(
            "%s: the answer is not JSON (%s); none of its members can be read",
            what,
            type(error).__name__,
        )
        return with_members(cls, {})
    found: Counter[str] = Counter()
    answer = _object(cls, value, "$", found)
    for problem, times in found.items():
        logger.warning("%s: %s%s", what, problem, f" (in {times} items)" if times > 1 else "")
    return answer


# -- member by member ------------------------------------------------------------------------------


class _Kind(NamedTuple):
    """What a member may be."""

    whole: Any
    """Its type as annotated."""
    optional: bool
    struct: type[Answer] | None
    """The object it is, or the objects in it."""
    item: Any
    """The type of the items, where it is a list."""
    bare: Any
    """Its type without `None`, limits and enumerations: `str`, `int`, `datetime`."""


@functools.cache
def _kind(annotation: Any) -> _Kind:
    parts = (
        typing.get_args(annotation)
        if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union
        else (annotation,)
    )
    inner = [part for part in parts if part is not types.NoneType]
    bare = inner[-1]  # of an enumeration, behind its literals: what they are
    while typing.get_origin(bare) is typing.Annotated:
        bare = typing.get_args(bare)[0]
    item = typing.get_args(bare)[0] if typing.get_origin(bare) is list else None
    struct = bare if item is None else _kind(item).bare
    is_struct = isinstance(struct, type) and issubclass(struct, Answer)
    return _Kind(annotation, len(inner) < len(parts), struct if is_struct else None, item, bare)


def _object(cls: type[StructT], value: object, path: str, found: Counter[str]) -> StructT:
    """`cls` from untyped data; members that cannot be read are left unset, and `found`."""
    given: dict[str, Any] = typing.cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    if not isinstance(value, dict):
        found[f"{path} is {_named(value)} instead of an object"] += 1
    usable: dict[str, Any] = {}
    for field in msgspec.structs.fields(cls):
        where, kind = f"{path}.{field.name}", _kind(field.type)
        if field.encode_name in given:
            try:
                usable[field.name] = _member(given[field.encode_name], kind, where, found)
            except _UNREADABLE as error:
                found[f"{where} does not fit: {_why(error)}"] += 1
        elif field.required:
            found[f"{where} is missing"] += 1
        else:
            usable[field.name] = field.default
    return with_members(cls, usable)


def _member(value: object, kind: _Kind, path: str, found: Counter[str]) -> Any:
    """`value` as what `kind` says, objects inside it leniently.

    Raises:
        msgspec.ValidationError, ValueError: it cannot be read so.
    """
    # as documented, which is nearly always so; leniency may then take its time
    with contextlib.suppress(*_UNREADABLE):
        return msgspec.convert(value, kind.whole)
    if _is_nothing(value) and (kind.optional or kind.item is not None):
        return None if kind.optional else []
    holds_objects = kind.struct is not None or kind.item is not None
    if holds_objects and isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        value = msgspec.json.decode(value)  # JSON inside of text
    if kind.item is not None and isinstance(value, list):
        return _items(typing.cast("list[object]", value), kind, path, found)
    if kind.struct is not None and kind.item is None and isinstance(value, dict):
        return _object(kind.struct, typing.cast("object", value), path, found)
    return _scalar(value, kind)


def _items(value: list[object], kind: _Kind, path: str, found: Counter[str]) -> list[Any]:
    """The items that can be read; an empty one of another type is nothing, and left out."""
    read: list[Any] = []
    item_kind, where = _kind(kind.item), f"{path}[]"
    for item in value:
        if kind.struct is not None and not _is_nothing(item) and not _is_list(item):
            read.append(_object(kind.struct, item, where, found))
            continue
        with contextlib.suppress(*_UNREADABLE):
            read.append(_member(item, item_kind, where, found))
            continue
        if not _is_nothing(item):
            found[f"{where} holds {_named(item)} that does not fit"] += 1
    return read


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_nothing(value: object) -> bool:
    return (
        value is None
        or value in ([], {})
        or (isinstance(value, str) and value.strip() in _EMPTY_TEXTS)
    )


def _scalar(value: object, kind: _Kind) -> Any:
    if kind.bare is datetime and isinstance(value, str):
        return moments.read(value)
    if kind.bare is str and isinstance(value, bool | int | float):
        # as JSON writes it: Python's `True` is no value that a server knows
        return str(value).lower() if isinstance(value, bool) else str(value)
    return msgspec.convert(value, kind.whole, strict=False)


def _why(error: Exception) -> str:
    """What is wrong with a member; never its value."""
    if isinstance(error, msgspec.ValidationError):
        return str(error).partition(" - at ")[0]
    return "it cannot be read"


def _named(value: object) -> str:
    return _JSON_NAMES.get(type(value).__name__, type(value).__name__)


# -- the same, once inside an object and once beside it --------------------------------------------


class _Twin(NamedTuple):
    """An object inside an answer, all of whose members the answer has itself."""

    name: str
    cls: type[Answer]


@functools.cache
def _twins(cls: type[Answer]) -> tuple[_Twin, ...]:
    """Some servers nest a result, others don't; who has both forms has every member twice."""
    kinds = {field.name: _kind(field.type) for field in msgspec.structs.fields(cls)}
    return tuple(
        _Twin(name, kind.struct)
        for name, kind in kinds.items()
        if kind.struct is not None
        and kind.item is None
        and kind.optional
        and kind.struct.__struct_fields__
        and all(kinds.get(member, kind).optional for member in kind.struct.__struct_fields__)
        and set(kind.struct.__struct_fields__) < set(kinds)
    )


def _even_out(answer: Answer, twin: _Twin) -> None:
    """Have both forms say the same, whichever came."""
    inner: Answer | None = getattr(answer, twin.name, None)
    names = twin.cls.__struct_fields__
    if inner is None:
        beside = {name: getattr(answer, name, None) for name in names}
        if any(value is not None for value in beside.values()):
            setattr(answer, twin.name, twin.cls(**beside))
        return
    for name in names:
        if getattr(answer, name, None) is None and hasattr(inner, name):
            setattr(answer, name, getattr(inner, name))
