"""Who we are towards WeChat Pay: `Merchant` and `Brand`, the configuration objects of a client.

Everything is checked when they are made; nothing is sent, and no state is kept here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from .credentials import OwnKey, TrustedKeys, checked_id, checked_symmetric_key
from .errors import ConfigurationError
from .keys import KeySource, LocalKey, PublicKey, Signer, load_certificate, load_private_key
from .schemes import SCHEMES, Scheme, SchemeFacts
from .secret import Secret, hide
from .trust import serial_key


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
        key: Secret[Any] | None,
        trusted_keys: Mapping[str, KeySource] | None,
    ) -> None:
        self.id = checked_id(own_id, self.facts.id_name, self._console)
        self.signer: Signer = load_private_key(private_key, "private_key", self._certificate_hint)
        read = None
        if certificate is not None:
            read = load_certificate(certificate, "certificate", self._certificate_hint)
        self._own = OwnKey(self.signer, read, self._certificate_hint)
        self.serial = self._own.serial(certificate_serial)
        self.symmetric_key = checked_symmetric_key(key, self.facts.key_name, self._console)
        """The 32 bytes that callbacks and platform certificates are encrypted with, if known."""
        self.trusted = TrustedKeys(self.scheme, self.owns, self._trusted_hint).read(trusted_keys)

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
        names, values = cls.environment, _given(cls.environment, environ)
        environ = None  # holds secrets, and tracebacks show the locals of every frame they pass
        for argument in (SCHEMES[cls.scheme].id_name, "private_key"):
            if argument not in values:
                raise ConfigurationError(f"{argument}: set {names[argument]}.", argument=argument)
        public_id, public = values.pop("public_key_id", None), values.pop("public_key", None)
        if (public_id is None) != (public is None):
            raise ConfigurationError(
                f"trusted_keys: set both {names['public_key_id']} and {names['public_key']}, "
                f"or neither.",
                argument="trusted_keys",
            )
        arguments: dict[str, Any] = dict(values)
        for argument in (SCHEMES[cls.scheme].id_name, "certificate_serial"):
            if argument in values:
                arguments[argument] = values[argument].reveal()
        trusted = {public_id.reveal(): public} if public_id and public else {}
        try:
            return cls(**arguments, trusted_keys=trusted)
        except ConfigurationError as error:
            variable = names.get(error.argument, names["public_key"])
            problem = ConfigurationError(
                f"{error} (Read from {variable}.)", argument=error.argument
            )
        raise problem  # out here, without the first as its context: one mistake is told once

    def owns(self, key: PublicKey) -> bool:
        """Whether this is our own certificate or key, which can never be WeChat Pay's."""
        return serial_key(key.serial) == serial_key(self.serial) or self._own.is_behind(key)

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


class Merchant(Identity):
    """A merchant or service provider (a provider uses its own `mchid`, not the sub-merchant's).

    `from_env` reads WECHATPAY_MCHID, WECHATPAY_PRIVATE_KEY, WECHATPAY_CERTIFICATE_SERIAL or
    WECHATPAY_CERTIFICATE, WECHATPAY_APIV3_KEY, WECHATPAY_PUBLIC_KEY_ID and WECHATPAY_PUBLIC_KEY;
    keys as paths or as text.

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
        apiv3_key: str | bytes | Secret[Any] | None = None,
        trusted_keys: Mapping[str, KeySource] | None = None,
    ) -> None:
        # from here on no frame holds a secret in the open
        private_key, apiv3_key = hide(private_key), None if apiv3_key is None else hide(apiv3_key)
        certificate = None if certificate is None else hide(certificate)
        trusted_keys = None if trusted_keys is None else _hidden(trusted_keys)
        super().__init__(
            own_id=mchid,
            private_key=private_key,
            certificate_serial=certificate_serial,
            certificate=certificate,
            key=apiv3_key,
            trusted_keys=trusted_keys,
        )
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
        api_key: str | bytes | Secret[Any] | None = None,
        trusted_keys: Mapping[str, KeySource],
    ) -> None:
        private_key, api_key = hide(private_key), None if api_key is None else hide(api_key)
        certificate = None if certificate is None else hide(certificate)
        trusted_keys = _hidden(trusted_keys)
        super().__init__(
            own_id=brand_id,
            private_key=private_key,
            certificate_serial=certificate_serial,
            certificate=certificate,
            key=api_key,
            trusted_keys=trusted_keys,
        )
        if not self.trusted:
            raise ConfigurationError(
                f"trusted_keys: needed to verify answers. {self._trusted_hint}",
                argument="trusted_keys",
            )


IDENTITIES: tuple[type[Merchant] | type[Brand], ...] = (Merchant, Brand)
"""The class of every scheme; a client has an argument for each, named like its scheme."""


def _given(names: Mapping[str, str], environ: Mapping[str, str] | None) -> dict[str, Secret[str]]:
    """What the environment says, by argument; an empty variable says nothing."""
    source = os.environ if environ is None else environ
    return {argument: Secret(source[name]) for argument, name in names.items() if source.get(name)}


def _hidden(keys: Mapping[str, KeySource]) -> Mapping[str, KeySource]:
    """The keys, each hidden: who mixes keys up passes a private one here. Anything but a mapping is
    refused later."""
    if not isinstance(keys, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        return keys
    return {name: hide(key) for name, key in keys.items()}
