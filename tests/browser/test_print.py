"""A brand page on paper: a leaflet."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

COMPLETE, SPARSE = "brands/linlibang/", "brands/shebaowenwen/"
SMALL = "brands/zheliban/"


ELDER = "localStorage['showcase.elder'] = 'elder size-3 tone-amber';"


@pytest.mark.parametrize("path", [COMPLETE, "brands/yichuangliang/", "brands/zheliban/", SPARSE])
def test_a_leaflet_takes_two_pages_whatever_stands_on_the_screen(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, before=ELDER, scheme="dark")
    document = page.pdf(format="A4", prefer_css_page_size=True, print_background=True)
    assert document.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", document)) <= 2
    page.emulate_media(media="print")
    assert page.locator(".elder-bar").is_hidden()
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--ink')") == "#111"
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "13px"


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", [COMPLETE, SPARSE])
def test_a_leaflet_has_no_chrome(visit: Callable[..., Page], path: str, script: bool) -> None:
    page = visit(path, script=script, fresh=True)
    page.emulate_media(media="print")
    assert page.get_by_role("navigation").locator("visible=true").count() == 0
    chrome = page.locator("header.md-header, footer.foot ul, .skip, form, button")
    assert chrome.locator("visible=true").count() == 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_leaflet_keeps_what_is_said(visit: Callable[..., Page]) -> None:
    page = visit(COMPLETE, fresh=True)
    page.emulate_media(media="print")
    for words in ("家门口的事，帮到底", "接到紧急求助后有人到场", "全年办结事项", "0000-1234503"):
        expect(page.get_by_role("main").get_by_text(words).first).to_be_visible()
    expect(page.get_by_role("figure").filter(has_text="扫码").locator("svg")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_leaflet_says_whose_it_is_and_of_when(visit: Callable[..., Page]) -> None:
    page = visit(COMPLETE, fresh=True)
    address = page.locator(".src .paper")
    assert address.count() == 0  # The demonstration catalogue has no address of its own.
    page.emulate_media(media="print")
    foot = page.get_by_role("contentinfo")
    for words in ("品牌橱窗", "本目录为演示，根据公开资料整理，不是官方发布"):
        expect(foot.get_by_text(words).first).to_be_visible()
    expect(page.get_by_text(re.compile(r"最近更新 [0-9]{4}\s年"))).to_be_visible()


def test_a_leaflet_tells_its_address_where_there_is_one(visit: Callable[..., Page], small_address: str) -> None:
    page = visit(SMALL, base=small_address, fresh=True)
    address = page.get_by_text(f"{small_address}{SMALL}", exact=True)
    expect(address).to_be_hidden()
    page.emulate_media(media="print")
    expect(address).to_be_visible()


def test_dots_of_phases_are_filled_on_paper_too(visit: Callable[..., Page]) -> None:
    page = visit(COMPLETE, fresh=True)
    page.emulate_media(media="print")
    adjust = "getComputedStyle(document.querySelector('.line__done'), '::after').printColorAdjust"
    assert page.evaluate(adjust) == "exact"


def test_cards_of_the_home_page_stay_in_one_piece(visit: Callable[..., Page]) -> None:
    page = visit(fresh=True)
    page.emulate_media(media="print")
    for name in (".card", ".voice li", ".newslist li"):
        expect(page.locator(name).first).to_have_css("break-inside", "avoid")
    expect(page.locator(".band__head").first).to_have_css("break-after", "avoid")
