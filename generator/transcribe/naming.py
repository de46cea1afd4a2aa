"""How an operation is called: product, resource and verb of a URL.

The rules stand in `spec/README.md`. A proposal: the author of the specification decides.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import names
from generator.transcribe.spelling import identifier, legal, plural, singular

_AROUND = frozenset({"v2", "v3", "marketing", "partner"})
"""Segments that say for whom or in which age, and name no product."""
_VERBS = """
accept activate add apply approve associate audit authorize bind cancel check close commit complete
confirm create deactivate decrypt delete deposit direct disable disassociate download enable export
finish freeze generate grant import invalidate invoke modify notify open pause pay prepare print
publish query receive register reject release remove renew resend reset resume return reverse
revoke search send set settle sign start stop submit sync terminate transfer unbind unfreeze unlock
unsign update upgrade upload use verify void withdraw
"""
VERBS = frozenset(_VERBS.split())
"""First words of a last segment that say what is done."""
_TITLES = (
    ("设置", "set"),
    ("上传", "upload"),
    ("预发放", "pre_send"),
    ("发放", "send"),
    ("下发", "send"),
    ("发送", "send"),
    ("核销", "use"),
    ("失效", "deactivate"),
    ("作废", "deactivate"),
    ("导入", "import"),
)
_BY_METHOD = {
    "post": "create",
    "put": "update",
    "patch": "update",
    "delete": "delete",
    "get": "get",
}


@dataclass(frozen=True, slots=True)
class Name:
    """`<product>.<resource>.<verb>`."""

    product: str
    resource: str
    verb: str

    def __str__(self) -> str:
        return f"{self.product}.{self.resource}.{self.verb}"


def proposed(path: str, method: str, title: str, *, lists: bool) -> Name:
    """The name of an operation; `lists` where its answer is a list."""
    segments = path.strip("/").split("/")
    start = next((n for n, segment in enumerate(segments) if segment not in _AROUND), 0)
    area, below = segments[start], segments[start + 1 :]
    product = area
    if area == "brand" and len(segments) > start + 2:
        rest = [segment for segment in below if segment not in _AROUND]
        area, below = rest[0], rest[1:]
    if not any(not segment.startswith("{") for segment in below):
        product, below = "platform", segments[start:]
    resource, verb = _resource(below, method, title, lists=lists)
    resource = _without(resource, identifier(area))
    prefix = identifier(product)
    return Name(_product(prefix), _free(resource, prefix), legal(verb))


def others(name: Name, path: str) -> Iterator[Name]:
    """Names for an operation whose first one is taken: more of the path tells it apart."""
    segments = path.strip("/").split("/")
    fixed = [identifier(part) for part in segments if not part.startswith("{")]
    at = next((n for n, part in enumerate(fixed) if plural(part) == name.resource), 0)
    if at and plural(fixed[at - 1]) != name.resource and fixed[at - 1] not in (name.product, "v3"):
        yield Name(name.product, f"{singular(fixed[at - 1])}_{name.resource}", name.verb)
    for part in reversed(segments):
        if part.startswith("{"):
            yield Name(
                name.product, name.resource, f"{name.verb.rstrip('_')}_by_{identifier(part)}"
            )
    for part in reversed(fixed):
        yield Name(name.product, f"{part}_{name.resource}", name.verb)


def _without(resource: str, area: str) -> str:
    """`product_coupons` of the product `product_coupon` are its `coupons`."""
    words, shared = resource.split("_"), area.split("_")
    while len(words) > 1 and shared and words[0] == shared[0]:
        words, shared = words[1:], shared[1:]
    return "_".join(words)


def _resource(below: list[str], method: str, title: str, *, lists: bool) -> tuple[str, str]:
    """Resource and verb of what stands below the product."""
    fixed = [segment for segment in below if not segment.startswith("{")]
    last, before = fixed[-1], fixed[-2] if len(fixed) > 1 else ""
    one = below[-1].startswith("{")
    words = last.split("-")
    owner = "user_" if _of_user(below, last) else ""
    behind = len(below) > 1 and below[-2].startswith("{")
    if not one and (found := _closing_verb(words, before, owner, behind=behind)):
        return found
    noun = identifier(last)
    if one and before and noun == identifier(below[-1].strip("{}")):
        return owner + plural(identifier(before)), (
            f"get_by_{noun}" if method == "get" else f"{_BY_METHOD[method]}_by_{noun}"
        )
    verb = _verb(method, title, one=one, lists=lists)
    single = plural(noun) != noun and not one
    if single and before and below.index(last) and below[below.index(last) - 1].startswith("{"):
        whole = verb if noun.endswith("able") else f"{verb}_{noun}"
        return owner + plural(identifier(before)), whole
    if not one and re.match(r".*ed-", last) and before and method == "get":
        return owner + plural(identifier(before)), f"list_{noun}"
    return owner + plural(noun), verb


def _closing_verb(
    words: list[str], before: str, owner: str, *, behind: bool
) -> tuple[str, str] | None:
    """`use`, `associate-stores`, `image-upload`: a last segment that says what is done.

    `behind` where it stands behind a placeholder; `return-receipts` may well be things.
    """
    whole = "_".join(words)
    if words[:2] == ["pre", "send"]:
        noun = "_".join(words[2:]) or identifier(before)
        return owner + plural(noun), "pre_send"
    if words[-1] in VERBS and len(words) > 1 and words[0] not in VERBS:
        return plural("_".join(words[:-1])), words[-1]
    if words[0] not in VERBS or (len(words) > 1 and plural(words[-1]) == words[-1] and not behind):
        return None
    if before == "media" and len(words) > 1:
        return plural("_".join(words[1:])), words[0]
    return (owner + plural(identifier(before)), whole) if before else (plural(whole), words[0])


def _verb(method: str, title: str, *, one: bool, lists: bool) -> str:
    if method == "get":
        return "list" if lists and not one else "get"
    if method == "post":
        return next((verb for word, verb in _TITLES if word in title), "create")
    return _BY_METHOD[method]


def _of_user(below: list[str], last: str) -> bool:
    return (
        "users" in below
        and below.index("users") < below.index(last)
        and below[below.index("users") + 1][:1] == "{"
    )


def _product(name: str) -> str:
    taken = names.CLIENT_NAMES | names.PACKAGE_NAMES
    clashes = (
        name in taken or names.class_name(name) in names.PRODUCT_CLASSES or keyword.iskeyword(name)
    )
    return f"{name}_api" if clashes else name


def _free(resource: str, product: str) -> str:
    """A resource called like its product or something of the client gets the product's name."""
    clashes = resource in names.MODULE_NAMES or resource == product or keyword.iskeyword(resource)
    if clashes or names.class_name(resource) in names.RESOURCE_CLASSES:
        return f"{product}_{resource}"
    return resource
