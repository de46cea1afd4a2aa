# Copied from templates/runtime/testing/__init__.py by `make generate`; do not edit.
"""A WeChat Pay to test against: `FakeWechatPay`, in process or as a server on 127.0.0.1.

It has throw-away keys of its own, verifies every request as the real one does (signature, headers,
body against the types of the operation), answers with the example of the specification, signed,
and can be told to fail in all the ways the real one can. It keeps no coupons: what an operation
answers depends only on what it was told.

    fake = FakeWechatPay()
    with fake.client() as pay:
        pay.busifavor.coupons.use(...)  # answers the example
        fake.script("busifavor.coupons.use", error="NOT_ENOUGH")  # fails the next call
        fake.script("busifavor.coupons.use", fault="drop", times=None)  # fails all calls after it
    assert fake.requests[0].body["coupon_code"] == "..."

Only for tests: nothing else of the package imports it.
"""

from __future__ import annotations

from .._runtime.public import show_public_names as _show_public_names
from .clock import START, Clock
from .events import Poster
from .fake import FakeWechatPay
from .received import ReceivedRequest
from .script import Fault
from .server import FakeTransport

__all__ = ["START", "Clock", "FakeTransport", "FakeWechatPay", "Fault", "Poster", "ReceivedRequest"]

_show_public_names(globals())
