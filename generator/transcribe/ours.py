"""What our specification says already, as far as a draft must fit in: names, shapes, files.

Read once; what a run drafts itself is told to it, so that later drafts of the run fit in too.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from generator import names
from generator.read import bundle
from generator.read.document import callbacks, members, named_schemas, operations, resolve
from generator.read.parse import Map, parse
from generator.transcribe import kinds
from generator.transcribe.kinds import Signature
from generator.transcribe.naming import Name


def url_of(path: str) -> str:
    """The path without the names of its placeholders, which a server never sees."""
    return re.sub(r"\{[^{}]*\}", "{}", path)


class Ours:
    """The specification under a folder."""

    def __init__(self, spec: Path) -> None:
        self.spec = spec
        self.index_text = (spec / "openapi.yaml").read_text("utf-8")
        self.index: Map = parse(self.index_text, f"{spec.name}/openapi.yaml")
        self.document = bundle.load(spec)
        self.operations = {(path, m): part for path, m, part in operations(self.document)}
        self.urls = {url_of(path): path for path, _ in self.operations}
        self.events = dict(callbacks(self.document))
        self.ids = {str(part["operationId"]) for part in self.operations.values()}
        self.summaries = {
            (part["operationId"].rpartition(".")[0], str(part["summary"]))
            for part in self.operations.values()
        }
        schemas = named_schemas(self.document)
        cut = len(spec.name) + 1
        self.homes = {name: schemas.at(name).file[cut:] for name in schemas}
        self.shapes: dict[Signature, list[str]] = {}
        self.required: dict[str, frozenset[str]] = {}
        for name, schema in schemas.items():
            self.shapes.setdefault(self.signature(schema), []).append(name)
            self.required[name] = frozenset(self.needed(schema))
        self.labels = self._labels()
        self.refusals = self._refusals()

    def signature(self, schema: Map) -> Signature:
        """The wire form of a schema of ours."""
        schema = resolve(self.document, schema)
        if "enum" in schema:
            return kinds.enum_of(tuple(schema["enum"]))
        if schema.get("type") == "array":
            return ("array", self.signature(schema["items"]))
        if held := members(self.document, schema):
            return kinds.object_of([(n, self.signature(part)) for n, part in held.items()])
        return "sensitive" if schema.get("x-sensitive") else schema.get("type", "object")

    def needed(self, schema: Map) -> set[str]:
        """The members at any depth that a shape requires, by their path."""
        schema = resolve(self.document, schema)
        found = set(schema.get("required", [])).union(
            *(self.needed(part) for part in schema.get("allOf", []))
        )
        for name, part in schema.get("properties", {}).items():
            target = resolve(self.document, part)
            inner = self.needed(resolve(self.document, target.get("items", target)))
            found.update(f"{name}.{path}" for path in inner)
        return found

    def _refusals(self) -> list[tuple[str, str]]:
        """The common refusals, by status: those that most operations have."""
        found: Counter[tuple[str, str]] = Counter()
        path = self.spec / "responses" / "errors.yaml"
        if path.is_file():
            common = parse(path.read_text("utf-8"), "responses/errors.yaml")
            for operation in self.operations.values():
                for status, part in operation["responses"].items():
                    name = str(part.get("$ref", "")).rpartition("/")[2]
                    if name in common and not status.startswith("2"):
                        found[status, name] += 1
        usual = len(self.operations) / 2
        return sorted(key for key, count in found.items() if count >= usual)

    def path(self, path: str) -> str:
        """The path as it is spelled here: names of placeholders are of no interest to a server. One
        that is new is remembered."""
        return self.urls.setdefault(url_of(path), path)

    def product(self, path: str) -> str:
        """The product that has the path already, or one above or below it."""
        for known, _ in self.operations:
            if f"{path}/".startswith(f"{known}/") or f"{known}/".startswith(f"{path}/"):
                return self.id_at(known).product
        return ""

    def resource(self, path: str) -> str:
        """The resource of an operation at the same path."""
        return next(
            (self.id_at(known).resource for known, _ in self.operations if known == path), ""
        )

    def id_at(self, path: str) -> Name:
        operation = next(part for (known, _), part in self.operations.items() if known == path)
        return Name(*names.parts(operation["operationId"]))

    def tags(self) -> set[str]:
        return {tag["name"] for tag in self.index.get("tags") or []}

    def envelope(self) -> str:
        """The schema of the body of our callbacks; nothing where there is none yet."""
        for operation in self.events.values():
            media = next(iter(operation["requestBody"]["content"].values()))
            return str(media["schema"]["$ref"]).rpartition("/")[2]
        return "Notification" if "Notification" in self.homes else ""

    def _labels(self) -> dict[str, str]:
        """What members are called most often, by their name."""
        found: dict[str, Counter[str]] = {}
        for schema in named_schemas(self.document).values():
            for name, part in schema.get("properties", {}).items():
                text = str(part.get("description", ""))
                if text and "。" not in text and "\n" not in text and len(text) < 20:
                    found.setdefault(name, Counter())[text] += 1
        return {name: counts.most_common(1)[0][0] for name, counts in found.items()}
