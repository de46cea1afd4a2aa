"""What others decide: whether the document is OpenAPI 3.1, and whether its examples fit their
schemas.

The validators are slow (half a second to import, another to run), so an operation that was found
in order together with everything it refers to is not looked at again: the fingerprints of those
are kept in a cache file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.problems import Problem, Source
from generator.read.bundle import references, source_of
from generator.read.document import callbacks, contents, operations, parameters, resolve
from generator.read.parse import Map


def check(document: Map, cache: Path | None = None) -> list[Problem]:
    """Every problem the validators find; with a cache, in what has changed since the last run
    without problems."""
    prints = _fingerprints(document)
    known = set(cache.read_text().split()) if cache is not None and cache.is_file() else set[str]()
    part = (
        _part(document, {place for place, mark in prints.items() if mark not in known})
        if known
        else document
    )
    problems = [*_openapi(part), *_examples(part)]
    if cache is not None and not problems:
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text("\n".join(prints.values()))
    return problems


Place = tuple[str, str]
"""A path item or a callback: the section of the document, and the name in it."""


def _fingerprints(document: Map) -> dict[Place, str]:
    """The fingerprint of every path item and callback, everything it refers to included."""
    components: dict[str, str] = {}

    def component(reference: str) -> str:
        if reference not in components:
            section, name = reference.removeprefix("#/components/").split("/", 1)
            components[reference] = mark(document["components"][section][name])
        return components[reference]

    def mark(node: Any) -> str:
        text = json.dumps(node, ensure_ascii=False)
        return hashlib.sha256(
            "\n".join([text, *(component(reference) for reference in _references(node))]).encode()
        ).hexdigest()

    return {
        (section, name): mark(item)
        for section in ("paths", "webhooks")
        for name, item in document.get(section, {}).items()
    }


def _references(node: Any) -> list[str]:
    """What a path item, a callback or a component refers to, in order."""
    return [found["$ref"] for found in references(node)]


def _part(document: Map, places: set[Place]) -> Map:
    """The document with these path items and callbacks only, and the components they lead to."""
    part, wanted = Map(document.source, document.places), set[str]()
    part.update(document)
    for section in ("paths", "webhooks"):
        if section in document:
            part[section] = _only(
                document[section], {name for found, name in places if found == section}
            )
    pending = [*_references(part["paths"]), *_references(part.get("webhooks"))]
    while pending:
        if (reference := pending.pop()) not in wanted:
            wanted.add(reference)
            section, name = reference.removeprefix("#/components/").split("/", 1)
            pending += _references(document["components"][section][name])
    part["components"] = Map(document["components"].source, document["components"].places)
    for section, members in document["components"].items():
        keep = {
            name
            for name in members
            if f"#/components/{section}/{name}" in wanted or section == "securitySchemes"
        }
        part["components"][section] = _only(members, keep)
    return part


def _only(members: Map, names: set[str]) -> Map:
    kept = Map(members.source, members.places)
    kept.update({name: part for name, part in members.items() if name in names})
    return kept


def _openapi(document: Map) -> Iterator[Problem]:
    """The document is valid OpenAPI 3.1."""
    from openapi_spec_validator import (
        OpenAPIV31SpecValidator,  # 0.3 s to import, and often not needed
    )

    for error in OpenAPIV31SpecValidator(document).iter_errors():
        message, *_ = error.message.split("\n")  # the schema and the value follow, in full
        yield Problem(source_of(document, error.absolute_path), message)


def _examples(document: Map) -> Iterator[Problem]:
    """Every example fits its schema."""
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    registry: Any = Registry().with_resource(
        "spec:", DRAFT202012.create_resource({"components": document["components"]})
    )

    def fits(value: Any, schema: Any, place: Source) -> Iterator[Problem]:
        inside = {"$ref": f"spec:{schema['$ref']}"} if "$ref" in schema else schema
        validator = Draft202012Validator(inside, registry=registry, format_checker=FormatChecker())
        for error in validator.iter_errors(value):
            yield Problem(
                place, f"the example does not fit its schema: {error.json_path}: {error.message}"
            )

    for _, _, operation in operations(document):
        for parameter in parameters(document, operation):
            yield from fits(parameter["example"], parameter["schema"], parameter.at("example"))
        for _, media, _ in contents(document, operation):
            if "encoding" in media:
                # a file cannot stand in an example, which therefore shows the other parts only
                continue
            if "example" in media:
                yield from fits(media["example"], media["schema"], media.at("example"))
            for name, example in media.get("examples", {}).items():
                yield from fits(
                    resolve(document, example).get("value"),
                    media["schema"],
                    media["examples"].at(name),
                )
    for _, operation in callbacks(document):
        for _, media, _ in contents(document, operation):
            yield from fits(media["example"], media["schema"], media.at("example"))
        yield from fits(
            operation["x-decrypted-example"],
            operation["x-decrypted-resource"],
            operation.at("x-decrypted-example"),
        )
