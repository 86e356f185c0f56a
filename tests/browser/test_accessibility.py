"""WCAG 2.2 AA on each kind of page, and more in the elder mode: what axe finds, and what it does not look for."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

PAGES = {
    "home": "",
    "brands": "brands/",
    "narrowed": "brands/?area=government-services&level=city",
    "complete brand": "brands/linlibang/",
    "sparse brand": "brands/shebaowenwen/",
    "retired brand": "brands/yangguang-guomen/",
    "areas": "areas/",
    "area": "areas/government-services/",
    "agencies": "agencies/",
    "agency": "agencies/shili-qingsong/",
    "levels": "levels/",
    "level": "levels/city/",
    "phases": "phases/",
    "figures": "figures/",
    "data": "data/",
    "site map": "sitemap/",
    "news": "news/",
    "post": "news/2026/11/02/opening/",
    "fields": "reference/fields/",
    "accessibility": "accessibility/",
    "missing": "404.html",
}

# Drawings hold hundreds of paths and not a word that their neighbours do not say. Who holds the enhanced contrast holds
# the other. No page has sound or film, which alone axe would fetch before it looks.
AXE = """async (elder) => {
    const rules = {"color-contrast-enhanced": {enabled: elder}, "color-contrast": {enabled: !elder}};
    const options = {resultTypes: ["violations"], preload: false, rules};
    const found = await axe.run({exclude: [".cover", ".qr"]}, options);
    return found.violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.target).join(", ")}`);
}"""

# What is pressed and is smaller than so many pixels either way. A link in a sentence is as large as its words; a card
# and a search field are pressed anywhere; a switch that is out of sight is pressed by its label.
SMALL = """(least) => {
    const inSentence = (e) => getComputedStyle(e).display === "inline"
        && e.parentElement.textContent.trim().length > e.textContent.trim().length;
    const kinds = "a[href], button, select, summary, textarea, input:not([type=radio], [type=checkbox]), [role=button]";
    return [...document.querySelectorAll(`${kinds}, label[for^=__palette]`)]
        .filter((e) => e.checkVisibility({visibilityProperty: true}) && e.offsetWidth > 1)
        .filter((e) => !e.matches(".skip, .md-overlay") && !inSentence(e))
        .map((e) => [e, (e.closest(".card, .bigfind:not(:has(input:focus))") ?? e).getBoundingClientRect()])
        .filter(([, box]) => Math.min(box.width, box.height) < least - .1)
        .map(([e, {width: w, height: h}]) => `${(e.innerText || e.ariaLabel || e.id).trim().slice(0, 30)} ${w}x${h}`);
}"""

# Words smaller than 18 pt; figures in drawings are drawings.
TINY = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
    for (let node; (node = walker.nextNode());) {
        const e = node.parentElement;
        if (!node.data.trim() || e.closest("svg, script, style, noscript, .visually-hidden")) continue;
        if (!e.checkVisibility({visibilityProperty: true}) || e.offsetWidth === 1) continue;
        const size = parseFloat(getComputedStyle(e).fontSize);
        if (size < 23.9) found.add(`${e.className || e.tagName} ${node.data.trim()} ${size}`);
    }
    return [...found];
}"""

# What makes a page wider than its window, unless it scrolls by itself.
WIDE = """() => {
    const rides = (e) => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return true; };
    return [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility({visibilityProperty: true})
        && e.getBoundingClientRect().right > innerWidth + 1 && !rides(e)).map((e) => e.outerHTML.slice(0, 80));
}"""
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"

MODE = """(names) => {
    for (const name of ["elder", "tone-amber", "size-3"])
        document.documentElement.classList.toggle(name, names.split(" ").includes(name));
}"""


@pytest.fixture
def axed(visit: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Opens an address in a page that has axe and is kept: so long a script takes long to hand over."""
    pages = []

    def open_page(path: str, **wishes: Any) -> Page:
        pages.append(visit(path, before=AXE_FILE_PATH.read_text(encoding="utf-8"), **wishes))
        return pages[-1]

    yield open_page
    for page in pages:
        page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_can_be_used_by_everybody(axed: Callable[..., Page], path: str) -> None:
    """One visit: light and wide, dark and narrow, the elder mode in two palettes."""
    page, found = axed(path), {}
    found["light"] = page.evaluate(AXE, False)
    found["targets on a desk"] = page.evaluate(SMALL, 44)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    found["dark"] = page.evaluate(AXE, False)
    found["targets on a phone"] = page.evaluate(SMALL, 44)
    page.evaluate(MODE, "elder")
    found["elder, dark"] = page.evaluate(AXE, True)
    found["elder, targets"] = page.evaluate(SMALL, 60)
    found["elder, tiny"] = page.evaluate(TINY)
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate(MODE, "elder size-3")
    found["elder, wide"] = page.evaluate(WIDE)
    page.evaluate(MODE, "")
    page.add_style_tag(content=SPACED)
    found["spaced"] = page.evaluate(WIDE)
    assert {what: faults for what, faults in found.items() if faults} == {}


def test_the_search_can_be_used_by_everybody(axed: Callable[..., Page]) -> None:
    page = axed("", width=390)
    page.evaluate(MODE, "elder")
    page.locator(".find").click()
    page.get_by_role("combobox").fill("社保")
    page.get_by_role("option").first.wait_for()
    found = {"axe": page.evaluate(AXE, True), "small": page.evaluate(SMALL, 60), "tiny": page.evaluate(TINY)}
    page.evaluate(MODE, "")
    found |= {"axe, light": page.evaluate(AXE, False), "small, light": page.evaluate(SMALL, 44)}
    page.get_by_role("combobox").fill("回访")
    page.get_by_role("option", name="最新上线").wait_for()
    found["axe, full text"] = page.evaluate(AXE, False)
    assert {what: faults for what, faults in found.items() if faults} == {}
