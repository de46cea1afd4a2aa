"""Errors leave the process in which they were raised: pickled by process pools, as JSON by task
queues. All they say comes along, and nothing secret does."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from collections.abc import Callable
from typing import Any

import pytest
import wechatpay_marketing
from celery import Celery
from wechatpay_marketing import (
    ApiError,
    CallbackError,
    ConnectionBroken,
    RateLimited,
    UnknownSerial,
    ValidationError,
    WechatPayError,
)
from wechatpay_marketing.testing import FakeWechatPay
from wechatpay_marketing.testing.accounts import ACCOUNTS

ERRORS = sorted(
    (
        value
        for name in wechatpay_marketing.__all__
        if isinstance(value := getattr(wechatpay_marketing, name), type)
        and issubclass(value, WechatPayError)
    ),
    key=lambda cls: cls.__name__,
)
GIVEN: dict[str, Any] = {
    "argument": "private_key",
    "path": "store_list[3].store_id",
    "problems": [("$.store_list", "expected at most 10"), ("openid", "is empty")],
    "may_have_happened": None,
    "reason": "missing",
    "status": 429,
    "request_id": "08F78BB1AF0610D302189F8C9B5520C8B90228888A03-270924289",
    "is_probe": True,
    "code": "FREQUENCY_LIMITED",
    "message": "频率超限",
    "detail": [{"field": "/openid", "value": ["/body/openid"]}],
    "internal_code": "270924289",
    "headers": {"retry-after": "7", "request-id": "08F7"},
    "body": b'{"code": "\xff\xfe", "message": "\xe9\xa2\x91"}',
    "verified": True,
    "hint": "wait",
}
"""A value of each argument of an error; `None` for the other one than its default."""
BACKEND = Celery("errors", set_as_current=False).backend


def made(cls: type[WechatPayError]) -> WechatPayError:
    """An error that says everything that it can say."""
    parameters = inspect.signature(cls).parameters.values()
    named = [each for each in parameters if each.kind is each.KEYWORD_ONLY]
    values = {each.name: GIVEN[each.name] for each in named}
    values |= {each.name: not each.default for each in named if values[each.name] is None}
    error = cls("what is wrong · 错误", **values)
    if isinstance(error, UnknownSerial):
        error.serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"
    error.add_note("in row 17")
    return error


def as_celery_does(error: WechatPayError) -> Any:
    return BACKEND.exception_to_python(BACKEND.decode(BACKEND.encode(
        BACKEND.prepare_exception(error, "json")
    )))  # fmt: skip


def as_plain_json_does(error: WechatPayError) -> Any:
    return type(error)(*json.loads(json.dumps(error.args)))


WAYS: dict[str, Callable[[Any], Any]] = {
    "celery": as_celery_does,
    "JSON": as_plain_json_does,
    "its arguments": lambda error: type(error)(*error.args),
    "copy": copy.copy,
    "deep copy": copy.deepcopy,
    **{
        f"pickle {protocol}": lambda error, protocol=protocol: pickle.loads(
            pickle.dumps(error, protocol)
        )
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    },
}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> Callable[[Any], Any]:
    return WAYS[request.param]


def said(error: WechatPayError) -> dict[str, Any]:
    """All that an application can read."""
    properties = {"retry_after": error.retry_after} if isinstance(error, ApiError) else {}
    happened = {"may_have_happened": error.may_have_happened}
    return {**vars(error), **properties, **happened, "repr": repr(error), "text": str(error)}


@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.__name__)
def test_an_error_arrives_as_it_left(cls: Any, way: Callable[[Any], Any]) -> None:
    error = made(cls)
    again = way(way(error))
    assert type(again) is cls
    assert again is not error
    assert said(again) == said(error)
    assert {name: type(value) for name, value in vars(again).items()} == {
        name: type(value) for name, value in vars(error).items()
    }


@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.__name__)
def test_an_error_of_text_alone_arrives(cls: Any, way: Callable[[Any], Any]) -> None:
    for error in (cls(), cls("why")):
        assert said(way(error)) == said(error)


def test_what_changes_later_arrives_changed(way: Callable[[Any], Any]) -> None:
    error = ConnectionBroken("the connection broke")
    error.may_have_happened = True
    error.args = (f"while fetching certificates: {error}",)
    again = way(error)
    assert str(again) == "while fetching certificates: the connection broke"
    assert again.may_have_happened


def test_an_error_shows_its_text_alone() -> None:
    error = made(RateLimited)
    assert str(error) == "what is wrong · 错误"
    assert repr(error) == "RateLimited('what is wrong · 错误')"


@pytest.mark.parametrize("state", [None, "garbled", 7, [], {}])
def test_what_is_no_state_is_left_aside(state: Any) -> None:
    """Task queues put text in the place of what they cannot write."""
    assert said(RateLimited("slow down", state)) == said(RateLimited("slow down"))


def raised(fake: FakeWechatPay) -> list[WechatPayError]:
    """Errors as they come out of calls and callbacks."""
    errors: list[WechatPayError] = []

    def attempt(call: Callable[[], object]) -> None:
        with pytest.raises(WechatPayError) as caught:
            call()
        errors.append(caught.value)

    with fake.client(retries=0) as pay:
        for script in (
            {"error": "NOT_ENOUGH"},
            {"error": "FREQUENCY_LIMITED"},
            {"status": 500, "answer": b"<html>\xff"},
            {"fault": "drop"},
            {"fault": "connect"},
            {"fault": "unsigned"},
            {"fault": "unknown_serial"},
            {"fault": "stale"},
            {"answer": b"[]"},
        ):
            fake.script("busifavor.stocks.get", times=None, **script)
            attempt(lambda: pay.busifavor.stocks.get("98065001").stock_name)
            fake.reset()
        attempt(lambda: pay.busifavor.stocks.get(""))
        for fault in ("unsigned", "bad_signature", "unknown_serial", "stale"):
            message = fake.callback("COUPON.SEND", fault=fault)
            attempt(lambda message=message: pay.webhooks.parse(*message))
    return errors


def test_what_calls_raise_arrives_without_secrets(way: Callable[[Any], Any]) -> None:
    fake = FakeWechatPay()
    errors = raised(fake)
    assert {ApiError, CallbackError, ValidationError} <= {
        base for error in errors for base in type(error).__mro__
    }
    for error in errors:
        assert said(way(error)) == said(error)
        for travels in (json.dumps(error.args), repr(pickle.dumps(error))):
            assert all(account.secret not in travels for account in ACCOUNTS.values())
            assert "PRIVATE KEY" not in travels
