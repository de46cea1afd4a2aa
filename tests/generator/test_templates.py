"""What templates may do, and what the IR holds for them."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from unicodedata import east_asian_width

import jinja2
import pytest
from jinja2 import nodes
from workshop import PACKAGE, ROOT

from generator import ir
from generator.output.filters import doc

TEMPLATES = sorted((ROOT / "templates").rglob("*.jinja"))
DECISIONS = (nodes.Compare, nodes.Concat, nodes.Add, nodes.Slice, nodes.Test)
"""What would compute, compare or choose."""
UNBREAKABLE = re.compile(r"\s*\S+\s*")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_print_and_decide_nothing(path: object) -> None:
    text = (ROOT / "templates" / str(path)).read_text("utf-8")
    tree = jinja2.Environment().parse(text)
    found = [f"line {node.lineno}: {type(node).__name__}" for node in tree.find_all(DECISIONS)]
    assert found == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_fits_a_screen(path: object) -> None:
    assert len((ROOT / "templates" / str(path)).read_text("utf-8").splitlines()) <= 80


def test_every_field_of_the_ir_is_read() -> None:
    sources = [*(ROOT / "generator").rglob("*.py"), *TEMPLATES]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    unread = [
        f"{value.__name__}.{field.name}"
        for module in pkgutil.iter_modules(ir.__path__)
        if module.name != "corpus"  # read by the fake
        for value in vars(importlib.import_module(f"{ir.__name__}.{module.name}")).values()
        if dataclasses.is_dataclass(value) and value.__module__.endswith(module.name)
        for field in dataclasses.fields(value)
        if not re.search(rf"\.{field.name}\b", text)
    ]
    assert unread == []


def columns(line: str) -> int:
    return sum(1 + (east_asian_width(character) in "WF") for character in line)


def test_generated_python_fits_a_hundred_columns() -> None:
    """Addresses, paths and other words that cannot be broken aside."""
    too_long = [
        f"{path.name}:{number}"
        for path in (ROOT / "generated" / PACKAGE).rglob("*.py")
        if (text := path.read_text("utf-8")).startswith("# From spec/")
        for number, line in enumerate(text.splitlines(), 1)
        if columns(line) > 100 and not UNBREAKABLE.fullmatch(line)
    ]
    assert too_long == []


def test_a_docstring_is_folded_between_words_and_wide_characters() -> None:
    text = doc("名称：" + "商户订单号，" * 10 + "`out_trade_no` 与 AppID", margin=4, hang=2)
    first, *others = text.split("\n")
    assert all(columns(line) <= 94 for line in (first, *others))
    assert all(line.startswith(" " * 6) and line[6] not in "，。 " for line in others)
    assert "".join(line.strip() for line in (first, *others)).startswith("名称：商户订单号，商户")


def test_a_text_of_several_lines_keeps_them() -> None:
    assert doc("一\n\n- 二", margin=4) == "一\n\n    - 二"
