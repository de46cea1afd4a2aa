"""TypeScript interfaces → rows.

Names, nesting, arrays, literals and `?` are all that this form can say; what a type says beyond
that is remarked upon.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node

from generator.problems import Problem, Source
from generator.transcribe.grammar import text_of, walk
from generator.transcribe.page import Row, Words

_UNSAID = frozenset({"null", "undefined"})
_LISTS = frozenset({"Array", "ReadonlyArray"})
_SAME = frozenset({"Readonly", "Required", "Partial"})
"""Types whose members are those of the type they are given."""
_FREE = frozenset({"Record", "Map"})
"""Objects whose members have no names."""
_AROUND = frozenset({"AxiosRequestConfig"})
"""What the HTTP library of the site brings, and no request of an API has."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a type is."""

    word: str
    holders: tuple[Node, ...] = ()
    """What declares its members."""
    enum: tuple[str, ...] = ()
    partial: bool = False
    """Whether each of its members can be left out."""

    def listed(self) -> _Kind:
        return replace(self, word=f"({self.word})[]" if " | " in self.word else f"{self.word}[]")


class Interfaces:
    """The declarations of a sample, expanded into rows."""

    def __init__(self, root: Node, line: int, file: str) -> None:
        self.line, self.file = line, file
        self.named: dict[str, list[Node]] = {}
        kinds = ("interface_declaration", "type_alias_declaration", "enum_declaration")
        for node in walk(root, *kinds):
            self.named.setdefault(text_of(node.child_by_field_name("name")), []).append(node)
        self.open: list[str] = []
        self.remarks: list[Problem] = []

    def declared(self, name: str) -> Node | None:
        """What is declared under a name; the first of several."""
        found = self.named.get(name, [])
        if len(found) > 1:
            self.remark(found[1], f"`{name}` is declared twice; the first one is read")
        return found[0] if found else None

    def members(self, node: Node, depth: int, *, partial: bool = False) -> Iterator[Row]:
        """The members of an interface or object type, those below them included."""
        name = text_of(node.child_by_field_name("name"))
        if name in self.open:
            self.remark(node, f"`{name}` holds itself")
            return
        self.open.append(name or "{")
        yield from self.inherited(node, depth)
        body = node.child_by_field_name("body") or node.child_by_field_name("value") or node
        for child in body.named_children:
            if child.type == "property_signature":
                yield from self.member(child, depth, partial=partial)
            elif child.type == "index_signature":
                self.remark(child, f"other members may be there: {text_of(child)!r}")
            elif child.type not in ("comment", "type_identifier", "extends_type_clause"):
                self.remark(child, f"not a member: {text_of(child)[:60]!r}")
        self.open.pop()

    def inherited(self, node: Node, depth: int) -> Iterator[Row]:
        """The members of what an interface extends."""
        clauses = [child for child in node.children if child.type == "extends_type_clause"]
        for base in (base for clause in clauses for base in clause.named_children):
            named = base.child_by_field_name("name") if base.type == "generic_type" else base
            name = text_of(named)
            if name in _AROUND:
                continue
            if named is not base:
                self.remark(base, f"`{text_of(base)}` takes types, which are not read")
            if (found := self.declared(name)) is not None:
                yield from self.members(found, depth)
            else:
                self.remark(base, f"`{name}` is not on the page, nor are the members it brings")

    def member(self, node: Node, depth: int, *, partial: bool) -> Iterator[Row]:
        name = text_of(node.child_by_field_name("name")).strip("'\"")
        annotation = node.child_by_field_name("type")
        optional = partial or any(child.type == "?" for child in node.children)
        kind = self.kind(annotation.named_children[0]) if annotation else _Kind("")
        if kind is None:
            assert annotation is not None
            self.remark(
                node, f"`{name}` has a type that is not read: {text_of(annotation)[1:61].strip()!r}"
            )
            kind = _Kind(" ".join(text_of(annotation).lstrip(": ").split()))
        elif not kind.word:
            self.remark(node, f"`{name}` has no type")
        limits = (("format", "date-time"),) if "Date" in kind.word.split(" | ") else ()
        yield Row(
            self.line + node.start_point.row,
            name,
            depth,
            kind.word,
            False if optional else None,
            Words(enum=kind.enum, limits=limits),
        )
        for holder in kind.holders:
            yield from self.members(holder, depth + 1, partial=kind.partial)

    def kind(self, node: Node) -> _Kind | None:
        """What a type is; None where rows cannot say it."""
        match node.type:
            case "parenthesized_type" | "readonly_type":
                return self.kind(node.named_children[0])
            case "array_type" | "tuple_type":  # of a tuple, the first says what the others are
                first = node.named_children[:1]
                return _listed(self.kind(first[0])) if first else _Kind("array")
            case "generic_type":
                return self.generic(node)
            case "object_type":
                free = all(child.type == "index_signature" for child in node.named_children)
                return _Kind("object", () if free else (node,))
            case "literal_type" | "template_literal_type":
                return _literal(node)
            case "union_type":
                return self.union(node)
            case "intersection_type":
                return self.intersection(node)
            case "type_identifier":
                return self.named_kind(node)
            case "predefined_type" | "nested_type_identifier":
                return _Kind(text_of(node))
        return None

    def named_kind(self, node: Node) -> _Kind | None:
        name = text_of(node)
        target = self.declared(name)
        if target is None:
            return _Kind(name)
        if target.type == "interface_declaration":
            return _Kind("object", (target,))
        if target.type == "enum_declaration":
            return _enumeration(target)
        value = target.child_by_field_name("value")
        if value is None or name in self.open:
            return None
        self.open.append(name)
        found = self.kind(value)
        self.open.pop()
        return found

    def generic(self, node: Node) -> _Kind | None:
        name = text_of(node.child_by_field_name("name"))
        arguments = next(walk(node, "type_arguments")).named_children
        if name in _FREE:
            return _Kind("object")
        if name in _LISTS and arguments:
            return _listed(self.kind(arguments[0]))
        found = self.kind(arguments[0]) if name in _SAME and arguments else None
        return replace(found, partial=name == "Partial") if found else None

    def union(self, node: Node) -> _Kind | None:
        parts = [self.kind(part) for part in node.named_children]
        said = [part for part in parts if part and part.word not in _UNSAID]
        if None in parts or not said:
            return None
        holders = [part.holders for part in said if part.holders]
        if len(holders) > 1:
            self.remark(node, "alternatives of several objects; the members of the first are read")
        values = [value for part in said for value in part.enum]
        return _Kind(
            " | ".join(dict.fromkeys(part.word for part in said)),
            holders[0] if holders else (),
            tuple(dict.fromkeys(values)) if all(part.enum for part in said) else (),
            any(part.partial for part in said),
        )

    def intersection(self, node: Node) -> _Kind | None:
        """The members of all parts, where all are objects."""
        parts = [self.kind(part) for part in node.named_children]
        if any(part is None or part.word != "object" or part.partial for part in parts):
            return None
        return _Kind("object", tuple(holder for part in parts if part for holder in part.holders))

    def remark(self, node: Node, text: str) -> None:
        self.remarks.append(Problem(Source(self.file, self.line + node.start_point.row), text))


def _listed(kind: _Kind | None) -> _Kind | None:
    return kind.listed() if kind else None


def _literal(node: Node) -> _Kind | None:
    text = text_of(node)
    if text in _UNSAID:
        return _Kind(text)
    if text[:1] in "'\"`":
        return None if "${" in text else _Kind("string", enum=(text[1:-1],))
    return _Kind("boolean" if text in ("true", "false") else "number", enum=(text,))


def _enumeration(node: Node) -> _Kind:
    """The values of an `enum`, which counts where none is given."""
    values: list[str] = []
    following, texts = 0, False
    for member in node.children_by_field_name("body")[0].named_children:
        given = member.child_by_field_name("value")
        text = text_of(given) if given is not None else str(following)
        texts = texts or text[:1] in "'\""
        values.append(text.strip("'\""))
        following = int(values[-1]) + 1 if values[-1].isdecimal() else following + 1
    return _Kind("string" if texts else "number", enum=tuple(values))
