# Copied from templates/runtime/_runtime/public.py by `make generate`; do not edit.
"""Classes show, in tracebacks and `help`, under the module from which applications import them."""

from __future__ import annotations

from typing import Any


def show_public_names(module: dict[str, Any]) -> None:
    """Have the classes that a module names in `__all__` show as its own; `module` is its
    `globals()`. Structs, which look their annotations up where they are written, stay there."""
    for name in module["__all__"]:
        public = module[name]
        if isinstance(public, type) and not hasattr(public, "__struct_fields__"):
            public.__module__ = module["__name__"]
