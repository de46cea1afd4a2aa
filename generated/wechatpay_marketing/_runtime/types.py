# Copied from templates/runtime/_runtime/types.py by `make generate`; do not edit.
"""The types of arguments that are not of one operation: times and files. Aliases only."""

from __future__ import annotations

import os
import typing
from datetime import datetime
from typing import IO, TYPE_CHECKING, TypeAlias

import msgspec

FileSource: TypeAlias = bytes | os.PathLike[str] | IO[bytes]
"""A file to upload: its bytes, its path (a `pathlib.Path`, never text), or a file object opened in
binary mode."""

if TYPE_CHECKING:
    Moment: TypeAlias = datetime
    """A moment in an answer: a `datetime`, always with an offset."""
    Time = datetime | str
    """A moment: a `datetime` with an offset, or RFC 3339 text such as
    `2025-08-01T00:00:00+08:00`."""
else:
    Moment = typing.Annotated[datetime, msgspec.Meta(tz=True)]
    Time = typing.Annotated[datetime, msgspec.Meta(tz=True)]
