"""What stands under one heading of a page → the operation or callback that it describes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.transcribe import tables, typescript
from generator.transcribe.page import Call, Described, Node, Row, nested

_EVENT = re.compile(r"[A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)+|[A-Z][A-Z0-9]*_[A-Z0-9_]+")
_RATE = re.compile(r"(?P<count>\d+)\s*次?\s*/\s*每?(?P<unit>s|秒|min|分钟?|minute)(?![a-z])")
Remark = Callable[[int, str], None]
"""Takes a line and what is odd about it."""


@dataclass(slots=True)
class Section:
    """The parts of a page under a heading that names a method."""

    file: str
    line: int
    title: str
    method: str
    request: tables.Rows | None = None
    answer: tables.Rows | None = None
    calls: list[Call] = field(default_factory=list)
    interfaces: typescript.Sample | None = None
    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def says_something(self) -> bool:
        return bool(self.calls or self.interfaces or self.request or self.answer)

    def described(self, remark: Remark) -> Described | None:
        """What the section describes; None where it says neither a URL nor an event."""
        shown, call = self.interfaces, self.call(remark)
        request, answer, kind = self.rows()
        events = () if call else self.events(request, remark)
        if call is None and not events:
            return None
        for nodes in (nested(request), nested(answer)):
            _twice(nodes, remark)
        links = (*self.links, *(shown.links if shown else ()))
        return Described(
            line=self.line,
            title=self.title,
            description=next((text for text in self.text if text), ""),
            method=call.method if call else "post",
            path=call.path if call else "",
            events=events,
            links=tuple(dict.fromkeys(link for link in links if link.startswith("http"))),
            request=request,
            answer=answer,
            answer_kind=kind,
            rate=self.rate(),
            sample=call.arguments if call else {},
            status=call.status if call else 0,
        )

    def rows(self) -> tuple[tuple[Row, ...], tuple[Row, ...], str]:
        """The rows of request and answer, and what kind of answer it is."""
        if self.interfaces:
            return self.interfaces.request, self.interfaces.answer, self.interfaces.answer_kind
        request = self.request.rows if self.request else ()
        return request, *((self.answer.rows, self.answer.kind) if self.answer else ((), "unknown"))

    def call(self, remark: Remark) -> Call | None:
        """The call that most samples make, with the most that one of them sends."""
        if shown := self.interfaces:
            return Call(self.line, shown.method, shown.path, {}, shown.status)
        if not self.calls:
            return None
        made = Counter((call.method, call.path) for call in self.calls)
        (method, path), _ = made.most_common(1)[0]
        for call in self.calls:
            if made.pop((call.method, call.path), 0) and (call.method, call.path) != (method, path):
                other = f"{call.method.upper()} {call.path}"
                remark(call.line, f"this sample calls {other}, most call {method.upper()} {path}")
        if self.method and self.method != method:
            remark(self.line, f"the heading says {self.method}, the samples call {method}")
        alike = [call for call in self.calls if (call.method, call.path) == (method, path)]
        return max(alike, key=lambda call: len(str(call.arguments)))

    def events(self, request: tuple[Row, ...], remark: Remark) -> tuple[str, ...]:
        """The event types of a callback: what its envelope can say, the name in the title first."""
        types = (r.words.enum for r in request if r.name == "event_type" and r.depth == 1)
        said = next(types, ())
        titled = [name for name in _EVENT.findall(self.title) if name in said or not said]
        if found := tuple(dict.fromkeys((*(titled or said[:1]), *said))):
            return found
        if any(row.name in ("body", "xml") and row.depth == 0 for row in request):
            remark(self.line, "the callback has no event type; it is called after the file")
            return (Path(self.file).stem,)
        return ()

    def rate(self) -> str:
        """The limit of calls, where the text under the heading says one."""
        for text in self.text:
            if ("频率" in text or "限频" in text) and (found := _RATE.search(text)):
                return f"{found['count']}/{'s' if found['unit'] in ('s', '秒') else 'min'}"
        return ""


def _twice(nodes: tuple[Node, ...], remark: Remark) -> None:
    """Remark upon members that stand twice among the same ones."""
    seen: dict[str, int] = {}
    for node in nodes:
        first = seen.setdefault(node.row.name, node.row.line)
        if first != node.row.line:
            remark(node.row.line, f"`{node.row.name}` stands twice, first on line {first}")
        _twice(node.children, remark)
