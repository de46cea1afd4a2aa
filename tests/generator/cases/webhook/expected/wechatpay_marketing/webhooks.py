# From spec/ and templates/package/webhooks.py.jinja by `make generate`; do not edit.
"""Callbacks: what each event carries.

`pay.webhooks.parse(headers, body)` gives an `Event`; `isinstance(event.resource, ...)` tells which
one it is, to type checkers too.
"""

from __future__ import annotations

from ._runtime.public import show_public_names as _show_public_names
from ._runtime.callbacks import AsyncWebhooks, Webhooks
from ._runtime.events import Acknowledgement, AnyEvent, Event, EventTypes
from .shop.models import CreateOrderResponse

__all__ = [
    "EVENTS",
    "AsyncWebhooks",
    "Webhooks",
    "Acknowledgement",
    "AnyEvent",
    "Event",
    "EventTypes",
    "CreateOrderResponse",
]

EVENTS: EventTypes = {
    ("merchant", "SHOP.ORDER"): CreateOrderResponse,
    ("merchant", "ORDER"): CreateOrderResponse,
}
"""The type of the resource by identity and event type; an event that is not listed carries a
`dict`."""

_show_public_names(globals())
