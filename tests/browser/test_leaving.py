"""Leaving the site: a notice first, by mouse and by keyboard; none for telephones, none for the site's own hosts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OUTSIDE = "https://example.com/linlibang"


def open_brand(visit: Callable[..., Page], **wishes: object) -> Page:
    return visit("brands/linlibang/", fresh=True, **wishes)


@pytest.mark.parametrize("width", [390, 1440])
def test_a_link_to_another_host_asks_first(visit: Callable[..., Page], width: int) -> None:
    page = open_brand(visit, width=width)
    here = page.url
    link = page.locator(f"a[href='{OUTSIDE}']").first
    link.focus()
    page.keyboard.press("Enter")
    notice = page.get_by_role("dialog", name="即将离开本站")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("example.com")
    expect(notice.get_by_role("button", name="留在本站")).to_be_focused()
    page.keyboard.press("Tab")
    expect(notice.get_by_role("link", name="继续访问")).to_be_focused()
    expect(notice.get_by_role("link", name="继续访问")).to_have_attribute("href", OUTSIDE)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(link).to_be_focused()
    assert page.url == here


def test_who_stays_stays_and_is_asked_again(visit: Callable[..., Page]) -> None:
    page = open_brand(visit)
    link = page.locator(f"a[href='{OUTSIDE}']").first
    for _ in range(2):
        link.click()
        page.get_by_role("button", name="留在本站").click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(link).to_be_focused()


def test_a_telephone_is_not_interrupted(visit: Callable[..., Page]) -> None:
    page = open_brand(visit)
    kept = page.evaluate("""() => {
        const kept = [];
        for (const link of document.querySelectorAll("a[href^='tel:'], a[href^='mailto:'], a[href^='#'], .crumb a")) {
            const click = new MouseEvent("click", {bubbles: true, cancelable: true});
            const stop = (event) => { kept.push(!event.defaultPrevented); event.preventDefault(); };
            addEventListener("click", stop, {once: true});
            link.dispatchEvent(click);
        }
        return kept;
    }""")
    assert len(kept) > 4
    assert all(kept)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_own_hosts_are_not_left(visit: Callable[..., Page], small_address: str) -> None:
    page = visit("brands/zheliban/", base=small_address)
    asked = page.evaluate("""() => {
        const asked = {};
        for (const link of document.querySelectorAll("a[href^=http]")) {
            const stop = (event) => { asked[link.host] = event.defaultPrevented; event.preventDefault(); };
            addEventListener("click", stop, {once: true});
            link.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
        }
        return asked;
    }""")
    assert {host: not host.endswith(".gov.cn") for host in asked} == asked
    assert set(asked.values()) == {True, False}


def test_without_script_a_link_is_a_link(visit: Callable[..., Page]) -> None:
    page = visit("brands/linlibang/", script=False)
    expect(page.locator(f"a[href='{OUTSIDE}']").first).to_have_attribute("rel", "external noopener")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_notice_holds_in_the_dark_and_is_large_enough(visit: Callable[..., Page]) -> None:
    page = open_brand(visit, width=390, scheme="dark")
    page.locator(f"a[href='{OUTSIDE}']").first.click()
    notice = page.get_by_role("dialog")
    boxes = notice.locator(":is(button, a)").evaluate_all("all => all.map((e) => e.getBoundingClientRect().height)")
    assert min(boxes) >= 43.9
    box = notice.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
