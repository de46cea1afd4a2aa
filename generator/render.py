"""IR → texts: every template under `templates/` becomes the files its name stands for.

`{product}` and `{resource}` in a file name are expanded; `_name.jinja` is a partial; files without `.jinja` are copied.
Text of the spec reaches Python only through `doc` and `literal`, Markdown only through `cell` and `prose`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jinja2

from generator.ir import Api

Context = dict[str, Any]


def render(api: Api, templates: Path, pages: dict[str, Any]) -> dict[str, str]:
    """The files made from templates, by their path under `generated/`."""
    environment = _environment(templates)
    texts: dict[str, str] = {}
    for name in _files(templates):
        if name.endswith(".jinja") and not _is_partial(name):
            template = environment.get_template(name)
            for target, context in _expanded(name.removesuffix(".jinja"), api, pages):
                text = template.render(api=api, pages=pages, **context)
                if text.strip():  # a template with nothing to say for a product makes no file
                    texts[target] = text
    return texts


def copied(templates: Path) -> dict[str, str]:
    """The files that are what they are: the hand-written runtime."""
    return {name: (templates / name).read_text("utf-8") for name in _files(templates) if not name.endswith(".jinja")}


def _files(templates: Path) -> Iterator[str]:
    for path in sorted(templates.rglob("*")):
        name = path.relative_to(templates).as_posix()
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.split("/")):
            yield name  # hidden folders and __pycache__ are what tools leave behind


def _is_partial(name: str) -> bool:
    return name.rpartition("/")[2].startswith("_") and name.rpartition("/")[2].count(".") == 1


def _expanded(name: str, api: Api, pages: dict[str, Any]) -> Iterator[tuple[str, Context]]:
    """The files a template stands for, each with what it prints."""
    if "{product}" not in name:
        yield name, {}
        return
    for product in api.products:
        target = name.replace("{product}", product.name)
        if "{resource}" not in name:
            yield target, {"product": product}
            continue
        for resource in product.resources:
            page = pages[f"{product.name}.{resource.name}"]
            yield target.replace("{resource}", resource.name), {"product": product, "resource": resource, "page": page}


def _environment(templates: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # the output is Python and Markdown; the filters below escape for those
    )
    environment.filters |= {"doc": doc, "literal": literal, "cell": cell, "prose": prose, "json": to_json}
    return environment


def doc(text: str) -> str:
    """Text inside a docstring: nothing in it ends the docstring or is read as an escape."""
    text = text.replace("\\", "\\\\")
    return text.replace('"', '\\"') if '"""' in text or text[:1] == '"' or text[-1:] == '"' else text


def literal(value: Any) -> str:
    """A Python literal, in double quotes as black writes them."""
    text = repr(value)
    return f'"{text[1:-1]}"' if text.startswith("'") and '"' not in text else text


def cell(text: str) -> str:
    """Text inside a cell of a Markdown table: as `prose`, in one line without column marks."""
    lines = (_line(line, code=lambda span: span.replace("|", "\\|")) for line in text.split("\n"))
    return " ".join(filter(None, map(str.strip, lines)))


def prose(text: str) -> str:
    """Text of the spec in Markdown: paragraphs, lists and code spans are meant, all else shows as it was written."""
    return "\n".join(_line(line, code=str) for line in text.strip().split("\n"))


_LIST_MARK = re.compile(r"([ ]*)(-|[0-9]{1,9}\.)[ ]+(?=\S)")
_CODE_SPAN = re.compile(r"(`[^`]+`)")
_INLINE_MARK = re.compile(r"[\\`<\[\]*~|]|&(?=#?\w+;)|(?<![^\W_])_+|_+(?![^\W_])|(?<=\s)#(?=#*$)")
_BLOCK_MARK = re.compile(r"[#>=]|[+-](?=[\s-]|$)|:(?=-)|(?<=\d)[.)](?=\s|$)")


def _line(line: str, code: Callable[[str], str]) -> str:
    """One line: its indentation and list mark as they are, its code spans through `code`, all other marks escaped."""
    line = line.expandtabs(4).rstrip()
    mark = _LIST_MARK.match(line)
    start = mark[1][:3] + mark[2] + " " if mark else ""
    parts = _CODE_SPAN.split(line[mark.end() :] if mark else line.lstrip())
    rest = "".join(code(part) if _CODE_SPAN.fullmatch(part) else _plain(part) for part in parts)
    block = _BLOCK_MARK.match(rest, len(rest) - len(rest.lstrip("0123456789")))
    return start + (f"{rest[: block.start()]}\\{rest[block.start() :]}" if block else rest)


def _plain(text: str) -> str:
    return _INLINE_MARK.sub(lambda mark: "".join(f"\\{character}" for character in mark[0]), text)


def to_json(value: Any) -> str:
    """Indented JSON in the order of the spec."""
    return json.dumps(value, ensure_ascii=False, indent=2)
