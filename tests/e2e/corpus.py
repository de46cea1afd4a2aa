"""The examples of the specification as calls: what is passed, what must be on the wire, what must
come back.

Read from the bundled `openapi.json`, so that nothing here shares code with the generator or the
client.
"""

from __future__ import annotations

import json
import keyword
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

DOCUMENT: Any = json.loads(
    (Path(__file__).parents[2] / "generated" / "openapi.json").read_text("utf-8")
)
METHODS = ("get", "post", "patch", "put", "delete")


@dataclass(frozen=True)
class Case:
    """One operation with all its examples."""

    id: str
    method: str
    path: str
    """With placeholders, without the leading slash."""
    in_path: dict[str, Any]
    in_query: dict[str, Any]
    requests: list[Any]
    answers: list[Any]
    members: list[str]
    """Of the JSON body, in the order of the documentation."""
    is_upload: bool
    shorthand: bool
    """Whether the place in the chain can be called without naming the HTTP method."""

    @property
    def exchanges(self) -> Iterator[tuple[Any, Any]]:
        """Pairs of request and answer; where there are fewer of one kind, its first stands in."""
        longer = zip_longest(self.requests, self.answers)
        return (
            (self.requests[0] if a is None else a, self.answers[0] if b is None else b)
            for a, b in longer
        )

    @property
    def arguments(self) -> dict[str, Any]:
        return self.in_path | self.in_query

    @property
    def target(self) -> str:
        """Path and query as they have to be sent."""
        path = "/" + self.path
        for name, value in self.in_path.items():
            path = path.replace(f"{{{name}}}", quote(value, safe=""))
        query = "&".join(
            f"{name}={quote(_text(value), safe='')}" for name, value in self.in_query.items()
        )
        return f"{path}?{query}" if query else path

    @property
    def segments(self) -> list[str]:
        """The path as attributes of the chain."""
        names = [part.translate(str.maketrans("{}-", "___")) for part in self.path.split("/")]
        return [f"{name}_" if keyword.iskeyword(name) else name for name in names]


def _text(value: Any) -> str:
    """A value in a query: flags are `true` and `false`."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def resolved(node: Any) -> Any:
    """What a `$ref` points to; keys beside it win."""
    while "$ref" in node:
        target = DOCUMENT
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def _examples(content: Any) -> list[Any]:
    media = next(iter(content.values()), {})
    if "example" in media:
        return [media["example"]]
    return [resolved(example)["value"] for example in media.get("examples", {}).values()]


def _members(schema: Any) -> list[str]:
    schema = resolved(schema)
    inherited = [name for part in schema.get("allOf", []) for name in _members(part)]
    return [*inherited, *schema.get("properties", {})]


def _value(parameter: Any) -> Any:
    """The example of a parameter, or a value that its schema allows."""
    schema = resolved(parameter["schema"])
    if "example" in parameter:
        return parameter["example"]
    if "enum" in schema:
        return schema["enum"][0]
    return (
        20 if schema["type"] == "integer" else f"{parameter['name']}-1"[: schema.get("maxLength")]
    )


def _case(path: str, method: str, item: Any) -> Case:
    operation = item[method]
    parameters = [
        resolved(part) for part in [*item.get("parameters", []), *operation.get("parameters", [])]
    ]
    content = operation.get("requestBody", {}).get("content", {})
    answer = next(
        resolved(part) for status, part in operation["responses"].items() if status.startswith("2")
    )
    others = [name for name in METHODS if name in item and name != method]
    return Case(
        id=operation["operationId"],
        method=method,
        path=path.lstrip("/"),
        in_path={part["name"]: _value(part) for part in parameters if part["in"] == "path"},
        in_query={part["name"]: _value(part) for part in parameters if part["in"] == "query"},
        requests=_examples(content) or [None],
        answers=_examples(answer.get("content", {})) or [None],
        members=_members(next(iter(content.values()))["schema"]) if content else [],
        is_upload="multipart/form-data" in content,
        shorthand=method == "post" or not others,
    )


CASES = [
    _case(path, method, item)
    for path, item in DOCUMENT["paths"].items()
    for method in METHODS
    if method in item
]
CASE = {case.id: case for case in CASES}
CALLBACKS: dict[str, Any] = {event: item["post"] for event, item in DOCUMENT["webhooks"].items()}


def assert_holds(answer: object, example: Any, where: str = "$") -> None:
    """The typed `answer` says what the `example` says, no more and no less."""
    if isinstance(answer, msgspec.Struct):
        fields = {field.encode_name: field.name for field in msgspec.structs.fields(answer)}
        assert set(example) <= set(fields), f"{where}: members without attribute"
        for wire_name, name in fields.items():
            if wire_name in example:
                assert_holds(getattr(answer, name), example[wire_name], f"{where}.{name}")
            elif (other := getattr(answer, name)) is not None:
                # one and the same result, which comes nested or flat and is read alike
                within = [part for part in example.values() if isinstance(part, dict)]
                twin = example if isinstance(other, msgspec.Struct) else within[0][wire_name]
                assert_holds(other, twin, f"{where}.{name}")
    elif isinstance(answer, list):
        assert len(answer) == len(example), where
        for index, (part, expected) in enumerate(zip(answer, example, strict=True)):
            assert_holds(part, expected, f"{where}[{index}]")
    elif isinstance(answer, datetime):
        assert answer.tzinfo is not None, where
        assert answer == datetime.fromisoformat(example), where
    else:
        assert type(answer) is type(example), where
        assert answer == example, where
