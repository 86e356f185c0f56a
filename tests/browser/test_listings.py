"""Listings: all brands, an area's, an agency's; pages."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

VIEWS = [
    pytest.param({"scheme": scheme, "script": script}, id=f"{scheme}-{'' if script else 'no'}js")
    for scheme, script in product(("light", "dark"), (True, False))
]
# The links that a press on five places of each card follows, against the one its name stands for.
PRESSED = """(cards) => cards.flatMap((card) => {
    card.scrollIntoView({block: "center"});
    const box = card.getBoundingClientRect();
    const link = card.querySelector("h3 a").href;
    return [[.5, .5], [.04, .04], [.96, .04], [.04, .96], [.96, .96]]
        .map(([x, y]) => document.elementFromPoint(box.x + box.width * x, box.y + box.height * y).closest("a")?.href)
        .filter((href) => href !== link).map((href) => [card.querySelector("h3").innerText, href]);
})"""


@pytest.mark.parametrize("view", VIEWS)
def test_every_brand_has_its_card(
    visit: Callable[..., Page], brands: dict[str, dict[str, Any]], view: dict[str, Any]
) -> None:
    page = visit("brands/", **view)
    expect(page.get_by_role("heading", level=1)).to_have_text(f"品牌 {len(brands)} 个品牌")
    cards = page.get_by_role("main").get_by_role("article")
    assert sorted(cards.get_by_role("heading").all_inner_texts()) == sorted(brand["name"] for brand in brands.values())
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        expect(cards.first).to_be_in_viewport()
    expect(page.locator("body")).to_have_css("color-scheme", view["scheme"])


def test_a_card_tells_what_its_brand_is(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    page = visit("brands/", width=390)
    card = page.get_by_role("article").filter(has_text="浙里办")
    for words in (brands["zheliban"]["slogan"], "浙江", "政务服务", "省级"):
        expect(card).to_contain_text(words)


@pytest.mark.parametrize(
    ("path", "width"),
    [("brands/", 390), ("brands/", 1440), ("areas/government-services/", 1440), ("agencies/shili-qingsong/", 390)],
)
def test_the_whole_card_is_the_link(visit: Callable[..., Page], path: str, width: int) -> None:
    cards = visit(path, width=width).get_by_role("article")
    assert cards.count() > 0
    assert cards.evaluate_all(PRESSED) == []


def test_featured_brands_come_first(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    featured = {brand["name"] for brand in brands.values() if brand.get("featured")}
    shown = visit("brands/").get_by_role("article").get_by_role("heading").all_inner_texts()
    assert set(shown[: len(featured)]) == featured


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", ["brands/", "areas/government-services/"])
def test_pages_show_every_brand_once(visit: Callable[..., Page], small_address: str, path: str, script: bool) -> None:
    page = visit(path, base=small_address, script=script, width=390)
    total = int(page.get_by_role("heading", level=1).inner_text().split()[1])
    names: list[str] = []
    for number in range(1, -(-total // 12) + 1):
        current = page.get_by_role("navigation", name="分页").locator("[aria-current=page]")
        if number > 1:
            page.get_by_role("link", name="下一页").click()
            expect(current).to_have_text(str(number))
        names += page.get_by_role("article").get_by_role("heading").all_inner_texts()
    assert len(set(names)) == len(names) == total
    expect(page.get_by_role("link", name="下一页")).to_have_count(0)


def test_pages_lead_back_and_are_large_enough(visit: Callable[..., Page], small_address: str) -> None:
    page = visit("brands/page/2/", base=small_address, width=390)
    pages = page.get_by_role("navigation", name="分页")
    boxes = pages.get_by_role("link").evaluate_all("all => all.map((e) => e.getBoundingClientRect().toJSON())")
    assert min(min(box["width"], box["height"]) for box in boxes) >= 43.9
    expect(page.locator(".md-tabs__item--active")).to_have_text(["品牌"])
    pages.get_by_role("link", name="上一页").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url == f"{small_address}brands/"


def test_agencies_lead_to_their_brands(visit: Callable[..., Page]) -> None:
    page = visit("agencies/", width=390)
    page.get_by_role("main").get_by_role("link", name="广州市信访局").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("广州市信访局 1 个品牌")
    page.get_by_role("article").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("家文化")


@pytest.mark.parametrize("path", ["", "brands/linlibang/", "about/"])
def test_the_content_is_the_same_without_script(visit: Callable[..., Page], path: str) -> None:
    read = "all => all.filter((e) => e.checkVisibility() && e.innerText.trim()).map((e) => e.innerText.trim())"
    words = "main :is(h1, h2, h3, li, dt, dd, a)"
    with_script, without = (visit(path, script=script).locator(words).evaluate_all(read) for script in (True, False))
    assert len(without) > 5
    assert with_script == without
