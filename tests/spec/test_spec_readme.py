"""spec/README.md says what the spec is: its worked example and its list of extensions are held
against the files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.rules.operations import OPERATION_KEYS

SPEC = Path(__file__).parents[2] / "spec"
README = (SPEC / "README.md").read_text("utf-8")


@pytest.mark.parametrize("quoted", re.findall(r"```yaml\n(.*?)```", README, re.DOTALL))
def test_the_worked_example_is_quoted_from_the_spec(quoted: str) -> None:
    assert any(quoted in path.read_text("utf-8") for path in SPEC.rglob("*.yaml"))


def test_every_extension_in_use_is_explained() -> None:
    explained = re.findall(r"^\| `(x-[A-Za-z-]+)` \|", README, re.MULTILINE)
    used = {
        key
        for path in SPEC.rglob("*.yaml")
        for key in re.findall(r"\b(x-[A-Za-z-]+):", path.read_text("utf-8"))
    }
    assert used <= set(explained)
    assert len(set(explained)) == len(explained)


def test_the_order_of_keys_is_the_one_that_lint_demands() -> None:
    assert ", ".join(OPERATION_KEYS) in " ".join(README.split())
