"""What a first search fetches, and how soon it answers, in Chromium; left out where there is none."""

from __future__ import annotations

import gzip
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpus import Corpus
from benchmarks.programs.ours import lay_out
from benchmarks.programs.program import SHELF

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUMS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUERIES: Final = ("平安", "医保查询", "老人怎么办护照", "不用再跑第二趟", "数据共享电子证照")
"""A name, a need, a question, and words that stand in stories alone."""
_KEYS: Final = (
    "平",
    "平安",
    "pa",
    "ping",
    "pingan",
    "医保",
    "医保查",
    "医保查询",
    "东州第1",
    "老人怎么办护照",
    "没有",
)
"""What stands in the box one after another, as somebody types."""
_REST: Final = 400
"""Milliseconds between what is typed, so that nothing of one thing is left to do when the next is found."""
_MOMENT: Final = 60_000
_ANSWER: Final = """([keys, rest]) => new Promise(async (done) => {
    const [box, all] = [".search__box", ".search__all"].map((one) => document.querySelector(one));
    const taken = [];
    for (const key of keys) {
        box.value = key;
        const changed = new Promise((resolve) => {
            const watch = new MutationObserver(() => { watch.disconnect(); resolve(); });
            watch.observe(all, { childList: true, subtree: true }); // What is said changes, if nothing is found.
        });
        const start = performance.now();
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await changed;
        all.getBoundingClientRect();
        taken.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, rest));
    }
    done(taken);
})"""
_IS_DONE: Final = """() => {
    const { said } = showcase;
    const told = document.querySelector(".search__said").textContent;
    return told && told !== said.loading;
}"""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one search fetched, in bytes as they are sent, compressed."""

    names: int
    """Of names, agencies, needs and what is shown of them, and the script that finds them."""
    text: int
    """Of the full text, and its script."""

    @property
    def whole(self) -> int:
        """All of it."""
        return self.names + self.text


@dataclass(frozen=True, slots=True)
class SearchFigures:
    """What searches among so many brands took."""

    count: int
    names: int
    """The most that a first search fetched without the full text."""
    whole: int
    """The most that it fetched with the full text."""
    median: float
    """Milliseconds from a keystroke to what is found by name."""
    longest: float

    @property
    def most(self) -> int:
        """Bytes that a first search may fetch."""
        return 150_000 if self.count <= 2_000 else 300_000


LONGEST: Final = 100.0
"""Milliseconds after which something is to be found."""


def measure_search(corpus: Corpus) -> SearchFigures | None:
    """Builds the site of a corpus with its full text and searches it; nothing where there is no Chromium."""
    program = find_chromium()
    if program is None:
        print("search: no Chromium, or no playwright: left out", flush=True)
        return None
    from playwright.sync_api import sync_playwright

    folder = SHELF / "projects" / f"search-{corpus.count}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    lay_out(corpus, folder)
    command = (sys.executable, "build.py", "build", "--json")
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        figures = search_site(folder / "site", corpus.count, browser)
        browser.close()
    shutil.rmtree(folder)
    return figures


def find_chromium() -> str | None:
    """The program, where playwright can drive it."""
    if find_spec("playwright") is None:
        return None
    return next((found for name in CHROMIUMS if (found := shutil.which(name))), None)


def search_site(site: Path, count: int, browser: Browser, rest: int = _REST) -> SearchFigures:
    """Searches a site that was built, each query as a visitor who has been nowhere on it."""
    with _serve(site) as address:
        fetched = [_fetch(site, address, query, browser) for query in QUERIES]
        taken = _type(address, browser, rest)
    names, whole = max(one.names for one in fetched), max(one.whole for one in fetched)
    return SearchFigures(count, names, whole, statistics.median(taken), max(taken))


@contextmanager
def _open(address: str, browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="zh-CN") as context:
        context.set_default_timeout(_MOMENT)
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state()
        yield page


def _fetch(site: Path, address: str, query: str, browser: Browser) -> Fetched:
    with _open(address, browser) as page:
        asked: list[str] = []
        page.context.on("request", lambda request: asked.append(request.url))
        page.keyboard.press("/")
        page.locator(".search__box").fill(query)
        page.wait_for_function(_IS_DONE)
        offer = page.locator(".search__hits > .hit--more")
        if offer.count():
            offer.click()
        page.wait_for_function("() => window.showcaseFullText")
        page.wait_for_load_state("networkidle")
        page.wait_for_function(_IS_DONE)
    paths = {url.removeprefix(address).partition("?")[0] for url in asked} - {"assets/showcase/favicon.svg"}
    sizes = {path: _weigh(site / path) for path in paths}
    text = sum(size for path, size in sizes.items() if path.startswith(("pagefind/", "assets/showcase/fulltext.")))
    return Fetched(sum(sizes.values()) - text, text)


def _type(address: str, browser: Browser, rest: int) -> list[float]:
    with _open(address, browser) as page:
        page.keyboard.press("/")
        page.locator(".search__box").fill(_KEYS[0])
        page.wait_for_function(_IS_DONE)
        taken: list[float] = page.evaluate(_ANSWER, [list(_KEYS), rest])
        return taken


def _weigh(path: Path) -> int:
    """As a server sends it: compressed at its best, unless it is compressed already."""
    content = path.read_bytes()
    return len(content) if content.startswith(b"\x1f\x8b") else len(gzip.compress(content, 9, mtime=0))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the standard library's
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 256


@contextmanager
def _serve(site: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
