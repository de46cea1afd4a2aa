# Copied from templates/runtime/_runtime/client.py by `make generate`; do not edit.
"""`SyncClient` and `AsyncClient`: the base classes of the generated clients.

They hold identities, connections and settings together, and lead calls from operation to exchange
to typed answer. What is generated from the specification is not here.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import httpx

from . import raw
from .errors import ConfigurationError
from .options import CallOptions
from .resource import AsyncResource, Resource
from .response import RawAnswer, attach
from .types import FileSource

if TYPE_CHECKING:
    from .callbacks import AsyncWebhooks, Receiver, Webhooks
    from .identity import Brand, Identity, Merchant
    from .keys import PublicKey
    from .operation import AnswerT, Encrypt, Operation
    from .service import Service


class _Client:
    """What both clients have in common: everything without I/O."""

    _options: CallOptions
    _wiring: Service

    @staticmethod
    def _wire(
        merchant: Merchant | None,
        brand: Brand | None,
        hosts: Sequence[str] | None,
        clock: Callable[[], float],
    ) -> Service:
        from .service import HOSTS, Service

        identities: list[Identity] = [
            identity for identity in (merchant, brand) if identity is not None
        ]
        if not identities:
            raise ConfigurationError(
                "merchant: pass a Merchant(...), a Brand(...), or both.", argument="merchant"
            )
        return Service(identities, HOSTS if hosts is None else hosts, clock)

    def __repr__(self) -> str:
        # Without any where the constructor has failed: error trackers show half-made objects too.
        auths = self._wiring.auths.values() if hasattr(self, "_wiring") else ()
        identities = ", ".join(repr(auth.identity) for auth in auths)
        return f"{type(self).__name__}({identities})"

    def _settings(self, options: CallOptions | None) -> CallOptions:
        if options is None:
            return self._options
        if not isinstance(options, CallOptions):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError(
                f"options: expected CallOptions(...), found {type(options).__name__}.",
                argument="options",
            )
        return options.over(self._options)

    def with_options(
        self,
        *,
        timeout: float | httpx.Timeout | None = None,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str | int | bool] | None = None,
        body: Mapping[str, Any] | None = None,
        validate: bool | None = None,
    ) -> Self:
        """A view of this client with other settings; connections and trusted keys are shared, so
        close only one."""
        options = CallOptions(
            timeout=timeout,
            retries=retries,
            headers=headers,
            query=query,
            body=body,
            validate=validate,
        )
        view = object.__new__(
            type(self)
        )  # without what is cached: resources hold the client they belong to
        view.__dict__ |= {name: self.__dict__[name] for name in ("_wiring", "_exchange")}
        view._options = options.over(self._options)
        return view

    def _receivers(self) -> list[Receiver]:
        from .callbacks import Receiver

        receivers = [
            Receiver(scheme=scheme, trust=auth.trust, key=auth.identity.symmetric_key)
            for scheme, auth in self._wiring.auths.items()
            if auth.identity.symmetric_key is not None
        ]
        if not receivers:
            names = " or ".join(
                auth.identity.facts.key_name for auth in self._wiring.auths.values()
            )
            raise ConfigurationError(f"{names}: needed to read callbacks.", argument=names)
        return receivers


def _encrypter(key: PublicKey) -> Encrypt:
    from .cipher import encrypt_text

    return lambda text: (encrypt_text(key.rsa, text), key.serial)


class SyncClient(_Client):
    """WeChat Pay's marketing APIs, as functions.

    Make one for the life of your process and share it between threads; it may be made before a
    fork. Nothing is sent before the first call.
    """

    def __init__(
        self,
        *,
        merchant: Merchant | None = None,
        brand: Brand | None = None,
        hosts: Sequence[str] | None = None,
        http_client: httpx.Client | None = None,
        timeout: float | httpx.Timeout | None = None,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        validate: bool = True,
        _clock: Callable[[], float] = time.time,
    ) -> None:
        """
        Args:
            merchant: Who calls the operations under `/v3/`.
            brand: Who calls the operations under `/brand/`.
            hosts: Main host and backups, in the order in which they are tried; by default those of
                mainland China.
            http_client: An own `httpx.Client`, for proxies, limits or tests; it stays yours to
                close. It must check TLS certificates, and should let idle connections go after 7
                seconds.
            timeout: Seconds for each of connecting, sending and reading, or an `httpx.Timeout`; by
                default 5 to connect, 15 to send and to read.
            retries: How often a call that may safely be repeated is repeated, 2 by default; 0
                switches repeating off.
            headers: Further request headers, such as `Accept-Language`.
            validate: Whether arguments are checked before sending.

        Raises:
            ConfigurationError: An argument is wrong.
        """
        self._wiring = self._wire(merchant, brand, hosts, _clock)
        from .exchange import Exchange  # what sends is not needed before there is a client

        self._exchange = Exchange(self._wiring, http_client)
        self._options = CallOptions(
            timeout=timeout, retries=retries, headers=headers, validate=validate
        )

    @classmethod
    def from_env(cls, **arguments: Any) -> Self:
        """A client configured by environment variables; `Merchant` and `Brand` tell which.
        Arguments are passed on.

        Raises:
            ConfigurationError: A variable is missing or wrong; it is named.
        """
        return cls(**_identities_from_env(), **arguments)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Receives callbacks.

        Raises:
            ConfigurationError: No symmetric key (APIv3 key, brand API key) was given.
        """
        from .callbacks import Webhooks

        return Webhooks(self._receivers(), refresh=partial(self._exchange.refresh, self._options))

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
        auth = self._wiring.certified
        if auth is not None and not auth.trust.valid_keys():
            self._exchange.refresh(self._options, force=True)

    def close(self) -> None:
        """Close the connections, unless the `http_client` was yours."""
        self._exchange.close()

    def __enter__(self) -> Self:
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
        settings = self._settings(options)
        encrypt = (
            _encrypter(self._exchange.encryption_key(operation.scheme, settings))
            if operation.sensitive
            else None
        )
        prepared = operation.prepare(
            parameters or {}, body, settings, file=file, filename=filename, encrypt=encrypt
        )
        response = self._exchange.send(prepared, settings)
        return attach(operation.decode(response), response)


class AsyncClient(_Client):
    """WeChat Pay's marketing APIs, as coroutines.

    Make one per event loop (asyncio) and share it between tasks. Nothing is sent before the first
    call.
    """

    def __init__(
        self,
        *,
        merchant: Merchant | None = None,
        brand: Brand | None = None,
        hosts: Sequence[str] | None = None,
        http_client: httpx.AsyncClient | None = None,
        timeout: float | httpx.Timeout | None = None,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        validate: bool = True,
        _clock: Callable[[], float] = time.time,
    ) -> None:
        """See `SyncClient`; `http_client` is an `httpx.AsyncClient`."""
        self._wiring = self._wire(merchant, brand, hosts, _clock)
        from .exchange import AsyncExchange

        self._exchange = AsyncExchange(self._wiring, http_client)
        self._options = CallOptions(
            timeout=timeout, retries=retries, headers=headers, validate=validate
        )

    @classmethod
    def from_env(cls, **arguments: Any) -> Self:
        """See `SyncClient.from_env`."""
        return cls(**_identities_from_env(), **arguments)

    @cached_property
    def webhooks(self) -> AsyncWebhooks:
        """See `SyncClient.webhooks`."""
        from .callbacks import AsyncWebhooks

        return AsyncWebhooks(
            self._receivers(), refresh=partial(self._exchange.refresh, self._options)
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
        auth = self._wiring.certified
        if auth is not None and not auth.trust.valid_keys():
            await self._exchange.refresh(self._options, force=True)

    async def aclose(self) -> None:
        """Close the connections, unless the `http_client` was yours."""
        await self._exchange.close()

    async def __aenter__(self) -> Self:
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
        settings = self._settings(options)
        encrypt = (
            _encrypter(await self._exchange.encryption_key(operation.scheme, settings))
            if operation.sensitive
            else None
        )
        prepared = operation.prepare(
            parameters or {}, body, settings, file=file, filename=filename, encrypt=encrypt
        )
        response = await self._exchange.send(prepared, settings)
        return attach(operation.decode(response), response)


def _identities_from_env() -> dict[str, Any]:
    import os

    from .identity import Brand, Merchant

    identities: dict[str, Any] = {}
    if os.environ.get("WECHATPAY_MCHID"):
        identities["merchant"] = Merchant.from_env()
    if os.environ.get("WECHATPAY_BRAND_ID"):
        identities["brand"] = Brand.from_env()
    if not identities:
        raise ConfigurationError(
            "merchant: set WECHATPAY_MCHID or WECHATPAY_BRAND_ID and what goes with it.",
            argument="merchant",
        )
    return identities
