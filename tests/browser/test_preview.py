"""The overlay of a preview: what is wrong is shown as text, can be put away, and the page renews itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from showcase.cli.failures import Failure
from showcase.cli.serving.board import Board, State
from showcase.cli.serving.problem import compose_problem, compose_words
from showcase.cli.serving.server import PreviewServer, open_server
from showcase.model.faults import Fault, Place

HOSTILE = "<img src=x onerror=document.title='taken'>"
VERSION = "() => document.querySelector('script[data-version]')?.dataset.version"
TRIES = 400
STREAMS = """
window.streams = [];
window.EventSource = class extends EventSource { constructor(url) { super(url); streams.push(this); } };
let seen = "visible";
Object.defineProperty(document, "visibilityState", { get: () => seen });
window.turn = (state) => { seen = state; document.dispatchEvent(new Event("visibilitychange")); };
"""
Open = Callable[..., Page]


def make_problem(*found: str) -> dict[str, object]:
    """A problem with a fault for each of some texts."""
    faults = [
        Fault("not-in-vocabulary", Place("brands/a.md", 4, 11, 6, f"category: {text}"), "category", {"found": text})
        for text in found
    ]
    return compose_problem(Failure(tuple(faults)), "zh-Hans")


@pytest.fixture
def server(address: str, sites: Path) -> Iterator[PreviewServer]:
    """Serves the demonstration catalogue, at the first version of a run."""
    assert address.endswith("/showcase/")
    board = Board(State(version="run-1", building=False, words=compose_words("zh-Hans")))
    with open_server(0, sites / "showcase", board) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        board.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def open_page(server: PreviewServer, browser: Browser) -> Iterator[Open]:
    """Opens the page of a brand; nothing may go wrong in its scripts, or be held back by its policy."""
    contexts, errors = [], []

    def begin(*, width: int = 390, scheme: str = "light", before: str = "") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
        )
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda told: errors.append(told.text) if "Content Security Policy" in told.text else None)
        if before:
            page.add_init_script(before)
        page.goto(f"http://127.0.0.1:{server.server_port}/brands/zheliban/")
        return page

    yield begin
    for context in contexts:
        context.close()
    assert errors == []


def expect_version(page: Page, version: str) -> None:
    expect(page.locator("script[data-version]")).to_have_attribute("data-version", version)


def wait_until(page: Page, wish: str) -> None:
    """As Playwright's ``wait_for_function``, which the policy of the pages keeps from reading a text as a script."""
    for _ in range(TRIES):
        if page.evaluate(wish):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never came true: {wish}")


def find_panel(page: Page) -> Locator:
    return page.get_by_role("region", name="这次改动没有显示出来")


def fail(server: PreviewServer, *found: str) -> None:
    server.board.post(replace(server.board.read(), problem=make_problem(*found)))


def renew(server: PreviewServer, version: str) -> None:
    server.board.post(replace(server.board.read(), version=version, problem=None))


def test_shows_what_is_wrong_as_text(server: PreviewServer, open_page: Open) -> None:
    page = open_page()
    title = page.title()
    fail(server, HOSTILE)
    panel = find_panel(page)
    expect(panel).to_contain_text("brands/a.md:4:11")
    expect(panel.locator("pre")).to_have_text(f"category: {HOSTILE}")
    expect(page.get_by_role("alert")).to_have_text("这次改动没有显示出来：有 1 个错误")
    assert page.locator("showcase-preview img").count() == 0
    assert page.title() == title
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    server.board.post(replace(server.board.read(), problem=None))
    expect(panel).to_be_hidden()
    assert page.evaluate(VERSION) == "run-1"


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_can_be_read_and_pressed(server: PreviewServer, open_page: Open, width: int, scheme: str) -> None:
    page = open_page(width=width, scheme=scheme)
    fail(server, *("很长" * number for number in range(20, 32)))
    panel = find_panel(page)
    expect(panel).to_be_visible()
    box, button = panel.bounding_box(), panel.get_by_role("button", name="关闭").bounding_box()
    assert box is not None
    assert button is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] > 200
    assert min(button["width"], button["height"]) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    luminance = panel.evaluate("(node) => Number(getComputedStyle(node).backgroundColor.match(/\\d+/)[0])")
    assert (luminance < 60) == (scheme == "dark")


def test_is_put_away_and_brought_back_by_keyboard(server: PreviewServer, open_page: Open) -> None:
    page = open_page()
    fail(server, "a")
    panel, again = find_panel(page), page.get_by_role("button", name="显示错误")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(again).to_be_focused()
    page.reload()
    expect(again).to_be_visible()
    expect(panel).to_be_hidden()
    again.press("Enter")
    expect(panel.get_by_role("button", name="关闭")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_be_hidden()
    fail(server, "b")
    expect(panel).to_be_visible()
    expect(again).to_be_hidden()


def test_renews_itself_where_it_was(server: PreviewServer, open_page: Open) -> None:
    page = open_page()
    page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
    fail(server, "a")
    expect(find_panel(page)).to_be_visible()
    renew(server, "run-2")
    expect_version(page, "run-2")
    wait_until(page, "Math.abs(scrollY - 700) < 2")
    expect(find_panel(page)).to_be_hidden()
    renew(server, "another-1")
    expect_version(page, "another-1")


def test_a_page_that_nobody_sees_holds_no_connection(server: PreviewServer, open_page: Open) -> None:
    page = open_page(before=STREAMS)
    wait_until(page, "streams.length === 1 && streams[0].readyState === 1")
    page.evaluate("turn('hidden')")
    assert page.evaluate("streams[0].readyState") == 2
    page.evaluate("turn('visible')")
    wait_until(page, "streams.length === 2 && streams[1].readyState === 1")
    page.evaluate("turn('hidden')")
    renew(server, "run-2")
    page.evaluate("turn('visible')")
    expect_version(page, "run-2")


def test_says_that_it_is_building(server: PreviewServer, open_page: Open) -> None:
    page = open_page()
    server.board.post(replace(server.board.read(), building=True))
    status = page.get_by_role("status").filter(has_text="正在更新")
    expect(status).to_be_visible()
    server.board.post(replace(server.board.read(), building=False))
    expect(status).to_be_hidden()


def test_says_beside_an_error_that_a_change_was_seen(server: PreviewServer, open_page: Open) -> None:
    page = open_page()
    fail(server, "a")
    panel = find_panel(page)
    status, note = panel.get_by_role("status"), page.locator("showcase-preview p.note")
    expect(status).to_have_text("页面停在上一个没有错误的版本。改好后保存，页面会自动更新。")
    server.board.post(replace(server.board.read(), building=True))
    expect(status).to_have_text("已看到改动，正在生成…")
    expect(note).to_be_hidden()
    panel.get_by_role("button", name="关闭").click()
    expect(note).to_have_text("已看到改动，正在生成…")
    expect(note).to_be_visible()
    server.board.post(replace(server.board.read(), building=False, problem=make_problem("b")))
    expect(status).to_contain_text("改好后保存")
    expect(note).to_be_hidden()


def test_a_page_that_is_gone_comes_back(server: PreviewServer, open_page: Open) -> None:
    page = open_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/brands/none/")
    fail(server, "a")
    expect(find_panel(page)).to_be_visible()
    renew(server, "run-2")
    expect_version(page, "run-2")
