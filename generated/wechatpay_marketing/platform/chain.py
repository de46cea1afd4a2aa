# From spec/ and templates/package/{product}/chain.py.jinja by `make generate`; do not edit.
"""平台能力：URL 链上的节点。"""

from __future__ import annotations

from .._runtime.chain import Endpoint, Mode, Node
from .certificates import Certificates


class CertificatesPath(Node[Mode]):
    """`v3/certificates`"""

    get = __call__ = Endpoint(Certificates.list)
