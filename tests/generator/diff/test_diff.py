"""Every kind of change, in both directions: an edit of a small spec, and what it means for callers.

A row says which text is put in the place of which other one, what is told of that, and what is told
of taking it back. The oracle is griffe, which compares the two generated packages and knows nothing
of specifications: what it calls breaking is breaking here too.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import griffe
import pytest
from workshop import PACKAGE, Workshop

from generator.diff import command
from generator.diff.compare import compare
from generator.diff.kinds import KINDS, Severity
from generator.diff.report import to_markdown
from generator.diff.revisions import api_of
from generator.diff.surface import surface

SPEC = Path(__file__).parent / "spec"
ORDERS, ORDER = "paths/v3/shop/orders.yaml", "paths/v3/shop/orders/{order_id}.yaml"
SHAPES, EVENT = "schemas/shop/order.yaml", "webhooks/SHOP.ORDER.yaml"
CREATE, LIST, CANCEL = (f"pay.shop.orders.{verb}" for verb in ("create", "list", "cancel"))
PHONE = "    phone: {type: string, description: 电话}\n"


class Row(NamedTuple):
    """An edit, and what it means."""

    file: str
    before: str
    after: str
    told: dict[str, list[str]]
    """Where, by kind."""
    told_back: dict[str, list[str]]
    """The same of the edit taken back."""
    also: tuple[tuple[str, str, str], ...] = ()
    """What else has to change with it: file, before and after."""


def answers(member: str) -> list[str]:
    """A member of the shape `Order` wherever a caller meets it."""
    return [
        f"{LIST}: answer.data[].{member}",
        f"{CREATE}: answer.{member}",
        f"event SHOP.ORDER: {member}",
    ]


ROWS = {
    "a call is renamed": Row(
        ORDER,
        "shop.orders.cancel",
        "shop.orders.withdraw",
        {"call renamed": [CANCEL]},
        {"call renamed": ["pay.shop.orders.withdraw"]},
    ),
    "a call is deprecated": Row(
        ORDER,
        "  parameters:",
        "  deprecated: true\n  parameters:",
        {"call deprecated": [CANCEL]},
        {"call no longer deprecated": [CANCEL]},
    ),
    "a method changes": Row(
        ORDER,
        "delete:",
        "post:",
        {"call url": [CANCEL]},
        {"call url": [CANCEL]},
    ),
    "another identity signs": Row(
        ORDER,
        "  parameters:",
        "  security:\n    - brand: []\n  parameters:",
        {"call identity": [CANCEL]},
        {"call identity": [CANCEL]},
    ),
    "a rate limit falls": Row(
        ORDERS, "100/s", "100/min", {"call slower": [LIST]}, {"call faster": [LIST]}
    ),
    "a request number is named": Row(
        ORDERS,
        "x-idempotency-key: out_request_no",
        "x-idempotency-key: goods_id",
        {"call request number": [CREATE]},
        {"call request number": [CREATE]},
    ),
    "one of several arguments is needed": Row(
        ORDERS,
        "x-idempotency-key: out_request_no",
        "x-idempotency-key: out_request_no\n  x-at-least-one: [goods_id, out_request_no]",
        {"call condition": [CREATE]},
        {"call condition": [CREATE]},
    ),
    "a list is no longer walked": Row(
        ORDERS,
        "  x-pagination: {style: offset, items: data, unit: item}\n",
        "",
        {"call iterator gone": [LIST]},
        {"call iterator new": [LIST]},
    ),
    "pages are counted otherwise": Row(
        ORDERS, "unit: item", "unit: page", {"call paging": [LIST]}, {"call paging": [LIST]}
    ),
    "a refusal is documented": Row(
        ORDERS,
        "code: NO_AUTH",
        "code: NOT_ENOUGH",
        {"call refusals": [CREATE], "text": [CREATE]},
        {"call refusals": [CREATE], "text": [CREATE]},
    ),
    "a link changes": Row(ORDERS, "doc/2}", "doc/9}", {"links": [LIST]}, {"links": [LIST]}),
    "an answer vanishes": Row(
        ORDER,
        '"204": {description: 已取消}',
        '"200":\n      description: 已取消\n      content:\n        application/json:\n'
        "          schema: {$ref: '../../../../schemas/shop/order.yaml#/Buyer'}\n"
        "          example: {name: 甲}",
        {
            "call answer new": [CANCEL],
            "member new": [f"{CANCEL}: answer.name", f"{CANCEL}: answer.phone"],
            "text": [CANCEL],
        },
        {
            "call answer gone": [CANCEL],
            "member removed": [f"{CANCEL}: answer.name", f"{CANCEL}: answer.phone"],
            "text": [CANCEL],
        },
    ),
    "an optional argument comes": Row(
        SHAPES,
        "    tags: {",
        "    note: {type: string, description: 备注}\n    tags: {",
        {"argument new": [f"{CREATE}(note=…)"]},
        {"argument removed": [f"{CREATE}(note=…)"]},
    ),
    "an argument must be given": Row(
        SHAPES,
        "required: [goods_id, out_request_no]",
        "required: [goods_id, out_request_no, mode]",
        {"argument required": [f"{CREATE}(mode=…)"]},
        {"argument optional": [f"{CREATE}(mode=…)"]},
    ),
    "a required member comes": Row(
        SHAPES,
        "  required: [name]\n  properties:\n",
        "  required: [name, age]\n  properties:\n    age: {type: integer, description: 年龄}\n",
        {
            "argument required and new": [f"{CREATE}(buyer.age=…)"],
            "member new": answers("buyer.age"),
        },
        {
            "argument removed": [f"{CREATE}(buyer.age=…)"],
            "member removed": answers("buyer.age"),
        },
        also=((ORDERS, "buyer: {name: 甲}", "buyer: {name: 甲, age: 1}"),),
    ),
    "a nested object moves out": Row(
        SHAPES,
        "    buyer: {$ref: '#/Buyer', description: 买家}\n    tags",
        "    tags",
        {"argument removed": [f"{CREATE}(buyer=…)"], "type removed": ["shop.params.Buyer"]},
        {"argument new": [f"{CREATE}(buyer=…)"], "type added": ["shop.params.Buyer"]},
        also=((ORDERS, "mode: FAST, buyer: {name: 甲}", "mode: FAST"),),
    ),
    "an argument has another type": Row(
        ORDER,
        "原因, schema: {type: string}",
        "原因, schema: {type: integer}",
        {"argument type": [f"{CANCEL}(reason=…)"]},
        {"argument type": [f"{CANCEL}(reason=…)"]},
        also=((ORDER, "example: 不要了", "example: 1"),),
    ),
    "an argument travels elsewhere": Row(
        SHAPES,
        "    mode: {$ref: '#/DeliveryMode', description: 送货方式}\n",
        "",
        {"argument location": [f"{CREATE}(mode=…)"]},
        {"argument location": [f"{CREATE}(mode=…)"]},
        also=(
            (ORDERS, "mode: FAST, ", ""),
            (
                ORDERS,
                "  requestBody:",
                "  parameters:\n    - {name: mode, in: query, description: 送货方式, "
                "example: FAST, schema: {$ref: '../../../schemas/shop/order.yaml#/DeliveryMode'}}\n"
                "  requestBody:",
            ),
        ),
    ),
    "a limit is tightened": Row(
        SHAPES,
        "maxLength: 20",
        "maxLength: 10",
        {"argument narrower": [f"{CREATE}(goods_id=…)"]},
        {"argument wider": [f"{CREATE}(goods_id=…)"]},
    ),
    "a lower limit rises": Row(
        SHAPES,
        "minLength: 1, maxLength: 20",
        "minLength: 2, maxLength: 20",
        {"argument narrower": [f"{CREATE}(goods_id=…)"]},
        {"argument wider": [f"{CREATE}(goods_id=…)"]},
    ),
    "a limit is dropped": Row(
        SHAPES,
        ", maxItems: 5",
        "",
        {"argument wider": [f"{CREATE}(tags=…)"]},
        {"argument narrower": [f"{CREATE}(tags=…)"]},
    ),
    "a limit inside a list is dropped": Row(
        SHAPES,
        "items: {type: string, maxLength: 8}",
        "items: {type: string}",
        {"argument wider": [f"{CREATE}(tags=…)"]},
        {"argument narrower": [f"{CREATE}(tags=…)"]},
    ),
    "a pattern is dropped": Row(
        SHAPES,
        ", pattern: '[A-Z0-9]+'",
        "",
        {"argument wider": [f"{CREATE}(out_request_no=…)"]},
        {"argument narrower": [f"{CREATE}(out_request_no=…)"]},
    ),
    "a pattern is another one": Row(
        SHAPES,
        "[A-Z0-9]+",
        "[A-Z0-9_]+",
        {"argument narrower": [f"{CREATE}(out_request_no=…)"]},
        {"argument narrower": [f"{CREATE}(out_request_no=…)"]},
    ),
    "a limit of a shape in both directions": Row(
        SHAPES,
        "maxLength: 10",
        "maxLength: 12",
        {
            "argument wider": [f"{CREATE}(buyer.name=…)"],
            "limits of answers": answers("buyer.name"),
        },
        {
            "argument narrower": [f"{CREATE}(buyer.name=…)"],
            "limits of answers": answers("buyer.name"),
        },
    ),
    "a default changes": Row(
        ORDERS,
        "default: 20",
        "default: 10",
        {"argument default": [f"{LIST}(limit=…)"]},
        {"argument default": [f"{LIST}(limit=…)"]},
    ),
    "an argument may be one more value": Row(
        SHAPES,
        "enum: [FAST, SLOW]\n  x-enum-descriptions: {FAST: 快, SLOW: 慢}",
        "enum: [FAST, SLOW, AIR]\n  x-enum-descriptions: {FAST: 快, SLOW: 慢, AIR: 空运}",
        {"argument values new": [f"{CREATE}(mode=…)"]},
        {"argument values gone": [f"{CREATE}(mode=…)"]},
    ),
    "an argument travels encrypted": Row(
        SHAPES,
        "minLength: 1, maxLength: 20}",
        "minLength: 1, maxLength: 20, x-sensitive: true}",
        {"argument encryption": [f"{CREATE}(goods_id=…)"]},
        {"argument encryption": [f"{CREATE}(goods_id=…)"]},
    ),
    "a member is deprecated both ways": Row(
        SHAPES,
        PHONE,
        PHONE.replace("电话}", "电话, deprecated: true}"),
        {
            "argument deprecated": [f"{CREATE}(buyer.phone=…)"],
            "member deprecated": answers("buyer.phone"),
        },
        {
            "argument no longer deprecated": [f"{CREATE}(buyer.phone=…)"],
            "member no longer deprecated": answers("buyer.phone"),
        },
    ),
    "a member of an answer may be missing": Row(
        SHAPES,
        "required: [order_id, state]",
        "required: [order_id]",
        {"member may be missing": answers("state")},
        {"member always there": answers("state")},
    ),
    "a member of an answer has another type": Row(
        SHAPES,
        "order_id: {type: string",
        "order_id: {type: integer",
        {"member type": answers("order_id")},
        {"member type": answers("order_id")},
        also=((ORDERS, "order_id: O1", "order_id: 1"), (EVENT, "order_id: O1", "order_id: 1")),
    ),
    "an answer may say one more value": Row(
        SHAPES,
        "enum: [OPEN, DONE]\n  x-enum-descriptions: {OPEN: 未完成, DONE: 已完成}",
        "enum: [OPEN, DONE, LOST]\n  x-enum-descriptions: {OPEN: 未完成, DONE: 已完成, LOST: 丢失}",
        {"member values new": answers("state")},
        {"member values gone": answers("state")},
    ),
    "an event has another name too": Row(
        EVENT,
        "x-event-aliases: [ORDER]",
        "x-event-aliases: [ORDER, SHOP.ORDERED]",
        {"event aliases new": ["event SHOP.ORDER"]},
        {"event aliases gone": ["event SHOP.ORDER"]},
    ),
    "a type is renamed": Row(
        SHAPES,
        "DeliveryMode",
        "ShippingMode",
        {"type renamed": ["shop.enums.DeliveryMode"]},
        {"type renamed": ["shop.enums.ShippingMode"]},
    ),
    "only a description changes": Row(
        SHAPES,
        "description: 姓名",
        "description: 全名",
        {"text": [f"{CREATE}(buyer.name=…)", *answers("buyer.name")]},
        {"text": [f"{CREATE}(buyer.name=…)", *answers("buyer.name")]},
    ),
    "only an example changes": Row(
        ORDERS, "goods_id: G1", "goods_id: G2", {"text": [CREATE]}, {"text": [CREATE]}
    ),
}


def replaced(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """The spec with several edits made."""
    shutil.copytree(SPEC, folder)
    for name, before, after in edits:
        text = (folder / name).read_text("utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after), "utf-8")
    return folder


def edited(folder: Path, row: Row) -> Path:
    """The spec with the edit of a row made."""
    return replaced(folder, (row.file, row.before, row.after), *row.also)


def told(before: Path, after: Path) -> dict[str, list[str]]:
    """Where something changes, by kind."""
    found: dict[str, list[str]] = {}
    for change in compare(surface(api_of(before)), surface(api_of(after))):
        found.setdefault(change.kind, []).append(change.where)
    return {kind: sorted(places) for kind, places in found.items()}


def in_order(expected: dict[str, list[str]]) -> dict[str, list[str]]:
    return {kind: sorted(places) for kind, places in expected.items()}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_an_edit_is_told_in_the_words_of_callers(row: Row, tmp_path: Path) -> None:
    after = edited(tmp_path / "spec", row)
    for before, now, expected in ((SPEC, after, row.told), (after, SPEC, row.told_back)):
        found = told(before, now)
        if row.also:
            found.pop("text")  # of the examples that had to follow
        assert found == in_order(expected)


# -- what takes more than one file -----------------------------------------------------------------


INDEX_LINE = "  '/v3/shop/orders/{order_id}': {$ref: 'paths/v3/shop/orders/{order_id}.yaml'}\n"
EVENT_LINES = "webhooks:\n  SHOP.ORDER: {$ref: webhooks/SHOP.ORDER.yaml}\n"


def test_calls_and_events_come_and_go(tmp_path: Path) -> None:
    less = replaced(
        tmp_path / "spec", ("openapi.yaml", INDEX_LINE, ""), ("openapi.yaml", EVENT_LINES, "")
    )
    for unused in (ORDER, EVENT, "schemas/common/notification.yaml"):
        (less / unused).unlink()
    assert told(SPEC, less) == {"call removed": [CANCEL], "event removed": ["event SHOP.ORDER"]}
    assert told(less, SPEC) == {"call added": [CANCEL], "event added": ["event SHOP.ORDER"]}


def test_another_url_is_another_chain(tmp_path: Path) -> None:
    moved = replaced(tmp_path / "spec", ("openapi.yaml", "/v3/shop/orders:", "/v3/shop/buys:"))
    assert told(SPEC, moved) == {"call url": [CREATE, LIST]}


def test_a_chain_that_means_another_call(tmp_path: Path) -> None:
    """Calling a chain means POST, and where there is none, the only method."""
    cancel = (SPEC / ORDER).read_text("utf-8")
    added = cancel.replace("delete:", "post:").replace("shop.orders.cancel", "shop.orders.close")
    more = replaced(tmp_path / "spec")
    (more / ORDER).write_text(cancel + added.replace("取消订单", "关闭订单"), "utf-8")
    assert told(SPEC, more) == {
        "call added": ["pay.shop.orders.close"],
        "call shorthand": ["v3/shop/orders/{order_id}"],
    }


def test_path_arguments_change_their_order(tmp_path: Path) -> None:
    def spec(name: str, first: str, second: str) -> Path:
        path = f"/v3/shop/orders/{{{first}}}/lines/{{{second}}}"
        return replaced(
            tmp_path / name,
            ("openapi.yaml", "'/v3/shop/orders/{order_id}'", f"'{path}'"),
            (
                ORDER,
                "    - {name: reason, in: query,",
                "    - {name: line, in: path, required: true, description: 行, "
                "schema: {type: string}, example: L1}\n    - {name: reason, in: query,",
            ),
        )

    found = told(spec("a", "order_id", "line"), spec("b", "line", "order_id"))
    assert found == {"call positional": [CANCEL], "call url": [CANCEL]}


def test_a_body_becomes_a_file(tmp_path: Path) -> None:
    meta = "schema: {$ref: ../../../schemas/shop/order.yaml#/CreateOrderRequest}\n"
    upload = replaced(
        tmp_path / "spec",
        (
            ORDERS,
            "      application/json:\n        " + meta,
            "      multipart/form-data:\n        " + meta,
        ),
    )
    assert "call upload" in told(SPEC, upload)


# -- the whole -------------------------------------------------------------------------------------


def test_every_kind_of_change_has_an_edit() -> None:
    source = Path(__file__).read_text("utf-8")
    assert [kind for kind in KINDS if f'"{kind}"' not in source] == []


def test_moving_between_files_is_no_change(tmp_path: Path) -> None:
    shapes = (SPEC / SHAPES).read_text("utf-8")
    state = shapes[shapes.index("OrderState:") : shapes.index("ListOrdersResponse:")]
    moved = replaced(
        tmp_path / "spec",
        (SHAPES, state, ""),
        (SHAPES, "'#/OrderState'", "state.yaml#/OrderState"),
    )
    (moved / "schemas/shop/state.yaml").write_text(state, "utf-8")
    assert told(SPEC, moved) == {}


def test_equal_changes_are_told_once(tmp_path: Path) -> None:
    after = edited(tmp_path / "spec", ROWS["a member of an answer may be missing"])
    changes = compare(surface(api_of(SPEC)), surface(api_of(after)))
    lines = to_markdown(changes).splitlines()
    assert lines[0] == "## Breaking"
    assert len([line for line in lines if line.startswith("- ")]) == 1
    assert "likewise in 2" in lines[2]


def test_a_guess_is_no_rename(tmp_path: Path) -> None:
    """Two calls of which neither name nor URL is the other's are two calls, however alike."""
    other = replaced(
        tmp_path / "spec",
        ("openapi.yaml", "'/v3/shop/orders/{order_id}'", "'/v3/shop/bills/{order_id}'"),
        (ORDER, "shop.orders.cancel", "shop.orders.void"),
    )
    found = told(SPEC, other)
    assert found["call removed"] == [CANCEL]
    assert found["call added"] == ["pay.shop.orders.void"]


# -- the oracle ------------------------------------------------------------------------------------


def breaks(before: Path, after: Path) -> list[str]:
    """What griffe calls breaking between two generated packages."""
    old, new = (
        griffe.load(PACKAGE, search_paths=[path], allow_inspection=False)
        for path in (before, after)
    )
    return [
        str(found.explain(griffe.ExplanationStyle.ONE_LINE))
        for found in griffe.find_breaking_changes(old, new)
    ]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the unedited spec."""
    shop = Workshop(tmp_path_factory.mktemp("before"), SPEC)
    shop.generate()
    return shop.output


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_breaks_python_is_breaking_here(row: Row, package: Path, tmp_path: Path) -> None:
    shop = Workshop(tmp_path, edited(tmp_path / "edited", row))
    shop.generate()
    for before, after, expected in (
        (package, shop.output, row.told),
        (shop.output, package, row.told_back),
    ):
        ours = {KINDS[kind].severity for kind in expected}
        assert Severity.BREAKING in ours or not breaks(before, after)


# -- the command -----------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project under version control, with one commit on the main branch."""
    shutil.copytree(SPEC, tmp_path / "spec")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n", "utf-8")
    for arguments in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "--quiet", "-m", "first"],
    ):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    return tmp_path


def narrowed(repository: Path) -> None:
    path = repository / "spec" / SHAPES
    path.write_text(path.read_text("utf-8").replace("maxLength: 20", "maxLength: 10"), "utf-8")


def test_the_working_tree_is_compared_with_where_main_was_left(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(repository, "", "markdown", announced=True) == 0
    assert capsys.readouterr().out == "Nothing changes for callers.\n"
    narrowed(repository)
    assert command.run(repository, "", "markdown", announced=False) == 0
    assert "`maxLength 10` is checked now, was `maxLength 20`" in capsys.readouterr().out


def test_a_break_must_be_announced(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    narrowed(repository)
    assert command.run(repository, "main", "markdown", announced=True) == 1
    assert "CHANGELOG.md" in capsys.readouterr().err
    (repository / "CHANGELOG.md").write_text("## [2.0]\n\n### Breaking\n\n- goods_id\n", "utf-8")
    assert command.run(repository, "main", "markdown", announced=True) == 0


def test_a_folder_can_be_compared_with(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(SPEC, other / "spec")
    narrowed(repository)
    assert command.run(repository, str(other), "json", announced=False) == 0
    (change,) = json.loads(capsys.readouterr().out)
    assert change["severity"] == "breaking"
    assert change["where"] == f"{CREATE}(goods_id=…)"


def test_a_revision_that_is_none_is_a_message(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(repository, "nowhere", "markdown", announced=False) == 2
    assert "nowhere" in capsys.readouterr().err
