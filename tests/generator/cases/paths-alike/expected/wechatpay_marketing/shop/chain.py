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
    _order_id_: OrderIdPath[Mode]
    """`get`：找单。

    买一件商品。"""
    order_id: V3ShopOrderIdPath[Mode]
    """`get`：查单。

    买一件商品。"""


class OrdersPath(Node[Mode]):
    """`v3/shop/orders`"""

    post = __call__ = Endpoint(Orders.create)


class OrderIdPath(Node[Mode]):
    """`v3/shop/{order_id}`"""

    get = __call__ = Endpoint(Orders.find)


class V3ShopOrderIdPath(Node[Mode]):
    """`v3/shop/order-id`"""

    get = __call__ = Endpoint(Orders.get)
