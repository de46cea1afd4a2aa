# Copied from templates/runtime/_runtime/secret.py by `make generate`; do not edit.
"""What must not be seen: keys, and texts that hold personal data.

Error trackers and debuggers print the values that every frame of a traceback holds. A key is
therefore handed on as a `Secret` and revealed only inside the expression that needs it; long bytes
that have to stay bytes are `Veiled`. What is secret, and what is done with it, is not decided here.
"""

from __future__ import annotations

from typing import Generic, NoReturn, TypeVar, cast

T_co = TypeVar("T_co", covariant=True)


class Secret(Generic[T_co]):
    """A value that does not show: not in `repr`, not in text, not in a pickle.

    Wherever a key is expected, a `Secret` with the key inside will do as well.
    """

    __slots__ = ("_value",)

    def __init__(self, value: T_co) -> None:
        self._value = value

    def reveal(self) -> T_co:
        """The value itself. Don't bind it to a name: tracebacks show the locals of frames."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not pickled: read it from where it is kept, in every process")


class Veiled(bytes):
    """Bytes like any others, but for `repr`: a signed message, a plaintext, a body."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes, not shown>"


def hide(value: T_co | Secret[T_co]) -> Secret[T_co]:
    """The value as a `Secret`, whether it is one already or not."""
    if isinstance(value, Secret):
        return cast("Secret[T_co]", value)
    return Secret(value)
