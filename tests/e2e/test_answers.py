"""Answers are lenient: a call that succeeded never fails because of what the answer looks like."""

from __future__ import annotations

import copy
import json
import logging
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest
from corpus import CASE, CASES, Case, assert_holds
from harness import Both, Wire
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from wechatpay_marketing import MissingMemberError, WechatPay, response_of
from wechatpay_marketing._runtime.answer import Answer
from wechatpay_marketing.busifavor import models

STOCK = CASE["busifavor.stocks.get"]
ASSOCIATE = CASE["busifavor.coupons.associate"]
SEND = CASE["busifavor.coupons.send"]


def answered(both: Both, case: Case, answer: Any, mode: str = "sync") -> Any:
    """What a call gives that is answered with this JSON, or with these bytes."""
    product, resource, verb = case.id.split(".")
    raw = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    both.fake.script(case.id, answer=raw)
    method = getattr(getattr(getattr(both.client(mode), product), resource), verb)
    given = {"file": b"BM", "filename": "x.png"} if case.is_upload else case.requests[0] or {}
    return both.call(method, **case.arguments, **given)


def without(document: Any, name: str) -> Any:
    return {key: value for key, value in document.items() if key != name}


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


# -- what is more than documented ------------------------------------------------------------------


def test_unknown_members_are_ignored(
    both: Both, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    stock = STOCK.answers[0]
    rule = stock["coupon_use_rule"] | {"new_rule": {"depth": [1]}}
    answer = answered(both, STOCK, stock | {"brand_new": [1, {}], "coupon_use_rule": rule}, mode)
    assert_holds(answer, stock)
    assert not hasattr(answer, "brand_new")
    assert not warnings(caplog)


def test_unknown_enum_values_are_kept(
    both: Both, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    rule = STOCK.answers[0]["coupon_use_rule"]
    time = rule["coupon_available_time"] | {"available_week": {"week_day": [1, 9]}}
    changes = {"stock_state": "FROZEN", "coupon_use_rule": rule | {"coupon_available_time": time}}
    answer = answered(both, STOCK, STOCK.answers[0] | changes, mode)
    assert answer.stock_state == "FROZEN"
    assert answer.coupon_use_rule.coupon_available_time.available_week.week_day == [1, 9]
    assert not warnings(caplog)


# -- what is less, or other, than documented -------------------------------------------------------


def test_a_missing_member_is_logged_and_raises_when_touched(
    both: Both, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = answered(both, STOCK, without(STOCK.answers[0], "stock_state"), mode)
    assert warnings(caplog) == ["busifavor.stocks.get: $.stock_state is missing"]
    with pytest.raises(MissingMemberError, match=r"`stock_state` of StockGetResponse"):
        _ = answer.stock_state
    assert not hasattr(answer, "stock_state")
    assert getattr(answer, "stock_state", "RUNNING") == "RUNNING"
    assert answer.stock_id == STOCK.answers[0]["stock_id"]


@pytest.mark.parametrize("value", [None, ["RUNNING"], {}, {"a": 1}, []])
def test_a_mistyped_member_is_logged_and_raises_when_touched(
    both: Both, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    answer = answered(both, STOCK, STOCK.answers[0] | {"stock_state": value})
    (warning,) = warnings(caplog)
    assert warning.startswith("busifavor.stocks.get: $.stock_state does not fit: Expected `str`")
    with pytest.raises(MissingMemberError):
        _ = answer.stock_state


def test_an_optional_member_of_the_wrong_type_is_not_taken_for_absent(both: Both) -> None:
    assert answered(both, STOCK, without(STOCK.answers[0], "comment")).comment is None
    assert answered(both, STOCK, STOCK.answers[0] | {"comment": None}).comment is None
    with pytest.raises(MissingMemberError):
        _ = answered(both, STOCK, STOCK.answers[0] | {"comment": {"a": 1}}).comment


def test_numbers_in_text_are_read(both: Both) -> None:
    count = {"total_count": "7", "available_count": "3"}
    answer = answered(both, STOCK, STOCK.answers[0] | {"coupon_code_count": count})
    assert (answer.coupon_code_count.total_count, answer.coupon_code_count.available_count) == (
        7,
        3,
    )


def test_only_the_member_at_fault_is_lost(both: Both, caplog: pytest.LogCaptureFixture) -> None:
    stock = copy.deepcopy(STOCK.answers[0])
    time = stock["coupon_use_rule"]["coupon_available_time"]
    time["available_begin_time"] = "the first of August"
    answer = answered(both, STOCK, stock)
    assert len(warnings(caplog)) == 1
    assert (
        "$.coupon_use_rule.coupon_available_time.available_begin_time does not fit"
        in warnings(caplog)[0]
    )
    rule = answer.coupon_use_rule
    assert rule.use_method == stock["coupon_use_rule"]["use_method"]
    assert rule.coupon_available_time.available_end_time == datetime.fromisoformat(
        time["available_end_time"]
    )
    with pytest.raises(MissingMemberError):
        _ = rule.coupon_available_time.available_begin_time


def test_the_items_of_a_list_are_read_one_by_one(
    both: Both, caplog: pytest.LogCaptureFixture
) -> None:
    case = CASE["product_coupon.stocks.list_associated_stores"]
    answer = answered(
        both, case, {"total_count": 4, "store_list": [{"store_id": "1"}, {}, {"store_id": "3"}, {}]}
    )
    assert warnings(caplog) == [f"{case.id}: $.store_list[].store_id is missing (in 2 items)"]
    assert [getattr(store, "store_id", None) for store in answer.store_list] == [
        "1",
        None,
        "3",
        None,
    ]


def test_the_warning_does_not_repeat_the_value(
    both: Both, caplog: pytest.LogCaptureFixture
) -> None:
    answered(
        both,
        STOCK,
        STOCK.answers[0] | {"coupon_use_rule": "oUpF8uMuAJO-secret", "stock_id": ["13800000000"]},
    )
    assert len(warnings(caplog)) == 2
    assert "secret" not in caplog.text
    assert "13800000000" not in caplog.text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{}",
        b"null",
        b"[]",
        b'"text"',
        b"5",
        b"<html>OK</html>",
        b'{"stock_id": 5, and then nothing of use',
        b'{"stock_id": 5, "unknown": 1e999}',
        b'{"stock_id": "\xff"}',
        b'{"stock_id": "\\ud800"}',
        b"[" * 100_000,
        b'{"stock_id": 5, "unknown": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    ],
    ids=lambda raw: raw[:32].decode(errors="replace"),
)
def test_bodies_of_no_use(
    both: Both, mode: str, raw: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    answer = answered(both, STOCK, raw, mode)
    assert type(answer) is models.StockGetResponse
    assert warnings(caplog)
    assert not hasattr(answer, "stock_id")
    assert response_of(answer).body == raw
    assert response_of(answer).status == 200


def test_an_answer_without_documented_body_may_have_one(both: Both) -> None:
    answer = answered(both, CASE["busifavor.stocks.update"], {"unexpected": True})
    assert response_of(answer).body == b'{"unexpected": true}'


# -- what an incomplete answer can still do --------------------------------------------------------


@pytest.fixture
def incomplete(both: Both) -> models.StockGetResponse:
    answer = answered(both, STOCK, without(STOCK.answers[0], "stock_state"))
    assert isinstance(answer, models.StockGetResponse)
    return answer


def test_it_can_be_printed(incomplete: models.StockGetResponse) -> None:
    text = repr(incomplete)
    assert text.startswith("StockGetResponse(stock_name=")
    assert "stock_state" not in text
    assert repr(incomplete.send_count_information) in text


def test_it_can_be_compared(both: Both, incomplete: models.StockGetResponse) -> None:
    assert incomplete == answered(both, STOCK, without(STOCK.answers[0], "stock_state"))
    assert incomplete != answered(both, STOCK, STOCK.answers[0])
    assert incomplete != answered(both, STOCK, without(STOCK.answers[0], "stock_id"))
    assert incomplete != object()


COPIES = [copy.copy, copy.deepcopy, lambda answer: pickle.loads(pickle.dumps(answer))]


@pytest.mark.parametrize("copied", COPIES)
def test_it_can_be_copied(incomplete: models.StockGetResponse, copied: Any) -> None:
    twin = copied(incomplete)
    assert twin == incomplete
    assert twin is not incomplete
    assert not hasattr(twin, "stock_state")


def test_a_whole_answer_can_be_compared_and_copied(pay: WechatPay) -> None:
    answer = pay.busifavor.stocks.get("98065001")
    assert answer == pay.busifavor.stocks.get("98065001")
    assert copy.deepcopy(answer) == pickle.loads(pickle.dumps(answer)) == answer
    answer.stock_state = "PAUSED"
    assert answer != pay.busifavor.stocks.get("98065001")


@pytest.mark.parametrize("copied", COPIES)
def test_copies_know_their_response(pay: WechatPay, copied: Any) -> None:
    answer = pay.busifavor.stocks.get("98065001")
    twin = copied(answer)
    assert response_of(twin).request_id == response_of(answer).request_id != ""
    assert twin.to_dict() == answer.to_dict()
    twin.note = "mine"  # a copy has a dictionary of its own
    assert not hasattr(answer, "note")


def test_only_the_answer_itself_has_a_response(pay: WechatPay) -> None:
    answer = pay.busifavor.stocks.get("98065001")
    for other in (answer.coupon_use_rule, None):
        with pytest.raises(TypeError, match="not the answer of a call"):
            response_of(other)


def test_a_wrong_attribute_is_an_ordinary_error(incomplete: models.StockGetResponse) -> None:
    with pytest.raises(AttributeError, match="no attribute 'stock_sate'") as caught:
        _ = incomplete.stock_sate  # type: ignore[attr-defined]
    assert not isinstance(caught.value, MissingMemberError)


# -- where documents and the official models differ ------------------------------------------------


def test_send_may_answer_flat_or_nested(
    both: Both, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    members = {"stock_id": "100088", "coupon_code": "sxxe34343434", "out_request_no": "10026006"}
    flat = answered(both, SEND, members, mode)
    nested = answered(both, SEND, {"send_coupon_result": members}, mode)
    as_text = answered(both, SEND, {"send_coupon_result": json.dumps(members)}, mode)
    empty = answered(both, SEND, {**members, "send_coupon_result": ""}, mode)
    for answer in (flat, nested, as_text, empty):
        assert (answer.stock_id, answer.coupon_code) == ("100088", "sxxe34343434")
        assert answer.send_coupon_result.out_request_no == answer.out_request_no == "10026006"
        assert answer == flat
    assert flat.to_dict() == members
    assert nested.to_dict() == {"send_coupon_result": members}
    nothing = answered(both, SEND, {"unknown": 1}, mode)
    assert (nothing.stock_id, nothing.send_coupon_result) == (None, None)
    assert not warnings(caplog)


def test_disassociate_may_answer_under_the_name_of_associate(both: Both, mode: str) -> None:
    case, moment = CASE["busifavor.coupons.disassociate"], "2025-05-20T13:29:35+08:00"
    at = datetime(2025, 5, 20, 5, 29, 35, tzinfo=UTC)
    documented = answered(both, case, {"wechatpay_disassociate_time": moment}, mode)
    assert (documented.wechatpay_disassociate_time, documented.wechatpay_associate_time) == (
        at,
        None,
    )
    other = answered(both, case, {"wechatpay_associate_time": moment}, mode)
    assert (
        getattr(other, "wechatpay_disassociate_time", None),
        other.wechatpay_associate_time,
    ) == (None, at)


# -- any JSON --------------------------------------------------------------------------------------

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(document: Any) -> list[tuple[Any, Any]]:
    """Every place in a document, as container and key."""
    keys = (
        document
        if isinstance(document, dict)
        else range(len(document)) if isinstance(document, list) else ()
    )
    return [place for key in keys for place in [(document, key), *places(document[key])]]


@st.composite
def mutations(draw: st.DrawFn) -> tuple[Case, Any]:
    """An example answer with up to four changes."""
    case = draw(st.sampled_from([case for case in CASES if case.answers[0]]))
    root = [copy.deepcopy(draw(st.sampled_from(case.answers)))]
    for _ in range(draw(st.integers(1, 4))):
        container, key = draw(st.sampled_from(places(root)))
        match draw(st.sampled_from(["drop", "null", "replace", "wrap", "into text"])):
            case "drop" if container is not root:
                del container[key]
            case "null":
                container[key] = None
            case "replace":
                container[key] = draw(JSON)
            case "wrap":
                container[key] = draw(
                    st.sampled_from([[container[key]], {"value": container[key]}])
                )
            case _:
                container[key] = json.dumps(container[key])
    return case, root[0]


def touch(value: object) -> None:
    """Use everything that an answer offers."""
    if isinstance(value, Answer):
        assert repr(value).startswith(type(value).__name__)
        assert copy.copy(value) == value
        for name in value.__struct_fields__:
            if hasattr(value, name):
                touch(getattr(value, name))
            else:
                with pytest.raises(MissingMemberError):
                    getattr(value, name)
    elif isinstance(value, list):
        for item in value:
            touch(item)


@examples(150)
@given(mutations())
def test_no_json_makes_a_call_fail(both: Both, mutated: tuple[Case, Any]) -> None:
    case, document = mutated
    touch(answered(both, case, document))


@examples(60)
@given(
    st.sampled_from(CASES),
    st.binary() | st.text().map(str.encode) | JSON.map(json.dumps).map(str.encode),
)
def test_no_bytes_make_a_call_fail(both: Both, fake: Wire, case: Case, raw: bytes) -> None:
    touch(answered(both, case, raw))
