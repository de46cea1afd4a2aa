"""A fake that keeps the bytes it got, and both clients of it behind one way of calling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import httpx
from wechatpay_marketing import AsyncWechatPay, WechatPay
from wechatpay_marketing.testing import FakeWechatPay

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)
"""A picture of one transparent point."""


class Wire(FakeWechatPay):
    """A fake that keeps the bodies as they came."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.raw: list[bytes] = []

    def handle(
        self,
        method: str,
        target: str,
        headers: httpx.Headers,
        body: bytes,
        read_timeout: float | None = None,
    ) -> httpx.Response:
        self.raw.append(body)
        return super().handle(method, target, headers, body, read_timeout)

    def reset(self) -> None:
        super().reset()
        self.raw.clear()


class Both:
    """A synchronous and an asynchronous client of one fake, called in the same way."""

    def __init__(self, fake: Wire, url: str | None) -> None:
        self.fake = fake
        self._loop = asyncio.Runner()
        self._clients: Mapping[str, WechatPay | AsyncWechatPay] = {
            "sync": fake.client(url=url),
            "async": fake.async_client(url=url),
        }

    def client(self, mode: str) -> Any:
        return self._clients[mode]

    def call(self, method: Callable[..., Any], *arguments: Any, **keywords: Any) -> Any:
        """Call it, and await what it gives where that is a coroutine."""
        result = method(*arguments, **keywords)
        return self._loop.run(result) if asyncio.iscoroutine(result) else result

    def listed(self, items: Any) -> list[Any]:
        """All items of an iterator of either kind."""

        async def collect() -> list[Any]:
            return [item async for item in items]

        return self._loop.run(collect()) if hasattr(items, "__aiter__") else list(items)

    def close(self) -> None:
        self._clients["sync"].close()  # type: ignore[union-attr]
        self._loop.run(self._clients["async"].aclose())  # type: ignore[union-attr]
        self._loop.close()
