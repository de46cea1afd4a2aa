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
    VENDOR = "vendor"
    """Nothing of ours: what the documentation pages say otherwise."""


class Kind(NamedTuple):
    """A kind of change."""

    severity: Severity
    sentence: str
    """With the places `where`, `before` and `after`, and `said`, which is `after` as a text."""


_BREAKING, _CHECK, _ADDITION, _TEXT, _VENDOR = Severity

KINDS = {
    "call removed": Kind(_BREAKING, "{where} is gone ({before})"),
    "call renamed": Kind(_BREAKING, "{where} is called {after} now"),
    "call added": Kind(_ADDITION, "{where} is new ({after})"),
    "call url": Kind(
        _BREAKING,
        "{where} is {after} now, was {before}: code that spells the URL (a chain, `pay.chain(…)`) "
        "has to follow",
    ),
    "call shorthand": Kind(
        _BREAKING, "calling the chain {where} itself means {after} now, was {before}"
    ),
    "call identity": Kind(
        _BREAKING,
        "{where} is signed by the {after} now, was by the {before}: the client needs its keys",
    ),
    "call positional": Kind(_BREAKING, "{where} takes {after} by position now, was {before}"),
    "call answer gone": Kind(_BREAKING, "{where} answers nothing any more, was {before}"),
    "call answer new": Kind(_CHECK, "{where} answers {after} now, was nothing"),
    "call answer type": Kind(_BREAKING, "{where} answers {after} now, was {before}"),
    "call upload": Kind(_BREAKING, "{where} sends {after} now, was {before}"),
    "call iterator gone": Kind(_BREAKING, "{where} lost {before}, which walked its pages"),
    "call iterator new": Kind(_ADDITION, "{where} has {after} now, which walks its pages"),
    "call paging": Kind(_CHECK, "{where} is walked {after} now, was {before}"),
    "call request number": Kind(
        _CHECK,
        "the request number of {where}, which makes repeating it safe, is {after} now, "
        "was {before}",
    ),
    "call slower": Kind(
        _CHECK, "the documented rate limit of {where} is {after} now, was {before}"
    ),
    "call faster": Kind(
        _ADDITION, "the documented rate limit of {where} is {after} now, was {before}"
    ),
    "call condition": Kind(_CHECK, "{where} needs one of {after} now, was {before}"),
    "call deprecated": Kind(_CHECK, "{where} is deprecated"),
    "call no longer deprecated": Kind(_ADDITION, "{where} is no longer deprecated"),
    "call refusals": Kind(_CHECK, "{where} may be refused with {after} too"),
    "argument required and new": Kind(_BREAKING, "{where} is new, and required"),
    "argument new": Kind(_ADDITION, "{where} is new"),
    "argument removed": Kind(_BREAKING, "{where} is gone"),
    "argument required": Kind(_BREAKING, "{where} is required now"),
    "argument optional": Kind(_ADDITION, "{where} can be left out now"),
    "argument type": Kind(_BREAKING, "{where} is {after} now, was {before}"),
    "argument location": Kind(
        _BREAKING,
        "{where} travels in the {after} now, was in the {before}: the types "
        "of both have changed",
    ),
    "argument narrower": Kind(_BREAKING, "{where} is held to {after} now, was to {before}"),
    "argument wider": Kind(_ADDITION, "{where} is held to {after} now, was to {before}"),
    "argument values gone": Kind(_BREAKING, "{where} may not be {before} any more"),
    "argument values new": Kind(_ADDITION, "{where} may be {after} too"),
    "argument default": Kind(_CHECK, "left out, {where} means {after} now, was {before}"),
    "argument encrypted": Kind(_CHECK, "{where} is encrypted by the client now, before it travels"),
    "argument no longer encrypted": Kind(_CHECK, "{where} travels as it is now, was encrypted"),
    "argument renamed": Kind(_BREAKING, "{where} is called {after} now"),
    "argument deprecated": Kind(_CHECK, "{where} is deprecated"),
    "argument no longer deprecated": Kind(_ADDITION, "{where} is no longer deprecated"),
    "member renamed": Kind(_BREAKING, "{where} is called {after} now"),
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
    "event aliases gone": Kind(_BREAKING, "{where} arriving as {before} is untyped now"),
    "event aliases new": Kind(_ADDITION, "{where} arriving as {after} is typed too"),
    "type removed": Kind(_BREAKING, "the type {where} cannot be imported any more"),
    "type renamed": Kind(_BREAKING, "the type {where} is imported as {after} now"),
    "type added": Kind(_ADDITION, "the type {where} is new"),
    "identity": Kind(_CHECK, "how the {where} signs or is verified has changed"),
    "links": Kind(_TEXT, "official pages of {where}"),
    "limits of answers": Kind(_TEXT, "limits of {where}, which answers are not held to"),
    "text": Kind(_TEXT, "descriptions or examples of {where}"),
    "page new": Kind(_VENDOR, "{where} is new"),
    "page gone": Kind(_VENDOR, "{where} is gone"),
    "page changed": Kind(_VENDOR, "{where}: {said}"),
}
"""Every kind of change, by name."""
