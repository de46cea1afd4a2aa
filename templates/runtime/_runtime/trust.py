"""Which keys are WeChat Pay's, and whether an answer or a callback was signed with one of them.

Pure state and checks: nothing is downloaded here. A key is looked up by the serial number that the
message names, and by nothing else; there is no way to accept a message unverified.
"""

from __future__ import annotations

import binascii
import time
from collections.abc import Callable, Iterable, Mapping
from typing import TypedDict

from .errors import (
    ConfigurationError,
    StaleTimestamp,
    UnknownSerial,
    VerificationError,
    VerificationReason,
)
from .keys import PublicKey
from .schemes import SCHEMES, Scheme
from .secret import Veiled
from .signing import answer_message

MAX_CLOCK_SKEW = 300
"""Seconds; a message signed as far from our clock as this, or farther, is refused."""

PUBLIC_KEY_ID_PREFIX = "PUB_KEY_ID_"
_PROBE_PREFIX = "WECHATPAY/SIGNTEST/"
_SIGNATURE_HEADERS = (
    "wechatpay-timestamp",
    "wechatpay-nonce",
    "wechatpay-signature",
    "wechatpay-serial",
)


def serial_key(serial: str) -> str:
    """The form in which serial numbers are compared: without letter case and leading zeros; ids
    stay as they are."""
    return serial if "_" in serial else serial.upper().lstrip("0")


def is_certificate(serial: str) -> bool:
    """Whether it can be the serial number of a certificate. The ids of public keys cannot, and
    public keys are not to be downloaded."""
    return not serial.startswith(PUBLIC_KEY_ID_PREFIX)


def is_signed(headers: Mapping[str, str]) -> bool:
    """Whether all four headers of a signature are there (names in lower case, or a mapping that
    ignores case)."""
    return all(headers.get(name) for name in _SIGNATURE_HEADERS)


class TrustStore:
    """The trusted keys of one identity: those given by the caller, and downloaded certificates.

    Safe to use from any number of threads and tasks without locks: both sets are replaced as a
    whole, never changed.
    """

    def __init__(
        self,
        scheme: Scheme,
        given: Iterable[PublicKey] = (),
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._scheme: Scheme = scheme
        self._clock = clock
        self._given = {serial_key(key.serial): key for key in given}
        self._downloaded: dict[str, PublicKey] = {}

    def __repr__(self) -> str:
        return (
            f"<TrustStore {self._scheme}: "
            f"{', '.join(key.serial for key in self.valid_keys()) or 'empty'}>"
        )

    def valid_keys(self) -> list[PublicKey]:
        """The keys that are valid now."""
        now = self._clock()
        return [key for key in {**self._downloaded, **self._given}.values() if key.not_after > now]

    def expired_keys(self) -> list[PublicKey]:
        """The keys given that have expired."""
        return [key for key in self._given.values() if key.not_after <= self._clock()]

    def required_keys(self) -> list[PublicKey]:
        """The keys that are valid now, where no others can be had.

        Raises:
            ConfigurationError: There are none.
        """
        if not (keys := self.valid_keys()):
            raise ConfigurationError(
                "trusted_keys: all of WeChat Pay's keys given have expired; no answer could be "
                "verified, and nothing encrypted.",
                argument="trusted_keys",
            )
        return keys

    def find(self, serial: str) -> PublicKey | None:
        """The key of this serial number or id, unless it has expired."""
        name = serial_key(serial)
        # what the caller gave goes before what was downloaded
        key = self._given.get(name) or self._downloaded.get(name)
        return key if key is not None and key.not_after > self._clock() else None

    @property
    def holds_downloaded(self) -> bool:
        """Whether certificates were downloaded."""
        return bool(self._downloaded)

    def replace_downloaded(self, keys: Iterable[PublicKey]) -> None:
        """Swap in a freshly downloaded set of certificates in one step; an empty one changes
        nothing."""
        if fresh := {serial_key(key.serial): key for key in keys}:
            self._downloaded = fresh

    def encryption_key(self) -> PublicKey:
        """The key to encrypt for WeChat Pay with: a public key, else the certificate that expires
        last.

        Raises:
            ConfigurationError: There is none.
        """
        return max(self.required_keys(), key=lambda key: key.not_after)

    def public_key_id(self) -> str | None:
        """The id of WeChat Pay's public key, if one was given: sent with calls so that answers are
        signed with it."""
        return next(
            (
                key.serial
                for key in self._given.values()
                if key.serial.startswith(PUBLIC_KEY_ID_PREFIX)
            ),
            None,
        )

    def verify(
        self,
        headers: Mapping[str, str],
        body: bytes,
        *,
        status: int = 0,
        candidates: Mapping[str, PublicKey] | None = None,
    ) -> str:
        """Prove that WeChat Pay signed `body`, and return the serial number of the key.

        Args:
            headers: Names in lower case, or a mapping that ignores case.
            body: The untouched bytes.
            status: The HTTP status, for the error only.
            candidates: Keys by `serial_key` that count as trusted for this message where none is
                held.

        Raises:
            VerificationError: It is not proved. `UnknownSerial` and `StaleTimestamp` are of this
                kind.
        """
        body = Veiled(body)  # holds personal data
        timestamp, nonce, signature, serial = self._signature(headers, status)
        self._check_age(timestamp, headers, status)
        # A line end in the nonce would move the border between nonce and body of a message once
        # signed.
        if not (nonce.isascii() and nonce.isprintable()):
            told = "its nonce holds characters that cannot be there"
            raise _unproved("signature", told, headers, status)
        key = self.find(serial) or (candidates or {}).get(serial_key(serial))
        if key is None:
            raise self._unknown(serial, headers, status)
        if not _verifies(key, answer_message(timestamp, nonce, body), signature):
            raise _unproved("signature", "its signature is wrong", headers, status)
        return key.serial

    def _signature(self, headers: Mapping[str, str], status: int) -> list[str]:
        """All four parts of a signature, of the kind that this identity is sent."""
        found = [headers.get(name, "") for name in _SIGNATURE_HEADERS]
        if not all(found):
            parts = zip(_SIGNATURE_HEADERS, found, strict=True)
            told = ", ".join(name.title() for name, value in parts if not value)
            if not any(found):
                told = (
                    "any header of a signature: a gateway or proxy on the way may have answered "
                    "itself, or dropped them"
                )
            raise _unproved("missing", f"without {told}", headers, status)
        expected = SCHEMES[self._scheme].authorization
        if (given := headers.get("wechatpay-signature-type", expected)) != expected:
            told = f"its signature type is not {expected}"
            for scheme, facts in SCHEMES.items():
                if given == facts.authorization:
                    told = f"it is signed for a {scheme}, not for a {self._scheme}"
            raise _unproved("type", told, headers, status)
        return found

    def _check_age(self, timestamp: str, headers: Mapping[str, str], status: int) -> None:
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
            raise _unproved("timestamp", "its timestamp is not a number", headers, status)
        age = self._clock() - int(timestamp)
        if abs(age) >= MAX_CLOCK_SKEW:
            raise StaleTimestamp(
                f"signed {abs(age):.0f} s {'before' if age > 0 else 'after'} the time of this "
                f"machine's clock, at most {MAX_CLOCK_SKEW} s are accepted: a replay, or the clock "
                f"is wrong (check NTP)",
                **_about(headers, status),
            )

    def _unknown(self, serial: str, headers: Mapping[str, str], status: int) -> UnknownSerial:
        shown = (
            serial
            if serial.isascii() and serial.isprintable() and len(serial) <= 80
            else "of an impossible form"
        )
        held = ", ".join(key.serial for key in self.valid_keys()) or "none"
        name = serial_key(serial)
        if name in self._given or name in self._downloaded:
            why = f"signed with the certificate {shown}, which has expired"
        else:
            why = f"signed with the key {shown}, which is not among the trusted ones ({held})"
            if not is_certificate(serial):
                why += (
                    "; if it is WeChat Pay's public key, shown in the console under API安全 > "
                    "微信支付公钥, add it: trusted_keys={'PUB_KEY_ID_…': 'pub_key.pem'}"
                )
        error = UnknownSerial(
            f"not proved to come from WeChat Pay: {why}", **_about(headers, status)
        )
        error.serial = serial
        return error


def _verifies(key: PublicKey, message: bytes, signature: str) -> bool:
    """Whether the signature, in Base64, is one of the key over the message."""
    try:
        raw = binascii.a2b_base64(signature.encode("ascii"), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError):
        return False
    return bool(raw) and key.verifies(message, raw)


def _unproved(
    reason: VerificationReason, why: str, headers: Mapping[str, str], status: int
) -> VerificationError:
    return VerificationError(
        f"not proved to come from WeChat Pay: {why}", reason=reason, **_about(headers, status)
    )


class _About(TypedDict):
    status: int
    request_id: str
    is_probe: bool


def _about(headers: Mapping[str, str], status: int) -> _About:
    """What a verification error tells of the message besides the failed check."""
    return {
        "status": status,
        "request_id": headers.get("request-id", ""),
        "is_probe": headers.get("wechatpay-signature", "").startswith(_PROBE_PREFIX),
    }
