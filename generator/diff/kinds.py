"""How much each kind of change matters to a caller, and the sentence that tells it.

The severities are those of an application: what its type checker, the check before sending and the
reading of answers make of the change. CONTRIBUTING.md shows this table.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """From what must be acted on to what only readers notice."""

    BREAKING = "breaking"
    CHECK = "check"
    ADDITION = "addition"
    TEXT = "text"


class Kind(NamedTuple):
    """A kind of change."""

    severity: Severity
    sentence: str
    """With the places `where`, `before` and `after`."""


_BREAKING, _CHECK, _ADDITION, _TEXT = Severity

KINDS = {
    "call removed": Kind(_BREAKING, "{where} is gone ({before})"),
    "call renamed": Kind(_BREAKING, "{where} is called {after} now"),
    "call added": Kind(_ADDITION, "{where} is new ({after})"),
    "call url": Kind(_BREAKING, "{where} is {after} now, was {before}: chains are spelled anew"),
    "call shorthand": Kind(_BREAKING, "calling the chain {where} means {after} now, was {before}"),
    "call identity": Kind(_BREAKING, "{where} is called as a {after} now, was {before}"),
    "call positional": Kind(_BREAKING, "{where} takes ({after}) by position now, was ({before})"),
    "call answer gone": Kind(_BREAKING, "{where} answers nothing any more"),
    "call answer new": Kind(_CHECK, "{where} has an answer now"),
    "call upload": Kind(_BREAKING, "{where} takes a file: {after} now, was {before}"),
    "call iterator gone": Kind(_BREAKING, "{where} cannot be walked by {before} any more"),
    "call iterator new": Kind(_ADDITION, "{where} can be walked by {after}"),
    "call paging": Kind(_CHECK, "the pages of {where} are counted otherwise: {after}"),
    "call request number": Kind(
        _CHECK, "the request number of {where} is {after} now, was {before}: repeats change"
    ),
    "call condition": Kind(_CHECK, "{where} needs one of ({after}) now, was ({before})"),
    "call slower": Kind(_CHECK, "{where} may be called {after}, was {before}"),
    "call faster": Kind(_ADDITION, "{where} may be called {after}, was {before}"),
    "call deprecated": Kind(_CHECK, "{where} is deprecated"),
    "call no longer deprecated": Kind(_ADDITION, "{where} is no longer deprecated"),
    "call refusals": Kind(_CHECK, "{where} documents the refusals {after} too"),
    "argument required and new": Kind(_BREAKING, "{where} is new, and required"),
    "argument new": Kind(_ADDITION, "{where} is new"),
    "argument removed": Kind(_BREAKING, "{where} is gone"),
    "argument required": Kind(_BREAKING, "{where} is required now"),
    "argument optional": Kind(_ADDITION, "{where} can be left out now"),
    "argument type": Kind(_BREAKING, "{where} is {after} now, was {before}"),
    "argument location": Kind(
        _BREAKING, "{where} travels in the {after} now, was in the {before}: its type has moved"
    ),
    "argument narrower": Kind(_BREAKING, "{where}: {after} is checked now, was {before}"),
    "argument wider": Kind(_ADDITION, "{where}: {after} is checked now, was {before}"),
    "argument values gone": Kind(_BREAKING, "{where} may not be {before} any more"),
    "argument values new": Kind(_ADDITION, "{where} may be {after} too"),
    "argument default": Kind(_CHECK, "left out, {where} means {after} now, was {before}"),
    "argument encryption": Kind(_CHECK, "{where} travels encrypted: {after} now, was {before}"),
    "argument deprecated": Kind(_CHECK, "{where} is deprecated"),
    "argument no longer deprecated": Kind(_ADDITION, "{where} is no longer deprecated"),
    "member removed": Kind(_BREAKING, "{where} is gone"),
    "member new": Kind(_ADDITION, "{where} is new"),
    "member may be missing": Kind(_BREAKING, "{where} may be missing now (`None`)"),
    "member always there": Kind(_ADDITION, "{where} is always there now"),
    "member type": Kind(_BREAKING, "{where} is {after} now, was {before}"),
    "member values new": Kind(_CHECK, "{where} may be {after} too"),
    "member values gone": Kind(_CHECK, "{where} is no longer documented to be {before}"),
    "member deprecated": Kind(_CHECK, "{where} is deprecated"),
    "member no longer deprecated": Kind(_ADDITION, "{where} is no longer deprecated"),
    "event removed": Kind(_BREAKING, "{where} is gone: it arrives untyped"),
    "event added": Kind(_ADDITION, "{where} is new"),
    "event aliases gone": Kind(_BREAKING, "{where} is no longer typed under {before}"),
    "event aliases new": Kind(_ADDITION, "{where} is typed under {after} too"),
    "type removed": Kind(_BREAKING, "the type {where} is gone"),
    "type renamed": Kind(_BREAKING, "the type {where} is imported as {after} now"),
    "type added": Kind(_ADDITION, "the type {where} is new"),
    "links": Kind(_TEXT, "official pages of {where}"),
    "limits of answers": Kind(_TEXT, "limits of {where}, which answers are not held to"),
    "text": Kind(_TEXT, "descriptions or examples of {where}"),
}
"""Every kind of change, by name."""
