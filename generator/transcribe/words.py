"""The words of a description → label, values, meanings, limits.

One cell at a time; only what is said in so many words becomes a rule, all else stays text.
"""

from __future__ import annotations

import html
import re
from typing import Any

from generator.transcribe.page import Words

_VALUE = r"(?:`[^`]+`|(?<![\w.:/+-])[A-Za-z0-9_][\w.:/+-]*)"
_BETWEEN = r"\s*(?:\\?\||｜|、|,|，|/|;|；|或者?|和|以?及|与|\s)\s*"
_LIST = re.compile(rf"(?P<values>{_VALUE}(?:{_BETWEEN}{_VALUE})*)\s*枚举值?(?:之一)?", re.ASCII)
_LISTED = re.compile(
    rf"(?:枚举值?|可选值|可选项|可选(?=\s*[:：])|取值(?:范围|有|为)?|可选取值|仅支持|可取值?|支持(?:的值)?|\benum)"
    rf"\s*(?:为|有|包括)?\s*[:：]?\s*"
    rf"(?P<values>`[^`]+`(?:{_BETWEEN}`[^`]+`)*)(?!\s*(?:[:：=(（]|时|的))"
)
_EXPLAINED = re.compile(
    r"(?:^|(?<=[\s>。；;，,、（(：:]))(?:[-•*]\s*|\d+\s*[、.．)）]\s*)?"
    r"(?P<value>`[\w.:/+-]+`|[A-Z][A-Z0-9_]+)\s*(?:[:：=]|-{1,2}|－|—{1,2}|[（(])\s*"
    r"(?P<meaning>[^`\n]+?)"
    r"(?=\s*(?:<br|$|[；;，,、。)）]?\s*(?:[-•*]\s*|\d+\s*[、.．)）]\s*)?"
    r"(?:`[\w.:/+-]+`|[A-Z][A-Z0-9_]+)\s*(?:[:：=]|-|－|—|[（(])|[；;。)）]\s*$))",
    re.ASCII,
)
_BARE = re.compile(r"`[A-Z0-9_]+`(?:\s*(?:\\?\||｜|、|,|，|/)\s*`[A-Z0-9_]+`)+")
"""Values alone in a line."""
_UNQUOTED = re.compile(
    r"(?:枚举值?|可选值|取值)\s*(?:为|有|包括)?\s*[:：]\s*"
    r"(?P<values>[A-Z][A-Z0-9_]+(?:\s*(?:\\?\||、|,|，|/)\s*[A-Z][A-Z0-9_]+)+)(?!\s*[\w:：=(（-])"
)
_NUMBER = re.compile(r"(?<![\d.])(?P<value>\d+)\s*[=:：－—-]\s*(?P<meaning>[^\d\s,，;；、。]+)")
_NUMBERED = re.compile(
    r"(?:枚举值?|可选值|取值)\s*(?:为|有)?\s*[:：]?\s*"
    r"(?P<values>(?:(?<![\d.])\d+\s*[=:：－—-]\s*[^\d\s,，;；、。]+[\s,，;；、]*){2,})"
)
_FIXED = re.compile(r"固定(?:值|填写?|传)?(?:为|是|传)?\s*[:：]?\s*`(?P<value>[^`]+)`")
_DEFAULT = re.compile(r"默认(?:值)?(?:为|是)?\s*[:：]?\s*`?(?P<value>[\w.-]+)`?", re.ASCII)
_BREAK = re.compile(r"\s*<br\s*/?>\s*")
_LIMITS: tuple[tuple[str, str], ...] = (
    (r"(\d+)\s*[-~～—–至到,，]+\s*(\d+)\s*\]?\s*个?(?:字符|字(?!节))", "length"),
    (r"(?:长度|字符)[^\d，。；]{0,6}[\[［]?(\d+)\s*[-~～—–至到,，]+\s*(\d+)[\]］]?", "length"),
    (
        r"(?:不(?:得|能|可|可以|要|允许)?(?:超过|大于|多于)|最[多长大]|至多|上限(?:为)?|限制(?:为|在)?|以内)"
        r"[^\d，。；]{0,4}?(\d+)\s*个?(?:字符|字(?!节))",
        "maxLength",
    ),
    (r"(\d+)\s*个?(?:字符|字(?!节))\s*(?:以内|以下|之内)", "maxLength"),
    (r"(?:最大|最长)(?:长度|字符)\D{0,3}(\d+)(?!\s*(?:字节|byte))", "maxLength"),
    (r"(?:不(?:得|能)?少于|最少|最短|至少)\s*(\d+)\s*个?(?:字符|字(?!节))", "minLength"),
)
_RANGE = re.compile(
    r"(?:取值范围|范围)[^\d\[［，。]{0,4}[\[［]?\s*(\d+)\s*[-~～—–至到,，]+\s*(\d+)\s*[\]］]?"
)
_LOWEST = re.compile(
    r"(?:最小(?:值)?|不小于|不(?:能|得)?(?:小|少|低)于|大于等于)(?:为|是)?\s*(\d+)(?!\d*\.\d)"
)
_HIGHEST = re.compile(
    r"(?:最大(?:值)?|不大于|不(?:能|得|可)?(?:超过|大于|高于)|小于等于)(?:为|是)?\s*(\d+)(?!\d*\.\d)"
)
_ITEMS = re.compile(
    r"(?:最多|至多|不(?:能|得|可)?超过|上限(?:为)?)[^\d，。]{0,6}?(\d+)\s*(?:个(?!字)|条|张|项|笔|家|组|单|元素)"
)
_TIME = re.compile(r"rfc\s*-?\s*3339|YYYY-MM-DDTHH:mm:ss|yyyy-MM-dd'?T'?HH:mm:ss", re.IGNORECASE)
_FEN = re.compile(r"单位\s*(?:为|是)?\s*[，,:：（(]?\s*(?:人民币)?分(?!钟)|以分为单位|[（(]分[）)]")
_CALLED_ENUM = re.compile(r"枚举|可选值|可取值?[^，。]{0,2}`|取值(?!范围|为空)")
_TAG = re.compile(r"<!--.*?-->|</?(?!br\b)[a-zA-Z][^<>]*>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:li|ul|ol|p|div)\b[^<>]*>")
_QUOTED = re.compile(r"[\[［「『【]\s*(?=`)|(?<=`)\s*[\]］」』】]")


def read(text: str, kind: str) -> tuple[Words, list[str]]:
    """What a description says of a member of this type, and what of it could not be read."""
    scalar = kind.removesuffix("[]") not in ("object", "array", "dict")
    told, text = text, _plain(text)
    enum, spans = _values(text) if scalar else ((), [])
    bare = text
    for span in spans:
        bare = bare.replace(span, "<br/>")
    meanings = _meanings(text, enum)
    parts = [part for part in _BREAK.split(bare) if part.strip(" ，,;；")]
    label, rest = _label(parts)
    unread = []
    if scalar and not enum and _CALLED_ENUM.search(text):
        unread.append(f"values that could not be told apart: {told!r}")
    words = Words(label, rest, enum, meanings, tuple(_limits(text, kind, enum)))
    return words, unread


def _plain(text: str) -> str:
    """The text without HTML other than line ends, and without brackets around values."""
    text = re.sub(r"</?code>", "`", text)
    text = _TAG.sub("", _BLOCK.sub("<br/>", text))
    return _QUOTED.sub(" ", html.unescape(text))


def _values(text: str) -> tuple[tuple[str, ...], list[str]]:
    """The values a member can have, and the pieces of the text that list them."""
    for pattern in (_LIST, _LISTED):
        if found := list(pattern.finditer(text)):
            values = [value for match in found for value in _split(match["values"])]
            return tuple(dict.fromkeys(values)), [match[0] for match in found]
    for pattern in (_UNQUOTED, _NUMBERED):
        if found := list(pattern.finditer(text)):
            values = [value for match in found for value in _unquoted(match["values"])]
            return tuple(dict.fromkeys(values)), [match[0] for match in found]
    explained = list(_EXPLAINED.finditer(text))
    quoted = [match for match in explained if match["value"].startswith("`")]
    chosen = quoted or (explained if len(explained) > 1 else [])
    if len(chosen) > 1 or (chosen and _BREAK.search(text)):
        values = [match["value"].strip("`") for match in chosen]
        return tuple(dict.fromkeys(values)), [match[0] for match in chosen]
    if bare := _BARE.fullmatch(_BREAK.split(text)[-1].strip()):
        return tuple(dict.fromkeys(_split(bare[0]))), [bare[0]]
    if fixed := _FIXED.search(text) or re.fullmatch(r"`(?P<value>[^`]+)`", text.strip()):
        return (fixed["value"],), [fixed[0]]
    return (), []


def _unquoted(values: str) -> list[str]:
    numbers = [match["value"] for match in _NUMBER.finditer(values)]
    return numbers or re.findall(r"[A-Z][A-Z0-9_]+", values)


def _split(values: str) -> list[str]:
    """`A` | `B` as values; a code span may hold the whole list."""
    found = re.findall(_VALUE, values, re.ASCII)
    return [
        part.strip()
        for value in found
        for part in re.split(r"\\?\|", value.strip("`"))
        if part.strip()
    ]


def _meanings(text: str, enum: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What each value means, where the text says so."""
    told = (match for pattern in (_NUMBER, _EXPLAINED) for match in pattern.finditer(text))
    found = {match["value"].strip("`"): match["meaning"] for match in told}
    return tuple((value, _closed(found[value])) for value in enum if found.get(value))


def _closed(meaning: str) -> str:
    """The meaning without what separates it from the next, and without the end of a bracket."""
    meaning = meaning.strip(" ，,;；。、|\\")
    opened = "(" in meaning or "（" in meaning
    return meaning if opened else meaning.rstrip(")） ")


def _label(parts: list[str]) -> tuple[str, str]:
    """The noun phrase at the start, and what else is said."""
    if not parts:
        return "", ""
    first, *others = parts
    label, stop, rest = (*re.split("([，。；,;：:（(])", first, maxsplit=1), "", "")[:3]
    label = re.sub(r"^\d+\s*[、.．]\s*", "", label)
    rest = (stop if stop in "（(" else "") + rest
    return label.strip(), " ".join(part for part in (rest.strip(), *others) if part.strip())


def _limits(text: str, kind: str, enum: tuple[str, ...]) -> list[tuple[str, Any]]:
    found: dict[str, Any] = {}
    plain = _BREAK.sub("，", text)
    if kind.endswith("[]") or kind == "array":
        if items := _ITEMS.search(plain):
            found["maxItems"] = int(items[1])
    elif kind == "string" and not enum:
        found |= {"format": "date-time"} if _TIME.search(plain) else _lengths(plain)
    elif kind in ("integer", "number", "int"):
        found |= _bounds(plain)
    if default := _DEFAULT.search(plain):
        found["default"] = default["value"]
    return list(found.items())


def _bounds(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if both := _RANGE.search(text):
        found |= {"minimum": int(both[1]), "maximum": int(both[2])}
    for key, pattern in (("minimum", _LOWEST), ("maximum", _HIGHEST)):
        if (bound := pattern.search(text)) and key not in found:
            found[key] = int(bound[1])
    if _FEN.search(text):
        found["unit"] = "分"
    return found


def _lengths(text: str) -> dict[str, int]:
    for pattern, key in _LIMITS:
        if match := re.search(pattern, text):
            if key == "length":
                low, high = int(match[1]), int(match[2])
                return {"minLength": low, "maxLength": high} if low <= high else {}
            return {key: int(match[1])}
    return {}
