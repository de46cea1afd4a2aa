"""Calls through three forked processes, and in each through threads, through tasks of successive
event loops that are cancelled at random, and under signals: `python -m tests.benchmarks.soak`.

What has grown is measured after the first tenth and at the end; whatever is lost or wrong fails.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import random
import signal
import threading
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wechatpay_marketing import AsyncWechatPay, WechatPay
from wechatpay_marketing.testing import FakeWechatPay

from .calls import genuine_response
from .peer import peer

ROOT = Path(__file__).parents[2]
CORPUS = json.loads((ROOT / "generated/wechatpay_marketing/_examples.json").read_text("utf-8"))
ASSOCIATE: dict[str, Any] = next(
    found for found in CORPUS["operations"] if found["id"] == "busifavor.coupons.associate"
)
PROCESSES, THREADS = 3, 3


class Interrupted(Exception):
    """Raised out of a signal handler."""


class Soak:
    """The share of one process."""

    def __init__(self, pay: WechatPay, apay: AsyncWechatPay, calls: int, until: float) -> None:
        self._pay, self._apay = pay, apay
        self._calls, self._until = calls, until
        self.outcomes: Counter[str] = Counter()

    def _goes_on(self) -> bool:
        return sum(self.outcomes.values()) < self._calls and time.monotonic() < self._until

    def _call(self) -> None:
        answer = self._pay.busifavor.coupons.associate(**ASSOCIATE["body"])
        self.outcomes["right" if answer.wechatpay_associate_time else "wrong"] += 1

    def threads(self) -> None:
        """One of several threads that call, undisturbed."""
        while self._goes_on():
            self._call()

    def tasks(self, chance: random.Random) -> None:
        """Event loops one after the other, each with tasks of which some are cancelled."""

        async def call() -> None:
            try:
                async with asyncio.timeout(chance.choice((0.001, 0.01, 5, 5))):
                    await self._apay.busifavor.coupons.associate(**ASSOCIATE["body"])
                self.outcomes["right"] += 1
            except TimeoutError:
                self.outcomes["cancelled"] += 1

        async def loop() -> None:
            for _ in range(5):
                await asyncio.gather(*[call() for _ in range(40)])

        while self._goes_on():
            asyncio.run(loop())

    def interrupted(self, chance: random.Random) -> None:
        """The main thread, at the mercy of a timer."""

        def handle(*_: object) -> None:
            raise Interrupted

        signal.signal(signal.SIGALRM, handle)
        while self._goes_on():
            try:
                try:
                    signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0005, 0.02))
                    self._call()
                finally:
                    signal.setitimer(signal.ITIMER_REAL, 0)
            except Interrupted:
                self.outcomes["interrupted"] += 1

    def run(self, seed: int) -> str:
        """All of them at once; what has grown."""
        workers = [threading.Thread(target=self.threads) for _ in range(THREADS)]
        workers.append(threading.Thread(target=self.tasks, args=(random.Random(seed),)))
        watch = threading.Thread(target=self._measure)
        for thread in [*workers, watch]:
            thread.start()
        self.interrupted(random.Random(-seed))
        for thread in [*workers, watch]:
            thread.join()
        gc.collect()
        memory, descriptors = self._after_a_tenth
        return (
            f"{dict(self.outcomes)}, memory {_memory() - memory:+d} KiB, "
            f"descriptors {_descriptors() - descriptors:+d}"
        )

    def _measure(self) -> None:
        while sum(self.outcomes.values()) < self._calls / 10 and self._goes_on():
            time.sleep(0.05)
        self._after_a_tenth = _memory(), _descriptors()


def _memory() -> int:
    """Resident KiB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4


def _descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _in_a_child(work: Callable[[], str]) -> int:
    child = os.fork()
    if child == 0:
        try:
            print(work(), flush=True)
        finally:
            os._exit(0)
    return child


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=300, help="when to stop in any case")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore", ResourceWarning)  # of connections dropped by interruptions
    fake = FakeWechatPay()
    with peer(genuine_response(fake, ASSOCIATE), 0.002) as url:
        settings: dict[str, Any] = {
            "merchant": fake.merchant,
            "hosts": [url],
            "max_connections": 4,
            "_clock": fake.clock,
        }
        pay, apay = WechatPay(**settings), AsyncWechatPay(**settings)
        pay.busifavor.coupons.associate(**ASSOCIATE["body"])  # the children inherit its connection
        until = time.monotonic() + options.seconds
        started = time.monotonic()
        children = [
            _in_a_child(
                lambda number=number: Soak(pay, apay, options.calls // PROCESSES, until).run(
                    options.seed + number
                )
            )
            for number in range(PROCESSES)
        ]
        for child in children:
            os.waitpid(child, 0)
        print(f"in {time.monotonic() - started:.0f} s")
        pay.close()


if __name__ == "__main__":
    main()
