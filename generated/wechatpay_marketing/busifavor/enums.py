# From spec/ and templates/package/{product}/enums.py.jinja by `make generate`; do not edit.
"""商家券：枚举值。应答中可能出现这里没有的值。"""

from __future__ import annotations

from typing import Literal, TypeAlias

BusiFavorStockType: TypeAlias = Literal["NORMAL", "DISCOUNT", "EXCHANGE"]
"""商家券批次类型

- `NORMAL`：固定面额满减券
- `DISCOUNT`：折扣券
- `EXCHANGE`：换购券
"""

BusiFavorWeekDay: TypeAlias = Literal[0, 1, 2, 3, 4, 5, 6]
"""星期，0 为周日

- `0`：周日
- `1`：周一
- `2`：周二
- `3`：周三
- `4`：周四
- `5`：周五
- `6`：周六
"""

BusiFavorCouponUseMethod: TypeAlias = Literal[
    "OFF_LINE",
    "MINI_PROGRAMS",
    "SELF_CONSUME",
    "PAYMENT_CODE",
]
"""商家券的核销方式

- `OFF_LINE`：店员扫码核销
- `MINI_PROGRAMS`：小程序核销
- `SELF_CONSUME`：用户自助核销
- `PAYMENT_CODE`：微信支付付款码核销
"""

BusiFavorCodeDisplayMode: TypeAlias = Literal["NOT_SHOW", "BARCODE", "QRCODE"]
"""券 code 的展示方式

- `NOT_SHOW`：不展示
- `BARCODE`：条形码
- `QRCODE`：二维码
"""

BusiFavorCouponCodeMode: TypeAlias = Literal["WECHATPAY_MODE", "MERCHANT_API", "MERCHANT_UPLOAD"]
"""券 code 的来源

- `WECHATPAY_MODE`：由微信支付分配
- `MERCHANT_API`：由商户在发券时指定
- `MERCHANT_UPLOAD`：由商户预先上传
"""

BusiFavorStockStatus: TypeAlias = Literal["UNAUDIT", "RUNNING", "STOPED", "PAUSED"]
"""商家券批次状态（`STOPED` 的拼写以微信支付为准）

- `UNAUDIT`：审核中
- `RUNNING`：发放中
- `STOPED`：已停止
- `PAUSED`：已暂停发放
"""

BusiFavorCouponCodeStatus: TypeAlias = Literal["AVAILABLE", "DISPATCHED"]
"""预存券 code 的分配状态

- `AVAILABLE`：可用
- `DISPATCHED`：已分配给用户
"""

BusiFavorCouponStatus: TypeAlias = Literal["SENDED", "USED", "EXPIRED", "DELETED", "DEACTIVATED"]
"""用户券状态

- `SENDED`：可用
- `USED`：已核销
- `EXPIRED`：已过期
- `DELETED`：已被用户删除
- `DEACTIVATED`：已失效
"""

BusiFavorCouponDetailStatus: TypeAlias = Literal[
    "SENDED",
    "USED",
    "EXPIRED",
    "DELETED",
    "DEACTIVATED",
    "PENDING_REDEEM",
    "REDEEM_CONFIRMING",
    "REDEEM_FAILED",
    "REDEEM_EXPIRED",
]
"""单张查询返回的用户券状态，后四个仅见于较新的文档

- `SENDED`：可用
- `USED`：已核销
- `EXPIRED`：已过期
- `DELETED`：已被用户删除
- `DEACTIVATED`：已失效
- `PENDING_REDEEM`：待核销
- `REDEEM_CONFIRMING`：核销确认中
- `REDEEM_FAILED`：核销失败
- `REDEEM_EXPIRED`：核销超时
"""

ProductCouponSendType: TypeAlias = Literal["NORMAL", "MEMBER"]
"""发放的券类型

- `NORMAL`：普通券
- `MEMBER`：会员券
"""

SubsidyPayReceiptStatus: TypeAlias = Literal[
    "ACCEPTED",
    "SUCCESS",
    "FAIL",
    "RETURNING",
    "PARTIAL_RETURN",
    "FULL_RETURN",
]
"""补差付款单状态。官方 SDK 的取值带 `PAY_RECEIPT_` 前缀（另有 `PAY_RECEIPT_UNKNOWN`），读取时应
一并接受。

- `ACCEPTED`：已受理
- `SUCCESS`：付款成功
- `FAIL`：付款失败
- `RETURNING`：回退中
- `PARTIAL_RETURN`：部分回退
- `FULL_RETURN`：全部回退
"""

SubsidyPayReceiptFailReason: TypeAlias = Literal[
    "INSUFFICIENT_BALANCE",
    "NOT_INCOMESPLIT_ORDER",
    "EXCEED_SUBSIDY_AMOUNT_QUOTA",
    "EXCEED_SUBSIDY_COUNT_QUOTA",
    "OTHER",
]
"""补差付款失败的原因。官方 SDK 的取值带 `PAY_RECEIPT_` 前缀，读取时应一并接受。

- `INSUFFICIENT_BALANCE`：扣款商户余额不足
- `NOT_INCOMESPLIT_ORDER`：订单不是分账订单
- `EXCEED_SUBSIDY_AMOUNT_QUOTA`：超出补差金额限额
- `EXCEED_SUBSIDY_COUNT_QUOTA`：超出补差次数限额
- `OTHER`：其他原因
"""

SubsidyReturnReceiptStatus: TypeAlias = Literal[
    "RETURN_RECEIPT_ACCEPTED",
    "RETURN_RECEIPT_SUCCESS",
    "RETURN_RECEIPT_FAIL",
]
"""补差回退单状态。文档示例中也有不带 `RETURN_RECEIPT_` 前缀的取值，官方 SDK 另有
`RETURN_RECEIPT_UNKNOWN`，读取时应一并接受。

- `RETURN_RECEIPT_ACCEPTED`：已受理
- `RETURN_RECEIPT_SUCCESS`：回退成功
- `RETURN_RECEIPT_FAIL`：回退失败
"""

SubsidyReturnReceiptFailReason: TypeAlias = Literal[
    "RETURN_RECEIPT_INSUFFICIENT_BALANCE",
    "RETURN_RECEIPT_OTHER",
]
"""补差回退失败的原因。文档示例中也有不带 `RETURN_RECEIPT_` 前缀的取值，读取时应一并接受。

- `RETURN_RECEIPT_INSUFFICIENT_BALANCE`：原入账商户余额不足
- `RETURN_RECEIPT_OTHER`：其他原因
"""

BusiCouponEventType: TypeAlias = Literal["EVENT_TYPE_BUSICOUPON_SEND"]
"""商家券的业务细分事件类型

- `EVENT_TYPE_BUSICOUPON_SEND`：商家券已发放
"""

BusiFavorSendChannel: TypeAlias = Literal[
    "BUSICOUPON_SEND_CHANNEL_MINIAPP",
    "BUSICOUPON_SEND_CHANNEL_API",
    "BUSICOUPON_SEND_CHANNEL_PAYGIFT",
    "BUSICOUPON_SEND_CHANNEL_H5",
    "BUSICOUPON_SEND_CHANNEL_FTOF",
    "BUSICOUPON_SEND_CHANNEL_MEMBERCARD_ACT",
    "BUSICOUPON_SEND_CHANNEL_HALL",
    "BUSICOUPON_SEND_CHANNEL_JSAPI",
    "JSAPI",
    "BUSICOUPON_SEND_CHANNEL_MINI_APP_LIVE",
    "BUSICOUPON_SEND_CHANNEL_WECHAT_SEARCH",
    "BUSICOUPON_SEND_CHANNEL_PAY_HAS_DISCOUNT",
    "BUSICOUPON_SEND_CHANNEL_WECHAT_AD",
    "BUSICOUPON_SEND_CHANNEL_RIGHTS_PLATFORM",
    "BUSICOUPON_SEND_CHANNEL_RECEIVE_MONEY_GIFT",
    "BUSICOUPON_SEND_CHANNEL_MEMBER_PAY_RIGHT",
    "BUSICOUPON_SEND_CHANNEL_BUSI_SMART_RETAIL",
    "BUSICOUPON_SEND_CHANNEL_FINDER_LIVEROOM",
]
"""商家券的发放渠道

- `BUSICOUPON_SEND_CHANNEL_MINIAPP`：小程序领券组件
- `BUSICOUPON_SEND_CHANNEL_API`：接口发券
- `BUSICOUPON_SEND_CHANNEL_PAYGIFT`：支付有礼
- `BUSICOUPON_SEND_CHANNEL_H5`：H5 页面
- `BUSICOUPON_SEND_CHANNEL_FTOF`：面对面发券
- `BUSICOUPON_SEND_CHANNEL_MEMBERCARD_ACT`：会员有礼
- `BUSICOUPON_SEND_CHANNEL_HALL`：营销馆
- `BUSICOUPON_SEND_CHANNEL_JSAPI`：JSAPI
- `JSAPI`：JSAPI（文档中的另一种写法）
- `BUSICOUPON_SEND_CHANNEL_MINI_APP_LIVE`：小程序直播
- `BUSICOUPON_SEND_CHANNEL_WECHAT_SEARCH`：微信搜一搜
- `BUSICOUPON_SEND_CHANNEL_PAY_HAS_DISCOUNT`：支付有优惠
- `BUSICOUPON_SEND_CHANNEL_WECHAT_AD`：微信广告
- `BUSICOUPON_SEND_CHANNEL_RIGHTS_PLATFORM`：权益平台
- `BUSICOUPON_SEND_CHANNEL_RECEIVE_MONEY_GIFT`：收款有礼
- `BUSICOUPON_SEND_CHANNEL_MEMBER_PAY_RIGHT`：会员支付权益
- `BUSICOUPON_SEND_CHANNEL_BUSI_SMART_RETAIL`：智慧零售
- `BUSICOUPON_SEND_CHANNEL_FINDER_LIVEROOM`：视频号直播间
"""

FavorCouponStatus: TypeAlias = Literal["SENDED", "USED", "EXPIRED"]
"""代金券或消费金的状态

- `SENDED`：可用
- `USED`：已核销
- `EXPIRED`：已过期
"""

FavorCouponType: TypeAlias = Literal["NORMAL", "CUT_TO"]
"""代金券或消费金的类型

- `NORMAL`：满减券或消费金
- `CUT_TO`：减至券
"""

FavorBusinessType: TypeAlias = Literal["MULTIUSE"]
"""细分业务类型

- `MULTIUSE`：可多次使用的消费金
"""
