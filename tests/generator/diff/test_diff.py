"""Every kind of change, in both directions: an edit of a small spec, and what it means for callers.

A row says which text is put in the place of which other one, what is told of that, and what is told
of taking it back. The oracle is griffe, which compares the two generated packages and knows nothing
of specifications: what it calls breaking is breaking here too.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import griffe
import pytest
from workshop import PACKAGE, ROOT, Workshop

from generator.diff import command
from generator.diff.compare import compare
from generator.diff.kinds import KINDS, Severity
from generator.diff.report import to_markdown
from generator.diff.revisions import api_of
from generator.diff.surface import surface
from generator.problems import SpecError

SPEC = Path(__file__).parent / "spec"
ORDERS, ORDER = "paths/v3/shop/orders.yaml", "paths/v3/shop/orders/{order_id}.yaml"
SHAPES, EVENT = "schemas/shop/order.yaml", "webhooks/SHOP.ORDER.yaml"
CREATE, LIST, CANCEL = (f"pay.shop.orders.{verb}" for verb in ("create", "list", "cancel"))
PHONE = "    phone: {type: string, description: 电话}\n"
NAME = "    name: {type: string, description: 姓名, maxLength: 10}\n"
BUYER = "    buyer: {$ref: '#/Buyer', description: 买家}\n    tags"
INDEX_LINE = "  '/v3/shop/orders/{order_id}': {$ref: 'paths/v3/shop/orders/{order_id}.yaml'}\n"
EVENT_LINES = "webhooks:\n  SHOP.ORDER: {$ref: webhooks/SHOP.ORDER.yaml}\n"
ID_LINE = (
    "    - {name: order_id, in: path, required: true, description: 订单编号, "
    "schema: {type: string}, example: O1}\n"
)
CLOSE = """\
post:
  operationId: shop.orders.close
  tags: [shop.orders]
  summary: 关闭订单
  description: 关闭一个订单。
  externalDocs: {description: 官方文档, url: https://pay.weixin.qq.com/doc/3}
  parameters:
"""
MODE = """\
DeliveryMode:
  type: string
  description: 送货方式
  enum: [FAST, SLOW]
  x-enum-descriptions: {FAST: 快, SLOW: 慢}

"""
STATE = """\
OrderState:
  type: string
  description: 订单状态
  enum: [OPEN, DONE]
  x-enum-descriptions: {OPEN: 未完成, DONE: 已完成}

"""
BODY = """\
      application/json:
        schema: {$ref: ../../../schemas/shop/order.yaml#/CreateOrderRequest}
        example: {goods_id: G1, out_request_no: R1, mode: FAST, buyer: {name: 甲}, tags: [t]}
"""
NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
UPLOADED = f"""\
      multipart/form-data:
        schema: {{$ref: ../../../schemas/shop/order.yaml#/UploadRequest}}
        encoding: {{meta: {{contentType: application/json}}}}
        example: {{meta: {{filename: a.png, sha256: {NOTHING}}}, file: ""}}
"""
UPLOAD = """\
UploadRequest:
  type: object
  description: 上传
  required: [meta, file]
  properties:
    meta: {$ref: '#/UploadInfo', description: 文件信息}
    file: {type: string, format: binary, description: 文件}

UploadInfo:
  type: object
  description: 文件信息
  required: [filename, sha256]
  properties:
    filename: {type: string, description: 文件名}
    sha256: {type: string, description: 摘要}

"""
REQUEST = (SPEC / SHAPES).read_text("utf-8").partition("DeliveryMode:")[0]


class Row(NamedTuple):
    """An edit, and what it means."""

    file: str
    before: str
    after: str
    told: dict[str, list[str]]
    """Where, by kind."""
    told_back: dict[str, list[str]]
    """The same of the edit taken back."""
    also: tuple[tuple[str, str, str], ...] = ()
    """What else has to change with it: file, before and after."""
    moved: tuple[tuple[str, str], ...] = ()
    """Files that have to be called otherwise, or to go."""


def answers(member: str) -> list[str]:
    """A member of the shape `Order` wherever a caller meets it."""
    return [
        f"{LIST}: answer.data[].{member}",
        f"{CREATE}: answer.{member}",
        f"event SHOP.ORDER: {member}",
    ]


def arguments(*names: str) -> list[str]:
    """Arguments of the call that creates."""
    return [f"{CREATE}({name}=…)" for name in names]


REQUIRED, OPTIONAL = ("goods_id", "out_request_no"), ("mode", "buyer", "tags")
TYPES = ["shop.params.CreateOrderRequest", "shop.params.Buyer", "shop.enums.DeliveryMode"]
"""What is only sent."""
ROWS = {
    "a call goes": Row(
        "openapi.yaml",
        INDEX_LINE,
        "",
        {"call removed": [CANCEL]},
        {"call added": [CANCEL]},
        moved=((ORDER, ""),),
    ),
    "a URL moves": Row(
        "openapi.yaml",
        "/v3/shop/orders: {$ref: paths/v3/shop/orders.yaml}",
        "/v3/shop/buys: {$ref: paths/v3/shop/buys.yaml}",
        {"call url": [CREATE, LIST]},
        {"call url": [CREATE, LIST]},
        moved=((ORDERS, "paths/v3/shop/buys.yaml"),),
    ),
    "calling a chain means another call": Row(
        ORDER,
        "delete:",
        f'{CLOSE}{ID_LINE}  responses:\n    "204": {{description: 已关闭}}\ndelete:',
        {
            "call added": ["pay.shop.orders.close"],
            "call shorthand": ["v3/shop/orders/{order_id}"],
        },
        {
            "call removed": ["pay.shop.orders.close"],
            "call shorthand": ["v3/shop/orders/{order_id}"],
        },
    ),
    "another argument comes first": Row(
        ORDER,
        ID_LINE,
        f"{ID_LINE}{ID_LINE.replace('order_id', 'shop_no')}",
        {
            "call url": [CANCEL],
            "call positional": [CANCEL],
            "argument required and new": [f"{CANCEL}(shop_no=…)"],
        },
        {
            "call url": [CANCEL],
            "call positional": [CANCEL],
            "argument removed": [f"{CANCEL}(shop_no=…)"],
        },
        also=(("openapi.yaml", "/shop/orders/{order_id}", "/shop/{shop_no}/{order_id}"),),
        moved=((ORDER, "paths/v3/shop/{shop_no}/{order_id}.yaml"),),
    ),
    "a call is renamed": Row(
        ORDER,
        "shop.orders.cancel",
        "shop.orders.withdraw",
        {"call renamed": [CANCEL]},
        {"call renamed": ["pay.shop.orders.withdraw"]},
    ),
    "a call is deprecated": Row(
        ORDER,
        "  parameters:",
        "  deprecated: true\n  parameters:",
        {"call deprecated": [CANCEL]},
        {"call no longer deprecated": [CANCEL]},
    ),
    "a method changes": Row(
        ORDER,
        "delete:",
        "post:",
        {"call url": [CANCEL]},
        {"call url": [CANCEL]},
    ),
    "another identity signs": Row(
        ORDER,
        "  parameters:",
        "  security:\n    - brand: []\n  parameters:",
        {"call identity": [CANCEL]},
        {"call identity": [CANCEL]},
    ),
    "a rate limit falls": Row(
        ORDERS, "100/s", "100/min", {"call slower": [LIST]}, {"call faster": [LIST]}
    ),
    "a rate limit is documented": Row(
        ORDERS,
        "  x-idempotency-key",
        "  x-rate-limit: 5/s\n  x-idempotency-key",
        {"call slower": [CREATE]},
        {"call faster": [CREATE]},
    ),
    "nothing makes a repetition safe": Row(
        ORDERS,
        "  x-idempotency-key: out_request_no\n",
        "",
        {"call request number": [CREATE]},
        {"call request number": [CREATE]},
    ),
    "a request number is named": Row(
        ORDERS,
        "x-idempotency-key: out_request_no",
        "x-idempotency-key: goods_id",
        {"call request number": [CREATE]},
        {"call request number": [CREATE]},
    ),
    "one of several arguments is needed": Row(
        ORDERS,
        "x-idempotency-key: out_request_no",
        "x-idempotency-key: out_request_no\n  x-at-least-one: [goods_id, out_request_no]",
        {"call condition": [CREATE]},
        {"call condition": [CREATE]},
    ),
    "a list is no longer walked": Row(
        ORDERS,
        "  x-pagination: {style: offset, items: data, unit: item}\n",
        "",
        {"call iterator gone": [LIST]},
        {"call iterator new": [LIST]},
    ),
    "pages are counted otherwise": Row(
        ORDERS, "unit: item", "unit: page", {"call paging": [LIST]}, {"call paging": [LIST]}
    ),
    "a list is walked by token": Row(
        ORDERS,
        "{style: offset, items: data, unit: item}",
        "{style: token, items: data}",
        {
            "call paging": [LIST],
            "argument removed": [f"{LIST}(limit=…)", f"{LIST}(offset=…)"],
            "argument new": [f"{LIST}(page_size=…)", f"{LIST}(page_token=…)"],
            "member new": [f"{LIST}: answer.next_page_token"],
        },
        {
            "call paging": [LIST],
            "argument removed": [f"{LIST}(page_size=…)", f"{LIST}(page_token=…)"],
            "argument new": [f"{LIST}(limit=…)", f"{LIST}(offset=…)"],
            "member removed": [f"{LIST}: answer.next_page_token"],
        },
        also=(
            (
                ORDERS,
                "{name: offset, in: query, description: 起点, schema: {type: integer, default: 0}, "
                "example: 0}",
                "{name: page_token, in: query, description: 起点, schema: {type: string}, "
                "example: T1}",
            ),
            (ORDERS, "{name: limit", "{name: page_size"),
            (ORDERS, "total_count: 1", "total_count: 1\n            next_page_token: T2"),
            (
                SHAPES,
                "    data: {type: array",
                "    next_page_token: {type: string, description: 下一页}\n    data: {type: array",
            ),
        ),
    ),
    "a refusal is documented": Row(
        ORDERS,
        "code: NO_AUTH",
        "code: NOT_ENOUGH",
        {"call refusals": [CREATE], "text": [CREATE]},
        {"call refusals": [CREATE], "text": [CREATE]},
    ),
    "a link changes": Row(ORDERS, "doc/2}", "doc/9}", {"links": [LIST]}, {"links": [LIST]}),
    "an answer vanishes": Row(
        ORDER,
        '"204": {description: 已取消}',
        '"200":\n      description: 已取消\n      content:\n        application/json:\n'
        "          schema: {$ref: '../../../../schemas/shop/order.yaml#/Buyer'}\n"
        "          example: {name: 甲}",
        {
            "call answer new": [CANCEL],
            "member new": [f"{CANCEL}: answer.name", f"{CANCEL}: answer.phone"],
            "text": [CANCEL],
        },
        {
            "call answer gone": [CANCEL],
            "member removed": [f"{CANCEL}: answer.name", f"{CANCEL}: answer.phone"],
            "text": [CANCEL],
        },
    ),
    "an answer becomes a file": Row(
        ORDERS,
        """\
        application/json:
          schema: {$ref: ../../../schemas/shop/order.yaml#/Order}
          example: {order_id: O1, state: OPEN}
""",
        """\
        text/csv:
          schema: {type: string, format: binary}
          example: O1,OPEN
""",
        {
            "call answer type": [CREATE],
            "member removed": [
                f"{CREATE}: answer.{name}" for name in ("buyer", "order_id", "state")
            ],
        },
        {
            "call answer type": [CREATE],
            "member new": [f"{CREATE}: answer.{name}" for name in ("buyer", "order_id", "state")],
        },
        also=((ORDERS, '    "403"', '    "403"'),),
    ),
    "a body becomes a file": Row(
        ORDERS,
        BODY,
        UPLOADED,
        {
            "call upload": [CREATE],
            "call request number": [CREATE],
            "argument removed": arguments(*REQUIRED, *OPTIONAL),
            "type removed": TYPES,
        },
        {
            "call upload": [CREATE],
            "call request number": [CREATE],
            "argument required and new": arguments(*REQUIRED),
            "argument new": arguments(*OPTIONAL),
            "type added": TYPES,
        },
        also=(
            (ORDERS, "  x-idempotency-key: out_request_no\n", ""),
            (SHAPES, REQUEST, UPLOAD),
            (SHAPES, MODE, ""),
        ),
    ),
    "an optional argument comes": Row(
        SHAPES,
        "    tags: {",
        "    note: {type: string, description: 备注}\n    tags: {",
        {"argument new": [f"{CREATE}(note=…)"]},
        {"argument removed": [f"{CREATE}(note=…)"]},
    ),
    "an argument must be given": Row(
        SHAPES,
        "required: [goods_id, out_request_no]",
        "required: [goods_id, out_request_no, mode]",
        {"argument required": [f"{CREATE}(mode=…)"]},
        {"argument optional": [f"{CREATE}(mode=…)"]},
    ),
    "a required member comes": Row(
        SHAPES,
        "  required: [name]\n  properties:\n",
        "  required: [name, age]\n  properties:\n    age: {type: integer, description: 年龄}\n",
        {
            "argument required and new": [f"{CREATE}(buyer.age=…)"],
            "member new": answers("buyer.age"),
        },
        {
            "argument removed": [f"{CREATE}(buyer.age=…)"],
            "member removed": answers("buyer.age"),
        },
        also=((ORDERS, "buyer: {name: 甲}", "buyer: {name: 甲, age: 1}"),),
    ),
    "a nested object moves out": Row(
        SHAPES,
        "    buyer: {$ref: '#/Buyer', description: 买家}\n    tags",
        "    tags",
        {"argument removed": [f"{CREATE}(buyer=…)"], "type removed": ["shop.params.Buyer"]},
        {"argument new": [f"{CREATE}(buyer=…)"], "type added": ["shop.params.Buyer"]},
        also=((ORDERS, "mode: FAST, buyer: {name: 甲}", "mode: FAST"),),
    ),
    "an argument has another type": Row(
        ORDER,
        "原因, schema: {type: string}",
        "原因, schema: {type: integer}",
        {"argument type": [f"{CANCEL}(reason=…)"]},
        {"argument type": [f"{CANCEL}(reason=…)"]},
        also=((ORDER, "example: 不要了", "example: 1"),),
    ),
    "an argument becomes a time": Row(
        SHAPES,
        PHONE,
        PHONE.replace("string,", "string, format: date-time,"),
        {"argument type": [f"{CREATE}(buyer.phone=…)"], "member type": answers("buyer.phone")},
        {"argument type": [f"{CREATE}(buyer.phone=…)"], "member type": answers("buyer.phone")},
    ),
    "an argument becomes a list": Row(
        SHAPES,
        "goods_id: {type: string, description: 商品编号, minLength: 1, maxLength: 20}",
        "goods_id: {type: array, description: 商品编号, items: {type: string}}",
        {"argument type": [f"{CREATE}(goods_id=…)"]},
        {"argument type": [f"{CREATE}(goods_id=…)"]},
        also=((ORDERS, "goods_id: G1", "goods_id: [G1]"),),
    ),
    "the members of an object are told no more": Row(
        SHAPES,
        BUYER,
        "    buyer: {type: object, description: 买家}\n    tags",
        {"argument type": [f"{CREATE}(buyer=…)"], "type removed": ["shop.params.Buyer"]},
        {"argument type": [f"{CREATE}(buyer=…)"], "type added": ["shop.params.Buyer"]},
    ),
    "an argument moves into an object": Row(
        SHAPES,
        "    out_request_no: {type: string, description: 请求单号, pattern: '[A-Z0-9]+'}\n",
        "",
        {
            "argument removed": [f"{CREATE}(out_request_no=…)"],
            "argument required and new": [f"{CREATE}(buyer.out_request_no=…)"],
            "call request number": [CREATE],
            "member new": answers("buyer.out_request_no"),
        },
        {
            "argument required and new": [f"{CREATE}(out_request_no=…)"],
            "argument removed": [f"{CREATE}(buyer.out_request_no=…)"],
            "call request number": [CREATE],
            "member removed": answers("buyer.out_request_no"),
        },
        also=(
            (SHAPES, "required: [goods_id, out_request_no]", "required: [goods_id]"),
            (SHAPES, "required: [name]", "required: [name, out_request_no]"),
            (
                SHAPES,
                PHONE,
                f"{PHONE}    out_request_no: {{type: string, description: 请求单号}}\n",
            ),
            (ORDERS, "out_request_no: R1, ", ""),
            (ORDERS, "{name: 甲}", "{name: 甲, out_request_no: R1}"),
            (ORDERS, "  x-idempotency-key: out_request_no\n", ""),
        ),
    ),
    "Python has another name for an argument": Row(
        SHAPES,
        "goods_id: {type: string,",
        "goods_id: {type: string, x-python-name: goods,",
        {"argument renamed": [f"{CREATE}(goods_id=…)"]},
        {"argument renamed": [f"{CREATE}(goods=…)"]},
    ),
    "Python has another name for a member": Row(
        SHAPES,
        "order_id: {type: string,",
        "order_id: {type: string, x-python-name: number,",
        {"member renamed": answers("order_id")},
        {"member renamed": answers("number")},
    ),
    "an argument travels elsewhere": Row(
        SHAPES,
        "    mode: {$ref: '#/DeliveryMode', description: 送货方式}\n",
        "",
        {"argument location": [f"{CREATE}(mode=…)"]},
        {"argument location": [f"{CREATE}(mode=…)"]},
        also=(
            (ORDERS, "mode: FAST, ", ""),
            (
                ORDERS,
                "  requestBody:",
                "  parameters:\n    - {name: mode, in: query, description: 送货方式, "
                "example: FAST, schema: {$ref: '../../../schemas/shop/order.yaml#/DeliveryMode'}}\n"
                "  requestBody:",
            ),
        ),
    ),
    "a limit is tightened": Row(
        SHAPES,
        "maxLength: 20",
        "maxLength: 10",
        {"argument narrower": [f"{CREATE}(goods_id=…)"]},
        {"argument wider": [f"{CREATE}(goods_id=…)"]},
    ),
    "a lower limit rises": Row(
        SHAPES,
        "minLength: 1, maxLength: 20",
        "minLength: 2, maxLength: 20",
        {"argument narrower": [f"{CREATE}(goods_id=…)"]},
        {"argument wider": [f"{CREATE}(goods_id=…)"]},
    ),
    "the highest number falls": Row(
        ORDERS,
        "maximum: 50",
        "maximum: 40",
        {"argument narrower": [f"{LIST}(limit=…)"]},
        {"argument wider": [f"{LIST}(limit=…)"]},
    ),
    "a lowest number is documented": Row(
        ORDERS,
        "maximum: 50",
        "minimum: 1, maximum: 50",
        {"argument narrower": [f"{LIST}(limit=…)"]},
        {"argument wider": [f"{LIST}(limit=…)"]},
    ),
    "a list has at least one item": Row(
        SHAPES,
        "maxItems: 5",
        "minItems: 1, maxItems: 5",
        {"argument narrower": [f"{CREATE}(tags=…)"]},
        {"argument wider": [f"{CREATE}(tags=…)"]},
    ),
    "a limit is dropped": Row(
        SHAPES,
        ", maxItems: 5",
        "",
        {"argument wider": [f"{CREATE}(tags=…)"]},
        {"argument narrower": [f"{CREATE}(tags=…)"]},
    ),
    "a limit inside a list is dropped": Row(
        SHAPES,
        "items: {type: string, maxLength: 8}",
        "items: {type: string}",
        {"argument wider": [f"{CREATE}(tags=…)"]},
        {"argument narrower": [f"{CREATE}(tags=…)"]},
    ),
    "a pattern is dropped": Row(
        SHAPES,
        ", pattern: '[A-Z0-9]+'",
        "",
        {"argument wider": [f"{CREATE}(out_request_no=…)"]},
        {"argument narrower": [f"{CREATE}(out_request_no=…)"]},
    ),
    "a pattern is another one": Row(
        SHAPES,
        "[A-Z0-9]+",
        "[A-Z0-9_]+",
        {"argument narrower": [f"{CREATE}(out_request_no=…)"]},
        {"argument narrower": [f"{CREATE}(out_request_no=…)"]},
    ),
    "a limit of a shape in both directions": Row(
        SHAPES,
        "maxLength: 10",
        "maxLength: 12",
        {
            "argument wider": [f"{CREATE}(buyer.name=…)"],
            "limits of answers": answers("buyer.name"),
        },
        {
            "argument narrower": [f"{CREATE}(buyer.name=…)"],
            "limits of answers": answers("buyer.name"),
        },
    ),
    "a default changes": Row(
        ORDERS,
        "default: 20",
        "default: 10",
        {"argument default": [f"{LIST}(limit=…)"]},
        {"argument default": [f"{LIST}(limit=…)"]},
    ),
    "a default is documented": Row(
        ORDERS,
        "schema: {type: integer, default: 0}",
        "schema: {type: integer}",
        {"argument default": [f"{LIST}(offset=…)"]},
        {"argument default": [f"{LIST}(offset=…)"]},
    ),
    "any value will do": Row(
        SHAPES,
        "    mode: {$ref: '#/DeliveryMode', description: 送货方式}\n",
        "    mode: {type: string, description: 送货方式}\n",
        {
            "argument values new": [f"{CREATE}(mode=…)"],
            "type removed": ["shop.enums.DeliveryMode"],
        },
        {
            "argument values gone": [f"{CREATE}(mode=…)"],
            "type added": ["shop.enums.DeliveryMode"],
        },
        also=((SHAPES, MODE, ""),),
    ),
    "an answer says anything": Row(
        SHAPES,
        "    state: {$ref: '#/OrderState', description: 状态}\n",
        "    state: {type: string, description: 状态}\n",
        {"member values new": answers("state"), "type removed": ["shop.enums.OrderState"]},
        {"member values gone": answers("state"), "type added": ["shop.enums.OrderState"]},
        also=((SHAPES, STATE, ""),),
    ),
    "an argument may be one more value": Row(
        SHAPES,
        "enum: [FAST, SLOW]\n  x-enum-descriptions: {FAST: 快, SLOW: 慢}",
        "enum: [FAST, SLOW, AIR]\n  x-enum-descriptions: {FAST: 快, SLOW: 慢, AIR: 空运}",
        {"argument values new": [f"{CREATE}(mode=…)"]},
        {"argument values gone": [f"{CREATE}(mode=…)"]},
    ),
    "an argument travels encrypted": Row(
        SHAPES,
        "minLength: 1, maxLength: 20}",
        "minLength: 1, maxLength: 20, x-sensitive: true}",
        {"argument encrypted": [f"{CREATE}(goods_id=…)"]},
        {"argument no longer encrypted": [f"{CREATE}(goods_id=…)"]},
    ),
    "a member is deprecated both ways": Row(
        SHAPES,
        PHONE,
        PHONE.replace("电话}", "电话, deprecated: true}"),
        {
            "argument deprecated": [f"{CREATE}(buyer.phone=…)"],
            "member deprecated": answers("buyer.phone"),
        },
        {
            "argument no longer deprecated": [f"{CREATE}(buyer.phone=…)"],
            "member no longer deprecated": answers("buyer.phone"),
        },
    ),
    "a member of an answer may be missing": Row(
        SHAPES,
        "required: [order_id, state]",
        "required: [order_id]",
        {"member may be missing": answers("state")},
        {"member always there": answers("state")},
    ),
    "a member of an answer has another type": Row(
        SHAPES,
        "order_id: {type: string",
        "order_id: {type: integer",
        {"member type": answers("order_id")},
        {"member type": answers("order_id")},
        also=((ORDERS, "order_id: O1", "order_id: 1"), (EVENT, "order_id: O1", "order_id: 1")),
    ),
    "an answer may say one more value": Row(
        SHAPES,
        "enum: [OPEN, DONE]\n  x-enum-descriptions: {OPEN: 未完成, DONE: 已完成}",
        "enum: [OPEN, DONE, LOST]\n  x-enum-descriptions: {OPEN: 未完成, DONE: 已完成, LOST: 丢失}",
        {"member values new": answers("state")},
        {"member values gone": answers("state")},
    ),
    "an event goes": Row(
        "openapi.yaml",
        EVENT_LINES,
        "",
        {"event removed": ["event SHOP.ORDER"]},
        {"event added": ["event SHOP.ORDER"]},
        also=(("openapi.yaml", "  - {name: webhooks, description: 回调}\n", ""),),
        moved=((EVENT, ""), ("schemas/common/notification.yaml", "")),
    ),
    "an event wants an answer": Row(
        EVENT,
        '    "204": {description: 已收到}',
        """\
    "200":
      description: 已收到
      content:
        application/json:
          schema: {$ref: '../schemas/shop/order.yaml#/Buyer'}
          example: {name: 甲}""",
        {
            "argument required and new": ["event SHOP.ORDER: reply.name"],
            "argument new": ["event SHOP.ORDER: reply.phone"],
        },
        {"argument removed": [f"event SHOP.ORDER: reply.{name}" for name in ("name", "phone")]},
    ),
    "an event has another name too": Row(
        EVENT,
        "x-event-aliases: [ORDER]",
        "x-event-aliases: [ORDER, SHOP.ORDERED]",
        {"event aliases new": ["event SHOP.ORDER"]},
        {"event aliases gone": ["event SHOP.ORDER"]},
    ),
    "a type of a request is renamed": Row(
        SHAPES,
        "CreateOrderRequest",
        "OrderRequest",
        {"type renamed": ["shop.params.CreateOrderRequest"]},
        {"type renamed": ["shop.params.OrderRequest"]},
        also=((ORDERS, "CreateOrderRequest", "OrderRequest"),),
    ),
    "a type of requests and answers is renamed": Row(
        SHAPES,
        "Buyer",
        "Customer",
        {"type renamed": ["shop.params.Buyer", "shop.models.Buyer"]},
        {"type renamed": ["shop.params.Customer", "shop.models.Customer"]},
    ),
    "an identity is verified otherwise": Row(
        "openapi.yaml",
        "key: apiv3_key, certificates: true",
        "key: apiv3_key, certificates: false",
        {"identity": ["merchant"]},
        {"identity": ["merchant"]},
    ),
    "a type is renamed": Row(
        SHAPES,
        "DeliveryMode",
        "ShippingMode",
        {"type renamed": ["shop.enums.DeliveryMode"]},
        {"type renamed": ["shop.enums.ShippingMode"]},
    ),
    "only a description changes": Row(
        SHAPES,
        "description: 姓名",
        "description: 全名",
        {"text": [f"{CREATE}(buyer.name=…)", *answers("buyer.name")]},
        {"text": [f"{CREATE}(buyer.name=…)", *answers("buyer.name")]},
    ),
    "only an example changes": Row(
        ORDERS, "goods_id: G1", "goods_id: G2", {"text": [CREATE]}, {"text": [CREATE]}
    ),
}


def replaced(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """The spec with several edits made."""
    shutil.copytree(SPEC, folder)
    for name, before, after in edits:
        text = (folder / name).read_text("utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after), "utf-8")
    return folder


def edited(folder: Path, row: Row) -> Path:
    """The spec with the edit of a row made."""
    replaced(folder, (row.file, row.before, row.after), *row.also)
    for name, now in row.moved:
        if now:
            (folder / now).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).rename(folder / now)
        else:
            (folder / name).unlink()
    return folder


def told(before: Path, after: Path) -> dict[str, list[str]]:
    """Where something changes, by kind."""
    found: dict[str, list[str]] = {}
    for change in compare(surface(api_of(before)), surface(api_of(after))):
        found.setdefault(change.kind, []).append(change.where)
    return {kind: sorted(places) for kind, places in found.items()}


def in_order(expected: dict[str, list[str]]) -> dict[str, list[str]]:
    return {kind: sorted(places) for kind, places in expected.items()}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_an_edit_is_told_in_the_words_of_callers(row: Row, tmp_path: Path) -> None:
    after = edited(tmp_path / "spec", row)
    for before, now, expected in ((SPEC, after, row.told), (after, SPEC, row.told_back)):
        found = told(before, now)
        if row.also:
            found.pop("text", None)  # of the examples that had to follow
        assert found == in_order(expected)


# -- the pages behind it ---------------------------------------------------------------------------

PAGE = """\
post:
  links: []
  request:
  - {name: json, type: object, required: true}
  - {name: json.goods_id, type: string, required: true, maxLength: 20}
"""
LOOSER = PAGE.replace("required: true, maxLength", "required: false, maxLength")
ONE, TWO = "pages/php/v3/shop/orders.yaml", "pages/js/v3/shop/buys.yaml"


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ({}, {ONE: PAGE}, "- `POST /v3/shop/orders (php)` is new"),
        ({ONE: PAGE}, {}, "- `POST /v3/shop/orders (php)` is gone"),
        (
            {ONE: PAGE},
            {ONE: LOOSER},
            "- `POST /v3/shop/orders (php)`: request `json.goods_id`: is optional now",
        ),
        (
            {ONE: PAGE, TWO: PAGE},
            {ONE: LOOSER, TWO: LOOSER},
            "- `POST /v3/shop/buys (js)`: request `json.goods_id`: is optional now; "
            "likewise in 1: `POST /v3/shop/orders (php)`",
        ),
        (
            {"pages/php/webhooks/SHOP.ORDER.yaml": PAGE},
            {"pages/php/webhooks/SHOP.ORDER.yaml": PAGE.replace("[]", "[https://a]")},
            "- `event SHOP.ORDER (php)`: links: https://a is new",
        ),
    ],
)
def test_what_the_vendor_changed_has_a_section_of_its_own(
    before: dict[str, str],
    after: dict[str, str],
    line: str,
    repository: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In words, beside what callers notice, which is nothing here."""
    keep(repository, before)
    for arguments in (["add", "."], ["commit", "--quiet", "--allow-empty", "-m", "pages"]):
        subprocess.run(["git", *AUTHOR, *arguments], cwd=repository, check=True)
    shutil.rmtree(repository / "spec" / "pages", ignore_errors=True)
    keep(repository, after)
    assert command.run(repository, "HEAD", "markdown", announced=True) == 0
    heading = "## Pages of the documentation"
    assert capsys.readouterr().out == f"Nothing changes for callers.\n\n{heading}\n\n{line}\n"


def keep(repository: Path, pages: dict[str, str]) -> None:
    """Write files of facts."""
    for name, text in pages.items():
        (repository / "spec" / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / "spec" / name).write_text(text, "utf-8")


def test_changed_pages_are_told_to_tools_one_by_one(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(SPEC, other / "spec")
    keep(other, {ONE: PAGE, TWO: PAGE})
    keep(repository, {ONE: LOOSER, TWO: LOOSER})
    assert command.run(repository, str(other), "json", announced=False) == 0
    told_to_tools = [
        (change["severity"], change["kind"], change["where"], change["after"])
        for change in json.loads(capsys.readouterr().out)
    ]
    assert told_to_tools == [
        ("vendor", "page changed", place, "request `json.goods_id`: is optional now")
        for place in ("POST /v3/shop/buys (js)", "POST /v3/shop/orders (php)")
    ]


# -- the whole -------------------------------------------------------------------------------------


def test_every_kind_of_change_has_an_edit() -> None:
    edited_here = {kind for row in ROWS.values() for kind in (*row.told, *row.told_back)}
    ours = {kind for kind, told in KINDS.items() if told.severity != Severity.VENDOR}
    assert edited_here == ours


def test_the_table_for_contributors_says_how_much_each_change_matters() -> None:
    """Row by row, in the same order."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `([^`]+)` \| (\w+) \| \S.* \|$", text, re.MULTILINE)
    assert rows == [(kind, str(told.severity)) for kind, told in KINDS.items()]


def test_moving_between_files_is_no_change(tmp_path: Path) -> None:
    shapes = (SPEC / SHAPES).read_text("utf-8")
    state = shapes[shapes.index("OrderState:") : shapes.index("ListOrdersResponse:")]
    moved = replaced(
        tmp_path / "spec",
        (SHAPES, state, ""),
        (SHAPES, "'#/OrderState'", "state.yaml#/OrderState"),
    )
    (moved / "schemas/shop/state.yaml").write_text(state, "utf-8")
    assert told(SPEC, moved) == {}


def test_equal_changes_are_told_once(tmp_path: Path) -> None:
    after = edited(tmp_path / "spec", ROWS["a member of an answer may be missing"])
    changes = compare(surface(api_of(SPEC)), surface(api_of(after)))
    lines = to_markdown(changes).splitlines()
    assert lines[0] == "## Breaking"
    assert len([line for line in lines if line.startswith("- ")]) == 1
    assert "likewise in 2" in lines[2]


def test_equal_changes_of_calls_are_told_once_too(tmp_path: Path) -> None:
    limited = replaced(
        tmp_path / "spec",
        (ORDERS, "x-rate-limit: 100/s", "x-rate-limit: 5/s"),
        (ORDERS, "  x-idempotency-key", "  x-rate-limit: 5/s\n  x-idempotency-key"),
        (ORDER, "  parameters:", "  x-rate-limit: 5/s\n  parameters:"),
    )
    text = to_markdown(compare(surface(api_of(SPEC)), surface(api_of(limited))))
    was = "is `5/s` now, was"
    assert text.splitlines()[2:] == [
        f"- the documented rate limit of `{LIST}` {was} `100/s`",
        f"- the documented rate limit of `{CREATE}` {was} `none`; likewise in 1: `{CANCEL}`",
    ]


def test_a_guess_is_no_rename(tmp_path: Path) -> None:
    """Two calls of which neither name nor URL is the other's are two calls, however alike."""
    other = replaced(
        tmp_path / "spec",
        ("openapi.yaml", "'/v3/shop/orders/{order_id}'", "'/v3/shop/bills/{order_id}'"),
        (ORDER, "shop.orders.cancel", "shop.orders.void"),
    )
    found = told(SPEC, other)
    assert found["call removed"] == [CANCEL]
    assert found["call added"] == ["pay.shop.orders.void"]


# -- the oracle ------------------------------------------------------------------------------------


def breaks(before: Path, after: Path) -> list[str]:
    """What griffe calls breaking between two generated packages."""
    old, new = (
        griffe.load(PACKAGE, search_paths=[path], allow_inspection=False)
        for path in (before, after)
    )
    return [
        str(found.explain(griffe.ExplanationStyle.ONE_LINE))
        for found in griffe.find_breaking_changes(old, new)
    ]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the unedited spec."""
    shop = Workshop(tmp_path_factory.mktemp("before"), SPEC)
    shop.generate()
    return shop.output


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_what_breaks_python_is_breaking_here(row: Row, package: Path, tmp_path: Path) -> None:
    shop = Workshop(tmp_path, edited(tmp_path / "edited", row))
    shop.generate()
    for before, after, expected in (
        (package, shop.output, row.told),
        (shop.output, package, row.told_back),
    ):
        ours = {KINDS[kind].severity for kind in expected}
        assert Severity.BREAKING in ours or not breaks(before, after)


# -- the command -----------------------------------------------------------------------------------


AUTHOR = ["-c", "user.name=x", "-c", "user.email=x@localhost"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project under version control, with one commit on the main branch."""
    shutil.copytree(SPEC, tmp_path / "spec")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n", "utf-8")
    for arguments in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "."],
        ["commit", "--quiet", "-m", "first"],
    ):
        subprocess.run(["git", *AUTHOR, *arguments], cwd=tmp_path, check=True)
    return tmp_path


def narrowed(repository: Path) -> None:
    path = repository / "spec" / SHAPES
    path.write_text(path.read_text("utf-8").replace("maxLength: 20", "maxLength: 10"), "utf-8")


def test_the_working_tree_is_compared_with_where_main_was_left(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(repository, "", "markdown", announced=True) == 0
    assert capsys.readouterr().out == "Nothing changes for callers.\n"
    narrowed(repository)
    assert command.run(repository, "", "markdown", announced=False) == 0
    assert "is held to `maxLength 10` now, was to `maxLength 20`" in capsys.readouterr().out


def test_a_break_must_be_announced(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    narrowed(repository)
    assert command.run(repository, "main", "markdown", announced=True) == 1
    assert "CHANGELOG.md" in capsys.readouterr().err
    (repository / "CHANGELOG.md").write_text("## [2.0]\n\n### Breaking\n\n- goods_id\n", "utf-8")
    assert command.run(repository, "main", "markdown", announced=True) == 0


def test_a_folder_can_be_compared_with(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(SPEC, other / "spec")
    narrowed(repository)
    assert command.run(repository, str(other), "json", announced=False) == 0
    (change,) = json.loads(capsys.readouterr().out)
    assert change["severity"] == "breaking"
    assert change["where"] == f"{CREATE}(goods_id=…)"


def test_a_specification_that_breaks_a_rule_is_told_like_anywhere(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Of the revision it is compared with, it is said that it is of then."""
    path = repository / "spec" / ORDERS
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("  operationId: shop.orders.list\n", ""), "utf-8")
    with pytest.raises(SpecError) as caught:
        command.run(repository, "HEAD", "markdown", announced=False)
    assert f"spec/{ORDERS}:2: " in str(caught.value)
    subprocess.run(["git", *AUTHOR, "commit", "-qam", "broken"], cwd=repository, check=True)
    path.write_text(whole, "utf-8")
    with pytest.raises(SpecError) as caught:
        command.run(repository, "HEAD", "markdown", announced=False)
    assert f"spec/{ORDERS}:2: as of HEAD: " in str(caught.value)


def test_how_a_past_specification_was_laid_out_is_no_matter(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rule about lines that came later keeps nobody from comparing."""
    path = repository / "spec" / SHAPES
    short = path.read_text("utf-8")
    path.write_text(short.replace("description: 姓名", f"description: {'姓名' * 40}"), "utf-8")
    subprocess.run(["git", *AUTHOR, "commit", "-qam", "long"], cwd=repository, check=True)
    path.write_text(short, "utf-8")
    assert command.run(repository, "HEAD", "markdown", announced=False) == 0
    assert capsys.readouterr().out == "Descriptions, examples or links only: 4 places.\n"


def test_a_revision_that_is_none_is_a_message(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(repository, "nowhere", "markdown", announced=False) == 2
    assert "nowhere" in capsys.readouterr().err
