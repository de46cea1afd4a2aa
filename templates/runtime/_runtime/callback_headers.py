"""The headers of a callback, from the form in which any framework has them. Nothing is verified
here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, cast

HeaderSource: TypeAlias = Mapping[Any, Any] | Iterable[tuple[Any, Any]]
"""The headers of a request as any framework has them: a mapping (names in any case, WSGI's
`HTTP_…` too, values as text, bytes or lists of them) or pairs."""

_WANTED = frozenset(
    f"wechatpay-{name}" for name in ("timestamp", "nonce", "signature", "serial", "signature-type")
)


class GivenTwice(Exception):
    """A header is there with two different values: its name."""


def wanted(headers: HeaderSource) -> dict[str, str]:
    """The headers that matter, names in lower case.

    Raises:
        GivenTwice: One of them has two different values.
        TypeError: These are no headers.
    """
    found: dict[str, str] = {}
    for name, value in _pairs(headers):
        plain = name.lower().replace("_", "-").removeprefix("http-")
        if plain == "request-id":
            found[plain] = value
        elif plain in _WANTED and found.setdefault(plain, value) != value:
            raise GivenTwice(plain.title())
    return found


def _pairs(headers: HeaderSource) -> Iterator[tuple[str, str]]:
    # Not every framework's headers are a Mapping (Werkzeug's are not), but all that are not plain
    # pairs have `items`.
    items = getattr(headers, "items", None)
    pairs: object = items() if callable(items) else headers
    if isinstance(headers, str | bytes) or not isinstance(pairs, Iterable):
        raise _no_headers(headers)
    for pair in cast("Any", pairs):
        try:
            name, values = pair
        except (TypeError, ValueError):
            raise _no_headers(headers) from None
        text = _text(name)
        if text is None or isinstance(pair, str | bytes):
            continue  # WSGI environments hold other things as well
        # One name, several values: the form of AWS API Gateway, and of parsed queries.
        many = cast("Iterable[object]", values) if isinstance(values, list | tuple) else (values,)
        for value in map(_text, many):
            if value is not None:
                yield text, value


def _text(value: object) -> str | None:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if isinstance(value, str) else None


def _no_headers(source: object) -> TypeError:
    return TypeError(
        f"headers must be the headers of the request, as a mapping or pairs, not "
        f"{type(source).__name__}"
    )
