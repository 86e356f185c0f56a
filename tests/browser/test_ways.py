"""Ways through the site: tabs, drawer, palette, and the way back from every page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser.conftest import Visitors
from playwright.sync_api import Page, expect

TABS = ["首页", "品牌", "领域", "单位", "动态", "投稿", "关于"]
BRIGHTNESS = """() => {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
    return r + g + b > 384 ? "light" : "dark";
}"""
PLACES = {
    "brands/": ("品牌", "品牌"),
    "brands/linlibang/": ("邻里帮（示例）", "品牌"),
    "areas/": ("服务领域", "领域"),
    "areas/water/": ("水利", "领域"),
    "agencies/": ("创建单位", "单位"),
    "agencies/gz-xfj/": ("广州市信访局", "单位"),
    "news/": ("动态", "动态"),
    "news/2026/11/02/opening/": ("品牌橱窗上线", "动态"),
    "guide/": ("投稿指南", "投稿"),
    "reference/fields/": ("字段说明", "投稿"),
    "about/": ("关于", "关于"),
}
places = pytest.mark.parametrize(("path", "heading", "tab"), [(path, *told) for path, told in PLACES.items()])


@places
def test_a_page_says_where_it_is_and_leads_home(visit: Callable[..., Page], path: str, heading: str, tab: str) -> None:
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    expect(page.locator(".md-header").get_by_role("listitem")).to_have_text(TABS)
    expect(page.locator(".md-tabs__item--active")).to_have_text([tab])
    page.locator(".md-header").get_by_role("link", name="品牌橱窗").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("好服务，有名字。")


@pytest.mark.parametrize(
    ("path", "crumb", "heading"),
    [
        ("brands/linlibang/", "品牌", "品牌"),
        ("brands/linlibang/", "社区民生", "社区民生"),
        ("areas/water/", "服务领域", "服务领域"),
        ("agencies/gz-xfj/", "创建单位", "创建单位"),
        ("news/2026/11/02/opening/", "动态", "动态"),
    ],
)
def test_crumbs_lead_up(visit: Callable[..., Page], path: str, crumb: str, heading: str) -> None:
    page = visit(path, width=390)
    page.get_by_role("main").locator(".crumb").get_by_role("link", name=crumb, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


@pytest.mark.parametrize(("width", "tabs"), [(390, False), (820, False), (1440, True)])
def test_tabs_give_way_to_the_menu(visit: Callable[..., Page], width: int, tabs: bool) -> None:
    page = visit(width=width)
    expect(page.locator(".md-header").get_by_role("link", name="领域")).to_be_visible(visible=tabs)
    expect(page.get_by_text("菜单").locator("visible=true")).to_have_count(0 if tabs else 1)


@pytest.mark.parametrize(("path", "script"), [("", False), ("brands/linlibang/", True), ("guide/", True)])
def test_the_menu_opens_and_leads_to_the_brands(visit: Callable[..., Page], path: str, script: bool) -> None:
    page = visit(path, width=390, script=script)
    link = page.get_by_role("dialog", name="菜单").get_by_role("link", name="品牌", exact=True)
    expect(link).to_be_hidden()
    page.locator(".md-header").get_by_text("菜单").locator("..").click()
    expect(link).to_be_in_viewport(ratio=1)
    drawer = page.get_by_role("dialog", name="菜单").bounding_box()
    assert drawer is not None
    assert drawer["x"] == 0
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("品牌")
    expect(link).to_be_hidden()


def test_the_open_menu_closes_beside_it(visit: Callable[..., Page]) -> None:
    page = visit(width=390)
    link = page.get_by_role("dialog", name="菜单").get_by_role("link", name="品牌", exact=True)
    page.locator(".md-header").get_by_text("菜单").locator("..").click()
    expect(link).to_be_in_viewport(ratio=1)
    page.mouse.click(370, 500)
    expect(link).to_be_hidden()


def test_the_menu_opens_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit(width=390)
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate("(document.activeElement.innerText || document.activeElement.ariaLabel || '').trim()")
        )
        if stops[-1] == "菜单":
            break
    assert stops[-1] == "菜单", stops
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="菜单").get_by_role("link", name="品牌", exact=True)).to_be_in_viewport(
        ratio=1
    )


@pytest.mark.parametrize(("path", "width"), [("", 390), ("brands/linlibang/", 820), ("brands/?elder=1", 390)])
def test_the_open_menu_holds_the_focus(visit: Callable[..., Page], path: str, width: int) -> None:
    page = visit(path, width=width, fresh=True)
    menu, drawer = page.get_by_role("button", name="菜单"), page.get_by_role("dialog", name="菜单")
    close, ways = drawer.get_by_role("button", name="关闭"), drawer.get_by_role("navigation", name="主导航")
    menu.press("Enter")
    expect(close).to_be_focused()
    box = close.bounding_box()
    assert box is not None
    assert box["height"] >= (60 if "elder" in path else 44)
    stops = set()
    for _ in range(len(TABS) + 3):
        page.keyboard.press("Tab")
        stops.add(
            page.evaluate("document.activeElement.matches('body, .drawer *') || document.activeElement.outerHTML")
        )
    assert stops == {True}
    expect(ways.get_by_role("listitem")).to_have_text(TABS)
    # Nobody who hears the page goes behind it either.
    behind = page.locator("[inert] main, [inert] .foot, [inert] .find, [inert].elder-bar")
    expect(behind).to_have_count(4 if "elder" in path else 3)
    for leave in (lambda: close.press("Enter"), close.click, lambda: page.keyboard.press("Escape")):
        leave()
        expect(drawer).to_be_hidden()
        expect(menu).to_be_focused()
        expect(behind).to_have_count(0)
        menu.press(" ")
        expect(close).to_be_focused()
    page.set_viewport_size({"width": 1300, "height": 900})
    expect(behind).to_have_count(0)


def test_the_menu_closes_without_script(visit: Callable[..., Page]) -> None:
    page = visit(width=390, script=False)
    drawer = page.get_by_role("dialog", name="菜单")
    page.get_by_role("button", name="菜单").click()
    expect(drawer).to_be_in_viewport(ratio=1)
    drawer.get_by_role("button", name="关闭").click()
    expect(drawer).to_be_hidden()


def test_the_chrome_is_called_by_what_it_is(visit: Callable[..., Page]) -> None:
    page = visit()
    expect(page.get_by_role("navigation")).to_have_count(1)
    expect(page.get_by_role("navigation", name="主导航").get_by_role("listitem")).to_have_text(TABS)


def test_the_schemes_are_one_choice_of_three(visit: Callable[..., Page]) -> None:
    page = visit(fresh=True)
    schemes = page.get_by_role("radiogroup", name="配色").get_by_role("radio")
    seen = []
    schemes.first.focus()
    for key in ("Space", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
        expect(page.locator(":focus:checked")).to_have_count(1)
        seen.append((page.locator(":focus").get_attribute("aria-label"), page.evaluate(BRIGHTNESS)))
    assert seen == [("跟随系统", "light"), ("浅色", "light"), ("深色", "dark")]
    page.reload()
    expect(page.get_by_role("radio", name="深色")).to_be_checked()


def test_the_scheme_changes_and_is_remembered(visit: Callable[..., Page]) -> None:
    page = visit(fresh=True)
    seen = []
    for _ in range(3):
        page.locator("header label[title]:visible").click()
        seen.append(page.evaluate(BRIGHTNESS))
    assert seen == ["light", "dark", "light"]
    page.locator("header label[title]:visible").click()
    page.locator("header label[title]:visible").click()
    for path in ("brands/", "brands/linlibang/", "about/"):
        page.goto(re.sub(r"/showcase/.*", f"/showcase/{path}", page.url))
        assert page.evaluate(BRIGHTNESS) == "dark", path


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "brands/linlibang/"])
def test_the_scheme_is_the_systems_at_first(visit: Callable[..., Page], path: str, scheme: str, script: bool) -> None:
    assert visit(path, scheme=scheme, script=script).evaluate(BRIGHTNESS) == scheme


@pytest.mark.parametrize("address_of_nothing", ["nothing", "brands/nothing/", "agencies/a/b/c/nothing.html"])
def test_a_lost_visitor_finds_the_way(visit: Callable[..., Page], small_address: str, address_of_nothing: str) -> None:
    page = visit(address_of_nothing, base=small_address, width=390, missing=True)
    expect(page.get_by_role("heading", level=1)).to_have_text("没有找到这个页面")
    page.get_by_role("main").get_by_role("button", name="搜索").click()
    page.keyboard.type("zlb")
    expect(page.get_by_role("dialog").get_by_role("option").first).to_contain_text("浙里办")


@pytest.mark.parametrize("known", [True, False], ids=["address set", "address not set"])
def test_a_lost_visitor_has_the_chrome_of_every_page(
    visit: Callable[..., Page], visitors: Visitors, sites: Path, address: str, small_address: str, known: bool
) -> None:
    base = small_address if known else address
    # Where the root has to be found, a file is asked for that is not there.
    script = next((sites / "showcase/assets/showcase").glob("script.*.js")).relative_to(sites / "showcase")
    visitors.complaints.excused |= {f"{address}areas/nothing/{script}", f"{address}areas/{script}"}
    page = visit("areas/nothing/", base=base, missing=True, fresh=True)
    expect(page.get_by_role("navigation", name="主导航").get_by_role("listitem")).to_have_text(TABS)
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.get_by_role("button", name="长辈版").click()
    expect(page.get_by_role("region", name="长辈版工具").get_by_role("button", name="A+")).to_be_visible()
    page.get_by_role("contentinfo").get_by_role("link", name="网站地图").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("网站地图")
    expect(page).to_have_url(f"{base}sitemap/")


def test_a_lost_visitor_without_script_is_offered_no_search(visit: Callable[..., Page], small_address: str) -> None:
    page = visit("nothing", base=small_address, missing=True, script=False)
    expect(page.get_by_role("main").get_by_role("searchbox")).to_be_hidden()
    expect(page.locator("main noscript p")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="按服务领域找").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("服务领域")


def test_a_lost_visitor_is_led_on(visit: Callable[..., Page], small_address: str) -> None:
    for name, heading in {"回到首页": "好服务", "全部品牌": "品牌", "按创建单位找": "创建单位"}.items():
        page = visit("brands/nothing/", base=small_address, missing=True)
        page.get_by_role("main").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def test_an_old_address_still_leads_to_its_brand(visit: Callable[..., Page]) -> None:
    page = visit("brands/demo-linlibang/")
    expect(page.get_by_role("heading", level=1)).to_have_text("邻里帮（示例）")
    expect(page).to_have_url(re.compile(r"/showcase/brands/linlibang/$"))
