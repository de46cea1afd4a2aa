# From spec/ and templates/package/{product}/chain.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）：URL 链上的节点。"""

from __future__ import annotations

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

    product_coupon: BrandMarketingProductCouponPath[Mode]


class BrandMarketingProductCouponPath(Node[Mode]):
    """`brand/marketing/product-coupon`"""

    product_coupons: ProductCouponsPath[Mode]
    users: UsersPath[Mode]
    notify_configs: NotifyConfigsPath[Mode]
    media: MediaPath[Mode]


class ProductCouponsPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons`"""

    _product_coupon_id_: ProductCouponIdPath[Mode]

    post = __call__ = Endpoint(Coupons.create)
    """创建商品券"""


class ProductCouponIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}`"""

    deactivate: ProductCouponIdDeactivatePath[Mode]
    stocks: ProductCouponIdStocksPath[Mode]
    stock_bundles: ProductCouponIdStockBundlesPath[Mode]

    get = Endpoint(Coupons.get)
    """查询商品券"""

    patch = Endpoint(Coupons.update)
    """修改商品券"""


class ProductCouponIdDeactivatePath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/deactivate`"""

    post = __call__ = Endpoint(Coupons.deactivate)
    """失效商品券"""


class ProductCouponIdStocksPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks`"""

    _stock_id_: ProductCouponIdStockIdPath[Mode]

    get = Endpoint(Stocks.list)
    """查询商品券批次列表"""

    post = __call__ = Endpoint(Stocks.create)
    """添加商品券批次"""


class ProductCouponIdStockIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}`"""

    deactivate: ProductCouponIdStockIdDeactivatePath[Mode]
    update_budget: ProductCouponIdStockIdUpdateBudgetPath[Mode]
    upload_coupon_codes: ProductCouponIdStockIdUploadCouponCodesPath[Mode]
    associate_stores: ProductCouponIdStockIdAssociateStoresPath[Mode]
    disassociate_stores: ProductCouponIdStockIdDisassociateStoresPath[Mode]
    associated_stores: ProductCouponIdStockIdAssociatedStoresPath[Mode]

    get = Endpoint(Stocks.get)
    """查询商品券指定批次"""

    patch = Endpoint(Stocks.update)
    """修改商品券指定批次"""


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
    """预上传券 code"""


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

    _stock_bundle_id_: ProductCouponIdStockBundleIdPath[Mode]

    post = __call__ = Endpoint(StockBundles.create)
    """添加商品券批次组"""


class ProductCouponIdStockBundleIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}`"""

    update_budget: ProductCouponIdStockBundleIdUpdateBudgetPath[Mode]
    associate_stores: ProductCouponIdStockBundleIdAssociateStoresPath[Mode]
    disassociate_stores: ProductCouponIdStockBundleIdDisassociateStoresPath[Mode]

    patch = __call__ = Endpoint(StockBundles.update)
    """修改商品券批次组"""


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

    _openid_: OpenidPath[Mode]


class OpenidPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}`"""

    pre_send_coupon: OpenidPreSendCouponPath[Mode]
    coupons: OpenidCouponsPath[Mode]
    coupon_bundles: OpenidCouponBundlesPath[Mode]


class OpenidPreSendCouponPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/pre-send-coupon`"""

    post = __call__ = Endpoint(UserCoupons.pre_send)
    """向用户预发放商品券"""


class OpenidCouponsPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons`"""

    _coupon_code_: OpenidCouponCodePath[Mode]

    get = Endpoint(UserCoupons.list)
    """指定券状态查询用户商品券列表"""

    post = __call__ = Endpoint(UserCoupons.send)
    """向用户发放商品券"""


class OpenidCouponCodePath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupons/{coupon_code}`"""

    confirm: OpenidCouponCodeConfirmPath[Mode]
    use: OpenidCouponCodeUsePath[Mode]
    return_: OpenidCouponCodeReturnPath[Mode]
    deactivate: OpenidCouponCodeDeactivatePath[Mode]

    get = __call__ = Endpoint(UserCoupons.get)
    """查询用户商品券详情"""


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

    _user_coupon_bundle_id_: OpenidUserCouponBundleIdPath[Mode]

    post = __call__ = Endpoint(UserCouponBundles.send)
    """向用户发放商品券批次组"""


class OpenidUserCouponBundleIdPath(Node[Mode]):
    """`brand/marketing/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}`"""

    deactivate: OpenidUserCouponBundleIdDeactivatePath[Mode]


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

    upload_image: MediaUploadImagePath[Mode]


class MediaUploadImagePath(Node[Mode]):
    """`brand/marketing/product-coupon/media/upload-image`"""

    post = __call__ = Endpoint(Images.upload)
    """图片上传（商品券）"""
