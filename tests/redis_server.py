"""A Redis server of its own on a free port, for tests, which are skipped where none is
installed."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pytest
from redis import Redis
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as NotThere
from redis.retry import Retry

_OPTIONS = ["--bind", "127.0.0.1", "--appendonly", "yes"]


class RedisServer:
    """A server that can be stopped, frozen and started again; what it was told it keeps on disk."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("redis-server")
        if program is None:
            pytest.skip("redis-server is not installed: apt-get install redis-server")
        self._program, self._folder = program, folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Run, and return when it answers."""
        self._process = subprocess.Popen(
            [self._program, *_OPTIONS, "--port", str(self.port), "--dir", str(self._folder)],
            stdout=subprocess.DEVNULL,
        )
        retry = Retry(ConstantBackoff(0.05), 400, supported_errors=(NotThere,))
        with Redis.from_url(self.url, retry=retry) as client:
            client.ping()

    def kill(self) -> None:
        """End at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Keep connections and answer nothing, until it is killed."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def __enter__(self) -> RedisServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()


@contextmanager
def redis_server(folder: Path) -> Iterator[RedisServer]:
    """A running server, killed in the end."""
    with RedisServer(folder) as server:
        yield server
