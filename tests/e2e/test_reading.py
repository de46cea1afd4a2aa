"""What servers really write is read: empty values, times and scalars in any form, members without
documentation; nothing of it is lost, and nothing of it fails."""

from __future__ import annotations

import contextlib
import json
import logging
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from bending import STRAIGHT, bent
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from wechatpay_marketing import MissingMemberError
from wechatpay_marketing._runtime import moments
from wechatpay_marketing._runtime.answer import Answer
from wechatpay_marketing._runtime.reading import decode
from wechatpay_marketing._runtime.types import Moment

BEIJING = timezone(timedelta(hours=8))


class Amount(Answer, kw_only=True):
    fen: int
    currency: str | None = None


class Thing(Answer, kw_only=True):
    name: str
    note: str | None = None
    count: int | None = None
    ratio: float | None = None
    flag: bool | None = None
    at: Moment | None = None
    amount: Amount | None = None
    items: list[Amount] | None = None
    tags: list[str] | None = None
    created: Moment
    free: dict[str, object] | None = None


CREATED = "2025-01-01T00:00:00+08:00"


def thing(**changes: Any) -> Thing:
    document = {"name": "n", "created": CREATED, **changes}
    return decode(Thing, json.dumps(document).encode(), "thing")


@pytest.fixture(autouse=True)
def warned(caplog: pytest.LogCaptureFixture) -> list[str]:
    caplog.set_level(logging.WARNING)
    return caplog.messages


# -- empty values ----------------------------------------------------------------------------------

EMPTY = ["", [], {}, "{}", None, "[]", "null", " "]


@pytest.mark.parametrize("member", ["count", "ratio", "flag", "at", "amount", "items"])
@pytest.mark.parametrize("value", EMPTY, ids=repr)
def test_an_empty_value_of_another_type_is_nothing(
    member: str, value: Any, caplog: pytest.LogCaptureFixture
) -> None:
    found = getattr(thing(**{member: value}), member)
    # an object that lacks its members, and an empty list, are of the documented type
    if (member, value) == ("items", []):
        assert found == []
    else:
        assert found is None
    assert not caplog.messages


@pytest.mark.parametrize("value", [[], {}], ids=repr)
def test_an_empty_value_in_place_of_optional_text_is_nothing(value: Any) -> None:
    assert thing(note=value).note is None
    assert thing(note="").note == ""


@pytest.mark.parametrize("value", ["", [], {}, None], ids=repr)
def test_an_empty_value_in_place_of_a_required_member_is_missed_when_touched(
    value: Any, caplog: pytest.LogCaptureFixture
) -> None:
    answer = thing(created=value)
    assert len(caplog.messages) == 1
    with pytest.raises(MissingMemberError):
        _ = answer.created


def test_gaps_in_lists_are_left_out(caplog: pytest.LogCaptureFixture) -> None:
    answer = thing(items=[None, {"fen": 1}, "", {"fen": "2"}, []], tags=["a", None, 5, {}])
    assert answer.items is not None
    assert [item.fen for item in answer.items] == [1, 2]
    assert answer.tags == ["a", "5"]
    assert not caplog.messages


# -- scalars ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("member", "value", "read"),
    [
        ("note", 123, "123"),
        ("note", -5, "-5"),
        ("note", 12345678901234567890123456789, "12345678901234567890123456789"),
        ("note", 1.5, "1.5"),
        ("note", True, "true"),
        ("count", "123", 123),
        ("count", "0", 0),
        ("count", 7.0, 7),
        ("ratio", "1.25", 1.25),
        ("ratio", 3, 3.0),
        ("flag", "true", True),
        ("flag", 0, False),
        ("amount", '{"fen": 5}', Amount(fen=5)),
        ("items", '[{"fen": "5"}]', [Amount(fen=5)]),
        ("tags", [1, 2], ["1", "2"]),
    ],
)
def test_what_crosses_types_without_loss_is_read(
    member: str, value: Any, read: Any, caplog: pytest.LogCaptureFixture
) -> None:
    assert getattr(thing(**{member: value}), member) == read
    assert not caplog.messages


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("count", "12 Yuan"),
        ("count", 1.5),
        ("count", "1.5"),
        ("flag", "perhaps"),
        ("amount", "five"),
        ("amount", '{"fen": '),
        ("items", {"fen": 5}),
        ("ratio", [1]),
        ("note", {"a": 1}),
        ("at", {"year": 2025}),
        ("at", True),
    ],
)
def test_what_would_lose_something_is_missed_when_touched(
    member: str, value: Any, caplog: pytest.LogCaptureFixture
) -> None:
    answer = thing(**{member: value})
    assert len(caplog.messages) == 1
    assert answer.name == "n"
    with pytest.raises(MissingMemberError):
        getattr(answer, member)
    assert answer.to_dict()[member] == value


# -- times -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-01-01T00:00+08:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-W01-3T00:00+08:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01T00:00:00 +08:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01 00:00:00+08:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01 00:00:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01T00:00:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01T00:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01T00:00:00.+08:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01T00:00:00,5+08:00", datetime(2024, 12, 31, 16, 0, 0, 500_000, UTC)),
        ("2025-01-01T00:00:00.123456000Z", datetime(2025, 1, 1, 0, 0, 0, 123_456, UTC)),
        ("2025-01-01t00:00:00z", datetime(2025, 1, 1, tzinfo=UTC)),
        ("2025-01-01T00:00:00-0330", datetime(2025, 1, 1, 3, 30, tzinfo=UTC)),
        ("2025-01-01T00:00:00+08", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("20250101T000000+0800", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2025-01-01", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2024-12-31T24:00:00+08:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("2024-12-31 24:00", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        (" 2025-01-01T00:00:00Z ", datetime(2025, 1, 1, tzinfo=UTC)),
        ("1735660800", datetime(2024, 12, 31, 16, tzinfo=UTC)),
        (1735660800, datetime(2024, 12, 31, 16, tzinfo=UTC)),
        ("9999-12-31T23:59:59Z", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_times_are_read_as_servers_write_them(
    text: Any, moment: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    answer = thing(at=text, created=text)
    for found in (answer.at, answer.created):
        assert found == moment
        assert found is not None
        assert found.tzinfo is not None
    assert answer.to_dict()["at"] == text
    assert not caplog.messages


@pytest.mark.parametrize(
    "value",
    [
        253402300800,
        -62135596801,
        10**30,
        -(10**30),
        1e300,
        "253402300800",
        "0000-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z",
        "2025-02-30T00:00:00Z",
        "2025-01-01T25:00:00Z",
        "9999-12-31T24:00:00Z",
        "2025-01-01T00:00:00+99:00",
        "the first of August",
        "２０２５-01-01T00:00:00Z",
    ],
)
def test_a_time_that_cannot_be_is_missed_when_touched(
    value: Any, caplog: pytest.LogCaptureFixture
) -> None:
    answer = thing(at=value, created=value)
    assert len(caplog.messages) == 2
    assert str(value) not in caplog.text
    for name in ("at", "created"):
        with pytest.raises(MissingMemberError):
            getattr(answer, name)


@given(st.datetimes(timezones=st.timezones()))
def test_whatever_python_writes_is_read(moment: datetime) -> None:
    assert moments.read(moment.isoformat()) == datetime.fromisoformat(moment.isoformat())
    naive = moment.replace(tzinfo=None)
    assert moments.read(naive.isoformat(" ")) == naive.replace(tzinfo=BEIJING)


@given(st.text(max_size=30) | st.from_regex(r"[0-9 TZz:.,+-]{1,30}"))
def test_no_text_makes_anything_but_a_time_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError, OverflowError):
        assert moments.read(text).tzinfo is not None


# -- plain data ------------------------------------------------------------------------------------


def test_the_wire_form_is_what_came() -> None:
    document = {
        "name": "n",
        "created": "2025-01-01 00:00",
        "at": "",
        "count": "5",
        "unknown": [1, {"a": None}],
        "amount": {"fen": 1, "hidden": 2.50},
    }
    answer = thing(**document)
    assert answer.to_dict() == document
    assert json.loads(answer.to_json()) == document
    assert pickle.loads(pickle.dumps(answer)).to_dict() == document
    assert answer.amount is not None
    assert answer.amount.to_dict() == {"fen": 1}


def test_an_object_that_was_made_by_hand_has_a_wire_form_too() -> None:
    moment = datetime(2025, 1, 1, tzinfo=BEIJING)
    answer = Thing(name="n", created=moment, items=[Amount(fen=1)], tags=["a"])
    assert answer.to_dict() == {
        "name": "n",
        "created": "2025-01-01T00:00:00+08:00",
        "items": [{"fen": 1}],
        "tags": ["a"],
    }
    assert decode(Thing, answer.to_json().encode(), "thing") == answer


@pytest.mark.parametrize("raw", [b"", b"[]", b"<html>", b"5", b'{"a": \xff}', b"[" * 9999])
def test_what_is_no_object_has_no_members(raw: bytes) -> None:
    answer = decode(Thing, raw, "thing")
    assert (answer.to_dict(), answer.to_json()) == ({}, "{}")


# -- every type of the package ---------------------------------------------------------------------


@examples(200)
@given(st.data())
def test_a_bent_answer_reads_like_the_straight_one(data: st.DataObject) -> None:
    cls, example = data.draw(st.sampled_from(STRAIGHT))
    changed = data.draw(bent(cls, example))
    read = decode(cls, json.dumps(changed).encode(), "bent")
    assert read == decode(cls, json.dumps(example).encode(), "straight")
    assert read.to_dict() == changed
