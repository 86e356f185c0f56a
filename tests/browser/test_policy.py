"""The Content-Security-Policy in Chromium: no page asks for more than it allows, and no other script runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

PAGES = {
    "home": "",
    "brands": "brands/",
    "search": "brands/?q=shebao",
    "brand": "brands/linlibang/",
    "areas": "areas/",
    "area": "areas/government-services/",
    "agencies": "agencies/",
    "agency": "agencies/shili-qingsong/",
    "data": "data/",
    "site map": "sitemap/",
    "news": "news/",
    "post": "news/2026/11/02/opening/",
    "guide": "guide/",
    "fields": "reference/fields/",
    "about": "about/",
}
LISTEN = """
    window.held = [];
    addEventListener("securitypolicyviolation", (e) => held.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
"""
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


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_page_asks_for_more_than_is_allowed(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, before=LISTEN)
    page.wait_for_load_state("networkidle")
    assert page.locator("head > meta[http-equiv='Content-Security-Policy']").count() == 1
    assert page.evaluate("held") == []


def test_a_page_that_is_missing_finds_the_root(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto(f"{address}brands/none/")
        expect(page.locator("header a")).to_have_attribute("href", "/showcase/")
        assert page.evaluate("[held, getComputedStyle(document.querySelector('main')).display]") == [[], "grid"]


@pytest.mark.usefixtures("address")
def test_an_old_address_leads_on(visit: Callable[..., Page], sites: Path) -> None:
    pages = sorted((sites / "showcase/brands").glob("*/index.html"))
    old = next(path.parent.name for path in pages if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"))
    page = visit(f"brands/{old}/", before=LISTEN)
    page.wait_for_url(lambda url: not url.endswith(f"/{old}/"))
    assert page.locator("h1").count() == 1


def test_the_scheme_that_was_chosen_stays(visit: Callable[..., Page]) -> None:
    """Material's inline scripts run: they remember the colours, and put them on before the page is seen."""
    page = visit("brands/linlibang/", before=LISTEN)
    for _ in range(2):
        page.locator("label[for^=__palette]:visible").click()
    scheme = page.evaluate("document.body.dataset.mdColorScheme")
    page.goto(page.url.replace("brands/linlibang/", "areas/"))
    assert page.evaluate("[document.body.dataset.mdColorScheme, held]") == [scheme, []]
    assert page.evaluate("__md_scope.pathname") == "/showcase/"


@pytest.mark.usefixtures("address")
@pytest.mark.parametrize("path", ["index.html", "brands/index.html", "brands/linlibang/index.html", "about/index.html"])
def test_it_holds_from_a_disk(browser: Browser, sites: Path, path: str) -> None:
    with browser.new_context(locale="zh-CN") as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto((sites / "showcase" / path).as_uri())
        assert page.evaluate("[held, typeof __md_scope, document.styleSheets.length]") == [[], "object", 3]
        assert page.evaluate("[...document.styleSheets].filter((s) => s.href && !s.ownerNode.sheet)") == []


def inject(browser: Browser, host: str, attack: str, *, guarded: bool) -> tuple[object, int, set[str]]:
    """What a page does with an attack in its content: what ran, what was held back, which hosts were asked."""
    asked: set[str] = set()

    def change(route: Route) -> None:
        reply = route.fetch()
        html = reply.text().replace("<h1", f"{attack}<h1", 1)
        route.fulfill(response=reply, body=html if guarded else META.sub("", html))

    def refuse(route: Route) -> None:
        asked.add(route.request.url.split("/")[2])
        route.fulfill(body="window.hit = 1", content_type="text/javascript")

    with browser.new_context() as context:
        context.add_init_script(LISTEN)
        context.route(lambda url: not url.startswith((host, "data:", "about:")), refuse)
        context.route(f"{host}/showcase/about/", change)
        page = context.new_page()
        page.goto(f"{host}/showcase/about/")
        page.wait_for_load_state("networkidle")
        hit = page.evaluate("window.hit ?? null")
        held = sum(frame.evaluate("window.held?.length ?? 0") for frame in page.frames)
    return hit, held, asked


@pytest.mark.usefixtures("address")
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_is_injected_does_not_run(browser: Browser, host: str, attack: str) -> None:
    hit, held, asked = inject(browser, host, attack, guarded=True)
    assert (hit, asked) == (None, set())
    assert held > 0
    hit, _, asked = inject(browser, host, attack, guarded=False)
    assert hit == 1 or asked
