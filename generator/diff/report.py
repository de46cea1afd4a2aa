"""Changes → Markdown for a pull request, or JSON for tools; equal changes are told once."""

from __future__ import annotations

import json

from generator.diff.compare import Change
from generator.diff.kinds import KINDS, Severity

_HEADINGS = {
    Severity.BREAKING: "Breaking",
    Severity.CHECK: "To check",
    Severity.ADDITION: "Additions",
    Severity.VENDOR: "Pages of the documentation",
}
_SHOWN = 3
"""So many of the other places of one change are named."""


def to_markdown(changes: list[Change]) -> str:
    """What the changes mean for callers: breaking first, texts as a number only; then what the
    vendor says otherwise."""
    ours = any(change.severity != Severity.VENDOR for change in changes)
    lines = [] if ours else ["Nothing changes for callers.", ""]
    for severity in Severity:
        if found := [change for change in changes if change.severity == severity]:
            lines += _section(severity, found)
    return "\n".join(lines)


def _section(severity: Severity, changes: list[Change]) -> list[str]:
    if severity == Severity.TEXT:
        places = len({change.where for change in changes})
        return [f"Descriptions, examples or links only: {places} place{'s' * (places > 1)}.", ""]
    return [f"## {_HEADINGS[severity]}", "", *map(_line, _grouped(changes)), ""]


def to_json(changes: list[Change]) -> str:
    """Every change by itself."""
    told = [{"severity": change.severity, **change._asdict()} for change in changes]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _grouped(changes: list[Change]) -> list[list[Change]]:
    """The changes, those together that are equal but for the call they are met in."""
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        key = (change.kind, change.home, change.before, change.after)
        groups.setdefault(key, []).append(change)
    return list(groups.values())


def _line(group: list[Change]) -> str:
    first, *others = group
    told = KINDS[first.kind].sentence.format(
        where=f"`{first.where}`",
        before=f"`{first.before}`",
        after=f"`{first.after}`",
        said=first.after,
    )
    named = ", ".join(f"`{change.where}`" for change in others[:_SHOWN])
    more = f", and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    return f"- {told}" + (f"; likewise in {len(others)}: {named}{more}" if others else "")
