"""The spec is input: whatever its texts hold comes out as the same text or is refused with file
and line. Never as code.

Every property generates a whole package and parses what came out. A spec with hostile text is
compared with its harmless twin, which has a plain token in every place.
"""

from __future__ import annotations

import ast
import copy
import functools
import json
import re
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from properties import examples
from workshop import PACKAGE, Workshop, rendered

from generator.build import patterns
from generator.output.format import format_all
from generator.problems import SpecError
from generator.rules.form import OPERATION_KEYS

Files = dict[str, Any]
"""The files of a spec: name and content."""

ORDERS = "paths/v3/orders.yaml"
LISTING = "paths/v3/shops/{shop_id}/orders.yaml"
WEBHOOK = "webhooks/SHOP.ORDER.yaml"
TAGS = {"document", "shop", "orders", "other"}
FEWER = examples(40)

MARKS = [
    '"',
    '"""',
    "'",
    "'''",
    "\\",
    "\\n",
    "\\N{BULLET}",
    "\\x00",
    "\n",
    "\n\n",
    "{x}",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# x #}",
]
MARKS += [
    "#",
    "|",
    "`",
    "```",
    "~~~",
    "<b>",
    "<script>",
    "<!--",
    "-->",
    "[a](b)",
    "![a](b)",
    "[a]: b",
    "*",
    "_",
    "~~",
    "> ",
]
MARKS += [
    "# ",
    "- ",
    "1. ",
    "---",
    "===",
    "&lt;",
    "    ",
    "\t",
    "../",
    "$",
    "%s",
    "%(a)s",
    "😀",
    " 中文 ",
    "é",
    "a",
    "B",
    "0",
    " ",
    "/",
]
MARKS += [
    "import os",
    "__import__('os')",
    "\nimport os\n",
    '"""\nimport os\n"""',
    "):\n    pass",
    "] = 1",
    "eval(1)",
    "class",
    "None",
]
UNSEEN = [
    "\x00",
    "\u202e",
    "\u200b",
    "\u2028",
    "\r",
    "\x1b",
    "\x85",
    "\ufeff",
    "\u2066",
    "\x7f",
    "\U000e0041",
    "\ue000",
    "\ufffe",
]
LINES = st.lists(
    st.sampled_from([mark for mark in MARKS if "\n" not in mark]), min_size=1, max_size=6
).map("".join)
TEXTS = st.lists(st.sampled_from(MARKS), min_size=1, max_size=6).map("".join)
ANYTHING = st.lists(st.sampled_from(MARKS + UNSEEN), max_size=6).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=8
)

ATTACKS = st.sampled_from(
    [
        '"""\nimport os\n"""',
        '"\nimport os\n"',
        "'''\nimport os\n'''",
        '"""',
        '"',
        "\\",
        '"""); exec("1',
    ]
)


# -- the spec --------------------------------------------------------------------------------------


def spec(line: Callable[[str], str], text: Callable[[str], str]) -> Files:
    """A small spec with one of everything; what it says in each place is given."""

    def schema(name: str, up: int = 2) -> dict[str, str]:
        return {"$ref": f"{'../' * up}schemas/shop/order.yaml#/{name}"}

    def operation(verb: str, **parts: Any) -> dict[str, Any]:
        return {
            "operationId": f"shop.orders.{verb}",
            "tags": ["shop.orders"],
            "summary": line(f"summary of {verb}"),
            "description": text(f"description of {verb}") + "。",
            "externalDocs": {
                "description": line("link"),
                "url": f"https://pay.weixin.qq.com/doc/{verb}",
            },
            "x-official-docs": {
                "merchant": [f"https://pay.weixin.qq.com/doc/{verb}"],
                "partner": "https://pay.weixin.qq.com/p",
            },
            "x-rate-limit": "500/s",
            **parts,
        }

    create = operation(
        "create",
        **{"x-idempotency-key": "goods_id", "deprecated": True},
        requestBody={
            "required": True,
            "description": text("request"),
            "content": {
                "application/json": {
                    "schema": schema("CreateOrderRequest"),
                    "examples": {
                        "one": {
                            "summary": line("summary of example"),
                            "value": {
                                "goods_id": text("goods"),
                                "pay_way": "CARD",
                                "level": 2,
                                "deliver_time": "2025-06-01T00:00:00+08:00",
                                "parts": [{"codes": [[text("code")]]}],
                            },
                        },
                    },
                }
            },
        },
        responses={
            "200": {
                "description": text("answer"),
                "content": {
                    "application/json": {
                        "schema": schema("Order"),
                        "example": {"order_id": text("order")},
                    }
                },
            },
            "400": {"$ref": "../../responses/errors.yaml#/BadRequest"},
        },
    )
    listing = operation(
        "list",
        **{"x-pagination": {"style": "token", "items": "data"}},
        parameters=[
            {"$ref": "../../../../parameters/shop.yaml#/ShopId"},
            {
                "name": "page_token",
                "in": "query",
                "description": text("cursor"),
                "schema": {"type": "string"},
                "example": text("token"),
            },
        ],
        responses={
            "200": {
                "description": text("page"),
                "content": {
                    "application/json": {
                        "schema": schema("ListOrdersResponse", up=4),
                        "example": {"next_page_token": "", "data": [{"order_id": text("listed")}]},
                    }
                },
            }
        },
    )
    remove = operation(
        "remove",
        parameters=[{"$ref": "../../../../parameters/shop.yaml#/ShopId"}],
        responses={"204": {"description": text("removed")}},
    )
    webhook = operation(
        "webhook",
        tags=["webhooks"],
        requestBody={
            "content": {
                "application/json": {
                    "schema": schema("Notification"),
                    "example": {"id": "N1", "resource": {"original_type": line("kind")}},
                }
            }
        },
        **{
            "x-decrypted-resource": schema("Order"),
            "x-decrypted-example": {"order_id": text("decrypted")},
        },
        responses={"204": {"description": text("received")}},
    )
    webhook["operationId"] = "webhooks.order"
    webhook = {key: webhook[key] for key in sorted(webhook, key=lambda key: key == "responses")}
    for part in (webhook,):
        part["requestBody"]["content"]["application/json"]["schema"] = {
            "$ref": "../schemas/shop/notification.yaml#/Notification"
        }
        part["x-decrypted-resource"] = {"$ref": "../schemas/shop/order.yaml#/Order"}

    def text_property(name: str, **parts: Any) -> dict[str, Any]:
        return {"type": "string", "description": text(f"description of {name}"), **parts}

    return {
        "openapi.yaml": {
            "openapi": "3.1.0",
            "info": {
                "title": line("title"),
                "version": line("version"),
                "description": text("description of all"),
            },
            "servers": [{"url": "https://api.mch.weixin.qq.com", "description": text("server")}],
            "security": [{"merchant": []}],
            "tags": [
                {"name": "shop", "description": line("shop")},
                {"name": "shop.orders", "description": line("orders")},
                {"name": "webhooks", "description": line("webhooks")},
            ],
            "paths": {
                "/v3/orders": {"$ref": "paths/v3/orders.yaml"},
                "/v3/shops/{shop_id}/orders": {"$ref": LISTING},
            },
            "webhooks": {"SHOP.ORDER": {"$ref": WEBHOOK}},
            "components": {
                "securitySchemes": {
                    "merchant": {
                        "type": "http",
                        "scheme": "WECHATPAY2-SHA256-RSA2048",
                        "description": text("description of the scheme"),
                        "x-identity": {
                            "caller": line("caller"),
                            "id": "mchid",
                            "path": "/v3/",
                            "key": "apiv3_key",
                            "certificates": True,
                        },
                    }
                }
            },
        },
        "paths/v3/orders.yaml": {"post": create},
        LISTING: {"get": listing, "delete": remove},
        WEBHOOK: {"post": webhook},
        "parameters/shop.yaml": {
            "ShopId": {
                "name": "shop_id",
                "in": "path",
                "required": True,
                "description": text("description of shop_id"),
                "schema": {"type": "string", "maxLength": 20},
                "example": "S1",
            }
        },
        "responses/errors.yaml": {
            "BadRequest": {
                "description": text("bad request"),
                "content": {
                    "application/json": {
                        "schema": {"$ref": "../schemas/shop/error.yaml#/Error"},
                        "examples": {
                            "a": {
                                "summary": line("refusal"),
                                "value": {"code": "BAD", "message": line("message")},
                            }
                        },
                    }
                },
            }
        },
        "schemas/shop/error.yaml": {
            "Error": {
                "type": "object",
                "description": text("error"),
                "required": ["code", "message"],
                "properties": {"code": text_property("code"), "message": text_property("message")},
            }
        },
        "schemas/shop/notification.yaml": {
            "Notification": {
                "type": "object",
                "description": "通知",
                "properties": {
                    "id": {"type": "string", "description": "编号"},
                    "resource": {"$ref": "#/Resource"},
                },
            },
            "Resource": {
                "type": "object",
                "description": "内容",
                "properties": {"original_type": {"type": "string", "description": "类型"}},
            },
        },
        "schemas/shop/order.yaml": {
            "CreateOrderRequest": {
                "type": "object",
                "description": text("description of request"),
                "required": ["goods_id"],
                "properties": {
                    "goods_id": text_property(
                        "goods_id",
                        title=line("title of goods_id"),
                        example=text("x"),
                        default=text("y"),
                    ),
                    "pay_way": {"$ref": "#/PayWay", "description": text("description of pay_way")},
                    "level": {"$ref": "#/Level", "description": text("description of level")},
                    "deliver_time": text_property("deliver_time", format="date-time"),
                    "parts": {
                        "type": "array",
                        "description": text("description of parts"),
                        "maxItems": 3,
                        "items": {"$ref": "#/Part"},
                    },
                },
            },
            "Part": {
                "type": "object",
                "description": text("description of part"),
                "properties": {
                    "codes": {
                        "type": "array",
                        "description": text("description of codes"),
                        "items": {"type": "array", "items": {"type": "string", "maxLength": 999}},
                    }
                },
            },
            "PayWay": {
                "type": "string",
                "description": text("description of PayWay"),
                "enum": ["CARD", "CASH"],
                "x-enum-descriptions": {"CARD": line("card"), "CASH": line("cash")},
            },
            "Level": {
                "type": "integer",
                "description": text("description of Level"),
                "enum": [1, 2],
                "x-enum-descriptions": {"1": line("one"), "2": line("two")},
            },
            "Order": {
                "type": "object",
                "description": text("description of order"),
                "required": ["order_id"],
                "properties": {
                    "order_id": text_property("order_id"),
                    "old_id": text_property("old_id", deprecated=True),
                },
            },
            "ListOrdersResponse": {
                "type": "object",
                "description": text("description of list"),
                "properties": {
                    "next_page_token": text_property("next_page_token"),
                    "data": {
                        "type": "array",
                        "description": text("description of data"),
                        "items": {"$ref": "#/Order"},
                    },
                },
            },
        },
    }


def twin() -> tuple[Files, dict[str, bool]]:
    """The harmless spec, and its tokens: whether each stands in a place for more than one line."""
    tokens: dict[str, bool] = {}

    def token(lines: bool) -> Callable[[str], str]:
        def make(place: str) -> str:
            found = f"Q{len(tokens):02}Q"
            tokens[found] = lines
            return found

        return make

    return spec(token(False), token(True)), tokens


HARMLESS, TOKENS = twin()
TOKEN = re.compile(r"Q\d\dQ")


def generated(files: Files) -> dict[str, str]:
    """What the templates make of a spec; that black changes no text is a property of its own.

    Raises:
        SpecError: in whose problems file and line are checked here.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "spec"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
        try:
            texts = rendered(root)
        except SpecError as error:
            assert_places(error, root.parent)
            raise
    assert all(re.fullmatch(r"[\w./-]+", name) and ".." not in name for name in texts)
    return texts


def assert_places(error: SpecError, root: Path) -> None:
    """Every problem names a line of a file, in one line."""
    for problem in error.problems:
        file = root / problem.source.file
        lines = file.read_text("utf-8").count("\n") if file.exists() else 0
        assert 1 <= problem.source.line <= lines + 1
        assert "\n" not in str(problem)
    assert error.problems


@functools.cache
def harmless() -> dict[str, str]:
    return generated(HARMLESS)


# -- what is compared ------------------------------------------------------------------------------


def squeezed(text: str) -> str:
    return "".join(text.split())


def skeleton(code: str) -> tuple[str, list[str]]:
    """The syntax tree of a module without its strings, and the strings."""
    tree = ast.parse(code)
    strings: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            strings.append(node.value)
            node.value = ""
    return ast.dump(tree), strings


def without_samples(node: dict[str, Any]) -> dict[str, Any]:
    """An operation without its calls, which are compared on the pages."""
    return {key: part for key, part in node.items() if key != "x-codeSamples"}


def pairs(value: Any) -> Any:
    """The value with its tables as lists, so that their keys count as texts."""
    if isinstance(value, dict):
        return [[key, pairs(part)] for key, part in value.items()]
    return [pairs(part) for part in value] if isinstance(value, list) else value


MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MEANT = re.compile(
    r"paragraph_|(bullet|ordered)_list_|list_item_|inline|text|softbreak|code_inline"
)


def structure(page: str) -> tuple[Counter[str], set[str]]:
    """Everything on a page but paragraphs, lists and text; where its links lead."""
    tokens = MARKDOWN.parse(page)
    every = [*tokens, *(child for token in tokens for child in token.children or [])]
    links = {
        str(token.attrs["href"]).partition("#")[0] for token in every if token.type == "link_open"
    }
    return Counter(token.type for token in every if not MEANT.match(token.type)), links


def samples(page: str) -> list[Token]:
    """The blocks of Python and JSON on a page."""
    return [token for token in MARKDOWN.parse(page) if token.type == "fence"]


def said(page: str) -> str:
    """The text on a page as a reader sees it, without what marks lists and code."""
    tokens = [part for token in MARKDOWN.parse(page) for part in (token, *(token.children or []))]
    return unmarked("".join(token.content for token in tokens if token.type != "inline"))


def unmarked(text: str) -> str:
    return re.sub(r"[\s\d`.-]", "", text)


def replaced(value: Any, texts: dict[str, str]) -> Any:
    """The harmless value with its tokens replaced."""
    if isinstance(value, str):
        return TOKEN.sub(lambda token: texts[token[0]], value)
    if isinstance(value, list):
        return [replaced(part, texts) for part in value]
    if isinstance(value, dict):
        return {key: replaced(part, texts) for key, part in value.items()}
    return value


# -- the properties --------------------------------------------------------------------------------


@st.composite
def hostile_texts(draw: st.DrawFn) -> dict[str, str]:
    """A text for every place; no two alike, as headings must differ."""
    texts = {}
    for number, (token, lines) in enumerate(TOKENS.items()):
        text = draw(TEXTS if lines else LINES)
        texts[token] = f"{text}x{'i' * number}x{draw(LINES)}"
    return texts


@FEWER
@given(hostile_texts())
def test_hostile_text_comes_out_as_the_same_text(texts: dict[str, str]) -> None:
    output = generated(replaced(HARMLESS, texts))
    assert output.keys() == harmless().keys()
    for name, text in output.items():
        if name.endswith(".py"):
            (tree, strings), (plain_tree, plain_strings) = (
                skeleton(text),
                skeleton(harmless()[name]),
            )
            assert tree == plain_tree
            assert [squeezed(string) for string in strings] == [
                squeezed(replaced(string, texts)) for string in plain_strings
            ]
        elif name.endswith(".json"):
            found, plain = (
                json.loads(every, object_hook=without_samples) for every in (text, harmless()[name])
            )
            assert found == replaced(plain, texts)
        elif name.endswith(".toml"):
            found, plain = (pairs(tomllib.loads(every)) for every in (text, harmless()[name]))
            assert found == replaced(plain, texts)
        elif name.endswith((".md", "/llms.txt")):
            assert structure(text) == structure(harmless()[name])
            for sample, plain in zip(samples(text), samples(harmless()[name]), strict=True):
                if sample.info == "json":
                    assert json.loads(sample.content) == replaced(json.loads(plain.content), texts)
                else:
                    (tree, strings), (plain_tree, plain_strings) = (
                        skeleton(sample.content),
                        skeleton(plain.content),
                    )
                    assert tree == plain_tree
                    assert strings == replaced(plain_strings, texts)


@examples(3)
@given(hostile_texts())
def test_black_leaves_every_text_as_it_is(texts: dict[str, str]) -> None:
    output = generated(replaced(HARMLESS, texts))
    formatted = format_all(output)
    assert format_all(output, every=False) == formatted
    for name, text in formatted.items():
        if name.endswith(".py"):
            (tree, strings), (printed_tree, printed) = skeleton(text), skeleton(output[name])
            assert tree == printed_tree, name
            assert list(map(squeezed, strings)) == list(map(squeezed, printed)), name


@FEWER
@given(hostile_texts())
def test_the_reference_says_the_same(texts: dict[str, str]) -> None:
    """Every text is there for a reader; samples, which spell texts as JSON and Python do, left
    aside."""
    blocks = re.compile(r"(?ms)^```(json|python)\n.*?^```\n")
    for name, page in generated(replaced(HARMLESS, texts)).items():
        if name.endswith(".md"):
            found, (_, links) = said(blocks.sub("", page)), structure(page)
            assert links == structure(harmless()[name])[1]
            for token in TOKEN.findall(blocks.sub("", harmless()[name])):
                assert unmarked(texts[token]) in found


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every key and item below a value: the container and the key."""
    for key in (
        list(value)
        if isinstance(value, dict)
        else range(len(value)) if isinstance(value, list) else []
    ):
        yield value, key
        yield from places(value[key])


PLACES = len(list(places(HARMLESS)))


def code(output: dict[str, str]) -> Iterator[str]:
    """What the Python of a package does: statements, imports, calls. Classes of the URL tree are
    named after the paths."""
    for name, text in output.items():
        for node in ast.walk(ast.parse(text)) if name.endswith(".py") else ():
            yield type(node).__name__
            if isinstance(node, ast.ImportFrom):
                yield f"from {node.module}"
            if isinstance(node, ast.Call):
                yield f"call of {re.sub(r'[A-Z][A-Za-z0-9]*Path', 'Path', ast.unparse(node.func))}"


def assert_no_code(output: dict[str, str]) -> None:
    """Nothing is done that is not done in the harmless twin, too."""
    assert set(code(output)) <= set(code(harmless()))


@examples(250)
@given(st.integers(0, PLACES - 1), ATTACKS | ANYTHING, st.booleans())
def test_hostile_text_in_any_place_is_text_or_refused(place: int, text: str, key: bool) -> None:
    """In the place of a key as well: names of schemas, properties, operations, paths, events,
    audiences."""
    files = copy.deepcopy(HARMLESS)
    container, name = list(places(files))[place]
    assume(container is not files)  # names of files have a test of their own
    if key and isinstance(container, dict):
        renamed = {text if old == name else old: value for old, value in container.items()}
        container.clear()
        container.update(renamed)
    else:
        assume(isinstance(container[name], str))
        container[name] = text
    try:
        output = generated(files)
    except SpecError:
        return
    assert output.keys() == harmless().keys()
    assert_no_code(output)


KEYS = TEXTS | st.sampled_from(["$ref", "type", "enum", "allOf", "properties", "description"])
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)
PARTS = (
    st.integers(0, PLACES - 1)
    .map(lambda number: list(places(HARMLESS))[number])
    .map(lambda found: found[0][found[1]])
)
REMOVED = object()


@examples(250)
@given(st.integers(0, PLACES - 1), PARTS | JSON | st.just(REMOVED))
def test_a_spec_of_any_shape_is_generated_or_refused(place: int, value: Any) -> None:
    """Something removed, or anything in the place of anything: a problem with its line, never a
    traceback."""
    files = copy.deepcopy(HARMLESS)
    container, name = list(places(files))[place]
    if value is REMOVED:
        del container[name]
    else:
        container[name] = copy.deepcopy(value)
    try:
        output = generated(files)
    except SpecError:
        return
    assert_no_code(output)


@examples(60)
@given(ANYTHING, st.sampled_from(["folder", "file"]))
@example("..", "folder")
@example("../../x", "file")
@example("testing", "folder")
@example("a" * 300, "file")
@example("my-product", "folder")
def test_names_of_files_lead_nowhere(text: str, part: str) -> None:
    """A reference to such a file is refused, whether or not there is one."""
    renamed = {"folder": f"schemas/{text}/order.yaml", "file": f"schemas/shop/{text}.yaml"}[part]
    files = json.loads(
        json.dumps(HARMLESS).replace("schemas/shop/order.yaml", json.dumps(renamed)[1:-1])
    )
    plain = (
        "/" not in text
        and "\0" not in text
        and len(text.encode()) < 200
        and text not in ("", ".", "..")
    )
    assume(text != "shop" and renamed not in HARMLESS)
    if not plain:
        del files[renamed]
        if ".." in text or "/" in text:
            files.pop("schemas/shop/order.yaml", None)
    try:
        output = generated(files)
    except SpecError:
        return
    if part == "folder":  # a package of its own
        assert re.fullmatch(r"[a-z][a-z0-9_]*", text)
    else:
        assert_no_code(output)


@pytest.mark.parametrize(
    ("pattern", "fitting"),
    [
        (r'"""\); import os; \("""', '"""); import os; ("""'),
        ("[`|<b>]+", "b"),
        (r"^[A-Z0-9\\\"']{1,3}$", "S1"),
        (r"\{\{ 7*7 \}\}|\{% x %\}", "{{ 7 }}"),
    ],
)
def test_patterns_are_text(pattern: str, fitting: str) -> None:
    files = copy.deepcopy(HARMLESS)
    files["parameters/shop.yaml"]["ShopId"] |= {"example": fitting}
    files["parameters/shop.yaml"]["ShopId"]["schema"] |= {"pattern": pattern, "maxLength": 64}
    output = generated(files)
    assert_no_code(output)
    assert patterns.python(pattern) in skeleton(output[f"{PACKAGE}/shop/params.py"])[1]


# -- ordinary specs --------------------------------------------------------------------------------

WORDS = st.from_regex(r"[a-z][a-z0-9]{0,6}(_[a-z0-9]{1,4}){0,2}", fullmatch=True).filter(
    lambda word: f"{word}" not in TAGS
)
NAMES = WORDS | st.sampled_from(
    [
        "payer -currency",
        "from",
        "return",
        "None",
        "24h",
        "X-Trace",
        "Meta",
        "enums",
        "models",
        "datetime",
        "list",
        "str",
        "Any",
        "options",
        "self",
        "file",
        "filename",
        "cursor",
        "body",
        "to_dict",
        "Colour",
        "Thing",
        "by_offset",
        "LIST",
    ]
)
"""Of members and parameters: the wire decides what they are called."""
PARAMETERS = {
    "header": ("header", {"type": "integer"}, 7),
    "flag": ("query", {"type": "boolean"}, True),
    "list": ("query", {"type": "array", "items": {"type": "string"}, "maxItems": 3}, ["a", "中"]),
    "object": ("query", {"$ref": "../../schemas/shop/order.yaml#/Thing"}, {"name": "x"}),
}


LONG = f"一句很长的话 ，{'说明' * 40} https://pay.weixin.qq.com/{'doc/' * 30}"


@st.composite
def schemas(draw: st.DrawFn) -> tuple[dict[str, Any], Any]:
    """A schema of a member, and an example that fits it."""
    kind = draw(
        st.sampled_from(
            ["string", "integer", "number", "boolean", "time", "array", "enum", "object", "any"]
        )
    )
    said = {"description": draw(st.sampled_from(["编号", "说明\n第二行", "a `b` c", LONG]))}
    match kind:
        case "string":
            low, high = draw(st.sampled_from([(0, 5), (2, 2), (1, 64)]))
            return {"type": kind, **said, "minLength": low, "maxLength": high}, "x" * high
        case "integer" | "number":
            low = draw(st.integers(-5, 5))
            return {"type": kind, **said, "minimum": low, "maximum": low + 5}, low + 1
        case "boolean":
            return {"type": kind, **said}, draw(st.booleans())
        case "time":
            return {"type": "string", **said, "format": "date-time"}, "2025-06-01T00:00:00+08:00"
        case "array":
            inner, value = draw(schemas())
            return {"type": "array", **said, "items": inner, "minItems": 1}, [value]
        case "enum":
            return {"$ref": "#/Colour", **said}, "RED"
        case "any":
            return {"type": "object", **said}, {"a": [1, {"b": "c"}]}
        case _:
            return {"$ref": "#/Thing", **said}, {"name": "x"}


def parameter(name: str, location: str, kind: dict[str, Any], value: Any) -> dict[str, Any]:
    head = {"name": name, "in": location, "description": "参数"}
    return {**head, "schema": kind, "example": value}


@st.composite
def specs(draw: st.DrawFn) -> Files:
    """A valid spec with random members, arguments and names."""
    files = copy.deepcopy(HARMLESS)
    verbs = draw(
        st.lists(WORDS, min_size=3, max_size=3, unique_by=lambda verb: verb.upper().rstrip("_"))
    )
    request = draw(st.dictionaries(NAMES, schemas(), min_size=1, max_size=5))
    answer = draw(st.dictionaries(NAMES, schemas(), min_size=1, max_size=5))
    shapes = files["schemas/shop/order.yaml"]
    for name, members in (("CreateOrderRequest", request), ("Order", answer)):
        shapes[name] = {
            "type": "object",
            "description": "一些内容",
            "required": draw(st.lists(st.sampled_from(list(members)), unique=True)),
            "properties": {member: schema for member, (schema, _) in members.items()},
        }
    shapes["Colour"] = {
        "type": "string",
        "description": "颜色",
        "enum": ["RED"],
        "x-enum-descriptions": {"RED": "红"},
    }
    shapes["Thing"] = {
        "type": "object",
        "description": "东西",
        "required": ["name"],
        "properties": {"name": {"type": "string", "description": "名称"}},
    }
    for unused in ("Part", "PayWay", "Level"):
        del shapes[unused]
    given = draw(st.dictionaries(NAMES, st.sampled_from(list(PARAMETERS)), max_size=4))
    given = {
        name.replace(" ", "_" if kind == "header" else " "): kind for name, kind in given.items()
    }
    used = json.dumps(
        [shapes["CreateOrderRequest"], shapes["Order"], *map(PARAMETERS.get, given.values())]
    )
    for name in ("Colour", "Thing"):
        if f"#/{name}" not in used:
            del shapes[name]
    post, listing = files[ORDERS]["post"], files[LISTING]
    values = {name: value for name, (_, value) in answer.items()}
    post["requestBody"]["content"]["application/json"]["examples"]["one"]["value"] = {
        name: value for name, (_, value) in request.items()
    }
    del post["x-idempotency-key"]
    post["parameters"] = [parameter(name, *PARAMETERS[kind]) for name, kind in given.items()]
    files[ORDERS]["post"] = {key: post[key] for key in OPERATION_KEYS if key in post}
    post["responses"]["200"]["content"]["application/json"]["example"] = values
    listing["get"]["responses"]["200"]["content"]["application/json"]["example"]["data"] = [values]
    files[WEBHOOK]["post"]["x-decrypted-example"] = values
    post = files[ORDERS]["post"]
    for shape in ("Colour", "Thing"):  # which may be too long for the line of a member
        named, longer = f'"{shape}"', shape * draw(st.sampled_from([1, 1, 10, 16]))
        files = json.loads(
            json.dumps(files).replace(named, f'"{longer}"').replace(f"#/{shape}", f"#/{longer}")
        )
    post, listing = files[ORDERS]["post"], files[LISTING]
    for operation, verb in zip((post, listing["get"], listing["delete"]), verbs, strict=True):
        operation["operationId"] = f"shop.orders.{verb}"
    return files


@examples(60)
@given(specs())
def test_an_ordinary_spec_gives_python(files: Files) -> None:
    try:
        output = generated(files)
    except SpecError as error:
        # an unlucky name, such as `for`
        assume("Python" not in str(error))
        raise
    formatted = format_all(output)
    assert format_all(output, every=False) == formatted
    for name, text in formatted.items():
        if name.endswith(".py"):
            compile(text, name, "exec")


@examples(15)
@given(specs())
def test_an_ordinary_spec_works(files: Files) -> None:
    """Whatever members and arguments it has: every operation can be called from its example, every
    callback parsed."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), None).put(
            {name: json.dumps(content, indent=1) for name, content in files.items()}
        )
        try:
            workshop.generate()
        except SpecError as error:
            assume("Python" not in str(error))
            raise
        workshop.exercise()


def test_the_harmless_spec_is_harmless() -> None:
    """The twin says what the properties take for granted: every text that is carried over is in
    the output."""
    everything = "".join(harmless().values())
    assert set(TOKENS) == set(TOKEN.findall(everything))
