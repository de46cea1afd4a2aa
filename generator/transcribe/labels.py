"""What members are called: the label of the page, else what they are called elsewhere."""

from __future__ import annotations

import re

from generator.transcribe import kinds
from generator.transcribe.page import Row
from generator.transcribe.texts import label as fitted

_IN_KEYWORDS = re.compile(
    r"单位\s*[:：，为]?\s*分|枚举值?|可选值?|取值|只能为整数|不超过|最多|个?字符|[个条张项]|默认为?`\w+`"
    r"|(?:遵循|使用|为)?\s*rfc\s*3339\s*(?:标准)?(?:格式)?|[，。；;,、（）()\s\d]",
    re.IGNORECASE,
)


class Labels:
    """The labels of a run; `ours` are those of the specification, by the name of the member."""

    def __init__(self, ours: dict[str, str]) -> None:
        self.ours = ours
        self.heard: dict[str, str] = {}

    def hear(self, rows: tuple[Row, ...]) -> None:
        """Remember what the members are called on a page."""
        for row in rows:
            if text := fitted(row.words.label):
                self.heard.setdefault(row.name, text)

    def called(self, name: str) -> str:
        """What a member of this name is called elsewhere."""
        return self.heard.get(name) or self.ours.get(name) or f"`{name}`"

    def of(self, row: Row) -> tuple[str, str]:
        """The description of a member, and what the page leaves open about it."""
        text, todo = fitted(row.words.label), ""
        if not text or text.startswith("仅"):  # `仅在…时返回` says when, not what
            text, todo = self.called(row.name), f"a label (line {row.line} of the page)"
        elif row.words.rest and not _said_in_keywords(row):
            todo = f"line {row.line} of the page says more"
        if dict(row.words.limits).get("unit"):
            text = f"{text}（单位：分）"
        if not kinds.is_known(row):
            todo = f"the type {row.type!r} (line {row.line} of the page)"
        elif row.words.enum and not (kinds.values(row) and kinds.is_of_its_type(row)):
            todo = f"the values {', '.join(row.words.enum)} (line {row.line} of the page)"
        return text, todo


def _said_in_keywords(row: Row) -> bool:
    """Whether what stands beside the label is a limit or a meaning that was understood."""
    rest = row.words.rest
    if row.words.meanings:
        rest = re.sub(r"[（(][^）)]*[)）]", "", rest)
    return not _IN_KEYWORDS.sub("", rest)
