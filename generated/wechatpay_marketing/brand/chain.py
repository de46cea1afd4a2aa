"""商品券（品牌直连）：URL 链上的节点。"""

from __future__ import annotations

from functools import cached_property

from .._runtime.chain import Endpoint, Mode, Node
from .coupons import Coupons
from .images import Images
from .notify_configs import NotifyConfigs
from .stock_bundles import StockBundles
from .stocks import Stocks
from .user_coupon_bundles import UserCouponBundles
from .user_coupons import UserCoupons


class BrandMarketingPath(Node[Mode]):
    """`brand/marketing`"""

    @cached_property
    def product_coupon(self) -> BrandMarketingProductCouponPath[Mode]:
        """`brand/marketing/product-coupon`"""
        return BrandMarketingProductCouponPath(self._resource)


class BrandMarketingProductCouponPath(Node[Mode]):
    """`brand/marketing/product-coupon`"""

    @cached_property
    def product_coupons(self) -> ProductCouponsPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons`"""
        return ProductCouponsPath(self._resource)

    @cached_property
    def users(self) -> UsersPath[Mode]:
        """`brand/marketing/product-coupon/users`"""
        return UsersPath(self._resource)

    @cached_property
    def notify_configs(self) -> NotifyConfigsPath[Mode]:
        """`brand/marketing/product-coupon/notify-configs`"""
        return NotifyConfigsPath(self._resource)

    @cached_property
    def media(self) -> MediaPath[Mode]:
        """`brand/marketing/product-coupon/media`"""
        return MediaPath(self._resource)


class ProductCouponsPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons`"""

    post = __call__ = Endpoint(Coupons.create)
    """创建商品券"""

    @cached_property
    def _product_coupon_id_(self) -> ProductCouponIdPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}`"""
        return ProductCouponIdPath(self._resource)


class ProductCouponIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}`"""

    get = Endpoint(Coupons.get)
    """查询商品券"""

    patch = Endpoint(Coupons.update)
    """修改商品券"""

    @cached_property
    def deactivate(self) -> ProductCouponIdDeactivatePath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/deactivate`"""
        return ProductCouponIdDeactivatePath(self._resource)

    @cached_property
    def stocks(self) -> ProductCouponIdStocksPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks`"""
        return ProductCouponIdStocksPath(self._resource)

    @cached_property
    def stock_bundles(self) -> ProductCouponIdStockBundlesPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles`"""
        return ProductCouponIdStockBundlesPath(self._resource)


class ProductCouponIdDeactivatePath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/deactivate`"""

    post = __call__ = Endpoint(Coupons.deactivate)
    """失效商品券"""


class ProductCouponIdStocksPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks`"""

    get = Endpoint(Stocks.list)
    """查询商品券批次列表"""

    post = __call__ = Endpoint(Stocks.create)
    """添加商品券批次"""

    @cached_property
    def _stock_id_(self) -> ProductCouponIdStockIdPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}`"""
        return ProductCouponIdStockIdPath(self._resource)


class ProductCouponIdStockIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}`"""

    get = Endpoint(Stocks.get)
    """查询商品券指定批次"""

    patch = Endpoint(Stocks.update)
    """修改商品券指定批次"""

    @cached_property
    def deactivate(self) -> ProductCouponIdStockIdDeactivatePath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate`"""
        return ProductCouponIdStockIdDeactivatePath(self._resource)

    @cached_property
    def update_budget(self) -> ProductCouponIdStockIdUpdateBudgetPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget`"""
        return ProductCouponIdStockIdUpdateBudgetPath(self._resource)

    @cached_property
    def upload_coupon_codes(self) -> ProductCouponIdStockIdUploadCouponCodesPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes`"""
        return ProductCouponIdStockIdUploadCouponCodesPath(self._resource)

    @cached_property
    def associate_stores(self) -> ProductCouponIdStockIdAssociateStoresPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores`"""
        return ProductCouponIdStockIdAssociateStoresPath(self._resource)

    @cached_property
    def disassociate_stores(self) -> ProductCouponIdStockIdDisassociateStoresPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores`"""
        return ProductCouponIdStockIdDisassociateStoresPath(self._resource)

    @cached_property
    def associated_stores(self) -> ProductCouponIdStockIdAssociatedStoresPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores`"""
        return ProductCouponIdStockIdAssociatedStoresPath(self._resource)


class ProductCouponIdStockIdDeactivatePath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate`"""

    post = __call__ = Endpoint(Stocks.deactivate)
    """失效商品券批次"""


class ProductCouponIdStockIdUpdateBudgetPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget`"""

    post = __call__ = Endpoint(Stocks.update_budget)
    """修改商品券批次发放预算"""


class ProductCouponIdStockIdUploadCouponCodesPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes`"""

    post = __call__ = Endpoint(Stocks.upload_coupon_codes)
    """预上传券Code"""


class ProductCouponIdStockIdAssociateStoresPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores`"""

    post = __call__ = Endpoint(Stocks.associate_stores)
    """批次关联门店"""


class ProductCouponIdStockIdDisassociateStoresPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores`"""

    post = __call__ = Endpoint(Stocks.disassociate_stores)
    """批次取消关联门店"""


class ProductCouponIdStockIdAssociatedStoresPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores`"""

    get = __call__ = Endpoint(Stocks.list_associated_stores)
    """查询批次关联门店列表"""


class ProductCouponIdStockBundlesPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles`"""

    post = __call__ = Endpoint(StockBundles.create)
    """添加商品券批次组"""

    @cached_property
    def _stock_bundle_id_(self) -> ProductCouponIdStockBundleIdPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}`"""
        return ProductCouponIdStockBundleIdPath(self._resource)


class ProductCouponIdStockBundleIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}`"""

    patch = __call__ = Endpoint(StockBundles.update)
    """修改商品券批次组"""

    @cached_property
    def update_budget(self) -> ProductCouponIdStockBundleIdUpdateBudgetPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget`"""
        return ProductCouponIdStockBundleIdUpdateBudgetPath(self._resource)

    @cached_property
    def associate_stores(self) -> ProductCouponIdStockBundleIdAssociateStoresPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores`"""
        return ProductCouponIdStockBundleIdAssociateStoresPath(self._resource)

    @cached_property
    def disassociate_stores(self) -> ProductCouponIdStockBundleIdDisassociateStoresPath[Mode]:
        """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores`"""
        return ProductCouponIdStockBundleIdDisassociateStoresPath(self._resource)


class ProductCouponIdStockBundleIdUpdateBudgetPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget`"""

    post = __call__ = Endpoint(StockBundles.update_budget)
    """修改商品券批次组发放预算"""


class ProductCouponIdStockBundleIdAssociateStoresPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores`"""

    post = __call__ = Endpoint(StockBundles.associate_stores)
    """批次组批量关联门店"""


class ProductCouponIdStockBundleIdDisassociateStoresPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores`"""

    post = __call__ = Endpoint(StockBundles.disassociate_stores)
    """批次组批量取消关联门店"""


class UsersPath(Node[Mode]):
    """`brand/marketing/product-coupon/users`"""

    @cached_property
    def _openid_(self) -> OpenidPath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}`"""
        return OpenidPath(self._resource)


class OpenidPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}`"""

    @cached_property
    def pre_send_coupon(self) -> OpenidPreSendCouponPath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/pre-send-coupon`"""
        return OpenidPreSendCouponPath(self._resource)

    @cached_property
    def coupons(self) -> OpenidCouponsPath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupons`"""
        return OpenidCouponsPath(self._resource)

    @cached_property
    def coupon_bundles(self) -> OpenidCouponBundlesPath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupon-bundles`"""
        return OpenidCouponBundlesPath(self._resource)


class OpenidPreSendCouponPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/pre-send-coupon`"""

    post = __call__ = Endpoint(UserCoupons.pre_send)
    """向用户预发放商品券"""


class OpenidCouponsPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons`"""

    get = Endpoint(UserCoupons.list)
    """指定券状态查询用户商品券列表"""

    post = __call__ = Endpoint(UserCoupons.send)
    """向用户发放商品券"""

    @cached_property
    def _coupon_code_(self) -> OpenidCouponCodePath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}`"""
        return OpenidCouponCodePath(self._resource)


class OpenidCouponCodePath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}`"""

    get = __call__ = Endpoint(UserCoupons.get)
    """查询用户商品券详情"""

    @cached_property
    def confirm(self) -> OpenidCouponCodeConfirmPath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/confirm`"""
        return OpenidCouponCodeConfirmPath(self._resource)

    @cached_property
    def use(self) -> OpenidCouponCodeUsePath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/use`"""
        return OpenidCouponCodeUsePath(self._resource)

    @cached_property
    def return_(self) -> OpenidCouponCodeReturnPath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/return`"""
        return OpenidCouponCodeReturnPath(self._resource)

    @cached_property
    def deactivate(self) -> OpenidCouponCodeDeactivatePath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate`"""
        return OpenidCouponCodeDeactivatePath(self._resource)


class OpenidCouponCodeConfirmPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/confirm`"""

    post = __call__ = Endpoint(UserCoupons.confirm)
    """确认发放用户商品券"""


class OpenidCouponCodeUsePath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/use`"""

    post = __call__ = Endpoint(UserCoupons.use)
    """核销用户商品券"""


class OpenidCouponCodeReturnPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/return`"""

    post = __call__ = Endpoint(UserCoupons.return_)
    """退券"""


class OpenidCouponCodeDeactivatePath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate`"""

    post = __call__ = Endpoint(UserCoupons.deactivate)
    """失效用户商品券"""


class OpenidCouponBundlesPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupon-bundles`"""

    post = __call__ = Endpoint(UserCouponBundles.send)
    """向用户发放商品券批次组"""

    @cached_property
    def _user_coupon_bundle_id_(self) -> OpenidUserCouponBundleIdPath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}`"""
        return OpenidUserCouponBundleIdPath(self._resource)


class OpenidUserCouponBundleIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}`"""

    @cached_property
    def deactivate(self) -> OpenidUserCouponBundleIdDeactivatePath[Mode]:
        """`brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate`"""
        return OpenidUserCouponBundleIdDeactivatePath(self._resource)


class OpenidUserCouponBundleIdDeactivatePath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate`"""

    post = __call__ = Endpoint(UserCouponBundles.deactivate)
    """失效用户商品券组"""


class NotifyConfigsPath(Node[Mode]):
    """`brand/marketing/product-coupon/notify-configs`"""

    get = Endpoint(NotifyConfigs.get)
    """获取商品券事件通知地址"""

    post = __call__ = Endpoint(NotifyConfigs.set)
    """设置商品券事件通知地址"""


class MediaPath(Node[Mode]):
    """`brand/marketing/product-coupon/media`"""

    @cached_property
    def upload_image(self) -> MediaUploadImagePath[Mode]:
        """`brand/marketing/product-coupon/media/upload-image`"""
        return MediaUploadImagePath(self._resource)


class MediaUploadImagePath(Node[Mode]):
    """`brand/marketing/product-coupon/media/upload-image`"""

    post = __call__ = Endpoint(Images.upload)
    """图片上传（商品券）"""
