"""The part of OpenAPI 3.1 that is used here: which keys an object may have, and what kind of value
each holds.

What the generator would not carry over is refused, so that nothing gets lost in silence, and every
later stage can rely on what it reads being there. What names and values mean is the business of
the other rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.problems import Problem, Source
from generator.read.parse import Map, Seq

Form = Callable[[Any, Source], Iterator[Problem]]
"""What is wrong with a value that was written at a place."""


def check(document: Map) -> Iterator[Problem]:
    """Every value that is not of the kind it should be."""
    return _DOCUMENT(document, document.source)


# -- kinds of values -------------------------------------------------------------------------------


def _data(value: Any, place: Source) -> Iterator[Problem]:
    """Anything: an example, or what only the validators look at."""
    return iter(())


def _a(kind: type | tuple[type, ...], what: str) -> Form:
    def form(value: Any, place: Source) -> Iterator[Problem]:
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            yield Problem(place, f"{what} is expected here")

    return form


_text, _flag, _count, _number = (
    _a(str, "text"),
    _a(bool, "true or false"),
    _a(int, "a whole number"),
    _a((int, float), "a number"),
)


def _line(value: Any, place: Source) -> Iterator[Problem]:
    """Text that becomes a heading, a row or a link."""
    if not isinstance(value, str) or not value.strip() or "\n" in value:
        yield Problem(place, "one line of text is expected here")


def _matching(pattern: str, what: str) -> Form:
    def form(value: Any, place: Source) -> Iterator[Problem]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield Problem(place, f"{what} is expected here, not {value!r}")

    return form


def _word(*words: str) -> Form:
    return _matching("|".join(words), " or ".join(f"`{word}`" for word in words))


def _many(form: Form) -> Form:
    def many(value: Any, place: Source) -> Iterator[Problem]:
        if not isinstance(value, Seq):
            yield Problem(place, "a list is expected here")
            return
        for part, where in zip(value, value.places, strict=True):
            yield from form(part, where)

    return many


def _each(form: Form, name: str = r"(?s:.+)", what: str = "name") -> Form:
    """A mapping from names the author chose."""

    def each(value: Any, place: Source) -> Iterator[Problem]:
        if not isinstance(value, Map):
            yield Problem(place, "a mapping is expected here")
            return
        for key, part in value.items():
            if not re.fullmatch(name, key):
                yield Problem(value.at(key), f"{key!r} is no {what}")
            yield from form(part, value.at(key))

    return each


def _record(name: str, kinds: Mapping[Form, str], *, required: str = "") -> Form:
    """A mapping with keys that are given: for every kind of value, which."""
    forms = {key: form for form, keys in kinds.items() for key in keys.split()}

    def record(value: Any, place: Source) -> Iterator[Problem]:
        if not isinstance(value, Map):
            yield Problem(place, f"{name} is expected here")
            return
        missing = {key for key in required.split() if value.get(key) in (None, "")}
        yield from (Problem(value.at(key), f"`{key}` is missing") for key in missing)
        for key, part in value.items():
            if key not in forms:
                yield Problem(value.at(key), f"`{key}` is not used in {name}")
            elif key not in missing:
                yield from forms[key](part, value.at(key))

    return record


def _referred(section: str, form: Form | None = None) -> Form:
    """A reference to a definition, or the thing itself where it has a form."""

    def referred(value: Any, place: Source) -> Iterator[Problem]:
        if form and not (isinstance(value, Map) and "$ref" in value):
            yield from form(value, place)
        elif not isinstance(value, Map) or list(value) != ["$ref"]:
            yield Problem(place, f"only a $ref into {section}/ is expected here")
        else:
            yield from _target(section)(value["$ref"], value.at("$ref"))

    return referred


def _target(section: str) -> Form:
    def target(value: Any, place: Source) -> Iterator[Problem]:
        if not str(value).startswith(f"#/components/{section}/"):
            yield Problem(place, f"a $ref into {section}/ is expected here")

    return target


# -- the objects of OpenAPI ------------------------------------------------------------------------


def _schema(value: Any, place: Source) -> Iterator[Problem]:
    return _SCHEMA(value, place)  # schemas hold schemas


def _addresses(value: Any, place: Source) -> Iterator[Problem]:
    return (_many(_ADDRESS) if isinstance(value, Seq) else _ADDRESS)(value, place)


_EVENT_TYPE = _matching(r"[A-Z0-9_.]+", "an event type")
_ADDRESS = _matching(r"https://[\w.-]+(/[\w./?=&%#~+-]*)?", "an https address")
_SCHEMA = _record(
    "a schema",
    {
        _word("string", "integer", "number", "boolean", "array", "object"): "type",
        _text: "description pattern",
        _line: "title format contentMediaType",
        _flag: "deprecated x-personal-data x-sensitive",
        _count: "minLength maxLength minItems maxItems",
        _number: "minimum maximum",
        _data: "default example",
        _schema: "items",
        _target("schemas"): "$ref",
        _each(_schema): "properties",
        _each(_line): "x-enum-descriptions",
        _each(_many(_text)): "dependentRequired",
        _many(_text): "required",
        _many(_data): "enum",
        _many(_referred("schemas")): "allOf",
    },
)
_PARAMETER = _record(
    "a parameter",
    {
        _word("path", "query"): "in",
        _text: "name description",
        _flag: "required deprecated x-personal-data",
        _schema: "schema",
        _data: "example",
    },
    required="name in schema",
)
_EXAMPLE = _record(
    "an example", {_line: "summary", _text: "description", _data: "value"}, required="value"
)
_MEDIA = _record(
    "a body",
    {
        _referred("schemas"): "schema",
        _each(_referred("examples", _EXAMPLE)): "examples",
        _data: "example encoding",
    },
    required="schema",
)
_CONTENT = _each(
    _MEDIA,
    "application/json|multipart/form-data",
    "kind of body: application/json, multipart/form-data",
)
_REQUEST = _record(
    "a request", {_text: "description", _flag: "required", _CONTENT: "content"}, required="content"
)
_RESPONSE = _record(
    "an answer", {_text: "description", _CONTENT: "content"}, required="description"
)
_PAGINATION = _record(
    "a pagination",
    {_word("token", "offset"): "style", _text: "items", _word("page", "item"): "unit"},
    required="style items",
)
_SECURITY = _many(_each(_data))
_IDENTITY = _record(
    "an identity",
    {
        _line: "caller",
        _matching(r"[a-z][a-z0-9_]*", "a name in lower case"): "id key",
        _matching(r"/[a-z0-9/-]+/", "the beginning of a path, up to a slash,"): "path",
        _flag: "certificates",
    },
    required="caller id path key certificates",
)
_SCHEME = _record(
    "a security scheme",
    {
        _word("http"): "type",
        _matching(r"[A-Z0-9-]+", "the word that opens the Authorization header"): "scheme",
        _text: "description",
        _IDENTITY: "x-identity",
    },
    required="type scheme x-identity",
)
_OPERATION = _record(
    "an operation",
    {
        _text: "operationId description x-idempotency-key",
        _line: "summary x-rate-limit",
        _flag: "deprecated",
        _many(_line): "tags",
        _record("a link", {_line: "description", _ADDRESS: "url"}, required="url"): "externalDocs",
        _each(
            _addresses,
            "merchant|partner|brand|legacy",
            "audience: merchant, partner, brand, legacy",
        ): "x-official-docs",
        _PAGINATION: "x-pagination",
        _SECURITY: "security",
        _many(_referred("parameters", _PARAMETER)): "parameters",
        _REQUEST: "requestBody",
        _referred("schemas"): "x-decrypted-resource",
        _data: "x-decrypted-example",
        _many(_EVENT_TYPE): "x-event-aliases",
        _each(_referred("responses", _RESPONSE), r"[1-5]\d\d", "HTTP status"): "responses",
    },
    required="operationId summary description externalDocs responses",
)
_INFO = _record(
    "the information",
    {_line: "title summary version", _text: "description", _data: "license contact"},
    required="title version description",
)
_COMPONENTS = _record(
    "the components",
    {
        _each(_schema): "schemas",
        _each(_PARAMETER): "parameters",
        _each(_RESPONSE): "responses",
        _each(_EXAMPLE): "examples",
        _each(_SCHEME, "[a-z]+", "name of a scheme"): "securitySchemes",
    },
    required="securitySchemes",
)
_DOCUMENT = _record(
    "the index",
    {
        _text: "openapi",
        _INFO: "info",
        _many(_data): "servers",
        _SECURITY: "security",
        _many(_record("a tag", {_line: "name description"}, required="name description")): "tags",
        _each(_record("a path", {_OPERATION: "get post put patch delete"}), "/.+", "path"): "paths",
        _each(
            _record("a callback", {_OPERATION: "post"}, required="post"),
            r"[A-Z0-9_.]+",
            "event type",
        ): "webhooks",
        _COMPONENTS: "components",
    },
    required="openapi info servers security tags paths",
)
