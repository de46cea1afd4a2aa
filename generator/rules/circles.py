"""Definitions that contain themselves, or others without end.

They are cut open where that shows, so that the other rules, which follow references, come to an
end.
"""

from __future__ import annotations

from generator.problems import Problem
from generator.read.bundle import SECTIONS
from generator.read.parse import Map
from generator.read.references import references

_DEEPEST = 20
"""References one behind another; the deepest page has eight."""


def cut(document: Map) -> list[Problem]:
    """No definition contains itself, and none is nested without end."""
    components = document.get("components", {})
    heights: dict[str, int] = {}
    problems: list[Problem] = []

    def sever(reference: Map, message: str) -> None:
        problems.append(Problem(reference.at("$ref"), message))
        reference.clear()
        reference.whole = False

    def height(trail: tuple[str, ...]) -> int:
        """How many references lead on from the last definition of the trail."""
        section, name = trail[-1].removeprefix("#/components/").split("/", 1)
        highest = 0
        for reference in list(references(components[section][name])):
            found = reference["$ref"]
            if found in trail:
                circle = (*trail[trail.index(found) :], found)
                names = " → ".join(part.rpartition("/")[2] for part in circle)
                sever(reference, f"circular schema: {names}")
                continue
            # what is deeper than allowed is not walked: the generator's own stack would end first
            if len(trail) <= _DEEPEST and found not in heights:
                heights[found] = height((*trail, found))
            if heights.get(found, _DEEPEST) >= _DEEPEST:
                sever(reference, f"definitions are nested more than {_DEEPEST} deep here")
            else:
                highest = max(highest, heights[found] + 1)
        return highest

    for section in SECTIONS:
        for name in components.get(section, {}):
            if (target := f"#/components/{section}/{name}") not in heights:
                heights[target] = height((target,))
    return problems
