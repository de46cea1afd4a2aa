"""What is published of the sources: all that a README leads to goes with it."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_links_of_the_readmes_hold_in_the_archive_of_the_sources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory"]
    subprocess.run([*build, tmp_path], cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    for readme in ("README.md", "README.zh-CN.md"):
        linked = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / readme).read_text("utf-8"))
        assert linked
        assert set(linked) <= packed
