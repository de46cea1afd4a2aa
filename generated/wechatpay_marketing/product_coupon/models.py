# From spec/ and templates/package/{product}/models.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：应答与回调中的对象。"""

from __future__ import annotations

from .._runtime.answer import Answer
from .._runtime.types import Moment
from ..common import enums as common_enums
from . import enums


class ProductCouponBase(Answer, kw_only=True):
    """商品券应答的公共部分"""

    product_coupon_id: str
    """商品券 ID，由微信支付生成"""
    state: enums.ProductCouponState | str
    """商品券状态"""
    scope: enums.ProductCouponScope | str
    """优惠范围"""
    type: enums.ProductCouponType | str
    """商品券类型"""
    usage_mode: enums.UsageMode | str
    """使用模式"""
    single_usage_info: SingleUsageInfo | None = None
    """单券模式信息"""
    sequential_usage_info: SequentialUsageInfo | None = None
    """旧版多次优惠模式信息"""
    progressive_bundle_usage_info: ProgressiveBundleUsageInfo | None = None
    """多次优惠模式信息"""
    display_info: ProductCouponDisplayInfo
    """展示信息"""
    out_product_no: str | None = None
    """外部商品 ID"""


class SingleUsageInfo(Answer, kw_only=True):
    """全场券（`scope` 为 `ALL`）单券模式的优惠；指定商品的优惠写在批次的 `single_usage_rule` 中"""

    normal_coupon: NormalCouponUsageRule | None = None
    """满减券使用规则，`type` 为 `NORMAL` 时填写"""
    discount_coupon: DiscountCouponUsageRule | None = None
    """折扣券使用规则，`type` 为 `DISCOUNT` 时填写"""


class NormalCouponUsageRule(Answer, kw_only=True):
    """满减券使用规则"""

    threshold: int
    """门槛金额（单位：分），0 表示无门槛"""
    discount_amount: int
    """固定减免金额（单位：分）"""


class DiscountCouponUsageRule(Answer, kw_only=True):
    """折扣券使用规则"""

    threshold: int
    """门槛金额（单位：分），0 表示无门槛"""
    percent_off: int
    """减免的百分比，如 30 表示减免 30%，即七折"""


class SequentialUsageInfo(Answer, kw_only=True):
    """旧版多次优惠（`SEQUENTIAL`）的模式信息，已由 `ProgressiveBundleUsageInfo` 取代"""

    type: enums.SequentialUsageType | str
    """多次优惠规则类型"""
    count: int
    """可使用次数"""
    available_days: int
    """多次优惠有效天数"""
    interval_days: int | None = None
    """多次优惠使用间隔天数"""


class ProgressiveBundleUsageInfo(Answer, kw_only=True):
    """多次优惠模式信息"""

    count: int
    """可使用次数，即批次组内的批次数"""
    interval_days: int | None = None
    """两次使用之间至少间隔的天数"""


class ProductCouponDisplayInfo(Answer, kw_only=True):
    """商品券展示信息"""

    name: str
    """商品券名称；旧示例的注释写 12 个字以内"""
    image_url: str
    """商品券图片，须为图片上传接口返回的地址；比例 1:1，建议 1080×1080，不超过 2 MB"""
    background_url: str
    """商品券背景图，须为图片上传接口返回的地址；比例 65:77，建议 1170×1326，不超过 2 MB"""
    detail_image_url_list: list[str] | None = None
    """商品券详情图列表；旧示例的注释写 6 张"""
    original_price: int | None = None
    """商品原价（单位：分）；`scope` 为 `SINGLE` 时与 `combo_package_list` 至少填一项，官方字段表
    则要求两项都填"""
    combo_package_list: list[ComboPackage] | None = None
    """套餐组合；`scope` 为 `SINGLE` 时与 `original_price` 至少填一项"""


class ComboPackage(Answer, kw_only=True):
    """套餐"""

    name: str
    """套餐名，如“咖啡 2 选 1”"""
    pick_count: int
    """可选单品数量"""
    choice_list: list[ComboPackageChoice]
    """供选择的单品列表"""


class ComboPackageChoice(Answer, kw_only=True):
    """套餐中的单品"""

    name: str
    """单品名称"""
    price: int
    """单品价格（单位：分）"""
    count: int
    """单品数量"""
    image_url: str | None = None
    """单品图片地址"""
    mini_program_appid: str | None = None
    """点击单品跳转的小程序 AppID，与 `mini_program_path` 一起填写或都不填"""
    mini_program_path: str | None = None
    """点击单品跳转的小程序路径，与 `mini_program_appid` 一起填写或都不填"""


class CreateProductCouponResponse(ProductCouponBase, kw_only=True):
    """新建的商品券，连同首个批次或批次组"""

    brand_id: str
    """品牌 ID"""
    stock: SingleStockEntity | None = None
    """批次信息，`usage_mode` 为 `SINGLE` 时返回"""
    stock_bundle: CreatedStockBundleEntity | None = None
    """批次组信息，`usage_mode` 为 `PROGRESSIVE_BUNDLE` 时返回"""


class StockBase(Answer, kw_only=True):
    """批次应答的公共部分"""

    product_coupon_id: str
    """商品券 ID"""
    stock_id: str
    """批次 ID，由微信支付生成"""
    remark: str | None = None
    """备注"""
    coupon_code_count_info: CouponCodeCountInfo | None = None
    """预上传的券 code 数量，`coupon_code_mode` 为 `UPLOAD` 时返回"""
    stock_send_rule: StockSendRule
    """发放规则"""
    coupon_display_info: CouponDisplayInfo
    """用户商品券展示信息"""
    notify_config: ProductCouponNotifyConfig
    """事件通知配置"""
    store_scope: enums.StockStoreScope | str
    """可用门店范围"""
    sent_count_info: StockSentCountInfo
    """已发放次数"""
    state: enums.StockState | str
    """批次状态"""
    deactivate_request_no: str | None = None
    """失效请求单号，失效后返回"""
    deactivate_time: Moment | None = None
    """失效时间，失效后返回"""
    deactivate_reason: str | None = None
    """失效原因，失效后返回"""


class CouponCodeCountInfo(Answer, kw_only=True):
    """预上传的券 code 数量"""

    total_count: int
    """已上传的券 code 总数"""
    available_count: int
    """当前可用的券 code 数"""


class StockSendRule(Answer, kw_only=True):
    """发放规则"""

    max_count: int
    """发放次数总上限"""
    max_count_per_day: int | None = None
    """每日发放次数上限"""
    max_count_per_user: int | None = None
    """每个用户的领取次数上限，部分文档页写选填"""


class CouponDisplayInfo(Answer, kw_only=True):
    """用户商品券展示信息；修改批次时各项均可不填，应答中各项都可能没有"""

    code_display_mode: enums.CouponCodeDisplayMode | str | None = None
    """用户商品券 code 展示模式"""
    background_color: common_enums.CouponBackgroundColor | str | None = None
    """背景颜色"""
    entrance_mini_program: EntranceMiniProgram | None = None
    """小程序入口"""
    entrance_official_account: EntranceOfficialAccount | None = None
    """公众号入口"""
    entrance_finder: EntranceFinder | None = None
    """视频号入口"""


class EntranceMiniProgram(Answer, kw_only=True):
    """小程序入口"""

    appid: str
    """小程序 AppID"""
    path: str
    """小程序跳转路径"""
    entrance_wording: str
    """入口文案"""
    guidance_wording: str
    """引导文案；官方示例的注释写选填，字段表写必填"""


class EntranceOfficialAccount(Answer, kw_only=True):
    """公众号入口"""

    appid: str
    """公众号 AppID"""


class EntranceFinder(Answer, kw_only=True):
    """视频号入口"""

    finder_id: str
    """视频号 ID"""
    finder_video_id: str
    """视频号视频 ID"""
    finder_video_cover_image_url: str
    """视频封面图地址"""


class ProductCouponNotifyConfig(Answer, kw_only=True):
    """批次的事件通知配置"""

    notify_appid: str | None = None
    """事件通知使用的 AppID，通知中的 OpenID 属于该 AppID"""


class StockSentCountInfo(Answer, kw_only=True):
    """已发放次数"""

    total_count: int
    """已发放总次数"""
    today_count: int
    """当天已发放次数"""


class SingleStockEntity(StockBase, kw_only=True):
    """单券批次"""

    coupon_code_mode: enums.CouponCodeMode | str
    """券 code 分配模式"""
    single_usage_rule: StockUsageRule | None = None
    """单券使用规则"""
    sequential_usage_rule: SequentialUsageRule | None = None
    """旧版多次优惠使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfoWithAppJump
    """券使用规则展示信息"""
    brand_id: str
    """品牌 ID"""


class StockUsageRule(Answer, kw_only=True):
    """一个批次的使用规则；单券批次与批次组内的批次结构相同（官方的 `SingleUsageRule` 与
    `StockUsageRule`）"""

    coupon_available_period: CouponAvailablePeriod
    """券可核销时间"""
    normal_coupon: NormalCouponUsageRule | None = None
    """满减券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `NORMAL` 时填写"""
    discount_coupon: DiscountCouponUsageRule | None = None
    """折扣券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `DISCOUNT` 时填写"""
    exchange_coupon: ExchangeCouponUsageRule | None = None
    """兑换券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `EXCHANGE` 时填写"""


class CouponAvailablePeriod(Answer, kw_only=True):
    """券可核销时间：先由起止时间限定，再用下列方式之一进一步限定：
    领取后若干天（可叠加每周固定时段），或至多两段不规律的时段。"""

    available_begin_time: Moment
    """可核销的开始时间"""
    available_end_time: Moment
    """可核销的结束时间"""
    available_days: int | None = None
    """生效后几天内有效；不能与 `irregular_available_period_list` 同时填写"""
    wait_days_after_receive: int | None = None
    """领取后等待几天才生效；须与 `available_days` 一起填写"""
    weekly_available_period: FixedWeekPeriod | None = None
    """每周固定的可用时段；不能与 `irregular_available_period_list` 同时填写"""
    irregular_available_period_list: list[TimePeriod] | None = None
    """不规律的可用时段；不能与 `available_days`、`wait_days_after_receive`、
    `weekly_available_period` 同时填写"""


class FixedWeekPeriod(Answer, kw_only=True):
    """每周固定的可用时段"""

    day_list: list[enums.WeekEnum | str] | None = None
    """每周可用的星期"""
    day_period_list: list[PeriodOfTheDay] | None = None
    """可用日内的可用时段"""


class PeriodOfTheDay(Answer, kw_only=True):
    """一天中的时段，以距零点的秒数表示"""

    begin_time: int
    """开始时间，距零点的秒数"""
    end_time: int
    """结束时间，距零点的秒数"""


class TimePeriod(Answer, kw_only=True):
    """一段起止时间"""

    begin_time: Moment
    """开始时间"""
    end_time: Moment
    """结束时间"""


class ExchangeCouponUsageRule(Answer, kw_only=True):
    """兑换券使用规则"""

    threshold: int
    """门槛金额（单位：分），0 表示无门槛"""
    exchange_price: int
    """固定兑换价格（单位：分）"""


class SequentialUsageRule(Answer, kw_only=True):
    """旧版多次优惠（`SEQUENTIAL`）的使用规则，已由批次组取代"""

    coupon_available_period: SequentialCouponAvailablePeriod
    """券可核销时间"""
    normal_coupon_list: list[NormalCouponUsageRule] | None = None
    """满减券使用规则列表"""
    discount_coupon_list: list[DiscountCouponUsageRule] | None = None
    """折扣券使用规则列表"""
    exchange_coupon_list: list[ExchangeCouponUsageRule] | None = None
    """兑换券使用规则列表"""
    special_first: bool | None = None
    """是否提供首笔特惠"""


class SequentialCouponAvailablePeriod(Answer, kw_only=True):
    """旧版多次优惠的可核销时间，没有 `available_days`（旧版在 `SequentialUsageInfo` 中）"""

    available_begin_time: Moment
    """可核销的开始时间"""
    available_end_time: Moment
    """可核销的结束时间"""
    wait_days_after_receive: int | None = None
    """领取后等待几天才生效"""
    weekly_available_period: FixedWeekPeriod | None = None
    """每周固定的可用时段"""
    irregular_available_period_list: list[TimePeriod] | None = None
    """不规律的可用时段"""
    available_seconds: int | None = None
    """领取后几秒内有效；仅见于部分应答的文档页"""


class UsageRuleDisplayInfo(Answer, kw_only=True):
    """券使用规则展示信息"""

    coupon_usage_method_list: list[enums.CouponUsageMethod | str]
    """券使用方式列表"""
    mini_program_appid: str | None = None
    """核销小程序的 AppID，使用方式含 `MINI_PROGRAM` 时必填"""
    mini_program_path: str | None = None
    """核销小程序的跳转路径，使用方式含 `MINI_PROGRAM` 时必填"""
    app_path: str | None = None
    """跳转 APP 的 H5 路径，使用方式含 `APP` 时必填"""
    usage_description: str
    """券使用说明"""
    coupon_available_store_info: CouponAvailableStoreInfo | None = None
    """券可用门店信息"""


class CouponAvailableStoreInfo(Answer, kw_only=True):
    """券可用门店的展示信息"""

    description: str
    """可用门店的文字描述"""
    mini_program_appid: str | None = None
    """查看门店列表的小程序 AppID"""
    mini_program_path: str | None = None
    """查看门店列表的小程序路径"""


class UsageRuleDisplayInfoWithAppJump(UsageRuleDisplayInfo, kw_only=True):
    """券使用规则展示信息，另有 APP 跳转方式；这两项仅见于服务商的部分文档页，官方示例代码与品牌
    的文档页都没有"""

    app_jump_type: enums.AppJumpType | str | None = None
    """APP 跳转类型"""
    passcode_link: str | None = None
    """口令链接"""


class CreatedStockBundleEntity(Answer, kw_only=True):
    """创建商品券时的批次组；该应答的文档中，批次没有 APP 跳转方式"""

    stock_bundle_id: str
    """批次组 ID，由微信支付生成"""
    stock_list: list[CreatedStockEntityInBundle]
    """组内的批次，按使用次序排列"""


class CreatedStockEntityInBundle(StockBase, kw_only=True):
    """创建商品券时批次组内的批次；该应答的文档没有 APP 跳转方式"""

    coupon_code_mode: enums.BundleCouponCodeMode | str
    """券 code 分配模式"""
    progressive_bundle_usage_rule: StockUsageRule | None = None
    """本次序的使用规则"""
    stock_bundle_info: StockBundleInfo
    """所属批次组"""
    usage_rule_display_info: UsageRuleDisplayInfo
    """券使用规则展示信息"""
    brand_id: str
    """品牌 ID"""


class StockBundleInfo(Answer, kw_only=True):
    """批次在批次组内的位置"""

    stock_bundle_id: str
    """批次组 ID"""
    stock_bundle_index: int
    """批次在批次组内的次序，从 0 开始"""


class ProductCouponEntity(ProductCouponBase, kw_only=True):
    """商品券"""

    brand_id: str
    """品牌 ID"""
    deactivate_request_no: str | None = None
    """失效请求单号，失效后返回"""
    deactivate_time: Moment | None = None
    """失效时间，失效后返回"""
    deactivate_reason: str | None = None
    """失效原因，失效后返回"""


class ListStocksResponse(Answer, kw_only=True):
    """批次列表（一页）"""

    total_count: int | None = None
    """批次总数，只在第一页（请求没有 `page_token`）返回"""
    next_page_token: str | None = None
    """下一页的分页 token，没有下一页时不返回"""
    stock_list: list[StockEntity] | None = None
    """本页的批次列表"""


class StockEntity(SingleStockEntity, kw_only=True):
    """批次：单券批次，或批次组内的批次"""

    progressive_bundle_usage_rule: StockUsageRule | None = None
    """多次优惠使用规则，批次组内的批次返回"""
    stock_bundle_info: StockBundleInfo | None = None
    """所属批次组，批次组内的批次返回"""


class CreatedStockEntity(StockBase, kw_only=True):
    """刚添加的单券批次；该应答的文档没有 APP 跳转方式"""

    coupon_code_mode: enums.CouponCodeMode | str
    """券 code 分配模式"""
    single_usage_rule: StockUsageRule | None = None
    """单券使用规则"""
    sequential_usage_rule: SequentialUsageRule | None = None
    """旧版多次优惠使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfo
    """券使用规则展示信息"""
    brand_id: str
    """品牌 ID"""


class UploadCouponCodesResponse(Answer, kw_only=True):
    """服务商预上传券 code 的结果，可能部分成功"""

    total_count: int
    """去重后的券 code 总数"""
    success_code_list: list[str] | None = None
    """上传成功的券 code"""
    failed_code_list: list[FailedCouponCodeInfo] | None = None
    """上传失败的券 code，附失败原因；旧文档页写为字符串列表"""
    already_exist_code_list: list[str] | None = None
    """此前已上传过的券 code"""
    duplicate_code_list: list[str] | None = None
    """本次请求中重复的券 code"""


class FailedCouponCodeInfo(Answer, kw_only=True):
    """上传失败的券 code"""

    coupon_code: str | None = None
    """券 code"""
    code: str | None = None
    """失败错误码"""
    message: str | None = None
    """失败原因"""


class StoreAssociationResponse(Answer, kw_only=True):
    """服务商关联、取消关联门店的结果，可能部分成功；即官方的 `AssociateStoresResponse` 与
    `DisassociateStoresResponse`"""

    total_count: int
    """去重后的门店总数"""
    success_store_list: list[StoreInfo] | None = None
    """处理成功的门店列表"""
    failed_store_list: list[FailedStoreInfo] | None = None
    """处理失败的门店列表，附失败原因"""


class StoreInfo(Answer, kw_only=True):
    """门店"""

    store_id: str
    """门店 ID"""


class FailedStoreInfo(Answer, kw_only=True):
    """处理失败的门店"""

    store_id: str
    """门店 ID"""
    code: str
    """失败错误码"""
    message: str
    """失败原因"""


class ListAssociatedStoresResponse(Answer, kw_only=True):
    """批次关联的门店（一页）"""

    total_count: int | None = None
    """门店总数，只在第一页（请求没有 `page_token`）返回"""
    next_page_token: str | None = None
    """下一页的分页 token，没有下一页时不返回"""
    store_list: list[StoreInfo] | None = None
    """本页的门店列表"""


class StockBundleEntity(Answer, kw_only=True):
    """批次组"""

    stock_bundle_id: str
    """批次组 ID，由微信支付生成"""
    stock_list: list[StockEntityInBundle]
    """组内的批次，按使用次序排列"""


class StockEntityInBundle(Answer, kw_only=True):
    """批次组内的批次"""

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
    store_scope: enums.StockStoreScope | str
    """可用门店范围"""
    sent_count_info: StockSentCountInfo
    """已发放次数"""
    state: enums.StockState | str
    """批次状态"""
    deactivate_request_no: str | None = None
    """失效请求单号，失效后返回"""
    deactivate_time: Moment | None = None
    """失效时间，失效后返回"""
    deactivate_reason: str | None = None
    """失效原因，失效后返回"""
    coupon_code_mode: enums.BundleCouponCodeMode | str
    """券 code 分配模式"""
    progressive_bundle_usage_rule: StockUsageRule | None = None
    """本次序的使用规则"""
    stock_bundle_info: StockBundleInfo
    """所属批次组"""
    usage_rule_display_info: UsageRuleDisplayInfoWithAppJump
    """券使用规则展示信息"""
    brand_id: str
    """品牌 ID"""


class StockSendRuleWithUserLimit(Answer, kw_only=True):
    """必有每个用户领取次数上限的发放规则：创建批次与批次组的请求（官方的
    `StockSendRuleForBundle`），服务商批次组与用户券组的应答"""

    max_count: int
    """发放次数总上限"""
    max_count_per_day: int | None = None
    """每日发放次数上限"""
    max_count_per_user: int
    """每个用户的领取次数上限，部分文档页写选填"""


class PreSendUserProductCouponResponse(Answer, kw_only=True):
    """预发放结果；单券与批次组相同"""

    token: str
    """预发券凭据，交给领券组件，由用户领取"""


class ListUserProductCouponsResponse(Answer, kw_only=True):
    """用户商品券列表（一页）"""

    total_count: int | None = None
    """用户商品券总数，只在第一页（请求没有 `page_token`）返回"""
    next_page_token: str | None = None
    """下一页的分页 token，没有下一页时不返回"""
    user_coupon_list: list[ListedUserProductCouponEntity] | None = None
    """本页的用户商品券列表"""


class UserProductCouponBase(Answer, kw_only=True):
    """用户商品券应答的公共部分"""

    coupon_code: str
    """用户商品券 code"""
    coupon_state: enums.UserProductCouponState | str
    """用户商品券状态"""
    valid_begin_time: Moment
    """有效期开始时间"""
    valid_end_time: Moment
    """有效期结束时间"""
    receive_time: Moment
    """领券时间"""
    send_request_no: str
    """发券请求单号"""
    send_channel: enums.UserProductCouponSendChannel | str
    """发券渠道"""
    confirm_request_no: str | None = None
    """确认发放请求单号，确认后返回"""
    confirm_time: Moment | None = None
    """确认发放时间，确认后返回"""
    deactivate_request_no: str | None = None
    """失效请求单号，失效后返回"""
    deactivate_time: Moment | None = None
    """失效时间，失效后返回"""
    deactivate_reason: str | None = None
    """失效原因，失效后返回"""
    attach: str | None = None
    """发券时的自定义附加信息"""
    channel_custom_info: str | None = None
    """渠道自定义信息"""
    coupon_tag_info: CouponTagInfo | None = None
    """用户商品券标签信息"""


class CouponTagInfo(Answer, kw_only=True):
    """用户商品券标签信息"""

    coupon_tag_list: list[enums.UserProductCouponTag | str] | None = None
    """用户商品券标签列表"""
    member_tag_info: MemberTagInfo | None = None
    """会员标签信息，`coupon_tag_list` 含 `MEMBER` 时填写"""


class MemberTagInfo(Answer, kw_only=True):
    """会员标签信息"""

    member_card_id: str
    """会员卡模板 ID"""


class ListedUserProductCouponEntity(UserProductCouponBase, kw_only=True):
    """列表中的用户商品券，批次的可核销时间可精确到秒"""

    brand_id: str
    """品牌 ID"""
    single_usage_detail: CouponUsageDetail | None = None
    """单券使用详情，核销后返回"""
    sequential_usage_detail: SequentialUsageDetail | None = None
    """旧版多次优惠使用详情"""
    progressive_bundle_usage_detail: CouponUsageDetail | None = None
    """多次优惠中这一张的使用详情，核销后返回"""
    user_product_coupon_bundle_info: UserProductCouponBundleInfo | None = None
    """所属用户券组，多次优惠时返回"""
    product_coupon: ProductCouponEntity
    """商品券信息"""
    stock: StockEntityWithSeconds
    """批次信息"""


class CouponUsageDetailInBundle(Answer, kw_only=True):
    """用户券组内一张券的使用详情；该应答的文档没有微信支付分订单"""

    use_request_no: str | None = None
    """核销请求单号"""
    use_time: Moment | None = None
    """核销时间"""
    associated_order_info: UserProductCouponAssociatedOrderInfo | None = None
    """核销关联的微信支付订单"""
    return_request_no: str | None = None
    """退券请求单号，退券后返回"""
    return_time: Moment | None = None
    """退券时间，退券后返回"""


class UserProductCouponAssociatedOrderInfo(Answer, kw_only=True):
    """关联的微信支付订单"""

    transaction_id: str | None = None
    """微信支付订单号"""
    out_trade_no: str | None = None
    """商户订单号"""
    mchid: str | None = None
    """商户号"""
    sub_mchid: str | None = None
    """子商户号"""


class CouponUsageDetail(CouponUsageDetailInBundle, kw_only=True):
    """一张券的使用详情"""

    associated_pay_score_order_info: UserProductCouponAssociatedPayScoreOrderInfo | None = None
    """核销关联的微信支付分订单"""


class UserProductCouponAssociatedPayScoreOrderInfo(Answer, kw_only=True):
    """关联的微信支付分订单"""

    order_id: str | None = None
    """微信支付服务订单号"""
    out_order_no: str | None = None
    """商户服务订单号"""
    mchid: str | None = None
    """商户号"""
    sub_mchid: str | None = None
    """子商户号"""


class SequentialUsageDetail(Answer, kw_only=True):
    """旧版多次优惠（`SEQUENTIAL`）的使用详情，已由用户券组取代"""

    total_count: int | None = None
    """总可使用次数"""
    used_count: int | None = None
    """已使用次数"""
    detail_item_list: list[SequentialUsageDetailItem] | None = None
    """每一次的使用详情"""


class SequentialUsageDetailItem(Answer, kw_only=True):
    """旧版多次优惠中一次的使用详情"""

    detail_state: enums.SequentialUsageDetailState | str | None = None
    """这一次的状态"""
    valid_begin_time: Moment | None = None
    """有效期开始时间"""
    valid_end_time: Moment | None = None
    """有效期结束时间"""
    use_request_no: str | None = None
    """核销请求单号"""
    use_time: Moment | None = None
    """核销时间"""
    associated_order_info: UserProductCouponAssociatedOrderInfo | None = None
    """核销关联的微信支付订单"""
    return_request_no: str | None = None
    """退券请求单号"""
    return_time: Moment | None = None
    """退券时间"""
    delete_time: Moment | None = None
    """删除时间"""


class UserProductCouponBundleInfo(Answer, kw_only=True):
    """一张券所属的用户券组"""

    user_coupon_bundle_id: str
    """用户券组 ID"""
    user_coupon_bundle_index: int
    """券在用户券组内的次序，从 0 开始"""
    total_count: int
    """总可使用次数"""
    used_count: int
    """已使用次数"""


class SingleStockEntityWithSeconds(StockBase, kw_only=True):
    """单券批次，可核销时间可精确到领取后的秒数（发券应答如此）"""

    coupon_code_mode: enums.CouponCodeMode | str
    """券 code 分配模式"""
    single_usage_rule: StockUsageRuleWithSeconds | None = None
    """单券使用规则"""
    sequential_usage_rule: SequentialUsageRule | None = None
    """旧版多次优惠使用规则"""
    usage_rule_display_info: UsageRuleDisplayInfoWithAppJump
    """券使用规则展示信息"""
    brand_id: str
    """品牌 ID"""


class StockUsageRuleWithSeconds(Answer, kw_only=True):
    """使用规则，可核销时间可精确到领取后的秒数；只有服务商的部分接口文档如此，品牌接口没有"""

    coupon_available_period: CouponAvailablePeriodWithSeconds
    """券可核销时间"""
    normal_coupon: NormalCouponUsageRule | None = None
    """满减券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `NORMAL` 时填写"""
    discount_coupon: DiscountCouponUsageRule | None = None
    """折扣券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `DISCOUNT` 时填写"""
    exchange_coupon: ExchangeCouponUsageRule | None = None
    """兑换券使用规则，`scope` 为 `SINGLE` 且 `type` 为 `EXCHANGE` 时填写"""


class CouponAvailablePeriodWithSeconds(CouponAvailablePeriod, kw_only=True):
    """券可核销时间，另可指定领取后若干秒内有效"""

    available_seconds: int | None = None
    """领取后几秒内有效；仅见于文档页，官方示例代码没有此字段"""


class StockEntityWithSeconds(SingleStockEntityWithSeconds, kw_only=True):
    """批次，可核销时间可精确到领取后的秒数（用户券列表如此）"""

    progressive_bundle_usage_rule: StockUsageRule | None = None
    """多次优惠使用规则，批次组内的批次返回"""
    stock_bundle_info: StockBundleInfo | None = None
    """所属批次组，批次组内的批次返回"""


class SentUserProductCouponEntity(UserProductCouponBase, kw_only=True):
    """刚发放的单券（发券应答），批次的可核销时间可精确到秒"""

    brand_id: str
    """品牌 ID"""
    single_usage_detail: CouponUsageDetail | None = None
    """单券使用详情，核销后返回"""
    sequential_usage_detail: SequentialUsageDetail | None = None
    """旧版多次优惠使用详情"""
    product_coupon: ProductCouponEntity
    """商品券信息"""
    stock: SingleStockEntityWithSeconds
    """批次信息"""


class UserProductCouponEntity(UserProductCouponBase, kw_only=True):
    """用户商品券：单券，或多次优惠的一张（查询、核销、退券应答）"""

    brand_id: str
    """品牌 ID"""
    single_usage_detail: CouponUsageDetail | None = None
    """单券使用详情，核销后返回"""
    sequential_usage_detail: SequentialUsageDetail | None = None
    """旧版多次优惠使用详情"""
    progressive_bundle_usage_detail: CouponUsageDetail | None = None
    """多次优惠中这一张的使用详情，核销后返回"""
    user_product_coupon_bundle_info: UserProductCouponBundleInfo | None = None
    """所属用户券组，多次优惠时返回"""
    product_coupon: ProductCouponEntity
    """商品券信息"""
    stock: StockEntity
    """批次信息"""


class ConfirmedUserProductCouponEntity(UserProductCouponBase, kw_only=True):
    """已确认发放的用户商品券，单券的使用详情另有优惠金额"""

    brand_id: str
    """品牌 ID"""
    single_usage_detail: CouponUsageDetailWithSavedAmount | None = None
    """单券使用详情，核销后返回"""
    sequential_usage_detail: SequentialUsageDetail | None = None
    """旧版多次优惠使用详情"""
    progressive_bundle_usage_detail: CouponUsageDetail | None = None
    """多次优惠中这一张的使用详情，核销后返回"""
    user_product_coupon_bundle_info: UserProductCouponBundleInfo | None = None
    """所属用户券组，多次优惠时返回"""
    product_coupon: ProductCouponEntity
    """商品券信息"""
    stock: StockEntity
    """批次信息"""


class CouponUsageDetailWithSavedAmount(CouponUsageDetail, kw_only=True):
    """一张券的使用详情，另有优惠金额；只有服务商确认发放应答的文档如此，品牌接口没有"""

    saved_amount: int | None = None
    """优惠金额（单位：分）；仅见于文档页，官方示例代码没有此字段"""


class SingleUserProductCouponEntity(UserProductCouponBase, kw_only=True):
    """用户领到的单券（失效应答）"""

    brand_id: str
    """品牌 ID"""
    single_usage_detail: CouponUsageDetail | None = None
    """单券使用详情，核销后返回"""
    sequential_usage_detail: SequentialUsageDetail | None = None
    """旧版多次优惠使用详情"""
    product_coupon: ProductCouponEntity
    """商品券信息"""
    stock: SingleStockEntity
    """批次信息"""


class UserProductCouponBundleEntity(Answer, kw_only=True):
    """用户券组"""

    user_coupon_bundle_id: str
    """用户券组 ID，由微信支付生成"""
    user_product_coupon_list: list[UserProductCouponEntityInBundle]
    """组内的用户商品券，按使用次序排列"""


class UserProductCouponEntityInBundle(UserProductCouponBase, kw_only=True):
    """用户券组内的一张商品券"""

    brand_id: str
    """品牌 ID"""
    progressive_bundle_usage_detail: CouponUsageDetailInBundle | None = None
    """这一张的使用详情，核销后返回"""
    user_product_coupon_bundle_info: UserProductCouponBundleInfo
    """所属用户券组"""
    product_coupon: ProductCouponEntity
    """商品券信息"""
    stock: StockEntityInUserBundle
    """批次信息"""


class StockEntityInUserBundle(Answer, kw_only=True):
    """用户券组内的批次"""

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
    store_scope: enums.StockStoreScope | str
    """可用门店范围"""
    sent_count_info: StockSentCountInfo
    """已发放次数"""
    state: enums.StockState | str
    """批次状态"""
    deactivate_request_no: str | None = None
    """失效请求单号，失效后返回"""
    deactivate_time: Moment | None = None
    """失效时间，失效后返回"""
    deactivate_reason: str | None = None
    """失效原因，失效后返回"""
    coupon_code_mode: enums.BundleCouponCodeMode | str
    """券 code 分配模式"""
    progressive_bundle_usage_rule: StockUsageRule | None = None
    """本次序的使用规则"""
    stock_bundle_info: StockBundleInfo | None = None
    """所属批次组"""
    usage_rule_display_info: UsageRuleDisplayInfoWithAppJump
    """券使用规则展示信息"""
    brand_id: str
    """品牌 ID"""


class ProductCouponNotifyUrl(Answer, kw_only=True):
    """当前的商品券事件通知地址；即官方的 `GetNotifyConfigResponse` 与 `SetNotifyConfigResponse`"""

    notify_url: str
    """通知地址"""
    update_time: Moment
    """最近一次修改时间"""


class UploadImageResponse(Answer, kw_only=True):
    """商品券图片的上传结果"""

    image_url: str
    """图片地址，用于商品券的各个图片字段；旧文档页写作 `media_url`"""


class CreateImageGenerationTaskResponse(Answer, kw_only=True):
    """已受理的图片生成任务"""

    task_id: str
    """图片生成任务 ID"""
    brand_id: str
    """品牌 ID"""


class ImageGenerationTask(Answer, kw_only=True):
    """图片生成任务及其结果；查询应答与事件通知相同"""

    brand_id: str
    """品牌 ID"""
    task_id: str
    """图片生成任务 ID"""
    image_generation_type: enums.ImageGenerationType | str
    """图片生成类型"""
    task_state: enums.ImageTaskState | str
    """任务状态"""
    combine_image_result: GeneratedImage | None = None
    """拼图结果，拼图任务成功后返回"""
    cut_out_result: GeneratedImage | None = None
    """抠图结果，抠图任务成功后返回"""


class GeneratedImage(Answer, kw_only=True):
    """生成的图片"""

    image_url: str
    """图片地址"""


class BrandUploadCouponCodesResponse(Answer, kw_only=True):
    """品牌预上传券 code 的结果，可能部分成功；总数在官方示例代码中可能没有"""

    total_count: int | None = None
    """去重后的券 code 总数"""
    success_code_list: list[str] | None = None
    """上传成功的券 code"""
    failed_code_list: list[FailedCouponCodeInfo] | None = None
    """上传失败的券 code，附失败原因；旧文档页写为字符串列表"""
    already_exist_code_list: list[str] | None = None
    """此前已上传过的券 code"""
    duplicate_code_list: list[str] | None = None
    """本次请求中重复的券 code"""


class BrandStoreAssociationResponse(Answer, kw_only=True):
    """品牌关联、取消关联门店的结果，可能部分成功；总数在官方示例代码中可能没有"""

    total_count: int | None = None
    """去重后的门店总数"""
    success_store_list: list[StoreInfo] | None = None
    """处理成功的门店列表"""
    failed_store_list: list[FailedStoreInfo] | None = None
    """处理失败的门店列表，附失败原因"""


class BrandProductCouponSendEvent(Answer, kw_only=True):
    """用户领到品牌的商品券"""

    coupon_code: str
    """用户商品券 code"""
    product_coupon_id: str
    """商品券 ID"""
    stock_id: str
    """批次 ID"""
    stock_bundle_id: str | None = None
    """批次组 ID，多次优惠时返回"""
    user_coupon_bundle_id: str | None = None
    """用户券组 ID，多次优惠时返回"""
    appid: str
    """批次的事件通知 AppID"""
    openid: str
    """用户在 `appid` 下的 OpenID"""
    unionid: str
    """用户的 UnionID"""
    receive_time: Moment
    """领券时间"""
    send_request_no: str
    """发券请求单号"""
    send_channel: enums.ProductCouponSendEventChannel | str
    """发券渠道"""
    valid_begin_time: Moment
    """有效期开始时间"""
    valid_end_time: Moment
    """有效期结束时间"""
    phone_number: str | None = None
    """领券手机号，仅用户在领券组件中授权手机号时返回"""
    country_code: str | None = None
    """领券手机号的区号，仅用户在领券组件中授权手机号时返回"""
    attach: str | None = None
    """发券时的自定义附加信息"""
    channel_custom_info: str | None = None
    """渠道自定义信息"""


class ProductCouponSendEvent(BrandProductCouponSendEvent, kw_only=True):
    """用户领到服务商所服务品牌的商品券"""

    brand_id: str
    """品牌 ID，所服务的品牌共用一个通知地址，据此区分"""
