"""Every operation of the specification, with and without `await`, in every spelling, over a real
socket.

The examples say what has to be on the wire and what has to come back. The fake verifies every
signature: a request whose signature does not hold would be refused with 401.
"""

from __future__ import annotations

import email
import email.policy
import functools
import hashlib
import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from corpus import CALLBACKS, CASES, Case, assert_holds
from harness import PNG, Both, Wire
from wechatpay_marketing import response_of
from wechatpay_marketing.webhooks import EVENTS, ProductCouponSendEvent


def by_resource(pay: Any, case: Case) -> Callable[..., Any]:
    product, resource, verb = case.id.split(".")
    method = getattr(getattr(getattr(pay, product), resource), verb)
    # Path parameters may be passed by position; the other spellings pass them by name.
    return lambda **given: method(
        *[given[name] for name in case.in_path],
        **{k: v for k, v in given.items() if k not in case.in_path},
    )


def by_chain(pay: Any, case: Case) -> Callable[..., Any]:
    method: Callable[..., Any] = getattr(functools.reduce(getattr, case.segments, pay), case.method)
    return method


def by_shorthand(pay: Any, case: Case) -> Callable[..., Any]:
    place: Callable[..., Any] = functools.reduce(getattr, case.segments, pay)
    return place


def by_path(pay: Any, case: Case) -> Callable[..., Any]:
    method: Callable[..., Any] = getattr(pay.chain(case.path), case.method)
    return method


def by_item(pay: Any, case: Case) -> Callable[..., Any]:
    method: Callable[..., Any] = getattr(pay[case.path], case.method)
    return method


SPELLINGS = [by_resource, by_chain, by_shorthand, by_path, by_item]
CALLS = [
    pytest.param(case, spelling, id=f"{case.id}-{spelling.__name__}")
    for case in CASES
    for spelling in SPELLINGS
    if spelling is not by_shorthand or case.shorthand
]


def compact(document: Any) -> bytes:
    """JSON as the client writes it."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def in_order(body: dict[str, Any], members: list[str]) -> dict[str, Any]:
    """Nested objects are sent as they are passed; the members of the body come in the order of the
    documentation."""
    assert set(body) <= set(members)
    return {name: body[name] for name in members if name in body}


@pytest.mark.parametrize(("case", "spelling"), CALLS)
def test_call(
    case: Case,
    spelling: Callable[[Any, Case], Callable[..., Any]],
    mode: str,
    served: Both,
    fake: Wire,
    caplog: pytest.LogCaptureFixture,
) -> None:
    call = spelling(served.client(mode), case)
    for index, (body, expected) in enumerate(case.exchanges):
        fake.reset()
        # of its own accord the fake answers the first example, and certificates that it made
        if index or case.path == "v3/certificates":
            fake.script(case.id, answer=compact(expected))
        given = (
            {"file": PNG, "filename": body["meta"]["filename"]} if case.is_upload else body or {}
        )
        with caplog.at_level(logging.WARNING):
            answer = served.call(call, **case.arguments, **given)

        assert [request.operation for request in fake.requests] == [case.id]
        request = fake.requests[0]
        assert (request.method, request.target) == (case.method.upper(), case.target)
        if case.is_upload:
            assert_is_upload(request.headers["Content-Type"], fake.raw[0], body["meta"]["filename"])
        else:
            assert fake.raw[0] == (b"" if body is None else compact(in_order(body, case.members)))
        if expected is not None:
            assert_holds(answer, expected)
        assert response_of(answer).request_id
        assert json.loads(response_of(answer).body or b"null") == expected
        assert not caplog.messages


def assert_is_upload(content_type: str, body: bytes, filename: str) -> None:
    """The body is `meta` and `file` in this order, as a parser of the standard library sees it."""
    message = email.message_from_bytes(
        f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=email.policy.HTTP
    )
    meta, file = message.iter_parts()
    assert meta.get_param("name", header="content-disposition") == "meta"
    assert meta.get_content_type() == "application/json"
    assert json.loads(meta.get_payload(decode=True)) == {
        "filename": filename,
        "sha256": hashlib.sha256(PNG).hexdigest(),
    }
    assert file.get_param("name", header="content-disposition") == "file"
    assert file.get_filename() == filename
    assert file.get_content_maintype() == "image"
    assert file.get_payload(decode=True) == PNG


def test_the_specification_is_whole() -> None:
    assert len({case.id for case in CASES}) == len(CASES) > 0
    assert sum(case.shorthand for case in CASES) >= len({case.path for case in CASES}) - 15


@pytest.mark.parametrize("event_type", CALLBACKS)
def test_callback(
    event_type: str, mode: str, both: Both, fake: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    documented = CALLBACKS[event_type]
    headers, body = fake.callback(event_type)
    with caplog.at_level(logging.WARNING):
        event = both.call(both.client(mode).webhooks.parse, headers, body)
    assert event.event_type == event_type
    assert type(event.resource) is EVENTS[event.scheme, event_type]
    assert (
        type(event.resource).__name__
        == documented["x-decrypted-resource"]["$ref"].rpartition("/")[2]
    )
    assert_holds(event.resource, documented["x-decrypted-example"])
    assert not caplog.messages


def test_a_name_can_mean_another_event_to_another_identity(
    mode: str, both: Both, fake: Wire
) -> None:
    """Some official pages give providers the brand's name of the event; theirs holds the brand."""
    headers, body = fake.callback(
        "PRODUCT_COUPON.SEND", {"brand_id": "120344", "later": 7}, scheme="merchant"
    )
    event = both.call(both.client(mode).webhooks.parse, headers, body)
    assert isinstance(event.resource, ProductCouponSendEvent)
    assert event.resource.brand_id == "120344"
    assert json.loads(event.plaintext)["later"] == 7  # what the type does not have yet
    assert event.plaintext.decode() not in repr(event)


def test_every_documented_callback_has_a_type() -> None:
    assert {name for _, name in EVENTS} == set(CALLBACKS)
