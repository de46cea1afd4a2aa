"""Names that editors offer are not the only ones: WeChat Pay adds codes and events, and applications
have operations of their own."""

from wechatpay_marketing import ApiError
from wechatpay_marketing.testing import FakeWechatPay
from wechatpay_marketing.webhooks import AnyEvent


def newer_names(fake: FakeWechatPay, code: str, operation: str) -> None:
    fake.script("*", error="BRAND_NEW")
    fake.script("busifavor.coupons.use", error=code)
    fake.add_operation("GET", "/v3/new", {}, operation="own.things.get")
    fake.script("own.things.get")
    fake.script(operation)
    fake.callback("BRAND.NEW", {})
    fake.deliver("http://127.0.0.1/", "BRAND.NEW", {})


def compared(error: ApiError, event: AnyEvent, fake: FakeWechatPay) -> bool:
    code: str = error.code
    kind: str = event.event_type
    return (
        error.code == "BRAND_NEW"
        or event.event_type == "BRAND.NEW"
        or fake.requests[-1].operation in ("", "own.things.get", code, kind)
    )


def kept(errors: list[ApiError], events: list[AnyEvent]) -> None:
    """In containers they are text."""
    codes = [error.code for error in errors]
    kinds = {event.event_type: len(event.summary) for event in events}
    tell(codes, kinds)
    tell([errors[0].code], {})


def tell(codes: list[str], kinds: dict[str, int]) -> None: ...
