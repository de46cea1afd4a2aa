"""Python texts as black writes them.

A text is formatted once ever: results are kept in the cache under the fingerprint of the text.
What is new goes through black in process, side by side on all processors. Only the form of a text
changes here.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from generator.python import LINE_LENGTH

_WORTH_A_PROCESS = 60_000
"""Characters; below, starting a second process costs more than it saves."""


def format_all(texts: dict[str, str], cache: Path) -> dict[str, str]:
    """The texts with every Python file formatted."""
    cache.mkdir(parents=True, exist_ok=True)
    prints = {name: _fingerprint(text) for name, text in texts.items() if name.endswith(".py")}
    known = {
        name: (cache / mark).read_text("utf-8")
        for name, mark in prints.items()
        if (cache / mark).exists()
    }
    new = {name: texts[name] for name in prints if name not in known}
    for name, text in _formatted(new).items():
        known[name] = text
        for mark in {prints[name], _fingerprint(text)}:  # what black wrote, black would not change
            entry = cache / f".{mark}.{os.getpid()}"
            entry.write_text(text, "utf-8")
            entry.replace(cache / mark)  # whole or not at all
    return {**texts, **known}


def _formatted(texts: dict[str, str]) -> dict[str, str]:
    if sum(map(len, texts.values())) < _WORTH_A_PROCESS:
        return {name: format_text(text) for name, text in texts.items()}
    import black  # noqa: F401  # once, for all processes

    longest_first = sorted(texts, key=lambda name: -len(texts[name]))
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        return dict(
            zip(
                longest_first,
                pool.map(format_text, [texts[name] for name in longest_first]),
                strict=True,
            )
        )


def format_text(text: str) -> str:
    """One Python text as black writes it."""
    import black  # 0.2 s to import, and often not needed

    return black.format_str(text, mode=black.Mode(line_length=LINE_LENGTH))


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
