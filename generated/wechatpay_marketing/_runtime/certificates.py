# Copied from templates/runtime/_runtime/certificates.py by `make generate`; do not edit.
"""Platform certificates: when to download them, and which of a download are kept. Sans I/O.

The answer is signed by a key that it brings itself, so its authenticity comes from AES-GCM under
the APIv3 key (`certificate_answer`), and the signature is checked afterwards. Sending the request
is `auth`'s business.
"""

from __future__ import annotations

import copy
import logging
import os
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from . import certificate_answer
from .errors import ApiError, ConfigurationError, VerificationError, WechatPayError
from .keys import PublicKey
from .secret import Secret
from .trust import TrustStore, serial_key

if TYPE_CHECKING:
    from concurrent.futures import Future

logger = logging.getLogger("wechatpay_marketing")

CERTIFICATES_PATH = "/v3/certificates"
REFRESH_AFTER = 12 * 3600
"""Seconds after which the certificates held are downloaded anew."""
RETRY_AFTER = 300
"""Seconds to wait after a failed refresh, while older certificates still serve."""
LOOKUP_PAUSE = 60
"""Seconds between downloads because of unknown serial numbers: forged messages must not cause a
stream of them."""

NO_CERTIFICATES = (
    "trusted_keys: this merchant has no platform certificates (merchants created since about "
    "September 2024 do not). "
    "Pass WeChat Pay's public key instead: trusted_keys={'PUB_KEY_ID_…': 'pub_key.pem'}; both "
    "are shown in the "
    "merchant console: 账户中心 > API安全 > 微信支付公钥."
)


LEADERS = 3
"""How many leaders of a download may give up before those who wait do."""


class _GaveUp(Exception):
    """The leader of a download was cancelled, or its connection failed: somebody else may try."""


class PlatformCertificates:
    """The downloaded part of a merchant's trust store, kept fresh."""

    def __init__(
        self,
        apiv3_key: Secret[bytes],
        trust: TrustStore,
        *,
        is_own: Callable[[PublicKey], bool],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._key = apiv3_key
        self._is_own = is_own
        self._trust = trust
        self._clock = clock
        self._next_refresh = float("-inf")
        self._next_lookup = float("-inf")
        self._flights: dict[int, Future[Exception | None]] = {}

    def __repr__(self) -> str:
        return f"<PlatformCertificates in {self._trust!r}>"

    def due(self) -> bool:
        """Whether it is time for the regular refresh. Never before a first download: given keys
        may be enough."""
        return self._trust.holds_downloaded and self._clock() >= self._next_refresh

    def lookup_allowed(self) -> bool:
        """Whether an unknown serial number may cause a download now."""
        return self._clock() >= self._next_lookup

    def board(self, *, may_lead: bool = True) -> tuple[Future[Exception | None] | None, bool]:
        """The download going on in this process, and whether the caller is the one who has to
        carry it out.

        The leader downloads inside `leading`; the others wait for the future and call `landed`
        with its result. There is no lock: `setdefault` is atomic, and a forked child looks under
        its own process id, so that it inherits nothing locked.
        """
        from concurrent.futures import Future

        if not may_lead:
            return self._flights.get(os.getpid()), False
        mine: Future[Exception | None] = Future()
        # so that a cancelled waiter cannot cancel it for the others
        mine.set_running_or_notify_cancel()
        flight = self._flights.setdefault(os.getpid(), mine)
        return flight, flight is mine

    @contextmanager
    def leading(self, flight: Future[Exception | None]) -> Generator[None]:
        """Around a download: however it ends, those who wait for it go on."""
        failure: Exception | None = _GaveUp()
        try:
            yield
            failure = None
        except WechatPayError as error:
            failure = error
            raise
        finally:
            self._land(flight, failure)

    @staticmethod
    def landed(outcome: Exception | None) -> bool:
        """Whether the download that was waited for is over; not, where its leader gave up and
        somebody else may try.

        Raises:
            WechatPayError: It failed.
        """
        if outcome is None or isinstance(outcome, _GaveUp):
            return outcome is None
        raise copy.copy(outcome)  # every caller annotates its own

    def _land(self, flight: Future[Exception | None], failure: Exception | None) -> None:
        now = self._clock()
        self._next_lookup = max(self._next_lookup, now + LOOKUP_PAUSE)
        self._next_refresh = max(self._next_refresh, now + RETRY_AFTER)
        del self._flights[os.getpid()]
        flight.set_result(failure)

    def accept(self, headers: Mapping[str, str], body: bytes) -> None:
        """Check the answer of a download and swap in its certificates.

        Raises:
            ConfigurationError: The APIv3 key does not open it.
            VerificationError: It is not genuine, or holds no certificate that is valid now. The
                old ones are kept.
        """
        now = self._clock()
        fresh = {
            serial_key(key.serial): key
            for key in certificate_answer.opened(body, self._key, self._is_own)
            if key.not_before <= now < key.not_after
        }
        self._trust.verify(headers, body, status=200, candidates=fresh)
        if not fresh:
            raise VerificationError(
                "the downloaded platform certificates are all outside their validity", status=200
            )
        self._trust.replace_downloaded(fresh.values())
        self._next_refresh = now + REFRESH_AFTER

    def refused(self, error: ApiError) -> Exception:
        """What to tell when WeChat Pay refuses the download."""
        # Two spellings of "there are none": today's, and that of before 2025. Neither is believed:
        # it only explains.
        if error.code == "RESOURCE_NOT_EXISTS" or (error.status == 500 and "公钥" in error.message):
            return ConfigurationError(NO_CERTIFICATES, argument="trusted_keys")
        return error
