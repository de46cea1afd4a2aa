"""What others decide: whether the document is OpenAPI 3.1, and whether its examples fit their schemas.

The validators are slow (half a second to import, another to run), so an operation that was found in order together with everything
it refers to is not looked at again: the fingerprints of those are kept in a cache file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.document import callbacks, contents, operations, resolve
from generator.load import Map, source_of
from generator.problems import Problem, Source


def check(document: Map) -> list[Problem]:
    """Every problem the validators find."""
    return [*_openapi(document), *_examples(document)]


def _openapi(document: Map) -> Iterator[Problem]:
    """The document is valid OpenAPI 3.1."""
    from openapi_spec_validator import OpenAPIV31SpecValidator  # 0.3 s to import, and often not needed

    for error in OpenAPIV31SpecValidator(document).iter_errors():
        yield Problem(source_of(document, error.absolute_path), error.message)


def _examples(document: Map) -> Iterator[Problem]:
    """Every example fits its schema."""
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    registry: Any = Registry().with_resource("spec:", DRAFT202012.create_resource({"components": document["components"]}))

    def fits(value: Any, schema: Any, place: Source) -> Iterator[Problem]:
        inside = {"$ref": f"spec:{schema['$ref']}"}  # bodies are references, as lint demands
        validator = Draft202012Validator(inside, registry=registry, format_checker=FormatChecker())
        for error in validator.iter_errors(value):
            yield Problem(place, f"the example does not fit its schema: {error.json_path}: {error.message}")

    for _, _, operation in operations(document):
        for _, media, _ in contents(document, operation):
            if "encoding" in media:
                continue  # a file cannot stand in an example, which therefore shows the other parts only
            if "example" in media:
                yield from fits(media["example"], media["schema"], media.at("example"))
            for name, example in media.get("examples", {}).items():
                yield from fits(resolve(document, example).get("value"), media["schema"], media["examples"].at(name))
    for _, operation in callbacks(document):
        yield from fits(operation["x-decrypted-example"], operation["x-decrypted-resource"], operation.at("x-decrypted-example"))
