"""What the generator takes: with nothing there, with one operation edited, with nothing changed,
and for a specification ten and thirty times as large; beside other generators, where they are
installed.

Whole processes, since that is what a maintainer waits for.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import string
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from generator.python import columns

ROOT = Path(__file__).parents[2]
PRODUCTS = ("busifavor", "product_coupon")
"""Those that are copied to make a larger specification; below /brand stands one product only."""
SUFFIXES = string.ascii_uppercase + string.digits
EDITED = "spec/paths/v3/marketing/busifavor/coupons/associate.yaml"
PEERS = {
    "openapi-python-client": [
        *("openapi-python-client", "generate", "--meta", "none"),
        *("--path", "{bundle}", "--output-path", "{output}/opc"),
    ],
    "datamodel-code-generator": [
        *("datamodel-codegen", "--input-file-type", "openapi"),
        *("--input", "{bundle}", "--output", "{output}/models.py"),
    ],
    "OpenAPI Generator": [
        *("openapi-generator-cli", "generate", "--generator-name", "python"),
        *("--input-spec", "{bundle}", "--output", "{output}/og"),
    ],
}


def timed(arguments: list[str], folder: Path) -> float:
    """Seconds of a process that has to succeed."""
    started = time.perf_counter()
    subprocess.run(arguments, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


def generated(folder: Path) -> float:
    return timed([sys.executable, "-m", "generator"], folder)


def cold(folder: Path) -> float:
    for name in ("generated", ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return generated(folder)


def edited(folder: Path) -> float:
    page = folder / EDITED
    text = page.read_text("utf-8")
    page.write_text(text.replace("summary: ", "summary: 又", 1), "utf-8")
    return generated(folder)


def copied(folder: Path, times: int = 1) -> Path:
    """The project in a folder, its products as often as said."""
    for name in ("spec", "templates", "generator"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    index = folder / "spec" / "openapi.yaml"
    lines = index.read_text("utf-8").splitlines()
    shapes = "|".join(sorted(_shapes(), key=len, reverse=True))
    for number in range(2, times + 1):
        for target, text in _another(number, shapes):
            target = folder / target
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    products = "|".join(PRODUCTS)
    grown = []
    for line in lines:
        grown.append(line)
        if re.match(rf"  (/v3/marketing/|- {{name: ({products})\b)", line):
            grown += [_renamed(line, number, shapes) for number in range(2, times + 1)]
    index.write_text("\n".join(grown) + "\n", "utf-8")
    return folder


def _shapes() -> Iterator[str]:
    for product in PRODUCTS:
        for path in (ROOT / "spec" / "schemas" / product).glob("*.yaml"):
            yield from re.findall(r"^(\w+):", path.read_text("utf-8"), re.MULTILINE)


def _another(number: int, shapes: str) -> Iterator[tuple[Path, str]]:
    """Every file of the products under another name, with what it says."""
    spec = ROOT / "spec"
    folders = [*spec.glob("paths/v3/marketing"), *(spec / "schemas" / name for name in PRODUCTS)]
    for path in (path for folder in folders for path in folder.rglob("*.yaml")):
        if path.stem.endswith("event"):
            continue  # of callbacks, which are not copied
        name = _renamed(path.relative_to(ROOT).as_posix(), number, shapes)
        yield Path(name), _renamed(path.read_text("utf-8"), number, shapes)


def _renamed(text: str, number: int, shapes: str) -> str:
    """The text as the product of that number has it: its URLs, calls, folders and shapes, all as
    long as they were, but for one character."""
    text = text.replace("/marketing/", f"/market{number:03}/")
    for before, after in (
        ("schemas/", "/"),
        (r"\.\./", "/"),
        ("operationId: ", r"\."),
        (r"tags: \[", r"\."),
        ("{name: ", "[.,]"),
    ):
        for product in PRODUCTS:
            text = re.sub(rf"(?<={before}){product}(?={after})", f"{product[:-2]}{number:02}", text)
    text = re.sub(rf"\b({shapes})\b", rf"\g<1>{SUFFIXES[number]}", text)
    return "\n".join(map(_short, text.split("\n")))


def _short(line: str) -> str:
    """The line in the columns that the form allows."""
    return line if columns(line) <= 140 else re.sub(r"(?<=description: )[^,}]+", "同上", line)


def peers(folder: Path) -> dict[str, Callable[[], float]]:
    """Those that are installed, on the bundle as YAML."""
    bundle = folder / "openapi.yaml"
    document = json.loads((folder / "generated" / "openapi.json").read_text("utf-8"))
    bundle.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), "utf-8")

    def run(arguments: list[str]) -> float:
        output = folder / "peer"
        shutil.rmtree(output, ignore_errors=True)
        output.mkdir()
        return timed([part.format(bundle=bundle, output=output) for part in arguments], folder)

    return {
        name: lambda arguments=arguments: run(arguments)
        for name, arguments in PEERS.items()
        if shutil.which(arguments[0])
    }


def main() -> None:
    with TemporaryDirectory() as temporary:
        folder = copied(Path(temporary))
        cold(folder)
        runs: dict[str, Callable[[], float]] = {
            "cold": lambda: cold(folder),
            "one operation edited": lambda: edited(folder),
            "nothing changed": lambda: generated(folder),
            **peers(folder),
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(5):  # in turns, so that what else the machine does meets all of them
            for name, run in runs.items():
                times[name].append(run())
    for name, seconds in times.items():
        print(f"generator: {name:26} {statistics.median(seconds):6.2f} s")
    for size in (10, 30):
        with TemporaryDirectory() as temporary:
            seconds = cold(copied(Path(temporary), size))
            print(f"generator: cold, {size} times the products {seconds:6.2f} s")


if __name__ == "__main__":
    main()
