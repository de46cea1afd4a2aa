"""The command line: `python -m generator` generates, `python -m generator --check` says what
generating would change.

Exit code 0: done, or nothing to do; 1: the spec has problems, or `--check` found a difference. No
stage is decided here.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from io import TextIOWrapper
from pathlib import Path

from generator.pipeline import Project
from generator.problems import SpecError


def main() -> int:
    """Run the generator in the folder it stands in."""
    options = argparse.ArgumentParser(
        prog="python -m generator",
        description="Generate the client and the reference from the spec.",
    )
    options.add_argument(
        "--check",
        action="store_true",
        help="write nothing; show what would change and exit 1 if anything would",
    )
    commands = options.add_subparsers(dest="command")
    comparing = commands.add_parser("diff", help="tell what the spec changes for callers")
    comparing.add_argument(
        "base", nargs="?", default="", help="a git revision, or a folder that holds a spec/"
    )
    comparing.add_argument("--format", choices=["markdown", "json"], default="markdown")
    comparing.add_argument(
        "--announced", action="store_true", help="fail where CHANGELOG.md tells of no break"
    )
    given = options.parse_args()
    check = given.check
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                errors="backslashreplace"
            )  # a terminal without Chinese is no reason to fail
    gc.disable()  # looking for cycles would be a fifth of the work of so short a process
    started = time.perf_counter()
    root = Path(__file__).resolve().parent.parent
    project = Project(root)
    try:
        if given.command == "diff":
            from generator.diff import command  # generating needs none of it

            return command.run(root, given.base, given.format, announced=given.announced)
        found = project.check() if check else project.generate()
    except SpecError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.problems)} problem(s); nothing written", file=sys.stderr)
        return 1
    if check:
        print("".join(f"{change.diff()}\n" for change in found), end="")
    seconds = f"{time.perf_counter() - started:.1f} s"
    print(
        f"{len(found)} file(s) {'would change' if check else 'changed'} ({seconds})"
        if found
        else f"nothing changed ({seconds})"
    )
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main())
