"""What an editor asks of a language server: documents that exist in the editor alone, and what is
shown at a place in them.

In the code that is asked about, each `¦` is a place.
"""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MARKDOWN = {"documentationFormat": ["markdown"]}
CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": MARKDOWN},
        "hover": {"contentFormat": ["markdown"]},
        "signatureHelp": {"signatureInformation": MARKDOWN},
    }
}


class LanguageServer:
    """An editor's side of the Language Server Protocol."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        assert process.stdin
        assert process.stdout
        self._in, self._out = process.stdin, process.stdout
        self._root = root
        self._numbers = itertools.count(1)
        folder = {"uri": root.as_uri(), "name": root.name}
        self._ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=[folder],
            capabilities=CAPABILITIES,
        )
        self._send(method="initialized", params={})

    def completions(self, code: str) -> list[set[str]]:
        """What is offered, without the quotes that some servers put around text."""
        answers = [found or [] for found in self._at("completion", code)]
        items = [found["items"] if isinstance(found, dict) else found for found in answers]
        return [{item["label"].strip("\"'") for item in each} for each in items]

    def signatures(self, code: str) -> list[tuple[str, str]]:
        """The arguments of the call being written, as one text, and its documentation."""
        return [_signature(found) for found in self._at("signatureHelp", code)]

    def hovers(self, code: str) -> list[str]:
        """What is shown under the mouse."""
        return [_text(found["contents"]) if found else "" for found in self._at("hover", code)]

    def stop(self) -> None:
        self._ask("shutdown")
        self._send(method="exit")

    def _at(self, question: str, code: str) -> list[Any]:
        document = {"uri": (self._root / f"in_the_editor_{next(self._numbers)}.py").as_uri()}
        text = {"languageId": "python", "version": 1, "text": code.replace("¦", "")}
        self._send(method="textDocument/didOpen", params={"textDocument": document | text})
        found = [
            self._ask(f"textDocument/{question}", textDocument=document, position=position)
            for position in _positions(code)
        ]
        self._send(method="textDocument/didClose", params={"textDocument": document})
        return found

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        asked = {"params": params} if params else {}
        self._send(id=number, method=method, **asked)
        while True:
            message = self._received()
            if "method" not in message and message["id"] == number:
                assert "error" not in message, message
                return message["result"]
            if "method" in message and "id" in message:  # servers ask, too: nothing is special here
                items = message.get("params", {}).get("items")
                self._send(id=message["id"], result=items and [None] * len(items))

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._in.flush()

    def _received(self) -> Any:
        lines = iter(self._out.readline, b"\r\n")
        headers = dict(line.decode().strip().lower().split(": ", 1) for line in lines)
        return json.loads(self._out.read(int(headers["content-length"])))


def _positions(code: str) -> Iterator[dict[str, int]]:
    for number, line in enumerate(code.split("\n")):
        before = ""
        for part in line.split("¦")[:-1]:
            before += part
            yield {"line": number, "character": len(before)}


def _signature(found: Any) -> tuple[str, str]:
    if not found or not found["signatures"]:
        return "", ""
    shown = found["signatures"][found.get("activeSignature") or 0]
    return shown["label"].partition(" -> ")[0], _text(shown.get("documentation"))


def _text(documentation: Any) -> str:
    return documentation["value"] if isinstance(documentation, dict) else documentation or ""


@contextmanager
def running(root: Path, *command: str) -> Iterator[LanguageServer]:
    """The server of this command, at work on the folder."""
    with subprocess.Popen(
        command,
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            server = LanguageServer(process, root)
            yield server
            server.stop()
        finally:
            process.kill()
