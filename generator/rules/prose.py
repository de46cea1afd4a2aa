"""The rules of this house about texts: those that can be said in a rule, and are not a matter of
taste.

Rules as `rules` describes them. Characters that nobody sees are refused where a text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.problems import Problem, Source
from generator.read.document import every_operation
from generator.read.parse import Map, Seq
from generator.read.references import DATA_KEYS

_CROWDED = re.compile(r"[一-鿿][A-Za-z0-9`]|[A-Za-z0-9`][一-鿿]")
_CODE = re.compile(r"`[^`]*`")


def _sentences(document: Map) -> Iterator[Problem]:
    """An operation is described in sentences, under a heading that is none."""
    for operation in every_operation(document):
        if (text := operation["description"]) and not text.strip().endswith("。"):
            yield Problem(operation.at("description"), "a description ends with 。")
        if operation["summary"].endswith("。"):
            yield Problem(operation.at("summary"), "a summary is a heading, without 。")


def _texts(document: Map) -> Iterator[Problem]:
    """A text of several sentences ends like one, and keeps Chinese and Latin letters apart by a
    space."""
    for text, source in _told(document, document.source):
        if "。" in text and not text.endswith("。") and "\n" not in text:
            yield Problem(source, "a text of several sentences ends with 。")
        if crowded := _CROWDED.search(_CODE.sub("`", text)):
            yield Problem(source, f"a space is missing in {crowded[0]!r}")


def _told(node: Any, source: Source) -> Iterator[tuple[str, Source]]:
    """Every summary, description and meaning of an enum value with its source; examples are data
    and left out."""
    if isinstance(node, Seq):
        for part, at in node.placed():
            yield from _told(part, at)
    elif isinstance(node, Map):
        for key, part in node.items():
            if key in ("description", "summary") and isinstance(part, str):
                yield part, node.at(key)
            elif key == "x-enum-descriptions" and isinstance(part, Map):
                yield from ((text, part.at(value)) for value, text in part.items())
            elif key not in DATA_KEYS:
                yield from _told(part, node.at(key))


RULES = (_sentences, _texts)
