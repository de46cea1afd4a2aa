# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta

from .._runtime.types import Time
from ..common import enums as common_enums
from . import enums


class OnBehalfOfBrand(TypedDict):
    """服务商代品牌调用时指明品牌"""

    brand_id: str
    """品牌 ID，须已授权给服务商"""


class CreateProductCouponBase(TypedDict):
    """创建商品券请求的公共部分"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """创建请求单号，由调用方生成，重试时保持不变"""
    scope: enums.ProductCouponScope
    """优惠范围"""
    type: enums.ProductCouponType
    """商品券类型"""
    usage_mode: enums.UsageMode
    """使用模式，决定填写 `stock` 还是 `stock_bundle`"""
    single_usage_info: NotRequired[SingleUsageInfo]
    """单券模式信息，`usage_mode` 为 `SINGLE` 且 `scope` 为 `ALL` 时必填，否则不填"""
    progressive_bundle_usage_info: NotRequired[ProgressiveBundleUsageInfo]
    """多次优惠模式信息，`usage_mode` 为 `PROGRESSIVE_BUNDLE` 时必填，否则不填"""
    display_info: ProductCouponDisplayInfo
    """展示信息"""
    out_product_no: NotRequired[Annotated[str, Meta(max_length=40)]]
    """外部商品 ID，由品牌自定义"""


class SingleUsageInfo(TypedDict):
    """全场券（`scope` 为 `ALL`）单券模式的优惠；指定商品的优惠写在批次的 `single_usage_rule` 中"""

    normal_coupon: NotRequired[NormalCouponUsageRule]
    """满减券使用规则，`type` 为 `NORMAL` 时填写"""
    discount_coupon: NotRequired[DiscountCouponUsageRule]
    """折扣券使用规则，`type` 为 `DISCOUNT` 时填写"""


class NormalCouponUsageRule(TypedDict):
    """满减券使用规则"""

    threshold: Annotated[int, Meta(ge=0)]
    """门槛金额（单位：分），0 表示无门槛"""
    discount_amount: int
    """固定减免金额（单位：分）"""


class DiscountCouponUsageRule(TypedDict):
    """折扣券使用规则"""

    threshold: Annotated[int, Meta(ge=0)]
    """门槛金额（单位：分），0 表示无门槛"""
    percent_off: Annotated[int, Meta(ge=1, le=99)]
    """减免的百分比，如 30 表示减免 30%，即七折"""


class ProgressiveBundleUsageInfo(TypedDict):
    """多次优惠模式信息"""

    count: Annotated[int, Meta(ge=3, le=15)]
    """可使用次数，即批次组内的批次数"""
    interval_days: NotRequired[Annotated[int, Meta(ge=0, le=7)]]
    """两次使用之间至少间隔的天数"""


class ProductCouponDisplayInfo(TypedDict):
    """商品券展示信息"""

    name: Annotated[str, Meta(min_length=3, max_length=15)]
    """商品券名称；旧示例的注释写 12 个字以内"""
    image_url: str
    """商品券图片，须为图片上传接口返回的地址；比例 1:1，建议 1080×1080，不超过 2 MB"""
    background_url: str
    """商品券背景图，须为图片上传接口返回的地址；比例 65:77，建议 1170×1326，不超过 2 MB"""
    detail_image_url_list: NotRequired[Annotated[list[str], Meta(max_length=8)]]
    """商品券详情图列表；旧示例的注释写 6 张"""
    original_price: NotRequired[int]
    """商品原价（单位：分）；`scope` 为 `SINGLE` 时与 `combo_package_list` 至少填一项，官方字段表
    则要求两项都填"""
    combo_package_list: NotRequired[Annotated[list[ComboPackage], Meta(max_length=50)]]
    """套餐组合；`scope` 为 `SINGLE` 时与 `original_price` 至少填一项"""


class ComboPackage(TypedDict):
    """套餐"""

    name: Annotated[str, Meta(max_length=15)]
    """套餐名，如“咖啡 2 选 1”"""
    pick_count: int
    """可选单品数量"""
    choice_list: Annotated[list[ComboPackageChoice], Meta(max_length=99)]
    """供选择的单品列表"""


class ComboPackageChoice(TypedDict):
    """套餐中的单品"""

    name: Annotated[str, Meta(max_length=15)]
    """单品名称"""
    price: int
    """单品价格（单位：分）"""
    count: Annotated[int, Meta(le=99)]
    """单品数量"""
    image_url: NotRequired[str]
    """单品图片地址"""
    mini_program_appid: NotRequired[str]
    """点击单品跳转的小程序 AppID，与 `mini_program_path` 一起填写或都不填"""
    mini_program_path: NotRequired[str]
    """点击单品跳转的小程序路径，与 `mini_program_appid` 一起填写或都不填"""


class CreateProductCouponRequest(OnBehalfOfBrand, CreateProductCouponBase):
    """服务商创建商品券的请求，同时创建首个批次或批次组"""

    stock: NotRequired[StockForCreate]
    """批次信息，`usage_mode` 为 `SINGLE` 时必填，不能与 `stock_bundle` 同时填写"""
    stock_bundle: NotRequired[StockBundleForCreate]
    """批次组信息，`usage_mode` 为 `PROGRESSIVE_BUNDLE` 时必填，不能与 `stock` 同时填写"""


class StockForCreateBase(TypedDict):
    """新批次与新批次组的公共部分"""

    remark: NotRequired[Annotated[str, Meta(max_length=20)]]
    """备注；旧示例的注释写 60 个字以内"""
    stock_send_rule: StockSendRuleWithUserLimit
    """发放规则"""
    coupon_display_info: CouponDisplayInfoForCreate
    """用户商品券展示信息"""
    notify_config: ProductCouponNotifyConfigForCreate
    """事件通知配置"""
    store_scope: enums.StockStoreScope
    """可用门店范围"""


class StockSendRuleWithUserLimit(TypedDict):
    """必有每个用户领取次数上限的发放规则：创建批次与批次组的请求（官方的
    `StockSendRuleForBundle`），服务商批次组与用户券组的应答"""

    max_count: Annotated[int, Meta(le=100000000)]
    """发放次数总上限"""
    max_count_per_day: NotRequired[Annotated[int, Meta(le=100000000)]]
    """每日发放次数上限"""
    max_count_per_user: Annotated[int, Meta(le=100)]
    """每个用户的领取次数上限，部分文档页写选填"""


class CouponDisplayInfoForCreate(TypedDict):
    """创建批次时的用户商品券展示信息，`code_display_mode` 必填；部分文档页写选填"""

    code_display_mode: enums.CouponCodeDisplayMode
    """用户商品券 code 展示模式"""
    background_color: NotRequired[common_enums.CouponBackgroundColor]
    """背景颜色"""
    entrance_mini_program: NotRequired[EntranceMiniProgram]
    """小程序入口"""
    entrance_official_account: NotRequired[EntranceOfficialAccount]
    """公众号入口"""
    entrance_finder: NotRequired[EntranceFinder]
    """视频号入口"""


class EntranceMiniProgram(TypedDict):
    """小程序入口"""

    appid: str
    """小程序 AppID"""
    path: str
    """小程序跳转路径"""
    entrance_wording: Annotated[str, Meta(max_length=5)]
    """入口文案"""
    guidance_wording: Annotated[str, Meta(max_length=6)]
    """引导文案；官方示例的注释写选填，字段表写必填"""


class EntranceOfficialAccount(TypedDict):
    """公众号入口"""

    appid: str
    """公众号 AppID"""


class EntranceFinder(TypedDict):
    """视频号入口"""

    finder_id: str
    """视频号 ID"""
    finder_video_id: str
    """视频号视频 ID"""
    finder_video_cover_image_url: str
    """视频封面图地址"""


class ProductCouponNotifyConfigForCreate(TypedDict):
    """创建批次时的事件通知配置，`notify_appid` 必填；部分文档页写选填"""

    notify_appid: str
    """事件通知使用的 AppID，通知中的 OpenID 属于该 AppID"""


class StockForCreate(StockForCreateBase):
    """服务商创建的单券批次"""

    coupon_code_mode: enums.CouponCodeMode
    """券 code 分配模式"""
    single_usage_rule: NotRequired[StockUsageRuleWithSeconds]
    """单券使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfoWithAppJump
    """券使用规则展示信息"""


class StockUsageRuleWithSeconds(TypedDict):
    """使用规则，可核销时间可精确到领取后的秒数；只有服务商的部分接口文档如此，品牌接口没有"""

    coupon_available_period: CouponAvailablePeriodWithSeconds
    """券可核销时间"""
    normal_coupon: NotRequired[NormalCouponUsageRule]
    """满减券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `NORMAL` 时填写"""
    discount_coupon: NotRequired[DiscountCouponUsageRule]
    """折扣券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `DISCOUNT` 时填写"""
    exchange_coupon: NotRequired[ExchangeCouponUsageRule]
    """兑换券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `EXCHANGE` 时填写"""


class CouponAvailablePeriod(TypedDict):
    """券可核销时间：先由起止时间限定，再用下列方式之一进一步限定：
    领取后若干天（可叠加每周固定时段），或至多两段不规律的时段。"""

    available_begin_time: Time
    """可核销的开始时间"""
    available_end_time: Time
    """可核销的结束时间"""
    available_days: NotRequired[Annotated[int, Meta(ge=1, le=365)]]
    """生效后几天内有效；不能与 `irregular_available_period_list` 同时填写"""
    wait_days_after_receive: NotRequired[Annotated[int, Meta(le=30)]]
    """领取后等待几天才生效；须与 `available_days` 一起填写"""
    weekly_available_period: NotRequired[FixedWeekPeriod]
    """每周固定的可用时段；不能与 `irregular_available_period_list` 同时填写"""
    irregular_available_period_list: NotRequired[Annotated[list[TimePeriod], Meta(max_length=2)]]
    """不规律的可用时段；不能与 `available_days`、`wait_days_after_receive`、
    `weekly_available_period` 同时填写"""


class FixedWeekPeriod(TypedDict):
    """每周固定的可用时段"""

    day_list: NotRequired[list[enums.WeekEnum]]
    """每周可用的星期"""
    day_period_list: NotRequired[list[PeriodOfTheDay]]
    """可用日内的可用时段"""


class PeriodOfTheDay(TypedDict):
    """一天中的时段，以距零点的秒数表示"""

    begin_time: Annotated[int, Meta(ge=0, le=86399)]
    """开始时间，距零点的秒数"""
    end_time: Annotated[int, Meta(ge=0, le=86399)]
    """结束时间，距零点的秒数"""


class TimePeriod(TypedDict):
    """一段起止时间"""

    begin_time: Time
    """开始时间"""
    end_time: Time
    """结束时间"""


class CouponAvailablePeriodWithSeconds(CouponAvailablePeriod):
    """券可核销时间，另可指定领取后若干秒内有效"""

    available_seconds: NotRequired[int]
    """领取后几秒内有效；仅见于文档页，官方示例代码没有此字段"""


class ExchangeCouponUsageRule(TypedDict):
    """兑换券使用规则"""

    threshold: Annotated[int, Meta(ge=0)]
    """门槛金额（单位：分），0 表示无门槛"""
    exchange_price: Annotated[int, Meta(ge=0)]
    """固定兑换价格（单位：分）"""


class UsageRuleDisplayInfo(TypedDict):
    """券使用规则展示信息"""

    coupon_usage_method_list: list[enums.CouponUsageMethod]
    """券使用方式列表"""
    mini_program_appid: NotRequired[str]
    """核销小程序的 AppID，使用方式含 `MINI_PROGRAM` 时必填"""
    mini_program_path: NotRequired[str]
    """核销小程序的跳转路径，使用方式含 `MINI_PROGRAM` 时必填"""
    app_path: NotRequired[str]
    """跳转 APP 的 H5 路径，使用方式含 `APP` 时必填"""
    usage_description: Annotated[str, Meta(max_length=1000)]
    """券使用说明"""
    coupon_available_store_info: NotRequired[CouponAvailableStoreInfo]
    """券可用门店信息"""


class CouponAvailableStoreInfo(TypedDict):
    """券可用门店的展示信息"""

    description: Annotated[str, Meta(max_length=1000)]
    """可用门店的文字描述"""
    mini_program_appid: NotRequired[str]
    """查看门店列表的小程序 AppID"""
    mini_program_path: NotRequired[str]
    """查看门店列表的小程序路径"""


class UsageRuleDisplayInfoWithAppJump(UsageRuleDisplayInfo):
    """券使用规则展示信息，另有 APP 跳转方式；这两项仅见于服务商的部分文档页，官方示例代码与品牌
    的文档页都没有"""

    app_jump_type: NotRequired[enums.AppJumpType]
    """APP 跳转类型"""
    passcode_link: NotRequired[str]
    """口令链接"""


class StockBundleForCreate(StockForCreateBase):
    """新建的批次组，微信支付按使用规则列表生成组内的批次"""

    coupon_code_mode: enums.BundleCouponCodeMode
    """券 code 分配模式"""
    progressive_bundle_usage_rule: NotRequired[StockBundleUsageRule]
    """多次优惠使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfo
    """券使用规则展示信息"""


class StockBundleUsageRule(TypedDict):
    """创建批次组时的使用规则：按券类型填写一个列表，依次给出每一次的优惠，项数等于可使用次数
    `count`"""

    coupon_available_period: CouponAvailablePeriod
    """券可核销时间，组内批次共用"""
    normal_coupon_list: NotRequired[list[NormalCouponUsageRule]]
    """满减券每次的使用规则，`type` 为 `NORMAL` 时填写，项数等于 `count`"""
    discount_coupon_list: NotRequired[list[DiscountCouponUsageRule]]
    """折扣券每次的使用规则，`type` 为 `DISCOUNT` 时填写，项数等于 `count`"""
    exchange_coupon_list: NotRequired[list[ExchangeCouponUsageRule]]
    """兑换券每次的使用规则，`type` 为 `EXCHANGE` 时填写，项数等于 `count`"""


class BrandUpdateProductCouponRequest(TypedDict):
    """品牌修改商品券的请求"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """修改请求单号，重试时保持不变"""
    display_info: ProductCouponDisplayInfo
    """修改后的展示信息"""


class UpdateProductCouponRequest(OnBehalfOfBrand, BrandUpdateProductCouponRequest):
    """服务商修改商品券的请求"""


class BrandDeactivateCouponOrStockRequest(TypedDict):
    """品牌使商品券或批次失效的请求"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """失效请求单号，重试时保持不变"""
    deactivate_reason: Annotated[str, Meta(max_length=150)]
    """失效原因"""


class DeactivateCouponOrStockRequest(OnBehalfOfBrand, BrandDeactivateCouponOrStockRequest):
    """服务商使商品券或批次失效的请求（官方的 `DeactivateProductCouponRequest` 与
    `DeactivateStockRequest`）"""


class CreateStockRequest(OnBehalfOfBrand):
    """服务商添加批次的请求"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """创建请求单号，重试时保持不变"""
    stock: StockForCreate
    """批次信息"""


class UpdateStockRequestBase(TypedDict):
    """修改批次或批次组的公共部分，只填需要修改的字段"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """修改请求单号，重试时保持不变"""
    remark: NotRequired[Annotated[str, Meta(max_length=20)]]
    """备注；旧示例的注释写 60 个字以内"""
    coupon_display_info: NotRequired[CouponDisplayInfo]
    """用户商品券展示信息"""
    notify_config: NotRequired[ProductCouponNotifyConfig]
    """事件通知配置"""
    store_scope: NotRequired[enums.StockStoreScope]
    """可用门店范围"""


class CouponDisplayInfo(TypedDict):
    """用户商品券展示信息；修改批次时各项均可不填，应答中各项都可能没有"""

    code_display_mode: NotRequired[enums.CouponCodeDisplayMode]
    """用户商品券 code 展示模式"""
    background_color: NotRequired[common_enums.CouponBackgroundColor]
    """背景颜色"""
    entrance_mini_program: NotRequired[EntranceMiniProgram]
    """小程序入口"""
    entrance_official_account: NotRequired[EntranceOfficialAccount]
    """公众号入口"""
    entrance_finder: NotRequired[EntranceFinder]
    """视频号入口"""


class ProductCouponNotifyConfig(TypedDict):
    """批次的事件通知配置"""

    notify_appid: NotRequired[str]
    """事件通知使用的 AppID，通知中的 OpenID 属于该 AppID"""


class UpdateStockRequest(OnBehalfOfBrand, UpdateStockRequestBase):
    """服务商修改批次或批次组的请求（官方的 `UpdateStockRequest` 与 `UpdateStockBundleRequest`）"""

    usage_rule_display_info: NotRequired[UsageRuleDisplayInfoWithAppJump]
    """券使用规则展示信息"""


class BrandUpdateStockBudgetRequest(TypedDict):
    """品牌修改批次或批次组发放预算的请求，须同时给出当前值与目标值"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """修改请求单号，重试时保持不变"""
    update_mode: enums.UpdateBudgetMode
    """修改总上限还是每日上限"""
    current_max_count: NotRequired[int]
    """当前的发放次数总上限，`update_mode` 为 `MAX_COUNT` 时必填"""
    target_max_count: NotRequired[int]
    """修改后的发放次数总上限，`update_mode` 为 `MAX_COUNT` 时必填"""
    current_max_count_per_day: NotRequired[int]
    """当前的每日发放次数上限，`update_mode` 为 `MAX_COUNT_PER_DAY` 时必填"""
    target_max_count_per_day: NotRequired[int]
    """修改后的每日发放次数上限，`update_mode` 为 `MAX_COUNT_PER_DAY` 时必填"""


class UpdateStockBudgetRequest(OnBehalfOfBrand, BrandUpdateStockBudgetRequest):
    """服务商修改批次或批次组发放预算的请求（官方的 `UpdateStockBudgetRequest` 与
    `UpdateStockBundleBudgetRequest`）"""


class BrandUploadCouponCodesRequest(TypedDict):
    """品牌预上传券 code 的请求"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """上传请求单号，重试时保持不变"""
    code_list: Annotated[list[Annotated[str, Meta(max_length=40)]], Meta(max_length=200)]
    """券 code 列表，券 code 不可重复，可用数字、大小写字母、`_` 与 `-`"""


class UploadCouponCodesRequest(OnBehalfOfBrand, BrandUploadCouponCodesRequest):
    """服务商预上传券 code 的请求"""


class BrandStoreAssociationRequest(TypedDict):
    """品牌为批次或批次组关联、取消关联门店的请求"""

    store_list: Annotated[list[StoreInfo], Meta(max_length=200)]
    """门店列表"""


class StoreInfo(TypedDict):
    """门店"""

    store_id: str
    """门店 ID"""


class StoreAssociationRequest(OnBehalfOfBrand, BrandStoreAssociationRequest):
    """服务商为批次或批次组关联、取消关联门店的请求（四个操作相同）"""


class CreateStockBundleRequest(OnBehalfOfBrand):
    """服务商添加批次组的请求"""

    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """创建请求单号，重试时保持不变"""
    stock_bundle: StockBundleForAppend
    """批次组信息"""


class StockBundleForAppend(StockForCreateBase):
    """服务商向已有商品券添加的批次组；比 `StockBundleForCreate` 多秒级有效期与 APP 跳转方式"""

    coupon_code_mode: enums.BundleCouponCodeMode
    """券 code 分配模式"""
    progressive_bundle_usage_rule: NotRequired[StockBundleUsageRuleWithSeconds]
    """多次优惠使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfoWithAppJump
    """券使用规则展示信息"""


class StockBundleUsageRuleWithSeconds(TypedDict):
    """创建批次组时的使用规则，可核销时间可精确到领取后的秒数；只有服务商“添加商品券批次组”的文档
    如此，品牌接口没有"""

    coupon_available_period: CouponAvailablePeriodWithSeconds
    """券可核销时间，组内批次共用"""
    normal_coupon_list: NotRequired[list[NormalCouponUsageRule]]
    """满减券每次的使用规则，`type` 为 `NORMAL` 时填写，项数等于 `count`"""
    discount_coupon_list: NotRequired[list[DiscountCouponUsageRule]]
    """折扣券每次的使用规则，`type` 为 `DISCOUNT` 时填写，项数等于 `count`"""
    exchange_coupon_list: NotRequired[list[ExchangeCouponUsageRule]]
    """兑换券每次的使用规则，`type` 为 `EXCHANGE` 时填写，项数等于 `count`"""


class BrandPreSendUserProductCouponRequest(TypedDict):
    """品牌向用户预发放商品券的请求"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券 ID"""
    stock_id: str
    """批次 ID"""
    coupon_code: NotRequired[Annotated[str, Meta(max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]]
    """用户商品券 code，由数字、大小写字母、`_` 与 `-` 组成；批次的 `coupon_code_mode` 为
    `API_ASSIGN` 时必填，否则不填"""
    appid: str
    """用户 OpenID 所属的 AppID"""
    send_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """发券请求单号，重试时保持不变"""
    attach: NotRequired[Annotated[str, Meta(max_length=150)]]
    """自定义附加信息，在用户券与领券通知中原样返回"""


class PreSendUserProductCouponRequest(OnBehalfOfBrand, BrandPreSendUserProductCouponRequest):
    """服务商向用户预发放商品券的请求"""


class BrandSendUserProductCouponRequest(TypedDict):
    """品牌向用户发放商品券的请求"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券 ID"""
    stock_id: str
    """批次 ID"""
    coupon_code: NotRequired[Annotated[str, Meta(max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]]
    """用户商品券 code，由数字、大小写字母、`_` 与 `-` 组成；批次的 `coupon_code_mode` 为
    `API_ASSIGN` 时必填，否则不填"""
    appid: str
    """用户 OpenID 所属的 AppID"""
    send_request_no: Annotated[
        str, Meta(min_length=6, max_length=128, pattern="^[0-9A-Za-z_-]+\\Z")
    ]
    """发券请求单号，重试时保持不变；较早的文档页限 40 个字符"""
    attach: NotRequired[Annotated[str, Meta(max_length=150)]]
    """自定义附加信息，在用户券与领券通知中原样返回"""
    coupon_tag_info: NotRequired[CouponTagInfoForSend]
    """用户商品券标签信息"""


class CouponTagInfoForSend(TypedDict):
    """发放单券时的标签信息；该请求的文档中会员卡模板 ID 为选填"""

    coupon_tag_list: NotRequired[list[enums.UserProductCouponTag]]
    """用户商品券标签列表"""
    member_tag_info: NotRequired[MemberTagInfoForSend]
    """会员标签信息，`coupon_tag_list` 含 `MEMBER` 时填写"""


class MemberTagInfoForSend(TypedDict):
    """发放单券时的会员标签信息"""

    member_card_id: NotRequired[str]
    """会员卡模板 ID；其他文档页均为必填，建议填写"""


class SendUserProductCouponRequest(OnBehalfOfBrand, BrandSendUserProductCouponRequest):
    """服务商向用户发放商品券的请求"""


class BrandUserProductCouponActionRequest(TypedDict):
    """品牌确认发放或退还用户商品券；也是失效与核销请求的公共部分"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券 ID"""
    stock_id: str
    """批次 ID"""
    appid: str
    """用户 OpenID 所属的 AppID"""
    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """本次操作的请求单号，重试时保持不变"""


class UserProductCouponActionRequest(OnBehalfOfBrand, BrandUserProductCouponActionRequest):
    """服务商确认发放或退还用户商品券的请求（官方的 `ConfirmSendUserProductCouponRequest` 与
    `ReturnUserProductCouponRequest`）"""


class BrandUseUserProductCouponRequest(BrandUserProductCouponActionRequest):
    """品牌核销用户商品券的请求"""

    use_time: Time
    """核销时间"""
    associated_order_info: NotRequired[UserProductCouponAssociatedOrderInfo]
    """关联的微信支付订单，与 `associated_pay_score_order_info` 恰好填一项；部分文档页写必填"""
    associated_pay_score_order_info: NotRequired[UserProductCouponAssociatedPayScoreOrderInfo]
    """关联的微信支付分订单，与 `associated_order_info` 恰好填一项"""
    store_id: NotRequired[str]
    """核销门店 ID"""


class UserProductCouponAssociatedOrderInfo(TypedDict):
    """关联的微信支付订单"""

    transaction_id: NotRequired[str]
    """微信支付订单号"""
    out_trade_no: NotRequired[str]
    """商户订单号"""
    mchid: NotRequired[str]
    """商户号"""
    sub_mchid: NotRequired[str]
    """子商户号"""


class UserProductCouponAssociatedPayScoreOrderInfo(TypedDict):
    """关联的微信支付分订单"""

    order_id: NotRequired[str]
    """微信支付服务订单号"""
    out_order_no: NotRequired[str]
    """商户服务订单号"""
    mchid: NotRequired[str]
    """商户号"""
    sub_mchid: NotRequired[str]
    """子商户号"""


class UseUserProductCouponRequest(OnBehalfOfBrand, BrandUseUserProductCouponRequest):
    """服务商核销用户商品券的请求"""

    saved_amount: NotRequired[int]
    """优惠金额（单位：分）；仅见于服务商的文档页，官方示例代码与品牌接口没有此字段"""


class BrandDeactivateUserProductCouponRequest(BrandUserProductCouponActionRequest):
    """品牌使用户商品券失效的请求"""

    deactivate_reason: Annotated[str, Meta(max_length=150)]
    """失效原因"""


class DeactivateUserProductCouponRequest(OnBehalfOfBrand, BrandDeactivateUserProductCouponRequest):
    """服务商使用户商品券失效的请求"""


class SendUserProductCouponBundleBase(TypedDict):
    """发放与预发放批次组请求的公共部分"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券 ID"""
    stock_bundle_id: str
    """批次组 ID"""
    appid: str
    """用户 OpenID 所属的 AppID"""
    send_request_no: Annotated[
        str, Meta(min_length=6, max_length=128, pattern="^[0-9A-Za-z_-]+\\Z")
    ]
    """发券请求单号，重试时保持不变；较早的文档页限 40 个字符"""
    attach: NotRequired[Annotated[str, Meta(max_length=150)]]
    """自定义附加信息，在用户券与领券通知中原样返回"""


class PreSendUserProductCouponBundleRequest(OnBehalfOfBrand, SendUserProductCouponBundleBase):
    """服务商向用户预发放商品券批次组的请求"""


class BrandSendUserProductCouponBundleRequest(SendUserProductCouponBundleBase):
    """品牌向用户发放商品券批次组的请求"""

    coupon_tag_info: NotRequired[CouponTagInfo]
    """用户商品券标签信息"""


class CouponTagInfo(TypedDict):
    """用户商品券标签信息"""

    coupon_tag_list: NotRequired[list[enums.UserProductCouponTag]]
    """用户商品券标签列表"""
    member_tag_info: NotRequired[MemberTagInfo]
    """会员标签信息，`coupon_tag_list` 含 `MEMBER` 时填写"""


class MemberTagInfo(TypedDict):
    """会员标签信息"""

    member_card_id: str
    """会员卡模板 ID"""


class SendUserProductCouponBundleRequest(OnBehalfOfBrand, BrandSendUserProductCouponBundleRequest):
    """服务商向用户发放商品券批次组的请求"""


class BrandDeactivateUserProductCouponBundleRequest(TypedDict):
    """品牌使用户券组失效的请求"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    """商品券 ID"""
    stock_bundle_id: str
    """批次组 ID"""
    appid: str
    """用户 OpenID 所属的 AppID"""
    out_request_no: Annotated[str, Meta(min_length=6, max_length=40, pattern="^[0-9A-Za-z_-]+\\Z")]
    """失效请求单号，重试时保持不变"""
    deactivate_reason: Annotated[str, Meta(max_length=150)]
    """失效原因"""


class DeactivateUserProductCouponBundleRequest(
    OnBehalfOfBrand, BrandDeactivateUserProductCouponBundleRequest
):
    """服务商使用户券组失效的请求"""


class SetNotifyConfigRequest(TypedDict):
    """设置商品券事件通知地址的请求"""

    notify_url: Annotated[str, Meta(max_length=256)]
    """通知地址，须为 HTTPS 且不带查询参数"""


class CreateImageGenerationTaskRequest(TypedDict):
    """提交图片生成任务的请求"""

    brand_id: str
    """品牌 ID，须已授权给服务商"""
    task_id: str
    """图片生成任务 ID，由调用方生成"""
    image_generation_type: enums.ImageGenerationType
    """图片生成类型"""
    combine_image: NotRequired[CombineImage]
    """拼图数据，`image_generation_type` 为 `COMBINE_IMAGE` 时填写"""
    cut_out: NotRequired[CutOut]
    """抠图数据，`image_generation_type` 为 `CUT_OUT` 时填写"""


class CombineImage(TypedDict):
    """拼图数据，按券的优惠生成商品券图片"""

    scope: enums.ProductCouponScope
    """优惠范围"""
    type: enums.ProductCouponType
    """商品券类型"""
    usage_mode: enums.CombineImageUsageMode
    """使用模式"""
    normal_coupon: NotRequired[NormalCouponUsageRule]
    """满减券使用规则"""
    discount_coupon: NotRequired[DiscountCouponUsageRule]
    """折扣券使用规则"""
    exchange_coupon: NotRequired[ExchangeCouponUsageRule]
    """兑换券使用规则"""
    background_color: NotRequired[str]
    """背景颜色的 RGB 色值，如 #ff5733"""


class CutOut(TypedDict):
    """抠图数据，从商品图中抠出商品"""

    image_url: str
    """商品图地址"""


class StockUsageRule(TypedDict):
    """一个批次的使用规则；单券批次与批次组内的批次结构相同（官方的 `SingleUsageRule` 与
    `StockUsageRule`）"""

    coupon_available_period: CouponAvailablePeriod
    """券可核销时间"""
    normal_coupon: NotRequired[NormalCouponUsageRule]
    """满减券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `NORMAL` 时填写"""
    discount_coupon: NotRequired[DiscountCouponUsageRule]
    """折扣券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `DISCOUNT` 时填写"""
    exchange_coupon: NotRequired[ExchangeCouponUsageRule]
    """兑换券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `EXCHANGE` 时填写"""


class CouponsGetParameters(TypedDict):
    """查询商品券"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    brand_id: str


class CouponsUpdateParameters(TypedDict):
    """修改商品券"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]


class CouponsDeactivateParameters(TypedDict):
    """失效商品券"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]


class StocksListParameters(TypedDict):
    """查询商品券批次列表"""

    product_coupon_id: Annotated[str, Meta(max_length=40)]
    brand_id: str
    state: NotRequired[enums.StockState]
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
    brand_id: str


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
    brand_id: str
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
    brand_id: str
    product_coupon_id: NotRequired[Annotated[str, Meta(max_length=40)]]
    stock_id: NotRequired[str]
    appid: str
    coupon_state: NotRequired[enums.UserProductCouponState]
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
    brand_id: str
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


class UserCouponBundlesPreSendParameters(TypedDict):
    """向用户预发放商品券批次组"""

    openid: str


class UserCouponBundlesSendParameters(TypedDict):
    """向用户发放商品券批次组"""

    openid: str


class UserCouponBundlesDeactivateParameters(TypedDict):
    """失效用户商品券组"""

    openid: str
    user_coupon_bundle_id: Annotated[str, Meta(max_length=40)]


class ImageGenerationTasksGetParameters(TypedDict):
    """查询图片生成任务执行结果"""

    task_id: str
    brand_id: str
    image_generation_type: enums.ImageGenerationType
