"""README's five steps, done literally in a fresh copy of the repository: files under `spec/` are
written, `generated/` is made, and everything that says something about all operations stays green.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IN_AN_OLD_PRODUCT = {
    "paths/v3/marketing/busifavor/coupons/renew.yaml": """\
post:
  operationId: busifavor.coupons.renew
  tags: [busifavor.coupons]
  summary: 延长有效期
  description: 延长一张商家券的有效期。
  externalDocs: {description: 微信支付官方文档, url: https://pay.weixin.qq.com/doc/v3/merchant/1}
  x-idempotency-key: renew_request_no
  requestBody:
    required: true
    content:
      application/json:
        schema: {$ref: ../../../../../schemas/busifavor/renewal.yaml#/RenewCouponRequest}
        example: {coupon_code: sxxe34343434, days: 7, renew_request_no: renew_1}
  responses:
    "200":
      description: 已延期
      content:
        application/json:
          schema: {$ref: ../../../../../schemas/busifavor/renewal.yaml#/RenewCouponResponse}
          example: {end_time: "2025-06-30T23:59:59+08:00"}
    "401": {$ref: ../../../../../responses/errors.yaml#/Unauthorized}
""",
    "schemas/busifavor/renewal.yaml": """\
RenewCouponRequest:
  type: object
  description: 延长一张商家券的有效期
  required: [coupon_code, days, renew_request_no]
  properties:
    coupon_code: {type: string, description: 券 code, minLength: 1}
    days: {type: integer, description: 延长的天数, minimum: 1, maximum: 30}
    renew_request_no: {type: string, description: 延期请求单号，重试时保持不变, minLength: 1}

RenewCouponResponse:
  type: object
  description: 延期结果
  required: [end_time]
  properties:
    end_time: {type: string, description: 新的失效时间, format: date-time}
""",
}
IN_A_NEW_PRODUCT = {
    "paths/v3/marketing/membership/cards/{card_id}.yaml": """\
get:
  operationId: membership.cards.get
  tags: [membership.cards]
  summary: 查询会员卡
  description: 查询一张会员卡。
  externalDocs: {description: 微信支付官方文档, url: https://pay.weixin.qq.com/doc/v3/merchant/2}
  parameters:
    - name: card_id
      in: path
      required: true
      description: 会员卡 ID
      schema: {type: string, minLength: 1}
      example: card_1
  responses:
    "200":
      description: 会员卡
      content:
        application/json:
          schema: {$ref: ../../../../../schemas/membership/card.yaml#/MembershipCard}
          example: {card_id: card_1, title: 金卡}
    "401": {$ref: ../../../../../responses/errors.yaml#/Unauthorized}
""",
    "schemas/membership/card.yaml": """\
MembershipCard:
  type: object
  description: 会员卡
  required: [card_id, title]
  properties:
    card_id: {type: string, description: 会员卡 ID}
    title: {type: string, description: 卡的名称}
""",
}
TAGS = """\
  - {name: membership, description: 会员卡}
  - {name: membership.cards, description: 会员卡}
  - {name: webhooks, """
INDEX = (
    "\npaths:\n"
    "  /v3/marketing/busifavor/coupons/renew: "
    "{$ref: paths/v3/marketing/busifavor/coupons/renew.yaml}\n"
    "  /v3/marketing/membership/cards/{card_id}: "
    '{$ref: "paths/v3/marketing/membership/cards/{card_id}.yaml"}\n'
)
CONCERNED = [
    "tests/spec",
    "tests/package/test_public_surface.py",
    "tests/package/test_readme.py",
    "tests/package/test_reference.py",
    "tests/e2e/test_every_operation.py",
    "tests/e2e/test_chain.py",
]
NEW = "renew or membership or not (test_a_sample_runs or test_every_operation or test_chain)"
"""Of the tests that try every operation, those of the new ones."""


@pytest.mark.timeout(900)
def test_an_endpoint_in_an_old_product_and_one_in_a_new_one_touch_the_spec_only(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "repository"
    shutil.copytree(ROOT, copy, ignore=left_behind)
    for name, text in (IN_AN_OLD_PRODUCT | IN_A_NEW_PRODUCT).items():
        (copy / "spec" / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / "spec" / name).write_text(text, "utf-8")
    index = (copy / "spec" / "openapi.yaml").read_text("utf-8")
    index = index.replace("\npaths:\n", INDEX).replace("  - {name: webhooks, ", TAGS)
    (copy / "spec" / "openapi.yaml").write_text(index, "utf-8")

    generated = run(copy, "-m", "generator")
    assert generated.returncode == 0, generated.stdout + generated.stderr
    for page in ("busifavor/coupons.md", "membership/cards.md"):
        assert (copy / "generated" / "reference" / page).is_file()

    tested = run(copy, "-m", "pytest", "-p", "no:cacheprovider", "-k", NEW, *CONCERNED)
    assert tested.returncode == 0, tested.stdout[-4000:] + tested.stderr[-2000:]


def left_behind(folder: str, names: list[str]) -> set[str]:
    """What a clone would not have: caches, environments, and what is built."""
    made = {"build", "dist"} if Path(folder) == ROOT else set[str]()
    return {name for name in names if name.startswith((".", "__pycache__")) or name in made}


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in the copy, with the copy's package instead of the installed one."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": f"{copy}{os.pathsep}{copy / 'generated'}"},
        capture_output=True,
        text=True,
        check=False,
    )
