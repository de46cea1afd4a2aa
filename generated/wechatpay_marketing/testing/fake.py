# Copied from templates/runtime/testing/fake.py by `make generate`; do not edit.
"""`FakeWechatPay`: what it is told, what it received, and what it answers."""

from __future__ import annotations

import functools
import secrets
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, overload
from urllib.parse import parse_qs

import httpx
import msgspec

from .._runtime.operation import load_type
from .._runtime.schemes import Scheme
from . import checks, events, mistakes, server
from .accounts import ACCOUNTS, Trust
from .checks import Refusal
from .clock import Clock
from .events import Poster
from .examples import ExampleEvent, ExampleOperation, Examples, Routes, arguments, packaged
from .limits import Limits
from .outcome import CERTIFICATES, ECHO, outcome
from .received import ReceivedRequest
from .script import Answering, Fault, Script, Step

if TYPE_CHECKING:
    from .._runtime.identity import Brand, Identity, Merchant
    from .._runtime.known import ErrorCode, EventType, OperationId
    from ..client import AsyncWechatPay, WechatPay

ClientT = TypeVar("ClientT")

JSON = "application/json"


class FakeWechatPay:
    """A WeChat Pay of its own: one account of each identity scheme, throw-away keys.

    Args:
        trust: How callers who may trust platform certificates know WeChat Pay: by its public key,
            or by certificates, which the fake then serves under `/v3/certificates`. Brands always
            use the public key.
        clock: What time it is, for a fake that clients with a clock of their own talk to
            (`time.time`). By default the time stands still, shared with the clients made here, and
            passes by `fake.clock.advance(seconds)`.
        limited: Whether the documented rate limits are enforced: calls beyond them get 429.
        validate: Whether requests are held against the types of the specification. `False` accepts
            what WeChat Pay may take and the specification lacks, such as a new enum value; also an
            attribute, to be set for a while.
        examples: What to serve instead of the operations and events of this package.
    """

    def __init__(
        self,
        *,
        trust: Trust = "public_key",
        clock: Callable[[], float] | None = None,
        limited: bool = False,
        validate: bool = True,
        examples: Mapping[str, Any] | None = None,
    ) -> None:
        documents = packaged() if examples is None else msgspec.convert(examples, Examples)
        self.trust: Trust = trust
        self.clock = Clock(clock)
        self.validate = validate
        self.requests: list[ReceivedRequest] = []
        """Every request so far, the refused ones too."""
        self.transport = server.FakeTransport(self.handle)
        """For `httpx.Client` and `httpx.AsyncClient` alike."""
        self._routes = Routes([*documents.operations, CERTIFICATES, ECHO])
        self._events = {event.event_type: event for event in documents.events}
        self._script = Script()
        self._limits = Limits(self.clock) if limited else None
        self._nonces: set[str] = set()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return (
            f"<FakeWechatPay: {len(self._routes)} operations, {len(self.requests)} requests "
            f"received>"
        )

    @functools.cached_property
    def identities(self) -> dict[str, Identity]:
        """Those whom the fake knows, as a client is configured with them."""
        return {scheme: account.identity(self.trust) for scheme, account in ACCOUNTS.items()}

    @property
    def merchant(self) -> Merchant:
        """The merchant that the fake knows, as a client is configured with it."""
        return cast("Merchant", self.identities["merchant"])

    @property
    def brand(self) -> Brand:
        """The brand that the fake knows, as a client is configured with it."""
        return cast("Brand", self.identities["brand"])

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
        mine: Any = {**self.identities, "_clock": self.clock, "_sleep": self.clock.advance}
        return cls(**(mine | connection | dict(settings)))

    def script(
        self,
        operation: OperationId | Literal["*"] | str = "*",
        *,
        answer: Answering | None = None,
        status: int | None = None,
        error: ErrorCode | str | None = None,
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

        Raises:
            ValueError: A name is misspelt. A code or member unlike all documented ones is taken for
                a new one of WeChat Pay's; whole bodies and functions are not looked into.
        """
        step = Step(answer, status, error, message, fault, delay, times)
        mistakes.check_step(operation, step, self._routes.operations())
        self._script.add(operation, step)

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
        members = None if answer is None else dict(answer)
        self._routes.add(
            ExampleOperation(id=operation, method=method, path=path, scheme=scheme, answer=members)
        )

    def reset(self) -> None:
        """Forget what was scripted and received."""
        self._script.clear()
        with self._lock:
            self.requests.clear()

    def callback(
        self,
        event_type: EventType | str,
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

        Raises:
            ValueError: There is no such event, a member is misspelt, or a callback cannot be
                spoilt like that.
        """
        event = self._events.get(event_type)
        if event is None:
            if resource is None:
                hint = mistakes.did_you_mean(event_type, self._events)
                raise ValueError(f"no example of {event_type!r}: give its resource{hint}")
            event = ExampleEvent(event_type=event_type, scheme=scheme or "merchant")
        mistakes.check_callback(fault)
        mistakes.check_members(resource or {}, event.resource_type)
        return events.message(
            event,
            resource or {},
            ACCOUNTS[scheme or event.scheme],
            fault,
            trust=self.trust,
            now=self.clock(),
        )

    def deliver(
        self,
        url: str,
        event_type: EventType | str,
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
        operation, found = self._routes.find(method, path)
        asked = parse_qs(query)
        known = operation or ExampleOperation(id="", method=method, path=path, scheme="merchant")
        given = found | arguments(known, asked, headers)
        received = ReceivedRequest(method, target, known.id, given, headers)
        with self._lock:
            self.requests.append(received)
        status, content, fault, media = self._decided(
            operation, received, body, asked, read_timeout
        )
        received.status = status
        reply = {
            "Request-ID": f"{secrets.token_hex(16).upper()}-0",
            **self._signature(known.scheme, content, fault),
            **({"Content-Type": f"{media}; charset=utf-8"} if content else {}),
        }
        return httpx.Response(status, headers=reply, content=content)

    def _decided(
        self,
        operation: ExampleOperation | None,
        received: ReceivedRequest,
        body: bytes,
        query: Mapping[str, list[str]],
        read_timeout: float | None,
    ) -> tuple[int, bytes, Fault | None, str]:
        """Status, body, how the answer is spoilt, and what kind of content it has."""
        try:
            if operation is None:
                wanted = f"{received.method} {received.target}"
                raise Refusal(404, "NOT_FOUND", f"there is no operation {wanted}")
            now, nonces = self.clock(), self._nonces
            checks.check(
                operation, received, body, query, now=now, nonces=nonces, typed=self.validate
            )
            status, content, fault = self._carried_out(operation, received, read_timeout)
        except Refusal as refusal:
            # Requests whose signature was refused get an unsigned answer.
            fault = "unsigned" if refusal.status == 401 else None
            return refusal.status, msgspec.json.encode(refusal.document), fault, JSON
        if operation.accept != JSON and status < 300:
            return status, content, fault or "unsigned", operation.accept
        return status, content, fault, JSON

    def _carried_out(
        self, operation: ExampleOperation, received: ReceivedRequest, read_timeout: float | None
    ) -> tuple[int, bytes, Fault | None]:
        """What becomes of a request without fault, as scripted: status, body, and how the answer
        is spoilt."""
        if self._limits is not None:
            self._limits.check(operation)
        step = self._script.next(operation.id)
        if not self.clock.advance_within(step.delay, read_timeout):
            raise httpx.ReadTimeout("the fake answers too late")
        if step.fault == "connect":
            raise httpx.ConnectError("the fake refuses the connection")
        status, content = outcome(operation, received, step, self.clock())
        if step.fault == "drop":
            raise httpx.RemoteProtocolError("the fake breaks the connection")
        return status, content, step.fault

    def _signature(self, scheme: Scheme, body: bytes, fault: Fault | None) -> dict[str, str]:
        """The signature headers of an answer or a callback."""
        return ACCOUNTS[scheme].signature(body, fault, trust=self.trust, now=self.clock())

    def serve(self, port: int = 0, host: str = "127.0.0.1") -> AbstractContextManager[str]:
        """Serve on this machine, each connection in a thread; gives the address, such as
        `http://127.0.0.1:49152`.

        Raises:
            OSError: The port is in use, or is not ours to use.
        """
        return server.serve(self.handle, host, port)
