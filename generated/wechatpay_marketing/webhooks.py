"""Callbacks: what each event carries.

`pay.webhooks.parse(headers, body)` gives an `Event`; `isinstance(event.resource, ...)` tells which one it is, to type checkers too.
"""

from __future__ import annotations

from ._runtime.answer import Answer
from ._runtime.callbacks import Acknowledgement, AnyEvent, AsyncWebhooks, Event, Webhooks
from .busifavor.models import CouponSendEvent, CouponUseEvent
from .product_coupon.models import BrandProductCouponSendEvent, ImageGenerationTask, ProductCouponSendEvent

__all__ = [
    "EVENTS",
    "Answer",
    "Acknowledgement",
    "AnyEvent",
    "AsyncWebhooks",
    "Event",
    "Webhooks",
    "CouponSendEvent",
    "CouponUseEvent",
    "BrandProductCouponSendEvent",
    "ImageGenerationTask",
    "ProductCouponSendEvent",
]

EVENTS: dict[str, type[Answer]] = {
    "COUPON.SEND": CouponSendEvent,
    "COUPON.USE": CouponUseEvent,
    "PRODUCT_COUPON.SEND": BrandProductCouponSendEvent,
    "PRODUCT_COUPON_SP.SEND": ProductCouponSendEvent,
    "PRODUCT_COUPON_SP.IMAGE_GENERATION": ImageGenerationTask,
}
"""The type of the resource by event type; an event that is not listed carries a `dict`."""
