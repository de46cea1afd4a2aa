"""The fake as a server: for many connections at once, and as a command."""

from __future__ import annotations

import re
import signal
import socket
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from wechatpay_marketing.testing import FakeWechatPay

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
