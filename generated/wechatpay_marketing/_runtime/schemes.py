# From spec/ and templates/package/_runtime/schemes.py.jinja by `make generate`; do not edit.
"""The identity schemes of WeChat Pay: one row for each kind of caller.

Facts of the specification alone; an identity with its keys is made in `identity`.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Scheme: TypeAlias = Literal["merchant", "brand"]


class SchemeFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What tells a scheme from the others."""

    authorization: str
    """What opens the `Authorization` header, and what `Wechatpay-Signature-Type` must say."""
    id_name: str
    """The name of the identity in the `Authorization` header, and the argument of its class."""
    path_prefix: str
    """How the paths of its calls begin."""
    key_name: str
    """The argument that takes the symmetric key."""
    certificates: bool
    """Whether platform certificates are trusted besides public keys."""


SCHEMES: dict[Scheme, SchemeFacts] = {
    "merchant": SchemeFacts(
        authorization="WECHATPAY2-SHA256-RSA2048",
        id_name="mchid",
        path_prefix="/v3/",
        key_name="apiv3_key",
        certificates=True,
    ),
    "brand": SchemeFacts(
        authorization="WECHATPAY-BRAND-SHA256-RSA2048",
        id_name="brand_id",
        path_prefix="/brand/",
        key_name="api_key",
        certificates=False,
    ),
}
