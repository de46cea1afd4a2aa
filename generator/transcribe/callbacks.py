"""A callback of a page → the webhook as OpenAPI says it: envelope, resource, acknowledgement."""

from __future__ import annotations

import re
from typing import Any

from generator.names import class_name
from generator.transcribe.draft import NoDraft
from generator.transcribe.examples import Examples
from generator.transcribe.links import documentation
from generator.transcribe.page import Described, LeftOpen, Node, Row, Words, nested
from generator.transcribe.shapes import Ref, Shapes
from generator.transcribe.spelling import identifier
from generator.transcribe.texts import label, sentence
from generator.transcribe.yamltext import Noted

_HOME = "schemas/common/notification.yaml"


def webhook(described: Described, shapes: Shapes, left_open: LeftOpen) -> dict[str, Any]:
    """The callback, with its new shapes.

    Raises:
        NoDraft: the page does not say what is decrypted.
    """
    body = _body(described.request)
    resource = _encrypted(body) if body is not None else None
    if body is None or resource is None:
        raise NoDraft("the envelope has no `resource` with an encrypted `ciphertext`")
    if not resource.children:
        raise NoDraft("the page does not list the members of the decrypted resource")
    if wrong := [name for name in described.events if not re.fullmatch(r"[A-Z0-9_.]+", name)]:
        raise NoDraft(f"{wrong[0]!r} is no event type")
    event, title = described.events[0], re.sub(r"\((?:[A-Z_.]+|JSON|XML)\)", "", described.title)
    product = (shapes.ours.events and _home_of(shapes, event)) or identifier(event.split(".")[0])
    home = f"schemas/{product}/{identifier(event)}_event.yaml"
    name, text = f"{class_name(event.lower())}Event", f"{label(title)}（`{event}` 解密后的内容）"
    shape = shapes.named(resource.children, name, home, text, sent=False)
    envelope = _envelope(body, shapes)
    examples = Examples(shapes, {})
    shown = _shown(examples, body, envelope, described)
    found: dict[str, Any] = {
        "operationId": f"webhooks.{identifier(event)}",
        "tags": ["webhooks"],
        "summary": label(title) or event,
        "description": Noted(
            sentence(title), f"when it comes and what to do (line {described.line} of the page)"
        ),
        **documentation(described.links, left_open),
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": Ref(envelope), "example": shown}},
        },
    }
    if aliases := _aliases(described, shapes):
        found["x-event-aliases"] = aliases
    found["x-decrypted-resource"] = Ref(shape.name)
    found["x-decrypted-example"] = examples.of(shape)
    return {**found, "responses": _acknowledgement(described, shapes, home, event)}


def _body(rows: tuple[Row, ...]) -> Node | None:
    """What stands in the body."""
    return next((node for node in nested(rows) if node.row.name == "body"), None)


def _aliases(described: Described, shapes: Shapes) -> list[str]:
    """The other names of the event that are new to us."""
    known = {
        *shapes.ours.events,
        *(name for part in shapes.ours.events.values() for name in part.get("x-event-aliases", [])),
    }
    return [name for name in described.events[1:] if name not in known]


def _home_of(shapes: Shapes, event: str) -> str:
    """The folder of an event of ours that begins with the same word."""
    for known, operation in shapes.ours.events.items():
        if known.split(".")[0] == event.split(".")[0]:
            name = str(operation["x-decrypted-resource"]["$ref"]).rpartition("/")[2]
            return shapes.homes[name].split("/")[1]
    return ""


def _encrypted(body: Node) -> Node | None:
    """The row whose text is the encrypted resource."""
    return next(
        (
            found
            for child in body.children
            for found in child.children
            if (child.row.name, found.row.name, found.row.encrypted)
            == ("resource", "ciphertext", "aes")
        ),
        None,
    )


def _envelope(body: Node, shapes: Shapes) -> str:
    """The shape of what arrives: ours, or the page's with the values left open."""
    if found := shapes.ours.envelope() or (
        "Notification" if "Notification" in shapes.homes else ""
    ):
        return found
    shape = shapes.named(
        _opened(body).children, "Notification", _HOME, "回调通知的外层报文", sent=False
    )
    return shape.name


def _opened(node: Node) -> Node:
    """The node without values, and without what is encrypted: other callbacks have others."""
    row = node.row
    plain = Row(row.line, row.name, row.depth, row.type, row.required, Words(row.words.label))
    children = () if row.encrypted else tuple(_opened(child) for child in node.children)
    return Node(plain, children)


def _shown(examples: Examples, body: Node, envelope: str, described: Described) -> dict[str, Any]:
    """An example of the envelope with the values of this event."""
    said = {child.row.name: child for child in body.children}
    given: dict[str, Any] = {
        "id": "EV-2018022511223320873",
        "resource_type": "encrypt-resource",
        "event_type": described.events[0],
        "summary": label(described.title.partition("(")[0]),
        "create_time": "2025-08-01T13:29:35+08:00",
    }
    inner = (
        {
            child.row.name: child.row.words.enum[0]
            for child in said["resource"].children
            if child.row.words.enum
        }
        if "resource" in said
        else {}
    )
    given["resource"] = {
        "nonce": "fdasflkja484",
        "ciphertext": "6GCm6JyGQ0Zrs0ZsT0dpQ0NsVGVzdA==",
        "associated_data": "",
        "algorithm": "AEAD_AES_256_GCM",
    } | inner
    shown = examples.of(Ref(envelope), given)
    shown["resource"].setdefault("ciphertext", given["resource"]["ciphertext"])
    return dict(shown)


def _acknowledgement(described: Described, shapes: Shapes, home: str, event: str) -> dict[str, Any]:
    """What the receiver answers: a status, and the members that this callback asks for."""
    body = _body(described.answer)
    own = {child.row.name for child in body.children} - {"code", "message"} if body else set()
    if body is None or not own:
        return {
            "200": {"description": "已收到，不再重发"},
            "204": {"description": "已收到，不再重发"},
        }
    shape = shapes.named(
        body.children, f"{class_name(event.lower())}Reply", home, f"对 `{event}` 的应答", sent=False
    )
    media = {"schema": Ref(shape.name), "example": Examples(shapes, {}).of(shape)}
    return {"200": {"description": "已收到，并答复", "content": {"application/json": media}}}
