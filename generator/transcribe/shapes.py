"""Rows → named schemas: a shape that has the same members already, else a new one with a name.

What an operation makes of them is up to `draft`.
"""

from __future__ import annotations

import re
from itertools import chain, count
from typing import Any

from generator.names import class_name, is_class_name
from generator.transcribe import kinds
from generator.transcribe.kinds import Signature
from generator.transcribe.labels import Labels
from generator.transcribe.ours import Ours
from generator.transcribe.page import Node, Row
from generator.transcribe.spelling import singular
from generator.transcribe.texts import label as fitted
from generator.transcribe.yamltext import Noted

Schema = dict[str, Any]
_VAGUE = """
Code Content Data Detail Id Info Information Item Key Level List Message Method Mode Name Number
Order Range Reason Result Scene Scope Source State Status Time Title Type Value
"""
VAGUE = frozenset(_VAGUE.split())
"""Names that say too little without what they belong to."""


class Ref(dict[str, Any]):
    """A reference to a named schema; the file it is written in decides how."""

    def __init__(self, name: str, **beside: Any) -> None:
        super().__init__(beside)
        self.name = name


class Shapes:
    """The named schemas of a run: ours, and the new ones with the file of each."""

    def __init__(self, ours: Ours) -> None:
        self.ours = ours
        self.labels = Labels(ours.labels)
        self.homes = dict(ours.homes)
        self.new: dict[str, Schema] = {}
        self.signatures = {key: list(found) for key, found in ours.shapes.items()}
        self.required = dict(ours.required)
        self.request_numbers: set[str] = set()
        """The request numbers in the examples of this run: each belongs to one call."""

    def named(
        self, nodes: tuple[Node, ...], wanted: str, home: str, text: str, *, sent: bool
    ) -> Ref:
        """The schema of an object with these members; `wanted` is the name of a new one."""
        signature = kinds.signature(nodes, sent=sent)
        needed = kinds.said(nodes, required=True)
        optional = kinds.said(nodes, required=False)
        found, alike = self.known(signature, home, needed, optional, len(nodes), sent=sent)
        if found:
            return Ref(found)
        name, todo = self.free(wanted, home), ""
        if alike:
            todo = f"has the members of {', '.join(alike)}: one of these?"
        elif sent and any(node.row.required is None for node in nodes):
            todo = "which members are required; the page does not say"
        schema: Schema = {
            "type": "object",
            "description": Noted(text, todo) if todo else text,
        }
        if own := [node.row.name for node in nodes if node.row.required]:
            schema["required"] = own
        self.register(name, home, schema, signature, needed)
        schema["properties"] = {
            node.row.name: self.property(node, name, home, sent=sent) for node in nodes
        }
        return Ref(name)

    def register(
        self, name: str, home: str, schema: Schema, signature: Signature, needed: frozenset[str]
    ) -> None:
        """Remember a new shape, so that later ones can be the same."""
        self.new[name], self.homes[name], self.required[name] = schema, home, needed
        self.signatures.setdefault(signature, []).append(name)

    def known(
        self,
        signature: Signature,
        home: str,
        needed: frozenset[str],
        optional: frozenset[str],
        size: int,
        *,
        sent: bool,
    ) -> tuple[str, list[str]]:
        """The one shape that has this wire form, or the several among which to choose.

        What is sent requires the same members, too, and an answer nothing else than is said of it,
        where the page can say it; a shape of another product is the same only where it has more
        than two members.
        """
        alike = {name: self.required[name] for name in self.signatures.get(signature, [])}
        exact = [name for name, required in alike.items() if required == needed]
        agreeing = [
            name
            for name, required in alike.items()
            if needed <= required and not required & optional
        ]
        found = exact if sent else exact or agreeing
        product = home.split("/")[1]
        near = [name for name in found if self.homes[name].split("/")[1] == product]
        if len(near) == 1 or (near and near[0] in self.new):
            return near[0], []
        if len(found) == 1 and size > 2:
            return found[0], []
        return "", near or (found if size > 2 else [])

    def free(self, wanted: str, home: str) -> str:
        """The name, or one that says more where it is taken."""
        long = class_name(home.split("/")[1]) + wanted
        names = chain((wanted, long), (f"{long}{number}" for number in count(2)))
        return next(name for name in names if is_class_name(name) and name not in self.homes)

    def property(self, node: Node, owner: str, home: str, *, sent: bool) -> Any:
        """The schema of a member."""
        row = node.row
        text, todo = self.labels.of(row)
        if row.encoded and node.children:
            inside = "、".join(f"`{child.row.name}`" for child in node.children)
            text = f"{text}，JSON 文本，成员为 {inside}"
        if row.encrypted == "rsa" and not sent:
            text = f"{text}，以商户 API 证书公钥加密后的 Base64 文本"
        found = self.type(node, owner, home, sent=sent)
        if isinstance(found, Ref):
            found = Ref(found.name, description=text)
        else:
            found = {"type": found.pop("type"), "description": text, **found}
            found |= kinds.limits(row, sent=sent)
            if row.encrypted == "rsa" and sent and found["type"] == "string":
                found["x-sensitive"] = True
        return Noted(found, todo) if todo else found

    def type(self, node: Node, owner: str, home: str, *, sent: bool) -> Any:
        """What a member is, without its words."""
        item = self.item(node, owner, home, sent=sent)
        return {"type": "array", "items": item} if node.row.is_list else item

    def item(self, node: Node, owner: str, home: str, *, sent: bool) -> Any:
        row = node.row
        name = self.member_name(row.name, owner)
        if node.children and not row.encoded and not row.encrypted:
            text = re.sub(r"(?<=.)(?:列表|数组|集合)$", "", self.labels.of(row)[0])
            return self.named(node.children, name, home, text, sent=sent)
        return self.enum(row, name, home) if kinds.values(row) else {"type": kinds.kind(row)}

    def member_name(self, member: str, owner: str) -> str:
        """`DateInformation`; behind its owner's name where it says too little or is taken."""
        noun = class_name(singular(member.removesuffix("_list").removesuffix("List")))
        above = re.sub(r"(Request|Response|Event)$", "", owner)
        vague = noun in VAGUE or not is_class_name(noun) or noun in self.homes
        return f"{above}{noun}" if vague else noun

    def enum(self, row: Row, wanted: str, home: str) -> Ref:
        """The schema of these values: ours, where one product has exactly one such."""
        held = kinds.values(row)
        signature = kinds.enum_of(held)
        found, _ = self.known(signature, home, frozenset(), frozenset(), len(held) + 1, sent=False)
        if found:
            return Ref(found)
        name, kind = self.free(wanted, home), kinds.kind(row)
        said = dict(row.words.meanings)
        meanings = {value: fitted(said.get(value, "")) for value in held}
        explained: Any = {value: meaning or f"`{value}`" for value, meaning in meanings.items()}
        if unsaid := [value for value, meaning in meanings.items() if not meaning]:
            todo = f"what {', '.join(unsaid)} mean (line {row.line} of the page)"
            explained = Noted(explained, todo)
        schema = {
            "type": kind,
            "description": self.labels.of(row)[0],
            "enum": [int(value) for value in held] if kind == "integer" else list(held),
            "x-enum-descriptions": explained,
        }
        self.register(name, home, schema, signature, frozenset())
        return Ref(name)
