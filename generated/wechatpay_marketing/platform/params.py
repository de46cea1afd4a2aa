"""平台能力：请求中的对象。"""

from __future__ import annotations

from typing import NotRequired, TypedDict
from .enums import CertificateAlgorithmType


class CertificatesListParameters(TypedDict):
    """路径与查询参数：获取平台证书列表。"""

    algorithm_type: NotRequired[CertificateAlgorithmType]
    """证书的算法类型，默认为 RSA"""
