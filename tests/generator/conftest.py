"""Shared by the tests of the generator; the other tests do without it and what it needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project in a temporary folder, with the smallest spec there is."""
    return Workshop(tmp_path)
