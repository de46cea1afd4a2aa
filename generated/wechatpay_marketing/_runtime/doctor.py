# Copied from templates/runtime/_runtime/doctor.py by `make generate`; do not edit.
"""The self-examination: configuration, network, clock, and signature and encryption in both
directions.

One line for each thing looked at: what is wrong, and where to correct it. Printing is the command
line's business.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial

import httpx
import msgspec

from . import cipher, json_body
from .attempts import TIMEOUT, user_agent
from .client import SyncClient
from .errors import (
    ApiError,
    ConfigurationError,
    DecryptionError,
    Unauthorized,
    UnknownSerial,
    WechatPayError,
)
from .identity import IDENTITIES, Identity, Merchant
from .keys import LocalKey
from .options import CallOptions
from .request import PreparedRequest
from .schemes import SCHEMES
from .service import HOSTS
from .trust import MAX_CLOCK_SKEW

ECHO_PATH = "/v3/security/echo"
BRAND_READ_PATH = "/brand/marketing/product-coupon/notify-configs"
"""A read without arguments, since the brand API has no echo."""

_OPTIONS = CallOptions(retries=1)
_MARKS = {True: "ok  ", False: "FAIL", None: "-   "}
_MEANINGS = {
    "private_key": "the private key of your API certificate, as path or text (apiclient_key.pem)",
    "certificate_serial": "the serial number of your API certificate",
    "certificate": "that certificate itself, instead of its number (apiclient_cert.pem)",
    "public_key_id": "the id of WeChat Pay's public key (PUB_KEY_ID_…)",
    "public_key": "WeChat Pay's public key, as path or text (pub_key.pem)",
}
"""What an environment variable holds, by the argument it stands for; ids and symmetric keys are
named by their scheme."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    ok: bool | None
    """`None` where there is nothing to judge, as with a setting that may be left out."""
    subject: str
    told: str

    def __str__(self) -> str:
        return f"{_MARKS[self.ok]}  {self.subject}: {self.told}"


def examine(
    environ: Mapping[str, str] | None = None,
    *,
    notify_url: str | None = None,
    hosts: Sequence[str] = HOSTS,
    http_client: httpx.Client | None = None,
    clock: Callable[[], float] = time.time,
) -> Iterator[Finding]:
    """Look at everything in turn; a failure does not end it, where what follows can still tell
    something.

    Args:
        environ: Where the configuration is read from, by default `os.environ`; see `Merchant` and
            `Brand`.
        notify_url: Where WeChat Pay shall send a callback to try the way back; by default none is
            sent.
        hosts: As for clients, like all that follow.
    """
    environ = os.environ if environ is None else environ
    meant = [cls for cls in IDENTITIES if any(map(environ.get, cls.environment.values()))]
    found = yield from _configured(meant, environ)
    try:
        opened = nullcontext(http_client) if http_client else httpx.Client(timeout=TIMEOUT)
    except (OSError, ValueError, ImportError) as error:
        told = (
            f"no connection can be made; check SSL_CERT_FILE and the variables of proxies: {error}"
        )
        yield Finding(False, "environment", told)
        return
    with opened as http:
        for host in hosts if meant else ():
            yield _reached(http, host, clock)
        make = partial(SyncClient, hosts=hosts, http_client=http, _clock=clock)
        for examined in found:
            yield from _called(make, examined, notify_url)


def _configured(
    meant: Sequence[type[Identity]], environ: Mapping[str, str]
) -> Generator[Finding, None, list[Identity]]:
    """The identities that the environment configures, and what is to be said of them."""
    if not meant:
        ids = " or ".join(next(iter(cls.environment.values())) for cls in IDENTITIES)
        yield Finding(False, "environment", f"set {ids} and what goes with it.")
    found: list[Identity] = []
    for cls in meant or IDENTITIES:
        yield from _variables(cls, environ)
    for cls in meant:
        try:
            found.append(cls.from_env(environ))
            yield from _identity(found[-1])
        except ConfigurationError as error:
            yield Finding(False, cls.scheme, str(error))
    return found


def _called(
    make: Callable[..., SyncClient], identity: Identity, notify_url: str | None
) -> Iterator[Finding]:
    """What can be seen by calling WeChat Pay as this identity."""
    try:
        client = make(**{identity.scheme: identity})
    except ConfigurationError as error:
        yield Finding(False, identity.scheme, str(error))
        return
    if isinstance(identity, Merchant):
        yield from _echo(client, identity, notify_url)
    else:
        yield from _brand_read(client)
    yield from _trusted(client)


def variables() -> Iterator[tuple[str, str]]:
    """The environment variables that are read, each with what it holds."""
    for cls in IDENTITIES:
        yield from _described(cls)


def _described(cls: type[Identity]) -> Iterator[tuple[str, str]]:
    facts = SCHEMES[cls.scheme]
    meanings = {
        **_MEANINGS,
        facts.id_name: f"the id of the {cls.scheme}",
        facts.key_name: f"the symmetric key of the {cls.scheme}, 32 characters, for callbacks",
    }
    for argument, variable in cls.environment.items():
        yield variable, meanings[argument]


def _variables(cls: type[Identity], environ: Mapping[str, str]) -> Iterator[Finding]:
    for variable, meaning in _described(cls):
        state = "set" if environ.get(variable) else "not set"
        yield Finding(None, variable, f"{state}: {meaning}")


def _identity(identity: Identity) -> Iterator[Finding]:
    yield Finding(
        True,
        identity.scheme,
        f"{identity.facts.id_name} {identity.id}, own certificate {identity.serial}",
    )
    if identity.symmetric_key is None:
        told = (
            f"not set: callbacks cannot be read; set {identity.facts.key_name} if you receive any"
        )
        yield Finding(None, f"{identity.scheme} {identity.facts.key_name}", told)


def _reached(http: httpx.Client, host: str, clock: Callable[[], float]) -> Finding:
    """Whether a host answers at all, and what time it has there."""
    try:
        answer = http.get(host, headers={"User-Agent": user_agent()}, follow_redirects=False)
    except httpx.TransportError as error:
        told = (
            f"{type(error).__name__}: {error}; check name resolution, firewall, proxy and TLS "
            f"certificates"
        )
        return Finding(False, host, f"not reached ({told})")
    try:
        skew = clock() - parsedate_to_datetime(answer.headers["Date"]).timestamp()
    except (KeyError, ValueError, TypeError):
        return Finding(True, host, "reached; it does not tell its time")
    if abs(skew) >= MAX_CLOCK_SKEW / 2:
        return Finding(
            False, host, f"reached; this machine's clock is {skew:+.0f} s off: set it by NTP"
        )
    return Finding(True, host, f"reached; clocks differ by {skew:+.0f} s")


def _echo(client: SyncClient, merchant: Merchant, notify_url: str | None) -> Iterator[Finding]:
    """Signature and encryption both ways, by the self-test that WeChat Pay offers."""
    text = "wechatpay-marketing doctor"
    try:
        exchange = client._exchange  # pyright: ignore[reportPrivateUsage]  # as in a call
        key = exchange.encryption_key("merchant", _OPTIONS)
        members = {
            "echo_message": text,
            "encrypted_echo_message": cipher.encrypt_text(key.rsa, text),
        }
        if notify_url:
            members["notify_url"] = notify_url
        prepared = PreparedRequest(
            method="POST",
            template=ECHO_PATH,
            target=ECHO_PATH,
            scheme="merchant",
            content=json_body.encode(members, "doctor"),
            content_type="application/json",
            repeatable=True,
            key_serial=key.serial,
        )
        response = exchange.send(prepared, _OPTIONS)
    except WechatPayError as error:
        yield _failed("merchant", error)
        return
    serial = response.headers["Wechatpay-Serial"]
    yield Finding(True, "merchant signature", f"accepted; the answer's holds too (key {serial})")
    yield _encryption(merchant, response.content, text, key.serial)
    if notify_url:
        told = f"asked for; SECURITY_ECHO.SUCCESS should arrive at {notify_url} now"
        yield Finding(True, "merchant callback", told)


def _encryption(merchant: Merchant, answer: bytes, text: str, serial: str) -> Finding:
    """Whether what was encrypted for us opens as what we had encrypted."""
    if not isinstance(merchant.signer, LocalKey):
        told = f"accepted (key {serial}); the way back is the remote signer's"
        return Finding(True, "merchant encryption", told)
    try:
        echoed = msgspec.json.decode(answer, type=_Echo).encrypted_echo_message
        same = merchant.decrypt(echoed) == text
    except (msgspec.DecodeError, DecryptionError):
        same = False
    told = f"works both ways (key {serial})"
    if not same:
        told = (
            "what WeChat Pay encrypted for us does not open: private_key and certificate_serial "
            "do not belong together."
        )
    return Finding(same, "merchant encryption", told)


class _Echo(msgspec.Struct):
    encrypted_echo_message: str


def _brand_read(client: SyncClient) -> Iterator[Finding]:
    try:
        client.request("GET", BRAND_READ_PATH, options=_OPTIONS)
    except ApiError as error:
        if isinstance(error, Unauthorized) or not error.verified:
            yield _failed("brand", error)
            return
        # any other refusal accepts our signature, and its own holds: more was not asked
    except WechatPayError as error:
        yield _failed("brand", error)
        return
    yield Finding(True, "brand signature", "accepted; the answer's holds too")


def _failed(subject: str, error: WechatPayError) -> Finding:
    told = str(error)
    if isinstance(error, UnknownSerial):
        told += (
            ". Add the key of this id or serial number to the configuration; the console "
            "shows it under API安全."
        )
    return Finding(False, f"{subject} signature", told)


def _trusted(client: SyncClient) -> Iterator[Finding]:
    for scheme, auth in client._service.auths.items():  # pyright: ignore[reportPrivateUsage]
        keys = [
            (
                key.serial
                if key.not_after == float("inf")
                else f"{key.serial} until {_day(key.not_after)}"
            )
            for key in auth.trust.valid_keys()
        ]
        told = ", ".join(keys) or "none: nothing that is answered can be verified"
        yield Finding(bool(keys), f"{scheme} trusts", told)


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
