"""The IR of schemas: types, members, objects, enums, and what a module must import for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Needs = frozenset[tuple[str, str]]
"""What a module must import for a text to stand in it: module and name, the module as one of a
product writes it (`typing`, `.._runtime.types`)."""


@dataclass(frozen=True, slots=True)
class Import:
    """`from module import names`, the names in order."""

    module: str
    names: tuple[str, ...]


Imports = tuple[tuple[Import, ...], ...]
"""The imports of a module: standard library, libraries, the package itself; printed with an empty
line between."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a value is typed in one module: of requests, of answers, or of methods."""

    annotation: str
    """With `| None` or `NotRequired` where the value can be left out."""
    label: str
    """In the reference, as Markdown."""
    limits: str = ""
    """The limits in words, for docstrings and the reference."""
    shape: str = ""
    """The schema of the object, or of the objects in the list."""
    enum: str = ""
    is_list: bool = False
    kind: str = ""
    """In plain words, whatever it is called: `string`, `date-time`, `object[]`."""
    keywords: tuple[tuple[str, Any], ...] = ()
    """What the schema says beside its type: limits, pattern, default, format."""
    needs: Needs = frozenset()


@dataclass(frozen=True, slots=True)
class Field:
    """A member of an object, or one parameter of an operation."""

    name: str
    """In Python: the attribute, the argument."""
    wire: str
    """As it travels."""
    type: Type
    default: str
    """What follows the annotation: ` = None` or nothing."""
    required: bool
    description: str
    deprecated: bool
    personal: bool
    location: str
    """Where the argument travels: `path`, `query`, `header` or `body`; of a member of an object,
    `body`."""


@dataclass(frozen=True, slots=True)
class Model:
    """An object schema: a TypedDict where it is sent, a struct where it is received."""

    name: str
    product: str
    description: str
    doc: str
    """The description, and what its class cannot say at its members."""
    bases: tuple[str, ...]
    """The classes it extends: those of the parts of its `allOf` that stay as they are, that of
    `keyed`, or the one that all extend."""
    fields: tuple[Field, ...]
    """All members."""
    own: tuple[Field, ...]
    """The members that the body of its class declares: those that no base has."""
    keyed: tuple[Field, ...]
    """Members of a TypedDict whose names on the wire cannot stand in the body of a class; a base
    of its own has them."""
    renamed: dict[str, str]
    """The names on the wire of those of `own` that are called something else in Python."""
    needs: Needs
    """What its class needs: its bases and the types of its own members."""


@dataclass(frozen=True, slots=True)
class Enum:
    """An enumeration: an alias of a `Literal`."""

    name: str
    product: str
    description: str
    values: tuple[tuple[str | int, str], ...]
    """Each value with its meaning."""
