"""Document → the bundle as other tools read it: plain values, in the spellings they know.

What viewers show beside it is added when it is printed.
"""

from __future__ import annotations

from typing import Any

from generator.read.document import members
from generator.read.parse import Map


def published(document: Map) -> Any:
    """The document in plain values."""

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(part) for part in node]
        if not isinstance(node, dict):
            return node
        found = {key: plain(part) for key, part in node.items()}
        # other tools take the explanations as a list beside the values
        if "enum" in found and isinstance(found.get("x-enum-descriptions"), dict):
            found["x-enum-descriptions"] = list(found["x-enum-descriptions"].values())
        # an object in a query is JSON text, which OpenAPI calls content
        schema = node.get("schema")
        if node.get("in") == "query" and isinstance(schema, Map) and members(document, schema):
            found["content"] = {"application/json": {"schema": found.pop("schema")}}
        return found

    return plain(document)
