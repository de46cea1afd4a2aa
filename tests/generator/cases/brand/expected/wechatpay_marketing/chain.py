# From spec/ and templates/package/chain.py.jinja by `make generate`; do not edit.
"""The URL tree from its roots: `pay.v3…`, `pay.chain("v3/…")` and `pay["v3/…"]`, for both
clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Literal, overload

from ._runtime.chain import Mode, follow

if TYPE_CHECKING:
    from ._runtime.resource import AsyncResource, Resource
    from .brand import chain as brand_chain


class Paths(Generic[Mode]):
    """The part of a client that leads into the URL tree."""

    @cached_property
    def _resource(self) -> Resource | AsyncResource:
        raise NotImplementedError  # every client has its own

    @overload
    def chain(self, path: Literal["brand/goods"]) -> brand_chain.BrandGoodsPath[Mode]:
        """`post`：下单。"""

    @overload
    def chain(
        self,
        path: Literal["brand/goods/{goods_id}"],
    ) -> brand_chain.BrandGoodsIdPath[Mode]: ...
    @overload
    def chain(self, path: Literal["brand/goods/{goods_id}/buyers"]) -> brand_chain.BuyersPath[Mode]:
        """`get`：查单。"""

    def chain(self, path: str) -> Any:
        """The node of a URL path, such as `v3/marketing/busifavor/stocks/{stock_id}`;
        placeholders are arguments of the call.

        Raises:
            KeyError: there is no such path.
        """
        return follow(self, path)

    __getitem__ = chain
