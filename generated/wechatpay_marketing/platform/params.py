# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""平台能力：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from . import enums


class CertificatesListParameters(TypedDict):
    """获取平台证书列表"""

    algorithm_type: NotRequired[enums.CertificateAlgorithmType]
