"""The guides: every Python block runs as it stands, in the order of its page, against a fake on a
socket; what the tables say is what the package has."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import black
import httpx
import pytest
import wechatpay_marketing
from wechatpay_marketing import AsyncWechatPay, Brand, CallOptions, Merchant, WechatPay
from wechatpay_marketing._runtime import service
from wechatpay_marketing.testing import FakeWechatPay, Fault, accounts

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "generated" / "reference" / "guides"
PAGES = {path.stem: path.read_text("utf-8") for path in sorted(GUIDES.glob("*.md"))}
NOTIFY = "http://shop.example/wechatpay/notify"
FRAMEWORKS = ["fastapi", "flask", "django"]
"""In the order of their blocks."""
Names = dict[str, Any]
Reader = Callable[..., Names]


def blocks(name: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", PAGES[name], re.MULTILINE | re.DOTALL)


WITH_CODE = [name for name in PAGES if blocks(name)]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeWechatPay]:
    """A WeChat Pay that clients find as they find the real one: by its hosts, with what the
    environment says."""
    fake = FakeWechatPay(clock=time.time)
    for variable, value in accounts.environment(tmp_path).items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1/0")  # named, and not called
    monkeypatch.chdir(tmp_path)
    with fake.serve() as url:
        monkeypatch.setattr(service, "HOSTS", (url,))
        yield fake


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """What the guide on settings sets for the whole process."""
    root, ours = logging.getLogger(), logging.getLogger("wechatpay_marketing")
    level, handlers = ours.level, root.handlers[:]
    yield
    ours.setLevel(level)
    root.handlers[:] = handlers


@pytest.fixture
def read(fake: FakeWechatPay, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Does what a reader does: pastes the blocks of a guide, all of them or so many, one after
    the other; gives the names there are then."""
    clients: list[WechatPay] = []

    def closed_at_the_end(client: WechatPay, **arguments: Any) -> None:
        made(client, **arguments)
        clients.append(client)

    made = WechatPay.__init__
    monkeypatch.setattr(WechatPay, "__init__", closed_at_the_end)

    def pasted(name: str, count: int | None = None) -> Names:
        module = ModuleType(f"guide_{name}")
        monkeypatch.setitem(sys.modules, module.__name__, module)
        for block in blocks(name)[:count]:
            exec(compile(block, f"{name}.md", "exec"), module.__dict__)
        return module.__dict__

    yield pasted
    for client in clients:
        client.close()


@pytest.mark.parametrize("name", WITH_CODE)
def test_the_blocks_run_in_their_order(name: str, read: Reader, fake: FakeWechatPay) -> None:
    names = read(name)
    for test in [value for key, value in names.items() if key.startswith("test_")]:
        test(FakeWechatPay())
    for client in [value for value in names.values() if isinstance(value, AsyncWechatPay)]:
        asyncio.run(client.close())
    refused = [request.operation for request in fake.requests if request.status >= 400]
    assert refused == []


def test_the_blocks_are_free_of_type_errors(tmp_path: Path) -> None:
    """What is pasted into an application that is checked; frameworks without types of their own
    are passed over."""
    pages = {name: blocks(name) for name in WITH_CODE if name != "callbacks"}
    *each, django = blocks("callbacks")[: len(FRAMEWORKS)]
    pages |= dict(zip(FRAMEWORKS, [[block] for block in each], strict=False))
    pages["django"] = [django, *blocks("callbacks")[len(FRAMEWORKS) :]]
    for name, code in pages.items():
        (tmp_path / f"guide_{name}.py").write_text("\n\n".join(code), "utf-8")
    options = [
        "--config-file=",
        "--ignore-missing-imports",
        f"--cache-dir={ROOT}/.cache/mypy/guides",
    ]
    files = sorted(tmp_path.glob("*.py"))
    found = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *files],
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert found.returncode == 0, found.stdout + found.stderr


class AsgiApp:
    """Posts to an ASGI application."""

    def __init__(self, app: Any) -> None:
        self.app = app

    def post(self, url: str, /, *, headers: dict[str, str], content: bytes) -> httpx.Response:
        async def posted() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(app=self.app)) as client:
                return await client.post(url, headers=headers, content=content)

        return asyncio.run(posted())


class DjangoView:
    """Posts to a Django view through the middleware that looks for a CSRF token."""

    def __init__(self, view: Any) -> None:
        from django.conf import settings

        if not settings.configured:
            settings.configure(SECRET_KEY="x", ALLOWED_HOSTS=["*"])
        self.view = view

    def post(self, url: str, /, *, headers: dict[str, str], content: bytes) -> httpx.Response:
        from django.middleware.csrf import CsrfViewMiddleware
        from django.test import RequestFactory

        factory = RequestFactory(enforce_csrf_checks=True)
        request = factory.generic(
            "POST", url, content, headers=headers, content_type="application/json"
        )
        guard = CsrfViewMiddleware(self.view)
        answer = guard.process_view(request, self.view, (), {}) or self.view(request)
        return httpx.Response(answer.status_code, content=answer.content)


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_the_applications_take_genuine_callbacks_and_tell_strangers_nothing(
    framework: str, read: Reader, fake: FakeWechatPay
) -> None:
    names = read("callbacks", FRAMEWORKS.index(framework) + 1)
    client: Any = {
        "fastapi": lambda: AsgiApp(names["app"]),
        "flask": lambda: httpx.Client(transport=httpx.WSGITransport(app=names["app"])),
        "django": lambda: DjangoView(names["urlpatterns"][0].callback),
    }[framework]()
    assert fake.deliver(NOTIFY, "COUPON.SEND", client=client).status_code == 204
    for fault in ("bad_signature", "unknown_serial", "stale", "unsigned"):
        answer = fake.deliver(NOTIFY, "COUPON.SEND", client=client, fault=fault)
        assert answer.status_code == 401
        assert answer.json() == {"code": "FAIL", "message": "not verified"}


def test_an_event_is_new_once_and_a_coupon_confirmed_once(
    read: Reader, fake: FakeWechatPay
) -> None:
    names = read("callbacks")
    event = names["pay"].webhooks.parse(*fake.callback("PRODUCT_COUPON_SP.SEND"))
    assert [names["is_new"](event.resource.coupon_code, event.event_type) for _ in range(3)] == [
        True,
        False,
        False,
    ]
    for _ in range(2):
        names["confirm"](event)
    numbers = [
        request.body["out_request_no"]
        for request in fake.requests
        if request.operation == "product_coupon.user_coupons.confirm"
    ]
    assert numbers == [f"confirm-{event.resource.coupon_code}"] * 2
    names["database"].close()


def test_the_index_names_every_guide_by_its_title() -> None:
    listed = dict(
        reversed(pair) for pair in re.findall(r"^- \[(.*)\]\((\w+)\.md\)$", PAGES["README"], re.M)
    )
    titles = {name: re.findall(r"^# (.*)$", page, re.M)[0] for name, page in PAGES.items()}
    assert {**listed, "README": "指南"} == titles


def test_every_exception_stands_in_the_table_of_errors() -> None:
    table = PAGES["errors"].partition("## 按错误码")[0]
    exported = {
        name
        for name in wechatpay_marketing.__all__
        if inspect.isclass(kind := getattr(wechatpay_marketing, name))
        and issubclass(kind, wechatpay_marketing.WechatPayError)
    }
    grouped = {"WechatPayError", "ApiError", "TransportError"}
    callbacks = {name for name in exported if name.startswith("Callback")} - {"CallbackError"}
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.M)) == exported - grouped - callbacks
    assert set(re.findall(r"^\| `(\w+)` \|", PAGES["callbacks"], re.M)) == callbacks


def test_every_code_of_the_specification_stands_in_the_table_of_codes() -> None:
    codes = re.findall(r"^\| (\d+) \| `(\w+)` \| (.*?) \|", PAGES["errors"], re.M)
    documented = {
        (str(error["status"]), error["code"])
        for operation in examples()["operations"]
        for error in operation.get("errors", [])
    }
    assert {(status, code) for status, code, _ in codes} == documented
    assert len(codes) == len(documented)
    assert all(meaning for _, _, meaning in codes)


def examples() -> dict[str, Any]:
    packaged = resources.files(wechatpay_marketing) / "_examples.json"
    return dict(json.loads(packaged.read_text("utf-8")))


def test_the_environment_variables_are_those_that_are_read() -> None:
    rows = re.findall(
        r"^\| .* \| `(WECHATPAY_\w+)` \| `(WECHATPAY_\w+)` \|$", PAGES["settings"], re.M
    )
    read = [list(identity.environment.values()) for identity in (Merchant, Brand)]
    assert [sorted(column) for column in zip(*rows, strict=True)] == [
        sorted(names) for names in read
    ]
    known = {name for names in read for name in names} | {"WECHATPAY_BRAND_", "WECHATPAY_"}
    named = {name for page in PAGES.values() for name in re.findall(r"\bWECHATPAY_\w+", page)}
    assert named <= known


def test_the_settings_are_those_of_clients_and_calls() -> None:
    page = PAGES["settings"]
    clients, _, calls = page.partition("## 客户端的设置")[2].partition("## 一次调用的设置")
    named = {name for row in re.findall(r"^\| (`.*?) \|", clients, re.M) for name in ticked(row)}
    taken = set(inspect.signature(made_by(WechatPay)).parameters) - {"self"}
    assert named == {name for name in taken if not name.startswith("_")}
    assert set(re.findall(r"^\| `(\w+)` \|", calls, re.M)) == set(CallOptions.__struct_fields__)


def made_by(cls: type[Any]) -> Callable[..., Any]:
    return next(base.__dict__["__init__"] for base in cls.__mro__ if "__init__" in base.__dict__)


def ticked(text: str) -> list[str]:
    return re.findall(r"`(\w+)`", text)


def test_the_faults_are_those_of_the_fake() -> None:
    _, *rows = re.findall(r"^\| `(\w+)` \|", PAGES["testing"], re.M)  # the first is the heading
    assert rows == list(get_args(Fault))


def test_the_calls_that_replace_those_of_another_client_exist() -> None:
    known = {f"pay.{operation['id']}" for operation in examples()["operations"]}
    for call in re.findall(r"\| `marketing_\w+` \| `([\w.]+)`", PAGES["migration"]):
        assert call in known


@pytest.mark.parametrize("name", WITH_CODE)
def test_the_blocks_are_laid_out_as_black_does_it(name: str) -> None:
    for block in blocks(name):
        assert black.format_str(block, mode=black.Mode(line_length=100)) == block
        assert [line for line in block.splitlines() if len(line) > 100] == []
