"""A peer in a process of its own: answers every request on 127.0.0.1 with the bytes it read from
its standard input, after a delay. `python peer.py SECONDS` prints its port."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class _Answering(asyncio.Protocol):
    def __init__(self, response: bytes, delay: float) -> None:
        self._response, self._delay = response, delay
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        _, named, length = head.lower().partition(b"content-length: ")
        if end and len(body) >= int(length.split(b"\r\n")[0] if named else 0):
            self._received = b""
            asyncio.get_running_loop().call_later(
                self._delay, self._transport.write, self._response
            )


async def _main(delay: float) -> None:
    response = sys.stdin.buffer.read()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: _Answering(response, delay), "127.0.0.1", 0, backlog=4096
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@contextmanager
def peer(response: bytes, delay: float) -> Iterator[str]:
    """The address of such a peer."""
    command = [sys.executable, __file__, str(delay)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(response)
        process.stdin.close()
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.terminate()


if __name__ == "__main__":
    asyncio.run(_main(float(sys.argv[1])))
