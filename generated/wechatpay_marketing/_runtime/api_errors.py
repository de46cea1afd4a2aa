# Copied from templates/runtime/_runtime/api_errors.py by `make generate`; do not edit.
"""From the answer to a failed call to the right `ApiError`, with a hint of what to do; never
fails, whatever came.

The tables below are the advice; the exceptions themselves are in `errors`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

import msgspec

from .errors import (
    ApiError,
    BadRequest,
    Conflict,
    Forbidden,
    NotFound,
    RateLimited,
    ServerError,
    Unauthorized,
)
from .visible import visible

_MAX_DETAILS = 10
_MEMBER_PATH = r"(/[A-Za-z_][A-Za-z0-9_\[\]-]{0,63}){1,10}"

_CLASSES: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    429: RateLimited,
}

_SLOW_DOWN = (
    "Called too fast, or two operations on one object collided: wait, then repeat unchanged."
)
_OPENID = "The openid does not belong to the appid."
_EXPIRED = "The user's coupon has expired."
_VALIDITY = "Outside the validity of the stock or coupon."

_BY_INTERNAL_CODE = {
    "268435461": "A value is not allowed (for an H5 coupon link: its fragment "
    "#wechat_pay&wechat_redirect is missing).",
    "268435462": "A value is too long.",
    "268435463": "A value is too short.",
    "268435464": "A value is out of range.",
    "270924358": "A member is not allowed here.",
    "270924289": _SLOW_DOWN,
    "268447840": _SLOW_DOWN,
    "268443699": "The signature is wrong: check identity, certificate serial number, private key "
    "and scheme.",
    "268578704": "The appid is not linked to the brand: link it in the brand console.",
    "268578608": "The object does not exist, belongs to another brand, or was made by another "
    "service provider.",
    "268579803": "The service provider lacks the permission: the brand has to grant it.",
    "268578532": _OPENID,
    "268578526": _OPENID,
    "268578404": "The image is missing: upload it first and use the URL that the upload returns.",
    "270087680": "The image is too large: 2 MB at most.",
    "268586067": "Later rounds of the coupon must not be worse for the user than earlier ones.",
    "268578776": _EXPIRED,
    "272756790": _EXPIRED,
    "268578367": "The coupon is in another state; typically it was used before it was confirmed.",
    "272756745": "Already used under another request number: repeat with that number, or query "
    "the coupon.",
    "272756746": "Locked by a redemption going on at the same time: query the coupon, then decide.",
    "272756769": "The user has deleted the coupon.",
    "268578851": "The user has no such coupon.",
    "272755715": _VALIDITY,
    "272755717": _VALIDITY,
    "272756740": "The user has reached the limit of this stock.",
    "268577984": "The stock is not being sent out: check its state.",
    "272755200": "Already sent under another request number: repeat with that number, or query.",
    "268578927": "The request number was used with other content before: repeat that content, or "
    "take a new number.",
    "268584404": "The store is not among those where the stock is valid.",
    "268578813": "The stock is valid in all stores: stores cannot be linked to it.",
}

_BY_CODE = {
    "PARAM_ERROR": "Correct the argument that `detail` names.",
    "INVALID_REQUEST": "The request is well formed but breaks a rule; the message says which.",
    "ALREADY_EXISTS": "It exists already: query it instead of repeating.",
    "RESOURCE_ALREADY_EXISTS": "It exists already: query it instead of repeating.",
    "MCH_NOT_EXISTS": "There is no such merchant: check the merchant ids.",
    "SIGN_ERROR": (
        "Our signature was refused: check that the private key belongs to the certificate serial "
        "number, that both belong to this merchant or brand, and this machine's clock. `detail` "
        "may show the message WeChat Pay expected."
    ),
    "NO_AUTH": "The caller lacks the permission: apply for it in the console, or have the brand "
    "or merchant grant it.",
    "NOAUTH": "The caller lacks the permission: apply for it in the console, or have the brand "
    "or merchant grant it.",
    "RULE_LIMIT": "A business rule forbids it; the message says which.",
    "NOT_ENOUGH": "The budget or stock is used up.",
    "REQUEST_BLOCKED": "Blocked by risk control; do not repeat.",
    "USER_ACCOUNT_ABNORMAL": "The user's account is restricted; do not repeat.",
    "NOT_FOUND": "No such object for this caller: check the id.",
    "RESOURCE_NOT_EXISTS": "No such object for this caller: check the id.",
    "RATELIMIT_EXCEEDED": _SLOW_DOWN,
    "RATELIMIT_EXCEED": _SLOW_DOWN,
    "FREQUENCY_LIMITED": _SLOW_DOWN,
    "FREQUENCY_LIMIT_EXCEED": _SLOW_DOWN,
}

_SERVER_FAULT = (
    "A fault at WeChat Pay: repeat with the same request number and content, or query the result."
)
_NO_ANSWER = "Not an answer of WeChat Pay's API: check hosts and proxies."
_BY_STATUS = {
    400: "Correct the request.",
    401: _BY_CODE["SIGN_ERROR"],
    403: "A permission, rule or budget forbids it; do not repeat.",
    404: "Check the ids and the URL.",
    409: "It collides with the present state: read again, then decide.",
    429: _SLOW_DOWN,
}


def api_error(
    status: int, headers: Mapping[str, str], body: bytes, *, verified: bool, read_only: bool
) -> ApiError:
    """The exception for an answer that is not 2xx.

    A refusal is believed when it is signed, or a 401: those are unsigned by design. All else may
    hide a success.
    """
    parsed = _object(body)
    code, message = _text(parsed.get("code")), _text(parsed.get("message"))
    detail, request_id = parsed.get("detail"), headers.get("request-id", "")
    internal_code = internal_code_of(request_id)
    hint = _hint(status, code, internal_code)
    refused = 400 <= status < 500 and status != 408 and (verified or status == 401)
    parts = [
        _summary(status, code, message) + _place(detail),
        f"Request-ID {request_id}" if request_id else "no Request-ID",
        hint,
    ]
    if not verified:
        parts.append("(unsigned answer)")
    return _CLASSES.get(status, ServerError if status >= 500 else ApiError)(
        visible(" · ".join(parts)),  # whoever controls the connection may have written them
        status=status,
        code=code,
        message=message,
        detail=detail,
        request_id=request_id,
        internal_code=internal_code,
        headers={name.lower(): value for name, value in headers.items()},
        body=body,
        verified=verified,
        hint=hint,
        may_have_happened=not (refused or read_only),
    )


def internal_code_of(request_id: str) -> str:
    """WeChat Pay's numeric code at the end of a Request-ID; `0` when all is well, empty when there
    is none."""
    _, dash, tail = request_id.rpartition("-")
    return tail if dash and tail.isascii() and tail.isdigit() else ""


def _hint(status: int, code: str, internal_code: str) -> str:
    """What to do, by whatever says most about the cause."""
    return (
        _BY_INTERNAL_CODE.get(internal_code)
        or _BY_CODE.get(code)
        or _BY_STATUS.get(status)
        or (_SERVER_FAULT if status >= 500 else _NO_ANSWER)
    )


def _summary(status: int, code: str, message: str) -> str:
    if code or message:
        return f"{status} {code}: {message}"
    return f"{status} with a body that is not an API error"


def _object(body: bytes) -> dict[str, Any]:
    try:
        parsed = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return cast("dict[str, Any]", parsed) if isinstance(parsed, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _place(detail: object) -> str:
    """What of `detail` says where the faults are: it is one object, or a list of them."""
    details = cast("list[object]", detail) if isinstance(detail, list) else [detail]
    shown = [place for one in details[:_MAX_DETAILS] if (place := _place_of_one(one))]
    if len(details) > _MAX_DETAILS:
        shown.append("…")
    return f" ({'; '.join(shown)})" if shown else ""


def _place_of_one(detail: object) -> str:
    """`value` is shown only where it names members, as in `["/body/payer/openid"]`: otherwise it is
    what was sent, and may be personal."""
    if not isinstance(detail, dict):
        return ""
    members = cast("dict[str, object]", detail)
    shown = [
        f"{name} {text}"
        for name in ("field", "location", "issue")
        if (text := _text(members.get(name)))
    ]
    value = members.get("value")
    values = cast("list[object]", value) if isinstance(value, list) else [value]
    paths = [path for path in map(_text, values) if re.fullmatch(_MEMBER_PATH, path)]
    return ", ".join([*shown, *paths])
