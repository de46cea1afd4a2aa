"""Names in the output: how an authored name is spelled in Python, and which names cannot be.

Pure functions. No name is invented here: every one is the spelling, in another case, of a name in
the spec.
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_WIRE_NAME = re.compile(r"[A-Za-z0-9_$@]([A-Za-z0-9_.$@:/ -]*[A-Za-z0-9_$@])?")
_OWN_HEADERS = re.compile(
    "accept|authorization|accept-encoding|connection|content-.*|cookie|host|transfer-encoding"
    "|user-agent|wechatpay-.*",
    re.IGNORECASE,
)
_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")

PERIODS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
"""What a rate limit counts its calls in: seconds by the word of the spec."""
PAGINATION = {"token": ("page_token", "next_page_token"), "offset": ("offset", "total_count")}
"""By style: the parameter that names the page, and the member of the answer that says whether
there is more."""
CLIENT_NAMES = frozenset(
    {"request", "chain", "webhooks", "close", "aclose", "from_env", "warm_up", "with_options"}
)
"""Attributes of the clients; a product cannot have one of these names."""
MODULE_NAMES = frozenset({"cached_property", "chain", "enums", "models", "params", "self"})
"""Modules of every product, and what the classes of products use; a resource cannot have one of
these names."""
PACKAGE_NAMES = frozenset({"client", "chain", "links", "pytest_plugin", "testing", "webhooks"})
PACKAGE_NAMES |= {"cached_property", "pacing", "redirects", "self"}
"""Modules of the package, and what the clients use; a product cannot have one of these names."""
_METHOD_NAMES = re.compile(
    r"(\w+_)?(enums|models|params)|bool|datetime|dict|float|int|str|type_checking"
)
"""What the annotations of methods are made of; a verb cannot have one of these names."""
_TAKEN_MEMBERS = frozenset(
    {"Moment", "bool", "dict", "enums", "float", "int", "list", "object", "str"}
    | {"Annotated", "Any", "Meta", "NotRequired", "Time", "to_dict", "to_json"}
)
"""What annotations are made of, and what answers have themselves: no attribute of a class that
declares members can have such a name."""
_SHADOWED = frozenset(
    {"Annotated", "Answer", "Any", "Literal", "Meta", "Moment", "NotRequired", "Time"}
    | {"TypeAlias", "TypedDict"}
    | {"EVENTS", "Acknowledgement", "AnyEvent", "AsyncWebhooks", "Event", "EventTypes", "Webhooks"}
)
"""Names that the generated modules import; a schema cannot have one of these names."""
RESOURCE_CLASSES = frozenset(
    {"Any", "AsyncIterator", "AsyncResource", "Awaited", "CallOptions", "Endpoint", "FileSource"}
    | {"Iterator", "Mode", "NoContent", "Node", "Operation", "Resource", "Sequence", "Time"}
)
"""Names that the modules of resources and of the chain import; the class of a resource cannot have
one of these names."""
PRODUCT_CLASSES = frozenset(
    {"Async", "AsyncClient", "AsyncWechatPay", "Paths", "Sync", "SyncClient", "WechatPay"}
    | {"AsyncResource", "Resource"}
)
"""Names in the modules of the clients and of products; the class of a product cannot have one of
these names."""


def is_identifier(name: str) -> bool:
    """Whether `name` can be a Python name as it stands: ASCII, no keyword, not private."""
    return bool(_IDENTIFIER.fullmatch(name)) and not keyword.iskeyword(name)


def is_package_name(name: str) -> bool:
    """Whether `name` can be the package of a product: lower case, and no module of the client."""
    return is_identifier(name) and name == name.lower() and name not in PACKAGE_NAMES


def is_class_name(name: str) -> bool:
    """Whether `name` can be the name of a schema: CamelCase, and no name that the generated
    modules use."""
    return (
        bool(_CLASS_NAME.fullmatch(name))
        and name not in _SHADOWED
        and not hasattr(builtins, name)
        and not keyword.iskeyword(name)
    )


def is_wire_name(name: str) -> bool:
    """Whether `name` can be the name of a member or parameter where it travels."""
    return bool(_WIRE_NAME.fullmatch(name))


def is_own_header(name: str) -> bool:
    """Whether the client sets this header itself."""
    return bool(_OWN_HEADERS.fullmatch(name))


def is_header_name(name: str) -> bool:
    """Whether `name` can be the name of a header: a token of RFC 9110."""
    return bool(re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name))


def is_member_name(name: str) -> bool:
    """Whether `name` can be a member of a class, and with it an argument."""
    return is_identifier(name) and name not in _TAKEN_MEMBERS


def member_name(wire: str) -> str:
    """A name of the wire as an attribute and an argument: `from` → `from_`, `payer -currency` →
    `payer_currency`."""
    name = wire
    if not _IDENTIFIER.fullmatch(wire):
        name = re.sub(r"[^A-Za-z0-9]+", "_", wire).strip("_")
    if not name[:1].isalpha():
        name = f"member_{name}"
    return name if is_member_name(name) else f"{name}_"


def distinct(proposed: Iterable[tuple[str, str]], taken: Container[str]) -> list[str]:
    """The second names, none of them twice or taken: an underscore is appended to those that
    would be, and to one that is no longer the first name rather than to one that still is."""
    found: dict[int, str] = {}
    pairs = sorted(enumerate(proposed), key=lambda pair: pair[1][0] != pair[1][1])
    for position, (_, name) in pairs:
        while name in taken or name in found.values():
            name += "_"
        found[position] = name
    return [found[position] for position in sorted(found)]


def parts(operation_id: str) -> tuple[str, str, str]:
    """Product, resource and verb; all empty where the operationId does not consist of three
    lower-case Python names."""
    found = operation_id.split(".")
    if len(found) != 3 or not all(is_identifier(part) and part == part.lower() for part in found):
        return "", "", ""
    return found[0], found[1], found[2]


def misspelt(operation_id: str) -> str:
    """What of an operationId is no lower-case Python name, as the end of a message."""
    found = operation_id.split(".")
    if len(found) != 3:
        return f"; it has {len(found)} of three parts"
    for part in found:
        if keyword.iskeyword(part):
            return f"; `{part}` is a word of Python: write `{part}_`"
        if not (is_identifier(part) and part == part.lower()):
            return f"; {part!r} is none"
    return ""


def reserved_arguments(verb: str, *, style: str, upload: bool) -> set[str]:
    """Names that the body of a generated method uses itself; `style`: how its list is walked."""
    own = {"self", "options", constant_name(verb)} | ({"file", "filename"} if upload else set())
    return own | ({"cursor", f"by_{style}", f"by_{style}_async"} if style else set())


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


def is_method_name(verb: str) -> bool:
    """Whether a method can be called like the verb without hiding what annotations are made of."""
    return not _METHOD_NAMES.fullmatch(verb)


def segment_names(paths: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], str]:
    """The attribute of every node, by its segments, of paths with their methods: `policy_periods`
    beside `policy-periods` is `policy_periods_`, `get` below a path with that method is `get_`."""
    found: dict[tuple[str, ...], str] = {}
    # what the classes of nodes use themselves
    beside = defaultdict[tuple[str, ...], set[str]](lambda: {"cached_property"})
    beside[()] |= CLIENT_NAMES
    for path, methods in paths.items():
        beside[nodes(path)[-1]].update(methods)
    for node in (node for path in paths for node in nodes(path)):
        if node not in found:
            name = segment_name(node[-1])
            (found[node],) = distinct([(node[-1], name)], beside[node[:-1]])
            beside[node[:-1]].add(found[node])
    return found


def nodes(path: str) -> list[tuple[str, ...]]:
    """The nodes of the chain that lead to a path, each by its segments."""
    segments = tuple(path.strip("/").split("/"))
    return [segments[:end] for end in range(1, len(segments) + 1)]


def iterator_name(verb: str) -> str:
    """The method that walks all pages of a list: `list` → `iter_all`, `list_associated_stores` →
    `iter_associated_stores`."""
    return "iter_" + (verb.removeprefix("list_") if verb != "list" else "all")
