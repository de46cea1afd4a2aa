# Copied from templates/runtime/testing/deliveries.py by `make generate`; do not edit.
"""What whoever runs a fake as a command may ask of it: to send a callback to an application.

What a callback says, and how it can be spoilt, is the fake's.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import httpx
import msgspec

from .fake import FakeWechatPay
from .server import Answers

PATH = "/callbacks/"


def with_callbacks(fake: FakeWechatPay) -> Answers:
    """The answers of a fake, and one more: `POST /callbacks/<event>?to=<address>` sends that event
    to an application, and tells what the application answered.

    `&fault=bad_signature` spoils it; a JSON body has members that replace those of the example.
    What cannot be sent is answered with status 400 and one line that says why.
    """

    def answer(
        method: str,
        target: str,
        headers: httpx.Headers,
        body: bytes,
        read_timeout: float | None = None,
    ) -> httpx.Response:
        path, _, query = target.partition("?")
        if method != "POST" or not path.startswith(PATH):
            return fake.handle(method, target, headers, body, read_timeout)
        try:
            told = _sent(fake, path.removeprefix(PATH), dict(parse_qsl(query)), body)
        except ValueError as error:
            return httpx.Response(400, text=f"{error}\n")
        return httpx.Response(200, text=told)

    return answer


def _sent(fake: FakeWechatPay, event: str, asked: dict[str, Any], body: bytes) -> str:
    """What the application answered.

    Raises:
        ValueError: It cannot be sent, or there was no answer.
    """
    to = asked.get("to", "")
    if not to.startswith(("http://", "https://")):
        raise ValueError("say where your application receives callbacks: ?to=http://…")
    try:
        members = msgspec.json.decode(body, type=dict[str, Any]) if body else None
    except msgspec.DecodeError as error:
        raise ValueError(f"the body must be a JSON object of members: {error}") from None
    try:
        answer = fake.deliver(to, event, members, fault=asked.get("fault"))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise ValueError(f"{to} did not answer ({type(error).__name__}: {error})") from None
    return "\n".join([f"{to} answered {answer.status_code}", *answer.text.splitlines(), ""])
