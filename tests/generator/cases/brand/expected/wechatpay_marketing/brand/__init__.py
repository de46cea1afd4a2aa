# From spec/ and templates/package/{product}/__init__.py.jinja by `make generate`; do not edit.
"""商店。"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.chain import Async, Sync
    from . import chain
    from .orders import AsyncOrders, Orders


class Brand(Resource):
    """商店。"""

    @cached_property
    def orders(self) -> Orders:
        """订单。"""
        from .orders import Orders

        return Orders(self._call)

    @cached_property
    def goods(self) -> chain.BrandGoodsPath[Sync]:
        """`brand/goods`

        `post`：下单。

        买一件商品。"""
        from . import chain

        return chain.BrandGoodsPath(self)


class AsyncBrand(AsyncResource):
    """商店。"""

    @cached_property
    def orders(self) -> AsyncOrders:
        """订单。"""
        from .orders import AsyncOrders

        return AsyncOrders(self._call)

    @cached_property
    def goods(self) -> chain.BrandGoodsPath[Async]:
        """`brand/goods`

        `post`：下单。

        买一件商品。"""
        from . import chain

        return chain.BrandGoodsPath(self)
