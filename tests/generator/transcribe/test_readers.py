"""The readers of both forms: what stands on a page is what they say, whatever stands on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import SpecError
from generator.transcribe import kinds
from generator.transcribe.markdown import Table, blocks, cells
from generator.transcribe.page import Row, nested, paths
from generator.transcribe.read import read
from generator.transcribe.tables import read as read_table
from generator.transcribe.typescript import Sample
from generator.transcribe.typescript import read as read_sample

NAMES = st.from_regex(r"[A-Za-z]([A-Za-z0-9_-]{0,12}[A-Za-z0-9])?( -[a-z]{1,8})?", fullmatch=True)
SCALARS = st.sampled_from(["string", "integer", "number", "boolean", "string[]", "integer[]"])
WORDS = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="`"
    ),
    max_size=20,
)
VALUES = st.lists(st.from_regex(r"[A-Z][A-Z0-9_]{0,9}", fullmatch=True), max_size=4, unique=True)


@st.composite
def described(draw: st.DrawFn, depth: int = 0) -> list[tuple[str, int, str, bool, list[str], str]]:
    """Rows as (name, depth, type, required, values, label), nested at random."""
    rows: list[tuple[str, int, str, bool, list[str], str]] = []
    for name in draw(st.lists(NAMES, min_size=1, max_size=4, unique=True)):
        below = draw(described(depth + 1)) if depth < 4 and draw(st.booleans()) else []
        kind = draw(st.sampled_from(["object", "object[]"])) if below else draw(SCALARS)
        values = [] if below or kind == "boolean" else draw(VALUES)
        label = draw(st.sampled_from(["单号", "状态", "a|b", "", "1、编号"]))
        rows += [(name, depth, kind, draw(st.booleans()), values, label), *below]
    return rows


def table(rows: list[tuple[str, int, str, bool, list[str], str]]) -> str:
    """The rows as a page writes them."""
    written = ["| 请求参数 | 类型 {.type} | 描述 {.desc}", "| --- | --- | ---"]
    for name, depth, kind, required, values, label in rows:
        marks = " ".join(["data-required"] * required + [f"data-indent={depth}"] * bool(depth))
        tooltip = ' {data-tooltip="array"}' if kind.startswith("object") else ""
        text = label.replace("|", "\\|")
        if values:
            text += "<br/>" + " \\| ".join(f"`{value}`" for value in values) + " 枚举值之一"
        written.append(f"| {name}{f' {{{marks}}}' if marks else ''} | {kind}{tooltip} | {text}")
    return "\n".join(written)


@given(described())
def test_a_table_is_read_as_it_is_written(
    rows: list[tuple[str, int, str, bool, list[str], str]],
) -> None:
    (found,) = [block for block in blocks(table(rows)) if isinstance(block, Table)]
    read = read_table(found, "page.md")
    assert read.remarks == ()
    assert [
        (row.name, row.depth, row.type, row.required, list(row.words.enum)) for row in read.rows
    ] == [row[:5] for row in rows]
    assert [row.line for row in read.rows] == list(range(3, len(rows) + 3))


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"]))))
def test_every_row_is_carried_over_or_reported(texts: list[str]) -> None:
    """Whatever a cell holds: the row is there, or something is said about its line."""
    lines = [
        "| 请求参数 | 类型 | 描述",
        "| --- | --- | ---",
        *(f"| a | string | {t}" for t in texts),
    ]
    page = list(blocks("\n".join(lines)))
    tables = [block for block in page if isinstance(block, Table)]
    read = read_table(tables[0], "page.md")
    known = {row.line for row in read.rows} | {remark.source.line for remark in read.remarks}
    assert known == set(range(3, len(lines) + 1))


@given(st.lists(WORDS.map(str.strip).filter(lambda text: not text.endswith("\\")), min_size=2))
def test_cells_come_back_as_they_were_put_in(texts: list[str]) -> None:
    filled = [text.replace("|", "/") or "x" for text in texts]
    assert cells("| " + " | ".join(filled)) == tuple(filled)


@st.composite
def interface(draw: st.DrawFn, depth: int = 0) -> tuple[str, list[tuple[str, int, str, bool]]]:
    """The body of an interface, and its rows."""
    text, rows = "{\n", list[tuple[str, int, str, bool]]()
    names = st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True)
    for name in draw(st.lists(names, max_size=4, unique=True)):
        optional, listed = draw(st.booleans()), draw(st.booleans())
        if depth < 3 and draw(st.booleans()):
            inner, below = draw(interface(depth + 1))
            kind = "object"
        else:
            kind = inner = draw(st.sampled_from(["string", "number", "boolean", "string | Date"]))
            below, listed = [], listed and "|" not in kind
        text += f"'{name}'{'?' * optional}: {inner}{'[]' * listed}\n"
        rows += [(name, depth, kind + "[]" * listed, optional), *below]
    return text + "}", rows


@given(interface())
def test_an_interface_is_read_as_it_is_written(
    written: tuple[str, list[tuple[str, int, str, bool]]],
) -> None:
    body, rows = written
    text = f"namespace A {{\nexport interface WellformedResponse {body}\n}}\nwxpay.v3.a.get({{}})"
    sample = read_sample(text, 1, "page.md")
    assert sample is not None
    assert sample.remarks == ()
    found = [(row.name, row.depth, row.type, row.required is False) for row in sample.answer]
    assert found == rows


TYPES = """
type Mode = 'A' | "B" | `C`
enum Kind { One = 'ONE', Two = "TWO", Three = 3 }
enum Plain { X, Y = 4, Z }
interface Base { id: string; no?: number }
interface Of<T> { of: T }
"""


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("a: Mode", ["a string A B C"]),
        ("a: Kind[]", ["a string[] ONE TWO 3"]),
        ("a?: Plain", ["a? number 0 4 5"]),
        ("a: readonly string[]", ["a string[]"]),
        ("readonly a: string", ["a string"]),
        ("a: (string | number)[]", ["a (string | number)[]"]),
        ("a: Record<string, string>", ["a object"]),
        ("a: Map<string, { b: string }>", ["a object"]),
        ("a: { [key: string]: number }", ["a object"]),
        ("a: Base", ["a object", "a.id string", "a.no? number"]),
        ("a: Partial<Base>[]", ["a object[]", "a.id? string", "a.no? number"]),
        ("a: Readonly<Base>", ["a object", "a.id string", "a.no? number"]),
        ("a: Base & { b: string }", ["a object", "a.id string", "a.no? number", "a.b string"]),
        ("a: string | null | undefined", ["a string"]),
        ("a: 1 | 2", ["a number 1 2"]),
        ("a: true", ["a boolean true"]),
        ("a: [string, string]", ["a string[]"]),
        ("a: string, b: number; // c: string", ["a string", "b number"]),
        ("/** @deprecated */ 'a-b'?: Date", ["a-b? Date"]),
    ],
)
def test_types_are_read_in_every_spelling(written: str, rows: list[str]) -> None:
    sample = sampled(f"interface WellformedResponse {{ {written}\n}}")
    assert sample.remarks == ()
    found = [
        " ".join([f"{name}{'?' * (row.required is False)}", row.type, *row.words.enum])
        for name, row in paths(sample.answer)
    ]
    assert found == rows


@pytest.mark.parametrize(
    ("declared", "remark"),
    [
        ("interface WellformedResponse { f(): void }", "not a member: 'f(): void'"),
        ("interface WellformedResponse { a: Omit<Base, 'id'> }", "`a` has a type that is not read"),
        ("interface WellformedResponse { a: (b: string) => void }", "`a` has a type that is not"),
        ("interface WellformedResponse extends Of<string> { a: string }", "`Of<string>` takes"),
        ("interface WellformedResponse extends Elsewhere { a: string }", "`Elsewhere` is not on"),
        ("interface WellformedResponse { a: string; [k: string]: any }", "other members"),
        (
            "interface WellformedResponse { a: {b: string} | {c: string} }",
            "alternatives of several",
        ),
        ("interface WellformedResponse { a: `x-${string}` }", "`a` has a type that is not read"),
    ],
)
def test_what_a_type_says_beyond_rows_is_reported(declared: str, remark: str) -> None:
    assert any(remark in str(found) for found in sampled(declared).remarks)


def sampled(declared: str) -> Sample:
    text = f"namespace A {{{TYPES}\n{declared}\n}}\nwxpay.v3.a.get({{}})"
    sample = read_sample(text, 1, "page.md")
    assert sample is not None
    return sample


def test_rows_become_a_tree() -> None:
    rows = tuple(Row(n, "abcd"[n], depth, "object", None) for n, depth in enumerate([0, 1, 3, 1]))
    (top,) = nested(rows)
    assert [child.row.name for child in top.children] == ["b", "d"]
    assert [child.row.name for child in top.children[0].children] == ["c"]


HEAD = "# 查询 {#get}\n\n"
CALL = "```php\n$instance->chain('v3/a')->get([]);\n```\n"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "page.md:1: the page is empty"),
        (b"\n \n", "page.md:1: the page is empty"),
        (b"a\nb\xff\xfe", "page.md:2: byte 3 is not UTF-8 text; save the page as UTF-8"),
        ("查询".encode("gb18030"), "page.md:1: byte 0 is not UTF-8 text; save the page as UTF-8"),
        ("# 查询".encode("utf-16"), "page.md:1: byte 0 is not UTF-8 text; save the page as UTF-8"),
        (b"a\n\0", "page.md:2: a NUL character; the page is no text"),
        (
            b"\n<!DOCTYPE html>\n<html></html>",
            "page.md:2: this is HTML; save the Markdown source of the page",
        ),
        (
            b"---\ntitle: a\n",
            "page.md:1: the front matter that starts here never ends (`---` on a line of its own)",
        ),
        (
            b"# A\n\njust text",
            "page.md:1: no operation on this page: neither a table of parameters nor a sample",
        ),
        (
            f"{HEAD}{CALL}\n```php\n| a |".encode(),
            "page.md:7: a code block that is never closed; all that follows would be lost in it",
        ),
        (
            f"{HEAD}| 请求参数 | 类型\n| --- | ---\n| a | string".encode(),
            "page.md:1: neither a call that names method and URL, nor the event type of a callback",
        ),
    ],
)
def test_a_page_that_cannot_be_read_is_named_with_its_line(
    content: bytes, problem: str, tmp_path: Path
) -> None:
    (tmp_path / "page.md").write_bytes(content)
    with pytest.raises(SpecError) as caught:
        read(tmp_path / "page.md", "page.md")
    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("rows", "remark"),
    [
        ("| a | string | x | y", "5: an unescaped `|`; what follows it is read as part of"),
        ("| a {data-indent=2} | string | x", "5: `a` is indented below nothing"),
        ("| a | string | x\n| b {data-indent=1} | string | y", "6: `b` stands below `a`, which is"),
        ("| a | string | x\n| a | string | y", "6: `a` stands twice, first on line 5"),
        ("| a {data-odd=1} | string | x", "5: a mark that is not known: data-odd"),
        ("| a {data-required | string | x", "5: marks that cannot be read"),
        ("| a | string {data-encrypted} | x", "5: data-encrypted= is no cipher that is known"),
        ("| a | string {data-encrypted=by-sm2} | x", "5: data-encrypted=by-sm2 is no cipher that"),
        ("| a {data-indent=x} | string | x", "5: data-indent=x is no number; read as 0"),
        ("| 说明文字 {colspan=3}", "5: a row of one cell: '说明文字'"),
        ("| | string | x", "5: a row without a name"),
        ("| a | | x", "5: `a` has no type"),
        ("| a | string | 枚举定义见`状态表`一节", "5: values that could not be told apart"),
        ("| a | string | x\n\n| b | string | y", "7: a table row that belongs to no table"),
    ],
)
def test_what_is_odd_is_reported_with_its_line(rows: str, remark: str, tmp_path: Path) -> None:
    text = f"{HEAD}| 请求参数 | 类型 | 描述\n| --- | --- | ---\n{rows}\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    page = read(tmp_path / "page.md", "page.md")
    assert any(str(found).startswith(f"page.md:{remark}") for found in page.remarks), page.remarks


@pytest.mark.parametrize(
    "written",
    [
        "| a_b {data-required}",
        "| `a_b` {data-required}",
        "| **a_b** {data-required}",
        "| a\\_b {data-required}",
        "| <b>a_b</b> {data-required}",
        "| a_b{data-required=true}",
        "| a_b {data-required} {data-indent=0}",
        "| {data-required} a_b",
        "|\ta_b\t{ data-required }\t",
    ],
)
def test_a_name_is_read_however_it_is_set(written: str, tmp_path: Path) -> None:
    text = f"{HEAD}| 请求参数 | 类型 | 描述\n| --- | --- | ---\n{written} | string | x\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    page = read(tmp_path / "page.md", "page.md")
    assert page.remarks == ()
    assert [(row.name, row.required) for row in page.described[0].request] == [("a_b", True)]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("请求参数 | 类型 | 必填 | 描述", "a | string | 是 | 单号"),
        ("请求参数 | 变量 | 类型 | 必填 | 描述", "单号的名称 | a | string | 是 | 单号"),
        ("请求参数 | 必填 | 类型 | 说明", "a | required | string | 单号"),
        ("请求参数 | 描述 | 类型 | 是否必传", "a | 单号 | string | true"),
        ("请求参数 | 类型 | 描述 | 备注", "a {data-required} | string | 单号 | 不变"),
    ],
)
def test_columns_are_known_by_their_heads(head: str, row: str, tmp_path: Path) -> None:
    line = "|".join(["---"] * (head.count("|") + 1))
    text = f"{HEAD}| {head} |\n| {line} |\n| {row} |\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    page = read(tmp_path / "page.md", "page.md")
    first = page.described[0].request[0]
    assert page.remarks == ()
    assert (first.name, first.type, first.required, first.words.label) == (
        "a",
        "string",
        True,
        "单号",
    )


def test_a_column_that_is_not_there_is_reported(tmp_path: Path) -> None:
    text = f"{HEAD}| 请求参数 | 描述\n| --- | ---\n| a | 单号\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    page = read(tmp_path / "page.md", "page.md")
    assert [str(remark) for remark in page.remarks] == ["page.md:5: `a` has no type"]
    assert page.described[0].request[0].words.label == "单号"


@pytest.mark.parametrize("head", ["返回字典", "返回参数", "应答参数", "响应参数", "回包参数"])
def test_a_table_of_the_answer_is_known_by_its_head(head: str, tmp_path: Path) -> None:
    text = f"{HEAD}| {head} | 类型 | 描述\n| --- | --- | ---\n| a | string | 单号\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    page = read(tmp_path / "page.md", "page.md")
    assert [row.name for row in page.described[0].answer] == ["a"]


@pytest.mark.parametrize(
    ("written", "kind", "listed"),
    [
        ("String", "string", False),
        ("string[1,32]", "string", False),
        ("string(64)", "string", False),
        ("Integer", "integer", False),
        ("uint64", "integer", False),
        ("Bool", "boolean", False),
        ("array[string]", "string", True),
        ("Array<string>", "string", True),
        ("list<int>", "integer", True),
        ("string []", "string", True),
    ],
)
def test_words_for_types_are_known_in_every_spelling(
    written: str, kind: str, listed: bool, tmp_path: Path
) -> None:
    text = f"{HEAD}| 请求参数 | 类型 | 描述\n| --- | --- | ---\n| a | {written} | x\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    row = read(tmp_path / "page.md", "page.md").described[0].request[0]
    assert kinds.is_known(row)
    assert (kinds.kind(row), row.is_list) == (kind, listed)


@pytest.mark.parametrize(
    "written", ["array[object]", "Array<Object>", "Object", "list", "object[]"]
)
def test_rows_below_an_object_in_any_spelling_are_its_members(written: str, tmp_path: Path) -> None:
    rows = f"| a | {written} | x\n| b {{data-indent=1}} | string | y"
    text = f"{HEAD}| 请求参数 | 类型 | 描述\n| --- | --- | ---\n{rows}\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    assert read(tmp_path / "page.md", "page.md").remarks == ()


def test_a_type_says_how_long_a_text_is_and_how_its_words_are_meant(tmp_path: Path) -> None:
    rows = "| a | string[1,32] | x\n| b | string(64) | 不超过32个字符\n| c | int64 | 金额，单位为分"
    text = f"{HEAD}| 请求参数 | 类型 | 描述\n| --- | --- | ---\n{rows}\n\n{CALL}"
    (tmp_path / "page.md").write_text(text, "utf-8")
    found = read(tmp_path / "page.md", "page.md").described[0].request
    assert [dict(row.words.limits) for row in found] == [
        {"minLength": 1, "maxLength": 32},
        {"maxLength": 32},
        {"unit": "分"},
    ]


def test_two_tables_of_one_kind_are_reported(tmp_path: Path) -> None:
    one = "| 返回字典 | 类型 | 描述\n| --- | --- | ---\n| a | string | x\n\n"
    (tmp_path / "page.md").write_text(f"{HEAD}{CALL}\n{one}{one}", "utf-8")
    page = read(tmp_path / "page.md", "page.md")
    assert [str(remark) for remark in page.remarks] == [
        "page.md:11: a second response table; its 1 rows are left out"
    ]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(ending: str, tmp_path: Path) -> None:
    text = f"{HEAD}| 请求参数 | 类型 | 描述\n| --- | --- | ---\n| a | string | x\n\n{CALL}"
    (tmp_path / "one.md").write_text(text, "utf-8")
    (tmp_path / "two.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", ending).encode())
    one, two = (read(tmp_path / f"{name}.md", "page.md") for name in ("one", "two"))
    assert one == two


@pytest.mark.parametrize(
    "sample",
    [
        "$instance->v3->a->_b_->cDee->get(['b' => 1]);",
        "$instance->chain('v3/a/{b}/c-dee')->getAsync(['b' => 1])->then(f())->wait();",
        "$r = $instance['v3/a/{b}/c-dee']->get(['b' => 1]);",
    ],
)
def test_three_spellings_of_a_call_are_one_url(sample: str, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"{HEAD}```php\n{sample}\n```\n", "utf-8")
    (described_here,) = read(tmp_path / "page.md", "page.md").described
    assert described_here.key == "GET /v3/a/{b}/c-dee"
    assert described_here.sample == {"b": 1}
