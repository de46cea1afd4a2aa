"""From a `PreparedRequest` to a verified answer, or the exception that says what to do.

Hosts and failover, repeating, time limits, the log and what a failure means are decided here, by `_Course` without I/O;
`Exchange` and `AsyncExchange` carry it out. Signatures are `auth`'s business.
"""

from __future__ import annotations

import functools
import logging
import os
import platform
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import httpx

from .auth import Attempt, WechatPayAuth
from .certificates import CERTIFICATES_PATH, PlatformCertificates
from .errors import (
    ApiError,
    ConfigurationError,
    ConnectionBroken,
    ConnectionFailed,
    RateLimited,
    ServerError,
    Timeout,
    TransportError,
    ValidationError,
    VerificationError,
    WechatPayError,
)
from .identity import Identity
from .keys import PublicKey
from .options import CallOptions
from .prepared import PreparedRequest, Scheme
from .refusals import api_error
from .trust import TrustStore
from .version import __version__

logger = logging.getLogger("wechatpay_marketing")

HOSTS = ("https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com")
"""WeChat Pay's main host and its backup."""

TIMEOUT = httpx.Timeout(connect=5, read=15, write=15, pool=5)
LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=7)
"""WeChat Pay closes idle connections after 8 seconds; ours go before that."""

RETRIES = 2
MAX_RETRY_AFTER = 30.0
"""Seconds; who is asked to wait longer gets the exception at once, with `retry_after`."""

_REPEATED_STATUSES = {500, 502, 503, 504}
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]*")
_OUR_HEADERS = re.compile(
    r"authorization|accept-encoding|connection|content-.*|cookie|host|transfer-encoding|wechatpay-.*", re.IGNORECASE
)


class _UrlForLogs(httpx.URL):
    """A URL that shows its path template: httpx and others log URLs, and filled paths hold openids and coupon codes."""

    def __init__(self, url: str, template: str) -> None:
        super().__init__(url)
        self._shown = f"{self.scheme}://{self.netloc.decode('ascii')}{template}"

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"


class Wiring:
    """What a client and its views share besides connections: hosts, and per identity trust and signature."""

    def __init__(self, identities: Sequence[Identity], hosts: Sequence[str], clock: Callable[[], float]) -> None:
        self.hosts = _checked_hosts(hosts)
        self.auths: dict[Scheme, WechatPayAuth] = {}
        for identity in identities:
            trust = TrustStore(identity.scheme, identity.trusted, clock=clock)
            certificates = None
            if identity.scheme == "merchant" and identity.symmetric_key is not None:
                certificates = PlatformCertificates(identity.symmetric_key, trust, clock=clock)
            self.auths[identity.scheme] = WechatPayAuth(identity, trust, certificates, clock=clock)

    def auth(self, scheme: Scheme) -> WechatPayAuth:
        """The signature of this identity.

        Raises:
            ConfigurationError: The client was made without it.
        """
        if scheme not in self.auths:
            raise ConfigurationError(
                f"{scheme}: this operation is called as a {scheme}, and the client was made without one: "
                f"pass {scheme}={scheme.title()}(...).",
                argument=scheme,
            )
        return self.auths[scheme]


class _Course:
    """The course of one call over all its attempts."""

    def __init__(
        self, wiring: Wiring, prepared: PreparedRequest, options: CallOptions, *, is_download: bool = False
    ) -> None:
        self.auth = wiring.auth(prepared.scheme)
        self._prepared = prepared
        self._is_download = is_download
        self._hosts = wiring.hosts
        self._host = 0
        self._retries = RETRIES if options.retries is None else max(0, options.retries)
        self._headers = self._make_headers(options.headers or {})
        timeout = TIMEOUT if options.timeout is None else httpx.Timeout(options.timeout)
        self._extensions = {"timeout": timeout.as_dict()}
        self._attempt = Attempt()
        self._unreached = 0
        self._outcome_unknown = False
        self._nothing_sent = False
        self._reproved = False
        self._started = 0.0

    # -- sending ----------------------------------------------------------------------------------------------------

    def attempts(self) -> Any:
        """The attempts with the pauses between them, as context managers."""
        import stamina

        return stamina.retry_context(
            on=self._repeat,
            attempts=self._retries + 1,
            timeout=None,
            wait_initial=1,
            wait_exp_base=2,
            wait_max=8,
            wait_jitter=1,
        )

    def requests(self) -> Iterator[httpx.Request]:
        """The requests of one attempt: one, and where no connection is made at once one to each other host."""
        self._unreached = 0
        while True:
            host, prepared = self._hosts[self._host % len(self._hosts)], self._prepared
            url = _UrlForLogs(host + prepared.target, prepared.template)
            request = httpx.Request(
                prepared.method,
                url,
                headers=self._headers,
                content=prepared.content or None,  # `None` has a POST without body say that its length is 0
                extensions=self._extensions,
            )
            request.url = url  # httpx made a plain copy
            self._attempt = Attempt(
                signed_body=prepared.signed_body, read_only=prepared.method == "GET", is_download=self._is_download
            )
            self._attempt.attach(request)
            self._started = time.perf_counter()
            yield request

    def _make_headers(self, extra: Mapping[str, str]) -> dict[str, str]:
        prepared = self._prepared
        headers = {"Accept": "application/json", "Accept-Encoding": "gzip", "User-Agent": user_agent()}
        if prepared.content_type is not None:
            headers["Content-Type"] = prepared.content_type
        if serial := prepared.key_serial or self.auth.trust.public_key_id():
            headers["Wechatpay-Serial"] = serial
        ours = {name.lower(): name for name in headers}
        for name, value in extra.items():
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                raise ValidationError("headers: a name or value holds characters that cannot be sent", path="headers")
            if _OUR_HEADERS.fullmatch(name):
                raise ValidationError(f"headers: {name} is set by the client itself", path="headers")
            headers[ours.get(name.lower(), name)] = value
        return headers

    # -- outcomes ---------------------------------------------------------------------------------------------------

    def answered(self, response: httpx.Response) -> httpx.Response:
        """The answer to the call, which `auth` has verified.

        Raises:
            ApiError: It is not a 2xx.
        """
        response = self._attempt.response or response
        self._log(str(response.status_code), response.headers.get("Request-ID", ""))
        if response.is_success:
            return response
        verified, read_only = self._attempt.verified, self._attempt.read_only
        error = api_error(
            response.status_code, response.headers, response.content, verified=verified, read_only=read_only
        )
        if response.status_code in _REPEATED_STATUSES:
            self._host += 1
        self._nothing_sent = False
        raise self._concluded(error)

    def failed(self, error: Exception) -> WechatPayError | None:
        """What to raise for a failed attempt; `None` where the next of `requests` is to be tried at once."""
        attempt, name = self._attempt, type(error).__name__
        self._nothing_sent = attempt.stage == "certificates"
        if isinstance(error, WechatPayError):
            self._log(name, getattr(error, "request_id", ""))
            if attempt.stage == "certificates" or attempt.read_only:
                error.may_have_happened = False
            if isinstance(error, ServerError):
                self._host += 1
            return self._concluded(error)
        # httpx's exceptions hold the request, and their frames its signed headers.
        cause = error.with_traceback(None)
        cause.__cause__ = cause.__context__ = None
        self._log(name)
        if attempt.stage == "certificates" and self.auth.trust.valid_keys():
            return None  # only a refresh, and that is now put off: the call itself goes on
        if attempt.stage == "lookup" and attempt.unknown is not None:
            attempt.unknown.__cause__ = cause
            return self._concluded(attempt.unknown)
        problem = _transport_error(error)
        if attempt.stage == "certificates" or attempt.read_only:
            problem.may_have_happened = False
        if attempt.stage == "certificates":
            problem.args = (f"while fetching platform certificates: {problem}",)
        problem.__cause__ = cause
        self._nothing_sent |= isinstance(problem, ConnectionFailed) or isinstance(error, httpx.PoolTimeout)
        self._host += 1
        if isinstance(problem, ConnectionFailed):
            self._unreached += 1
            if self._unreached < len(self._hosts):
                return None
        return self._concluded(problem)

    def _concluded(self, error: WechatPayError) -> WechatPayError:
        """An earlier attempt may have succeeded unseen; then the last one's failure proves nothing."""
        self._outcome_unknown |= error.may_have_happened
        if isinstance(error, TransportError | VerificationError | ApiError):
            error.may_have_happened = self._outcome_unknown
        return error

    def _repeat(self, error: Exception) -> bool | float:
        """Whether to repeat after this failure, and after how many seconds where that is prescribed."""
        safe = self._prepared.repeatable or self._prepared.method == "GET" or self._nothing_sent
        if isinstance(error, RateLimited):  # refused before anything was done
            pause = error.retry_after
            return True if pause is None else pause <= MAX_RETRY_AFTER and pause
        if isinstance(error, ServerError):
            return safe and error.status in _REPEATED_STATUSES
        if isinstance(error, VerificationError):
            first, self._reproved = not self._reproved, True
            return safe and first and error.reason in ("missing", "signature")
        return safe and isinstance(error, TransportError)

    def _log(self, outcome: str, request_id: str = "") -> None:
        prepared, host = self._prepared, self._hosts[self._host % len(self._hosts)]
        milliseconds = (time.perf_counter() - self._started) * 1000
        logger.info(
            "%s %s%s: %s in %.0f ms, Request-ID %s",
            *(prepared.method, host, prepared.template, outcome, milliseconds, request_id or "-"),
        )


class _Shared:
    """What both exchanges have in common."""

    def __init__(self, wiring: Wiring) -> None:
        self.wiring = wiring
        self._closed = False

    def _certificates(self) -> PlatformCertificates | None:
        auth = self.wiring.auths.get("merchant")
        return auth.certificates if auth else None

    def _download(self) -> _Course:
        prepared = PreparedRequest(
            method="GET", template=CERTIFICATES_PATH, target=CERTIFICATES_PATH, scheme="merchant", repeatable=True
        )
        return _Course(self.wiring, prepared, CallOptions(), is_download=True)

    def _usable(self) -> None:
        if self._closed:
            raise RuntimeError("the client is closed")


class Exchange(_Shared):
    """Sends prepared requests; safe to use from any number of threads, and after a fork."""

    def __init__(self, wiring: Wiring, http_client: httpx.Client | None) -> None:
        super().__init__(wiring)
        self._given = http_client
        self._own: dict[int, httpx.Client] = {}

    def send(self, prepared: PreparedRequest, options: CallOptions) -> httpx.Response:
        """The verified 2xx answer.

        Raises:
            WechatPayError: In all its kinds but those of callbacks.
        """
        return self._run(_Course(self.wiring, prepared, options))

    def refresh(self, *, force: bool = False) -> None:
        """Fetch the platform certificates, unless that was just done or none are needed; `force`: in any case.

        Raises:
            WechatPayError: They cannot be had.
        """
        certificates = self._certificates()
        if certificates is None:
            return
        flight, leading = certificates.board(may_lead=force or certificates.lookup_allowed())
        if flight is None:
            return
        if not leading:
            flight.result()
            return
        failure: Exception | None = None
        try:
            self._run(self._download())
        except Exception as error:
            failure = error
            raise
        finally:
            certificates.land(flight, failure)

    def encryption_key(self, scheme: Scheme) -> PublicKey:
        """WeChat Pay's key to encrypt with; fetched if need be."""
        trust = self.wiring.auth(scheme).trust
        if trust.encryption_key() is None:
            self.refresh(force=True)
        return _present(trust.encryption_key())

    def close(self) -> None:
        """Close the connections, if they are our own."""
        self._closed = True
        if own := self._own.pop(os.getpid(), None):
            own.close()

    def _run(self, course: _Course) -> httpx.Response:
        for attempt in course.attempts():
            with attempt:
                return self._once(course)
        raise AssertionError("unreachable")

    def _once(self, course: _Course) -> httpx.Response:
        http = self._http()
        for request in course.requests():
            try:
                response = http.send(request, auth=course.auth, follow_redirects=False)
            except (WechatPayError, httpx.HTTPError, OSError) as error:
                problem = course.failed(error)
            else:
                return course.answered(response)
            if problem is not None:
                raise problem
        raise AssertionError("unreachable")

    def _http(self) -> httpx.Client:
        # Made on first use, since that reads the system's certificates; and per process, since a forked child must
        # not speak on its parent's connections.
        self._usable()
        if self._given is not None:
            return self._given
        own = self._own.get(os.getpid())
        return own or self._own.setdefault(os.getpid(), httpx.Client(timeout=TIMEOUT, limits=LIMITS))


class AsyncExchange(_Shared):
    """Sends prepared requests with `await`; safe to use from any number of tasks of one event loop."""

    def __init__(self, wiring: Wiring, http_client: httpx.AsyncClient | None) -> None:
        super().__init__(wiring)
        self._given = http_client
        self._own: dict[int, httpx.AsyncClient] = {}

    async def send(self, prepared: PreparedRequest, options: CallOptions) -> httpx.Response:
        """See `Exchange.send`."""
        return await self._run(_Course(self.wiring, prepared, options))

    async def refresh(self, *, force: bool = False) -> None:
        """See `Exchange.refresh`."""
        import asyncio

        certificates = self._certificates()
        if certificates is None:
            return
        flight, leading = certificates.board(may_lead=force or certificates.lookup_allowed())
        if flight is None:
            return
        if not leading:
            await asyncio.wrap_future(flight)
            return
        failure: Exception | None = None
        try:
            await self._run(self._download())
        except Exception as error:
            failure = error
            raise
        finally:
            certificates.land(flight, failure)

    async def encryption_key(self, scheme: Scheme) -> PublicKey:
        """See `Exchange.encryption_key`."""
        trust = self.wiring.auth(scheme).trust
        if trust.encryption_key() is None:
            await self.refresh(force=True)
        return _present(trust.encryption_key())

    async def close(self) -> None:
        """Close the connections, if they are our own."""
        self._closed = True
        if own := self._own.pop(os.getpid(), None):
            await own.aclose()

    async def _run(self, course: _Course) -> httpx.Response:
        async for attempt in course.attempts():
            with attempt:
                return await self._once(course)
        raise AssertionError("unreachable")

    async def _once(self, course: _Course) -> httpx.Response:
        http = self._http()
        for request in course.requests():
            try:
                response = await http.send(request, auth=course.auth, follow_redirects=False)
            except (WechatPayError, httpx.HTTPError, OSError) as error:
                problem = course.failed(error)
            else:
                return course.answered(response)
            if problem is not None:
                raise problem
        raise AssertionError("unreachable")

    def _http(self) -> httpx.AsyncClient:
        self._usable()
        if self._given is not None:
            return self._given
        own = self._own.get(os.getpid())
        return own or self._own.setdefault(os.getpid(), httpx.AsyncClient(timeout=TIMEOUT, limits=LIMITS))


@functools.cache
def user_agent() -> str:
    """Product and version, which WeChat Pay asks for."""
    return f"wechatpay-marketing/{__version__} python/{platform.python_version()} httpx/{httpx.__version__}"


def _present(key: PublicKey | None) -> PublicKey:
    if key is None:
        raise ConfigurationError(
            "trusted_keys: all of WeChat Pay's keys given have expired; none is left to encrypt with.",
            argument="trusted_keys",
        )
    return key


def _checked_hosts(hosts: Sequence[str]) -> tuple[str, ...]:
    """`https://name[:port]`, each; plain HTTP only to this machine, for tests."""

    def wrong(why: str) -> ConfigurationError:
        return ConfigurationError(f"hosts: {why}, such as {HOSTS[0]!r}.", argument="hosts")

    if isinstance(hosts, str) or not hosts:
        raise wrong("expected a sequence of at least one address")
    for host in hosts:
        parts = urlsplit(host)
        name = parts.hostname or ""
        local = name in _LOOPBACK
        if parts.scheme != "https" and not (local and parts.scheme == "http"):
            raise wrong("expected https://")
        if not name or (not local and re.fullmatch(r"[0-9.]+|.*:.*", name)):
            raise wrong("expected a host name, not an IP address")
        if parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
            raise wrong("expected scheme and host alone")
    return tuple(host.rstrip("/") for host in hosts)


def _transport_error(error: Exception) -> TransportError:
    """Our exception for one of httpx's. Its text is kept: it is about the connection, never about the content."""
    text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    match error:
        case httpx.ConnectError() | httpx.ConnectTimeout() | httpx.ProxyError() | httpx.UnsupportedProtocol():
            return ConnectionFailed(f"no connection to WeChat Pay, nothing was sent ({text})")
        case httpx.PoolTimeout():
            return Timeout(f"no free connection in time, nothing was sent ({text})")
        case httpx.TimeoutException():
            return Timeout(f"no answer in time; whether it was carried out is unknown ({text})", may_have_happened=True)
        case _:
            return ConnectionBroken(
                f"the connection broke; whether it was carried out is unknown ({text})", may_have_happened=True
            )
