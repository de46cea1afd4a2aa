"""What a page implies about an operation: whether it lists, is paged, has a request number."""

from __future__ import annotations

import re

from generator.transcribe import kinds
from generator.transcribe.page import BODIES, PLACES, Described, LeftOpen, Node, nested

_REQUEST_NUMBER = re.compile(r"\w*request_no|Idempotency-Key")
_PAGES = frozenset({"offset", "limit", "page_token", "page_size"})


def is_list(described: Described) -> bool:
    """Whether the operation lists things."""
    if not any(row.depth == 0 and row.is_list for row in described.answer):
        return False
    paged = _PAGES & _parameters(described).keys()
    alone = sum(row.depth == 0 for row in described.answer) == 1
    return bool(paged) or alone or re.search(r"列表|批量|所有|全部", described.title) is not None


def request_number(described: Described) -> str:
    """The member or parameter that tells a repetition from a new request."""
    if described.method == "get":
        return ""
    body = [
        child
        for node in nested(described.request)
        if node.row.name in BODIES
        for child in node.children
    ]
    given = (*body, *_parameters(described).values())
    texts = (node.row.name for node in given if _is_plain_text(node))
    return next((name for name in texts if _REQUEST_NUMBER.fullmatch(name)), "")


def pagination(described: Described, left_open: LeftOpen) -> dict[str, str]:
    """How the pages of a list are walked, where parameters and answer have what it takes."""
    given = _parameters(described)
    answer = {node.row.name: node for node in nested(described.answer)}
    lists = [n for n, node in answer.items() if node.row.is_list and node.children]
    if described.method != "get" or len(lists) != 1:
        return {}
    if _is(given, "page_token", "string") and _is(answer, "next_page_token", "string"):
        return {"style": "token", "items": lists[0]}
    if _is(given, "offset", "integer") and _is(answer, "total_count", "integer"):
        words = given["offset"].row.words
        said = words.label + words.rest
        if "页" in said:
            return {"style": "offset", "items": lists[0], "unit": "page"}
        if re.search(r"偏移|起始|位置", said):
            return {"style": "offset", "items": lists[0], "unit": "item"}
        left_open.append((0, "x-pagination: whether `offset` counts pages or items"))
    return {}


def _is_plain_text(node: Node) -> bool:
    """Whether any text will do."""
    row = node.row
    more = row.is_list or node.children or row.words.enum or "format" in dict(row.words.limits)
    return kinds.kind(row) == "string" and not more


def _is(nodes: dict[str, Node], name: str, kind: str) -> bool:
    """Whether there is such a member, not required where it is a parameter's."""
    if name not in nodes:
        return False
    row = nodes[name].row
    return kinds.kind(row) == kind and not (row.required and name in _PAGES)


def _parameters(described: Described) -> dict[str, Node]:
    """The parameters beside those of the path, by name."""
    return {
        child.row.name: child
        for node in nested(described.request)
        if node.row.name in PLACES
        for child in node.children
    }
