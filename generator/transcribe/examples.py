"""Schemas → examples: what the page's sample sends where it fits, else a value made to fit.

Every member is shown, so that the reference, the fake and the tests have something to show.
"""

from __future__ import annotations

import hashlib
import re
from itertools import count
from typing import Any

from generator.read.document import members, resolve
from generator.transcribe.shapes import Ref, Shapes
from generator.transcribe.yamltext import Noted

_TIME = "2025-08-01T13:29:35+08:00"
_FORMS = {
    "transaction_id": (r"42\d{26}", "4200000913202101152566792388"),
    "refund_id": (r"50\d{27}", "50000000382019052709732678859"),
    "openid": (r"[0-9A-Za-z_-]{16,28}", "oh-394z-6CGkNoJrsDLTTUKiAnp4"),
    "sha256": (r"[0-9a-f]{64}", "4f4eb42b162f4b4e17aefa34786f05bd01aefad6ac68509ad17058fc6815ebb4"),
}
"""Texts that WeChat Pay or a formula makes: their form, and one of it."""
_BY_NAME: tuple[tuple[str, str], ...] = (
    (r"(?:^|_)url$|_url_|link$", "https://www.example.com/wechatpay"),
    (r"appid$", "wx233544546545989"),
    (r"openid$", _FORMS["openid"][1]),
    (r"unionid$", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
    (r"mchid$|merchant_id$|mch_id$", "1900000001"),
    (r"phone|mobile", "13800000000"),
    (r"sha256|digest|hash", _FORMS["sha256"][1]),
    (r"filename$|file_name$", "example.png"),
    (r"currency$", "CNY"),
    (r"_date$|^date$", "2025-08-01"),
    (r"_time$|^time$", _TIME),
    (r"(?:_no|_id|_code|code|number|_sn)$", "1002600620019090"),
)


class Examples:
    """Makes examples of the schemas of a run; `given` is what the page's sample sends, by name."""

    def __init__(self, shapes: Shapes, sample: Any) -> None:
        self.shapes = shapes
        self.seen = dict(_leaves(sample))
        self.numbers: dict[str, str] = {}

    def of(self, schema: Any, given: Any = None, name: str = "") -> Any:
        """A value that fits the schema."""
        schema = schema.value if isinstance(schema, Noted) else schema
        if isinstance(schema, Ref):
            target = self.shapes.new.get(schema.name)
            schema = target if target is not None else self.ours(schema.name)
        elif "$ref" in schema:
            schema = resolve(self.shapes.ours.document, schema)
        if "allOf" in schema:
            schema = {**schema, "properties": members(self.shapes.ours.document, schema)}
        kind = schema.get("type", "object")
        if kind == "object":
            held = given if isinstance(given, dict) else {}
            return {
                key: self.of(part, held.get(key), key)
                for key, part in schema.get("properties", {}).items()
            }
        if kind == "array":
            items = given if isinstance(given, list) else [given] if isinstance(given, dict) else []
            found = [self.of(schema["items"], item, name) for item in items or [None]]
            return found[: schema.get("maxItems", len(found))]
        return self.scalar(schema, given if given is not None else self.seen.get(name), name)

    def ours(self, name: str) -> Any:
        return self.shapes.ours.document["components"]["schemas"][name]

    def scalar(self, schema: Any, given: Any, name: str) -> Any:
        kind = schema.get("type", "string")
        if enum := schema.get("enum"):
            fitting = [value for value in enum if str(value) == str(given)]
            return (fitting or list(enum))[0]
        if kind == "boolean":
            return given if isinstance(given, bool) else True
        if kind in ("integer", "number"):
            return self.number(schema, given, whole=kind == "integer")
        if schema.get("format") == "binary":
            return "文件的内容"
        return self.text(schema, given, name)

    def number(self, schema: Any, given: Any, *, whole: bool) -> Any:
        if isinstance(given, str) and re.fullmatch(r"-?\d{1,18}", given):
            given = int(given)
        usable = isinstance(given, int | float) and not isinstance(given, bool)
        value: Any = (given if usable else 1) if whole else float(given if usable else 0.5)
        if whole:
            value = int(value) if abs(value) < 2**63 else 1
        low, high = schema.get("minimum", value), schema.get("maximum", value)
        return max(low, min(high, value))

    def text(self, schema: Any, given: Any, name: str) -> str:
        if schema.get("format") == "date-time":
            return given if isinstance(given, str) and _is_time(given) else _TIME
        if isinstance(given, int | float) and not isinstance(given, bool):
            given = str(given)
        found = given if isinstance(given, str) and _is_usable(given, name) else ""
        low, high = schema.get("minLength", 1), schema.get("maxLength", 10**9)
        if not low <= len(found) <= high:
            made = next((text for pattern, text in _BY_NAME if re.search(pattern, name)), "示例")
            found = _FORMS[name][1] if name in _FORMS else made
            found = (found * (low // len(found) + 1) if len(found) < low else found)[:high]
        return self.number_of_call(found, high) if name.endswith("request_no") else found

    def number_of_call(self, text: str, longest: int) -> str:
        """A request number that no other operation of the run shows."""
        if text not in self.numbers:
            taken, number = self.shapes.request_numbers, text
            for suffix in count(1):
                if number not in taken:
                    break
                number = f"{text[: longest - len(str(suffix))]}{suffix}"
            taken.add(number)
            self.numbers[text] = self.numbers[number] = number
        return self.numbers[text]


def _is_usable(text: str, name: str) -> bool:
    """Whether a text of the sample can be shown: it has the form of its kind, and is not of old."""
    if not text.strip() or not text.isprintable():
        return False
    if re.match(r"\d{4}-\d\d-\d\dT", text) and not _is_time(text):
        return False
    return name not in _FORMS or re.fullmatch(_FORMS[name][0], text) is not None


def upload(example: dict[str, Any]) -> dict[str, Any]:
    """The example of an upload, the digest being that of its file."""
    content = str(example.get("file", ""))
    if isinstance(meta := example.get("meta"), dict) and "sha256" in meta:
        meta["sha256"] = hashlib.sha256(content.encode()).hexdigest()
    return example


def _is_time(text: str) -> bool:
    """Whether it is a time of these years, as RFC 3339 has it."""
    form = r"20(?:2[5-9]|[3-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d"
    return re.fullmatch(form, text) is not None


def _leaves(value: Any) -> Any:
    """Every named text and number in a sample, the first of each name."""
    found: dict[str, Any] = {}
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            for key, held in part.items():
                if isinstance(held, dict | list):
                    stack.append(held)
                else:
                    found.setdefault(key, held)
        elif isinstance(part, list):
            stack.extend(held for held in part if isinstance(held, dict | list))
    return found
