# Copied from templates/runtime/_runtime/signing.py by `make generate`; do not edit.
"""The texts that are signed, and the `Authorization` header. Pure functions: no keys, no clock, no
I/O."""

from __future__ import annotations

import secrets

from .schemes import SCHEMES, Scheme
from .secret import Veiled


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
    facts = SCHEMES[scheme]
    return (
        f'{facts.authorization} {facts.id_name}="{identity}",nonce_str="{nonce}",'
        f'signature="{signature}",timestamp="{timestamp}",serial_no="{serial}"'
    )
