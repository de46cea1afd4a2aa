# Copied from templates/runtime/_runtime/cipher.py by `make generate`; do not edit.
"""Encryption: AES-256-GCM with the API key, RSA-OAEP with certificates and public keys.

Pure functions over bytes and keys. One key seals several kinds of message, told apart by their
associated data alone: who opens one says which kind it must be. What a plaintext means, and where
keys come from, is not here.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from .errors import ConfigurationError, DecryptionError, ValidationError
from .secret import Secret, Veiled

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.padding import OAEP
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AEAD_ALGORITHM = "AEAD_AES_256_GCM"
"""What callbacks and platform certificates are encrypted with; nothing else is accepted."""

CERTIFICATE = "certificate"
"""The associated data of platform certificates."""
COUPON_CODE = "COUPON_CODE"
"""The associated data of the coupon code that a mini-program is called back with."""

_KEY_BYTES = 32
_NONCE_BYTES = 12
_TAG_BYTES = 16
_OAEP_OVERHEAD = 42  # two SHA-1 digests and two bytes: 214 of 256 bytes are left


def decrypt(
    key: Secret[bytes], *, algorithm: str, nonce: str, ciphertext: str, associated_data: str = ""
) -> Veiled:
    """The plaintext of a callback's `resource`, of a certificate entry or of a coupon code.

    Args:
        key: The 32 bytes of the APIv3 key (merchant) or of the brand API key.
        algorithm: As the message names it.
        nonce: 12 characters.
        ciphertext: Base64 of the ciphertext and its 16-byte tag.
        associated_data: May be empty.

    Raises:
        ConfigurationError: `key` has another length.
        DecryptionError: Another algorithm, a malformed message, or a tag that does not fit (wrong
            key or forged).
    """
    from cryptography.exceptions import InvalidTag

    if algorithm != AEAD_ALGORITHM:
        raise DecryptionError(f"the message is not encrypted with {AEAD_ALGORITHM}")
    aead = _aead(key)
    sealed = _from_base64(ciphertext)
    # half of a surrogate pair has no bytes; then the tag does not fit
    aad, iv = (text.encode("utf-8", "replace") for text in (associated_data, nonce))
    if len(sealed) < _TAG_BYTES or len(iv) != _NONCE_BYTES:
        raise DecryptionError(
            "the encrypted message is malformed: its nonce or ciphertext has a wrong length"
        )
    try:
        return Veiled(aead.decrypt(iv, sealed, aad))
    except InvalidTag:
        raise DecryptionError(
            "the message cannot be decrypted: nearly always the API key configured here is not, "
            "or no longer, the one set in the console (APIv3 key of the merchant, or API key of "
            "the brand)"
        ) from None


def encrypt(key: Secret[bytes], plaintext: bytes, *, nonce: str, associated_data: str = "") -> str:
    """`plaintext` encrypted as WeChat Pay does it: base64 of the ciphertext and its tag.

    Raises:
        ConfigurationError: `key` is not 32 bytes long.
    """
    return base64.b64encode(
        _aead(key).encrypt(nonce.encode(), plaintext, associated_data.encode())
    ).decode()


def encrypt_text(key: RSAPublicKey, text: str) -> str:
    """A sensitive member of a request, encrypted for WeChat Pay (RSAES-OAEP with SHA-1), as base64.

    Raises:
        ValidationError: The text has more than 214 bytes in UTF-8 (with a 2048-bit key), or is not
            Unicode.
    """
    try:
        plaintext = Veiled(text.encode())
    except UnicodeEncodeError:
        raise ValidationError("a text to be encrypted holds half of a surrogate pair") from None
    limit = key.key_size // 8 - _OAEP_OVERHEAD
    if len(plaintext) > limit:
        raise ValidationError(
            f"a text to be encrypted may have {limit} bytes at most, found {len(plaintext)}"
        )
    return base64.b64encode(key.encrypt(plaintext, _oaep())).decode()


def decrypt_text(key: RSAPrivateKey, ciphertext: str) -> str:
    """A sensitive member of an answer, decrypted with the private key of our own certificate.

    Raises:
        DecryptionError: It was not encrypted for this key.
    """
    try:
        return key.decrypt(_from_base64(ciphertext), _oaep()).decode()
    except ValueError:
        raise DecryptionError(
            "the text was not encrypted for this certificate's private key"
        ) from None


def _aead(key: Secret[bytes]) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    length = len(key.reveal())
    if length != _KEY_BYTES:  # the library would take 16 bytes for AES-128
        raise ConfigurationError(
            f"the API key must be {_KEY_BYTES} bytes long, found {length}", argument="api_key"
        )
    return AESGCM(key.reveal())


def _oaep() -> OAEP:
    from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
    from cryptography.hazmat.primitives.hashes import SHA1

    # SHA-1 is what the protocol prescribes; OAEP does not rest on its resistance to collisions
    return OAEP(mgf=MGF1(SHA1()), algorithm=SHA1(), label=None)


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise DecryptionError("the encrypted message is not base64") from None
