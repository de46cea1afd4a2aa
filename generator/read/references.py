"""What in a document is a reference, and where a value in it was written.

Following references from file to file is up to `bundle`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.problems import Source
from generator.read.parse import Map, Seq

DATA_KEYS = frozenset(
    {"example", "value", "default", "const", "enum", "x-decrypted-example", "x-enum-descriptions"}
)
"""Keywords whose value is data: a `$ref` inside is not a reference."""
NAME_MAPS = frozenset(
    {"properties", "responses", "examples", "schemas", "parameters", "paths", "webhooks"}
)
NAME_MAPS |= {"content", "dependentRequired", "encoding", "securitySchemes"}
"""Keywords whose value maps names the author chose, which may be spelled like keywords."""


def references(node: Any, *, names: bool = False) -> Iterator[Map]:
    """Every reference object in a node, in order; data that merely looks like one is none."""
    if isinstance(node, Seq):
        for part in node:
            yield from references(part)
    elif isinstance(node, Map):
        if not names and isinstance(node.get("$ref"), str):
            yield node
        for key, part in node.items():
            if names or key not in DATA_KEYS:
                # names, spelled like keywords or not, are one level deep: keywords follow again
                yield from references(part, names=not names and key in NAME_MAPS)


def source_of(node: Any, pointer: Iterable[str | int], source: Source) -> Source:
    """Where the value under `pointer` was written, or the closest thing around it; the node itself
    was written at `source`."""
    for step in pointer:
        if isinstance(node, Map) and isinstance(step, str) and step in node:
            source, node = node.at(step), node[step]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            source, node = node.sources[step], node[step]
        else:
            break
    return source
