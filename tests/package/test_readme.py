"""The READMEs: every Python block runs as it stands, against a fake on a socket, and both say the
same."""

from __future__ import annotations

import ast
import functools
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import wechatpay_marketing
from wechatpay_marketing.testing import FakeWechatPay, accounts

ROOT = Path(__file__).parents[2]
READMES = ["README.md", "README.zh-CN.md"]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def python_blocks(readme: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", read(readme), re.MULTILINE | re.DOTALL)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWechatPay]:
    """What a reader has: an account in the environment, its keys in the working folder. All that
    differs is the host."""
    fake = FakeWechatPay()
    for name, value in accounts.environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    for name, variable in (
        ("apiclient_key.pem", "WECHATPAY_PRIVATE_KEY"),
        ("pub_key.pem", "WECHATPAY_PUBLIC_KEY"),
    ):
        shutil.copy(os.environ[variable], tmp_path / name)
    monkeypatch.chdir(tmp_path)
    with fake.serve() as url:
        for client in (wechatpay_marketing.WechatPay, wechatpay_marketing.AsyncWechatPay):
            there = {"hosts": [url], "_clock": fake.clock}
            made = functools.partialmethod(client.__init__, **there)
            monkeypatch.setattr(client, "__init__", made)
        yield fake


@pytest.mark.parametrize(
    ("readme", "block"),
    [(name, block) for name in READMES for block in range(len(python_blocks(name)))],
)
def test_every_block_runs_as_it_stands(
    readme: str, block: int, fake: FakeWechatPay, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, Any] = {}
    exec(compile(python_blocks(readme)[block], f"block {block} of {readme}", "exec"), names)
    said = capsys.readouterr().out
    assert said or "receive" in names or "fake" in names
    assert "may have happened" not in said
    assert "not sent" not in said
    if "receive" in names:
        with names["pay"]:
            assert names["receive"](*fake.callback("COUPON.SEND")).status < 300
            forged = names["receive"](*fake.callback("COUPON.SEND", fault="bad_signature"))
        assert forged.status == 401
        assert json.loads(forged.body)["message"] == "not verified"


def test_both_say_the_same() -> None:
    """The same code, links, commands and headings, in two languages."""
    english, chinese = ([*map(ast.dump, map(ast.parse, python_blocks(name)))] for name in READMES)
    assert english == chinese
    for what in (r"^#+ ", r"^```sh\n(?:[^`#]*)", r"\]\(((?!README)[^)]+)\)", r"^\d\. ", r"^\| "):
        first, second = (re.findall(what, read(name), re.MULTILINE) for name in READMES)
        assert sorted(first) == sorted(second), what


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_to_files(readme: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", read(readme))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_make_targets_named_exist() -> None:
    named = {
        name
        for readme in READMES
        for name in re.findall(r"(?:`|^)make (\w+)", read(readme), re.MULTILINE)
    }
    targets = set(re.findall(r"^(\w+):", read("Makefile"), re.MULTILINE))
    assert named <= targets, os.linesep.join(sorted(named - targets))
