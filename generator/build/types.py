"""Schemas → types: the only place where the text of a Python annotation, and of a type in the
reference, is made; what a text needs imported is collected with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.build import patterns
from generator.ir.types import Needs, Type
from generator.python import literal
from generator.read.document import resolve
from generator.read.parse import Map

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_META = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "minimum": "ge",
    "maximum": "le",
    "pattern": "pattern",
}
"""The arguments of `msgspec.Meta`, by what the specification calls them."""
_TIME = (".._runtime.types", "Time")
_MOMENT = (".._runtime.types", "Moment")
NO_CONTENT = Type("NoContent", "—", needs=frozenset({(".._runtime.answer", "NoContent")}))
"""The answer without a body."""
FILE = Type("FileContent", "file", needs=frozenset({(".._runtime.answer", "FileContent")}))
"""The answer that is no JSON."""


class Typist:
    """Writes the types of one kind of module in one product: of requests or answers, in a module
    of types or in a signature."""

    def __init__(
        self,
        document: Map,
        homes: dict[str, str],
        product: str,
        *,
        answer: bool,
        signature: bool = False,
    ) -> None:
        self.document, self.homes, self.product = document, homes, product
        self.answer, self.signature = answer, signature
        self.kind = "models" if answer else "params"

    def member(self, schema: Map, *, required: bool) -> tuple[Type, str]:
        """The type of a member or argument, and the default that follows it."""
        kind = self.type(schema)
        if required:
            return kind, ""
        if self.answer or self.signature:
            return replace(kind, annotation=f"{kind.annotation} | None"), " = None"
        optional = f"NotRequired[{kind.annotation}]"
        return _needing(kind, optional, ("typing", "NotRequired")), ""

    def type(self, schema: Map) -> Type:
        """The type of a schema as this kind of module writes it."""
        name = schema["$ref"].rpartition("/")[2] if "$ref" in schema else ""
        target = resolve(self.document, schema)
        if "enum" in target:
            found = self.enum(name, _SCALARS[target["type"]])
            return replace(found, kind=target["type"], keywords=_keywords(schema))
        if "properties" in target or "allOf" in target:
            text, needs = self.through_module(name, self.kind) if self.signature else self.own(name)
            return Type(text, label="object", shape=name, kind="object", needs=needs)
        if target.get("type") == "array":
            return self.array(target)
        if target.get("type") == "object":
            needs = frozenset({("typing", "Any")})
            return Type("dict[str, Any]", label="object", kind="object", needs=needs)
        if target.get("format") == "date-time":
            time, need = ("Moment", _MOMENT) if self.answer else ("Time", _TIME)
            return Type(time, label="string (date-time)", kind="date-time", needs=frozenset({need}))
        scalar, limits, keywords = target["type"], _limits(target), _keywords(target)
        plain = Type(_SCALARS[scalar], scalar, limits, kind=scalar, keywords=keywords)
        return self.limited(plain, target)

    def enum(self, name: str, scalar: str) -> Type:
        """An enumeration; in answers any other value is possible."""
        text, needs = self.through_module(name, "enums")
        annotation = f"{text} | {scalar}" if self.answer else text
        return Type(annotation, f"[{name}](#{name.lower()})", enum=name, needs=needs)

    def array(self, schema: Map) -> Type:
        inner = self.type(schema["items"])
        each = f"每项{' ' * inner.limits[:1].isascii()}{inner.limits}" if inner.limits else ""
        limits = "，".join(filter(None, (_limits(schema), each)))
        of_items = ((f"items.{key}", value) for key, value in inner.keywords)
        many = replace(
            inner,
            label=f"{inner.label}[]",
            limits=limits,
            is_list=True,
            kind=f"{inner.kind}[]",
            keywords=(*_keywords(schema), *of_items),
        )
        if self.signature:  # a method called `list` hides the type from its class
            sequence = ("collections.abc", "Sequence")
            return _needing(many, f"Sequence[{inner.annotation}]", sequence)
        return self.limited(replace(many, annotation=f"list[{inner.annotation}]"), schema)

    def own(self, name: str) -> tuple[str, Needs]:
        """A class in a module of its kind, or imported from another of the kind."""
        home = self.homes[name]
        elsewhere = {(f"..{home}.{self.kind}", name)} if home != self.product else ()
        return name, frozenset(elsewhere)

    def through_module(self, name: str, module: str) -> tuple[str, Needs]:
        """A class as an attribute of its module: `models.StoreInfo`,
        `common_enums.CouponBackgroundColor`."""
        home = self.homes[name]
        if home == self.product:
            return f"{module}.{name}", frozenset({(".", module)})
        alias = f"{home}_{module}"
        return f"{alias}.{name}", frozenset({(f"..{home}", f"{module} as {alias}")})

    def limited(self, kind: Type, schema: Map) -> Type:
        """The type with the limits that are checked before sending; answers and signatures carry
        none."""
        given = {argument: schema[key] for key, argument in _META.items() if key in schema}
        if "pattern" in given:
            given["pattern"] = patterns.python(given["pattern"])
        limits = [f"{argument}={literal(value)}" for argument, value in given.items()]
        if not limits or self.answer or self.signature:
            return kind
        annotation = f"Annotated[{kind.annotation}, Meta({', '.join(limits)})]"
        return _needing(kind, annotation, ("typing", "Annotated"), ("msgspec", "Meta"))


def _needing(kind: Type, annotation: str, *needs: tuple[str, str]) -> Type:
    """The type under another annotation, which needs this too."""
    return replace(kind, annotation=annotation, needs=kind.needs | set(needs))


def _keywords(schema: Map) -> tuple[tuple[str, Any], ...]:
    """What a schema says of its values beside their type."""
    return tuple((key, schema[key]) for key in (*_META, "default", "format") if key in schema)


def _limits(schema: Map) -> str:
    """The limits of a schema in words: `1–20 字符`."""
    parts = [
        _range(schema, "minLength", "maxLength", " 字符"),
        _range(schema, "minItems", "maxItems", " 项"),
        _range(schema, "minimum", "maximum", ""),
    ]
    parts += [f"匹配 `{schema['pattern']}`"] if "pattern" in schema else []
    return "，".join(filter(None, parts))


def _range(schema: Map, lowest: str, highest: str, unit: str) -> str:
    low: Any = schema.get(lowest)
    high: Any = schema.get(highest)
    if low is None:
        return "" if high is None else f"至多 {high}{unit}"
    if high is None:
        return f"至少 {low}{unit}"
    return f"{low}{unit}" if low == high else f"{low}–{high}{unit}"
