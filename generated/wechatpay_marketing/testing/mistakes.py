# Copied from templates/runtime/testing/mistakes.py by `make generate`; do not edit.
"""What a person mistypes in a script: names close to a documented one are refused.

Names unlike all documented ones pass, since WeChat Pay adds members and codes of its own; whole
bodies and functions are never looked into.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from typing import Any, cast, get_args

import msgspec

from .._runtime.operation import load_type
from .examples import ExampleOperation
from .outcome import STATUS_OF_CODE
from .script import Fault, Step

_ALIKE = 0.8
"""How much of a name must be right for it to be taken for a slip."""


def check_step(operation: str, step: Step, known: Mapping[str, ExampleOperation]) -> None:
    """Refuse a step with a misspelt name in it.

    Raises:
        ValueError: It says which, and what was probably meant.
    """
    if operation != "*" and operation not in known:
        raise ValueError(f"no operation {operation!r}{did_you_mean(operation, known, alike=0.6)}")
    if step.fault is not None and step.fault not in get_args(Fault):
        raise ValueError(f"no fault {step.fault!r}; there are {', '.join(get_args(Fault))}")
    codes = {error.code for each in known.values() for error in each.errors} | set(STATUS_OF_CODE)
    if step.error and step.error not in codes and (hint := did_you_mean(step.error, codes)):
        raise ValueError(f"no operation documents the code {step.error!r}{hint}")
    answer = step.answer
    if answer is None or isinstance(answer, bytes) or callable(answer):
        return
    if operation != "*" and (step.status or 200) < 300:
        check_members(answer, known[operation].answer_type)


def check_callback(fault: str | None) -> None:
    """Refuse a fault that no callback can have: it would go out unspoilt.

    Raises:
        ValueError: It says which there are.
    """
    faults = [name for name in get_args(Fault) if name not in ("connect", "drop")]
    if fault is not None and fault not in faults:
        raise ValueError(f"no callback has the fault {fault!r}; there are {', '.join(faults)}")


def check_members(given: Mapping[str, Any], reference: str | None) -> None:
    """Refuse misspelt members of an answer or an event whose type is known.

    Raises:
        ValueError: It says which, and what was probably meant.
    """
    if reference is not None:
        _check_object(given, load_type(reference), "")


def did_you_mean(name: str, known: Collection[str], *, alike: float = _ALIKE) -> str:
    """The name that was probably meant, as the end of a sentence; empty where none is close."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=alike)
    return f"; did you mean {close[0]!r}?" if close else ""


def _check_object(given: Mapping[str, object], kind: type[msgspec.Struct], place: str) -> None:
    members = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    for name, value in given.items():
        if name in members:
            _check_value(value, members[name], f"{place}{name}")
        elif hint := did_you_mean(name, members.keys() - given.keys()):
            raise ValueError(f"{kind.__name__} has no member {place + name!r}{hint}")


def _check_value(value: object, kind: Any, place: str) -> None:
    if isinstance(value, list):
        for index, part in enumerate(cast("list[object]", value)):
            _check_value(part, kind, f"{place}[{index}]")
    elif isinstance(value, Mapping) and (struct := _struct_in(kind)):
        _check_object(cast("Mapping[str, object]", value), struct, f"{place}.")


def _struct_in(kind: Any) -> type[msgspec.Struct] | None:
    """The object type in an annotation such as `list[X] | None`."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    return next(filter(None, map(_struct_in, get_args(kind))), None)
