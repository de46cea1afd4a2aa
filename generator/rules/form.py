"""The part of OpenAPI 3.1 that is used here: which keys an object may have, and what kind of value
each holds.

What the generator would not carry over is refused, so that nothing gets lost in silence, and every
later stage can rely on what it reads being there. What names and values mean is the business of
the other rules.
"""

from __future__ import annotations

from typing import Any

from generator import names
from generator.problems import Problem
from generator.read.document import METHODS
from generator.read.parse import Map, Seq
from generator.rules.bodies import EXAMPLE, REQUEST, RESPONSE
from generator.rules.index import ADDRESS, INFO, LOWER, SCHEME, SERVER, TAG
from generator.rules.kinds import (
    COUNT,
    DATA,
    FLAG,
    LINE,
    NUMBER,
    TEXT,
    Kind,
    Spot,
    each,
    many,
    matching,
    record,
    reference_to,
    referred,
    unread,
    words,
)


def check(document: Map) -> tuple[Map, list[Problem]]:
    """What of the document is as it should be, and what is wrong with the rest."""
    problems: list[Problem] = []
    kept: Map = _DOCUMENT.or_blank(document, Spot(document.source, "the index", problems))
    return kept, problems


def _addresses(value: Any, spot: Spot) -> Any:
    return (many(ADDRESS) if isinstance(value, Seq) else ADDRESS)(value, spot)


_EVENT = r"[A-Z0-9_.]+"
_ANY_SCHEMA = Kind(lambda value, spot: _SCHEMA(value, spot), unread)  # schemas hold schemas
_NAME = r"[A-Za-z0-9._-]+"
_NAME_FORM = "a name of letters, digits and `.`, `_`, `-`, which a reference can hold"
_FOREIGN_TYPES = {
    **dict.fromkeys(["int", "long", "Integer"], "integer"),
    **dict.fromkeys(["float", "double", "decimal"], "number"),
    **dict.fromkeys(["bool", "Boolean"], "boolean"),
    **dict.fromkeys(["str", "String", "date"], "string"),
    **dict.fromkeys(["datetime", "date-time"], "string, with format: date-time"),
    **dict.fromkeys(["list", "List", "Array"], "array"),
    **dict.fromkeys(["dict", "map", "Object"], "object"),
}
_REMARKS = {
    "description": TEXT,
    "example": DATA,
    "deprecated": FLAG,
    "x-personal-data": FLAG,
    "x-python-name": LOWER,
}
"""What a parameter can say as well as its schema."""
_SCHEMA: Kind = record(
    "a schema",
    {
        "type": words(
            "string", "integer", "number", "boolean", "array", "object", foreign=_FOREIGN_TYPES
        ),
        "title": LINE,
        "format": LINE,
        "pattern": TEXT,
        "contentMediaType": LINE,
        "minLength": COUNT,
        "maxLength": COUNT,
        "minItems": COUNT,
        "maxItems": COUNT,
        "minimum": NUMBER,
        "maximum": NUMBER,
        "default": DATA,
        "enum": many(DATA),
        "x-enum-descriptions": each(LINE),
        "$ref": reference_to("schemas"),
        "allOf": many(referred("schemas")),
        "items": _ANY_SCHEMA,
        "properties": each(_ANY_SCHEMA),
        "required": many(TEXT),
        "dependentRequired": each(many(TEXT)),
        "x-sensitive": FLAG,
        **_REMARKS,
    },
)
_PARAMETER = record(
    "a parameter",
    {
        "name": TEXT,
        "in": words("path", "query", "header"),
        "required": FLAG,
        "schema": _ANY_SCHEMA,
        **_REMARKS,
    },
    required="name in schema",
)
_PAGINATION = record(
    "a pagination",
    {"style": words("token", "offset"), "items": TEXT, "unit": words("page", "item")},
    required="style items",
)
_SECURITY = many(each(many(TEXT)))
_OPERATION_KINDS = {
    "operationId": TEXT,
    "tags": many(LINE),
    "summary": LINE,
    "description": TEXT,
    "externalDocs": record("a link", {"description": LINE, "url": ADDRESS}, required="url"),
    "x-official-docs": each(
        Kind(_addresses, lambda source: ""),
        "merchant|partner|brand|legacy",
        "an audience: merchant, partner, brand, legacy",
    ),
    "x-rate-limit": matching(
        rf"[1-9]\d*/({'|'.join(names.PERIODS)})", "a limit like `500/s` or `100/min`"
    ),
    "x-idempotency-key": TEXT,
    "x-pagination": _PAGINATION,
    "x-at-least-one": many(TEXT),
    "deprecated": FLAG,
    "security": _SECURITY,
    "parameters": many(referred("parameters", _PARAMETER)),
    "requestBody": REQUEST,
    "x-event-aliases": many(matching(_EVENT, "an event type")),
    "x-decrypted-resource": referred("schemas"),
    "x-decrypted-example": DATA,
    "responses": each(referred("responses", RESPONSE), r"[1-5]\d\d", "an HTTP status"),
}
OPERATION_KEYS = list(_OPERATION_KINDS)
"""The keys of an operation, in their order."""
_OPERATION = record(
    "an operation",
    _OPERATION_KINDS,
    required="operationId summary description externalDocs responses",
)
_COMPONENTS = record(
    "the components",
    {
        "schemas": each(_ANY_SCHEMA),  # whose names are those of classes
        "parameters": each(_PARAMETER, _NAME, _NAME_FORM),
        "responses": each(RESPONSE, _NAME, _NAME_FORM),
        "examples": each(EXAMPLE, _NAME, _NAME_FORM),
        "securitySchemes": each(SCHEME, "[a-z]+", "a name of a scheme"),
    },
    required="securitySchemes",
)
_DOCUMENT = record(
    "the index",
    {
        "openapi": matching(r"3\.1\.\d+", "a version of OpenAPI 3.1, like 3.1.0"),
        "info": INFO,
        "servers": many(SERVER),
        "security": _SECURITY,
        "tags": many(TAG),
        "paths": each(
            record("a path", dict.fromkeys(METHODS, _OPERATION)), "/.+", "a path: it begins with /"
        ),
        "webhooks": each(
            record("a callback", {"post": _OPERATION}, required="post"), _EVENT, "an event type"
        ),
        "components": _COMPONENTS,
    },
    required="openapi info servers security tags paths components",
)
