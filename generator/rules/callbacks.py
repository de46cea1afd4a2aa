"""The rules of this house about callbacks: each event is told once, by an envelope and by what is
encrypted in it.

Rules as `rules` describes them.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Problem, Source
from generator.read.document import callbacks, contents, examples, members
from generator.read.parse import Map


def _events(document: Map) -> Iterator[Problem]:
    """No two callbacks of one identity have an event type in common."""
    first: dict[tuple[str, str], Source] = {}
    for event, operation in callbacks(document):
        security = operation.get("security", document["security"])
        scheme = "/".join(key for each in security for key in each)
        for name in (event, *operation.get("x-event-aliases", [])):
            if (scheme, name) in first:
                told = f"the {scheme} already has an event {name}, at {first[scheme, name]}"
                yield Problem(operation.at("x-event-aliases"), told)
            first[scheme, name] = operation.source


def _contents(document: Map) -> Iterator[Problem]:
    """A callback says what is in it once it is decrypted, and shows both it and the envelope."""
    for event, operation in callbacks(document):
        for key in ("x-decrypted-resource", "x-decrypted-example"):
            if operation.lacks(key):
                yield Problem(operation.source, f"the event {event} needs `{key}`")
        if "x-decrypted-resource" in operation:
            resource = members(document, operation["x-decrypted-resource"])
            if resource.whole and not resource:
                told = "the schema of the resource has no properties"
                yield Problem(operation.at("x-decrypted-resource"), told)
        envelopes = [
            example
            for whose, media, _ in contents(document, operation)
            for example, _ in examples(document, media)
            if whose == "request"
        ]
        held = envelopes[0].get("resource") if envelopes and isinstance(envelopes[0], Map) else None
        if operation.whole and not isinstance(held, Map):
            told = "needs a request body with an example that has a `resource`"
            yield Problem(operation.source, f"the event {event} {told}")


RULES = (_events, _contents)
