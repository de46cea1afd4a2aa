"""`BaseClient`: what the synchronous and the asynchronous client have in common, which is all
but I/O: identities, settings, views with other settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

from .errors import ConfigurationError
from .options import CallOptions
from .schemes import SCHEMES
from .settings import Mistake, call_mistakes, refuse

if TYPE_CHECKING:
    from .callbacks import Receiver
    from .identity import Identity
    from .keys import PublicKey
    from .operation import Encrypt, Operation
    from .service import Service

ClientT = TypeVar("ClientT", bound="BaseClient")
"""Instead of `Self`, which jedi takes for the class where it is written."""
CALLBACK_DEADLINE = 3.0
"""Seconds for what a callback sets off: WeChat Pay gives up waiting for its acknowledgement after
5, and the application needs some of them."""


class BaseClient:
    """Identities and settings; its subclasses send."""

    _options: CallOptions
    _service: Service

    def _set_up(
        self,
        identities: Mapping[str, Identity | None],
        hosts: Sequence[str] | None,
        mistakes: Sequence[Mistake],
        call_settings: Mapping[str, Any],
        clock: Callable[[], float],
    ) -> None:
        """
        Raises:
            ConfigurationError: Settings are wrong; all of them are named, the `mistakes` found
                already among them.
        """
        from .identity import IDENTITIES
        from .service import HOSTS, Service

        given = {scheme: found for scheme, found in identities.items() if found is not None}
        wrong = [
            Mistake(kind.scheme, f"expected {kind.__name__}(...), found {type(found).__name__}")
            for kind in IDENTITIES
            if (found := given.get(kind.scheme)) is not None and not isinstance(found, kind)
        ]
        if not given:
            choice = " or ".join(f"a {kind.__name__}(...)" for kind in IDENTITIES)
            wrong.append(Mistake(IDENTITIES[0].scheme, f"pass {choice}"))
        refuse([*wrong, *mistakes, *call_mistakes(call_settings)])
        self._service = Service(list(given.values()), HOSTS if hosts is None else hosts, clock)
        self._options = CallOptions(**call_settings)

    def __repr__(self) -> str:
        # traceback tools show clients whose making failed, too
        auths = self._service.auths if hasattr(self, "_service") else {}
        identities = ", ".join(repr(auth.identity) for auth in auths.values())
        return f"{type(self).__name__}({identities})"

    def __reduce__(self) -> Any:
        raise TypeError(
            f"{type(self).__name__} cannot be pickled or copied, since it holds keys and "
            "connections: make one in each process that needs one, such as in the initializer of "
            "its workers; forked processes may go on using their parent's"
        )

    def _settings(
        self, options: CallOptions | None, operation: Operation[Any] | None = None
    ) -> CallOptions:
        """The settings of a call.

        Raises:
            ConfigurationError: They are no `CallOptions`, or the client's name a request number.
        """
        number = operation and operation.idempotency_key
        settings = {**(self._options.body or {}), **(self._options.query or {})}
        if number and number in settings:
            raise ConfigurationError(
                f"{number}: a request number is of one call only, and the client's own settings "
                "give it to all: pass it to the call.",
                argument=number,
            )
        if options is None:
            return self._options
        if not isinstance(options, CallOptions):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError(
                f"options: expected CallOptions(...), found {type(options).__name__}.",
                argument="options",
            )
        return options.over(self._options)

    def _callback_settings(self) -> CallOptions:
        deadline = min(CALLBACK_DEADLINE, self._options.deadline or CALLBACK_DEADLINE)
        return CallOptions(deadline=deadline).over(self._options)

    def with_options(
        self: ClientT,
        *,
        timeout: float | httpx.Timeout | None = None,
        deadline: float | None = None,
        retries: int | None = None,
        headers: Mapping[str, str] | None = None,
        query: Mapping[str, str | int | bool] | None = None,
        body: Mapping[str, Any] | None = None,
        validate: bool | None = None,
    ) -> ClientT:
        """A view of this client with other settings, which are those of `CallOptions`; connections
        and trusted keys are shared, so close only one.

        Raises:
            ConfigurationError: Settings are wrong; all of them are named.
        """
        options = CallOptions(
            timeout=timeout,
            deadline=deadline,
            retries=retries,
            headers=headers,
            query=query,
            body=body,
            validate=validate,
        )
        # Without what is cached: resources hold the client they belong to.
        view = object.__new__(type(self))
        view.__dict__ |= {name: self.__dict__[name] for name in ("_service", "_exchange")}
        view._options = options.over(self._options)
        return view

    def _receivers(self) -> list[Receiver]:
        from .callbacks import Receiver

        receivers = [
            Receiver(scheme=scheme, trust=auth.trust, key=auth.identity.symmetric_key)
            for scheme, auth in self._service.auths.items()
            if auth.identity.symmetric_key is not None
        ]
        if not receivers:
            names = " or ".join(
                auth.identity.facts.key_name for auth in self._service.auths.values()
            )
            raise ConfigurationError(f"{names}: needed to read callbacks.", argument=names)
        return receivers


def encrypter(key: PublicKey) -> Encrypt:
    """Encrypts one text with WeChat Pay's key."""
    from .cipher import encrypt_text

    return lambda text: (encrypt_text(key.rsa, text), key.serial)


def identities_from_env() -> dict[str, Any]:
    """The identities that environment variables configure, as arguments of a client."""
    import os

    from .identity import IDENTITIES

    ids = {cls: cls.environment[SCHEMES[cls.scheme].id_name] for cls in IDENTITIES}
    identities: dict[str, Any] = {
        cls.scheme: cls.from_env() for cls, variable in ids.items() if os.environ.get(variable)
    }
    if not identities:
        scheme = IDENTITIES[0].scheme
        raise ConfigurationError(
            f"{scheme}: set {' or '.join(ids.values())} and what goes with it.", argument=scheme
        )
    return identities
