"""The pages of the reference: every sample runs as it stands, and every link leads somewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from wechatpay_marketing import WechatPay
from wechatpay_marketing.testing import FakeWechatPay

from generator.output.format import format_all

REFERENCE = Path(__file__).parents[2] / "generated" / "reference"
PAGES = {
    path.relative_to(REFERENCE).as_posix(): path.read_text("utf-8")
    for path in sorted(REFERENCE.rglob("*.md"))
}
SAMPLE = re.compile(r'^<a id="([\w.]+)"></a>\n.*?^```python\n(.*?)^```$', re.MULTILINE | re.DOTALL)
SAMPLES = {
    operation: sample
    for name, page in PAGES.items()
    if name != "webhooks.md"
    for operation, sample in SAMPLE.findall(page)
}


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def targets(page: str) -> set[str]:
    """What a link into a page can name: explicit anchors, and headings as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)"></a>', page))


def links(page: str) -> Iterator[str]:
    """The links of a page that stay within the reference, as a Markdown parser finds them."""
    for token in MarkdownIt("commonmark").enable("table").parse(page):
        for child in token.children or []:
            address = str(child.attrGet("href") or "")
            if address and "://" not in address:
                yield address


@pytest.fixture(scope="module")
def fake() -> FakeWechatPay:
    return FakeWechatPay()


def test_every_operation_has_one_sample() -> None:
    listed = re.findall(r"\| `pay\.([\w.]+)` \|", PAGES["README.md"])
    assert sorted(SAMPLES) == sorted(listed)
    pages = [page for name, page in PAGES.items() if not name.startswith("guides/")]
    blocks = [block for page in pages for block in page.split("```python\n")[1:]]
    assert len(blocks) == len(SAMPLES)


@pytest.mark.parametrize("operation", SAMPLES)
def test_a_sample_runs_as_it_stands_and_makes_its_call_once(
    operation: str,
    fake: FakeWechatPay,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fake.reset()
    monkeypatch.setattr(WechatPay, "from_env", fake.client)
    monkeypatch.chdir(tmp_path)
    Path("image.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    exec(compile(SAMPLES[operation], f"the sample of {operation}", "exec"), {})
    assert [(request.operation, request.status // 100) for request in fake.requests] == [
        (operation, 2)
    ]
    printed = capsys.readouterr().out.strip()
    assert (printed not in ("", "None")) == ("answer" in SAMPLES[operation])


def test_samples_are_laid_out_as_our_code_is_within_its_columns() -> None:
    samples = {f"{operation}.py": sample for operation, sample in SAMPLES.items()}
    assert format_all(samples) == samples
    for sample in SAMPLES.values():
        assert [line for line in sample.splitlines() if width(line) > 100] == []


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_a_page_and_a_place_on_it(name: str) -> None:
    for link in links(PAGES[name]):
        page, _, anchor = link.partition("#")
        target = (REFERENCE / name).parent.joinpath(page).resolve() if page else REFERENCE / name
        assert target.is_file(), link
        if anchor:
            assert anchor in targets(target.read_text("utf-8")), link


def test_no_two_pages_have_one_title() -> None:
    titles = [re.search(r"^# (.*)$", page, re.MULTILINE) for page in PAGES.values()]
    found = [title[1] for title in titles if title]
    assert len(found) == len(set(found)) == len(PAGES)


def test_no_blank_stands_between_chinese_characters() -> None:
    blank = re.compile(r"[\u4e00-\u9fff，。；：、）][ \n][\u4e00-\u9fff，。；：、（]")
    for name, page in PAGES.items():
        for token in MarkdownIt("commonmark").enable("table").parse(page):
            assert not blank.search(token.content if token.type == "inline" else ""), name


def test_only_calls_with_a_request_number_are_told_to_repeat_it() -> None:
    for name, page in PAGES.items():
        for section in page.split('<a id="')[1:]:
            if "- 幂等：" not in section:
                assert "相同的请求单号" not in section.partition("### 应答")[2], (
                    name,
                    section[:60],
                )
