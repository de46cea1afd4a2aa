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
    def chain(self, path: Literal["v3"]) -> V3Path[Mode]: ...
    @overload
    def chain(self, path: Literal["v3/marketing"]) -> V3MarketingPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor"],
    ) -> busifavor_chain.BusifavorPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks"],
    ) -> busifavor_chain.BusifavorStocksPath[Mode]:
        """`post`：创建商家券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}"],
    ) -> busifavor_chain.BusifavorStockIdPath[Mode]:
        """`get`：查询商家券详情；`patch`：修改商家券基本信息。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}/budget"],
    ) -> busifavor_chain.BusifavorStockIdBudgetPath[Mode]:
        """`patch`：修改批次预算。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}/couponcodes"],
    ) -> busifavor_chain.BusifavorStockIdCouponcodesPath[Mode]:
        """`get`：查询预存 code 列表；`post`：上传预存 code。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}"],
    ) -> busifavor_chain.BusifavorStockIdCouponCodePath[Mode]:
        """`get`：查询预存 code 详情；`delete`：删除预存 code。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons"],
    ) -> busifavor_chain.BusifavorCouponsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/send"],
    ) -> busifavor_chain.BusifavorCouponsSendPath[Mode]:
        """`post`：向用户发券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/use"],
    ) -> busifavor_chain.BusifavorCouponsUsePath[Mode]:
        """`post`：核销用户券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/return"],
    ) -> busifavor_chain.BusifavorCouponsReturnPath[Mode]:
        """`post`：申请退券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/deactivate"],
    ) -> busifavor_chain.BusifavorCouponsDeactivatePath[Mode]:
        """`post`：使券失效。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/associate"],
    ) -> busifavor_chain.BusifavorCouponsAssociatePath[Mode]:
        """`post`：关联订单信息。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/disassociate"],
    ) -> busifavor_chain.BusifavorCouponsDisassociatePath[Mode]:
        """`post`：取消关联订单信息。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/{card_id}"],
    ) -> busifavor_chain.BusifavorCardIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/coupons/{card_id}/send"],
    ) -> busifavor_chain.BusifavorCardIdSendPath[Mode]:
        """`post`：发放消费卡。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users"],
    ) -> busifavor_chain.BusifavorUsersPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users/{openid}"],
    ) -> busifavor_chain.BusifavorOpenidPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users/{openid}/coupons"],
    ) -> busifavor_chain.BusifavorOpenidCouponsPath[Mode]:
        """`get`：根据过滤条件查询用户券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}"],
    ) -> busifavor_chain.BusifavorOpenidCouponCodePath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids"],
    ) -> busifavor_chain.BusifavorOpenidCouponCodeAppidsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}"],
    ) -> busifavor_chain.BusifavorOpenidCouponCodeAppidPath[Mode]:
        """`get`：查询用户单张券详情。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/product-coupons"],
    ) -> busifavor_chain.BusifavorProductCouponsPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/product-coupons/pre-send"],
    ) -> busifavor_chain.BusifavorProductCouponsPreSendPath[Mode]:
        """`post`：向用户预发放商品券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/product-coupons/send"],
    ) -> busifavor_chain.BusifavorProductCouponsSendPath[Mode]:
        """`post`：向用户发放商品券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy"],
    ) -> busifavor_chain.BusifavorSubsidyPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/pay-receipts"],
    ) -> busifavor_chain.BusifavorSubsidyPayReceiptsPath[Mode]:
        """`get`：查询营销补差付款单列表；`post`：营销补差付款。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}"],
    ) -> busifavor_chain.BusifavorSubsidySubsidyReceiptIdPath[Mode]:
        """`get`：查询营销补差付款单详情。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/return-receipts"],
    ) -> busifavor_chain.BusifavorSubsidyReturnReceiptsPath[Mode]:
        """`post`：营销补差回退。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}"],
    ) -> busifavor_chain.BusifavorSubsidySubsidyReturnReceiptIdPath[Mode]:
        """`get`：查询营销补差回退单详情。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/busifavor/callbacks"],
    ) -> busifavor_chain.BusifavorCallbacksPath[Mode]:
        """`get`：查询商家券事件通知地址；`post`：设置商家券事件通知地址。"""

    @overload
    def chain(self, path: Literal["v3/marketing/favor"]) -> busifavor_chain.FavorPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/favor/media"],
    ) -> busifavor_chain.FavorMediaPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/favor/media/image-upload"],
    ) -> busifavor_chain.FavorMediaImageUploadPath[Mode]:
        """`post`：图片上传（营销专用）。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner"],
    ) -> product_coupon_chain.V3MarketingPartnerPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon"],
    ) -> product_coupon_chain.V3MarketingPartnerProductCouponPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/product-coupons"],
    ) -> product_coupon_chain.ProductCouponsPath[Mode]:
        """`post`：创建商品券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}"],
    ) -> product_coupon_chain.ProductCouponIdPath[Mode]:
        """`get`：查询商品券；`patch`：修改商品券。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate"
        ],
    ) -> product_coupon_chain.ProductCouponIdDeactivatePath[Mode]:
        """`post`：失效商品券。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks"
        ],
    ) -> product_coupon_chain.ProductCouponIdStocksPath[Mode]:
        """`get`：查询商品券批次列表；`post`：添加商品券批次。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdPath[Mode]:
        """`get`：查询商品券指定批次；`patch`：修改商品券指定批次。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdDeactivatePath[Mode]:
        """`post`：失效商品券批次。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdUpdateBudgetPath[Mode]:
        """`post`：修改商品券批次发放预算。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdUploadCouponCodesPath[Mode]:
        """`post`：预上传券 code。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdAssociateStoresPath[Mode]:
        """`post`：批次关联门店。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdDisassociateStoresPath[Mode]:
        """`post`：批次取消关联门店。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockIdAssociatedStoresPath[Mode]:
        """`get`：查询批次关联门店列表。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundlesPath[Mode]:
        """`post`：添加商品券批次组。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdPath[Mode]:
        """`patch`：修改商品券批次组。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdUpdateBudgetPath[Mode]:
        """`post`：修改商品券批次组发放预算。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdAssociateStoresPath[Mode]:
        """`post`：批次组批量关联门店。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores"
        ],
    ) -> product_coupon_chain.ProductCouponIdStockBundleIdDisassociateStoresPath[Mode]:
        """`post`：批次组批量取消关联门店。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users"],
    ) -> product_coupon_chain.UsersPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}"],
    ) -> product_coupon_chain.OpenidPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon"],
    ) -> product_coupon_chain.OpenidPreSendCouponPath[Mode]:
        """`post`：向用户预发放商品券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/coupons"],
    ) -> product_coupon_chain.OpenidCouponsPath[Mode]:
        """`get`：指定券状态查询用户商品券列表；`post`：向用户发放商品券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}"],
    ) -> product_coupon_chain.OpenidCouponCodePath[Mode]:
        """`get`：查询用户商品券详情。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeConfirmPath[Mode]:
        """`post`：确认发放用户商品券。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeUsePath[Mode]:
        """`post`：核销用户商品券。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeReturnPath[Mode]:
        """`post`：退券。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate"
        ],
    ) -> product_coupon_chain.OpenidCouponCodeDeactivatePath[Mode]:
        """`post`：失效用户商品券。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle"],
    ) -> product_coupon_chain.OpenidPreSendCouponBundlePath[Mode]:
        """`post`：向用户预发放商品券批次组。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles"],
    ) -> product_coupon_chain.OpenidCouponBundlesPath[Mode]:
        """`post`：向用户发放商品券批次组。"""

    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}"
        ],
    ) -> product_coupon_chain.OpenidUserCouponBundleIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate"
        ],
    ) -> product_coupon_chain.OpenidUserCouponBundleIdDeactivatePath[Mode]:
        """`post`：失效用户商品券组。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/notify-configs"],
    ) -> product_coupon_chain.NotifyConfigsPath[Mode]:
        """`get`：获取商品券事件通知地址；`post`：设置商品券事件通知地址。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/media"],
    ) -> product_coupon_chain.MediaPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/media/upload-image"],
    ) -> product_coupon_chain.MediaUploadImagePath[Mode]:
        """`post`：图片上传（商品券）。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/image-generation-tasks"],
    ) -> product_coupon_chain.ImageGenerationTasksPath[Mode]:
        """`post`：提交图片生成任务。"""

    @overload
    def chain(
        self,
        path: Literal["v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}"],
    ) -> product_coupon_chain.TaskIdPath[Mode]:
        """`get`：查询图片生成任务执行结果。"""

    @overload
    def chain(self, path: Literal["v3/certificates"]) -> platform_chain.CertificatesPath[Mode]:
        """`get`：获取平台证书列表。"""

    @overload
    def chain(self, path: Literal["brand/marketing"]) -> brand_chain.BrandMarketingPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon"],
    ) -> brand_chain.BrandMarketingProductCouponPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/product-coupons"],
    ) -> brand_chain.ProductCouponsPath[Mode]:
        """`post`：创建商品券。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/product-coupons/{product_coupon_id}"],
    ) -> brand_chain.ProductCouponIdPath[Mode]:
        """`get`：查询商品券；`patch`：修改商品券。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/deactivate"
        ],
    ) -> brand_chain.ProductCouponIdDeactivatePath[Mode]:
        """`post`：失效商品券。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks"],
    ) -> brand_chain.ProductCouponIdStocksPath[Mode]:
        """`get`：查询商品券批次列表；`post`：添加商品券批次。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}"
        ],
    ) -> brand_chain.ProductCouponIdStockIdPath[Mode]:
        """`get`：查询商品券指定批次；`patch`：修改商品券指定批次。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate"
        ],
    ) -> brand_chain.ProductCouponIdStockIdDeactivatePath[Mode]:
        """`post`：失效商品券批次。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget"
        ],
    ) -> brand_chain.ProductCouponIdStockIdUpdateBudgetPath[Mode]:
        """`post`：修改商品券批次发放预算。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes"
        ],
    ) -> brand_chain.ProductCouponIdStockIdUploadCouponCodesPath[Mode]:
        """`post`：预上传券 code。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockIdAssociateStoresPath[Mode]:
        """`post`：批次关联门店。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockIdDisassociateStoresPath[Mode]:
        """`post`：批次取消关联门店。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockIdAssociatedStoresPath[Mode]:
        """`get`：查询批次关联门店列表。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles"
        ],
    ) -> brand_chain.ProductCouponIdStockBundlesPath[Mode]:
        """`post`：添加商品券批次组。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdPath[Mode]:
        """`patch`：修改商品券批次组。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdUpdateBudgetPath[Mode]:
        """`post`：修改商品券批次组发放预算。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdAssociateStoresPath[Mode]:
        """`post`：批次组批量关联门店。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores"
        ],
    ) -> brand_chain.ProductCouponIdStockBundleIdDisassociateStoresPath[Mode]:
        """`post`：批次组批量取消关联门店。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users"],
    ) -> brand_chain.UsersPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}"],
    ) -> brand_chain.OpenidPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/pre-send-coupon"],
    ) -> brand_chain.OpenidPreSendCouponPath[Mode]:
        """`post`：向用户预发放商品券。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons"],
    ) -> brand_chain.OpenidCouponsPath[Mode]:
        """`get`：指定券状态查询用户商品券列表；`post`：向用户发放商品券。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}"],
    ) -> brand_chain.OpenidCouponCodePath[Mode]:
        """`get`：查询用户商品券详情。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/confirm"
        ],
    ) -> brand_chain.OpenidCouponCodeConfirmPath[Mode]:
        """`post`：确认发放用户商品券。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/use"],
    ) -> brand_chain.OpenidCouponCodeUsePath[Mode]:
        """`post`：核销用户商品券。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/return"],
    ) -> brand_chain.OpenidCouponCodeReturnPath[Mode]:
        """`post`：退券。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate"
        ],
    ) -> brand_chain.OpenidCouponCodeDeactivatePath[Mode]:
        """`post`：失效用户商品券。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/users/{openid}/coupon-bundles"],
    ) -> brand_chain.OpenidCouponBundlesPath[Mode]:
        """`post`：向用户发放商品券批次组。"""

    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}"
        ],
    ) -> brand_chain.OpenidUserCouponBundleIdPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal[
            "brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate"
        ],
    ) -> brand_chain.OpenidUserCouponBundleIdDeactivatePath[Mode]:
        """`post`：失效用户商品券组。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/notify-configs"],
    ) -> brand_chain.NotifyConfigsPath[Mode]:
        """`get`：获取商品券事件通知地址；`post`：设置商品券事件通知地址。"""

    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/media"],
    ) -> brand_chain.MediaPath[Mode]: ...
    @overload
    def chain(
        self,
        path: Literal["brand/marketing/product-coupon/media/upload-image"],
    ) -> brand_chain.MediaUploadImagePath[Mode]:
        """`post`：图片上传（商品券）。"""

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
        """`v3/certificates`

        `get`：获取平台证书列表。

        下载当前可用的微信支付平台证书，用于验证应答与回调的签名。证书内容用 APIv3 密钥解密。
        至少每 12 小时更新一次，并按序列号选用证书；使用微信支付公钥验签的商户没有平台证书。"""
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
