"""Patterns mean in the package what JSON Schema says of them."""

from __future__ import annotations

import re

import pytest

from generator.build import patterns

SAME = {
    r"^[0-9A-Za-z_-]+$": ("abc_-9", ["abc\n", "", "é"]),
    r"^[0-9]{4}$": ("2025", ["2025\n", "２０２５"]),
    r"^(?:PUB|CERT)_[a-z]{1,3}?$|^x$": ("x", ["x\n", "PUB_"]),
    r"^a.b$": ("a b", ["a\nb", "a\rb", "a\u2028b"]),
    r"^[$.]+$": ("$.$", ["a", "$\n"]),
    r"^\/v3\/\$\.$": ("/v3/$.", ["/v3/$x", "/v3/$.\n"]),
    r"^[\]$]+$": ("]$", ["]\n"]),
}


@pytest.mark.parametrize("pattern", SAME)
def test_a_pattern_is_translated(pattern: str) -> None:
    fitting, others = SAME[pattern]
    translated = patterns.python(pattern)
    assert re.search(translated, fitting)
    assert [other for other in others if re.search(translated, other)] == []
