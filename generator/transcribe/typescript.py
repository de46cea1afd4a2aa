"""A TypeScript sample → the call it makes, and what its interfaces say of request and answer.

How an interface is read is up to `interfaces`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from generator.problems import Problem, Source
from generator.transcribe.grammar import first_error, segment, text_of, typescript, walk
from generator.transcribe.interfaces import Interfaces
from generator.transcribe.page import METHODS, Row


@dataclass(frozen=True, slots=True)
class Sample:
    """What one `twoslash` block says."""

    method: str
    path: str
    request: tuple[Row, ...]
    answer: tuple[Row, ...]
    answer_kind: str
    status: int
    links: tuple[str, ...]
    remarks: tuple[Problem, ...]


def read(text: str, line: int, file: str) -> Sample | None:
    """The operation that a block describes; None where it makes no call."""
    root = typescript(text)
    found = Interfaces(root, line, file)
    if (error := first_error(root)) is not None:
        place = Source(file, line + error.start_point.row)
        found.remarks.append(
            Problem(place, f"the sample departs from TypeScript at {text_of(error)[:40]!r}")
        )
    call = _call(root)
    if call is None:
        return None
    method, path = call
    answer = found.declared("WellformedResponse")
    rows = tuple(found.members(answer, 0)) if answer is not None else ()
    kind = "json" if rows else ("empty" if answer is not None else _promised(root, method))
    request = found.declared("RequestConfig")
    asked = tuple(found.members(request, 0)) if request is not None else ()
    data = found.declared("JsonDataRequest")
    if data is not None and not any(row.name == "data" for row in asked):
        first = line + data.start_point.row
        asked = (*asked, Row(first, "data", 0, "object", None), *found.members(data, 1))
    return Sample(
        method, path, asked, rows, kind, _status(root), tuple(_links_of(root)), tuple(found.remarks)
    )


def _status(root: Node) -> int:
    """The status that the sample compares the answer's with; 0 where it does not."""
    for node in walk(root, "binary_expression"):
        number = next(walk(node, "number"), None)
        if number is not None and "status" in text_of(node):
            status = int(text_of(number)) if text_of(number).isdecimal() else 0
            return status if 200 <= status < 300 else 0
    return 0


def _links_of(root: Node) -> Iterator[str]:
    """The addresses that the comments name: `@link https://…`."""
    for node in walk(root, "comment"):
        for line in text_of(node).splitlines():
            _, mark, address = line.partition("@link")
            if mark and address.strip().startswith("http"):
                yield address.strip()


def _call(root: Node) -> tuple[str, str] | None:
    """Method and URL of the call, `wxpay.v3.….post(…)`."""
    for node in walk(root, "call_expression"):
        function = node.child_by_field_name("function")
        if function is None or function.type != "member_expression":
            continue
        method = text_of(function.child_by_field_name("property"))
        links = _links(function.child_by_field_name("object"))
        if method in METHODS and links:
            return method, "/" + "/".join(links)
    return None


def _links(node: Node | None) -> list[str]:
    links: list[str] = []
    while node is not None and node.type != "identifier":
        written = (
            next(walk(node.children[-2], "string_fragment"), None)
            if len(node.children) > 1
            else None
        )
        if node.type == "member_expression":
            links.insert(0, segment(text_of(node.child_by_field_name("property"))))
            node = node.child_by_field_name("object")
        elif node.type == "subscript_expression" and written is not None:
            links.insert(0, text_of(written).strip("/"))
            node = node.child_by_field_name("object")
        elif node.type == "call_expression":
            function, argument = (
                node.child_by_field_name("function"),
                next(walk(node, "string_fragment"), None),
            )
            if function is None or argument is None or not text_of(function).endswith(".chain"):
                return []
            links.insert(0, text_of(argument).strip("/"))
            node = function.child_by_field_name("object")
        else:
            return []
    return links if node is not None else []


def _promised(root: Node, method: str) -> str:
    """What the method promises where it is no interface of the sample: `AxiosPromise<string>`."""
    for node in walk(root, "method_signature"):
        if text_of(node.child_by_field_name("name")) == method:
            for arguments in walk(node, "type_arguments"):
                return text_of(arguments).strip("<>").strip() or "empty"
    return "empty"
