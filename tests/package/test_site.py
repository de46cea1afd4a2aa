"""The site that `make docs` builds, as a reader uses it: in Chromium, where that is installed."""

from __future__ import annotations

import functools
import json
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="`make docs` installs selenium")
WebDriverWait = pytest.importorskip("selenium.webdriver.support.wait").WebDriverWait
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
ROOT = Path(__file__).parents[2]
if not (CHROMIUM and DRIVER and (ROOT / ".venv" / ".docs").exists()):
    reason = "needs chromium, chromedriver and what `make docs` installs"
    pytest.skip(reason, allow_module_level=True)

SEARCHED = "核销"
WIDTHS = {"desktop": 1280, "narrow": 908, "phone": 390}
HIDDEN = """
    const right = document.documentElement.clientWidth;
    return [...document.querySelectorAll(".md-typeset td")]
        .filter(cell => cell.getBoundingClientRect().right > right + 1)
        .map(cell => cell.textContent);
"""
CLIPBOARD = """
    const done = arguments[0];
    navigator.clipboard.readText().then(done, error => done(String(error)));
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *arguments: object) -> None: ...


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    subprocess.run(["make", "docs"], cwd=ROOT, check=True, capture_output=True)
    handler = functools.partial(Quiet, directory=ROOT / "build" / "site")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    for argument in (
        *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    ):
        options.add_argument(argument)
    service = webdriver.ChromeService(executable_path=DRIVER)
    driver = webdriver.Chrome(options=options, service=service)
    driver.implicitly_wait(20)
    permissions = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    driver.execute_cdp_cmd("Browser.grantPermissions", permissions)
    yield driver
    driver.quit()


def hosts_asked(browser: Any) -> set[str]:
    """Every host that a page was fetched from, or tried to be."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [
        urlsplit(message["params"]["request"]["url"])
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]
    return {url.hostname or "" for url in asked if url.scheme in ("http", "https")}


def test_assistants_find_the_pages_that_they_are_led_to(site: str) -> None:
    """Beside the pages for readers lies their Markdown, and nothing that is for reviewers."""
    folder = ROOT / "build" / "site"
    linked = re.findall(r"\]\(([^)#]+)", (folder / "llms.txt").read_text("utf-8"))
    assert linked
    assert [link for link in linked if not (folder / link).is_file()] == []
    assert not (folder / "surface.txt").exists()


def resize(browser: Any, width: int) -> None:
    """The page as wide as this, whatever the smallest window of the browser."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def test_a_reader_searches_opens_copies_and_follows(site: str, browser: Any) -> None:
    """One test, since all of it is one site and one browser."""
    for width in WIDTHS.values():
        resize(browser, width)
        browser.get(f"{site}/index.html")
        found(browser, SEARCHED)
        copied(browser, f"{site}/busifavor/coupons.html")
        followed(browser, f"{site}/index.html")
        for page in ("index", "product_coupon/coupons", "guides/errors", "guides/migration"):
            browser.get(f"{site}/{page}.html")
            assert browser.execute_script(HIDDEN) == []
    drawn(browser, f"{site}/guides/lifecycle.html")
    assert hosts_asked(browser) == {"127.0.0.1"}


def found(browser: Any, text: str) -> None:
    """Searching for a text leads to a page that has it."""
    browser.execute_script("document.querySelector('[for=__search]').click()")
    until(browser, lambda: searching(browser))
    searching(browser)[0].find_element("css selector", "input").send_keys(text)
    until(browser, lambda: text in searching(browser)[0].find_element("css selector", "ol").text)
    searching(browser)[0].find_element("css selector", "ol a").click()
    until(browser, lambda: "index.html" not in browser.current_url)
    assert text in browser.find_element("css selector", "article").text


def searching(browser: Any) -> list[Any]:
    """The dialog that is open, in a document of its own below an element without a name."""
    return browser.execute_script(
        "return [...document.querySelectorAll('div')].filter(part => part.shadowRoot)"
        ".map(part => part.shadowRoot.querySelector('dialog[open]')).filter(Boolean)"
    )


def until(browser: Any, condition: Callable[[], object]) -> None:
    WebDriverWait(browser, 20).until(lambda _: condition())


def copied(browser: Any, page: str) -> None:
    """The button beside a sample copies it whole."""
    browser.get(page)
    sample = browser.find_element("css selector", "pre code").get_attribute("textContent")
    button = browser.find_element("css selector", ".md-code__button[data-md-type='copy']")
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    assert browser.execute_async_script(CLIPBOARD) == sample.rstrip("\n")
    compile(sample, page, "exec")


def followed(browser: Any, page: str) -> None:
    """The link of an operation leads to its section."""
    browser.get(page)
    link = browser.find_element("link text", "核销用户券")
    browser.execute_script("arguments[0].click()", link)
    assert browser.find_element("id", "busifavor.coupons.use")
    assert browser.current_url.endswith("busifavor/coupons.html#busifavor.coupons.use")


def drawn(browser: Any, page: str) -> None:
    """Diagrams are drawn, not printed as their source."""
    browser.get(page)
    until(browser, lambda: len(browser.find_elements("css selector", "div.mermaid")) == 2)
    assert not browser.find_elements("css selector", "pre.mermaid")
