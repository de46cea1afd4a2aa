"""What a callback is to an application: the `Event` it brings, and the `Acknowledgement` it gets.

Values alone: how one becomes the other is the business of `callbacks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar

from .answer import Answer

if TYPE_CHECKING:
    from .known import EventType
    from .schemes import Scheme

EventTypes: TypeAlias = "Mapping[tuple[Scheme, str], type[Answer]]"
"""The type of the resource by whose the event is and its event type: one name may mean two
things."""

ResourceT_co = TypeVar("ResourceT_co", bound="Answer | dict[str, Any]", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Generic[ResourceT_co]):
    """One genuine callback.

    The same event may arrive more than once: de-duplicate by what it is about (coupon code and
    `event_type`), under a lock; `id` is not promised to be stable. Delivery is never guaranteed:
    query as well.
    """

    id: str
    """WeChat Pay's id of this notification."""
    create_time: datetime | None
    """When the notification was made; `None` when it does not say."""
    event_type: EventType | str
    """Such as `COUPON.SEND`; an open set."""
    summary: str
    """A short text for people."""
    resource_type: str
    """Always `encrypt-resource`."""
    original_type: str
    """What the resource was before encryption, such as `coupon`; empty when the callback does not
    say."""
    scheme: Scheme
    """Whose it is: `merchant` or `brand`."""
    resource: ResourceT_co = field(repr=False)
    """What happened: typed for the events of this package, a `dict` for all others. Holds personal
    data."""
    plaintext: bytes = field(repr=False)
    """The decrypted JSON of `resource` as it came, with the members that the type lacks."""


AnyEvent: TypeAlias = Event["Answer | dict[str, Any]"]
"""What `parse` gives; `isinstance(event.resource, ...)` tells which it is, to type checkers too."""


class Acknowledgement(NamedTuple):
    """The answer to a callback, as data for any framework: make a response of its own of it,
    within 5 seconds.

    Flask: `reply.body, reply.status, reply.headers`; FastAPI:
    `Response(reply.body, reply.status, reply.headers)`; Django:
    `HttpResponse(reply.body, status=reply.status, headers=reply.headers)`.
    """

    status: int
    headers: dict[str, str]
    body: bytes
