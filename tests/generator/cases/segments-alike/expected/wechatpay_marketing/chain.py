# From spec/ and templates/package/chain.py.jinja by `make generate`; do not edit.
"""The URL tree from its roots: `pay.v3…`, `pay.chain("v3/…")` and `pay["v3/…"]`, for both
clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Literal, overload

from ._runtime.chain import Mode, follow

if TYPE_CHECKING:
    from ._runtime.resource import AsyncResource, Resource
    from .shop import chain as shop_chain


class Paths(Generic[Mode]):
    """The part of a client that leads into the URL tree."""

    @cached_property
    def _resource(self) -> Resource | AsyncResource:
        raise NotImplementedError  # every client has its own

    @cached_property
    def v3(self) -> shop_chain.V3Path[Mode]:
        """`v3`"""
        from .shop import chain as shop_chain

        return shop_chain.V3Path(self._resource)

    @overload
    def chain(self, path: Literal["v3"]) -> shop_chain.V3Path[Mode]: ...
    @overload
    def chain(self, path: Literal["v3/shop"]) -> shop_chain.V3ShopPath[Mode]: ...
    @overload
    def chain(self, path: Literal["v3/shop/orders"]) -> shop_chain.OrdersPath[Mode]:
        """`post`：下单。"""

    @overload
    def chain(self, path: Literal["v3/shop/policy-periods"]) -> shop_chain.PolicyPeriodsPath[Mode]:
        """`post`：下单 list_new。"""

    @overload
    def chain(
        self,
        path: Literal["v3/shop/policy_periods"],
    ) -> shop_chain.V3ShopPolicyPeriodsPath[Mode]:
        """`post`：下单 list_old。"""

    @overload
    def chain(
        self,
        path: Literal["v3/shop/policy_periods/{period_id}"],
    ) -> shop_chain.PeriodIdPath[Mode]:
        """`post`：查旧账。"""

    def chain(self, path: str) -> Any:
        """The node of a URL path, such as `v3/marketing/busifavor/stocks/{stock_id}`;
        placeholders are arguments of the call.

        Raises:
            KeyError: there is no such path.
        """
        return follow(self, path)

    __getitem__ = chain
