"""Mistakes that both checkers must find. Checked by mypy and pyright, never run.

Every comment here that silences a finding is itself a finding where there is none to silence.
"""

from datetime import datetime

from wechatpay_marketing import AsyncWechatPay, CallOptions, WechatPay
from wechatpay_marketing.busifavor.params import BusiFavorStockSendRule
from wechatpay_marketing.product_coupon.params import StoreInfo


def names(pay: WechatPay) -> None:
    pay.busifavour  # type: ignore[attr-defined]  # pyright: ignore
    pay.busifavor.coupon  # type: ignore[attr-defined]  # pyright: ignore
    pay.busifavor.coupons.asociate()  # type: ignore[attr-defined]  # pyright: ignore
    pay.v3.marketing.busifavor.coupons.asociate  # type: ignore[attr-defined]  # pyright: ignore
    pay.v3.marketing.busifavor.coupons.associate.get  # type: ignore[attr-defined]  # pyright: ignore
    pay.busifavor.stocks.get("1").stock_sate  # type: ignore[attr-defined]  # pyright: ignore


def paths(pay: WechatPay, text: str) -> None:
    pay["v3/marketing/busifavor/coupons/asociate"]  # type: ignore[call-overload]  # pyright: ignore
    pay.chain("v3/marketing/busifavor/coupons/asociate")  # type: ignore[call-overload]  # pyright: ignore
    pay.chain(text)  # type: ignore[call-overload]  # pyright: ignore
    pay["v3/marketing/busifavor/stocks/98065001"]  # type: ignore[call-overload]  # pyright: ignore
    pay["v3/marketing/busifavor/coupons/associate"].get  # type: ignore[attr-defined]  # pyright: ignore


def arguments(pay: WechatPay) -> None:
    associate = pay.busifavor.coupons.associate
    associate(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore
    associate(  # type: ignore[call-arg]  # pyright: ignore
        stock_id="1",
        coupon_code="2",
        out_trade_no="3",
        out_request_number="4",  # pyright: ignore
    )
    associate("1", "2", "3", "4")  # type: ignore[misc]  # pyright: ignore
    associate(
        stock_id=1,  # type: ignore[arg-type]  # pyright: ignore
        coupon_code=b"2",  # type: ignore[arg-type]  # pyright: ignore
        out_trade_no=None,  # type: ignore[arg-type]  # pyright: ignore
        out_request_no="4",
        options={"timeout": 3},  # type: ignore[arg-type]  # pyright: ignore
    )


def arguments_in_every_spelling(pay: WechatPay) -> None:
    place = pay.v3.marketing.busifavor.coupons.associate
    place(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore
    place.post(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore
    item = pay["v3/marketing/busifavor/coupons/associate"]
    item(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore
    item.post(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no=4)  # type: ignore[arg-type]  # pyright: ignore
    stock = pay.chain("v3/marketing/busifavor/stocks/{stock_id}")
    stock.get()  # type: ignore[call-arg]  # pyright: ignore
    stock(stock_id="1")  # type: ignore[operator]  # pyright: ignore


async def arguments_of_coroutines(pay: AsyncWechatPay) -> None:
    associate = pay.busifavor.coupons.associate
    await associate(stock_id="1", coupon_code="2", out_trade_no="3")  # type: ignore[call-arg]  # pyright: ignore
    place = pay.v3.marketing.busifavor.coupons.associate
    await place(stock_id=1, coupon_code="2", out_trade_no="3", out_request_no="4")  # type: ignore[arg-type]  # pyright: ignore
    answer = associate(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    answer.wechatpay_associate_time  # type: ignore[attr-defined]  # pyright: ignore


def enums(pay: WechatPay) -> None:
    pay.busifavor.coupon_codes.list("1", status="USED")  # type: ignore[arg-type]  # pyright: ignore
    pay.product_coupon.stocks.list("1", brand_id="2", state="sending")  # type: ignore[arg-type]  # pyright: ignore


def keys_of_bodies(pay: WechatPay) -> None:
    pay.busifavor.stocks.create(
        stock_name="name",
        belong_merchant="10000022",
        goods_name="goods",
        stock_type="NORMALL",  # type: ignore[arg-type]  # pyright: ignore
        coupon_use_rule={
            "coupon_available_time": {
                "available_begin_time": 1750000000,  # type: ignore[typeddict-item]  # pyright: ignore
                "available_end_time": datetime(2025, 8, 31),
                "available_week": {"week_day": [7]},  # type: ignore[list-item]  # pyright: ignore
            },
            "fixed_normal_coupon": {"discount_amount": 0.5},  # type: ignore[typeddict-item]  # pyright: ignore
            "use_method": "ONLINE",  # type: ignore[typeddict-item]  # pyright: ignore
        },
        stock_send_rule={"max_coupon": 100, "max_coupons_per_user": 5},  # type: ignore[typeddict-unknown-key]  # pyright: ignore
        out_request_no="1",
        coupon_code_mode="WECHATPAY_MODE",
    )


def bodies_beforehand() -> None:
    rule: BusiFavorStockSendRule = {"max_coupons": 1}  # type: ignore[typeddict-item]  # pyright: ignore
    rule["max_coupon"] = 2  # type: ignore[typeddict-unknown-key]  # pyright: ignore
    rule["max_coupons"] = None  # type: ignore[typeddict-item]  # pyright: ignore
    stores: list[StoreInfo] = [{"store": "1"}]  # type: ignore[typeddict-item,typeddict-unknown-key]  # pyright: ignore
    print(stores)


def options(pay: WechatPay) -> None:
    CallOptions(time_out=3)  # type: ignore[call-arg]  # pyright: ignore
    CallOptions(retries="2")  # type: ignore[arg-type]  # pyright: ignore
    pay.with_options(verify=False)  # type: ignore[call-arg]  # pyright: ignore
    WechatPay(merchant="1900000001")  # type: ignore[arg-type]  # pyright: ignore
    pay.busifavor.images.upload(file=5, filename="a.png")  # type: ignore[arg-type]  # pyright: ignore
