# Copied from templates/runtime/_runtime/identity.py by `make generate`; do not edit.
"""Who we are towards WeChat Pay: `Merchant` and `Brand`, the configuration objects of a client.

Everything is checked when they are made; nothing is sent, and no state is kept here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .errors import ConfigurationError
from .keys import (
    KeySource,
    LocalKey,
    PublicKey,
    Signer,
    load_certificate,
    load_private_key,
    load_public_key,
)
from .schemes import SCHEMES, Scheme, SchemeFacts
from .trust import PUBLIC_KEY_ID_PREFIX, serial_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

# patterns stay text, since compiling them on import would cost every program that imports the
# package
_ID = r"[0-9A-Za-z_]{1,64}"
_SERIAL = r"[0-9A-Fa-f]{1,64}"
_PUBLIC_KEY_ID = PUBLIC_KEY_ID_PREFIX + r"[0-9A-Za-z_]{1,64}"
_SYMMETRIC_KEY = rb"[\x21-\x7e]{32}"


class Identity:
    """What `Merchant` and `Brand` have in common; make one of these."""

    scheme: ClassVar[Scheme]
    _console: ClassVar[str]
    environment: ClassVar[Mapping[str, str]]

    # Defaults, so that `repr` works on an identity whose making failed: traceback tools show it.
    id: str = ""
    """`mchid` or `brand_id`."""
    serial: str = ""
    """The serial number of our own certificate."""
    trusted: tuple[PublicKey, ...] = ()
    """WeChat Pay's keys as given."""

    def __reduce__(self) -> Any:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or copied, since private keys are not to "
            f"travel: make one in each process that needs one, such as with "
            f"{type(self).__name__}.from_env() in the initializer of its workers"
        )

    def __init__(
        self,
        *,
        own_id: str,
        private_key: KeySource | Signer,
        certificate_serial: str | None,
        certificate: KeySource | None,
        key: str | bytes | None,
        trusted_keys: Mapping[str, KeySource] | None,
    ) -> None:
        try:
            self.id = self._checked_id(own_id)
            self.signer: Signer = load_private_key(
                private_key, "private_key", self._certificate_hint
            )
            own = None
            if certificate is not None:
                own = load_certificate(certificate, "certificate", self._certificate_hint)
            self.serial = self._own_serial(certificate_serial, own)
            self.symmetric_key = self._checked_key(key)
            """The 32 bytes that callbacks and platform certificates are encrypted with, if
            known."""
            if not isinstance(
                trusted_keys, Mapping | None
            ):  # pyright: ignore[reportUnnecessaryIsInstance]
                found = type(trusted_keys).__name__
                raise ConfigurationError(
                    f"trusted_keys: expected a mapping of ids to keys, found {found}. "
                    f"{self._trusted_hint}",
                    argument="trusted_keys",
                )
            self.trusted = tuple(
                self._trusted(serial, source) for serial, source in (trusted_keys or {}).items()
            )
        finally:
            del (
                private_key,
                certificate,
                key,
                trusted_keys,
            )  # tracebacks show the locals of every frame they pass

    def __repr__(self) -> str:
        trusted = ", ".join(key.serial for key in self.trusted) or "none"
        return (
            f"{type(self).__name__}({self.facts.id_name}={self.id!r}, "
            f"certificate_serial={self.serial!r}, trusted: {trusted})"
        )

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Read the configuration from environment variables, or from `environ`; the class tells
        which.

        Raises:
            ConfigurationError: One is missing or wrong; it is named.
        """
        # No default value: help() and documentation tools would show all of the environment.
        names, given = cls.environment, os.environ if environ is None else environ
        values = {argument: given[name] for argument, name in names.items() if given.get(name)}
        del environ, given  # as are the values: tracebacks show the locals of every frame they pass
        try:
            for argument in (SCHEMES[cls.scheme].id_name, "private_key"):
                if argument not in values:
                    raise ConfigurationError(
                        f"{argument}: set {names[argument]}.", argument=argument
                    )
            public_id, public = values.pop("public_key_id", None), values.pop("public_key", None)
            if (public_id is None) != (public is None):
                raise ConfigurationError(
                    f"trusted_keys: set both {names['public_key_id']} and {names['public_key']}, "
                    f"or neither.",
                    argument="trusted_keys",
                )
            trusted = {public_id: public} if public_id and public else {}
            try:
                return cls(**values, trusted_keys=trusted)
            except ConfigurationError as error:
                variable = names.get(error.argument, names["public_key"])
                problem = ConfigurationError(
                    f"{error} (Read from {variable}.)", argument=error.argument
                )
        finally:
            del values
        raise problem

    def decrypt(self, ciphertext: str) -> str:
        """A sensitive member of an answer in clear text; WeChat Pay encrypts them with our
        certificate.

        Raises:
            DecryptionError: It was not encrypted for this certificate.
            ConfigurationError: The private key is elsewhere; decrypt there (RSA-OAEP with SHA-1).
        """
        from .cipher import decrypt_text

        if not isinstance(self.signer, LocalKey):
            raise ConfigurationError(
                "private_key: a remote signer cannot decrypt.", argument="private_key"
            )
        return decrypt_text(self.signer.rsa, ciphertext)

    @property
    def facts(self) -> SchemeFacts:
        """What tells this kind of caller from the others."""
        return SCHEMES[self.scheme]

    @property
    def _certificate_hint(self) -> str:
        return (
            f"The private key and the API certificate (API证书) are made together in the "
            f"{self._console}."
        )

    @property
    def _trusted_hint(self) -> str:
        return (
            f"WeChat Pay's public key (微信支付公钥) and its id are shown in the {self._console}."
        )

    def _checked_id(self, value: str) -> str:
        _must_be_text(value, self.facts.id_name)
        if not re.fullmatch(_ID, value):
            raise ConfigurationError(
                f"{self.facts.id_name}: expected digits as shown in the {self._console}, found "
                f"something else.",
                argument=self.facts.id_name,
            )
        return value

    def _own_public_key(self) -> RSAPublicKey | None:
        return self.signer.rsa.public_key() if isinstance(self.signer, LocalKey) else None

    def _own_serial(self, serial: str | None, certificate: PublicKey | None) -> str:
        """Our certificate's serial number, and that certificate and private key belong together."""
        own = self._own_public_key()
        if certificate is not None and own is not None and not _same(certificate.rsa, own):
            raise ConfigurationError(
                f"certificate: it does not belong to private_key. {self._certificate_hint}",
                argument="certificate",
            )
        if serial is None:
            if certificate is None:
                raise ConfigurationError(
                    f"certificate_serial: needed, or `certificate` to read it from. "
                    f"{self._certificate_hint}",
                    argument="certificate_serial",
                )
            return certificate.serial
        _must_be_text(serial, "certificate_serial")
        if not re.fullmatch(_SERIAL, serial):
            what = (
                "WeChat Pay's public key id"
                if serial.startswith(PUBLIC_KEY_ID_PREFIX)
                else "other text"
            )
            raise ConfigurationError(
                "certificate_serial: expected the serial number (hex digits) of your own API "
                "certificate, "
                f"found {what}. {self._certificate_hint}",
                argument="certificate_serial",
            )
        if certificate is not None and serial_key(certificate.serial) != serial_key(serial):
            raise ConfigurationError(
                f"certificate_serial: `certificate` has the serial number {certificate.serial}.",
                argument="certificate_serial",
            )
        return serial

    def _checked_key(self, key: str | bytes | None) -> bytes | None:
        if key is None:
            return None
        if not isinstance(key, bytes):
            _must_be_text(key, self.facts.key_name)
        raw = key.encode() if isinstance(key, str) else key
        length = len(raw)
        if re.fullmatch(_SYMMETRIC_KEY, raw):
            return raw
        del raw, key
        found = f"{length} bytes" if length != 32 else "other characters"
        raise ConfigurationError(
            f"{self.facts.key_name}: expected 32 digits and letters, found {found}. It is set in the "
            f"{self._console}.",
            argument=self.facts.key_name,
        )

    def _trusted(self, serial: str, source: KeySource) -> PublicKey:
        """One entry of `trusted_keys`, checked."""
        _must_be_text(serial, "trusted_keys")
        argument = f"trusted_keys[{serial[:80]!r}]"
        try:
            key = load_public_key(source, argument, self._trusted_hint)
        finally:
            del source

        def wrong(why: str) -> ConfigurationError:
            return ConfigurationError(
                f"{argument}: {why} {self._trusted_hint}", argument="trusted_keys"
            )

        if not (re.fullmatch(_PUBLIC_KEY_ID, serial) or re.fullmatch(_SERIAL, serial)):
            raise wrong(
                f"its name must be a public key id ({PUBLIC_KEY_ID_PREFIX}…) or a certificate's "
                f"serial number."
            )
        if not self.facts.certificates and not serial.startswith(PUBLIC_KEY_ID_PREFIX):
            raise wrong(
                f"{self.scheme}s trust public keys only, whose id begins with {PUBLIC_KEY_ID_PREFIX}."
            )
        if key.serial and serial_key(key.serial) != serial_key(serial):
            raise wrong(f"the certificate has the serial number {key.serial}.")
        own = self._own_public_key()
        if serial_key(serial) == serial_key(self.serial) or (
            own is not None and _same(own, key.rsa)
        ):
            raise wrong("this is your own certificate or key; here belongs WeChat Pay's.")
        return PublicKey(
            rsa=key.rsa, serial=serial, not_before=key.not_before, not_after=key.not_after
        )


class Merchant(Identity):
    """A merchant or service provider (a provider uses its own `mchid`, not the sub-merchant's).

    `from_env` reads WECHATPAY_MCHID, WECHATPAY_PRIVATE_KEY, WECHATPAY_CERTIFICATE_SERIAL or
    WECHATPAY_CERTIFICATE, WECHATPAY_APIV3_KEY, WECHATPAY_PUBLIC_KEY_ID and WECHATPAY_PUBLIC_KEY;
    keys as paths or as text.
    """

    scheme = "merchant"
    _console = "merchant console (pay.weixin.qq.com: 账户中心 > API安全)"
    environment: ClassVar = {
        "mchid": "WECHATPAY_MCHID",
        "private_key": "WECHATPAY_PRIVATE_KEY",
        "certificate_serial": "WECHATPAY_CERTIFICATE_SERIAL",
        "certificate": "WECHATPAY_CERTIFICATE",
        "apiv3_key": "WECHATPAY_APIV3_KEY",
        "public_key_id": "WECHATPAY_PUBLIC_KEY_ID",
        "public_key": "WECHATPAY_PUBLIC_KEY",
    }

    def __init__(
        self,
        *,
        mchid: str,
        private_key: KeySource | Signer,
        certificate_serial: str | None = None,
        certificate: KeySource | None = None,
        apiv3_key: str | bytes | None = None,
        trusted_keys: Mapping[str, KeySource] | None = None,
    ) -> None:
        """
        Args:
            mchid: The merchant id.
            private_key: `apiclient_key.pem`: its path, text or bytes; or an object with
                `sign(bytes) -> bytes` (HSM, KMS).
            certificate_serial: The serial number of the own API certificate.
            certificate: `apiclient_cert.pem`, instead of its serial number.
            apiv3_key: The APIv3 key, 32 characters: for callbacks, and for automatic platform
                certificates.
            trusted_keys: WeChat Pay's public key under its id (`PUB_KEY_ID_…`), or platform
                certificates under their serial numbers, or both while switching. Without any, and
                whenever an answer is signed with an unknown one, platform certificates are
                downloaded with the APIv3 key.

        Raises:
            ConfigurationError: An argument is wrong; the text tells where the right value is found.
        """
        try:
            super().__init__(
                own_id=mchid,
                private_key=private_key,
                certificate_serial=certificate_serial,
                certificate=certificate,
                key=apiv3_key,
                trusted_keys=trusted_keys,
            )
        finally:
            del private_key, certificate, apiv3_key, trusted_keys
        if not self.trusted and self.symmetric_key is None:
            raise ConfigurationError(
                "trusted_keys: needed to verify answers; or `apiv3_key`, to download platform "
                "certificates with. " + self._trusted_hint,
                argument="trusted_keys",
            )


class Brand(Identity):
    """A brand that calls the brand API itself.

    `from_env` reads WECHATPAY_BRAND_ID, WECHATPAY_BRAND_PRIVATE_KEY,
    WECHATPAY_BRAND_CERTIFICATE_SERIAL or WECHATPAY_BRAND_CERTIFICATE, WECHATPAY_BRAND_API_KEY,
    WECHATPAY_BRAND_PUBLIC_KEY_ID and WECHATPAY_BRAND_PUBLIC_KEY.
    """

    scheme = "brand"
    _console = "brand console (品牌经营平台: API安全)"
    environment: ClassVar = {
        "brand_id": "WECHATPAY_BRAND_ID",
        "private_key": "WECHATPAY_BRAND_PRIVATE_KEY",
        "certificate_serial": "WECHATPAY_BRAND_CERTIFICATE_SERIAL",
        "certificate": "WECHATPAY_BRAND_CERTIFICATE",
        "api_key": "WECHATPAY_BRAND_API_KEY",
        "public_key_id": "WECHATPAY_BRAND_PUBLIC_KEY_ID",
        "public_key": "WECHATPAY_BRAND_PUBLIC_KEY",
    }

    def __init__(
        self,
        *,
        brand_id: str,
        private_key: KeySource | Signer,
        certificate_serial: str | None = None,
        certificate: KeySource | None = None,
        api_key: str | bytes | None = None,
        trusted_keys: Mapping[str, KeySource],
    ) -> None:
        """
        Args:
            brand_id: The brand id.
            private_key: The private key of the brand's API certificate; see `Merchant`.
            certificate_serial: The serial number of the brand's own API certificate.
            certificate: That certificate, instead of its serial number.
            api_key: The brand API key, 32 characters: for callbacks.
            trusted_keys: WeChat Pay's public key for the brand under its id (`PUB_KEY_ID_…`).

        Raises:
            ConfigurationError: An argument is wrong; the text tells where the right value is found.
        """
        try:
            super().__init__(
                own_id=brand_id,
                private_key=private_key,
                certificate_serial=certificate_serial,
                certificate=certificate,
                key=api_key,
                trusted_keys=trusted_keys,
            )
        finally:
            del private_key, certificate, api_key, trusted_keys
        if not self.trusted:
            raise ConfigurationError(
                f"trusted_keys: needed to verify answers. {self._trusted_hint}",
                argument="trusted_keys",
            )


def _must_be_text(value: object, argument: str) -> None:
    if not isinstance(value, str):
        raise ConfigurationError(
            f"{argument}: expected text, found {type(value).__name__}.", argument=argument
        )


def _same(one: RSAPublicKey, other: RSAPublicKey) -> bool:
    return one.public_numbers() == other.public_numbers()
