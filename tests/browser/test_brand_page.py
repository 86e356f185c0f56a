"""The page of a brand: all it has, in order, in its own colour."""

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

VIEWS = [
    pytest.param({"scheme": scheme, "script": script}, id=f"{scheme}-{'' if script else 'no'}js")
    for scheme, script in product(("light", "dark"), (True, False))
]
COMPLETE, SPARSE = "brands/linlibang/", "brands/shebaowenwen/"
HEADINGS = [
    "内涵",
    "服务谁，怎么找到",
    "服务承诺",
    "管理与保障",
    "文化",
    "四个阶段",
    "成效",
    "荣誉",
    "案例",
    "图片",
    "品牌故事",
    "认可 · 支持 · 监督",
    "相关品牌",
    "资料来源",
]
EMPTY_SECTIONS = """async (addresses) => {
    const empty = [];
    for (const address of addresses) {
        const html = await (await fetch(address)).text();
        const page = new DOMParser().parseFromString(html, "text/html");
        for (const heading of page.querySelectorAll("#main :is(h2, h3)")) {
            const rest = heading.parentElement.cloneNode(true);
            rest.querySelectorAll("h2, h3").forEach((h) => h.remove());
            if (!rest.textContent.trim() && !rest.querySelector("img, svg")) empty.push([address, heading.textContent]);
        }
        for (const list of page.querySelectorAll("#main :is(ul, ol, dl, section)"))
            if (!list.textContent.trim()) empty.push([address, list.outerHTML.slice(0, 80)]);
    }
    return empty;
}"""
COLOURS = """() => ({
    mast: getComputedStyle(document.querySelector(".mast")).backgroundColor,
    link: getComputedStyle(document.querySelector(".watch a")).color,
})"""
UNDER_THE_HEADER = """() => {
    const bars = [...document.querySelectorAll(".md-header, .inpage")];
    return Math.max(...bars.map((bar) => bar.getBoundingClientRect().bottom));
}"""


@pytest.mark.parametrize("view", VIEWS)
def test_a_complete_brand_shows_everything_in_order(
    visit: Callable[..., Page], brands: dict[str, dict[str, Any]], view: dict[str, Any]
) -> None:
    phone = next(way["phone"] for way in brands["yichuangliang"]["service"]["channels"] if "phone" in way)
    page = visit("brands/yichuangliang/", **view)
    expect(page.get_by_role("heading", level=1)).to_have_text("一窗亮（示例）")
    expect(page.get_by_role("main").get_by_role("heading", level=2)).to_have_text(HEADINGS)
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
        expect(page.get_by_role("link", name=f"拨打 {phone}")).to_be_in_viewport()
    expect(page.locator("body")).to_have_css("color-scheme", view["scheme"])


@pytest.mark.parametrize("view", VIEWS)
def test_a_sparse_brand_shows_only_what_it_has(
    visit: Callable[..., Page], brands: dict[str, dict[str, Any]], view: dict[str, Any]
) -> None:
    page = visit(SPARSE, **view)
    expect(page.get_by_role("heading", level=1)).to_have_text("社保问问（示例）")
    expect(page.get_by_text("参保、转移、待遇领取")).to_be_visible()
    headings = page.get_by_role("main").get_by_role("heading", level=2).all_inner_texts()
    sources = ["资料来源"] if "sources" in brands["shebaowenwen"] else []
    assert headings == ["认可 · 支持 · 监督", "相关品牌", *sources]
    expect(page.get_by_role("navigation", name="本页内容")).to_have_count(0)


def test_no_brand_shows_an_empty_section(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    page = visit("brands/")
    assert page.evaluate(EMPTY_SECTIONS, [f"{slug}/" for slug in brands]) == []


def test_a_retired_brand_says_so_and_is_no_longer_listed(visit: Callable[..., Page]) -> None:
    page = visit("brands/yangguangjiuzhu/")
    expect(page.get_by_text("已停用").or_(page.get_by_text("停止使用")).first).to_be_visible()
    page.goto(page.url.replace("yangguangjiuzhu/", ""))
    expect(page.get_by_role("article").filter(has_text="阳光救助")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_headings_are_in_song_and_text_in_hei(visit: Callable[..., Page], scheme: str) -> None:
    page = visit(COMPLETE, scheme=scheme)
    read = "all => [...new Set(all.map((e) => getComputedStyle(e).fontFamily.split(', ').at(-1)))]"
    sections = page.locator("main :is(h1, section:not(.related) h2)")
    assert sections.evaluate_all(read) == ["serif"]
    assert page.locator("main :is(.summary, .story p, dd.figures__from, figcaption)").evaluate_all(read) == [
        "sans-serif"
    ]


def test_what_is_written_is_on_the_page(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    brand, text = brands["linlibang"], visit(COMPLETE).get_by_role("main").inner_text()
    wanted = [
        *(brand[key] for key in ("name", "slogan", "summary")),
        *brand["service"]["audience"],
        *(item["name"] for item in brand["service"]["items"] + brand["service"]["channels"]),
        *(vow["text"] for vow in brand["service"]["commitments"]),
        *(system["title"] for system in brand["management"]["systems"]),
        *(way["value"] for way in brand["management"]["supervision"]),
        *(phase["summary"] for phase in brand["phases"].values()),
        *(word for result in brand["results"] for word in (result["label"], result["source"])),
        *(honour["title"] for honour in brand["honours"]),
        *(case["text"] for case in brand["cases"]),
        *(picture["caption"] for picture in brand["gallery"]),
        *(source["title"] for source in brand["sources"]),
    ]
    assert [words for words in wanted if words not in text] == []


@pytest.mark.parametrize("slug", ["linlibang", "12345-zhengwu"])
def test_numbers_can_be_dialled_as_they_are_written(visit: Callable[..., Page], slug: str) -> None:
    calls = visit(f"brands/{slug}/").locator("main a[href^='tel:']")
    pairs = calls.evaluate_all("all => all.map((a) => [a.innerText, a.getAttribute('href')])")
    assert len(pairs) > 0
    assert [pair for pair in pairs if re.sub(r"\D", "", pair[0]) != re.sub(r"\D", "", pair[1])] == []


@pytest.mark.parametrize("width", [390, 1440])
def test_the_pages_own_navigation_leads_and_marks(visit: Callable[..., Page], width: int) -> None:
    page = visit(COMPLETE, width=width)
    bar = page.get_by_role("navigation", name="本页内容")
    for word in ("内涵", "阶段", "图片", "监督"):
        link = bar.get_by_role("link", name=word)
        link.click()
        section = page.locator(f"main {link.get_attribute('href')}")
        heading = section.get_by_role("heading", level=2)
        expect(heading).to_be_in_viewport()
        box = heading.bounding_box()
        assert box is not None
        assert box["y"] >= page.evaluate(UNDER_THE_HEADER)
        expect(bar.locator("[aria-current]")).to_have_text([link.inner_text()])


def test_the_navigation_stands_still_under_a_pressed_finger(visit: Callable[..., Page]) -> None:
    page = visit(COMPLETE, width=390)
    bar = page.get_by_role("navigation", name="本页内容")
    bar.get_by_role("link", name="内涵").click()  # From here on the bar stands below the header.
    expect(bar.locator("[aria-current]")).to_have_text(["内涵"])
    box = bar.get_by_role("link", name="阶段").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.evaluate("document.querySelector('#gallery').scrollIntoView()")
    expect(bar.locator("[aria-current]")).to_have_text(["图片"])
    page.mouse.up()
    expect(page.locator("main #phases").get_by_role("heading", level=2)).to_be_in_viewport()
    expect(bar.locator("[aria-current]")).to_have_text(["阶段"])


@pytest.mark.parametrize("width", [390, 1440])
def test_the_mark_can_be_seen_all_the_way_down(visit: Callable[..., Page], width: int) -> None:
    page = visit(COMPLETE, width=width)
    bar = page.get_by_role("navigation", name="本页内容")
    for word in ("内涵", "文化", "监督"):
        anchor = bar.get_by_role("link", name=word).get_attribute("href")
        page.evaluate("(id) => document.querySelector(id).scrollIntoView()", anchor)
        expect(bar.locator("[aria-current]")).to_have_text([word])
        expect(bar.locator("[aria-current]")).to_be_in_viewport(ratio=0.9)


def test_sharing_copies_the_address(visit: Callable[..., Page], address: str) -> None:
    page = visit(COMPLETE, fresh=True, before="Object.defineProperty(navigator, 'share', {value: undefined})")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="分享").click()
    expect(page.get_by_role("button", name="已复制链接")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address + COMPLETE


@pytest.mark.parametrize("mode", ["", "?elder=1"])
def test_an_address_that_cannot_be_copied_is_shown(visit: Callable[..., Page], address: str, mode: str) -> None:
    none = "for (const one of ['share', 'clipboard']) Object.defineProperty(navigator, one, {value: undefined})"
    page = visit(COMPLETE + mode, width=390, fresh=True, before=none)
    for _ in range(2):
        page.get_by_role("button", name="分享").click()
        field = page.get_by_label("复制这个地址")
        expect(field).to_have_value(address + COMPLETE)
        expect(field).to_be_focused()
    assert page.evaluate("getSelection().toString()") == address + COMPLETE
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_sharing_hands_the_page_to_the_phone(visit: Callable[..., Page], address: str) -> None:
    page = visit(COMPLETE, width=390, fresh=True, before="navigator.share = async (given) => { window.given = given; }")
    page.get_by_role("button", name="分享").click()
    given = page.evaluate("window.given")
    assert given["url"] == address + COMPLETE
    assert "邻里帮" in given["title"]


@pytest.mark.parametrize("slug", ["linlibang", "zheliban"], ids=["logo", "seal"])
def test_a_picture_to_save(visit: Callable[..., Page], slug: str) -> None:
    page = visit(f"brands/{slug}/", width=390, fresh=True)
    save = page.get_by_role("button", name="存成图片")
    save.click()
    dialog = page.get_by_role("dialog", name="存成图片")
    picture = dialog.get_by_role("img")
    expect(picture).to_be_in_viewport(ratio=1)
    told = picture.evaluate(
        """async (image) => {
          await image.decode();
          const canvas = Object.assign(document.createElement("canvas"), { width: 900, height: 1200 });
          const pen = canvas.getContext("2d", { willReadFrequently: true });
          pen.drawImage(image, 0, 0);
          const colors = (left, top, width, height) => {
            const { data } = pen.getImageData(left, top, width, height);
            const seen = new Set();
            for (let at = 0; at < data.length; at += 4) seen.add(data.slice(at, at + 3).join());
            return seen.size;
          };
          const face = [80, 290, 200, 200], name = [72, 500, 756, 120], code = [640, 950, 190, 190];
          const parts = [[0, 0, 900, 200], face, name, code, [20, 600, 40, 500]];
          return [image.naturalWidth, image.naturalHeight, ...parts.map((part) => colors(...part))];
        }"""
    )
    assert told[:2] == [900, 1200]
    # The cover, the face, the name and the code are drawn; the edge is paper.
    assert [count > 2 for count in told[2:]] == [True, True, True, True, False]
    # What it was opened for comes first and is the one that stands out.
    acts = dialog.locator(".leave__acts > *")
    expect(acts).to_have_text(["下载图片", "关闭"])
    filled, plain = acts.evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert (filled == "rgba(0, 0, 0, 0)", plain) == (False, "rgba(0, 0, 0, 0)")
    with page.expect_download() as downloading:
        dialog.get_by_role("link", name="下载图片").click()
    assert downloading.value.suggested_filename.endswith(".png")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(save).to_be_focused()
    page.evaluate("document.documentElement.classList.add('elder')")
    save.click()
    expect(page.locator("main div.leave--picture, #main div.leave--picture")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_without_script_there_is_no_button_that_does_nothing(visit: Callable[..., Page]) -> None:
    expect(visit(COMPLETE, script=False).get_by_role("main").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1440])
def test_pictures_are_shown_no_larger_than_needed(visit: Callable[..., Page], width: int) -> None:
    page = visit(COMPLETE, width=width)
    pictures = page.locator("#gallery img")
    expect(pictures).to_have_count(2)
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        real, shown, alt = picture.evaluate("(i) => [i.naturalWidth, i.clientWidth, i.alt]")
        assert real > 0
        assert shown <= int(re.findall(r"-(\d+)\.", picture.evaluate("(i) => i.currentSrc"))[0]) <= 3 * shown
        assert len(alt) > 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_brand_leads_with_its_own_colour(visit: Callable[..., Page], scheme: str) -> None:
    colours = [
        visit(f"brands/{slug}/", scheme=scheme).evaluate(COLOURS)
        for slug in ("linlibang", "yichuangliang", "anxinzhen")
    ]
    assert len({colour["mast"] for colour in colours}) == 3
    assert len({colour["link"] for colour in colours}) == 3


def test_related_brands_are_others_and_lead_on(visit: Callable[..., Page]) -> None:
    page = visit("brands/zheliban/")
    related = page.get_by_role("region", name="相关品牌").get_by_role("article")
    names = related.get_by_role("heading").all_inner_texts()
    assert len(set(names)) == len(names) > 0
    assert "浙里办" not in names
    related.first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(names[0])


@pytest.mark.parametrize("slug", ["zheliban", "shebaowenwen"])
def test_a_site_with_an_address_gives_each_page_its_code(
    visit: Callable[..., Page], small_address: str, slug: str
) -> None:
    page = visit(f"brands/{slug}/", base=small_address)
    expect(page.locator("link[rel=canonical]")).to_have_attribute("href", f"{small_address}brands/{slug}/")
    code = page.get_by_role("figure").filter(has_text="扫码")
    code.scroll_into_view_if_needed()
    expect(code.locator("svg")).to_be_in_viewport(ratio=1)


def test_all_of_a_page_begins_at_one_edge(visit: Callable[..., Page]) -> None:
    page = visit(COMPLETE, width=1440)
    lefts = page.evaluate(
        """() => [".mast__face", ".inpage a", ".summary", "#meaning h2", "#supervision h2", ".src h2"].map((name) => {
            const range = document.createRange();
            const one = document.querySelector(name);
            range.selectNodeContents(one);
            return Math.round(range.getBoundingClientRect().left);
        })"""
    )
    assert max(lefts) - min(lefts) <= 1, lefts


def test_evidence_of_a_phase_is_pressed_on_a_telephone(visit: Callable[..., Page]) -> None:
    page = visit(COMPLETE, width=390)
    heights = page.locator(".notes a").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert heights
    assert min(heights) >= 44
