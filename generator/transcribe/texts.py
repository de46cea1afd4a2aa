"""Labels of a page → descriptions as they are written in `spec/`: how Chinese text is set.

What a label means is not changed; what is a sentence of the vendor is not carried over at all.
"""

from __future__ import annotations

import re
import unicodedata

_CHINESE = "\u4e00-\u9fff"
_TERMS = (
    (re.compile(r"(?<![A-Za-z0-9_`])(?:app|App|APP)[Ii][Dd](?![A-Za-z0-9_`])"), "AppID"),
    (re.compile(r"(?<![A-Za-z0-9_`])(?:open|Open)[Ii][Dd](?![A-Za-z0-9_`])"), "OpenID"),
    (re.compile(r"(?<![A-Za-z0-9_`])(?:union|Union)[Ii][Dd](?![A-Za-z0-9_`])"), "UnionID"),
    (re.compile(rf"(?<=[{_CHINESE}])\s*(?:id|Id)(?![A-Za-z0-9_])"), " ID"),
    (re.compile(rf"(?<=[{_CHINESE}])\s*(?:url|Url)(?![A-Za-z0-9_])"), " URL"),
    (re.compile(rf"(?<=[{_CHINESE}])\s*Code(?![A-Za-z0-9_])"), " code"),
)
_MEMBER = re.compile(r"(?<![`A-Za-z0-9_./])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![`A-Za-z0-9_])")


def label(text: str) -> str:
    """A noun phrase of the page as a description: one line, no full stop, letters set apart."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"<[^>]*>|\*\*|\\", " ", text)
    text = "".join(_shown(character) for character in text)
    if text.count("`") % 2:
        text = text.replace("`", "")
    for pattern, term in _TERMS:
        text = pattern.sub(term, text)
    text = _MEMBER.sub(r"`\g<0>`", text)
    text = re.sub(rf"(?<=[{_CHINESE}])(?=[A-Za-z0-9`])", " ", text)
    text = _apart_from_code(text)
    return " ".join(text.split()).strip(" 。；;，,、：:")


def _apart_from_code(text: str) -> str:
    """A blank before a Chinese character that follows a Latin one, or the end of a code span."""
    pieces = re.split(r"(`[^`]*`)", text)
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            piece = re.sub(rf"(?<=[A-Za-z0-9])(?=[{_CHINESE}])", " ", piece)
            if place and re.match(rf"[{_CHINESE}]", piece):
                piece = f" {piece}"
            pieces[place] = piece
    return "".join(pieces)


def _shown(character: str) -> str:
    """The character as it is meant: a radical is its word, what shows nothing is nothing."""
    if "\u2e80" <= character <= "\u2fdf":
        return unicodedata.normalize("NFKC", character)
    if not character.isprintable():
        return " " if character.isspace() else ""
    return character


def sentence(text: str) -> str:
    """A label as a sentence."""
    return f"{label(text)}。"
