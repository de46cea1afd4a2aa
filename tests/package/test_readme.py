"""The Python blocks of the READMEs run from top to bottom, as a reader would paste them, against a
fake on a socket."""

from __future__ import annotations

import functools
import os
import re
import runpy
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import wechatpay_marketing
from wechatpay_marketing import AsyncWechatPay, WechatPay
from wechatpay_marketing.testing import FakeWechatPay, accounts

ROOT = Path(__file__).parents[2]
READMES = ["README.md", "README.zh-CN.md"]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def python_blocks(readme: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", read(readme), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("readme", READMES)
def test_the_blocks_run_in_their_order(
    readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = FakeWechatPay()
    variables = accounts.environment(tmp_path)
    Path(variables["WECHATPAY_PRIVATE_KEY"]).rename(tmp_path / "apiclient_key.pem")
    Path(variables["WECHATPAY_PUBLIC_KEY"]).rename(tmp_path / "pub_key.pem")
    monkeypatch.chdir(tmp_path)
    blocks = python_blocks(readme)
    assert len(blocks) >= 4
    with ExitStack() as clients, fake.serve() as url:

        def made(cls: type[Any], **arguments: Any) -> Any:
            """A client of the fake: all that differs from what a reader makes."""
            client = cls(**arguments, hosts=[url], _clock=fake.clock)
            return clients.enter_context(client) if cls is WechatPay else client

        monkeypatch.setattr(wechatpay_marketing, "WechatPay", functools.partial(made, WechatPay))
        monkeypatch.setattr(
            wechatpay_marketing, "AsyncWechatPay", functools.partial(made, AsyncWechatPay)
        )
        script = tmp_path / "pasted.py"
        script.write_text("\n\n".join(blocks), "utf-8")
        names = runpy.run_path(str(script))
    assert names["answer"].wechatpay_associate_time is not None
    assert "busifavor.coupons.associate" in {request.operation for request in fake.requests}


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
