# Copied from templates/runtime/_runtime/moments.py by `make generate`; do not edit.
"""Times as servers write them: RFC 3339 and its neighbours."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
"""The time zone of WeChat Pay: meant where a time has no offset."""

_OFFSET = r"\s*(?P<offset>[Zz]|[+-]\d\d(:?\d\d){0,2})?\s*"
_CLOCK = r"(?P<clock>[\d:]+)([.,](?P<part>\d*))?"
_TIME = re.compile(rf"\s*(?P<day>[\dW-]+)([Tt\s]\s*{_CLOCK})?{_OFFSET}")
_MIDNIGHT = re.compile(r"24(:?00){1,2}")
"""The end of a day, which only newer Pythons read."""


def read(text: str) -> datetime:
    """The moment, always with an offset: that of Beijing where the text has none.

    Seconds may be missing, a blank may stand for the `T` or before the offset, a point may have no
    digits, letters may be small; Unix seconds are read as well.

    Raises:
        ValueError: It is no time, or none that a `datetime` can be; beyond the last day
            `OverflowError`.
    """
    if re.fullmatch(r"\d{1,11}", text):
        return datetime.fromtimestamp(int(text), BEIJING)
    match = _TIME.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError("not a time")
    clock, part, offset = match["clock"] or "00:00", match["part"], match["offset"] or "+08:00"
    late = not part and _MIDNIGHT.fullmatch(clock)
    clock = "00:00" if late else clock
    plain = f"{match['day']}T{clock}{'.' + part if part else ''}{offset.upper()}"
    return datetime.fromisoformat(plain) + timedelta(days=1 if late else 0)
