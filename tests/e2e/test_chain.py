"""The URL tree: every path of the API as attributes or as text, leading to the methods of the
resources."""

from __future__ import annotations

import inspect
import pydoc
from typing import Any
from unittest import mock

import pytest
from corpus import CASES, Case
from harness import Both, Wire
from wechatpay_marketing import WechatPay
from wechatpay_marketing.brand.stocks import Stocks as BrandStocks
from wechatpay_marketing.busifavor.coupons import Coupons

ASSOCIATE = {
    "stock_id": "100088",
    "coupon_code": "sxxe34343434",
    "out_trade_no": "MCH_1",
    "out_request_no": "1002600",
}
PATHS: dict[str, list[Case]] = {}
for _case in CASES:
    PATHS.setdefault(_case.path, []).append(_case)


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_every_path_has_a_place_with_exactly_its_methods(pay: WechatPay, path: str) -> None:
    place = pay.chain(path)  # type: ignore[call-overload]
    found = {name for name in ("get", "post", "patch", "put", "delete") if hasattr(place, name)}
    assert found == {case.method for case in PATHS[path]}
    shorthand = [case for case in PATHS[path] if case.shorthand]
    assert callable(place) == bool(shorthand)
    for case in shorthand:
        assert place.__call__ == getattr(place, case.method)


def test_segments_as_attributes(pay: WechatPay) -> None:
    coupons = pay.v3.marketing.busifavor.coupons
    assert (
        repr(coupons.return_)
        == "<BusifavorCouponsReturnPath `v3/marketing/busifavor/coupons/return`>"
    )
    assert "coupons/{card_id}/send" in repr(coupons._card_id_.send)
    partner = pay.v3.marketing.partner.product_coupon.product_coupons
    assert "stocks/{stock_id}/associate-stores" in repr(
        partner._product_coupon_id_.stocks._stock_id_.associate_stores
    )


def test_a_place_beside_a_placeholder(pay: WechatPay, fake: Wire) -> None:
    """`coupons/send` and `coupons/{card_id}/send` are two operations."""
    coupons = pay.v3.marketing.busifavor.coupons
    coupons._card_id_.send(card_id="send", **_sent("busifavor.gov_cards.send"))
    coupons.send(**_sent("busifavor.coupons.send"))
    assert [request.operation for request in fake.requests] == [
        "busifavor.gov_cards.send",
        "busifavor.coupons.send",
    ]


def _sent(operation: str) -> Any:
    return next(case.requests[0] for case in CASES if case.id == operation)


def test_the_brand_tree_grows_beside_the_brand_product(pay: WechatPay) -> None:
    """Brand paths begin with `/brand`, and the product is called `brand`: one attribute leads to
    both."""
    place = pay.brand.marketing.product_coupon.product_coupons._product_coupon_id_.stocks
    assert place.get.__func__ is pay.brand.stocks.list.__func__ is BrandStocks.list  # type: ignore[attr-defined]
    assert "brand/marketing/product-coupon" in repr(place)
    assert repr(pay["brand/marketing/product-coupon/product-coupons"]) == repr(
        pay.brand.marketing.product_coupon.product_coupons
    )


# -- calls -----------------------------------------------------------------------------------------


def test_shorthand_is_post_or_the_only_method(pay: WechatPay, fake: Wire) -> None:
    callbacks = pay.v3.marketing.busifavor.callbacks  # GET and POST
    callbacks(mchid="10000098", notify_url="https://pay.example.com/wechat")
    # only GET
    pay.v3.marketing.busifavor.subsidy.pay_receipts._subsidy_receipt_id_(
        subsidy_receipt_id="1" * 28
    )
    # only PATCH
    pay.v3.marketing.busifavor.stocks._stock_id_.budget(
        stock_id="98065001",
        modify_budget_request_no="1",
        target_max_coupons=2,
        current_max_coupons=1,
    )
    assert [request.method for request in fake.requests] == ["POST", "GET", "PATCH"]
    both_get_and_patch: Any = pay.v3.marketing.busifavor.stocks._stock_id_
    with pytest.raises(TypeError, match="not callable"):
        both_get_and_patch(stock_id="98065001")


def test_all_spellings_are_one_method(both: Both, mode: str) -> None:
    """For both clients the same: only what it is bound to makes it a coroutine function."""
    client = both.client(mode)
    place = client.v3.marketing.busifavor.coupons.associate
    path = "v3/marketing/busifavor/coupons/associate"
    spellings = [
        client.busifavor.coupons.associate,
        place.post,
        place.__call__,
        client.chain(path).post,
        client[path].post,
        client.chain(f"/{path}").post,
        client[f"/{path}/"].post,
    ]
    assert len({spelling.__func__ for spelling in spellings}) == 1
    assert {inspect.unwrap(spelling.__func__) for spelling in spellings} == {Coupons.associate}
    call = place.post(**ASSOCIATE)
    assert inspect.iscoroutine(call) == (mode == "async")
    if mode == "async":
        call.close()


def test_views_have_a_tree_of_their_own(both: Both, fake: Wire, mode: str) -> None:
    client = both.client(mode)
    assert client.v3  # the tree of the client itself is there before the view
    view = client.with_options(headers={"Accept-Language": "en"})
    for method in (
        view.v3.marketing.busifavor.coupons.associate,
        view["v3/marketing/busifavor/coupons/associate"].post,
    ):
        both.call(method, **ASSOCIATE)
    both.call(client.v3.marketing.busifavor.coupons.associate, **ASSOCIATE)
    assert [request.headers.get("Accept-Language") for request in fake.requests] == [
        "en",
        "en",
        None,
    ]


# -- mistakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("v3/marketing/busifavour/coupons", "nothing at 'busifavour'; did you mean 'busifavor'?"),
        ("v3/marketing/busifavor/coupons/asociate", "did you mean 'associate'?"),
        ("brand/marketing/product_cupon", "did you mean 'product-coupon'?"),
        ("v3/certificate", "did you mean 'certificates'?"),
        ("v3/marketing/busifavor/stocks/98065001", "placeholders stay as they are: '{stock_id}'"),
        ("v3/marketing/busifavor/stocks/{id}", "'{stock_id}'"),
        ("v4/marketing", "nothing at 'v4'"),
        ("", "no path ''"),
        ("brand", "no path 'brand'"),
        ("brand/stocks", "no path 'brand/stocks'"),
        ("busifavor/coupons", "no path 'busifavor/coupons'"),
        ("v3/marketing/__class__", "nothing at '__class__'"),
        ("v3/marketing/_resource", "no path"),
        ("v3/marketing/busifavor/coupons/associate/post", "nothing at 'post'"),
        ("v3/marketing/busifavor/coupons/associate?x=1", "did you mean 'associate'?"),
    ],
)
def test_wrong_paths_are_refused_with_a_hint(
    both: Both, mode: str, path: str, message: str
) -> None:
    client = both.client(mode)
    for lookup in (client.chain, client.__getitem__):
        with pytest.raises(KeyError) as caught:
            lookup(path)
        assert message in caught.value.args[0]


def test_a_wrong_attribute_is_an_ordinary_error(pay: WechatPay) -> None:
    """Python itself proposes the right one: the error carries the place and the name."""
    place: Any = pay.v3.marketing
    with pytest.raises(AttributeError) as caught:
        _ = place.busifavour
    assert caught.value.obj is place
    assert caught.value.name == "busifavour"
    assert "busifavor" in dir(place)


# -- help ------------------------------------------------------------------------------------------


def test_dir_shows_what_is_below(pay: WechatPay) -> None:
    public = [name for name in dir(pay.v3.marketing.busifavor) if not name.startswith("_")]
    below = {case.segments[3] for case in CASES if case.path.startswith("v3/marketing/busifavor/")}
    assert public == sorted(below)
    assert {"v3", "chain", "busifavor", "brand", "webhooks"} <= set(dir(pay))


def test_help_shows_the_documentation_of_the_operation(both: Both, mode: str) -> None:
    client = both.client(mode)
    for method in (
        client.v3.marketing.busifavor.coupons.associate.post,
        client.busifavor.coupons.associate,
    ):
        text = pydoc.render_doc(method, renderer=pydoc.plaintext)
        assert "关联订单信息" in text
        assert "out_request_no" in text
    place = pydoc.render_doc(
        client.v3.marketing.busifavor.coupons.associate, renderer=pydoc.plaintext
    )
    assert "`v3/marketing/busifavor/coupons/associate`" in place
    assert "关联订单信息" in place


def test_signatures_are_those_of_the_resource(both: Both, mode: str) -> None:
    client = both.client(mode)
    signature = inspect.signature(client["v3/marketing/busifavor/coupons/associate"].post)
    assert signature == inspect.signature(client.busifavor.coupons.associate)
    assert list(signature.parameters)[-1] == "options"
    assert all(
        parameter.kind is parameter.KEYWORD_ONLY for parameter in signature.parameters.values()
    )


def test_who_asks_whether_a_method_is_a_coroutine_function_is_told(both: Both, mode: str) -> None:
    """Mocks, retry decorators and `async_to_sync` do."""
    client: Any = both.client(mode)
    path = client.v3.marketing.busifavor.coupons.associate
    for method in (client.busifavor.coupons.associate, path.post, path.__call__):
        assert inspect.iscoroutinefunction(method) == (mode == "async")
    with mock.patch.object(client.busifavor.stocks, "get") as mocked:
        assert isinstance(mocked, mock.AsyncMock) == (mode == "async")
