"""The rules of this house about URLs: the path a page describes, the file it is in, and the chain
that is made of it.

Rules as `rules` describes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import names
from generator.problems import Problem, Source
from generator.read.document import operations, parameters
from generator.read.parse import Map

_SEGMENT = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*|\{[a-z][a-z0-9_]*\}")


def _files(document: Map) -> Iterator[Problem]:
    """One path is one file that mirrors it, and so with callbacks."""
    for section in ("paths", "webhooks"):
        for name, item in (index := document.get(section, Map(document.source))).items():
            root = index.source.file.rpartition("/")[0]
            expected = f"{root}/{section}/{name.removeprefix('/')}.yaml"
            if item.unread or (
                section == "paths" and not all(map(_SEGMENT.fullmatch, _segments_of(name)))
            ):
                continue
            if item.source.file != expected:
                yield Problem(
                    index.at(name), f"{name!r} belongs into {expected}, not {item.source.file}"
                )


def _segments(document: Map) -> Iterator[Problem]:
    """Path segments can be written as a chain."""
    paths = document["paths"]
    for path in paths:
        for segment in _segments_of(path):
            if not _SEGMENT.fullmatch(segment):
                yield Problem(
                    paths.at(path),
                    f"path segment {segment!r} is neither lower-case words nor a placeholder",
                )


def _placeholders(document: Map) -> Iterator[Problem]:
    """The placeholders of a path are the path parameters of its operations, and are all that tells
    two paths apart nowhere."""
    first: dict[str, tuple[str, Source]] = {}
    for path in (paths := document["paths"]):
        bare = re.sub(r"\{[^{}]*\}", "{}", path)
        other, source = first.setdefault(bare, (path, paths.at(path)))
        if other != path:
            yield Problem(paths.at(path), f"{path!r} is the same URL as {other!r} at {source}")
    for path, _, operation in operations(document):
        given = parameters(document, operation)
        for part in given:
            if part["in"] == "path" and part.get("required") is not True and part.whole:
                told = f"the parameter `{part['name']}` is a part of the path: `required: true`"
                yield Problem(part.at("required"), told)
        expected = sorted(re.findall(r"\{([^{}]*)\}", path))
        found = sorted(part["name"] for part in given if part["in"] == "path")
        if expected != found and given.whole:
            yield Problem(
                operation.at("parameters"),
                f"path parameters {found} do not match the path {path!r}",
            )


def _owners(document: Map) -> Iterator[Problem]:
    """A path with operations, and what is below it, belongs to one product."""
    owners: dict[str, set[str]] = {}
    found = [(path, operation) for path, _, operation in operations(document)]
    for path, operation in found:
        product = names.parts(operation["operationId"])[0]
        for above, segment in _steps(path) if product else ():
            owners.setdefault(f"{above.rstrip('/')}/{segment}", set()).add(product)
    products = set[str]().union(*owners.values())
    for path, operation in found:
        source, first = operation.at("operationId"), path.removeprefix("/").partition("/")[0]
        if len(owners.get(path, ())) > 1:
            yield Problem(
                source,
                f"{path!r} and what is below it belong to several products: {sorted(owners[path])}",
            )
        if first in products and owners[f"/{first}"] != {first}:
            yield Problem(source, f"below /{first} stand operations of the product `{first}` only")


def _readings(document: Map) -> Iterator[Problem]:
    """A chain along a path cannot be taken for a product and its resource."""
    tags = {tag["name"] for tag in document["tags"]}
    for path, _, _ in operations(document):
        first, _, below = path.removeprefix("/").partition("/")
        second = below.partition("/")[0]
        source = document["paths"].at(path)
        if first in tags and not second:
            yield Problem(source, f"the path reads like the product `{first}` as a chain")
        elif first in tags and f"{first}.{names.segment_name(second)}" in tags:
            yield Problem(source, f"the path reads like the resource `{first}.{second}` as a chain")


def _segments_of(path: str) -> list[str]:
    return path.removeprefix("/").split("/")


def _steps(path: str) -> Iterator[tuple[str, str]]:
    """Every segment with the path above it."""
    segments = _segments_of(path)
    for end, segment in enumerate(segments):
        yield "/" + "/".join(segments[:end]), segment


RULES = (_files, _segments, _placeholders, _owners, _readings)
