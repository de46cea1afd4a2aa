"""IR → texts: every template under `templates/` becomes the files its name stands for.

`{product}` and `{resource}` in a file name are expanded; `_name.jinja` is a partial; files without `.jinja` are copied.
How a text is written in Python or Markdown is decided in `filters`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from generator import filters
from generator.ir import Api

Context = dict[str, Any]


def render(api: Api, templates: Path, pages: dict[str, Any], cache: Path | None = None) -> dict[str, str]:
    """The files made from templates, by their path under `generated/`; with a cache, templates are compiled once ever."""
    environment = _environment(templates)
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
        environment.bytecode_cache = jinja2.FileSystemBytecodeCache(str(cache))
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
        autoescape=False,  # the output is Python and Markdown; the filters escape for those
    )
    environment.filters |= filters.FILTERS
    return environment
