"""What each generated module imports, in the order isort would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ir import Field, Import, Model, Operation


def of_params(product: str, homes: dict[str, str], models: Iterable[Model]) -> Iterator[Import]:
    """The imports of a `params` module."""
    models = list(models)
    fields = [field for model in models for field in model.own]
    typing = ["Annotated"] * _uses("Annotated[", fields)
    typing += ["NotRequired"] * (not all(field.required for field in fields))
    typing += ["TypedDict"] * any(not model.bases for model in models)
    yield Import("typing", tuple(typing))
    yield Import("msgspec", ("Meta",) * _uses("Meta(", fields))
    yield Import(".._runtime.body", ("Time",) * _uses("Time", fields))
    yield from _of_types(product, homes, models, "params")


def of_models(product: str, homes: dict[str, str], models: Iterable[Model]) -> Iterator[Import]:
    """The imports of a `models` module."""
    models = list(models)
    yield Import("datetime", ("datetime",) * _uses("datetime", [field for model in models for field in model.own]))
    yield Import(".._runtime.answer", ("Answer",) * any(not model.bases for model in models))
    yield from _of_types(product, homes, models, "models")


def _of_types(product: str, homes: dict[str, str], models: list[Model], kind: str) -> Iterator[Import]:
    """Enums, and what the models hold or extend of other products."""
    fields = [field for model in models for field in model.own]
    used = {(field.type.enum, "enums") for field in fields} | {(field.type.shape, kind) for field in fields}
    used |= {(base, kind) for model in models for base in model.bases}
    wanted: dict[str, list[str]] = {}
    for name, module in sorted(used):
        if name and (homes[name], module) != (product, kind):
            wanted.setdefault(f".{module}" if homes[name] == product else f"..{homes[name]}.{module}", []).append(name)
    yield from (Import(module, tuple(found)) for module, found in sorted(wanted.items(), reverse=True))


def of_annotations(product: str, homes: dict[str, str], operations: tuple[Operation, ...]) -> Iterator[Import]:
    """What the annotations of a resource module need: never loaded, only read by type checkers."""
    fields = [field for operation in operations for field in (*operation.positional, *operation.keywords)]
    paged = [operation.pagination for operation in operations if operation.pagination]
    yield Import(
        "collections.abc", (*("AsyncIterator", "Iterator") * bool(paged), *("Sequence",) * _uses("Sequence[", fields))
    )
    yield Import(".._runtime.answer", ("NoContent",) * any(not operation.answer_shape for operation in operations))
    yield Import(".._runtime.body", ("Time",) * _uses("Time", fields))
    yield Import(".._runtime.options", ("CallOptions",))
    yield Import(".._runtime.uploads", ("FileSource",) * any(operation.upload for operation in operations))
    answers = [operation.answer_shape for operation in operations] + [pagination.item.shape for pagination in paged]
    used = {(homes[field.type.shape], "params") for field in fields if field.type.shape}
    used |= {(homes[field.type.enum], "enums") for field in fields if field.type.enum}
    used |= {(homes[shape], "models") for shape in answers if shape}
    for home in sorted({home for home, _ in used} - {product}):
        yield Import(
            f"..{home}", tuple(f"{module} as {home}_{module}" for owner, module in sorted(used) if owner == home)
        )
    yield Import(".", tuple(module for owner, module in sorted(used) if owner == product))


def of_pagination(operations: tuple[Operation, ...]) -> Import:
    """The functions that walk the lists of a resource."""
    styles = sorted({operation.pagination.style for operation in operations if operation.pagination})
    return Import(
        ".._runtime.pagination", tuple(f"by_{style}{suffix}" for style in styles for suffix in ("", "_async"))
    )


def _uses(text: str, fields: Iterable[Field]) -> bool:
    return any(text in field.type.annotation for field in fields)
