"""Answers that are files: unsigned by design, and checked where they are signed all the same."""

from __future__ import annotations

import importlib

import pytest
from workshop import PACKAGE, ROOT, Workshop

CASE = ROOT / "tests" / "generator" / "cases" / "answer-is-a-file" / "spec"


def test_a_file_comes_unsigned_but_never_with_a_wrong_signature(workshop: Workshop) -> None:
    workshop.put(CASE).generate()
    with workshop.package() as package:
        fake = importlib.import_module(f"{PACKAGE}.testing").FakeWechatPay()
        pay = fake.client()
        answer = pay.shop.orders.create(goods_id="G1")
        assert isinstance(answer, bytes)
        assert package.response_of(answer).status == 200
        assert fake.requests[-1].headers["Accept"] == "text/csv"
        fake.script("shop.orders.create", fault="bad_signature", times=1)
        with pytest.raises(package.VerificationError):
            pay.shop.orders.create(goods_id="G1")
        fake.script("shop.orders.create", error="NOT_FOUND")
        with pytest.raises(package.ApiError, match="NOT_FOUND"):
            pay.shop.orders.create(goods_id="G1")


def test_a_header_holds_no_line_breaks(workshop: Workshop) -> None:
    workshop.put(CASE.parents[1] / "parameters-of-every-kind" / "spec").generate()
    with workshop.package() as package:
        pay = importlib.import_module(f"{PACKAGE}.testing").FakeWechatPay().client()
        for value in ("a\r\nX: b", "中", "a\n"):
            with pytest.raises(package.ValidationError, match=r"\$\.Idempotency-Key"):
                pay.shop.orders.create(idempotency_key=value, filter={"city": "a"}, goods_id="G1")
