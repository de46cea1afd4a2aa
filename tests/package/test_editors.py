"""What editors show while a call is being written: asked of the language servers that they use.

basedpyright's stands for Pylance and pyright, too. None of them completes text of more than 50
characters: those paths are reached through a shorter one. ty's completes every path.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import jedi
import pytest
from e2e.corpus import CASES, DOCUMENT, Case
from language_server import LanguageServer, running

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PATHS = {case.path for case in CASES}
LONGEST = 50
SHORTHANDS = [case for case in CASES if case.shorthand]
START = "from wechatpay_marketing import {0}\n\npay = {0}.from_env()\n"


@pytest.fixture(scope="module")
def pyright() -> Iterator[LanguageServer]:
    with running(ROOT, str(BIN / "basedpyright-langserver"), "--stdio") as server:
        yield server


@pytest.fixture(scope="module")
def ty() -> Iterator[LanguageServer]:
    with running(ROOT, str(BIN / "ty"), "server") as server:
        yield server


@pytest.fixture(params=["WechatPay", "AsyncWechatPay"])
def start(request: pytest.FixtureRequest) -> str:
    """A document that has a client."""
    return START.format(request.param)


def spellings(case: Case) -> list[str]:
    """The shorthand, which calls a place without naming the method."""
    return [
        f"pay.{'.'.join(case.segments)}",
        f'pay.chain("{case.path}")',
        f'pay["{case.path}"]',
    ]


def text_of(case: Case) -> str:
    """How editors tell of a place what its operation does."""
    return f"`{case.method}`：{DOCUMENT['paths'][f'/{case.path}'][case.method]['summary']}"


# -- paths -----------------------------------------------------------------------------------------


def test_every_path_is_offered(ty: LanguageServer, start: str) -> None:
    (offered,) = ty.completions(f'{start}pay.chain("¦")')
    assert offered >= PATHS


@pytest.mark.parametrize("asked", ['pay.chain("¦")', 'pay.chain("¦', 'pay["¦"]'])
def test_every_short_path_is_offered(pyright: LanguageServer, start: str, asked: str) -> None:
    (offered,) = pyright.completions(start + asked)
    assert offered >= {path for path in PATHS if len(path) <= LONGEST}


def test_what_is_written_narrows_what_is_offered(pyright: LanguageServer, start: str) -> None:
    (offered,) = pyright.completions(f'{start}pay.chain("brand/¦")')
    assert offered
    assert all(path.startswith("brand/") for path in offered)


def test_every_longer_path_is_completed_from_a_shorter_one(
    pyright: LanguageServer, start: str
) -> None:
    (offered,) = pyright.completions(f'{start}pay.chain("¦")')
    wanted: dict[str, set[str]] = {}
    for case in CASES:
        parts = case.path.split("/")
        known = next(n for n in range(len(parts), 0, -1) if "/".join(parts[:n]) in offered)
        place = f'pay.chain("{"/".join(parts[:known])}")'
        for attribute in [*case.segments[known:], case.method]:
            wanted.setdefault(place, set()).add(attribute)
            place += f".{attribute}"
    found = pyright.completions(start + "\n".join(f"{place}.¦" for place in wanted))
    for (place, attributes), there in zip(wanted.items(), found, strict=True):
        assert attributes <= there, place


# -- calls -----------------------------------------------------------------------------------------


def test_the_shorthand_has_the_signature_of_the_operation(
    pyright: LanguageServer, start: str
) -> None:
    resources = "\n".join(f"pay.{case.id}(¦)" for case in SHORTHANDS)
    expected = pyright.signatures(start + resources)
    assert len({arguments for arguments, _ in expected}) > len(SHORTHANDS) / 2
    for spelled in zip(*map(spellings, SHORTHANDS), strict=True):
        lines = "\n".join(f"{call}(¦)" for call in spelled)
        assert pyright.signatures(start + lines) == expected


def test_the_shorthand_s_arguments_are_completed(pyright: LanguageServer, start: str) -> None:
    case = next(case for case in SHORTHANDS if case.id == "busifavor.coupons.use")
    found = pyright.completions(start + "\n".join(f"{call}(¦)" for call in spellings(case)))
    assert len(found) == 3
    for offered in found:
        assert offered >= {f"{name}=" for name in (*case.members, "options")}


def test_the_mouse_over_a_place_shows_what_its_operations_do(
    pyright: LanguageServer, start: str
) -> None:
    attributes = "\n".join(f"pay.{'.'.join(case.segments)}¦" for case in CASES)
    paths = "\n".join(f'pay.chain¦("{case.path}")' for case in CASES)
    for code in (attributes, paths):
        for case, shown in zip(CASES, pyright.hovers(start + code), strict=True):
            assert text_of(case) in shown


def test_the_mouse_over_a_method_shows_its_documentation(
    pyright: LanguageServer, start: str
) -> None:
    methods = "\n".join(f'pay.chain("{case.path}").{case.method}¦()' for case in CASES)
    resources = "\n".join(f"pay.{case.id}(¦)" for case in CASES)
    shown, expected = pyright.hovers(start + methods), pyright.signatures(start + resources)
    for case, text, (_, documentation) in zip(CASES, shown, expected, strict=True):
        assert DOCUMENT["paths"][f"/{case.path}"][case.method]["summary"] in documentation
        assert documentation in text


# -- names -----------------------------------------------------------------------------------------


NAMES = """
from wechatpay_marketing import ApiError
from wechatpay_marketing.testing import FakeWechatPay
from wechatpay_marketing.webhooks import AnyEvent


def handle(error: ApiError, event: AnyEvent, fake: FakeWechatPay) -> None:
    {0}
"""
OPERATIONS = {case.id for case in CASES}
CODES = {"PARAM_ERROR", "SIGN_ERROR", "SYSTEM_ERROR"}
EVENTS = set(DOCUMENT["webhooks"])


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ('fake.script("¦")', {*OPERATIONS, "*"}),
        ('fake.script(operation="¦")', OPERATIONS),
        ('fake.script("busifavor.coupons.use", error="¦")', CODES),
        ('fake.requests[-1].operation == "¦"', OPERATIONS),
        ('fake.callback("¦")', EVENTS),
        ('fake.deliver("http://127.0.0.1/", "¦")', EVENTS),
        ('event.event_type == "¦"', EVENTS),
        ('match event.event_type:\n        case "¦": pass', EVENTS),
        ('error.code == "¦"', CODES),
    ],
)
def test_names_are_offered(pyright: LanguageServer, code: str, names: set[str]) -> None:
    (offered,) = pyright.completions(NAMES.format(code))
    assert offered >= names


# -- jedi, which consoles and many editors use -----------------------------------------------------


@pytest.mark.parametrize(
    "code",
    [
        "WechatPay.from_env()",
        "WechatPay.from_env().with_options(retries=0)",
        "FakeWechatPay().client()",
        "with WechatPay.from_env() as pay:\n    pay",
        "async def main():\n    async with AsyncWechatPay.from_env() as pay:\n        pay",
    ],
)
def test_jedi_follows_what_gives_a_client(code: str) -> None:
    imports = (
        "from wechatpay_marketing import AsyncWechatPay, WechatPay\n"
        "from wechatpay_marketing.testing import FakeWechatPay\n"
    )
    products = {case.id.partition(".")[0] for case in CASES}
    assert products <= jedi_offers(f"{imports}{code}.")
    assert {"get", "create"} <= jedi_offers(f"{imports}{code}.busifavor.stocks.")


def jedi_offers(code: str) -> set[str]:
    project = jedi.Project(ROOT, added_sys_path=[str(ROOT / "generated")])
    return {completion.name for completion in jedi.Script(code, project=project).complete()}
