"""The ways to the fake: as the transport of an httpx client, or over a socket. What is answered is
not decided here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, cast

import httpx

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler


class Answers(Protocol):
    """What answers a request: method, path with query, headers and body."""

    def __call__(
        self,
        method: str,
        target: str,
        headers: httpx.Headers,
        body: bytes,
        read_timeout: float | None = None,
    ) -> httpx.Response:
        """The answer; or raises `httpx.TransportError`, where the connection is to fail."""
        ...


class FakeTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Leads the requests of any httpx client to a fake instead of the network."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer in process."""
        return self._answer(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer in process."""
        return self._answer(request, await request.aread())

    def _answer(self, request: httpx.Request, body: bytes) -> httpx.Response:
        timeout = cast("dict[str, float | None]", request.extensions.get("timeout", {}))
        target = request.url.raw_path.decode("ascii")
        return self._answers(request.method, target, request.headers, body, timeout.get("read"))


@contextmanager
def serve(answers: Answers, host: str, port: int) -> Generator[str]:
    """Serve at a port, each connection in a thread; gives the address, such as
    `http://127.0.0.1:49152`."""
    from http.server import ThreadingHTTPServer  # most tests stay in process

    class Server(ThreadingHTTPServer):
        request_queue_size = 1024  # a client may well open a thousand connections at once
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            if not isinstance(sys.exception(), ConnectionError):  # clients may go away
                super().handle_error(request, client_address)

    server = Server((host, port), _handler(answers))
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(answers: Answers) -> type[BaseHTTPRequestHandler]:
    """How a connection is served."""
    from http.server import BaseHTTPRequestHandler

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # head and body are two writes; the second would wait 40 ms
        timeout = 10

        def handle_request(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = httpx.Headers(list(self.headers.items()))
            try:
                answer = answers(self.command, self.path, headers, body)
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

    return Handler
