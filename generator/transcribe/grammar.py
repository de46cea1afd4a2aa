"""Sample code → syntax trees, and what every reader of one needs.

Which pieces of a sample say something is up to `php` and `typescript`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import tree_sitter_php
import tree_sitter_typescript
from tree_sitter import Language, Node, Parser

_PHP = Parser(Language(tree_sitter_php.language_php_only()))
_TYPESCRIPT = Parser(Language(tree_sitter_typescript.language_typescript()))


def php(text: str) -> Node:
    """The tree of PHP code without its opening tag."""
    return _PHP.parse(text.encode()).root_node


def typescript(text: str) -> Node:
    """The tree of TypeScript or JavaScript code."""
    return _TYPESCRIPT.parse(text.encode()).root_node


def text_of(node: Node | None) -> str:
    """What is written there."""
    return node.text.decode() if node is not None and node.text is not None else ""


def walk(node: Node, *kinds: str) -> Iterator[Node]:
    """Every node of these kinds, outer ones first, in the order of the text."""
    stack = [node]
    while stack:
        found = stack.pop()
        if found.type in kinds:
            yield found
        stack.extend(reversed(found.children))


def first_error(node: Node) -> Node | None:
    """Where the text first departs from the grammar."""
    return next((each for each in walk(node, "ERROR")), None) or _missing(node)


def _missing(node: Node) -> Node | None:
    stack = [node]
    while stack:
        found = stack.pop()
        if found.is_missing:
            return found
        stack.extend(child for child in reversed(found.children) if child.has_error)
    return None


def segment(name: str) -> str:
    """A link of a chain in a URL: `cardOpen` → `card-open`, `_card_id_` → `{card_id}`."""
    if placeholder := re.fullmatch(r"[_$](\w+?)[_$]", name):
        return f"{{{placeholder[1]}}}"
    return (
        re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).lower() if not name.startswith("{") else name
    )
