# Copied from templates/runtime/_runtime/certificates.py by `make generate`; do not edit.
"""Platform certificates: when to download them, and which of a download are kept. Sans I/O.

The answer is signed by a key that it brings itself, so its authenticity comes from AES-GCM under
the APIv3 key (`certificate_answer`), and the signature is checked afterwards. Sending the request
is `auth`'s business.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Mapping

from . import certificate_answer
from .errors import (
    ApiError,
    ConfigurationError,
    ConnectionFailed,
    VerificationError,
    WechatPayError,
)
from .keys import PublicKey
from .secret import Secret
from .trust import TrustStore, serial_key

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
    "September 2024 do not). Pass WeChat Pay's public key instead: "
    "trusted_keys={'PUB_KEY_ID_…': 'pub_key.pem'}; both are shown in the merchant console: "
    "账户中心 > API安全 > 微信支付公钥."
)

LEADERS = 3
"""How many downloads may be given up while a call waits, before it gives up itself."""


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
        self.begun = 0
        """How many downloads were begun."""
        self.outcome: tuple[WechatPayError | None] = (None,)
        """How the last download ended: what failed, if anything; another object for every one."""

    def __repr__(self) -> str:
        return f"<PlatformCertificates in {self._trust!r}>"

    def due(self) -> bool:
        """Whether it is time for the regular refresh. Never before a first download: given keys
        may be enough."""
        return self._trust.holds_downloaded and self._clock() >= self._next_refresh

    def lookup_allowed(self) -> bool:
        """Whether an unknown serial number may cause a download now."""
        return self._clock() >= self._next_lookup

    def began(self) -> None:
        """A download begins; however it ends, the next one has its pause."""
        now = self._clock()
        self._next_lookup = max(self._next_lookup, now + LOOKUP_PAUSE)
        self._next_refresh = max(self._next_refresh, now + RETRY_AFTER)
        self.begun += 1

    def ended(self, failure: WechatPayError | None) -> None:
        """It has ended; not called where it was given up (cancelled, interrupted, cut off)."""
        self.outcome = (failure,)

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

    def refused(self, error: ApiError) -> WechatPayError:
        """What to tell when WeChat Pay refuses the download."""
        # Two spellings of "there are none": today's, and that of before 2025. Neither is believed:
        # it only explains.
        if error.code == "RESOURCE_NOT_EXISTS" or (error.status == 500 and "公钥" in error.message):
            return ConfigurationError(NO_CERTIFICATES, argument="trusted_keys")
        return error


class SharedDownload:
    """A download that several calls may need at once: one after the other has its turn, and who
    waited takes over the outcome. Where it was given up, the next one tries."""

    def __init__(self, certificates: PlatformCertificates, wanted: Callable[[], bool]) -> None:
        self.certificates = certificates
        self._wanted = wanted
        self._begun, self._outcome = certificates.begun, certificates.outcome

    def is_mine(self) -> bool:
        """Whether to download, now that it is the caller's turn.

        Raises:
            WechatPayError: What was waited for failed.
        """
        certificates = self.certificates
        if certificates.outcome is not self._outcome:
            if (failure := certificates.outcome[0]) is not None:
                raise copy.copy(failure)  # every caller annotates its own
            return False
        if certificates.begun - self._begun >= LEADERS:
            raise ConnectionFailed(
                "the download of platform certificates was given up by the calls that had begun it"
            )
        return self._wanted()
