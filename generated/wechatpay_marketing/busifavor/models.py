# From spec/ and templates/package/{product}/models.py.jinja by `make generate`; do not edit.
"""商家券：应答与回调中的对象。"""

from __future__ import annotations

from .._runtime.answer import Answer
from .._runtime.types import Moment
from ..common import enums as common_enums
from . import enums


class CreateBusiFavorStockResponse(Answer, kw_only=True):
    """新建的批次"""

    stock_id: str
    """批次号，由微信支付生成"""
    create_time: Moment
    """创建时间"""


class StockGetResponse(Answer, kw_only=True):
    """商家券批次的详情"""

    stock_name: str
    """批次名称"""
    belong_merchant: str
    """批次归属的商户号"""
    comment: str | None = None
    """批次备注，仅创建方可见"""
    goods_name: str
    """适用商品范围"""
    stock_type: enums.BusiFavorStockType | str
    """批次类型"""
    coupon_use_rule: CouponUseRule
    """核销规则"""
    stock_send_rule: BusiFavorStockSendRule
    """发放规则"""
    custom_entrance: CustomEntrance | None = None
    """券详情页的自定义入口"""
    display_pattern_info: DisplayPatternInfo | None = None
    """券的样式"""
    stock_state: enums.BusiFavorStockStatus | str
    """批次状态"""
    coupon_code_mode: enums.BusiFavorCouponCodeMode | str
    """券 code 的来源"""
    stock_id: str
    """批次号"""
    coupon_code_count: CouponCodeCount | None = None
    """预存券 code 的数量"""
    notify_config: BusiFavorNotifyConfig | None = None
    """事件通知配置"""
    send_count_information: SendCount | None = None
    """批次的发放情况"""
    subsidy: bool | None = None
    """是否允许营销补差"""


class CouponUseRule(Answer, kw_only=True):
    """券的核销规则，优惠内容按批次类型三选一"""

    coupon_available_time: FavorAvailableTime
    """券的有效期"""
    fixed_normal_coupon: FixedValueStockMsg | None = None
    """满减券的优惠，`stock_type` 为 `NORMAL` 时有"""
    discount_coupon: DiscountMsg | None = None
    """折扣券的优惠，`stock_type` 为 `DISCOUNT` 时有"""
    exchange_coupon: ExchangeMsg | None = None
    """换购券的优惠，`stock_type` 为 `EXCHANGE` 时有"""
    use_method: enums.BusiFavorCouponUseMethod | str
    """核销方式"""
    mini_programs_appid: str | None = None
    """核销小程序的 AppID，`use_method` 为 `MINI_PROGRAMS` 时必填"""
    mini_programs_path: str | None = None
    """核销小程序的页面路径，`use_method` 为 `MINI_PROGRAMS` 时必填"""


class FavorAvailableTime(Answer, kw_only=True):
    """券的有效期：批次的起止时间，以及领取后的生效天数与可用时段"""

    available_begin_time: Moment
    """批次开始时间，有效期最长 1 年"""
    available_end_time: Moment
    """批次结束时间，此后券一律不可用"""
    available_day_after_receive: int | None = None
    """生效后几天内有效，当天有效填 1；不填则到批次结束为止均有效"""
    available_week: AvailableWeek | None = None
    """每周固定的可用时段；部分文档页在用户券的应答中把此字段列在上一层 `coupon_use_rule` 中"""
    irregulary_avaliable_time: list[IrregularAvailableTime] | None = None
    """不规律的可用时段（字段名的拼写以微信支付为准）；部分文档页在用户券的应答中把此字段列在上一
    层 `coupon_use_rule` 中"""
    wait_days_after_receive: int | None = None
    """领取后等待几天才生效，当天生效则不填，最多 30 天；须与 `available_day_after_receive` 一起
    填写"""


class AvailableWeek(Answer, kw_only=True):
    """每周固定的可用时段，如每周二 10 点到 18 点"""

    week_day: list[enums.BusiFavorWeekDay | int] | None = None
    """一周中可用的日子；填写 `available_day_time` 时必填"""
    available_day_time: list[AvailableCurrentDayTime] | None = None
    """当天的可用时段"""


class AvailableCurrentDayTime(Answer, kw_only=True):
    """一天中的时段，以距零点的秒数表示"""

    begin_time: int | None = None
    """开始时间，如 3600 表示 01:00:00"""
    end_time: int | None = None
    """结束时间，如 86399 表示 23:59:59"""


class IrregularAvailableTime(Answer, kw_only=True):
    """一段可用时间"""

    begin_time: Moment | None = None
    """开始时间"""
    end_time: Moment | None = None
    """结束时间"""


class FixedValueStockMsg(Answer, kw_only=True):
    """满减券的优惠"""

    discount_amount: int | None = None
    """优惠金额（单位：分）"""
    transaction_minimum: int | None = None
    """消费门槛（单位：分）"""


class DiscountMsg(Answer, kw_only=True):
    """折扣券的优惠"""

    discount_percent: int | None = None
    """折扣百分比，88 表示八八折，即支付原价的 88%"""
    transaction_minimum: int | None = None
    """消费门槛（单位：分）"""


class ExchangeMsg(Answer, kw_only=True):
    """换购券的优惠"""

    exchange_price: int | None = None
    """单品换购价（单位：分）"""
    transaction_minimum: int | None = None
    """消费门槛（单位：分）"""


class BusiFavorStockSendRule(Answer, kw_only=True):
    """批次的发放规则"""

    max_amount: int | None = None
    """批次总预算（单位：分）；官方 SDK 注明暂未开放"""
    max_coupons: int | None = None
    """批次最大发放个数"""
    max_coupons_per_user: int
    """每个用户最多可领个数"""
    max_amount_by_day: int | None = None
    """单天发放金额上限（单位：分）；官方 SDK 注明暂未开放"""
    max_coupons_by_day: int | None = None
    """单天发放个数上限"""
    natural_person_limit: bool | None = None
    """是否按自然人限领，即同一证件下的所有账号合并计数，默认为否"""
    prevent_api_abuse: bool | None = None
    """是否拦截可疑账号领券，默认为否"""
    transferable: bool | None = None
    """是否允许转赠，默认为否；官方 SDK 注明暂未开放"""
    shareable: bool | None = None
    """是否允许分享领券链接，默认为否；官方 SDK 注明暂未开放"""


class CustomEntrance(Answer, kw_only=True):
    """券详情页上的自定义入口"""

    mini_programs_info: MiniAppInfo | None = None
    """小程序入口"""
    appid: str | None = None
    """商户公众号的 AppID，从券详情页可进入该公众号"""
    hall_id: str | None = None
    """微信支付营销馆 ID，营销馆在商户平台创建"""
    store_id: str | None = None
    """可用门店 ID"""
    code_display_mode: enums.BusiFavorCodeDisplayMode | str | None = None
    """券 code 的展示方式"""


class MiniAppInfo(Answer, kw_only=True):
    """小程序入口"""

    mini_programs_appid: str
    """商家小程序的 AppID，须与批次归属商户号绑定"""
    mini_programs_path: str
    """商家小程序的页面路径"""
    entrance_words: str
    """入口文案"""
    guiding_words: str | None = None
    """引导文案"""


class DisplayPatternInfo(Answer, kw_only=True):
    """券的样式。图片地址须由营销图片上传接口获得。"""

    description: str | None = None
    """使用须知，展示在券详情页"""
    merchant_logo_url: str | None = None
    """商户 logo 的地址；归属商户号有认证品牌时自动使用品牌 logo，否则须自行上传；创建后不可修改"""
    merchant_name: str | None = None
    """商户名称，由微信支付按认证品牌或商户简称填写，不能自定义"""
    background_color: common_enums.CouponBackgroundColor | str | None = None
    """背景颜色"""
    coupon_image_url: str | None = None
    """券详情图片的地址，图片宽 1074、高 603 像素"""
    finder_info: FinderInfo | None = None
    """关联的视频号"""


class FinderInfo(Answer, kw_only=True):
    """视频号信息"""

    finder_id: str | None = None
    """视频号 ID"""
    finder_video_id: str | None = None
    """视频号视频 ID"""
    finder_video_cover_image_url: str | None = None
    """视频封面图地址，图片宽 1074、高 603 像素"""


class CouponCodeCount(Answer, kw_only=True):
    """预存券 code 的数量"""

    total_count: int
    """已上传的券 code 总数"""
    available_count: int
    """当前可用的券 code 数"""


class BusiFavorNotifyConfig(Answer, kw_only=True):
    """事件通知配置"""

    notify_appid: str | None = None
    """领券事件按此 AppID 返回用户的 OpenID，不填则事件中没有 OpenID"""


class SendCount(Answer, kw_only=True):
    """批次的发放情况"""

    total_send_num: int | None = None
    """累计发放张数"""
    total_send_amount: int | None = None
    """累计发放金额（单位：分）"""
    today_send_num: int | None = None
    """当天发放张数"""
    today_send_amount: int | None = None
    """当天发放金额（单位：分）"""


class ModifyBudgetResponse(Answer, kw_only=True):
    """修改后的批次预算"""

    max_coupons: int
    """批次当前的最大发放个数"""
    max_coupons_by_day: int | None = None
    """批次当前的单天发放上限"""


class CouponCodeListResponse(Answer, kw_only=True):
    """批次的预存券 code（一页）"""

    stock_id: str
    """批次号"""
    total_count: int
    """批次已上传的券 code 总数（依官方 SDK）；按 `status` 筛选时可能大于结果数"""
    limit: int
    """本页实际返回的个数"""
    offset: int
    """本页的起始位置，与请求相同"""
    data: list[CouponCodeEntity] | None = None
    """本页的券 code"""


class CouponCodeEntity(Answer, kw_only=True):
    """一个预存券 code"""

    code: str
    """商户上传的券 code"""
    code_status: enums.BusiFavorCouponCodeStatus | str
    """分配状态"""
    upload_time: Moment | None = None
    """上传成功的时间"""
    dispatched_time: Moment | None = None
    """分配给用户的时间"""
    openid: str | None = None
    """领券用户的 OpenID"""
    unionid: str | None = None
    """领券用户的 UnionID"""
    coupon_code: str | None = None
    """用户券的券 code"""


class UploadCouponCodeResponse(Answer, kw_only=True):
    """上传结果，可能部分成功"""

    stock_id: str
    """批次号"""
    total_count: int
    """本次上传去重后的券 code 总数"""
    success_count: int
    """上传成功的个数"""
    success_codes: list[str] | None = None
    """上传成功的券 code"""
    success_time: Moment
    """上传成功的时间"""
    fail_count: int | None = None
    """上传失败的个数"""
    fail_codes: list[UploadCouponCodeFailReason] | None = None
    """上传失败的券 code 及原因"""
    exist_codes: list[str] | None = None
    """批次中已存在的券 code"""
    duplicate_codes: list[str] | None = None
    """本次请求中重复的券 code"""


class UploadCouponCodeFailReason(Answer, kw_only=True):
    """一个上传失败的券 code"""

    coupon_code: str
    """上传失败的券 code"""
    code: str
    """错误码"""
    message: str
    """错误说明"""


class CouponCodeInfoResponse(Answer, kw_only=True):
    """预存券 code 的详情"""

    coupon_information: CouponEntity | None = None
    """用户券的详情，券 code 已分配给用户时才有"""
    code_information: CouponCodeEntity
    """券 code 的状态"""


class CouponBase(Answer, kw_only=True):
    """用户券的信息，不含券状态"""

    stock_name: str
    """批次名称"""
    belong_merchant: str
    """批次归属的商户号"""
    comment: str | None = None
    """批次备注，仅创建方可见"""
    goods_name: str
    """适用商品范围"""
    stock_type: enums.BusiFavorStockType | str
    """批次类型"""
    coupon_use_rule: CouponUseRule
    """核销规则"""
    custom_entrance: CustomEntrance | None = None
    """券详情页的自定义入口"""
    display_pattern_info: DisplayPatternInfo | None = None
    """券的样式"""
    coupon_code: str | None = None
    """券 code"""
    stock_id: str | None = None
    """批次号"""
    transferable: bool | None = None
    """是否允许转赠，默认为否；官方 SDK 注明暂未开放"""
    shareable: bool | None = None
    """是否允许分享领券链接，默认为否；官方 SDK 注明暂未开放"""
    send_request_no: str | None = None
    """发券时的请求单号"""
    use_request_no: str | None = None
    """核销时的请求单号，已核销时返回"""
    available_start_time: Moment | None = None
    """这张券实际可用的开始时间"""
    expire_time: Moment | None = None
    """这张券的过期时间"""
    receive_time: Moment | None = None
    """领券时间"""
    use_time: Moment | None = None
    """核销时间，已核销时返回"""
    associate_out_trade_no: str | None = None
    """已关联的商户订单号"""
    return_request_no: str | None = None
    """退券时的请求单号，退过券时返回"""
    return_time: Moment | None = None
    """退券时间，退过券时返回"""
    deactivate_request_no: str | None = None
    """失效时的请求单号，已失效时返回"""
    deactivate_time: Moment | None = None
    """失效时间，已失效时返回"""
    deactivate_reason: str | None = None
    """失效原因，已失效时可能返回"""


class CouponEntity(CouponBase, kw_only=True):
    """用户持有的一张商家券"""

    coupon_state: enums.BusiFavorCouponStatus | str | None = None
    """券状态"""


class DeleteCouponCodeResponse(Answer, kw_only=True):
    """删除结果"""

    stock_id: str
    """批次号"""
    delete_time: Moment
    """删除时间"""


class SendCouponResponse(Answer, kw_only=True):
    """发券结果（商家券与关联商品信息的商家券相同）。有的 SDK 放在 `send_coupon_result` 中，文档
    则平铺在顶层；两种形式都可能出现，读取时都要兼容。"""

    stock_id: str | None = None
    """批次号（平铺形式）"""
    coupon_code: str | None = None
    """券 code（平铺形式）"""
    out_request_no: str | None = None
    """发券凭证（平铺形式）"""
    send_coupon_result: SendCouponResult | None = None
    """发券结果（嵌套形式）"""


class SendCouponResult(Answer, kw_only=True):
    """发券结果"""

    stock_id: str | None = None
    """批次号"""
    out_request_no: str | None = None
    """发券凭证"""
    coupon_code: str | None = None
    """券 code"""


class UseCouponResponse(Answer, kw_only=True):
    """核销结果"""

    stock_id: str
    """批次号"""
    openid: str
    """核销用户的 OpenID"""
    wechatpay_use_time: Moment
    """微信支付核销成功的时间"""


class ReturnCouponResponse(Answer, kw_only=True):
    """退券结果"""

    wechatpay_return_time: Moment
    """微信支付退券成功的时间"""


class DeactivateCouponResponse(Answer, kw_only=True):
    """券失效的结果"""

    wechatpay_deactivate_time: Moment
    """微信支付使券失效的时间"""


class AssociateTradeInfoResponse(Answer, kw_only=True):
    """关联订单信息的结果"""

    wechatpay_associate_time: Moment
    """关联成功的时间"""


class DisassociateTradeInfoResponse(Answer, kw_only=True):
    """取消关联订单信息的结果"""

    wechatpay_disassociate_time: Moment
    """取消关联成功的时间"""
    wechatpay_associate_time: Moment | None = None
    """个别文档页（JS 版）误把 `wechatpay_disassociate_time` 写作此名；保留以便读取，请改用前者"""


class CouponListResponse(Answer, kw_only=True):
    """用户持有的商家券（一页）"""

    total_count: int
    """符合条件的券总数"""
    offset: int
    """分页页码"""
    limit: int
    """分页大小"""
    data: list[CouponEntity] | None = None
    """本页的券"""


class CouponDetail(CouponBase, kw_only=True):
    """用户持有的一张商家券；单张查询能返回更多的券状态"""

    coupon_state: enums.BusiFavorCouponDetailStatus | str | None = None
    """券状态"""


class PreSendBusiFavorProductCouponResponse(Answer, kw_only=True):
    """预发放结果"""

    token: str
    """预发券凭据，交给领券组件，由用户领取"""


class CouponSendGovCardResponse(Answer, kw_only=True):
    """发放结果"""

    card_code: str
    """消费卡 code"""


class SubsidyPayReceiptListResponse(Answer, kw_only=True):
    """一张券的补差付款单"""

    pay_receipt_list: list[SubsidyPayReceipt] | None = None
    """补差付款单列表"""


class SubsidyPayReceipt(Answer, kw_only=True):
    """营销补差付款单"""

    subsidy_receipt_id: str
    """补差付款单号，由微信支付生成"""
    stock_id: str
    """批次号"""
    coupon_code: str
    """券 code"""
    transaction_id: str
    """微信支付订单号"""
    payer_merchant: str
    """扣款商户号"""
    payee_merchant: str
    """入账商户号"""
    amount: int
    """补差金额（单位：分）"""
    description: str
    """付款备注"""
    status: enums.SubsidyPayReceiptStatus | str
    """付款单状态"""
    fail_reason: enums.SubsidyPayReceiptFailReason | str | None = None
    """失败原因，仅失败时返回"""
    success_time: Moment | None = None
    """付款完成时间"""
    out_subsidy_no: str
    """补差请求单号"""
    create_time: Moment | None = None
    """付款发起时间"""


class SubsidyReturnReceipt(Answer, kw_only=True):
    """营销补差回退单"""

    subsidy_return_receipt_id: str | None = None
    """补差回退单号，由微信支付生成"""
    stock_id: str
    """批次号"""
    coupon_code: str
    """券 code"""
    transaction_id: str
    """微信支付订单号"""
    refund_id: str
    """微信支付退款单号"""
    payer_merchant: str
    """原扣款商户号，即本次回退的收款方"""
    payee_merchant: str
    """原入账商户号，即本次回退的扣款方"""
    amount: int
    """回退金额（单位：分）"""
    description: str
    """回退备注"""
    status: enums.SubsidyReturnReceiptStatus | str
    """回退单状态"""
    fail_reason: enums.SubsidyReturnReceiptFailReason | str | None = None
    """失败原因，仅失败时返回"""
    return_done_time: Moment | None = None
    """回退完成时间"""
    subsidy_receipt_id: str
    """原补差付款单号"""
    out_subsidy_return_no: str
    """回退请求单号"""
    return_create_time: Moment | None = None
    """回退发起时间"""


class GetCouponNotifyResponse(Answer, kw_only=True):
    """当前的事件通知地址"""

    notify_url: str
    """接收通知的地址"""
    mchid: str
    """商户号"""


class SetCouponNotifyResponse(Answer, kw_only=True):
    """设置后的事件通知地址"""

    update_time: Moment
    """修改时间"""
    notify_url: str
    """接收通知的地址"""
    mchid: str
    """商户号"""


class MarketingImageUploadResponse(Answer, kw_only=True):
    """上传后的图片"""

    media_url: str
    """图片地址，填入商家券的图片字段"""


class CouponSendEvent(Answer, kw_only=True):
    """用户领到一张商家券（`COUPON.SEND` 解密后的内容）"""

    event_type: enums.BusiCouponEventType | str | None = None
    """业务细分事件类型"""
    coupon_code: str
    """券 code"""
    stock_id: str
    """批次号"""
    send_time: Moment
    """发放时间"""
    openid: str | None = None
    """领券用户的 OpenID，批次设置了 `notify_config.notify_appid` 时才有"""
    unionid: str | None = None
    """领券用户的 UnionID"""
    send_channel: enums.BusiFavorSendChannel | str
    """发放渠道，取值可能新增"""
    send_merchant: str
    """发券商户号"""
    act_id: str | None = None
    """摇一摇活动 ID"""
    attach_info: CouponSendAttachInfo | None = None
    """与发放渠道有关的附加信息；没有时可能是空串"""
    send_req_no: str | None = None
    """发券请求单号；文档页没有此字段，见于实际收到的通知"""


class CouponSendAttachInfo(Answer, kw_only=True):
    """发放的附加信息，各字段只在相应的渠道出现"""

    transaction_id: str | None = None
    """微信支付订单号，支付有礼渠道返回"""
    act_code: str | None = None
    """营销馆领券活动 ID，营销馆渠道返回"""
    hall_code: str | None = None
    """营销馆 ID，营销馆渠道返回"""
    hall_belong_mch_id: int | None = None
    """营销馆所属商户号，营销馆渠道返回"""
    card_id: str | None = None
    """会员卡 ID，会员有礼渠道返回"""
    code: str | None = None
    """会员卡 code，会员有礼渠道返回"""
    activity_id: str | None = None
    """会员有礼活动 ID，会员有礼渠道返回"""
    phone_number: str | None = None
    """领券手机号，通过授权手机号的领券组件领取时返回"""
    country_code: str | None = None
    """领券手机号的区号，通过授权手机号的领券组件领取时返回"""


class CouponUseEvent(Answer, kw_only=True):
    """用户核销了一张代金券或消费金（`COUPON.USE` 解密后的内容）"""

    stock_creator_mchid: str
    """批次创建方的商户号"""
    stock_id: str
    """代金券批次号"""
    coupon_id: str
    """代金券或消费金的 ID"""
    singleitem_discount_off: FavorSingleitemDiscountOff | None = None
    """单品优惠信息"""
    discount_to: FavorDiscountTo | None = None
    """减至优惠信息"""
    coupon_name: str
    """券或消费金的名称"""
    status: enums.FavorCouponStatus | str
    """券或消费金的状态"""
    description: str
    """使用说明"""
    create_time: Moment
    """领券时间"""
    coupon_type: enums.FavorCouponType | str
    """券或消费金的类型"""
    no_cash: bool
    """是否无资金流"""
    available_begin_time: Moment
    """可用开始时间"""
    available_end_time: Moment
    """可用结束时间"""
    singleitem: bool
    """是否单品优惠"""
    normal_coupon_information: FavorNormalCouponInformation | None = None
    """满减券或消费金的面额与门槛"""
    consume_information: FavorConsumeInformation | None = None
    """核销信息"""
    business_type: enums.FavorBusinessType | str | None = None
    """细分业务类型"""


class FavorSingleitemDiscountOff(Answer, kw_only=True):
    """单品优惠信息"""

    single_price_max: int | None = None
    """单品最高优惠价格（单位：分）"""


class FavorDiscountTo(Answer, kw_only=True):
    """减至优惠信息"""

    cut_to_price: int | None = None
    """减至后的优惠单价（单位：分）"""
    max_price: int | None = None
    """可享受优惠的最高价格（单位：分）"""


class FavorNormalCouponInformation(Answer, kw_only=True):
    """满减券或消费金的面额与门槛"""

    coupon_amount: int
    """面额（单位：分）"""
    transaction_minimum: int
    """使用门槛（单位：分）"""


class FavorConsumeInformation(Answer, kw_only=True):
    """核销信息"""

    consume_time: Moment
    """核销时间"""
    consume_mchid: str
    """核销商户号"""
    transaction_id: str
    """微信支付订单号"""
    consume_amount: int
    """核销金额（单位：分），`business_type` 为 `MULTIUSE` 时有意义"""
    goods_detail: list[FavorGoodsDetail] | None = None
    """商户下单时传入的单品信息"""


class FavorGoodsDetail(Answer, kw_only=True):
    """一件单品"""

    goods_id: str
    """创建单品券时录入的单品编码"""
    quantity: int
    """单品数量"""
    price: int
    """单品单价（单位：分）"""
    discount_amount: int
    """优惠金额（单位：分）"""
