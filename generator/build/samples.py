"""Operations → the one call that the reference shows of each: its arguments, and what is done with
the answer.

What is passed comes from the examples of the spec; how a call is written is up to the templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.ir.calls import Operation
from generator.ir.reference import Call, Use
from generator.ir.types import Field, Model


def call(operation: Operation, models: Mapping[str, Model]) -> Call:
    """The call of an operation from its examples, the arguments in the order of the signature."""
    request = operation.request
    given = [
        (field.name, request.example[field.name])
        for field in request.arguments
        if field.name in request.example
    ]
    arguments = [("file", PurePosixPath("image.png")), *given] if request.upload else given
    use = _use(operation, models)
    start = f"{'answer = ' if use else ''}pay.{operation.id}"
    return Call(start, tuple(arguments), use, needs_path=request.upload)


def _use(operation: Operation, models: Mapping[str, Model]) -> Use | None:
    """What the first example of the answer has: the items of a list that was asked for, else the
    first plain member, a required one before others, else whatever there is."""
    answer = operation.answer
    if not answer.type.shape:
        return None
    example = answer.samples[0].value
    present = [field for field in models[answer.type.shape].fields if field.wire in example]
    lists = [field for field in present if field.type.is_list and field.type.shape]
    plain = [field for field in present if _is_plain(field)]
    if lists and (operation.pagination or not plain):
        return Use(lists[0].name, _plain_first(models[lists[0].type.shape]), not lists[0].required)
    ordered = [*sorted(plain, key=lambda field: not field.required), *present]
    return Use(ordered[0].name) if ordered else None


def _plain_first(model: Model) -> str:
    return next((field.name for field in model.fields if _is_plain(field)), model.fields[0].name)


def _is_plain(field: Field) -> bool:
    return not field.type.shape and not field.type.is_list
