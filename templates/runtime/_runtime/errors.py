"""Every exception of the package, and nothing else: no parsing, no hints, no I/O.

    WechatPayError
    ├── ConfigurationError   (ValueError)  the client was set up wrongly: correct the named argument
    ├── ValidationError      (ValueError)  the call's own arguments are wrong: nothing was sent
    ├── SignerFailed                       the signer elsewhere (HSM, KMS) failed: see `__cause__`
    ├── TransportError                     no usable answer arrived
    │   ├── ConnectionFailed               no connection was made: repeat at will
    │   ├── Timeout                        too slow: ask, or repeat with the same request number
    │   └── ConnectionBroken               the connection broke: likewise
    ├── VerificationError                  an answer that is not proved to come from WeChat Pay
    │   ├── UnknownSerial                  signed with a key that is not among the trusted ones
    │   └── StaleTimestamp                 signed too long ago or in the future: check the clock
    ├── DecryptionError                    a ciphertext that the configured key does not open
    ├── ApiError                           WeChat Pay refused, or failed
    │   ├── BadRequest           400       correct the request
    │   ├── Unauthorized         401       correct identity, serial number, private key or clock
    │   ├── Forbidden            403       permission, rule or budget
    │   ├── NotFound             404       check the id
    │   ├── Conflict             409       read again, then decide
    │   ├── RateLimited          429       slow down, then repeat unchanged
    │   └── ServerError          5xx       repeat with the same request number, or ask
    ├── AnswerUnreadable                   genuine, but not the JSON object it should be
    ├── PaginationError                    a list whose pages do not end
    ├── CallbackError                      a callback that must not be believed or cannot be read
    │   ├── CallbackNotVerified  (VerificationError)  answer 401, do nothing else
    │   ├── CallbackNotDecrypted (DecryptionError)    the symmetric key is wrong or was reset
    │   └── CallbackUnreadable             genuine, but not of the documented form
    └── MissingMemberError   (AttributeError)  an answer lacks the member that was touched

All of them carry `may_have_happened`. `False`: this call certainly changed nothing. `True`: it may
have; find out by a query, or repeat it with the *same* request number and content, never with a
new number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from .portable import Portable

if TYPE_CHECKING:
    from .known import ErrorCode

__all__ = [
    "AnswerUnreadable",
    "ApiError",
    "BadRequest",
    "CallbackError",
    "CallbackNotDecrypted",
    "CallbackNotVerified",
    "CallbackUnreadable",
    "ConfigurationError",
    "Conflict",
    "ConnectionBroken",
    "ConnectionFailed",
    "DecryptionError",
    "Forbidden",
    "MissingMemberError",
    "NotFound",
    "PaginationError",
    "RateLimited",
    "ServerError",
    "SignerFailed",
    "StaleTimestamp",
    "Timeout",
    "TransportError",
    "Unauthorized",
    "UnknownSerial",
    "ValidationError",
    "VerificationError",
    "WechatPayError",
]

# Arguments have defaults: outside its process an exception is made anew from text and `state`.


class WechatPayError(Portable):
    """The base of every exception this package raises on purpose."""

    may_have_happened: bool = False
    """Whether the operation may have been carried out; always `False` for reads, which change
    nothing."""


class ConfigurationError(WechatPayError, ValueError):
    """The client was set up wrongly; the text names the argument, the reason, and where the right
    value is found.

    Nothing was sent. Correct the configuration; repeating does not help.
    """

    def __init__(self, message: str = "", state: object = None, *, argument: str = "") -> None:
        super().__init__(message)
        self.argument = argument
        """The argument at fault, such as `private_key`."""
        self._restore(state)


class ValidationError(WechatPayError, ValueError):
    """The arguments of the call break the documented rules; nothing was sent. Correct them."""

    def __init__(
        self,
        message: str = "",
        state: object = None,
        *,
        path: str = "",
        problems: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(message)
        self.path = path.removeprefix("$").removeprefix(".")
        """Where in the arguments: such as `stock_send_rule.max_amount` or `store_list[3]`. Of
        several mistakes, where the first one is."""
        self.problems: tuple[tuple[str, str], ...] = tuple(
            (place.removeprefix("$").removeprefix("."), wrong) for place, wrong in problems
        ) or ((self.path, message),)
        """All mistakes, each as the path and what is wrong there; values are never quoted."""
        self._restore(state)


class SignerFailed(WechatPayError):
    """The signer given as `private_key` raised an exception (`__cause__`), so this attempt was not
    sent.

    `may_have_happened` tells whether an earlier attempt can have reached WeChat Pay.
    """


class TransportError(WechatPayError):
    """No usable answer arrived. `may_have_happened` tells whether the request can have reached
    WeChat Pay."""

    def __init__(
        self, message: str = "", state: object = None, *, may_have_happened: bool = False
    ) -> None:
        super().__init__(message)
        self.may_have_happened = may_have_happened
        self._restore(state)


class ConnectionFailed(TransportError):
    """No connection to any of the hosts (name, network, TLS, proxy). Nothing was sent: repeating
    is safe."""


class Timeout(TransportError):
    """A time limit passed. Unless `may_have_happened` is false: ask, or repeat with the same
    request number."""


class ConnectionBroken(TransportError):
    """The connection broke after sending began. Ask, or repeat with the same request number."""


VerificationReason = Literal["missing", "type", "timestamp", "serial", "signature"]


class VerificationError(WechatPayError):
    """An answer is not proved to come from WeChat Pay, so nothing of it was read.

    The operation may have been carried out all the same: ask, or repeat with the same request
    number. WeChat Pay itself sends a few wrong signatures to see whether callers check them
    (`is_probe`).
    """

    _reason: VerificationReason = "signature"

    def __init__(
        self,
        message: str = "",
        state: object = None,
        *,
        reason: VerificationReason | None = None,
        status: int = 0,
        request_id: str = "",
        is_probe: bool = False,
        may_have_happened: bool = True,
    ) -> None:
        super().__init__(message)
        self.reason: VerificationReason = reason or self._reason
        """Which check failed: headers missing, signature type, timestamp, serial number, or the
        signature itself."""
        self.status = status
        """The HTTP status of the answer; 0 for callbacks."""
        self.request_id = request_id
        """What WeChat Pay's support asks for; empty when the answer had none."""
        self.is_probe = is_probe
        """Whether the signature bears WeChat Pay's mark of a deliberate test. For diagnosis
        only."""
        self.may_have_happened = may_have_happened
        self._restore(state)


class UnknownSerial(VerificationError):
    """Signed with a key we do not trust (`serial`): add WeChat Pay's new public key or certificate
    to `trusted_keys`.

    With automatic platform certificates a new one is fetched by itself, so this then means a
    forgery or a failed download (see `__cause__`).
    """

    _reason = "serial"

    serial: str = ""
    """The serial number or public key id the answer names."""


class StaleTimestamp(VerificationError):
    """Signed 5 minutes or more away from this machine's clock: a replay, or the clock is wrong.
    Check NTP."""

    _reason = "timestamp"


class DecryptionError(WechatPayError):
    """A ciphertext does not open with the configured key; nearly always that key is wrong or was
    reset."""


class ApiError(WechatPayError):
    """WeChat Pay answered with an error. Which one: see the subclass, `code` and `hint`."""

    def __init__(
        self,
        text: str = "",
        state: object = None,
        *,
        status: int = 0,
        code: ErrorCode | str = "",
        message: str = "",
        detail: Any = None,
        request_id: str = "",
        internal_code: str = "",
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        verified: bool = False,
        hint: str = "",
        may_have_happened: bool = True,
    ) -> None:
        super().__init__(text)
        self.status = status
        """The HTTP status."""
        self.code: ErrorCode | str = code
        """Such as `PARAM_ERROR`, an open set; empty when the body was not understood."""
        self.message = message
        """WeChat Pay's text; may contain what users typed: escape it in HTML."""
        self.detail = detail
        """WeChat Pay's further data, as parsed from JSON; `None` when there are none."""
        self.request_id = request_id
        """What WeChat Pay's support asks for."""
        self.internal_code = internal_code
        """The numeric code at the end of the Request-ID, as text."""
        self.headers: dict[str, str] = dict(headers or {})
        """The headers of the answer, names in lower case."""
        self.body = body
        """The raw body, whatever it was."""
        self.verified = verified
        """Whether the signature holds. Errors are often unsigned; then nothing in them is certain."""
        self.hint = hint
        """What to do about it, in one sentence."""
        self.may_have_happened = may_have_happened
        self._restore(state)

    @property
    def retry_after(self) -> float | None:
        """Seconds to wait as asked for by WeChat Pay, if it did, and a day at most. An answer that
        is not `verified` may say anything."""
        text = self.headers.get("retry-after", "").strip()
        return min(float(text), 86_400.0) if text.isascii() and text.isdigit() else None


class BadRequest(ApiError):
    """400: the request breaks a rule. Correct it; for an "already exists" ask what exists."""


class Unauthorized(ApiError):
    """401: the signature was refused. Check identity, serial number, private key and clock; do not
    repeat."""


class Forbidden(ApiError):
    """403: a permission, a rule or a budget forbids it. Do not repeat."""


class NotFound(ApiError):
    """404: no such object for this caller. Check the id."""


class Conflict(ApiError):
    """409: it collides with the present state. Read again, then decide."""


class RateLimited(ApiError):
    """429: too fast. Slow down, then repeat unchanged."""


class ServerError(ApiError):
    """5xx: a fault at WeChat Pay, result unknown: ask, or repeat the same with the same number."""


class AnswerUnreadable(WechatPayError):
    """A genuine answer that is not the JSON object it should be. The operation was carried out."""

    def __init__(
        self, message: str = "", state: object = None, *, request_id: str = "", body: bytes = b""
    ) -> None:
        super().__init__(message)
        self.may_have_happened = True
        self.request_id = request_id
        self.body = body
        """The raw body."""
        self._restore(state)


class PaginationError(WechatPayError):
    """The server names a page again, or nothing but empty pages: following it would never end."""


class CallbackError(WechatPayError):
    """A callback that must not be acted upon. Answer 4xx or 5xx; WeChat Pay sends genuine ones
    again."""


class CallbackNotVerified(CallbackError, VerificationError):
    """The callback is not proved to come from WeChat Pay. Answer 401 and do nothing else."""


class CallbackNotDecrypted(CallbackError, DecryptionError):
    """The callback is genuine but does not open: the symmetric key is wrong, or was reset."""


class CallbackUnreadable(CallbackError):
    """The callback is genuine but not of the documented form."""


class MissingMemberError(WechatPayError, AttributeError):
    """An answer lacks the member that was touched, or it had an unusable form. The operation
    itself succeeded."""

    def __init__(self, message: str = "", state: object = None, *, path: str = "") -> None:
        super().__init__(message)
        self.may_have_happened = True
        self.path = path
        """The member, such as `coupon_code`."""
        self._restore(state)
