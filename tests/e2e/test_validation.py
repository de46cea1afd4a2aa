"""What a call refuses before anything is sent, and how to have it sent all the same."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import httpx
import pytest
from corpus import CASE, CASES, Case
from harness import Both, Wire
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from wechatpay_marketing import BadRequest, CallOptions, ValidationError, WechatPay

ASSOCIATE = {
    "stock_id": "100088",
    "coupon_code": "sxxe34343434",
    "out_trade_no": "MCH_1",
    "out_request_no": "1002600",
}
STORES = CASE["product_coupon.stocks.associate_stores"]


def stock(**changes: Any) -> dict[str, Any]:
    """The arguments of the example of `busifavor.stocks.create`, which are nested up to five
    deep."""
    arguments: dict[str, Any] = copy.deepcopy(CASE["busifavor.stocks.create"].requests[0])
    return arguments | changes


def changed(*steps: Any) -> dict[str, Any]:
    """Those arguments with another value, the last of `steps`, at the place that the steps before
    lead to."""
    *path, last, value = steps
    arguments = stock()
    place: Any = arguments
    for step in path:
        place = place[step]
    place[last] = value
    return arguments


def refused(fake: Wire, call: Callable[[], object]) -> ValidationError:
    """The error of a call that sends nothing."""
    with pytest.raises(ValidationError) as caught:
        call()
    assert fake.requests == []
    assert caught.value.path in str(caught.value)
    return caught.value


# -- names, types, limits --------------------------------------------------------------------------

TIME = ("coupon_use_rule", "coupon_available_time")
AMOUNT = ("coupon_use_rule", "fixed_normal_coupon", "discount_amount")
REFUSED = {
    "unknown key": (
        changed("stock_send_rule", "max_coupons_per_usr", 5),
        "$.stock_send_rule.max_coupons_per_usr is not a member",
    ),
    "unknown key, did you mean": (
        changed("stock_send_rule", {"max_coupon": 100, "max_coupons_per_user": 5}),
        "$.stock_send_rule.max_coupon is not a member; did you mean `max_coupons`?",
    ),
    "unknown key deep inside": (
        changed(*TIME, "irregulary_avaliable_time", 0, "begin_tme", "2025-08-10T00:00:00+08:00"),
        "$.coupon_use_rule.coupon_available_time.irregulary_avaliable_time[0].begin_tme is not a "
        "member",
    ),
    "missing": (
        changed("stock_send_rule", {}),
        "$.stock_send_rule.max_coupons_per_user is required",
    ),
    "not text": (changed("stock_name", 13800000000), "$.stock_name expected `str`, got `int`"),
    "not an object": (
        changed("coupon_use_rule", "none"),
        "$.coupon_use_rule expected `object`, got `str`, found text of",
    ),
    "not an integer": (
        changed(*AMOUNT, 0.5),
        "$.coupon_use_rule.fixed_normal_coupon.discount_amount expected `int`",
    ),
    "a truth value for a number": (
        changed(*AMOUNT, True),
        "discount_amount expected `int`, got `bool`",
    ),
    "null": (changed(*AMOUNT, None), "discount_amount expected `int`, got `null`"),
    "too long": (
        changed("stock_name", "长" * 22),
        "$.stock_name expected `str` of length <= 21, found text of length 22",
    ),
    "too short": (
        changed("belong_merchant", "1"),
        "$.belong_merchant expected `str` of length >= 8, found text of length 1",
    ),
    "too small": (changed(*AMOUNT, 0), "discount_amount expected `int` >= 1"),
    "too large": (changed(*AMOUNT, 10**8), "discount_amount expected `int` <= 10000000"),
    "too many": (
        changed(*TIME, "available_week", "available_day_time", [{}, {}, {}]),
        "available_day_time expected `array` of length <= 2, found 3 items",
    ),
    "enum": (
        changed("stock_type", "NORMALL"),
        "$.stock_type must be one of NORMAL, DISCOUNT, EXCHANGE",
    ),
    "enum in a list": (
        changed(*TIME, "available_week", "week_day", [1, 7]),
        "available_week.week_day[1] must be one of 0, 1, 2, 3, 4, 5, 6",
    ),
    "time without offset": (
        changed(*TIME, "available_begin_time", "2025-08-01T00:00:00"),
        "available_begin_time expected a time with offset, such as 2025-08-01T00:00:00+08:00, "
        "found text of length 19",
    ),
    "naive datetime": (
        changed(*TIME, "available_begin_time", datetime(2025, 8, 1)),
        "available_begin_time expected a time with offset, such as 2025-08-01T00:00:00+08:00, "
        "found a naive datetime",
    ),
    "not a time": (
        changed(*TIME, "available_begin_time", "August"),
        "available_begin_time expected a time with offset, such as 2025-08-01T00:00:00+08:00, "
        "found text of length 6",
    ),
    "timestamp for a time": (
        changed(*TIME, "available_begin_time", 1),
        "available_begin_time expected a time with offset, such as 2025-08-01T00:00:00+08:00, "
        "found int",
    ),
    "date for a time": (
        changed(*TIME, "available_begin_time", date(2025, 8, 1)),
        "available_begin_time expected a time with offset, such as 2025-08-01T00:00:00+08:00, "
        "found date",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(
    both: Both, fake: Wire, mode: str, arguments: dict[str, Any], message: str
) -> None:
    error = refused(fake, lambda: both.call(both.client(mode).busifavor.stocks.create, **arguments))
    assert str(error).startswith("busifavor.stocks.create: $.")
    assert message in str(error)


def test_a_misspelt_required_member_is_named_as_it_was_written(fake: Wire, pay: WechatPay) -> None:
    rule = stock()["stock_send_rule"]
    rule["max_coupons_per_usr"] = rule.pop("max_coupons_per_user")
    error = refused(fake, lambda: pay.busifavor.stocks.create(**stock(stock_send_rule=rule)))
    assert error.path == "stock_send_rule.max_coupons_per_usr"
    assert "did you mean `max_coupons_per_user`?" in str(error)


def test_a_pattern_is_checked(fake: Wire, pay: WechatPay) -> None:
    case = CASE["brand.user_coupons.send"]
    arguments = case.arguments | case.requests[0] | {"coupon_code": "with space"}
    error = refused(fake, lambda: pay.brand.user_coupons.send(**arguments))
    assert error.path == "coupon_code"
    assert "matching regex" in str(error)


def test_query_parameters_are_checked(fake: Wire, pay: WechatPay) -> None:
    refused(fake, lambda: pay.busifavor.user_coupons.list("openid", appid="wx" * 20))
    refused(fake, lambda: pay.busifavor.coupon_codes.list("98065001", limit="20"))  # type: ignore[arg-type]
    refused(fake, lambda: pay.busifavor.coupon_codes.list("98065001", status="SOMETHING"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.requests[0] and not case.is_upload], ids=lambda c: c.id
)
def test_every_body_is_checked(case: Case, both: Both, fake: Wire) -> None:
    product, resource, verb = case.id.split(".")
    method = getattr(getattr(getattr(both.client("sync"), product), resource), verb)
    for name, value in case.requests[0].items():
        wrong = {"not": "it"} if isinstance(value, str) else "wrong"
        given = case.arguments | case.requests[0] | {name: wrong}
        error = refused(fake, functools.partial(method, **given))
        assert error.path.startswith(name)


MARK = "13812345678"


@pytest.mark.parametrize(
    "arguments",
    [
        changed("stock_name", MARK * 3),
        changed("stock_type", MARK),
        changed("coupon_use_rule", MARK),
        changed("coupon_use_rule", [MARK]),
        changed("stock_name", int(MARK)),
        changed(*AMOUNT, int(MARK)),
        changed(*AMOUNT, float(MARK)),
        changed(*TIME, "available_begin_time", MARK),
        changed(*TIME, "available_week", "week_day", [int(MARK)]),
        changed("stock_name", f"{MARK}😀"),
    ],
)
def test_errors_do_not_repeat_values(fake: Wire, pay: WechatPay, arguments: dict[str, Any]) -> None:
    error = refused(fake, lambda: pay.busifavor.stocks.create(**arguments))
    assert MARK not in f"{error}{error!r}{error.__cause__}"
    assert error.__suppress_context__ or error.__context__ is None


# -- what the wire does not take -------------------------------------------------------------------


def test_none_is_not_sent(fake: Wire, pay: WechatPay) -> None:
    pay.busifavor.stocks.create(**stock(comment=None, subsidy=None))
    assert fake.requests[0].body == {
        k: v for k, v in stock().items() if k not in ("comment", "subsidy")
    }
    pay.busifavor.coupon_codes.list("98065001", status=None, offset=0)
    assert fake.requests[1].target == "/v3/marketing/busifavor/stocks/98065001/couponcodes?offset=0"


@pytest.mark.parametrize("validate", [True, False])
def test_null_is_refused_however_it_comes(fake: Wire, pay: WechatPay, validate: bool) -> None:
    pay = pay.with_options(validate=validate)
    error = refused(
        fake, lambda: pay.busifavor.stocks.create(**changed("notify_config", "notify_appid", None))
    )
    assert error.path == "notify_config.notify_appid"
    extra = CallOptions(body={"store": {"ids": ["1", None]}})
    error = refused(fake, lambda: pay.busifavor.coupons.associate(**ASSOCIATE, options=extra))
    assert error.path == "store.ids[1]"


def test_the_word_null_is_no_null(fake: Wire, pay: WechatPay) -> None:
    pay.busifavor.coupons.associate(**ASSOCIATE | {"out_trade_no": "null"})
    assert fake.requests[0].body["out_trade_no"] == "null"


@pytest.mark.parametrize("validate", [True, False])
@pytest.mark.parametrize("character", ["😀", "\U00020000", "\U0010ffff"])
def test_characters_of_four_bytes_are_refused(
    fake: Wire, pay: WechatPay, validate: bool, character: str
) -> None:
    pay = pay.with_options(validate=validate)
    error = refused(fake, lambda: pay.busifavor.stocks.create(**stock(goods_name=f"券{character}")))
    assert error.path == "goods_name"
    deep = changed("custom_entrance", "mini_programs_info", "guiding_words", character)
    error = refused(fake, lambda: pay.busifavor.stocks.create(**deep))
    assert error.path == "custom_entrance.mini_programs_info.guiding_words"


@pytest.mark.parametrize("text", ["", "\uffff", "\U0000fffd", "ÿ", "\x7f", "\u2028", '"\\/\b\n'])
def test_other_characters_are_sent(fake: Wire, pay: WechatPay, text: str) -> None:
    pay.busifavor.coupons.associate(**ASSOCIATE | {"out_trade_no": f"a{text}"})
    assert fake.requests[0].body["out_trade_no"] == f"a{text}"


def test_half_a_character_is_refused(fake: Wire, pay: WechatPay) -> None:
    refused(fake, lambda: pay.busifavor.coupons.associate(**ASSOCIATE | {"out_trade_no": "\ud83d"}))
    refused(fake, lambda: pay.busifavor.stocks.get("\ud83d"))
    refused(fake, lambda: pay.busifavor.user_coupons.list("openid", appid="\ud83d"))


def test_what_is_no_json_is_refused(fake: Wire, pay: WechatPay) -> None:
    for value in (object(), float, 1j):
        options = CallOptions(body={"extra": value})
        call = functools.partial(pay.busifavor.coupons.associate, **ASSOCIATE, options=options)
        refused(fake, call)


# -- times -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("2025-08-01T00:00:00+08:00", "2025-08-01T00:00:00+08:00"),
        ("2025-07-31T16:00:00Z", "2025-07-31T16:00:00Z"),
        (datetime(2025, 8, 1, tzinfo=timezone(timedelta(hours=8))), "2025-08-01T00:00:00+08:00"),
        (datetime(2025, 7, 31, 16, tzinfo=UTC), "2025-07-31T16:00:00Z"),
    ],
)
def test_times_are_text_or_datetimes(fake: Wire, pay: WechatPay, given: object, sent: str) -> None:
    pay.busifavor.stocks.create(**changed(*TIME, "available_begin_time", given))
    assert (
        fake.requests[0].body["coupon_use_rule"]["coupon_available_time"]["available_begin_time"]
        == sent
    )


class Moment(datetime):
    """What pendulum gives, and freezegun in tests."""


class Text(str):
    """What many libraries wrap text in."""


@pytest.mark.parametrize("validate", [True, False])
def test_subclasses_of_time_and_text_are_what_they_are(
    fake: Wire, pay: WechatPay, validate: bool
) -> None:
    pay.with_options(validate=validate).busifavor.coupons.use(
        coupon_code=Text("1"),
        appid="wx1",
        use_time=Moment(2025, 8, 1, tzinfo=UTC),
        use_request_no="1002600",
    )
    assert fake.requests[0].body["use_time"] == "2025-08-01T00:00:00+00:00"
    assert fake.requests[0].body["coupon_code"] == "1"


def test_a_time_may_be_an_argument_itself(fake: Wire, pay: WechatPay) -> None:
    pay.busifavor.coupons.use(
        coupon_code="1",
        appid="wx1",
        use_time=datetime(2025, 8, 1, tzinfo=UTC),
        use_request_no="1002600",
    )
    assert fake.requests[0].body["use_time"] == "2025-08-01T00:00:00Z"
    fake.reset()
    refused(
        fake,
        lambda: pay.busifavor.coupons.use(
            coupon_code="1", appid="wx1", use_time=datetime(2025, 8, 1), use_request_no="1002600"
        ),
    )


# -- without the check -----------------------------------------------------------------------------


def without_check(fake: Wire, where: str, mode: str) -> Any:
    transport = {"transport": fake.transport}
    http: Any = httpx.Client(**transport) if mode == "sync" else httpx.AsyncClient(**transport)
    made = fake.client if mode == "sync" else fake.async_client
    if where == "constructor":
        return made(http_client=http, validate=False)
    return made(http_client=http).with_options(validate=False)


WRONG: Any = ASSOCIATE | {"stock_id": 5}


@pytest.mark.parametrize("where", ["constructor", "with_options"])
def test_the_check_can_be_switched_off_for_a_client(
    both: Both, fake: Wire, mode: str, where: str
) -> None:
    client = without_check(fake, where, mode)
    with pytest.raises(BadRequest):  # the fake checks as WeChat Pay does
        both.call(client.busifavor.coupons.associate, **WRONG)
    assert fake.requests[0].body == WRONG
    fake.reset()
    with_check = CallOptions(validate=True)
    refused(
        fake, lambda: both.call(client.busifavor.coupons.associate, **WRONG, options=with_check)
    )


def test_the_check_can_be_switched_off_for_a_call(both: Both, fake: Wire, mode: str) -> None:
    associate = both.client(mode).busifavor.coupons.associate
    with pytest.raises(BadRequest):
        both.call(associate, **WRONG, options=CallOptions(validate=False))
    assert fake.requests[0].body == WRONG
    fake.reset()
    refused(fake, lambda: both.call(associate, **WRONG))


def test_required_arguments_are_required_by_python(pay: WechatPay) -> None:
    with pytest.raises(TypeError, match="out_request_no"):
        pay.busifavor.coupons.associate(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="stock_idd"):
        pay.busifavor.coupons.associate(**ASSOCIATE, stock_idd="1")  # type: ignore[call-arg]


# -- options ---------------------------------------------------------------------------------------


def test_options_add_what_the_call_lacks(both: Both, mode: str) -> None:
    """The fake refuses what it does not know; so the additions are seen as they were sent."""
    fake = both.fake
    options = CallOptions(
        body={"new_member": [1]}, query={"v": 2, "flag": True}, headers={"Accept-Language": "en"}
    )
    with pytest.raises(BadRequest):
        both.call(both.client(mode).busifavor.coupons.associate, **ASSOCIATE, options=options)
    (request,) = fake.requests
    assert request.target == "/v3/marketing/busifavor/coupons/associate?v=2&flag=true"
    assert request.body == {**ASSOCIATE, "new_member": [1]}
    assert request.headers["Accept-Language"] == "en"


def test_options_of_call_and_client_are_merged(fake: Wire, pay: WechatPay) -> None:
    view = pay.with_options(
        body={"a": 1, "b": 1}, query={"q": "client"}, headers={"X-One": "client", "X-Two": "client"}
    )
    options = CallOptions(
        body={"b": 2, "stock_id": "override"}, query={"r": "call"}, headers={"x-two": "call"}
    )
    with pytest.raises(BadRequest):
        view.busifavor.coupons.associate(**ASSOCIATE, options=options)
    (request,) = fake.requests
    assert request.body == {**ASSOCIATE, "stock_id": "override", "a": 1, "b": 2}
    assert request.target.endswith("?q=client&r=call")
    assert (request.headers["X-One"], request.headers["X-Two"]) == ("client", "call")
    assert pay.busifavor.coupons.associate(**ASSOCIATE)  # the client itself is as before


# -- path and query --------------------------------------------------------------------------------


@pytest.mark.parametrize("validate", [True, False])
@pytest.mark.parametrize("value", ["", ".", "..", "a\nb", "\x00", "a\r\nHost: x", "\x7f", "\t"])
def test_values_that_would_make_another_path_are_refused(
    fake: Wire, pay: WechatPay, value: str, validate: bool
) -> None:
    pay = pay.with_options(validate=validate)
    error = refused(fake, lambda: pay.busifavor.user_coupons.list(value, appid="wx1"))
    assert error.path == "openid"
    place = STORES.arguments | {"stock_id": value}
    error = refused(
        fake, lambda: pay.product_coupon.stocks.associate_stores(**place, **STORES.requests[0])
    )
    assert error.path == "stock_id"


PATH_TEXT = st.text(
    st.characters(
        exclude_categories=["Cs"], exclude_characters="".join(map(chr, [*range(32), 127]))
    ),
    min_size=1,
    max_size=100,
)


@examples(60)
@given(
    PATH_TEXT.filter(lambda text: text not in (".", ".."))
    | st.sampled_from(["../x", "a/b", "%2e%2e", "?x=1", "#", "+"])
)
def test_a_path_value_arrives_as_it_was_given(fake: Wire, pay: WechatPay, value: str) -> None:
    fake.reset()
    call = pay.with_options(validate=False).busifavor.user_coupons.list
    call(value, appid="wx1", creator_merchant="1900000001")
    (request,) = fake.requests
    assert request.operation == "busifavor.user_coupons.list"
    assert request.parameters["openid"] == value
    assert request.target.isascii()


@examples(60)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=31),
    st.integers(),
    st.text("&=?#/+%;é", min_size=1),
)
def test_a_query_value_arrives_as_it_was_given(
    fake: Wire, pay: WechatPay, text: str, number: int, odd: str
) -> None:
    fake.reset()
    fake.script(status=200, answer={"data": [], "total_count": 0, "offset": 0, "limit": 0})
    call = pay.with_options(validate=False).busifavor.user_coupons.list
    appid = f"a{text}"[:32]  # the fake holds arguments against their limits
    call("openid", appid=appid, sender_merchant=odd, offset=number)
    (request,) = fake.requests
    sent = {"openid": "openid", "appid": appid, "sender_merchant": odd, "offset": str(number)}
    assert request.parameters == sent


@examples(100)
@given(
    st.text(
        st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), min_size=1, max_size=128
    )
)
def test_text_in_the_body_arrives_as_it_was_given(fake: Wire, pay: WechatPay, text: str) -> None:
    fake.reset()
    pay.busifavor.coupons.associate(**ASSOCIATE | {"out_trade_no": text})
    assert fake.requests[0].body["out_trade_no"] == text


# -- all mistakes at once, and what is none --------------------------------------------------------


def test_all_mistakes_are_named(both: Both, fake: Wire, mode: str) -> None:
    arguments = stock(stock_name="长" * 22, belong_merchant=5, stock_type="NEW")
    arguments["stock_send_rule"]["max_coupon"] = 1
    del arguments["stock_send_rule"]["max_coupons_per_user"]
    arguments["coupon_use_rule"]["coupon_available_time"]["available_end_time"] = datetime(
        2025, 1, 1
    )
    error = refused(fake, lambda: both.call(both.client(mode).busifavor.stocks.create, **arguments))
    assert {path for path, _ in error.problems} == {
        "stock_name",
        "belong_merchant",
        "stock_type",
        "coupon_use_rule.coupon_available_time.available_end_time",
        "stock_send_rule.max_coupon",
        *(["stock_send_rule.max_coupons_per_user"] if _is_missing_named(error) else []),
    }
    assert error.path == error.problems[0][0]
    for path, wrong in error.problems[:5]:
        assert f"$.{path} {wrong}" in str(error)
    assert "长长" not in repr(error.problems)


def _is_missing_named(error: ValidationError) -> bool:
    """A member that was probably meant by another name is not named twice."""
    return not any("did you mean `max_coupons_per_user`" in wrong for _, wrong in error.problems)


def test_many_mistakes_are_counted(fake: Wire, pay: WechatPay) -> None:
    items: Any = [{"store_id": 5}] * 9
    case = STORES
    arguments = case.arguments | case.requests[0] | {"store_list": items}
    error = refused(fake, lambda: pay.product_coupon.stocks.associate_stores(**arguments))
    assert len(error.problems) == 9
    assert str(error).endswith("; and 4 more")
    assert error.problems[8] == ("store_list[8].store_id", "expected `str`, got `int`")


def test_a_single_mistake_is_a_problem_too(fake: Wire, pay: WechatPay) -> None:
    error = refused(fake, lambda: pay.busifavor.stocks.create(**stock(stock_name=None)))
    assert error.problems == (("stock_name", "is required"),)
    path_error = refused(fake, lambda: pay.busifavor.stocks.get(""))
    assert path_error.problems == (("stock_id", "is empty"),)


OPTIONAL_EMPTY = {
    "text with a shortest length": ("comment", ""),
    "an enumeration": ("display_pattern_info", "background_color", ""),
    "text inside": ("display_pattern_info", "description", ""),
    "several": ("custom_entrance", {"hall_id": "", "store_id": ""}),
    "text of a list's object": ("notify_config", {"notify_appid": ""}),
}


@pytest.mark.parametrize("steps", OPTIONAL_EMPTY.values(), ids=OPTIONAL_EMPTY)
def test_empty_text_in_an_optional_member_is_sent_as_written(
    both: Both, fake: Wire, mode: str, steps: Any
) -> None:
    arguments = stock(display_pattern_info={})
    *path, last, value = steps
    place: Any = arguments
    for step in path:
        place = place[step]
    place[last] = value
    fake.script("busifavor.stocks.create", answer=b"{}")
    both.call(both.client(mode).busifavor.stocks.create, **arguments)
    assert fake.requests[-1].body == arguments


def test_empty_text_in_an_optional_time_is_sent_as_written(
    both: Both, fake: Wire, mode: str
) -> None:
    case = CASE["busifavor.coupons.use"]
    both.call(
        both.client(mode).busifavor.coupons.use,
        **case.arguments | case.requests[0] | {"stock_id": ""},
    )
    assert fake.requests[-1].body["stock_id"] == ""


@pytest.mark.parametrize("call", ["path", "member"])
def test_empty_text_where_something_is_needed_is_called_empty(
    fake: Wire, pay: WechatPay, call: str
) -> None:
    if call == "path":
        error = refused(fake, lambda: pay.busifavor.user_coupons.list("", appid="wx1"))
        assert str(error).endswith("$.openid is empty")
    else:
        error = refused(fake, lambda: pay.busifavor.stocks.create(**stock(belong_merchant="")))
        assert str(error).endswith("$.belong_merchant is empty")


@pytest.mark.parametrize("number", ["abcdef\n", "abcdef١", "abcdefé", "abc def"])
def test_a_pattern_holds_to_the_very_end(fake: Wire, pay: WechatPay, number: str) -> None:
    case = CASE["brand.user_coupons.use"]
    name = next(name for name in case.requests[0] if name.endswith("request_no"))
    arguments = case.arguments | case.requests[0] | {name: number}
    assert refused(fake, lambda: pay.brand.user_coupons.use(**arguments)).path == name


def test_a_newer_value_has_a_way_through(both: Both, fake: Wire, mode: str) -> None:
    arguments = stock(stock_type="NEWER")
    create = both.client(mode).busifavor.stocks.create
    error = refused(fake, lambda: both.call(create, **arguments))
    assert "a newer value is sent with options=CallOptions(validate=False)" in str(error)
    with pytest.raises(BadRequest):  # the fake knows the documented values only
        both.call(create, **arguments, options=CallOptions(validate=False))
    assert fake.requests[-1].body["stock_type"] == "NEWER"


def test_what_contains_itself_is_refused(fake: Wire, pay: WechatPay) -> None:
    circle: dict[str, Any] = {}
    circle["again"] = circle
    for arguments in (stock(coupon_use_rule=circle), stock(display_pattern_info=circle)):
        refused(fake, lambda arguments=arguments: pay.busifavor.stocks.create(**arguments))
    with pytest.raises(ValidationError, match="contains itself"):
        pay.request("POST", "/v3/x", json=circle)
