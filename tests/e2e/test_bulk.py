"""The guide on bulk grants: its program, run with Celery and Redis and killed again and again,
gives every request number exactly one coupon."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from properties import thorough
from redis_server import redis_server
from wechatpay_marketing.testing import FakeWechatPay, ReceivedRequest, accounts

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "generated" / "reference" / "guides" / "bulk.md"
PEOPLE = 300 if thorough() else 60
KILLS_OF_A_PROCESS, KILLS_OF_ALL = (17, 4) if thorough() else (3, 1)
_PATIENCE = 240

UNDER_TEST = """
import os

import bulk
from wechatpay_marketing import WechatPay

bulk.pay = WechatPay.from_env(hosts=[os.environ["FAKE"]], pacing=bulk.pacing)
app = bulk.app
"""
WORKER = [
    *(sys.executable, "-m", "celery", "-A", "under_test", "worker", "--loglevel", "ERROR"),
    *("--concurrency", "2", "--without-gossip", "--without-mingle", "--without-heartbeat"),
]


class Ledger:
    """What the other side has granted: one coupon for each request number, as WeChat Pay does."""

    def __init__(self) -> None:
        self.coupons: dict[str, str] = {}
        self.contents: dict[str, set[str]] = {}
        self._lock = threading.Lock()

    def grant(self, request: ReceivedRequest) -> dict[str, Any]:
        number = request.body["out_request_no"]
        with self._lock:
            self.contents.setdefault(number, set()).add(repr(sorted(request.body.items())))
            code = self.coupons.setdefault(number, f"CODE{len(self.coupons)}")
        granted = {"coupon_code": code, "out_request_no": number, "stock_id": "1"}
        return {"send_coupon_result": granted}


class Bulk:
    """The program of the guide in a folder of its own."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
        (program,) = (block for block in blocks if "import Celery" in block)
        (folder / "bulk.py").write_text(program, "utf-8")
        (folder / "under_test.py").write_text(UNDER_TEST, "utf-8")
        self._folder, self._grants = folder, folder / "grants.db"
        self._environment = {
            **os.environ,
            **environment,
            "GRANTS": str(self._grants),
            "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT / "generated")]),
            "APPID": "wx1",
            "STOCK_ID": "1",
        }
        self._worker: subprocess.Popen[bytes] | None = None

    def run(self, code: str) -> None:
        command = [sys.executable, "-c", code]
        subprocess.run(
            command, cwd=self._folder, env=self._environment, check=True, timeout=_PATIENCE
        )

    def start(self) -> None:
        """Enqueue what has no outcome yet, and run the workers."""
        self.run("import bulk; bulk.enqueue()")
        self._worker = subprocess.Popen(
            WORKER, cwd=self._folder, env=self._environment, start_new_session=True
        )

    def kill_all(self) -> None:
        if self._worker is not None:
            os.killpg(self._worker.pid, signal.SIGKILL)
            self._worker.wait()
            self._worker = None

    def kill_one(self, chance: random.Random) -> bool:
        """Kill one of the processes that work; whether there was one."""
        assert self._worker is not None
        children = Path(f"/proc/{self._worker.pid}/task/{self._worker.pid}/children")
        processes = [int(number) for number in children.read_text().split()]
        if not processes:
            return False
        os.kill(chance.choice(processes), signal.SIGKILL)
        return True

    def outcomes(self) -> dict[str, str | None]:
        with closing(sqlite3.connect(self._grants, timeout=60)) as db:
            return dict(db.execute("SELECT request_no, outcome FROM grants"))


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        threading.Event().wait(0.02)


@pytest.fixture
def served() -> Iterator[tuple[Ledger, str]]:
    fake, ledger = FakeWechatPay(clock=time.time), Ledger()
    fake.script("busifavor.coupons.send", answer=ledger.grant, times=None)
    with fake.serve() as url:
        yield ledger, url


def test_every_request_number_leads_to_one_coupon_however_often_all_is_killed(
    tmp_path: Path, served: tuple[Ledger, str]
) -> None:
    ledger, url = served
    chance = random.Random(7)
    kills = ["one"] * KILLS_OF_A_PROCESS + ["all"] * KILLS_OF_ALL
    chance.shuffle(kills)
    with redis_server(tmp_path) as redis, ExitStack() as cleanup:
        environment = {**accounts.environment(tmp_path), "FAKE": url, "REDIS_URL": redis.url}
        bulk = Bulk(tmp_path, environment)
        cleanup.callback(bulk.kill_all)
        bulk.run(f"import bulk; bulk.add(f'o{{number}}' for number in range({PEOPLE}))")
        bulk.start()
        for count, kill in enumerate(kills, 1):
            reached = PEOPLE * count // (len(kills) + 2)
            until(lambda reached=reached: len(ledger.coupons) >= reached)
            if kill == "one":
                until(lambda: bulk.kill_one(chance))
            else:
                bulk.kill_all()
                bulk.start()
        bulk.kill_all()
        bulk.start()
        until(lambda: None not in bulk.outcomes().values())
    assert bulk.outcomes() == ledger.coupons
    assert len(ledger.coupons) == len(set(ledger.coupons.values())) == PEOPLE
    assert all(len(contents) == 1 for contents in ledger.contents.values())
