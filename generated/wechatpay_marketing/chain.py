# From spec/ and templates/package/chain.py.jinja by `make generate`; do not edit.
"""The URL tree from its roots: `pay.v3…`, `pay.chain("v3/…")` and `pay["v3/…"]`, for both
clients."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Literal, overload

from ._runtime.chain import Mode, Node, follow

if TYPE_CHECKING:
    from ._runtime.resource import AsyncResource, Resource
    from .brand import chain as brand_chain
    from .busifavor import chain as busifavor_chain
    from .platform import chain as platform_chain
    from .product_coupon import chain as product_coupon_chain


class Paths(Generic[Mode]):
    """The part of a client that leads into the URL tree."""

    @cached_property
    def _resource(self) -> Resource | AsyncResource:
        raise NotImplementedError  # every client has its own

    @cached_property
    def v3(self) -> V3Path[Mode]:
        """`v3`"""
        return V3Path(self._resource)

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks"],
    ) -> busifavor_chain.BusifavorStocksPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}"],
    ) -> busifavor_chain.BusifavorStockIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}/budget"],
    ) -> busifavor_chain.BusifavorStockIdBudgetPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}/couponcodes"],
    ) -> busifavor_chain.BusifavorStockIdCouponcodesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}"],
    ) -> busifavor_chain.BusifavorStockIdCouponCodePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/send"],
    ) -> busifavor_chain.BusifavorCouponsSendPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/use"],
    ) -> busifavor_chain.BusifavorCouponsUsePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/return"],
    ) -> busifavor_chain.BusifavorCouponsReturnPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/deactivate"],
    ) -> busifavor_chain.BusifavorCouponsDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/associate"],
    ) -> busifavor_chain.BusifavorCouponsAssociatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/disassociate"],
    ) -> busifavor_chain.BusifavorCouponsDisassociatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/{card_id}/send"],
    ) -> busifavor_chain.BusifavorCardIdSendPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users/{openid}/coupons"],
    ) -> busifavor_chain.BusifavorOpenidCouponsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}"],
    ) -> busifavor_chain.BusifavorOpenidCouponCodeAppidPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/product-coupons/pre-send"],
    ) -> busifavor_chain.BusifavorProductCouponsPreSendPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/product-coupons/send"],
    ) -> busifavor_chain.BusifavorProductCouponsSendPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/pay-receipts"],
    ) -> busifavor_chain.BusifavorSubsidyPayReceiptsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}"],
    ) -> busifavor_chain.BusifavorSubsidySubsidyReceiptIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/return-receipts"],
    ) -> busifavor_chain.BusifavorSubsidyReturnReceiptsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}"],
    ) -> busifavor_chain.BusifavorSubsidySubsidyReturnReceiptIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/callbacks"],
    ) -> busifavor_chain.BusifavorCallbacksPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/favor/media/image-upload"],
    ) -> busifavor_chain.FavorMediaImageUploadPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/product-coupons"],
    ) -> product_coupon_chain.ProductCouponsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}"],
    ) -> product_coupon_chain.ProductCouponIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate"
        ],
    ) -> product_coupon_chain.ProductCouponIdDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks"
        ],
    ) -> product_coupon_chain.ProductCouponIdStocksPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdUpdateBudgetPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdUploadCouponCodesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdAssociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdDisassociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdAssociatedStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundlesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdUpdateBudgetPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdAssociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdDisassociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon"],
    ) -> product_coupon_chain.OpenidPreSendCouponPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/coupons"],
    ) -> product_coupon_chain.OpenidCouponsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}"],
    ) -> product_coupon_chain.OpenidCouponCodePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeConfirmPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeUsePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeReturnPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle"],
    ) -> product_coupon_chain.OpenidPreSendCouponBundlePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles"],
    ) -> product_coupon_chain.OpenidCouponBundlesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate"
        ],
    ) -> product_coupon_chain.OpenidUserCouponBundleIdDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/notify-configs"],
    ) -> product_coupon_chain.NotifyConfigsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/media/upload-image"],
    ) -> product_coupon_chain.MediaUploadImagePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/image-generation-tasks"],
    ) -> product_coupon_chain.ImageGenerationTasksPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}"],
    ) -> product_coupon_chain.TaskIdPath[Mode]: ...
    @overload
    def chain(self, path: Literal["v3/certificates"]) -> platform_chain.CertificatesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/product-coupons"],
    ) -> brand_chain.ProductCouponsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/product-coupons/{product_coupon_id}"],
    ) -> brand_chain.ProductCouponIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/deactivate"
        ],
    ) -> brand_chain.ProductCouponIdDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks"],
    ) -> brand_chain.ProductCouponIdStocksPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}"
        ],
    ) -> brand_chain.ProductCouponIdStockIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate"
        ],
    ) -> brand_chain.ProductCouponIdStockIdDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget"
        ],
    ) -> brand_chain.ProductCouponIdStockIdUpdateBudgetPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes"
        ],
    ) -> brand_chain.ProductCouponIdStockIdUploadCouponCodesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockIdAssociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockIdDisassociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockIdAssociatedStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles"
        ],
    ) -> brand_chain.ProductCouponIdStockBundlesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdUpdateBudgetPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdAssociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdDisassociateStoresPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/pre-send-coupon"],
    ) -> brand_chain.OpenidPreSendCouponPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons"],
    ) -> brand_chain.OpenidCouponsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}"],
    ) -> brand_chain.OpenidCouponCodePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/confirm"
        ],
    ) -> brand_chain.OpenidCouponCodeConfirmPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/use"],
    ) -> brand_chain.OpenidCouponCodeUsePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/return"],
    ) -> brand_chain.OpenidCouponCodeReturnPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate"
        ],
    ) -> brand_chain.OpenidCouponCodeDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupon-bundles"],
    ) -> brand_chain.OpenidCouponBundlesPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate"
        ],
    ) -> brand_chain.OpenidUserCouponBundleIdDeactivatePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/notify-configs"],
    ) -> brand_chain.NotifyConfigsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/media/upload-image"],
    ) -> brand_chain.MediaUploadImagePath[Mode]: ...
    def chain(self, path: str) -> Any:
        """The node of a URL path, such as `v3/marketing/busifavor/stocks/{stock_id}`;
        placeholders are arguments of the call.

        Raises:
            KeyError: there is no such path.
        """
        return follow(self, path)

    __getitem__ = chain


class V3Path(Node[Mode]):
    """`v3`"""

    marketing: V3MarketingPath[Mode]

    @cached_property
    def certificates(self) -> platform_chain.CertificatesPath[Mode]:
        """`v3/certificates`"""
        from .platform import chain as platform_chain

        return platform_chain.CertificatesPath(self._resource)


class V3MarketingPath(Node[Mode]):
    """`v3/marketing`"""

    @cached_property
    def busifavor(self) -> busifavor_chain.BusifavorPath[Mode]:
        """`v3/marketing/busifavor`"""
        from .busifavor import chain as busifavor_chain

        return busifavor_chain.BusifavorPath(self._resource)

    @cached_property
    def favor(self) -> busifavor_chain.FavorPath[Mode]:
        """`v3/marketing/favor`"""
        from .busifavor import chain as busifavor_chain

        return busifavor_chain.FavorPath(self._resource)

    @cached_property
    def partner(self) -> product_coupon_chain.V3MarketingPartnerPath[Mode]:
        """`v3/marketing/partner`"""
        from .product_coupon import chain as product_coupon_chain

        return product_coupon_chain.V3MarketingPartnerPath(self._resource)
