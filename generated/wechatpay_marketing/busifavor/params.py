# From spec/ and templates/package/{product}/params.py.jinja by `make generate`; do not edit.
"""商家券：请求中的对象，以及各调用的路径与查询参数。"""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from msgspec import Meta

from .._runtime.types import Time
from ..common import enums as common_enums
from . import enums


class CreateBusiFavorStockRequest(TypedDict):
    """创建商家券批次的请求"""

    stock_name: Annotated[str, Meta(min_length=1, max_length=21)]
    """批次名称"""
    belong_merchant: Annotated[str, Meta(min_length=8, max_length=15)]
    """批次归属的商户号：直连模式为直连商户号，服务商与间连模式为子商户号"""
    comment: NotRequired[Annotated[str, Meta(min_length=1, max_length=20)]]
    """批次备注，仅创建方可见"""
    goods_name: Annotated[str, Meta(min_length=1, max_length=15)]
    """适用商品范围，展示在微信卡包中"""
    stock_type: enums.BusiFavorStockType
    """批次类型"""
    coupon_use_rule: CouponUseRuleForCreate
    """核销规则"""
    stock_send_rule: BusiFavorStockSendRule
    """发放规则"""
    out_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """商户请求单号，每个批次唯一，重试时保持不变"""
    custom_entrance: NotRequired[CustomEntrance]
    """券详情页的自定义入口"""
    display_pattern_info: NotRequired[DisplayPatternInfo]
    """券的样式"""
    coupon_code_mode: enums.BusiFavorCouponCodeMode
    """券 code 的来源"""
    notify_config: NotRequired[BusiFavorNotifyConfig]
    """事件通知配置"""
    subsidy: NotRequired[bool]
    """是否允许营销补差，默认为否；官方 SDK 注明暂未开放"""


class CouponUseRuleForCreate(TypedDict):
    """创建批次时的核销规则，有效期可以精确到秒"""

    coupon_available_time: FavorAvailableTimeForCreate
    """券的有效期"""
    fixed_normal_coupon: NotRequired[FixedValueStockMsgForCreate]
    """满减券的优惠，`stock_type` 为 `NORMAL` 时必填"""
    discount_coupon: NotRequired[DiscountMsgForCreate]
    """折扣券的优惠，`stock_type` 为 `DISCOUNT` 时必填"""
    exchange_coupon: NotRequired[ExchangeMsgForCreate]
    """换购券的优惠，`stock_type` 为 `EXCHANGE` 时必填"""
    use_method: enums.BusiFavorCouponUseMethod
    """核销方式"""
    mini_programs_appid: NotRequired[str]
    """核销小程序的 AppID，`use_method` 为 `MINI_PROGRAMS` 时必填"""
    mini_programs_path: NotRequired[str]
    """核销小程序的页面路径，`use_method` 为 `MINI_PROGRAMS` 时必填"""


class FavorAvailableTime(TypedDict):
    """券的有效期：批次的起止时间，以及领取后的生效天数与可用时段"""

    available_begin_time: Time
    """批次开始时间，有效期最长 1 年"""
    available_end_time: Time
    """批次结束时间，此后券一律不可用"""
    available_day_after_receive: NotRequired[int]
    """生效后几天内有效，当天有效填 1；不填则到批次结束为止均有效"""
    available_week: NotRequired[AvailableWeek]
    """每周固定的可用时段；部分文档页在用户券的应答中把此字段列在上一层 `coupon_use_rule` 中"""
    irregulary_avaliable_time: NotRequired[list[IrregularAvailableTime]]
    """不规律的可用时段（字段名的拼写以微信支付为准）；部分文档页在用户券的应答中把此字段列在上一
    层 `coupon_use_rule` 中"""
    wait_days_after_receive: NotRequired[int]
    """领取后等待几天才生效，当天生效则不填，最多 30 天；须与 `available_day_after_receive` 一起
    填写"""


class AvailableWeek(TypedDict):
    """每周固定的可用时段，如每周二 10 点到 18 点"""

    week_day: NotRequired[list[enums.BusiFavorWeekDay]]
    """一周中可用的日子；填写 `available_day_time` 时必填"""
    available_day_time: NotRequired[Annotated[list[AvailableCurrentDayTime], Meta(max_length=2)]]
    """当天的可用时段"""


class AvailableCurrentDayTime(TypedDict):
    """一天中的时段，以距零点的秒数表示"""

    begin_time: NotRequired[Annotated[int, Meta(ge=0, le=86399)]]
    """开始时间，如 3600 表示 01:00:00"""
    end_time: NotRequired[Annotated[int, Meta(ge=0, le=86399)]]
    """结束时间，如 86399 表示 23:59:59"""


class IrregularAvailableTime(TypedDict):
    """一段可用时间"""

    begin_time: NotRequired[Time]
    """开始时间"""
    end_time: NotRequired[Time]
    """结束时间"""


class FavorAvailableTimeForCreate(FavorAvailableTime):
    """创建批次时的有效期，比查询结果多出按秒计算的有效时长"""

    available_second_after_receive: NotRequired[int]
    """领取后几秒内有效；仅见于文档页，官方 SDK 没有此字段"""


class FixedValueStockMsgForCreate(TypedDict):
    """创建批次时满减券的优惠，各项必填"""

    discount_amount: Annotated[int, Meta(ge=1, le=10000000)]
    """优惠金额（单位：分）"""
    transaction_minimum: Annotated[int, Meta(ge=1, le=10000000)]
    """消费门槛（单位：分）"""


class DiscountMsgForCreate(TypedDict):
    """创建批次时折扣券的优惠，各项必填"""

    discount_percent: int
    """折扣百分比，88 表示八八折，即支付原价的 88%"""
    transaction_minimum: Annotated[int, Meta(ge=1, le=10000000)]
    """消费门槛（单位：分）"""


class ExchangeMsgForCreate(TypedDict):
    """创建批次时换购券的优惠，各项必填"""

    exchange_price: Annotated[int, Meta(ge=0, le=10000000)]
    """单品换购价（单位：分）"""
    transaction_minimum: Annotated[int, Meta(ge=1, le=10000000)]
    """消费门槛（单位：分）"""


class BusiFavorStockSendRule(TypedDict):
    """批次的发放规则"""

    max_amount: NotRequired[int]
    """批次总预算（单位：分）；官方 SDK 注明暂未开放"""
    max_coupons: NotRequired[Annotated[int, Meta(ge=1, le=1000000000)]]
    """批次最大发放个数"""
    max_coupons_per_user: Annotated[int, Meta(le=100)]
    """每个用户最多可领个数"""
    max_amount_by_day: NotRequired[int]
    """单天发放金额上限（单位：分）；官方 SDK 注明暂未开放"""
    max_coupons_by_day: NotRequired[Annotated[int, Meta(ge=1, le=1000000000)]]
    """单天发放个数上限"""
    natural_person_limit: NotRequired[bool]
    """是否按自然人限领，即同一证件下的所有账号合并计数，默认为否"""
    prevent_api_abuse: NotRequired[bool]
    """是否拦截可疑账号领券，默认为否"""
    transferable: NotRequired[bool]
    """是否允许转赠，默认为否；官方 SDK 注明暂未开放"""
    shareable: NotRequired[bool]
    """是否允许分享领券链接，默认为否；官方 SDK 注明暂未开放"""


class CustomEntrance(TypedDict):
    """券详情页上的自定义入口"""

    mini_programs_info: NotRequired[MiniAppInfo]
    """小程序入口"""
    appid: NotRequired[Annotated[str, Meta(max_length=32)]]
    """商户公众号的 AppID，从券详情页可进入该公众号"""
    hall_id: NotRequired[str]
    """微信支付营销馆 ID，营销馆在商户平台创建"""
    store_id: NotRequired[str]
    """可用门店 ID"""
    code_display_mode: NotRequired[enums.BusiFavorCodeDisplayMode]
    """券 code 的展示方式"""


class MiniAppInfo(TypedDict):
    """小程序入口"""

    mini_programs_appid: str
    """商家小程序的 AppID，须与批次归属商户号绑定"""
    mini_programs_path: str
    """商家小程序的页面路径"""
    entrance_words: Annotated[str, Meta(min_length=1, max_length=5)]
    """入口文案"""
    guiding_words: NotRequired[Annotated[str, Meta(min_length=1, max_length=6)]]
    """引导文案"""


class DisplayPatternInfo(TypedDict):
    """券的样式。图片地址须由营销图片上传接口获得。"""

    description: NotRequired[str]
    """使用须知，展示在券详情页"""
    merchant_logo_url: NotRequired[str]
    """商户 logo 的地址；归属商户号有认证品牌时自动使用品牌 logo，否则须自行上传；创建后不可修改"""
    merchant_name: NotRequired[str]
    """商户名称，由微信支付按认证品牌或商户简称填写，不能自定义"""
    background_color: NotRequired[common_enums.CouponBackgroundColor]
    """背景颜色"""
    coupon_image_url: NotRequired[str]
    """券详情图片的地址，图片宽 1074、高 603 像素"""
    finder_info: NotRequired[FinderInfo]
    """关联的视频号"""


class FinderInfo(TypedDict):
    """视频号信息"""

    finder_id: NotRequired[str]
    """视频号 ID"""
    finder_video_id: NotRequired[str]
    """视频号视频 ID"""
    finder_video_cover_image_url: NotRequired[str]
    """视频封面图地址，图片宽 1074、高 603 像素"""


class BusiFavorNotifyConfig(TypedDict):
    """事件通知配置"""

    notify_appid: NotRequired[str]
    """领券事件按此 AppID 返回用户的 OpenID，不填则事件中没有 OpenID"""


class ModifyStockInfoRequest(TypedDict):
    """修改批次基本信息的请求，只填需要修改的字段"""

    custom_entrance: NotRequired[ModifyCustomEntrance]
    """券详情页的自定义入口"""
    stock_name: NotRequired[Annotated[str, Meta(max_length=21)]]
    """批次名称；官方 SDK 注明暂不支持修改"""
    comment: NotRequired[Annotated[str, Meta(max_length=20)]]
    """批次备注，仅创建方可见"""
    goods_name: NotRequired[Annotated[str, Meta(max_length=15)]]
    """适用商品范围"""
    out_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """商户请求单号，每次修改唯一，重试时保持不变"""
    display_pattern_info: NotRequired[DisplayPatternInfo]
    """券的样式"""
    coupon_use_rule: NotRequired[ModifyCouponUseRule]
    """核销规则"""
    stock_send_rule: NotRequired[ModifyStockSendRule]
    """发放规则"""
    notify_config: NotRequired[BusiFavorNotifyConfig]
    """事件通知配置"""
    subsidy: NotRequired[bool]
    """是否允许营销补差"""


class ModifyCustomEntrance(TypedDict):
    """可修改的自定义入口"""

    mini_programs_info: NotRequired[ModifyMiniAppInfo]
    """小程序入口"""
    appid: NotRequired[Annotated[str, Meta(max_length=32)]]
    """商户公众号的 AppID，从券详情页可进入该公众号"""
    hall_id: NotRequired[str]
    """微信支付营销馆 ID，营销馆在商户平台创建"""
    code_display_mode: NotRequired[enums.BusiFavorCodeDisplayMode]
    """券 code 的展示方式"""


class ModifyMiniAppInfo(TypedDict):
    """可修改的小程序入口，只填需要修改的字段"""

    mini_programs_appid: NotRequired[str]
    """商家小程序的 AppID，须与批次归属商户号绑定"""
    mini_programs_path: NotRequired[str]
    """商家小程序的页面路径"""
    entrance_words: NotRequired[Annotated[str, Meta(min_length=1, max_length=5)]]
    """入口文案"""
    guiding_words: NotRequired[Annotated[str, Meta(min_length=1, max_length=6)]]
    """引导文案"""


class ModifyCouponUseRule(TypedDict):
    """可修改的核销规则"""

    use_method: NotRequired[enums.BusiFavorCouponUseMethod]
    """核销方式"""
    mini_programs_appid: NotRequired[str]
    """核销小程序的 AppID，`use_method` 为 `MINI_PROGRAMS` 时必填"""
    mini_programs_path: NotRequired[str]
    """核销小程序的页面路径，`use_method` 为 `MINI_PROGRAMS` 时必填"""


class ModifyStockSendRule(TypedDict):
    """可修改的发放规则"""

    natural_person_limit: NotRequired[bool]
    """是否按自然人限领，即同一证件下的所有账号合并计数"""
    prevent_api_abuse: NotRequired[bool]
    """是否拦截可疑账号领券"""


class ModifyBudgetRequest(TypedDict):
    """修改批次预算的请求。每次只能改总量或单天上限中的一个，并须带上该项的当前值。"""

    target_max_coupons: NotRequired[int]
    """修改后的最大发放个数；与 `target_max_coupons_by_day` 二选一"""
    target_max_coupons_by_day: NotRequired[int]
    """修改后的单天发放上限；与 `target_max_coupons` 二选一"""
    current_max_coupons: NotRequired[int]
    """当前的最大发放个数，填写 `target_max_coupons` 时必填"""
    current_max_coupons_by_day: NotRequired[int]
    """当前的单天发放上限，填写 `target_max_coupons_by_day` 时必填"""
    modify_budget_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """修改预算请求单号，每次修改唯一，重试时保持不变"""


class UploadCouponCodeRequest(TypedDict):
    """上传预存券 code 的请求"""

    coupon_code_list: Annotated[
        list[Annotated[str, Meta(min_length=1, max_length=32)]], Meta(max_length=200)
    ]
    """券 code 列表，可用数字、大小写字母、空格与 `-`、`_`、`\\`、`/`、`=`、`|`，较早的文档页没有
    空格"""
    upload_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """上传请求单号，每次上传唯一，重试时保持不变"""


class SendCouponRequest(TypedDict):
    """向用户发放一张商家券的请求"""

    openid: Annotated[str, Meta(max_length=128)]
    """领券用户在 `appid` 下的 OpenID"""
    appid: Annotated[str, Meta(max_length=32)]
    """用户 OpenID 所属的 AppID"""
    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    """批次号"""
    out_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """发券凭证，同一批次、同一用户下唯一，重试时保持不变"""
    coupon_code: NotRequired[Annotated[str, Meta(min_length=1, max_length=32)]]
    """券 code，批次的 `coupon_code_mode` 为 `MERCHANT_API` 时必填，其他模式无需填写"""


class UseCouponRequest(TypedDict):
    """核销一张商家券的请求"""

    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    """券 code"""
    stock_id: NotRequired[Annotated[str, Meta(min_length=1, max_length=20)]]
    """批次号，批次的 `coupon_code_mode` 为 `MERCHANT_API` 或 `MERCHANT_UPLOAD` 时必填"""
    appid: Annotated[str, Meta(max_length=32)]
    """用户 OpenID 所属的 AppID"""
    use_time: Time
    """用户发起核销的时间"""
    use_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """核销请求单号，每次核销唯一，重试时保持不变"""
    openid: NotRequired[Annotated[str, Meta(max_length=128)]]
    """核销用户在 `appid` 下的 OpenID"""
    out_trade_no: NotRequired[Annotated[str, Meta(min_length=1, max_length=128)]]
    """核销所在交易的商户订单号，仅见于文档页，官方 SDK 没有此字段"""
    mch_id: NotRequired[str]
    """核销所在交易的下单商户号，仅见于文档页，官方 SDK 没有此字段"""
    transaction_id: NotRequired[Annotated[str, Meta(max_length=32)]]
    """核销所在交易的微信支付订单号，仅见于文档页，官方 SDK 没有此字段"""


class ReturnCouponRequest(TypedDict):
    """退还一张已核销商家券的请求"""

    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    """券 code"""
    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    """批次号"""
    return_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """退券请求单号，每次退券唯一，重试时保持不变"""


class DeactivateCouponRequest(TypedDict):
    """使一张商家券失效的请求"""

    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    """券 code"""
    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    """批次号"""
    deactivate_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """失效请求单号，每次失效唯一，重试时保持不变"""
    deactivate_reason: NotRequired[Annotated[str, Meta(min_length=1, max_length=64)]]
    """失效原因"""


class AssociateTradeInfoRequest(TypedDict):
    """关联订单信息的请求"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    """批次号"""
    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    """券 code"""
    out_trade_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """要关联的商户订单号"""
    out_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """商户请求单号，重试时保持不变"""


class DisassociateTradeInfoRequest(TypedDict):
    """取消关联订单信息的请求"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    """批次号"""
    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    """券 code"""
    out_trade_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """已关联的商户订单号"""
    out_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """商户请求单号，重试时保持不变"""


class PreSendBusiFavorProductCouponRequest(TypedDict):
    """预发放商品券的请求"""

    stock_id: str
    """批次号"""
    coupon_code: NotRequired[Annotated[str, Meta(min_length=1, max_length=40)]]
    """用户商品券 code"""
    appid: Annotated[str, Meta(max_length=32)]
    """用户 OpenID 所属的 AppID"""
    openid: NotRequired[Annotated[str, Meta(max_length=128)]]
    """领券用户在 `appid` 下的 OpenID"""
    send_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """发券请求单号，重试时保持不变"""


class SendBusiFavorProductCouponRequest(TypedDict):
    """发放商品券的请求"""

    openid: Annotated[str, Meta(max_length=128)]
    """领券用户在 `appid` 下的 OpenID"""
    appid: Annotated[str, Meta(max_length=32)]
    """用户 OpenID 所属的 AppID"""
    stock_id: Annotated[str, Meta(max_length=128)]
    """批次号"""
    out_request_no: Annotated[str, Meta(max_length=128)]
    """发券凭证，重试时保持不变"""
    coupon_code: NotRequired[Annotated[str, Meta(min_length=1, max_length=32)]]
    """券 code，批次的 `coupon_code_mode` 为 `MERCHANT_API` 时必填"""
    coupon_type: enums.ProductCouponSendType
    """券类型"""
    member_card_id: NotRequired[Annotated[str, Meta(max_length=32)]]
    """会员卡 ID，`coupon_type` 为 `MEMBER` 时必填"""


class SendGovCardRequest(TypedDict):
    """发放消费卡的请求"""

    appid: Annotated[str, Meta(max_length=32)]
    """消费卡创建方的 AppID，须与调用方商户号绑定"""
    openid: Annotated[str, Meta(max_length=128)]
    """领卡用户在 `appid` 下的 OpenID"""
    out_request_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """发放凭据号，与 `send_time` 组合后唯一，重试时保持不变"""
    send_time: Time
    """请求发卡时间，不能早于当前时间 24 小时以上，重试时保持不变"""


class SubsidyPayRequest(TypedDict):
    """营销补差付款的请求"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    """批次号，仅支持满减券与折扣券批次"""
    coupon_code: Annotated[str, Meta(min_length=1, max_length=128)]
    """券 code"""
    transaction_id: Annotated[str, Meta(min_length=28, max_length=32)]
    """微信支付订单号"""
    payer_merchant: Annotated[str, Meta(min_length=1, max_length=32)]
    """扣款商户号，须为制券商户号或归属商户号"""
    payee_merchant: Annotated[str, Meta(min_length=1, max_length=32)]
    """入账商户号，须为归属商户号或与其有连锁品牌关系"""
    amount: Annotated[int, Meta(le=500000)]
    """补差金额（单位：分），不超过券的优惠金额，最高 5000 元"""
    description: Annotated[str, Meta(min_length=1, max_length=1024)]
    """付款备注，查询时原样返回"""
    out_subsidy_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """补差请求单号，每次付款唯一，重试时保持不变"""


class SubsidyReturnRequest(TypedDict):
    """营销补差回退的请求"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    """批次号，仅支持满减券与折扣券批次"""
    coupon_code: Annotated[str, Meta(min_length=1, max_length=128)]
    """券 code"""
    transaction_id: Annotated[str, Meta(min_length=28, max_length=32)]
    """微信支付订单号"""
    refund_id: Annotated[str, Meta(min_length=28, max_length=32)]
    """微信支付退款单号"""
    payer_merchant: Annotated[str, Meta(min_length=1, max_length=32)]
    """原扣款商户号，即本次回退的收款方"""
    payee_merchant: Annotated[str, Meta(min_length=1, max_length=32)]
    """原入账商户号，即本次回退的扣款方"""
    amount: int
    """回退金额（单位：分），一张券累计不超过补差金额"""
    description: Annotated[str, Meta(min_length=1, max_length=1024)]
    """回退备注，查询时原样返回"""
    out_subsidy_return_no: Annotated[str, Meta(min_length=1, max_length=128)]
    """回退请求单号，每次回退唯一，重试时保持不变"""


class SetCouponNotifyRequest(TypedDict):
    """设置事件通知地址的请求"""

    mchid: NotRequired[str]
    """要设置的商户号，不填则为调用方商户号"""
    notify_url: Annotated[str, Meta(max_length=256)]
    """接收通知的 HTTPS 地址，须公网可访问，不能带查询参数"""


class StocksGetParameters(TypedDict):
    """查询商家券详情"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]


class StocksUpdateParameters(TypedDict):
    """修改商家券基本信息"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]


class StocksUpdateBudgetParameters(TypedDict):
    """修改批次预算"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]


class CouponCodesListParameters(TypedDict):
    """查询预存 code 列表"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    status: NotRequired[enums.BusiFavorCouponCodeStatus]
    appid: NotRequired[Annotated[str, Meta(max_length=32)]]
    offset: NotRequired[int]
    limit: NotRequired[int]


class CouponCodesUploadParameters(TypedDict):
    """上传预存 code"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]


class CouponCodesGetParameters(TypedDict):
    """查询预存 code 详情"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    appid: NotRequired[Annotated[str, Meta(max_length=32)]]


class CouponCodesDeleteParameters(TypedDict):
    """删除预存 code"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    delete_request_no: str


class UserCouponsListParameters(TypedDict):
    """根据过滤条件查询用户券"""

    openid: Annotated[str, Meta(max_length=128)]
    appid: Annotated[str, Meta(max_length=32)]
    stock_id: NotRequired[Annotated[str, Meta(min_length=1, max_length=20)]]
    coupon_state: NotRequired[enums.BusiFavorCouponStatus]
    creator_merchant: NotRequired[str]
    belong_merchant: NotRequired[Annotated[str, Meta(min_length=8, max_length=15)]]
    sender_merchant: NotRequired[str]
    offset: NotRequired[int]
    limit: NotRequired[int]


class UserCouponsGetParameters(TypedDict):
    """查询用户单张券详情"""

    openid: Annotated[str, Meta(max_length=128)]
    coupon_code: Annotated[str, Meta(min_length=1, max_length=32)]
    appid: Annotated[str, Meta(max_length=32)]


class GovCardsSendParameters(TypedDict):
    """发放消费卡"""

    card_id: str


class PayReceiptsListParameters(TypedDict):
    """查询营销补差付款单列表"""

    stock_id: Annotated[str, Meta(min_length=1, max_length=20)]
    coupon_code: Annotated[str, Meta(min_length=1, max_length=128)]
    out_subsidy_no: NotRequired[Annotated[str, Meta(min_length=1, max_length=128)]]


class PayReceiptsGetParameters(TypedDict):
    """查询营销补差付款单详情"""

    subsidy_receipt_id: Annotated[str, Meta(min_length=28, max_length=32)]


class ReturnReceiptsGetParameters(TypedDict):
    """查询营销补差回退单详情"""

    subsidy_return_receipt_id: Annotated[str, Meta(min_length=28, max_length=32)]


class CallbacksGetParameters(TypedDict):
    """查询商家券事件通知地址"""

    mchid: NotRequired[str]
