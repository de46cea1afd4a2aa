"""Receiving callbacks in FastAPI, Flask and Django: the worked examples of the documentation."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from samples import EVENTS, CouponSend, new_fake, receiver
from wechatpay_marketing._runtime.callbacks import AsyncWebhooks, Webhooks
from wechatpay_marketing._runtime.errors import CallbackError
from wechatpay_marketing.testing import FakeWechatPay

URL = "http://shop.example/wechatpay"


class ShopError(Exception):
    """The application cannot handle an event now."""


class Shop:
    """What an application does with events; here it only remembers and may fail."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.broken = False

    def handle(self, event: Any) -> None:
        if self.broken:
            raise ShopError("database is down")
        if isinstance(event.resource, CouponSend):
            self.sent.append(event.resource.coupon_code)


def fastapi_app(fake: FakeWechatPay, shop: Shop) -> Any:
    webhooks = AsyncWebhooks([receiver(fake, fake.merchant)], events=EVENTS)

    # example: FastAPI
    from fastapi import FastAPI, Request, Response

    app = FastAPI()

    async def wechatpay(request: Request) -> Response:
        try:
            event = await webhooks.parse(request.headers, await request.body())
        except CallbackError as error:
            status, headers, body = webhooks.fail(str(error), status=401)
        else:
            try:
                shop.handle(event)
                status, headers, body = webhooks.ok()
            except ShopError:
                status, headers, body = webhooks.fail("try again")
        return Response(body, status, headers)

    # Added by hand: annotations of nested functions cannot be resolved by name. Usually:
    # @app.post("/wechatpay")
    wechatpay.__annotations__ = {"request": Request, "return": Response}
    app.post("/wechatpay")(wechatpay)
    return app


def flask_app(fake: FakeWechatPay, shop: Shop) -> Any:
    webhooks = Webhooks([receiver(fake, fake.merchant)], events=EVENTS)

    # example: Flask
    from flask import Flask, Response, request

    app = Flask(__name__)

    @app.post("/wechatpay")
    def wechatpay() -> Response:
        try:
            event = webhooks.parse(request.headers, request.get_data())
        except CallbackError as error:
            status, headers, body = webhooks.fail(str(error), status=401)
        else:
            try:
                shop.handle(event)
                status, headers, body = webhooks.ok()
            except ShopError:
                status, headers, body = webhooks.fail("try again")
        return Response(body, status, headers)

    return app


def django_app(fake: FakeWechatPay, shop: Shop) -> Any:
    webhooks = Webhooks([receiver(fake, fake.merchant)], events=EVENTS)

    import django
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler

    if not settings.configured:  # once for a process, in which other tests may use it, too
        settings.configure(SECRET_KEY="x", ALLOWED_HOSTS=["*"])
    django.setup()
    settings.ROOT_URLCONF, settings.MIDDLEWARE = __name__, []

    # example: Django
    from django.http import HttpRequest, HttpResponse
    from django.urls import path
    from django.views.decorators.csrf import csrf_exempt
    from django.views.decorators.http import require_POST

    @csrf_exempt
    @require_POST
    def wechatpay(request: HttpRequest) -> HttpResponse:
        try:
            event = webhooks.parse(request.headers, request.body)
        except CallbackError as error:
            status, headers, body = webhooks.fail(str(error), status=401)
        else:
            try:
                shop.handle(event)
                status, headers, body = webhooks.ok()
            except ShopError:
                status, headers, body = webhooks.fail("try again")
        return HttpResponse(body, status=status, headers=headers)

    urlpatterns[:] = [path("wechatpay", wechatpay)]
    from django.urls import clear_url_caches

    clear_url_caches()
    return WSGIHandler()


urlpatterns: list[Any] = []


@pytest.fixture
def fake() -> FakeWechatPay:
    return new_fake()


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture(params=[fastapi_app, flask_app, django_app])
def post(
    request: pytest.FixtureRequest, fake: FakeWechatPay, shop: Shop
) -> Iterator[Callable[..., httpx.Response]]:
    """Sends headers and body to an application, over ASGI or WSGI."""
    make: Any = request.param
    app = make(fake, shop)
    if make is fastapi_app:

        def send(headers: dict[str, str], body: bytes) -> httpx.Response:
            async def call() -> httpx.Response:
                async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
                    return await client.post(URL, headers=headers, content=body)

            return asyncio.run(call())

        yield send
    else:
        with httpx.Client(transport=httpx.WSGITransport(app)) as client:
            yield lambda headers, body: client.post(URL, headers=headers, content=body)


def test_a_genuine_callback_is_handled_and_acknowledged(
    fake: FakeWechatPay, shop: Shop, post: Callable[..., httpx.Response]
) -> None:
    response = post(*fake.callback("COUPON.SEND", {"coupon_code": "优惠1"}))
    assert (response.status_code, response.content) == (204, b"")
    assert shop.sent == ["优惠1"]


def test_a_forgery_gets_401_and_changes_nothing(
    fake: FakeWechatPay, shop: Shop, post: Callable[..., httpx.Response]
) -> None:
    headers, body = fake.callback("COUPON.SEND")
    for forged in ((headers, body + b" "), ({}, body), fake.callback("COUPON.SEND", fault="probe")):
        response = post(*forged)
        assert response.status_code == 401
        assert response.json()["code"] == "FAIL"
    assert shop.sent == []


def test_a_failure_asks_for_redelivery(
    fake: FakeWechatPay, shop: Shop, post: Callable[..., httpx.Response]
) -> None:
    shop.broken = True
    response = post(*fake.callback("COUPON.SEND"))
    assert (response.status_code, response.json()) == (
        500,
        {"code": "FAIL", "message": "try again"},
    )
    assert response.headers["Content-Type"].startswith("application/json")
    shop.broken = False
    assert post(*fake.callback("COUPON.SEND")).status_code == 204
    assert shop.sent == ["1228"]


def test_the_fake_delivers_to_an_application(fake: FakeWechatPay, shop: Shop) -> None:
    with httpx.Client(transport=httpx.WSGITransport(flask_app(fake, shop))) as client:
        assert fake.deliver(URL, "COUPON.SEND", client=client).status_code == 204
        assert fake.deliver(URL, "COUPON.SEND", client=client, fault="stale").status_code == 401
    assert shop.sent == ["1228"]


@pytest.mark.filterwarnings("ignore:Using `httpx` with")
def test_the_fake_delivers_through_fastapis_test_client(fake: FakeWechatPay, shop: Shop) -> None:
    from fastapi.testclient import TestClient

    client: Any = TestClient(fastapi_app(fake, shop))
    assert fake.deliver("/wechatpay", "COUPON.SEND", client=client).status_code == 204
    assert shop.sent == ["1228"]


def test_the_fake_delivers_over_a_socket(fake: FakeWechatPay, shop: Shop) -> None:
    import threading
    from wsgiref.simple_server import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Keep quiet."""

    with make_server("127.0.0.1", 0, flask_app(fake, shop), handler_class=Quiet) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        response = fake.deliver(f"http://127.0.0.1:{server.server_port}/wechatpay", "COUPON.SEND")
        thread.join()
    assert response.status_code == 204
    assert shop.sent == ["1228"]
