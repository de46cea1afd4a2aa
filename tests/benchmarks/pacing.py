"""How much of a limit paced callers use, in real time: `python -m tests.benchmarks.pacing`.

Ten thousand callers come at once, in one process as tasks and as threads, and in four processes
that share a Redis. Each says when it went; the moments are then held against the limit as the
fake enforces it. Nothing is sent, so that the pace is measured and not the machine.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from wechatpay_marketing.pacing import Pacing, RedisPacing
from wechatpay_marketing.testing.checks import Refusal
from wechatpay_marketing.testing.examples import ExampleOperation
from wechatpay_marketing.testing.limits import Limits

LIMIT = (500, 1)
CALLS, PROCESSES, THREADS = 10_000, 4, 100
PORT = 6391


def told(moments: list[float]) -> str:
    """The share of the limit that was used, and how many calls the limit would have refused."""
    moments = sorted(moments)
    clock = iter(moments)
    limits, refused = Limits(lambda: next(clock)), 0
    operation = ExampleOperation(
        id="x", method="POST", path="/v3/x", scheme="merchant", rate_limit=LIMIT
    )
    for _ in moments:
        try:
            limits.check(operation)
        except Refusal:
            refused += 1
    rate = (len(moments) - 1) / (moments[-1] - moments[0])
    return f"{rate / LIMIT[0]:.1%} of {LIMIT[0]}/s, {refused} of {len(moments)} refused"


def tasks(pacing: Pacing, calls: int) -> list[float]:
    async def call() -> float:
        await pacing.wait_async("x", LIMIT)
        return time.monotonic()

    async def main() -> list[float]:
        return await asyncio.gather(*(call() for _ in range(calls)))

    return asyncio.run(main())


def threads(pacing: Pacing, calls: int) -> list[float]:
    def call(_: int) -> float:
        pacing.wait("x", LIMIT)
        return time.monotonic()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(call, range(calls)))


def _in_process(task: tuple[Callable[[Pacing, int], list[float]], str, int]) -> list[float]:
    run, url, calls = task
    return run(RedisPacing(url), calls)


def processes(run: Callable[[Pacing, int], list[float]], url: str) -> list[float]:
    each = [(run, url, CALLS // PROCESSES)] * PROCESSES
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        return [moment for found in pool.map(_in_process, each) for moment in found]


@contextmanager
def redis() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        command = ["redis-server", "--port", str(PORT), "--bind", "127.0.0.1", "--dir", folder]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            time.sleep(1)
            yield f"redis://127.0.0.1:{PORT}/0"
        finally:
            server.terminate()
            server.wait()
            Path(folder, "dump.rdb").unlink(missing_ok=True)


def main() -> None:
    print("paced, one process, tasks:             ", told(tasks(Pacing(), CALLS)))
    print("paced, one process, threads:           ", told(threads(Pacing(), CALLS)))
    if shutil.which("redis-server") is None:
        print("paced, four processes: redis-server is not installed")
        return
    with redis() as url:
        print("paced, four processes, tasks, Redis:   ", told(processes(tasks, url)))
    with redis() as url:
        print("paced, four processes, threads, Redis: ", told(processes(threads, url)))


if __name__ == "__main__":
    main()
