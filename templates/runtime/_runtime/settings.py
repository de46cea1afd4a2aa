"""What is wrong with the settings of a client or of a call: all of it at once, before anything is
sent. How settings lie over each other is not here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, cast

import httpx

from .errors import ConfigurationError

LONGEST = 86_400
"""Seconds; longer waits are as good as none."""

# Patterns stay text: compiling them on import would cost every program that imports the package.
_HEADER_NAME = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_HEADER_VALUE = r"[\x20-\x7e]*"
_OUR_HEADERS = (
    r"authorization|accept-encoding|connection|content-.*|cookie|host|transfer-encoding"
    r"|wechatpay-.*"
)
_ADDRESS = r"(https?)://([A-Za-z0-9._-]+|\[::1\])(?::([0-9]{1,5}))?/?"
_LABEL = r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_NUMBER = r"[0-9]+|0[xX][0-9A-Fa-f]*"
_LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}


class Mistake(NamedTuple):
    """One wrong setting."""

    setting: str
    text: str


def refuse(mistakes: Iterable[Mistake]) -> None:
    """Tell all mistakes, if there are any.

    Raises:
        ConfigurationError: There are.
    """
    found = list(mistakes)
    if found:
        raise ConfigurationError(
            "\n".join(f"{setting}: {text}." for setting, text in found), argument=found[0].setting
        )


def call_mistakes(settings: Mapping[str, object]) -> list[Mistake]:
    """What is wrong with the settings that calls have, by the names of `CallOptions`."""
    return [
        Mistake(name, text)
        for name, found in _CALL_CHECKS.items()
        if (value := settings.get(name)) is not None
        for text in found(value)
    ]


def client_mistakes(
    hosts: object, http_client: object, kind: type[object], max_connections: object, pacing: object
) -> list[Mistake]:
    """What is wrong with the settings that only clients have."""
    mistakes = [] if hosts is None else [Mistake("hosts", text) for text in _hosts(hosts)]
    if http_client is not None and not isinstance(http_client, kind):
        text = f"expected an httpx.{kind.__name__}, found {type(http_client).__name__}"
        mistakes.append(Mistake("http_client", text))
    if not _is_whole(max_connections, least=1):
        found = _shown(max_connections)
        mistakes.append(Mistake("max_connections", f"expected 1 or more, found {found}"))
    if pacing is not None:
        from .pacing import Pacing

        if not isinstance(pacing, Pacing):
            text = f"expected Pacing() or RedisPacing(...), found {type(pacing).__name__}"
            mistakes.append(Mistake("pacing", text))
    return mistakes


def _is_whole(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _is_duration(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LONGEST


def _shown(value: object) -> str:
    """A number as it is; of all else only the type, since it may be secret."""
    return repr(value) if isinstance(value, int | float) else type(value).__name__


def _timeout(value: object) -> Iterable[str]:
    parts = value.as_dict() if isinstance(value, httpx.Timeout) else {"": value}
    for name, part in parts.items():
        if not _is_duration(part) and not (name and part is None):
            yield (
                f"expected seconds, more than 0 and at most {LONGEST}, or an httpx.Timeout of "
                f"such, found {name and name + '='}{_shown(part)}"
            )


def _deadline(value: object) -> Iterable[str]:
    if not _is_duration(value):
        yield f"expected seconds, more than 0 and at most {LONGEST}, found {_shown(value)}"


def _retries(value: object) -> Iterable[str]:
    if not _is_whole(value, least=0):
        yield f"expected a whole number, 0 or more, found {_shown(value)}"


def _validate(value: object) -> Iterable[str]:
    if not isinstance(value, bool):
        yield f"expected True or False, found {_shown(value)}"


def _named(value: object, check: Callable[[str, object], str]) -> Iterable[str]:
    """What is wrong with a mapping by names, or by `check` with one of its members."""
    if not isinstance(value, Mapping):
        yield f"expected a mapping, found {type(value).__name__}"
        return
    for name, member in cast("Mapping[object, object]", value).items():
        if not isinstance(name, str):
            yield f"expected names that are text, found {type(name).__name__}"
        elif problem := check(name, member):
            yield problem


def _header(name: str, value: object) -> str:
    if not isinstance(value, str):
        return f"{_quoted(name)} is {type(value).__name__} instead of text"
    if not re.fullmatch(_HEADER_NAME, name) or not re.fullmatch(_HEADER_VALUE, value):
        return f"{_quoted(name)} or its value holds characters that cannot be sent"
    return f"{name} is set by the client itself" if re.fullmatch(_OUR_HEADERS, name, re.I) else ""


def _parameter(name: str, value: object) -> str:
    if isinstance(value, str | int | float | datetime | None):
        return ""
    return f"{_quoted(name)} must be text, a number or a flag, found {type(value).__name__}"


def _quoted(name: str) -> str:
    return ascii(name[:50])


_CALL_CHECKS: dict[str, Callable[[object], Iterable[str]]] = {
    "timeout": _timeout,
    "deadline": _deadline,
    "retries": _retries,
    "headers": lambda value: _named(value, _header),
    "query": lambda value: _named(value, _parameter),
    "body": lambda value: _named(value, lambda _name, _member: ""),
    "validate": _validate,
}


def _hosts(hosts: object) -> Iterable[str]:
    if isinstance(hosts, str) or not isinstance(hosts, Sequence) or not hosts:
        example = "['https://api.mch.weixin.qq.com']"
        yield f"expected a sequence of at least one address, such as {example}"
        return
    for host in cast("Sequence[object]", hosts):
        if problem := _address(host):
            yield f"{problem}, such as 'https://api.mch.weixin.qq.com', found {_quoted(str(host))}"


def _address(host: object) -> str:
    """What is wrong with an address: `https://name[:port]`; plain HTTP only to this machine, for
    tests."""
    if not isinstance(host, str):
        return "expected text"
    parts = re.fullmatch(_ADDRESS, host)
    if parts is None:
        return "expected https:// and a host name, and after it at most a port"
    scheme, name, port = parts.groups()
    if port is not None and not 0 < int(port) < 65_536:
        return "expected a port from 1 to 65535"
    if name in _LOOPBACK:
        return ""
    labels = name.removesuffix(".").split(".")
    if re.fullmatch(_NUMBER, labels[-1]):
        return "expected a host name, not an IP address"
    if not all(re.fullmatch(_LABEL, label) for label in labels):
        return "expected a host name"
    return "" if scheme == "https" else "expected https://"
