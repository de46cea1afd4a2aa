"""What a page says and no specification of ours can carry is named; the rest is a draft that is
accepted."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop

from generator import rules
from generator.read import bundle
from generator.transcribe import command

UPLOAD = """\
| body {data-required} | object | 上传的内容，multipart/form-data
| file {data-required data-indent=1} | object | 文件
"""
META = "| meta {data-required data-indent=1} | object | 文件信息\n"
NAME = "| filename {data-required data-indent=2} | string | 文件名\n"
DIGEST = "| sha256 {data-required data-indent=2} | string | 摘要\n"
JSON = "| json {data-required} | object | 请求\n"
GOODS = "| goods_id {data-indent=1} | string | 商品编号\n"


def page(request: str, answer: str = "", wait: str = "") -> str:
    return f"""# 下单 {{#post}}

| 请求参数 | 类型 | 描述
| --- | --- | ---
{request}
```php
$r = $instance->chain('v3/shop/goods/{{goods}}')->post([]);
{wait}
```

| 返回字典 | 类型 | 描述
| --- | --- | ---
{answer or "| ok | boolean | 成功"}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            page(f"{JSON}{GOODS}{GOODS}"),
            ":7: left open: `goods_id` stands twice; the first one counts",
        ),
        (
            page(f"{JSON}{GOODS}| 名称 {{data-indent=1}} | string | x\n"),
            ":7: left open: '名称' is no name",
        ),
        (
            page(f"{JSON}{GOODS}| other | string | x\n"),
            ":7: left open: `other` is neither in the path",
        ),
        (page("| json | object[] | 请求\n" + GOODS), ":5: left open: the members of `json`"),
        (
            page(UPLOAD + META + NAME),
            ":5: left open: an upload of `meta` (`filename`, `sha256`) and",
        ),
        (page(UPLOAD), ":5: left open: an upload of `meta` (`filename`, `sha256`) and `file` is"),
        (
            page(UPLOAD + META + NAME + DIGEST.replace("string", "object")),
            ":5: left open: an upload of `meta` (`filename`, `sha256`) and `file`",
        ),
        (
            page(UPLOAD + META + NAME + DIGEST + "| kind {data-indent=2} | string | x\n"),
            ":10: left open: `kind` is not sent by an upload",
        ),
        (
            page(UPLOAD + META + NAME + DIGEST + "| kind {data-indent=1} | string | x\n"),
            ":10: left open: `kind` is not sent by an upload",
        ),
        (
            page("| goods {data-required} | object | 商品\n"),
            "to do: the type 'object' (line 5 of the",
        ),
        (page("| goods {data-required} | string[] | 商品\n"), "to do: the type 'string[]' (line 5"),
        (
            page(
                "| query | object | 查询\n| a {data-indent=1} | object[] | x\n"
                "| b {data-indent=2} | string | y\n"
            ),
            "to do: the type 'object[]' (line 6",
        ),
        (
            page("| headers | object | 头\n| X-A {data-indent=1} | string[] | x\n"),
            "the type 'string[]'",
        ),
        (
            page(JSON + "| out_request_no {data-indent=1} | integer | 单号\n"),
            "1 operation(s) on 1 page(s)",
        ),
        (
            page(JSON + "| out_request_no {data-indent=1} | string | 单号<br/>`A` 枚举值\n"),
            "1 operation(s) on 1 page(s)",
        ),
        (
            page(JSON + "| out_request_no {data-indent=1} | string | 单号，遵循rfc3339\n"),
            "1 operation(s) on 1 page(s)",
        ),
        (
            page(JSON + GOODS, "| a | string | x", "print($r->getStatusCode() === 204);"),
            "to do: the status; the page waits for 204, and lists members",
        ),
        (
            page(JSON + GOODS + "\n{.im-table #request}\n").replace(
                "| 请求参数 | 类型 | 描述\n", "| goods | string | 商品\n"
            ),
            ":3: a row stands where the head of the table belongs; it is read as one",
        ),
        (
            page(JSON + GOODS, "| a | string | x\n\n| b | string | y\n---"),
            ":17: a table row that bel",
        ),
        (
            page(JSON + GOODS, "{.im-table #response}").replace(
                "| 返回字典 | 类型 | 描述", "| ok | flag | 成功"
            ),
            ": a row stands where the head of the table belongs; it is read as one",
        ),
    ],
)
def test_what_cannot_be_carried_is_named_and_the_rest_is_accepted(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop(tmp_path)
    (tmp_path / "page.md").write_text(text, "utf-8")
    assert command.run(workshop.root, [tmp_path / "page.md"]) == 0
    heard = capsys.readouterr()
    assert said in heard.out + heard.err
    rules.check(bundle.read(workshop.spec))


def test_a_callback_whose_envelope_lacks_the_resource_gets_no_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop(tmp_path)
    (tmp_path / "page.md").write_text(
        """# 通知(SHOP.DONE) {#post}

| 请求参数 | 类型 | 描述
| --- | --- | ---
| body | object | 体
| event_type {data-indent=1} | string | `SHOP.DONE`
| ciphertext {data-indent=1} | string {data-encrypted=by-aes-gcm} | 密文
| id {data-indent=2} | string | 编号
""",
        "utf-8",
    )
    assert command.run(workshop.root, [tmp_path / "page.md"]) == 0
    assert (
        "no draft of SHOP.DONE: the envelope has no `resource` with an encrypted"
        in capsys.readouterr().out
    )
    rules.check(bundle.read(workshop.spec))
