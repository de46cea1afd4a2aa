"""Settings of a single call, and how they lie over the settings of a client.

Only values that a caller may want to change from call to call; what a client is (identity, hosts,
transport) is not here.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, TypeVar

import httpx  # at run time too: help() looks up the annotations of a struct
import msgspec

from .settings import call_mistakes, refuse

T = TypeVar("T")


class CallOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of one call; `None` leaves the client's setting in force.

    Example: `pay.busifavor.coupons.use(..., options=CallOptions(deadline=3, retries=0))`.

    Raises:
        ConfigurationError: Settings are wrong; all of them are named.
    """

    timeout: float | httpx.Timeout | None = None
    """Seconds for each of connecting, sending and reading, or an `httpx.Timeout`, of which `pool`
    limits the wait for one's turn. One attempt as a whole takes at most the sum of the three."""
    deadline: float | None = None
    """Seconds for the whole call: waiting for its turn, all attempts, the pauses between them, and
    the download of certificates where there is one."""
    retries: int | None = None
    """How often a call that may safely be repeated is repeated; 0 switches repeating off."""
    headers: Mapping[str, str] | None = None
    """Further request headers, such as `Accept-Language`."""
    query: Mapping[str, str | int | bool] | None = None
    """Further query parameters, for those the typed call lacks."""
    body: Mapping[str, Any] | None = None
    """Further members of the JSON body, for those the typed call lacks; sent unchecked."""
    validate: bool | None = None
    """`False` sends the arguments without the local check of names, types and limits."""

    def __post_init__(self) -> None:
        refuse(call_mistakes(msgspec.structs.asdict(self)))

    def over(self, base: CallOptions) -> CallOptions:
        """These settings where given, those of `base` elsewhere; headers, query and body are
        merged."""
        return CallOptions(
            timeout=base.timeout if self.timeout is None else self.timeout,
            deadline=base.deadline if self.deadline is None else self.deadline,
            retries=base.retries if self.retries is None else self.retries,
            headers=_merged(self.headers, _without(self.headers, base.headers)),
            query=_merged(self.query, base.query),
            body=_merged(self.body, base.body),
            validate=base.validate if self.validate is None else self.validate,
        )


def end_of(options: CallOptions) -> float:
    """When a call that begins now must have ended, on the monotonic clock."""
    return float("inf") if options.deadline is None else time.monotonic() + options.deadline


def _merged(given: Mapping[str, T] | None, base: Mapping[str, T] | None) -> Mapping[str, T] | None:
    return {**base, **given} if given and base else given or base


def _without(
    given: Mapping[str, str] | None, base: Mapping[str, str] | None
) -> Mapping[str, str] | None:
    """The headers of `base` that are not given: names in any case are the same header."""
    names = {name.lower() for name in given or ()}
    return base and {name: value for name, value in base.items() if name.lower() not in names}
