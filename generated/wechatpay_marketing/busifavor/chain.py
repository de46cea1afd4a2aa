"""商家券：URL 链上的节点。"""

from __future__ import annotations

from functools import cached_property

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


class BusifavorPath(Node[Mode]):
    """`v3/marketing/busifavor`"""

    @cached_property
    def stocks(self) -> BusifavorStocksPath[Mode]:
        """`v3/marketing/busifavor/stocks`"""
        return BusifavorStocksPath(self._resource)

    @cached_property
    def coupons(self) -> BusifavorCouponsPath[Mode]:
        """`v3/marketing/busifavor/coupons`"""
        return BusifavorCouponsPath(self._resource)

    @cached_property
    def users(self) -> BusifavorUsersPath[Mode]:
        """`v3/marketing/busifavor/users`"""
        return BusifavorUsersPath(self._resource)

    @cached_property
    def product_coupons(self) -> BusifavorProductCouponsPath[Mode]:
        """`v3/marketing/busifavor/product-coupons`"""
        return BusifavorProductCouponsPath(self._resource)

    @cached_property
    def subsidy(self) -> BusifavorSubsidyPath[Mode]:
        """`v3/marketing/busifavor/subsidy`"""
        return BusifavorSubsidyPath(self._resource)

    @cached_property
    def callbacks(self) -> BusifavorCallbacksPath[Mode]:
        """`v3/marketing/busifavor/callbacks`"""
        return BusifavorCallbacksPath(self._resource)


class BusifavorStocksPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks`"""

    post = __call__ = Endpoint(Stocks.create)
    """创建商家券"""

    @cached_property
    def _stock_id_(self) -> BusifavorStockIdPath[Mode]:
        """`v3/marketing/busifavor/stocks/{stock_id}`"""
        return BusifavorStockIdPath(self._resource)


class BusifavorStockIdPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}`"""

    get = Endpoint(Stocks.get)
    """查询商家券详情"""

    patch = Endpoint(Stocks.update)
    """修改商家券基本信息"""

    @cached_property
    def budget(self) -> BusifavorStockIdBudgetPath[Mode]:
        """`v3/marketing/busifavor/stocks/{stock_id}/budget`"""
        return BusifavorStockIdBudgetPath(self._resource)

    @cached_property
    def couponcodes(self) -> BusifavorStockIdCouponcodesPath[Mode]:
        """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes`"""
        return BusifavorStockIdCouponcodesPath(self._resource)


class BusifavorStockIdBudgetPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/budget`"""

    patch = __call__ = Endpoint(Stocks.update_budget)
    """修改批次预算"""


class BusifavorStockIdCouponcodesPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes`"""

    get = Endpoint(CouponCodes.list)
    """查询预存code列表"""

    post = __call__ = Endpoint(CouponCodes.upload)
    """上传预存code"""

    @cached_property
    def _coupon_code_(self) -> BusifavorStockIdCouponCodePath[Mode]:
        """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}`"""
        return BusifavorStockIdCouponCodePath(self._resource)


class BusifavorStockIdCouponCodePath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}`"""

    get = Endpoint(CouponCodes.get)
    """查询预存code详情"""

    delete = Endpoint(CouponCodes.delete)
    """删除预存code"""


class BusifavorCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons`"""

    @cached_property
    def send(self) -> BusifavorCouponsSendPath[Mode]:
        """`v3/marketing/busifavor/coupons/send`"""
        return BusifavorCouponsSendPath(self._resource)

    @cached_property
    def use(self) -> BusifavorCouponsUsePath[Mode]:
        """`v3/marketing/busifavor/coupons/use`"""
        return BusifavorCouponsUsePath(self._resource)

    @cached_property
    def return_(self) -> BusifavorCouponsReturnPath[Mode]:
        """`v3/marketing/busifavor/coupons/return`"""
        return BusifavorCouponsReturnPath(self._resource)

    @cached_property
    def deactivate(self) -> BusifavorCouponsDeactivatePath[Mode]:
        """`v3/marketing/busifavor/coupons/deactivate`"""
        return BusifavorCouponsDeactivatePath(self._resource)

    @cached_property
    def associate(self) -> BusifavorCouponsAssociatePath[Mode]:
        """`v3/marketing/busifavor/coupons/associate`"""
        return BusifavorCouponsAssociatePath(self._resource)

    @cached_property
    def disassociate(self) -> BusifavorCouponsDisassociatePath[Mode]:
        """`v3/marketing/busifavor/coupons/disassociate`"""
        return BusifavorCouponsDisassociatePath(self._resource)

    @cached_property
    def _card_id_(self) -> BusifavorCardIdPath[Mode]:
        """`v3/marketing/busifavor/coupons/{card_id}`"""
        return BusifavorCardIdPath(self._resource)


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

    @cached_property
    def send(self) -> BusifavorCardIdSendPath[Mode]:
        """`v3/marketing/busifavor/coupons/{card_id}/send`"""
        return BusifavorCardIdSendPath(self._resource)


class BusifavorCardIdSendPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/{card_id}/send`"""

    post = __call__ = Endpoint(GovCards.send)
    """发放消费卡"""


class BusifavorUsersPath(Node[Mode]):
    """`v3/marketing/busifavor/users`"""

    @cached_property
    def _openid_(self) -> BusifavorOpenidPath[Mode]:
        """`v3/marketing/busifavor/users/{openid}`"""
        return BusifavorOpenidPath(self._resource)


class BusifavorOpenidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}`"""

    @cached_property
    def coupons(self) -> BusifavorOpenidCouponsPath[Mode]:
        """`v3/marketing/busifavor/users/{openid}/coupons`"""
        return BusifavorOpenidCouponsPath(self._resource)


class BusifavorOpenidCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons`"""

    get = __call__ = Endpoint(UserCoupons.list)
    """根据过滤条件查询用户券"""

    @cached_property
    def _coupon_code_(self) -> BusifavorOpenidCouponCodePath[Mode]:
        """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}`"""
        return BusifavorOpenidCouponCodePath(self._resource)


class BusifavorOpenidCouponCodePath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}`"""

    @cached_property
    def appids(self) -> BusifavorOpenidCouponCodeAppidsPath[Mode]:
        """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids`"""
        return BusifavorOpenidCouponCodeAppidsPath(self._resource)


class BusifavorOpenidCouponCodeAppidsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids`"""

    @cached_property
    def _appid_(self) -> BusifavorOpenidCouponCodeAppidPath[Mode]:
        """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}`"""
        return BusifavorOpenidCouponCodeAppidPath(self._resource)


class BusifavorOpenidCouponCodeAppidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}`"""

    get = __call__ = Endpoint(UserCoupons.get)
    """查询用户单张券详情"""


class BusifavorProductCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons`"""

    @cached_property
    def pre_send(self) -> BusifavorProductCouponsPreSendPath[Mode]:
        """`v3/marketing/busifavor/product-coupons/pre-send`"""
        return BusifavorProductCouponsPreSendPath(self._resource)

    @cached_property
    def send(self) -> BusifavorProductCouponsSendPath[Mode]:
        """`v3/marketing/busifavor/product-coupons/send`"""
        return BusifavorProductCouponsSendPath(self._resource)


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

    @cached_property
    def pay_receipts(self) -> BusifavorSubsidyPayReceiptsPath[Mode]:
        """`v3/marketing/busifavor/subsidy/pay-receipts`"""
        return BusifavorSubsidyPayReceiptsPath(self._resource)

    @cached_property
    def return_receipts(self) -> BusifavorSubsidyReturnReceiptsPath[Mode]:
        """`v3/marketing/busifavor/subsidy/return-receipts`"""
        return BusifavorSubsidyReturnReceiptsPath(self._resource)


class BusifavorSubsidyPayReceiptsPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/pay-receipts`"""

    get = Endpoint(PayReceipts.list)
    """查询营销补差付款单列表"""

    post = __call__ = Endpoint(PayReceipts.create)
    """营销补差付款"""

    @cached_property
    def _subsidy_receipt_id_(self) -> BusifavorSubsidySubsidyReceiptIdPath[Mode]:
        """`v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}`"""
        return BusifavorSubsidySubsidyReceiptIdPath(self._resource)


class BusifavorSubsidySubsidyReceiptIdPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}`"""

    get = __call__ = Endpoint(PayReceipts.get)
    """查询营销补差付款单详情"""


class BusifavorSubsidyReturnReceiptsPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/return-receipts`"""

    post = __call__ = Endpoint(ReturnReceipts.create)
    """营销补差回退"""

    @cached_property
    def _subsidy_return_receipt_id_(self) -> BusifavorSubsidySubsidyReturnReceiptIdPath[Mode]:
        """`v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}`"""
        return BusifavorSubsidySubsidyReturnReceiptIdPath(self._resource)


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

    @cached_property
    def media(self) -> FavorMediaPath[Mode]:
        """`v3/marketing/favor/media`"""
        return FavorMediaPath(self._resource)


class FavorMediaPath(Node[Mode]):
    """`v3/marketing/favor/media`"""

    @cached_property
    def image_upload(self) -> FavorMediaImageUploadPath[Mode]:
        """`v3/marketing/favor/media/image-upload`"""
        return FavorMediaImageUploadPath(self._resource)


class FavorMediaImageUploadPath(Node[Mode]):
    """`v3/marketing/favor/media/image-upload`"""

    post = __call__ = Endpoint(Images.upload)
    """图片上传（营销专用）"""
