# From spec/ and templates/package/{product}/enums.py.jinja by `make generate`; do not edit.
"""商店：枚举值。应答中可能出现这里没有的值。"""

from __future__ import annotations

from typing import Literal, TypeAlias

PayWay: TypeAlias = Literal["CARD", "CASH"]
"""支付方式

- `CARD`：银行卡
- `CASH`：现金
"""
