"""What a page says → `spec/pages/**.yaml`, one line a row; and back.

Facts only: name, nesting, type, required, values and limits of each row; what the page is called
and the official pages that it links to.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from generator.transcribe.page import Described, Page, Row, paths
from generator.transcribe.yamltext import flow

HEAD = "# What a documentation page says, as `make transcribe` read it; not to be edited."
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Facts = dict[str, Any]
"""By method: `title`, `links`, `request` and `answer`, these being lists of rows, or a word."""


def file_name(form: str, described: Described) -> str:
    """Where the facts of an operation are kept: by form of page, then by URL or event."""
    place = described.path.strip("/") if described.path else f"webhooks/{described.events[0]}"
    return f"pages/{form}/{place}.yaml"


def facts(described: Described) -> Facts:
    """The facts of one operation or callback."""
    found: Facts = {"title": described.title, "links": list(described.links)}
    if described.rate:
        found["rate"] = described.rate
    if described.request:
        found["request"] = [_row(name, row) for name, row in paths(described.request)]
    if described.answer:
        found["answer"] = [_row(name, row) for name, row in paths(described.answer)]
    elif described.answer_kind != "json":
        found["answer"] = described.answer_kind
    return found


def _row(name: str, row: Row) -> dict[str, Any]:
    said: dict[str, Any] = {"name": name, "type": row.type}
    if row.required is not None:
        said["required"] = row.required
    if row.encrypted:
        said["encrypted"] = row.encrypted
    if row.encoded:
        said["encoded"] = "json"
    if row.words.enum:
        said["enum"] = list(row.words.enum)
    return said | dict(row.words.limits)


def by_file(page: Page) -> dict[str, dict[str, Facts]]:
    """The facts of a page: for every file the operations in it, by method."""
    found: dict[str, dict[str, Facts]] = {}
    for described in page.described:
        found.setdefault(file_name(page.form, described), {})[described.method] = facts(described)
    return found


def text(operations: dict[str, Facts]) -> str:
    """The file that holds these operations."""
    written = [HEAD]
    for method, said in operations.items():
        written.append(f"{method}:")
        for key, value in said.items():
            if isinstance(value, list) and value:
                written += [f"  {key}:", *(f"  - {flow(row)}" for row in value)]
            else:
                written.append(f"  {key}: {flow(value)}")
    return "\n".join(written) + "\n"


def kept(path: Path) -> dict[str, Facts]:
    """The facts that an earlier reading left in a file; none where there is no file."""
    return parsed(path.read_bytes()) if path.is_file() else {}


def parsed(content: bytes) -> dict[str, Facts]:
    """The facts in the content of a file."""
    found = yaml.load(content, Loader=_Loader)
    return found if isinstance(found, dict) else {}
