"""Python texts as black writes them. Only the form of a text changes here.

Templates print as black writes, but for lines that are too long: breaking those is black's work.
That it has nothing to do elsewhere is held by tests, and by every run of `--check`, which has all
texts formatted as a whole, side by side on all processors.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from generator.python import LINE_LENGTH, columns

_WORTH_A_PROCESS = 60_000
"""Characters; below, starting a second process costs more than it saves."""


def format_all(texts: Mapping[str, str], *, every: bool = True) -> dict[str, str]:
    """The texts with every Python file formatted.

    Args:
        texts: By their names.
        every: Wholly, and not only the classes and functions with a line that is too long.

    Raises:
        ValueError: A text is no Python.
    """
    python = {name: text for name, text in texts.items() if name.endswith(".py")}
    if not every:
        wide = {name: text for name, text in python.items() if _too_wide(text)}
        return {**texts, **{name: _broken(name, text) for name, text in wide.items()}}
    if sum(map(len, python.values())) < _WORTH_A_PROCESS:
        return {**texts, **dict(map(_formatted, python.items()))}
    import multiprocessing  # late, as black is: most runs have little to format
    from concurrent.futures import ProcessPoolExecutor

    import black  # noqa: F401  # once, for all processes

    longest_first = sorted(python.items(), key=lambda entry: -len(entry[1]))
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), context, _end_with_parent) as pool:
        return {**texts, **dict(pool.map(_formatted, longest_first))}


_MAY_BE_CODE = re.compile(r"[(\[]| [=|] | import |^    \w+: [\w.]+$|^ *[^ \"].*\"\"\"$")
"""What black breaks a line at, puts brackets around, or sets apart."""
_BETWEEN_DEFINITIONS = re.compile(r"(?<=\n)\n\n(?=class |def |@)")


def _broken(name: str, text: str) -> str:
    """The text with each class and function formatted that has a line which is too long."""
    parts = []
    for part in _BETWEEN_DEFINITIONS.split(text):
        plain = _opened(part) if _too_wide(part) else part
        parts.append(_formatted((name, part))[1] if _too_wide(plain) else plain)
    return "\n\n".join(parts)


_BRACKET = re.compile(r"( *)(\w+: \w+\[|class \w+\()(.+)(\]|\):)")


def _opened(text: str) -> str:
    """What is in the bracket of a member or a class that is too long, on a line of its own: most of
    the time that is all there is to do, and black takes longer to import than all texts to
    write."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if columns(line) > LINE_LENGTH and (found := _BRACKET.fullmatch(line)):
            margin, opening, inside, closing = found.groups()
            if len(margin) + 4 + columns(inside) <= LINE_LENGTH:
                lines[number] = f"{margin}{opening}\n{margin}    {inside}\n{margin}{closing}"
    return "\n".join(lines)


def _too_wide(text: str) -> bool:
    """Whether a line has to be broken and may be code; a URL or a sentence cannot be broken."""
    return any(
        len(line) > LINE_LENGTH // 2 and _MAY_BE_CODE.search(line) and columns(line) > LINE_LENGTH
        for line in text.splitlines()
    )


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
    import multiprocessing
    import threading

    def wait() -> None:
        if (parent := multiprocessing.parent_process()) is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
