"""The bundled spec → the same for people: what viewers such as Redoc, Scalar and Swagger UI show
beside what OpenAPI knows.

Chinese names of the tags, in groups; a Python call beside each operation; and of a callback what
is inside its ciphertext. Nothing of what OpenAPI says is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.ir.package import Api


def shown(api: Api, samples: Mapping[str, str]) -> dict[str, Any]:
    """The document with what viewers need; `samples` are the calls, by operation id."""
    document: dict[str, Any] = api.document
    tags = [{**tag, "x-displayName": tag["description"]} for tag in document["tags"]]
    paths = {
        path: {key: _with_sample(part, samples) for key, part in item.items()}
        for path, item in document["paths"].items()
    }
    components = {**document["components"], "schemas": _opened(document)}
    found: dict[str, Any] = {}
    for key, part in document.items():
        found[key] = {"tags": tags, "paths": paths, "components": components}.get(key, part)
        if key == "tags":
            found["x-tagGroups"] = _groups(tags)
    return found


def _groups(tags: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The tags of each product under its label; a tag without any below it stands for itself."""
    groups: dict[str, dict[str, Any]] = {}
    for tag in tags:
        product, _, resource = tag["name"].partition(".")
        group = groups.setdefault(product, {"name": tag["description"], "tags": []})
        if resource:
            group["tags"].append(tag["name"])
    return [{**group, "tags": group["tags"] or [product]} for product, group in groups.items()]


def _with_sample(part: Any, samples: Mapping[str, str]) -> Any:
    source = samples.get(part.get("operationId", "")) if isinstance(part, dict) else None
    if source is None:
        return part
    return {**part, "x-codeSamples": [{"lang": "Python", "source": source}]}


def _opened(document: dict[str, Any]) -> dict[str, Any]:
    """The schemas, of which the ciphertext of callbacks says what it may hold, as JSON Schema
    says it."""
    schemas: dict[str, Any] = dict(document["components"].get("schemas", {}))
    held: dict[str, list[Any]] = {}
    for item in document.get("webhooks", {}).values():
        callback = item["post"]
        event = callback.get("x-decrypted-resource")
        for media in callback["requestBody"]["content"].values() if event else ():
            envelope = schemas.get(_name(media["schema"]), {}).get("properties", {})
            events = held.setdefault(_name(envelope.get("resource", {})), [])
            if event not in events:
                events.append(event)
    for name, events in held.items():
        members = schemas.get(name, {}).get("properties", {})
        if "ciphertext" in members:
            inside = {"contentMediaType": "application/json", "contentSchema": {"anyOf": events}}
            opened = {**members, "ciphertext": {**members["ciphertext"], **inside}}
            schemas[name] = {**schemas[name], "properties": opened}
    return schemas


def _name(node: dict[str, Any]) -> str:
    """The name of what a reference leads to; empty where the node is none."""
    return str(node.get("$ref", "")).rpartition("/")[2]
