# From spec/ and templates/package/{product}/__init__.py.jinja by `make generate`; do not edit.
"""平台能力。"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .certificates import AsyncCertificates, Certificates


class Platform(Resource):
    """平台能力。"""

    @cached_property
    def certificates(self) -> Certificates:
        """微信支付平台证书。"""
        from .certificates import Certificates

        return Certificates(self._call)


class AsyncPlatform(AsyncResource):
    """平台能力。"""

    @cached_property
    def certificates(self) -> AsyncCertificates:
        """微信支付平台证书。"""
        from .certificates import AsyncCertificates

        return AsyncCertificates(self._call)
