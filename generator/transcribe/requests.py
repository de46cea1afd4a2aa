"""What an operation of a page sends → parameters and body as OpenAPI says them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.transcribe import kinds
from generator.transcribe.examples import Examples, upload
from generator.transcribe.fitting import placeholders
from generator.transcribe.page import (
    BODIES,
    CLIENT_HEADERS,
    PLACES,
    Described,
    LeftOpen,
    Node,
    nested,
)
from generator.transcribe.shapes import Ref, Schema, Shapes
from generator.transcribe.texts import label
from generator.transcribe.yamltext import Noted

_OPTIONS = frozenset({"sink", "stream", "debug", "responseType", "timeout"})
"""Top-level rows that set up the HTTP library of the site's language."""


_PARTS, _META = ("meta", "file"), ("filename", "sha256")
"""The parts of an upload, and the members of the first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the shapes of an operation go: their file, and what their names begin with."""

    home: str
    prefix: str
    title: str


class Request:
    """What one operation sends; what the page leaves open is added to `left_open`."""

    def __init__(
        self, described: Described, shapes: Shapes, place: Place, left_open: LeftOpen
    ) -> None:
        self.described, self.shapes, self.place = described, shapes, place
        self.left_open = left_open
        self.examples = Examples(shapes, described.sample)
        self.nodes = nested(described.request)

    def parameters(self) -> list[Any]:
        """Path parameters in the order of the path, then those of the query and the headers."""
        path = self.described.path
        by_name = {node.row.name: node for node in self.nodes}
        found = [self.parameter(name, "path", by_name.get(name)) for name in placeholders(path)]
        for node in self.nodes:
            name = node.row.name
            if name in PLACES:
                found += [
                    self.parameter(child.row.name, PLACES[name], child)
                    for child in node.children
                    if child.row.name not in CLIENT_HEADERS
                ]
            elif f"{{{name}}}" not in path and name not in BODIES and name not in _OPTIONS:
                what = f"`{name}` is neither in the path nor in query, headers or body"
                self.left_open.append((node.row.line, what))
        return found

    def parameter(self, name: str, place: str, node: Node | None) -> Any:
        found: dict[str, Any] = {"name": name, "in": place}
        if place == "path" or (node and node.row.required):
            found["required"] = True
        if node is None:
            found |= {"description": self.shapes.labels.called(name), "schema": {"type": "string"}}
            todo = f"a label; the page does not list `{name}`"
        else:
            text, todo = self.shapes.labels.of(node.row)
            if node.row.encrypted:
                text = f"{text}，以微信支付公钥加密后的 Base64 文本"
            schema: Any = {"type": "string"}
            if not _fits(node, place):
                todo = f"the type {node.row.type!r} (line {node.row.line} of the page)"
            else:
                schema = self.shapes.type(node, self.place.prefix, self.place.home, sent=True)
            if not isinstance(schema, Ref):
                schema |= kinds.limits(node.row, sent=True)
            found |= {"description": text, "schema": schema}
        sample = self.described.sample
        group = sample.get({"query": "query", "header": "headers"}.get(place, ""), sample)
        given = group.get(name) if isinstance(group, dict) else None
        shown = self.examples.of(found["schema"], given, name)
        found["example"] = "example" if place == "header" and not str(shown).isascii() else shown
        return Noted(found, todo) if todo else found

    def body(self) -> dict[str, Any]:
        """The body; nothing where there is none, or its members are not said."""
        node = next((node for node in self.nodes if node.row.name in BODIES), None)
        if node is None:
            return {}
        if node.row.is_list or not node.children:
            self.left_open.append((node.row.line, f"the members of `{node.row.name}`"))
            return {}
        if _is_upload(node):
            return self.upload(node) if _is_whole(node) else self.not_an_upload(node)
        name, text = f"{self.place.prefix}Request", label(f"{self.place.title}的请求")
        schema = self.shapes.named(node.children, name, self.place.home, text, sent=True)
        given = self.described.sample.get(node.row.name, self.described.sample)
        media = {"schema": Ref(schema.name), "example": self.examples.of(schema, given)}
        return {"required": True, "content": {"application/json": media}}

    def upload(self, node: Node) -> dict[str, Any]:
        """`meta` and `file`: only the first is signed."""
        name = self.shapes.free(f"{self.place.prefix}Request", self.place.home)
        properties: dict[str, Any] = {}
        for child in sorted(self.sent(node, _PARTS), key=lambda child: not child.children):
            text, todo = self.shapes.labels.of(child.row)
            part: Any = {"type": "string", "description": text}
            if child.children:
                meta, home = f"{self.place.prefix}Meta", self.place.home
                shape = self.shapes.named(self.sent(child, _META), meta, home, text, sent=True)
                part, todo = Ref(shape.name, description=text), ""
            elif child.row.name == "file":
                part["format"] = "binary"
            properties[child.row.name] = Noted(part, todo) if todo else part
        needed = [name for name in _PARTS if name in properties]
        text = label(f"{self.place.title}的请求")
        schema: Schema = {"type": "object", "description": text, "required": needed}
        schema["properties"] = properties
        signature = ("upload", name)
        self.shapes.register(name, self.place.home, schema, signature, frozenset(needed))
        media = {
            "schema": Ref(name),
            "encoding": {"meta": {"contentType": "application/json"}},
            "example": upload(self.examples.of(schema, self.described.sample)),
        }
        return {"required": True, "content": {"multipart/form-data": media}}

    def not_an_upload(self, node: Node) -> dict[str, Any]:
        what = "an upload of `meta` (`filename`, `sha256`) and `file` is expected"
        self.left_open.append((node.row.line, what))
        return {}

    def sent(self, node: Node, names: tuple[str, ...]) -> tuple[Node, ...]:
        """The members that the client sends, whatever the page lists."""
        for child in node.children:
            if child.row.name not in names:
                what = f"`{child.row.name}` is not sent by an upload"
                self.left_open.append((child.row.line, what))
        return tuple(child for child in node.children if child.row.name in names)


def _fits(node: Node, place: str) -> bool:
    """Whether a parameter can be of this type at this place."""
    row = node.row
    holds = bool(node.children) and not (row.encoded or row.encrypted)
    if holds or kinds.kind(row) == "object":
        return place == "query" and holds and not row.is_list
    return place == "query" or not row.is_list


def _is_whole(node: Node) -> bool:
    """Whether an upload has all its parts, those of `meta` being texts."""
    held = {child.row.name: child for child in node.children}
    texts = {
        child.row.name
        for child in (held["meta"].children if "meta" in held else ())
        if kinds.kind(child.row) == "string" and not child.row.is_list and not child.children
    }
    return "file" in held and texts.issuperset(_META)


def _is_upload(node: Node) -> bool:
    words = node.row.words
    held = {child.row.name for child in node.children}
    return "multipart" in words.label + words.rest + node.row.type or "file" in held
