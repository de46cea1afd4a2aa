"""The official pages of an operation, by whom they are for."""

from __future__ import annotations

import re
from typing import Any

from generator.transcribe.page import LeftOpen
from generator.transcribe.yamltext import Noted

_AUDIENCES = (
    ("merchant", r"/doc/v3/merchant/"),
    ("partner", r"/doc/v3/partner/"),
    ("brand", r"/doc/(?:v3/)?brand/"),
    ("legacy", r""),
)
_ADDRESS = re.compile(r"https://[\w.-]+(/[\w./?=&%#~+-]*)?")


def documentation(links: tuple[str, ...], left_open: LeftOpen) -> dict[str, Any]:
    """`externalDocs` and `x-official-docs`; the page for merchants is the best of them."""
    found: dict[str, list[str]] = {}
    for link in links:
        address = re.sub(r"^http://", "https://", link)
        if not _ADDRESS.fullmatch(address):
            left_open.append((0, f"a link that is no https address: {link}"))
            continue
        audience = next(name for name, pattern in _AUDIENCES if re.search(pattern, address))
        if address not in found.setdefault(audience, []):
            found[audience].append(address)
    ordered = {name: found[name] for name, _ in _AUDIENCES if name in found}
    if not ordered:
        nowhere = {
            "description": "微信支付官方文档",
            "url": "https://pay.weixin.qq.com/doc/v3/merchant",
        }
        return {"externalDocs": Noted(nowhere, "the page names no official page")}
    best = next(iter(ordered.values()))[0]
    pages = {name: found[0] if len(found) == 1 else found for name, found in ordered.items()}
    return {
        "externalDocs": {"description": "微信支付官方文档", "url": best},
        "x-official-docs": pages,
    }
