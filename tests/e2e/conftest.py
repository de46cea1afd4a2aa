"""Shared by the end-to-end tests: a WeChat Pay to call, over a socket or in process, and clients
of both kinds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from harness import Both, Wire
from wechatpay_marketing import WechatPay


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def _fake() -> Wire:
    return Wire()


@pytest.fixture(scope="session")
def _in_process(_fake: Wire) -> Iterator[Both]:
    both = Both(_fake, None)
    yield both
    both.close()


@pytest.fixture(scope="session")
def _over_socket(_fake: Wire) -> Iterator[Both]:
    with _fake.serve() as url:
        both = Both(_fake, url)
        yield both
        both.close()


@pytest.fixture
def fake(_fake: Wire) -> Wire:
    """A WeChat Pay that has received nothing yet."""
    _fake.reset()
    return _fake


@pytest.fixture
def served(fake: Wire, _over_socket: Both) -> Both:
    """Clients that reach `fake` over a socket."""
    return _over_socket


@pytest.fixture
def both(fake: Wire, _in_process: Both) -> Both:
    """Clients that reach `fake` without a socket."""
    return _in_process


@pytest.fixture
def pay(both: Both) -> WechatPay:
    """A synchronous client that reaches `fake` without a socket."""
    client = both.client("sync")
    assert isinstance(client, WechatPay)
    return client
