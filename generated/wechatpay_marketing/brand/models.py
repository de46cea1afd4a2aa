# From spec/ and templates/package/{product}/models.py.jinja by `make generate`; do not edit.
"""商品券（品牌直连）：应答与回调中的对象。"""

from __future__ import annotations

from .._runtime.answer import Answer
from .._runtime.types import Moment
from ..product_coupon import enums as product_coupon_enums
from ..product_coupon.models import (
    CouponCodeCountInfo,
    CouponDisplayInfo,
    CouponUsageDetail,
    CouponUsageDetailInBundle,
    ProductCouponBase,
    ProductCouponNotifyConfig,
    SequentialUsageDetail,
    SequentialUsageRule,
    StockBase,
    StockBundleInfo,
    StockSendRuleWithUserLimit,
    StockSentCountInfo,
    StockUsageRule,
    UsageRuleDisplayInfo,
    UsageRuleDisplayInfoWithAppJump,
    UserProductCouponBase,
    UserProductCouponBundleInfo,
)


class BrandCreateProductCouponResponse(ProductCouponBase, kw_only=True):
    """新建的商品券，连同首个批次或批次组"""

    stock: BrandSingleStockEntity | None = None
    """批次信息，`usage_mode` 为 `SINGLE` 时返回"""
    stock_bundle: BrandStockBundleEntity | None = None
    """批次组信息，`usage_mode` 为 `PROGRESSIVE_BUNDLE` 时返回"""


class BrandSingleStockEntity(StockBase, kw_only=True):
    """单券批次"""

    coupon_code_mode: product_coupon_enums.CouponCodeMode | str
    """券 code 分配模式"""
    single_usage_rule: StockUsageRule | None = None
    """单券使用规则"""
    sequential_usage_rule: SequentialUsageRule | None = None
    """旧版多次优惠使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfo
    """券使用规则展示信息"""


class BrandStockBundleEntity(Answer, kw_only=True):
    """批次组"""

    stock_bundle_id: str
    """批次组 ID，由微信支付生成"""
    stock_list: list[BrandStockEntityInBundle]
    """组内的批次，按使用次序排列"""


class BrandStockEntityInBundle(StockBase, kw_only=True):
    """批次组内的批次"""

    coupon_code_mode: product_coupon_enums.BundleCouponCodeMode | str
    """券 code 分配模式"""
    progressive_bundle_usage_rule: StockUsageRule | None = None
    """本次序的使用规则"""
    stock_bundle_info: StockBundleInfo
    """所属批次组"""
    usage_rule_display_info: UsageRuleDisplayInfo
    """券使用规则展示信息"""


class BrandProductCouponEntity(ProductCouponBase, kw_only=True):
    """商品券"""

    deactivate_request_no: str | None = None
    """失效请求单号，失效后返回"""
    deactivate_time: Moment | None = None
    """失效时间，失效后返回"""
    deactivate_reason: str | None = None
    """失效原因，失效后返回"""


class BrandListStocksResponse(Answer, kw_only=True):
    """批次列表（一页）"""

    total_count: int | None = None
    """批次总数，只在第一页（请求没有 `page_token`）返回"""
    next_page_token: str | None = None
    """下一页的分页 token，没有下一页时不返回"""
    stock_list: list[BrandStockEntity] | None = None
    """本页的批次列表"""


class BrandStockEntity(BrandSingleStockEntity, kw_only=True):
    """批次：单券批次，或批次组内的批次"""

    progressive_bundle_usage_rule: StockUsageRule | None = None
    """多次优惠使用规则，批次组内的批次返回"""
    stock_bundle_info: StockBundleInfo | None = None
    """所属批次组，批次组内的批次返回"""


class BrandListUserProductCouponsResponse(Answer, kw_only=True):
    """用户商品券列表（一页）"""

    total_count: int | None = None
    """用户商品券总数，只在第一页（请求没有 `page_token`）返回"""
    next_page_token: str | None = None
    """下一页的分页 token，没有下一页时不返回"""
    user_coupon_list: list[BrandUserProductCouponEntity] | None = None
    """本页的用户商品券列表"""


class BrandUserProductCouponEntity(UserProductCouponBase, kw_only=True):
    """用户商品券：单券，或多次优惠的一张"""

    single_usage_detail: CouponUsageDetail | None = None
    """单券使用详情，核销后返回"""
    sequential_usage_detail: SequentialUsageDetail | None = None
    """旧版多次优惠使用详情"""
    progressive_bundle_usage_detail: CouponUsageDetail | None = None
    """多次优惠中这一张的使用详情，核销后返回"""
    user_product_coupon_bundle_info: UserProductCouponBundleInfo | None = None
    """所属用户券组，多次优惠时返回"""
    product_coupon: BrandProductCouponEntity
    """商品券信息"""
    stock: BrandStockEntity
    """批次信息"""


class BrandSingleUserProductCouponEntity(UserProductCouponBase, kw_only=True):
    """用户领到的单券（发券、失效应答）"""

    single_usage_detail: CouponUsageDetail | None = None
    """单券使用详情，核销后返回"""
    sequential_usage_detail: SequentialUsageDetail | None = None
    """旧版多次优惠使用详情"""
    product_coupon: BrandProductCouponEntity
    """商品券信息"""
    stock: BrandSingleStockEntity
    """批次信息"""


class BrandUserProductCouponBundleEntity(Answer, kw_only=True):
    """用户券组"""

    user_coupon_bundle_id: str
    """用户券组 ID，由微信支付生成"""
    user_product_coupon_list: list[BrandUserProductCouponEntityInBundle]
    """组内的用户商品券，按使用次序排列"""


class BrandUserProductCouponEntityInBundle(UserProductCouponBase, kw_only=True):
    """用户券组内的一张商品券"""

    progressive_bundle_usage_detail: CouponUsageDetailInBundle | None = None
    """这一张的使用详情，核销后返回"""
    user_product_coupon_bundle_info: UserProductCouponBundleInfo
    """所属用户券组"""
    product_coupon: BrandProductCouponEntity
    """商品券信息"""
    stock: BrandStockEntityInUserBundle
    """批次信息"""


class BrandStockEntityInUserBundle(Answer, kw_only=True):
    """用户券组内的批次，另有 APP 跳转方式；品牌接口中只有用户券组的两个应答如此"""

    product_coupon_id: str
    """商品券 ID"""
    stock_id: str
    """批次 ID，由微信支付生成"""
    remark: str | None = None
    """备注"""
    coupon_code_count_info: CouponCodeCountInfo | None = None
    """预上传的券 code 数量，`coupon_code_mode` 为 `UPLOAD` 时返回"""
    stock_send_rule: StockSendRuleWithUserLimit
    """发放规则"""
    coupon_display_info: CouponDisplayInfo
    """用户商品券展示信息"""
    notify_config: ProductCouponNotifyConfig
    """事件通知配置"""
    store_scope: product_coupon_enums.StockStoreScope | str
    """可用门店范围"""
    sent_count_info: StockSentCountInfo
    """已发放次数"""
    state: product_coupon_enums.StockState | str
    """批次状态"""
    deactivate_request_no: str | None = None
    """失效请求单号，失效后返回"""
    deactivate_time: Moment | None = None
    """失效时间，失效后返回"""
    deactivate_reason: str | None = None
    """失效原因，失效后返回"""
    coupon_code_mode: product_coupon_enums.BundleCouponCodeMode | str
    """券 code 分配模式"""
    progressive_bundle_usage_rule: StockUsageRule | None = None
    """本次序的使用规则"""
    stock_bundle_info: StockBundleInfo | None = None
    """所属批次组"""
    usage_rule_display_info: UsageRuleDisplayInfoWithAppJump
    """券使用规则展示信息"""
