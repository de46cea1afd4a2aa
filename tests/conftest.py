"""Where the tests find the generator and the generated package, and what all of them share."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated"), str(ROOT / "tests")]

import properties  # noqa: E402, F401 - needs the path, and sets how many examples are tried

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's job in the background hands it on
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write what the generator makes of tests/generator/cases into them",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are processors: many a test waits for a deadline to pass."""
    usable = getattr(os, "sched_getaffinity", None)
    processors = len(usable(0)) if usable else os.cpu_count() or 1
    return processors * 3 // 2


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the expected files are to be written instead of compared."""
    return bool(request.config.getoption("--update"))
