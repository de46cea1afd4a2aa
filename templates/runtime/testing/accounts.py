"""Who plays: one account of every identity scheme and the WeChat Pay of every fake, with throw-away
keys, and what is signed and sealed with them."""

from __future__ import annotations

import base64
import functools
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from .._runtime import cipher, signing
from .._runtime.keys import LocalKey
from .._runtime.moments import BEIJING
from .._runtime.operation import load_type
from .._runtime.schemes import SCHEMES, Scheme
from .._runtime.secret import Secret
from .script import Fault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

    from .._runtime.identity import Identity

Trust: TypeAlias = Literal["public_key", "certificates"]
PLATFORM_SERIAL = "7132D72A03E93CDDF8C03BBD1F37EEDF000A0003"


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A caller that every fake knows, and how WeChat Pay signs towards it."""

    scheme: Scheme
    id: str
    serial: str
    """Of its own certificate."""
    secret: str
    """The symmetric key."""
    public_key_id: str
    """Of WeChat Pay's public key."""
    platform: str
    """The name of WeChat Pay's private key."""

    def identity(self, trust: Trust) -> Identity:
        """The account as a client is configured with it."""
        facts = SCHEMES[self.scheme]
        by_certificates = facts.certificates and trust == "certificates"
        theirs = {self.public_key_id: public_pem(private_key(self.platform))}
        cls: type[Identity] = load_type(f"_runtime.identity:{self.scheme.title()}")
        settings: dict[str, Any] = {facts.id_name: self.id, facts.key_name: self.secret}
        return cls(
            **settings,
            certificate_serial=self.serial,
            private_key=LocalKey(private_key(self.scheme)),
            trusted_keys={} if by_certificates else theirs,
        )

    def answer_serial(self, trust: Trust) -> str:
        """What WeChat Pay names as the key of its signature."""
        if SCHEMES[self.scheme].certificates and trust == "certificates":
            return PLATFORM_SERIAL
        return self.public_key_id

    def signature(
        self, body: bytes, fault: Fault | None, *, trust: Trust, now: float
    ) -> dict[str, str]:
        """The signature headers of an answer or a callback to this account."""
        if fault == "unsigned":
            return {}
        serial = self.answer_serial(trust)
        timestamp, nonce = str(int(now) - (300 if fault == "stale" else 0)), signing.new_nonce()
        content = body + b" " if fault == "bad_signature" else body
        signer = LocalKey(private_key(self.platform))
        signed = signer.sign(signing.answer_message(timestamp, nonce, content))
        prefix = "WECHATPAY/SIGNTEST/" if fault == "probe" else ""
        return {
            "Wechatpay-Timestamp": timestamp,
            "Wechatpay-Nonce": nonce,
            "Wechatpay-Signature": prefix + base64.b64encode(signed).decode(),
            "Wechatpay-Serial": (
                "0FA4E000000000000000000000000000DEADBEEF" if fault == "unknown_serial" else serial
            ),
            "Wechatpay-Signature-Type": SCHEMES[self.scheme].authorization,
        }


def _account(number: int, scheme: Scheme) -> Account:
    facts = SCHEMES[scheme]
    own_id = str(1900000000 + number)
    return Account(
        scheme=scheme,
        id=own_id,
        serial=f"3775B6A45ACD588826D15E583A95F5DD5B{number:06}",
        secret=f"fake0{facts.key_name.replace('_', '0')}0of0the0{scheme}".ljust(32, "0")[:32],
        public_key_id=f"PUB_KEY_ID_01{own_id}{number:010}",
        platform="wechatpay" if facts.certificates else f"wechatpay for {scheme}s",
    )


ACCOUNTS: dict[Scheme, Account] = {
    scheme: _account(number, scheme) for number, scheme in enumerate(SCHEMES, start=1)
}


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


def certificate_entry(account: Account, now: float) -> dict[str, Any]:
    """The platform certificate as `/v3/certificates` gives it to an account."""
    from cryptography import x509
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import Encoding

    key = private_key(account.platform)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "FakeWechatPay")])
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
        "encrypt_certificate": sealed(account.secret, certificate, cipher.CERTIFICATE),
    }


def environment(folder: Path) -> dict[str, str]:
    """What another process must have in its environment for `WechatPay.from_env`; the keys are put
    into `folder`."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    pem = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    values: dict[str, str] = {}
    for account in ACCOUNTS.values():
        facts, scheme = SCHEMES[account.scheme], account.scheme
        private, public = folder / f"{scheme}_key.pem", folder / f"{scheme}_wechatpay_key.pem"
        private.touch(mode=0o600)
        private.write_bytes(private_key(scheme).private_bytes(*pem))
        public.write_bytes(public_pem(private_key(account.platform)))
        settings = {
            facts.id_name: account.id,
            "private_key": str(private),
            "certificate_serial": account.serial,
            facts.key_name: account.secret,
            "public_key_id": account.public_key_id,
            "public_key": str(public),
        }
        names = account.identity("public_key").environment
        values |= {names[argument]: text for argument, text in settings.items()}
    return values
