"""What viewers of the bundled specification find in it beside OpenAPI: names, groups, samples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GENERATED = Path(__file__).parents[2] / "generated"
BUNDLE = json.loads((GENERATED / "openapi.json").read_text("utf-8"))


def operations() -> Iterator[dict[str, Any]]:
    for item in BUNDLE["paths"].values():
        yield from (part for part in item.values() if "operationId" in part)


def test_every_tag_of_an_operation_has_a_chinese_name_and_one_group() -> None:
    events = [item["post"] for item in BUNDLE["webhooks"].values()]
    used = {tag for operation in [*operations(), *events] for tag in operation["tags"]}
    grouped = [tag for group in BUNDLE["x-tagGroups"] for tag in group["tags"]]
    assert used == set(grouped)
    assert len(grouped) == len(set(grouped))
    named = {tag["name"]: tag["x-displayName"] for tag in BUNDLE["tags"]}
    assert all(not named[tag].isascii() for tag in used)


def test_every_operation_shows_the_call_that_its_page_shows() -> None:
    for operation in operations():
        product, resource, _ = operation["operationId"].split(".")
        page = (GENERATED / "reference" / product / f"{resource}.md").read_text("utf-8")
        section = page.partition(f'<a id="{operation["operationId"]}"></a>')[2]
        block = section.partition("```python\n")[2].partition("```")[0]
        (sample,) = operation["x-codeSamples"]
        assert sample == {"lang": "Python", "source": block}


def test_the_ciphertext_of_callbacks_names_all_that_it_may_hold() -> None:
    ciphertext = BUNDLE["components"]["schemas"]["EncryptedResource"]["properties"]["ciphertext"]
    events = [item["post"]["x-decrypted-resource"] for item in BUNDLE["webhooks"].values()]
    held = ciphertext["contentSchema"]["anyOf"]
    assert sorted(map(str, held)) == sorted({str(event) for event in events})
