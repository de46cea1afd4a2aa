# From spec/ and templates/package/{product}/__init__.py.jinja by `make generate`; do not edit.
"""商家券。"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .callbacks import AsyncCallbacks, Callbacks
    from .coupon_codes import AsyncCouponCodes, CouponCodes
    from .coupons import AsyncCoupons, Coupons
    from .gov_cards import AsyncGovCards, GovCards
    from .images import AsyncImages, Images
    from .pay_receipts import AsyncPayReceipts, PayReceipts
    from .product_coupons import AsyncProductCoupons, ProductCoupons
    from .return_receipts import AsyncReturnReceipts, ReturnReceipts
    from .stocks import AsyncStocks, Stocks
    from .user_coupons import AsyncUserCoupons, UserCoupons


class Busifavor(Resource):
    """商家券。"""

    @cached_property
    def stocks(self) -> Stocks:
        """商家券批次。"""
        from .stocks import Stocks

        return Stocks(self._call)

    @cached_property
    def coupon_codes(self) -> CouponCodes:
        """批次的预存券 code。"""
        from .coupon_codes import CouponCodes

        return CouponCodes(self._call)

    @cached_property
    def coupons(self) -> Coupons:
        """商家券的发放、核销、退券、失效与订单关联。"""
        from .coupons import Coupons

        return Coupons(self._call)

    @cached_property
    def user_coupons(self) -> UserCoupons:
        """用户持有的商家券。"""
        from .user_coupons import UserCoupons

        return UserCoupons(self._call)

    @cached_property
    def product_coupons(self) -> ProductCoupons:
        """经商家券接口发放商品券。"""
        from .product_coupons import ProductCoupons

        return ProductCoupons(self._call)

    @cached_property
    def gov_cards(self) -> GovCards:
        """消费卡发放。"""
        from .gov_cards import GovCards

        return GovCards(self._call)

    @cached_property
    def pay_receipts(self) -> PayReceipts:
        """营销补差付款单。"""
        from .pay_receipts import PayReceipts

        return PayReceipts(self._call)

    @cached_property
    def return_receipts(self) -> ReturnReceipts:
        """营销补差回退单。"""
        from .return_receipts import ReturnReceipts

        return ReturnReceipts(self._call)

    @cached_property
    def callbacks(self) -> Callbacks:
        """商家券事件通知地址。"""
        from .callbacks import Callbacks

        return Callbacks(self._call)

    @cached_property
    def images(self) -> Images:
        """营销图片上传。"""
        from .images import Images

        return Images(self._call)


class AsyncBusifavor(AsyncResource):
    """商家券。"""

    @cached_property
    def stocks(self) -> AsyncStocks:
        """商家券批次。"""
        from .stocks import AsyncStocks

        return AsyncStocks(self._call)

    @cached_property
    def coupon_codes(self) -> AsyncCouponCodes:
        """批次的预存券 code。"""
        from .coupon_codes import AsyncCouponCodes

        return AsyncCouponCodes(self._call)

    @cached_property
    def coupons(self) -> AsyncCoupons:
        """商家券的发放、核销、退券、失效与订单关联。"""
        from .coupons import AsyncCoupons

        return AsyncCoupons(self._call)

    @cached_property
    def user_coupons(self) -> AsyncUserCoupons:
        """用户持有的商家券。"""
        from .user_coupons import AsyncUserCoupons

        return AsyncUserCoupons(self._call)

    @cached_property
    def product_coupons(self) -> AsyncProductCoupons:
        """经商家券接口发放商品券。"""
        from .product_coupons import AsyncProductCoupons

        return AsyncProductCoupons(self._call)

    @cached_property
    def gov_cards(self) -> AsyncGovCards:
        """消费卡发放。"""
        from .gov_cards import AsyncGovCards

        return AsyncGovCards(self._call)

    @cached_property
    def pay_receipts(self) -> AsyncPayReceipts:
        """营销补差付款单。"""
        from .pay_receipts import AsyncPayReceipts

        return AsyncPayReceipts(self._call)

    @cached_property
    def return_receipts(self) -> AsyncReturnReceipts:
        """营销补差回退单。"""
        from .return_receipts import AsyncReturnReceipts

        return AsyncReturnReceipts(self._call)

    @cached_property
    def callbacks(self) -> AsyncCallbacks:
        """商家券事件通知地址。"""
        from .callbacks import AsyncCallbacks

        return AsyncCallbacks(self._call)

    @cached_property
    def images(self) -> AsyncImages:
        """营销图片上传。"""
        from .images import AsyncImages

        return AsyncImages(self._call)
