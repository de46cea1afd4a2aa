# Copied from templates/runtime/_runtime/raw.py by `make generate`; do not edit.
"""Calls of operations that the package lacks: what `request()` sends and gives back. Nothing is
checked but that it can be sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import unquote

import httpx
import msgspec

from . import json_body, urls
from .errors import AnswerUnreadable, ValidationError
from .options import CallOptions
from .request import PreparedRequest
from .response import RawAnswer, attach
from .schemes import SCHEMES, Scheme

_PATH = r"(/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)+"
_FIXED_SEGMENT = r"v3|[a-z]+(?:[_-][a-z]+)*"


def request(
    method: str,
    path: str,
    json: Mapping[str, Any] | None,
    query: Mapping[str, str | int | bool] | None,
    options: CallOptions,
) -> PreparedRequest:
    """What `request()` sends."""
    method, segments = method.upper(), path.split("/")[1:]
    if not re.fullmatch("GET|POST|PUT|PATCH|DELETE", method):
        raise ValidationError("method must be GET, POST, PUT, PATCH or DELETE", path="method")
    scheme = _scheme(path)
    if (
        scheme is None
        or not re.fullmatch(_PATH, path)
        or any(unquote(segment) in (".", "..") for segment in segments)
    ):
        prefixes = " or ".join(facts.path_prefix for facts in SCHEMES.values())
        raise ValidationError(
            f"path must begin with {prefixes} and be percent-encoded, with its placeholders "
            f"filled in; parameters go into `query`",
            path="path",
        )
    _check_mapping("json", json)
    _check_mapping("query", query)
    members = json_body.joined(json, options.body)
    # Nobody says which segments are ids: the log shows those that look like words.
    shown = [segment if re.fullmatch(_FIXED_SEGMENT, segment) else "{}" for segment in segments]
    return PreparedRequest(
        method=method,
        template=f"/{'/'.join(shown)}",
        target=urls.with_query(path, {**(query or {}), **(options.query or {})}),
        scheme=scheme,
        content=b"" if members is None else json_body.encode(members, "request"),
        content_type=None if members is None else "application/json",
        repeatable=method == "GET",
    )


def _check_mapping(name: str, given: object) -> None:
    if given is not None and not isinstance(given, Mapping):
        raise ValidationError(f"{name} must be a mapping, found {type(given).__name__}", path=name)


def _scheme(path: str) -> Scheme | None:
    """Whose paths begin like this one."""
    return next(
        (name for name, facts in SCHEMES.items() if path.startswith(facts.path_prefix)), None
    )


def answer(response: httpx.Response) -> RawAnswer:
    """What `request()` returns."""
    try:
        members: object = msgspec.json.decode(response.content or b"{}")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        members = None
    if not isinstance(members, dict):
        raise AnswerUnreadable(
            "the answer is genuine but not a JSON object",
            request_id=response.headers.get("Request-ID", ""),
            body=response.content,
        )
    return attach(RawAnswer(cast("dict[str, Any]", members)), response)
