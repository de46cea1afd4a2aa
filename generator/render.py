"""IR → texts: every template under `templates/` becomes the files its name stands for.

`{product}` and `{resource}` in a file name are expanded; `_name.jinja` is a partial; files without `.jinja` are copied.
Text of the spec reaches Python only through `doc` and `literal`, Markdown only through `cell` and `prose`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
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
    return '"' + text[1:-1].replace("\\'", "'") + '"' if text.startswith("'") and '"' not in text else text


def cell(text: str) -> str:
    """Text inside a cell of a Markdown table: one line, no column marks, no HTML."""
    return re.sub(r"\s*\n\s*", " ", prose(text)).replace("|", "\\|").strip()


def prose(text: str) -> str:
    """Text of the spec in Markdown: lists and code spans are meant, HTML, links, headings and fences are not."""
    text = re.sub(r"[\\<\[\]]", r"\\\g<0>", text)
    return re.sub(r"(?m)^(\s*)(#|=+$|```|~~~)", r"\1\\\2", text)


def to_json(value: Any) -> str:
    """Indented JSON in the order of the spec."""
    return json.dumps(value, ensure_ascii=False, indent=2)
