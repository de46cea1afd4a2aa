"""A peer on 127.0.0.1 that keeps many connections at once and answers as a test tells it to: at
once, when told, byte by byte, or never."""

from __future__ import annotations

import asyncio
import itertools
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
from kit import PATH, Keys, Platform, merchant
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.options import CallOptions

Act = Callable[["Peer", asyncio.StreamWriter, str], Awaitable[None]]


def raw(answer: httpx.Response, **more: str) -> bytes:
    """An answer as it travels."""
    headers = {
        name: value for name, value in answer.headers.items() if name.lower() != "content-length"
    }
    headers |= {"Content-Length": str(len(answer.content)), **more}
    lines = [f"{name}: {value}" for name, value in headers.items()]
    head = "\r\n".join([f"HTTP/1.1 {answer.status_code} X", *lines, "", ""])
    return head.encode() + answer.content


async def at_once(peer: Peer, writer: asyncio.StreamWriter, path: str) -> None:
    """Answer."""
    writer.write(peer.answers.get(path, peer.answer))


async def when_told(peer: Peer, writer: asyncio.StreamWriter, path: str) -> None:
    """Answer when the test says `release()`."""
    await peer.released.wait()
    writer.write(peer.answer)


async def never(peer: Peer, writer: asyncio.StreamWriter, path: str) -> None:
    """Do not answer."""
    await asyncio.Event().wait()


async def and_close(peer: Peer, writer: asyncio.StreamWriter, path: str) -> None:
    """Answer, and let the connection go."""
    writer.write(peer.answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
    writer.close()


def dripping(start: int) -> Act:
    """Answer up to `start`, and then byte by byte without end."""

    async def act(peer: Peer, writer: asyncio.StreamWriter, path: str) -> None:
        head, _, _ = peer.answer.partition(b"Content-Length: ")
        endless = head + b"Content-Length: 1000000\r\n\r\n" + b" " * 1_000_000
        writer.write(endless[:start] if start else endless[: endless.index(b"\r\n\r\n") + 4])
        for number in itertools.count():
            writer.write(b"X-%d: 1\r\n" % number if start else b" ")
            await asyncio.sleep(0.005)

    return act


class Peer:
    """The peer, and what it saw."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.answers: dict[str, bytes] = {}
        """Other answers by path."""
        self.act: Act = at_once
        self.paths: list[str] = []
        self.made = self.open = self.most = 0
        self.port = 0
        self.released = asyncio.Event()
        self.clients: list[SyncClient] = []
        """Closed at the end; those of tasks close with their event loops."""
        self._loop = asyncio.new_event_loop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def release(self) -> None:
        """Have those answered that wait for it."""
        self._loop.call_soon_threadsafe(self.released.set)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.made, self.open = self.made + 1, self.open + 1
        self.most = max(self.most, self.open)
        acting: asyncio.Task[None] | None = None
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                _, _, rest = head.lower().partition("content-length: ")
                await reader.readexactly(int(rest.split("\r\n")[0]) if rest else 0)
                path = head.split(" ")[1]
                self.paths.append(path)
                acting = asyncio.ensure_future(self._do(writer, path))
        except (asyncio.IncompleteReadError, asyncio.CancelledError, OSError):
            pass
        finally:
            if acting is not None:
                acting.cancel()
            self.open -= 1
            writer.close()

    async def _do(self, writer: asyncio.StreamWriter, path: str) -> None:
        with suppress(OSError):
            await self.act(self, writer, path)

    async def _main(self, context: ssl.SSLContext | None, started: threading.Event) -> None:
        server = await asyncio.start_server(
            self._serve, "127.0.0.1", 0, ssl=context, backlog=2000, ssl_handshake_timeout=None
        )
        self.port = server.sockets[0].getsockname()[1]
        self._ended = asyncio.Event()
        started.set()
        await self._ended.wait()
        server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @contextmanager
    def serving(self, context: ssl.SSLContext | None = None) -> Iterator[Peer]:
        started = threading.Event()

        def run() -> None:
            self._loop.run_until_complete(self._main(context, started))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        started.wait(10)
        try:
            yield self
        finally:
            for client in self.clients:
                client.close()
            self._loop.call_soon_threadsafe(self._ended.set)
            thread.join(10)


def eventually(condition: Callable[[], bool]) -> bool:
    """Whether it comes true; gives up after a long while."""
    patience = time.monotonic() + 20
    while not condition():
        if time.monotonic() > patience:
            return False
        threading.Event().wait(0.002)
    return True


def tls(keys: Keys, folder: Path) -> ssl.SSLContext:
    """For a host `localhost` whose certificate nobody trusts."""
    (folder / "cert.pem").write_bytes(keys.certificate("host", "AB", end=4e9))
    (folder / "key.pem").write_bytes(keys.private("host"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def peer_of(platform: Platform) -> Peer:
    """A peer that answers with one genuine answer."""
    return Peer(raw(platform.signed()))


def own(kind: Any, platform: Platform, peer: Peer, **settings: Any) -> Any:
    """A client with connections of its own to the peer."""
    settings = {"hosts": [peer.url], "retries": 0, "_clock": platform.clock, **settings}
    if "merchant" not in settings:  # reading a private key takes its time
        settings["merchant"] = merchant(platform.keys)
    client = kind(**settings)
    if isinstance(client, SyncClient):
        peer.clients.append(client)
    return client


class Caller:
    """Makes the same calls with and without `await`."""

    def __init__(self, mode: str, platform: Platform, peer: Peer, **settings: Any) -> None:
        self.mode = mode
        self.client = own(SyncClient if mode == "sync" else AsyncClient, platform, peer, **settings)

    def call(self, **options: Any) -> Any:
        """One call; in an event loop of its own where it is awaited."""
        result = self.client.request("GET", PATH, options=CallOptions(**options))
        return asyncio.run(result) if asyncio.iscoroutine(result) else result

    def at_once(
        self, number: int, meanwhile: Callable[[], object] = bool, **first: Any
    ) -> list[Any]:
        """What many calls at once give or raise, each to its own path; the first with options."""

        def call(index: int) -> Any:
            options = CallOptions(**first) if first and index == 0 else None
            return self.client.request("GET", f"{PATH}/{index}", options=options)

        if self.mode == "sync":
            with ThreadPoolExecutor(number + 1) as threads:
                futures = [threads.submit(call, index) for index in range(number)]
                meanwhile()
                return [future.exception() or future.result() for future in futures]

        async def gathered() -> list[Any]:
            calls = asyncio.gather(*map(call, range(number)), return_exceptions=True)
            await asyncio.gather(calls, asyncio.to_thread(meanwhile))
            return list(await calls)

        return asyncio.run(gathered())
