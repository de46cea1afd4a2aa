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
    policy_periods: PolicyPeriodsPath[Mode]
    """`post`：下单 list_new。

    买一件商品。"""
    policy_periods_: V3ShopPolicyPeriodsPath[Mode]
    """`post`：下单 list_old。

    买一件商品。"""


class OrdersPath(Node[Mode]):
    """`v3/shop/orders`"""

    post = __call__ = Endpoint(Orders.create)


class PolicyPeriodsPath(Node[Mode]):
    """`v3/shop/policy-periods`"""

    post = __call__ = Endpoint(Orders.list_new)


class V3ShopPolicyPeriodsPath(Node[Mode]):
    """`v3/shop/policy_periods`"""

    _period_id_: PeriodIdPath[Mode]
    """`post`：查旧账。

    买一件商品。"""

    post = __call__ = Endpoint(Orders.list_old)


class PeriodIdPath(Node[Mode]):
    """`v3/shop/policy_periods/{period_id}`"""

    post = __call__ = Endpoint(Orders.get_old)
