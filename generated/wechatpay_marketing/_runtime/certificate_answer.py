# Copied from templates/runtime/_runtime/certificate_answer.py by `make generate`; do not edit.
"""The answer of `/v3/certificates`: opened, and held against what it may contain.

Who controls the connection can put anything into it that WeChat Pay ever sealed with the APIv3 key,
such as a callback with text of his choice. So an entry must say that it is a certificate, in what
its seal covers, and be one and nothing else. When to download, and what is kept, is not decided
here.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from . import cipher
from .errors import ConfigurationError, DecryptionError, VerificationError, VerificationReason
from .keys import PublicKey, load_sealed_certificate
from .secret import Secret
from .trust import serial_key

WHERE_APIV3_KEY = "The APIv3 key is set in the merchant console: 账户中心 > API安全 > APIv3密钥."


class _Sealed(msgspec.Struct):
    algorithm: str
    nonce: str
    ciphertext: str
    associated_data: str = ""


class _Entry(msgspec.Struct):
    serial_no: str
    encrypt_certificate: _Sealed


class _Answer(msgspec.Struct):
    data: list[_Entry]


_answers = msgspec.json.Decoder(_Answer)


def opened(
    body: bytes, apiv3_key: Secret[bytes], is_own: Callable[[PublicKey], bool]
) -> list[PublicKey]:
    """The certificates in the answer, under their serial numbers as WeChat Pay spells them, zeros
    in front included.

    Args:
        body: The answer, not yet verified.
        apiv3_key: What its entries are sealed with.
        is_own: Whether a certificate is the merchant's, which can never be WeChat Pay's.

    Raises:
        ConfigurationError: The APIv3 key does not open an entry.
        VerificationError: An entry is no platform certificate, or two have one serial number.
    """
    try:
        entries = _answers.decode(body).data
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise VerificationError(
            "the answer with platform certificates is malformed", status=200
        ) from None
    keys = [_opened(entry, apiv3_key) for entry in entries]
    if len({serial_key(key.serial) for key in keys}) < len(keys):
        raise _unusable("two have the same serial number", reason="serial")
    if any(is_own(key) for key in keys):
        raise _unusable("one is the merchant's own certificate")
    return keys


def _opened(entry: _Entry, apiv3_key: Secret[bytes]) -> PublicKey:
    sealed = entry.encrypt_certificate
    if sealed.associated_data != cipher.CERTIFICATE:
        raise _unusable("one is sealed as something else than a certificate")
    try:
        plaintext = cipher.decrypt(apiv3_key, **msgspec.structs.asdict(sealed))
    except DecryptionError:
        raise ConfigurationError(
            "apiv3_key: it does not open the platform certificates: a wrong key, or one that was "
            "reset. " + WHERE_APIV3_KEY,
            argument="apiv3_key",
        ) from None
    try:
        key = load_sealed_certificate(plaintext)
    except ConfigurationError as error:
        raise _unusable(str(error)) from None
    if serial_key(key.serial) != serial_key(entry.serial_no):
        raise _unusable("one has another serial number than announced", reason="serial")
    return msgspec.structs.replace(key, serial=entry.serial_no)


def _unusable(why: str, reason: VerificationReason = "signature") -> VerificationError:
    return VerificationError(
        f"the downloaded platform certificates are unusable: {why}", reason=reason, status=200
    )
