# Copied from templates/runtime/_runtime/urls.py by `make generate`; do not edit.
"""Path and query: arguments filled in and percent-encoded, exactly as they are signed and sent."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast
from urllib.parse import quote

from .errors import ValidationError
from .json_body import encode

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_HEADER = re.compile(r"[\x20-\x7e]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@functools.cache
def placeholders(path: str) -> frozenset[str]:
    """The names in braces in a path template."""
    return frozenset(_PLACEHOLDER.findall(path))


def fill(path: str, values: Mapping[str, object], what: str) -> str:
    """The path template with its placeholders filled in, percent-encoded.

    Raises:
        ValidationError: a value is missing, or would make another path of it.
    """

    def encoded(match: re.Match[str]) -> str:
        name = match[1]
        filled = "" if values.get(name) is None else text(values[name])
        if filled == "":
            raise ValidationError(f"{what}: $.{name} is empty", path=f"$.{name}")
        # dots would lead to another path wherever it is normalized; encoding does not protect them
        if filled in (".", "..") or _CONTROL.search(filled):
            raise ValidationError(
                f"{what}: $.{name} must be text other than `.` and `..` without control characters",
                path=f"$.{name}",
            )
        return _quoted(filled, name, what)

    return _PLACEHOLDER.sub(encoded, path)


def with_query(path: str, query: Mapping[str, object], what: str = "request") -> str:
    """The path and, where there are parameters, `?` and the percent-encoded query.

    A list is given item by item under the same name, an object as JSON text.

    Raises:
        ValidationError: a value that is not Unicode text, a number, a flag, or made of these.
    """
    pairs = [
        f"{_quoted(name, name, what)}={_quoted(_query_text(part, name, what), name, what)}"
        for name, value in query.items()
        if value is not None
        for part in _items(value)
    ]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def _items(value: object) -> Sequence[object]:
    if isinstance(value, str | bytes | bytearray) or not isinstance(value, Sequence):
        return (value,)
    return cast("Sequence[object]", value)


def _query_text(value: object, name: str, what: str) -> str:
    if isinstance(value, Mapping):
        return encode(cast("Mapping[str, object]", value), what).decode()
    if not isinstance(value, str | int | float | datetime):
        problem = f"must be text, a number or a flag, found {type(value).__name__}"
        raise ValidationError(f"{what}: $.{name} {problem}", path=name)
    return text(value)


def header(value: object, name: str, what: str) -> str:
    """The value of a header.

    Raises:
        ValidationError: it holds characters that cannot be sent in one.
    """
    found = text(value)
    if not _HEADER.fullmatch(found):
        raise ValidationError(
            f"{what}: $.{name} must be printable ASCII text, to be sent in a header",
            path=f"$.{name}",
        )
    return found


def _quoted(text: str, name: str, what: str) -> str:
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValidationError(
            f"{what}: $.{name} holds half of a surrogate pair", path=f"$.{name}"
        ) from None


def text(value: object) -> str:
    """One value of a path, a query or a header as WeChat Pay reads it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, datetime) else str(value)
