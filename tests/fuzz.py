"""Fuzzing for as long as one likes: `make fuzz SECONDS=900`.

Every target takes what a server, a stranger or a caller may give, and may raise nothing but what is
documented. Found inputs are shrunk and printed by Hypothesis; the exit code is then 1.
"""

from __future__ import annotations

import contextlib
import json
import logging
import sys
import time
from collections.abc import Callable
from typing import Any

from bending import EXAMPLES, OPERATIONS, STRAIGHT, bent
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from kit import APIV3_KEY, Clock, Keys, Platform
from test_answers import JSON, touch
from test_message_kinds import sealed
from wechatpay_marketing import AnswerUnreadable, CallOptions, WechatPayError
from wechatpay_marketing._runtime import certificate_answer, raw
from wechatpay_marketing._runtime.reading import decode
from wechatpay_marketing._runtime.secret import Secret

EXAMPLES_A_ROUND = 300
PLATFORM = Platform(Keys(), Clock())
WEBHOOKS = PLATFORM.pay("sync").client.webhooks
KEY = Secret(APIV3_KEY.encode())
TYPES = st.sampled_from(STRAIGHT)
BYTES = st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))
CONTENT = BYTES | JSON.map(json.dumps).map(str.encode)
EVENT_TYPES = st.sampled_from([event["event_type"] for event in EXAMPLES["events"]]) | st.text()


def answers_of_any_content(data: st.DataObject) -> None:
    cls, _ = data.draw(TYPES)
    touch(decode(cls, data.draw(CONTENT), "fuzz"))


def bent_answers(data: st.DataObject) -> None:
    cls, example = data.draw(TYPES)
    changed = data.draw(bent(cls, example))
    read = decode(cls, json.dumps(changed).encode(), "fuzz")
    assert read == decode(cls, json.dumps(example).encode(), "fuzz")
    assert read.to_dict() == changed


def mutilated_answers(data: st.DataObject) -> None:
    cls, example = data.draw(TYPES)
    members = data.draw(st.dictionaries(st.sampled_from(sorted(example)), JSON, max_size=4))
    answer = decode(cls, json.dumps({**example, **members}).encode(), "fuzz")
    touch(answer)
    assert answer.to_dict().keys() == example.keys()


def forged_callbacks(data: st.DataObject) -> None:
    names = st.sampled_from(["Timestamp", "Nonce", "Signature", "Serial", "Signature-Type"])
    values = st.text() | st.lists(st.text(), max_size=2) | st.none() | st.binary()
    headers = data.draw(st.dictionaries(names.map("Wechatpay-{}".format), values))
    with contextlib.suppress(WechatPayError):
        WEBHOOKS.parse(headers, data.draw(BYTES))
        raise AssertionError("a forgery was believed")


def genuine_callbacks(data: st.DataObject) -> None:
    aad = data.draw(st.none() | st.just("coupon") | st.text(max_size=15))
    message: Any = sealed(data.draw(CONTENT), aad)
    message |= data.draw(st.dictionaries(st.sampled_from(sorted(message)), JSON, max_size=1))
    envelope = {"resource": message, "resource_type": "encrypt-resource"}
    envelope |= {"event_type": data.draw(EVENT_TYPES), "create_time": data.draw(st.text())}
    envelope |= data.draw(st.dictionaries(st.sampled_from(["id", "summary", "resource"]), JSON))
    body = json.dumps(envelope).encode()
    with contextlib.suppress(WechatPayError):
        event = WEBHOOKS.parse(dict(PLATFORM.signed(body).headers), body)
        touch(event.resource)
        assert repr(event)


def certificate_answers(data: st.DataObject) -> None:
    plaintext = data.draw(BYTES | st.just(PLATFORM.keys.certificate("somebody", "5157")))
    aad = data.draw(st.sampled_from(["certificate", "coupon", None]))
    entry: Any = {"serial_no": data.draw(st.text()), "encrypt_certificate": sealed(plaintext, aad)}
    entry |= data.draw(st.dictionaries(st.sampled_from(sorted(entry)), JSON, max_size=1))
    body = data.draw(st.just(json.dumps({"data": [entry]}).encode()) | CONTENT)
    with contextlib.suppress(WechatPayError):
        certificate_answer.opened(body, KEY, lambda key: False)


def requests(data: st.DataObject) -> None:
    operation = data.draw(
        st.sampled_from([one for one in EXAMPLES["operations"] if isinstance(one["body"], dict)])
    )
    body: Any = operation["body"]
    body = body | data.draw(st.dictionaries(st.sampled_from(sorted(body)) | st.text(), JSON))
    with contextlib.suppress(WechatPayError):
        given = dict.fromkeys(operation["parameters"], "1")
        known = OPERATIONS[operation["id"]]
        if not known.upload:
            known.prepare(given, body, CallOptions(validate=data.draw(st.booleans())))


def requests_by_hand(data: st.DataObject) -> None:
    query = data.draw(st.none() | st.dictionaries(st.text(), JSON))
    with contextlib.suppress(WechatPayError, AnswerUnreadable):
        raw.request("POST", data.draw(st.text() | st.just("/v3/x")), data.draw(
            st.none() | st.dictionaries(st.text(), JSON)
        ), query, CallOptions())  # fmt: skip


TARGETS: list[Callable[[st.DataObject], None]] = [
    answers_of_any_content,
    bent_answers,
    mutilated_answers,
    forged_callbacks,
    genuine_callbacks,
    certificate_answers,
    requests,
    requests_by_hand,
]


def main(seconds: float) -> None:
    """All targets in turn, with new inputs in every round, until the time is over."""
    logging.disable()
    end, rounds = time.monotonic() + seconds, 0
    while not rounds or time.monotonic() < end:
        for target in TARGETS:
            limits = settings(
                max_examples=EXAMPLES_A_ROUND,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
            )
            seed(time.time_ns())(limits(given(st.data())(target)))()
        rounds += 1
    print(
        f"{rounds} rounds of {EXAMPLES_A_ROUND} inputs for each of {len(TARGETS)} targets: nothing"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
