"""The fake as a server: for many connections at once, and as a command."""

from __future__ import annotations

import re
import shlex
import signal
import socket
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from wechatpay_marketing import CallbackError, WechatPay
from wechatpay_marketing.testing import FakeWechatPay
from wechatpay_marketing.testing.deliveries import with_callbacks

COMMAND = [sys.executable, "-m", "wechatpay_marketing.testing"]
_PATIENCE = 30


@contextmanager
def command(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """The running command, and what it printed."""
    with subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            told: list[str] = []
            for line in process.stdout:
                told.append(line.strip())
                if "doctor" in line:
                    break
            yield process, told
        finally:
            process.kill()


def test_hundreds_of_connections_are_queued_while_none_is_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()
    process = socketserver.ThreadingMixIn.process_request

    def held(self: socketserver.ThreadingMixIn, request: object, address: object) -> None:
        go_on.wait(_PATIENCE)
        process(self, request, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socketserver.ThreadingMixIn, "process_request", held)
    with FakeWechatPay().serve() as url, ExitStack() as opened:
        port = int(url.rpartition(":")[2])
        try:
            for _ in range(400):
                connection = socket.create_connection(("127.0.0.1", port), timeout=2)
                opened.enter_context(connection)
        finally:
            go_on.set()


def test_help_names_every_option() -> None:
    told = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, timeout=_PATIENCE)
    assert told.returncode == 0
    for option in ("--host", "--port", "--limited", "--lenient"):
        assert option in told.stdout


def test_a_port_in_use_is_said_in_one_line() -> None:
    with FakeWechatPay().serve() as url:
        port = url.rpartition(":")[2]
        told = subprocess.run(
            [*COMMAND, "--port", port], capture_output=True, text=True, timeout=_PATIENCE
        )
    assert told.returncode == 1
    assert f"port {port} of 127.0.0.1 cannot be served" in told.stderr
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_keys_are_removed_when_it_is_stopped(stop: signal.Signals) -> None:
    with command("--port", "0") as (process, told):
        (key,) = [
            Path(line.partition("=")[2]) for line in told if "export WECHATPAY_PRIVATE_KEY" in line
        ]
        assert key.is_file()
        assert key.stat().st_mode & 0o077 == 0
        process.send_signal(stop)
        assert process.wait(_PATIENCE) == 0
        assert not key.parent.exists()


def test_the_configuration_is_checked_by_one_pasted_line() -> None:
    with command("--port", "0") as (_, told):
        found = subprocess.run(
            told[-1], shell=True, capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        assert found.returncode == 0, found.stdout + found.stderr
        assert "FAIL" not in found.stdout
        assert re.search(r"^ok .*merchant signature", found.stdout, re.MULTILINE)


@contextmanager
def application() -> Iterator[tuple[str, list[Any]]]:
    """A shop that receives callbacks at a port of its own, and what it took for genuine."""
    taken: list[Any] = []

    class Shop(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                taken.append(pay.webhooks.parse(self.headers, body))
                reply = pay.webhooks.ok()
            except CallbackError as error:
                reply = pay.webhooks.refuse(error)
            self.send_response(reply.status)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *arguments: object) -> None: ...

    with (
        WechatPay.from_env() as pay,
        HTTPServer(("127.0.0.1", 0), Shop) as server,
    ):
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/notify", taken
        server.shutdown()
        thread.join()


def configured_by(told: list[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Sets what the command says is to be set; the address that it serves."""
    for name, value in re.findall(r"^export (\w+)=(.*)$", "\n".join(told), re.MULTILINE):
        monkeypatch.setenv(name, shlex.split(value)[0])
    return re.findall(r"serves (\S+) until", told[0])[0]


def test_it_sends_callbacks_genuine_and_forged_when_it_is_asked_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with command("--port", "0") as (_, told):
        fake = configured_by(told, monkeypatch)
        assert any(f"{fake}/callbacks/COUPON.SEND?to=" in line for line in told)
        with application() as (shop, taken):
            sent = httpx.post(f"{fake}/callbacks/COUPON.SEND", params={"to": shop})
            assert (sent.status_code, sent.text) == (200, f"{shop} answered 204\n")
            changed = httpx.post(
                f"{fake}/callbacks/COUPON.SEND", params={"to": shop}, json={"coupon_code": "mine"}
            )
            assert changed.status_code == 200
            assert [event.event_type for event in taken] == ["COUPON.SEND"] * 2
            assert taken[1].resource.coupon_code == "mine"

            forged = httpx.post(
                f"{fake}/callbacks/COUPON.SEND", params={"to": shop, "fault": "bad_signature"}
            )
            assert forged.text.startswith(f"{shop} answered 401\n")
            assert "not verified" in forged.text
            assert len(taken) == 2


@pytest.mark.parametrize(
    ("event", "asked", "body", "said"),
    [
        ("COUPON.SEND", {}, b"", "?to=http://"),
        ("COUPON.SEND", {"to": "shop.example/notify"}, b"", "?to=http://"),
        ("COUPON.SENT", {"to": "http://127.0.0.1:9"}, b"", "did you mean 'COUPON.SEND'?"),
        ("COUPON.SEND", {"to": "http://127.0.0.1:9", "fault": "forged"}, b"", "bad_signature"),
        ("COUPON.SEND", {"to": "http://127.0.0.1:9"}, b"{", "JSON"),
        ("COUPON.SEND", {"to": "http://127.0.0.1:9"}, b"[1]", "object"),
        ("COUPON.SEND", {"to": "http://127.0.0.1:9"}, b"", "http://127.0.0.1:9 did not answer"),
    ],
)
def test_a_callback_that_cannot_be_sent_is_said_in_one_line(
    event: str, asked: dict[str, str], body: bytes, said: str
) -> None:
    answers = with_callbacks(FakeWechatPay())
    target = f"/callbacks/{event}?{urlencode(asked)}"
    answer = answers("POST", target, httpx.Headers(), body)
    assert answer.status_code == 400
    assert said in answer.text
    assert len(answer.text.splitlines()) == 1
