# From spec/ and templates/package/{product}/enums.py.jinja by `make generate`; do not edit.
"""商品券（服务商）：枚举值。应答中可能出现这里没有的值。"""

from __future__ import annotations

from typing import Literal, TypeAlias

ProductCouponScope: TypeAlias = Literal["ALL", "SINGLE", "CATEGORY"]
"""优惠范围；`CATEGORY` 只在较新的文档页出现，官方示例代码没有

- `ALL`：全场券
- `SINGLE`：指定商品，支持全部券类型
- `CATEGORY`：一类商品，由商户自行判断是否适用，只支持满减券与折扣券
"""

ProductCouponType: TypeAlias = Literal["NORMAL", "DISCOUNT", "EXCHANGE"]
"""商品券类型

- `NORMAL`：满减券
- `DISCOUNT`：折扣券
- `EXCHANGE`：兑换券，只支持 `scope` 为 `SINGLE`
"""

UsageMode: TypeAlias = Literal["SINGLE", "PROGRESSIVE_BUNDLE", "SEQUENTIAL"]
"""使用模式；`SEQUENTIAL` 是旧版的多次优惠（2025 年 8 月的文档），已由 `PROGRESSIVE_BUNDLE` 取
代，创建时请勿填写

- `SINGLE`：单券，用一次
- `PROGRESSIVE_BUNDLE`：多次优惠，按次序使用，每次对应一个批次
- `SEQUENTIAL`：旧版的多次优惠，请勿再用
"""

CouponCodeDisplayMode: TypeAlias = Literal["INVISIBLE", "BARCODE", "QRCODE"]
"""用户商品券 code 展示模式

- `INVISIBLE`：不展示
- `BARCODE`：条形码
- `QRCODE`：二维码
"""

StockStoreScope: TypeAlias = Literal["NONE", "ALL", "SPECIFIC"]
"""可用门店范围

- `NONE`：不限门店
- `ALL`：品牌的全部门店
- `SPECIFIC`：仅限已关联的门店
"""

CouponCodeMode: TypeAlias = Literal["WECHATPAY", "UPLOAD", "API_ASSIGN"]
"""券 code 分配模式

- `WECHATPAY`：微信支付生成
- `UPLOAD`：品牌预先上传
- `API_ASSIGN`：发券时由品牌指定
"""

WeekEnum: TypeAlias = Literal[
    "MONDAY",
    "TUESDAY",
    "WEDNESDAY",
    "THURSDAY",
    "FRIDAY",
    "SATURDAY",
    "SUNDAY",
]
"""星期

- `MONDAY`：星期一
- `TUESDAY`：星期二
- `WEDNESDAY`：星期三
- `THURSDAY`：星期四
- `FRIDAY`：星期五
- `SATURDAY`：星期六
- `SUNDAY`：星期日
"""

CouponUsageMethod: TypeAlias = Literal["OFFLINE", "MINI_PROGRAM", "APP", "PAYMENT_CODE"]
"""券使用方式

- `OFFLINE`：线下门店核销
- `MINI_PROGRAM`：小程序内核销
- `APP`：APP 内核销
- `PAYMENT_CODE`：出示微信支付付款码核销
"""

AppJumpType: TypeAlias = Literal["H5", "PASSCODE_LINK", "USAGE_GUIDE"]
"""APP 跳转类型

- `H5`：跳转 H5 页面
- `PASSCODE_LINK`：打开口令链接
- `USAGE_GUIDE`：展示使用引导
"""

BundleCouponCodeMode: TypeAlias = Literal["WECHATPAY", "UPLOAD"]
"""批次组的券 code 分配模式；整组发放不能逐张指定券 code，故没有 `API_ASSIGN`，官方示例代码的共用
类型则有

- `WECHATPAY`：微信支付生成
- `UPLOAD`：品牌预先上传
"""

ProductCouponState: TypeAlias = Literal["AUDITING", "EFFECTIVE", "DEACTIVATED"]
"""商品券状态

- `AUDITING`：审核中
- `EFFECTIVE`：生效中
- `DEACTIVATED`：已失效
"""

SequentialUsageType: TypeAlias = Literal["INCREMENTAL", "EQUAL"]
"""旧版多次优惠的规则类型

- `INCREMENTAL`：优惠逐次递增
- `EQUAL`：每次优惠相同
"""

StockState: TypeAlias = Literal["AUDITING", "SENDING", "PAUSED", "STOPPED", "DEACTIVATED"]
"""批次状态

- `AUDITING`：审核中
- `SENDING`：发放中，仅此状态可发券
- `PAUSED`：暂停发放
- `STOPPED`：已到结束时间，停止发放
- `DEACTIVATED`：已失效
"""

UpdateBudgetMode: TypeAlias = Literal["MAX_COUNT", "MAX_COUNT_PER_DAY"]
"""预算修改方式

- `MAX_COUNT`：修改发放次数总上限
- `MAX_COUNT_PER_DAY`：修改每日发放次数上限
"""

UserProductCouponState: TypeAlias = Literal[
    "CONFIRMING",
    "PENDING",
    "EFFECTIVE",
    "USED",
    "EXPIRED",
    "DELETED",
    "DEACTIVATED",
]
"""用户商品券状态

- `CONFIRMING`：已发放，待品牌确认
- `PENDING`：已确认，未到有效期
- `EFFECTIVE`：可使用
- `USED`：已核销
- `EXPIRED`：已过期
- `DELETED`：已被用户删除，没有通知
- `DEACTIVATED`：已失效
"""

UserProductCouponSendChannel: TypeAlias = Literal[
    "API",
    "BRAND_MANAGE",
    "RECEIVE_COMPONENT",
    "MERCHANT_CARD",
    "MEMBER",
    "SMALL_ACTIVITY",
]
"""发券渠道；`MERCHANT_CARD`、`MEMBER`、`SMALL_ACTIVITY` 只在较新的文档页出现，今后可能再增加

- `API`：接口发放
- `BRAND_MANAGE`：品牌经营平台活动发放
- `RECEIVE_COMPONENT`：领券组件领取
- `MERCHANT_CARD`：商家名片领取
- `MEMBER`：会员渠道
- `SMALL_ACTIVITY`：小活动
"""

UserProductCouponTag: TypeAlias = Literal["MEMBER"]
"""用户商品券标签

- `MEMBER`：会员券
"""

SequentialUsageDetailState: TypeAlias = Literal[
    "PENDING",
    "EFFECTIVE",
    "USED",
    "EXPIRED",
    "DELETED",
    "DEACTIVATED",
]
"""旧版多次优惠中一次的状态

- `PENDING`：未到有效期
- `EFFECTIVE`：可使用
- `USED`：已核销
- `EXPIRED`：已过期
- `DELETED`：已被用户删除
- `DEACTIVATED`：已失效
"""

ImageGenerationType: TypeAlias = Literal["COMBINE_IMAGE", "CUT_OUT"]
"""图片生成类型

- `COMBINE_IMAGE`：拼图，合成商品券图片
- `CUT_OUT`：抠图，抠出商品
"""

CombineImageUsageMode: TypeAlias = Literal["SINGLE", "PROGRESSIVE_BUNDLE"]
"""拼图支持的使用模式

- `SINGLE`：单券
- `PROGRESSIVE_BUNDLE`：多次优惠
"""

ImageTaskState: TypeAlias = Literal["PROCESSING", "FAIL", "SUCCESS"]
"""图片生成任务状态

- `PROCESSING`：处理中
- `FAIL`：失败
- `SUCCESS`：成功
"""

ProductCouponSendEventChannel: TypeAlias = Literal[
    "API",
    "BRAND_MANAGE",
    "RECEIVE_COMPONENT",
    "MEMBER",
]
"""领券通知中的发券渠道，少于 `UserProductCouponSendChannel`

- `API`：接口发放
- `BRAND_MANAGE`：品牌经营平台活动发放
- `RECEIVE_COMPONENT`：领券组件领取
- `MEMBER`：会员渠道
"""
