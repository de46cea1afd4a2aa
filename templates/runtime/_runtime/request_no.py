"""Request numbers: the caller's own names for a deed, by which WeChat Pay recognises a repetition.

The calls never make one: a number that is not stored before the call is of no use after a crash.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta


def new_request_no(prefix: str = "") -> str:
    """A new request number, unique for all practical purposes: `prefix`, the time in China, random
    digits and letters.

    Store it before the call, and use it again for every repetition of that call.

    Args:
        prefix: up to 8 letters and digits of your own.

    Raises:
        ValueError: the prefix is longer or holds other characters.
    """
    if len(prefix) > 8 or (prefix and not (prefix.isascii() and prefix.isalnum())):
        raise ValueError("prefix must be at most 8 ASCII letters and digits")
    moment = (datetime.now(UTC) + timedelta(hours=8)).strftime("%Y%m%d%H%M%S")
    return f"{prefix}{moment}{secrets.token_hex(8)}"
