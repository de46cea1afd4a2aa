# Copied from templates/runtime/_runtime/body_limit.py by `make generate`; do not edit.
"""How long an answer may be, in bytes and in time: its body breaks off where it is too much.

What an answer means is not known here.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import AsyncIterator, Iterator

import httpx

from .errors import ConnectionBroken, Timeout

MAX_ANSWER_BYTES = 4 << 20
"""Longer answers are refused while they arrive; the longest documented ones have a few hundred
kilobytes."""

MAX_FILE_BYTES = 256 << 20
"""The same for files, such as bills."""


class _Limited(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off once it is too long, unpacked if it is compressed: packed bytes can
    unfold without end."""

    def __init__(
        self,
        inner: httpx.SyncByteStream | httpx.AsyncByteStream,
        *,
        packed: bool,
        until: float,
        most: int,
    ) -> None:
        self._inner = inner
        self._until = until
        self._inflater = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
        self._most = self._room = self._packed_room = most

    def __iter__(self) -> Iterator[bytes]:
        assert isinstance(self._inner, httpx.SyncByteStream)
        for chunk in self._inner:
            yield self._taken(chunk)
        self._finish()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._inner, httpx.AsyncByteStream)
        async for chunk in self._inner:
            yield self._taken(chunk)
        self._finish()

    def close(self) -> None:
        assert isinstance(self._inner, httpx.SyncByteStream)
        self._inner.close()

    async def aclose(self) -> None:
        assert isinstance(self._inner, httpx.AsyncByteStream)
        await self._inner.aclose()

    def _taken(self, chunk: bytes) -> bytes:
        if time.monotonic() > self._until:
            raise Timeout("the answer did not end in time", may_have_happened=True)
        if self._inflater is not None:
            self._packed_room -= len(chunk)  # packed bytes can unfold to nothing, too
            try:
                chunk = self._inflater.decompress(chunk, self._room + 1)
            except zlib.error:
                raise ConnectionBroken(
                    "the answer is packed in a damaged way", may_have_happened=True
                ) from None
            if self._inflater.unused_data:
                raise ConnectionBroken("the answer goes on behind its end", may_have_happened=True)
        self._room -= len(chunk)
        if min(self._room, self._packed_room) < 0:
            raise ConnectionBroken(
                f"the answer has more than {self._most} bytes", may_have_happened=True
            )
        return chunk

    def _finish(self) -> None:
        if self._inflater is not None and not self._inflater.eof:
            raise ConnectionBroken("the answer ends too early", may_have_happened=True)


def longest(*, is_file: bool) -> int:
    """How many bytes an answer may have."""
    return MAX_FILE_BYTES if is_file else MAX_ANSWER_BYTES


def limit(response: httpx.Response, until: float, *, is_file: bool = False) -> None:
    """Have the body of `response` break off where it is too long, or still arrives after `until`
    (on the monotonic clock)."""
    most = longest(is_file=is_file)
    if response.is_closed:  # nothing is left to arrive
        if len(response.content) > most:
            raise ConnectionBroken(f"the answer has more than {most} bytes", may_have_happened=True)
        return
    encoding = response.headers.pop("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "deflate"):
        raise ConnectionBroken(
            "the answer is encoded in a way that was not asked for", may_have_happened=True
        )
    response.stream = _Limited(
        response.stream, packed=encoding != "identity", until=until, most=most
    )
