"""Schemas → types: the only place where the text of a Python annotation, and of a type in the
reference, is made."""

from __future__ import annotations

from typing import Any

from generator.ir import Type
from generator.output.filters import literal
from generator.read.document import resolve
from generator.read.parse import Map

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_META = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
}
_META |= {"minimum": "ge", "maximum": "le", "pattern": "pattern"}


class Typist:
    """Writes the types of one place in one product: of requests or answers, in a module of types
    or in a signature."""

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

    def type(self, schema: Map) -> Type:
        """The type of a schema as this place writes it."""
        name = schema["$ref"].rpartition("/")[2] if "$ref" in schema else ""
        target = resolve(self.document, schema)
        if "enum" in target:
            enum = self.through_module(name, "enums")
            return Type(
                annotation=f"{enum} | {_SCALARS[target['type']]}" if self.answer else enum,
                label=f"[{name}](#{name.lower()})",
                enum=name,
                kind=target["type"],
                keywords=_keywords(schema),
            )
        if "properties" in target or "allOf" in target:
            shape = (
                self.through_module(name, "models" if self.answer else "params")
                if self.signature
                else name
            )
            return Type(annotation=shape, label="object", shape=name, kind="object")
        if target.get("type") == "array":
            inner = self.type(target["items"])
            # a method called `list` hides the type from its class
            container = "Sequence" if self.signature else "list"
            annotation = self.limited(f"{container}[{inner.annotation}]", target)
            each = f"每项{' ' * inner.limits[:1].isascii()}{inner.limits}" if inner.limits else ""
            limits = "，".join(filter(None, (_limits(target), each)))
            return Type(
                annotation,
                f"{inner.label}[]",
                limits,
                inner.shape,
                inner.enum,
                is_list=True,
                kind=f"{inner.kind}[]",
                keywords=(
                    *_keywords(target),
                    *((f"items.{key}", value) for key, value in inner.keywords),
                ),
            )
        if target.get("type") == "object":
            return Type(annotation="dict[str, object]", label="object", kind="object")
        if target.get("format") == "date-time":
            return Type(
                annotation="datetime" if self.answer else "Time",
                label="string (date-time)",
                kind="date-time",
            )
        scalar = _SCALARS[target["type"]]
        return Type(
            self.limited(scalar, target),
            target["type"],
            _limits(target),
            kind=target["type"],
            keywords=_keywords(target),
        )

    def through_module(self, name: str, module: str) -> str:
        """A class as an attribute of its module: `models.StoreInfo`,
        `common_enums.CouponBackgroundColor`."""
        home = self.homes[name]
        return f"{module}.{name}" if home == self.product else f"{home}_{module}.{name}"

    def limited(self, annotation: str, schema: Map) -> str:
        """The annotation with the limits that are checked before sending; answers and signatures
        carry none."""
        limits = [
            f"{argument}={literal(schema[key])}" for key, argument in _META.items() if key in schema
        ]
        return (
            f"Annotated[{annotation}, Meta({', '.join(limits)})]"
            if limits and not self.answer and not self.signature
            else annotation
        )


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
    if low is not None and high is not None:
        return f"{low}–{high}{unit}" if low != high else f"{low}{unit}"
    return (
        f"至少 {low}{unit}" if low is not None else f"至多 {high}{unit}" if high is not None else ""
    )
