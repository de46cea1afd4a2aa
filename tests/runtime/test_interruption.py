"""Exceptions that come from outside, at any moment: out of a signal handler (Celery's soft time
limit), into a thread, into the signer. They come out as what they are, and cost at most the
connection of their call."""

from __future__ import annotations

import ctypes
import gc
import itertools
import logging
import os
import random
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import httpx
import pytest
from kit import CERTIFICATE_SERIAL, PATH, Platform, merchant
from peer import Peer, and_close, at_once, never, own, peer_of, raw
from wechatpay_marketing._runtime import line
from wechatpay_marketing._runtime.client import SyncClient
from wechatpay_marketing._runtime.errors import SignerFailed
from wechatpay_marketing._runtime.interruption import interruption

RUNTIME = str(Path(line.__file__).parent)
EVERY = int(os.environ.get("WECHATPAY_INTERRUPT_EVERY", "41"))
"""Calls are interrupted at every so many-th of their opcodes; 1 takes minutes and is for changes of
what is under test here."""


class Interrupted(Exception):
    """Such as Celery's `SoftTimeLimitExceeded`: an ordinary exception."""


@pytest.fixture
def peer(platform: Platform) -> Iterator[Peer]:
    with peer_of(platform).serving() as serving:
        yield serving


@pytest.fixture(autouse=True, scope="module")
def _small_heap() -> Iterator[None]:
    """What other tests left behind is not looked through again after each test."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _contained(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What an interruption does to others than the runtime stays out of later tests.

    A handler of the log that is interrupted between taking its lock and the `try` that gives it
    back keeps it. A connection that is dropped between two statements is closed by the garbage
    collector, which says so.
    """
    monkeypatch.setattr(logging.getLogger("wechatpay_marketing"), "disabled", True)
    monkeypatch.setattr(sys, "unraisablehook", lambda _: None)
    yield
    gc.collect()


class Tracer:
    """Raises `Interrupted` before the opcode of the runtime that comes in turn `number`."""

    def __init__(self, number: int) -> None:
        self.number, self.seen, self.where = number, 0, ""
        self._ours: dict[CodeType, bool] = {}

    def _opcode(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "opcode":
            self.seen += 1
            if self.seen == self.number:
                code = frame.f_code
                self.where = f"{Path(code.co_filename).name}:{frame.f_lineno} {code.co_name}"
                raise Interrupted
        return self._opcode

    def __call__(self, frame: FrameType, event: str, argument: object) -> Any:
        code = frame.f_code
        if code not in self._ours:
            self._ours[code] = code.co_filename.startswith(RUNTIME)
        if not self._ours[code]:
            return None
        frame.f_trace_opcodes = True
        return self._opcode

    def run(self, call: Callable[[], object]) -> Interrupted | None:
        """The exception that came out of the call, or `None` where it ended before its turn.

        In a thread of its own: for CPython, an exception whose handler was interrupted stays the
        one in hand, and later tests of the same thread would find it as the context of theirs.
        """
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(self._traced, call).result()

    def _traced(self, call: Callable[[], object]) -> Interrupted | None:
        sys.settrace(self)
        try:
            call()
        except Interrupted as error:
            return error
        finally:
            sys.settrace(None)
        return None


def occupied(pay: SyncClient, seconds: float) -> threading.Thread:
    """A call that has the only place, for a moment."""
    inside = threading.Event()
    calls = pay._exchange._lines.get().calls

    def work() -> None:
        inside.set()
        threading.Event().wait(seconds)

    thread = threading.Thread(target=calls.run, args=(work, float("inf")))
    thread.start()
    inside.wait(10)
    return thread


def in_a_thread(pay: SyncClient) -> object:
    """What another thread's call gives."""
    answers: list[object] = []
    other = threading.Thread(target=lambda: answers.append(pay.request("GET", PATH)))
    other.start()
    other.join(12)
    return answers[0] if answers else None


@pytest.mark.parametrize("case", ["fresh", "reused", "waiting", "download"])
def test_an_interruption_anywhere_costs_nobody_else_anything(
    platform: Platform, peer: Peer, case: str
) -> None:
    """Only one call at a time may be under way, so that a place that is lost stops all others."""
    peer.act = and_close if case == "fresh" else at_once
    if case == "download":
        peer.answers["/v3/certificates"] = raw(platform.certificates_answer())
        peer.answer = raw(platform.signed(serial=CERTIFICATE_SERIAL))
    identity = merchant(platform.keys, **({"trusted_keys": None} if case == "download" else {}))
    settings: dict[str, Any] = {"merchant": identity, "max_connections": 1, "deadline": 10}
    pay = own(SyncClient, platform, peer, **settings)
    pay.request("GET", PATH)
    for number in itertools.count(EVERY, EVERY):
        if case == "download":  # which the first call of a client sets off
            pay.close()
            pay = own(SyncClient, platform, peer, **settings)
        holder = occupied(pay, 0.004) if case == "waiting" else None
        tracer = Tracer(number)
        error = tracer.run(partial(pay.request, "GET", PATH))
        # The exception and its frames are still there.
        assert in_a_thread(pay) == {"ok": True}, f"after an interruption at {tracer.where}"
        if holder is not None:
            holder.join()
        if tracer.seen < number:
            break
        assert error is not None, f"the interruption at {tracer.where} was swallowed"


# -- signals ---------------------------------------------------------------------------------------


@contextmanager
def alarm(error: Exception, after: float = 0.05) -> Iterator[None]:
    """A signal whose handler raises `error`."""

    def handle(number: int, frame: FrameType | None) -> None:
        raise error

    before = signal.signal(signal.SIGALRM, handle)
    signal.setitimer(signal.ITIMER_REAL, after)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


FROM_HANDLERS = [Interrupted, TimeoutError, ConnectionResetError, RuntimeError]
"""Some of them are such as connections raise themselves."""


@pytest.mark.parametrize("kind", FROM_HANDLERS)
@pytest.mark.parametrize("given", [False, True])
def test_what_a_signal_handler_raises_comes_out_as_it_is(
    platform: Platform, peer: Peer, kind: type[Exception], given: bool
) -> None:
    http = httpx.Client() if given else None
    pay = own(SyncClient, platform, peer, http_client=http)
    pay.request("GET", PATH)  # imports and codecs wrap what interrupts them, but only once
    peer.act = never
    error = kind("time is up")
    with pytest.raises(kind) as caught, alarm(error):
        pay.request("GET", PATH)
    assert caught.value is error
    peer.act = at_once
    assert pay.request("GET", PATH) == {"ok": True}
    if http is not None:
        http.close()


@pytest.mark.parametrize("kind", FROM_HANDLERS)
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_signer_is_blamed_for_nothing_but_its_own(
    platform: Platform, kind: type[Exception], wrapped: bool
) -> None:
    class Slow:
        def sign(self, message: bytes, /) -> bytes:
            try:
                threading.Event().wait(10)
            except Exception as error:
                if wrapped:  # as clients of key services do
                    raise ValueError("no answer") from error
                raise
            return b""

    pay = platform.pay("sync", merchant=merchant(platform.keys, private_key=Slow()))
    error = kind("time is up")
    with pytest.raises(kind) as caught, alarm(error):
        pay.request()
    assert caught.value is error


class Handler:
    def __call__(self, number: int, frame: FrameType | None) -> None:
        raise TimeoutError("time is up")

    method = __call__


@pytest.mark.parametrize("handler", [Handler(), Handler().method])
def test_handlers_of_any_form_are_known(handler: Any) -> None:
    before = signal.signal(signal.SIGALRM, handler)
    try:
        with pytest.raises(TimeoutError) as caught:
            signal.raise_signal(signal.SIGALRM)
        assert interruption(caught.value) is caught.value
    finally:
        signal.signal(signal.SIGALRM, before)
    assert interruption(TimeoutError()) is None


def test_threads_that_are_interrupted_leave_others_alone(platform: Platform, peer: Peer) -> None:
    """As Dramatiq does it: an exception is put into a thread, whatever that is doing."""
    pay = own(SyncClient, platform, peer, max_connections=2, deadline=10)
    stop, chance = threading.Event(), random.Random(5)
    wrong: list[object] = []

    def work() -> None:
        while not stop.is_set():
            try:
                if (answer := pay.request("GET", PATH)) != {"ok": True}:
                    wrong.append(answer)
            except Interrupted:
                pass
            except SignerFailed as error:
                wrong.append(error)

    threads = [threading.Thread(target=guarded, args=(work, stop)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(100):
        victim = ctypes.c_ulong(chance.choice(threads).ident or 0)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(victim, ctypes.py_object(Interrupted))
        stop.wait(chance.uniform(0, 0.004))
    stop.set()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)
    assert wrong == []
    assert in_a_thread(pay) == {"ok": True}


def guarded(work: Callable[[], None], stop: threading.Event) -> None:
    """Goes on working when an interruption comes between two calls."""
    while not stop.is_set():
        with suppress(Interrupted):
            work()
