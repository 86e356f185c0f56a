"""The search: its dialog by mouse, keyboard and input method, with script and without; and that every name is found."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import opencc
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypinyin import lazy_pinyin

Visit = Callable[..., Page]
# The addresses of what is found for each of some words, by the code that the dialog runs.
FIND = """async (words) => {
    const root = document.querySelector("a[data-search]").href.replace("brands/#q", "");
    await showcase.load(root + showcase.said.find);
    const finder = showcaseFind(root, showcase.load);
    await finder.begin();
    return words.map((word) => finder.search(word).found.map(({ brand }) => brand.slug));
}"""


def search(page: Page, words: str) -> Locator:
    """Looks for words in the dialog, which may be open already; returns the options."""
    page.wait_for_load_state()
    if not page.locator("dialog.search[open]").count():
        page.keyboard.press("/")
    page.locator(".search__box").fill(words)
    return page.locator(".search [role=option]")


def spell(name: str) -> list[str]:
    """The syllable of each character; one that has none stands for itself."""
    syllables: list[str] = []
    for run in re.findall(r"[\u4e00-\u9fff]+|[^\u4e00-\u9fff]", name):
        syllables += lazy_pinyin(run) if re.match(r"[\u4e00-\u9fff]", run) else [run.lower()]
    assert len(syllables) == len(name)
    return syllables


def iterate_forms(name: str) -> Iterator[str]:
    """Every two neighbouring characters of a name: as written, by pinyin, by initials, in each traditional form."""
    syllables = spell(name)
    written = [name, *(opencc.OpenCC(way).convert(name) for way in ("s2t", "s2tw", "s2hk"))]
    for at in range(len(name) - 1):
        if name[at : at + 2].isalnum():
            yield from (one[at : at + 2] for one in written)
            yield "".join(syllables[at : at + 2])
            yield "".join(syllable[0] for syllable in syllables[at : at + 2])


def test_every_two_characters_of_a_name_find_it(visit: Visit, brands: dict[str, dict[str, Any]]) -> None:
    """In the first three places, unless more names have the same two characters: one of them is as good as another."""
    holders: dict[str, set[str]] = defaultdict(set)
    for slug, brand in brands.items():
        for form in iterate_forms(brand["name"]):
            holders[form].add(slug)
    found = dict(zip(holders, visit().evaluate(FIND, list(holders)), strict=True))
    assert len(found) > 200
    lost = {form: slug for form, slugs in holders.items() for slug in slugs if slug not in found[form]}
    assert lost == {}
    late = {form for form, slugs in holders.items() if set(found[form][: max(3, len(slugs))]) < slugs}
    assert late == set()
    many = {form for form, slugs in holders.items() if len(slugs) > 3 and not form.isascii()}
    assert many == {"服务", "服務", "示例"}


HEADS = "浙沪津晋苏皖鲁鄂渝琼"
MIDDLES = ("里", "事", "企", "社", "民", "惠", "速", "乐", "长", "行", "重", "率")
TAILS = ("办", "通", "快办", "一点通", "直通车", "e站", "管家", "365", "先锋号")


def test_every_two_characters_of_invented_names_find_them(
    visit: Visit, host: str, sites: Path, tmp_path: Path, lay_out: Callable[[Path, str], Path], run: Callable[..., Any]
) -> None:
    """Many that resemble one another, with characters of several readings, letters and figures."""
    chance = random.Random(4)
    names = sorted({chance.choice(HEADS) + chance.choice(MIDDLES) + chance.choice(TAILS) for _ in range(160)})
    project = lay_out(tmp_path / "project", "right/minimal")
    for number, name in enumerate(names):
        fields = f"name: {name}\nagency: office\ncategory: desk\nslogan: 好\nsummary: {'一' * 20}\n"
        (project / f"brands/b{number}.md").write_text(f"---\n{fields}---\n", encoding="utf-8")
    built = run(project, "build", "--jobs", "1")
    assert built.exit_code == 0, built.output
    (sites / "invented").symlink_to(project / "site")
    holders: dict[str, set[str]] = defaultdict(set)
    for number, name in enumerate(names):
        for form in iterate_forms(name):
            holders[form].add(f"b{number}")
    found = dict(zip(holders, visit(base=f"{host}/invented/").evaluate(FIND, list(holders)), strict=True))
    lost = {form for form, slugs in holders.items() if not slugs <= set(found[form])}
    assert lost == set()
    # By their sound many are as good as one another: "sule" is su and le, and su, l and e.
    written = {form: slugs for form, slugs in holders.items() if not form.isascii()}
    assert len(written) > 100
    assert {form for form, slugs in written.items() if not slugs <= set(found[form][: max(3, len(slugs))])} == set()


# A finder of the same names in blocks of ten; the first answers before the others are there.
IN_BLOCKS = """async () => {
    const root = document.querySelector("a[data-search]").href.replace("brands/#q", "");
    await showcase.load(root + showcase.said.find);
    await showcase.load(`${root}search/names-0.js`);
    const [whole] = window.showcaseNames;
    const cut = (number, list) => list.slice(number * 10, number * 10 + 10);
    const block = (number) => {
        const more = number ? { total: undefined, variants: undefined, readings: undefined, pages: undefined } : {};
        const lines = (list) => cut(number, list.split("\\n")).join("\\n");
        return { ...whole, ...more, names: lines(whole.names), slugs: lines(whole.slugs),
            agency: cut(number, whole.agency), area: cut(number, whole.area) };
    };
    const finder = showcaseFind(root, async (src) => {
        const number = Number(src.match(/names-(\\d+)/)[1]);
        window.showcaseNames[number] = block(number);
    });
    await finder.begin();
    const count = () => finder.search("a").found.length;
    const counts = [count()];
    await finder.proceed(() => counts.push(count()));
    const agencies = finder.search("局").agencies;
    return [whole.total, counts, agencies.length === new Set(agencies.map(({ url }) => url)).size];
}"""


def test_a_large_catalogue_answers_block_by_block(visit: Visit) -> None:
    total, counts, are_once = visit().evaluate(IN_BLOCKS)
    assert len(counts) == -(-total // 10)
    assert sorted(set(counts)) == counts
    assert are_once


def test_every_two_letters_of_a_names_pinyin_find_it(visit: Visit, brands: dict[str, dict[str, Any]]) -> None:
    """So short a part of many names is no name's own: it finds each, and no brand before them whose name lacks it."""
    holders: dict[str, set[str]] = defaultdict(set)
    initials: dict[str, str] = {}
    for slug, brand in brands.items():
        syllables = spell(brand["name"])
        initials[slug] = "".join(syllable[0] for syllable in syllables)
        for run in re.findall("[a-z]{2,}", "".join(syllables)):
            for at in range(len(run) - 1):
                holders[run[at : at + 2]].add(slug)
    found = dict(zip(holders, visit().evaluate(FIND, list(holders)), strict=True))
    lost = {(pair, slug) for pair, slugs in holders.items() for slug in slugs - set(found[pair])}
    assert lost == set()
    strangers = {
        (pair, slug)
        for pair, slugs in holders.items()
        for slug in found[pair][: len(slugs)]
        if slug not in slugs and pair not in initials[slug] and pair[0] not in initials[slug]
    }
    assert strangers == set()


@pytest.mark.parametrize("width", [390, 1440])
def test_a_visitor_finds_a_brand(visit: Visit, width: int) -> None:
    page = visit(width=width, fresh=True)
    opener = page.locator(".md-header").get_by_role("button", name="搜索品牌")
    opener.click()
    box = page.get_by_role("combobox", name="搜索品牌")
    expect(box).to_be_focused()
    dialog = page.get_by_role("dialog", name="搜索品牌").bounding_box()
    assert dialog is not None
    assert (dialog["width"] == width) == (width == 390)
    for words, first in {
        "浙里": "浙里办",
        "zheli": "浙里办",
        "ZLB": "浙里办",
        "zhelb": "浙里办",
        "浙裡辦": "浙里办",
        "12345": "12345 政务服务便民热线",
        "广州市信访局": "家文化",
        "政务服务 浙江": "浙里办",
        "粤省": "粤省事",
    }.items():
        expect(search(page, words).first.locator("b")).to_have_text(first)
    expect(page.locator(".search mark").first).to_have_text("粤省")
    expect(page.locator(".search__said")).to_have_text(re.compile(r"^找到 \d+ 项$"))
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()
    page.get_by_role("main").get_by_role("button", name="搜索").click()
    expect(box).to_have_value("")
    search(page, "浙里").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("浙里办")


def test_what_is_to_be_done_finds_who_does_it(visit: Visit) -> None:
    """Groups by kind; where nothing has all of the words, what comes near."""
    page = visit(fresh=True)
    options = search(page, "社保")
    expect(page.get_by_role("group", name="品牌").get_by_role("option").first).to_contain_text("社保问问")
    needs = page.get_by_role("group", name="办事").get_by_role("option")
    expect(needs.filter(has_text="浙里办").locator("b")).to_have_text("社保查询与电子社保卡")
    near = page.get_by_role("group", name="名称和事项里没有完全相同的，相近的有：").get_by_role("option")
    for words, first in {
        "办社保": "社保问问（示例）",
        "辦社保": "社保问问（示例）",
        "交医保": "社保与医保查询",
        "医保报销": "社保与医保查询",
        "怎么办护照": "公积金与出入境业务",
    }.items():
        search(page, words)
        expect(near.first.locator("b")).to_have_text(first)
        expect(page.locator(".search__said")).to_contain_text(re.compile(r"找到 \d+ 项"))
    expect(near.first.locator("mark")).to_have_text("护照")
    search(page, "浙里办")
    expect(page.locator(".search__said")).to_have_text(re.compile("^找到"))
    expect(near).to_have_count(0)
    search(page, "信访局")
    expect(page.get_by_role("group", name="创建单位").get_by_role("option")).to_contain_text(["广州市信访局"])
    search(page, "税务")
    expect(page.get_by_role("group", name="服务领域").get_by_role("option")).to_contain_text(["税务财政"])
    search(page, "品牌橱窗上线")
    expect(page.get_by_role("group", name="页面和动态").get_by_role("option")).to_contain_text(["品牌橱窗上线"])
    expect(search(page, "没有这样的牌子")).to_have_count(0)
    expect(page.locator(".search__said")).to_contain_text("没有找到")
    options = search(page, "a")
    page.get_by_role("option", name=re.compile("^还有")).first.click()
    expect(page.locator(".search__box")).to_be_focused()
    assert options.count() > 9


def test_facets_narrow_what_was_found(visit: Visit) -> None:
    page = visit(fresh=True)
    options = search(page, "服务")
    expect(options.first).to_be_visible()
    chip = page.get_by_role("group", name="筛选").get_by_role("button", name=re.compile("^政务服务"))
    count = int(chip.locator("small").inner_text())
    chip.click()
    expect(page.locator(".search__said")).to_have_text(f"找到 {count} 项")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    chip.click()
    expect(page.locator(".search__said")).not_to_have_text(f"找到 {count} 项")


def test_it_works_by_keyboard_alone(visit: Visit) -> None:
    page = visit("about/", fresh=True)
    page.keyboard.press("Control+k")
    box = page.locator(".search__box")
    expect(box).to_be_focused()
    page.keyboard.type("服务")
    options = page.locator(".search [role=option]")
    expect(options.nth(2)).to_be_visible()
    expect(page.locator(".hit__line").first).not_to_be_empty()
    for key, place in (
        ("ArrowDown", 1),
        ("ArrowDown", 2),
        ("ArrowUp", 1),
        ("ArrowUp", 0),
        ("ArrowUp", -1),
        ("ArrowDown", 0),
    ):
        page.keyboard.press(key)
        active = options.nth(place)
        expect(active).to_have_attribute("aria-selected", "true")
        expect(box).to_have_attribute("aria-activedescendant", active.get_attribute("id") or "")
        expect(page.locator(".search [aria-selected=true]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    name = options.nth(1).locator("b").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.wait_for_load_state()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("a/b")
    expect(box).to_have_value("a/b")


def test_it_waits_for_the_input_method(visit: Visit) -> None:
    page = visit(fresh=True)
    options = search(page, "粤省事")
    expect(options.first.locator(".hit__line")).not_to_be_empty()
    expect(page.get_by_role("option", name="再到全文里找")).to_be_visible()  # The last that is drawn.
    before = page.locator(".search__hits").inner_html()
    write = """([word, composing]) => {
        const box = document.querySelector(".search__box");
        box.value = word;
        box.dispatchEvent(new InputEvent("input", { isComposing: composing, bubbles: true }));
    }"""
    fire = (
        "(kind) => document.querySelector('.search__box').dispatchEvent(new CompositionEvent(kind, { bubbles: true }))"
    )
    page.evaluate(fire, "compositionstart")
    for letters in ("z", "zh", "zhe", "zhe li"):
        page.evaluate(write, [letters, True])
    page.keyboard.press("Enter")  # Takes what the input method offers, and opens nothing.
    page.wait_for_timeout(100)
    assert page.locator(".search__hits").inner_html() == before
    page.evaluate(write, ["浙里", True])
    page.evaluate(fire, "compositionend")
    expect(options.first).to_contain_text("浙里办")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("浙里办")


def test_an_address_holds_a_search(visit: Visit) -> None:
    page = visit("brands/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", fresh=True)
    expect(page.locator(".search__box")).to_have_value("<img src=x onerror=alert(1)>")
    expect(page.locator(".search__said")).to_contain_text("没有找到")
    said, foot = (page.locator(part).bounding_box() for part in (".search__said", ".search__foot"))
    assert said
    assert foot
    assert foot["y"] - said["y"] - said["height"] >= 12
    page.goto(page.url.split("?")[0] + "?q=粤省事")
    expect(page.locator(".search [role=option]").first).to_contain_text("粤省事")
    page.get_by_role("button", name="关闭").click()
    assert page.url.endswith("brands/")
    expect(page.get_by_role("article").first).to_be_visible()


def test_words_often_looked_for_find_something(visit: Visit) -> None:
    page = visit(fresh=True)
    tries = page.locator(".hero__tries a")
    for word in tries.all_inner_texts():
        tries.get_by_text(word, exact=True).click()
        expect(page.locator(".search__box")).to_have_value(word)
        expect(page.locator(".search [role=option]").first).to_be_visible()
        page.keyboard.press("Escape")


def test_a_page_that_is_missing_leads_to_the_search(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}brands/none/")
        page.get_by_role("main").get_by_role("button", name="搜索").click()
        page.get_by_role("combobox").fill("zlb")
        expect(page.locator(".search [role=option]").first).to_contain_text("浙里办")


FAKE = """window.showcaseFullText = { async search(query, { filters, limit, newest, signal }) {
    if (query === "坏的") throw new Error("broken");
    window.asked = [query, filters, limit, signal instanceof AbortSignal];
    window.isNewest = newest;
    if (query === "大家") {
        const tell = (year) => ({ url: `news/${year}/`, title: year, kind: "news", excerpt: [] });
        const told = ["2024", "2026", "2025"].map(tell);
        return newest ? told.toSorted((one, other) => other.title - one.title) : told;
    }
    return [
        { url: "brands/zheliban/", title: "浙里办", kind: "brand", excerpt: [["同一个", false]] },
        { url: "guide/", title: "投稿指南", kind: "page", excerpt: [["怎样写", false], ["浙里", true], ["<b>"]] },
    ];
} };"""


def test_the_full_text_comes_after_the_names(visit: Visit) -> None:
    page = visit(fresh=True)
    page.route("**/fake.js", lambda route: route.fulfill(body=FAKE, content_type="text/javascript"))
    page.evaluate("document.querySelector('a[data-search]').dataset.fulltext = 'fake.js'")
    search(page, "浙里")
    text = page.get_by_role("group", name="全文").get_by_role("option")
    expect(text).to_have_count(1)
    expect(text).to_contain_text("怎样写浙里<b>")
    expect(text.locator("mark")).to_have_text("浙里")
    assert page.evaluate("asked") == ["浙里", {}, 5, True]
    search(page, "政务")
    offer = page.get_by_role("option", name="再到全文里找")
    expect(offer).to_be_visible()
    assert page.evaluate("asked[0]") == "浙里", "what the names answer fetches no full text by itself"
    offer.click()
    expect(text.filter(has_text="投稿指南")).to_be_visible()
    expect(offer).to_have_count(0)
    assert page.evaluate("asked[0]") == "政务"
    search(page, "浙里办")
    expect(offer).to_be_visible()
    page.wait_for_timeout(400)
    assert page.evaluate("asked[0]") == "政务", "a name that is written out has been answered"
    search(page, "坏的")
    expect(page.locator(".search__note")).to_have_text("全文查找暂时用不了。")


@pytest.mark.parametrize("elder", [False, True])
def test_the_full_text_may_begin_with_the_newest(visit: Visit, elder: bool) -> None:
    page = visit(fresh=True)
    if elder:
        page.evaluate("document.documentElement.classList.add('elder')")
    page.route("**/fake.js", lambda route: route.fulfill(body=FAKE, content_type="text/javascript"))
    page.evaluate("document.querySelector('a[data-search]').dataset.fulltext = 'fake.js'")
    search(page, "浙里")
    order = page.get_by_role("option", name="最新上线")
    text = page.get_by_role("group", name="全文")
    expect(text.get_by_role("option")).to_have_count(1)
    expect(order).to_have_count(0)
    search(page, "大家")
    hits = text.locator(".hit b")
    expect(hits).to_have_text(["2024", "2026", "2025"])
    expect(order).to_have_attribute("aria-checked", "false")
    chip, label = order.bounding_box(), text.locator(".search__kind").bounding_box()
    first = text.locator(".hit").first.bounding_box()
    assert chip is not None
    assert label is not None
    assert first is not None
    assert chip["x"] > label["x"], "beside the name of the group"
    assert chip["y"] + chip["height"] <= first["y"] + 1
    assert label["y"] < chip["y"] + chip["height"]
    assert min(chip["width"], chip["height"]) >= (60 if elder else 24)
    page.keyboard.press("ArrowUp")
    expect(order).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(hits).to_have_text(["2026", "2025", "2024"])
    expect(order).to_have_attribute("aria-checked", "true")
    expect(order).to_have_attribute("aria-selected", "true")
    expect(page.locator(".search__box")).to_be_focused()
    assert page.evaluate("[asked[0], isNewest]") == ["大家", True]
    order.click()
    expect(hits).to_have_text(["2024", "2026", "2025"])
    assert not page.evaluate("isNewest")
    order.click()
    expect(hits.first).to_have_text("2026")
    search(page, "大家好")
    expect(text.locator(".hit b")).to_have_text(["浙里办", "投稿指南"])
    expect(order).to_have_attribute("aria-checked", "false")


@pytest.mark.usefixtures("address")
def test_it_works_from_a_disk(browser: Browser, sites: Path) -> None:
    with browser.new_context(locale="zh-CN") as context:
        page = context.new_page()
        page.goto((sites / "showcase/index.html").as_uri())
        search(page, "zlb").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("浙里办")
        search(page, "办社保")
        expect(page.locator(".search [role=option]").filter(has_text="社保问问")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_without_script_the_search_leads_to_the_listing(visit: Visit, width: int) -> None:
    page = visit(width=width, script=False)
    page.locator("input[name=q]").fill("zlb")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("品牌")
    expect(page.locator("noscript p")).to_have_text(re.compile("搜索需要启用 JavaScript"))
    expect(page.locator("noscript p")).to_be_visible()
    page.goto(page.url.replace("brands/?q=zlb", "about/"))
    page.locator(".md-header").get_by_role("link", name="搜索品牌").click()
    expect(page.get_by_role("article").first).to_be_visible()
    expect(page.locator("input[name=q]")).to_be_in_viewport()
