# From spec/ and templates/package/{product}/chain.py.jinja by `make generate`; do not edit.
"""商店：URL 链上的节点。"""

from __future__ import annotations

from .._runtime.chain import Endpoint, Mode, Node
from .orders import Orders


class V3Path(Node[Mode]):
    """`v3`"""

    shop: V3ShopPath[Mode]


class V3ShopPath(Node[Mode]):
    """`v3/shop`"""

    orders: OrdersPath[Mode]
    """`post`：下单。

    买一件商品。"""


class OrdersPath(Node[Mode]):
    """`v3/shop/orders`"""

    post_: OrdersPostPath[Mode]
    """`get`：查单。

    买一件商品。"""

    post = __call__ = Endpoint(Orders.create)


class OrdersPostPath(Node[Mode]):
    """`v3/shop/orders/post`"""

    get = __call__ = Endpoint(Orders.get)
