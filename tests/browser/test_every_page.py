"""What holds on every page."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from browser.listening import LISTEN
from playwright.sync_api import APIResponse, Page

PAGES = {
    "home": "",
    "brands": "brands/",
    "complete brand": "brands/linlibang/",
    "sparse brand": "brands/shebaowenwen/",
    "long name": "brands/12345-zhengwu/",
    "areas": "areas/",
    "area": "areas/government-services/",
    "agencies": "agencies/",
    "agency": "agencies/shili-qingsong/",
    "news": "news/",
    "post": "news/2026/11/02/opening/",
    "guide": "guide/",
    "fields": "reference/fields/",
    "faults": "reference/faults/",
    "about": "about/",
    "phases": "phases/",
    "years": "years/",
    "tags": "tags/",
    "figures": "figures/",
    "level": "levels/city/",
    "narrowed": "brands/?area=government-services&level=city",
    "data": "data/",
    "site map": "sitemap/",
    "privacy": "privacy/",
}
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)

SKELETON = """() => ({
    language: document.documentElement.lang.slice(0, 2),
    headings: document.querySelectorAll("h1").length,
    mains: document.querySelectorAll("main").length,
    policies: document.querySelectorAll("head > meta[http-equiv='Content-Security-Policy']").length,
    held,
    titled: document.title.trim().length > 1,
    described: document.querySelector("meta[name=description i]")?.content.length > 5,
    unnamed: [...document.querySelectorAll("a[href], button, input:not([type=checkbox])")]
        .filter((e) => e.checkVisibility({visibilityProperty: true}))
        .filter((e) => !(e.innerText || e.ariaLabel || e.labels?.length || e.querySelector("img")?.alt))
        .map((e) => e.outerHTML.slice(0, 120)),
    twice: [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, at, all) => all.indexOf(id) < at),
    skipped: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5)")]
        .map((h, at, all) => [at ? +all[at - 1].tagName[1] : 0, +h.tagName[1], h.innerText])
        .filter(([before, here]) => here > before + 1).map(([, , text]) => text),
    pictures: [...document.querySelectorAll("img")]
        .filter((i) => i.alt === null || !i.getAttribute("width") || !i.getAttribute("height")).map((i) => i.src),
    unmarked: [...document.links].filter((a) => /^http/.test(a.protocol) && a.origin !== origin)
        .filter((a) => !["external", "noopener"].every((word) => a.relList.contains(word))).map((a) => a.href),
})"""
SOUND: dict[str, Any] = {
    "language": "zh",
    "headings": 1,
    "mains": 1,
    "policies": 1,
    "held": [],
    "titled": True,
    "described": True,
    "unnamed": [],
    "twice": [],
    "skipped": [],
    "pictures": [],
    "unmarked": [],
}

# What a visitor could not read without scrolling sideways; a part that scrolls by itself is no harm.
OUT_OF_SIGHT = """() => {
    const rides = (e) => { for (let p = e; p; p = p.parentElement)
        if (/auto|scroll/.test(getComputedStyle(p).overflowX) && p !== document.body) return true; };
    const stray = [...document.querySelectorAll("body *")].filter((e) => e instanceof HTMLElement
        && e.checkVisibility({visibilityProperty: true}) && e.offsetWidth > 1
        && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
        && e.getBoundingClientRect().right > innerWidth + 1 && !rides(e));
    const wider = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [...(wider > 0 ? [`page is ${wider}px too wide`] : []), ...stray.map((e) => e.innerText.slice(0, 30))];
}"""

SHIFTS = """() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    return observer.takeRecords().filter((shift) => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0);
}"""
SCROLL_THROUGH = """async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 800) {
        scrollTo(0, y);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
}"""

BROKEN_PICTURES = """async () => {
    const all = [...document.images].filter((i) => i.checkVisibility());
    await Promise.all(all.map((i) => i.decode().catch(() => {})));
    return all.filter((i) => !i.naturalWidth).map((i) => i.currentSrc || i.src);
}"""

FOCUSED = """() => {
    const e = document.activeElement, r = e.getBoundingClientRect();
    const front = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
    const box = (e.type === "radio" ? e.nextElementSibling : e.closest(".card, .bigfind") ?? e).getBoundingClientRect();
    return {
        what: `${e.tagName} ${(e.innerText || e.ariaLabel || e.id || "").trim().slice(0, 20)}`,
        end: e === document.body,
        covered: r.width > 4 && r.height > 4 && !(front && (e.contains(front) || front.contains(e))),
        clip: {x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6), width: box.width + 12, height: box.height + 12},
    };
}"""


def look_through(page: Page) -> None:
    """Nothing jumps while a visitor reads to the end, and every picture comes."""
    page.evaluate(SCROLL_THROUGH)
    assert page.evaluate(BROKEN_PICTURES) == []
    assert page.evaluate(SHIFTS) <= 0.02


def check_skip(page: Page) -> None:
    """The first Tab offers to skip to the content."""
    page.keyboard.press("Tab")
    skip = page.locator("a:focus")
    assert skip.inner_text() == "跳到正文"
    box = skip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#main, .prose, .foot') !== null")


@every_page
def test_a_page_is_sound(visit: Callable[..., Page], path: str) -> None:
    page, found = visit(path, width=390, before=LISTEN), {}
    look_through(page)
    assert page.evaluate(SKELETON) == SOUND
    for width in (320, 390, 820, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        if out := page.evaluate(OUT_OF_SIGHT):
            found[width] = out
    assert found == {}
    check_skip(page)


@pytest.mark.parametrize("path", ["", "brands/", "brands/linlibang/"])
def test_nothing_jumps_on_a_desk(visit: Callable[..., Page], path: str) -> None:
    look_through(visit(path))


def test_links_stay_below_the_sub_path_and_lead_somewhere(visit: Callable[..., Page], address: str) -> None:
    pages: dict[str, APIResponse] = {}
    for path in PAGES.values():
        page = visit(path)
        links: list[str] = page.evaluate("[...document.links].map((a) => a.href).filter((h) => h.startsWith(origin))")
        assert [link for link in links if not link.startswith(address)] == [], path
        pages |= {url: page.request.get(url) for url in {urldefrag(link).url for link in links} - pages.keys()}
        assert [url for url, reply in pages.items() if not reply.ok] == [], path
        named = [(pages[urldefrag(link).url], unquote(urldefrag(link).fragment)) for link in links if "#" in link]
        assert [name for reply, name in named if name and f'id="{name}"' not in reply.text()] == [], path


@pytest.mark.parametrize(
    ("path", "scheme"),
    [("", "light"), ("brands/", "dark"), ("brands/linlibang/", "light"), ("brands/linlibang/", "dark")],
)
def test_focus_can_be_seen_and_is_never_covered(visit: Callable[..., Page], path: str, scheme: str) -> None:
    page, unseen, covered = visit(path, scheme=scheme), [], []
    for _ in range(20):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        if focus["end"]:
            break
        covered += [focus["what"]] if focus["covered"] else []
        seen = page.screenshot(clip=focus["clip"])
        page.evaluate("(window.held = document.activeElement).blur()")
        blurred = page.screenshot(clip=focus["clip"])
        page.evaluate("window.held.focus({preventScroll: true, focusVisible: true})")
        unseen += [focus["what"]] if seen == blurred else []
    assert (unseen, covered) == ([], [])
