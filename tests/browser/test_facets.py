"""Narrowing by facets: the visitor's errands at desktop and phone width, with script and without."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

Visit = Callable[..., Page]
WIDTHS = pytest.mark.parametrize("width", [390, 1440])


def open_panel(page: Page) -> Locator:
    """The panel; on a phone it is a sheet."""
    panel = page.locator("#facets")
    expect(panel).to_be_attached()
    if not panel.is_visible():
        page.get_by_role("button", name="筛选", exact=True).click()
    expect(panel).to_be_visible()
    return panel


def choose(page: Page, facet: str, value: str) -> None:
    """Takes a value, as a visitor does, and puts the sheet away."""
    panel = open_panel(page)
    group = panel.locator("details").filter(has=page.locator("summary", has_text=re.compile(f"^{facet}$")))
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    group.get_by_role("link", name=re.compile(f"^{value}")).click()
    close = panel.get_by_role("button", name="关闭")
    if close.is_visible():
        close.click()
        expect(panel).to_be_hidden()


def names(page: Page) -> list[str]:
    return page.get_by_role("article").get_by_role("heading").all_inner_texts()


@WIDTHS
def test_narrow_by_two_facets_share_and_go_back(visit: Visit, brands: dict[str, dict[str, Any]], width: int) -> None:
    page = visit("brands/", width=width, fresh=True)
    cards = page.get_by_role("article")
    offices = [brand for brand in brands.values() if brand["category"] == "government-services"]
    both = sorted(brand["name"] for brand in offices if brand.get("level") == "province")
    page.evaluate("() => { window.stayed = true; }")
    choose(page, "服务领域", "政务服务")
    expect(cards).to_have_count(len(offices))
    choose(page, "级别", "省级")
    expect(cards).to_have_count(len(both))
    expect(page.locator(".tools__said")).to_have_text(f"找到 {len(both)} 个品牌")
    assert sorted(names(page)) == both
    assert page.evaluate("() => window.stayed")
    shared = page.url
    assert shared.endswith("brands/?area=government-services&level=province")

    page.go_back()
    expect(cards).to_have_count(len(offices))
    page.go_back()
    expect(cards).to_have_count(len(brands))
    expect(page.get_by_role("list", name="已选条件")).to_be_hidden()

    page.goto(shared)
    expect(page.get_by_role("list", name="已选条件").get_by_role("listitem")).to_have_text(
        ["政务服务", "省级", "清除全部"]
    )
    expect(cards).to_have_count(len(both))
    page.get_by_role("link", name="取消：政务服务").click()
    expect(page.locator(".applied")).to_have_text("省级")
    page.get_by_role("link", name="取消：省级").click()
    expect(cards).to_have_count(len(brands))


@WIDTHS
def test_without_script_every_value_is_a_page(visit: Visit, brands: dict[str, dict[str, Any]], width: int) -> None:
    page = visit("brands/", width=width, script=False)
    choose_plainly(page, "级别", "市级")
    count = sum(brand.get("level") == "city" for brand in brands.values())
    expect(page.get_by_role("heading", level=1)).to_have_text(f"市级服务品牌 {count} 个品牌")
    expect(page.get_by_role("article")).to_have_count(count)
    expect(page.get_by_role("button", name="筛选", exact=True)).to_be_hidden()
    page.get_by_role("navigation", name="当前位置").get_by_role("link", name="级别").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("级别")
    page.get_by_role("link", name="省级").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("省级服务品牌")


def choose_plainly(page: Page, facet: str, value: str) -> None:
    """Follows a link of the panel; it leads to another page."""
    panel = open_panel(page)
    group = panel.locator("details").filter(has=page.locator("summary", has_text=re.compile(f"^{facet}$")))
    group.get_by_role("link", name=re.compile(f"^{value}")).click()


@WIDTHS
def test_a_page_of_a_value_narrows_in_place(visit: Visit, brands: dict[str, dict[str, Any]], width: int) -> None:
    page = visit("levels/province/", width=width, fresh=True)
    both = [b for b in brands.values() if b.get("level") == "province" and b["category"] == "government-services"]
    page.get_by_role("button", name="筛选", exact=True).click()
    group = page.locator("#facets details[data-facet=area]")
    group.get_by_role("link", name=re.compile("^政务服务")).click()
    expect(page.get_by_role("article")).to_have_count(len(both))
    assert page.url.endswith("levels/province/?area=government-services")
    page.keyboard.press("Escape")
    expect(page.locator("#facets")).to_be_hidden()
    expect(page.locator(".applied")).to_have_text("政务服务")


def test_a_second_value_of_the_pages_own_facet_leads_to_all_brands(
    visit: Visit, brands: dict[str, dict[str, Any]]
) -> None:
    page = visit("areas/government-services/", fresh=True)
    count = sum(brand["category"] in {"government-services", "water"} for brand in brands.values())
    choose(page, "服务领域", "水利")
    expect(page.get_by_role("article")).to_have_count(count)
    assert page.url.endswith("brands/?area=government-services&area=water")


@pytest.mark.parametrize("order", ["name", "newest", "since"])
def test_orders(visit: Visit, brands: dict[str, dict[str, Any]], order: str) -> None:
    page = visit("brands/", fresh=True)
    page.get_by_label("排序").select_option(order)
    expect(page).to_have_url(re.compile(f"sort={order}$"))
    expect(page.locator(".tools__said")).to_contain_text("找到")
    shown = names(page)
    by_name = {brand["name"]: brand for brand in brands.values()}
    assert sorted(shown) == sorted(by_name)
    if order == "name":
        told = ("12306 铁路服务", "爱山东", "马上就办", "粤省事", "浙里办")
        places = [shown.index(name) for name in told if name in shown]
        assert places == sorted(places)
        assert len(places) >= 4
    else:
        field = {"newest": "published", "since": "since"}[order]
        days = [str(by_name[name].get(field, "")) for name in shown]
        known = [day[:4] if order == "since" else day for day in days if day]
        assert known == sorted(known, reverse=order == "newest")
        assert days[: len(known)] == [day for day in days if day]
    page.goto(page.url.replace(f"brands/?sort={order}", f"sort/{order}/"))
    assert names(page) == shown


@WIDTHS
def test_without_script_every_order_is_pages(visit: Visit, small_address: str, width: int) -> None:
    page = visit("brands/", base=small_address, width=width, script=False)
    orders, pages = page.get_by_role("navigation", name="各种顺序"), page.get_by_role("navigation", name="分页")
    orders.get_by_role("link", name="按名称").click()
    assert page.url == f"{small_address}sort/name/"
    expect(orders.locator("[aria-current]")).to_have_text("按名称拼音")
    first = names(page)
    assert len(first) == 12
    pages.get_by_role("link", name="下一页").click()
    expect(pages.locator("[aria-current=page]")).to_have_text("2")
    assert page.url == f"{small_address}sort/name/page/2/"
    assert not {*first} & {*names(page)}
    page.go_back()
    orders.get_by_role("link", name="重点推介").click()
    assert page.url == f"{small_address}brands/"
    assert min(orders.get_by_role("link").evaluate_all("all => all.map((e) => e.offsetHeight)")) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == width


@WIDTHS
def test_pages_of_what_was_found(visit: Visit, small_address: str, width: int) -> None:
    """Where a listing goes over pages, the script draws the cards; they are those that a page of a value shows."""
    page = visit("brands/?sort=name", base=small_address, width=width, fresh=True)
    cards, pages = page.get_by_role("article"), page.get_by_role("navigation", name="分页")
    expect(page.locator(".card--plain")).to_have_count(12)
    first = names(page)
    pages.get_by_role("link", name="下一页").click()
    expect(pages.locator("[aria-current=page]")).to_have_text("2")
    assert page.url.endswith("?sort=name&page=2")
    assert not {*first} & {*names(page)}
    page.go_back()
    expect(pages.locator("[aria-current=page]")).to_have_text("1")
    assert names(page) == first
    page.goto(f"{small_address}brands/page/2/?level=province")
    expect(page.locator(".card--plain").first).to_be_visible()
    drawn = cards.first.evaluate("(card) => card.outerHTML")
    page.goto(f"{small_address}levels/province/")
    written = page.get_by_role("article").first.evaluate("(card) => card.outerHTML")
    assert tidy(drawn) == tidy(written)


def tidy(html: str) -> str:
    """A card without where it stands, and without what browsers add to a style."""
    return re.sub(r'(?:\.\./)+|: |;(?=")|\s+(?=")', lambda found: ":" if found[0] == ": " else "", html)


def test_a_site_opened_from_a_disk_leads_everywhere_and_narrows(visit: Visit, address: str, sites: Path) -> None:
    assert address
    root = (sites / "showcase").as_uri()
    page = visit("about/", fresh=True).context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))

    def arrive(heading: str) -> None:
        # Until its script has run, a page leads as it would from a server.
        expect(page.locator(heading)).to_be_visible()
        page.wait_for_load_state()

    page.goto(f"{root}/index.html")
    page.locator(".tiles").get_by_role("link", name="社会保障").click()
    arrive("h1:has-text('社会保障')")
    assert page.url == f"{root}/areas/social-security/index.html"
    page.get_by_role("article").first.get_by_role("link").focus()
    page.keyboard.press("Enter")
    arrive("article.brand h1")
    assert page.url.startswith(f"{root}/brands/")
    assert page.url.endswith("/index.html")
    page.locator(".foot").get_by_role("link", name="开放数据").click()
    arrive("h1:has-text('开放数据')")
    with page.expect_download() as downloading:
        page.get_by_role("link", name="brands.csv").click()
    assert downloading.value.path().read_bytes() == (sites / "showcase/data/brands.csv").read_bytes()
    page.locator(".md-tabs").get_by_role("link", name="品牌").click()
    arrive("h1:has-text('品牌')")
    choose(page, "级别", "市级")
    expect(page.locator(".applied")).to_have_text("市级")
    expect(page.locator(".tools__said")).to_contain_text("找到")
    page.locator("#facets details[data-facet=area] a").first.click()
    expect(page.locator(".applied li")).to_have_count(3)
    page.get_by_role("article").first.get_by_role("link").click()
    arrive("article.brand h1")
    assert told == []


@WIDTHS
def test_in_the_elder_mode_the_panel_is_a_part_of_the_page(visit: Visit, width: int) -> None:
    page = visit("levels/province/?elder=1", width=width, fresh=True)
    opener, panel = page.get_by_role("button", name="筛选", exact=True), page.locator("#facets")
    opener.click()
    expect(panel).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert page.locator(":popover-open").count() == 0
    assert panel.evaluate("(one) => getComputedStyle(one).position") == "static"
    panel.locator("details[data-facet=area]").get_by_role("link", name=re.compile("^政务服务")).click()
    expect(page.locator(".applied")).to_have_text("政务服务")
    panel.get_by_role("button", name="关闭").click()
    expect(panel).to_be_hidden()
    opener.click()
    page.get_by_role("button", name=re.compile("^退出")).click()
    expect(panel).to_be_hidden()
    opener.click()
    assert page.locator(":popover-open").count() == 1


def test_in_the_elder_mode_the_panel_is_short_answers_and_closes_by_escape(visit: Visit) -> None:
    page = visit("brands/?elder=1", width=390, fresh=True)
    opener, panel = page.get_by_role("button", name="筛选", exact=True), page.locator("#facets")
    opener.click()
    expect(panel.locator("details[open]")).to_have_count(1)
    choice = panel.locator("details[open]").get_by_role("link", name=re.compile("^水利"))
    choice.click()
    done = panel.get_by_role("button", name="查看 2 个品牌")
    expect(done).to_be_in_viewport(ratio=1)
    bottom, bar = done.bounding_box(), page.locator(".elder-bar").bounding_box()
    assert bottom is not None
    assert bar is not None
    assert bottom["y"] + bottom["height"] <= bar["y"]
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()


@pytest.mark.parametrize(("width", "down"), [(390, 0), (1440, 0), (1440, 500), (1440, 1500)])
def test_nothing_moves_under_the_pointer(visit: Visit, width: int, down: int) -> None:
    page = visit("brands/", width=width, fresh=True)
    panel = open_panel(page)
    page.evaluate("(down) => scrollTo(0, down)", down)
    option = panel.locator("[data-value='level=city']")
    option.scroll_into_view_if_needed()
    before = option.bounding_box()
    option.click()
    expect(page.locator(".applied")).to_have_text("市级")
    page.wait_for_function("() => document.querySelectorAll('article').length < 10")
    assert before is not None
    after = option.bounding_box()
    assert after is not None
    assert abs(after["y"] - before["y"]) <= 1
    empty = panel.locator("[data-value='area=water']")
    expect(empty).to_have_attribute("aria-disabled", "true")
    expect(empty.locator("span")).to_have_text("0")
    empty.click(force=True)
    expect(option).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile(r"\?level=city$"))
    option.click()
    expect(empty).not_to_have_attribute("aria-disabled", "true")


def test_a_long_facet_that_is_closed_offers_what_is_left_of_it(visit: Visit, brands: dict[str, dict[str, Any]]) -> None:
    page = visit("brands/", fresh=True)
    group = page.locator("#facets details[data-facet=agency]")
    assert len({brand["agency"] for brand in brands.values()}) > 12
    choose(page, "级别", "县级")
    group.locator("summary").click()
    left = sum(brand.get("level") == "county" for brand in brands.values())
    expect(group.locator("a:not([aria-disabled])")).to_have_count(left)
    expect(group.get_by_role("link")).to_have_count(left)
    # Open, it stays as it is; what it has besides is told.
    page.get_by_role("link", name="取消：县级").click()
    expect(group.get_by_role("link")).to_have_count(left)
    rest = group.get_by_role("button")
    expect(rest).to_have_text(re.compile("还有"))
    rest.click()
    expect(rest).to_have_count(0)
    expect(group.locator("a:focus")).to_have_count(1)
    assert group.get_by_role("link").count() == len({brand["agency"] for brand in brands.values()})


def test_what_is_applied_has_its_shape_in_forced_colours(visit: Visit) -> None:
    page = visit("brands/?area=water", width=390, fresh=True)
    page.emulate_media(forced_colors="active")
    chip = page.locator(".applied a").first
    expect(chip).to_have_css("border-top-style", "solid")
    link = chip.evaluate("(a) => getComputedStyle(a).color")
    cross = "(a) => getComputedStyle(a.querySelector('.glyph-x'), '::before').backgroundColor"
    assert chip.evaluate(cross) == link
    assert chip.evaluate("(a) => getComputedStyle(a).borderTopColor") == link


def test_what_an_address_may_hold_does_no_harm(visit: Visit, brands: dict[str, dict[str, Any]]) -> None:
    page = visit("brands/?area=nowhere&level=%3Cimg%3E&sort=x&page=-3&tag=constructor", fresh=True)
    expect(page.locator(".tools__said")).to_have_text(f"找到 {len(brands)} 个品牌")
    expect(page.get_by_role("article")).to_have_count(len(brands))


def test_data_that_cannot_be_had_is_told(visit: Visit) -> None:
    page = visit("about/", fresh=True)
    page.route("**/facets.js", lambda route: route.fulfill(status=200, body="", content_type="text/javascript"))
    page.goto(page.url.replace("about/", "brands/?level=city"))
    expect(page.locator(".tools__said")).to_have_text("筛选数据没能加载，请刷新页面再试。")
    expect(page.get_by_role("article").first).to_be_visible()


def test_the_panel_works_by_keyboard(visit: Visit) -> None:
    page = visit("brands/", fresh=True)
    link = page.locator("#facets details[data-facet=level] a").first
    link.focus()
    link.press("Enter")
    expect(page.locator(".applied")).to_have_text("国家级")
    expect(page.locator("#facets [data-value='level=nation']")).to_be_focused()
    expect(page.locator("#facets [data-value='level=nation']")).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="取消：国家级").press("Enter")
    expect(page.get_by_label("排序")).to_be_focused()


def test_the_data_is_small(sites: Path, address: str) -> None:
    script = (sites / "showcase/brands/facets.js").read_text("utf-8")
    assert address
    assert json.loads(script.partition("=")[2])["total"] > 20
    assert len(script) < 16 * 1024
