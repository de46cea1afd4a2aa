# Copied from templates/runtime/__main__.py by `make generate`; do not edit.
"""`python -m wechatpay_marketing doctor`: check the configuration in the environment against the
real WeChat Pay."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    from ._runtime.doctor import examine, variables
    from ._runtime.service import HOSTS

    parser = argparse.ArgumentParser(prog="python -m wechatpay_marketing")
    commands = parser.add_subparsers(dest="command", required=True)
    doctor = commands.add_parser(
        "doctor",
        help="check keys, serial numbers, clock, network and signatures",
        description="Checks the configuration given by the WECHATPAY_… environment variables. "
        "Changes nothing.",
        epilog="environment variables:\n"
        + "\n".join(f"  {name}\n      {meaning}" for name, meaning in variables()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    doctor.add_argument(
        "--host",
        action="append",
        help="talk to this address instead of WeChat Pay's, as to a fake; may be repeated",
    )
    doctor.add_argument(
        "--notify-url", help="have WeChat Pay send a SECURITY_ECHO.SUCCESS callback to this address"
    )
    options = parser.parse_args(arguments)

    healthy = True
    for finding in examine(notify_url=options.notify_url, hosts=options.host or HOSTS):
        print(finding)
        healthy &= finding.ok is not False
    return 0 if healthy else 1


if __name__ == "__main__":
    sys.exit(main())
