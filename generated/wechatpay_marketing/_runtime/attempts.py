# Copied from templates/runtime/_runtime/attempts.py by `make generate`; do not edit.
"""The course of one call over all its attempts: hosts and failover, repeating, time limits, the
log, and what a failure means.

Everything is decided here and nothing carried out: `exchange` does the I/O. Signatures are
`auth`'s business.
"""

from __future__ import annotations

import functools
import logging
import platform
import re
import time
from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from .api_errors import api_error
from .auth import Attempt
from .errors import (
    ApiError,
    ConnectionBroken,
    ConnectionFailed,
    RateLimited,
    ServerError,
    SignerFailed,
    Timeout,
    TransportError,
    ValidationError,
    VerificationError,
    WechatPayError,
)
from .options import CallOptions
from .request import PreparedRequest
from .service import Service
from .version import __version__
from .visible import visible

logger = logging.getLogger("wechatpay_marketing")

TIMEOUT = httpx.Timeout(connect=5, read=15, write=15, pool=5)
RETRIES = 2
MAX_RETRY_AFTER = 30.0
"""Seconds; who is asked to wait longer gets the exception at once, with `retry_after`."""

_FAULTS = {500, 502, 503, 504}
_REPEATED_STATUSES = {429, *_FAULTS}
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]*")
_OUR_HEADERS = re.compile(
    r"authorization|accept-encoding|connection|content-.*|cookie|host|transfer-encoding|wechatpay-.*",
    re.IGNORECASE,
)


class Attempts:
    """The course of one call over all its attempts."""

    def __init__(
        self,
        service: Service,
        prepared: PreparedRequest,
        options: CallOptions,
        *,
        is_download: bool = False,
    ) -> None:
        self.auth = service.auth(prepared.scheme)
        self._prepared = prepared
        self._is_download = is_download
        self._hosts = service.hosts
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

    # -- sending -----------------------------------------------------------------------------------

    def with_pauses(self) -> Any:
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
        """The requests of one attempt: one, and where no connection is made at once one to each
        other host."""
        self._unreached = 0
        while True:
            host, prepared = self._hosts[self._host % len(self._hosts)], self._prepared
            url = _UrlForLogs(host + prepared.target, prepared.template)
            request = httpx.Request(
                prepared.method,
                url,
                headers=self._headers,
                content=prepared.content
                or None,  # `None` has a POST without body say that its length is 0
                extensions=self._extensions,
            )
            request.url = url  # httpx made a plain copy
            self._attempt = Attempt(
                signed_body=prepared.signed_body,
                read_only=prepared.method == "GET",
                is_download=self._is_download,
            )
            self._attempt.attach(request)
            self._started = time.perf_counter()
            yield request

    def _make_headers(self, extra: Mapping[str, str]) -> dict[str, str]:
        prepared = self._prepared
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": user_agent(),
        }
        if prepared.content_type is not None:
            headers["Content-Type"] = prepared.content_type
        if serial := prepared.key_serial or self.auth.trust.public_key_id():
            headers["Wechatpay-Serial"] = serial
        ours = {name.lower(): name for name in headers}
        for name, value in extra.items():
            if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
                raise ValidationError(
                    f"headers: {name} is {type(value).__name__} instead of text", path="headers"
                )
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                raise ValidationError(
                    "headers: a name or value holds characters that cannot be sent", path="headers"
                )
            if _OUR_HEADERS.fullmatch(name):
                raise ValidationError(
                    f"headers: {name} is set by the client itself", path="headers"
                )
            headers[ours.get(name.lower(), name)] = value
        return headers

    # -- outcomes ----------------------------------------------------------------------------------

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
            response.status_code,
            response.headers,
            response.content,
            verified=verified,
            read_only=read_only,
        )
        if response.status_code in _FAULTS:
            self._host += 1
        self._nothing_sent = False
        raise self._concluded(error)

    def failed(self, error: Exception) -> WechatPayError | None:
        """What to raise for a failed attempt; `None` where the next of `requests` is to be tried
        at once."""
        attempt, name = self._attempt, type(error).__name__
        self._nothing_sent = attempt.stage == "certificates"
        if (
            attempt.stage == "certificates"
            and isinstance(error, TransportError | httpx.HTTPError | OSError)
            and self.auth.trust.valid_keys()
        ):  # only a refresh, and that is now put off: the call itself goes on
            logger.warning(
                "platform certificates could not be refreshed; the old ones stay: %s", error
            )
            return None
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
        if attempt.stage == "lookup" and attempt.unknown is not None:
            attempt.unknown.__cause__ = cause
            return self._concluded(attempt.unknown)
        problem = _transport_error(error)
        if attempt.stage == "certificates" or attempt.read_only:
            problem.may_have_happened = False
        if attempt.stage == "certificates":
            problem.args = (f"while fetching platform certificates: {problem}",)
        problem.__cause__ = cause
        self._nothing_sent |= isinstance(problem, ConnectionFailed) or isinstance(
            error, httpx.PoolTimeout
        )
        self._host += 1
        if isinstance(problem, ConnectionFailed):
            self._unreached += 1
            if self._unreached < len(self._hosts):
                return None
        return self._concluded(problem)

    def _concluded(self, error: WechatPayError) -> WechatPayError:
        """An earlier attempt may have succeeded unseen; then the last one's failure proves
        nothing."""
        self._outcome_unknown |= error.may_have_happened
        if isinstance(error, TransportError | VerificationError | ApiError | SignerFailed):
            error.may_have_happened = self._outcome_unknown
        return error

    def _repeat(self, error: Exception) -> bool | float:
        """Whether to repeat after this failure, and after how many seconds where that is
        prescribed."""
        safe = self._prepared.repeatable or self._prepared.method == "GET" or self._nothing_sent
        if isinstance(error, RateLimited | ServerError):
            # A 429 is refused before anything is done, if it is WeChat Pay that says so.
            safe = safe or (isinstance(error, RateLimited) and error.verified)
            if not safe or error.status not in _REPEATED_STATUSES:
                return False
            pause = error.retry_after
            return True if pause is None else pause <= MAX_RETRY_AFTER and pause
        if isinstance(error, VerificationError):
            first, self._reproved = not self._reproved, True
            return safe and first and error.reason in ("missing", "signature")
        return safe and isinstance(error, TransportError)

    def _log(self, outcome: str, request_id: str = "") -> None:
        prepared, host = self._prepared, self._hosts[self._host % len(self._hosts)]
        milliseconds = (time.perf_counter() - self._started) * 1000
        logger.info(
            "%s %s%s: %s in %.0f ms, Request-ID %s",
            *(
                prepared.method,
                host,
                prepared.template,
                outcome,
                milliseconds,
                visible(request_id) or "-",
            ),
        )


class _UrlForLogs(httpx.URL):
    """A URL that shows its path template: httpx and others log URLs, and filled paths hold openids
    and coupon codes."""

    def __init__(self, url: str, template: str) -> None:
        super().__init__(url)
        self._shown = f"{self.scheme}://{self.netloc.decode('ascii')}{template}"

    def __str__(self) -> str:
        return self._shown

    def __repr__(self) -> str:
        return f"URL({self._shown!r})"


@functools.cache
def user_agent() -> str:
    """Product and version, which WeChat Pay asks for."""
    return (
        f"wechatpay-marketing/{__version__} python/{platform.python_version()} "
        f"httpx/{httpx.__version__}"
    )


def _transport_error(error: Exception) -> TransportError:
    """Our exception for one of httpx's. Its text is kept: it is about the connection, never about
    the content."""
    # a proxy's refusal is quoted there
    text = visible(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
    match error:
        case (
            httpx.ConnectError()
            | httpx.ConnectTimeout()
            | httpx.ProxyError()
            | httpx.UnsupportedProtocol()
        ):
            return ConnectionFailed(f"no connection to WeChat Pay, nothing was sent ({text})")
        case httpx.PoolTimeout():
            return Timeout(f"no free connection in time, nothing was sent ({text})")
        case httpx.TimeoutException():
            return Timeout(
                f"no answer in time; whether it was carried out is unknown ({text})",
                may_have_happened=True,
            )
        case _:
            return ConnectionBroken(
                f"the connection broke; whether it was carried out is unknown ({text})",
                may_have_happened=True,
            )
