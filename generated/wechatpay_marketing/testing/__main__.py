# Copied from templates/runtime/testing/__main__.py by `make generate`; do not edit.
"""`python -m wechatpay_marketing.testing [port]` serves a fake for other processes."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from . import FakeWechatPay, accounts


def main(arguments: Sequence[str]) -> None:
    """Serve a fake until it is stopped; the only argument is the port, 8080 by default.

    Prints what the application under test needs: `WechatPay.from_env(hosts=[address])` reads the
    variables.
    """
    fake = FakeWechatPay(clock=time.time)
    port = int(arguments[0]) if arguments else 8080
    with TemporaryDirectory() as folder, fake.serve(port) as url, suppress(KeyboardInterrupt):
        print(f"# FakeWechatPay serves {url} until Ctrl-C; in your shell:")
        for name, value in accounts.environment(Path(folder)).items():
            print(f"export {name}={value}")
        print(f"# and in Python: WechatPay.from_env(hosts=[{url!r}])", flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1:])
