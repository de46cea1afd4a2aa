"""Python texts as black writes them. Only the form of a text changes here.

The output itself is the memory: what black wrote, black would not change, so a text that stands
there exactly as the templates print it goes through black no more. All others do, side by side on
all processors.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generator.python import LINE_LENGTH

_WORTH_A_PROCESS = 60_000
"""Characters; below, starting a second process costs more than it saves."""


def format_all(texts: Mapping[str, str], standing: Path | None = None) -> dict[str, str]:
    """The texts with every Python file formatted.

    Args:
        texts: By their names.
        standing: The folder with the output of an earlier run, where it may be trusted.

    Raises:
        ValueError: A text is no Python.
    """
    python = {name: text for name, text in texts.items() if name.endswith(".py")}
    new = {
        name: text
        for name, text in python.items()
        if standing is None or not _stands(standing / name, text)
    }
    if sum(map(len, new.values())) < _WORTH_A_PROCESS:
        return {**texts, **dict(map(_formatted, new.items()))}
    import black  # noqa: F401  # once, for all processes

    longest_first = sorted(new.items(), key=lambda entry: -len(entry[1]))
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), context, _end_with_parent) as pool:
        return {**texts, **dict(pool.map(_formatted, longest_first))}


def _stands(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def _formatted(entry: tuple[str, str]) -> tuple[str, str]:
    import black  # 0.2 s to import, and often not needed
    from black.parsing import InvalidInput

    name, text = entry
    try:
        return name, black.format_str(text, mode=black.Mode(line_length=LINE_LENGTH))
    except InvalidInput as error:
        raise ValueError(f"a template wrote no Python: {name}: {error}") from None


def _end_with_parent() -> None:
    """A process of the pool waits for work for ever, also after its parent was killed."""

    def wait() -> None:
        if (parent := multiprocessing.parent_process()) is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
