"""The self-examination, against the fake and against networks that fail."""

from __future__ import annotations

from email.utils import formatdate
from typing import Any

import httpx
import pytest
from kit import APIV3_KEY, CERTIFICATE_SERIAL, NOW, Keys
from samples import BRAND, MERCHANT
from wechatpay_marketing import Brand, Merchant
from wechatpay_marketing._runtime import doctor
from wechatpay_marketing._runtime.doctor import ECHO_PATH, Finding, examine
from wechatpay_marketing._runtime.identity import IDENTITIES
from wechatpay_marketing.testing import FakeWechatPay, accounts

BRAND_READ = {
    "method": "GET",
    "path": doctor.BRAND_READ_PATH,
    "answer": {"notify_url": "x"},
    "scheme": "brand",
}


def new_fake(**arguments: Any) -> FakeWechatPay:
    fake = FakeWechatPay(examples={"operations": [], "events": []}, **arguments)
    fake.add_operation(**BRAND_READ)
    return fake


def environment(**changes: str) -> dict[str, str]:
    from cryptography.hazmat.primitives import serialization

    def pem(name: str) -> str:
        form = serialization.PrivateFormat.PKCS8
        encoding, lock = serialization.Encoding.PEM, serialization.NoEncryption()
        return accounts.private_key(name).private_bytes(encoding, form, lock).decode()

    return {
        "WECHATPAY_MCHID": MERCHANT.id,
        "WECHATPAY_PRIVATE_KEY": pem("merchant"),
        "WECHATPAY_CERTIFICATE_SERIAL": MERCHANT.serial,
        "WECHATPAY_APIV3_KEY": MERCHANT.secret,
        "WECHATPAY_PUBLIC_KEY_ID": MERCHANT.public_key_id,
        "WECHATPAY_PUBLIC_KEY": accounts.public_pem(accounts.private_key("wechatpay")).decode(),
        "WECHATPAY_BRAND_ID": BRAND.id,
        "WECHATPAY_BRAND_PRIVATE_KEY": pem("brand"),
        "WECHATPAY_BRAND_CERTIFICATE_SERIAL": BRAND.serial,
        "WECHATPAY_BRAND_API_KEY": BRAND.secret,
        "WECHATPAY_BRAND_PUBLIC_KEY_ID": BRAND.public_key_id,
        "WECHATPAY_BRAND_PUBLIC_KEY": accounts.public_pem(
            accounts.private_key("wechatpay for brands")
        ).decode(),
        **changes,
    }


def findings(
    fake: FakeWechatPay, environ: dict[str, str], handler: Any = None, **more: Any
) -> list[Finding]:
    transport = fake.transport if handler is None else httpx.MockTransport(handler)
    http = httpx.Client(transport=transport)
    return list(examine(environ, http_client=http, clock=fake.clock, **more))


def failures(found: list[Finding]) -> str:
    return "\n".join(str(finding) for finding in found if finding.ok is False)


@pytest.mark.parametrize("trust", ["public_key", "certificates"])
def test_a_sound_configuration_is_found_to_be_well(trust: Any) -> None:
    environ = environment()
    if trust == "certificates":
        environ |= {"WECHATPAY_PUBLIC_KEY": "", "WECHATPAY_PUBLIC_KEY_ID": ""}
    fake = new_fake(trust=trust)
    found = findings(fake, environ)
    assert failures(found) == ""
    text = "\n".join(map(str, found))
    for told in (
        "merchant signature: accepted",
        "encryption: works both ways",
        "brand signature: accepted",
        "reached",
    ):
        assert told in text
    assert ("until 20" in text) == (trust == "certificates")
    for secret in (MERCHANT.secret, BRAND.secret, "PRIVATE KEY"):
        assert secret not in text


def test_the_doctor_asks_for_a_callback() -> None:
    fake = new_fake()
    found = findings(fake, environment(), notify_url="https://shop.example/notify")
    (echo,) = [request for request in fake.requests if request.target == ECHO_PATH]
    assert echo.body["notify_url"] == "https://shop.example/notify"
    assert "SECURITY_ECHO.SUCCESS" in str(found)


def test_nothing_is_configured() -> None:
    found = findings(new_fake(), {})
    assert "WECHATPAY_MCHID" in failures(found)
    told = {finding.subject for finding in found if finding.told.startswith("not set: ")}
    assert told == {name for cls in IDENTITIES for name in cls.environment.values()}
    assert {finding.ok for finding in found if finding.subject in told} == {None}


def test_every_variable_is_listed_with_what_it_is_and_whether_it_is_set() -> None:
    environ = {name: text for name, text in environment().items() if "BRAND" not in name}
    told = {finding.subject: finding.told for finding in findings(new_fake(), environ)}
    for variable in Merchant.environment.values():
        given = "set: " if variable in environ else "not set: "
        assert told[variable].startswith(given)
    assert not told.keys() & set(Brand.environment.values())  # none of theirs is set


def test_a_certificate_that_has_expired_is_told() -> None:
    expired = Keys().certificate("wechatpay", CERTIFICATE_SERIAL, end=NOW - 1).decode()
    environ = environment(
        WECHATPAY_APIV3_KEY="",
        WECHATPAY_PUBLIC_KEY_ID=CERTIFICATE_SERIAL,
        WECHATPAY_PUBLIC_KEY=expired,
    )
    found = findings(new_fake(), environ)
    (line,) = failures(found).splitlines()
    assert line.startswith(
        "FAIL  merchant: trusted_keys: all of WeChat Pay's keys given have expired"
    )
    assert any(finding.ok and finding.subject == "brand signature" for finding in found)


def test_a_forgotten_id_is_told_where_the_rest_is_set() -> None:
    environ = {name: text for name, text in environment().items() if name != "WECHATPAY_MCHID"}
    assert "set WECHATPAY_MCHID" in failures(findings(new_fake(), environ))


def test_help_names_every_variable(capsys: pytest.CaptureFixture[str]) -> None:
    from wechatpay_marketing.__main__ import main

    with pytest.raises(SystemExit):
        main(["doctor", "--help"])
    told = capsys.readouterr().out
    for variable in (*Merchant.environment.values(), *Brand.environment.values(), "--host"):
        assert variable in told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"WECHATPAY_PRIVATE_KEY": "/nowhere"}, "WECHATPAY_PRIVATE_KEY"),
        ({"WECHATPAY_APIV3_KEY": "x"}, "WECHATPAY_APIV3_KEY"),
        ({"WECHATPAY_BRAND_PUBLIC_KEY": ""}, "WECHATPAY_BRAND_PUBLIC_KEY"),
        ({"WECHATPAY_CERTIFICATE_SERIAL": "ABCDEF"}, "401 SIGN_ERROR"),
        ({"WECHATPAY_MCHID": "1900000009"}, "401 SIGN_ERROR"),
        ({"WECHATPAY_BRAND_CERTIFICATE_SERIAL": "ABCDEF"}, "brand signature: 401"),
        ({"WECHATPAY_BRAND_PUBLIC_KEY_ID": "PUB_KEY_ID_1"}, "brand signature: 400"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(changes: dict[str, str], told: str) -> None:
    found = findings(new_fake(), environment(**changes))
    (line,) = failures(found).splitlines()
    assert told in line
    assert APIV3_KEY not in line
    # the other identity is examined all the same
    assert any(finding.ok and "signature" in finding.subject for finding in found)


@pytest.mark.parametrize("fault", ["unknown_serial", "bad_signature", "stale", "unsigned"])
def test_a_bad_answer_is_told(fault: Any) -> None:
    fake = new_fake()
    fake.script("security.echo", fault=fault, times=None)
    lines = failures(findings(fake, environment()))
    assert lines.startswith("FAIL  merchant signature: ")
    assert ("API安全" in lines) == (fault == "unknown_serial")


@pytest.mark.parametrize(
    ("variable", "value"),
    [("SSL_CERT_FILE", "/nowhere/ca.pem"), ("HTTPS_PROXY", "gopher://127.0.0.1")],
)
def test_an_environment_without_network_is_told(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    *_, last = examine(environment())
    assert not last.ok
    assert str(last).startswith("FAIL  environment: no connection can be made; check SSL_CERT_FILE")


def test_a_network_that_fails_is_told() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("[Errno -2] Name or service not known")

    lines = failures(findings(new_fake(), environment(), refuse)).splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "FAIL  https://api.mch.weixin.qq.com",
        "FAIL  https://api2.mch.weixin.qq.com",
        "FAIL  merchant signature",
        "FAIL  brand signature",
    ]
    assert "firewall" in lines[0]


@pytest.mark.parametrize(("skew", "ok"), [(0, True), (149, True), (-150, False), (3600, False)])
def test_a_wrong_clock_is_told(skew: int, ok: bool) -> None:
    fake = new_fake()

    def dated(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/":
            return httpx.Response(
                404, headers={"Date": formatdate(fake.clock() - skew, usegmt=True)}
            )
        return fake.transport.handle_request(request)

    found = findings(fake, environment(), dated)
    assert ("NTP" in failures(found)) is not ok


def test_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from wechatpay_marketing.__main__ import main

    for mark, outcome, code in (("ok  ", True, 0), ("-   ", None, 0), ("FAIL", False, 1)):

        def examined(
            notify_url: str | None, hosts: list[str], ok: bool | None = outcome
        ) -> list[Finding]:
            return [Finding(ok, "subject", f"{notify_url} {hosts}")]

        monkeypatch.setattr(doctor, "examine", examined)
        assert main(["doctor", "--notify-url", "https://x", "--host", "https://y"]) == code
        assert capsys.readouterr().out == f"{mark}  subject: https://x ['https://y']\n"
    with pytest.raises(SystemExit):
        main([])
