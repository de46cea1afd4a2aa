# Copied from templates/runtime/_runtime/visible.py by `make generate`; do not edit.
"""Text of strangers, made fit to be shown: nothing in it can move the cursor, break a line or turn
the direction of writing of a terminal or a log."""

from __future__ import annotations


def visible(text: str) -> str:
    """The text with what does not print escaped, such as `\\n`, `\\x1b` and `\\u202e`."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )
