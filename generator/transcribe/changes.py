"""Two readings of a page → what the vendor changed, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.transcribe.facts import Facts

_WORDS = {"request": "the request", "answer": "the answer"}


def changes(before: Facts, after: Facts) -> Iterator[str]:
    """What a second reading says otherwise than the first."""
    for key in ("links", "rate"):
        old, new = _many(before.get(key)), _many(after.get(key))
        yield from (f"{key}: {value} is new" for value in new if value not in old)
        yield from (f"{key}: {value} is gone" for value in old if value not in new)
    for key, whole in _WORDS.items():
        old, new = before.get(key, []), after.get(key, [])
        if isinstance(old, str) or isinstance(new, str):
            if old != new:
                yield f"{whole} was {_what(old)}, is {_what(new)}"
            continue
        yield from (f"{key} {text}" for text in _rows(old, new))


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _what(said: Any) -> str:
    return said if isinstance(said, str) else f"JSON of {len(said)} rows" if said else "nothing"


def _rows(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[str]:
    before, after = _named(old), _named(new)
    for name, row in after.items():
        if name not in before:
            yield f"`{name}` is new: {_told(row)}"
    for name, row in before.items():
        if name not in after:
            yield f"`{name}` is gone: {_told(row)}"
        else:
            yield from (f"`{name}`: {text}" for text in _differences(row, after[name]))
    common = [name for name in before if name in after]
    if common != [name for name in after if name in before]:
        yield "the rows stand in another order"


def _named(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Rows by name; a name that stands twice is told apart by a number."""
    seen: Counter[str] = Counter()
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        seen[row["name"]] += 1
        count = seen[row["name"]]
        found[row["name"] if count == 1 else f"{row['name']} ({count})"] = row
    return found


def _told(row: dict[str, Any]) -> str:
    words = [row["type"], *(["required"] if row.get("required") else [])]
    return ", ".join(
        [*words, *(f"{key} {row[key]}" for key in row if key not in ("name", "type", "required"))]
    )


def _differences(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        if was == now or key == "name":
            continue
        if key == "enum":
            was, now = was or [], now or []
            yield from (f"value {value} is new" for value in now if value not in was)
            yield from (f"value {value} is gone" for value in was if value not in now)
            if sorted(was) == sorted(now):
                yield "the values stand in another order"
        elif key == "required":
            yield {
                True: "is required now",
                False: "is optional now",
                None: "is not said to be required or not",
            }[now]
        else:
            old_value, new_value = ("not said" if v is None else v for v in (was, now))
            yield f"{key} was {old_value}, is {new_value}"
