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
    """`post`：创建商家券。

    创建一个商家券批次。批次创建后即可发券。"""
    coupons: BusifavorCouponsPath[Mode]
    users: BusifavorUsersPath[Mode]
    product_coupons: BusifavorProductCouponsPath[Mode]
    subsidy: BusifavorSubsidyPath[Mode]
    callbacks: BusifavorCallbacksPath[Mode]
    """`get`：查询商家券事件通知地址。

    查询商户当前的商家券事件通知地址。

    `post`：设置商家券事件通知地址。

    设置接收商家券事件的地址，新地址覆盖旧地址。须先设置 APIv3 密钥；只有本商户创建的批次才会
    通知。"""


class BusifavorStocksPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks`"""

    _stock_id_: BusifavorStockIdPath[Mode]
    """`get`：查询商家券详情。

    查询一个批次的规则、状态与发放情况。

    `patch`：修改商家券基本信息。

    修改批次的名称、备注、入口、样式等信息，未填的字段保持不变；须在批次有效期结束前修改。成功
    时没有应答体。"""

    post = __call__ = Endpoint(Stocks.create)


class BusifavorStockIdPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}`"""

    budget: BusifavorStockIdBudgetPath[Mode]
    """`patch`：修改批次预算。

    修改批次的最大发放个数或单天发放上限，并须带上当前值，与实际不符时拒绝修改。"""
    couponcodes: BusifavorStockIdCouponcodesPath[Mode]
    """`get`：查询预存 code 列表。

    分页查询批次的预存券 code 及其分配状态。

    `post`：上传预存 code。

    为 `coupon_code_mode` 为 `MERCHANT_UPLOAD` 的批次上传券 code，一次最多 200 个。
    部分券 code 失败时仍返回 200，须检查 `fail_codes`。批次刚创建时可能返回“批次创建中”，稍后
    重试即可。"""

    get = Endpoint(Stocks.get)

    patch = Endpoint(Stocks.update)


class BusifavorStockIdBudgetPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/budget`"""

    patch = __call__ = Endpoint(Stocks.update_budget)


class BusifavorStockIdCouponcodesPath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes`"""

    _coupon_code_: BusifavorStockIdCouponCodePath[Mode]
    """`get`：查询预存 code 详情。

    查询一个预存券 code 的分配状态；已分配给用户时，一并返回用户券的详情。

    `delete`：删除预存 code。

    删除一个尚未分配给用户的预存券 code。"""

    get = Endpoint(CouponCodes.list)

    post = __call__ = Endpoint(CouponCodes.upload)


class BusifavorStockIdCouponCodePath(Node[Mode]):
    """`v3/marketing/busifavor/stocks/{stock_id}/couponcodes/{coupon_code}`"""

    get = Endpoint(CouponCodes.get)

    delete = Endpoint(CouponCodes.delete)


class BusifavorCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons`"""

    send: BusifavorCouponsSendPath[Mode]
    """`post`：向用户发券。

    把批次的一张商家券发到用户的微信卡包。"""
    use: BusifavorCouponsUsePath[Mode]
    """`post`：核销用户券。

    核销用户的一张有效商家券，并返回核销用户的 OpenID。"""
    return_: BusifavorCouponsReturnPath[Mode]
    """`post`：申请退券。

    把一张已核销的商家券退还给用户，券恢复为可用。"""
    deactivate: BusifavorCouponsDeactivatePath[Mode]
    """`post`：使券失效。

    使一张未核销的有效商家券永久失效，不可恢复。"""
    associate: BusifavorCouponsAssociatePath[Mode]
    """`post`：关联订单信息。

    把一张尚未核销的商家券记到一笔商户订单名下，微信支付据此计算摇奖、返佣。"""
    disassociate: BusifavorCouponsDisassociatePath[Mode]
    """`post`：取消关联订单信息。

    解除券与订单的关联；只能解除此前关联过的订单，可以安全重试。"""
    _card_id_: BusifavorCardIdPath[Mode]


class BusifavorCouponsSendPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/send`"""

    post = __call__ = Endpoint(Coupons.send)


class BusifavorCouponsUsePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/use`"""

    post = __call__ = Endpoint(Coupons.use)


class BusifavorCouponsReturnPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/return`"""

    post = __call__ = Endpoint(Coupons.return_)


class BusifavorCouponsDeactivatePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/deactivate`"""

    post = __call__ = Endpoint(Coupons.deactivate)


class BusifavorCouponsAssociatePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/associate`"""

    post = __call__ = Endpoint(Coupons.associate)


class BusifavorCouponsDisassociatePath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/disassociate`"""

    post = __call__ = Endpoint(Coupons.disassociate)


class BusifavorCardIdPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/{card_id}`"""

    send: BusifavorCardIdSendPath[Mode]
    """`post`：发放消费卡。

    向用户发放一张政府消费卡及其中的代金券。"""


class BusifavorCardIdSendPath(Node[Mode]):
    """`v3/marketing/busifavor/coupons/{card_id}/send`"""

    post = __call__ = Endpoint(GovCards.send)


class BusifavorUsersPath(Node[Mode]):
    """`v3/marketing/busifavor/users`"""

    _openid_: BusifavorOpenidPath[Mode]


class BusifavorOpenidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}`"""

    coupons: BusifavorOpenidCouponsPath[Mode]
    """`get`：根据过滤条件查询用户券。

    分页查询用户持有的商家券，可按批次、状态与商户筛选。
    `creator_merchant`、`belong_merchant`、`sender_merchant` 至少填一个，由调用方的身份决定：
    调用方是批次的创建方、归属方或发放方时，与其身份对应的参数必填。"""


class BusifavorOpenidCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons`"""

    _coupon_code_: BusifavorOpenidCouponCodePath[Mode]

    get = __call__ = Endpoint(UserCoupons.list)


class BusifavorOpenidCouponCodePath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}`"""

    appids: BusifavorOpenidCouponCodeAppidsPath[Mode]


class BusifavorOpenidCouponCodeAppidsPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids`"""

    _appid_: BusifavorOpenidCouponCodeAppidPath[Mode]
    """`get`：查询用户单张券详情。

    查询用户持有的一张商家券，包括核销、退券与失效的记录。"""


class BusifavorOpenidCouponCodeAppidPath(Node[Mode]):
    """`v3/marketing/busifavor/users/{openid}/coupons/{coupon_code}/appids/{appid}`"""

    get = __call__ = Endpoint(UserCoupons.get)


class BusifavorProductCouponsPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons`"""

    pre_send: BusifavorProductCouponsPreSendPath[Mode]
    """`post`：向用户预发放商品券。

    为用户准备一张商品券并返回凭据，小程序凭此打开领券组件，由用户确认领取。"""
    send: BusifavorProductCouponsSendPath[Mode]
    """`post`：向用户发放商品券。

    把一张关联了商品信息的商家券发给用户，支持会员券；没有关联商品信息的商家券不能用此接口发
    放。"""


class BusifavorProductCouponsPreSendPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons/pre-send`"""

    post = __call__ = Endpoint(ProductCoupons.pre_send)


class BusifavorProductCouponsSendPath(Node[Mode]):
    """`v3/marketing/busifavor/product-coupons/send`"""

    post = __call__ = Endpoint(ProductCoupons.send)


class BusifavorSubsidyPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy`"""

    pay_receipts: BusifavorSubsidyPayReceiptsPath[Mode]
    """`get`：查询营销补差付款单列表。

    查询一张券的全部补差付款单，不分页。

    `post`：营销补差付款。

    券核销后，由扣款商户向核销商户支付补差资金。仅支持满减券与折扣券。"""
    return_receipts: BusifavorSubsidyReturnReceiptsPath[Mode]
    """`post`：营销补差回退。

    订单退款后，把已付的补差资金退回原扣款商户。"""


class BusifavorSubsidyPayReceiptsPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/pay-receipts`"""

    _subsidy_receipt_id_: BusifavorSubsidySubsidyReceiptIdPath[Mode]
    """`get`：查询营销补差付款单详情。

    查询一张补差付款单的状态。"""

    get = Endpoint(PayReceipts.list)

    post = __call__ = Endpoint(PayReceipts.create)


class BusifavorSubsidySubsidyReceiptIdPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/pay-receipts/{subsidy_receipt_id}`"""

    get = __call__ = Endpoint(PayReceipts.get)


class BusifavorSubsidyReturnReceiptsPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/return-receipts`"""

    _subsidy_return_receipt_id_: BusifavorSubsidySubsidyReturnReceiptIdPath[Mode]
    """`get`：查询营销补差回退单详情。

    查询一张补差回退单的状态。"""

    post = __call__ = Endpoint(ReturnReceipts.create)


class BusifavorSubsidySubsidyReturnReceiptIdPath(Node[Mode]):
    """`v3/marketing/busifavor/subsidy/return-receipts/{subsidy_return_receipt_id}`"""

    get = __call__ = Endpoint(ReturnReceipts.get)


class BusifavorCallbacksPath(Node[Mode]):
    """`v3/marketing/busifavor/callbacks`"""

    get = Endpoint(Callbacks.get)

    post = __call__ = Endpoint(Callbacks.set)


class FavorPath(Node[Mode]):
    """`v3/marketing/favor`"""

    media: FavorMediaPath[Mode]


class FavorMediaPath(Node[Mode]):
    """`v3/marketing/favor/media`"""

    image_upload: FavorMediaImageUploadPath[Mode]
    """`post`：图片上传（营销专用）。

    上传商家券使用的图片，支持 JPG、BMP、PNG，不超过 2 MB；返回可填入 `merchant_logo_url`、
    `coupon_image_url` 等字段的地址，长期有效。
    请求签名只覆盖 `meta` 的 JSON 原文，不含图片内容。"""


class FavorMediaImageUploadPath(Node[Mode]):
    """`v3/marketing/favor/media/image-upload`"""

    post = __call__ = Endpoint(Images.upload)
