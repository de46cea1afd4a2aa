"""A page → what it describes: its sections, each with title, tables or interfaces, sample and links.

Pages are irregular; what belongs to no place is remarked upon, and only a page that says no operation is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.problems import Problem, Source, SpecError
from generator.transcribe import php, tables, typescript
from generator.transcribe.grammar import first_error
from generator.transcribe.grammar import php as php_tree
from generator.transcribe.markdown import (
    Block,
    Code,
    Heading,
    Paragraph,
    Table,
    blocks,
    decoded,
    front_matter,
)
from generator.transcribe.page import METHODS, Call, Described, Node, Page, Row, nested

_EVENT = re.compile(r"[A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)+|[A-Z][A-Z0-9]*_[A-Z0-9_]+")
_INSERTED = re.compile(r"\{\{\s*\$frontmatter\.(\w+)\s*\}\}")
_MARKER = re.compile(r"^\{[^{}]*#(?P<which>request|response)[^{}]*\}$")
_RATE = re.compile(r"(?P<count>\d+)\s*次?\s*/\s*(?:每)?(?P<unit>s|秒|min|分钟?|minute)(?![a-z])")
_NOISE = re.compile(r"^(:::|\{[^{}]*\}$|<[^>]*>$)")


@dataclass(slots=True)
class _Section:
    """The blocks under one heading that names a method."""

    line: int
    title: str
    method: str
    request: tables.Rows | None = None
    answer: tables.Rows | None = None
    calls: list[Call] = field(default_factory=list)
    interfaces: typescript.Sample | None = None
    handler: bool = False
    text: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def read(path: Path, file: str) -> Page:
    """The page in a file, called `file` in messages.

    Raises:
        SpecError: the page cannot be read, or describes no operation.
    """
    return _Reader(decoded(path.read_bytes(), file), file).page()


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.values, self.text = front_matter(text, file)
        self.remarks: list[Problem] = []

    def page(self) -> Page:
        sections = [
            section
            for section in self.sections()
            if section.calls or section.interfaces or section.request or section.answer
        ]
        if not sections:
            message = "no operation on this page: neither a table of parameters nor a sample"
            raise SpecError([*self.remarks, Problem(Source(self.file, 1), message)])
        described = [self.described(section) for section in sections]
        if problems := [each for each in described if isinstance(each, Problem)]:
            raise SpecError(problems)
        found = tuple(each for each in described if isinstance(each, Described))
        form = "js" if any(section.interfaces for section in sections) else "php"
        return Page(self.file, form, found, tuple(sorted(set(self.remarks))))

    def remark(self, line: int, text: str) -> None:
        self.remarks.append(Problem(Source(self.file, line), text))

    def sections(self) -> Iterator[_Section]:
        """The page cut at the headings that begin an operation."""
        section = _Section(1, self.values.get("title", ""), "")
        found = list(blocks(self.text))
        for place, block in enumerate(found):
            if isinstance(block, Heading):
                if block.anchor in (*METHODS, "mix"):
                    yield section
                    method = "" if block.anchor == "mix" else block.anchor
                    section = _Section(block.line, self.filled(block.text), method)
            elif isinstance(block, Table):
                self.table(section, block, found[place + 1 :])
            elif isinstance(block, Code):
                self.code(section, block)
            else:
                self.paragraph(section, block)
        yield section

    def filled(self, text: str) -> str:
        """The text with what it takes from the front matter."""
        return _INSERTED.sub(lambda found: self.values.get(found[1], ""), text).strip()

    def table(self, section: _Section, table: Table, after: Iterable[Block]) -> None:
        follows = next((block for block in after), None)
        marker = _MARKER.match(follows.text) if isinstance(follows, Paragraph) else None
        head = table.header[0] if table.header else ""
        if len(table.header) < 2:
            which = ""
        elif marker:
            which = marker["which"]
        else:
            which = (
                "request"
                if re.search(r"请求|入参|参数", head)
                else ("response" if re.search(r"返回|应答|响应|回包", head) else "")
            )
        taken = section.request if which == "request" else section.answer
        if not which or taken is not None:
            what = "a second" if which else "neither"
            expected = f"{which} table" if which else "a request nor a response table"
            self.remark(table.line, f"{what} {expected}; its {len(table.rows)} rows are left out")
            return
        rows = tables.read(table, self.file)
        self.remarks += rows.remarks
        if which == "request":
            section.request = rows
        else:
            section.answer = rows

    def code(self, section: _Section, code: Code) -> None:
        language = code.info.split()[0] if code.info else ""
        if not code.closed:
            message = "a code block that is never closed; all that follows would be lost in it"
            raise SpecError([Problem(Source(self.file, code.line - 1), message)])
        if "twoslash" in code.info:
            sample = typescript.read(code.text, code.line, self.file)
            if sample is None:
                self.remark(code.line, "a sample without a call (`wxpay.v3.….post(…)`)")
            elif section.interfaces is not None:
                self.remark(code.line, "a second sample of the operation; the first is read")
            else:
                section.interfaces = sample
                self.remarks += sample.remarks
        elif language == "php":
            if (call := php.call(code.text, code.line)) is not None:
                section.calls.append(call)
            elif "function" in code.text:
                section.handler = True
            else:
                error = first_error(php_tree(code.text))
                line = code.line + (error.start_point.row if error else 0)
                self.remark(line, "a sample that cannot be read: no call of a method")

    def paragraph(self, section: _Section, block: Paragraph) -> None:
        section.links += [link for link in block.links if link not in section.links]
        for number, line in enumerate(block.text.split("\n"), block.line):
            if line.lstrip().startswith("|"):
                self.remark(number, "a table row that belongs to no table")
        text = self.filled(re.sub(r"参阅|\[[^\]]*\]\([^)]*\)", "", block.text))
        if text and not _NOISE.match(text) and not text.startswith("|"):
            section.text.append(" ".join(text.split()))

    def described(self, section: _Section) -> Described | Problem:
        call, shown = self.call(section), section.interfaces
        request = shown.request if shown else section.request.rows if section.request else ()
        answer = shown.answer if shown else section.answer.rows if section.answer else ()
        kind = shown.answer_kind if shown else section.answer.kind if section.answer else "unknown"
        events: tuple[str, ...] = ()
        if call is None:
            events = self.events(section, request)
            if not events:
                message = (
                    "neither a call that names method and URL, nor the event type of a callback"
                )
                return Problem(Source(self.file, section.line), message)
        self.twice(nested(request))
        self.twice(nested(answer))
        if not section.text and section.title == self.values.get("title"):
            section.text.append(self.values.get("description", ""))
        return Described(
            line=section.line,
            title=section.title or self.values.get("title", ""),
            description=next((text for text in section.text if text), ""),
            method=call.method if call else "post",
            path=call.path if call else "",
            events=events,
            links=tuple(
                dict.fromkeys(
                    link
                    for link in (*section.links, *(shown.links if shown else ()))
                    if link.startswith("http")
                )
            ),
            request=request,
            answer=answer,
            answer_kind=kind,
            rate=_rate(section.text),
            sample=call.arguments if call else {},
            status=call.status if call else 0,
        )

    def twice(self, nodes: tuple[Node, ...]) -> None:
        """Remark upon members that stand twice among the same ones."""
        seen: dict[str, int] = {}
        for node in nodes:
            first = seen.setdefault(node.row.name, node.row.line)
            if first != node.row.line:
                self.remark(node.row.line, f"`{node.row.name}` stands twice, first on line {first}")
            self.twice(node.children)

    def call(self, section: _Section) -> Call | None:
        """The call of the section; where its samples differ, the first that spells the URL out."""
        if shown := section.interfaces:
            found = [Call(section.line, shown.method, shown.path, {}, shown.status)]
        else:
            found = section.calls
        if not found:
            return None
        spelled = {(call.method, call.path) for call in found}
        chosen = max(
            found,
            key=lambda call: [(c.method, c.path) for c in found].count((call.method, call.path)),
        )
        for method, path in sorted(spelled - {(chosen.method, chosen.path)}):
            line = next(call.line for call in found if (call.method, call.path) == (method, path))
            self.remark(
                line,
                f"this sample calls {method.upper()} {path}, the others {chosen.method.upper()} {chosen.path}",
            )
        if section.method and section.method != chosen.method:
            self.remark(
                section.line, f"the heading says {section.method}, the samples call {chosen.method}"
            )
        return max(
            (c for c in found if (c.method, c.path) == (chosen.method, chosen.path)),
            key=lambda call: len(str(call.arguments)),
        )

    def events(self, section: _Section, request: tuple[Row, ...]) -> tuple[str, ...]:
        """The event types of a callback: what its envelope can say, the name in the title first."""
        said = next(
            (row.words.enum for row in request if row.name == "event_type" and row.depth == 1), ()
        )
        titled = _EVENT.findall(section.title or self.values.get("title", ""))
        known = [name for name in titled if name in said or not said] or list(said[:1])
        return tuple(dict.fromkeys((*known, *said)))


def _rate(text: list[str]) -> str:
    """The limit of calls, where the text under the heading says one."""
    for line in text:
        if "频率" in line or "限频" in line:
            found = _RATE.search(line)
            if found:
                return f"{found['count']}/{'s' if found['unit'] in ('s', '秒') else 'min'}"
    return ""
