"""Settings of a single call, and how they lie over the settings of a client.

Only values that a caller may want to change from call to call; what a client is (identity, hosts, transport) is not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOptions:
    """Settings of one call; `None` leaves the client's setting in force.

    Example: `pay.busifavor.coupons.use(..., options=CallOptions(timeout=3, retries=0))`.
    """

    timeout: float | httpx.Timeout | None = None
    """Seconds for each of connecting, sending and reading, or an `httpx.Timeout`."""
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

    def over(self, base: CallOptions) -> CallOptions:
        """These settings where given, those of `base` elsewhere; headers, query and body are merged."""
        merged: dict[str, Any] = {}
        for field in fields(self):
            mine, theirs = getattr(self, field.name), getattr(base, field.name)
            if isinstance(mine, Mapping) and isinstance(theirs, Mapping):
                given, inherited = cast("Mapping[str, Any]", mine), cast("Mapping[str, Any]", theirs)
                if field.name == "headers":  # names in any case are the same header
                    names = {name.lower() for name in given}
                    inherited = {name: value for name, value in inherited.items() if name.lower() not in names}
                merged[field.name] = {**inherited, **given}
            else:
                merged[field.name] = theirs if mine is None else mine
        return CallOptions(**merged)
