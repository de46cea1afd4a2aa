"""An operation of a page → the operation as OpenAPI says it, with its new shapes.

What the page leaves open is marked at its place; nothing is made up but names and examples.
"""

from __future__ import annotations

import re
from typing import Any

from generator import names
from generator.names import class_name
from generator.transcribe import naming
from generator.transcribe.departures import OURS
from generator.transcribe.examples import Examples, upload
from generator.transcribe.links import documentation
from generator.transcribe.naming import Name
from generator.transcribe.page import Described, Node, nested
from generator.transcribe.shapes import Ref, Shapes
from generator.transcribe.texts import label, sentence
from generator.transcribe.yamltext import Noted

_PLACES = {"query": "query", "params": "query", "headers": "header"}
_BODIES = ("json", "data", "body")
_OPTIONS = (
    "sink",
    "stream",
    "debug",
    "responseType",
    "transformRequest",
    "transformResponse",
    "timeout",
)
"""Top-level rows that set the HTTP library up."""
_REQUEST_NUMBER = re.compile(r"^(?:out_request_no|\w*request_no|Idempotency-Key)$")
_SEGMENT = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|\{[a-z][a-z0-9_]*\}")
Operation = dict[str, Any]


class NoDraft(Exception):
    """Why there is no draft of what a page describes."""


class Draft:
    """One operation being drafted.

    Raises:
        NoDraft: the page describes what no operation of ours can be.
    """

    def __init__(self, described: Described, shapes: Shapes) -> None:
        if any(row.name == "xml" and row.depth == 0 for row in described.request):
            raise NoDraft("it speaks XML, which is not APIv3")
        if wrong := [
            part for part in described.path.split("/")[1:] if not _SEGMENT.fullmatch(part)
        ]:
            raise NoDraft(
                f"the path segment {wrong[0]!r} is neither lower-case words nor a placeholder"
            )
        self.described, self.shapes = described, shapes
        self.nodes, self.answered = nested(described.request), nested(described.answer)
        self.title = label(described.title) or described.key
        self.open: list[str] = []
        self.name = self.named()
        self.home = f"schemas/{self.name.product}/{naming.singular(self.name.resource)}.yaml"
        self.examples = Examples(shapes, described.sample)

    # -- names -------------------------------------------------------------------------------------------------------

    def named(self) -> Name:
        """The name of the operation; ours where the path has one, and one that is free."""
        ours, path = self.shapes.ours, self.described.path
        name = naming.proposed(
            path, self.described.method, self.described.title, lists=self.lists()
        )
        name = Name(
            ours.product(path) or name.product, ours.resource(path) or name.resource, name.verb
        )
        for candidate in (name, *naming.others(name, path)):
            if str(candidate) not in ours.ids:
                ours.ids.add(str(candidate))
                return candidate
        raise AssertionError(f"no name is free for {self.described.key}")

    def lists(self) -> bool:
        rows = [node for node in self.answered if node.row.type.endswith("[]")]
        paged = {child.row.name for node in self.nodes for child in node.children} & {
            "offset",
            "limit",
            "page_token",
        }
        return bool(rows) and (
            bool(paged)
            or bool(re.search(r"列表|批量|所有|全部", self.described.title))
            or len(self.answered) == 1
        )

    def summary(self) -> str:
        """The title, told apart from that of a like operation."""
        page, title = f"{self.name.product}.{self.name.resource}", self.title
        held = self.shapes.ours.summaries
        for text in (
            title,
            f"{title}（{self.described.path.rstrip('}').rpartition('{')[2]}）",
            f"{title}（{self.described.key}）",
        ):
            if (page, names.anchor(text)) not in held:
                held.add((page, names.anchor(text)))
                return text
        return title

    def shape_name(self, ending: str) -> str:
        """`CreateCardRequest`."""
        verb, noun = self.name.verb.rstrip("_"), self.name.resource
        noun = noun if verb == "list" else naming.singular(noun)
        return f"{class_name(verb)}{class_name(noun)}{ending}"

    # -- the operation -----------------------------------------------------------------------------------------------

    def operation(self) -> Operation:
        described = self.described
        summary = self.summary()
        parameters, body = self.parameters(), self.body()
        responses = self.responses(summary)
        found: Operation = {
            "operationId": str(self.name),
            "tags": [f"{self.name.product}.{self.name.resource}"],
            "summary": summary,
            "description": Noted(
                sentence(self.title), f"what it does (line {described.line} of the page)"
            ),
            **documentation(described.links, self.open),
        }
        if described.rate:
            found["x-rate-limit"] = described.rate
        if (number := self.request_number(parameters)) and described.method != "get":
            found["x-idempotency-key"] = number
        if pagination := self.pagination(parameters):
            found["x-pagination"] = pagination
        if described.path.startswith("/brand/"):
            found["security"] = [{"brand": []}]
        if parameters:
            found["parameters"] = parameters
        if body:
            found["requestBody"] = body
        return {**found, "responses": responses}

    def parameters(self) -> list[Any]:
        """Path parameters in the order of the path, then those of the query and the headers."""
        by_name = {node.row.name: node for node in self.nodes}
        found = [
            self.parameter(name, "path", by_name.get(name))
            for name in re.findall(r"\{([^{}]*)\}", self.described.path)
        ]
        for node in self.nodes:
            name = node.row.name
            if name in _PLACES:
                found += [
                    self.parameter(child.row.name, _PLACES[name], child)
                    for child in node.children
                    if child.row.name not in OURS
                ]
            elif f"{{{name}}}" not in self.described.path and name not in (
                *_BODIES,
                *_OPTIONS,
                "xml",
            ):
                self.open.append(
                    f"line {node.row.line}: `{name}` is neither in the path nor in query, headers or body"
                )
        return found

    def parameter(self, name: str, place: str, node: Node | None) -> Any:
        required = place == "path" or bool(node and node.row.required)
        found: dict[str, Any] = {"name": name, "in": place} | (
            {"required": True} if required else {}
        )
        if node is None:
            found |= {"description": self.shapes.called(name), "schema": {"type": "string"}}
            todo = f"a label; the page does not list `{name}`"
        else:
            text, todo = self.shapes.label(node.row)
            if node.row.encrypted:
                text = f"{text}，以微信支付公钥加密后的 Base64 文本"
            kind = self.shapes.type(node, self.shape_name(""), self.home, sent=True)
            if not isinstance(kind, Ref):
                kind |= self.shapes.limits(node.row, sent=True)
            found |= {"description": text, "schema": kind}
        sample = self.described.sample
        group = sample.get({"query": "query", "header": "headers"}.get(place, ""), sample)
        given = group.get(name) if isinstance(group, dict) else None
        found["example"] = self.examples.of(found["schema"], given, name)
        return Noted(found, todo) if todo else found

    def body(self) -> dict[str, Any]:
        node = next((node for node in self.nodes if node.row.name in _BODIES), None)
        if node is None:
            return {}
        if node.row.type.endswith("[]") or not node.children:
            self.open.append(f"line {node.row.line}: the members of `{node.row.name}`")
            return {}
        if _is_upload(node):
            return self.upload(node)
        schema = self.shapes.named(
            node.children,
            self.shape_name("Request"),
            self.home,
            f"{self.title}的请求",
            sent=True,
        )
        given = self.described.sample.get(node.row.name, self.described.sample)
        media = {"schema": Ref(schema.name), "example": self.examples.of(schema, given)}
        return {"required": True, "content": {"application/json": media}}

    def upload(self, node: Node) -> dict[str, Any]:
        """`meta` and `file`: only the first is signed."""
        name = self.shape_name("Request")
        meta = next(
            (child for child in node.children if child.children or child.row.name == "meta"), None
        )
        properties: dict[str, Any] = {}
        if meta is not None and meta.children:
            shape = self.shapes.named(
                meta.children,
                f"{self.shape_name('')}Meta",
                self.home,
                self.shapes.label(meta.row)[0],
                sent=True,
            )
            properties["meta"] = Ref(shape.name, description=self.shapes.label(meta.row)[0])
        for child in node.children:
            if child is not meta:
                text, todo = self.shapes.label(child.row)
                kind = {"type": "string", "description": text}
                kind |= {"format": "binary"} if child.row.name == "file" else {}
                properties[child.row.name] = Noted(kind, todo) if todo else kind
        name = self.shapes.free(name, self.home)
        needed = [child.row.name for child in node.children if child.row.required]
        schema = {
            "type": "object",
            "description": f"{self.title}的请求",
            "required": needed,
            "properties": properties,
        }
        self.shapes.register(name, self.home, schema, ("upload", name), frozenset(needed))
        media = {
            "schema": Ref(name),
            "encoding": {"meta": {"contentType": "application/json"}},
            "example": upload(self.examples.of(schema, self.described.sample)),
        }
        return {"required": True, "content": {"multipart/form-data": media}}

    def responses(self, summary: str) -> dict[str, Any]:
        described = self.described
        refusals = {
            status: {"$ref": f"responses/errors.yaml#/{name}"}
            for status, name in self.shapes.ours.refusals
        }
        if not self.answered:
            return self.without_json() | refusals
        schema = self.shapes.named(
            self.answered,
            self.shape_name("Response"),
            self.home,
            f"{self.title}的结果",
            sent=False,
        )
        media = {"schema": Ref(schema.name), "example": self.examples.of(schema)}
        status = str(described.status or 200)
        return {status: {"description": "成功", "content": {"application/json": media}}} | refusals

    def without_json(self) -> dict[str, Any]:
        kind = self.described.answer_kind
        if kind in ("empty", "unknown", "json"):
            text: Any = "成功，没有内容"
            if kind != "empty":
                text = Noted(text, "the page does not say what is answered")
            return {str(self.described.status or 204): {"description": text}}
        media = {"schema": {"type": "string", "format": "binary"}}
        return {
            "200": {
                "description": label(kind) or "文件",
                "content": {"application/octet-stream": media},
            }
        }

    # -- extensions --------------------------------------------------------------------------------------------------

    def request_number(self, parameters: list[Any]) -> str:
        """The member that tells a repetition from a new request."""
        body = next((node.children for node in self.nodes if node.row.name in _BODIES), ())
        found = [node.row.name for node in body if _REQUEST_NUMBER.match(node.row.name)]
        found += [
            name for part in parameters if _REQUEST_NUMBER.match(name := _plain(part)["name"])
        ]
        return found[0] if found else ""

    def pagination(self, parameters: list[Any]) -> dict[str, str]:
        given = {_plain(part)["name"]: _plain(part) for part in parameters}
        answer = {node.row.name: node for node in self.answered}
        lists = [
            name for name, node in answer.items() if node.row.type == "object[]" and node.children
        ]
        if self.described.method != "get" or len(lists) != 1:
            return {}
        if (
            "page_token" in given
            and "next_page_token" in answer
            and not given["page_token"].get("required")
        ):
            return {"style": "token", "items": lists[0]}
        if "offset" in given and "total_count" in answer and not given["offset"].get("required"):
            if (
                self.shapes.kind(answer["total_count"].row) != "integer"
                or given["offset"]["schema"].get("type") != "integer"
            ):
                return {}
            said = given["offset"]["description"]
            unit = "page" if "页" in said else "item" if re.search(r"偏移|起始|位置", said) else ""
            if unit:
                return {"style": "offset", "items": lists[0], "unit": unit}
            self.open.append("x-pagination: whether `offset` counts pages or items")
        return {}


def _plain(part: Any) -> dict[str, Any]:
    found: dict[str, Any] = part.value if isinstance(part, Noted) else part
    return found


def _is_upload(node: Node) -> bool:
    held = {child.row.name for child in node.children}
    return (
        "multipart" in node.row.words.label + node.row.words.rest + node.row.type or "file" in held
    )
