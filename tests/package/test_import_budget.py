"""What an import loads. Each statement runs in an interpreter of its own; what counts is what it
adds to httpx and msgspec."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generated" / "wechatpay_marketing"
PRODUCTS = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"_runtime", "testing"}
TYPES = {"models", "params", "enums"}


def loaded(*statements: str) -> set[str]:
    """The modules that the last statement loads, beyond those before it."""
    *before, last = statements
    code = "\n".join(
        [
            "import json, sys, httpx, msgspec",
            *before,
            "before = set(sys.modules)",
            last,
            "print(json.dumps(sorted(set(sys.modules) - before)))",
        ]
    )
    found = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT / "generated",
        check=True,
        capture_output=True,
        text=True,
    )
    return set(json.loads(found.stdout))


def products(modules: set[str]) -> set[str]:
    return {name.split(".")[1] for name in modules if name.count(".") >= 1} & PRODUCTS


def test_the_package_loads_its_runtime_only() -> None:
    modules = loaded("import wechatpay_marketing")
    assert products(modules) == set()
    assert {name.rpartition(".")[2] for name in modules} & TYPES == set()
    others = {name.split(".")[0] for name in modules} - {"wechatpay_marketing"}
    assert others <= set(sys.stdlib_module_names)
    assert others & {"asyncio", "dataclasses", "difflib", "multiprocessing", "unittest"} == set()
    assert len(modules) < 40


@pytest.mark.parametrize(
    "name", ["cryptography", "anyio", "httpcore", "wechatpay_marketing.testing"]
)
def test_what_is_not_needed_yet_is_not_loaded(name: str) -> None:
    assert name not in loaded("import wechatpay_marketing")


def test_a_client_loads_no_product() -> None:
    modules = loaded(
        "from wechatpay_marketing.testing import FakeWechatPay; fake = FakeWechatPay()",
        "pay = fake.client()",
    )
    assert products(modules) == set()


CLIENT = "from wechatpay_marketing.testing import FakeWechatPay; pay = FakeWechatPay().client()"
CALL = 'stock_id="1", coupon_code="2", out_trade_no="3", out_request_no="4"'


def test_a_call_loads_its_resource_and_its_product_s_types() -> None:
    modules = loaded(CLIENT, f"pay.busifavor.coupons.associate({CALL})")
    ours = {name for name in modules if products({name})}
    assert ours == {
        "wechatpay_marketing.busifavor",
        "wechatpay_marketing.busifavor.coupons",
        *(f"wechatpay_marketing.busifavor.{types}" for types in TYPES),
        "wechatpay_marketing.common",
        "wechatpay_marketing.common.enums",
    }


def test_a_resource_loads_no_types_before_it_is_called() -> None:
    modules = loaded(CLIENT, "pay.busifavor.coupons")
    assert {name for name in modules if products({name})} == {
        "wechatpay_marketing.busifavor",
        "wechatpay_marketing.busifavor.coupons",
    }


def test_a_chain_loads_its_product_only() -> None:
    modules = loaded(CLIENT, f"pay.v3.marketing.busifavor.coupons.associate({CALL})")
    assert products(modules) == {"busifavor", "common"}
    assert products(
        loaded(CLIENT, 'pay["brand/marketing/product-coupon/notify-configs"].post')
    ) == {"brand"}


def test_callbacks_load_their_types_when_the_first_one_comes() -> None:
    modules = loaded(CLIENT, "pay.webhooks")
    assert {name.rpartition(".")[2] for name in modules} & TYPES == set()


def test_the_wheel_holds_the_package_and_nothing_else(tmp_path: Path) -> None:
    command = [
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--wheel-dir",
        str(tmp_path),
    ]
    subprocess.run(
        [sys.executable, "-m", *command, str(ROOT)], check=True, capture_output=True, timeout=120
    )
    (wheel,) = tmp_path.glob("wechatpay_marketing-*.whl")
    names = [name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name]
    expected = [
        str(path.relative_to(PACKAGE.parent))
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    assert sorted(names) == sorted(expected)
    assert {name for name in names if not name.endswith(".py")} == {
        "wechatpay_marketing/py.typed",
        "wechatpay_marketing/_examples.json",
    }
    assert wheel.name.endswith("-py3-none-any.whl")
