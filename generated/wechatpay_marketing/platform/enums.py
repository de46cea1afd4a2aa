# From spec/ and templates/package/{product}/enums.py.jinja by `make generate`; do not edit.
"""平台能力：枚举值。应答中可能出现这里没有的值。"""

from __future__ import annotations

from typing import Literal, TypeAlias

CertificateAlgorithmType: TypeAlias = Literal["RSA", "SM2", "ALL"]
"""平台证书的算法类型

- `RSA`：RSA 证书
- `SM2`：国密证书
- `ALL`：全部证书
"""
