"""A PHP sample → the call it makes: method, URL, and the arguments as data."""

from __future__ import annotations

import json
import re
from typing import Any

from tree_sitter import Node

from generator.transcribe.grammar import php, segment, text_of, walk
from generator.transcribe.page import METHODS, Call

UNKNOWN = object()
"""A value that only running the sample would tell."""
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "$": "$"}


def call(text: str, line: int) -> Call | None:
    """The call that a sample makes; None where it makes none."""
    root = php(text)
    for node in walk(root, "member_call_expression"):
        name = text_of(node.child_by_field_name("name"))
        method = name.removesuffix("Async").lower()
        if method not in METHODS:
            continue
        path = _path(node.child_by_field_name("object"))
        if path is None:
            continue
        arguments = node.child_by_field_name("arguments")
        given = [
            _value(each.named_children[0])
            for each in (arguments.named_children if arguments else ())
            if each.type == "argument" and each.named_children
        ]
        values = given[0] if given and isinstance(given[0], dict) else {}
        return Call(line + node.start_point.row, method, path, values, _status(root))
    return None


def _status(root: Node) -> int:
    """The status that the sample compares the answer's with; 0 where it does not."""
    for node in walk(root, "binary_expression"):
        number = next(walk(node, "integer"), None)
        if number is not None and "getStatusCode" in text_of(node):
            status = int(text_of(number)) if text_of(number).isdecimal() else 0
            return status if 200 <= status < 300 else 0
    return 0


def _path(node: Node | None) -> str | None:
    """The URL that a chain of members, a `chain('…')` or a `['…']` stands for."""
    links: list[str] = []
    while node is not None:
        if node.type == "member_access_expression":
            name = node.child_by_field_name("name")
            if name is None:
                return None
            links.insert(
                0, segment(text_of(name).strip("{}'\"") if name.type != "name" else text_of(name))
            )
            node = node.child_by_field_name("object")
        elif node.type == "member_call_expression":
            if text_of(node.child_by_field_name("name")) != "chain":
                return None
            written = next(walk(node, "string_content"), None)
            links.insert(0, text_of(written).strip("/"))
            node = node.child_by_field_name("object")
        elif node.type == "subscript_expression":
            written = next(walk(node.children[-2], "string_content"), None)
            links.insert(0, text_of(written).strip("/"))
            node = node.named_children[0]
        elif node.type == "variable_name":
            break
        else:
            return None
    return "/" + "/".join(links) if any(links) else None


def _value(node: Node) -> Any:
    kind, text = node.type, text_of(node)
    if kind == "array_creation_expression":
        return _array(node)
    if kind in ("string", "encapsed_string"):
        if any(
            child.type not in ("string_content", "escape_sequence", "'", '"')
            for child in node.children
        ):
            return UNKNOWN
        return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[0]), text[1:-1])
    if kind == "function_call_expression" and re.match(r"\\?json_encode\b", text):
        inner = next(walk(node, "argument"), None)
        value = _value(inner.named_children[0]) if inner and inner.named_children else UNKNOWN
        return json.dumps(value, ensure_ascii=False) if value is not UNKNOWN else UNKNOWN
    if kind == "integer":
        return int(text.replace("_", ""), 10) if text.isdecimal() else UNKNOWN
    if kind == "float":
        return float(text)
    if kind == "unary_op_expression" and re.fullmatch(r"-\d+", text):
        return int(text)
    return {"true": True, "false": False, "null": None}.get(text.lower(), UNKNOWN)


def _array(node: Node) -> Any:
    named: dict[str, Any] = {}
    listed: list[Any] = []
    for element in node.named_children:
        if element.type != "array_element_initializer":
            continue
        parts = [part for part in element.named_children if part.type != "comment"]
        if len(parts) == 2:
            key, value = _value(parts[0]), _value(parts[1])
            if value is not UNKNOWN:
                named[str(key)] = value
        elif parts and (value := _value(parts[0])) is not UNKNOWN:
            listed.append(value)
    return named if named or not listed else listed
