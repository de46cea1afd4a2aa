# Copied from templates/runtime/_runtime/attempts.py by `make generate`; do not edit.
"""The course of one call over all its attempts: hosts and failover, repeating and pauses, time
limits, the log, and what an answer or failure means for all that.

Everything is decided here and nothing carried out: `exchange` does the I/O. Signatures are
`auth`'s business.
"""

from __future__ import annotations

import functools
import logging
import platform
import random
import time
from collections.abc import Iterator, Mapping

import httpx

from .api_errors import api_error
from .auth import Attempt
from .body_limit import longest
from .connections import DEADLINE, LONGEST
from .errors import (
    ApiError,
    ConnectionFailed,
    RateLimited,
    ServerError,
    SignerFailed,
    Timeout,
    TransportError,
    VerificationError,
    WechatPayError,
)
from .failures import transport_error
from .line import Line
from .options import CallOptions
from .request import PreparedRequest
from .service import Service
from .version import __version__
from .visible import visible

logger = logging.getLogger("wechatpay_marketing")

TIMEOUT = httpx.Timeout(connect=5, read=15, write=15, pool=None)
RETRIES = 2
LONGEST_PAUSE = 8.0
"""Seconds; pauses double from 1 up to this, each with up to another second at random."""
MAX_RETRY_AFTER = 30.0
"""Seconds; who is asked to wait longer gets the exception at once, with `retry_after`."""

_FAULTS = {500, 502, 503, 504}
_REPEATED_STATUSES = {429, *_FAULTS}


class Attempts:
    """The course of one call over all its attempts."""

    def __init__(
        self,
        service: Service,
        prepared: PreparedRequest,
        options: CallOptions,
        until: float,
        *,
        is_download: bool = False,
    ) -> None:
        self.auth = service.auth(prepared.scheme)
        self.is_download = is_download
        """Whether this call fetches the platform certificates, for which others may be waiting."""
        self._prepared = prepared
        self._until = until
        self._hosts = service.hosts
        self._failovers = 0
        self._retries = RETRIES if options.retries is None else options.retries
        self._repeats = 0
        self._headers = self._make_headers({**prepared.headers, **(options.headers or {})})
        self._limits = _limits(options.timeout).as_dict()
        self._attempt = Attempt()
        self._requests_left = self._unreached = 0
        self._outcome_unknown = False
        self._nothing_sent = False
        self._reproved = False
        self._started = 0.0

    # -- sending -----------------------------------------------------------------------------------

    def requests(self) -> Iterator[httpx.Request]:
        """The requests of one attempt: one, and where no connection is made at once one to each
        other host."""
        self._unreached = 0
        self._requests_left = len(self._hosts) + 1  # one more where a mere refresh fails before it
        while self._requests_left:
            self._requests_left -= 1
            self._started = time.perf_counter()
            yield self._request()

    def _request(self) -> httpx.Request:
        prepared = self._prepared
        url = _UrlForLogs(self._host + prepared.target, prepared.template)
        request = httpx.Request(
            prepared.method,
            url,
            headers=self._headers,
            content=prepared.content or None,  # `None` has a POST without body say its length is 0
        )
        request.url = url  # httpx made a plain copy
        self._attempt = Attempt(
            signed_body=prepared.signed_body,
            read_only=prepared.method == "GET",
            is_download=self.is_download,
            is_file=prepared.accept != "application/json",
        )
        return request

    @property
    def _host(self) -> str:
        """The host whose turn it is."""
        return self._hosts[self._failovers % len(self._hosts)]

    @property
    def limit(self) -> tuple[str, tuple[int, int]] | None:
        """Whose documented limit the call counts for, and what it is."""
        prepared = self._prepared
        if prepared.rate_limit is None:
            return None
        name = f"{prepared.scheme}:{self.auth.identity.id}:{prepared.operation_id}"
        return name, prepared.rate_limit

    def patience(self) -> float:
        """Until when the request may wait for its turn, on the monotonic clock."""
        pool = self._limits["pool"]
        return self._until if pool is None else min(self._until, time.monotonic() + pool)

    def begun(self, request: httpx.Request, downloads: Line) -> float:
        """It is the turn of `request`, and its time runs: for how many seconds.

        Raises:
            Timeout: There is none left.
        """
        self._started, now = time.perf_counter(), time.monotonic()
        steps = [self._limits[step] for step in ("connect", "write", "read")]
        whole = float("inf") if None in steps else sum(step or 0 for step in steps)
        left = min(self._until - now, whole)
        if left <= 0:
            raise Timeout("the deadline passed before it was sent")
        attempt = self._attempt
        attempt.until, attempt.downloads = now + left, downloads
        limits = {name: _shorter(limit, left) for name, limit in self._limits.items()}
        request.extensions = {
            "timeout": limits,
            DEADLINE: attempt.until,
            LONGEST: longest(is_file=attempt.is_file),
        }
        attempt.attach(request)
        return left

    def _make_headers(self, extra: Mapping[str, str]) -> dict[str, str]:
        prepared = self._prepared
        headers = {"Accept": prepared.accept, "Accept-Encoding": "gzip", "User-Agent": user_agent()}
        if prepared.content_type is not None:
            headers["Content-Type"] = prepared.content_type
        if serial := prepared.key_serial or self.auth.trust.public_key_id():
            headers["Wechatpay-Serial"] = serial
        ours = {name.lower(): name for name in headers}
        for name, value in extra.items():
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
        error = api_error(
            response.status_code,
            response.headers,
            response.content,
            verified=self._attempt.verified,
            read_only=self._attempt.read_only,
        )
        if response.status_code in _FAULTS:
            self._failovers += 1  # the other host may be in order
        self._nothing_sent = False
        raise self._concluded(error)

    def failed(self, error: Exception) -> WechatPayError | None:
        """What to raise for a failed attempt; `None` where the next of `requests` is to be tried
        at once."""
        attempt, name = self._attempt, type(error).__name__
        sent = attempt.stage in ("call", "lookup")
        problem = (
            error
            if isinstance(error, WechatPayError)
            else transport_error(error, self._host, sent=sent)
        )
        self._nothing_sent = not sent or isinstance(problem, ConnectionFailed)
        self._nothing_sent |= isinstance(error, httpx.PoolTimeout)
        if attempt.stage == "certificates" and isinstance(problem, TransportError):
            if self.auth.trust.valid_keys() and self._requests_left:
                # Only a refresh, and that is now put off: the call itself goes on.
                logger.warning(
                    "platform certificates could not be refreshed; the old ones stay: %s", error
                )
                return None
            problem.args = (f"while fetching platform certificates: {problem}",)
        self._log(name, getattr(error, "request_id", ""))
        if attempt.stage == "lookup" and attempt.unknown is not None and problem is not error:
            attempt.unknown.__cause__ = problem.__cause__
            return self._concluded(attempt.unknown)
        if not sent or attempt.read_only:
            problem.may_have_happened = False
        # a fault of the server, or of the way to it; our own errors would be the same elsewhere
        if isinstance(problem, ServerError) or problem is not error:
            self._failovers += 1
        if isinstance(problem, ConnectionFailed) and problem is not error:
            self._unreached += 1
            in_time = time.monotonic() < self._until
            if self._unreached < len(self._hosts) and self._requests_left and in_time:
                return None
        return self._concluded(problem)

    def _concluded(self, error: WechatPayError) -> WechatPayError:
        """An earlier attempt may have succeeded unseen; then the last one's failure proves
        nothing."""
        self._outcome_unknown |= error.may_have_happened
        if isinstance(error, TransportError | VerificationError | ApiError | SignerFailed):
            error.may_have_happened = self._outcome_unknown
        return error

    # -- repeating ---------------------------------------------------------------------------------

    def pause(self, error: WechatPayError) -> float | None:
        """After how many seconds to repeat after this failure; `None`: not at all."""
        if self._repeats >= self._retries or not self._may_be_repeated(error):
            return None
        # at random, so that those who failed together do not come back together
        pause = min(LONGEST_PAUSE, 2.0**self._repeats) + random.random()
        if isinstance(error, ApiError) and error.verified and error.retry_after:
            pause = error.retry_after
        if pause > MAX_RETRY_AFTER or time.monotonic() + pause >= self._until:
            return None
        self._repeats += 1
        logger.info(
            "%s: again in %.1f s (%d of %d), after %s",
            self._prepared.operation_id or f"{self._prepared.method} {self._prepared.template}",
            pause,
            self._repeats,
            self._retries,
            _reason(error),
        )
        return pause

    def _may_be_repeated(self, error: WechatPayError) -> bool:
        safe = self._prepared.repeatable or self._prepared.method == "GET" or self._nothing_sent
        if isinstance(error, RateLimited | ServerError):
            # A 429 is refused before anything is done, if it is WeChat Pay that says so.
            safe = safe or (isinstance(error, RateLimited) and error.verified)
            return safe and error.status in _REPEATED_STATUSES
        if isinstance(error, VerificationError):
            # once: an answer may have been damaged on its way, a forger would go on
            first, self._reproved = not self._reproved, True
            return safe and first and error.reason in ("missing", "signature")
        return safe and isinstance(error, TransportError)

    def _log(self, outcome: str, request_id: str = "") -> None:
        prepared = self._prepared
        milliseconds = (time.perf_counter() - self._started) * 1000
        logger.info(
            "%s %s%s: %s in %.0f ms, Request-ID %s",
            prepared.method,
            self._host,
            prepared.template,
            outcome,
            milliseconds,
            visible(request_id) or "-",
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


def _reason(error: WechatPayError) -> str:
    """What went wrong, without a word of who cannot prove to be WeChat Pay."""
    name = type(error).__name__
    if isinstance(error, ApiError):
        return f"{name} {error.status} {error.code if error.verified else ''}".rstrip()
    return name


def _limits(timeout: float | httpx.Timeout | None) -> httpx.Timeout:
    """The limits of each step. A bare number does not limit the wait for one's turn."""
    if timeout is None:
        return TIMEOUT
    return timeout if isinstance(timeout, httpx.Timeout) else httpx.Timeout(timeout, pool=None)


def _shorter(limit: float | None, left: float) -> float | None:
    shorter = left if limit is None else min(limit, left)
    return None if shorter == float("inf") else shorter
