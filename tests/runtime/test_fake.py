"""The fake WeChat Pay, seen by raw httpx with requests signed by hand: what it accepts, refuses,
answers and spoils."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from samples import EVENTS, MERCHANT, answered, new_fake, receiver, signed
from wechatpay_marketing import WechatPay, testing
from wechatpay_marketing._runtime import cipher, errors
from wechatpay_marketing._runtime.callbacks import Webhooks
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.errors import CallbackNotVerified, VerificationError
from wechatpay_marketing._runtime.keys import LocalKey, load_certificate
from wechatpay_marketing._runtime.secret import Secret
from wechatpay_marketing._runtime.trust import TrustStore
from wechatpay_marketing._runtime.uploads import build_upload
from wechatpay_marketing.testing import FakeWechatPay

USE = "/v3/marketing/busifavor/coupons/use"
BODY = {"coupon_code": "1", "stock_id": "2", "use_request_no": "3"}
USE_BODY = b'{"coupon_code":"1","stock_id":"2","use_request_no":"3"}'
DEACTIVATE = "/brand/marketing/product-coupon/product-coupons/1/deactivate"
UPLOAD = "/v3/marketing/favor/media/image-upload"


@pytest.fixture
def fake() -> FakeWechatPay:
    return new_fake()


def use(fake: FakeWechatPay, **settings: Any) -> httpx.Response:
    return answered(fake, signed(fake, "POST", USE, settings.pop("body", USE_BODY), **settings))


def verify(fake: FakeWechatPay, response: httpx.Response) -> None:
    TrustStore("merchant", fake.merchant.trusted, clock=fake.clock).verify(
        response.headers, response.content
    )


# -- answers ---------------------------------------------------------------------------------------


def test_a_good_request_gets_the_signed_example(fake: FakeWechatPay) -> None:
    response = use(fake)
    assert response.status_code == 200
    assert response.json() == {
        "wechatpay_use_time": "2025-08-01T00:00:00+08:00",
        "openid": "xsd3434454567676",
    }
    assert response.headers["Request-ID"].endswith("-0")
    verify(fake, response)


def test_an_answer_without_body_is_signed_too(fake: FakeWechatPay) -> None:
    response = answered(
        fake, signed(fake, "DELETE", "/v3/marketing/busifavor/stocks/1/couponcodes/2")
    )
    assert (response.status_code, response.content) == (204, b"")
    verify(fake, response)


def test_brand_calls_use_the_brands_keys(fake: FakeWechatPay) -> None:
    response = answered(
        fake, signed(fake, "POST", DEACTIVATE, b'{"out_request_no":"1"}', identity=fake.brand)
    )
    assert response.status_code == 200
    TrustStore("brand", fake.brand.trusted, clock=fake.clock).verify(
        response.headers, response.content
    )


def test_what_was_received_is_recorded(fake: FakeWechatPay) -> None:
    use(fake)
    answered(fake, signed(fake, "GET", "/v3/marketing/busifavor/users/o%2F1/coupons?limit=5"))
    first, second = fake.requests
    assert (first.method, first.target, first.operation, first.status) == (
        "POST",
        USE,
        "busifavor.coupons.use",
        200,
    )
    assert first.body == {"coupon_code": "1", "stock_id": "2", "use_request_no": "3"}
    assert first.headers["user-agent"] == "tests"
    assert second.operation == "busifavor.user_coupons.list"
    assert second.parameters == {"openid": "o/1", "limit": "5"}
    assert second.body is None
    fake.reset()
    assert fake.requests == []


def test_a_fixed_word_wins_over_a_placeholder(fake: FakeWechatPay) -> None:
    response = answered(fake, signed(fake, "GET", "/v3/marketing/busifavor/users/fixed/coupons"))
    assert response.json() == {"fixed": True}


def test_the_signature_of_an_upload_covers_its_meta(fake: FakeWechatPay) -> None:
    content, content_type, meta = build_upload(b"BMimage\r\n\r\n--x", filename="logo.png")
    response = answered(
        fake, signed(fake, "POST", UPLOAD, content, signed_body=meta, content_type=content_type)
    )
    assert response.status_code == 200
    assert fake.requests[0].file == b"BMimage\r\n\r\n--x"
    assert fake.requests[0].body["sha256"] == hashlib.sha256(b"BMimage\r\n\r\n--x").hexdigest()
    whole = answered(fake, signed(fake, "POST", UPLOAD, content, content_type=content_type))
    assert whole.status_code == 401


def test_the_digest_must_fit_the_file(fake: FakeWechatPay) -> None:
    content, content_type, meta = build_upload(b"BMimage", filename="logo.png")
    response = answered(
        fake,
        signed(
            fake,
            "POST",
            UPLOAD,
            content.replace(b"BMimage\r\n", b"BMother\r\n"),
            signed_body=meta,
            content_type=content_type,
        ),
    )
    assert response.json()["code"] == "PARAM_ERROR"


def test_operations_the_specification_lacks_can_be_added(fake: FakeWechatPay) -> None:
    fake.add_operation("POST", "/v3/new/{id}/thing", {"ok": True}, operation="new.thing")
    assert answered(fake, signed(fake, "POST", "/v3/new/7/thing", b"{}")).json() == {"ok": True}
    assert fake.requests[0].parameters == {"id": "7"}


# -- refusals --------------------------------------------------------------------------------------


def test_an_unknown_path_is_404(fake: FakeWechatPay) -> None:
    response = answered(fake, signed(fake, "POST", "/v3/marketing/busifavor/coupons/used", b"{}"))
    assert (response.status_code, response.json()["code"]) == (404, "NOT_FOUND")
    assert answered(fake, signed(fake, "PUT", USE, USE_BODY)).status_code == 404


def test_a_wrong_signature_is_401_and_tells_what_was_expected(
    fake: FakeWechatPay,
) -> None:
    response = use(fake, signed_body=b"other")
    assert (response.status_code, response.json()["code"]) == (401, "SIGN_ERROR")
    assert "Wechatpay-Signature" not in response.headers  # such answers are unsigned
    information = response.json()["detail"]["sign_information"]
    assert information["method"] == "POST"
    assert information["url"] == USE
    assert information["truncated_sign_message"].startswith(f"POST\n{USE}\n{int(fake.clock())}\n")
    assert information["truncated_sign_message"].endswith(USE_BODY.decode() + "\n")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("WECHATPAY2-SHA256", "WECHATPAY-BRAND-SHA256", "scheme"),
        ('mchid="1900000001"', 'mchid="1900000002"', "mchid"),
        ('mchid="', 'brand_id="', "mchid"),
        (
            f'serial_no="{MERCHANT.serial}"',
            f'serial_no="{MERCHANT.public_key_id}"',
            "serial_no",
        ),
        ('timestamp="1750000000"', 'timestamp="1750000300"', "timestamp"),
        ('timestamp="1750000000"', 'timestamp="1749999700"', "timestamp"),
        ('timestamp="1750000000"', 'timestamp="now"', "timestamp"),
        ('nonce_str="', 'nonce="', "nonce_str"),
        ('signature="', 'signature="!', "signature"),
        ('signature="', 'sign="', "signature"),
    ],
)
def test_every_part_of_the_authorization_counts(
    fake: FakeWechatPay, old: str, new: str, field: str
) -> None:
    request = signed(fake, "POST", USE, USE_BODY)
    assert old in request.headers["Authorization"]
    request.headers["Authorization"] = request.headers["Authorization"].replace(old, new)
    response = answered(fake, request)
    assert response.status_code == 401
    assert response.json()["detail"]["field"] == field


def test_a_nonce_is_used_once(fake: FakeWechatPay) -> None:
    request = signed(fake, "POST", USE, USE_BODY)
    assert answered(fake, request).status_code == 200
    assert answered(fake, request).json()["detail"]["field"] == "nonce_str"


def test_the_query_is_signed(fake: FakeWechatPay) -> None:
    request = signed(fake, "GET", "/v3/marketing/busifavor/users/o1/coupons?limit=5")
    request.url = request.url.copy_with(query=b"limit=6")
    assert answered(fake, request).status_code == 401


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"Accept": None}, "PARAM_ERROR"),
        ({"Accept": "text/html"}, "PARAM_ERROR"),
        ({"User-Agent": None}, "PARAM_ERROR"),
        ({"Content-Type": "text/plain"}, "PARAM_ERROR"),
        ({"Content-Type": None}, "PARAM_ERROR"),
        ({"Wechatpay-Serial": "PUB_KEY_ID_1"}, "PARAM_ERROR"),
        ({"Authorization": None}, "SIGN_ERROR"),
        ({"Authorization": "Bearer x"}, "SIGN_ERROR"),
    ],
)
def test_headers_are_checked(fake: FakeWechatPay, change: dict[str, str | None], code: str) -> None:
    assert use(fake, change=change).json()["code"] == code


@pytest.mark.parametrize("serial", [None, MERCHANT.public_key_id])
def test_brands_must_name_their_key(fake: FakeWechatPay, serial: str | None) -> None:
    request = signed(
        fake,
        "POST",
        DEACTIVATE,
        b'{"out_request_no":"1"}',
        identity=fake.brand,
        change={"Wechatpay-Serial": serial},
    )
    assert answered(fake, request).json()["code"] == "INVALID_REQUEST"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", ""),
        (b"[]", None),
        (b"{", None),
        (b"\xff", None),
        (b'{"coupon_code":"1","stock_id":"2"}', "/use_request_no"),
        (b'{"coupon_code":"","stock_id":"2","use_request_no":"3"}', "/coupon_code"),
        (b'{"coupon_code":"1","stock_id":2,"use_request_no":"3"}', "/stock_id"),
        (b'{"coupon_code":"1","stock_id":"2","use_request_no":"3","amount":0}', "/amount"),
        (b'{"coupon_code":"1","stock_id":"2","use_request_no":"3","typo":0}', "/typo"),
        (b'{"coupon_code":"1","stock_id":"2","use_request_no":"3","amount":null}', "/amount"),
        (b'{"coupon_code":"\xf0\x9f\x98\x80","stock_id":"2","use_request_no":"3"}', "/coupon_code"),
    ],
)
def test_the_body_is_held_against_the_operation(
    fake: FakeWechatPay, body: bytes, field: str | None
) -> None:
    response = use(fake, body=body)
    assert (response.status_code, response.json()["code"]) == (400, "PARAM_ERROR")
    if field is not None:
        assert response.json()["detail"]["field"] == field
    verify(fake, response)  # refusals other than 401 are signed


@pytest.mark.parametrize("query", ["limit=51", "limit=x", "typo=1"])
def test_the_query_is_held_against_the_operation(fake: FakeWechatPay, query: str) -> None:
    response = answered(
        fake, signed(fake, "GET", f"/v3/marketing/busifavor/users/o1/coupons?{query}")
    )
    assert response.json()["code"] == "PARAM_ERROR"


# -- scripted --------------------------------------------------------------------------------------


def test_a_scripted_error_happens_once(fake: FakeWechatPay) -> None:
    fake.script("busifavor.coupons.use", error="NOT_ENOUGH")
    refused = use(fake)
    assert (refused.status_code, refused.json()) == (
        403,
        {"code": "NOT_ENOUGH", "message": "预算不足"},
    )
    assert use(fake).status_code == 200
    assert [request.status for request in fake.requests] == [403, 200]


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("INVALID_REQUEST", 400),
        ("SYSTEM_ERROR", 500),
        ("FREQUENCY_LIMITED", 429),
        ("NEW_CODE", 400),
    ],
)
def test_scripted_errors_know_their_status(fake: FakeWechatPay, code: str, status: int) -> None:
    fake.script(error=code)
    assert use(fake).status_code == status
    fake.script(error=code, status=409, message="why")
    response = use(fake)
    assert (response.status_code, response.json()["message"]) == (409, "why")


def test_sticky_steps_last_and_steps_queue(fake: FakeWechatPay) -> None:
    fake.script("busifavor.coupons.use", error="SYSTEM_ERROR", times=2)
    fake.script("busifavor.coupons.use", answer={"openid": "o2"}, times=None)
    assert [use(fake).status_code for _ in range(5)] == [500, 500, 200, 200, 200]
    assert use(fake).json() == {"wechatpay_use_time": "2025-08-01T00:00:00+08:00", "openid": "o2"}
    fake.reset()
    assert use(fake).json()["openid"] == "xsd3434454567676"


def test_answers_can_be_made_from_the_request_or_be_any_bytes(fake: FakeWechatPay) -> None:
    fake.script(answer=lambda request: {"openid": request.body["stock_id"]})
    assert use(fake).json()["openid"] == "2"
    fake.script(answer=b"<html>", status=502)
    response = use(fake)
    assert (response.status_code, response.content) == (502, b"<html>")


def test_a_misspelt_operation_is_named(fake: FakeWechatPay) -> None:
    with pytest.raises(ValueError, match=r"did you mean 'busifavor\.coupons\.use'"):
        fake.script("busifavor.coupon.use", fault="drop")


def test_only_good_requests_use_up_a_step(fake: FakeWechatPay) -> None:
    fake.script(error="SYSTEM_ERROR")
    assert use(fake, signed_body=b"x").status_code == 401
    assert use(fake).status_code == 500


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("unsigned", "missing"),
        ("bad_signature", "signature"),
        ("probe", "signature"),
        ("unknown_serial", "serial"),
        ("stale", "timestamp"),
    ],
)
def test_spoilt_answers_do_not_verify(fake: FakeWechatPay, fault: Any, reason: str) -> None:
    fake.script(fault=fault)
    with pytest.raises(VerificationError) as caught:
        verify(fake, use(fake))
    assert caught.value.reason == reason
    assert caught.value.is_probe is (fault == "probe")


@pytest.mark.parametrize(
    ("fault", "error"), [("connect", httpx.ConnectError), ("drop", httpx.RemoteProtocolError)]
)
def test_connections_can_fail(fake: FakeWechatPay, fault: Any, error: type[Exception]) -> None:
    fake.script(fault=fault)
    with pytest.raises(error):
        use(fake)
    assert fake.requests[0].status == 0


def test_a_delay_passes_on_the_virtual_clock(fake: FakeWechatPay) -> None:
    fake.script(delay=3, times=2)
    with httpx.Client(transport=fake.transport, timeout=2) as client:
        request = signed(fake, "POST", USE, USE_BODY)
        with pytest.raises(httpx.ReadTimeout):
            client.request(
                request.method, request.url, headers=request.headers, content=request.content
            )
        assert fake.clock() == testing.START + 2
    use(fake)
    assert fake.clock() == testing.START + 5


def test_the_clock_moves_when_told(fake: FakeWechatPay) -> None:
    request = signed(fake, "POST", USE, USE_BODY)
    fake.clock.advance(300)
    assert answered(fake, request).json()["detail"]["field"] == "timestamp"


# -- certificates and echo -------------------------------------------------------------------------


def test_certificates_are_served_encrypted() -> None:
    fake = new_fake(trust="certificates")
    assert fake.merchant.trusted == ()
    response = answered(fake, signed(fake, "GET", "/v3/certificates"))
    (entry,) = response.json()["data"]
    pem = cipher.decrypt(Secret(MERCHANT.secret.encode()), **entry["encrypt_certificate"])
    certificate = load_certificate(pem, "certificate", "")
    assert certificate.serial == entry["serial_no"] == response.headers["Wechatpay-Serial"]
    assert certificate.not_before < fake.clock() < certificate.not_after
    TrustStore("merchant", [certificate], clock=fake.clock).verify(
        response.headers, response.content
    )


def test_the_echo_answers_encrypted_for_the_merchant(fake: FakeWechatPay) -> None:
    sealed = cipher.encrypt_text(fake.merchant.trusted[0].rsa, "秘密")
    body = json.dumps({"echo_message": "hello", "encrypted_echo_message": sealed}).encode()
    answer = answered(fake, signed(fake, "POST", "/v3/security/echo", body)).json()
    assert answer["echo_message"] == "hello"
    assert isinstance(fake.merchant.signer, LocalKey)
    assert cipher.decrypt_text(fake.merchant.signer.rsa, answer["encrypted_echo_message"]) == "秘密"
    wrong = json.dumps({"echo_message": "hello", "encrypted_echo_message": "AAAA"}).encode()
    assert (
        answered(fake, signed(fake, "POST", "/v3/security/echo", wrong)).json()["code"]
        == "PARAM_ERROR"
    )


# -- transports ------------------------------------------------------------------------------------


def test_the_transport_is_asynchronous_too(fake: FakeWechatPay) -> None:
    async def call() -> httpx.Response:
        async with httpx.AsyncClient(transport=fake.transport) as client:
            return await client.send(signed(fake, "POST", USE, USE_BODY))

    assert asyncio.run(call()).status_code == 200


def test_the_server_answers_over_a_socket(fake: FakeWechatPay) -> None:
    with fake.serve() as url, httpx.Client(base_url=url) as client:
        for expected in (200, 403, 200):
            if expected == 403:
                fake.script(error="NOT_ENOUGH")
            request = signed(fake, "POST", USE, USE_BODY)
            response = client.post(USE, headers=request.headers, content=USE_BODY)
            assert response.status_code == expected
            verify(fake, response)
        request = signed(fake, "DELETE", "/v3/marketing/busifavor/stocks/1/couponcodes/2")
        response = client.delete(request.url.raw_path.decode(), headers=request.headers)
        assert (response.status_code, response.content) == (204, b"")
        fake.script(fault="drop")
        request = signed(fake, "POST", USE, USE_BODY)
        with pytest.raises(httpx.RemoteProtocolError):
            client.post(USE, headers=request.headers, content=USE_BODY)
    assert [request.status for request in fake.requests] == [200, 403, 200, 204, 0]


def test_a_fault_that_is_none_is_refused(fake: FakeWechatPay) -> None:
    with pytest.raises(ValueError, match="no fault 'dropp'; there are connect, drop"):
        fake.script(fault="dropp")  # type: ignore[arg-type]


def test_another_process_can_be_a_client_of_the_served_fake(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = (
        "from samples import EXAMPLES; import msgspec; from wechatpay_marketing.testing import "
        "examples, fake, __main__ as command;"
        "fake.packaged = lambda: msgspec.convert(EXAMPLES, examples.Examples);"
        "command.main(['--port', '0'])"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])},
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().split()[3]
        while (line := process.stdout.readline()).startswith("export "):
            name, _, value = line.removeprefix("export ").strip().partition("=")
            monkeypatch.setenv(name, value)
        with SyncClient.from_env(hosts=[url]) as pay:
            assert pay.request("POST", USE, json=BODY)["openid"] == "xsd3434454567676"
            assert (
                pay.request("POST", DEACTIVATE, json={"out_request_no": "1"})["product_coupon_id"]
                == "1"
            )
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 0
        process.communicate()


# -- clients ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("trust", ["public_key", "certificates"])
def test_clients_are_ready_in_process_and_over_a_socket(trust: Any) -> None:
    fake = new_fake(trust=trust)
    with (
        fake.serve() as url,
        fake.client(SyncClient) as inside,
        fake.client(SyncClient, url=url) as outside,
    ):
        for pay in (inside, outside):
            assert pay.request("POST", USE, json=BODY)["openid"] == "xsd3434454567676"
            brand = pay.request("POST", DEACTIVATE, json={"out_request_no": "1"})
            assert brand["product_coupon_id"] == "1"


@pytest.mark.parametrize("trust", ["public_key", "certificates"])
def test_asynchronous_clients_are_ready(trust: Any) -> None:
    fake = new_fake(trust=trust)

    async def call() -> None:
        with fake.serve() as url:
            for settings in ({}, {"url": url}):
                async with fake.async_client(AsyncClient, **settings) as pay:
                    assert (await pay.request("POST", USE, json=BODY))[
                        "openid"
                    ] == "xsd3434454567676"

    asyncio.run(call())


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ({"error": "NOT_ENOUGH"}, errors.Forbidden),
        ({"error": "RATELIMIT_EXCEEDED"}, errors.RateLimited),
        ({"error": "SYSTEM_ERROR"}, errors.ServerError),
        ({"answer": b"<html>", "status": 502}, errors.ServerError),
        ({"fault": "connect"}, errors.ConnectionFailed),
        ({"fault": "drop"}, errors.ConnectionBroken),
        ({"delay": 20}, errors.Timeout),
        ({"fault": "probe"}, errors.VerificationError),
        ({"fault": "unknown_serial"}, errors.UnknownSerial),
        ({"fault": "stale"}, errors.StaleTimestamp),
    ],
)
def test_what_is_scripted_reaches_the_caller(
    fake: FakeWechatPay, step: dict[str, Any], error: type[errors.WechatPayError]
) -> None:
    fake.script("busifavor.coupons.use", **step, times=None)
    with fake.client(SyncClient, retries=0) as pay, pytest.raises(error):
        pay.request("POST", USE, json=BODY)


# -- callbacks -------------------------------------------------------------------------------------


def test_callbacks_carry_the_example_with_changes(fake: FakeWechatPay) -> None:
    webhooks = Webhooks([receiver(fake, fake.merchant)], events={})
    event = webhooks.parse(*fake.callback("COUPON.SEND", {"coupon_code": "mine"}))
    assert isinstance(event.resource, dict)
    assert (event.resource["coupon_code"], event.resource["stock_id"]) == ("mine", "100088")
    with pytest.raises(ValueError, match="give its resource"):
        fake.callback("UNKNOWN")


@pytest.mark.parametrize("fault", ["unsigned", "bad_signature", "probe", "unknown_serial", "stale"])
def test_callbacks_can_be_spoilt(fake: FakeWechatPay, fault: Any) -> None:
    webhooks = Webhooks([receiver(fake, fake.merchant)], events=EVENTS)
    with pytest.raises(CallbackNotVerified):
        webhooks.parse(*fake.callback("COUPON.SEND", fault=fault))


def test_two_fakes_do_not_share_what_they_received(fake: FakeWechatPay) -> None:
    use(fake)
    assert new_fake().requests == []
    assert "1 requests" in repr(fake)


def test_the_command_serves_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-m", "wechatpay_marketing.testing", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told: list[str] = []
            for line in process.stdout:
                told.append(line.strip())
                if line.startswith("# and in Python"):
                    break
            assert len(told) > 2, "it ended at once"
            for line in told[1:-1]:
                name, _, value = line.removeprefix("export ").partition("=")
                monkeypatch.setenv(name, value)
            url = re.search(r"http://127\.0\.0\.1:\d+", told[0])
            assert url is not None
            with WechatPay.from_env(hosts=[url[0]]) as pay:
                assert pay.brand.notify_configs.get().notify_url
        finally:
            process.terminate()
