"""A project in a temporary folder: a small spec, the templates of this repository, and what the
generator makes of them."""

from __future__ import annotations

import asyncio
import functools
import importlib
import itertools
import json
import operator
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

from cryptography.hazmat.primitives.asymmetric import rsa

from generator import rules
from generator.build import api as build
from generator.build import reference
from generator.output import render
from generator.output.write import Change
from generator.pipeline import Project
from generator.problems import SpecError
from generator.read import bundle

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "generator" / "cases" / "base" / "spec"
"""The smallest spec: one operation, `shop.orders.create`."""
PACKAGE = "wechatpay_marketing"


@functools.cache
def _keys() -> Iterator[rsa.RSAPrivateKey]:
    """Throw-away keys for the fakes of all packages, which would make their own: 0.1 s each."""
    generate = rsa.generate_private_key
    return itertools.cycle([generate(public_exponent=65537, key_size=2048) for _ in range(4)])


class Workshop:
    """A project of its own; its spec is the smallest one until something is put over it."""

    def __init__(self, root: Path, spec: Path | None = BASE) -> None:
        self.root, self.spec, self.output = root, root / "spec", root / "generated"
        if spec is not None:
            shutil.copytree(spec, self.spec)
        (root / "templates").symlink_to(ROOT / "templates")
        self.project = Project(root)

    def put(self, files: Path | Mapping[str, str]) -> Workshop:
        """Add files to the spec, or replace them; a file `.removed` names those to take away."""
        if isinstance(files, Path):
            shutil.copytree(files, self.spec, dirs_exist_ok=True)
            if (removed := self.spec / ".removed").exists():
                for name in removed.read_text("utf-8").split():
                    (self.spec / name).unlink()
                removed.unlink()
            return self
        for name, text in files.items():
            (self.spec / name).parent.mkdir(parents=True, exist_ok=True)
            (self.spec / name).write_text(text, "utf-8")
        return self

    def edit(self, name: str, before: str, after: str) -> Workshop:
        """Change a text in one file of the spec; it must be there."""
        text = (self.spec / name).read_text("utf-8")
        assert before in text
        return self.put({name: text.replace(before, after)})

    def generate(self) -> list[Change]:
        """All stages."""
        return self.project.generate()

    def problems(self) -> list[str]:
        """What is wrong with the spec, as the command line would print it."""
        try:
            self.project.check()
        except SpecError as error:
            return str(error).splitlines()
        return []

    def text(self, name: str) -> str:
        """A generated file."""
        return (self.output / name).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Every generated file."""
        return {
            path.relative_to(self.output).as_posix(): path.read_bytes()
            for path in self.output.rglob("*")
            if path.is_file()
        }

    def project_folder(self) -> Path:
        """The folder of the project, with a generator of its own in it."""
        if not (self.root / "generator").exists():
            shutil.copytree(
                ROOT / "generator",
                self.root / "generator",
                ignore=shutil.ignore_patterns("__pycache__"),
            )
        return self.root

    def run(
        self, *arguments: str, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """The command line, in a process and with a generator of its own."""
        self.project_folder()
        return subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=cwd or self.root,
            env={
                **os.environ,
                "PYTHONPATH": str(self.root),
                "PYTHONDONTWRITEBYTECODE": "1",
                **environment,
            },
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @contextmanager
    def package(self) -> Iterator[ModuleType]:
        """The generated package, imported under its own name; another one that is loaded already
        is set aside meanwhile."""
        aside = {
            name: sys.modules.pop(name)
            for name in list(sys.modules)
            if name.split(".")[0] == PACKAGE
        }
        finders = sys.meta_path[:]
        # that of pytest remembers for good where a package was, and this one will be gone
        sys.meta_path[:] = [
            finder for finder in finders if not type(finder).__module__.startswith("_pytest")
        ]
        sys.path.insert(0, str(self.output))
        importlib.invalidate_caches()
        try:
            with mock.patch.object(rsa, "generate_private_key", side_effect=_keys()):
                yield importlib.import_module(PACKAGE)
        finally:
            sys.path.remove(str(self.output))
            sys.meta_path[:] = finders
            for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
                del sys.modules[name]
            sys.modules.update(aside)

    def exercise(self) -> None:
        """Import every module of the generated package; over a socket, call every operation from
        its example in every spelling, and see that what arrives is the example; parse every
        callback."""
        examples = json.loads(self.text(f"{PACKAGE}/_examples.json"))
        with self.package():
            for path in sorted((self.output / PACKAGE).rglob("*.py")):
                if path.name not in ("__main__.py", "pytest_plugin.py"):
                    importlib.import_module(
                        ".".join(path.relative_to(self.output).with_suffix("").parts)
                    )
            fake = importlib.import_module(f"{PACKAGE}.testing").FakeWechatPay()
            with fake.serve() as url, fake.client(url=url) as pay:
                other = fake.async_client(url=url)
                with asyncio.Runner() as loop:
                    for operation in examples["operations"]:
                        for call in (*_spellings(pay, operation), *_spellings(other, operation)):
                            self.call(fake, call, operation, loop)
                    loop.run(other.aclose())
            events = importlib.import_module(f"{PACKAGE}.webhooks").EVENTS
            for event in examples["events"]:
                parsed = fake.client().webhooks.parse(*fake.callback(event["event_type"]))
                assert type(parsed.resource) is events[event["scheme"], event["event_type"]]
                body = pay.webhooks.ok(event["reply"]).body
                assert (json.loads(body) if body else None) == event["reply"]

    def call(
        self, fake: Any, call: Callable[..., Any], operation: dict[str, Any], loop: asyncio.Runner
    ) -> None:
        """Make one call from its example."""
        given = operation["parameters"] | (operation["body"] or {})
        if operation["multipart"]:
            upload = {"file": b"\x89PNG\r\n\x1a\n", "filename": "image.png"}
            given = operation["parameters"] | upload
        answer = call(**(operation["call"] or given))
        if asyncio.iscoroutine(answer):
            answer = loop.run(answer)
        if operation["accept"] != "application/json":
            assert answer == operation["answer"].encode()
        received = fake.requests[-1]
        assert (received.operation, received.status) == (operation["id"], operation["status"])
        if not operation["multipart"]:
            assert _same(received.body, operation["body"])
            assert received.parameters == {
                name: value if isinstance(value, list | dict) else _url_text(value)
                for name, value in operation["parameters"].items()
            }


def _same(received: Any, shown: Any) -> bool:
    """Whether the body is that of the example, texts that travel encrypted aside."""
    if isinstance(shown, dict) and isinstance(received, dict):
        return received.keys() == shown.keys() and all(_same(received[k], shown[k]) for k in shown)
    if isinstance(shown, list) and isinstance(received, list):
        return len(received) == len(shown) and all(map(_same, received, shown))
    encrypted = isinstance(received, str) and re.fullmatch(r"[A-Za-z0-9+/]{342}==", received)
    return received == shown or encrypted is not None


def _url_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _spellings(pay: Any, operation: dict[str, Any]) -> list[Callable[..., Any]]:
    """One operation in every way in which it can be written."""
    method, path = operation["method"].lower(), operation["path"].strip("/")
    return [
        operator.attrgetter(operation["id"])(pay),
        getattr(pay.chain(path), method),
        getattr(pay[path], method),
    ]


def rendered(spec: Path) -> dict[str, str]:
    """What the templates give for a spec, without the formatting and writing that make up most of
    the time.

    Raises:
        SpecError: the spec has problems.
    """
    api = build.build(rules.check(bundle.read(spec)))
    return render.render(api, ROOT / "templates", reference.pages(api))
