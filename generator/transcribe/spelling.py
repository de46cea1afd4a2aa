"""Words of URLs as names: segments as identifiers, nouns as one or many."""

from __future__ import annotations

import keyword
import re


def identifier(segment: str) -> str:
    """A segment as a Python name: `product-coupons` → `product_coupons`."""
    name = re.sub(r"\W+", "_", segment.strip("{}").lower()).strip("_")
    return name if not name[:1].isdigit() else f"n{name}"


def legal(verb: str) -> str:
    """A verb that Python keeps for itself gets an underscore: `return` → `return_`."""
    return f"{verb}_" if keyword.iskeyword(verb) else verb


def plural(noun: str) -> str:
    """`coupon` → `coupons`; a plural is one already."""
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def singular(noun: str) -> str:
    """`coupons` → `coupon`."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "xes", "ches", "shes", "nuses", "tuses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun
