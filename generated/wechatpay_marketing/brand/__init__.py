# From spec/ and templates/package/{product}/__init__.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）。"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.chain import Async, Sync
    from . import chain
    from .coupons import AsyncCoupons, Coupons
    from .images import AsyncImages, Images
    from .notify_configs import AsyncNotifyConfigs, NotifyConfigs
    from .stock_bundles import AsyncStockBundles, StockBundles
    from .stocks import AsyncStocks, Stocks
    from .user_coupon_bundles import AsyncUserCouponBundles, UserCouponBundles
    from .user_coupons import AsyncUserCoupons, UserCoupons


class Brand(Resource):
    """商品券（品牌直连）。"""

    @cached_property
    def coupons(self) -> Coupons:
        """商品券。"""
        from .coupons import Coupons

        return Coupons(self._call)

    @cached_property
    def stocks(self) -> Stocks:
        """商品券批次。"""
        from .stocks import Stocks

        return Stocks(self._call)

    @cached_property
    def stock_bundles(self) -> StockBundles:
        """商品券批次组。"""
        from .stock_bundles import StockBundles

        return StockBundles(self._call)

    @cached_property
    def user_coupons(self) -> UserCoupons:
        """用户商品券。"""
        from .user_coupons import UserCoupons

        return UserCoupons(self._call)

    @cached_property
    def user_coupon_bundles(self) -> UserCouponBundles:
        """用户商品券组。"""
        from .user_coupon_bundles import UserCouponBundles

        return UserCouponBundles(self._call)

    @cached_property
    def notify_configs(self) -> NotifyConfigs:
        """商品券事件通知地址。"""
        from .notify_configs import NotifyConfigs

        return NotifyConfigs(self._call)

    @cached_property
    def images(self) -> Images:
        """商品券图片上传。"""
        from .images import Images

        return Images(self._call)

    @cached_property
    def marketing(self) -> chain.BrandMarketingPath[Sync]:
        """`brand/marketing`"""
        from . import chain

        return chain.BrandMarketingPath(self)


class AsyncBrand(AsyncResource):
    """商品券（品牌直连）。"""

    @cached_property
    def coupons(self) -> AsyncCoupons:
        """商品券。"""
        from .coupons import AsyncCoupons

        return AsyncCoupons(self._call)

    @cached_property
    def stocks(self) -> AsyncStocks:
        """商品券批次。"""
        from .stocks import AsyncStocks

        return AsyncStocks(self._call)

    @cached_property
    def stock_bundles(self) -> AsyncStockBundles:
        """商品券批次组。"""
        from .stock_bundles import AsyncStockBundles

        return AsyncStockBundles(self._call)

    @cached_property
    def user_coupons(self) -> AsyncUserCoupons:
        """用户商品券。"""
        from .user_coupons import AsyncUserCoupons

        return AsyncUserCoupons(self._call)

    @cached_property
    def user_coupon_bundles(self) -> AsyncUserCouponBundles:
        """用户商品券组。"""
        from .user_coupon_bundles import AsyncUserCouponBundles

        return AsyncUserCouponBundles(self._call)

    @cached_property
    def notify_configs(self) -> AsyncNotifyConfigs:
        """商品券事件通知地址。"""
        from .notify_configs import AsyncNotifyConfigs

        return AsyncNotifyConfigs(self._call)

    @cached_property
    def images(self) -> AsyncImages:
        """商品券图片上传。"""
        from .images import AsyncImages

        return AsyncImages(self._call)

    @cached_property
    def marketing(self) -> chain.BrandMarketingPath[Async]:
        """`brand/marketing`"""
        from . import chain

        return chain.BrandMarketingPath(self)
