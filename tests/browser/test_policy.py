"""The Content-Security-Policy in Chromium: no page asks for more than it allows, and no other script runs."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.listening import LISTEN
from playwright.sync_api import Browser, Page, Route, expect

PATIENCE = 60
"""Seconds after which a busy machine is a broken one."""
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
ATTACKS = {
    "inline": "<script>window.hit = 1</script>",
    "module": "<script type=module>window.hit = 1</script>",
    "handler": "<img src=x onerror='window.hit = 1'>",
    "address": "<a id=go href='javascript:window.hit = 1'>x</a><script src='data:text/javascript,go.click()'></script>",
    "data": "<script src='data:text/javascript,window.hit = 1'></script>",
    "frame": "<iframe srcdoc='<script>parent.hit = 1</script>'></iframe>",
    "object": "<object data='https://evil.example/x.html'></object>",
    "another host": "<script src='https://evil.example/x.js'></script>",
    "picture": "<img src='https://evil.example/x.png'>",
    "style": "<style>body { background: url(https://evil.example/x.png) }</style>",
    "base": "<base href='https://evil.example/'><script src=x.js></script>",
    "mermaid": "<pre class=mermaid><code>graph TD</code></pre>",
}


def test_a_search_asks_for_no_more_than_is_allowed(visit: Callable[..., Page]) -> None:
    """test_every_page.py holds this for each kind of page."""
    page = visit("brands/?q=shebao", before=LISTEN)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("held") == []


def test_a_page_that_is_missing_finds_the_root(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto(f"{address}brands/none/")
        expect(page.get_by_role("main").get_by_role("link", name="全部品牌")).to_have_attribute(
            "href", "/showcase/brands/"
        )
        expect(page.locator(".choices")).to_have_css("display", "grid")
        expect(page.locator(".bigfind--opens")).to_be_visible()
        assert page.evaluate("held") == []


@pytest.mark.usefixtures("address")
def test_an_old_address_leads_on(visit: Callable[..., Page], sites: Path) -> None:
    pages = sorted((sites / "showcase/brands").glob("*/index.html"))
    old = next(path.parent.name for path in pages if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"))
    page = visit(f"brands/{old}/", before=LISTEN)
    page.wait_for_url(lambda url: not url.endswith(f"/{old}/"))
    assert page.locator("h1").count() == 1


def test_the_scheme_that_was_chosen_stays(visit: Callable[..., Page]) -> None:
    """Material's inline scripts run: they remember the colours, and put them on before the page is seen."""
    page = visit("brands/linlibang/", before=LISTEN, fresh=True)
    for _ in range(2):
        page.locator("label[for^=__palette]:visible").click()
    scheme = page.evaluate("document.body.dataset.mdColorScheme")
    page.goto(page.url.replace("brands/linlibang/", "areas/"))
    assert page.evaluate("[document.body.dataset.mdColorScheme, held]") == [scheme, []]
    assert page.evaluate("__md_scope.pathname") == "/showcase/"


@pytest.mark.usefixtures("address")
def test_it_holds_from_a_disk(browser: Browser, sites: Path) -> None:
    with browser.new_context(locale="zh-CN") as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        for path in ("index.html", "brands/index.html", "brands/linlibang/index.html", "about/index.html"):
            page.goto((sites / "showcase" / path).as_uri())
            found = page.evaluate("[held, typeof __md_scope, document.styleSheets.length]")
            assert found == [[], "object", 3], path
            assert page.evaluate("[...document.styleSheets].filter((s) => s.href && !s.ownerNode.sheet)") == [], path


class Victim:
    """A page that takes an attack into its content, with its policy or without."""

    def __init__(self, browser: Browser, host: str, *, guarded: bool) -> None:
        self.guarded = guarded
        self.attack = ""
        self.asked: set[str] = set()
        """The hosts that were asked for something."""
        self.address = f"{host}/showcase/about/"
        self.context = browser.new_context()
        self.context.add_init_script(LISTEN)
        self.context.route(lambda url: not url.startswith((host, "data:", "about:")), self.answer)
        self.context.route(self.address, self.change)
        self.page = self.context.new_page()

    def change(self, route: Route) -> None:
        reply = route.fetch()
        html = reply.text().replace("<h1", f"{self.attack}<h1", 1)
        route.fulfill(response=reply, body=html if self.guarded else META.sub("", html))

    def answer(self, route: Route) -> None:
        self.asked.add(route.request.url.split("/")[2])
        route.fulfill(body="window.hit = 1", content_type="text/javascript")

    def suffer(self, attack: str) -> None:
        self.attack = attack
        self.asked.clear()
        self.page.goto(self.address)

    def has_fallen(self) -> bool:
        return bool(self.page.evaluate("window.hit ?? null") or self.asked)

    def has_held(self) -> bool:
        return any(frame.evaluate("window.held?.length ?? 0") for frame in self.page.frames)

    def wait(self, holds: Callable[[], bool]) -> None:
        """What a page does of itself may come after it was loaded."""
        until = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < until
            self.page.wait_for_timeout(20)


@pytest.fixture(scope="module", params=[True, False], ids=["guarded", "bare"])
def victim(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Victim]:
    victim = Victim(browser, host, guarded=request.param)
    yield victim
    victim.context.close()


@pytest.mark.usefixtures("address")
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_is_injected_does_not_run(victim: Victim, attack: str) -> None:
    victim.suffer(attack)
    # Each would do harm to a page without the policy.
    victim.wait(victim.has_held if victim.guarded else victim.has_fallen)
    assert victim.has_fallen() != victim.guarded
