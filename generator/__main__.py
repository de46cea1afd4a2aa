"""The command line: `python -m generator` generates, `python -m generator --check` says what
generating would change.

Exit code 0: done, or nothing to do; 1: the spec has problems, or `--check` found a difference; 2:
trouble with files. No stage is decided here, and how a run looks is up to `terminal`.
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from io import TextIOWrapper
from pathlib import Path

from generator.output.write import OutputError
from generator.problems import SpecError
from generator.terminal import Terminal


def main() -> int:
    """Do in the folder the generator stands in what the command line asks for; the exit code."""
    given = _parser().parse_args()
    root = Path(__file__).resolve().parent.parent
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a terminal without Chinese is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    terminal = Terminal(root)
    gc.disable()  # looking for cycles would be a fifth of the work of so short a process
    # what is asked to end ends like what is interrupted: nothing half written, no word
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _run(given, root, terminal)
    except SpecError as error:
        terminal.problems(error.problems)
        return 1
    except OutputError as error:
        print(f"{error}\nnothing written", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"{error.filename or root}: {error.strerror or error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator",
        description="Generate the client and the reference from the spec.",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; show what would change and exit 1 if anything would",
    )
    commands = parser.add_subparsers(dest="command")
    comparing = commands.add_parser("diff", help="tell what the spec changes for callers")
    comparing.add_argument(
        "base", nargs="?", default="", help="a git revision, or a folder that holds a spec/"
    )
    comparing.add_argument("--format", choices=["markdown", "json"], default="markdown")
    comparing.add_argument(
        "--announced", action="store_true", help="fail where CHANGELOG.md tells of no break"
    )
    reading = commands.add_parser("transcribe", help="documentation pages → facts and drafts")
    reading.add_argument("page", nargs="+", type=Path, help="a page, or a folder of pages (*.md)")
    return parser


def _run(given: argparse.Namespace, root: Path, terminal: Terminal) -> int:
    """Hand over to the command; each is imported where it is asked for, with the libraries that
    only it needs."""
    if given.command == "diff":
        from generator.diff import command

        return command.run(root, given.base, given.format, announced=given.announced)
    if given.command == "transcribe":
        from generator.transcribe import command as transcribe

        return transcribe.run(root, given.page)
    return _generate(root, terminal, check=given.check)


def _generate(root: Path, terminal: Terminal, *, check: bool) -> int:
    from generator.pipeline import Project

    project = Project(root, terminal.stage)
    found = project.check() if check else project.generate(terminal.removing)
    if check:
        print("".join(f"{change.diff()}\n" for change in found), end="")
    print(terminal.summary(found, would=check))
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main())
