"""The rules by which a draft proposes names, against the names that were authored."""

from __future__ import annotations

from workshop import ROOT

from generator.read import bundle
from generator.read.document import members, operations, parameters, resolve
from generator.read.parse import Map
from generator.transcribe.naming import proposed


def test_the_rules_give_most_of_our_names() -> None:
    """Without what a draft learns from the paths that are there already."""
    document = bundle.load(ROOT / "spec")
    found = [
        (operation["operationId"], path, method, operation)
        for path, method, operation in operations(document)
    ]
    right = [
        name
        for name, path, method, operation in found
        if str(proposed(path, method, operation["summary"], lists=_lists(document, operation)))
        == name
    ]
    stated = "give more than nine tenths of our operation names"
    assert stated in (ROOT / "spec" / "README.md").read_text("utf-8")
    assert len(right) > 0.9 * len(found)


def _lists(document: Map, operation: Map) -> bool:
    """Whether an operation answers a list: there is one, and it is paged or the title says so."""
    answer = next(part for status, part in operation["responses"].items() if status[0] == "2")
    media = resolve(document, answer).get("content", {}).get("application/json")
    held = members(document, media["schema"]).values() if media else ()
    paged = {part["name"] for part in parameters(document, operation)} & {"offset", "page_size"}
    listed = any(resolve(document, part).get("type") == "array" for part in held)
    return listed and (bool(paged) or "列表" in operation["summary"])
