"""The fake is as strict as the service with requests, stricter with what a person mistypes, and
has a way for what is newer than the specification."""

from __future__ import annotations

import asyncio
import copy
import time
from typing import Any

import anyio
import httpx
import pytest
from samples import answered, signed
from wechatpay_marketing import ApiError, BadRequest, CallOptions, RateLimited
from wechatpay_marketing.testing import START, FakeWechatPay
from wechatpay_marketing.testing.examples import packaged

USE = "/v3/marketing/busifavor/coupons/use"
ORDER = {
    "stock_id": "1234567891",
    "coupon_code": "sxxe34343434",
    "out_trade_no": "190000001",
    "out_request_no": "1002600620019090123143254435",
}


@pytest.fixture
def fake() -> FakeWechatPay:
    return FakeWechatPay()


@pytest.mark.parametrize(
    ("operation", "answer", "meant"),
    [
        ("busifavor.coupons.associate", {"wechatpay_asociate_time": "x"}, "associate_time'"),
        ("busifavor.coupons.use", {"open_id": "o1"}, "'openid'"),
        ("busifavor.user_coupons.list", {"data": [{"coupon_cod": "1"}]}, "'coupon_code'"),
        ("busifavor.stocks.get", {"coupon_use_rule": {"use_methode": "X"}}, "'use_method'"),
    ],
)
def test_a_misspelt_member_of_an_answer_is_named(
    fake: FakeWechatPay, operation: str, answer: dict[str, Any], meant: str
) -> None:
    with pytest.raises(ValueError, match=rf"did you mean '?.*{meant}"):
        fake.script(operation, answer=answer)


@pytest.mark.parametrize(
    ("member", "meant"), [("coupon_cod", "coupon_code"), ("stockid", "stock_id")]
)
def test_a_misspelt_member_of_a_callback_is_named(
    fake: FakeWechatPay, member: str, meant: str
) -> None:
    with pytest.raises(ValueError, match=f"did you mean '{meant}'"):
        fake.callback("COUPON.SEND", {member: "1"})


def test_members_unlike_all_documented_ones_are_new_ones(fake: FakeWechatPay) -> None:
    fake.script("busifavor.coupons.associate", answer={"reward_points": 7})
    assert fake.client().busifavor.coupons.associate(**ORDER)
    assert fake.callback("COUPON.SEND", {"reward_points": 7})


def test_documented_members_may_be_joined_by_similar_ones(fake: FakeWechatPay) -> None:
    fake.callback("COUPON.SEND", {"stock_id": "1", "stock_ids": ["1"]})


@pytest.mark.parametrize("code", ["NOT_ENOUGHT", "SYSTEM_EROR", "RULELIMIT"])
def test_a_misspelt_error_code_is_named(fake: FakeWechatPay, code: str) -> None:
    with pytest.raises(ValueError, match="did you mean"):
        fake.script(error=code)


@pytest.mark.parametrize("fault", ["connect", "drop", "forged"])
def test_a_fault_that_no_callback_can_have_is_refused(fake: FakeWechatPay, fault: Any) -> None:
    with pytest.raises(ValueError, match=f"'{fault}'; there are unsigned, bad_signature"):
        fake.callback("COUPON.SEND", fault=fault)


def test_a_misspelt_event_type_is_named(fake: FakeWechatPay) -> None:
    with pytest.raises(ValueError, match=r"did you mean 'COUPON\.SEND'"):
        fake.callback("COUPON.SENT")


@pytest.mark.parametrize("body", [b'{"a":' * 100_000, b'{"a":' * 900 + b"1" + b"}" * 900])
def test_json_of_any_depth_is_refused_with_an_answer(fake: FakeWechatPay, body: bytes) -> None:
    response = answered(fake, signed(fake, "POST", USE, body))
    assert (response.status_code, response.json()["code"]) == (400, "PARAM_ERROR")


def test_what_the_specification_lacks_can_be_accepted(fake: FakeWechatPay) -> None:
    pay, newer = fake.client(), CallOptions(validate=False, body={"later": "NEW_VALUE"})
    with pytest.raises(ApiError):
        pay.busifavor.coupons.associate(**ORDER, options=newer)
    fake.validate = False
    assert pay.busifavor.coupons.associate(**ORDER, options=newer)
    assert fake.requests[-1].body["later"] == "NEW_VALUE"
    wrong = answered(fake, signed(fake, "POST", USE, b'{"a":null}'))
    assert wrong.status_code == 400  # what no operation takes stays refused


@pytest.mark.parametrize("asynchronous", [False, True])
def test_the_pauses_before_retries_pass_on_the_fakes_clock(
    fake: FakeWechatPay, asynchronous: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slept(seconds: float) -> None:
        raise AssertionError(f"a test had to wait for {seconds} s")

    async def calls() -> None:
        async with fake.async_client() as pay:
            await pay.busifavor.coupons.associate(**ORDER)

    monkeypatch.setattr(time, "sleep", slept)
    monkeypatch.setattr(anyio, "sleep", slept)
    fake.script(error="SYSTEM_ERROR", times=2)
    if asynchronous:
        asyncio.run(calls())
    else:
        fake.client().busifavor.coupons.associate(**ORDER)
    assert [request.status for request in fake.requests] == [500, 500, 200]
    assert fake.clock() >= START + 3  # a second, then two


def test_documented_limits_are_enforced_on_the_fakes_clock() -> None:
    fake = FakeWechatPay(limited=True)
    pay = fake.client(retries=0)
    for _ in range(500):
        pay.busifavor.coupons.associate(**ORDER)
    with pytest.raises(RateLimited):
        pay.busifavor.coupons.associate(**ORDER)
    pay.busifavor.stocks.get("1")  # every operation has a limit of its own
    fake.clock.advance(0.1)
    for _ in range(50):
        pay.busifavor.coupons.associate(**ORDER)
    with pytest.raises(RateLimited):
        pay.busifavor.coupons.associate(**ORDER)


def test_a_pause_gives_no_right_to_more_than_the_limit() -> None:
    fake = FakeWechatPay(limited=True)
    pay = fake.client(retries=0)
    pay.busifavor.coupons.associate(**ORDER)
    fake.clock.advance(60)
    for _ in range(500):
        pay.busifavor.coupons.associate(**ORDER)
    with pytest.raises(RateLimited):
        pay.busifavor.coupons.associate(**ORDER)


def test_calls_that_documents_do_not_limit_are_not_limited() -> None:
    fake = FakeWechatPay(limited=True)
    fake.add_operation("GET", "/v3/new/thing", {})
    with httpx.Client(transport=fake.transport):
        for _ in range(600):
            assert answered(fake, signed(fake, "GET", "/v3/new/thing")).status_code == 200


# -- what the service requires together ------------------------------------------------------------

MERCHANTS = ("creator_merchant", "belong_merchant", "sender_merchant")


@pytest.mark.parametrize("given", [{}, {"coupon_state": "USED"}, {"creator_merchant": ""}])
def test_one_of_several_arguments_is_needed(given: dict[str, Any]) -> None:
    fake = FakeWechatPay()
    with fake.client() as pay:
        lists = (pay.busifavor.user_coupons.list, pay.busifavor.user_coupons.iter_all)
        for call in lists:
            with pytest.raises(BadRequest, match=f"one of {', '.join(MERCHANTS)} is required"):
                list(call("o1", appid="wx1", **given))  # type: ignore[call-overload]
        fake.validate = False
        assert pay.busifavor.user_coupons.list("o1", appid="wx1", **given).data


@pytest.mark.parametrize("name", MERCHANTS)
def test_any_of_them_is_enough(name: str) -> None:
    with FakeWechatPay().client() as pay:
        assert pay.busifavor.user_coupons.list("o1", appid="wx1", **{name: "1900000001"}).data


def test_one_of_several_members_of_a_body_is_needed() -> None:
    with FakeWechatPay().client() as pay:
        with pytest.raises(BadRequest, match=r"target_max_coupons.* is required"):
            pay.busifavor.stocks.update_budget("1", modify_budget_request_no="2")
        pay.busifavor.stocks.update_budget(
            "1", modify_budget_request_no="2", target_max_coupons=2, current_max_coupons=1
        )


def test_a_member_that_needs_another_is_refused_without_it() -> None:
    fake = FakeWechatPay()
    with fake.client() as pay:
        budget = pay.busifavor.stocks.update_budget
        with pytest.raises(BadRequest, match="required beside target_max_coupons ") as caught:
            budget("1", modify_budget_request_no="2", target_max_coupons=2)
        assert caught.value.detail["field"] == "/current_max_coupons"
        budget("1", modify_budget_request_no="2", target_max_coupons=2, current_max_coupons=0)
        fake.validate = False
        budget("1", modify_budget_request_no="2", target_max_coupons=2)


@pytest.mark.parametrize(
    ("place", "field"),
    [
        (
            ("stock", "usage_rule_display_info"),
            "/stock/usage_rule_display_info/mini_program_path",
        ),
        (
            ("display_info", "combo_package_list", 0, "choice_list", 0),
            "/display_info/combo_package_list/[]/choice_list/[]/mini_program_path",
        ),
    ],
)
def test_so_it_is_inside_of_objects_and_lists(place: tuple[str | int, ...], field: str) -> None:
    fake = FakeWechatPay()
    [example] = [
        operation
        for operation in packaged().operations
        if operation.id == "product_coupon.coupons.create"
    ]
    body = copy.deepcopy(example.body)
    choice = {"name": "x", "price": 1, "count": 1, "image_url": "https://x.example/a.png"}
    package = {"name": "x", "pick_count": 1, "choice_list": [choice]}
    body["display_info"]["combo_package_list"] = [package]
    inside: Any = body
    for step in place:
        inside = inside[step]
    with fake.client() as pay:
        create = pay.product_coupon.coupons.create
        create(**body)
        inside |= {"mini_program_appid": "wx1234567890", "mini_program_path": ""}
        with pytest.raises(BadRequest) as caught:
            create(**body)
        assert caught.value.detail["field"] == field
        inside["mini_program_path"] = "/pages/index"
        create(**body)
