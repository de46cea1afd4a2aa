"""Python texts as ruff writes them, which are those of black, a hundred times sooner.

Only the form of a text changes here. Nothing is remembered: all files of a run take less time than
it would take to look them up.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.python import LINE_LENGTH


def format_all(texts: dict[str, str]) -> dict[str, str]:
    """The texts with every Python file formatted.

    Raises:
        ValueError: a text is no Python; what ruff says about it names the file.
    """
    from ruff import find_ruff_bin

    python = [name for name in texts if name.endswith(".py")]
    with TemporaryDirectory(prefix="generator-") as folder:
        for name in python:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(texts[name].encode())
        options = ("--isolated", "--no-cache", "--target-version", "py311")
        command = [find_ruff_bin(), "format", *options, "--line-length", str(LINE_LENGTH), "."]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        if done.returncode:
            raise ValueError(f"a template wrote no Python: {done.stderr.decode()}")
        return texts | {name: Path(folder, name).read_bytes().decode() for name in python}
