"""What is to be sent: one request, complete but unsigned.

The seam between the calls (which know operations) and the exchange (which knows the wire). No I/O
and no signing here.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from .schemes import Scheme


class PreparedRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One request as every attempt sends it; only the `Authorization` header differs between
    attempts."""

    method: str
    """HTTP method in upper case."""
    template: str
    """The path with its placeholders: this, never the filled path, is what logs show."""
    target: str
    """Percent-encoded path and query, exactly as sent and signed."""
    scheme: Scheme
    """Which identity signs."""
    headers: Mapping[str, str] = {}
    """What the operation says in headers, beside those that every request has."""
    accept: str = "application/json"
    """What kind of answer is asked for."""
    content: bytes = b""
    """The body as sent; empty without one."""
    content_type: str | None = None
    """`None` without a body."""
    signed_body: bytes | None = None
    """What is signed where that is not `content`: the `meta` part of an upload."""
    repeatable: bool = False
    """Whether sending it twice is safe: a read, or a write that carries its request number."""
    key_serial: str | None = None
    """The key that encrypted members of the body, for `Wechatpay-Serial`."""
    rate_limit: tuple[int, int] | None = None
    """The documented limit: how many calls in how many seconds."""
    operation_id: str = ""
    """Such as `busifavor.coupons.associate`; empty for requests made by hand."""

    def __repr__(self) -> str:
        # body and target hold personal data, and tracebacks show the locals of frames
        return f"PreparedRequest({self.method} {self.template}, {len(self.content)} bytes)"
