"""What a row is in JSON: type, values, rules, and the wire form by which equal shapes are known."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter
from typing import Any

from generator.transcribe.page import Node, Row

Signature = Any
"""The wire form of a shape, without its words: equal shapes have equal signatures."""
_TYPES = {
    **dict.fromkeys(
        ("integer", "int", "int32", "int64", "long", "uint", "uint32", "uint64"), "integer"
    ),
    **dict.fromkeys(("number", "float", "double"), "number"),
    **dict.fromkeys(("boolean", "bool"), "boolean"),
    **dict.fromkeys(("object", "dict", "map", "json"), "object"),
    **dict.fromkeys(("string", "string | date", "date", "datetime", "array"), "string"),
}
"""The words of pages for types."""
_WHOLE = re.compile(
    r"(?:amount|count|num|number|total|quantity|limit|offset|price|fee|size|version|timestamp"
    r"|refund|day|time|second|minute|seq|index|rate|level|age|max|min)s?$"
    r"|^(?:max|min|total|count)_"
)
"""Names of whole numbers: interfaces have no other word than `number` for them."""
_WORD = re.compile(r"[\w.:/+-]+")
_KEYWORDS = {
    "array": ("maxItems",),
    "string": ("minLength", "maxLength", "format"),
    "integer": ("minimum", "maximum"),
    "number": ("minimum", "maximum"),
}


def is_known(row: Row) -> bool:
    """Whether the page's word for the type is one that is known."""
    return row.word in _TYPES


def kind(row: Row) -> str:
    """The JSON type of a row, or of the items of a list; text where the word is not known."""
    found = _TYPES.get(row.word, "string")
    if row.words.enum and found in ("number", "integer"):
        whole = all(re.fullmatch(r"-?\d{1,18}", value) for value in row.words.enum)
        return "integer" if whole else "string"
    if found == "number" and (_WHOLE.search(row.name) or dict(row.words.limits).get("unit")):
        return "integer"
    return found


def is_of_its_type(row: Row) -> bool:
    """Whether the values of a row fit the word for its type."""
    plain = kind(replace(row, words=replace(row.words, enum=())))
    return kind(row) == plain or {kind(row), plain} <= {"integer", "number"}


def values(row: Row) -> tuple[str, ...]:
    """The values of a row that can be an enum: words, of text or whole numbers."""
    if kind(row) not in ("string", "integer"):
        return ()
    return row.words.enum if all(_WORD.fullmatch(value) for value in row.words.enum) else ()


def limits(row: Row, *, sent: bool) -> dict[str, Any]:
    """The rules of a row as keywords; an answer is not checked, only read."""
    keys = _KEYWORDS.get("array" if row.is_list else kind(row), ())
    return {
        key: value for key, value in row.words.limits if key in keys and (sent or key == "format")
    }


def signature(nodes: tuple[Node, ...], *, sent: bool) -> Signature:
    """The wire form of an object with these members; what is sent encrypted is told apart."""
    return object_of([(node.row.name, _member(node, sent=sent)) for node in nodes])


def said(nodes: tuple[Node, ...], *, required: bool) -> frozenset[str]:
    """The members at any depth that are said to be required, or said not to be, by their path."""
    found: set[str] = set()
    for node in nodes:
        name = node.row.name
        if node.row.required is required:
            found.add(name)
        if not (node.row.encoded or node.row.encrypted):
            found.update(f"{name}.{inner}" for inner in said(node.children, required=required))
    return frozenset(found)


def object_of(members: list[tuple[str, Signature]]) -> Signature:
    return ("object", tuple(sorted(members, key=itemgetter(0))))


def enum_of(values: tuple[Any, ...]) -> Signature:
    return ("enum", tuple(sorted(str(value) for value in values)))


def _member(node: Node, *, sent: bool) -> Signature:
    item = _item(node, sent=sent)
    return ("array", item) if node.row.is_list else item


def _item(node: Node, *, sent: bool) -> Signature:
    row = node.row
    if row.encrypted == "rsa" and sent:
        return "sensitive"
    if node.children and not row.encoded and not row.encrypted:
        return signature(node.children, sent=sent)
    return enum_of(values(row)) if values(row) else kind(row)
