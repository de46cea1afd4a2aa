"""Mistakes that both checkers must find. Checked by mypy and pyright, never run.

Every comment here that silences a finding is itself a finding where there is none to silence.
"""

from datetime import datetime

from wechatpay_marketing import AsyncWechatPay, CallOptions, WechatPay
from wechatpay_marketing.busifavor.params import (
    AvailableWeek,
    BusiFavorStockSendRule,
    CouponUseRuleForCreate,
    FixedValueStockMsgForCreate,
    IrregularAvailableTime,
)


def names(pay: WechatPay) -> None:
    pay.busifavour  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    pay.busifavor.coupon  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    pay.busifavor.coupons.asociate()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    pay.v3.marketing.busifavor.coupons.asociate  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    pay.v3.marketing.busifavor.coupons.associate.get  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    pay.busifavor.stocks.get("1").stock_sate  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def paths(pay: WechatPay, text: str) -> None:
    pay["v3/marketing/busifavor/coupons/asociate"]  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    pay.chain("v3/marketing/busifavor/coupons/asociate")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    pay.chain(text)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    pay["v3/marketing/busifavor/stocks/98065001"]  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    pay["v3/marketing/busifavor/coupons/associate"].get  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def arguments(pay: WechatPay) -> None:
    associate = pay.busifavor.coupons.associate
    associate(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    associate(  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        stock_id="1",
        coupon_code="2",
        out_trade_no="3",
        out_request_number="4",  # pyright: ignore[reportCallIssue]
    )
    associate("1", "2", "3", "4")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    associate(
        stock_id=1,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        coupon_code=b"2",  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        out_trade_no=None,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        out_request_no="4",
        options={"timeout": 3},  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )


def arguments_in_every_spelling(pay: WechatPay) -> None:
    place = pay.v3.marketing.busifavor.coupons.associate
    place(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    place.post(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    item = pay["v3/marketing/busifavor/coupons/associate"]
    item(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    item.post(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no=4)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    stock = pay.chain("v3/marketing/busifavor/stocks/{stock_id}")
    stock.get()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    stock(stock_id="1")  # type: ignore[operator]  # pyright: ignore[reportCallIssue]


async def arguments_of_coroutines(pay: AsyncWechatPay) -> None:
    associate = pay.busifavor.coupons.associate
    await associate(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    place = pay.v3.marketing.busifavor.coupons.associate
    await place(stock_id=1, coupon_code="2", out_trade_no="3", out_request_no="4")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    answer = associate(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    answer.wechatpay_associate_time  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]


def enums(pay: WechatPay) -> None:
    pay.busifavor.coupon_codes.list("1", status="USED")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pay.product_coupon.stocks.list("1", brand_id="2", state="sending")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def bodies(pay: WechatPay, rule: CouponUseRuleForCreate) -> None:
    pay.busifavor.stocks.create(
        stock_name="name",
        belong_merchant="10000022",
        goods_name="goods",
        stock_type="NORMALL",  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        coupon_use_rule=rule,
        stock_send_rule={"max_coupon": 1, "max_coupons_per_user": 5},  # type: ignore[typeddict-unknown-key]  # pyright: ignore[reportArgumentType]
        out_request_no="1",
        coupon_code_mode="WECHATPAY_MODE",
        notify_config={"notify_appid": None},  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    pay.product_coupon.stocks.associate_stores(
        "1",
        "2",
        brand_id="3",
        store_list=[{"store": "4"}],  # type: ignore[typeddict-item, typeddict-unknown-key]  # pyright: ignore[reportArgumentType]
    )


def bodies_beforehand() -> None:
    send: BusiFavorStockSendRule = {"max_coupons": 1}  # type: ignore[typeddict-item]  # pyright: ignore[reportAssignmentType]
    send["max_coupon"] = 2  # type: ignore[typeddict-unknown-key]  # pyright: ignore[reportGeneralTypeIssues]
    send["max_coupons"] = None  # type: ignore[typeddict-item]  # pyright: ignore[reportGeneralTypeIssues]
    amount: FixedValueStockMsgForCreate = {"discount_amount": 0.5, "transaction_minimum": 1}  # type: ignore[typeddict-item]  # pyright: ignore[reportAssignmentType]
    week: AvailableWeek = {"week_day": [7]}  # type: ignore[list-item]  # pyright: ignore[reportAssignmentType]
    days: IrregularAvailableTime = {"begin_time": 1750000000}  # type: ignore[typeddict-item]  # pyright: ignore[reportAssignmentType]
    deep: CouponUseRuleForCreate = {
        "coupon_available_time": {
            "available_begin_time": "2025-08-01T00:00:00+08:00",
            "available_end_time": datetime(2025, 8, 31),
            "available_week": {"week_days": [1]},  # type: ignore[typeddict-unknown-key]  # pyright: ignore[reportAssignmentType]
        },
        "use_method": "OFF_LINE",
    }
    print(send, amount, week, days, deep)


def options(pay: WechatPay) -> None:
    CallOptions(time_out=3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    CallOptions(retries="2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pay.with_options(verify=False)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    WechatPay(merchant="1900000001")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pay.busifavor.images.upload("a.png")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pay.busifavor.images.upload(file=5, filename="a.png")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
