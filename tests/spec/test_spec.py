"""The specification itself: faithful to the documentation, complete with valid examples, and
written in one style."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from generator.read import bundle
from generator.read.document import callbacks, contents, operations, parameters, resolve
from generator.read.parse import Map

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared"

SPEC = bundle.load(ROOT / "spec")
REGISTRY: Any = Registry().with_resource(
    "spec:", DRAFT202012.create_resource({"components": SPEC["components"]})
)
OPERATIONS = [
    pytest.param(operation, id=operation["operationId"]) for _, _, operation in operations(SPEC)
]
EVENTS = [pytest.param(operation, id=event) for event, operation in callbacks(SPEC)]


def test_the_spec_says_what_the_documentation_says(tmp_path: Path) -> None:
    """Every field of every operation and callback against the facts that were gathered from pages
    and SDKs."""
    tool = FACTS / "tools" / "compare_facts.py"
    if not tool.is_file():
        pytest.skip("the facts are not here: ../shared/tools/compare_facts.py")
    written = tmp_path / "openapi.json"
    written.write_text(json.dumps(SPEC), "utf-8")
    done = subprocess.run(
        [sys.executable, tool, written, "--all"],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stderr == ""
    *differences, counts = done.stdout.splitlines()
    assert differences == []
    assert counts.startswith("100 operations and webhooks")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_parameter_request_and_answer_has_an_example_that_fits(operation: Map) -> None:
    for parameter in parameters(SPEC, operation):
        assert "example" in parameter, parameter["name"]
        assert mismatches(parameter["example"], parameter["schema"]) == []
    for whose, media, _ in contents(SPEC, operation):
        found = list(examples(media))
        assert found, f"no example of the {whose} body"
        for example in found:
            assert mismatches(example, media["schema"]) == []


@pytest.mark.parametrize("operation", EVENTS)
def test_every_event_has_an_envelope_and_a_content_that_fit(operation: Map) -> None:
    ((_, media, _),) = contents(SPEC, operation)
    for envelope in examples(media):
        assert mismatches(envelope, media["schema"]) == []
    assert mismatches(operation["x-decrypted-example"], operation["x-decrypted-resource"]) == []


def test_the_digest_in_an_upload_example_is_that_of_its_file() -> None:
    uploads = [
        media["example"]
        for _, _, operation in operations(SPEC)
        for _, media, _ in contents(SPEC, operation)
        if "encoding" in media
    ]
    assert uploads
    for upload in uploads:
        assert upload["meta"]["sha256"] == hashlib.sha256(upload["file"].encode()).hexdigest()


@pytest.mark.parametrize("operation", [*OPERATIONS, *EVENTS])
def test_an_operation_is_described_in_sentences(operation: Map) -> None:
    assert operation["description"].endswith("。")
    assert not operation["summary"].endswith("。")


def test_a_text_of_several_sentences_ends_like_one() -> None:
    assert [
        text
        for text in texts(SPEC)
        if "。" in text and not text.endswith("。") and "\n" not in text
    ] == []


def test_chinese_and_latin_letters_are_kept_apart() -> None:
    crowded = re.compile(r"[一-鿿][A-Za-z0-9`]|[A-Za-z0-9`][一-鿿]")
    outside_code = re.compile(r"`[^`]*`")
    assert [text for text in texts(SPEC) if crowded.search(outside_code.sub("`", text))] == []


def examples(media: Map) -> Iterator[Any]:
    """The examples of a body."""
    if "example" in media:
        yield media["example"]
    for example in media.get("examples", {}).values():
        yield resolve(SPEC, example)["value"]


def mismatches(value: Any, schema: Map) -> list[str]:
    """Where the value does not fit the schema."""
    inside = {**schema, "$ref": f"spec:{schema['$ref']}"} if "$ref" in schema else schema
    validator = Draft202012Validator(inside, registry=REGISTRY, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]


def texts(node: Any) -> Iterator[str]:
    """Every summary, description and meaning of an enum value; examples are data and left out."""
    if isinstance(node, list):
        for part in node:
            yield from texts(part)
    elif isinstance(node, dict):
        for key, part in node.items():
            if key in ("description", "summary") and isinstance(part, str):
                yield part
            elif key == "x-enum-descriptions":
                yield from part.values()
            elif key not in bundle.DATA_KEYS or key == "x-decrypted-resource":
                yield from texts(part)
