"""The whole API → the figures and tables that the guides take from it.

Prose belongs into the templates; what is said here is what to do about a code, since the table it
stands in is made here.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.ir.calls import Operation
from generator.ir.package import Api

_SLOW_DOWN = "放慢，等一会儿再原样重试"
_ADVICE = {
    "PARAM_ERROR": "改正 `detail` 所指的参数",
    "INVALID_REQUEST": "格式正确但不合业务规则，`message` 说明是哪一条；改正后再调用",
    "ALREADY_EXISTS": "已经有了：查询已有的，不要重试",
    "SIGN_ERROR": "检查私钥与证书序列号是否配对、属于同一商户或品牌，以及本机时间",
    "NO_AUTH": "申请权限，或请商户、品牌授权",
    "NOAUTH": "申请权限，或请商户、品牌授权",
    "RATELIMIT_EXCEEDED": _SLOW_DOWN,
    "FREQUENCY_LIMITED": f"{_SLOW_DOWN}；同一对象的两个操作相撞时也会出现",
}
_BY_STATUS = {
    400: "改正请求",
    401: "检查身份、密钥与本机时间",
    403: "权限、规则或预算不允许，不要重试",
    404: "检查编号，以及对象是否属于调用方",
    409: "重新查询，再决定",
    429: _SLOW_DOWN,
}
_FAULT = "用相同的请求单号与内容重试，或查询结果"


@dataclass(frozen=True, slots=True)
class Code:
    """An error code with an HTTP status it comes with."""

    status: int
    code: str
    meaning: str
    happened: str
    """Whether the operation may have been carried out."""
    advice: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the guides say of the API as a whole."""

    operations: int
    webhooks: int
    codes: tuple[Code, ...]
    """In the order of status and code."""


def facts(api: Api) -> Facts:
    """The figures and tables of the guides."""
    return Facts(len(api.operations), len(api.webhooks), _codes(api.operations))


def _codes(operations: list[Operation]) -> tuple[Code, ...]:
    meanings: dict[tuple[int, str], list[str]] = {}
    for operation in operations:
        for error in operation.errors:
            found = meanings.setdefault((error.status, error.code), [])
            if error.meaning not in found:
                found.append(error.meaning)
    return tuple(
        Code(
            status=status,
            code=code,
            meaning="；".join(found),
            happened="是（写操作）" if status >= 500 else "否",
            advice=_ADVICE.get(code) or _BY_STATUS.get(status, _FAULT),
        )
        for (status, code), found in sorted(meanings.items())
    )
