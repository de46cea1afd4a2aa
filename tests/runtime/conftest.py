"""Shared by the tests of the runtime: throw-away keys, a WeChat Pay played by hand, known answers,
no waiting."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kit import Clock, Keys, Platform

ROOT = Path(__file__).parents[2]
KNOWN_ANSWERS_OF_OTHERS = ROOT.parent / "shared" / "vectors"


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def platform(keys: Keys, clock: Clock) -> Platform:
    return Platform(keys, clock)


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest) -> str:
    """Everything that sends is tried with and without `await`."""
    return str(request.param)


@pytest.fixture(scope="session")
def openssl() -> Any:
    """Known answers made with the openssl command line."""
    return json.loads((ROOT / "tests" / "vectors" / "openssl.json").read_text("utf-8"))


@pytest.fixture
def vectors() -> Callable[[str], Any]:
    """Known answers made by others; they lie beside the repository and are not part of it."""

    def load(name: str) -> Any:
        path = KNOWN_ANSWERS_OF_OTHERS / f"{name}.json"
        if not path.exists():
            pytest.skip(f"the known answers of others are not here ({path})")
        return json.loads(path.read_text("utf-8"))

    return load
