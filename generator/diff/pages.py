"""Two states of `spec/pages/` → what the vendor changed on the documentation pages.

Which pages changed is found here; what a change is in words is up to `transcribe.changes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.diff.compare import Change
from generator.transcribe.changes import changes
from generator.transcribe.facts import parsed


def compare(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[Change]:
    """Every change of a page; most pages are the same, and are not looked into.

    Args:
        before: The files of facts by name, such as `php/v3/certificates.yaml`.
        after: The same at a later time.
    """
    for name in sorted({*before, *after}):
        if before.get(name) == after.get(name):
            continue
        old, new = (pages.get(name, b"") for pages in (before, after))
        for method in dict.fromkeys((*_methods(old), *_methods(new))):
            where = _called(name, method)
            if method not in _methods(new):
                yield Change("page gone", where, "")
            elif method not in _methods(old):
                yield Change("page new", where, "")
            else:
                for text in changes(parsed(old)[method], parsed(new)[method]):
                    yield Change("page changed", where, "", "", text)


def _methods(content: bytes) -> list[str]:
    """The methods in a file of facts; the lines below them are indented."""
    return [found.decode() for found in re.findall(rb"^(\w+):", content, re.MULTILINE)]


def _called(name: str, method: str) -> str:
    """`php/v3/certificates.yaml` → `GET /v3/certificates (php)`."""
    form, _, place = name.removesuffix(".yaml").partition("/")
    _, callback, event = place.partition("webhooks/")
    return f"{f'event {event}' if callback else f'{method.upper()} /{place}'} ({form})"
