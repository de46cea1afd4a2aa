"""A WeChat Pay played by hand: it signs what a test tells it to, well or badly. Independent of
`wechatpay_marketing.testing`."""

from __future__ import annotations

import asyncio
import base64
import datetime
import json
import re
from collections.abc import Callable
from typing import Any

import httpx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from wechatpay_marketing._runtime.client import AsyncClient, SyncClient
from wechatpay_marketing._runtime.identity import Brand, Merchant

NOW = 1_750_000_000
MCHID, BRAND_ID = "1900007291", "100123"
OWN_SERIAL = "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB"
PUBLIC_KEY_ID = "PUB_KEY_ID_0114232134912410000000000000"
BRAND_KEY_ID = "PUB_KEY_ID_0200001234"
CERTIFICATE_SERIAL = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1"
SECOND_SERIAL = "0157F09EFDC096DE15EBE81A47057A7232F1B8E2"
APIV3_KEY = "apiv3SECRET0key0of0the0merchant0"
BRAND_KEY = "brandSECRET0key0of0the0brand0000"
PATH = "/v3/marketing/busifavor/stocks/123"

Handler = Callable[[httpx.Request], httpx.Response]


class Clock:
    """Stands still until told otherwise."""

    def __init__(self) -> None:
        self.now = float(NOW)

    def __call__(self) -> float:
        return self.now


class Keys:
    """Throw-away keys by name, each made once.

    Clients are given them as they are: reading a text of one takes 40 ms, for whether its numbers
    are prime is found out again each time.
    """

    def __init__(self) -> None:
        self._made: dict[str, rsa.RSAPrivateKey] = {}

    def __getitem__(self, name: str) -> rsa.RSAPrivateKey:
        if name not in self._made:
            self._made[name] = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        return self._made[name]

    def private(self, name: str, form: str = "PKCS8") -> bytes:
        kind = getattr(serialization.PrivateFormat, form)
        return self[name].private_bytes(
            serialization.Encoding.PEM, kind, serialization.NoEncryption()
        )

    def public(self, name: str) -> bytes:
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return self[name].public_key().public_bytes(serialization.Encoding.PEM, form)

    def certificate(
        self, name: str, serial: str, start: float = NOW - 86400, end: float = NOW + 86400 * 1000
    ) -> bytes:
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
        times = [datetime.datetime.fromtimestamp(at, datetime.UTC) for at in (start, end)]
        builder = x509.CertificateBuilder(
            subject, subject, self[name].public_key(), int(serial, 16), *times
        )
        return builder.sign(self[name], hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def merchant(keys: Keys, **changes: Any) -> Merchant:
    arguments: dict[str, Any] = {
        "mchid": MCHID,
        "private_key": keys["merchant"],
        "certificate_serial": OWN_SERIAL,
        "apiv3_key": APIV3_KEY,
        "trusted_keys": {PUBLIC_KEY_ID: keys.public("wechatpay")},
    }
    return Merchant(**{**arguments, **changes})


def brand(keys: Keys, **changes: Any) -> Brand:
    arguments: dict[str, Any] = {
        "brand_id": BRAND_ID,
        "private_key": keys["brand"],
        "certificate_serial": OWN_SERIAL,
        "api_key": BRAND_KEY,
        "trusted_keys": {BRAND_KEY_ID: keys.public("wechatpay for brands")},
    }
    return Brand(**{**arguments, **changes})


class Platform:
    """Signs answers; keeps the requests that came."""

    def __init__(self, keys: Keys, clock: Clock) -> None:
        self.keys, self.clock = keys, clock
        self.requests: list[httpx.Request] = []
        self.pauses: list[float] = []
        """Between attempts; nobody really waits."""
        self.certificates = [("wechatpay", CERTIFICATE_SERIAL)]

    def signed(
        self,
        body: bytes = b'{"ok":true}',
        status: int = 200,
        *,
        key: str = "wechatpay",
        serial: str = PUBLIC_KEY_ID,
        skew: int = 0,
        signed_body: bytes | None = None,
        signature: str | None = None,
        drop: str = "",
        **headers: str,
    ) -> httpx.Response:
        """An answer as WeChat Pay gives it, but for what is said otherwise."""
        timestamp, nonce = str(int(self.clock()) + skew), "5K8264ILTKCH16CQ2502SI8ZNMTM67VS"
        message = (
            f"{timestamp}\n{nonce}\n".encode()
            + (body if signed_body is None else signed_body)
            + b"\n"
        )
        raw = self.keys[key].sign(message, padding.PKCS1v15(), hashes.SHA256())
        everything = {
            "Wechatpay-Timestamp": timestamp,
            "Wechatpay-Nonce": nonce,
            "Wechatpay-Signature": (
                base64.b64encode(raw).decode() if signature is None else signature
            ),
            "Wechatpay-Serial": serial,
            "Wechatpay-Signature-Type": "WECHATPAY2-SHA256-RSA2048",
            "Request-ID": "08F7C6DEAF06-0",
        }
        everything |= {name.replace("_", "-"): value for name, value in headers.items()}
        everything.pop(drop, None)
        return httpx.Response(
            status, headers=httpx.Headers(everything, encoding="utf-8"), content=body
        )

    def error(
        self, status: int, code: str = "", *, signed: bool = True, **headers: str
    ) -> httpx.Response:
        body = json.dumps({"code": code, "message": f"about {code}"}).encode()
        if signed:
            return self.signed(body, status, **headers)
        return httpx.Response(
            status, content=body, headers={name.replace("_", "-"): v for name, v in headers.items()}
        )

    def sealed(
        self, pem: bytes, serial: str, *, key: str = APIV3_KEY, algorithm: str = "AEAD_AES_256_GCM"
    ) -> Any:
        ciphertext = AESGCM(key.encode()).encrypt(b"61f9c719728a", pem, b"certificate")
        return {
            "serial_no": serial,
            "effective_time": "2018-06-08T10:34:56+08:00",
            "expire_time": "2038-12-08T10:34:56+08:00",
            "encrypt_certificate": {
                "algorithm": algorithm,
                "nonce": "61f9c719728a",
                "associated_data": "certificate",
                "ciphertext": base64.b64encode(ciphertext).decode(),
            },
        }

    def certificates_answer(
        self, entries: list[Any] | None = None, **signing: Any
    ) -> httpx.Response:
        """What `/v3/certificates` answers."""
        if entries is None:
            entries = [
                self.sealed(self.keys.certificate(key, serial), serial)
                for key, serial in self.certificates
            ]
        name, serial = self.certificates[0]
        return self.signed(
            json.dumps({"data": entries}).encode(), **{"key": name, "serial": serial, **signing}
        )

    def with_certificates(self, request: httpx.Request) -> httpx.Response:
        """A handler for merchants in certificate mode."""
        if request.url.path == "/v3/certificates":
            return self.certificates_answer()
        key, serial = self.certificates[0]
        return self.signed(key=key, serial=serial)

    @property
    def paths(self) -> list[str]:
        return [request.url.path for request in self.requests]

    def transport(self, handler: Handler | None = None) -> httpx.MockTransport:
        def handle(request: httpx.Request) -> httpx.Response:
            self.requests.append(request)
            return (handler or (lambda _: self.signed()))(request)

        return httpx.MockTransport(handle)

    def pay(self, mode: str, handler: Handler | None = None, **settings: Any) -> Pay:
        """A client of this platform; merchant in public key mode unless said otherwise."""
        return Pay(mode, self, handler, settings)


class Pay:
    """A client of either kind, called in the same way."""

    def __init__(
        self, mode: str, platform: Platform, handler: Handler | None, settings: dict[str, Any]
    ) -> None:
        settings = {"merchant": merchant(platform.keys), "_clock": platform.clock, **settings}
        settings.setdefault("_sleep", platform.pauses.append)
        transport = platform.transport(handler)
        self.client: Any
        if mode == "sync":
            self.client = SyncClient(http_client=httpx.Client(transport=transport), **settings)
        else:
            self.client = AsyncClient(
                http_client=httpx.AsyncClient(transport=transport), **settings
            )

    def run(self, name: str, *arguments: Any, **keywords: Any) -> Any:
        result = getattr(self.client, name)(*arguments, **keywords)
        return asyncio.run(result) if asyncio.iscoroutine(result) else result

    def request(self, method: str = "GET", path: str = PATH, **keywords: Any) -> Any:
        return self.run("request", method, path, **keywords)


def in_turn(*answers: Any) -> Handler:
    """A handler that gives these answers in turn, the last one again and again; exceptions are
    raised."""
    left = list(answers)

    def handle(request: httpx.Request) -> httpx.Response:
        answer = left.pop(0) if len(left) > 1 else left[0]
        answer = answer(request) if callable(answer) and not isinstance(answer, type) else answer
        if isinstance(answer, type):
            raise answer("broken on purpose")
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)

    return handle


def authorization(request: httpx.Request) -> tuple[str, dict[str, str]]:
    """Scheme and values of a request's `Authorization`."""
    scheme, _, pairs = request.headers["Authorization"].partition(" ")
    return scheme, dict(re.findall(r'(\w+)="([^"]*)"', pairs))
