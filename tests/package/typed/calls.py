"""Every spelling of a call has the types of the operation. Checked by mypy and pyright, never
run."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import Final, assert_type

from wechatpay_marketing import AsyncWechatPay, CallOptions, WechatPay
from wechatpay_marketing._runtime.answer import NoContent
from wechatpay_marketing.brand.models import BrandStockEntity
from wechatpay_marketing.busifavor.models import (
    AssociateTradeInfoResponse,
    CouponCodeEntity,
    CouponCodeListResponse,
    CreateBusiFavorStockResponse,
    ModifyBudgetResponse,
    StockGetResponse,
)
from wechatpay_marketing.busifavor.params import BusiFavorStockSendRule, CouponUseRuleForCreate
from wechatpay_marketing.product_coupon.models import StoreAssociationResponse, StoreInfo


def associate(pay: WechatPay) -> None:
    a = pay.busifavor.coupons.associate(
        stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4"
    )
    assert_type(a, AssociateTradeInfoResponse)
    assert_type(a.wechatpay_associate_time, datetime)

    coupons = pay.v3.marketing.busifavor.coupons
    b = coupons.associate.post(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(b, AssociateTradeInfoResponse)
    c = coupons.associate(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(c, AssociateTradeInfoResponse)

    place = pay.chain("v3/marketing/busifavor/coupons/associate")
    d = place.post(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(d, AssociateTradeInfoResponse)
    e = place(
        stock_id="1",
        coupon_code="2",
        out_trade_no="3",
        out_request_no="4",
        options=CallOptions(timeout=3),
    )
    assert_type(e, AssociateTradeInfoResponse)

    item = pay["v3/marketing/busifavor/coupons/associate"]
    f = item.post(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(f, AssociateTradeInfoResponse)
    g = item(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(g, AssociateTradeInfoResponse)


async def associate_async(pay: AsyncWechatPay) -> None:
    a = await pay.busifavor.coupons.associate(
        stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4"
    )
    assert_type(a, AssociateTradeInfoResponse)

    coupons = pay.v3.marketing.busifavor.coupons
    b = await coupons.associate.post(
        stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4"
    )
    assert_type(b, AssociateTradeInfoResponse)
    c = await coupons.associate(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(c, AssociateTradeInfoResponse)

    place = pay.chain("v3/marketing/busifavor/coupons/associate")
    d = await place.post(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(d, AssociateTradeInfoResponse)
    item = pay["v3/marketing/busifavor/coupons/associate"]
    e = await item(stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4")
    assert_type(e, AssociateTradeInfoResponse)


def path_parameters(pay: WechatPay) -> None:
    """By position or by name in the resource; by name in a chain, where their place has
    underscores around it.

    To pyright's `reportPrivateUsage` such a name is a private one; the spelling of the other SDKs
    is worth it.
    """
    a = pay.product_coupon.stocks.associate_stores(
        "1", "2", brand_id="3", store_list=[{"store_id": "4"}]
    )
    assert_type(a, StoreAssociationResponse)
    coupons = pay.v3.marketing.partner.product_coupon.product_coupons
    stock = coupons._product_coupon_id_.stocks._stock_id_  # pyright: ignore[reportPrivateUsage]
    b = stock.associate_stores(
        product_coupon_id="1", stock_id="2", brand_id="3", store_list=[{"store_id": "4"}]
    )
    assert_type(b, StoreAssociationResponse)
    path: Final = (
        "v3/marketing/partner/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}/associate-stores"
    )
    c = pay[path].post(
        product_coupon_id="1", stock_id="2", brand_id="3", store_list=[{"store_id": "4"}]
    )
    assert_type(c, StoreAssociationResponse)


def methods_of_one_place(pay: WechatPay) -> None:
    place = pay.chain("v3/marketing/busifavor/stocks/{stock_id}")
    assert_type(place.get(stock_id="1"), StockGetResponse)
    assert_type(place.patch(stock_id="1", out_request_no="2", comment="3"), NoContent)
    budget = place.budget.patch(
        stock_id="1", modify_budget_request_no="2", target_max_coupons=3, current_max_coupons=2
    )
    assert_type(budget, ModifyBudgetResponse)


def brand(pay: WechatPay) -> None:
    a = pay.brand.stocks.get("1", "2")
    assert_type(a, BrandStockEntity)
    coupons = pay.brand.marketing.product_coupon.product_coupons
    stock = coupons._product_coupon_id_.stocks._stock_id_  # pyright: ignore[reportPrivateUsage]
    assert_type(stock.get(product_coupon_id="1", stock_id="2"), BrandStockEntity)
    path: Final = (
        "brand/marketing/product-coupon/product-coupons/{product_coupon_id}/stocks/{stock_id}"
    )
    assert_type(pay[path].get(product_coupon_id="1", stock_id="2"), BrandStockEntity)


def bodies(pay: WechatPay, moment: datetime) -> None:
    """Nested objects are plain dicts, written in place or beforehand; times are text or
    `datetime`."""
    rule: CouponUseRuleForCreate = {
        "coupon_available_time": {
            "available_begin_time": "2025-08-01T00:00:00+08:00",
            "available_end_time": moment,
            "available_week": {
                "week_day": [1, 2],
                "available_day_time": [{"begin_time": 3600, "end_time": 86399}],
            },
        },
        "fixed_normal_coupon": {"discount_amount": 500, "transaction_minimum": 10000},
        "use_method": "OFF_LINE",
    }
    send_rule: BusiFavorStockSendRule = {"max_coupons": 100, "max_coupons_per_user": 5}
    a = pay.busifavor.stocks.create(
        stock_name="8月1日活动券",
        belong_merchant="10000022",
        goods_name="全场商品可用",
        stock_type="NORMAL",
        coupon_use_rule=rule,
        stock_send_rule=send_rule,
        out_request_no="100002322019090134234sfdf",
        coupon_code_mode="WECHATPAY_MODE",
        display_pattern_info={"background_color": "Color020"},
        comment=None,
    )
    assert_type(a, CreateBusiFavorStockResponse)


def uploads(pay: WechatPay) -> None:
    from pathlib import Path

    pay.busifavor.images.upload(file=b"...", filename="a.png")
    pay.busifavor.images.upload(Path("a.png"))
    pay.busifavor.images.upload(file=Path("a.png"))
    with Path("a.png").open("rb") as file:
        pay.brand.images.upload(file=file)
        pay.v3.marketing.favor.media.image_upload(file=file)


def lists(pay: WechatPay) -> None:
    page = pay.busifavor.coupon_codes.list("1", status="AVAILABLE", offset=0, limit=20)
    assert_type(page, CouponCodeListResponse)
    assert_type(page.data, list[CouponCodeEntity] | None)
    assert_type(pay.busifavor.coupon_codes.iter_all("1"), Iterator[CouponCodeEntity])
    stores = pay.product_coupon.stocks.iter_associated_stores("1", "2", brand_id="3")
    assert_type([store.store_id for store in stores], list[str])


async def lists_async(pay: AsyncWechatPay) -> None:
    assert_type(pay.busifavor.coupon_codes.iter_all("1"), AsyncIterator[CouponCodeEntity])
    async for store in pay.product_coupon.stocks.iter_associated_stores("1", "2", brand_id="3"):
        assert_type(store, StoreInfo)


def views(pay: WechatPay) -> None:
    assert_type(pay.with_options(timeout=3, retries=0, validate=False), WechatPay)
    with pay as same:
        assert_type(same, WechatPay)
    assert_type(WechatPay.from_env(), WechatPay)


async def views_async(pay: AsyncWechatPay) -> None:
    assert_type(pay.with_options(timeout=3), AsyncWechatPay)
    async with pay as same:
        assert_type(same, AsyncWechatPay)
