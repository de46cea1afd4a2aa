# Copied from templates/runtime/_runtime/exchange.py by `make generate`; do not edit.
"""Carries out what `attempts` decides: from a `PreparedRequest` to a verified answer, or the
exception that says what to do.

Connections, waiting and downloads of certificates live here; no decision does.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

import anyio
import httpx

from .attempts import Attempts
from .certificates import CERTIFICATES_PATH, PlatformCertificates, SharedDownload
from .connections import AsyncConnections, Connections, NoCookies
from .errors import RateLimited, WechatPayError
from .failures import TRANSPORT_FAILURES
from .keys import PublicKey
from .line import Line
from .local import Local, this_loop, this_process
from .options import CallOptions, end_of
from .pacing import Pacing
from .request import PreparedRequest
from .schemes import Scheme
from .service import Service

_GRACE = 0.1
"""Seconds that the limits of a transport have to end a call by themselves: they know best whether
anything was sent."""


class _Lines(NamedTuple):
    """Where those stand who want to send, and those who want to fetch certificates."""

    calls: Line
    downloads: Line


class _Exchange:
    """What both exchanges have in common."""

    def __init__(
        self,
        service: Service,
        max_connections: int,
        where: Callable[[], object],
        sleep: Callable[[float], object] | None,
        pacing: Pacing | None,
    ) -> None:
        self.service = service
        self._pacing = pacing
        # Waiting that takes no time goes by the clock that it moves.
        self._clock = time.monotonic if sleep is None else service.clock
        self._closed = False
        self._sleep = sleep
        self._lines = Local(lambda: _Lines(Line(max_connections), Line(1)), where)

    def _certificates(self) -> PlatformCertificates | None:
        auth = self.service.certified
        return auth.certificates if auth else None

    def _download(self, options: CallOptions, until: float) -> Attempts:
        prepared = PreparedRequest(
            method="GET",
            template=CERTIFICATES_PATH,
            target=CERTIFICATES_PATH,
            scheme="merchant",
            repeatable=True,
        )
        return Attempts(self.service, prepared, options, until, is_download=True)

    def _refresh(self, force: bool) -> SharedDownload | None:
        """What to take part in: a download of one's own, or the one that is going on."""
        certificates = self._certificates()
        if certificates is None:
            return None
        allowed = force or certificates.lookup_allowed()
        if not allowed and not self._lines.get().downloads.busy:
            return None
        return SharedDownload(certificates, lambda: force or certificates.lookup_allowed())

    def _close(self) -> None:
        self._closed = True
        for line in self._lines.get():
            line.close()

    def _usable(self) -> None:
        if self._closed:
            raise RuntimeError("the client is closed")


class Exchange(_Exchange):
    """Sends prepared requests; safe to use from any number of threads, and after a fork."""

    def __init__(
        self,
        service: Service,
        http_client: httpx.Client | None,
        max_connections: int,
        sleep: Callable[[float], object] | None,
        pacing: Pacing | None,
    ) -> None:
        super().__init__(service, max_connections, this_process, sleep, pacing)
        self._connections = Connections()
        self._http: httpx.Client | None = http_client

    def send(
        self, prepared: PreparedRequest, options: CallOptions, until: float | None = None
    ) -> httpx.Response:
        """The verified 2xx answer.

        Raises:
            WechatPayError: In all its kinds but those of callbacks.
        """
        until = end_of(options) if until is None else until
        return self._run(Attempts(self.service, prepared, options, until))

    def refresh(
        self, options: CallOptions, until: float | None = None, *, force: bool = False
    ) -> None:
        """Fetch the platform certificates, unless that was just done or none are needed; `force`:
        in any case.

        Raises:
            WechatPayError: They cannot be had.
        """
        until = end_of(options) if until is None else until
        if (shared := self._refresh(force)) is None:
            return

        def download() -> None:
            if shared.is_mine():
                try:
                    self._run(self._download(options, until))
                except WechatPayError as error:
                    shared.certificates.ended(error)
                    raise

        self._lines.get().downloads.run(download, until)

    def encryption_key(
        self, scheme: Scheme, options: CallOptions, until: float | None = None
    ) -> PublicKey:
        """WeChat Pay's key to encrypt with; fetched if need be."""
        trust = self.service.auth(scheme).trust
        if not trust.valid_keys():
            self.refresh(options, until, force=True)
        return trust.encryption_key()

    def close(self) -> None:
        """Close the connections, if they are our own; refuse the calls that wait for theirs."""
        self._close()
        self._connections.close()

    def _run(self, attempts: Attempts) -> httpx.Response:
        self._usable()
        while True:
            try:
                return self._once(attempts)
            except WechatPayError as error:
                if self._pacing and attempts.limit and isinstance(error, RateLimited):
                    self._pacing.slow(attempts.limit[0], self._clock)
                if self._closed or (pause := attempts.pause(error)) is None:
                    raise
                self._pause(pause)
                if self._closed:
                    raise

    def _pause(self, seconds: float) -> None:
        (self._sleep or time.sleep)(seconds)

    def _once(self, attempts: Attempts) -> httpx.Response:
        for request in attempts.requests():
            try:
                response = self._in_turn(request, attempts)
            except (WechatPayError, *TRANSPORT_FAILURES) as error:
                problem = attempts.failed(error)
            else:
                return attempts.answered(response)
            if problem is not None:
                raise problem
        raise AssertionError("unreachable")

    def _in_turn(self, request: httpx.Request, attempts: Attempts) -> httpx.Response:
        """Send when it is the turn of `request`: what calls have to wait for before they are
        signed, they wait for here."""
        lines, http = self._lines.get(), self._client()

        def send() -> httpx.Response:
            attempts.begun(request, lines.downloads)
            return http.send(request, auth=attempts.auth, follow_redirects=False)

        if attempts.is_download:  # one at a time, and calls that have their turn wait for it
            return send()
        if self._pacing and attempts.limit:
            until = attempts.patience()
            self._pacing.wait(*attempts.limit, until, clock=self._clock, sleep=self._pause)
        return lines.calls.run(send, attempts.patience())

    def _client(self) -> httpx.Client:
        # Made on first use: it is of no use before, and constructors are to be cheap.
        if self._http is None:
            self._http = httpx.Client(transport=self._connections, cookies=NoCookies())
        return self._http


class AsyncExchange(_Exchange):
    """Sends prepared requests with `await`; safe to use from any number of tasks and event
    loops."""

    def __init__(
        self,
        service: Service,
        http_client: httpx.AsyncClient | None,
        max_connections: int,
        sleep: Callable[[float], object] | None,
        pacing: Pacing | None,
    ) -> None:
        super().__init__(service, max_connections, this_loop, sleep, pacing)
        self._connections = AsyncConnections()
        self._http: httpx.AsyncClient | None = http_client

    async def send(
        self, prepared: PreparedRequest, options: CallOptions, until: float | None = None
    ) -> httpx.Response:
        """See `Exchange.send`."""
        until = end_of(options) if until is None else until
        return await self._run(Attempts(self.service, prepared, options, until))

    async def refresh(
        self, options: CallOptions, until: float | None = None, *, force: bool = False
    ) -> None:
        """See `Exchange.refresh`."""
        until = end_of(options) if until is None else until
        if (shared := self._refresh(force)) is None:
            return

        async def download() -> None:
            if shared.is_mine():
                try:
                    await self._run(self._download(options, until))
                except WechatPayError as error:
                    shared.certificates.ended(error)
                    raise

        await self._lines.get().downloads.run_async(download, until)

    async def encryption_key(
        self, scheme: Scheme, options: CallOptions, until: float | None = None
    ) -> PublicKey:
        """See `Exchange.encryption_key`."""
        trust = self.service.auth(scheme).trust
        if not trust.valid_keys():
            await self.refresh(options, until, force=True)
        return trust.encryption_key()

    async def close(self) -> None:
        """Close the connections of this event loop, if they are our own; those of others close
        when their loop ends. Refuse the calls that wait."""
        self._close()
        await self._connections.aclose()

    async def _run(self, attempts: Attempts) -> httpx.Response:
        self._usable()
        while True:
            try:
                return await self._once(attempts)
            except WechatPayError as error:
                if self._pacing and attempts.limit and isinstance(error, RateLimited):
                    await self._pacing.slow_async(attempts.limit[0], self._clock)
                if self._closed or (pause := attempts.pause(error)) is None:
                    raise
                await self._pause(pause)
                if self._closed:
                    raise

    async def _pause(self, seconds: float) -> None:
        if self._sleep is None:
            await anyio.sleep(seconds)
        else:
            self._sleep(seconds)

    async def _once(self, attempts: Attempts) -> httpx.Response:
        for request in attempts.requests():
            try:
                response = await self._in_turn(request, attempts)
            except (WechatPayError, *TRANSPORT_FAILURES) as error:
                problem = attempts.failed(error)
            else:
                return attempts.answered(response)
            if problem is not None:
                raise problem
        raise AssertionError("unreachable")

    async def _in_turn(self, request: httpx.Request, attempts: Attempts) -> httpx.Response:
        """See `Exchange._in_turn`."""
        lines, http = self._lines.get(), self._client()

        async def send() -> httpx.Response:
            left = attempts.begun(request, lines.downloads)
            with anyio.move_on_after(left + _GRACE):
                return await http.send(request, auth=attempts.auth, follow_redirects=False)
            raise httpx.ReadTimeout("the time for it has passed")

        if attempts.is_download:
            return await send()
        if self._pacing and attempts.limit:
            until = attempts.patience()
            await self._pacing.wait_async(
                *attempts.limit, until, clock=self._clock, sleep=self._pause
            )
        return await lines.calls.run_async(send, attempts.patience())

    def _client(self) -> httpx.AsyncClient:
        if self._http is None:
            self._http = httpx.AsyncClient(transport=self._connections, cookies=NoCookies())
        return self._http
