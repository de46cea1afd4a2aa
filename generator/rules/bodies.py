"""The form of bodies: of what kinds they are, and which keys their parts have.

Kinds as `kinds` describes them; what of a body the client can send and read is up to `wire`.
"""

from __future__ import annotations

from typing import Any

from generator.read.parse import Map
from generator.rules.kinds import (
    DATA,
    FLAG,
    LEFT_OUT,
    LINE,
    TEXT,
    Kind,
    Spot,
    each,
    record,
    referred,
    words,
)

EXAMPLE = record(
    "an example", {"summary": LINE, "description": TEXT, "value": DATA}, required="value"
)
_MEDIA = record(
    "a body",
    {
        "schema": referred("schemas"),
        "example": DATA,
        "examples": each(referred("examples", EXAMPLE)),
        "encoding": each(record("an encoding", {"contentType": words("application/json")})),
    },
    required="schema",
)
_CONTENT = each(
    _MEDIA,
    "application/json|multipart/form-data",
    "a kind of body: application/json, multipart/form-data",
)
REQUEST = record(
    "a request",
    {"description": TEXT, "required": FLAG, "content": _CONTENT},
    required="content",
)
_FILE = record(
    "a file",
    {
        "schema": record(
            "the schema of a file",
            {"type": words("string"), "format": words("binary"), "description": TEXT},
            required="type format",
        ),
        "example": TEXT,
    },
    required="schema",
)


def _answered(value: Any, spot: Spot) -> Any:
    """JSON, or a file of any other kind."""
    if isinstance(value, Map) and len(value) > 1:
        spot.wrong("an answer is of one kind")
        return LEFT_OUT
    if isinstance(value, Map) and "application/json" not in value:
        return each(_FILE, r"[a-z]+/[a-z0-9.+-]+", "a kind of file, such as text/csv")(value, spot)
    return each(_MEDIA)(value, spot)


_ANSWERED = Kind(_answered, lambda place: Map(place, whole=False))
RESPONSE = record("an answer", {"description": TEXT, "content": _ANSWERED}, required="description")
