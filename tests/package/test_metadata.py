"""What an index of packages shows of this one, read from wherever it is installed."""

from __future__ import annotations

import re
from importlib import metadata, resources

import wechatpay_marketing

PACKAGE = metadata.metadata("wechatpay-marketing")


def test_the_version_stands_in_one_place() -> None:
    assert metadata.version("wechatpay-marketing") == wechatpay_marketing.__version__


def test_an_index_has_something_to_show() -> None:
    for name in ("Summary", "Author", "Keywords", "License-Expression", "Requires-Python"):
        assert PACKAGE[name], name
    assert PACKAGE["Description-Content-Type"] == "text/markdown"
    assert PACKAGE["Description"].lstrip().startswith("# wechatpay-marketing")
    assert "## 安装，并完成第一次调用" in PACKAGE["Description"]
    assert PACKAGE.get_all("Project-URL")
    assert PACKAGE.get_all("License-File") == ["LICENSE"]


def test_an_index_shows_no_link_into_a_repository_that_it_lacks() -> None:
    links = re.findall(r"\]\(([^)]*)\)", PACKAGE["Description"])
    assert [link for link in links if not link.startswith("https://")] == []
    assert "guides in Markdown" in PACKAGE["Description"]


def test_the_package_says_that_it_is_typed() -> None:
    assert "Typing :: Typed" in (PACKAGE.get_all("Classifier") or [])
    assert resources.files(wechatpay_marketing).joinpath("py.typed").is_file()
