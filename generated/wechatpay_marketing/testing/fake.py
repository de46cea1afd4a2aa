# Copied from templates/runtime/testing/fake.py by `make generate`; do not edit.
"""`FakeWechatPay`: what it is told, what it received, and what it answers."""

from __future__ import annotations

import base64
import difflib
import functools
import re
import secrets
import threading
import uuid
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol, TypeVar, get_args, overload
from urllib.parse import parse_qsl, unquote

import httpx
import msgspec

from .._runtime import cipher, signing
from .._runtime.errors import DecryptionError
from .._runtime.keys import LocalKey
from .._runtime.operation import load_type
from . import accounts, server
from .checks import Refusal, check_arguments, check_headers, check_signature, opened

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from .._runtime.identity import Brand, Merchant
    from .._runtime.types import Scheme
    from ..client import AsyncWechatPay, WechatPay

ClientT = TypeVar("ClientT")

Fault = Literal["connect", "drop", "unsigned", "bad_signature", "probe", "unknown_serial", "stale"]
"""How an answer or a callback can be spoilt.

`connect`: no connection is made; `drop`: it breaks before the answer; `unsigned`: without
signature headers; `bad_signature`: with a wrong signature; `probe`: with WeChat Pay's mark of a
deliberate wrong signature; `unknown_serial`: signed with a key nobody has heard of; `stale`:
signed 300 s ago.
"""

START = 1_750_000_000.0
"""Where the virtual clock starts: 2025-06-15T23:06:40+08:00."""


_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_UNKNOWN: dict[str, Any] = {"id": "", "scheme": "merchant"}
_BUILT_IN: list[dict[str, Any]] = [
    {
        "id": "platform.certificates.list",
        "method": "GET",
        "path": "/v3/certificates",
        "scheme": "merchant",
    },
    {"id": "security.echo", "method": "POST", "path": "/v3/security/echo", "scheme": "merchant"},
]
_STATUS_OF_CODE = {
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


class Clock:
    """The time as fake and client see it. Stands still unless advanced, or runs with `base` as
    `time.time` does."""

    def __init__(self, base: Callable[[], float] | None = None) -> None:
        self._base = base or (lambda: START)
        self._offset = 0.0

    def __call__(self) -> float:
        """Unix time in seconds."""
        return self._base() + self._offset

    def advance(self, seconds: float) -> None:
        """Let time pass, without waiting."""
        self._offset += seconds


@dataclass(slots=True)
class ReceivedRequest:
    """A request as the fake understood it."""

    method: str
    target: str
    """Path and query as sent."""
    operation: str
    """Such as `busifavor.coupons.use`; empty when there is no such operation."""
    parameters: dict[str, str]
    """Path and query parameters, decoded."""
    headers: httpx.Headers = field(repr=False)
    body: Any = None
    """The decoded JSON body; of an upload its `meta`; `None` without one."""
    file: bytes = field(default=b"", repr=False)
    """The file of an upload."""
    status: int = 0
    """What was answered; 0 when no answer was given."""


class Poster(Protocol):
    """What has `post` as an `httpx.Client` has it."""

    def post(self, url: str, /, *, headers: dict[str, str], content: bytes) -> Any:
        """Send a request and return the answer."""
        ...


@dataclass(slots=True)
class _Step:
    """One scripted behaviour; by default the documented one."""

    answer: Mapping[str, Any] | bytes | Callable[[ReceivedRequest], Mapping[str, Any]] | None = None
    status: int | None = None
    error: str | None = None
    message: str = ""
    fault: Fault | None = None
    delay: float = 0
    times: int | None = None


class _Route(NamedTuple):
    method: str
    pattern: re.Pattern[str]
    operation: dict[str, Any]


class FakeWechatPay:
    """A WeChat Pay of its own: one merchant, one brand, throw-away keys.

    Args:
        trust: How the merchant knows WeChat Pay: by its public key, or by platform certificates,
            which the fake then serves under `/v3/certificates`. The brand always uses the public
            key.
        clock: What time it is, for a fake that clients with a clock of their own talk to
            (`time.time`). By default the time stands still, shared with the clients made here, and
            passes by `fake.clock.advance(seconds)`.
        examples: What to serve instead of the operations and events of this package.
    """

    def __init__(
        self,
        *,
        trust: Literal["public_key", "certificates"] = "public_key",
        clock: Callable[[], float] | None = None,
        examples: Mapping[str, Any] | None = None,
    ) -> None:
        documents = _packaged_examples() if examples is None else examples
        self.trust: Literal["public_key", "certificates"] = trust
        self.clock = Clock(clock)
        self.requests: list[ReceivedRequest] = []
        """Every request so far, the refused ones too."""
        self.transport = server.FakeTransport(self)
        """For `httpx.Client` and `httpx.AsyncClient` alike."""
        self._routes: list[_Route] = []
        self._events: dict[str, Any] = {event["event_type"]: event for event in documents["events"]}
        self._script: defaultdict[str, deque[_Step]] = defaultdict(deque)
        self._nonces: set[str] = set()
        self._lock = threading.Lock()
        for operation in [*documents["operations"], *_BUILT_IN]:
            self._add(dict(operation))

    def __repr__(self) -> str:
        return (
            f"<FakeWechatPay: {len(self._routes)} operations, {len(self.requests)} requests "
            f"received>"
        )

    # -- clients -----------------------------------------------------------------------------------

    @functools.cached_property
    def merchant(self) -> Merchant:
        """The merchant that the fake knows, as a client is configured with it."""
        return accounts.merchant(self.trust)

    @functools.cached_property
    def brand(self) -> Brand:
        """The brand that the fake knows, as a client is configured with it."""
        return accounts.brand()

    @overload
    def client(self, cls: None = None, *, url: str | None = None, **settings: Any) -> WechatPay: ...
    @overload
    def client(self, cls: type[ClientT], *, url: str | None = None, **settings: Any) -> ClientT: ...
    def client(
        self, cls: type[Any] | None = None, *, url: str | None = None, **settings: Any
    ) -> Any:
        """A ready client of this fake, with merchant and brand; in process, or over a socket.

        Args:
            cls: The class of the client, where it is not `WechatPay`.
            url: What `serve()` gave; by default nothing leaves the process.
            settings: Further arguments of the client, such as `retries`.
        """
        http = httpx.Client(transport=self.transport) if url is None else None
        return self._client(cls or load_type("client:WechatPay"), http, url, settings)

    @overload
    def async_client(
        self, cls: None = None, *, url: str | None = None, **settings: Any
    ) -> AsyncWechatPay: ...
    @overload
    def async_client(
        self, cls: type[ClientT], *, url: str | None = None, **settings: Any
    ) -> ClientT: ...
    def async_client(
        self, cls: type[Any] | None = None, *, url: str | None = None, **settings: Any
    ) -> Any:
        """As `client`, asynchronous."""
        http = httpx.AsyncClient(transport=self.transport) if url is None else None
        return self._client(cls or load_type("client:AsyncWechatPay"), http, url, settings)

    def _client(
        self, cls: type[Any], http: Any, url: str | None, settings: Mapping[str, Any]
    ) -> Any:
        connection = {"hosts": [url]} if url else {"http_client": http}
        return cls(
            **{
                "merchant": self.merchant,
                "brand": self.brand,
                "_clock": self.clock,
                "_sleep": self.clock.advance,
                **connection,
                **settings,
            }
        )

    # -- what it does ------------------------------------------------------------------------------

    def script(
        self,
        operation: str = "*",
        *,
        answer: (
            Mapping[str, Any] | bytes | Callable[[ReceivedRequest], Mapping[str, Any]] | None
        ) = None,
        status: int | None = None,
        error: str | None = None,
        message: str = "",
        fault: Fault | None = None,
        delay: float = 0,
        times: int | None = 1,
    ) -> None:
        """Say how the next calls go. What was said first happens first; only requests without
        fault get that far.

        Args:
            operation: Such as `busifavor.coupons.use`; `*` for all.
            answer: Members that replace those of the example, a function that makes them from the
                request, or the bytes of a whole body.
            status: The HTTP status, where it is not the documented one.
            error: The code of an error, such as `NOT_ENOUGH`, instead of an answer.
            message: The text of the error.
            fault: How the answer is spoilt.
            delay: Seconds that pass before the answer, without waiting; in process, a client's
                read timeout is kept.
            times: For how many calls; `None` for all from now on.
        """
        known = {route.operation["id"] for route in self._routes}
        if operation != "*" and operation not in known:
            close = difflib.get_close_matches(operation, known, n=1)
            raise ValueError(
                f"no operation {operation!r}" + (f"; did you mean {close[0]!r}?" if close else "")
            )
        if fault is not None and fault not in get_args(Fault):
            raise ValueError(f"no fault {fault!r}; there are {', '.join(get_args(Fault))}")
        step = _Step(answer, status, error, message, fault, delay, times)
        with self._lock:
            self._script[operation].append(step)

    def add_operation(
        self,
        method: str,
        path: str,
        answer: Mapping[str, Any] | None,
        *,
        operation: str = "",
        scheme: Scheme = "merchant",
    ) -> None:
        """Serve an operation that the specification lacks, for `pay.request(...)`."""
        self._add(
            {"id": operation, "method": method, "path": path, "scheme": scheme, "answer": answer}
        )

    def reset(self) -> None:
        """Forget what was scripted and received."""
        with self._lock:
            self._script.clear()
            self.requests.clear()

    # -- callbacks ---------------------------------------------------------------------------------

    def callback(
        self,
        event_type: str,
        resource: Mapping[str, Any] | None = None,
        *,
        scheme: Scheme | None = None,
        fault: Fault | None = None,
    ) -> tuple[dict[str, str], bytes]:
        """Headers and body of a callback as WeChat Pay sends it.

        Args:
            event_type: Such as `COUPON.SEND`; any other text needs `resource`.
            resource: What happened; members that replace those of the example.
            scheme: To whom it is sent, where it is not the documented one.
            fault: How it is spoilt.
        """
        event: dict[str, Any] = self._events.get(event_type, {})
        if not event and resource is None:
            raise ValueError(f"no example of {event_type!r}: give its resource")
        to: Scheme = scheme or event.get("scheme", "merchant")
        original_type: str = event.get("original_type", "")
        content = msgspec.json.encode({**event.get("resource", {}), **(resource or {})})
        body = {
            "id": str(uuid.uuid4()),
            "create_time": datetime.fromtimestamp(self.clock(), accounts.BEIJING).isoformat(
                timespec="seconds"
            ),
            "event_type": event_type,
            "resource_type": "encrypt-resource",
            "summary": event.get("summary", ""),
            "resource": {
                "original_type": original_type,
                **accounts.sealed(accounts.SECRETS[to], content, original_type),
            },
        }
        raw = msgspec.json.encode(body)
        return {"Content-Type": "application/json", **self._signature(to, raw, fault)}, raw

    def deliver(
        self,
        url: str,
        event_type: str,
        resource: Mapping[str, Any] | None = None,
        *,
        client: Poster | None = None,
        scheme: Scheme | None = None,
        fault: Fault | None = None,
    ) -> httpx.Response:
        """Send a callback to an application and return its answer.

        Args:
            url: Where the application receives callbacks.
            event_type: As for `callback`, like all that follow.
            resource: What happened.
            client: What reaches the application: the test client of FastAPI or Starlette, or for a
                WSGI application `httpx.Client(transport=httpx.WSGITransport(app))`. By default the
                network.
            scheme: To whom it is sent.
            fault: How it is spoilt.
        """
        headers, body = self.callback(event_type, resource, scheme=scheme, fault=fault)
        if client is None:
            return httpx.post(url, headers=headers, content=body, timeout=5)
        response: httpx.Response = client.post(url, headers=headers, content=body)
        return response

    # -- requests ----------------------------------------------------------------------------------

    def handle(
        self,
        method: str,
        target: str,
        headers: httpx.Headers,
        body: bytes,
        read_timeout: float | None = None,
    ) -> httpx.Response:
        """The answer to one request; both transports come down to this.

        Raises:
            httpx.TransportError: The connection is to fail.
        """
        path, _, query = target.partition("?")
        route, parameters = self._route(method, path)
        operation = route or _UNKNOWN
        received = ReceivedRequest(
            method, target, operation["id"], parameters | dict(parse_qsl(query)), headers
        )
        with self._lock:
            self.requests.append(received)
        scheme: Scheme = operation["scheme"]
        try:
            if route is None:
                raise Refusal(404, "NOT_FOUND", f"there is no operation {method} {path}")
            received.body, received.file, signed = opened(headers, body)
            check_signature(
                scheme, method, target, headers, signed, now=self.clock(), nonces=self._nonces
            )
            check_headers(scheme, headers, body)
            check_arguments(route, received, dict(parse_qsl(query)))
            with self._lock:
                step = self._next_step(route["id"])
            if step.delay:
                self._pass_time(step.delay, read_timeout)
            if step.fault == "connect":
                raise httpx.ConnectError("the fake refuses the connection")
            status, content = self._outcome(route, received, step)
            if step.fault == "drop":
                raise httpx.RemoteProtocolError("the fake breaks the connection")
            fault = step.fault
        except Refusal as refusal:
            status, content = refusal.status, msgspec.json.encode(refusal.document)
            # Requests whose signature was refused get an unsigned answer.
            fault = "unsigned" if status == 401 else None
        received.status = status
        reply = {
            "Request-ID": f"{secrets.token_hex(16).upper()}-0",
            **self._signature(scheme, content, fault),
        }
        if content:
            reply["Content-Type"] = "application/json; charset=utf-8"
        return httpx.Response(status, headers=reply, content=content)

    def _add(self, operation: dict[str, Any]) -> None:
        pattern = re.compile(
            _PLACEHOLDER.sub(
                r"(?P<\1>[^/]+)",
                re.escape(operation["path"]).replace(r"\{", "{").replace(r"\}", "}"),
            )
        )
        self._routes.append(_Route(operation["method"], pattern, operation))
        # A fixed word wins over a placeholder in the same place.
        self._routes.sort(key=lambda route: route.pattern.groups)

    def _route(self, method: str, path: str) -> tuple[dict[str, Any] | None, dict[str, str]]:
        for route in self._routes:
            if route.method == method and (match := route.pattern.fullmatch(path)):
                return route.operation, {
                    name: unquote(value) for name, value in match.groupdict().items()
                }
        return None, {}

    def _next_step(self, operation: str) -> _Step:
        for steps in (self._script[operation], self._script["*"]):
            if steps:
                if steps[0].times is not None:
                    steps[0].times -= 1
                return steps.popleft() if steps[0].times == 0 else steps[0]
        return _Step()

    def _pass_time(self, delay: float, read_timeout: float | None) -> None:
        if read_timeout is not None and delay >= read_timeout:
            self.clock.advance(read_timeout)
            raise httpx.ReadTimeout("the fake answers too late")
        self.clock.advance(delay)

    def _outcome(
        self, operation: dict[str, Any], received: ReceivedRequest, step: _Step
    ) -> tuple[int, bytes]:
        if step.error is not None:
            errors: list[dict[str, Any]] = operation.get("errors", [])
            documented = next((entry for entry in errors if entry["code"] == step.error), None)
            status = step.status or (
                documented["status"] if documented else _STATUS_OF_CODE.get(step.error, 400)
            )
            message = step.message or (documented["message"] if documented else step.error)
            return status, msgspec.json.encode({"code": step.error, "message": message})
        status = step.status or operation.get("status", 200)
        if isinstance(step.answer, bytes):
            return status, step.answer
        if operation["path"] == "/v3/certificates":
            example: dict[str, Any] | None = {"data": [accounts.certificate_entry(self.clock())]}
        elif operation["path"] == "/v3/security/echo":
            example = _echo(received.body)
        else:
            example = operation.get("answer")
        members = step.answer(received) if callable(step.answer) else step.answer
        if example is None and members is None:
            return status, b""
        return status, msgspec.json.encode({**(example or {}), **(members or {})})

    # -- signatures --------------------------------------------------------------------------------

    def _signer(self, scheme: Scheme) -> tuple[str, RSAPrivateKey]:
        """What WeChat Pay signs with: the id or serial number, and the key."""
        if scheme == "brand":
            return accounts.BRAND_PUBLIC_KEY_ID, accounts.private_key("wechatpay for brands")
        return (
            accounts.PUBLIC_KEY_ID if self.trust == "public_key" else accounts.PLATFORM_SERIAL
        ), accounts.private_key("wechatpay")

    def _signature(self, scheme: Scheme, body: bytes, fault: Fault | None) -> dict[str, str]:
        """The signature headers of an answer or a callback."""
        if fault == "unsigned":
            return {}
        serial, key = self._signer(scheme)
        timestamp = str(int(self.clock()) - (300 if fault == "stale" else 0))
        nonce = signing.new_nonce()
        message = signing.answer_message(
            timestamp, nonce, body + (b" " if fault == "bad_signature" else b"")
        )
        signature = base64.b64encode(LocalKey(key).sign(message)).decode()
        return {
            "Wechatpay-Timestamp": timestamp,
            "Wechatpay-Nonce": nonce,
            "Wechatpay-Signature": (
                f"WECHATPAY/SIGNTEST/{signature}" if fault == "probe" else signature
            ),
            "Wechatpay-Serial": (
                "0FA4E000000000000000000000000000DEADBEEF" if fault == "unknown_serial" else serial
            ),
            "Wechatpay-Signature-Type": signing.SCHEME_NAMES[scheme],
        }

    # -- server ------------------------------------------------------------------------------------

    def serve(self, port: int = 0) -> AbstractContextManager[str]:
        """Serve on 127.0.0.1, each connection in a thread; gives the address, such as
        `http://127.0.0.1:49152`."""
        return server.serve(self, port)


@functools.cache
def _packaged_examples() -> dict[str, Any]:
    examples: dict[str, Any] = msgspec.json.decode(
        resources.files("wechatpay_marketing").joinpath("_examples.json").read_bytes()
    )
    return examples


def _echo(body: Any) -> dict[str, Any]:
    """The self-test: what was encrypted for WeChat Pay comes back encrypted for the merchant."""
    answer = {"echo_message": body.get("echo_message", "")}
    if sealed := body.get("encrypted_echo_message"):
        try:
            text = cipher.decrypt_text(accounts.private_key("wechatpay"), sealed)
        except DecryptionError:
            raise Refusal(400, "PARAM_ERROR", "解密失败") from None
        answer["encrypted_echo_message"] = cipher.encrypt_text(
            accounts.private_key("merchant").public_key(), text
        )
    return answer
