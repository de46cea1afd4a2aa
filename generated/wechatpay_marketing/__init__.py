# Copied from templates/runtime/__init__.py by `make generate`; do not edit.
"""A Python client for WeChat Pay's marketing APIs: 商家券 (busifavor) and 商品券 (product coupon).

    from wechatpay_marketing import Merchant, WechatPay

    merchant = Merchant(mchid=..., private_key=..., certificate_serial=..., trusted_keys=...)
    with WechatPay(merchant=merchant) as pay:
        pay.busifavor.stocks.get("98065001")

Everything public is here, except what belongs to one subject: the types of callbacks (`.webhooks`),
the coupon links (`.links`) and what comes back from them (`.redirects`), pacing (`.pacing`), the
fake to test against (`.testing`), and the types of a product (`.busifavor.params`, `.models`,
`.enums`).
"""

from ._runtime.answer import Answer, NoContent
from ._runtime.errors import (
    AnswerUnreadable,
    ApiError,
    BadRequest,
    CallbackError,
    CallbackNotDecrypted,
    CallbackNotVerified,
    CallbackUnreadable,
    ConfigurationError,
    Conflict,
    ConnectionBroken,
    ConnectionFailed,
    DecryptionError,
    Forbidden,
    MissingMemberError,
    NotFound,
    PaginationError,
    RateLimited,
    ServerError,
    SignerFailed,
    StaleTimestamp,
    Timeout,
    TransportError,
    Unauthorized,
    UnknownSerial,
    ValidationError,
    VerificationError,
    WechatPayError,
)
from ._runtime.identity import Brand, Merchant
from ._runtime.keys import Signer
from ._runtime.options import CallOptions
from ._runtime.public import show_public_names as _show_public_names
from ._runtime.request_no import new_request_no
from ._runtime.response import ResponseInfo, response_of
from ._runtime.secret import Secret
from ._runtime.types import FileSource, Time
from ._runtime.version import __version__
from .client import AsyncWechatPay, WechatPay

__all__ = [
    "Answer",
    "AnswerUnreadable",
    "ApiError",
    "AsyncWechatPay",
    "BadRequest",
    "Brand",
    "CallOptions",
    "CallbackError",
    "CallbackNotDecrypted",
    "CallbackNotVerified",
    "CallbackUnreadable",
    "ConfigurationError",
    "Conflict",
    "ConnectionBroken",
    "ConnectionFailed",
    "DecryptionError",
    "FileSource",
    "Forbidden",
    "Merchant",
    "MissingMemberError",
    "NoContent",
    "NotFound",
    "PaginationError",
    "RateLimited",
    "ResponseInfo",
    "Secret",
    "ServerError",
    "Signer",
    "SignerFailed",
    "StaleTimestamp",
    "Time",
    "Timeout",
    "TransportError",
    "Unauthorized",
    "UnknownSerial",
    "ValidationError",
    "VerificationError",
    "WechatPay",
    "WechatPayError",
    "__version__",
    "new_request_no",
    "response_of",
]

_show_public_names(globals())
