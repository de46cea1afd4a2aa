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
            expected, found = f"{root}/{section}/{name.removeprefix('/')}.yaml", item.source.file
            sound = section == "webhooks" or all(map(_SEGMENT.fullmatch, _segments_of(name)))
            if sound and not item.unread and found != expected:
                yield Problem(index.at(name), f"{name!r} belongs into {expected}, not {found}")


def _segments(document: Map) -> Iterator[Problem]:
    """Path segments can be written as a chain."""
    paths = document["paths"]
    for path in paths:
        for segment in _segments_of(path):
            if not _SEGMENT.fullmatch(segment):
                told = f"path segment {segment!r} is neither lower-case words nor a placeholder"
                yield Problem(paths.at(path), told)


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
            told = f"path parameters {found} do not match the path {path!r}"
            yield Problem(operation.at("parameters"), told)


def _owners(document: Map) -> Iterator[Problem]:
    """A path with operations, and what is below it, belongs to one product."""
    owners: dict[str, set[str]] = {}
    for path, _, operation in operations(document):
        product, segments = names.parts(operation["operationId"])[0], _segments_of(path)
        for end in range(1, len(segments) + 1) if product else ():
            owners.setdefault("/" + "/".join(segments[:end]), set()).add(product)
    products = set[str]().union(*owners.values())
    for path, _, operation in operations(document):
        source, first = operation.at("operationId"), _segments_of(path)[0]
        if len(several := sorted(owners.get(path, ()))) > 1:
            told = f"{path!r} and what is below it belong to several products: {several}"
            yield Problem(source, told)
        if first in products and owners[f"/{first}"] != {first}:
            yield Problem(source, f"below /{first} stand operations of the product `{first}` only")


def _readings(document: Map) -> Iterator[Problem]:
    """A chain along a path cannot be taken for a product and its resource."""
    tags = {tag["name"] for tag in document["tags"]}
    for path, _, _ in operations(document):
        first, second, *_ = (*_segments_of(path), "")
        source = document["paths"].at(path)
        if first in tags and not second:
            yield Problem(source, f"the path reads like the product `{first}` as a chain")
        elif first in tags and f"{first}.{names.segment_name(second)}" in tags:
            yield Problem(source, f"the path reads like the resource `{first}.{second}` as a chain")


def _segments_of(path: str) -> list[str]:
    return path.removeprefix("/").split("/")


RULES = (_files, _segments, _placeholders, _owners, _readings)
