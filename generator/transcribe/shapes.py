"""Rows → named schemas: an existing shape where one has the same members, else a new one with a name.

What an operation makes of them is up to `draft`.
"""

from __future__ import annotations

import re
from typing import Any

from generator.names import class_name, is_class_name
from generator.transcribe import naming
from generator.transcribe.ours import Ours, Signature
from generator.transcribe.page import Node, Row
from generator.transcribe.texts import label as fitted
from generator.transcribe.yamltext import Noted

Schema = dict[str, Any]
_WHOLE = re.compile(
    r"(?:amount|count|num|number|total|quantity|limit|offset|price|fee|size|version|timestamp|refund|days?|times|"
    r"seconds|minutes|seq|index|rate|level|age|max|min)s?$|^(?:max|min|total|count)_"
)
_VAGUE = frozenset(
    [
        "Code",
        "Content",
        "Data",
        "Detail",
        "Id",
        "Info",
        "Information",
        "Item",
        "Key",
        "Level",
        "List",
        "Message",
        "Method",
        "Mode",
        "Name",
        "Number",
        "Order",
        "Range",
        "Reason",
        "Result",
        "Scene",
        "Scope",
        "Source",
        "State",
        "Status",
        "Time",
        "Title",
        "Type",
        "Value",
    ]
)
"""Names that say too little without what they belong to."""
_TYPES = {
    **dict.fromkeys(("integer", "int", "int32", "int64", "long", "uint32", "uint64"), "integer"),
    **dict.fromkeys(("number", "float", "double"), "number"),
    **dict.fromkeys(("boolean", "bool"), "boolean"),
    **dict.fromkeys(("object", "dict"), "object"),
    **dict.fromkeys(("string", "string | Date", "Date", "array"), "string"),
}
"""The words of pages for types. A `number` is a whole one by its name or unit: both sites call whole numbers so."""
_KEYWORDS = ("minLength", "maxLength", "minimum", "maximum", "maxItems", "format")


class Ref(dict[str, Any]):
    """A reference to a named schema; the file it is written in decides how."""

    def __init__(self, name: str, **beside: Any) -> None:
        super().__init__(beside)
        self.name = name


class Shapes:
    """The named schemas of a run: ours, and the new ones with the file of each."""

    def __init__(self, ours: Ours) -> None:
        self.ours = ours
        self.homes = dict(ours.homes)
        self.new: dict[str, Schema] = {}
        self.signatures = {key: list(found) for key, found in ours.shapes.items()}
        self.required = dict(ours.required)
        self.heard: dict[str, str] = {}
        """What members are called on the pages of this run, by their name."""

    def named(
        self, nodes: tuple[Node, ...], wanted: str, home: str, text: str, *, sent: bool
    ) -> Ref:
        """The schema of an object with these members; `wanted` is the name of a new one."""
        signature = self.signature(nodes)
        needed = frozenset(node.row.name for node in nodes if node.row.required)
        found, open_names = self.known(signature, home, needed, len(nodes), sent=sent)
        if found:
            return Ref(found)
        name = self.free(wanted, home)
        schema: Schema = {"type": "object", "description": text}
        if open_names:
            todo = f"has the members of {', '.join(open_names)}: one of these?"
        elif sent and any(node.row.required is None for node in nodes):
            todo = "which members are required; the page does not say"
        else:
            todo = ""
        schema["description"] = Noted(text, todo) if todo else text
        self.register(name, home, schema, signature, needed)
        if needed:
            schema["required"] = [node.row.name for node in nodes if node.row.required]
        schema["properties"] = {
            node.row.name: self.property(node, name, home, sent=sent) for node in nodes
        }
        return Ref(name)

    def register(
        self, name: str, home: str, schema: Schema, signature: Signature, needed: frozenset[str]
    ) -> None:
        self.new[name], self.homes[name], self.required[name] = schema, home, needed
        self.signatures.setdefault(signature, []).append(name)

    def known(
        self, signature: Signature, home: str, needed: frozenset[str], size: int, *, sent: bool
    ) -> tuple[str, list[str]]:
        """The one shape that has this wire form, or the several among which to choose; what is sent requires the
        same members, too."""
        alike = self.signatures.get(signature, [])
        exact = [name for name in alike if self.required[name] == needed]
        found = exact if sent else exact or alike
        product = home.split("/")[1]
        near = [name for name in found if self.homes[name].split("/")[1] == product]
        if len(near) == 1 or (near and near[0] in self.new):
            return near[0], []
        if len(found) == 1 and size > 2:
            return found[0], []
        return "", near or (found if size > 2 else [])

    def free(self, wanted: str, home: str) -> str:
        """The name, or one that says more where it is taken."""
        product = class_name(home.split("/")[1])
        for name in (wanted, f"{product}{wanted}"):
            if is_class_name(name) and name not in self.homes:
                return name
        number = 2
        while f"{product}{wanted}{number}" in self.homes:
            number += 1
        return f"{product}{wanted}{number}"

    # -- members -----------------------------------------------------------------------------------------------------

    def property(self, node: Node, owner: str, home: str, *, sent: bool) -> Any:
        """The schema of a member."""
        row = node.row
        text, todo = self.label(row)
        if row.encoded and node.children:
            inside = "、".join(f"`{child.row.name}`" for child in node.children)
            text = f"{text}，JSON 文本，成员为 {inside}"
        schema = self.type(node, owner, home, sent=sent)
        described = {"description": text} | {
            k: v for k, v in schema.items() if not isinstance(schema, Ref)
        }
        if isinstance(schema, Ref):
            found: Any = Ref(schema.name, description=text)
        else:
            found = {"type": described.pop("type")} | described
            found |= self.limits(row, sent=sent)
            if row.encrypted == "rsa" and found["type"] == "string":
                if sent:
                    found["x-sensitive"] = True
                else:
                    found["description"] = f"{text}，以商户 API 证书公钥加密后的 Base64 文本"
        return Noted(found, todo) if todo else found

    def type(self, node: Node, owner: str, home: str, *, sent: bool) -> Any:
        """What a member is, without its words."""
        row = node.row
        if row.type.endswith("[]") or row.type == "array":
            return {"type": "array", "items": self.item(node, owner, home, sent=sent)}
        return self.item(node, owner, home, sent=sent)

    def item(self, node: Node, owner: str, home: str, *, sent: bool) -> Any:
        row = node.row
        noun = class_name(naming.singular(row.name.removesuffix("_list").removesuffix("List")))
        if node.children and not row.encoded and not row.encrypted:
            return self.named(
                node.children, self.member_name(noun, owner), home, self.label(row)[0], sent=sent
            )
        if row.words.enum and self.kind(row) in ("string", "integer"):
            return self.enum(row, self.member_name(noun, owner), home)
        return {"type": self.kind(row)}

    def member_name(self, noun: str, owner: str) -> str:
        """`DateInformation`; behind the name of its owner where it says too little, or means something else already."""
        above = re.sub(r"(Request|Response|Event)$", "", owner)
        short = noun if noun[:1].isalpha() else f"{above}{noun}"
        vague = short in _VAGUE
        return (
            f"{above}{noun}" if vague or not is_class_name(short) or short in self.homes else short
        )

    def enum(self, row: Row, wanted: str, home: str) -> Ref:
        """The schema of these values: ours, where one product has exactly one such."""
        signature = ("enum", tuple(sorted(row.words.enum)))
        found, _ = self.known(signature, home, frozenset(), len(row.words.enum) + 1, sent=False)
        if found:
            return Ref(found)
        name, kind = self.free(wanted, home), self.kind(row)
        values = (
            [int(value) for value in row.words.enum] if kind == "integer" else list(row.words.enum)
        )
        meanings = {
            str(value): fitted(dict(row.words.meanings).get(str(value), "")) for value in values
        }
        unsaid = [value for value, meaning in meanings.items() if not meaning]
        said: Any = {value: meaning or f"`{value}`" for value, meaning in meanings.items()}
        if unsaid:
            said = Noted(
                said, f"line {row.line} of the page does not say what {', '.join(unsaid)} mean"
            )
        schema = {
            "type": kind,
            "description": self.label(row)[0],
            "enum": values,
            "x-enum-descriptions": said,
        }
        self.register(name, home, schema, signature, frozenset())
        return Ref(name)

    def kind(self, row: Row) -> str:
        """The JSON type of a row; text where the word of the page is none that is known."""
        kind = _TYPES.get(_word(row), "string")
        if row.words.enum and kind in ("number", "integer"):
            whole = all(re.fullmatch(r"-?\d+", value) for value in row.words.enum)
            return "integer" if whole else "string"
        if kind == "number" and (_WHOLE.search(row.name) or dict(row.words.limits).get("unit")):
            return "integer"
        return kind

    def limits(self, row: Row, *, sent: bool) -> Schema:
        """The rules of a row as keywords; an answer is not checked, and its rules are the page's affair."""
        found = {key: value for key, value in row.words.limits if key in _KEYWORDS}
        kind = self.kind(row)
        if row.type.endswith("[]") or row.type == "array":
            found = {key: value for key, value in found.items() if key == "maxItems"}
        elif kind == "string":
            found = {
                key: value
                for key, value in found.items()
                if key in ("minLength", "maxLength", "format")
            }
        else:
            found = {key: value for key, value in found.items() if key in ("minimum", "maximum")}
        return found if sent else {key: value for key, value in found.items() if key == "format"}

    def label(self, row: Row) -> tuple[str, str]:
        """The description of a member, and what the page leaves open about it."""
        text, todo = fitted(row.words.label), ""
        if not text or text.startswith("仅"):
            text, todo = self.called(row.name), f"a label (line {row.line} of the page)"
        elif row.words.rest and not _said_in_keywords(row):
            todo = f"line {row.line} of the page says more"
        if dict(row.words.limits).get("unit"):
            text = f"{text}（单位：分）"
        if not todo and _word(row) not in _TYPES:
            todo = f"the type {row.type!r} (line {row.line} of the page)"
        return text, todo

    def called(self, name: str) -> str:
        """What a member of this name is called elsewhere, for want of a label."""
        return self.heard.get(name) or self.ours.labels.get(name) or f"`{name}`"

    def hear(self, rows: tuple[Row, ...]) -> None:
        """Remember what the members are called."""
        for row in rows:
            if text := fitted(row.words.label):
                self.heard.setdefault(row.name, text)

    def signature(self, nodes: tuple[Node, ...]) -> Signature:
        """The wire form of these members, as `Ours.signature` has it."""
        return ("object", tuple(sorted((node.row.name, self.one(node)) for node in nodes)))

    def one(self, node: Node) -> Signature:
        row = node.row
        if row.type.endswith("[]") or row.type == "array":
            return ("array", self.single(node))
        return self.single(node)

    def single(self, node: Node) -> Signature:
        row = node.row
        if node.children and not row.encoded and not row.encrypted:
            return self.signature(node.children)
        if row.words.enum and self.kind(row) in ("string", "integer"):
            return ("enum", tuple(sorted(row.words.enum)))
        return self.kind(row)


def _word(row: Row) -> str:
    return row.type.removesuffix("[]").strip()


def _said_in_keywords(row: Row) -> bool:
    """Whether what stands beside the label is a limit or a meaning that was understood, and nothing else."""
    rest = (
        re.sub(r"[（(][^）)]*[)）]", "", row.words.rest) if row.words.meanings else row.words.rest
    )
    rest = re.sub(
        r"单位\s*[:：，为]?\s*分|只能为整数|[，。；;,、（）()\s\d]|不超过|最多|个?字符|默认为?`\w+`",
        "",
        rest,
    )
    return not rest
