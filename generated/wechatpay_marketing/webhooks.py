# From spec/ and templates/package/webhooks.py.jinja by `make generate`; do not edit.
"""Callbacks: what each event carries.

`pay.webhooks.parse(headers, body)` gives an `Event`; `isinstance(event.resource, ...)` tells which
one it is, to type checkers too.
"""

from __future__ import annotations

from ._runtime.public import show_public_names as _show_public_names
from ._runtime.callbacks import AsyncWebhooks, Webhooks
from ._runtime.events import Acknowledgement, AnyEvent, Event, EventTypes
from .busifavor.models import CouponSendEvent, CouponUseEvent
from .product_coupon.models import (
    BrandProductCouponSendEvent,
    ImageGenerationTask,
    ProductCouponSendEvent,
)

__all__ = [
    "EVENTS",
    "AsyncWebhooks",
    "Webhooks",
    "Acknowledgement",
    "AnyEvent",
    "Event",
    "EventTypes",
    "CouponSendEvent",
    "CouponUseEvent",
    "BrandProductCouponSendEvent",
    "ImageGenerationTask",
    "ProductCouponSendEvent",
]

EVENTS: EventTypes = {
    ("merchant", "COUPON.SEND"): CouponSendEvent,
    ("merchant", "COUPON.USE"): CouponUseEvent,
    ("brand", "PRODUCT_COUPON.SEND"): BrandProductCouponSendEvent,
    ("merchant", "PRODUCT_COUPON_SP.SEND"): ProductCouponSendEvent,
    ("merchant", "PRODUCT_COUPON.SEND"): ProductCouponSendEvent,
    ("merchant", "PRODUCT_COUPON_SP.IMAGE_GENERATION"): ImageGenerationTask,
}
"""The type of the resource by identity and event type; an event that is not listed carries a
`dict`."""

_show_public_names(globals())
