"""The last value on either side of every limit, and the decisions that are easily taken wrongly by
one case."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import nullcontext

import httpx
import pytest
from kit import Handler, Platform, in_turn
from wechatpay_marketing import (
    ApiError,
    CallbackNotVerified,
    ConnectionBroken,
    Timeout,
    ValidationError,
)
from wechatpay_marketing._runtime import body_limit, callbacks, uploads
from wechatpay_marketing._runtime.body_limit import MAX_ANSWER_BYTES
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.operation import Operation
from wechatpay_marketing.testing import FakeWechatPay

FRAME = len(b'{"a":""}')
LONGEST = b'{"a":"%s"}' % (b"x" * (MAX_ANSWER_BYTES - FRAME))
GZIP_HEAD, NOTHING_PACKED = b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"\0\0\0\xff\xff" * 13_000


class Arriving(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that comes in parts, as from a socket."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = parts
        self.taken = 0

    def __iter__(self) -> Iterator[bytes]:
        for part in self.parts:
            self.taken += len(part)
            yield part

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


def arriving(answer: httpx.Response, body: Arriving, **headers: str) -> Handler:
    kept = {name: value for name, value in answer.headers.items() if name != "content-length"}
    return lambda _: httpx.Response(answer.status_code, headers=kept | headers, stream=body)


@pytest.fixture
def fake() -> FakeWechatPay:
    return FakeWechatPay()


def test_an_answer_as_long_as_allowed_is_read(platform: Platform, mode: str) -> None:
    there = in_turn(platform.signed(LONGEST))
    in_parts = arriving(platform.signed(LONGEST), Arriving(LONGEST[:9], LONGEST[9:]))
    for handler in (there, in_parts):
        answer = platform.pay(mode, handler, retries=0).request()
        assert len(answer["a"]) == MAX_ANSWER_BYTES - FRAME


@pytest.mark.parametrize("more", [0, 1])
def test_an_answer_over_a_socket_may_be_as_long_and_no_longer(
    fake: FakeWechatPay, more: int
) -> None:
    fake.script("busifavor.callbacks.get", answer=LONGEST + b" " * more)
    expected = pytest.raises(ConnectionBroken, match="more than") if more else nullcontext()
    with fake.serve() as url, fake.client(url=url, retries=0) as pay, expected:
        answer = pay.request("GET", "/v3/marketing/busifavor/callbacks")
        assert len(str(answer["a"])) == MAX_ANSWER_BYTES - FRAME


BILL = {"method": "GET", "path": "/v3/bills", "scheme": "merchant", "accept": "text/csv"}


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_over_a_socket_arrives_whole_or_is_refused(
    mode: str, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are longer than other answers, and have no signature that tells a part from the
    whole."""
    most = MAX_ANSWER_BYTES + 200_000
    monkeypatch.setattr(body_limit, "MAX_FILE_BYTES", most)
    bill = {"id": "shop.bills.get", **BILL, "answer": "x" * (most + more)}
    fake = FakeWechatPay(examples={"operations": [bill], "events": []})
    operation = Operation(id="shop.bills.get", **BILL, answer="_runtime.answer:FileContent")
    expected = pytest.raises(ConnectionBroken, match="more than") if more else nullcontext()

    async def fetched(url: str) -> bytes:
        async with fake.async_client(AsyncClient, url=url, retries=0) as pay:
            return await pay._call(operation)

    with fake.serve() as url, fake.client(SyncClient, url=url, retries=0) as pay, expected:
        found = len(pay._call(operation) if mode == "sync" else asyncio.run(fetched(url)))
        assert found == most


def test_packed_bytes_that_unfold_to_nothing_count(platform: Platform, mode: str) -> None:
    body = Arriving(GZIP_HEAD, *[NOTHING_PACKED] * 1000)
    handler = arriving(platform.signed(b"{}"), body, **{"content-encoding": "gzip"})
    with pytest.raises(ConnectionBroken, match="more than"):
        platform.pay(mode, handler, retries=0).request()
    assert body.taken < MAX_ANSWER_BYTES + 2 * len(NOTHING_PACKED)


def test_a_callback_as_long_as_allowed_is_refused_for_its_signature_only(
    fake: FakeWechatPay,
) -> None:
    webhooks = fake.client().webhooks
    headers, _ = fake.callback("COUPON.SEND")
    with pytest.raises(CallbackNotVerified) as caught:
        webhooks.parse(headers, b" " * callbacks.MAX_BYTES)
    assert "more than" not in str(caught.value)
    with pytest.raises(CallbackNotVerified, match="more than"):
        webhooks.parse(headers, b" " * (callbacks.MAX_BYTES + 1))


def test_a_file_as_long_as_allowed_is_sent_and_one_byte_more_is_not(fake: FakeWechatPay) -> None:
    picture = b"\x89PNG\r\n\x1a\n".ljust(uploads.MAX_BYTES, b"x")
    with fake.client() as pay:
        pay.busifavor.images.upload(file=picture, filename="a.png")
        with pytest.raises(ValidationError, match="at most"):
            pay.busifavor.images.upload(file=picture + b"x", filename="a.png")
    assert [len(request.file) for request in fake.requests] == [uploads.MAX_BYTES]


@pytest.mark.parametrize(
    ("status", "may_have"), [(400, False), (404, False), (408, True), (500, True)]
)
def test_a_signed_refusal_says_that_nothing_happened_and_a_timeout_of_the_server_does_not(
    platform: Platform, mode: str, status: int, may_have: bool
) -> None:
    pay = platform.pay(
        mode, in_turn(platform.signed(b'{"code":"X","message":"y"}', status)), retries=0
    )
    with pytest.raises(ApiError) as caught:
        pay.request("POST", json={"a": 1})
    assert caught.value.may_have_happened is may_have


def test_a_write_that_only_waited_for_a_connection_is_certainly_not_done(
    platform: Platform, mode: str
) -> None:
    pay = platform.pay(mode, in_turn(httpx.PoolTimeout), retries=0)
    with pytest.raises(Timeout, match="nothing was sent") as caught:
        pay.request("POST", json={"a": 1})
    assert caught.value.may_have_happened is False
    pay = platform.pay(mode, in_turn(httpx.PoolTimeout, platform.signed(b'{"ok":true}')), retries=1)
    assert pay.request("POST", json={"a": 1}) == {"ok": True}


@pytest.mark.parametrize("answer", [b"{}", b'{"send_coupon_result":5}'], ids=["fit", "misfit"])
def test_an_optional_member_that_is_missing_is_none(fake: FakeWechatPay, answer: bytes) -> None:
    """Also where another member of the same answer does not fit, so that it is read one by one."""
    fake.script("busifavor.coupons.send", answer=answer)
    with fake.client() as pay:
        found = pay.busifavor.coupons.send(
            openid="o", appid="wx1", stock_id="1", out_request_no="r"
        )
    assert found.coupon_code is None
    assert found.stock_id is None
