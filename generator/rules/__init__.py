"""Document → problems: what is refused, and why. Nothing is repaired here, and only here is
anything refused.

Each rule is one function with a one-line docstring, from the document to its problems; all of them
run, and all problems come at once. What is refused here need not be handled later.
"""

from __future__ import annotations

from generator.problems import SpecError
from generator.read.bundle import Reading
from generator.read.parse import Map
from generator.rules import (
    bodies,
    callbacks,
    circles,
    examples,
    form,
    limits,
    names,
    operations,
    paths,
    prose,
    schemas,
    standard,
)

RULES = (
    *operations.RULES,
    *callbacks.RULES,
    *schemas.RULES,
    *bodies.RULES,
    *limits.RULES,
    *paths.RULES,
    *names.RULES,
    *examples.RULES,
    *prose.RULES,
)
"""Those that look at the document for themselves."""


def check(reading: Reading, *, finished: bool = False) -> Map:
    """The document, which keeps every rule; where it is to be finished, the validator of the
    standard has a look at it as well. It takes longer than all else, and what the rules let pass
    is valid.

    Raises:
        SpecError: with all problems, those of reading included.
    """
    document, misshapen = form.check(reading.document)
    problems = [*reading.problems, *misshapen, *circles.cut(document)]
    if document.unread:  # there is no index, or it is no mapping
        raise SpecError(problems)
    causes = bool(problems)
    problems += [problem for rule in RULES for problem in rule(document)]
    problems += examples.fits(document, problems)
    if not causes:  # what nothing refers to may be due to what could not be read
        problems += [*reading.unused, *operations.unused_tags(document)]
    if finished and not problems:  # it speaks of symptoms where a rule of ours names the cause
        problems += standard.check(reading.document)
    if problems:
        raise SpecError(problems)
    return reading.document  # of which nothing had to be left out
