"""Running the generator where something gets in its way: files, signals, other runs; and what a run
says of itself."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import mutations
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from properties import examples
from workshop import PACKAGE, Workshop

from generator.output.write import OutputError
from generator.problems import Problem, Source
from generator.terminal import Terminal

ORDERS = f"{PACKAGE}/shop/orders.py"
ORDER_YAML = "schemas/shop/order.yaml"


def run_with(workshop: Workshop, patch: str) -> subprocess.CompletedProcess[str]:
    """The command line, with a line of Python that gets in its way."""
    script = (
        f"import os, sys\nfrom generator import __main__ as main\n{patch}\nsys.exit(main.main())"
    )
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=workshop.root,
        env={
            **os.environ,
            "PYTHONPATH": str(workshop.project_folder()),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


# -- files that are in the way ---------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_files_that_cannot_be_written_leave_everything_as_it_was(
    workshop: Workshop, number: int
) -> None:
    """A full disk, a file of somebody else, a file system that is only read."""
    workshop.generate()
    before = workshop.files()
    workshop.edit(ORDER_YAML, "订单编号", "订单的编号")
    run = run_with(
        workshop,
        "from pathlib import Path\nwhole = Path.write_bytes\n"
        "def write(path, data):\n"
        "    if path.name.startswith('.models.py'):\n"
        "        whole(path, data[:9])\n"
        # as the system says it: with the name of a file that cannot be opened, without one later
        f"        raise OSError({number}, os.strerror({number}))\n"
        "    return whole(path, data)\n"
        "Path.write_bytes = write",
    )
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.endswith(f"shop/models.py: {os.strerror(number)}\n")
    assert workshop.files() == before


def test_a_folder_in_the_place_of_a_file_is_named(workshop: Workshop) -> None:
    (workshop.output / ORDERS).mkdir(parents=True)
    with pytest.raises(OutputError, match=r"orders\.py is a folder, and a file belongs there"):
        workshop.generate()
    assert workshop.files() == {}


def test_a_file_in_the_place_of_a_folder_is_named(workshop: Workshop) -> None:
    (workshop.output / PACKAGE).mkdir(parents=True)
    (workshop.output / PACKAGE / "shop").write_text("mine")
    run = workshop.run()
    assert run.returncode == 2
    assert "shop is a file, and a folder belongs there; take it away\nnothing written" in run.stderr
    assert list(workshop.files()) == [f"{PACKAGE}/shop"]


@pytest.mark.parametrize("name", [".git/HEAD", ".git", "reference/.hg/store", ".svn/wc.db"])
def test_version_control_is_left_alone(workshop: Workshop, name: str) -> None:
    kept = workshop.output / name
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("precious")
    workshop.generate()
    workshop.edit(ORDER_YAML, "订单编号", "订单的编号")
    workshop.generate()
    assert kept.read_text() == "precious"
    assert workshop.project.check() == []


def test_what_is_removed_is_named(workshop: Workshop) -> None:
    workshop.generate()
    (workshop.output / "by_hand").mkdir()
    (workshop.output / "by_hand" / "notes.txt").write_text("keep me?")
    run = workshop.run()
    assert run.returncode == 0
    assert run.stderr == "removes generated/by_hand/notes.txt\n"
    assert "1 removed" in run.stdout


# -- runs that end early, and others at the same time ----------------------------------------------


@pytest.mark.parametrize("signal", ["SIGTERM", "SIGINT"])
def test_a_run_that_is_stopped_says_nothing_and_changes_nothing(
    workshop: Workshop, signal: str
) -> None:
    run = run_with(
        workshop,
        "import signal\nfrom generator import pipeline\n"
        f"pipeline.changes = lambda *given: os.kill(os.getpid(), signal.{signal})",
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")
    assert not workshop.output.exists()


def test_a_run_that_is_stopped_while_it_writes_leaves_no_half_files(workshop: Workshop) -> None:
    workshop.generate()
    before = workshop.files()
    workshop.edit(ORDER_YAML, "订单编号", "订单的编号")
    run = run_with(
        workshop,
        "import signal\nfrom pathlib import Path\n"
        "Path.replace = lambda *given: os.kill(os.getpid(), signal.SIGTERM)",
    )
    assert run.returncode == 130
    assert workshop.files() == before


def test_two_runs_at_once_are_one_after_the_other(workshop: Workshop) -> None:
    workshop.project_folder()
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "generator"],
            cwd=workshop.root,
            env={**os.environ, "PYTHONPATH": str(workshop.root), "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = sorted(run.communicate(timeout=120) for run in runs)
    assert [run.returncode for run in runs] == [0, 0]
    assert [error for _, error in said] == ["", ""]
    assert " added" in said[0][0]
    assert "nothing changed" in said[1][0]
    assert workshop.project.check() == []


# -- what a run says -------------------------------------------------------------------------------


def test_a_run_says_what_it_did(workshop: Workshop) -> None:
    assert workshop.run().stdout.split(" (")[0].endswith(" added")
    workshop.edit(ORDER_YAML, "订单编号", "订单的编号")
    assert "changed" in workshop.run().stdout
    assert workshop.run().stdout.startswith("nothing changed (")


class Screen(io.StringIO):
    """A terminal that remembers."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Screen()


PROBLEM = Problem(Source("spec/x.yaml", 2, 8), "`b` is wrong")


def test_a_terminal_shows_the_line_and_marks_the_column(tmp_path: Path, screen: Screen) -> None:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "x.yaml").write_text("a: 1\n'中文': b\n", "utf-8")
    Terminal(tmp_path, screen).problems((PROBLEM,))
    plain = screen.getvalue().replace("\r\033[K", "")
    for code in ("0", "1", "2", "31"):
        plain = plain.replace(f"\033[{code}m", "")
    assert plain.splitlines() == [
        "spec/x.yaml:2:8: `b` is wrong",
        "     2 │ '中文': b",
        "                  ^",
        "1 problem; nothing written",
    ]
    assert "\033[31m" in screen.getvalue()


def test_without_colour_there_is_none(
    tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    Terminal(tmp_path, screen).problems((PROBLEM,))
    assert "m" not in screen.getvalue().replace("problem", "").replace("spec/x.yaml", "")


def test_a_pipe_gets_plain_lines(tmp_path: Path) -> None:
    pipe = io.StringIO()
    terminal = Terminal(tmp_path, pipe)
    terminal.stage("rendering")
    terminal.problems((PROBLEM, PROBLEM))
    assert pipe.getvalue() == f"{PROBLEM}\n{PROBLEM}\n2 problems; nothing written\n"


def test_a_stage_is_named_to_whom_has_waited(
    tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = iter([10.0, 10.5, 11.5])
    monkeypatch.setattr("generator.terminal.time.perf_counter", lambda: next(now))
    terminal = Terminal(tmp_path, screen)
    terminal.stage("reading")
    assert screen.getvalue() == ""
    terminal.stage("rendering")
    assert screen.getvalue() == "\r\033[Krendering …"


# -- mistakes at random ----------------------------------------------------------------------------


@examples(15)
@given(st.integers(0, 2**32))
@example(1)
def test_a_slip_in_the_real_specification_has_a_place_or_does_no_harm(seed: int) -> None:
    assert mutations.attempt(seed) in ("refused", "accepted")
