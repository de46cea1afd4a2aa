# Copied from templates/runtime/_runtime/keys.py by `make generate`; do not edit.
"""Keys and certificates from whatever form people hold them in: path, PEM, bare base64, DER,
PKCS#1 or PKCS#8.

An error names the argument and what was found in it, never the content; a path of ours is no
content, and is named. Which keys are trusted is not decided here.
"""

from __future__ import annotations

import base64
import binascii
import math
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast, runtime_checkable

import msgspec

from .errors import ConfigurationError
from .secret import Secret, hide

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
    from cryptography.x509 import Certificate

KeyData: TypeAlias = str | bytes | os.PathLike[str]
KeySource: TypeAlias = KeyData | Secret[Any]
"""A key or certificate: a path, PEM text or bytes, bare base64 text, or DER bytes; also inside a
`Secret`."""

_MAX_FILE_BYTES = 1 << 20
_PATH_LIKE = r".{1,250}\.(pem|key|crt|cer|der|txt)"
"""What text is shown as a path in an error: half of a key never ends so."""
_MIN_KEY_BITS = 2048
_PEM = rb"(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \1-----"
_ONE_CERTIFICATE = rb"\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*"
_PRIVATE, _PUBLIC, _CERTIFICATE = "a private key", "a public key", "a certificate"
_KIND_OF_LABEL = {
    "PRIVATE KEY": _PRIVATE,
    "RSA PRIVATE KEY": _PRIVATE,
    "PUBLIC KEY": _PUBLIC,
    "RSA PUBLIC KEY": _PUBLIC,
    "CERTIFICATE": _CERTIFICATE,
    "ENCRYPTED PRIVATE KEY": "a private key locked with a passphrase",
    "CERTIFICATE REQUEST": "a certificate request",
}


@runtime_checkable
class Signer(Protocol):
    """Something that signs in place of a private key held here: a key in an HSM, a KMS, another
    process."""

    def sign(self, message: bytes, /) -> bytes:
        """The RSASSA-PKCS1-v1_5 signature with SHA-256 over `message`; may block."""
        ...


class LocalKey:
    """A private key held in this process."""

    __slots__ = ("rsa",)

    def __init__(self, rsa: RSAPrivateKey) -> None:
        self.rsa = rsa

    def __repr__(self) -> str:
        return "<RSA private key>"

    def sign(self, message: bytes, /) -> bytes:
        """The RSASSA-PKCS1-v1_5 signature with SHA-256 over `message`."""
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.hashes import SHA256

        return self.rsa.sign(message, PKCS1v15(), SHA256())


class PublicKey(msgspec.Struct, frozen=True, kw_only=True):
    """A public key, with what its certificate says of it where it comes from one."""

    rsa: RSAPublicKey
    serial: str = ""
    """The certificate's serial number in upper-case hex, or the public key id; empty while
    unknown."""
    not_before: float = -math.inf
    not_after: float = math.inf
    """The certificate's validity in Unix seconds; without end for a bare public key."""

    def __repr__(self) -> str:
        return f"PublicKey(serial={self.serial!r})"

    def verifies(self, message: bytes, signature: bytes) -> bool:
        """Whether `signature` is this key's RSASSA-PKCS1-v1_5 signature with SHA-256 over
        `message`."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.hashes import SHA256

        try:
            self.rsa.verify(signature, message, PKCS1v15(), SHA256())
        except InvalidSignature:
            return False
        return True


def load_private_key(source: KeySource | Signer, argument: str, where: str) -> Signer:
    """The signer behind `source`; `argument` and `where` (to find the right value) are for the
    error.

    Raises:
        ConfigurationError: It is no RSA private key.
    """
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    given: Secret[Any] = hide(source)
    if isinstance(given.reveal(), RSAPrivateKey):
        return LocalKey(given.reveal())
    if isinstance(given.reveal(), Signer):
        signer: Signer = given.reveal()
        return signer
    kind, der = _find(given, (_PRIVATE,), argument, where)
    key = _parse(load_der_private_key, der, None)
    if not isinstance(key, RSAPrivateKey) or key.key_size < _MIN_KEY_BITS:
        raise _unusable(argument, kind, key, where)
    return LocalKey(key)


def load_public_key(source: KeySource, argument: str, where: str) -> PublicKey:
    """The public key or certificate behind `source`; `argument` and `where` are for the error.

    Raises:
        ConfigurationError: It is neither, or not RSA.
    """
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    kind, der = _find(hide(source), (_CERTIFICATE, _PUBLIC), argument, where)
    certificate = _parse_certificate(der) if kind == _CERTIFICATE else None
    key = _key_of(certificate) if certificate else _parse(load_der_public_key, der)
    if not isinstance(key, RSAPublicKey) or key.key_size < _MIN_KEY_BITS:
        raise _unusable(argument, kind, key, where)
    if certificate is None:
        return PublicKey(rsa=key)
    digits = f"{certificate.serial_number:X}"
    return PublicKey(
        rsa=key,
        # whole bytes: the serial may begin with 0
        serial=digits.zfill(len(digits) + len(digits) % 2),
        not_before=certificate.not_valid_before_utc.timestamp(),
        not_after=certificate.not_valid_after_utc.timestamp(),
    )


def load_certificate(source: KeySource, argument: str, where: str) -> PublicKey:
    """As `load_public_key`, but a bare public key will not do."""
    key = load_public_key(source, argument, where)
    if not key.serial:
        raise ConfigurationError(
            f"{argument}: expected a certificate, found a public key. {where}", argument=argument
        )
    return key


def load_sealed_certificate(plaintext: bytes) -> PublicKey:
    """The certificate that `plaintext` is: one in PEM, and nothing before, between or after it.

    Raises:
        ConfigurationError: It is something else, even if there is a certificate in it.
    """
    if not re.fullmatch(_ONE_CERTIFICATE, plaintext):
        raise ConfigurationError("expected one certificate in PEM, found something else")
    return load_certificate(plaintext, "certificate", "")


def _find(
    source: Secret[object], wanted: tuple[str, ...], argument: str, where: str
) -> tuple[str, Secret[bytes]]:
    """The first block of a wanted kind in `source`, as kind and DER."""
    problem, blocks = "", cast("list[tuple[str, Secret[bytes]]]", [])
    try:
        blocks = _blocks(source)
    except _NoKey as error:
        problem = str(error)
    for kind, der in blocks:
        if kind in wanted:
            return kind, der
    found = problem or " and ".join(kind for kind, _ in blocks)
    expected = " or ".join(wanted)
    raise ConfigurationError(
        f"{argument}: expected {expected}, found {found}. {where}", argument=argument
    )


class _NoKey(Exception):
    """Carries what was found instead, in words that may be shown. Never leaves `_find`, since it
    passes frames that hold content."""


def _blocks(source: Secret[object]) -> list[tuple[str, Secret[bytes]]]:
    """Everything in `source`, as pairs of kind and DER."""
    content = source.reveal()
    if isinstance(content, os.PathLike):
        path = Path(cast("os.PathLike[str]", content))
        data = _read(path, told=len(str(path)) <= 255)  # a key that was taken for a path is longer
    elif isinstance(content, bytes):
        data = content
    elif isinstance(content, str):
        data = _text(content)
    else:
        raise _NoKey(f"a value of type {type(content).__name__}")
    if not data.strip():
        raise _NoKey("nothing: it is empty")
    if b"-----BEGIN" in data:
        return _pem_blocks(data)
    der = data if data[:1] == b"\x30" else _from_base64(data)
    if der is None:
        raise _NoKey("data that is neither PEM nor base64 nor DER")
    return [(_kind_of_der(der), Secret(der))]


def _text(text: str) -> bytes:
    """The bytes meant by a text: the text itself, or what is in the file that it is the path of."""
    data = text.encode("utf-8", "replace")
    if b"-----BEGIN" in data or not text.strip() or _from_base64(data) is not None:
        return data
    if len(text) < 1024 and text.isprintable():
        return _read(Path(text), told=bool(re.fullmatch(_PATH_LIKE, text)))
    raise _NoKey("text that is neither PEM nor base64 nor a path")


def _read(path: Path, *, told: bool) -> bytes:
    """What is in the file; the error tells its path where that is certainly no key."""
    try:
        with path.expanduser().open("rb") as file:
            return file.read(_MAX_FILE_BYTES)
    except (OSError, ValueError, RuntimeError) as error:
        problem = getattr(error, "strerror", None) or type(error).__name__
    name = f" {str(path)!r}" if told else ""
    raise _NoKey(f"neither key text nor the path of a readable file{name} ({problem})")


def _pem_blocks(data: bytes) -> list[tuple[str, Secret[bytes]]]:
    blocks: list[tuple[str, Secret[bytes]]] = []
    for label, body in re.findall(_PEM, data):
        # Environment variables and YAML turn line ends into spaces or the two characters \n.
        der = _from_base64(body.replace(b"\\r", b"").replace(b"\\n", b""))
        if der is None:
            raise _NoKey("damaged PEM text: what is between BEGIN and END is not base64")
        name = label.decode()
        kind = _KIND_OF_LABEL.get(name, f"a PEM block of the kind {name}")
        blocks.append((kind, Secret(der)))
    if not blocks:
        raise _NoKey("damaged PEM text: its END line is missing")
    return blocks


def _from_base64(data: bytes) -> bytes | None:
    compact = b"".join(data.split())
    try:
        der = base64.b64decode(compact, validate=True)
    except (binascii.Error, ValueError):
        return None
    return der if len(der) > 64 and der[:1] == b"\x30" else None


def _kind_of_der(der: bytes) -> str:
    from cryptography.hazmat.primitives.serialization import (
        load_der_private_key,
        load_der_public_key,
    )

    if _parse(load_der_private_key, Secret(der), None) is not None:
        return _PRIVATE
    if _parse(load_der_public_key, Secret(der)) is not None:
        return _PUBLIC
    if _parse_certificate(Secret(der)) is not None:
        return _CERTIFICATE
    return "binary data of an unknown kind (of a .p12 file, pass the key extracted from it)"


def _parse_certificate(der: Secret[bytes]) -> Certificate | None:
    from cryptography.x509 import load_der_x509_certificate

    return cast("Certificate | None", _parse(load_der_x509_certificate, der))


def _key_of(certificate: Certificate) -> object:
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        return certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return None


def _parse(load: Any, der: Secret[bytes], *arguments: object) -> object:
    """What the library makes of the bytes, or `None`; its exceptions would show the key in their
    frames."""
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        return load(der.reveal(), *arguments)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None


def _unusable(argument: str, kind: str, key: object, where: str) -> ConfigurationError:
    if key is None:
        found = f"{kind} that is damaged"
    elif (
        (bits := getattr(key, "key_size", 0))
        and bits < _MIN_KEY_BITS
        and "RSA" in type(key).__name__
    ):
        found = f"an RSA key of {bits} bits (at least {_MIN_KEY_BITS} are needed)"
    else:
        found = f"{kind} that is not RSA"
    return ConfigurationError(f"{argument}: {found}. {where}", argument=argument)
