"""Answers bent as servers bend them: the same content in other forms, drawn by Hypothesis.

A bend never changes what an answer says, so that the bent one must read like the straight one.
"""

from __future__ import annotations

import copy
import importlib
import json
import pkgutil
import re
import types
import typing
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import wechatpay_marketing
from hypothesis import strategies as st
from wechatpay_marketing._runtime.answer import Answer
from wechatpay_marketing._runtime.operation import Operation, load_type
from wechatpay_marketing.webhooks import EVENTS


def operations() -> dict[str, Operation[Any]]:
    """Every operation of the package, by its id."""
    modules = pkgutil.walk_packages(wechatpay_marketing.__path__, "wechatpay_marketing.")
    resources = [name for _, name, is_package in modules if not is_package and "._" not in name]
    return {
        value.id: value
        for name in resources
        if not name.endswith(("__main__", "pytest_plugin"))
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, Operation)
    }


OPERATIONS = operations()
EXAMPLES = json.loads((Path(wechatpay_marketing.__path__[0]) / "_examples.json").read_text("utf-8"))
STRAIGHT: list[tuple[type[Answer], dict[str, Any]]] = [
    *(
        (load_type(OPERATIONS[operation["id"]].answer), operation["answer"])
        for operation in EXAMPLES["operations"]
        if operation["answer"]
    ),
    *(
        (EVENTS[event["scheme"], event["event_type"]], event["resource"])
        for event in EXAMPLES["events"]
    ),
]
"""Every type of an answer and of an event, with an example of it."""

Bend = Callable[[], None]
"""Changes a document in one place."""

EMPTY: tuple[Any, ...] = ("", [], {}, "{}", None, " ", "[]")
STRAIGHT_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00"
UNKNOWN = {"undocumented": "x1", "new": [1, {"depth": None}], "券": "é", "": 0.5}


def kind_of(annotation: Any) -> tuple[Any, bool, Any]:
    """What a member is without `None` and limits, whether it is optional, what its items are."""
    union = isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union
    parts = typing.get_args(annotation) if union else (annotation,)
    bare = [part for part in parts if part is not type(None)][-1]
    if typing.get_origin(bare) is typing.Annotated:
        bare = typing.get_args(bare)[0]
    item = typing.get_args(bare)[0] if typing.get_origin(bare) is list else None
    return bare, type(None) in parts, item


def is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Answer)


def times(text: str) -> list[str]:
    """Other spellings of an RFC 3339 time that has an offset of +08:00."""
    spellings = [text.replace("T", " "), text.replace("T", "t"), text.replace("+08:00", " +08:00")]
    if text.endswith("+08:00"):
        plain = text.removesuffix("+08:00")
        spellings += [plain, plain.replace("T", " "), plain + "+0800", plain + "+08"]
        if "." not in plain:
            spellings += [plain + ".+08:00", plain + ".000+08:00", plain + ".000000000+08:00"]
        if plain.endswith(":00"):
            spellings.append(plain.removesuffix(":00") + "+08:00")
        utc = datetime.fromisoformat(text).timestamp()
        if utc.is_integer():
            spellings.append(str(int(utc)))
    return spellings


def forms(value: Any, kind: Any) -> list[Any]:
    """Other forms of one value."""
    if kind is datetime and isinstance(value, str) and re.fullmatch(STRAIGHT_TIME, value):
        return list(times(value))
    if kind is str and isinstance(value, str) and re.fullmatch(r"0|[1-9]\d{0,17}", value):
        return [int(value)]
    if kind in (int, float) and isinstance(value, int) and not isinstance(value, bool):
        return [str(value), float(value)]
    if kind is bool and isinstance(value, bool):
        return [str(value).lower(), int(value), str(int(value))]
    if is_struct(kind) or typing.get_origin(kind) is list:
        return [msgspec.json.encode(value).decode()]
    return []


def bends(document: Any, cls: type[Answer]) -> Iterator[tuple[str, Bend]]:
    """Every bend of the object in `document`, outer ones last, each with what it does."""
    for field in msgspec.structs.fields(cls):
        name, (kind, optional, item) = field.encode_name, kind_of(field.type)
        if name not in document:
            if optional:
                for empty in EMPTY:
                    if not fits(empty, kind):
                        yield "empty", lambda name=name, empty=empty: put(document, name, empty)
            continue
        value = document[name]
        yield from inside(value, kind, item)
        for _ in forms(value, kind):
            yield "form", lambda n=name, k=kind: restate(document, n, k)
    yield "unknown", lambda: document.update(UNKNOWN)


def inside(value: Any, kind: Any, item: Any) -> Iterator[tuple[str, Bend]]:
    """Every bend within an object or a list."""
    if is_struct(kind) and isinstance(value, dict):
        yield from bends(value, kind)
    if item is None or not isinstance(value, list):
        return
    for index, part in enumerate(value):
        if is_struct(item):
            yield from bends(part, item)
        else:
            for form in forms(part, kind_of(item)[0]):
                yield "form", lambda i=index, f=form: put(value, i, f)
    yield "gap", lambda: value.insert(0, None)


def fits(empty: Any, kind: Any) -> bool:
    """Whether an empty value is a genuine one of this type."""
    if kind is str:
        return isinstance(empty, str)
    return (
        isinstance(empty, dict) and (is_struct(kind) or kind is dict or "dict" in str(kind))
    ) or (isinstance(empty, list) and typing.get_origin(kind) is list)


def put(container: Any, key: Any, value: Any) -> None:
    container[key] = value


def restate(document: Any, name: str, kind: Any) -> None:
    # what is inside may have been bent by now
    found = forms(document[name], kind)
    if found:
        document[name] = found[len(str(document)) % len(found)]


@st.composite
def bent(draw: st.DrawFn, cls: type[Answer], straight: dict[str, Any]) -> dict[str, Any]:
    """The answer bent in one to eight places."""
    document = copy.deepcopy(straight)
    places = list(bends(document, cls))
    chosen = draw(st.sets(st.integers(0, len(places) - 1), min_size=1, max_size=8))
    for index in sorted(chosen):  # from the inside to the outside
        places[index][1]()
    return document
