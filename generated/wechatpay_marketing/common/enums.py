# From spec/ and templates/package/{product}/enums.py.jinja by `make generate`; do not edit.
"""公共定义：枚举值。应答中可能出现这里没有的值。"""

from __future__ import annotations

from typing import Literal, TypeAlias

CouponBackgroundColor: TypeAlias = Literal[
    "Color010",
    "Color020",
    "Color030",
    "Color040",
    "Color050",
    "Color060",
    "Color070",
    "Color080",
    "Color090",
    "Color100",
]
"""券的背景颜色，取值为微信卡券的色号

- `Color010`：绿 #63b359
- `Color020`：深绿 #2c9f67
- `Color030`：蓝 #509fc9
- `Color040`：深蓝 #5885cf
- `Color050`：紫 #9062c0
- `Color060`：土黄 #d09a45
- `Color070`：黄 #e4b138
- `Color080`：橙 #ee903c
- `Color090`：橘红 #dd6549
- `Color100`：红 #cc463d
"""

CipherAlgorithm: TypeAlias = Literal["AEAD_AES_256_GCM"]
"""对称加密算法

- `AEAD_AES_256_GCM`：AES-256-GCM
"""
