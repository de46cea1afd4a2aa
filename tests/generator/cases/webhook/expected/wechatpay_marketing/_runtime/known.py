# From spec/ and templates/package/_runtime/known.py.jinja by `make generate`; do not edit.
"""What the specification knows by name, for editors to offer. WeChat Pay adds to it at any time, so
types that use these allow any text beside them."""

from __future__ import annotations

from typing import Literal, TypeAlias

OperationId: TypeAlias = Literal["shop.orders.create"]
"""The operations."""

ErrorCode: TypeAlias = str
"""The codes of documented refusals."""

EventType: TypeAlias = Literal["SHOP.ORDER", "ORDER"]
"""The callbacks."""
