"""The client's own connections, as transports of httpx: no pool and no lock, one connection to a
call, and closed unless the call ended cleanly.

Whoever sends has a place in the line already: how many calls there are is not decided here. A
connection in use is known to its call alone, so that a call which is interrupted, wherever that
may be, costs one connection and leaves nothing behind.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import suppress
from functools import cached_property
from http.cookiejar import CookieJar
from typing import Any, Generic, NamedTuple, TypeVar
from urllib.request import getproxies, proxy_bypass

import anyio
import httpcore
import httpx

from .local import Local, this_loop, this_process
from .network import AsyncBackend, Backend

KEPT_FOR = 7.0
"""Seconds. WeChat Pay closes idle connections after 8; ours go before that."""

DEADLINE = "wechatpay_deadline"
"""The extension of a request that says when it must have been answered, on the monotonic clock."""
LONGEST = "wechatpay_longest"
"""The extension that says how many bytes its answer may have."""

BackendT = TypeVar("BackendT", Backend, AsyncBackend)

_FAILURES = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)


class _Kept(NamedTuple, Generic[BackendT]):
    """A connection, what it reaches the network through, and since when it is idle."""

    http: Any  # httpcore's interfaces of connections leave half of what they have untyped
    backend: BackendT
    since: float


class _Idle(deque["_Kept[BackendT]"]):
    """Idle connections, newest first. Whoever takes one out owns it."""

    def claim(self, origin: httpcore.Origin) -> _Kept[BackendT] | None:
        """The connection to `origin` that was used last."""
        for kept in list(self):  # a copy, since others take theirs out meanwhile
            if kept.http.can_handle_request(origin):
                with suppress(ValueError):  # somebody else was faster
                    self.remove(kept)
                    return kept
        return None

    def overdue(self, since: float) -> _Kept[BackendT] | None:
        """One that has been idle since before."""
        with suppress(IndexError):
            if self[-1].since < since:
                return self.pop()
        return None


class _Base(Generic[BackendT]):
    """What both transports have in common: everything without I/O."""

    _closed = False

    @cached_property
    def _tls(self) -> Any:
        # reads the system's certificates, which takes a while: not before it is needed
        try:
            return httpx.create_ssl_context()
        except OSError as error:
            raise httpx.ConnectError(
                f"certificates to check others with cannot be loaded, see SSL_CERT_FILE and "
                f"SSL_CERT_DIR: {error}"
            ) from None

    def _made(self, pool: Any, url: httpcore.URL, backend: BackendT) -> _Kept[BackendT]:
        """A connection as httpcore's pool would make it: direct, or through the environment's
        proxy."""
        scheme, host = url.scheme.decode(), url.host.decode()
        proxies = {} if proxy_bypass(host) else getproxies()
        proxy = None
        try:
            if address := proxies.get(scheme) or proxies.get("all"):
                given = httpx.Proxy(address if "://" in address else f"http://{address}")
                proxy = httpcore.Proxy(_core_url(given.url), auth=given.raw_auth)
            factory = pool(
                ssl_context=self._tls if scheme == "https" else None,
                proxy=proxy,
                keepalive_expiry=KEPT_FOR,
                network_backend=backend,
            )
            return _Kept(factory.create_connection(url.origin), backend, 0.0)
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            advice = " (pip install httpx[socks])" if isinstance(error, ImportError) else ""
            raise httpx.ProxyError(
                f"the proxy of the environment cannot be used: {error}{advice}"
            ) from None

    def _keeps(self, idle: _Idle[BackendT], used: _Kept[BackendT]) -> bool:
        """Whether the connection can be used again, and now lies where others find it: hands off
        from then on."""
        if self._closed or not used.http.is_idle():
            return False
        idle.appendleft(used._replace(since=time.monotonic()))
        return True


class Connections(_Base["Backend"], httpx.BaseTransport):
    """For threads and greenlets, before and after a fork."""

    def __init__(self) -> None:
        self._idle: Local[_Idle[Backend]] = Local(_Idle, this_process)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The whole answer."""
        idle, core, keep = self._idle.get(), _core_request(request), False
        connection = self._connection(idle, core.url)
        connection.backend.deadline = request.extensions.get(DEADLINE, float("inf"))
        most = request.extensions.get(LONGEST, float("inf"))
        try:
            response, body = connection.http.handle_request(core), bytearray()
            for chunk in response.stream:
                body += chunk
                if len(body) > most:
                    break  # what is too long is refused where it is read
            response.close()
            keep = True  # said before it is done: what others may hold must not be closed
            keep = self._keeps(idle, connection)
            return _answer(response, body)
        except _FAILURES as error:
            raise _translated(error) from error
        finally:
            if not keep:
                connection.http.close()

    def _connection(self, idle: _Idle[Backend], url: httpcore.URL) -> _Kept[Backend]:
        while unused := idle.overdue(time.monotonic() - KEPT_FOR):
            unused.http.close()
        while kept := idle.claim(url.origin):
            if kept.http.is_idle() and not kept.http.has_expired():
                return kept
            kept.http.close()
        if unused := idle.overdue(float("inf")):  # one to another host makes room
            unused.http.close()
        return self._made(httpcore.ConnectionPool, url, Backend())

    def close(self) -> None:
        """Close what is idle now, and the rest when its call ends."""
        self._closed = True
        idle = self._idle.get()
        while unused := idle.overdue(float("inf")):
            unused.http.close()


class AsyncConnections(_Base["AsyncBackend"], httpx.AsyncBaseTransport):
    """For tasks of any number of event loops, one after the other or at once."""

    def __init__(self) -> None:
        self._idle: Local[_AsyncIdle] = Local(_AsyncIdle, this_loop)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The whole answer."""
        idle, core, keep = await self._idle_here(), _core_request(request), False
        connection = await self._connection(idle, core.url)
        most = request.extensions.get(LONGEST, float("inf"))
        try:
            response, body = await connection.http.handle_async_request(core), bytearray()
            async for chunk in response.stream:
                body += chunk
                if len(body) > most:
                    break  # what is too long is refused where it is read
            await response.aclose()
            keep = True
            keep = self._keeps(idle, connection)
            return _answer(response, body)
        except _FAILURES as error:
            raise _translated(error) from error
        finally:
            if not keep:
                await _closed(connection)

    async def _connection(self, idle: _AsyncIdle, url: httpcore.URL) -> _Kept[AsyncBackend]:
        while unused := idle.overdue(time.monotonic() - KEPT_FOR):
            await _closed(unused)
        while kept := idle.claim(url.origin):
            if kept.http.is_idle() and not kept.http.has_expired():
                return kept
            await _closed(kept)
        if unused := idle.overdue(float("inf")):
            await _closed(unused)
        return self._made(httpcore.AsyncConnectionPool, url, AsyncBackend())

    async def _idle_here(self) -> _AsyncIdle:
        idle = self._idle.get()
        if idle.keeper is None:
            idle.keeper = self._keeper(idle)
            await anext(idle.keeper)
        return idle

    async def _keeper(self, idle: _AsyncIdle) -> AsyncGenerator[None, None]:
        """Event loops end the generators that are still open before they end themselves, and so
        these connections."""
        try:
            yield
        finally:
            self._idle.forget(this_loop())
            while unused := idle.overdue(float("inf")):
                await _closed(unused)

    async def aclose(self) -> None:
        """Close what is idle in this event loop now, and the rest when its call or loop ends."""
        self._closed = True
        idle = self._idle.get()
        while unused := idle.overdue(float("inf")):
            await _closed(unused)
        if idle.keeper is not None:
            await idle.keeper.aclose()


class _AsyncIdle(_Idle["AsyncBackend"]):
    keeper: AsyncGenerator[None, None] | None = None


class NoCookies(CookieJar):
    """Keeps no cookies, and so needs no lock: that of `CookieJar` stays held when an interruption
    hits it, and then no call ever gets through."""

    def extract_cookies(self, response: object, request: object) -> None:
        """Take none."""

    def add_cookie_header(self, request: object) -> None:
        """Send none."""


async def _closed(connection: _Kept[AsyncBackend]) -> None:
    # shielded, as a cancelled call must not leave it open; briefly, as TLS may wait for a reply
    with anyio.move_on_after(1, shield=True):
        await connection.http.aclose()
        if connection.backend.stream is not None:
            await connection.backend.stream.aclose()


def _core_url(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )


def _core_request(request: httpx.Request) -> httpcore.Request:
    return httpcore.Request(
        request.method,
        _core_url(request.url),
        headers=request.headers.raw,
        content=request.stream,
        extensions=request.extensions,
    )


def _answer(response: Any, body: bytearray) -> httpx.Response:
    return httpx.Response(
        response.status,
        headers=response.headers,
        stream=httpx.ByteStream(bytes(body)),
        extensions=response.extensions,
    )


def _translated(error: Exception) -> httpx.TransportError:
    """httpx's exception of the same name."""
    kind: Callable[[str], httpx.TransportError] = getattr(httpx, type(error).__name__)
    return kind(str(error))
