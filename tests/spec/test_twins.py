"""A brand's operation is its provider twin without `brand_id`: what else differs is meant, and
listed here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.read import bundle
from generator.read.document import contents, members, operations, parameters, resolve

SPEC = bundle.load(Path(__file__).parents[2] / "spec")
BRAND, PROVIDER = "/brand/marketing/product-coupon", "/v3/marketing/partner/product-coupon"
OPERATIONS = {(path, method): operation for path, method, operation in operations(SPEC)}
TWINS = [
    pytest.param(
        operation, OPERATIONS[path.replace(BRAND, PROVIDER), method], id=f"{method} {path}"
    )
    for (path, method), operation in OPERATIONS.items()
    if path.startswith(BRAND)
]

PROVIDERS_ONLY = {
    "brand_id",  # a brand's identity says it
    "app_jump_type",  # these four stand on provider pages alone
    "passcode_link",
    "available_seconds",
    "saved_amount",
}
MAY_BE_MISSING_FOR_BRANDS = {  # the pages of providers promise them, the models of brands do not
    "max_count_per_user",
    "total_count",
}


@pytest.mark.parametrize(("brand", "provider"), TWINS)
def test_a_brand_has_the_members_of_its_twin(brand: Any, provider: Any) -> None:
    ours, theirs = shape(brand), shape(provider)
    assert ours.keys() <= theirs.keys()
    assert [place for place in theirs.keys() - ours.keys() if place[-1] not in PROVIDERS_ONLY] == []


@pytest.mark.parametrize(("brand", "provider"), TWINS)
def test_a_member_is_required_of_both_or_of_none(brand: Any, provider: Any) -> None:
    ours, theirs = shape(brand), shape(provider)
    looser = {place[-1] for place, required in ours.items() if theirs[place] and not required}
    stricter = {place for place, required in ours.items() if required and not theirs[place]}
    assert looser <= MAY_BE_MISSING_FOR_BRANDS
    assert not stricter


@pytest.mark.parametrize(("brand", "provider"), TWINS)
def test_twins_are_called_alike(brand: Any, provider: Any) -> None:
    assert brand["operationId"] == provider["operationId"].replace("product_coupon.", "brand.", 1)
    assert brand["summary"] == provider["summary"]


def shape(operation: Any) -> dict[tuple[str, ...], bool]:
    """Every parameter and member of bodies by its place: whether it is always there."""
    found = {
        ("parameter", each["name"]): bool(each.get("required"))
        for each in parameters(SPEC, operation)
    }
    for whose, media, _ in contents(SPEC, operation):
        if whose in ("request", "200"):
            found.update(walk(media["schema"], (whose,)))
    return found


def walk(schema: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The members of a schema and of what is inside them."""
    schema = resolve(SPEC, schema)
    if "items" in schema:
        yield from walk(schema["items"], place)
    always = required(schema)
    for name, member in members(SPEC, schema).items():
        yield (*place, name), name in always
        yield from walk(member, (*place, name))


def required(schema: Any) -> set[str]:
    """The names that a schema and its `allOf` require."""
    schema = resolve(SPEC, schema)
    inherited = (required(part) for part in schema.get("allOf", []))
    return set(schema.get("required", [])).union(*inherited)
