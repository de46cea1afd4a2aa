"""Document → problems: what is refused, and why. Nothing is repaired here, and only here is
anything refused.

Each rule is one function with a one-line docstring, from the document to its problems; all of them
run, and all problems come at once. What is refused here need not be handled later.
"""

from __future__ import annotations

from generator.problems import SpecError
from generator.read.parse import Map
from generator.rules import form, names, operations, schemas


def check(document: Map) -> None:
    """Hold the bundled document against every rule of this house; OpenAPI itself is the business
    of `standard`.

    Raises:
        SpecError: with all problems.
    """
    house = (*operations.RULES, *schemas.RULES, *names.RULES)
    # each group takes for granted what the ones before it have looked at
    for rules in ((form.check,), (operations.circles,), house):
        if problems := [problem for rule in rules for problem in rule(document)]:
            raise SpecError(problems)
