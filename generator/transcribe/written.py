"""Drafts → texts of files under `spec/`: path and webhook files, schemas, the lines of the index.

A file that is there keeps what it says; a draft is added to it.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from generator.transcribe.ours import Ours
from generator.transcribe.shapes import Ref, Shapes
from generator.transcribe.yamltext import Noted, flow, lines

_WIDE = (
    "properties",
    "responses",
    "content",
    "requestBody",
    "parameters",
    "application/json",
    "multipart/form-data",
    "application/octet-stream",
    "x-decrypted-example",
)


class Files:
    """The files of a run, by name in `spec/`: those that change, as they will be."""

    def __init__(self, ours: Ours, shapes: Shapes) -> None:
        self.ours, self.shapes = ours, shapes
        self.texts: dict[str, str] = {}

    def text(self, name: str) -> str:
        """What a file says by now; nothing where there is none."""
        path = self.ours.spec / name
        if name not in self.texts:
            return path.read_text("utf-8") if path.is_file() else ""
        return self.texts[name]

    def add(self, name: str, key: str, value: dict[str, Any]) -> None:
        """A mapping under a key of its own at the end of a file."""
        before = self.text(name)
        written = "\n".join(lines({key: self.written(value, name)}, wide=(*_WIDE, key)))
        self.texts[name] = f"{before.rstrip()}\n\n{written}\n" if before.strip() else f"{written}\n"

    def schemas(self) -> None:
        """The new schemas, each in its file."""
        for name, schema in self.shapes.new.items():
            self.add(self.shapes.homes[name], name, schema)
        self.shapes.new.clear()

    def written(self, value: Any, file: str) -> Any:
        """The value with its references as the file writes them."""
        if isinstance(value, Noted):
            return Noted(self.written(value.value, file), value.todo)
        if isinstance(value, Ref):
            beside = {key: self.written(part, file) for key, part in value.items()}
            return {
                "$ref": self.reference(self.shapes.homes[value.name], value.name, file),
                **beside,
            }
        if isinstance(value, dict):
            found = {key: self.written(part, file) for key, part in value.items()}
            reference = str(found.get("$ref", ""))
            if reference.startswith("responses/"):
                found["$ref"] = posixpath.relpath(reference, posixpath.dirname(file))
            return found
        if isinstance(value, list):
            return [self.written(part, file) for part in value]
        return value

    def reference(self, home: str, name: str, file: str) -> str:
        here = "" if home == file else posixpath.relpath(home, posixpath.dirname(file))
        return f"{here}#/{name}"

    def indexed(self, block: str, key: str, file: str) -> None:
        """The line of a path or webhook in the index."""
        text = self.text("openapi.yaml")
        if re.search(rf"(?m)^  {re.escape(key)}:", text):
            return
        self.texts["openapi.yaml"] = _inserted(text, block, f"  {key}: {flow({'$ref': file})}")

    def tagged(self, name: str, description: str) -> None:
        """The tag, where the index has none of this name."""
        text = self.text("openapi.yaml")
        if re.search(rf"(?m)^  - \{{name: {re.escape(name)},", text) or name in self.ours.tags():
            return
        note = "  # TODO what it is about, in a few words"
        line = f"  - {flow({'name': name, 'description': description})}{note}"
        after = name.partition(".")[0] if "." in name else ""
        self.texts["openapi.yaml"] = _inserted(text, "tags", line, after=after)


def _inserted(text: str, block: str, line: str, *, after: str = "") -> str:
    """The text with a line at the end of a block, or behind the last tag of a product."""
    found = text.split("\n")
    start = next((n for n, each in enumerate(found) if re.match(rf"{block}:", each)), None)
    if start is None:
        end = next(
            (n for n, each in enumerate(found) if each.startswith("components:")), len(found)
        )
        while end < len(found) and end and not found[end - 1].strip():
            end -= 1
        return "\n".join([*found[:end], "", f"{block}:", line, *found[end:]]).rstrip("\n") + "\n"
    found[start] = f"{block}:"  # `{}` where it was empty
    end = start + 1
    while end < len(found) and (found[end].startswith((" ", "#")) or not found[end].strip()):
        end += 1
    while not found[end - 1].strip():
        end -= 1
    own = [
        n for n in range(start, end) if after and re.match(rf"  - \{{name: {after}[.,]", found[n])
    ]
    place = own[-1] + 1 if own else end
    return "\n".join([*found[:place], line, *found[place:]])
