"""Golden cases: what becomes of a small spec.

`cases/<name>/spec` holds the files in which the case differs from the smallest spec, `cases/base`. Either `problems.txt` says what
is wrong with it, or `expected/` holds those of the generated files that the case is about.

`pytest tests/test_cases.py --update` writes both anew; for a new case, make an empty `problems.txt` or empty files in `expected/` first.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest
from workshop import PACKAGE, Workshop

CASES = Path(__file__).parent / "cases"
REFUSED = sorted(path.parent.name for path in CASES.glob("*/problems.txt"))
ACCEPTED = sorted(path.parent.name for path in CASES.glob("*/expected"))


@pytest.mark.parametrize("name", REFUSED)
def test_a_mistake_is_named_in_one_line(name: str, workshop: Workshop, update: bool) -> None:
    golden = CASES / name / "problems.txt"
    problems = workshop.put(CASES / name / "spec").problems()
    if update:
        golden.write_text("".join(f"{problem}\n" for problem in problems), "utf-8")
    assert problems == golden.read_text("utf-8").splitlines()
    assert len(problems) == 1


@pytest.mark.parametrize("name", ACCEPTED)
def test_output(name: str, workshop: Workshop, update: bool) -> None:
    workshop.put(CASES / name / "spec").generate()
    files = sorted(path for path in (CASES / name / "expected").rglob("*") if path.is_file())
    for golden in files:
        text = workshop.text(golden.relative_to(CASES / name / "expected").as_posix())
        if update:
            golden.write_text(text, "utf-8")
        assert text == golden.read_text("utf-8")
    assert files


@pytest.mark.parametrize("name", ACCEPTED)
def test_output_works(name: str, workshop: Workshop) -> None:
    """Every module can be imported, every operation called from its example, every callback parsed."""
    workshop.put(CASES / name / "spec").generate()
    examples = json.loads(workshop.text(f"{PACKAGE}/_examples.json"))
    with workshop.package():
        for path in (workshop.output / PACKAGE).rglob("*.py"):
            if path.name not in ("__main__.py", "pytest_plugin.py"):
                importlib.import_module(".".join(path.relative_to(workshop.output).with_suffix("").parts))
        fake = importlib.import_module(f"{PACKAGE}.testing").FakeWechatPay()
        events = importlib.import_module(f"{PACKAGE}.webhooks").EVENTS
        with fake.client() as pay:
            for operation in examples["operations"]:
                product, resource, verb = operation["id"].split(".")
                given = operation["parameters"] | (operation["body"] or {})
                if operation["multipart"]:
                    given = {"file": b"\x89PNG\r\n\x1a\n", "filename": "image.png"}
                getattr(getattr(getattr(pay, product), resource), verb)(**given)
            for event in examples["events"]:
                parsed = pay.webhooks.parse(*fake.callback(event["event_type"]))
                assert type(parsed.resource) is events[event["event_type"]]
        assert [request.status // 100 for request in fake.requests] == [2] * len(examples["operations"])
