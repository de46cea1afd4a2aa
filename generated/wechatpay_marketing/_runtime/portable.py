# Copied from templates/runtime/_runtime/portable.py by `make generate`; do not edit.
"""Exceptions that come from one process to another as they are, even where only JSON can travel.

Task queues rebuild an exception as `type(error)(*error.args)`, from arguments that were JSON on the
way. Which fields an error has is the business of `errors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

_BYTES = ("utf-8", "surrogateescape")


class Portable(Exception):
    """Has text, and attributes as JSON has them; a subclass ends `__init__` with `_restore`."""

    def __init__(self, message: str = "", state: object = None) -> None:
        super().__init__(message)
        self._restore(state)

    if not TYPE_CHECKING:  # to checkers it stays the attribute that every exception has

        @property
        def args(self) -> tuple[Any, ...]:
            """The text, and the attributes as JSON: what makes the same error anew."""
            return str(self), {name: _leaving(value) for name, value in vars(self).items()}

        @args.setter
        def args(self, value: tuple[Any, ...]) -> None:
            Exception.__init__(self, *value[:1])

    def _restore(self, state: object) -> None:
        """Take over the attributes that another process wrote into `args`; text is none, which
        queues put in the place of what they cannot write."""
        if isinstance(state, Mapping):
            own, arrived = vars(self), cast("Mapping[str, Any]", state)
            own |= {name: _arrived(value, own.get(name)) for name, value in arrived.items()}


def _leaving(value: Any) -> Any:
    return value.decode(*_BYTES) if isinstance(value, bytes) else value


def _arrived(value: Any, default: object) -> Any:
    """The value, of the type that the attribute has."""
    if isinstance(default, bytes) and isinstance(value, str):
        return value.encode(*_BYTES)
    if isinstance(default, tuple):
        return tuple(tuple(part) for part in cast("list[list[Any]]", value))
    return value
