"""What applications may rely on of what is written by hand, as a readable listing:
`public_surface.txt` changes only when it is meant to change.

`pytest tests/package/test_public_surface.py --update` writes it anew; the diff is what callers will
notice. What is generated stands in `generated/reference/surface.txt`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
import wechatpay_marketing
from wechatpay_marketing import AsyncWechatPay, WechatPay, links, pacing, testing, webhooks
from wechatpay_marketing._runtime.answer import Answer
from wechatpay_marketing._runtime.resource import Resource
from wechatpay_marketing.testing import FakeWechatPay

LISTING = Path(__file__).with_name("public_surface.txt")
GENERATED = Path(__file__).parents[2] / "generated" / "reference" / "surface.txt"
PRODUCTS = [name for name, member in vars(WechatPay).items() if isinstance(member, cached_property)]


def public(names: Any) -> list[str]:
    return sorted(name for name in names if not name.startswith("_"))


def signature(function: Any) -> str:
    """With the annotations as written in the source."""
    text = re.sub(r"""(: |-> )(['"])(.*?)\2""", r"\1\3", str(inspect.signature(function)))
    return re.sub(r"\((?:self|cls)(?:: [\w\[\]]+)?(?:, )?", "(", text)


def annotation(value: Any) -> str:
    """As written in the source."""
    return str(getattr(value, "__forward_arg__", value)).replace("'", '"').strip('"')


def is_by_hand(value: Any) -> bool:
    """Whether it is defined in the runtime, and not in what the specification makes."""
    folder, _, rest = str(getattr(value, "__module__", "")).partition(".")
    return folder == "wechatpay_marketing" and rest.split(".")[0] in (
        "_runtime",
        "links",
        "pacing",
        "testing",
        "webhooks",
    )


def of_class(cls: type) -> Iterator[str]:
    """What a class and its bases in the package offer."""
    ours = [base for base in cls.__mro__ if is_by_hand(base)]
    annotated = {
        name: text
        for base in reversed(ours)
        for name, text in vars(base).get("__annotations__", {}).items()
    }
    for name in public({name for base in ours for name in vars(base)} | set(annotated)):
        member = inspect.getattr_static(cls, name, None)
        plain = getattr(member, "__func__", member)
        if inspect.isfunction(plain):
            coroutine = "async " if inspect.iscoroutinefunction(plain) else ""
            yield f"{coroutine}{name}{signature(plain)}"
        elif isinstance(member, property):
            yield f"{name} -> {annotation(inspect.signature(member.fget).return_annotation)}"  # type: ignore[arg-type]
        elif isinstance(member, cached_property):
            yield f"{name} -> {annotation(inspect.signature(member.func).return_annotation)}"
        else:
            yield f"{name}: {annotation(annotated[name])}" if name in annotated else name


def of_module(module: ModuleType) -> Iterator[str]:
    for name in module.__all__:
        value = getattr(module, name)
        if inspect.isfunction(value):
            yield name + signature(value)
        elif not isinstance(value, type):
            yield name
        elif issubclass(value, Answer):
            yield from [name] * is_by_hand(value)
        elif issubclass(value, Exception):
            bases = ", ".join(base.__name__ for base in value.__bases__)
            yield f"{name}({bases})" + (
                f" made with {signature(value)}" if "__init__" in vars(value) else ""
            )
        else:
            plain = issubclass(value, tuple | dict | msgspec.Struct) or getattr(
                value, "_is_protocol", False
            )
            yield name if plain else name + signature(value)
            yield from (f"    {line}" for line in of_class(value))


def resources(client: WechatPay) -> Iterator[tuple[str, Any, Any]]:
    """Name, sync and async class of every resource."""
    other = FakeWechatPay().async_client()
    for product in PRODUCTS:
        for name in public(vars(type(getattr(client, product)))):
            sync = getattr(getattr(client, product), name)
            if isinstance(sync, Resource):  # and not a place in the URL tree
                yield f"{product}.{name}", type(sync), type(getattr(getattr(other, product), name))


def listing() -> str:
    """The public surface: the package and its public modules."""
    lines: list[str] = []
    for module in (wechatpay_marketing, webhooks, links, pacing):
        lines += [f"# {module.__name__}", "", *of_module(module), ""]
    lines += ["# wechatpay_marketing.testing", "", f"FakeWechatPay{signature(FakeWechatPay)}"]
    lines += [*(f"    {line}" for line in of_class(FakeWechatPay)), ""]
    return "\n".join(lines)


def test_the_surface_is_as_it_was(update: bool) -> None:
    if update:
        LISTING.write_text(listing(), "utf-8")
    assert listing() == LISTING.read_text("utf-8"), "meant? then run with --update"


@pytest.mark.parametrize(
    "module", [wechatpay_marketing, webhooks, links], ids=lambda module: module.__name__
)
def test_all_names_what_is_there_and_nothing_else_is(module: ModuleType) -> None:
    assert len(set(module.__all__)) == len(module.__all__)
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
    if module is wechatpay_marketing:
        others = {
            name for name in public(vars(module)) if not inspect.ismodule(getattr(module, name))
        }
        assert others == set(module.__all__) - {"__version__"}


@pytest.mark.parametrize(
    "module",
    [wechatpay_marketing, webhooks, links, pacing, testing],
    ids=lambda module: module.__name__,
)
def test_classes_show_the_module_they_are_imported_from(module: ModuleType) -> None:
    """Structs stay where their annotations are looked up."""
    classes = [value for name in module.__all__ if isinstance(value := vars(module)[name], type)]
    shown = {cls.__module__ for cls in classes if not issubclass(cls, msgspec.Struct)}
    assert shown == {module.__name__}


def test_nothing_private_is_needed_to_write_a_call() -> None:
    assert re.findall(r"[( |\[.]_[A-Z]\w*", listing()) == []


def test_the_generated_surface_names_every_call() -> None:
    listed = re.findall(r"^pay\.([\w.]+) (?:=|->)", GENERATED.read_text("utf-8"), re.MULTILINE)
    there = [
        f"{name}.{call}"
        for name, sync, _ in resources(FakeWechatPay().client())
        for call in public(vars(sync))
    ]
    assert set(listed) == set(there)
    assert there


def test_sync_and_async_offer_the_same() -> None:
    assert set(public(dir(WechatPay))) ^ set(public(dir(AsyncWechatPay))) == {"close", "aclose"}
    for name, sync, other in resources(FakeWechatPay().client()):
        assert public(vars(sync)) == public(vars(other)), name


def test_exceptions_form_one_tree() -> None:
    exceptions = [
        value
        for name in wechatpay_marketing.__all__
        if isinstance(value := getattr(wechatpay_marketing, name), type)
        and issubclass(value, Exception)
    ]
    assert len(exceptions) > 20
    assert all(issubclass(cls, wechatpay_marketing.WechatPayError) for cls in exceptions)
    assert all(cls.__doc__ for cls in exceptions)


def test_every_call_is_documented() -> None:
    for resource, sync, other in resources(FakeWechatPay().client()):
        for name in public(vars(sync)):
            assert inspect.getdoc(getattr(sync, name)), f"{resource}.{name}"
            assert inspect.getdoc(getattr(other, name)), f"async {resource}.{name}"


def test_signatures_do_not_show_the_environment() -> None:
    """A default of `os.environ` would: `help()` prints defaults."""
    assert "environ(" not in listing()
