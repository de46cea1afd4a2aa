"""The examples tell one story: their numbers keep the rules of such numbers, and a page that
follows another one looks like it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.read import bundle
from generator.read.document import callbacks, contents, operations, parameters, resolve

SPEC = bundle.load(Path(__file__).parents[2] / "spec")
OPERATIONS = [(path, operation) for path, _, operation in operations(SPEC)]
PAGED_BY_TOKEN = [
    pytest.param(operation, id=operation["operationId"])
    for _, operation in OPERATIONS
    if operation.get("x-pagination", {}).get("style") == "token"
]
FORMS = {
    "transaction_id": r"42\d{26}",
    "refund_id": r"50\d{27}",
    "openid": r"[0-9A-Za-z_-]{16,28}",
    "sha256": r"[0-9a-f]{64}",
}


def test_numbers_of_wechat_pay_look_genuine() -> None:
    found = defaultdict(set)
    for name, value in leaves():
        found[name].add(value)
    for name, form in FORMS.items():
        assert found[name], f"no example has a {name}"
        assert [value for value in found[name] if not re.fullmatch(form, value)] == []


def test_no_story_is_older_than_the_documentation() -> None:
    times = {value for _, value in leaves() if re.match(r"\d{4}-\d\d-\d\dT", str(value))}
    assert times
    assert [value for value in times if value < "2025"] == []


def test_a_request_number_belongs_to_one_call() -> None:
    """The twins of providers and brands have the same examples, so each of the two counts alone."""
    calls = defaultdict(set)
    for path, operation in OPERATIONS:
        if (key := operation.get("x-idempotency-key")) is None:
            continue
        world = path.split("/")[1]
        for whose, media, _ in contents(SPEC, operation):
            for example in examples(media) if whose == "request" else ():
                calls[world, example[key]].add(operation["operationId"])
    assert calls
    assert {number: ids for number, ids in calls.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("operation", PAGED_BY_TOKEN)
def test_the_total_stands_on_the_first_page_only(operation: Any) -> None:
    """A first page is told by `next_page_token` or by having everything."""
    items = operation["x-pagination"]["items"]
    for whose, media, _ in contents(SPEC, operation):
        for page in examples(media) if whose == "200" else ():
            if "total_count" in page:
                assert "next_page_token" in page or page["total_count"] == len(page[items])


@pytest.mark.parametrize(
    "operation", [pytest.param(each, id=each["operationId"]) for _, each in OPERATIONS]
)
def test_an_answer_is_about_what_was_asked_for(operation: Any) -> None:
    asked = {
        each["name"]: each["example"]
        for each in parameters(SPEC, operation)
        if each["in"] == "path" and each["name"].endswith("_id")
    }
    for whose, media, _ in contents(SPEC, operation):
        for answer in examples(media) if whose == "200" else ():
            for name, value in asked.items():
                assert str(answer.get(name, value)) == str(value)  # some answers have numbers


def leaves() -> Iterator[tuple[str, Any]]:
    """Name and value of everything in the examples of bodies and events."""
    for _, operation in OPERATIONS:
        for _, media, _ in contents(SPEC, operation):
            for example in examples(media):
                yield from inside("", example)
    for _, operation in callbacks(SPEC):
        yield from inside("", operation["x-decrypted-example"])


def examples(media: Any) -> Iterator[Any]:
    """The examples of a body."""
    if "example" in media:
        yield media["example"]
    for example in media.get("examples", {}).values():
        yield resolve(SPEC, example)["value"]


def inside(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Every scalar of a value with the name it stands under."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from inside(key, member)
    elif isinstance(value, list):
        for member in value:
            yield from inside(name, member)
    else:
        yield name, value
