# Copied from templates/runtime/_runtime/client.py by `make generate`; do not edit.
"""`SyncClient` and `AsyncClient`: the base classes of the generated clients.

They lead calls from operation to exchange to typed answer. What they have in common is in
`client_base`; what is generated from the specification is not here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from types import TracebackType
from typing import TYPE_CHECKING, Any

import httpx

from . import raw
from .client_base import BaseClient, ClientT, encrypter, identities_from_env
from .options import CallOptions, end_of
from .resource import AsyncResource, Resource
from .response import RawAnswer, attach
from .settings import client_mistakes
from .types import FileSource

if TYPE_CHECKING:
    from .callbacks import AsyncWebhooks, Webhooks
    from .identity import Brand, Merchant
    from .operation import AnswerT, Operation
    from .pacing import Pacing


class SyncClient(BaseClient):
    """WeChat Pay's marketing APIs, as functions.

    Make one for the life of your process and share it between threads and greenlets; it may be made
    before a fork. Any number of calls may be made at once: those beyond `max_connections` wait for
    their turn, first come, first served. Nothing is sent before the first call.

    Args:
        merchant: Who calls the operations under `/v3/`.
        brand: Who calls the operations under `/brand/`.
        hosts: Main host and backups, in the order in which they are tried; by default those of
            mainland China.
        http_client: An own `httpx.Client`, for proxies or tests; it stays yours to close. It must
            check TLS certificates, should let idle connections go after 7 seconds, and should
            allow `max_connections`. Interrupted calls may cost it connections for good, and
            headers that arrive slowly may outlast a deadline; neither happens without it.
        max_connections: How many calls are under way at once, per process or event loop.
        pacing: Has calls wait for their moment, so that operations stay below their documented
            rate limits; see `wechatpay_marketing.pacing`.
        timeout: Seconds for each of connecting, sending and reading, or an `httpx.Timeout`, of
            which `pool` limits the wait for one's turn; by default 5 to connect, 15 to send and
            to read. One attempt as a whole takes at most the sum of the three.
        deadline: Seconds for the whole call: waiting for its turn, all attempts, the pauses
            between them, and the download of certificates where there is one. By default only
            attempts are limited, by `timeout`. Neither a `sign()` of yours nor the system's
            look-up of names can be ended before they are through.
        retries: How often a call that may safely be repeated is repeated, 2 by default; 0
            switches repeating off.
        headers: Further request headers, such as `Accept-Language`.
        validate: Whether arguments are checked before sending.

    Raises:
        ConfigurationError: Arguments are wrong; all of them are named.
    """

    def __init__(
        self,
        *,
        merchant: Merchant | None = None,
        brand: Brand | None = None,
        hosts: Sequence[str] | None = None,
        http_client: httpx.Client | None = None,
        max_connections: int = 100,
        pacing: Pacing | None = None,
        timeout: float | httpx.Timeout | None = None,
        deadline: float | None = None,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        validate: bool = True,
        _clock: Callable[[], float] = time.time,
        _sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._set_up(
            {"merchant": merchant, "brand": brand},
            hosts,
            client_mistakes(hosts, http_client, httpx.Client, max_connections, pacing),
            {
                "timeout": timeout,
                "deadline": deadline,
                "retries": retries,
                "headers": headers,
                "validate": validate,
            },
            _clock,
        )
        from .exchange import Exchange  # what sends is not needed before there is a client

        self._exchange = Exchange(self._service, http_client, max_connections, _sleep, pacing)

    @classmethod
    def from_env(cls: type[ClientT], **arguments: Any) -> ClientT:
        """A client configured by environment variables; `Merchant` and `Brand` tell which.
        Arguments are passed on.

        Raises:
            ConfigurationError: A variable is missing or wrong; it is named.
        """
        return cls(**identities_from_env(), **arguments)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Receives callbacks.

        Raises:
            ConfigurationError: No symmetric key (APIv3 key, brand API key) was given.
        """
        from .callbacks import Webhooks

        return Webhooks(
            self._receivers(), refresh=partial(self._exchange.refresh, self._callback_settings())
        )

    @cached_property
    def _resource(self) -> Resource:
        return Resource(self._call)

    def request(
        self,
        method: str,
        path: str,
        *,
        json: Mapping[str, Any] | None = None,
        query: Mapping[str, str | int | bool] | None = None,
        options: CallOptions | None = None,
    ) -> RawAnswer:
        """Call an operation that this package lacks, signed and verified like all others.

        Args:
            method: Such as `POST`.
            path: Such as `/v3/marketing/busifavor/stocks/9856000000000001`, percent-encoded. Paths
                under `/brand/` are called as the brand, others as the merchant.
            json: The members of the body.
            query: The query parameters.
            options: Settings of this call.

        Returns:
            The members of the answer; empty for 204. `response_of` gives what came with it.

        Raises:
            AnswerUnreadable: The answer is not a JSON object.
            WechatPayError: As with every call.
        """
        settings = self._settings(options)
        return raw.answer(
            self._exchange.send(raw.request(method, path, json, query, settings), settings)
        )

    def warm_up(self) -> None:
        """Fetch the platform certificates now instead of with the first call; does nothing where
        keys were given.

        Raises:
            WechatPayError: They cannot be had; better known now.
        """
        auth = self._service.certified
        if auth is not None and not auth.trust.valid_keys():
            self._exchange.refresh(self._options, force=True)

    def close(self) -> None:
        """Close the connections, unless the `http_client` was yours. Calls under way go on to their
        end, those that wait are refused; a new one raises `RuntimeError`."""
        self._exchange.close()

    def __enter__(self: ClientT) -> ClientT:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _call(
        self,
        operation: Operation[AnswerT],
        /,
        *,
        parameters: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        file: FileSource | None = None,
        filename: str | None = None,
        options: CallOptions | None = None,
    ) -> AnswerT:
        settings = self._settings(options, operation)
        until = end_of(settings)
        encrypt = (
            encrypter(self._exchange.encryption_key(operation.scheme, settings, until))
            if operation.sensitive
            else None
        )
        prepared = operation.prepare(
            parameters or {}, body, settings, file=file, filename=filename, encrypt=encrypt
        )
        response = self._exchange.send(prepared, settings, until)
        return attach(operation.decode(response), response)


class AsyncClient(BaseClient):
    """WeChat Pay's marketing APIs, as coroutines.

    Make one for the life of your process and share it between tasks and event loops, asyncio's or
    trio's. Any number of calls may be made at once: those beyond `max_connections` wait for their
    turn, first come, first served. Nothing is sent before the first call.

    Arguments are those of `WechatPay`, but `http_client` is an `httpx.AsyncClient`.
    """

    def __init__(
        self,
        *,
        merchant: Merchant | None = None,
        brand: Brand | None = None,
        hosts: Sequence[str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        max_connections: int = 100,
        pacing: Pacing | None = None,
        timeout: float | httpx.Timeout | None = None,
        deadline: float | None = None,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        validate: bool = True,
        _clock: Callable[[], float] = time.time,
        _sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._set_up(
            {"merchant": merchant, "brand": brand},
            hosts,
            client_mistakes(hosts, http_client, httpx.AsyncClient, max_connections, pacing),
            {
                "timeout": timeout,
                "deadline": deadline,
                "retries": retries,
                "headers": headers,
                "validate": validate,
            },
            _clock,
        )
        from .exchange import AsyncExchange

        self._exchange = AsyncExchange(self._service, http_client, max_connections, _sleep, pacing)

    @classmethod
    def from_env(cls: type[ClientT], **arguments: Any) -> ClientT:
        """See `SyncClient.from_env`."""
        return cls(**identities_from_env(), **arguments)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """See `SyncClient.webhooks`."""
        from .callbacks import AsyncWebhooks

        return AsyncWebhooks(
            self._receivers(), refresh=partial(self._exchange.refresh, self._callback_settings())
        )

    @cached_property
    def _resource(self) -> AsyncResource:
        return AsyncResource(self._call)

    async def request(
        self,
        method: str,
        path: str,
        *,
        json: Mapping[str, Any] | None = None,
        query: Mapping[str, str | int | bool] | None = None,
        options: CallOptions | None = None,
    ) -> RawAnswer:
        """See `SyncClient.request`."""
        settings = self._settings(options)
        return raw.answer(
            await self._exchange.send(raw.request(method, path, json, query, settings), settings)
        )

    async def warm_up(self) -> None:
        """See `SyncClient.warm_up`."""
        auth = self._service.certified
        if auth is not None and not auth.trust.valid_keys():
            await self._exchange.refresh(self._options, force=True)

    async def aclose(self) -> None:
        """Close the connections, unless the `http_client` was yours. Calls under way go on to their
        end, those that wait are refused; a new one raises `RuntimeError`."""
        await self._exchange.close()

    async def __aenter__(self: ClientT) -> ClientT:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def _call(
        self,
        operation: Operation[AnswerT],
        /,
        *,
        parameters: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        file: FileSource | None = None,
        filename: str | None = None,
        options: CallOptions | None = None,
    ) -> AnswerT:
        settings = self._settings(options, operation)
        until = end_of(settings)
        encrypt = (
            encrypter(await self._exchange.encryption_key(operation.scheme, settings, until))
            if operation.sensitive
            else None
        )
        prepared = operation.prepare(
            parameters or {}, body, settings, file=file, filename=filename, encrypt=encrypt
        )
        response = await self._exchange.send(prepared, settings, until)
        return attach(operation.decode(response), response)
