"""A page read again: what the vendor changed, in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop

from generator.transcribe import command
from generator.transcribe.changes import changes

ROW = {"name": "json.a", "type": "string", "required": True, "enum": ["A", "B"], "maxLength": 8}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([ROW], [ROW], []),
        ([ROW], [{**ROW, "type": "integer"}], ["request `json.a`: type was string, is integer"]),
        ([ROW], [{**ROW, "required": False}], ["request `json.a`: is optional now"]),
        ([ROW], [{**ROW, "enum": ["A"]}], ["request `json.a`: value B is gone"]),
        ([ROW], [{**ROW, "enum": ["A", "B", "C"]}], ["request `json.a`: value C is new"]),
        (
            [ROW],
            [{**ROW, "enum": ["B", "A"]}],
            ["request `json.a`: the values stand in another order"],
        ),
        ([ROW], [{**ROW, "maxLength": 9}], ["request `json.a`: maxLength was 8, is 9"]),
        ([], [{"name": "b", "type": "string"}], ["request `b` is new: string"]),
        ([{"name": "b", "type": "string"}], [], ["request `b` is gone: string"]),
        (
            [ROW, ROW],
            [ROW],
            [f"request `json.a (2)` is gone: string, required, enum {ROW['enum']}, maxLength 8"],
        ),
        (
            [ROW, {"name": "b", "type": "string"}],
            [{"name": "b", "type": "string"}, ROW],
            ["request the rows stand in another order"],
        ),
    ],
)
def test_each_change_is_one_sentence(
    before: list[dict[str, object]], after: list[dict[str, object]], said: list[str]
) -> None:
    assert list(changes({"request": before}, {"request": after})) == said


def test_an_answer_that_becomes_json_and_new_links_are_told() -> None:
    before = {"links": ["https://a"], "answer": "empty"}
    after = {"links": ["https://b"], "rate": "5/s", "answer": [ROW]}
    assert list(changes(before, after)) == [
        "links: https://b is new",
        "links: https://a is gone",
        "rate: 5/s is new",
        "the answer was empty, is JSON of 1 rows",
    ]


PAGE = """# 下单 {#post}

| 请求参数 | 类型 | 描述
| --- | --- | ---
| json {data-required} | object | 请求
| goods_id {data-required data-indent=1} | string | 商品ID

```php
$instance->chain('v3/shop/orders')->post(['json' => ['goods_id' => 'G1']]);
```
"""


def test_what_changed_since_the_last_reading_is_told(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, "utf-8")
    command.run(workshop.root, [page])
    page.write_text(PAGE.replace("goods_id {data-required ", "goods_id {"), "utf-8")
    capsys.readouterr()
    command.run(workshop.root, [page])
    place = "spec/pages/php/v3/shop/orders.yaml: post"
    assert f"{place}: request `json.goods_id`: is optional now\n" in capsys.readouterr().out


def test_two_pages_of_one_operation_do_not_overwrite_each_other(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(PAGE.replace("商品ID", name), "utf-8")
    command.run(workshop.root, [tmp_path / "a.md", tmp_path / "b.md"])
    assert (
        f"post is described by {tmp_path / 'a.md'} too, and left out here"
        in capsys.readouterr().out
    )


def test_a_broken_page_leaves_nothing_and_the_others_are_written(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("<html></html>", "utf-8")
    (tmp_path / "b.md").write_text(PAGE, "utf-8")
    assert (
        command.run(workshop.root, [tmp_path / "a.md", tmp_path / "b.md", tmp_path / "c.md"]) == 1
    )
    heard = capsys.readouterr()
    assert f"{tmp_path / 'a.md'}:1: this is HTML" in heard.err
    assert f"{tmp_path / 'c.md'}:1: No such file or directory" in heard.err
    assert [path.name for path in (workshop.spec / "pages").rglob("*.yaml")] == ["orders.yaml"]


def test_pages_read_one_after_the_other_do_not_overwrite_each_other(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What tells a page that changed from another page is its title."""
    for name in ("甲", "乙"):
        page = PAGE.replace("# 下单", f"# {name}").replace("商品ID | ", f"{name} | ")
        (tmp_path / f"{name}.md").write_text(page.replace("goods_id", f"{name}_id"), "utf-8")
        command.run(workshop.root, [tmp_path / f"{name}.md"])
    kept = (workshop.spec / "pages/php/v3/shop/orders.yaml").read_text("utf-8")
    assert "甲_id" in kept
    assert "乙_id" not in kept
    said = "post is kept from the page 甲, and left out here; if the page is called 乙 now, delete"
    assert f"{tmp_path / '乙.md'}:1: {said} spec/pages/php/v3" in capsys.readouterr().out


def cancelling(folder: Path, method: str, *names: str) -> list[Path]:
    """Pages that are one URL to a server."""
    for name in names:
        page = PAGE.replace("v3/shop/orders", f"v3/shop/orders/{{{name}}}/cancel")
        row = f"--- | ---\n| {name} {{data-required}} | string | {name}的编号\n"
        page = page.replace("--- | ---\n", row).replace("post", method)
        (folder / f"{name}.md").write_text(page, "utf-8")
    return [folder / f"{name}.md" for name in names]


def test_what_is_one_url_to_a_server_is_one_operation(
    workshop: Workshop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its placeholder takes what those of all its pages take."""
    command.run(workshop.root, cancelling(tmp_path, "post", "a", "b"))
    path = workshop.spec / "paths/v3/shop/orders/{a}/cancel.yaml"
    assert "a 的编号，或 b 的编号（`b`）" in path.read_text("utf-8")
    workshop.generate()
    capsys.readouterr()
    command.run(workshop.root, cancelling(tmp_path, "post", "a", "b", "c"))
    said, _ = capsys.readouterr().out.splitlines()
    assert said.endswith(
        "{c}/cancel (php): request: `a` takes `c` too, which its description does not name"
    )


def test_another_method_of_one_url_takes_the_names_that_are_there(
    workshop: Workshop, tmp_path: Path
) -> None:
    command.run(workshop.root, cancelling(tmp_path, "post", "a"))
    command.run(workshop.root, cancelling(tmp_path, "put", "b"))
    text = (workshop.spec / "paths/v3/shop/orders/{a}/cancel.yaml").read_text("utf-8")
    assert text.count("name: a, in: path") == 2
    workshop.generate()
    workshop.exercise()
