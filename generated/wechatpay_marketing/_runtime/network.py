# Copied from templates/runtime/_runtime/network.py by `make generate`; do not edit.
"""What connections reach the network through, so that no step outlasts the deadline of its call and
no socket is forgotten. What travels is not known here.
"""

from __future__ import annotations

import time
from contextlib import suppress
from ssl import SSLContext
from typing import Any

import httpcore


class Backend(httpcore.SyncBackend):
    """Opens streams on which no step lasts beyond the deadline of the call."""

    deadline = float("inf")

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, *others: Any, **options: Any
    ) -> _Stream:
        left = self.left(timeout, httpcore.ConnectTimeout)
        try:
            return _Stream(super().connect_tcp(host, port, left, *others, **options), self)
        except UnicodeError as error:  # what `socket` says of a proxy whose name cannot be one
            raise httpcore.ConnectError(str(error)) from None

    def left(self, timeout: float | None, late: type[Exception]) -> float | None:
        """The seconds that a step may last."""
        if self.deadline == float("inf"):
            return timeout
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise late("the deadline of the call has passed")
        return left if timeout is None or left < timeout else timeout


_WRITTEN_AT_ONCE = 1 << 16


class _Stream(httpcore.NetworkStream):
    """Sends headers and body together, once an answer is waited for."""

    def __init__(self, inner: httpcore.NetworkStream, backend: Backend) -> None:
        self._inner, self._backend = inner, backend
        self._unsent = b""
        self._patience: float | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with suppress(httpcore.WriteError):  # who does not listen may have answered already
            self._send()
        return self._inner.read(max_bytes, self._backend.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._unsent += buffer
        self._patience = timeout
        if len(self._unsent) > _WRITTEN_AT_ONCE:
            self._send()

    def _send(self) -> None:
        unsent, self._unsent = self._unsent, b""
        for start in range(0, len(unsent), _WRITTEN_AT_ONCE):
            left = self._backend.left(self._patience, httpcore.WriteTimeout)
            self._inner.write(unsent[start : start + _WRITTEN_AT_ONCE], left)

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> _Stream:
        left = self._backend.left(timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._backend)

    def close(self) -> None:
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class AsyncBackend(httpcore.AnyIOBackend):
    """Remembers the socket: httpcore forgets it when the TLS handshake is cancelled."""

    stream: httpcore.AsyncNetworkStream | None = None

    async def connect_tcp(self, *place: Any, **options: Any) -> httpcore.AsyncNetworkStream:
        backend: Any = super()  # a class that is defined in a `try`, which checkers cannot see
        stream: httpcore.AsyncNetworkStream = await backend.connect_tcp(*place, **options)
        self.stream = stream
        return stream
