"""Mistakes at random: one small change of the real specification, as a slip of the hand makes it.

`python -m tests.generator.mutations 1000 --seed 1` tries as many, prints what became of them, and
fails where one neither gave a message with a place nor a package that can be compiled.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from workshop import rendered  # noqa: E402 - needs the path

from generator.problems import SpecError  # noqa: E402

VALUES = [
    "",
    "~",
    "true",
    "1.5",
    "-1",
    "[]",
    "{}",
    "[a, b]",
    "'x'",
    '"x',
    "#/Name",
    "一句话。",
    "a: b",
]
MARKS = list("{}[],:#&*!|>'\"%@`-?\\ \t　：，\u200b0aZ中")


def shift(line: str, chance: random.Random) -> str:
    """Indented by a little more or less."""
    return f"  {line}" if chance.random() < 0.5 else line[1:]


def mark(line: str, chance: random.Random) -> str:
    """A character more, or another one."""
    at = chance.randrange(len(line) + 1)
    return line[:at] + chance.choice(MARKS) + line[at + chance.randrange(2) :]


def drop(line: str, chance: random.Random) -> str:
    """A character less."""
    at = chance.randrange(len(line) + 1)
    return line[:at] + line[at + 1 :]


def value(line: str, chance: random.Random) -> str:
    """Another value after the colon."""
    return re.sub(r"(:\s+).*", lambda found: found[1] + chance.choice(VALUES), line, count=1)


def word(line: str, chance: random.Random) -> str:
    """A word misspelt, or in the other case."""
    words = list(re.finditer(r"[A-Za-z]{2,}", line))
    if not words:
        return line
    found = chance.choice(words)
    slip = chance.choice([found[0][:-1], found[0] * 2, found[0].swapcase(), found[0][::-1]])
    return line[: found.start()] + slip + line[found.end() :]


def number(line: str, chance: random.Random) -> str:
    """Another number."""
    return re.sub(
        r"\d+", lambda _: chance.choice(["0", "-1", "7.5", "9" * 25, "1e9"]), line, count=1
    )


IN_A_LINE: list[Callable[[str, random.Random], str]] = [shift, mark, drop, value, word, number]


def mutate(text: str, chance: random.Random) -> str:
    """A text of the specification with one slip in it."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(10):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(at, lines.pop(chance.randrange(len(lines))))
        case 3:
            del lines[at:]
        case _:
            lines[at] = chance.choice(IN_A_LINE)(lines[at], chance)
    return "\n".join(lines)


def attempt(seed: int) -> str:
    """What became of one mutation: `refused`, `accepted`.

    Raises:
        AssertionError: a problem has no place.
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        spec = Path(folder) / "spec"
        shutil.copytree(ROOT / "spec", spec)
        path = chance.choice(sorted(spec.rglob("*.yaml")))
        path.write_text(mutate(path.read_text("utf-8"), chance), "utf-8")
        try:
            output = rendered(spec)
        except SpecError as error:
            for problem in error.problems:
                file = Path(folder) / problem.source.file
                lines = file.read_text("utf-8").count("\n") if file.exists() else 0
                assert 1 <= problem.source.line <= lines + 2, problem
            return "refused"
        for name, text in output.items():
            if name.endswith(".py"):
                compile(text, name, "exec")
        return "accepted"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("count", type=int)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    outcome: Counter[str] = Counter()
    for seed in range(given.seed, given.seed + given.count):
        try:
            outcome[attempt(seed)] += 1
        except Exception as error:  # whatever it is, it is what was looked for
            outcome["broken"] += 1
            print(f"seed {seed}: {type(error).__name__}: {error}"[:300])
    print(dict(outcome))
    return 1 if outcome["broken"] else 0


if __name__ == "__main__":
    sys.exit(main())
