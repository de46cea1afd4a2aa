"""Names in the output: how an authored name is spelled in Python, and which names cannot be.

Pure functions. No name is invented here: every one is the spelling, in another case, of a name in
the spec.
"""

from __future__ import annotations

import builtins
import keyword
import re

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")

PAGINATION = {"token": ("page_token", "next_page_token"), "offset": ("offset", "total_count")}
"""By style: the parameter that names the page, and the member of the answer that says whether
there is more."""
CALL_NAMES = frozenset({"self", "options", "file", "filename", "body", "parameters"})
"""Names that every generated method uses itself."""
CLIENT_NAMES = frozenset(
    {
        "request",
        "chain",
        "webhooks",
        "close",
        "aclose",
        "from_env",
        "warm_up",
        "with_options",
    }
)
"""Attributes of the clients; a product cannot have one of these names."""
MODULE_NAMES = frozenset({"chain", "enums", "models", "params"})
"""Modules of every product; a resource cannot have one of these names."""
PACKAGE_NAMES = frozenset({"client", "chain", "links", "pytest_plugin", "redirects", "testing", "webhooks"})
"""Modules of the package; a product cannot have one of these names."""
_ANNOTATIONS = frozenset({"Moment", "bool", "dict", "float", "int", "list", "object", "str"})
"""What annotations are made of; a class with a member of such a name could not be read."""
_SHADOWED = frozenset(
    {
        "Any",
        "Annotated",
        "Answer",
        "Literal",
        "Meta",
        "Moment",
        "NotRequired",
        "Time",
        "TypedDict",
        "TypeAlias",
    }
    | {"Acknowledgement", "AnyEvent", "AsyncWebhooks", "Event", "EventTypes", "Webhooks"}
)
"""Names that the generated modules import; a schema cannot have one of these names."""
RESOURCE_CLASSES = frozenset(
    {
        "AsyncIterator",
        "AsyncResource",
        "Awaited",
        "CallOptions",
        "Endpoint",
        "FileSource",
        "Iterator",
        "Mode",
        "Node",
    }
    | {"Operation", "Resource", "Sequence", "Time"}
)
"""Names that the modules of resources and of the chain import; the class of a resource cannot have
one of these names."""
PRODUCT_CLASSES = frozenset(
    {"Async", "AsyncClient", "AsyncWechatPay", "Paths", "Sync", "SyncClient", "WechatPay"}
)
"""Names in the module of the clients; the class of a product cannot have one of these names."""


def is_identifier(name: str) -> bool:
    """Whether `name` can be a Python name as it stands: ASCII, no keyword, not private."""
    return bool(_IDENTIFIER.fullmatch(name)) and not keyword.iskeyword(name)


def is_class_name(name: str) -> bool:
    """Whether `name` can be the name of a schema: CamelCase, and no name that the generated
    modules use."""
    return (
        bool(_CLASS_NAME.fullmatch(name))
        and name not in _SHADOWED
        and not hasattr(builtins, name)
        and not keyword.iskeyword(name)
    )


def is_member_name(name: str) -> bool:
    """Whether `name` can be a member of a class, and with it an argument."""
    return is_identifier(name) and name not in _ANNOTATIONS


def parts(operation_id: str) -> tuple[str, str, str]:
    """Product, resource and verb; all empty where the operationId does not consist of three
    lower-case Python names."""
    found = operation_id.split(".")
    if len(found) != 3 or not all(is_identifier(part) and part == part.lower() for part in found):
        return "", "", ""
    return found[0], found[1], found[2]


def reserved_arguments(operation_id: str, *, walked: bool, upload: bool) -> frozenset[str]:
    """Names that the body of a generated method uses itself."""
    own = {constant_name(parts(operation_id)[2])} | ({"cursor"} if walked else set[str]())
    return (CALL_NAMES if upload else CALL_NAMES - {"file"}) | own


def class_name(name: str) -> str:
    """`coupon_codes` → `CouponCodes`."""
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name))


def constant_name(name: str) -> str:
    """`return_` → `RETURN`: the constant that holds an operation."""
    return name.rstrip("_").upper()


def parameters_name(resource: str, verb: str) -> str:
    """The type of the path and query parameters of an operation: `StocksGetParameters`."""
    return f"{class_name(resource)}{class_name(verb)}Parameters"


def segment_name(segment: str) -> str:
    """A URL segment as an attribute: `associate-stores` → `associate_stores`, `{stock_id}` →
    `_stock_id_`."""
    name = re.sub(r"[{}-]", "_", segment)
    return f"{name}_" if keyword.iskeyword(name) else name


def iterator_name(verb: str) -> str:
    """The method that walks all pages of a list: `list` → `iter_all`, `list_associated_stores` →
    `iter_associated_stores`."""
    return "iter_" + (verb.removeprefix("list_") if verb != "list" else "all")


def anchor(heading: str) -> str:
    """The link target GitHub makes of a heading: `查询 Code 列表` → `查询-code-列表`."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
