"""Patterns mean what JSON Schema says, in Python's `re` too."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import patterns

SAME = {
    r"^[0-9A-Za-z_-]+$": ("abc_-9", ["abc\n", "", "é"]),
    r"^\d{4}$": ("2025", ["2025\n", "２０２５", "١٢٣٤"]),
    r"^[\w.-]+$": ("a_1.-", ["é", "中", "a\n"]),
    r"^\D+$": ("é１", ["1"]),
    r"^\W$": ("é", ["a", "_"]),
    r"^a.b$": ("a b", ["a\nb", "a\rb", "a\u2028b"]),
    r"^(?:PUB|CERT)_\w{1,3}?$": ("PUB_a1", ["PUB_é", "PUB_"]),
    r"^[[a]$": ("[", ["b"]),
    r"^\bfoo\b": ("foo é", ["fooo"]),
    r"^[^\d]$": ("１", ["1"]),
    r"^a{2,}b{0,1}$": ("aaab", ["ab"]),
    r"^\/v3\/\$$": ("/v3/$", ["/v3/"]),
}


@pytest.mark.parametrize("pattern", SAME)
def test_what_both_languages_understand_alike_is_translated(pattern: str) -> None:
    fitting, others = SAME[pattern]
    translated = patterns.python(pattern)
    assert re.search(translated, fitting)
    assert [other for other in others if re.search(translated, other)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"\Aabc\Z", r"(?P<name>a)", r"(?i)a", r"(?#note)", r"(?>a)", r"a++", r"a{1}+", r"{,3}",
        r"\p{L}", r"[]a]", r"[^]", r"[\D]", r"[\W_]", r"(?<=a)b", r"\cA", r"\N{DASH}", r"a{1",
        "(", "*", "[", "a)",
    ],
)  # fmt: skip
def test_what_they_understand_differently_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        patterns.python(pattern)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=20) | st.from_regex(r"[\[\](){}*+?|^$.\\dwab,1-]{0,15}"))
def test_any_text_is_translated_or_refused(pattern: str) -> None:
    try:
        re.compile(patterns.python(pattern))
    except ValueError:
        return
