"""A page → what it describes, section by section.

Pages are irregular: what belongs to no place is remarked upon, and only a page that says no
operation is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
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
from generator.transcribe.page import METHODS, Page
from generator.transcribe.section import Section

_INSERTED = re.compile(r"\{\{\s*\$frontmatter\.(\w+)\s*\}\}")
_MARKER = re.compile(r"^\{[^{}]*#(?P<which>request|response)[^{}]*\}$")
_HEADS = (("response", r"返回|应答|响应|回包|出参"), ("request", r"请求|入参|参数"))
"""Words in the first head of a table, and what it is of."""
_NOISE = re.compile(r"^(:::|\{[^{}]*\}$|<[^>]*>$)")


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
        sections = [section for section in self.sections() if section.says_something()]
        if not sections:
            message = "no operation on this page: neither a table of parameters nor a sample"
            raise SpecError([*self.remarks, Problem(Source(self.file, 1), message)])
        found = [(section, section.described(self.remark)) for section in sections]
        message = "neither a call that names method and URL, nor the event type of a callback"
        if silent := [section for section, described in found if described is None]:
            raise SpecError([Problem(Source(self.file, each.line), message) for each in silent])
        form = "js" if any(section.interfaces for section in sections) else "php"
        described = tuple(each for _, each in found if each is not None)
        return Page(self.file, form, described, tuple(sorted(set(self.remarks))))

    def remark(self, line: int, text: str) -> None:
        self.remarks.append(Problem(Source(self.file, line), text))

    def sections(self) -> Iterator[Section]:
        """The page cut at the headings that begin an operation."""
        section = Section(self.file, 1, self.values.get("title", ""), "")
        found = list(blocks(self.text))
        for place, block in enumerate(found):
            if isinstance(block, Heading):
                self.lost_rows(block.line, block.text)
                if block.anchor in (*METHODS, "mix"):
                    yield section
                    method = "" if block.anchor == "mix" else block.anchor
                    section = Section(self.file, block.line, self.filled(block.text), method)
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

    def table(self, section: Section, table: Table, after: Iterable[Block]) -> None:
        if tables.is_row(table.header):
            said = "a row stands where the head of the table belongs; it is read as one"
            self.remark(table.line, said)
            first = (table.line, table.header)
            table = replace(table, header=("", "", ""), rows=(first, *table.rows))
        follows = next((block for block in after), None)
        marker = _MARKER.match(follows.text) if isinstance(follows, Paragraph) else None
        head = table.header[0] if table.header else ""
        if len(table.header) < 2:
            which = ""
        elif marker:
            which = marker["which"]
        else:
            which = next((name for name, words in _HEADS if re.search(words, head)), "")
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

    def code(self, section: Section, code: Code) -> None:
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
            elif "function" not in code.text:  # what handles a callback calls nothing
                error = first_error(php_tree(code.text))
                line = code.line + (error.start_point.row if error else 0)
                self.remark(line, "a sample that cannot be read: no call of a method")

    def lost_rows(self, first: int, text: str) -> None:
        for number, line in enumerate(text.split("\n"), first):
            if line.lstrip().startswith("|"):
                self.remark(number, "a table row that belongs to no table")

    def paragraph(self, section: Section, block: Paragraph) -> None:
        section.links += [link for link in block.links if link not in section.links]
        self.lost_rows(block.line, block.text)
        text = self.filled(re.sub(r"参阅|\[[^\]]*\]\([^)]*\)", "", block.text))
        if text and not _NOISE.match(text) and not text.startswith("|"):
            section.text.append(" ".join(text.split()))
