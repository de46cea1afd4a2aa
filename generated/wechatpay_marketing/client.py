# From spec/ and templates/package/client.py.jinja by `make generate`; do not edit.
"""The clients: everything the API offers hangs on `WechatPay` (functions) and `AsyncWechatPay`
(coroutines)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.chain import Async, Sync
from ._runtime.client import AsyncClient, SyncClient
from .chain import Paths

if TYPE_CHECKING:
    from .brand import AsyncBrand, Brand
    from .busifavor import AsyncBusifavor, Busifavor
    from .platform import AsyncPlatform, Platform
    from .product_coupon import AsyncProductCoupon, ProductCoupon


class WechatPay(SyncClient, Paths[Sync]):
    __doc__ = SyncClient.__doc__

    @cached_property
    def busifavor(self) -> Busifavor:
        """商家券。"""
        from .busifavor import Busifavor

        return Busifavor(self._call)

    @cached_property
    def product_coupon(self) -> ProductCoupon:
        """商品券（服务商）。"""
        from .product_coupon import ProductCoupon

        return ProductCoupon(self._call)

    @cached_property
    def brand(self) -> Brand:
        """商品券（品牌直连）。"""
        from .brand import Brand

        return Brand(self._call)

    @cached_property
    def platform(self) -> Platform:
        """平台能力。"""
        from .platform import Platform

        return Platform(self._call)


class AsyncWechatPay(AsyncClient, Paths[Async]):
    __doc__ = AsyncClient.__doc__

    @cached_property
    def busifavor(self) -> AsyncBusifavor:
        """商家券。"""
        from .busifavor import AsyncBusifavor

        return AsyncBusifavor(self._call)

    @cached_property
    def product_coupon(self) -> AsyncProductCoupon:
        """商品券（服务商）。"""
        from .product_coupon import AsyncProductCoupon

        return AsyncProductCoupon(self._call)

    @cached_property
    def brand(self) -> AsyncBrand:
        """商品券（品牌直连）。"""
        from .brand import AsyncBrand

        return AsyncBrand(self._call)

    @cached_property
    def platform(self) -> AsyncPlatform:
        """平台能力。"""
        from .platform import AsyncPlatform

        return AsyncPlatform(self._call)
