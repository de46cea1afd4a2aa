"""Where the tests find the generator and the generated package, and what all of them share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated"), str(ROOT / "tests")]

from workshop import Workshop  # noqa: E402 - needs the path

# How fast the machine is, and what else it does, is no property of the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write what the generator makes of tests/generator/cases into them",
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the expected files are to be written instead of compared."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project in a temporary folder, with the smallest spec there is."""
    return Workshop(tmp_path)
