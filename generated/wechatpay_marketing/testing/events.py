# Copied from templates/runtime/testing/events.py by `make generate`; do not edit.
"""A callback as WeChat Pay sends it: the event sealed, the whole signed. Nothing is sent here."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

import msgspec

from .._runtime.moments import BEIJING
from .accounts import Account, Trust, sealed
from .examples import ExampleEvent
from .script import Fault


class Poster(Protocol):
    """What has `post` as an `httpx.Client` has it."""

    def post(self, url: str, /, *, headers: dict[str, str], content: bytes) -> Any:
        """Send a request and return the answer."""
        ...


def message(
    event: ExampleEvent,
    resource: Mapping[str, Any],
    to: Account,
    fault: Fault | None,
    *,
    trust: Trust,
    now: float,
) -> tuple[dict[str, str], bytes]:
    """Headers and body of the callback; the members of `resource` replace those of the example."""
    content = msgspec.json.encode({**event.resource, **resource})
    body = {
        "id": str(uuid.uuid4()),
        "create_time": datetime.fromtimestamp(now, BEIJING).isoformat(timespec="seconds"),
        "event_type": event.event_type,
        "resource_type": "encrypt-resource",
        "summary": event.summary,
        "resource": {
            "original_type": event.original_type,
            **sealed(to.secret, content, event.original_type),
        },
    }
    raw = msgspec.json.encode(body)
    signature = to.signature(raw, fault, trust=trust, now=now)
    return {"Content-Type": "application/json", **signature}, raw
