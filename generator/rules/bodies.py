"""Bodies: of what kinds they are, and what of them the client can send and read.

Kinds as `kinds` describes them, rules as `rules` does. What schemas may say is up to `schemas`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.problems import Problem
from generator.read.document import callbacks, contents, members, operations, resolve
from generator.read.parse import Map
from generator.rules.kinds import (
    DATA,
    FLAG,
    LINE,
    TEXT,
    Kind,
    Spot,
    each,
    record,
    referred,
    unread,
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
    "a request", {"description": TEXT, "required": FLAG, "content": _CONTENT}, required="content"
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
        return spot.wrong("an answer is of one kind")
    if isinstance(value, Map) and "application/json" not in value:
        return each(_FILE, r"[a-z]+/[a-z0-9.+-]+", "a kind of file, such as text/csv")(value, spot)
    return each(_MEDIA)(value, spot)


_ANSWERED = Kind(_answered, unread)
RESPONSE = record("an answer", {"description": TEXT, "content": _ANSWERED}, required="description")


def _decrypted(document: Map) -> Iterator[Problem]:
    """Nothing is marked as encrypted that the client receives: it does not decrypt members."""
    received = [
        media["schema"]
        for _, _, operation in operations(document)
        for whose, media, _ in contents(document, operation)
        if whose != "request"
    ]
    held = [operation.get("x-decrypted-resource") for _, operation in callbacks(document)]
    received += filter(None, held)
    seen: set[int] = set()
    while received:
        schema = resolve(document, received.pop())
        if id(schema) in seen:
            continue
        seen.add(id(schema))
        parts = members(document, schema)
        received += [*parts.values(), *([schema["items"]] if "items" in schema else [])]
        advice = "leave x-sensitive out, and say in the description what it is encrypted for"
        for name, part in parts.items():
            if part.get("x-sensitive"):
                told = f"`{name}` is received, and stays encrypted: {advice}"
                yield Problem(part.at("x-sensitive"), told)


def _uploads(document: Map) -> Iterator[Problem]:
    """An upload has the parts `file` and `meta`, and `meta` what the client can say of a file."""
    for _, _, operation in operations(document):
        content = operation.get("requestBody", {}).get("content", {})
        media = content.get("multipart/form-data") if len(content) == 1 else None
        if media is None or not (parts := members(document, media["schema"])).whole:
            continue
        owners = [(parts, {"file", "meta"})]
        if "meta" in parts:
            owners.append((members(document, parts["meta"]), {"filename", "sha256"}))
        for owner, known in owners:
            for name in owner.keys() - known:
                told = f"`{name}` is not sent by an upload: only {', '.join(sorted(known))}"
                yield Problem(owner.at(name), told)
            for name in known - owner.keys():
                yield Problem(media.at("schema"), f"an upload needs `{name}`")


RULES = (_decrypted, _uploads)
