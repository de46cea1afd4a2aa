"""商家券：URL 链上的节点。"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.chain import Endpoint, Mode, Node
from .callbacks import Callbacks
from .coupon_codes import CouponCodes
from .coupons import Coupons
from .gov_cards import GovCards
from .images import Images
from .pay_receipts import PayReceipts
from .product_coupons import ProductCoupons
from .return_receipts import ReturnReceipts
from .stocks import Stocks
from .user_coupons import UserCoupons

if TYPE_CHECKING:
    from .._runtime.resource import AsyncResource, Resource


class BusifavorPath(Node[Mode]):
    """`v3/marketing/busifavor`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.stocks: BusifavorStocksPath[Mode] = BusifavorStocksPath(resource)
        self.coupons: BusifavorCouponsPath[Mode] = BusifavorCouponsPath(resource)
        self.users: BusifavorUsersPath[Mode] = BusifavorUsersPath(resource)
        self.product_coupons: BusifavorProductCouponsPath[Mode] = BusifavorProductCouponsPath(resource)
        self.subsidy: BusifavorSubsidyPath[Mode] = BusifavorSubsidyPath(resource)
        self.callbacks: BusifavorCallbacksPath[Mode] = BusifavorCallbacksPath(resource)


class BusifavorStocksPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._stock_id_: BusifavorStockIdPath[Mode] = BusifavorStockIdPath(resource)

    post = __call__ = Endpoint(Stocks.create)
    """创建商家券"""


class BusifavorStockIdPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.budget: BusifavorStockIdBudgetPath[Mode] = BusifavorStockIdBudgetPath(resource)
        self.couponcodes: BusifavorStockIdCouponcodesPath[Mode] = BusifavorStockIdCouponcodesPath(resource)

    get = Endpoint(Stocks.get)
    """查询商家券详情"""

    patch = Endpoint(Stocks.update)
    """修改商家券基本信息"""


class BusifavorStockIdBudgetPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/budget`"""

    patch = __call__ = Endpoint(Stocks.update_budget)
    """修改批次预算"""


class BusifavorStockIdCouponcodesPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._coupon_code_: BusifavorStockIdCouponCodePath[Mode] = BusifavorStockIdCouponCodePath(resource)

    get = Endpoint(CouponCodes.list)
    """查询预存 code 列表"""

    post = __call__ = Endpoint(CouponCodes.upload)
    """上传预存 code"""


class BusifavorStockIdCouponCodePath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}`"""

    get = Endpoint(CouponCodes.get)
    """查询预存 code 详情"""

    delete = Endpoint(CouponCodes.delete)
    """删除预存 code"""


class BusifavorCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.send: BusifavorCouponsSendPath[Mode] = BusifavorCouponsSendPath(resource)
        self.use: BusifavorCouponsUsePath[Mode] = BusifavorCouponsUsePath(resource)
        self.return_: BusifavorCouponsReturnPath[Mode] = BusifavorCouponsReturnPath(resource)
        self.deactivate: BusifavorCouponsDeactivatePath[Mode] = BusifavorCouponsDeactivatePath(resource)
        self.associate: BusifavorCouponsAssociatePath[Mode] = BusifavorCouponsAssociatePath(resource)
        self.disassociate: BusifavorCouponsDisassociatePath[Mode] = BusifavorCouponsDisassociatePath(resource)
        self._card_id_: BusifavorCardIdPath[Mode] = BusifavorCardIdPath(resource)


class BusifavorCouponsSendPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/send`"""

    post = __call__ = Endpoint(Coupons.send)
    """向用户发券"""


class BusifavorCouponsUsePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/use`"""

    post = __call__ = Endpoint(Coupons.use)
    """核销用户券"""


class BusifavorCouponsReturnPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/return`"""

    post = __call__ = Endpoint(Coupons.return_)
    """申请退券"""


class BusifavorCouponsDeactivatePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/deactivate`"""

    post = __call__ = Endpoint(Coupons.deactivate)
    """使券失效"""


class BusifavorCouponsAssociatePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/associate`"""

    post = __call__ = Endpoint(Coupons.associate)
    """关联订单信息"""


class BusifavorCouponsDisassociatePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/disassociate`"""

    post = __call__ = Endpoint(Coupons.disassociate)
    """取消关联订单信息"""


class BusifavorCardIdPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/{card_id}`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.send: BusifavorCardIdSendPath[Mode] = BusifavorCardIdSendPath(resource)


class BusifavorCardIdSendPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/{card_id}/send`"""

    post = __call__ = Endpoint(GovCards.send)
    """发放消费卡"""


class BusifavorUsersPath(Node[Mode]):
    """`v3/marketing/busifavor/users`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._openid_: BusifavorOpenidPath[Mode] = BusifavorOpenidPath(resource)


class BusifavorOpenidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.coupons: BusifavorOpenidCouponsPath[Mode] = BusifavorOpenidCouponsPath(resource)


class BusifavorOpenidCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._coupon_code_: BusifavorOpenidCouponCodePath[Mode] = BusifavorOpenidCouponCodePath(resource)

    get = __call__ = Endpoint(UserCoupons.list)
    """根据过滤条件查询用户券"""


class BusifavorOpenidCouponCodePath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.appids: BusifavorOpenidCouponCodeAppidsPath[Mode] = BusifavorOpenidCouponCodeAppidsPath(resource)


class BusifavorOpenidCouponCodeAppidsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._appid_: BusifavorOpenidCouponCodeAppidPath[Mode] = BusifavorOpenidCouponCodeAppidPath(resource)


class BusifavorOpenidCouponCodeAppidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}`"""

    get = __call__ = Endpoint(UserCoupons.get)
    """查询用户单张券详情"""


class BusifavorProductCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.pre_send: BusifavorProductCouponsPreSendPath[Mode] = BusifavorProductCouponsPreSendPath(resource)
        self.send: BusifavorProductCouponsSendPath[Mode] = BusifavorProductCouponsSendPath(resource)


class BusifavorProductCouponsPreSendPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons/pre-send`"""

    post = __call__ = Endpoint(ProductCoupons.pre_send)
    """向用户预发放商品券"""


class BusifavorProductCouponsSendPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons/send`"""

    post = __call__ = Endpoint(ProductCoupons.send)
    """向用户发放商品券"""


class BusifavorSubsidyPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.pay_receipts: BusifavorSubsidyPayReceiptsPath[Mode] = BusifavorSubsidyPayReceiptsPath(resource)
        self.return_receipts: BusifavorSubsidyReturnReceiptsPath[Mode] = BusifavorSubsidyReturnReceiptsPath(resource)


class BusifavorSubsidyPayReceiptsPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/pay-receipts`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._subsidy_receipt_id_: BusifavorSubsidySubsidyReceiptIdPath[Mode] = BusifavorSubsidySubsidyReceiptIdPath(
            resource
        )

    get = Endpoint(PayReceipts.list)
    """查询营销补差付款单列表"""

    post = __call__ = Endpoint(PayReceipts.create)
    """营销补差付款"""


class BusifavorSubsidySubsidyReceiptIdPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}`"""

    get = __call__ = Endpoint(PayReceipts.get)
    """查询营销补差付款单详情"""


class BusifavorSubsidyReturnReceiptsPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/return-receipts`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self._subsidy_return_receipt_id_: BusifavorSubsidySubsidyReturnReceiptIdPath[Mode] = (
            BusifavorSubsidySubsidyReturnReceiptIdPath(resource)
        )

    post = __call__ = Endpoint(ReturnReceipts.create)
    """营销补差回退"""


class BusifavorSubsidySubsidyReturnReceiptIdPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}`"""

    get = __call__ = Endpoint(ReturnReceipts.get)
    """查询营销补差回退单详情"""


class BusifavorCallbacksPath(Node[Mode]):
    """`v3/marketing/busifavor/callbacks`"""

    get = Endpoint(Callbacks.get)
    """查询商家券事件通知地址"""

    post = __call__ = Endpoint(Callbacks.set)
    """设置商家券事件通知地址"""


class FavorPath(Node[Mode]):
    """`v3/marketing/favor`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.media: FavorMediaPath[Mode] = FavorMediaPath(resource)


class FavorMediaPath(Node[Mode]):
    """`v3/marketing/favor/media`"""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        super().__init__(resource)
        self.image_upload: FavorMediaImageUploadPath[Mode] = FavorMediaImageUploadPath(resource)


class FavorMediaImageUploadPath(Node[Mode]):
    """`v3/marketing/favor/media/image-upload`"""

    post = __call__ = Endpoint(Images.upload)
    """图片上传（营销专用）"""
