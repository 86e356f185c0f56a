"""Words over covers can be read: the contrast of what is drawn, where what is declared does not tell.

test_accessibility.py holds the other pages.
"""

from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

Colour = tuple[int, int, int]

# Each line of text: its words, its box in the page, and its colour as sRGB with what is left of it by opacity.
WORDS = """() => {
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const srgb = (css) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = css;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const tiny = (e) => { for (let p = e; p; p = p.parentElement) if (p.offsetWidth <= 1) return true; };
    const opacity = (e) => e ? getComputedStyle(e).opacity * opacity(e.parentElement) : 1;
    const place = (box) => [box.x + scrollX, box.y + scrollY, box.right + scrollX, box.bottom + scrollY];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node; (node = walker.nextNode());) {
        const e = node.parentElement;
        if (!node.data.trim() || e instanceof SVGElement || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(e.tagName)) continue;
        if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true}) || tiny(e)) continue;
        const [r, g, b, a] = srgb(getComputedStyle(e).color);
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
            found.push([node.data.trim().slice(0, 16), place(box), [r, g, b], a / 255 * opacity(e)]);
    }
    for (const input of document.querySelectorAll("input[placeholder]")) {
        const [r, g, b, a] = srgb(getComputedStyle(input, "::placeholder").color);
        found.push([input.placeholder.slice(0, 16), place(input.getBoundingClientRect()), [r, g, b], a / 255]);
    }
    return found;
}"""
BLANK = """() => { document.head.appendChild(document.createElement("style")).textContent = `
    *, *::placeholder { color: transparent !important; -webkit-text-fill-color: transparent !important;
        text-decoration-color: transparent !important; text-emphasis-color: transparent !important; }
    *::marker { color: transparent !important; }`;
}"""


def read_contrasts(page: Page) -> dict[str, float]:
    """The lowest contrast of each word on the page, from the pixels behind it."""
    words = page.evaluate(WORDS)
    page.evaluate(BLANK)
    picture = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    found: dict[str, float] = {}
    for text, (left, top, right, bottom), colour, alpha in words:
        box = (
            max(0, round(left)),
            max(0, round(top)),
            min(picture.width, round(right)),
            min(picture.height, round(bottom)),
        )
        if box[2] - box[0] > 1 and box[3] - box[1] > 1:
            contrast = measure_contrast(picture.crop(box), tuple(colour), alpha)
            found[text] = round(min(found.get(text, 21), contrast), 2)
    return found


def measure_contrast(ground: Image.Image, colour: Colour, alpha: float) -> float:
    """The contrast that all but a twentieth of the ground has: a line or an icon may lie in the box too."""
    counts: Counter[Colour] = Counter()
    for count, pixel in ground.getcolors(ground.width * ground.height) or []:
        assert isinstance(pixel, tuple)
        counts[(pixel[0], pixel[1], pixel[2])] += count
    ratios = sorted((compare(blend(colour, pixel, alpha), pixel), count) for pixel, count in counts.items())
    left = counts.total() / 20
    for ratio, count in ratios:
        left -= count
        if left < 0:
            return ratio
    return ratios[-1][0]


def blend(colour: Colour, ground: Colour, alpha: float) -> Colour:
    red, green, blue = (round(alpha * above + (1 - alpha) * below) for above, below in zip(colour, ground, strict=True))
    return red, green, blue


def compare(one: Colour, other: Colour) -> float:
    """WCAG 2's contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def assert_legible(page: Page) -> None:
    contrasts = read_contrasts(page)
    assert len(contrasts) > 10
    assert {words: contrast for words, contrast in contrasts.items() if contrast < 4.5} == {}


@pytest.mark.parametrize("path", ["brands/linlibang/", "brands/zheliban/", "brands/shebaowenwen/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read(visit: Callable[..., Page], path: str, scheme: str) -> None:
    assert_legible(visit(path, scheme=scheme))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_on_a_phone(visit: Callable[..., Page], scheme: str) -> None:
    assert_legible(visit("brands/linlibang/", width=390, scheme=scheme))


@pytest.mark.parametrize("path", ["", "brands/linlibang/", "guide/"])
def test_every_word_can_be_read_in_the_dark_without_script(visit: Callable[..., Page], path: str) -> None:
    assert_legible(visit(path, width=390, scheme="dark", script=False))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_results_can_be_read(visit: Callable[..., Page], scheme: str) -> None:
    page = visit("brands/?q=社保", scheme=scheme)
    page.locator(".hit__line mark").first.wait_for()
    page.evaluate("document.querySelectorAll('body > :not(dialog)').forEach((one) => one.remove())")
    assert_legible(page)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_read_on_paper(visit: Callable[..., Page], scheme: str, script: bool) -> None:
    page = visit("brands/linlibang/", width=760, scheme=scheme, script=script, fresh=True)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    )
    assert_legible(page)


@pytest.mark.parametrize(
    ("ground", "colour", "alpha", "contrast"),
    [
        ((255, 255, 255), (0, 0, 0), 1, 21),
        ((0, 0, 0), (255, 255, 255), 0, 1),
        ((255, 255, 255), (118, 118, 118), 1, 4.54),
    ],
)
def test_contrast_is_measured_as_wcag_does(ground: Any, colour: Any, alpha: float, contrast: float) -> None:
    assert measure_contrast(Image.new("RGB", (10, 10), ground), colour, alpha) == pytest.approx(contrast, abs=0.01)
