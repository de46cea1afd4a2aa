"""Schemas → IR: object schemas as models, enumerations as enums, and which of them a module has to
print.

What operations are is not here; how a type is written is up to `types`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import names
from generator.build.types import Typist
from generator.ir.types import Enum, Field, Model, Needs
from generator.read.document import members, named_schemas, resolve
from generator.read.parse import Map

_TYPED_DICT = {("typing", "TypedDict")}
_ANSWER = {(".._runtime.answer", "Answer")}


class Shapes:
    """The named schemas of a document."""

    def __init__(self, document: Map) -> None:
        self.document = document
        self.schemas = named_schemas(document)
        # spec/schemas/<product>/<noun>.yaml: the folder is the product whose modules hold the class
        self.homes = {name: self.schemas.at(name).file.split("/")[-2] for name in self.schemas}
        self.hidden = {*self.homes, *(f"{home}_enums" for home in self.homes.values())}
        """What annotations are made of; a member of such a name would hide it from the others."""

    def typist(self, product: str, *, answer: bool, signature: bool = False) -> Typist:
        """Who writes the types of one kind of module."""
        return Typist(self.document, self.homes, product, answer=answer, signature=signature)

    def enums(self) -> dict[str, Enum]:
        """Every enumeration, by name."""
        return {name: self.enum(name) for name, schema in self.schemas.items() if "enum" in schema}

    def enum(self, name: str) -> Enum:
        schema = self.schemas[name]
        values = tuple(zip(schema["enum"], schema["x-enum-descriptions"].values(), strict=True))
        return Enum(name, self.homes[name], text_of(schema), values)

    def models(self, roots: Iterable[str], *, answer: bool) -> dict[str, Model]:
        """The object schemas that the roots lead to, in the order of printing."""
        return {
            name: self.model(name, answer=answer) for name in self.reachable(roots, answer=answer)
        }

    def reachable(self, roots: Iterable[str], *, answer: bool) -> list[str]:
        """The object schemas that the roots lead to: bases before what extends them, all else
        before what it holds."""
        found: dict[str, None] = {}
        stack = [name for name in roots if name][::-1]
        while stack:
            name = stack.pop()
            if name in found:
                continue
            # a class statement needs its bases at once; annotations are read when all is there
            for base in self.bases(name, answer=answer):
                found |= dict.fromkeys(self.reachable([base], answer=answer))
            found[name] = None
            shapes = [
                self.typist("", answer=answer).type(part).shape
                for part in members(self.document, self.schemas[name]).values()
            ]
            stack += [shape for shape in reversed(shapes) if shape]
        return list(found)

    def bases(self, name: str, *, answer: bool) -> tuple[str, ...]:
        """The parts of the `allOf` that the schema leaves as they are, so that its class can
        extend theirs."""
        schema = self.schemas[name]
        parts = schema.get("allOf", [])
        inherited = [member for part in parts for member in members(self.document, part)]
        changed = {*schema.get("properties", {}), *schema.get("required", [])} & set(inherited)
        # structs, unlike TypedDicts, cannot extend two others
        called = self.called(schema)
        changed |= {
            wire
            for part in parts
            for wire, other in self.called(resolve(self.document, part)).items()
            if called[wire] != other
        }
        unusable = changed or len(inherited) != len(set(inherited)) or (answer and len(parts) > 1)
        return () if unusable else tuple(part["$ref"].rpartition("/")[2] for part in parts)

    def model(self, name: str, *, answer: bool) -> Model:
        schema, product = self.schemas[name], self.homes[name]
        typist = self.typist(product, answer=answer)
        bases = self.bases(name, answer=answer)
        fields = tuple(self.fields(schema, typist))
        inherited = {
            member for base in bases for member in members(self.document, self.schemas[base])
        }
        own = tuple(field for field in fields if field.wire not in inherited)
        needs = needs_of(own).union(*(typist.own(base)[1] for base in bases))
        said = text_of(schema)
        model = Model(name, product, said, said, bases, fields, own, (), {}, needs)
        return _struct(model) if answer else self.typed_dict(model)

    def typed_dict(self, model: Model) -> Model:
        """The model as it is sent: names that cannot stand in a class get a base of their own."""
        keyed = [
            field
            for field in model.own
            if field.wire in self.hidden or not names.is_member_name(field.wire)
        ]
        bases = (*model.bases, *[f"_{model.name}"] * bool(keyed))
        fields = tuple(replace(field, name=field.wire) for field in model.fields)
        notes = [f"- `{field.wire}`：{field.description}" for field in keyed]
        return replace(
            model,
            doc="\n".join([model.doc, *[""] * bool(notes), *notes]),
            bases=bases or ("TypedDict",),
            fields=fields,
            own=tuple(field for field in model.own if field not in keyed),
            keyed=tuple(keyed),
            needs=model.needs | _TYPED_DICT if keyed or not bases else model.needs,
        )

    def fields(self, schema: Map, typist: Typist) -> Iterator[Field]:
        """The members of an object schema, in the order of the page."""
        required, called = self.required(schema), self.called(schema)
        for name, part in members(self.document, schema).items():
            yield self.field(called[name], name, part, typist, required=name in required)

    def called(self, schema: Map) -> dict[str, str]:
        """What the members are called in Python, by their names on the wire."""
        found = members(self.document, schema)
        proposed = [
            (wire, part.get("x-python-name") or names.member_name(wire))
            for wire, part in found.items()
        ]
        return dict(zip(found, names.distinct(proposed, self.hidden), strict=True))

    def required(self, schema: Map) -> set[str]:
        target = resolve(self.document, schema)
        return set(target.get("required", [])).union(
            *(self.required(part) for part in target.get("allOf", []))
        )

    def field(
        self,
        name: str,
        wire: str,
        schema: Map,
        typist: Typist,
        *,
        required: bool,
        location: str = "body",
        marks: Map | None = None,
    ) -> Field:
        """A member, or the parameter whose schema it is and which may say more."""
        target = resolve(self.document, schema)
        said = [part for part in (marks, schema, target) if part]
        kind, default = typist.member(schema, required=required)
        return Field(
            name=name,
            wire=wire,
            type=kind,
            default=default,
            required=required,
            description=next(filter(None, map(text_of, said)), ""),
            deprecated=any(part.get("deprecated") for part in (schema, marks or schema)),
            personal=any(part.get("x-personal-data") for part in said),
            location=location,
        )


def _struct(model: Model) -> Model:
    """The model as it is received."""
    return replace(
        model,
        bases=model.bases or ("Answer",),
        renamed={field.name: field.wire for field in model.own if field.name != field.wire},
        needs=model.needs if model.bases else model.needs | _ANSWER,
    )


def needs_of(fields: Iterable[Field]) -> Needs:
    """What the types of these need."""
    return frozenset[tuple[str, str]]().union(*(field.type.needs for field in fields))


def text_of(node: Map) -> str:
    """The description of a schema, parameter or operation."""
    return str(node.get("description", "")).strip()
