# From spec/ and templates/package/{product}/chain.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：URL 链上的节点。"""

from __future__ import annotations

from .._runtime.chain import Endpoint, Mode, Node
from .coupons import Coupons
from .image_generation_tasks import ImageGenerationTasks
from .images import Images
from .notify_configs import NotifyConfigs
from .stock_bundles import StockBundles
from .stocks import Stocks
from .user_coupon_bundles import UserCouponBundles
from .user_coupons import UserCoupons


class V3MarketingPartnerPath(Node[Mode]):
    """`v3/marketing/partner`"""

    product_coupon: V3MarketingPartnerProductCouponPath[Mode]


class V3MarketingPartnerProductCouponPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon`"""

    product_coupons: ProductCouponsPath[Mode]
    """`post`：创建商品券。

    创建商品券，并同时创建首个批次或批次组，创建后进入审核。
    `usage_mode` 为 `SINGLE` 时传 `stock`，为 `PROGRESSIVE_BUNDLE` 时传 `stock_bundle`。
    单券的优惠：`scope` 为 `ALL` 时写在 `single_usage_info`，为 `SINGLE` 时写在
    `stock.single_usage_rule`；
    多次优惠的优惠写在 `stock_bundle.progressive_bundle_usage_rule`。
    频率限制取自较新的页面，旧页面写每分钟 1000 次。"""
    users: UsersPath[Mode]
    notify_configs: NotifyConfigsPath[Mode]
    """`get`：获取商品券事件通知地址。

    查询接收商品券事件通知的地址。

    `post`：设置商品券事件通知地址。

    设置接收商品券事件通知的地址，再次设置会覆盖原地址。
    服务商只有一个地址，所服务的全部品牌共用。"""
    media: MediaPath[Mode]
    image_generation_tasks: ImageGenerationTasksPath[Mode]
    """`post`：提交图片生成任务。

    提交图片生成任务：按券的优惠拼图，或从商品图中抠出商品。
    任务异步执行，结果可查询，也会以 `PRODUCT_COUPON_SP.IMAGE_GENERATION` 通知。"""


class ProductCouponsPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons`"""

    _product_coupon_id_: ProductCouponIdPath[Mode]
    """`get`：查询商品券。

    查询商品券的信息与状态，不含批次。

    `patch`：修改商品券。

    修改生效中（`EFFECTIVE`）的商品券的展示信息，只影响之后发放的券。"""

    post = __call__ = Endpoint(Coupons.create)


class ProductCouponIdPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}`"""

    deactivate: ProductCouponIdDeactivatePath[Mode]
    """`post`：失效商品券。

    使商品券及其全部批次失效，停止全部投放；已发给用户的券仍然有效。"""
    stocks: ProductCouponIdStocksPath[Mode]
    """`get`：查询商品券批次列表。

    分页查询商品券的批次，可按批次状态或所属批次组筛选。

    `post`：添加商品券批次。

    为生效中（`EFFECTIVE`）的单券商品券添加一个批次；多次优惠商品券请添加批次组。
    同一商品券最多有 200 个生效中的批次，已过期与已失效的批次不计。"""
    stock_bundles: ProductCouponIdStockBundlesPath[Mode]
    """`post`：添加商品券批次组。

    为多次优惠商品券添加一个批次组，组内每个批次对应一次使用。"""

    get = Endpoint(Coupons.get)

    patch = Endpoint(Coupons.update)


class ProductCouponIdDeactivatePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/deactivate`"""

    post = __call__ = Endpoint(Coupons.deactivate)


class ProductCouponIdStocksPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks`"""

    _stock_id_: ProductCouponIdStockIdPath[Mode]
    """`get`：查询商品券指定批次。

    查询批次的规则、状态与已发放次数。

    `patch`：修改商品券指定批次。

    修改批次的备注、展示信息、通知配置与可用门店范围，只填需要修改的字段。
    批次须在发放中或已暂停，不影响已发放的券；批次组内的批次请修改批次组。"""

    get = Endpoint(Stocks.list)

    post = __call__ = Endpoint(Stocks.create)


class ProductCouponIdStockIdPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}`"""

    deactivate: ProductCouponIdStockIdDeactivatePath[Mode]
    """`post`：失效商品券批次。

    使一个发放中或已暂停（`SENDING`、`PAUSED`）的批次失效，其他批次不受影响；已发给用户的券仍
    然有效。"""
    update_budget: ProductCouponIdStockIdUpdateBudgetPath[Mode]
    """`post`：修改商品券批次发放预算。

    修改批次的发放次数总上限或每日上限，一次只改一项，须同时给出当前值。
    批次须未失效、未过期；批次组内的批次请修改批次组的预算。"""
    upload_coupon_codes: ProductCouponIdStockIdUploadCouponCodesPath[Mode]
    """`post`：预上传券 code。

    为 `coupon_code_mode` 为 `UPLOAD` 的批次预上传券 code，一次最多 200 个；批次须未失效、未过
    期。
    部分券 code 上传失败时仍返回 200，须检查 `failed_code_list`。"""
    associate_stores: ProductCouponIdStockIdAssociateStoresPath[Mode]
    """`post`：批次关联门店。

    把品牌的门店关联到批次，一次最多 200 个；只适用于 `store_scope` 为 `SPECIFIC`、未失效也未
    过期的批次。
    批次组内的批次请把门店关联到批次组。
    部分门店关联失败时仍返回 200，须检查 `failed_store_list`。"""
    disassociate_stores: ProductCouponIdStockIdDisassociateStoresPath[Mode]
    """`post`：批次取消关联门店。

    取消门店与批次的关联，一次最多 200 个；只适用于 `store_scope` 为 `SPECIFIC`、未失效也未过
    期的批次。
    批次组内的批次请取消门店与批次组的关联。
    部分门店取消失败时仍返回 200，须检查 `failed_store_list`。"""
    associated_stores: ProductCouponIdStockIdAssociatedStoresPath[Mode]
    """`get`：查询批次关联门店列表。

    分页查询批次已关联的门店。"""

    get = Endpoint(Stocks.get)

    patch = Endpoint(Stocks.update)


class ProductCouponIdStockIdDeactivatePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/deactivate`"""

    post = __call__ = Endpoint(Stocks.deactivate)


class ProductCouponIdStockIdUpdateBudgetPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/update-budget`"""

    post = __call__ = Endpoint(Stocks.update_budget)


class ProductCouponIdStockIdUploadCouponCodesPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/upload-coupon-codes`"""

    post = __call__ = Endpoint(Stocks.upload_coupon_codes)


class ProductCouponIdStockIdAssociateStoresPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores`"""

    post = __call__ = Endpoint(Stocks.associate_stores)


class ProductCouponIdStockIdDisassociateStoresPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/disassociate-stores`"""

    post = __call__ = Endpoint(Stocks.disassociate_stores)


class ProductCouponIdStockIdAssociatedStoresPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associated-stores`"""

    get = __call__ = Endpoint(Stocks.list_associated_stores)


class ProductCouponIdStockBundlesPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles`"""

    _stock_bundle_id_: ProductCouponIdStockBundleIdPath[Mode]
    """`patch`：修改商品券批次组。

    修改批次组内全部批次的备注、展示信息、通知配置与可用门店范围，只填需要修改的字段。"""

    post = __call__ = Endpoint(StockBundles.create)


class ProductCouponIdStockBundleIdPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}`"""

    update_budget: ProductCouponIdStockBundleIdUpdateBudgetPath[Mode]
    """`post`：修改商品券批次组发放预算。

    修改批次组内全部批次的发放次数总上限或每日上限，一次只改一项，须同时给出当前值。"""
    associate_stores: ProductCouponIdStockBundleIdAssociateStoresPath[Mode]
    """`post`：批次组批量关联门店。

    把品牌的门店关联到批次组内的全部批次，一次最多 200 个；只适用于批次的 `store_scope` 为
    `SPECIFIC`、未失效也未过期的批次组。
    部分门店关联失败时仍返回 200，须检查 `failed_store_list`。"""
    disassociate_stores: ProductCouponIdStockBundleIdDisassociateStoresPath[Mode]
    """`post`：批次组批量取消关联门店。

    取消门店与批次组内全部批次的关联，一次最多 200 个；只适用于批次的 `store_scope` 为
    `SPECIFIC`、未失效也未过期的批次组。
    部分门店取消失败时仍返回 200，须检查 `failed_store_list`。"""

    patch = __call__ = Endpoint(StockBundles.update)


class ProductCouponIdStockBundleIdUpdateBudgetPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/update-budget`"""

    post = __call__ = Endpoint(StockBundles.update_budget)


class ProductCouponIdStockBundleIdAssociateStoresPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/associate-stores`"""

    post = __call__ = Endpoint(StockBundles.associate_stores)


class ProductCouponIdStockBundleIdDisassociateStoresPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stock-bundles/{stock_bundle_id}/disassociate-stores`"""

    post = __call__ = Endpoint(StockBundles.disassociate_stores)


class UsersPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users`"""

    _openid_: OpenidPath[Mode]


class OpenidPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}`"""

    pre_send_coupon: OpenidPreSendCouponPath[Mode]
    """`post`：向用户预发放商品券。

    预发放一张单券，得到的凭据交给领券组件，由用户领取。
    用相同内容再次调用，得到的凭据会显示“已领取”。"""
    coupons: OpenidCouponsPath[Mode]
    """`get`：指定券状态查询用户商品券列表。

    分页查询用户的商品券，可按商品券、批次、用户券组与券状态筛选。

    `post`：向用户发放商品券。

    向用户发放一张单券，批次须在发放中（`SENDING`）；多次优惠商品券请发放批次组。
    收到领券通知后须调用确认发放，确认前券处于 `CONFIRMING`，不可使用。"""
    pre_send_coupon_bundle: OpenidPreSendCouponBundlePath[Mode]
    """`post`：向用户预发放商品券批次组。

    预发放一个批次组，得到的凭据交给领券组件，由用户领取一组多次优惠商品券。"""
    coupon_bundles: OpenidCouponBundlesPath[Mode]
    """`post`：向用户发放商品券批次组。

    向用户发放一个批次组，用户得到一组多次优惠商品券，每张对应一次使用。
    收到领券通知后须确认发放，确认前券不可使用。"""


class OpenidPreSendCouponPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon`"""

    post = __call__ = Endpoint(UserCoupons.pre_send)


class OpenidCouponsPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupons`"""

    _coupon_code_: OpenidCouponCodePath[Mode]
    """`get`：查询用户商品券详情。

    查询用户的一张商品券，包括使用详情。"""

    get = Endpoint(UserCoupons.list)

    post = __call__ = Endpoint(UserCoupons.send)


class OpenidCouponCodePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}`"""

    confirm: OpenidCouponCodeConfirmPath[Mode]
    """`post`：确认发放用户商品券。

    品牌记录好领到的券后确认发放，券由此可用。
    每次收到领券通知都须确认，否则券一直停留在 `CONFIRMING`；有效期自领券通知起算，不因确认而
    顺延，宜尽快确认。"""
    use: OpenidCouponCodeUsePath[Mode]
    """`post`：核销用户商品券。

    核销用户的一张商品券，须关联一笔微信支付订单或微信支付分订单。"""
    return_: OpenidCouponCodeReturnPath[Mode]
    """`post`：退券。

    退还已核销的商品券，用户可再次使用。
    多次优惠只能退还最近核销的一张。"""
    deactivate: OpenidCouponCodeDeactivatePath[Mode]
    """`post`：失效用户商品券。

    使用户的一张单券失效；多次优惠请失效整个用户券组。"""

    get = __call__ = Endpoint(UserCoupons.get)


class OpenidCouponCodeConfirmPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/confirm`"""

    post = __call__ = Endpoint(UserCoupons.confirm)


class OpenidCouponCodeUsePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/use`"""

    post = __call__ = Endpoint(UserCoupons.use)


class OpenidCouponCodeReturnPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/return`"""

    post = __call__ = Endpoint(UserCoupons.return_)


class OpenidCouponCodeDeactivatePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupons/{coupon_code}/deactivate`"""

    post = __call__ = Endpoint(UserCoupons.deactivate)


class OpenidPreSendCouponBundlePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/pre-send-coupon-bundle`"""

    post = __call__ = Endpoint(UserCouponBundles.pre_send)


class OpenidCouponBundlesPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles`"""

    _user_coupon_bundle_id_: OpenidUserCouponBundleIdPath[Mode]

    post = __call__ = Endpoint(UserCouponBundles.send)


class OpenidUserCouponBundleIdPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}`"""

    deactivate: OpenidUserCouponBundleIdDeactivatePath[Mode]
    """`post`：失效用户商品券组。

    使用户券组内的全部商品券失效。"""


class OpenidUserCouponBundleIdDeactivatePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/users/{openid}/coupon-bundles/{user_coupon_bundle_id}/deactivate`"""

    post = __call__ = Endpoint(UserCouponBundles.deactivate)


class NotifyConfigsPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/notify-configs`"""

    get = Endpoint(NotifyConfigs.get)

    post = __call__ = Endpoint(NotifyConfigs.set)


class MediaPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/media`"""

    upload_image: MediaUploadImagePath[Mode]
    """`post`：图片上传（商品券）。

    上传商品券使用的图片，支持 JPG、BMP、PNG，不超过 2 MB；返回的地址长期有效。
    请求签名只覆盖 `meta` 的 JSON 原文，不含图片内容。"""


class MediaUploadImagePath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/media/upload-image`"""

    post = __call__ = Endpoint(Images.upload)


class ImageGenerationTasksPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/image-generation-tasks`"""

    _task_id_: TaskIdPath[Mode]
    """`get`：查询图片生成任务执行结果。

    查询图片生成任务的状态与结果。"""

    post = __call__ = Endpoint(ImageGenerationTasks.create)


class TaskIdPath(Node[Mode]):
    """`v3/marketing/partner/product-coupon/image-generation-tasks/{task_id}`"""

    get = __call__ = Endpoint(ImageGenerationTasks.get)
