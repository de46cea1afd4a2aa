# Copied from templates/runtime/testing/accounts.py by `make generate`; do not edit.
"""Who plays: the one merchant, the one brand and the WeChat Pay of every fake, with throw-away
keys and what is sealed with them."""

from __future__ import annotations

import functools
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from .._runtime import cipher, signing
from .._runtime.keys import LocalKey
from .._runtime.secret import Secret

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from .._runtime.identity import Brand, Merchant
    from .._runtime.types import Scheme

MERCHANT_ID, BRAND_ID = "1900000001", "120344"
MERCHANT_SERIAL, BRAND_SERIAL = (
    "3775B6A45ACD588826D15E583A95F5DD5B000001",
    "5157F09EFDC096DE15EBE81A47057A72B0000002",
)
PLATFORM_SERIAL = "7132D72A03E93CDDF8C03BBD1F37EEDF000A0003"
PUBLIC_KEY_ID, BRAND_PUBLIC_KEY_ID = (
    "PUB_KEY_ID_0119000000010000000001",
    "PUB_KEY_ID_0112034400000000000002",
)
APIV3_KEY, BRAND_API_KEY = "fake0apiv30key0of0the0merchant00", "fake0api0key0of0the0brand0000000"
SECRETS: dict[Scheme, str] = {"merchant": APIV3_KEY, "brand": BRAND_API_KEY}
BEIJING = timezone(timedelta(hours=8))


def merchant(trust: Literal["public_key", "certificates"]) -> Merchant:
    """The merchant that the fake knows, as a client is configured with it."""
    from .._runtime.identity import Merchant

    return Merchant(
        mchid=MERCHANT_ID,
        certificate_serial=MERCHANT_SERIAL,
        private_key=LocalKey(private_key("merchant")),
        apiv3_key=APIV3_KEY,
        trusted_keys=(
            {PUBLIC_KEY_ID: public_pem(private_key("wechatpay"))} if trust == "public_key" else {}
        ),
    )


def brand() -> Brand:
    """The brand that the fake knows, as a client is configured with it."""
    from .._runtime.identity import Brand

    return Brand(
        brand_id=BRAND_ID,
        certificate_serial=BRAND_SERIAL,
        private_key=LocalKey(private_key("brand")),
        api_key=BRAND_API_KEY,
        trusted_keys={BRAND_PUBLIC_KEY_ID: public_pem(private_key("wechatpay for brands"))},
    )


@functools.cache
def private_key(name: str) -> RSAPrivateKey:
    """A throw-away key, made anew in every process; `name` only tells it from the others."""
    from cryptography.hazmat.primitives.asymmetric import rsa

    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def public_pem(key: RSAPrivateKey) -> bytes:
    """The public half, as WeChat Pay's console gives it."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def sealed(secret: str, plaintext: bytes, associated_data: str) -> dict[str, str]:
    """What only the holder of the symmetric key can read, as callbacks and certificates come."""
    nonce = signing.new_nonce()[:12]
    ciphertext = cipher.encrypt(
        Secret(secret.encode()), plaintext, nonce=nonce, associated_data=associated_data
    )
    return {
        "algorithm": cipher.AEAD_ALGORITHM,
        "ciphertext": ciphertext,
        "nonce": nonce,
        "associated_data": associated_data,
    }


def certificate_entry(now: float) -> dict[str, Any]:
    """The platform certificate as `/v3/certificates` gives it."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding

    key, name = private_key("wechatpay"), x509.Name(
        [x509.NameAttribute(x509.NameOID.COMMON_NAME, "FakeWechatPay")]
    )
    start = datetime.fromtimestamp(now, UTC) - timedelta(days=1)
    end = start + timedelta(days=5 * 365)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), int(PLATFORM_SERIAL, 16), start, end)
        .sign(key, SHA256())
        .public_bytes(Encoding.PEM)
    )
    return {
        "serial_no": PLATFORM_SERIAL,
        "effective_time": start.astimezone(BEIJING).isoformat(timespec="seconds"),
        "expire_time": end.astimezone(BEIJING).isoformat(timespec="seconds"),
        "encrypt_certificate": sealed(APIV3_KEY, certificate, "certificate"),
    }


def environment(folder: Path) -> dict[str, str]:
    """What another process must have in its environment for `WechatPay.from_env`; the keys are put
    into `folder`."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    values: dict[str, str] = {}
    for prefix, key, theirs, settings in (
        (
            "WECHATPAY",
            "merchant",
            "wechatpay",
            (
                ("MCHID", MERCHANT_ID),
                ("CERTIFICATE_SERIAL", MERCHANT_SERIAL),
                ("APIV3_KEY", APIV3_KEY),
            ),
        ),
        (
            "WECHATPAY_BRAND",
            "brand",
            "wechatpay for brands",
            (("ID", BRAND_ID), ("CERTIFICATE_SERIAL", BRAND_SERIAL), ("API_KEY", BRAND_API_KEY)),
        ),
    ):
        private, public = (
            folder / f"{key}_private_key.pem",
            folder / f"{key}_wechatpay_public_key.pem",
        )
        private.write_bytes(
            private_key(key).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        )
        public.write_bytes(public_pem(private_key(theirs)))
        values |= {f"{prefix}_{name}": value for name, value in settings}
        values[f"{prefix}_PRIVATE_KEY"], values[f"{prefix}_PUBLIC_KEY"] = str(private), str(public)
        values[f"{prefix}_PUBLIC_KEY_ID"] = (
            PUBLIC_KEY_ID if key == "merchant" else BRAND_PUBLIC_KEY_ID
        )
    return values
