"""A WeChat Pay to test against: `FakeWechatPay`, in process or as a server on 127.0.0.1.

It has throw-away keys of its own, verifies every request as the real one does (signature, headers, body against the
types of the operation), answers with the example of the specification, signed, and can be told to fail in all the ways
the real one can. It keeps no coupons: what an operation answers depends only on what it was told.

    fake = FakeWechatPay()
    with fake.client() as pay:
        pay.busifavor.coupons.use(...)                                   # answers the example
        fake.script("busifavor.coupons.use", error="NOT_ENOUGH")         # fails the next call
        fake.script("busifavor.coupons.use", fault="drop", times=None)   # fails all calls from now on
    assert fake.requests[0].body["coupon_code"] == "..."

Only for tests: nothing else of the package imports it.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import functools
import hashlib
import re
import secrets
import threading
import time
import uuid
from collections import defaultdict, deque
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn, Protocol, TypeVar, cast, overload
from urllib.parse import parse_qsl, unquote

import httpx
import msgspec

from ._runtime import body as bodies
from ._runtime import cipher, signing
from ._runtime.errors import DecryptionError, ValidationError
from ._runtime.keys import LocalKey, PublicKey
from ._runtime.operation import load_type

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from ._runtime.identity import Brand, Merchant
    from ._runtime.prepared import Scheme
    from .client import AsyncWechatPay, WechatPay

ClientT = TypeVar("ClientT")

Fault = Literal["connect", "drop", "unsigned", "bad_signature", "probe", "unknown_serial", "stale"]
"""How an answer or a callback can be spoilt.

`connect`: no connection is made; `drop`: it breaks before the answer; `unsigned`: without signature headers;
`bad_signature`: with a wrong signature; `probe`: with WeChat Pay's mark of a deliberate wrong signature;
`unknown_serial`: signed with a key nobody has heard of; `stale`: signed 300 s ago.
"""

MERCHANT_ID, BRAND_ID = "1900000001", "120344"
MERCHANT_SERIAL, BRAND_SERIAL = "3775B6A45ACD588826D15E583A95F5DD5B000001", "5157F09EFDC096DE15EBE81A47057A72B0000002"
PLATFORM_SERIAL = "7132D72A03E93CDDF8C03BBD1F37EEDF000A0003"
PUBLIC_KEY_ID, BRAND_PUBLIC_KEY_ID = "PUB_KEY_ID_0119000000010000000001", "PUB_KEY_ID_0112034400000000000002"
APIV3_KEY, BRAND_API_KEY = "fake0apiv30key0of0the0merchant00", "fake0api0key0of0the0brand0000000"
START = 1_750_000_000.0
"""Where the virtual clock starts: 2025-06-15T23:06:40+08:00."""


class Clock:
    """The time as fake and client see it. Stands still unless advanced, or runs with `base` as `time.time` does."""

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


class _Refusal(Exception):
    """The request is answered with an error."""

    def __init__(self, status: int, code: str, message: str, detail: Mapping[str, object] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.document = {"code": code, "message": message, **({"detail": detail} if detail else {})}


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
        trust: How the merchant knows WeChat Pay: by its public key, or by platform certificates, which the fake then
            serves under `/v3/certificates`. The brand always uses the public key.
        clock: What time it is, for a fake that clients with a clock of their own talk to (`time.time`). By default the
            time stands still, shared with the clients made here, and passes by `fake.clock.advance(seconds)`.
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
        self.trust = trust
        self.clock = Clock(clock)
        self.requests: list[ReceivedRequest] = []
        """Every request so far, the refused ones too."""
        self.transport = FakeTransport(self)
        """For `httpx.Client` and `httpx.AsyncClient` alike."""
        self._routes: list[_Route] = []
        self._events: dict[str, Any] = {event["event_type"]: event for event in documents["events"]}
        self._script: defaultdict[str, deque[_Step]] = defaultdict(deque)
        self._nonces: set[str] = set()
        self._lock = threading.Lock()
        for operation in [*documents["operations"], *_BUILT_IN]:
            self._add(dict(operation))

    def __repr__(self) -> str:
        return f"<FakeWechatPay: {len(self._routes)} operations, {len(self.requests)} requests received>"

    # -- clients ------------------------------------------------------------------------------------------------------

    @functools.cached_property
    def merchant(self) -> Merchant:
        """The merchant that the fake knows, as a client is configured with it."""
        from ._runtime.identity import Merchant

        return Merchant(
            mchid=MERCHANT_ID,
            certificate_serial=MERCHANT_SERIAL,
            private_key=LocalKey(_key("merchant")),
            apiv3_key=APIV3_KEY,
            trusted_keys={PUBLIC_KEY_ID: _public_pem(_key("wechatpay"))} if self.trust == "public_key" else {},
        )

    @functools.cached_property
    def brand(self) -> Brand:
        """The brand that the fake knows, as a client is configured with it."""
        from ._runtime.identity import Brand

        return Brand(
            brand_id=BRAND_ID,
            certificate_serial=BRAND_SERIAL,
            private_key=LocalKey(_key("brand")),
            api_key=BRAND_API_KEY,
            trusted_keys={BRAND_PUBLIC_KEY_ID: _public_pem(_key("wechatpay for brands"))},
        )

    @overload
    def client(self, cls: None = None, *, url: str | None = None, **settings: Any) -> WechatPay: ...
    @overload
    def client(self, cls: type[ClientT], *, url: str | None = None, **settings: Any) -> ClientT: ...
    def client(self, cls: type[Any] | None = None, *, url: str | None = None, **settings: Any) -> Any:
        """A ready client of this fake, with merchant and brand; in process, or over a socket.

        Args:
            cls: The class of the client, where it is not `WechatPay`.
            url: What `serve()` gave; by default nothing leaves the process.
            settings: Further arguments of the client, such as `retries`.
        """
        http = httpx.Client(transport=self.transport) if url is None else None
        return self._client(cls or load_type("client:WechatPay"), http, url, settings)

    @overload
    def async_client(self, cls: None = None, *, url: str | None = None, **settings: Any) -> AsyncWechatPay: ...
    @overload
    def async_client(self, cls: type[ClientT], *, url: str | None = None, **settings: Any) -> ClientT: ...
    def async_client(self, cls: type[Any] | None = None, *, url: str | None = None, **settings: Any) -> Any:
        """As `client`, asynchronous."""
        http = httpx.AsyncClient(transport=self.transport) if url is None else None
        return self._client(cls or load_type("client:AsyncWechatPay"), http, url, settings)

    def _client(self, cls: type[Any], http: Any, url: str | None, settings: Mapping[str, Any]) -> Any:
        connection = {"hosts": [url]} if url else {"http_client": http}
        return cls(**{"merchant": self.merchant, "brand": self.brand, "_clock": self.clock, **connection, **settings})

    # -- what it does -------------------------------------------------------------------------------------------------

    def script(
        self,
        operation: str = "*",
        *,
        answer: Mapping[str, Any] | bytes | Callable[[ReceivedRequest], Mapping[str, Any]] | None = None,
        status: int | None = None,
        error: str | None = None,
        message: str = "",
        fault: Fault | None = None,
        delay: float = 0,
        times: int | None = 1,
    ) -> None:
        """Say how the next calls go. What was said first happens first; only requests without fault get that far.

        Args:
            operation: Such as `busifavor.coupons.use`; `*` for all.
            answer: Members that replace those of the example, a function that makes them from the request, or the bytes
                of a whole body.
            status: The HTTP status, where it is not the documented one.
            error: The code of an error, such as `NOT_ENOUGH`, instead of an answer.
            message: The text of the error.
            fault: How the answer is spoilt.
            delay: Seconds that pass before the answer, without waiting; in process, a client's read timeout is kept.
            times: For how many calls; `None` for all from now on.
        """
        known = {route.operation["id"] for route in self._routes}
        if operation != "*" and operation not in known:
            close = difflib.get_close_matches(operation, known, n=1)
            raise ValueError(f"no operation {operation!r}" + (f"; did you mean {close[0]!r}?" if close else ""))
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
        self._add({"id": operation, "method": method, "path": path, "scheme": scheme, "answer": answer})

    def reset(self) -> None:
        """Forget what was scripted and received."""
        with self._lock:
            self._script.clear()
            self.requests.clear()

    # -- callbacks ----------------------------------------------------------------------------------------------------

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
            "create_time": datetime.fromtimestamp(self.clock(), _BEIJING).isoformat(timespec="seconds"),
            "event_type": event_type,
            "resource_type": "encrypt-resource",
            "summary": event.get("summary", ""),
            "resource": {"original_type": original_type, **_sealed(_SECRETS[to], content, original_type)},
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
            client: What reaches the application: the test client of FastAPI or Starlette, or for a WSGI application
                `httpx.Client(transport=httpx.WSGITransport(app))`. By default the network.
            scheme: To whom it is sent.
            fault: How it is spoilt.
        """
        headers, body = self.callback(event_type, resource, scheme=scheme, fault=fault)
        if client is None:
            return httpx.post(url, headers=headers, content=body, timeout=5)
        response: httpx.Response = client.post(url, headers=headers, content=body)
        return response

    # -- requests -----------------------------------------------------------------------------------------------------

    def handle(
        self, method: str, target: str, headers: httpx.Headers, body: bytes, read_timeout: float | None = None
    ) -> httpx.Response:
        """The answer to one request; both transports come down to this.

        Raises:
            httpx.TransportError: The connection is to fail.
        """
        path, _, query = target.partition("?")
        route, parameters = self._route(method, path)
        operation = route or _UNKNOWN
        received = ReceivedRequest(method, target, operation["id"], parameters | dict(parse_qsl(query)), headers)
        with self._lock:
            self.requests.append(received)
        scheme: Scheme = operation["scheme"]
        try:
            if route is None:
                raise _Refusal(404, "NOT_FOUND", f"there is no operation {method} {path}")
            received.body, received.file, signed = _opened(headers, body)
            self._check_signature(scheme, method, target, headers, signed)
            _check_headers(scheme, headers, body)
            _check_arguments(route, received, dict(parse_qsl(query)))
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
        except _Refusal as refusal:
            status, content = refusal.status, msgspec.json.encode(refusal.document)
            # Requests whose signature was refused get an unsigned answer.
            fault = "unsigned" if status == 401 else None
        received.status = status
        reply = {"Request-ID": f"{secrets.token_hex(16).upper()}-0", **self._signature(scheme, content, fault)}
        if content:
            reply["Content-Type"] = "application/json; charset=utf-8"
        return httpx.Response(status, headers=reply, content=content)

    def _add(self, operation: dict[str, Any]) -> None:
        pattern = re.compile(
            _PLACEHOLDER.sub(r"(?P<\1>[^/]+)", re.escape(operation["path"]).replace(r"\{", "{").replace(r"\}", "}"))
        )
        self._routes.append(_Route(operation["method"], pattern, operation))
        # A fixed word wins over a placeholder in the same place.
        self._routes.sort(key=lambda route: route.pattern.groups)

    def _route(self, method: str, path: str) -> tuple[dict[str, Any] | None, dict[str, str]]:
        for route in self._routes:
            if route.method == method and (match := route.pattern.fullmatch(path)):
                return route.operation, {name: unquote(value) for name, value in match.groupdict().items()}
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

    def _outcome(self, operation: dict[str, Any], received: ReceivedRequest, step: _Step) -> tuple[int, bytes]:
        if step.error is not None:
            errors: list[dict[str, Any]] = operation.get("errors", [])
            documented = next((entry for entry in errors if entry["code"] == step.error), None)
            status = step.status or (documented["status"] if documented else _STATUS_OF_CODE.get(step.error, 400))
            message = step.message or (documented["message"] if documented else step.error)
            return status, msgspec.json.encode({"code": step.error, "message": message})
        status = step.status or operation.get("status", 200)
        if isinstance(step.answer, bytes):
            return status, step.answer
        if operation["path"] == "/v3/certificates":
            example: dict[str, Any] | None = {"data": [_certificate_entry(self.clock())]}
        elif operation["path"] == "/v3/security/echo":
            example = _echo(received.body)
        else:
            example = operation.get("answer")
        members = step.answer(received) if callable(step.answer) else step.answer
        if example is None and members is None:
            return status, b""
        return status, msgspec.json.encode({**(example or {}), **(members or {})})

    # -- signatures ---------------------------------------------------------------------------------------------------

    def _signer(self, scheme: Scheme) -> tuple[str, RSAPrivateKey]:
        """What WeChat Pay signs with: the id or serial number, and the key."""
        if scheme == "brand":
            return BRAND_PUBLIC_KEY_ID, _key("wechatpay for brands")
        return (PUBLIC_KEY_ID if self.trust == "public_key" else PLATFORM_SERIAL), _key("wechatpay")

    def _signature(self, scheme: Scheme, body: bytes, fault: Fault | None) -> dict[str, str]:
        """The signature headers of an answer or a callback."""
        if fault == "unsigned":
            return {}
        serial, key = self._signer(scheme)
        timestamp = str(int(self.clock()) - (300 if fault == "stale" else 0))
        nonce = signing.new_nonce()
        message = signing.answer_message(timestamp, nonce, body + (b" " if fault == "bad_signature" else b""))
        signature = base64.b64encode(LocalKey(key).sign(message)).decode()
        return {
            "Wechatpay-Timestamp": timestamp,
            "Wechatpay-Nonce": nonce,
            "Wechatpay-Signature": f"WECHATPAY/SIGNTEST/{signature}" if fault == "probe" else signature,
            "Wechatpay-Serial": "0FA4E000000000000000000000000000DEADBEEF" if fault == "unknown_serial" else serial,
            "Wechatpay-Signature-Type": signing.SCHEME_NAMES[scheme],
        }

    def _check_signature(self, scheme: Scheme, method: str, target: str, headers: httpx.Headers, signed: bytes) -> None:
        name, _, pairs = headers.get("Authorization", "").partition(" ")
        values = dict(_AUTHORIZATION_PAIR.findall(pairs))
        identity, serial, key = {
            "merchant": (("mchid", MERCHANT_ID), MERCHANT_SERIAL, "merchant"),
            "brand": (("brand_id", BRAND_ID), BRAND_SERIAL, "brand"),
        }[scheme]
        timestamp, nonce = values.get("timestamp", ""), values.get("nonce_str", "")
        if not values:
            raise _Refusal(401, "SIGN_ERROR", "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》")
        for part, good in (
            ("scheme", name == signing.SCHEME_NAMES[scheme]),
            (identity[0], values.get(identity[0]) == identity[1]),
            ("serial_no", values.get("serial_no") == serial),
            ("timestamp", timestamp.isdigit() and abs(int(timestamp) - self.clock()) < 300),
            ("nonce_str", 0 < len(nonce) <= 32 and nonce not in self._nonces),
        ):
            if not good:
                raise _sign_error(part, values.get(part, name))
        self._nonces.add(nonce)
        message = signing.request_message(method, target, int(timestamp), nonce, signed)
        try:
            signature = binascii.a2b_base64(values.get("signature", ""), strict_mode=True)
        except ValueError:
            signature = b""
        if not PublicKey(rsa=_key(key).public_key()).verifies(message, signature):
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

    # -- server -------------------------------------------------------------------------------------------------------

    @contextmanager
    def serve(self, port: int = 0) -> Generator[str]:
        """Serve on 127.0.0.1, each connection in a thread; gives the address, such as `http://127.0.0.1:49152`."""
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # head and body are two writes; the second would wait 40 ms
            timeout = 10

            def handle_request(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = httpx.Headers(list(self.headers.items()))
                try:
                    answer = fake.handle(self.command, self.path, headers, body)
                except httpx.TransportError:
                    self.close_connection = True
                    return
                self.send_response(answer.status_code)
                for name, value in answer.headers.items():
                    if name != "content-length":
                        self.send_header(name, value)
                if answer.status_code != 204:
                    self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)

            do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_request  # noqa: N815

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                """What the fake received is in `requests`."""

        server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


class FakeTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Leads the requests of any httpx client to a fake instead of the network."""

    def __init__(self, fake: FakeWechatPay) -> None:
        self._fake = fake

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer in process."""
        return self._answer(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer in process."""
        return self._answer(request, await request.aread())

    def _answer(self, request: httpx.Request, body: bytes) -> httpx.Response:
        timeout = cast("dict[str, float | None]", request.extensions.get("timeout", {}))
        target = request.url.raw_path.decode("ascii")
        return self._fake.handle(request.method, target, request.headers, body, timeout.get("read"))


# -- checks -----------------------------------------------------------------------------------------------------------

_BEIJING = timezone(timedelta(hours=8))
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_AUTHORIZATION_PAIR = re.compile(r'(\w+)="([^"]*)"')
_UNKNOWN: dict[str, Any] = {"id": "", "scheme": "merchant"}
_BUILT_IN: list[dict[str, Any]] = [
    {"id": "platform.certificates.list", "method": "GET", "path": "/v3/certificates", "scheme": "merchant"},
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


def _sign_error(field: str, value: str, information: Mapping[str, object] | None = None) -> _Refusal:
    detail: dict[str, object] = {"field": field, "value": value, "location": "authorization"}
    if information is not None:
        detail |= {"detail": {"issue": "sign not match"}, "sign_information": information}
    return _Refusal(401, "SIGN_ERROR", "错误的签名，验签失败", detail)


def _check_headers(scheme: Scheme, headers: httpx.Headers, body: bytes) -> None:
    if "application/json" not in headers.get("Accept", ""):
        raise _Refusal(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent")
    if not headers.get("User-Agent"):
        raise _Refusal(400, "PARAM_ERROR", "Http头缺少Accept或User-Agent")
    if body and not headers.get("Content-Type", "").startswith(("application/json", "multipart/form-data; boundary=")):
        raise _Refusal(400, "PARAM_ERROR", "Http头Content-Type不支持")
    if not body and "Content-Type" in headers:
        raise _Refusal(400, "PARAM_ERROR", "没有包体时不应有Content-Type")
    serial = headers.get("Wechatpay-Serial")
    if scheme == "brand" and serial != BRAND_PUBLIC_KEY_ID:
        raise _Refusal(400, "INVALID_REQUEST", "Wechatpay-Serial与品牌不匹配")
    if scheme == "merchant" and serial not in (None, PUBLIC_KEY_ID, PLATFORM_SERIAL):
        raise _Refusal(400, "PARAM_ERROR", "Wechatpay-Serial不存在")


def _opened(headers: httpx.Headers, body: bytes) -> tuple[dict[str, Any] | None, bytes, bytes]:
    """The decoded JSON, the file of an upload, and what was signed."""
    content_type = headers.get("Content-Type", "")
    file, signed = b"", body
    if content_type.startswith("multipart/form-data"):
        delimiter = b"--" + content_type.partition("boundary=")[2].encode()
        pieces = [piece.partition(b"\r\n\r\n") for piece in body.split(b"\r\n" + delimiter)]
        if len(pieces) != 3 or not pieces[0][0].startswith(delimiter) or pieces[2][0] != b"--\r\n":
            raise _Refusal(400, "PARAM_ERROR", "包体不是由meta和file组成的multipart/form-data")
        signed, file = pieces[0][2], pieces[1][2]
    try:
        return (_objects.decode(signed) if signed else None), file, signed
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise _Refusal(400, "PARAM_ERROR", "包体不是合法的JSON对象") from None


def _check_arguments(operation: dict[str, Any], received: ReceivedRequest, query: dict[str, str]) -> None:
    """Hold the request against the types of the operation, as far as they are known."""

    def refuse(location: str, name: str, issue: str) -> NoReturn:
        detail = {"field": name, "location": location, "issue": issue}
        raise _Refusal(400, "PARAM_ERROR", f"输入源{location}的字段{name}不合法：{issue}", detail)

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
            bodies.encode(document, operation["id"])  # refuses null, and characters beyond U+FFFF
            if kind := operation.get("body_type"):
                bodies.check(document, load_type(kind), operation["id"])
        except ValidationError as error:
            refuse("body", re.sub(r"[.\[]", "/", error.path.lstrip("$")).replace("]", ""), str(error))
    elif operation.get("body") is not None:
        refuse("body", "", "required")


# -- keys and secrets -------------------------------------------------------------------------------------------------

_objects = msgspec.json.Decoder(dict[str, Any])
_SECRETS: dict[Scheme, str] = {"merchant": APIV3_KEY, "brand": BRAND_API_KEY}


@functools.cache
def _packaged_examples() -> dict[str, Any]:
    examples: dict[str, Any] = msgspec.json.decode(
        resources.files("wechatpay_marketing").joinpath("_examples.json").read_bytes()
    )
    return examples


@functools.cache
def _key(name: str) -> RSAPrivateKey:
    """A throw-away key, made anew in every process; `name` only tells it from the others."""
    from cryptography.hazmat.primitives.asymmetric import rsa

    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _public_pem(key: RSAPrivateKey) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _sealed(secret: str, plaintext: bytes, associated_data: str) -> dict[str, str]:
    nonce = signing.new_nonce()[:12]
    ciphertext = cipher.encrypt(secret.encode(), plaintext, nonce=nonce, associated_data=associated_data)
    return {
        "algorithm": cipher.AEAD_ALGORITHM,
        "ciphertext": ciphertext,
        "nonce": nonce,
        "associated_data": associated_data,
    }


def _certificate_entry(now: float) -> dict[str, Any]:
    """The platform certificate as `/v3/certificates` gives it."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding

    key, name = _key("wechatpay"), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "FakeWechatPay")])
    start = datetime.fromtimestamp(now, UTC) - timedelta(days=1)
    end = start + timedelta(days=5 * 365)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), int(PLATFORM_SERIAL, 16), start, end)
        .sign(key, SHA256())
        .public_bytes(Encoding.PEM)
    )
    return {
        "serial_no": PLATFORM_SERIAL,
        "effective_time": start.astimezone(_BEIJING).isoformat(timespec="seconds"),
        "expire_time": end.astimezone(_BEIJING).isoformat(timespec="seconds"),
        "encrypt_certificate": _sealed(APIV3_KEY, certificate, "certificate"),
    }


def _echo(body: Any) -> dict[str, Any]:
    """The self-test: what was encrypted for WeChat Pay comes back encrypted for the merchant."""
    answer = {"echo_message": body.get("echo_message", "")}
    if sealed := body.get("encrypted_echo_message"):
        try:
            text = cipher.decrypt_text(_key("wechatpay"), sealed)
        except DecryptionError:
            raise _Refusal(400, "PARAM_ERROR", "解密失败") from None
        answer["encrypted_echo_message"] = cipher.encrypt_text(_key("merchant").public_key(), text)
    return answer


def _environment(folder: Path) -> dict[str, str]:
    """What another process must have in its environment for `WechatPay.from_env`; the keys are put into `folder`."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    values: dict[str, str] = {}
    for prefix, key, theirs, settings in (
        (
            "WECHATPAY",
            "merchant",
            "wechatpay",
            (("MCHID", MERCHANT_ID), ("CERTIFICATE_SERIAL", MERCHANT_SERIAL), ("APIV3_KEY", APIV3_KEY)),
        ),
        (
            "WECHATPAY_BRAND",
            "brand",
            "wechatpay for brands",
            (("ID", BRAND_ID), ("CERTIFICATE_SERIAL", BRAND_SERIAL), ("API_KEY", BRAND_API_KEY)),
        ),
    ):
        private, public = folder / f"{key}_private_key.pem", folder / f"{key}_wechatpay_public_key.pem"
        private.write_bytes(_key(key).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        public.write_bytes(_public_pem(_key(theirs)))
        values |= {f"{prefix}_{name}": value for name, value in settings}
        values[f"{prefix}_PRIVATE_KEY"], values[f"{prefix}_PUBLIC_KEY"] = str(private), str(public)
        values[f"{prefix}_PUBLIC_KEY_ID"] = PUBLIC_KEY_ID if key == "merchant" else BRAND_PUBLIC_KEY_ID
    return values


def main(arguments: Sequence[str]) -> None:
    """Serve a fake until it is stopped; the only argument is the port, 8080 by default.

    Prints what the application under test needs: `WechatPay.from_env(hosts=[address])` reads the variables.
    """
    fake = FakeWechatPay(clock=time.time)
    port = int(arguments[0]) if arguments else 8080
    with TemporaryDirectory() as folder, fake.serve(port) as url, suppress(KeyboardInterrupt):
        print(f"# FakeWechatPay serves {url} until Ctrl-C; in your shell:")
        for name, value in _environment(Path(folder)).items():
            print(f"export {name}={value}")
        print(f"# and in Python: WechatPay.from_env(hosts=[{url!r}])", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
