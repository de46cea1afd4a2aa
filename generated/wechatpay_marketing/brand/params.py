"""商品券（品牌直连）：请求中的对象。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict
from msgspec import Meta
from ..product_coupon.params import (
    CouponDisplayInfo,
    CouponDisplayInfoForUpdate,
    ProductCouponDisplayInfo,
    ProductCouponNotifyConfig,
    ProductCouponNotifyConfigForUpdate,
    ProgressiveBundleUsageInfo,
    SingleUsageInfo,
    StockBundleForCreate,
    StockSendRule,
    StockUsageRule,
    UsageRuleDisplayInfo,
)
from ..product_coupon.enums import (
    CouponCodeMode,
    ProductCouponScope,
    ProductCouponType,
    StockState,
    StockStoreScope,
    UsageMode,
    UserProductCouponState,
)


class BrandCreateProductCouponRequest(TypedDict):
    """品牌创建商品券，同时创建首个批次或批次组"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """创建请求单号，由调用方生成，用相同单号、相同内容重试不会重复创建"""
    scope: ProductCouponScope
    """优惠范围"""
    type: ProductCouponType
    """商品券类型"""
    usage_mode: UsageMode
    """使用模式，决定填写 stock 还是 stock_bundle"""
    single_usage_info: NotRequired[SingleUsageInfo]
    """单券模式信息，usage_mode 为 SINGLE 且 scope 为 ALL 时必填，否则不填"""
    progressive_bundle_usage_info: NotRequired[ProgressiveBundleUsageInfo]
    """多次优惠模式信息，usage_mode 为 PROGRESSIVE_BUNDLE 时必填，否则不填"""
    display_info: ProductCouponDisplayInfo
    """展示信息"""
    out_product_no: NotRequired[Annotated[str, Meta(max_length=40)]]
    """外部商品ID，由品牌自定义"""
    stock: NotRequired[BrandStockForCreate]
    """批次信息，usage_mode 为 SINGLE 时必填，不能与 stock_bundle 同时填写"""
    stock_bundle: NotRequired[StockBundleForCreate]
    """批次组信息，usage_mode 为 PROGRESSIVE_BUNDLE 时必填，不能与 stock 同时填写"""


class BrandStockForCreate(TypedDict):
    """品牌创建的单券批次"""

    remark: NotRequired[Annotated[str, Meta(max_length=20)]]
    """备注，20 个字以内"""
    stock_send_rule: StockSendRule
    """发放规则"""
    coupon_display_info: CouponDisplayInfo
    """用户商品券展示信息"""
    notify_config: ProductCouponNotifyConfig
    """事件通知配置"""
    store_scope: StockStoreScope
    """可用门店范围"""
    coupon_code_mode: CouponCodeMode
    """券 Code 分配模式"""
    single_usage_rule: NotRequired[StockUsageRule]
    """单券使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfo
    """券使用规则展示信息"""


class BrandCreateStockRequest(TypedDict):
    """品牌添加批次"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """创建请求单号"""
    stock: BrandStockForCreate
    """批次信息"""


class BrandUpdateStockRequest(TypedDict):
    """品牌修改批次或批次组"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """修改请求单号"""
    remark: NotRequired[Annotated[str, Meta(max_length=20)]]
    """备注，20 个字以内"""
    coupon_display_info: NotRequired[CouponDisplayInfoForUpdate]
    """用户商品券展示信息"""
    notify_config: NotRequired[ProductCouponNotifyConfigForUpdate]
    """事件通知配置"""
    store_scope: NotRequired[StockStoreScope]
    """可用门店范围"""
    usage_rule_display_info: NotRequired[UsageRuleDisplayInfo]
    """券使用规则展示信息"""


class BrandCreateStockBundleRequest(TypedDict):
    """品牌添加批次组"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """创建请求单号"""
    stock_bundle: StockBundleForCreate
    """批次组信息"""


class CouponsGetParameters(TypedDict):
    """路径与查询参数：查询商品券。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""


class CouponsUpdateParameters(TypedDict):
    """路径与查询参数：修改商品券。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""


class CouponsDeactivateParameters(TypedDict):
    """路径与查询参数：失效商品券。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""


class StocksListParameters(TypedDict):
    """路径与查询参数：查询商品券批次列表。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    state: NotRequired[StockState]
    """批次状态"""
    stock_bundle_id: NotRequired[str]
    """批次组ID；部分文档页没有此参数"""
    page_size: NotRequired[Annotated[int, Meta(le=50)]]
    """每页条数，默认 20，最多 50"""
    page_token: NotRequired[str]
    """分页 Token，取上一页应答的 next_page_token；查询第一页时不填"""


class StocksCreateParameters(TypedDict):
    """路径与查询参数：添加商品券批次。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""


class StocksGetParameters(TypedDict):
    """路径与查询参数：查询商品券指定批次。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""


class StocksUpdateParameters(TypedDict):
    """路径与查询参数：修改商品券指定批次。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""


class StocksDeactivateParameters(TypedDict):
    """路径与查询参数：失效商品券批次。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""


class StocksUpdateBudgetParameters(TypedDict):
    """路径与查询参数：修改商品券批次发放预算。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""


class StocksUploadCouponCodesParameters(TypedDict):
    """路径与查询参数：预上传券Code。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""


class StocksAssociateStoresParameters(TypedDict):
    """路径与查询参数：批次关联门店。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""


class StocksDisassociateStoresParameters(TypedDict):
    """路径与查询参数：批次取消关联门店。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""


class StocksListAssociatedStoresParameters(TypedDict):
    """路径与查询参数：查询批次关联门店列表。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_id: str
    """批次ID，创建批次时由微信支付生成"""
    page_size: NotRequired[Annotated[int, Meta(le=50)]]
    """每页条数，默认 20，最多 50"""
    page_token: NotRequired[str]
    """分页 Token，取上一页应答的 next_page_token；查询第一页时不填"""


class StockBundlesCreateParameters(TypedDict):
    """路径与查询参数：添加商品券批次组。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""


class StockBundlesUpdateParameters(TypedDict):
    """路径与查询参数：修改商品券批次组。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_bundle_id: str
    """批次组ID，创建批次组时由微信支付生成"""


class StockBundlesUpdateBudgetParameters(TypedDict):
    """路径与查询参数：修改商品券批次组发放预算。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_bundle_id: str
    """批次组ID，创建批次组时由微信支付生成"""


class StockBundlesAssociateStoresParameters(TypedDict):
    """路径与查询参数：批次组批量关联门店。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_bundle_id: str
    """批次组ID，创建批次组时由微信支付生成"""


class StockBundlesDisassociateStoresParameters(TypedDict):
    """路径与查询参数：批次组批量取消关联门店。"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券ID，创建商品券时由微信支付生成"""
    stock_bundle_id: str
    """批次组ID，创建批次组时由微信支付生成"""


class UserCouponsPreSendParameters(TypedDict):
    """路径与查询参数：向用户预发放商品券。"""

    openid: str
    """用户在 appid 下的 OpenID"""


class UserCouponsListParameters(TypedDict):
    """路径与查询参数：指定券状态查询用户商品券列表。"""

    openid: str
    """用户在 appid 下的 OpenID"""
    product_coupon_id: NotRequired[Annotated[str, Meta(max_length=40)]]
    """商品券ID"""
    stock_id: NotRequired[str]
    """批次ID"""
    appid: str
    """用户 OpenID 所属的 AppID"""
    coupon_state: NotRequired[UserProductCouponState]
    """用户商品券状态"""
    user_coupon_bundle_id: NotRequired[Annotated[str, Meta(max_length=40)]]
    """用户券组ID；部分文档页没有此参数"""
    page_size: NotRequired[Annotated[int, Meta(le=50)]]
    """每页条数，默认 20，最多 50"""
    page_token: NotRequired[str]
    """分页 Token，取上一页应答的 next_page_token；查询第一页时不填"""


class UserCouponsSendParameters(TypedDict):
    """路径与查询参数：向用户发放商品券。"""

    openid: str
    """用户在 appid 下的 OpenID"""


class UserCouponsGetParameters(TypedDict):
    """路径与查询参数：查询用户商品券详情。"""

    openid: str
    """用户在 appid 下的 OpenID"""
    coupon_code: Annotated[str, Meta(max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """用户商品券 Code"""
    product_coupon_id: NotRequired[Annotated[str, Meta(max_length=40)]]
    """商品券ID"""
    stock_id: NotRequired[str]
    """批次ID"""
    appid: str
    """用户 OpenID 所属的 AppID"""


class UserCouponsConfirmParameters(TypedDict):
    """路径与查询参数：确认发放用户商品券。"""

    openid: str
    """用户在 appid 下的 OpenID"""
    coupon_code: Annotated[str, Meta(max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """用户商品券 Code"""


class UserCouponsUseParameters(TypedDict):
    """路径与查询参数：核销用户商品券。"""

    openid: str
    """用户在 appid 下的 OpenID"""
    coupon_code: Annotated[str, Meta(max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """用户商品券 Code"""


class UserCouponsReturnParameters(TypedDict):
    """路径与查询参数：退券。"""

    openid: str
    """用户在 appid 下的 OpenID"""
    coupon_code: Annotated[str, Meta(max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """用户商品券 Code"""


class UserCouponsDeactivateParameters(TypedDict):
    """路径与查询参数：失效用户商品券。"""

    openid: str
    """用户在 appid 下的 OpenID"""
    coupon_code: Annotated[str, Meta(max_length=40, pattern="^[0-9A-Za-z_-]+$")]
    """用户商品券 Code"""


class UserCouponBundlesSendParameters(TypedDict):
    """路径与查询参数：向用户发放商品券批次组。"""

    openid: str
    """用户在 appid 下的 OpenID"""


class UserCouponBundlesDeactivateParameters(TypedDict):
    """路径与查询参数：失效用户商品券组。"""

    openid: str
    """用户在 appid 下的 OpenID"""
    user_coupon_bundle_id: Annotated[str, Meta(max_length=40)]
    """用户券组ID，发放批次组时由微信支付生成"""
