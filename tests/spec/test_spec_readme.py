"""spec/README.md says what the spec is: its worked example and its list of extensions are held
against the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

<<<<<<< HEAD
from generator.read import bundle
from generator.read.document import callbacks, members, operations, parameters, resolve
from generator.read.parse import Map
=======
>>>>>>> main
from generator.rules.operations import OPERATION_KEYS
from generator.transcribe.naming import proposed

SPEC = Path(__file__).parents[2] / "spec"
README = (SPEC / "README.md").read_text("utf-8")


@pytest.mark.parametrize("quoted", re.findall(r"```yaml\n(.*?)```", README, re.DOTALL))
def test_the_worked_example_is_quoted_from_the_spec(quoted: str) -> None:
    assert any(quoted in path.read_text("utf-8") for path in SPEC.rglob("*.yaml"))


def test_every_extension_in_use_is_explained() -> None:
    explained = re.findall(r"^\| `(x-[A-Za-z-]+)` \|", README, re.MULTILINE)
    used = {
        key
        for path in SPEC.rglob("*.yaml")
        for key in re.findall(r"\b(x-[A-Za-z-]+):", path.read_text("utf-8"))
    }
    assert used <= set(explained)
    assert len(set(explained)) == len(explained)


def test_the_order_of_keys_is_the_one_that_lint_demands() -> None:
    assert ", ".join(OPERATION_KEYS) in " ".join(README.split())
<<<<<<< HEAD


def expected_table() -> str:
    """The rows in the order of openapi.yaml: the operations, then the callbacks."""
    document = bundle.load(SPEC)
    rows = [
        f"| `{operation['operationId']}` | {method.upper()} | `{path}` | {operation['summary']} |"
        for path, method, operation in operations(document)
    ]
    rows += [
        f"| `{operation['operationId']}` | callback | `{event}` | {operation['summary']} |"
        for event, operation in callbacks(document)
    ]
    return "\n".join(
        ["| operationId | HTTP | path | summary |", "| --- | --- | --- | --- |", *rows, ""]
    )


def test_the_rules_of_naming_give_the_stated_share_of_our_names() -> None:
    """What a draft would be called, without what it learns from our own paths."""
    document = bundle.load(SPEC)
    right = [
        operation["operationId"]
        for path, method, operation in operations(document)
        if str(proposed(path, method, operation["summary"], lists=lists(document, operation)))
        == operation["operationId"]
    ]
    assert "give more than nine tenths of the operation names below" in README
    assert len(right) > 0.9 * len(list(operations(document)))


def lists(document: Map, operation: Map) -> bool:
    """Whether an operation answers a list: there is one, and it is paged or the title says so."""
    answer = next(part for status, part in operation["responses"].items() if status[0] == "2")
    media = resolve(document, answer).get("content", {}).get("application/json")
    held = members(document, media["schema"]).values() if media else ()
    paged = {part["name"] for part in parameters(document, operation)} & {"offset", "page_size"}
    listed = any(resolve(document, part).get("type") == "array" for part in held)
    return listed and (bool(paged) or "列表" in operation["summary"])
=======
>>>>>>> main
