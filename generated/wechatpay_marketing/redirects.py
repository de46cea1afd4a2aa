# Copied from templates/runtime/redirects.py by `make generate`; do not edit.
"""Redirects: what a mini-program is opened with after a user has taken a coupon.

Pure computation on the server side; nothing is sent. How a coupon is handed out is up to `links`.
"""

from __future__ import annotations

from typing import Any

from ._runtime import cipher
from ._runtime.credentials import checked_symmetric_key
from ._runtime.errors import DecryptionError
from ._runtime.secret import Secret, hide

__all__ = ["open_coupon_code"]


def open_coupon_code(
    *, nonce: str, associated_data: str, ciphertext: str, apiv3_key: str | Secret[Any]
) -> str:
    """The coupon code that a mini-program is opened with after a user took a coupon (领券后跳转).

    WeChat Pay appends the three values to the path of the mini-program, whose page hands them to
    your server as they are. They are sealed with the APIv3 key, so a code that opens is genuine;
    who brought it is not proved.

    Args:
        nonce: `nonce` of the path, 12 characters.
        associated_data: `associated_data` of the path, always `COUPON_CODE`.
        ciphertext: `ciphertext` of the path, decoded from percent-encoding once.
        apiv3_key: The APIv3 key of the merchant that made the stock.

    Raises:
        DecryptionError: It is no sealed coupon code, or was sealed with another key.
        ConfigurationError: `apiv3_key` cannot be an APIv3 key.
    """
    apiv3_key = hide(apiv3_key)  # tracebacks show the locals of every frame they pass
    key = checked_symmetric_key(apiv3_key, "apiv3_key", "merchant console: 账户中心 > API安全")
    if associated_data != cipher.COUPON_CODE or key is None:
        raise DecryptionError("the message is not sealed as a coupon code")
    if not (_is_text(nonce) and _is_text(ciphertext)):
        raise DecryptionError("nonce and ciphertext must be text")
    code = cipher.decrypt(
        key,
        algorithm=cipher.AEAD_ALGORITHM,
        nonce=nonce,
        # a `+` that was read as a blank
        ciphertext=ciphertext.replace(" ", "+"),
        associated_data=associated_data,
    )
    try:
        return code.decode()
    except UnicodeDecodeError:
        raise DecryptionError("the message holds no text") from None


def _is_text(value: object) -> bool:
    return isinstance(value, str)
