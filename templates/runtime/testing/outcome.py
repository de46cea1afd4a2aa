"""Status and body of the answer to a request without fault: the example, the refusal asked for, or
what WeChat Pay itself computes. Signatures, faults and time are not here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .._runtime import cipher
from .._runtime.errors import DecryptionError
from . import accounts
from .accounts import ACCOUNTS, Account
from .checks import Refusal
from .examples import ExampleOperation
from .received import ReceivedRequest
from .script import Step

CERTIFICATES = ExampleOperation(
    id="platform.certificates.list", method="GET", path="/v3/certificates", scheme="merchant"
)
ECHO = ExampleOperation(
    id="security.echo", method="POST", path="/v3/security/echo", scheme="merchant"
)
"""The self-test, which `doctor` uses."""

STATUS_OF_CODE = {
    "SIGN_ERROR": 401,
    "NO_AUTH": 403,
    "RULE_LIMIT": 403,
    "NOT_ENOUGH": 403,
    "REQUEST_BLOCKED": 403,
    "USER_ACCOUNT_ABNORMAL": 403,
    "NOT_FOUND": 404,
    "RESOURCE_NOT_EXISTS": 404,
    "RATELIMIT_EXCEEDED": 429,
    "FREQUENCY_LIMITED": 429,
    "SYSTEM_ERROR": 500,
    "SERVICE_UNAVAILABLE": 503,
}
"""The usual status of a code, for operations that do not document it."""


def outcome(
    operation: ExampleOperation, received: ReceivedRequest, step: Step, now: float
) -> tuple[int, bytes]:
    """What the operation answers, as scripted."""
    if step.error is not None:
        return _refused(operation, step, step.error)
    status = step.status or operation.status
    if isinstance(step.answer, bytes):
        return status, step.answer
    if isinstance(operation.answer, str):
        return status, operation.answer.encode()
    example, account = operation.answer, ACCOUNTS[operation.scheme]
    if operation.path == CERTIFICATES.path:
        example = {"data": [accounts.certificate_entry(account, now)]}
    elif operation.path == ECHO.path:
        example = _echo(account, received.body)
    # called here, not when scripted: it may look at this very request
    members = step.answer(received) if callable(step.answer) else step.answer
    if example is None and members is None:
        return status, b""
    return status, msgspec.json.encode({**(example or {}), **(members or {})})


def _refused(operation: ExampleOperation, step: Step, code: str) -> tuple[int, bytes]:
    """The refusal that was asked for, as it is documented."""
    documented = next((error for error in operation.errors if error.code == code), None)
    usual = documented.status if documented else STATUS_OF_CODE.get(code, 400)
    message = step.message or (documented.message if documented else code)
    return step.status or usual, msgspec.json.encode({"code": code, "message": message})


def _echo(account: Account, body: Mapping[str, Any]) -> dict[str, Any]:
    """What was encrypted for WeChat Pay comes back encrypted for the caller."""
    answer = {"echo_message": body.get("echo_message", "")}
    if sealed := body.get("encrypted_echo_message"):
        try:
            text = cipher.decrypt_text(accounts.private_key(account.platform), sealed)
        except DecryptionError:
            raise Refusal(400, "PARAM_ERROR", "解密失败") from None
        own = accounts.private_key(account.scheme).public_key()
        answer["encrypted_echo_message"] = cipher.encrypt_text(own, text)
    return answer
