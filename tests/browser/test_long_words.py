"""Long figures, units, lines and names, pictures of any form, rows: they keep to their place at every width."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from PIL import Image
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parents[2]

LONG = """---
name: 长数
agency: china-railway
category: transport
slogan: 再长的数也放得下
summary: 四项承诺，两项成效，数字、单位和正文里的代码都很长，窄屏幕上也放得下。
service:
  commitments:
    - {text: 单笔补贴最高, limit: 10000, unit: 元以内}
    - {text: 全年服务, limit: 365, unit: 天}
    - {text: 热线接通, limit: 99.98765, unit: "%"}
    - {text: 群众诉求办结, limit: 15, unit: 个法定工作日内}
results:
  - {label: 累计办件, value: 12345678, unit: 件次, period: 2023, source: 总结}
  - {label: 资金, value: 1234567.89, unit: 万元人民币, period: 2023, source: 总结}
  - {label: 退税, value: 9876543210.55, unit: 元, period: 2023, source: 总结}
  - {label: 满意率, value: 99.98765, unit: "%", period: 2023, source: 总结}
sources: [{title: 报道}]
---
正文。

```
REPEATED
```

| 项目 | 年初 | 年中 | 年末 | 合计 | 说明 |
| --- | --- | --- | --- | --- | --- |
| 办件量 | 123456789.00 | 123456789.00 | 123456789.00 | 123456789.00 | 各窗口和网上办理的全部事项合计 |
""".replace("REPEATED", "缩进的一段话，" * 40)

PICTURES = {"tall": (300, 3000), "small": (60, 60), "phone": (1080, 2400), "wide": (1600, 900)}
PICTURED = """---
name: 长图
agency: china-railway
category: transport
slogan: 再长的图也看得完
summary: 一张手机长截图、一张小图、一张手机截图和一张横照片，宽屏幕上也不拉大，都看得完。
gallery:
GALLERY
sources: [{title: 报道}]
---
正文。

STORY

[![图](tall.png)](https://www.example.com/)
""".replace("GALLERY", "\n".join(f"  - {{src: {name}.png, alt: 图里是{name}}}" for name in PICTURES)).replace(
    "STORY", "\n\n".join(f"![图]({name}.png)" for name in PICTURES)
)

RUNS_OVER = """() => {
    const over = [...document.querySelectorAll(".vows b, .figures dd, .vows small, .figures small, .story pre")].filter(
        one => { const card = one.closest("li, .figures > div, .story").getBoundingClientRect();
                 return one.getBoundingClientRect().right > card.right + 1 || one.scrollWidth > one.clientWidth + 1
                     && getComputedStyle(one).display !== "inline"; });
    return over.map(one => one.textContent.slice(0, 20)); }"""
BROKEN = """() => [...document.querySelectorAll(".vows b, .figures dd:not(.figures__from)")].filter(one => {
    const range = document.createRange();
    range.selectNodeContents(document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode());
    return new Set([...range.getClientRects()].map(line => line.top)).size !== 1; }).map(one => one.textContent)"""
CELLS = """() => [...document.querySelectorAll(".story td")].filter(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return /[0-9]/.test(one.textContent) && range.getClientRects().length !== 1; }).map(one => one.textContent)"""
# A sign of per cent stands right behind its number.
PARTED = """() => [...document.querySelectorAll(":is(.vows b, .figures dd) > span small")].filter(one => {
    const range = document.createRange();
    range.selectNodeContents(one.previousSibling);
    const [number, sign] = [range.getBoundingClientRect(), one.getBoundingClientRect()];
    return sign.top > number.bottom || sign.left > number.right + 8; }).map(one => one.parentNode.textContent)"""
# Of each picture its own width and height, those it is shown with, and the height that is seen of it at once.
SHOWN = """all => all.map(one => ({
    own: [Number(one.getAttribute("width")), Number(one.getAttribute("height"))],
    shown: [one.offsetWidth, one.offsetHeight],
    seen: one.closest(".tall")?.offsetHeight || one.offsetHeight,
}))"""
ROWS = """(all) => {
    const rows = new Map();
    for (const one of all.filter(one => one.offsetParent))
        rows.set(one.offsetTop, (rows.get(one.offsetTop) ?? 0) + 1);
    return [...rows.values()];
}"""
# How far right of its name the tower of a cover stands, where it is as high as the name.
BESIDE_THE_NAME = """() => {
    const name = document.createRange();
    name.selectNodeContents(document.querySelector("h1"));
    const { right, bottom } = name.getBoundingClientRect();
    const storeys = [...document.querySelectorAll(".mast .cover use")].map(one => one.getBoundingClientRect());
    const lefts = storeys.filter(one => one.top < bottom).map(one => one.left);
    return Math.min(...lefts) - right;
}"""


@pytest.fixture(scope="session")
def long_address(host: str, sites: Path, tmp_path_factory: pytest.TempPathFactory, run: Callable[..., Result]) -> str:
    project = tmp_path_factory.mktemp("long")
    for name in ("docs", "hooks", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    (project / "brands").mkdir()
    (project / "brands/_catalogue.yml").symlink_to(ROOT / "brands/_catalogue.yml")
    (project / "brands/changshu.md").write_text(LONG, encoding="utf-8")
    (project / "brands/changtu").mkdir()
    (project / "brands/changtu/index.md").write_text(PICTURED, encoding="utf-8")
    for name, size in PICTURES.items():
        Image.new("RGB", size, "green").save(project / f"brands/changtu/{name}.png")
    result = run(project, "build", "--jobs", "1", "--skip-invalid", "--site", str(sites / "long"))
    assert (sites / "long/brands/changshu/index.html").is_file(), result.output
    return f"{host}/long/"


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_nothing_long_leaves_its_place(
    visit: Callable[..., Page], long_address: str, width: int, *, elder: bool
) -> None:
    page = visit("brands/changshu/", base=long_address, width=width)
    if elder:
        page.evaluate("document.documentElement.classList.add('elder')")
    assert page.evaluate(RUNS_OVER) == []
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(PARTED) == []
    assert page.evaluate(CELLS) == []
    assert page.locator(":is(.vows b, .figures dd) > span small").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_a_picture_is_as_wide_as_it_is_and_no_higher_than_a_screen(
    visit: Callable[..., Page], long_address: str, width: int, *, elder: bool
) -> None:
    page = visit("brands/changtu/", base=long_address, width=width)
    if elder:
        page.evaluate("document.documentElement.classList.add('elder')")
    pictures = page.locator(":is(.gallery, .story) img")
    shown = pictures.evaluate_all(SHOWN)
    assert len(shown) == 2 * len(PICTURES) + 1
    for picture in shown:
        (own_wide, own_high), (wide, high) = picture["own"], picture["shown"]
        assert 0 < wide <= own_wide
        assert wide == pytest.approx(high * own_wide / own_high, abs=2)
        assert 0 < picture["seen"] <= 900
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
    assert pictures.evaluate_all(SHOWN) == shown
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_very_tall_picture_is_read_by_keyboard(visit: Callable[..., Page], long_address: str) -> None:
    page = visit("brands/changtu/", base=long_address, width=820)
    box = page.locator(".story .tall").first
    assert box.locator("img").evaluate("one => one.offsetWidth") > 250
    box.focus()
    expect(box).to_be_focused()
    page.keyboard.press("End")
    expect(box).not_to_have_js_property("scrollTop", 0)
    assert page.locator(".story a .tall").evaluate("one => one.tabIndex") == -1


@pytest.mark.parametrize(
    ("slug", "rows"),
    [
        ("qingqudaojia", {390: [1] * 4, 820: [2, 2], 960: [2, 2], 1024: [4], 1440: [4]}),
        ("zheliban", {390: [1] * 3, 740: [3], 820: [3], 1440: [3]}),
    ],
)
def test_phases_stand_in_full_rows(visit: Callable[..., Page], slug: str, rows: dict[int, list[int]]) -> None:
    page, found = visit(f"brands/{slug}/"), {}
    for width in rows:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.locator(".line > li").evaluate_all(ROWS)
    assert found == rows


@pytest.mark.parametrize("width", [820, 1024, 1440, 1920])
def test_a_name_keeps_its_distance_from_what_the_cover_shows(visit: Callable[..., Page], width: int) -> None:
    assert visit("brands/12345-zhengwu/", width=width).evaluate(BESIDE_THE_NAME) > 0


@pytest.mark.parametrize("slug", ["qingqudaojia", "yichuangliang", "jiawenhua"])
def test_no_action_stands_alone(visit: Callable[..., Page], slug: str) -> None:
    assert visit(f"brands/{slug}/", width=820).locator(".acts > *").evaluate_all(ROWS) == [4]


def test_a_bracket_begins_a_line_at_its_edge(visit: Callable[..., Page]) -> None:
    wide, size = visit("brands/qingqudaojia/", width=390).evaluate(
        """() => {
            const [name, range] = [document.querySelector("h1"), document.createRange()];
            const place = name.firstChild.data.indexOf("（");
            range.setStart(name.firstChild, place);
            range.setEnd(name.firstChild, place + 1);
            return [range.getBoundingClientRect().width, parseFloat(getComputedStyle(name).fontSize)];
        }"""
    )
    assert wide < 0.75 * size
