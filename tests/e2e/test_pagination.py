"""Lists that come in pages, walked item by item: `iter_…` beside every paged operation, with and
without `await`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from corpus import CASE, DOCUMENT, METHODS
from harness import Both, Wire
from wechatpay_marketing import MissingMemberError, PaginationError, ValidationError
from wechatpay_marketing.testing import ReceivedRequest

STORES = "product_coupon.stocks.list_associated_stores"
CODES = "busifavor.coupon_codes.list"
COUPONS = "busifavor.user_coupons.list"
Pages = Mapping[str, Mapping[str, Any]]


def served(fake: Wire, operation: str, key: str, pages: Pages) -> None:
    """The pages by the value of the query parameter `key`."""

    def answer(request: ReceivedRequest) -> Mapping[str, Any]:
        return pages[request.parameters.get(key, "")]

    fake.script(operation, answer=answer, times=None)


def stores(*ids: str, token: str | None = None) -> dict[str, Any]:
    # An absent token would be filled in from the example.
    return {
        "total_count": 5,
        "store_list": [{"store_id": each} for each in ids],
        "next_page_token": token,
    }


def walk_stores(both: Both, mode: str, **given: Any) -> Any:
    return both.client(mode).product_coupon.stocks.iter_associated_stores(
        "1", "2", brand_id="120344", **given
    )


def ids(items: list[Any]) -> list[str]:
    return [item.store_id for item in items]


def cursors(fake: Wire, key: str) -> list[str | None]:
    return [request.parameters.get(key) for request in fake.requests]


# -- by token --------------------------------------------------------------------------------------


def test_pages_by_token(both: Both, fake: Wire, mode: str) -> None:
    pages = {
        "": stores("a", "b", token="T1"),
        "T1": stores("c", token="T2"),
        "T2": stores("d", "e"),
    }
    served(fake, STORES, "page_token", pages)
    assert ids(both.listed(walk_stores(both, mode, page_size=2))) == ["a", "b", "c", "d", "e"]
    assert cursors(fake, "page_token") == [None, "T1", "T2"]
    assert cursors(fake, "page_size") == ["2"] * 3
    assert cursors(fake, "brand_id") == ["120344"] * 3


@pytest.mark.parametrize("last", [stores(), stores(token=""), {**stores(), "store_list": None}])
def test_the_last_page_may_be_empty(
    both: Both, fake: Wire, mode: str, last: dict[str, Any]
) -> None:
    served(fake, STORES, "page_token", {"": stores("a", token="T1"), "T1": last})
    assert ids(both.listed(walk_stores(both, mode))) == ["a"]


@pytest.mark.parametrize("before", [stores("a"), stores()], ids=["after items", "from the start"])
@pytest.mark.parametrize("empty", [stores(), {**stores(), "store_list": None}])
def test_empty_pages_without_end_are_an_error(
    both: Both, fake: Wire, mode: str, before: dict[str, Any], empty: dict[str, Any]
) -> None:
    def answer(request: ReceivedRequest) -> Mapping[str, Any]:
        number = int(request.parameters.get("page_token", "0"))
        return {**(empty if number else before), "next_page_token": str(number + 1)}

    fake.script(STORES, answer=answer, times=None)
    with pytest.raises(PaginationError, match="100 pages in a row had no item"):
        both.listed(walk_stores(both, mode))
    assert len(fake.requests) in (100, 101)


def test_many_empty_pages_may_stand_between_items(both: Both, fake: Wire, mode: str) -> None:
    def answer(request: ReceivedRequest) -> Mapping[str, Any]:
        number = int(request.parameters.get("page_token", "0"))
        page = stores(str(number)) if number % 80 == 0 else stores()
        return {**page, "next_page_token": str(number + 1) if number < 240 else None}

    fake.script(STORES, answer=answer, times=None)
    assert ids(both.listed(walk_stores(both, mode))) == ["0", "80", "160", "240"]


def test_a_page_in_between_may_be_empty(both: Both, fake: Wire, mode: str) -> None:
    served(
        fake,
        STORES,
        "page_token",
        {"": stores("a", token="T1"), "T1": stores(token="T2"), "T2": stores("b")},
    )
    assert ids(both.listed(walk_stores(both, mode))) == ["a", "b"]


def test_an_empty_list(both: Both, fake: Wire, mode: str) -> None:
    served(fake, STORES, "page_token", {"": stores()})
    assert both.listed(walk_stores(both, mode)) == []
    assert len(fake.requests) == 1


def test_a_walk_may_start_at_a_token(both: Both, fake: Wire, mode: str) -> None:
    served(fake, STORES, "page_token", {"T1": stores("c", token="T2"), "T2": stores("d")})
    assert ids(both.listed(walk_stores(both, mode, page_token="T1"))) == ["c", "d"]


@pytest.mark.parametrize(
    "pages",
    [
        {"": stores("a", token="T1"), "T1": stores("b", token="T1")},
        {"": stores("a", token="T1"), "T1": stores("b", token="T2"), "T2": stores("c", token="T1")},
    ],
)
def test_a_repeated_token_is_refused(both: Both, fake: Wire, mode: str, pages: Pages) -> None:
    served(fake, STORES, "page_token", pages)
    with pytest.raises(PaginationError, match="token again"):
        both.listed(walk_stores(both, mode))
    assert len(fake.requests) == len(pages)


def test_the_token_a_walk_started_at_is_refused_too(both: Both, fake: Wire, mode: str) -> None:
    served(fake, STORES, "page_token", {"T1": stores("a", token="T1")})
    with pytest.raises(PaginationError):
        both.listed(walk_stores(both, mode, page_token="T1"))


def test_an_unreadable_token_does_not_pass_for_the_end(both: Both, fake: Wire, mode: str) -> None:
    served(fake, STORES, "page_token", {"": {**stores("a"), "next_page_token": ["T1"]}})
    with pytest.raises(MissingMemberError, match="next_page_token"):
        both.listed(walk_stores(both, mode))


# -- by offset -------------------------------------------------------------------------------------


def codes(*texts: str, total: int) -> dict[str, Any]:
    return {
        "total_count": total,
        "offset": 0,
        "limit": 2,
        "data": [{"coupon_code": text} for text in texts],
    }


def walk_codes(both: Both, mode: str, **given: Any) -> Any:
    return both.client(mode).busifavor.coupon_codes.iter_all("98065001", **given)


def texts(items: list[Any]) -> list[str]:
    return [item.coupon_code for item in items]


def test_offsets_that_count_items(both: Both, fake: Wire, mode: str) -> None:
    pages = {"0": codes("a", "b", total=5), "2": codes("c", "d", total=5), "4": codes("e", total=5)}
    served(fake, CODES, "offset", pages)
    assert texts(both.listed(walk_codes(both, mode, limit=2, status="AVAILABLE"))) == [
        "a",
        "b",
        "c",
        "d",
        "e",
    ]
    assert cursors(fake, "offset") == ["0", "2", "4"]
    assert cursors(fake, "limit") == ["2"] * 3
    assert cursors(fake, "status") == ["AVAILABLE"] * 3


def test_without_a_total_an_empty_page_is_the_end(both: Both, fake: Wire, mode: str) -> None:
    pages = {"0": codes("a", "b", total=0), "2": codes("c", total=0), "3": codes(total=0)}
    served(
        fake,
        CODES,
        "offset",
        {offset: {**page, "total_count": "many"} for offset, page in pages.items()},
    )
    assert texts(both.listed(walk_codes(both, mode, limit=2))) == ["a", "b", "c"]
    assert cursors(fake, "offset") == ["0", "2", "3"]


def test_what_walks_a_list_says_what_the_list_needs(both: Both, mode: str) -> None:
    user_coupons = both.client(mode).busifavor.user_coupons
    assert "`sender_merchant` 至少填一个" in inspect.getdoc(user_coupons.iter_all)


def test_offsets_that_count_pages(both: Both, fake: Wire, mode: str) -> None:
    example = fake_item(COUPONS)
    pages = {
        str(page): {"total_count": 3, "data": [example | {"coupon_code": text} for text in content]}
        for page, content in enumerate(["ab", "c"])
    }
    served(fake, COUPONS, "offset", pages)
    walk = both.client(mode).busifavor.user_coupons.iter_all(
        "openid", appid="wx1", creator_merchant="1900000001", limit=2
    )
    assert texts(both.listed(walk)) == ["a", "b", "c"]
    assert cursors(fake, "offset") == ["0", "1"]


def fake_item(operation: str) -> dict[str, Any]:
    item: dict[str, Any] = CASE[operation].answers[0]["data"][0]
    return item


def test_an_empty_page_ends_the_walk(both: Both, fake: Wire, mode: str) -> None:
    """Items can vanish while the list is read; the total is then never reached."""
    served(fake, CODES, "offset", {"0": codes("a", "b", total=5), "2": codes(total=5)})
    assert texts(both.listed(walk_codes(both, mode))) == ["a", "b"]


def test_an_empty_list_by_offset(both: Both, fake: Wire, mode: str) -> None:
    served(fake, CODES, "offset", {"0": codes(total=0)})
    assert both.listed(walk_codes(both, mode)) == []
    assert len(fake.requests) == 1


def test_a_walk_may_start_at_an_offset(both: Both, fake: Wire, mode: str) -> None:
    served(fake, CODES, "offset", {"2": codes("c", total=3), "3": codes(total=3)})
    assert texts(both.listed(walk_codes(both, mode, offset=2))) == ["c"]


def test_a_repeated_page_is_refused(both: Both, fake: Wire, mode: str) -> None:
    served(fake, CODES, "offset", {str(offset): codes("a", "b", total=9) for offset in range(9)})
    with pytest.raises(PaginationError, match="offset 2 repeats"):
        both.listed(walk_codes(both, mode))
    assert len(fake.requests) == 2


def test_items_that_were_pushed_on_do_not_end_the_walk(both: Both, fake: Wire, mode: str) -> None:
    """A new item at the head of the list has the next page begin with the last item of the one
    before."""
    served(fake, CODES, "offset", {"0": codes("b", "c", total=4), "2": codes("c", "d", total=4)})
    assert texts(both.listed(walk_codes(both, mode))) == ["b", "c", "c", "d"]


# -- both ------------------------------------------------------------------------------------------


def test_nothing_is_fetched_before_it_is_needed(both: Both, fake: Wire) -> None:
    pages = {"": stores("a", "b", token="T1"), "T1": stores("c", token="T2"), "T2": stores("d")}
    served(fake, STORES, "page_token", pages)
    walk = walk_stores(both, "sync")
    assert len(fake.requests) == 0
    assert ids([next(walk), next(walk)]) == ["a", "b"]
    assert len(fake.requests) == 1
    assert next(walk).store_id == "c"
    assert len(fake.requests) == 2


def test_nothing_is_fetched_before_it_is_needed_async(both: Both, fake: Wire) -> None:
    served(fake, STORES, "page_token", {"": stores("a", token="T1"), "T1": stores("b")})
    walk = walk_stores(both, "async")
    assert len(fake.requests) == 0
    assert both.call(lambda: _next(walk)).store_id == "a"
    assert len(fake.requests) == 1
    both.call(walk.aclose)


async def _next(walk: Any) -> Any:
    return await anext(walk)


def test_arguments_are_checked_as_for_one_page(both: Both, fake: Wire, mode: str) -> None:
    with pytest.raises(
        ValidationError, match=r"product_coupon.stocks.list_associated_stores: \$.page_size"
    ):
        both.listed(walk_stores(both, mode, page_size="many"))
    assert fake.requests == []


PAGED: list[str] = [
    operation["operationId"]
    for item in DOCUMENT["paths"].values()
    for operation in (item[method] for method in METHODS if method in item)
    if "x-pagination" in operation
]


@pytest.mark.parametrize("operation", PAGED)
def test_every_paged_operation_can_be_walked(both: Both, operation: str, mode: str) -> None:
    """The example is one page; where it names another one, the fake gives the same again."""
    product, resource, verb = operation.split(".")
    place = getattr(getattr(both.client(mode), product), resource)
    walk: Callable[..., Any] = getattr(
        place, "iter_" + (verb.removeprefix("list_") if verb != "list" else "all")
    )
    case = CASE[operation]
    given = {k: v for k, v in case.arguments.items() if k not in ("page_token", "offset")}
    example = next(part for part in case.answers[0].values() if isinstance(part, list))
    both.fake.script(
        operation, answer={"total_count": len(example), "next_page_token": ""}, times=None
    )
    assert len(both.listed(walk(**given))) == len(example) > 0
