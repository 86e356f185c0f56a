"""The elder mode: turned on in the header or by an address, remembered, large, without pop-ups, read aloud."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

# A device with one voice of its own, which says each passage when the test lets it.
VOICE = """
    window.said = [];
    const voice = {lang: "zh-CN", localService: true, name: "test"};
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", {value: {
        getVoices: () => [{lang: "en-US", localService: true}, {lang: "zh-CN", localService: false}, voice],
        speak(words) { said.push(words.text); window.ending = () => words.onend(new Event("end")); },
        cancel() { window.ending = undefined; },
    }});
"""


def bar(page: Page) -> Locator:
    return page.get_by_role("region", name="长辈版工具")


def type_size(page: Page) -> Any:
    return page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")


def test_the_mode_is_turned_on_remembered_adjusted_and_left(visit: Callable[..., Page], address: str) -> None:
    page = visit("brands/linlibang/", fresh=True, width=390)
    page.get_by_role("button", name="长辈版").click()
    expect(page.get_by_role("button", name="标准版")).to_be_focused()
    assert type_size(page) >= 24
    bar(page).get_by_role("button", name="A+").focus()
    for _ in range(5):
        page.keyboard.press("Enter")
    expect(bar(page).get_by_role("button", name="A+")).to_have_attribute("aria-disabled", "true")
    bar(page).get_by_role("button", name="配色").click()
    expect(bar(page).get_by_role("status")).to_have_text("黑底白字")
    largest = type_size(page)
    assert largest > 36
    # Before any script of a file has run, the next page is as large and as dark.
    page.route("**/*.js", lambda route: route.fulfill(body=""))
    page.goto(f"{address}guide/", wait_until="commit")
    page.locator("main h1").wait_for()
    assert type_size(page) == largest
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    page.unroute("**/*.js")
    page.goto(f"{address}guide/")
    bar(page).get_by_role("button", name="退出").click()
    expect(bar(page)).to_have_count(0)
    page.reload()
    expect(bar(page)).to_have_count(0)
    assert type_size(page) == 16


def test_an_address_turns_it_on_and_off(visit: Callable[..., Page], address: str) -> None:
    page = visit("brands/?elder=1&area=government-services", fresh=True)
    expect(bar(page)).to_be_visible()
    expect(page).to_have_url(f"{address}brands/?area=government-services")
    page.goto(f"{address}agencies/")
    expect(bar(page)).to_be_visible()
    page.goto(f"{address}agencies/?elder=0")
    expect(bar(page)).to_have_count(0)
    page.goto(f"{address}404.html?elder=1")
    expect(page.get_by_role("button", name="标准版")).to_be_visible()
    page.goto(f"{address}404.html?elder=0")
    expect(page.get_by_role("button", name="长辈版")).to_be_visible()
    expect(page).to_have_url(f"{address}404.html")
    expect(page.locator("link[rel=icon]")).to_have_attribute("href", "/showcase/assets/showcase/favicon.svg")
    page.goto(f"{address}agencies/")
    expect(bar(page)).to_have_count(0)


def test_the_largest_type_leaves_what_is_pressed_in_one_piece(visit: Callable[..., Page], address: str) -> None:
    page = visit("?elder=1", fresh=True, width=390)
    for _ in range(3):
        bar(page).get_by_role("button", name="A+").click()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        for path, piece in (("", ".bigfind"), ("brands/", ".bigfind"), ("brands/linlibang/", ".acts .pri")):
            page.goto(address + path)
            expect(page.locator(".bigfind:not(button)")).to_have_count(0)
            for part in (".md-header", piece):
                box = page.locator(part).bounding_box()
                assert box, part
                assert box["height"] <= 100, (width, path, part)


def test_where_nothing_may_be_remembered_links_carry_it(visit: Callable[..., Page]) -> None:
    blocked = (
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
    )
    page = visit("phases/?elder=1", before=blocked)
    expect(bar(page)).to_be_visible()
    page.locator("main .ways__count a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(bar(page)).to_be_visible()


def test_without_script_there_is_no_switch(visit: Callable[..., Page]) -> None:
    page = visit("brands/linlibang/?elder=1", script=False)
    expect(page.locator(".elder-switch")).to_be_hidden()
    assert type_size(page) == 16


def test_leaving_opens_no_dialog(visit: Callable[..., Page]) -> None:
    page = visit("brands/linlibang/?elder=1", fresh=True, width=390)
    link = page.locator("a[href='https://example.com/linlibang']").last
    link.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    notice = page.get_by_role("group", name="即将离开本站")
    expect(notice).to_contain_text("example.com")
    expect(notice.get_by_role("link", name="继续访问")).to_have_attribute("href", "https://example.com/linlibang")
    box = notice.bounding_box()
    assert box is not None
    assert box["width"] > 250
    page.get_by_role("button", name="留在本站").click()
    expect(notice).to_have_count(0)
    expect(link).to_be_focused()


def test_the_page_is_read_aloud(visit: Callable[..., Page]) -> None:
    page = visit("brands/linlibang/?elder=1", before=VOICE)
    bar(page).get_by_role("button", name="朗读").click()
    assert page.evaluate("said") == ["邻里帮（示例）"]
    expect(page.locator(".reading")).to_have_text("邻里帮（示例）")
    page.evaluate("ending()")
    expect(page.locator(".reading")).to_have_text("家门口的事，帮到底")
    bar(page).get_by_role("button", name="暂停").click()
    assert page.evaluate("window.ending") is None
    bar(page).get_by_role("button", name="继续").click()
    assert page.evaluate("said")[1:] == ["家门口的事，帮到底"] * 2
    page.evaluate("while (window.ending) ending()")
    said = page.evaluate("said")
    assert max(len(words) for words in said) <= 81
    assert "最近更新" in said[-1]
    assert not {"品牌", "分享", "跳到正文"} & set(said)
    expect(bar(page).get_by_role("button", name="朗读")).to_be_visible()
    bar(page).get_by_role("button", name="朗读").click()
    page.keyboard.press("Escape")
    expect(page.locator(".reading")).to_have_count(0)


def test_a_device_without_a_voice_offers_no_reading(visit: Callable[..., Page]) -> None:
    page = visit("brands/linlibang/?elder=1", fresh=True)
    expect(bar(page).get_by_role("button", name="退出")).to_be_visible()
    expect(bar(page).get_by_role("button", name="朗读")).to_be_hidden()


def test_focus_is_seen_and_never_under_the_bar(visit: Callable[..., Page]) -> None:
    """On a small window, with the system's own colours and without motion."""
    page = visit("brands/shebaowenwen/?elder=1", fresh=True, width=390)
    page.set_viewport_size({"width": 390, "height": 560})
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    faults = []
    for _ in range(30):
        page.keyboard.press("Tab")
        faults += page.evaluate("""() => {
            const e = document.activeElement, box = e.getBoundingClientRect();
            const style = getComputedStyle(e.closest(".card") ?? e);
            const bar = document.querySelector(".elder-bar"), top = bar.getBoundingClientRect().top;
            const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
            const covered = !bar.contains(e) && box.bottom > top + 1 && box.height < top;
            const moves = parseFloat(style.transitionDuration) > 0;
            return seen && !covered && !moves ? [] : [`${e.innerText || e.id} ${[seen, covered, moves]}`];
        }""")
    assert faults == []


def test_steps_stand_clear_of_the_next_rule(visit: Callable[..., Page]) -> None:
    page = visit("?elder=1", width=1440, fresh=True)
    page.locator("html.elder").wait_for()
    gaps = page.locator(".steps li").evaluate_all(
        """all => all.slice(1).map((one, place) =>
            one.getBoundingClientRect().top - all[place].lastElementChild.getBoundingClientRect().bottom)"""
    )
    assert len(gaps) == 3
    assert min(gaps) >= 24
