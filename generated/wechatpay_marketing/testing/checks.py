# Copied from templates/runtime/testing/checks.py by `make generate`; do not edit.
"""What WeChat Pay refuses of a request: a wrong signature, missing headers, a body or parameters
that do not fit the operation."""

from __future__ import annotations

import binascii
import hashlib
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

import httpx
import msgspec

from .._runtime import checking, json_body, signing
from .._runtime.errors import ValidationError
from .._runtime.keys import PublicKey
from .._runtime.operation import load_type
from . import accounts

if TYPE_CHECKING:
    from .._runtime.types import Scheme
    from .fake import ReceivedRequest

_AUTHORIZATION_PAIR = re.compile(r'(\w+)="([^"]*)"')
_objects = msgspec.json.Decoder(dict[str, Any])


class Refusal(Exception):
    """The request is answered with an error."""

    def __init__(
        self, status: int, code: str, message: str, detail: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.document = {"code": code, "message": message, **({"detail": detail} if detail else {})}


def check_signature(
    scheme: Scheme,
    method: str,
    target: str,
    headers: httpx.Headers,
    signed: bytes,
    *,
    now: float,
    nonces: set[str],
) -> None:
    """Hold the signature against the accounts; `nonces` are those seen before, to which this one
    is added."""
    name, _, pairs = headers.get("Authorization", "").partition(" ")
    values = dict(_AUTHORIZATION_PAIR.findall(pairs))
    identity, serial, key = {
        "merchant": (("mchid", accounts.MERCHANT_ID), accounts.MERCHANT_SERIAL, "merchant"),
        "brand": (("brand_id", accounts.BRAND_ID), accounts.BRAND_SERIAL, "brand"),
    }[scheme]
    timestamp, nonce = values.get("timestamp", ""), values.get("nonce_str", "")
    if not values:
        raise Refusal(
            401,
            "SIGN_ERROR",
            "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》",
        )
    for part, good in (
        ("scheme", name == signing.SCHEME_NAMES[scheme]),
        (identity[0], values.get(identity[0]) == identity[1]),
        ("serial_no", values.get("serial_no") == serial),
        ("timestamp", timestamp.isdigit() and abs(int(timestamp) - now) < 300),
        ("nonce_str", 0 < len(nonce) <= 32 and nonce not in nonces),
    ):
        if not good:
            raise _sign_error(part, values.get(part, name))
    nonces.add(nonce)
    message = signing.request_message(method, target, int(timestamp), nonce, signed)
    try:
        signature = binascii.a2b_base64(values.get("signature", ""), strict_mode=True)
    except ValueError:
        signature = b""
    if not PublicKey(rsa=accounts.private_key(key).public_key()).verifies(message, signature):
        shown = message.decode("utf-8", "replace")
        raise _sign_error(
            "signature",
            values.get("signature", ""),
            {
                "method": method,
                "url": target,
                "sign_message_length": len(message),
                "truncated_sign_message": shown[:1024],
            },
        )


def _sign_error(field: str, value: str, information: Mapping[str, object] | None = None) -> Refusal:
    detail: dict[str, object] = {"field": field, "value": value, "location": "authorization"}
    if information is not None:
        detail |= {"detail": {"issue": "sign not match"}, "sign_information": information}
    return Refusal(401, "SIGN_ERROR", "错误的签名，验签失败", detail)


def check_headers(scheme: Scheme, headers: httpx.Headers, body: bytes) -> None:
    if "application/json" not in headers.get("Accept", ""):
        raise Refusal(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent")
    if not headers.get("User-Agent"):
        raise Refusal(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent")
    if body and not headers.get("Content-Type", "").startswith(
        ("application/json", "multipart/form-data; boundary=")
    ):
        raise Refusal(400, "PARAM_ERROR", "Http头Content-Type不支持")
    if not body and "Content-Type" in headers:
        raise Refusal(400, "PARAM_ERROR", "没有包体时不应有Content-Type")
    serial = headers.get("Wechatpay-Serial")
    if scheme == "brand" and serial != accounts.BRAND_PUBLIC_KEY_ID:
        raise Refusal(400, "INVALID_REQUEST", "Wechatpay-Serial与品牌不匹配")
    if scheme == "merchant" and serial not in (
        None,
        accounts.PUBLIC_KEY_ID,
        accounts.PLATFORM_SERIAL,
    ):
        raise Refusal(400, "PARAM_ERROR", "Wechatpay-Serial不存在")


def opened(headers: httpx.Headers, body: bytes) -> tuple[dict[str, Any] | None, bytes, bytes]:
    """The decoded JSON, the file of an upload, and what was signed."""
    content_type = headers.get("Content-Type", "")
    file, signed = b"", body
    if content_type.startswith("multipart/form-data"):
        delimiter = b"--" + content_type.partition("boundary=")[2].encode()
        pieces = [piece.partition(b"\r\n\r\n") for piece in body.split(b"\r\n" + delimiter)]
        if len(pieces) != 3 or not pieces[0][0].startswith(delimiter) or pieces[2][0] != b"--\r\n":
            raise Refusal(400, "PARAM_ERROR", "包体不是由meta和file组成的multipart/form-data")
        signed, file = pieces[0][2], pieces[1][2]
    try:
        return (_objects.decode(signed) if signed else None), file, signed
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise Refusal(400, "PARAM_ERROR", "包体不是合法的JSON对象") from None


def check_arguments(
    operation: dict[str, Any], received: ReceivedRequest, query: dict[str, str]
) -> None:
    """Hold the request against the types of the operation, as far as they are known."""

    def refuse(location: str, name: str, issue: str) -> NoReturn:
        detail = {"field": name, "location": location, "issue": issue}
        raise Refusal(400, "PARAM_ERROR", f"输入源{location}的字段{name}不合法：{issue}", detail)

    for name in query:
        if name not in operation.get("query", query):
            refuse("query", name, "unknown parameter")
    if kind := operation.get("parameters_type"):
        try:
            msgspec.convert(received.parameters, load_type(kind), strict=False)
        except msgspec.ValidationError as error:
            refuse("query", "", str(error))
    document: dict[str, Any] | None = received.body
    if operation.get("multipart"):
        if (document or {}).get("sha256") != hashlib.sha256(received.file).hexdigest():
            refuse("body", "/meta/sha256", "not the digest of the file")
    elif document is not None:
        if received.method == "GET":
            refuse("body", "", "not allowed with GET")
        try:
            json_body.encode(
                document, operation["id"]
            )  # refuses null, and characters beyond U+FFFF
            if kind := operation.get("body_type"):
                checking.check(document, load_type(kind), operation["id"])
        except ValidationError as error:
            refuse("body", "/" + re.sub(r"[.\[]", "/", error.path).replace("]", ""), str(error))
    elif operation.get("body") is not None:
        refuse("body", "", "required")
