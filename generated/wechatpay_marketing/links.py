# Copied from templates/runtime/links.py by `make generate`; do not edit.
"""Coupon links: what a web page or a mini-program needs to hand a coupon to a user.

Pure computation on the server side; nothing is sent. Requests to WeChat Pay are not here.

The busifavor links are signed with the **APIv2 key** of the sending merchant (Merchant Platform,
账户中心 → API安全 → APIv2密钥), which is not the APIv3 key. Never compute them in a page or a
mini-program: the key would be public. The signature of a mini-program link binds neither user nor
time, so `out_request_no` must be unique per user and grant.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NotRequired, TypedDict
from urllib.parse import quote, urlencode

import msgspec

from ._runtime.errors import ConfigurationError, ValidationError
from ._runtime.secret import Secret, hide

__all__ = [
    "AddCardData",
    "Card",
    "Coupon",
    "CouponParams",
    "PluginData",
    "ReceiveCouponData",
    "ReceiveCouponExtraData",
    "add_card_data",
    "h5_link",
    "plugin_data",
    "receive_coupon_data",
    "sign",
]

H5_PAGE = "https://action.weixin.qq.com/busifavor/getcouponinfo"
MAX_COUPONS = 10
MAX_STOCKS_PER_CALL = 10
MAX_COUPONS_PER_STOCK = 3


class Coupon(TypedDict):
    """One coupon to hand out."""

    stock_id: str
    """Stock (批次号), at most 20 characters."""
    out_request_no: str
    """Your number of this grant: 1–128 letters and digits, also `|`, `_`, `*`, `-`; unique per
    user and grant."""
    coupon_code: NotRequired[str]
    """Coupon code, required when the stock's codes are given by the merchant at sending."""
    customize_send_time: NotRequired[datetime | str]
    """Time the coupon counts as received, with offset: an aware `datetime` or RFC 3339 text."""
    create_coupon_merchant: NotRequired[str]
    """Merchant that made the stock; only for cash coupons (代金券) in the mini-program plugin."""


class CouponParams(TypedDict):
    """One member of `send_coupon_params`, as the plugin takes it."""

    stock_id: str
    out_request_no: str
    coupon_code: NotRequired[str]
    customize_send_time: NotRequired[str]
    create_coupon_merchant: NotRequired[str]


class PluginData(TypedDict):
    """The attributes of the mini-program plugin's `<send-coupon>` element."""

    send_coupon_params: list[CouponParams]
    sign: str
    send_coupon_merchant: str


class Card(TypedDict):
    """One member of `cardList`."""

    cardId: str
    cardExt: str
    """JSON text."""


class AddCardData(TypedDict):
    """The argument of `wx.addCard`."""

    cardList: list[Card]


class ReceiveCouponExtraData(TypedDict):
    """`extraData` of `wx.openBusinessView`."""

    action: Literal["receiveCoupon"]
    token: str


class ReceiveCouponData(TypedDict):
    """The argument of `wx.openBusinessView`."""

    businessType: str
    extraData: ReceiveCouponExtraData


def h5_link(
    *,
    stock_id: str,
    out_request_no: str,
    openid: str,
    send_coupon_merchant: str,
    apiv2_key: str | Secret[Any],
    coupon_code: str | None = None,
    customize_send_time: datetime | str | None = None,
) -> str:
    """The address of the WeChat Pay page on which the user takes a busifavor coupon (H5发券).

    Redirect the user's browser inside WeChat to it, unchanged: without the fragment it answers
    error 268435461. WeChat Pay sends no callback for coupons taken this way; query the user's
    coupons instead.

    Args:
        stock_id: Stock (批次号), at most 20 characters.
        out_request_no: Your number of this grant, 1–128 letters and digits, unique per merchant.
        openid: The user, under an appid bound to the sending merchant or to the stock's owner.
        send_coupon_merchant: Merchant id that sends; a service provider gives its own.
        apiv2_key: The APIv2 key of `send_coupon_merchant`, 32 characters.
        coupon_code: Coupon code, required when the stock's codes are given by the merchant at
            sending.
        customize_send_time: Time the coupon counts as received: an aware `datetime` or RFC 3339
            text with offset.

    Raises:
        ValidationError: A value is missing, too long or has characters that WeChat Pay refuses.
        ConfigurationError: `apiv2_key` cannot be an APIv2 key.
    """
    apiv2_key = hide(apiv2_key)  # tracebacks show the locals of every frame they pass
    coupon: dict[str, object] = {"stock_id": stock_id, "out_request_no": out_request_no}
    coupon |= {"coupon_code": coupon_code, "customize_send_time": customize_send_time}
    parameters = _coupon(coupon, "", request_number=_LETTERS_AND_DIGITS)
    parameters["send_coupon_merchant"] = _merchant(send_coupon_merchant)
    parameters["open_id"] = _text("openid", openid, 128)
    parameters["sign"] = sign(parameters, apiv2_key)
    return f"{H5_PAGE}?{urlencode(parameters, quote_via=quote, safe='')}#wechat_pay&wechat_redirect"


def plugin_data(
    coupons: Sequence[Coupon], *, send_coupon_merchant: str, apiv2_key: str | Secret[Any]
) -> PluginData:
    """What the mini-program plugin (小程序发券插件) needs to hand the user 1–10 coupons.

    Raises:
        ValidationError: A value is missing, too long or has characters that WeChat Pay refuses, or
            there are too many.
        ConfigurationError: `apiv2_key` cannot be an APIv2 key.
    """
    apiv2_key = hide(apiv2_key)
    members = _coupons(coupons)
    merchant = _merchant(send_coupon_merchant)
    signature = sign({**_indexed(members), "send_coupon_merchant": merchant}, apiv2_key)
    params = msgspec.convert(members, list[CouponParams])
    return {"send_coupon_params": params, "sign": signature, "send_coupon_merchant": merchant}


def add_card_data(
    coupons: Sequence[Coupon],
    *,
    send_coupon_merchant: str,
    apiv2_key: str | Secret[Any],
    openid: str | None = None,
) -> AddCardData:
    """What `wx.addCard` of the WeChat JS-SDK needs to hand the user busifavor coupons (JSAPI发券).

    For web pages inside WeChat only; mini-programs use `plugin_data`. WeChat Pay does send a
    callback for coupons taken this way. At most 10 different stocks, and 3 coupons of one stock,
    per call.

    Args:
        coupons: The coupons.
        send_coupon_merchant: Merchant id that sends; a service provider gives its own.
        apiv2_key: The APIv2 key of `send_coupon_merchant`, 32 characters.
        openid: The user. Left out of the official sample; when given it is signed and sent along.

    Raises:
        ValidationError: A value is missing, too long or has characters that WeChat Pay refuses, or
            there are too many.
        ConfigurationError: `apiv2_key` cannot be an APIv2 key.
    """
    apiv2_key = hide(apiv2_key)
    members = _coupons(coupons, maximum=MAX_STOCKS_PER_CALL * MAX_COUPONS_PER_STOCK)
    _check_stocks(member["stock_id"] for member in members)
    common = {"send_coupon_merchant": _merchant(send_coupon_merchant)}
    if openid is not None:
        common["openid"] = _text("openid", openid, 128)
    signature = sign({**_indexed(members), **common}, apiv2_key)
    cards: list[Card] = []
    for index, member in enumerate(members):
        extension = {name: value for name, value in member.items() if name != "stock_id"}
        if index == 0:  # what belongs to the whole call travels with the first card alone
            extension |= common | {"sign": signature}
        cards.append(
            {"cardId": member["stock_id"], "cardExt": msgspec.json.encode(extension).decode()}
        )
    return {"cardList": cards}


def receive_coupon_data(token: str, *, business_type: str) -> ReceiveCouponData:
    """What `wx.openBusinessView` of a mini-program needs to let the user take a product coupon
    (领券组件).

    Nothing is signed here: the token comes from the pre-send operation and stands for one grant.
    Pre-sending again with the same parameters gives a token that shows "already received".

    Args:
        token: `token` of the pre-send answer.
        business_type: The business type WeChat Pay gave you for the claim component.

    Raises:
        ValidationError: A value is empty.
    """
    for name, value in (("token", token), ("business_type", business_type)):
        if not value:
            raise _invalid(name, "must not be empty")
    return {"businessType": business_type, "extraData": {"action": "receiveCoupon", "token": token}}


def sign(parameters: Mapping[str, str], apiv2_key: str | Secret[Any]) -> str:
    """The APIv2 signature (HMAC-SHA256) of `parameters`: 64 upper-case hexadecimal digits.

    Empty values and a `sign` are left out; names are sorted as ASCII, values taken as they are,
    not URL-encoded.

    Raises:
        ConfigurationError: `apiv2_key` cannot be an APIv2 key.
    """
    key: Secret[Any] = hide(apiv2_key)
    apiv2_key = key
    if not (isinstance(key.reveal(), str) and re.fullmatch(r"[0-9A-Za-z]{32}", key.reveal())):
        raise ConfigurationError(
            "apiv2_key must be 32 letters and digits: the APIv2 key of the sending merchant, not "
            "its APIv3 key (Merchant Platform, 账户中心 → API安全 → APIv2密钥)",
            argument="apiv2_key",
        )
    pairs = [
        f"{name}={value}" for name, value in sorted(parameters.items()) if value and name != "sign"
    ]
    try:
        message = "&".join([*pairs, "key="]).encode()
    except UnicodeEncodeError:
        raise _invalid("parameters", "hold half of a surrogate pair") from None
    return _hmac(Secret(key.reveal().encode()), message)


def _hmac(key: Secret[bytes], message: bytes) -> str:
    # APIv2 has the key twice: it signs, and is the last of what is signed
    digest = hmac.new(key.reveal(), message + key.reveal(), hashlib.sha256)
    return digest.hexdigest().upper()


_LETTERS_AND_DIGITS = re.compile(r"[0-9A-Za-z]{1,128}")
_REQUEST_NUMBER = re.compile(r"[0-9A-Za-z|_*-]{1,128}")
_MERCHANT = re.compile(r"[0-9]{8,15}")
_PLAIN = re.compile(r"[!-~]+")
_OPTIONAL = {"coupon_code": 128, "create_coupon_merchant": 15}


def _invalid(path: str, message: str) -> ValidationError:
    return ValidationError(f"{path} {message}", path=path)


def _coupons(coupons: Sequence[Coupon], maximum: int = MAX_COUPONS) -> list[dict[str, str]]:
    if not 1 <= len(coupons) <= maximum:
        raise _invalid("coupons", f"must hold 1 to {maximum} coupons, found {len(coupons)}")
    return [_coupon(coupon, f"coupons[{index}].") for index, coupon in enumerate(coupons)]


def _check_stocks(stock_ids: Iterable[str]) -> None:
    """Hold the stocks of all coupons of a call of `wx.addCard` against what it can take."""
    per_stock = Counter(stock_ids)
    if len(per_stock) > MAX_STOCKS_PER_CALL:
        raise _invalid(
            "coupons", f"may name at most {MAX_STOCKS_PER_CALL} different stocks in one call"
        )
    if max(per_stock.values()) > MAX_COUPONS_PER_STOCK:
        raise _invalid(
            "coupons", f"may hold at most {MAX_COUPONS_PER_STOCK} coupons of one stock in one call"
        )


def _coupon(
    coupon: Mapping[str, object], where: str, request_number: re.Pattern[str] = _REQUEST_NUMBER
) -> dict[str, str]:
    """`coupon` checked, as it is sent; members of value `None` or "" are not sent."""
    for name in coupon:
        if name not in Coupon.__annotations__:
            raise _invalid(f"{where}{name}", "is not a member of a coupon")
    checked = {"stock_id": _text(f"{where}stock_id", coupon.get("stock_id"), 20)}
    number = coupon.get("out_request_no")
    if not isinstance(number, str) or not request_number.fullmatch(number):
        extra = "" if request_number is _LETTERS_AND_DIGITS else " (also | _ * -)"
        raise _invalid(f"{where}out_request_no", f"must be 1 to 128 letters and digits{extra}")
    checked["out_request_no"] = number
    for name, limit in _OPTIONAL.items():
        if value := coupon.get(name):
            checked[name] = _text(f"{where}{name}", value, limit)
    if time := coupon.get("customize_send_time"):
        checked["customize_send_time"] = _time(f"{where}customize_send_time", time)
    return checked


def _indexed(members: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """In the signature, and only there, every name carries the index of its list member."""
    return {
        f"{name}{index}": value
        for index, member in enumerate(members)
        for name, value in member.items()
    }


def _text(path: str, value: object, limit: int) -> str:
    """Values are signed unescaped, so `&`, `=` and blanks could make two lists of parameters look
    alike."""
    if not isinstance(value, str) or not 1 <= len(value) <= limit:
        raise _invalid(path, f"must be text of 1 to {limit} characters")
    if not _PLAIN.fullmatch(value) or "&" in value or "=" in value:
        raise _invalid(path, "must be visible ASCII characters without & and =")
    return value


def _merchant(value: str) -> str:
    if not _MERCHANT.fullmatch(value):
        raise _invalid("send_coupon_merchant", "must be a merchant id, 8 to 15 digits")
    return value


def _time(path: str, value: object) -> str:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        moment = None
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise _invalid(path, "must be a time with offset, such as 2025-08-01T00:00:00+08:00")
    if isinstance(value, str):
        return _text(path, value, 64)
    return moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds")
