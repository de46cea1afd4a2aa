# Copied from templates/runtime/_runtime/signing.py by `make generate`; do not edit.
"""The texts that are signed, and the `Authorization` header. Pure functions: no keys, no clock, no
I/O."""

from __future__ import annotations

import secrets

from .secret import Veiled
from .types import Scheme

SCHEME_NAMES: dict[Scheme, str] = {
    "merchant": "WECHATPAY2-SHA256-RSA2048",
    "brand": "WECHATPAY-BRAND-SHA256-RSA2048",
}
"""What opens the `Authorization` header, and what `Wechatpay-Signature-Type` must say."""

_IDENTITY_NAMES: dict[Scheme, str] = {"merchant": "mchid", "brand": "brand_id"}


def new_nonce() -> str:
    """32 random digits and letters (of those, a to f), to be used once."""
    return secrets.token_hex(16)


def request_message(method: str, target: str, timestamp: int, nonce: str, body: bytes) -> Veiled:
    """What the caller signs: five lines. `target` is path and query exactly as sent; `body` is
    empty without one."""
    head = f"{method}\n{target}\n{timestamp}\n{nonce}\n".encode()
    return Veiled(b"".join((head, body, b"\n")))


def answer_message(timestamp: str, nonce: str, body: bytes) -> Veiled:
    """What WeChat Pay signs in answers and callbacks: three lines around the untouched body."""
    head = f"{timestamp}\n{nonce}\n".encode("utf-8", "replace")
    return Veiled(b"".join((head, body, b"\n")))


def authorization(
    scheme: Scheme, identity: str, serial: str, timestamp: int, nonce: str, signature: str
) -> str:
    """The `Authorization` header. `serial` names *our* certificate, never WeChat Pay's."""
    return (
        f'{SCHEME_NAMES[scheme]} {_IDENTITY_NAMES[scheme]}="{identity}",nonce_str="{nonce}",'
        f'signature="{signature}",timestamp="{timestamp}",serial_no="{serial}"'
    )
