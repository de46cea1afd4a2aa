# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta

from ..product_coupon import enums as product_coupon_enums
from ..product_coupon.params import (
    CreateProductCouponBase,
    StockBundleForCreate,
    StockForCreateBase,
    StockUsageRule,
    UpdateStockRequestBase,
    UsageRuleDisplayInfo,
)


class BrandCreateProductCouponRequest(CreateProductCouponBase):
    """品牌创建商品券的请求，同时创建首个批次或批次组"""

    stock: NotRequired[BrandStockForCreate]
    """批次信息，`usage_mode` 为 `SINGLE` 时必填，不能与 `stock_bundle` 同时填写"""
    stock_bundle: NotRequired[StockBundleForCreate]
    """批次组信息，`usage_mode` 为 `PROGRESSIVE_BUNDLE` 时必填，不能与 `stock` 同时填写"""


class BrandStockForCreate(StockForCreateBase):
    """品牌创建的单券批次"""

    coupon_code_mode: product_coupon_enums.CouponCodeMode
    """券 code 分配模式"""
    single_usage_rule: NotRequired[StockUsageRule]
    """单券使用规则；品牌接口的文档没有服务商的秒级有效期 `available_seconds`"""
    usage_rule_display_info: UsageRuleDisplayInfo
    """券使用规则展示信息；品牌接口的文档没有服务商的 `app_jump_type` 与 `passcode_link`"""


class BrandCreateStockRequest(TypedDict):
    """品牌添加批次的请求"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """创建请求单号，重试时保持不变"""
    stock: BrandStockForCreate
    """批次信息"""


class BrandUpdateStockRequest(UpdateStockRequestBase):
    """品牌修改批次或批次组的请求"""

    usage_rule_display_info: NotRequired[UsageRuleDisplayInfo]
    """券使用规则展示信息；品牌接口的文档没有服务商的 `app_jump_type` 与 `passcode_link`"""


class BrandCreateStockBundleRequest(TypedDict):
    """品牌添加批次组的请求"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """创建请求单号，重试时保持不变"""
    stock_bundle: StockBundleForCreate
    """批次组信息；品牌接口的文档没有服务商的 `available_seconds`、`app_jump_type` 与
    `passcode_link`"""


class CouponsGetParameters(TypedDict):
    """查询商品券"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]


class CouponsUpdateParameters(TypedDict):
    """修改商品券"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]


class CouponsDeactivateParameters(TypedDict):
    """失效商品券"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]


class StocksListParameters(TypedDict):
    """查询商品券批次列表"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    state: NotRequired[product_coupon_enums.StockState]
    stock_bundle_id: NotRequired[str]
    page_size: NotRequired[Annotated[int, Meta(le=50)]]
    page_token: NotRequired[str]


class StocksCreateParameters(TypedDict):
    """添加商品券批次"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]


class StocksGetParameters(TypedDict):
    """查询商品券指定批次"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str


class StocksUpdateParameters(TypedDict):
    """修改商品券指定批次"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str


class StocksDeactivateParameters(TypedDict):
    """失效商品券批次"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str


class StocksUpdateBudgetParameters(TypedDict):
    """修改商品券批次发放预算"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str


class StocksUploadCouponCodesParameters(TypedDict):
    """预上传券 code"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str


class StocksAssociateStoresParameters(TypedDict):
    """批次关联门店"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str


class StocksDisassociateStoresParameters(TypedDict):
    """批次取消关联门店"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str


class StocksListAssociatedStoresParameters(TypedDict):
    """查询批次关联门店列表"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str
    page_size: NotRequired[Annotated[int, Meta(le=200)]]
    page_token: NotRequired[str]


class StockBundlesCreateParameters(TypedDict):
    """添加商品券批次组"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]


class StockBundlesUpdateParameters(TypedDict):
    """修改商品券批次组"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_bundle_id: str


class StockBundlesUpdateBudgetParameters(TypedDict):
    """修改商品券批次组发放预算"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_bundle_id: str


class StockBundlesAssociateStoresParameters(TypedDict):
    """批次组批量关联门店"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_bundle_id: str


class StockBundlesDisassociateStoresParameters(TypedDict):
    """批次组批量取消关联门店"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_bundle_id: str


class UserCouponsPreSendParameters(TypedDict):
    """向用户预发放商品券"""

    openid: str


class UserCouponsListParameters(TypedDict):
    """指定券状态查询用户商品券列表"""

    openid: str
    product_coupon_id: NotRequired[Annotated[str, Meta(max_length=40)]]
    stock_id: NotRequired[str]
    appid: str
    coupon_state: NotRequired[product_coupon_enums.UserProductCouponState]
    user_coupon_bundle_id: NotRequired[Annotated[str, Meta(max_length=40)]]
    page_size: NotRequired[Annotated[int, Meta(le=50)]]
    page_token: NotRequired[str]


class UserCouponsSendParameters(TypedDict):
    """向用户发放商品券"""

    openid: str


class UserCouponsGetParameters(TypedDict):
    """查询用户商品券详情"""

    openid: str
    coupon_code: Annotated[str, Meta(max_length=40)]
    product_coupon_id: Annotated[str, Meta(max_length=40)]
    stock_id: str
    appid: str


class UserCouponsConfirmParameters(TypedDict):
    """确认发放用户商品券"""

    openid: str
    coupon_code: Annotated[str, Meta(max_length=40)]


class UserCouponsUseParameters(TypedDict):
    """核销用户商品券"""

    openid: str
    coupon_code: Annotated[str, Meta(max_length=40)]


class UserCouponsReturnParameters(TypedDict):
    """退券"""

    openid: str
    coupon_code: Annotated[str, Meta(max_length=40)]


class UserCouponsDeactivateParameters(TypedDict):
    """失效用户商品券"""

    openid: str
    coupon_code: Annotated[str, Meta(max_length=40)]


class UserCouponBundlesSendParameters(TypedDict):
    """向用户发放商品券批次组"""

    openid: str


class UserCouponBundlesDeactivateParameters(TypedDict):
    """失效用户商品券组"""

    openid: str
    user_coupon_bundle_id: Annotated[str, Meta(max_length=40)]
