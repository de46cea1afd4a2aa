# From spec/ and templates/package/{product}/chain.py.jinja by `make generate`; do not edit.
"""商家券：URL 链上的节点。"""

from __future__ import annotations

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

    stocks: BusifavorStocksPath[Mode]
    coupons: BusifavorCouponsPath[Mode]
    users: BusifavorUsersPath[Mode]
    product_coupons: BusifavorProductCouponsPath[Mode]
    subsidy: BusifavorSubsidyPath[Mode]
    callbacks: BusifavorCallbacksPath[Mode]


class BusifavorStocksPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks`"""

    _stock_id_: BusifavorStockIdPath[Mode]

    post = __call__ = Endpoint(Stocks.create)
    """创建商家券"""


class BusifavorStockIdPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}`"""

    budget: BusifavorStockIdBudgetPath[Mode]
    couponcodes: BusifavorStockIdCouponcodesPath[Mode]

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

    _coupon_code_: BusifavorStockIdCouponCodePath[Mode]

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

    send: BusifavorCouponsSendPath[Mode]
    use: BusifavorCouponsUsePath[Mode]
    return_: BusifavorCouponsReturnPath[Mode]
    deactivate: BusifavorCouponsDeactivatePath[Mode]
    associate: BusifavorCouponsAssociatePath[Mode]
    disassociate: BusifavorCouponsDisassociatePath[Mode]
    _card_id_: BusifavorCardIdPath[Mode]


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

    send: BusifavorCardIdSendPath[Mode]


class BusifavorCardIdSendPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/{card_id}/send`"""

    post = __call__ = Endpoint(GovCards.send)
    """发放消费卡"""


class BusifavorUsersPath(Node[Mode]):
    """`v3/marketing/busifavor/users`"""

    _openid_: BusifavorOpenidPath[Mode]


class BusifavorOpenidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}`"""

    coupons: BusifavorOpenidCouponsPath[Mode]


class BusifavorOpenidCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons`"""

    _coupon_code_: BusifavorOpenidCouponCodePath[Mode]

    get = __call__ = Endpoint(UserCoupons.list)
    """根据过滤条件查询用户券"""


class BusifavorOpenidCouponCodePath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}`"""

    appids: BusifavorOpenidCouponCodeAppidsPath[Mode]


class BusifavorOpenidCouponCodeAppidsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids`"""

    _appid_: BusifavorOpenidCouponCodeAppidPath[Mode]


class BusifavorOpenidCouponCodeAppidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}`"""

    get = __call__ = Endpoint(UserCoupons.get)
    """查询用户单张券详情"""


class BusifavorProductCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons`"""

    pre_send: BusifavorProductCouponsPreSendPath[Mode]
    send: BusifavorProductCouponsSendPath[Mode]


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

    pay_receipts: BusifavorSubsidyPayReceiptsPath[Mode]
    return_receipts: BusifavorSubsidyReturnReceiptsPath[Mode]


class BusifavorSubsidyPayReceiptsPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/pay-receipts`"""

    _subsidy_receipt_id_: BusifavorSubsidySubsidyReceiptIdPath[Mode]

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

    _subsidy_return_receipt_id_: BusifavorSubsidySubsidyReturnReceiptIdPath[Mode]

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

    media: FavorMediaPath[Mode]


class FavorMediaPath(Node[Mode]):
    """`v3/marketing/favor/media`"""

    image_upload: FavorMediaImageUploadPath[Mode]


class FavorMediaImageUploadPath(Node[Mode]):
    """`v3/marketing/favor/media/image-upload`"""

    post = __call__ = Endpoint(Images.upload)
    """图片上传（营销专用）"""
