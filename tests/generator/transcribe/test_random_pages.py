"""Pages that nobody wrote: whatever rows they have, a draft says of them what the page says.

The page is written from rows, transcribed into the smallest spec, and read again against its draft.
"""

from __future__ import annotations

import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from test_readers import described, table
from workshop import BASE

from generator import rules
from generator.read import bundle
from generator.transcribe import command

Rows = list[tuple[str, int, str, bool, list[str], str]]

ROWS = described().map(lambda rows: sensible(rows))


def page(number: int, request: Rows, answer: Rows) -> str:
    """A page of one operation in the form of tables."""
    body = [("json", 0, "object", True, list[str](), "请求")]
    body += [(name, depth + 1, *rest) for name, depth, *rest in request]
    return f"""# 操作{number} {{#post}}

{table(body)}

```php
$instance->chain('v3/shop/things/{{thing_id}}/t{number}')->post(['json' => []]);
```

{table(answer).replace("请求参数", "返回字典")}
"""


def sensible(rows: Rows) -> Rows:
    """Only texts have texts for values."""
    return [
        (name, depth, kind, required, values if "string" in kind else [], label)
        for name, depth, kind, required, values, label in rows
    ]


@given(st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=3))
@examples(30)
def test_a_draft_departs_from_a_page_in_nothing(found: list[tuple[Rows, Rows]]) -> None:
    """Several at once, so that equal shapes are shared and different ones are not."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(BASE, root / "spec")
        for number, (request, answer) in enumerate(found):
            (root / f"{number}.md").write_text(page(number, request, answer), "utf-8")
        said = StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            assert command.run(root, [root]) == 0
        rules.check(bundle.read(root / "spec"))
        again = StringIO()
        with redirect_stdout(again), redirect_stderr(again):
            command.run(root, [root])
        assert len(again.getvalue().splitlines()) == 1, again.getvalue()
