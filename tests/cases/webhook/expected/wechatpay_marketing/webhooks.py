"""Callbacks: what each event carries.

`pay.webhooks.parse(headers, body)` gives an `Event`; `isinstance(event.resource, ...)` tells which one it is, to type checkers too.
"""

from __future__ import annotations

from ._runtime.answer import Answer
from ._runtime.callbacks import Acknowledgement, AnyEvent, AsyncWebhooks, Event, Webhooks
from .shop.models import CreateOrderResponse

__all__ = [
    "EVENTS",
    "Answer",
    "Acknowledgement",
    "AnyEvent",
    "AsyncWebhooks",
    "Event",
    "Webhooks",
    "CreateOrderResponse",
]

EVENTS: dict[str, type[Answer]] = {
    "SHOP.ORDER": CreateOrderResponse,
}
"""The type of the resource by event type; an event that is not listed carries a `dict`."""
