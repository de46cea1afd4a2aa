"""The parts of an identity, each checked by itself: id, own serial number, symmetric key, and the
keys given as WeChat Pay's.

An error names the argument and where the right value is found, never the value of a secret. What an
identity is, and where it is read from, is not here.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from .errors import ConfigurationError
from .keys import KeySource, LocalKey, PublicKey, Signer, load_public_key
from .schemes import SCHEMES, Scheme
from .secret import Secret
from .trust import PUBLIC_KEY_ID_PREFIX, serial_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

# patterns stay text, since compiling them on import would cost every program that imports the
# package
_ID = r"[0-9A-Za-z_]{1,64}"
_SERIAL = r"[0-9A-Fa-f]{1,64}"
_PUBLIC_KEY_ID = PUBLIC_KEY_ID_PREFIX + r"[0-9A-Za-z_]{1,64}"
_SYMMETRIC_KEY = rb"[\x21-\x7e]{32}"


def checked_id(value: object, argument: str, console: str) -> str:
    """`mchid` or `brand_id`."""
    text = _text(value, argument)
    if not re.fullmatch(_ID, text):
        raise ConfigurationError(
            f"{argument}: expected digits as shown in the {console}, found something else.",
            argument=argument,
        )
    return text


def checked_symmetric_key(
    key: Secret[Any] | None, argument: str, console: str
) -> Secret[bytes] | None:
    """The 32 bytes of an APIv3 key or a brand API key."""
    if key is None:
        return None
    if not isinstance(key.reveal(), bytes):
        _text(key.reveal(), argument)
    raw = Secret(_encoded(key.reveal()))
    if re.fullmatch(_SYMMETRIC_KEY, raw.reveal()):
        return raw
    length = len(raw.reveal())
    found = f"{length} bytes" if length != 32 else "other characters"
    raise ConfigurationError(
        f"{argument}: expected 32 digits and letters, found {found}. It is set in the {console}.",
        argument=argument,
    )


def _encoded(key: str | bytes) -> bytes:
    # A stray byte of the environment arrives as half of a surrogate pair; the key is refused then.
    return key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key


class OwnKey:
    """Our private key and certificate, which must belong together."""

    def __init__(self, signer: Signer, certificate: PublicKey | None, hint: str) -> None:
        """
        Raises:
            ConfigurationError: They do not belong together.
        """
        self._public = signer.rsa.public_key() if isinstance(signer, LocalKey) else None
        self._certificate = certificate
        self._hint = hint
        ours = self._public
        if certificate is not None and ours is not None and not _same(certificate.rsa, ours):
            raise self._wrong("certificate", "it does not belong to private_key.")

    def serial(self, given: object) -> str:
        """The serial number of our certificate: its own spelling, or as given without it.

        Raises:
            ConfigurationError: It is missing, malformed, or not that of the certificate.
        """
        argument, certificate = "certificate_serial", self._certificate
        if given is None:
            if certificate is None:
                raise self._wrong(argument, "needed, or `certificate` to read it from.")
            return certificate.serial
        serial = _text(given, argument)
        if not re.fullmatch(_SERIAL, serial):
            of_theirs = serial.startswith(PUBLIC_KEY_ID_PREFIX)
            what = "WeChat Pay's public key id" if of_theirs else "other text"
            expected = "expected the serial number (hex digits) of your own API certificate"
            raise self._wrong(argument, f"{expected}, found {what}.")
        if certificate is None:
            return serial.upper()  # as every certificate and every console spells it
        if serial_key(certificate.serial) != serial_key(serial):
            raise ConfigurationError(
                f"{argument}: `certificate` has the serial number {certificate.serial}.",
                argument=argument,
            )
        return certificate.serial

    def is_behind(self, key: PublicKey) -> bool:
        """Whether `key` is ours."""
        certificate = self._certificate
        ours = (self._public, None if certificate is None else certificate.rsa)
        return any(one is not None and _same(one, key.rsa) for one in ours)

    def _wrong(self, argument: str, why: str) -> ConfigurationError:
        return ConfigurationError(f"{argument}: {why} {self._hint}", argument=argument)


class TrustedKeys:
    """Reads `trusted_keys`."""

    def __init__(self, scheme: Scheme, is_own: Callable[[PublicKey], bool], hint: str) -> None:
        self._scheme: Scheme = scheme
        self._is_own = is_own
        self._hint = hint

    def read(self, given: object) -> tuple[PublicKey, ...]:
        """The keys, each under its id or serial number.

        Raises:
            ConfigurationError: One is unusable, ours, not valid yet, or given twice.
        """
        if given is None:
            return ()
        if not isinstance(given, Mapping):
            raise self._wrong(
                "trusted_keys", f"expected a mapping of ids to keys, found {type(given).__name__}."
            )
        found: dict[str, PublicKey] = {}
        for serial, source in cast("Mapping[object, KeySource]", given).items():
            key = self._one(_text(serial, "trusted_keys"), source)
            if other := found.get(serial_key(key.serial)):
                raise self._wrong(
                    "trusted_keys",
                    f"{serial!r} is the serial number {other.serial} once more, spelled otherwise.",
                )
            found[serial_key(key.serial)] = key
        return tuple(found.values())

    def _one(self, serial: str, source: KeySource) -> PublicKey:
        where = f"trusted_keys[{serial[:80]!r}]"
        if not (re.fullmatch(_PUBLIC_KEY_ID, serial) or re.fullmatch(_SERIAL, serial)):
            raise self._wrong(
                where,
                f"its name must be a public key id ({PUBLIC_KEY_ID_PREFIX}…) or a certificate's "
                f"serial number.",
            )
        key = load_public_key(source, where, self._hint)
        if not SCHEMES[self._scheme].certificates and not serial.startswith(PUBLIC_KEY_ID_PREFIX):
            raise self._wrong(
                where,
                f"{self._scheme}s trust public keys only, whose id begins with "
                f"{PUBLIC_KEY_ID_PREFIX}.",
            )
        if key.serial and serial_key(key.serial) != serial_key(serial):
            raise self._wrong(where, f"the certificate has the serial number {key.serial}.")
        trusted = PublicKey(
            rsa=key.rsa,
            serial=key.serial or serial,  # a certificate knows best how it is spelled
            not_before=key.not_before,
            not_after=key.not_after,
        )
        if self._is_own(trusted):
            raise self._wrong(
                where, "this is your own certificate or key; here belongs WeChat Pay's."
            )
        if trusted.not_before > time.time():
            start = time.strftime("%Y-%m-%d %H:%M", time.gmtime(trusted.not_before))
            raise self._wrong(where, f"the certificate is not valid before {start} (UTC).")
        return trusted

    def _wrong(self, where: str, why: str) -> ConfigurationError:
        return ConfigurationError(f"{where}: {why} {self._hint}", argument="trusted_keys")


def _text(value: object, argument: str) -> str:
    if not isinstance(value, str):
        raise ConfigurationError(
            f"{argument}: expected text, found {type(value).__name__}.", argument=argument
        )
    return value


def _same(one: RSAPublicKey, other: RSAPublicKey) -> bool:
    return one.public_numbers() == other.public_numbers()
