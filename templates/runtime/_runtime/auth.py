"""Signs requests, verifies answers and keeps platform certificates fresh, as one `httpx.Auth`.

The course of events is one generator without I/O; the two flows carry out its steps, with and
without `await`. Hosts, retries and what an error answer means are not decided here.
"""

from __future__ import annotations

import base64
import logging
import time
from collections.abc import AsyncGenerator, Callable, Generator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import anyio.to_thread
import httpx

from .api_errors import api_error
from .body_limit import limit
from .certificates import CERTIFICATES_PATH, PlatformCertificates, SharedDownload
from .errors import (
    ConfigurationError,
    SignerFailed,
    UnknownSerial,
    VerificationError,
    WechatPayError,
)
from .identity import Identity
from .interruption import interruption
from .keys import LocalKey, Signer
from .line import Line, Place
from .signing import authorization, new_nonce, request_message
from .trust import TrustStore, is_certificate, is_signed

_Step: TypeAlias = httpx.Request | Place | bytes
"""What the generator asks for: the answer to a request, a turn, a message's signature."""
_Steps: TypeAlias = Generator[_Step, Any, None]

logger = logging.getLogger("wechatpay_marketing")

_EXTENSION = "wechatpay"


@dataclass(slots=True)
class Attempt:
    """Notes on one attempt; they travel with its request and tell afterwards how far it came."""

    signed_body: bytes | None = None
    """What is signed instead of the whole body: the `meta` of an upload."""
    read_only: bool = False
    is_download: bool = False
    """Whether this request itself fetches the platform certificates."""
    is_file: bool = False
    """Whether a file is asked for: files are large, and come without a signature."""
    until: float = float("inf")
    """When it must have ended, on the monotonic clock."""
    downloads: Line | None = None
    """Where those stand who want to fetch the platform certificates, one at a time."""
    stage: Literal["waiting", "certificates", "signing", "call", "lookup"] = "waiting"
    """What was going on last: waiting for its turn, fetching certificates beforehand, signing, the
    call itself (nothing of it was sent before), or fetching them to check its answer."""
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

    @classmethod
    def of(cls, request: httpx.Request) -> Attempt:
        """The notes that travel with `request`."""
        found = request.extensions.get(_EXTENSION)
        return found if isinstance(found, cls) else cls()


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
        request.read()  # what is signed is the whole of it
        attempt = Attempt.of(request)
        result: Any = None
        steps = self._steps(request, attempt)
        try:
            try:
                while (step := _following(steps, result)) is not None:
                    result = None
                    if isinstance(step, httpx.Request):
                        result = yield step
                        limit(result, attempt.until, is_file=attempt.is_file)
                        result.read()
                    elif isinstance(step, bytes):
                        result = _signature(self.identity.signer, step)
                    else:
                        step.wait()
            finally:
                steps.close()
        except BaseException:
            steps.close()  # once more: the first may have been interrupted
            raise

    async def async_auth_flow(
        self, request: httpx.Request
    ) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Carry out the steps with `await`; a remote signer works in a thread meanwhile."""
        await request.aread()
        attempt = Attempt.of(request)
        result: Any = None
        steps = self._steps(request, attempt)
        try:
            while (step := _following(steps, result)) is not None:
                result = None
                if isinstance(step, httpx.Request):
                    result = yield step
                    limit(result, attempt.until, is_file=attempt.is_file)
                    await result.aread()
                elif isinstance(step, bytes):
                    result = await _signature_async(self.identity.signer, step)
                else:
                    await step.wait_async()
        finally:
            steps.close()

    def _steps(self, request: httpx.Request, attempt: Attempt) -> _Steps:
        if attempt.is_download:
            attempt.stage = "call"
            yield from self._fetch(self._needed_certificates(), request)
            attempt.verified = True
            return
        if self.certificates is not None:
            attempt.stage = "certificates"
            yield from self._keep_fresh(self.certificates, request, attempt)
        else:
            self.trust.required_keys()  # or nothing is sent: what it did could not be believed
        attempt.stage = "signing"
        yield from self._sign(request, attempt.signed_body)
        attempt.stage = "call"
        response: httpx.Response = yield request
        attempt.response = response
        if response.is_success and (not attempt.is_file or is_signed(response.headers)):
            yield from self._prove(response, request, attempt)
        elif is_signed(response.headers):
            try:
                self.trust.verify(response.headers, response.content, status=response.status_code)
                attempt.verified = True
            except VerificationError:
                pass  # stays marked as unverified; an error answer becomes an exception in any case

    def _sign(self, request: httpx.Request, signed_body: bytes | None = None) -> _Steps:
        timestamp, nonce = int(self._clock()), new_nonce()
        target = request.url.raw_path.decode("ascii")  # as it travels: both sides sign these bytes
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
            yield from self._look_up(self.certificates, request, attempt)
            self.trust.verify(response.headers, response.content, status=response.status_code)
        attempt.verified = True

    def _keep_fresh(
        self, certificates: PlatformCertificates, request: httpx.Request, attempt: Attempt
    ) -> _Steps:
        """Before a call: certificates, where there are no keys at all, or those held are due.

        Only who has no keys waits for another's download. A failure matters only then, too.
        """
        if not self.trust.valid_keys():
            shared = SharedDownload(certificates, lambda: not self.trust.valid_keys())
            yield from self._download(shared, request, attempt)
        elif certificates.due() and not _busy(attempt):
            try:
                yield from self._download(
                    SharedDownload(certificates, certificates.due), request, attempt
                )
            except WechatPayError as failure:
                logger.warning(
                    "platform certificates could not be refreshed; the old ones stay: %s", failure
                )

    def _look_up(
        self, certificates: PlatformCertificates, request: httpx.Request, attempt: Attempt
    ) -> _Steps:
        """Download because of an unknown serial number, unless that was done a moment ago.

        Raises:
            UnknownSerial: The download failed; it is the cause.
        """
        if not certificates.lookup_allowed() and not _busy(attempt):
            return
        try:
            shared = SharedDownload(certificates, certificates.lookup_allowed)
            yield from self._download(shared, request, attempt)
        except WechatPayError as error:
            raise (attempt.unknown or error) from error

    def _download(self, shared: SharedDownload, like: httpx.Request, attempt: Attempt) -> _Steps:
        """Fetch the certificates, to the same host and with the same limits as `like`; or wait for
        the download that is going on, and take over its outcome.

        Raises:
            WechatPayError: It failed.
        """
        place = Place(attempt.downloads or Line(1), attempt.until)
        try:
            try:
                yield place
                if shared.is_mine():
                    yield from self._fetch(shared.certificates, _download_like(like))
            finally:
                place.leave()
        except BaseException:
            place.leave()  # once more: the first may have been interrupted
            raise

    def _needed_certificates(self) -> PlatformCertificates:
        if self.certificates is None:
            raise ConfigurationError(
                "apiv3_key: needed to download platform certificates.", argument="apiv3_key"
            )
        return self.certificates

    def _fetch(self, certificates: PlatformCertificates, request: httpx.Request) -> _Steps:
        """Send the request for certificates and take over what it brings.

        Raises:
            ConfigurationError, VerificationError, ApiError: They are of no use; those held stay.
        """
        certificates.began()
        try:
            yield from self._sign(request)
            response: httpx.Response = yield request
            if not response.is_success:
                error = api_error(
                    response.status_code,
                    response.headers,
                    response.content,
                    verified=False,
                    read_only=True,
                )
                raise certificates.refused(error)
            certificates.accept(response.headers, response.content)
        except WechatPayError as failure:
            certificates.ended(failure)
            raise
        certificates.ended(None)


def _following(steps: _Steps, result: object) -> _Step | None:
    """The step after the one that gave `result`; `None` at the end."""
    try:
        return steps.send(result)
    except StopIteration:
        return None


def _busy(attempt: Attempt) -> bool:
    """Whether certificates are being downloaded."""
    return attempt.downloads is not None and attempt.downloads.busy


def _download_like(request: httpx.Request) -> httpx.Request:
    """The request for certificates to the same host and with the same limits."""
    # no others: what an application adds to a call is meant for that operation
    names = ("User-Agent", "Accept", "Accept-Encoding")
    return httpx.Request(
        "GET",
        request.url.copy_with(raw_path=CERTIFICATES_PATH.encode()),
        headers={name: request.headers[name] for name in names if name in request.headers},
        extensions={key: value for key, value in request.extensions.items() if key != _EXTENSION},
    )


def _signature(signer: Signer, message: bytes) -> bytes:
    """What the signer makes of the message. The failures of one elsewhere must not look like those
    of the connection, and are only its own."""
    if isinstance(signer, LocalKey):
        return signer.sign(message)
    try:
        return signer.sign(message)
    except Exception as error:
        if (foreign := interruption(error)) is not None:
            raise foreign from foreign.__cause__
        raise SignerFailed(
            f"private_key: its sign() raised {type(error).__name__}; nothing was sent"
        ) from error


async def _signature_async(signer: Signer, message: bytes) -> bytes:
    if isinstance(signer, LocalKey):
        return _signature(signer, message)
    return await anyio.to_thread.run_sync(_signature, signer, message, abandon_on_cancel=True)
