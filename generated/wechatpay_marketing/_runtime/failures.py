# Copied from templates/runtime/_runtime/failures.py by `make generate`; do not edit.
"""What a failure of the connection means, whichever library it comes from: one of our errors, which
says whether the operation may have happened. Answers and repeating are not here.
"""

from __future__ import annotations

import httpx

from .errors import ConnectionBroken, ConnectionFailed, Timeout, TransportError
from .interruption import interruption
from .visible import visible

TRANSPORT_FAILURES = (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError)
"""What comes out of a transport: httpx's own exceptions, the system's, and `RuntimeError` from
event loops, clients and streams that are closed."""

_UNREACHED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


def transport_error(error: Exception, host: str, *, sent: bool) -> TransportError:
    """Our exception for one of a transport's. Its text is kept: it is about the connection, never
    about the content.

    Args:
        error: One of `TRANSPORT_FAILURES`.
        host: The address that was called.
        sent: Whether sending had begun, as far as we know.

    Raises:
        BaseException: A signal handler raised it, so it is none of the transport's.
    """
    if (foreign := interruption(error)) is not None:
        raise foreign from foreign.__cause__
    # a proxy's refusal is quoted there
    text = visible(f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)
    kind = Timeout if isinstance(error, httpx.TimeoutException) else ConnectionBroken
    if isinstance(error, _UNREACHED):
        problem: TransportError = ConnectionFailed(
            f"no connection to {host}, nothing was sent ({text})"
        )
    elif isinstance(error, httpx.PoolTimeout):
        problem = Timeout(f"no free connection in time, nothing was sent ({text})")
    elif not sent:
        problem = (Timeout if kind is Timeout else ConnectionFailed)(f"nothing was sent ({text})")
    else:
        what = "no answer in time" if kind is Timeout else "the connection broke"
        problem = kind(
            f"{what}; whether it was carried out is unknown ({text})", may_have_happened=True
        )
    # httpx's exceptions hold the request, and their frames its signed headers.
    problem.__cause__ = cause = error.with_traceback(None)
    cause.__cause__ = cause.__context__ = None
    return problem
