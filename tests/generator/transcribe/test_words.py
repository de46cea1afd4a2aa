"""What is read out of the words of a description, and how labels are set."""

from __future__ import annotations

import pytest

from generator.transcribe.naming import proposed
from generator.transcribe.texts import label
from generator.transcribe.words import read
from generator.transcribe.yamltext import Noted, flow, lines, scalar


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("状态<br/>`A` \\| `B` 枚举值之一", ("A", "B")),
        ("`A`\\|`B`枚举值之一", ("A", "B")),
        ("类型<br/>`A` 枚举值", ("A",)),
        ("状态码<br/>`20X` `4XX` 枚举值之一", ("20X", "4XX")),
        ("状态：<br/>`A`：可用<br/>`B`：过期", ("A", "B")),
        ("1、`A`：成功<br/>2、`B`：失败", ("A", "B")),
        ("附加数据<br/>固定为`certificate`", ("certificate",)),
        ("`application/json`", ("application/json",)),
        ("可选值：`A`、`B`", ("A", "B")),
        ("可选：`A`或`B`", ("A", "B")),
        ("可取`A`以及`B`这些值", ("A", "B")),
        ("状态<br/>`A`｜`B` 枚举值之一", ("A", "B")),
        ("状态，枚举值: [`A`,`B`]", ("A", "B")),
        ("状态，枚举值：「`A`」「`B`」", ("A", "B")),
        ("状态 enum: `A`, `B`", ("A", "B")),
        ("状态<br/>`A`/`B`/`C`", ("A", "B", "C")),
        ("渠道<br/>`A` \\| `B`", ("A", "B")),
        ("状态<br/><code>A</code> \\| <code>B</code> 枚举值之一", ("A", "B")),
        ("交易类型，枚举：JSAPI、NATIVE、APP", ("JSAPI", "NATIVE", "APP")),
        ("交易类型，枚举值：<br/>JSAPI：公众号<br/>NATIVE：扫码", ("JSAPI", "NATIVE")),
        ("类型，可选值：FIX-固定、TERM-相对", ("FIX", "TERM")),
        ("性别，取值：1=男,2=女", ("1", "2")),
        ("当`type`为`A`时必填", ()),
        ("见`a`、`b`两个接口", ()),
        ("格式如`2020-01-01`", ()),
        ("范围，不传默认为`ALL`", ()),
        ("数量，取值范围：1-100", ()),
        ("金额，当`business_type`为`MULTI`时返回", ()),
        ("元信息，包含两个参数：`sha256`、`filename`", ()),
        ("图片的`sha256`摘要", ()),
    ],
)
def test_values(text: str, values: tuple[str, ...]) -> None:
    assert read(text, "string")[0].enum == values


@pytest.mark.parametrize(
    "text",
    [
        "枚举定义见`状态表`一节",
        "类型，枚举值见附录",
        "可选值请参考`type`的说明",
    ],
)
def test_values_that_cannot_be_told_apart_are_reported(text: str) -> None:
    words, unread = read(text, "string")
    assert words.enum == ()
    assert unread == [f"values that could not be told apart: {text!r}"]


def test_meanings_are_texts_without_tags() -> None:
    words, _ = read("类型：<ul><li>`A`：甲</li><li>`B`：乙&amp;丙</li></ul>", "string")
    assert dict(words.meanings) == {"A": "甲", "B": "乙&丙"}
    assert read("名称 &lt;=20 <!-- 注释 -->", "string")[0].label == "名称 <=20"


def test_meanings_are_found_where_the_page_says_them() -> None:
    words, _ = read(
        "类型(NORMAL：满减券 EXCHANGE：换购券)<br/>`NORMAL` \\| `EXCHANGE` 枚举值之一", "string"
    )
    assert words.label == "类型"
    assert dict(words.meanings) == {"NORMAL": "满减券", "EXCHANGE": "换购券"}


@pytest.mark.parametrize(
    ("kind", "text", "limits"),
    [
        ("string", "单号，不超过32个字符", {"maxLength": 32}),
        ("string", "备注，最多20个字", {"maxLength": 20}),
        ("string", "单号，长度1-32个字符", {"minLength": 1, "maxLength": 32}),
        ("string", "密文，最多32个字节", {}),
        ("string", "时间，遵循rfc3339标准格式", {"format": "date-time"}),
        ("string", "算法，默认为`RSA`", {"default": "RSA"}),
        ("integer", "金额，单位：分", {"unit": "分"}),
        ("integer", "押金，单位为分，只能为整数", {"unit": "分"}),
        ("integer", "时长，单位：分钟", {}),
        ("integer", "数量，取值范围[1,100]", {"minimum": 1, "maximum": 100}),
        ("integer", "数量，最大值为50", {"maximum": 50}),
        ("object[]", "门店，最多200个", {"maxItems": 200}),
        ("object[]", "门店，每个名称最多20个字", {}),
        ("number", "金额，不能超过原订单支付金额", {}),
    ],
)
def test_limits(kind: str, text: str, limits: dict[str, object]) -> None:
    assert dict(read(text, kind)[0].limits) == limits


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("商品券ID", "商品券 ID"),
        ("品牌id", "品牌 ID"),
        ("券的code码。", "券的 code 码"),
        ("商户AppId", "商户 AppID"),
        ("用户openid", "用户 OpenID"),
        ("由activate_ticket换取", "由 `activate_ticket` 换取"),
        ("见[官网](https://a.b/c)说明", "见官网说明"),
        ("媒体图⽚\u200b", "媒体图片"),
        ("声明`JSON`结构", "声明 `JSON` 结构"),
        ("未闭合的`引号", "未闭合的引号"),
    ],
)
def test_labels_are_set_as_the_specification_sets_them(text: str, fitted: str) -> None:
    assert label(text) == fitted
    assert label(fitted) == fitted


@pytest.mark.parametrize(
    ("method", "path", "title", "name"),
    [
        ("post", "/v3/marketing/umbrella/stands", "创建伞架", "umbrella.stands.create"),
        ("get", "/v3/marketing/umbrella/stands/{stand_id}", "查询伞架", "umbrella.stands.get"),
        ("get", "/v3/umbrella/stands", "查询伞架列表", "umbrella.stands.list"),
        (
            "post",
            "/v3/umbrella/stands/{id}/associate-stores",
            "关联",
            "umbrella.stands.associate_stores",
        ),
        ("post", "/v3/umbrella/stands/{id}/return", "归还", "umbrella.stands.return_"),
        ("patch", "/v3/umbrella/stands/{id}/budget", "修改预算", "umbrella.stands.update_budget"),
        (
            "post",
            "/v3/umbrella/users/{openid}/pre-send-coupon",
            "预发",
            "umbrella.user_coupons.pre_send",
        ),
        ("get", "/v3/umbrella/stands/out-no/{out_no}", "查询", "umbrella.stands.get_by_out_no"),
        ("post", "/v3/umbrella/media/image-upload", "上传", "umbrella.images.upload"),
        ("get", "/v3/umbrella-stand/umbrella-racks", "查询列表", "umbrella_stand.racks.list"),
        ("get", "/v3/certificates", "获取证书列表", "platform.certificates.list"),
        ("post", "/v3/umbrella/callbacks", "设置地址", "umbrella.callbacks.set"),
        ("get", "/v3/webhooks/funds", "查询", "webhooks_api.funds.get"),
        ("get", "/brand/marketing/umbrella/stands/{id}", "查询", "brand.stands.get"),
    ],
)
def test_names_follow_the_rules(method: str, path: str, title: str, name: str) -> None:
    assert str(proposed(path, method, title, lists="列表" in title)) == name


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("商户号", "商户号"),
        ("123", '"123"'),
        ("no", '"no"'),
        ("2025-08-01", '"2025-08-01"'),
        ("a: b", '"a: b"'),
        ("https://a.b/c", "https://a.b/c"),
        ("#/Name", "'#/Name'"),
        ("", '""'),
        ("1:30", '"1:30"'),
        ("a\nb", '"a\\nb"'),
        (True, "true"),
        (None, "null"),
    ],
)
def test_text_is_quoted_only_where_it_must_be(value: object, written: str) -> None:
    assert scalar(value) == written
    assert flow({"a": [value]}) == f"{{a: [{written}]}}"


def test_what_is_left_to_do_is_one_line_that_can_be_read() -> None:
    """It quotes the page, whatever stands there."""
    (line,) = lines({"a": Noted("b", "the values A\nB\x0bC\ufeff: {c}")})
    assert line == "a: b  # TODO the values A\\nB\\x0bC\\ufeff: {c}"
