"""What calls cost, one after the other and thousands at once, against bare httpx that signs and
verifies."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from wechatpay_marketing import AsyncWechatPay, WechatPay, response_of
from wechatpay_marketing.testing import FakeWechatPay

from .peer import peer


class Floor:
    """What cannot be saved: one signature, one request, one verification, one parsing."""

    def __init__(self, url: str, body: dict[str, Any]) -> None:
        self._key = generate_private_key(public_exponent=65537, key_size=2048)
        self._message = b"m" * 200
        self._signature = self._key.sign(self._message, PKCS1v15(), SHA256())
        self.request = {
            "url": url,
            "content": msgspec.json.encode(body),
            "headers": {"Authorization": "x" * 500},
        }

    def sign(self) -> None:
        self._key.sign(self._message, PKCS1v15(), SHA256())

    def verify(self, answer: httpx.Response) -> None:
        self._key.public_key().verify(self._signature, self._message, PKCS1v15(), SHA256())
        answer.json()


def genuine_response(fake: FakeWechatPay, operation: dict[str, Any]) -> bytes:
    """A response of the fake as it travels. Its clock stands still, so that it stays fresh."""
    with fake.client() as pay:
        genuine = response_of(pay.busifavor.coupons.associate(**operation["body"]))
    headers = {
        name: value for name, value in genuine.headers.items() if name.lower() != "content-length"
    }
    lines = [f"{name}: {value}" for name, value in headers.items()]
    lines.append(f"Content-Length: {len(genuine.body)}")
    return "HTTP/1.1 200 OK\r\n{}\r\n\r\n".format("\r\n".join(lines)).encode() + genuine.body


def one_after_the_other(
    operation: dict[str, Any], in_turns: Callable[..., str], pairs: int = 60
) -> str:
    """Check, sign, send, verify and decode."""
    fake = FakeWechatPay()
    with (
        peer(genuine_response(fake, operation), 0) as url,
        httpx.Client() as http,
        WechatPay(merchant=fake.merchant, hosts=[url], _clock=fake.clock) as pay,
    ):
        floor = Floor(url + operation["path"], operation["body"])

        def plain() -> None:
            floor.sign()
            floor.verify(http.post(**floor.request))

        def ours() -> None:
            pay.busifavor.coupons.associate(**operation["body"])

        plain(), ours()
        return in_turns(ours, plain, pairs=pairs, repeats=20)


async def _cpu_of(number: int, call: Callable[[], Any]) -> tuple[float, float]:
    """Processor and wall seconds of so many calls at once."""
    cpu, wall = time.process_time(), time.perf_counter()
    await asyncio.gather(*[call() for _ in range(number)])
    return time.process_time() - cpu, time.perf_counter() - wall


async def _at_once(operation: dict[str, Any], url: str, fake: FakeWechatPay, number: int) -> str:
    floor = Floor(url + operation["path"], operation["body"])
    # As httpx has it by default: a pool that keeps all hundred costs it several times as much.
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=20)
    semaphore = asyncio.Semaphore(100)
    async with (
        httpx.AsyncClient(limits=limits) as http,
        AsyncWechatPay(merchant=fake.merchant, hosts=[url], _clock=fake.clock) as pay,
    ):

        async def plain() -> None:
            async with semaphore:
                floor.sign()
                floor.verify(await http.post(**floor.request))

        async def ours() -> None:
            await pay.busifavor.coupons.associate(**operation["body"])

        await asyncio.gather(*[plain() for _ in range(100)], *[ours() for _ in range(100)])
        cpu, wall = await _cpu_of(number, ours)
        plain_cpu, plain_wall = await _cpu_of(number, plain)
    return (
        f"processor {cpu / plain_cpu:.2f} ({cpu / number * 1e6:.0f} against "
        f"{plain_cpu / number * 1e6:.0f} µs a call), wall {wall / plain_wall:.2f} "
        f"({wall:.1f} against {plain_wall:.1f} s)"
    )


def at_once(operation: dict[str, Any], number: int = 10_000, delay: float = 0.4) -> str:
    """So many calls in one `asyncio.gather`, answered after the delay, against a semaphore before
    httpx."""
    fake = FakeWechatPay()
    with peer(genuine_response(fake, operation), delay) as url:
        return asyncio.run(_at_once(operation, url, fake, number))
