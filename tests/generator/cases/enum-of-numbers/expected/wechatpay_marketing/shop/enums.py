# From spec/ and templates/package/{product}/enums.py.jinja by `make generate`; do not edit.
"""商店：枚举值。应答中可能出现这里没有的值。"""

from __future__ import annotations

from typing import Literal, TypeAlias

Level: TypeAlias = Literal[1, 2]
"""等级

- `1`：普通
- `2`：加急
"""
