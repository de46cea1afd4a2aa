# Copied from templates/runtime/_runtime/auth.py by `make generate`; do not edit.
"""Signs requests, verifies answers and keeps platform certificates fresh, as one `httpx.Auth`.

The course of events is one generator without I/O; the two flows carry out its steps, with and
without `await`. Hosts, retries and what an error answer means are not decided here.
"""

from __future__ import annotations

import base64
import logging
import time
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import httpx

from .api_errors import api_error
from .certificates import CERTIFICATES_PATH, LEADERS, PlatformCertificates
from .errors import (
    ConfigurationError,
    ConnectionBroken,
    ConnectionFailed,
    SignerFailed,
    UnknownSerial,
    VerificationError,
    WechatPayError,
)
from .identity import Identity
from .keys import LocalKey, Signer
from .signing import authorization, new_nonce, request_message
from .trust import TrustStore, is_certificate, is_signed

if TYPE_CHECKING:
    from concurrent.futures import Future

    Flight: TypeAlias = Future[Exception | None]
    _Step: TypeAlias = httpx.Request | Flight | bytes
    """What the generator asks for: the answer to a request, the end of another's download, a
    message's signature."""
    _Steps: TypeAlias = Generator[_Step, Any, None]

logger = logging.getLogger("wechatpay_marketing")

MAX_ANSWER_BYTES = 4 << 20
"""Longer answers are refused while they arrive; the longest documented ones have a few hundred
kilobytes."""

_EXTENSION = "wechatpay"


@dataclass(slots=True)
class Attempt:
    """Notes on one attempt; they travel with its request and tell afterwards how far it came."""

    signed_body: bytes | None = None
    """What is signed instead of the whole body: the `meta` of an upload."""
    read_only: bool = False
    is_download: bool = False
    """Whether this request itself fetches the platform certificates."""
    stage: Literal["certificates", "call", "lookup"] = "call"
    """What was going on last: fetching certificates beforehand, the call, or fetching them to
    check its answer."""
    unknown: UnknownSerial | None = None
    """Why the look-up was begun."""
    response: httpx.Response | None = None
    """The answer to the call itself. httpx returns the last one there was, which may be that of a
    look-up."""
    verified: bool = False
    """Whether the answer's signature holds."""

    def attach(self, request: httpx.Request) -> None:
        """Let the notes travel with `request`."""
        request.extensions = {**request.extensions, _EXTENSION: self}


class WechatPayAuth(httpx.Auth):
    """One identity's signature on every request, and the proof of every answer.

    A 2xx answer without a valid signature never reaches the caller. Other answers are only marked
    as verified or not.
    """

    def __init__(
        self,
        identity: Identity,
        trust: TrustStore,
        certificates: PlatformCertificates | None,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.identity = identity
        self.trust = trust
        self.certificates = certificates
        self._clock = clock

    def sync_auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        """Carry out the steps."""
        request.read()
        steps = self._steps(request)
        result: object = None
        try:
            while True:
                try:
                    step = steps.send(result)
                except StopIteration:
                    return
                if isinstance(step, httpx.Request):
                    response = yield step
                    _limit(response)
                    response.read()
                    result = response
                elif isinstance(step, bytes):
                    result = _signature(self.identity.signer, step)
                else:
                    result = step.result()
        finally:
            steps.close()

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Carry out the steps with `await`; a remote signer works in a thread meanwhile."""
        import asyncio

        await request.aread()
        steps = self._steps(request)
        result: object = None
        try:
            while True:
                try:
                    step = steps.send(result)
                except StopIteration:
                    return
                if isinstance(step, httpx.Request):
                    response = yield step
                    _limit(response)
                    await response.aread()
                    result = response
                elif isinstance(step, bytes):
                    signer = self.identity.signer
                    local = isinstance(signer, LocalKey)
                    result = (
                        _signature(signer, step)
                        if local
                        else await asyncio.to_thread(_signature, signer, step)
                    )
                else:
                    outcome = await asyncio.wrap_future(step)
                    result = outcome
        finally:
            steps.close()

    def _steps(self, request: httpx.Request) -> _Steps:
        attempt = request.extensions.get(_EXTENSION)
        if not isinstance(attempt, Attempt):
            attempt = Attempt()
        if attempt.is_download:
            yield from self._fetch(request)
            attempt.verified = True
            return
        if self.certificates is not None:
            attempt.stage = "certificates"
            yield from self._keep_fresh(self.certificates, request)
            attempt.stage = "call"
        elif not self.trust.valid_keys():
            raise ConfigurationError(
                "trusted_keys: all of WeChat Pay's keys given have expired; no answer could be "
                "verified.",
                argument="trusted_keys",
            )
        yield from self._sign(request, attempt.signed_body)
        response: httpx.Response = yield request
        attempt.response = response
        if response.is_success:
            yield from self._prove(response, request, attempt)
        elif is_signed(response.headers):
            try:
                self.trust.verify(response.headers, response.content, status=response.status_code)
                attempt.verified = True
            except VerificationError:
                pass  # stays marked as unverified; an error answer becomes an exception in any case

    def _sign(self, request: httpx.Request, signed_body: bytes | None = None) -> _Steps:
        timestamp, nonce = int(self._clock()), new_nonce()
        target = request.url.raw_path.decode("ascii")
        signature: object = yield request_message(
            request.method,
            target,
            timestamp,
            nonce,
            request.content if signed_body is None else signed_body,
        )
        if not isinstance(signature, bytes):
            raise ConfigurationError(
                "private_key: its sign() must return bytes.", argument="private_key"
            )
        text = base64.b64encode(signature).decode()
        identity = self.identity
        request.headers["Authorization"] = authorization(
            identity.scheme, identity.id, identity.serial, timestamp, nonce, text
        )

    def _prove(self, response: httpx.Response, request: httpx.Request, attempt: Attempt) -> _Steps:
        """Verify the answer; where its key is unknown, look once whether there are new
        certificates."""
        try:
            self.trust.verify(response.headers, response.content, status=response.status_code)
        except UnknownSerial as unknown:
            if self.certificates is None or not is_certificate(unknown.serial):
                raise
            attempt.stage, attempt.unknown = "lookup", unknown
            yield from self._look_up(self.certificates, request, unknown)
            self.trust.verify(response.headers, response.content, status=response.status_code)
        attempt.verified = True

    def _keep_fresh(self, certificates: PlatformCertificates, request: httpx.Request) -> _Steps:
        """Before a call: certificates, where there are no keys at all, or those held are due.

        Only who has no keys waits for another's download. A failure matters only then, too.
        """
        for _ in range(LEADERS):  # more than once only where whoever was downloading gave up
            needed = not self.trust.valid_keys()
            if not needed and not certificates.due():
                return
            flight, leading = certificates.board()
            if flight is not None and leading:
                try:
                    yield from self._download(certificates, flight, request)
                except WechatPayError as failure:
                    if needed:
                        raise
                    logger.warning(
                        "platform certificates could not be refreshed; the old ones stay: %s",
                        failure,
                    )
                return
            if not needed or flight is None:
                return
            certificates.landed((yield flight))
        raise ConnectionFailed(
            "the download of platform certificates was given up by the calls that had begun it"
        )

    def _look_up(
        self, certificates: PlatformCertificates, request: httpx.Request, unknown: UnknownSerial
    ) -> _Steps:
        """Download because of an unknown serial number, unless that was done a moment ago.

        Raises:
            UnknownSerial: The download failed; it is the cause.
        """
        flight, leading = certificates.board(may_lead=certificates.lookup_allowed())
        failure: object = None
        if flight is not None and leading:
            try:
                yield from self._download(certificates, flight, request)
            except WechatPayError as error:
                failure = error
        elif flight is not None:
            failure = yield flight
        if isinstance(failure, Exception):
            raise unknown from failure

    def _download(
        self, certificates: PlatformCertificates, flight: Flight, like: httpx.Request
    ) -> _Steps:
        """Fetch the certificates, to the same host and with the same limits as `like`, as leader
        of `flight`."""
        headers = {
            name: like.headers[name]
            for name in ("User-Agent", "Accept", "Accept-Encoding")
            if name in like.headers
        }
        extensions = {name: value for name, value in like.extensions.items() if name != _EXTENSION}
        url = like.url.copy_with(raw_path=CERTIFICATES_PATH.encode())
        with certificates.leading(flight):
            yield from self._fetch(
                httpx.Request("GET", url, headers=headers, extensions=extensions)
            )

    def _fetch(self, request: httpx.Request) -> _Steps:
        """Send the request for certificates and take over what it brings.

        Raises:
            ConfigurationError, VerificationError, ApiError: They are of no use; those held stay.
        """
        certificates = self.certificates
        if certificates is None:
            raise ConfigurationError(
                "apiv3_key: needed to download platform certificates.", argument="apiv3_key"
            )
        yield from self._sign(request)
        response: httpx.Response = yield request
        if response.is_success:
            certificates.accept(response.headers, response.content)
            return
        raise certificates.refused(
            api_error(
                response.status_code,
                response.headers,
                response.content,
                verified=False,
                read_only=True,
            )
        )


def _signature(signer: Signer, message: bytes) -> bytes:
    """What the signer makes of the message; its failures must not look like those of the
    connection."""
    try:
        return signer.sign(message)
    except Exception as error:
        raise SignerFailed(
            f"private_key: its sign() raised {type(error).__name__}; nothing was sent"
        ) from error


class _Limited(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off once it is too long, unpacked if it is compressed: packed bytes can
    unfold without end."""

    def __init__(
        self, inner: httpx.SyncByteStream | httpx.AsyncByteStream, *, packed: bool
    ) -> None:
        self._inner = inner
        self._inflater = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
        self._room = self._packed_room = MAX_ANSWER_BYTES

    def __iter__(self) -> Iterator[bytes]:
        assert isinstance(self._inner, httpx.SyncByteStream)
        for chunk in self._inner:
            yield self._taken(chunk)
        self._finish()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._inner, httpx.AsyncByteStream)
        async for chunk in self._inner:
            yield self._taken(chunk)
        self._finish()

    def close(self) -> None:
        assert isinstance(self._inner, httpx.SyncByteStream)
        self._inner.close()

    async def aclose(self) -> None:
        assert isinstance(self._inner, httpx.AsyncByteStream)
        await self._inner.aclose()

    def _taken(self, chunk: bytes) -> bytes:
        if self._inflater is not None:
            self._packed_room -= len(chunk)  # packed bytes can unfold to nothing, too
            try:
                chunk = self._inflater.decompress(chunk, self._room + 1)
            except zlib.error:
                raise ConnectionBroken(
                    "the answer is packed in a damaged way", may_have_happened=True
                ) from None
            if self._inflater.unused_data:
                raise ConnectionBroken("the answer goes on behind its end", may_have_happened=True)
        self._room -= len(chunk)
        if min(self._room, self._packed_room) < 0:
            raise ConnectionBroken(
                f"the answer has more than {MAX_ANSWER_BYTES} bytes", may_have_happened=True
            )
        return chunk

    def _finish(self) -> None:
        if self._inflater is not None and not self._inflater.eof:
            raise ConnectionBroken("the answer ends too early", may_have_happened=True)


def _limit(response: httpx.Response) -> None:
    """Have the body of `response` break off where it is too long."""
    if response.is_closed:  # nothing is left to arrive
        if len(response.content) > MAX_ANSWER_BYTES:
            raise ConnectionBroken(
                f"the answer has more than {MAX_ANSWER_BYTES} bytes", may_have_happened=True
            )
        return
    encoding = response.headers.pop("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "deflate"):
        raise ConnectionBroken(
            "the answer is encoded in a way that was not asked for", may_have_happened=True
        )
    response.stream = _Limited(response.stream, packed=encoding != "identity")
