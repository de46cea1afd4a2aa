"""What came with an answer besides the answer: status, headers, Request-ID, raw body.

`response_of(answer)` works for typed answers and for those of `request()` alike. Nothing is parsed
here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import httpx
import msgspec

from .api_errors import internal_code_of

T = TypeVar("T")

_ATTRIBUTE = "_response_info"


class RawAnswer(dict[str, Any]):
    """The JSON object of an answer as it is; what `request()` returns."""


class ResponseInfo(msgspec.Struct, frozen=True, kw_only=True):
    """The verified response an answer was read from."""

    status: int
    """200; 202 while WeChat Pay still works on it; 204 without a body."""
    headers: Mapping[str, str]
    """Looked up without regard to case."""
    body: bytes
    """The raw body."""

    def __repr__(self) -> str:
        # headers hold a signature, the body personal data
        return f"ResponseInfo(status={self.status})"

    @property
    def request_id(self) -> str:
        """What WeChat Pay's support asks for; keep it in your logs."""
        return self.headers.get("Request-ID", "")

    @property
    def internal_code(self) -> str:
        """The numeric code at the end of the Request-ID: `0` when all is well."""
        return internal_code_of(self.request_id)


def attach(answer: T, response: httpx.Response) -> T:
    """The answer, of which `response_of` now knows the response."""
    info = ResponseInfo(
        status=response.status_code, headers=response.headers, body=response.content
    )
    setattr(answer, _ATTRIBUTE, info)
    return answer


def response_of(answer: object) -> ResponseInfo:
    """Status, headers and raw body behind an answer returned by a call.

    Raises:
        TypeError: It is not such an answer: only what a call returned is, not an object inside it.
    """
    info = getattr(answer, _ATTRIBUTE, None)
    if not isinstance(info, ResponseInfo):
        raise TypeError(f"{type(answer).__name__} is not the answer of a call")
    return info
