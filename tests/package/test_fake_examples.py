"""What the generator writes for the fake is what the fake reads."""

from __future__ import annotations

import dataclasses
from typing import Any

import msgspec
import pytest
from wechatpay_marketing.testing import examples

from generator.ir import corpus


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (examples.Examples, corpus.Corpus),
        (examples.ExampleOperation, corpus.OperationExample),
        (examples.ExampleEvent, corpus.EventExample),
        (examples.ExampleError, corpus.ErrorExample),
    ],
)
def test_every_member_that_the_fake_reads_is_written(read: Any, written: Any) -> None:
    wanted = {field.encode_name for field in msgspec.structs.fields(read)}
    assert wanted <= {field.name for field in dataclasses.fields(written)}


def test_a_callback_says_what_it_is_about() -> None:
    assert all(event.summary for event in examples.packaged().events)
