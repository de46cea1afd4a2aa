"""Carries out what `attempts` decides: from a `PreparedRequest` to a verified answer, or the
exception that says what to do.

Connections and downloads of certificates live here; no decision does.
"""

from __future__ import annotations

import os

import httpx

from .attempts import TIMEOUT, Attempts
from .certificates import CERTIFICATES_PATH, LEADERS, PlatformCertificates
from .errors import ConfigurationError, WechatPayError
from .keys import PublicKey
from .options import CallOptions
from .request import PreparedRequest
from .schemes import Scheme
from .service import Service

LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=7)
"""WeChat Pay closes idle connections after 8 seconds; ours go before that."""


class _Shared:
    """What both exchanges have in common."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._closed = False

    def _certificates(self) -> PlatformCertificates | None:
        auth = self.service.certified
        return auth.certificates if auth else None

    def _download(self, options: CallOptions) -> Attempts:
        prepared = PreparedRequest(
            method="GET",
            template=CERTIFICATES_PATH,
            target=CERTIFICATES_PATH,
            scheme="merchant",
            repeatable=True,
        )
        return Attempts(self.service, prepared, options, is_download=True)

    def _usable(self) -> None:
        if self._closed:
            raise RuntimeError("the client is closed")


class Exchange(_Shared):
    """Sends prepared requests; safe to use from any number of threads, and after a fork."""

    def __init__(self, service: Service, http_client: httpx.Client | None) -> None:
        super().__init__(service)
        self._given = http_client
        self._own: dict[int, httpx.Client] = {}

    def send(self, prepared: PreparedRequest, options: CallOptions) -> httpx.Response:
        """The verified 2xx answer.

        Raises:
            WechatPayError: In all its kinds but those of callbacks.
        """
        return self._run(Attempts(self.service, prepared, options))

    def refresh(self, options: CallOptions, *, force: bool = False) -> None:
        """Fetch the platform certificates, unless that was just done or none are needed; `force`:
        in any case.

        Raises:
            WechatPayError: They cannot be had.
        """
        certificates = self._certificates()
        if certificates is None:
            return
        for _ in range(LEADERS):  # more than once only where whoever was downloading gave up
            flight, leading = certificates.board(may_lead=force or certificates.lookup_allowed())
            if flight is None:
                return
            if leading:
                with certificates.leading(flight):
                    self._run(self._download(options))
                return
            if certificates.landed(flight.result()):
                return

    def encryption_key(self, scheme: Scheme, options: CallOptions) -> PublicKey:
        """WeChat Pay's key to encrypt with; fetched if need be."""
        trust = self.service.auth(scheme).trust
        if trust.encryption_key() is None:
            self.refresh(options, force=True)
        return _present(trust.encryption_key())

    def close(self) -> None:
        """Close the connections, if they are our own."""
        self._closed = True
        if own := self._own.pop(os.getpid(), None):
            own.close()

    def _run(self, attempts: Attempts) -> httpx.Response:
        for attempt in attempts.with_pauses():
            with attempt:
                return self._once(attempts)
        raise AssertionError("unreachable")

    def _once(self, attempts: Attempts) -> httpx.Response:
        http = self._http()
        for request in attempts.requests():
            try:
                response = http.send(request, auth=attempts.auth, follow_redirects=False)
            except (WechatPayError, httpx.HTTPError, OSError) as error:
                problem = attempts.failed(error)
            else:
                return attempts.answered(response)
            if problem is not None:
                raise problem
        raise AssertionError("unreachable")

    def _http(self) -> httpx.Client:
        # Made on first use, since that reads the system's certificates; and per process, since a
        # forked child must not speak on its parent's connections.
        self._usable()
        if self._given is not None:
            return self._given
        own = self._own.get(os.getpid())
        return own or self._own.setdefault(
            os.getpid(), httpx.Client(timeout=TIMEOUT, limits=LIMITS)
        )


class AsyncExchange(_Shared):
    """Sends prepared requests with `await`; safe to use from any number of tasks of one event
    loop."""

    def __init__(self, service: Service, http_client: httpx.AsyncClient | None) -> None:
        super().__init__(service)
        self._given = http_client
        self._own: dict[int, httpx.AsyncClient] = {}

    async def send(self, prepared: PreparedRequest, options: CallOptions) -> httpx.Response:
        """See `Exchange.send`."""
        return await self._run(Attempts(self.service, prepared, options))

    async def refresh(self, options: CallOptions, *, force: bool = False) -> None:
        """See `Exchange.refresh`."""
        import asyncio

        certificates = self._certificates()
        if certificates is None:
            return
        for _ in range(LEADERS):  # more than once only where whoever was downloading gave up
            flight, leading = certificates.board(may_lead=force or certificates.lookup_allowed())
            if flight is None:
                return
            if leading:
                with certificates.leading(flight):
                    await self._run(self._download(options))
                return
            if certificates.landed(await asyncio.wrap_future(flight)):
                return

    async def encryption_key(self, scheme: Scheme, options: CallOptions) -> PublicKey:
        """See `Exchange.encryption_key`."""
        trust = self.service.auth(scheme).trust
        if trust.encryption_key() is None:
            await self.refresh(options, force=True)
        return _present(trust.encryption_key())

    async def close(self) -> None:
        """Close the connections, if they are our own."""
        self._closed = True
        if own := self._own.pop(os.getpid(), None):
            await own.aclose()

    async def _run(self, attempts: Attempts) -> httpx.Response:
        async for attempt in attempts.with_pauses():
            with attempt:
                return await self._once(attempts)
        raise AssertionError("unreachable")

    async def _once(self, attempts: Attempts) -> httpx.Response:
        http = self._http()
        for request in attempts.requests():
            try:
                response = await http.send(request, auth=attempts.auth, follow_redirects=False)
            except (WechatPayError, httpx.HTTPError, OSError) as error:
                problem = attempts.failed(error)
            else:
                return attempts.answered(response)
            if problem is not None:
                raise problem
        raise AssertionError("unreachable")

    def _http(self) -> httpx.AsyncClient:
        self._usable()
        if self._given is not None:
            return self._given
        own = self._own.get(os.getpid())
        return own or self._own.setdefault(
            os.getpid(), httpx.AsyncClient(timeout=TIMEOUT, limits=LIMITS)
        )


def _present(key: PublicKey | None) -> PublicKey:
    if key is None:
        raise ConfigurationError(
            "trusted_keys: all of WeChat Pay's keys given have expired; none is left to encrypt "
            "with.",
            argument="trusted_keys",
        )
    return key
