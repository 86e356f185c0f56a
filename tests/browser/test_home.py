"""The home page: what this is, and the ways in."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

VIEWS = [
    pytest.param({"scheme": scheme, "script": script}, id=f"{scheme}-{'' if script else 'no'}js")
    for scheme, script in product(("light", "dark"), (True, False))
]
ROWS_OF_TILES = """(list) => {
    const rows = new Map();
    for (const tile of list.children) {
        const box = tile.getBoundingClientRect();
        rows.set(Math.round(box.top), [...(rows.get(Math.round(box.top)) ?? []), box]);
    }
    const wide = list.clientWidth;
    return [...rows.values()].map((row) => ({
        tiles: row.length,
        hole: Math.round(wide - row.reduce((sum, box) => sum + box.width, 0) - (row.length - 1)) > 1,
    }));
}"""


@pytest.mark.parametrize("view", VIEWS)
def test_a_visitor_sees_what_this_is(visit: Callable[..., Page], view: dict[str, Any]) -> None:
    page = visit(**view)
    expect(page.get_by_role("heading", level=1)).to_have_text("好服务，有名字。")
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        expect(page.locator("main .bigfind")).to_be_in_viewport()
    expect(page.get_by_role("main").get_by_role("heading", level=2)).to_have_text(
        ["重点推介", "按领域找", "一个品牌怎样建成", "您的一句话，是品牌的一把尺", "最新上线", "动态"]
    )
    expect(page.locator("body")).to_have_css("color-scheme", view["scheme"])


def test_the_four_phases_are_told_in_order(visit: Callable[..., Page]) -> None:
    steps = visit().locator("ol").filter(has_text="论证").get_by_role("heading")
    expect(steps).to_have_text(["论证", "规划", "宣传", "实施"])


def test_the_figures_agree_with_the_catalogue(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    years = [int(str(brand["since"])[:4]) for brand in brands.values() if "since" in brand]
    channels = [channel for brand in brands.values() for channel in brand.get("service", {}).get("channels", [])]
    figures = visit().get_by_label("目录概览")
    terms, values = figures.locator("dt").all_inner_texts(), figures.locator("dd").all_inner_texts()
    assert dict(zip(terms, values, strict=True)) == {
        "服务品牌": str(len(brands)),
        "创建单位": str(len({brand["agency"] for brand in brands.values()})),
        "服务领域": str(len({brand["category"] for brand in brands.values()})),
        "服务热线": str(len({c["phone"] for c in channels if c["type"] == "hotline" and "phone" in c})),
        "创立年份": f"{min(years)}–{max(years)}",
    }


def test_phases_count_every_brand_once(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    counts = visit().get_by_text("个品牌在此阶段").all_inner_texts()
    assert sum(int(text.split()[0]) for text in counts) == sum("phases" in brand for brand in brands.values())


@pytest.mark.parametrize(("heading", "width"), [("重点推介", 390), ("最新上线", 1440)])
def test_cards_lead_to_their_brands(visit: Callable[..., Page], heading: str, width: int) -> None:
    page = visit(width=width)
    band = page.get_by_role("region", name=heading)
    names = band.get_by_role("heading", level=3).all_inner_texts()
    assert len(names) == 4
    for name in names:
        band.get_by_role("article").filter(has_text=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        page.go_back()


@pytest.mark.parametrize("catalogue", ["address", "small_address"])
@pytest.mark.parametrize(
    ("path", "columns"), [("", {320: 2, 390: 2, 820: 2, 1440: 4}), ("areas/", {320: 1, 390: 1, 820: 2, 1440: 3})]
)
def test_tiles_stand_in_full_rows(
    visit: Callable[..., Page], request: pytest.FixtureRequest, catalogue: str, path: str, columns: dict[int, int]
) -> None:
    page, found, holes = visit(path, base=request.getfixturevalue(catalogue)), {}, []
    for width in columns:
        page.set_viewport_size({"width": width, "height": 900})
        rows = page.locator("main ul:has(> li > a > svg)").first.evaluate(ROWS_OF_TILES)
        found[width] = rows[0]["tiles"]
        holes += [width] if any(row["hole"] for row in rows) else []
    assert found == columns
    assert holes == []


def test_a_tile_leads_to_its_area(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    page = visit()
    count = sum(brand["category"] == "public-hotline" for brand in brands.values())
    tile = page.get_by_role("region", name="按领域找").get_by_role("link", name="便民热线")
    expect(tile).to_contain_text(f"{count} 个品牌")
    tile.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"便民热线 {count} 个品牌")
    expect(page.get_by_role("article")).to_have_count(count)


def test_news_leads_to_a_post_and_the_post_to_brands(visit: Callable[..., Page]) -> None:
    page = visit()
    page.get_by_role("region", name="动态").get_by_role("link", name="品牌橱窗上线").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("品牌橱窗上线")
    page.get_by_role("main").get_by_role("link", name="浙里办").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("浙里办")


def test_figures_and_seals_fill_their_rows_on_a_tablet(visit: Callable[..., Page]) -> None:
    page = visit(width=820)
    for row in (".figures--row > div", ".wall > div"):
        boxes = page.locator(row).evaluate_all(
            "all => all.map(one => [one.offsetTop, one.offsetLeft + one.offsetWidth])"
        )
        assert len({top for top, _ in boxes}) == 1, row
        assert max(right for _, right in boxes) > 0.95 * (820 - 33), row
