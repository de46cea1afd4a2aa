"""商店：URL 链上的节点。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.chain import Endpoint, Mode, Node
from .orders import Orders

if TYPE_CHECKING:
    from .._runtime.resource import AsyncResource, Resource


class BrandGoodsPath(Node[Mode]):
    """`brand/goods`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._goods_id_: BrandGoodsIdPath[Mode] = BrandGoodsIdPath(resource)

    post = __call__ = Endpoint(Orders.create)
    """下单"""


class BrandGoodsIdPath(Node[Mode]):
    """`brand/goods/{goods_id}`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.buyers: BuyersPath[Mode] = BuyersPath(resource)


class BuyersPath(Node[Mode]):
    """`brand/goods/{goods_id}/buyers`"""

    get = __call__ = Endpoint(Orders.find)
    """查单"""
