"""The pure functions of the generator: names, YAML, types, formatting, problems, and how text gets
into Python and Markdown."""

from __future__ import annotations

import ast
import json
import keyword
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator import names
from generator.build.types import _limits as limits
from generator.output import format
from generator.output.filters import call, cell, compact, doc, literal, prose
from generator.problems import Problem, Source, SpecError
from generator.read.parse import Map, parse

# -- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a", "stock_id", "return_", "A1", "appid"])
def test_identifiers(name: str) -> None:
    assert names.is_identifier(name)


@pytest.mark.parametrize(
    "name", ["", "_a", "1a", "a-b", "a.b", "a b", "á", "名", "return", "None", "a\n", "__class__"]
)
def test_no_identifiers(name: str) -> None:
    assert not names.is_identifier(name)


@given(st.text())
@example("ﬁ")  # NFKC makes `fi` of it
def test_an_identifier_is_what_python_takes_for_one(name: str) -> None:
    if names.is_identifier(name):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert ast.unparse(ast.parse(name)) == name


@pytest.mark.parametrize("name", ["Coupon", "A", "OAuth2Token"])
def test_class_names(name: str) -> None:
    assert names.is_class_name(name)


@pytest.mark.parametrize(
    "name", ["coupon", "Coupon_Code", "None", "Exception", "Literal", "Time", "Answer", "", "类"]
)
def test_no_class_names(name: str) -> None:
    assert not names.is_class_name(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("coupon_codes", "CouponCodes"), ("stocks", "Stocks"), ("product-coupon", "ProductCoupon")],
)
def test_class_name(name: str, expected: str) -> None:
    assert names.class_name(name) == expected


@pytest.mark.parametrize(
    ("segment", "attribute"),
    [
        ("stocks", "stocks"),
        ("associate-stores", "associate_stores"),
        ("{stock_id}", "_stock_id_"),
        ("return", "return_"),
    ],
)
def test_segment_name(segment: str, attribute: str) -> None:
    assert names.segment_name(segment) == attribute


@pytest.mark.parametrize(
    ("verb", "method"),
    [("list", "iter_all"), ("list_stores", "iter_stores"), ("search", "iter_search")],
)
def test_iterator_name(verb: str, method: str) -> None:
    assert names.iterator_name(verb) == method


@pytest.mark.parametrize(
    ("operation_id", "expected"),
    [
        ("shop.orders.create", ("shop", "orders", "create")),
        ("shop.orders.return_", ("shop", "orders", "return_")),
        ("shop.orders", ("", "", "")),
        ("shop.orders.return", ("", "", "")),
        ("Shop.orders.create", ("", "", "")),
        ("shop.orders.create.now", ("", "", "")),
        ("shop..create", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_parts_of_an_operation_id(operation_id: str, expected: tuple[str, str, str]) -> None:
    assert names.parts(operation_id) == expected


def test_every_public_attribute_of_the_clients_is_taken() -> None:
    from wechatpay_marketing._runtime.client import AsyncClient, SyncClient

    attributes = {
        name for cls in (SyncClient, AsyncClient) for name in dir(cls) if not name.startswith("_")
    }
    assert attributes <= names.CLIENT_NAMES


def test_every_module_of_the_package_is_taken() -> None:
    import wechatpay_marketing

    package = Path(str(wechatpay_marketing.__file__)).parent
    assert {path.stem for path in package.glob("[a-z]*.py")} <= names.PACKAGE_NAMES


# -- YAML ------------------------------------------------------------------------------------------

VISIBLE = st.text(
    st.characters(
        exclude_categories=["C", "Z", "M"], include_characters="\n\t ", max_codepoint=0x10FF
    )
)
VISIBLE |= st.text("中文，。😀é\u0301")


def json_of(text: st.SearchStrategy[str]) -> st.SearchStrategy[object]:
    numbers = st.integers(-(10**30), 10**30) | st.floats(allow_nan=False, allow_infinity=False)
    return st.recursive(
        st.none() | st.booleans() | numbers | text,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
        max_leaves=12,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[
            ("true", True),
            ("false", False),
            ("null", None),
            ("~", None),
            ('""', ""),
            ("0", 0),
            ("-1", -1),
            ("1.5", 1.5),
        ],
        *[
            ("1e3", 1000.0),
            ("'no'", "no"),
            ("'yes'", "yes"),
            ("'on'", "on"),
            ("'True'", "True"),
            ("'NULL'", "NULL"),
        ],
        *[
            ("'2015-05-20'", "2015-05-20"),
            ("'0x1F'", "0x1F"),
            ("0o17", "0o17"),
            ("'010'", "010"),
        ],
        *[
            ("'1_000'", "1_000"),
            ("'+1'", "+1"),
            ("'.5'", ".5"),
            ("'1.'", "1."),
            ("'.inf'", ".inf"),
            ("'.nan'", ".nan"),
            ("'<<'", "<<"),
        ],
        *[
            ("'1'", "1"),
            ('"true"', "true"),
            ("! 1", "1"),
            ("a: b", {"a": "b"}),
            ("[1, a]", [1, "a"]),
            ("{'1': 2}", {"1": 2}),
        ],
    ],
)
def test_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    """Nothing is taken for a date, a truth value or an octal number by mistake."""
    found = parse(text, "x.yaml")
    assert (found, type(found) if not isinstance(value, dict | list) else None) == (
        value,
        type(value) if not isinstance(value, dict | list) else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        *["no", "yes", "on", "True", "NULL", "0x1F", "010", "1_000", "+1", ".5", "1.", ".inf"],
        *["<<", "2015-05-20", "12:30", "{1: 2}", "{no: a}", "{~: a}"],
    ],
)
def test_what_readers_of_yaml_disagree_about_is_to_be_quoted(text: str) -> None:
    with pytest.raises(SpecError, match=r"x\.yaml:1(:2)?: put .* in quotes"):
        parse(text, "x.yaml")


@pytest.mark.parametrize("text", ["2015-05-20", "2015-05-20T13:29:35+08:00", "12:30", "12:30:45"])
def test_what_others_take_for_a_date_is_to_be_quoted(text: str) -> None:
    with pytest.raises(SpecError, match=f"put {re.escape(text)} in quotes"):
        parse(text, "x.yaml")


@given(json_of(VISIBLE))
def test_json_is_yaml(value: object) -> None:
    assert json.dumps(parse(json.dumps(value, ensure_ascii=False), "x.yaml")) == json.dumps(value)


@given(json_of(VISIBLE))
def test_what_yaml_writes_is_read_again(value: object) -> None:
    assert json.dumps(
        parse(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "x.yaml")
    ) == json.dumps(value)


@given(st.text(max_size=40))
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    try:
        parse(text, "x.yaml")
    except SpecError as error:
        lines = text.count("\n") + text.count("\r") + text.count("\x85")
        for problem in error.problems:
            assert problem.source.file == "x.yaml"
            assert 1 <= problem.source.line <= lines + 2


@pytest.mark.parametrize("text", ["1e999", "-1e999", "9" * 50, "0." + "1" * 50])
def test_numbers_that_python_could_not_print_are_refused(text: str) -> None:
    with pytest.raises(SpecError, match="a number of that size"):
        parse(text, "x.yaml")


@pytest.mark.parametrize(
    "text", ["[" * 2000, "[" * 150 + "]" * 150, "{a: " * 150 + "1" + "}" * 150]
)
def test_towers_are_refused(text: str) -> None:
    with pytest.raises(SpecError, match=r"levels deep|not valid YAML"):
        parse(text, "x.yaml")


@pytest.mark.parametrize(
    "character",
    [
        "\u034f",
        "\u3164",
        "\u180b",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200e",
        "\ufeff",
        "\u2028",
        "\u2029",
        "\x00",
        "\x07",
        "\x1b",
        "\x7f",
        "\x85",
        "\u00ad",
    ],
)
def test_characters_that_hide_are_refused(character: str) -> None:
    with pytest.raises(
        SpecError, match=r"x\.yaml:3:6: (invisible character|blank that is no space)"
    ):
        parse(f'a:\n  b: 1\n  c: "x\\u{ord(character):04x}y"', "x.yaml")


def test_emoji_made_of_several_characters_are_text() -> None:
    assert parse("👩‍👩‍👧", "x.yaml") == "👩‍👩‍👧"


def test_everything_knows_its_line() -> None:
    value = parse("a:\n  - b\n  - c: 1\n    d: 2\n", "x.yaml")
    assert value.at("a") == Source("x.yaml", 1)
    assert value["a"].sources == [Source("x.yaml", 2), Source("x.yaml", 3)]
    assert value["a"][1].at("d") == Source("x.yaml", 4)
    assert value["a"][1].at("nothing") == Source("x.yaml", 3)


# -- types -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{}", ""),
        ("{minLength: 1, maxLength: 20}", "1–20 字符"),
        ("{minLength: 2, maxLength: 2}", "2 字符"),
        ("{maxLength: 20}", "至多 20 字符"),
        ("{minimum: 1}", "至少 1"),
        ("{minItems: 1, maxItems: 50}", "1–50 项"),
        ("{maxLength: 5, pattern: '[a-z]+'}", "至多 5 字符，匹配 `[a-z]+`"),
    ],
)
def test_limits_in_words(schema: str, expected: str) -> None:
    value = parse(schema, "x.yaml")
    assert isinstance(value, Map)
    assert limits(value) == expected


# -- formatting ------------------------------------------------------------------------------------


def test_python_is_formatted_and_nothing_else() -> None:
    texts = format.format_all({"a/b.py": "x = {  'a':1 }\n", "b.md": "x = {  'a':1 }\n"})
    assert texts == {"a/b.py": 'x = {"a": 1}\n', "b.md": "x = {  'a':1 }\n"}


def test_a_template_that_writes_no_python_is_named() -> None:
    with pytest.raises(ValueError, match=r"a template wrote no Python: b\.py: .*2:5"):
        format.format_all({"a.py": "x = 1\n", "b.py": "x = 1\nclass\n"})


WORDS = st.lists(
    st.from_regex("[a-z]{1,40}", fullmatch=True).filter(lambda word: not keyword.iskeyword(word)),
    min_size=1,
)


@given(
    WORDS,
    st.sampled_from(
        [
            "f(#)",
            "T: TypeAlias = Literal[#]",
            "x = {#}",
            "def f(#) -> int: ...",
            "from a import (#)",
        ]
    ),
)
def test_a_compact_list_stays_as_it_is(words: list[str], around: str) -> None:
    words = list(dict.fromkeys(words))
    opening, closing = around.split("#")
    spread = "\n".join([opening, *(f"    {word}," for word in words), closing])
    text = compact(spread)
    assert format.format_all({"x.py": f"{text}\n"}) == {"x.py": f"{text}\n"}
    assert ("\n" in text) == (
        len(around) - 1 + len(", ".join(words)) - 2 * ("import" in around) > format.LINE_LENGTH
    )


def test_a_value_that_gets_brackets_only_where_it_is_too_long_stays_as_it_is() -> None:
    texts = {
        f"{length}.py": compact(f"x: T = (\n    {'y' * length}()\n)") + "\n"
        for length in range(85, 95)
    }
    assert format.format_all(texts) == texts


@pytest.mark.parametrize(
    "code",
    [
        "class X({0}, {1}):\n    pass\n",
        "class X({0}{1}):\n    pass\n",
        "class X:\n    {0}: Annotated[{1}, Meta(gt=1)]\n",
        "class X:\n    {0}: NotRequired[Annotated[list[{1}], Meta(max_length=1, min_length=1)]]\n",
        "class X:\n    x: NotRequired[Annotated[list[{0}], Meta(max_length=1, x={1})]]\n",
        "class X:\n    {0}: {1}\n",
        "class X:\n    {0}: {1} = None\n",
        "class X:\n    {0}: {1} | None = None\n",
        "{0} = {1}\n",
        "{0}: TypeAlias = {1}\n",
        "from .{0} import {1}\n",
        'class X:\n    """a\n\n    {0}/{1}"""\n',
        'class X:\n    """{0}/{1}"""\n',
    ],
)
@pytest.mark.parametrize("length", [1, 40, 41, 45, 46, 47, 48, 60, 100])
def test_whatever_is_too_wide_is_formatted(code: str, length: int) -> None:
    texts = {"x.py": code.format("a" * length, "B" * length)}
    assert format.format_all(texts, every=False) == format.format_all(texts)


# -- problems --------------------------------------------------------------------------------------


def test_problems_are_sorted_and_each_is_said_once() -> None:
    late, early = Problem(Source("b.yaml", 10), "x"), Problem(Source("b.yaml", 9), "x")
    other = Problem(Source("a.yaml", 30), "x")
    error = SpecError([late, early, other, late])
    assert error.problems == (other, early, late)
    assert str(error) == "a.yaml:30: x\nb.yaml:9: x\nb.yaml:10: x"


def test_a_problem_is_one_line() -> None:
    assert str(Problem(Source("a.yaml", 1), "the key a\nb")) == "a.yaml:1: the key a\\nb"


# -- text in Python --------------------------------------------------------------------------------

MARKS = [
    '"',
    '"""',
    "'",
    "'''",
    "\\",
    "\\n",
    "\n",
    "{x}",
    "{{ x }}",
    "{% x %}",
    "#",
    "|",
    "`",
    "```",
    "<b>",
    "</b>",
    "<!--",
]
MARKS += [
    "[a](b)",
    "![a](b)",
    "[a]: b",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "# ",
    "- ",
    "1. ",
    "> ",
    "---",
    "===",
    "&amp;",
    "&#60;",
]
MARKS += [
    "    ",
    "\t",
    "../",
    "$",
    ":-",
    "+",
    "😀",
    "中",
    "a",
    "B",
    "0",
    " ",
    "\\N{BULLET}",
    "\\x00",
    "%s",
    "= ",
    "<https://a.b>",
]
TEXTS = st.lists(st.sampled_from(MARKS), max_size=8).map("".join)


@given(TEXTS | st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_doc_gives_the_same_text(text: str) -> None:
    """As the whole of a docstring and with something before and behind; a line that is too long
    is folded."""
    for before, behind in (("", ""), ("", "。"), ("x: ", ""), ("", "\n    ")):
        module = ast.parse(f'"""{before}{doc(text)}{behind}"""\n')
        found = ast.get_docstring(module, clean=False)
        assert found is not None
        assert found.split() == (before + text.strip() + behind).split() or len(text) > 40
        assert "".join(found.split()) == "".join((before + text + behind).split())
        assert len(module.body) == 1


@given(json_of(st.text()) | TEXTS)
def test_literal_gives_the_same_value(value: object) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
@example(1e16)
@example(-1.5e-7)
def test_a_number_is_written_in_its_final_form(number: float) -> None:
    line = f"x = {literal(number)}\n"
    assert ast.literal_eval(line[4:]) == number
    assert format.format_all({"x.py": line}) == {"x.py": line}


@given(TEXTS)
def test_literal_is_written_in_its_final_form(text: str) -> None:
    line = f"x = {literal(text)}\n"
    formatted = format.format_all({"x.py": line})["x.py"]
    assert ast.literal_eval(formatted[4:].strip()) == text
    if '"' not in text and len(line) <= format.LINE_LENGTH:
        assert formatted == line


def strings_in(value: Any) -> Iterator[str]:
    """Every text in a JSON value, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in [*value, *(value.values() if isinstance(value, dict) else [])]:
            yield from strings_in(part)


ARGUMENTS = st.from_regex(r"[a-z]{1,30}", fullmatch=True).filter(str.isidentifier)


@given(
    st.dictionaries(
        ARGUMENTS.filter(lambda name: not keyword.iskeyword(name)), json_of(st.text(max_size=90))
    ),
    st.sampled_from([0, 4, 8]),
)
@example({"a": "中" * 40, "b": ["x" * 95]}, 4)
@example({"a": {"b": [{}, [], {"c": ["d" * 60, "e" * 60]}]}}, 4)
def test_a_call_gives_its_values_in_its_final_form(values: Any, indent: int) -> None:
    text = call("f", tuple(values.items()), indent)
    block = "".join(f"{' ' * depth}if x:\n" for depth in range(0, indent, 4)) + " " * indent + text
    node = ast.parse(text, mode="eval").body
    assert isinstance(node, ast.Call)
    assert {part.arg: ast.literal_eval(part.value) for part in node.keywords} == values
    rewritten = re.search(r"['\"]", "".join(strings_in(values))) or re.search(r"\de[+-]", text)
    if not rewritten:  # a formatter changes how such texts and numbers are written, not the layout
        assert format.format_all({"x.py": block + "\n"}) == {"x.py": block + "\n"}


# -- text in Markdown ------------------------------------------------------------------------------

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = {"text", "softbreak", "code_inline", "text_special"}
STRUCTURE = {"inline", "paragraph_open", "paragraph_close", "list_item_open", "list_item_close"}
STRUCTURE |= {f"{kind}_list_{end}" for kind in ("bullet", "ordered") for end in ("open", "close")}


def shown(markdown: str) -> str:
    """What a reader sees of the text, without code marks and white space."""
    tokens = [child for token in MARKDOWN.parse(markdown) for child in token.children or []]
    return "".join("".join(token.content for token in tokens).split())


def bare(text: str) -> str:
    return "".join(text.replace("`", "").split())


@given(TEXTS)
@example("``a`b```c")
@example("a\n---")
@example("a\n===")
@example("- - a\n- # b\n  - c")
@example("1. 2. a")
@example("a | b\n--- | ---\nc | d")
@example("a\n:-\nb")
@example("x\n\n    code")
@example("`a\nb`")
@example("snake_case_name and _emphasis_ and __init__")
@example("a ##")
@example("-      a")
def test_prose_shows_the_same_text_and_only_lists_and_code_are_meant(text: str) -> None:
    tokens = MARKDOWN.parse(prose(text))
    assert {token.type for token in tokens} <= STRUCTURE
    assert {child.type for token in tokens for child in token.children or []} <= WORDS
    marks = {"list_item_open"} & {token.type for token in tokens}
    if not marks:  # the bullet of a list is shown, but not as text
        assert shown(prose(text)).replace("`", "") == bare(text)


@given(TEXTS, TEXTS)
def test_cells_stay_cells(first: str, second: str) -> None:
    tokens = MARKDOWN.parse(
        f"| x | y |\n| --- | --- |\n| {cell(first)} | {cell(second)} |\n| last | row |\n"
    )
    cells = [tokens[place + 1] for place, token in enumerate(tokens) if token.type == "td_open"]
    assert len(cells) == 4
    assert [token.type for token in tokens][-2:] == ["tbody_close", "table_close"]
    for token, text in zip(cells, (first, second), strict=False):
        assert {child.type for child in token.children or []} <= WORDS
        content = "".join("".join(child.content for child in token.children or []).split())
        assert content.replace("`", "") == bare(text)


@given(TEXTS)
def test_headings_and_links_stay_what_they_are(text: str) -> None:
    title = " ".join(text.split()) or "x"
    tokens = MARKDOWN.parse(f"## {prose(title)}\n\n- [{prose(title)}](#x)：`y`\n")
    assert [token.type for token in tokens if token.type != "inline"] == [
        *("heading_open", "heading_close", "bullet_list_open", "list_item_open", "paragraph_open"),
        *("paragraph_close", "list_item_close", "bullet_list_close"),
    ]
    heading, item = (token for token in tokens if token.type == "inline")
    assert {child.type for child in heading.children or []} <= WORDS
    kinds = [child.type for child in item.children or []]
    assert (kinds[0], kinds.count("link_open"), kinds[-1]) == ("link_open", 1, "code_inline")
    assert bare("".join(child.content for child in heading.children or [])) == bare(title)


@pytest.mark.parametrize(
    "text",
    [
        "用 `coupon_code` 查询",
        "- 一\n- 二",
        "1. 一\n2. 二",
        "coupon_code_mode 为 MERCHANT_API 时必填",
        "绿 #63b359",
        "a-b, 1–2",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert prose(text) == text
