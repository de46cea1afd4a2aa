"""IR → texts: every template becomes the files its name stands for, and each file says first what
it is made from.

`package/` and `reference/` hold templates: `{product}` and `{resource}` in a file name are
expanded, `_name.jinja` is a partial. Files that are no templates are copied. How a text is written
in Python or Markdown is decided in `filters`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

from generator.ir.package import Api
from generator.output import filters, viewers

Context = dict[str, Any]
PACKAGE = "wechatpay_marketing"


def render(api: Api, templates: Path, pages: dict[str, Any]) -> dict[str, str]:
    """The files made from templates, by their path under `generated/`."""
    environment = _environment(templates.resolve())
    bundle = viewers.shown(api, _samples(environment, pages))
    texts = {"openapi.json": _marked("openapi.json", filters.to_json(bundle) + "\n", "From spec/")}
    for name in _files(templates):
        if name.endswith(".jinja") and not _is_partial(name):
            template = environment.get_template(name)
            for target, context in _expanded(_target(name.removesuffix(".jinja")), api, pages):
                text = template.render(api=api, pages=pages, **context)
                if text.strip():  # a template with nothing to say for a product makes no file
                    texts[target] = _marked(target, text, f"From spec/ and templates/{name}")
    return texts


def _samples(environment: jinja2.Environment, pages: dict[str, Any]) -> dict[str, str]:
    """The call that the reference shows of each operation, by operation id."""
    calls: Any = environment.get_template("reference/_calls.jinja").module
    return {
        operation.id: calls.program(section.call)
        for page in pages.values()
        for operation, section in getattr(page, "entries", ())
        if section.call
    }


def copied(templates: Path) -> dict[str, str]:
    """The files that are what they are: the hand-written runtime, guides without figures."""
    names = [name for name in _files(templates) if not name.endswith(".jinja")]
    texts = {name: (templates / name).read_text("utf-8") for name in names}
    return {
        _target(name): _marked(name, text, f"Copied from templates/{name}")
        for name, text in texts.items()
    }


def _target(name: str) -> str:
    """Where under `generated/` the text of a template goes."""
    folder, _, rest = name.partition("/")
    return f"{PACKAGE}/{rest}" if folder in ("package", "runtime") else name


def _marked(name: str, text: str, origin: str) -> str:
    """The text under a first line that says where a change belongs; an empty file stays empty."""
    mark = f"{origin} by `make generate`; do not edit."
    match "md" if name.endswith("/llms.txt") else name.rpartition(".")[2]:
        case "py" | "txt" | "toml":
            return f"# {mark}\n{text}" if text else text
        case "md":
            return f"<!-- {mark} -->\n{text}"
        case "css":
            return f"/* {mark} */\n{text}"
        case "json":
            return text.replace("{", f'{{\n  "x-generated": {filters.to_json(mark)},', 1)
        case _:
            return text


def _files(templates: Path) -> Iterator[str]:
    for path in sorted(templates.rglob("*")):
        name = path.relative_to(templates).as_posix()
        if path.is_file() and not any(
            part.startswith((".", "__pycache__")) for part in name.split("/")
        ):
            yield name  # hidden folders and __pycache__ are what tools leave behind


def _is_partial(name: str) -> bool:
    """Whether it is `_name.jinja`; `_name.json.jinja` makes a file that is called so."""
    file = name.rpartition("/")[2]
    return file.startswith("_") and file.count(".") == 1


def _expanded(name: str, api: Api, pages: dict[str, Any]) -> Iterator[tuple[str, Context]]:
    """The files a template stands for, each with what it prints."""
    if "{product}" not in name:
        yield name, {}
        return
    for product in api.products:
        if "{resource}" not in name:
            yield name.format(product=product.name), {"product": product}
            continue
        for resource in product.resources:
            target = name.format(product=product.name, resource=resource.name)
            page = pages[f"{product.name}.{resource.name}"]
            yield target, {"product": product, "resource": resource, "page": page}


@functools.cache  # reads a template again when its file changes
def _environment(templates: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # it folds constants, of which there are few
        autoescape=False,  # the output is Python and Markdown; the filters escape for those
    )
    environment.filters |= filters.FILTERS
    return environment
