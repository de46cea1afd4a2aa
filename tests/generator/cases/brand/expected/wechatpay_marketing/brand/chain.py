# From spec/ and templates/package/{product}/chain.py.jinja by `make generate`; do not edit.
"""商店：URL 链上的节点。"""

from __future__ import annotations

from .._runtime.chain import Endpoint, Mode, Node
from .orders import Orders


class BrandGoodsPath(Node[Mode]):
    """`brand/goods`"""

    _goods_id_: BrandGoodsIdPath[Mode]

    post = __call__ = Endpoint(Orders.create)


class BrandGoodsIdPath(Node[Mode]):
    """`brand/goods/{goods_id}`"""

    buyers: BuyersPath[Mode]
    """`get`：查单。

    买一件商品。"""


class BuyersPath(Node[Mode]):
    """`brand/goods/{goods_id}/buyers`"""

    get = __call__ = Endpoint(Orders.find)
