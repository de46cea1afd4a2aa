# Copied from templates/runtime/testing/checks.py by `make generate`; do not edit.
"""What WeChat Pay refuses of a request: a wrong signature, missing headers, a body or parameters
that do not fit the operation."""

from __future__ import annotations

import binascii
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NoReturn, cast

import httpx
import msgspec

from .._runtime import checking, json_body, signing
from .._runtime.errors import ValidationError
from .._runtime.keys import PublicKey
from .._runtime.operation import load_type
from .._runtime.schemes import SCHEMES
from .accounts import ACCOUNTS, PLATFORM_SERIAL, Account, private_key
from .examples import ExampleOperation
from .received import ReceivedRequest

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


def check(
    operation: ExampleOperation,
    received: ReceivedRequest,
    body: bytes,
    query: Iterable[str],
    *,
    now: float,
    nonces: set[str],
    typed: bool,
) -> None:
    """Refuse what WeChat Pay would refuse, and fill in what `received` carries; `typed`: whether
    the documented types count."""
    account = ACCOUNTS[operation.scheme]
    received.body, received.file, signed = opened(received.headers, body)
    check_signature(account, received, signed, now=now, nonces=nonces)
    check_headers(account, received.headers, body, operation.accept)
    check_form(operation, received)
    if typed:
        check_types(operation, received, query)


def check_signature(
    account: Account, received: ReceivedRequest, signed: bytes, *, now: float, nonces: set[str]
) -> None:
    """Hold the signature against the account; `nonces` are those seen before, to which this one
    is added."""
    facts = SCHEMES[account.scheme]
    name, _, pairs = received.headers.get("Authorization", "").partition(" ")
    values = dict(_AUTHORIZATION_PAIR.findall(pairs))
    timestamp, nonce = values.get("timestamp", ""), values.get("nonce_str", "")
    if not values:
        raise Refusal(
            401,
            "SIGN_ERROR",
            "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》",
        )
    for part, good in (
        ("scheme", name == facts.authorization),
        (facts.id_name, values.get(facts.id_name) == account.id),
        ("serial_no", values.get("serial_no") == account.serial),
        ("timestamp", timestamp.isdigit() and abs(int(timestamp) - now) < 300),
        ("nonce_str", 0 < len(nonce) <= 32 and nonce not in nonces),
    ):
        if not good:
            raise _sign_error(part, values.get(part, name))
    nonces.add(nonce)  # before the value is checked: it has been seen, whoever sent it
    message = signing.request_message(
        received.method, received.target, int(timestamp), nonce, signed
    )
    _check_value(account, values.get("signature", ""), message, received)


def _check_value(account: Account, value: str, message: bytes, received: ReceivedRequest) -> None:
    try:
        signature = binascii.a2b_base64(value, strict_mode=True)
    except ValueError:
        signature = b""
    key = PublicKey(rsa=private_key(account.scheme).public_key())
    if not key.verifies(message, signature):
        information = {
            "method": received.method,
            "url": received.target,
            "sign_message_length": len(message),
            "truncated_sign_message": message.decode("utf-8", "replace")[:1024],
        }
        raise _sign_error("signature", value, information)


def _sign_error(field: str, value: str, information: Mapping[str, object] | None = None) -> Refusal:
    detail: dict[str, object] = {"field": field, "value": value, "location": "authorization"}
    if information is not None:
        detail |= {"detail": {"issue": "sign not match"}, "sign_information": information}
    return Refusal(401, "SIGN_ERROR", "错误的签名，验签失败", detail)


def check_headers(account: Account, headers: httpx.Headers, body: bytes, accept: str) -> None:
    """Hold the headers other than the signature against what must be there."""
    if accept not in headers.get("Accept", "") or not headers.get("User-Agent"):
        raise Refusal(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent")
    if body and not headers.get("Content-Type", "").startswith(
        ("application/json", "multipart/form-data; boundary=")
    ):
        raise Refusal(400, "PARAM_ERROR", "Http头Content-Type不支持")
    if not body and "Content-Type" in headers:
        raise Refusal(400, "PARAM_ERROR", "没有包体时不应有Content-Type")
    serial = headers.get("Wechatpay-Serial")
    if not SCHEMES[account.scheme].certificates:
        if serial != account.public_key_id:
            raise Refusal(400, "INVALID_REQUEST", "Wechatpay-Serial与品牌不匹配")
    elif serial not in (None, account.public_key_id, PLATFORM_SERIAL):
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
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Refusal(400, "PARAM_ERROR", "包体不是合法的JSON对象") from None


def check_form(operation: ExampleOperation, received: ReceivedRequest) -> None:
    """Refuse what no operation of this kind can have, whatever its documented types are."""
    if operation.multipart:
        meta: dict[str, Any] = received.body or {}
        if meta.get("sha256") != hashlib.sha256(received.file).hexdigest():
            _refuse("body", "/meta/sha256", "not the digest of the file")
    elif received.body is None:
        if operation.body is not None:
            _refuse("body", "", "required")
    elif received.method == "GET":
        _refuse("body", "", "not allowed with GET")
    else:
        # refuses null, and characters beyond U+FFFF
        _in_body(lambda: json_body.encode(received.body, operation.id))


def check_types(
    operation: ExampleOperation, received: ReceivedRequest, query: Iterable[str]
) -> None:
    """Hold the request against the types of the operation, as far as they are known."""
    for name in query:
        if operation.query is not None and name not in operation.query:
            _refuse("query", name, "unknown parameter")
    if operation.parameters_type:
        try:
            msgspec.convert(received.parameters, load_type(operation.parameters_type), strict=False)
        except msgspec.ValidationError as error:
            _refuse("query", "", str(error))
    if operation.body_type and received.body is not None and not operation.multipart:
        kind = load_type(operation.body_type)
        _in_body(lambda: checking.check(received.body, kind, operation.id))
    _check_conditions(operation, received)


def _check_conditions(operation: ExampleOperation, received: ReceivedRequest) -> None:
    """Refuse what lacks all of several arguments that can be left out one by one, or what another
    needs beside it."""
    needed = operation.at_least_one
    given: dict[str, Any] = {**received.parameters, **(received.body or {})}
    if needed and not any(_has(given, name) for name in needed):
        location = "body" if operation.body_type else "query"
        _refuse(location, needed[0], f"one of {', '.join(needed)} is required")
    for member, others in operation.dependent.items():
        *steps, name = member.replace("[]", ".[]").split(".")
        for found in _within(received.body, steps):
            for other in others:
                if _has(found, name) and not _has(found, other):
                    place = "/".join(["", *steps, other])
                    _refuse("body", place, f"required beside {name}")


def _has(members: Mapping[str, object], name: str) -> bool:
    return members.get(name) not in (None, "")


def _within(value: object, steps: list[str]) -> Iterator[dict[str, Any]]:
    """The objects at a place in a body; `[]` stands for every item of a list."""
    if not steps and isinstance(value, dict):
        yield cast("dict[str, Any]", value)
    elif steps[:1] == ["[]"] and isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _within(item, steps[1:])
    elif steps and isinstance(value, dict):
        yield from _within(cast("dict[str, object]", value).get(steps[0]), steps[1:])


def _in_body(check: Callable[[], object]) -> None:
    try:
        check()
    except RecursionError:
        _refuse("body", "", "nested too deep")
    except ValidationError as error:
        _refuse("body", "/" + re.sub(r"[.\[]", "/", error.path).replace("]", ""), str(error))


def _refuse(location: str, name: str, issue: str) -> NoReturn:
    detail = {"field": name, "location": location, "issue": issue}
    raise Refusal(400, "PARAM_ERROR", f"输入源{location}的字段{name}不合法：{issue}", detail)
