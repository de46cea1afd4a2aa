"""A Markdown file → its blocks in order: headings, tables, code, paragraphs, each with its line.

Markdown only; what a table or a sample means is up to the readers of each form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from generator.problems import Problem, Source, SpecError

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
_ANCHOR = re.compile(r"(?s)^(?P<text>.*?)\s*\{#(?P<anchor>[\w.-]+)[^{}]*\}$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its anchor: `## 查询 {#get}`."""

    line: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of its head and, with their lines, of its rows, as they are written."""

    line: int
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code block: `js twoslash` and what is in it; `line` is the first line inside."""

    line: int
    info: str
    text: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Any other text, with the addresses it links to."""

    line: int
    text: str
    links: tuple[str, ...]


Block = Heading | Table | Code | Paragraph


def decoded(data: bytes, file: str) -> str:
    """The text of a page, lines ended by `\\n`.

    Raises:
        SpecError: not UTF-8 text, empty, or HTML.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start} is not UTF-8 text; save the page as UTF-8"
        raise SpecError([Problem(Source(file, line), message)]) from None
    if (at := text.find("\0")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise SpecError([Problem(Source(file, line), "a NUL character; the page is no text")])
    if not text.strip():
        raise SpecError([Problem(Source(file, 1), "the page is empty")])
    if html := re.match(r"(?i)\s*(<\?xml|<!doctype|<html|<head|<body)", text):
        line = text.count("\n", 0, html.start(1)) + 1
        message = "this is HTML; save the Markdown source of the page"
        raise SpecError([Problem(Source(file, line), message)])
    return text


def front_matter(text: str, file: str) -> tuple[dict[str, str], str]:
    """What stands between the `---` at the start of a page, and the text with these lines blank.

    Raises:
        SpecError: the front matter never ends.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text
    end = next((place for place, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        message = "the front matter that starts here never ends (`---` on a line of its own)"
        raise SpecError([Problem(Source(file, 1), message)])
    try:
        found = yaml.safe_load("\n".join(lines[1:end]))
    except yaml.YAMLError:  # a title with a colon in it, say
        found = dict(line.split(": ", 1) for line in lines[1:end] if re.match(r"\w+: ", line))
    known = found.items() if isinstance(found, dict) else ()
    values = {str(key): " ".join(str(value or "").split()) for key, value in known}
    return values, "\n".join([""] * (end + 1) + lines[end + 1 :])


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a page in their order."""
    lines = text.split("\n")
    tokens = _MARKDOWN.parse(text)
    for place, token in enumerate(tokens):
        first, last = token.map or (0, 0)
        if token.type == "heading_open":
            content = tokens[place + 1].content
            found = _ANCHOR.match(content)
            yield Heading(
                first + 1, found["text"] if found else content, found["anchor"] if found else ""
            )
        elif token.type in ("fence", "code_block"):
            closed = token.type == "code_block" or _closes(lines[last - 1], token.markup)
            yield Code(first + 2, token.info.strip(), token.content, closed)
        elif token.type == "table_open":
            yield from _table(lines, first, last)
        elif token.type == "paragraph_open":
            yield _paragraph(first, tokens[place + 1])
        elif token.type == "html_block":
            yield Paragraph(first + 1, token.content.strip(), ())


def _closes(line: str, fence: str) -> bool:
    return re.fullmatch(rf"\s*{re.escape(fence[0])}{{{len(fence)},}}\s*", line) is not None


def _paragraph(first: int, inline: Token) -> Paragraph:
    links = [child.attrGet("href") for child in inline.children or () if child.type == "link_open"]
    return Paragraph(first + 1, inline.content, tuple(str(link) for link in links))


def _table(lines: list[str], first: int, last: int) -> Iterator[Block]:
    """The table on these lines; a line without `|` directly below it is meant as text."""
    end = next((n for n in range(first + 2, last) if "|" not in lines[n]), last)
    rows = [(n + 1, cells(lines[n])) for n in range(first + 2, end)]
    yield Table(first + 1, cells(lines[first]), tuple(rows))
    for n in range(end, last):
        if "|" in lines[n]:  # cells again after a line of text: a table without a head
            yield Paragraph(n + 1, lines[n].strip(), ())
        else:
            for inline in _MARKDOWN.parseInline(lines[n].strip()):
                yield _paragraph(n, inline)


def cells(line: str) -> tuple[str, ...]:
    """The cells of a row as they are written, `\\|` being a `|` inside one."""
    found = [cell.strip() for cell in escapedSplit(line.strip())]
    if found and not found[0]:
        del found[0]
    if found and not found[-1] and line.rstrip().endswith("|"):
        del found[-1]
    return tuple(found)
