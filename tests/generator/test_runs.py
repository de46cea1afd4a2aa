"""The generator as its users meet it: what a run writes, leaves alone, removes and refuses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from workshop import PACKAGE, ROOT, Workshop

from generator.build import api as build
from generator.build import reference
from generator.output import render
from generator.output.write import OutputError, _inside, changes, write
from generator.pipeline import Project
from generator.read import bundle

ORDERS = f"{PACKAGE}/shop/orders.py"
ORDER_YAML = "schemas/shop/order.yaml"


def stamps(workshop: Workshop) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in workshop.output.rglob("*") if path.is_file()}


# -- the same everywhere ---------------------------------------------------------------------------


def test_generated_is_up_to_date() -> None:
    """`make generate` leaves no difference in this repository."""
    assert [change.diff() for change in Project(ROOT).check()] == []


def test_generated_can_be_deleted(tmp_path: Path) -> None:
    """From `spec/` and `templates/` alone come the same bytes."""
    workshop = Workshop(tmp_path, ROOT / "spec")
    workshop.generate()
    there = {path: path.read_bytes() for path in (ROOT / "generated").rglob("*") if path.is_file()}
    expected = {
        path.relative_to(ROOT / "generated").as_posix(): text
        for path, text in there.items()
        if "__pycache__" not in path.parts
    }
    assert workshop.files() == expected


def test_formatting_changes_next_to_nothing() -> None:
    """The templates read like their output."""
    api = build.build(bundle.load(ROOT / "spec"))
    rendered = render.render(api, ROOT / "templates", reference.pages(api))
    python = [name for name in rendered if name.endswith(".py")]
    changed = [
        name for name in python if rendered[name] != (ROOT / "generated" / name).read_text("utf-8")
    ]
    assert len(changed) <= len(python) // 20, changed


def test_hash_seed_and_working_folder_do_not_matter(
    workshop: Workshop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    texts = []
    for seed, folder in (("1", workshop.root), ("2", elsewhere)):
        shutil.rmtree(workshop.output, ignore_errors=True)
        shutil.rmtree(workshop.root / ".cache", ignore_errors=True)
        run = workshop.run(cwd=folder, PYTHONHASHSEED=seed)
        assert run.returncode == 0, run.stderr
        texts.append(workshop.files())
    assert texts[0] == texts[1]
    assert ORDERS in texts[0]
    assert not list(elsewhere.iterdir())


# -- what a run changes ----------------------------------------------------------------------------


def test_a_second_run_writes_nothing(workshop: Workshop) -> None:
    assert workshop.generate()
    before = stamps(workshop)
    assert workshop.generate() == []
    assert stamps(workshop) == before


def test_without_a_stamp_nothing_is_written_either(workshop: Workshop) -> None:
    """What is there already is compared, not written again."""
    workshop.generate()
    before = stamps(workshop)
    shutil.rmtree(workshop.root / ".cache")
    assert workshop.generate() == []
    assert stamps(workshop) == before


def stages(workshop: Workshop) -> list[str]:
    """What a run does; nothing where it finds everything up to date."""
    heard: list[str] = []
    Project(workshop.root, heard.append).generate()
    return heard


def test_other_tools_begin_anew(
    workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of a tool or of the generator made proves nothing."""
    installed = tmp_path / "site-packages" / "black-26.1.dist-info"
    installed.mkdir(parents=True)
    monkeypatch.syspath_prepend(str(installed.parent))
    assert stages(workshop)
    assert stages(workshop) == []
    installed.rename(installed.with_name("black-99.1.dist-info"))
    assert stages(workshop)
    assert stages(workshop) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"0" * 128, None])
def test_a_stamp_that_says_something_else_is_none(
    workshop: Workshop, content: bytes | None
) -> None:
    workshop.generate()
    stamp = workshop.root / ".cache" / "stamp"
    stamp.unlink()
    stamp.write_bytes(content) if content is not None else stamp.mkdir()
    (workshop.output / ORDERS).write_text("# edited by hand\n")
    assert [change.path.name for change in workshop.generate()] == ["orders.py"]
    assert workshop.project.check() == []


def test_whatever_lies_in_the_cache_folder_becomes_no_output(workshop: Workshop) -> None:
    """There is one stamp in it, and no text that could be printed."""
    workshop.generate()
    assert [path.name for path in (workshop.root / ".cache").rglob("*")] == ["stamp"]


def test_what_an_interrupted_run_left_behind_is_removed(workshop: Workshop) -> None:
    workshop.generate()
    left = [workshop.output / PACKAGE / f".client.py{end}" for end in (".new", ".123.new")]
    for path in left:
        path.write_text("class Client", "utf-8")
    workshop.edit(ORDER_YAML, "订单", "订购单")
    workshop.generate()
    assert [path for path in left if path.exists()] == []
    assert workshop.project.check() == []


def test_only_what_changed_is_written(workshop: Workshop) -> None:
    workshop.generate()
    before = stamps(workshop)
    workshop.edit(ORDER_YAML, "订单编号", "订单的编号")
    changed = {
        change.path.relative_to(workshop.output).as_posix() for change in workshop.generate()
    }
    assert changed == {"openapi.json", f"{PACKAGE}/shop/models.py", "reference/shop/orders.md"}
    after = stamps(workshop)
    assert {
        path.relative_to(workshop.output).as_posix()
        for path in after
        if after[path] != before[path]
    } == changed


def test_a_damaged_file_is_mended(workshop: Workshop) -> None:
    workshop.generate()
    text = workshop.text(ORDERS)
    (workshop.output / ORDERS).write_text("# edited by hand\n")
    workshop.generate()
    assert workshop.text(ORDERS) == text


def test_what_vanished_from_the_spec_is_removed(workshop: Workshop) -> None:
    """Files and empty folders; what no template made goes, too."""
    workshop.generate()
    (workshop.output / "by_hand").mkdir()
    (workshop.output / "by_hand" / "notes.txt").write_text("keep me?")
    workshop.edit("openapi.yaml", "name: shop.orders", "name: shop.buys")
    workshop.edit("paths/v3/shop/orders.yaml", "shop.orders", "shop.buys")
    workshop.generate()
    files = workshop.files()
    assert ORDERS not in files
    assert f"{PACKAGE}/shop/buys.py" in files
    assert not (workshop.output / "by_hand").exists()


def test_what_python_leaves_behind_is_nobodys_business(workshop: Workshop) -> None:
    workshop.generate()
    (workshop.output / PACKAGE / "__pycache__").mkdir()
    (workshop.output / PACKAGE / "__pycache__" / "client.cpython-311.pyc").write_bytes(b"\0")
    assert workshop.project.check() == []
    assert workshop.generate() == []
    assert list(workshop.output.rglob("*.pyc"))


def test_hidden_folders_among_the_templates_are_not_output(workshop: Workshop) -> None:
    (workshop.root / "templates").unlink()
    shutil.copytree(ROOT / "templates", workshop.root / "templates")
    for name in (
        ".mypy_cache/x.json",
        "__pycache__/x.pyc",
        "package/.ruff_cache/x",
        "runtime/.hidden.py",
    ):
        (workshop.root / "templates" / name).parent.mkdir(exist_ok=True)
        (workshop.root / "templates" / name).write_text("x")
    workshop.generate()
    assert not [name for name in workshop.files() if "cache" in name or "hidden" in name]


# -- --check ---------------------------------------------------------------------------------------


def test_check_is_content_with_what_generate_made(workshop: Workshop) -> None:
    workshop.generate()
    run = workshop.run("--check")
    assert (run.returncode, run.stderr) == (0, "")


def test_check_shows_the_difference_and_writes_nothing(workshop: Workshop) -> None:
    workshop.generate()
    before = stamps(workshop)
    workshop.edit(ORDER_YAML, "订单编号", "订单的编号")
    run = workshop.run("--check")
    assert run.returncode == 1
    assert '-    """订单编号"""\n+    """订单的编号"""' in run.stdout
    assert stamps(workshop) == before


def test_check_names_files_that_are_too_many_or_missing(workshop: Workshop) -> None:
    workshop.generate()
    (workshop.output / ORDERS).unlink()
    (workshop.output / "stray.txt").write_text("stray\n")
    run = workshop.run("--check")
    assert run.returncode == 1
    assert ORDERS in run.stdout
    assert "-stray" in run.stdout


# -- a spec that is wrong --------------------------------------------------------------------------


def test_a_problem_leaves_everything_as_it_was(workshop: Workshop) -> None:
    workshop.generate()
    before = stamps(workshop)
    workshop.edit(ORDER_YAML, "maxLength: 20", "maxLength: twenty")
    run = workshop.run()
    assert run.returncode == 1
    assert run.stdout == ""
    assert run.stderr.splitlines() == [
        "spec/schemas/shop/order.yaml:6:49: `maxLength` is to be a whole number from 0 on, of at "
        "most 64 bits, not 'twenty'",
        "1 problem; nothing written",
    ]
    assert stamps(workshop) == before


def test_problems_come_all_at_once_in_order_of_place(workshop: Workshop) -> None:
    workshop.edit(ORDER_YAML, ", description: 商品编号", "").edit(
        ORDER_YAML, "[order_id]", "[order_no]"
    )
    workshop.edit("paths/v3/shop/orders.yaml", "[shop.orders]", "[shop]")
    assert workshop.problems() == [
        "spec/paths/v3/shop/orders.yaml:3: tags must be [shop.orders], as the operationId says",
        "spec/schemas/shop/order.yaml:6: property `goods_id` has no description",
        "spec/schemas/shop/order.yaml:11:14: `order_no` is required but not a property; did you "
        "mean `order_id`?",
    ]
    assert not workshop.output.exists()


def test_a_file_that_is_no_text(workshop: Workshop) -> None:
    (workshop.spec / ORDER_YAML).write_bytes(b"CreateOrderRequest:\n  description: \xff\n")
    assert workshop.problems() == [
        "spec/schemas/shop/order.yaml:2: not UTF-8 text; save the file as UTF-8"
    ]


def test_a_spec_without_an_index(workshop: Workshop) -> None:
    (workshop.spec / "openapi.yaml").unlink()
    assert workshop.problems() == ["spec/openapi.yaml:1: no such file; it is the index of the spec"]


def test_a_link_out_of_the_spec_is_not_followed(workshop: Workshop) -> None:
    outside = workshop.root / "order.yaml"
    (workshop.spec / ORDER_YAML).rename(outside)
    (workshop.spec / ORDER_YAML).symlink_to(outside)
    assert "no such file in the spec folder" in workshop.problems()[0]


# -- the output folder is never left ---------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/x", "a/../x", "..", "a/..", "../generated2/x"]
)
def test_names_that_lead_out_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="leads out"):
        _inside(tmp_path / "generated", name)


@pytest.mark.parametrize("name", ["x", "a/b.py", "...", "a..b", ".hidden"])
def test_names_that_stay_inside(name: str, tmp_path: Path) -> None:
    assert _inside(tmp_path, name) == tmp_path / name


def test_a_linked_folder_does_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="leads out"):
        changes({"link/x.py": "x"}, tmp_path / "out")


def test_a_link_in_the_place_of_a_file_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "out" / "x.py").symlink_to(tmp_path / "victim")
    with pytest.raises(OutputError, match="leads out"):
        write(changes({"x.py": "new"}, tmp_path / "out"), tmp_path / "out")
    assert (tmp_path / "victim").read_text() == "precious"


def test_a_stray_link_is_removed_not_its_target(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "out" / "stray").symlink_to(tmp_path / "victim")
    write(changes({}, tmp_path / "out"), tmp_path / "out")
    assert not (tmp_path / "out" / "stray").is_symlink()
    assert (tmp_path / "victim").read_text() == "precious"
