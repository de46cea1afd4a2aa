"""What a client and its views share besides connections: the hosts, and per identity trust and
signature. No I/O."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from .auth import WechatPayAuth
from .certificates import PlatformCertificates
from .errors import ConfigurationError
from .identity import Identity
from .schemes import Scheme
from .trust import TrustStore

logger = logging.getLogger("wechatpay_marketing")

HOSTS = ("https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com")
"""WeChat Pay's main host and its backup."""


class Service:
    """The hosts, and what each identity signs with and trusts."""

    def __init__(
        self, identities: Sequence[Identity], hosts: Sequence[str], clock: Callable[[], float]
    ) -> None:
        """
        Raises:
            ConfigurationError: All the keys that an identity trusts have expired.
        """
        self.clock = clock
        self.hosts = tuple(host.rstrip("/") for host in hosts)
        self.auths: dict[Scheme, WechatPayAuth] = {}
        for identity in identities:
            trust = TrustStore(identity.scheme, identity.trusted, clock=clock)
            certificates = None
            if identity.facts.certificates and identity.symmetric_key is not None:
                certificates = PlatformCertificates(
                    identity.symmetric_key, trust, is_own=identity.owns, clock=clock
                )
            else:
                trust.required_keys()
            for key in trust.expired_keys():
                logger.warning("trusted_keys: the certificate %s has expired", key.serial)
            self.auths[identity.scheme] = WechatPayAuth(identity, trust, certificates, clock=clock)

    @property
    def certified(self) -> WechatPayAuth | None:
        """The identity whose answers platform certificates may prove, where the client has one."""
        return next((a for a in self.auths.values() if a.identity.facts.certificates), None)

    def auth(self, scheme: Scheme) -> WechatPayAuth:
        """The signature of this identity.

        Raises:
            ConfigurationError: The client was made without it.
        """
        if scheme not in self.auths:
            raise ConfigurationError(
                f"{scheme}: this operation is called as a {scheme}, and the client was made "
                f"without one: pass {scheme}={scheme.title()}(...).",
                argument=scheme,
            )
        return self.auths[scheme]
