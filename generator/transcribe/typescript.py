"""A TypeScript sample → its interfaces as rows, and the call it makes.

Names, nesting, arrays, literals and `?` are all that this form can say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from generator.problems import Problem, Source
from generator.transcribe.grammar import first_error, segment, text_of, typescript, walk
from generator.transcribe.page import METHODS, Row, Words

_UNSAID = frozenset({"null", "undefined"})


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
    found = _Interfaces(root, line, file)
    if (error := first_error(root)) is not None:
        place = Source(file, line + error.start_point.row)
        found.remarks.append(
            Problem(place, f"the sample departs from TypeScript at {text_of(error)[:40]!r}")
        )
    call = _call(root)
    if call is None:
        return None
    method, path = call
    answer = found.named.get("WellformedResponse")
    rows = tuple(found.members(answer, 0)) if answer is not None else ()
    kind = "json" if rows else ("empty" if answer is not None else _promised(root, method))
    request = found.named.get("RequestConfig")
    asked = tuple(found.members(request, 0)) if request is not None else ()
    data = found.named.get("JsonDataRequest")
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


class _Interfaces:
    """The interfaces of a sample, expanded into rows."""

    def __init__(self, root: Node, line: int, file: str) -> None:
        self.line, self.file = line, file
        self.named = {
            text_of(node.child_by_field_name("name")): node
            for node in reversed(
                list(walk(root, "interface_declaration", "type_alias_declaration"))
            )
        }
        self.open: list[str] = []
        self.remarks: list[Problem] = []

    def members(self, node: Node, depth: int) -> Iterator[Row]:
        """The members of an interface or object type, those below them included."""
        name = text_of(node.child_by_field_name("name"))
        if name in self.open:
            self.remark(node, f"`{name}` holds itself")
            return
        self.open.append(name or "{")
        if name:
            for extended in walk(node, "extends_type_clause"):
                for base in extended.named_children:
                    if text_of(base) in self.named:
                        yield from self.members(self.named[text_of(base)], depth)
        body = node.child_by_field_name("body") or node.child_by_field_name("value") or node
        for child in body.named_children:
            if child.type == "property_signature":
                yield from self.member(child, depth)
            elif child.type not in ("comment", "type_identifier", "extends_type_clause"):
                self.remark(child, f"not a member: {text_of(child)[:60]!r}")
        self.open.pop()

    def member(self, node: Node, depth: int) -> Iterator[Row]:
        name = text_of(node.child_by_field_name("name")).strip("'\"")
        annotation = node.child_by_field_name("type")
        optional = any(child.type == "?" for child in node.children)
        kind, body, enum = self.kind(annotation.named_children[0]) if annotation else ("", None, ())
        if not kind:
            self.remark(node, f"`{name}` has no type")
        limits = (("format", "date-time"),) if "Date" in kind.split(" | ") else ()
        row = Row(
            self.line + node.start_point.row,
            name,
            depth,
            kind,
            False if optional else None,
            Words(enum=enum, limits=limits),
        )
        yield row
        if body is not None:
            yield from self.members(body, depth + 1)

    def kind(self, node: Node) -> tuple[str, Node | None, tuple[str, ...]]:
        """The type as a word, the node that holds its members, its values where it is literals."""
        if node.type == "parenthesized_type":
            return self.kind(node.named_children[0])
        if node.type == "array_type":
            kind, body, enum = self.kind(node.named_children[0])
            return f"{kind}[]", body, enum
        if node.type == "tuple_type":
            parts = [self.kind(part) for part in node.named_children]
            return (f"{parts[0][0]}[]", parts[0][1], parts[0][2]) if parts else ("array", None, ())
        if node.type == "generic_type" and text_of(node).startswith(("Array<", "ReadonlyArray<")):
            kind, body, enum = self.kind(next(walk(node, "type_arguments")).named_children[0])
            return f"{kind}[]", body, enum
        if node.type == "object_type":
            return "object", node, ()
        if node.type == "literal_type":
            return self.literal(node)
        if node.type == "union_type":
            return self.union(node)
        if node.type == "type_identifier" and text_of(node) in self.named:
            target = self.named[text_of(node)]
            if target.type == "interface_declaration":
                return "object", target, ()
            value = target.child_by_field_name("value")
            return self.kind(value) if value is not None else ("", None, ())
        return " ".join(text_of(node).split()), None, ()

    def literal(self, node: Node) -> tuple[str, Node | None, tuple[str, ...]]:
        text = text_of(node)
        if text[:1] in "'\"`":
            return "string", None, (text[1:-1],)
        kind = "boolean" if text in ("true", "false") else "number"
        return (text, None, ()) if text in _UNSAID else (kind, None, (text,))

    def union(self, node: Node) -> tuple[str, Node | None, tuple[str, ...]]:
        parts = [self.kind(part) for part in node.named_children]
        parts = [part for part in parts if part[0] not in _UNSAID]
        kinds = list(dict.fromkeys(kind for kind, _, _ in parts))
        bodies = [body for _, body, _ in parts if body is not None]
        whole = all(enum for _, _, enum in parts)
        enum = (
            tuple(dict.fromkeys(value for _, _, values in parts for value in values))
            if whole
            else ()
        )
        if len(bodies) > 1:
            self.remark(node, "alternatives of several objects; the members of the first are read")
        return " | ".join(kinds), bodies[0] if bodies else None, enum

    def remark(self, node: Node, text: str) -> None:
        self.remarks.append(Problem(Source(self.file, self.line + node.start_point.row), text))
