"""The specification as a whole: faithful to the documentation, and OpenAPI for everybody. What each
of its files has to be is a rule of the generator."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from wechatpay_marketing._runtime import service

from generator.read import bundle
from generator.read.document import contents, operations

ROOT = Path(__file__).parents[2]
FACTS = ROOT.parent / "shared"

SPEC = bundle.load(ROOT / "spec")


def test_the_spec_says_what_the_documentation_says(tmp_path: Path) -> None:
    """Every field of every operation and callback against the facts that were gathered from pages
    and SDKs."""
    tool = FACTS / "tools" / "compare_facts.py"
    if not tool.is_file():
        pytest.skip("the facts are not here: ../shared/tools/compare_facts.py")
    written = tmp_path / "openapi.json"
    written.write_text(json.dumps(SPEC), "utf-8")
    done = subprocess.run(
        [sys.executable, tool, written, "--all"],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stderr == ""
    *differences, counts = done.stdout.splitlines()
    assert differences == []
    assert counts.startswith("100 operations and webhooks")


def test_the_bundle_is_openapi_3_1() -> None:
    """As a validator sees it that knows nothing of this house."""
    published = json.loads((ROOT / "generated" / "openapi.json").read_text("utf-8"))
    assert [error.message for error in OpenAPIV31SpecValidator(published).iter_errors()] == []


def test_the_digest_in_an_upload_example_is_that_of_its_file() -> None:
    uploads = [
        media["example"]
        for _, _, operation in operations(SPEC)
        for _, media, _ in contents(SPEC, operation)
        if "encoding" in media
    ]
    assert uploads
    for upload in uploads:
        assert upload["meta"]["sha256"] == hashlib.sha256(upload["file"].encode()).hexdigest()


def test_the_client_calls_the_servers_of_the_specification() -> None:
    assert tuple(server["url"] for server in SPEC["servers"]) == service.HOSTS
