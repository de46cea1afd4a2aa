"""What the client costs, as ratios to a floor measured in the same run: `make bench`.

Nothing is asserted: times drift with the machine, ratios much less. The two sides of a ratio take
turns; the median is quoted, with the spread from the first to the last decile in brackets.
"""

from __future__ import annotations

import compileall
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from wechatpay_marketing._runtime import checking, json_body
from wechatpay_marketing._runtime.operation import load_type
from wechatpay_marketing._runtime.reading import decode

from . import calls, generator, pacing

ROOT = Path(__file__).parents[2]
CORPUS = json.loads((ROOT / "generated/wechatpay_marketing/_examples.json").read_text("utf-8"))
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["id"]: operation for operation in CORPUS["operations"]
}


def told(ours: list[float], floor: list[float], unit: str = "") -> str:
    ratios = [one / other for one, other in zip(ours, floor, strict=True)]
    low, *_, high = statistics.quantiles(ratios, n=10)
    absolute = (
        f"; {statistics.median(ours):.2f} against {statistics.median(floor):.2f} {unit}"
        if unit
        else ""
    )
    return f"{statistics.median(ratios):.2f} ({low:.2f}–{high:.2f}, {len(ratios)} pairs{absolute})"


def in_turns(
    ours: Callable[[], object], floor: Callable[[], object], pairs: int, repeats: int
) -> str:
    """The ratio of two functions."""
    times: tuple[list[float], list[float]] = [], []
    for _ in range(pairs):
        for side, kept in ((ours, times[0]), (floor, times[1])):
            started = time.perf_counter()
            for _ in range(repeats):
                side()
            kept.append((time.perf_counter() - started) / repeats * 1e6)
    return told(*times, unit="µs")


# -- JSON ------------------------------------------------------------------------------------------


def encode_rich_body() -> str:
    """Check and encode the largest request, against `json.dumps`."""
    operation = OPERATIONS["product_coupon.coupons.create"]
    kind = load_type(operation["body_type"])

    def ours() -> bytes:
        checking.check(operation["body"], kind, operation["id"])
        return json_body.encode(operation["body"], operation["id"])

    ours()
    return in_turns(
        ours,
        lambda: json.dumps(operation["body"], ensure_ascii=False).encode(),
        pairs=60,
        repeats=200,
    )


def decode_rich_answer() -> str:
    """Decode the largest answer into typed structs, against `json.loads`."""
    operation = OPERATIONS["product_coupon.user_coupons.get"]
    raw = msgspec.json.encode(operation["answer"])
    kind = load_type("product_coupon.models:UserProductCouponEntity")
    decode(kind, raw, operation["id"])
    return in_turns(
        lambda: decode(kind, raw, operation["id"]), lambda: json.loads(raw), pairs=60, repeats=200
    )


# -- whole processes -------------------------------------------------------------------------------


def imports(statement: str) -> str:
    """A fresh interpreter that imports the client, against one that imports httpx and msgspec."""

    def run(code: str) -> float:
        timed = (
            f"import time; started = time.perf_counter(); {code}; print(time.perf_counter() "
            f"- started)"
        )
        found = subprocess.run(
            [sys.executable, "-c", timed], check=True, capture_output=True, text=True
        )
        return float(found.stdout) * 1000

    compileall.compile_dir(ROOT / "generated", quiet=1)  # as pip does when it installs
    run(statement), run("import httpx, msgspec")
    pairs = [(run(statement), run("import httpx, msgspec")) for _ in range(25)]
    return told([ours for ours, _ in pairs], [floor for _, floor in pairs], unit="ms")


def main() -> None:
    associate = OPERATIONS["busifavor.coupons.associate"]
    calls_one_by_one = calls.one_after_the_other(associate, in_turns)
    print("whole call / httpx + signature + verification:", calls_one_by_one)
    print("10,000 calls at once / semaphore before those:", calls.at_once(associate))
    print("check and encode a rich body / json.dumps:    ", encode_rich_body())
    print("decode a rich answer / json.loads:            ", decode_rich_answer())
    print("import wechatpay_marketing / httpx, msgspec:  ", imports("import wechatpay_marketing"))
    print(
        "… and one resource / httpx, msgspec:          ",
        imports("import wechatpay_marketing.busifavor.coupons"),
    )
    generator.main()
    pacing.main()


if __name__ == "__main__":
    main()
