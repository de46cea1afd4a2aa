"""`python -m wechatpay_marketing.testing` serves a fake for other processes."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from . import FakeWechatPay, accounts, server
from .deliveries import PATH, with_callbacks


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve a fake until it is stopped, by Ctrl-C or SIGTERM; returns the exit code.

    Prints what the application under test needs: `WechatPay.from_env(hosts=[address])` reads the
    variables.
    """
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: the keys are removed
    fake = FakeWechatPay(clock=time.time, limited=options.limited, validate=not options.lenient)
    with TemporaryDirectory() as folder, suppress(KeyboardInterrupt):
        try:
            serving = server.serve(with_callbacks(fake), options.host, options.port)
            with serving as url:
                _tell(url, Path(folder))
                threading.Event().wait()
        except OSError as error:
            place = f"port {options.port} of {options.host}"
            print(
                f"{place} cannot be served: {error.strerror}. Choose another with --port.",
                file=sys.stderr,
            )
            return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m wechatpay_marketing.testing",
        description="Serves a fake WeChat Pay with throw-away keys, and prints the environment "
        "variables with which WechatPay.from_env() talks to it. Nothing leaves this machine.",
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to serve at (%(default)s); whoever reaches it can have callbacks sent",
    )
    parser.add_argument(
        "--port", type=int, default=8080, help="the port (%(default)s); 0 for any free one"
    )
    parser.add_argument(
        "--limited", action="store_true", help="answer 429 beyond the documented rate limits"
    )
    parser.add_argument(
        "--lenient",
        action="store_true",
        help="accept what the specification lacks, such as new enum values",
    )
    return parser


def _tell(url: str, folder: Path) -> None:
    variables = {name: shlex.quote(text) for name, text in accounts.environment(folder).items()}
    print(f"# FakeWechatPay serves {url} until Ctrl-C; in your shell:")
    for name, value in variables.items():
        print(f"export {name}={value}")
    print(f"# and in Python: WechatPay.from_env(hosts=[{url!r}])")
    print("# and for a callback to your application; with &fault=bad_signature a forged one:")
    here = "http://127.0.0.1:5000/wechatpay/notify"
    print(f"curl -X POST '{url}{PATH}COUPON.SEND?to={here}'")
    together = " ".join(f"{name}={value}" for name, value in variables.items())
    print("# or have the configuration checked, in one line:")
    python = shlex.quote(sys.executable)
    print(f"{together} {python} -m wechatpay_marketing doctor --host {url}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
