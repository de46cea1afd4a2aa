"""What others decide: whether the document is OpenAPI 3.1.

Whether examples fit their schemas is up to `examples`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem
from generator.read.parse import Map
from generator.read.references import source_of


def check(document: Map) -> Iterator[Problem]:
    """The document is valid OpenAPI 3.1."""
    from openapi_spec_validator import OpenAPIV31SpecValidator  # 0.3 s to import

    for error in OpenAPIV31SpecValidator(document).iter_errors():
        message, *_ = error.message.split("\n")  # the schema and the value follow, in full
        yield Problem(source_of(document, error.absolute_path, document.source), message)
