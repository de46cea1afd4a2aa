"""What each generated module imports, grouped and ordered as isort would."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.ir import Field, Import, Model, Operation, Webhook

Groups = tuple[tuple[Import, ...], ...]
"""The imports of a module: standard library, libraries, the package itself; printed with an empty
line between."""


def of_params(product: str, homes: dict[str, str], models: tuple[Model, ...]) -> Groups:
    """The imports of a `params` module."""
    fields = [field for model in models for field in model.own]
    typing = ["Annotated"] * _uses("Annotated[", fields)
    typing += ["NotRequired"] * (not all(field.required for field in fields))
    typing += ["TypedDict"] * any(not model.bases for model in models)
    time = Import(".._runtime.types", ("Time",) * _uses("Time", fields))
    return _grouped(
        [Import("typing", tuple(typing))],
        [Import("msgspec", ("Meta",) * _uses("Meta(", fields))],
        [time, *_of_types(product, homes, models, "params")],
    )


def of_models(product: str, homes: dict[str, str], models: tuple[Model, ...]) -> Groups:
    """The imports of a `models` module."""
    fields = [field for model in models for field in model.own]
    base = Import(".._runtime.answer", ("Answer",) * any(not model.bases for model in models))
    return _grouped(
        [Import("datetime", ("datetime",) * _uses("datetime", fields))],
        [base, *_of_types(product, homes, models, "models")],
    )


def _of_types(
    product: str, homes: dict[str, str], models: tuple[Model, ...], kind: str
) -> Iterator[Import]:
    """Modules of enums, and what the models hold or extend of other products."""
    fields = [field for model in models for field in model.own]
    enums = {homes[field.type.enum] for field in fields if field.type.enum}
    yield Import(".", ("enums",) * (product in enums))
    yield from (
        Import(f"..{home}", (f"enums as {home}_enums",)) for home in sorted(enums - {product})
    )
    shapes = {field.type.shape for field in fields if field.type.shape} | {
        base for model in models for base in model.bases
    }
    for home in sorted({homes[shape] for shape in shapes} - {product}):
        yield Import(
            f"..{home}.{kind}", tuple(sorted(shape for shape in shapes if homes[shape] == home))
        )


def of_annotations(
    product: str, homes: dict[str, str], operations: tuple[Operation, ...]
) -> Groups:
    """What the annotations of a resource module need: never loaded, only read by type checkers."""
    fields = [
        field for operation in operations for field in (*operation.positional, *operation.keywords)
    ]
    paged = [operation.pagination for operation in operations if operation.pagination]
    abstract = (
        *("AsyncIterator", "Iterator") * bool(paged),
        *("Sequence",) * _uses("Sequence[", fields),
    )
    runtime = [
        Import(
            ".._runtime.answer",
            ("NoContent",) * any(not operation.answer_shape for operation in operations),
        ),
        Import(".._runtime.options", ("CallOptions",)),
        Import(
            ".._runtime.types",
            ("FileSource",) * any(operation.upload for operation in operations)
            + ("Time",) * _uses("Time", fields),
        ),
    ]
    answers = [operation.answer_shape for operation in operations] + [
        pagination.item.shape for pagination in paged
    ]
    used = {(homes[field.type.shape], "params") for field in fields if field.type.shape}
    used |= {(homes[field.type.enum], "enums") for field in fields if field.type.enum}
    used |= {(homes[shape], "models") for shape in answers if shape}
    foreign = [
        Import(
            f"..{home}",
            tuple(
                f"{module} as {home}_{module}" for owner, module in sorted(used) if owner == home
            ),
        )
        for home in sorted({home for home, _ in used} - {product})
    ]
    own = Import(".", tuple(module for owner, module in sorted(used) if owner == product))
    return _grouped([Import("collections.abc", abstract)], [*runtime, *foreign, own])


def of_calls(operations: tuple[Operation, ...]) -> Groups:
    """What a resource module loads."""
    styles = sorted(
        {operation.pagination.style for operation in operations if operation.pagination}
    )
    walks = tuple(f"by_{style}{suffix}" for style in styles for suffix in ("", "_async"))
    local = [
        Import(".._runtime.operation", ("Operation",)),
        Import(".._runtime.pagination", walks),
        Import(".._runtime.resource", ("AsyncResource", "Awaited", "Resource")),
    ]
    return _grouped([Import("typing", ("TYPE_CHECKING",))], local)


def of_webhooks(webhooks: tuple[Webhook, ...]) -> Groups:
    """The types that callbacks carry."""
    homes = sorted({webhook.home for webhook in webhooks})
    local = [
        Import("._runtime.callbacks", ("AsyncWebhooks", "Webhooks")),
        Import("._runtime.events", ("Acknowledgement", "AnyEvent", "Event", "EventTypes")),
        *(
            Import(f".{home}.models", tuple(sorted({w.shape for w in webhooks if w.home == home})))
            for home in homes
        ),
    ]
    return _grouped(local)


def _grouped(*groups: list[Import]) -> Groups:
    """The groups without imports of nothing, and without empty groups."""
    kept = (tuple(part for part in group if part.names) for group in groups)
    return tuple(group for group in kept if group)


def _uses(text: str, fields: Iterable[Field]) -> bool:
    word = rf"\b{re.escape(text)}(?!(?<=\w)\w)"
    return any(re.search(word, field.type.annotation) for field in fields)
