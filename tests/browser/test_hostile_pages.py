"""Chromium opens every page of the hostile catalogue: no script runs, nothing is asked of another host."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from fuzz.invention import PICTURES, invent_page, invent_stories
from hostile import addresses, markup
from hostile.build import HostileBuild
from hostile.case import EVIL, MARK, VOCABULARY
from hostile.pages import Pages
from playwright.sync_api import Dialog, Page

from showcase.views.body import BodyRenderer

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
LEADS_ON = '<meta http-equiv="refresh"'
STORIES = tuple(story for story, _ in (*markup.STORIES, *addresses.STORIES) if len(story) < 2_000)
PROVOKE = """(window) => {
    const document = window.document;
    for (const e of document.querySelectorAll("main *, article *, .story *")) {
        e.removeAttribute("loading");
        for (const kind of ["mouseover", "pointerover", "focus", "toggle", "error", "load", "click"])
            if (kind !== "click" || e.localName !== "a") e.dispatchEvent(new window.Event(kind, {bubbles: false}));
    }
    return {
        hit: window.hit ?? null,
        hooked: [...document.querySelectorAll("*")].filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name)))
            .map((e) => e.outerHTML.slice(0, 80)),
        foreign: [...document.querySelectorAll("script, iframe, object, embed, base, form")]
            .filter((e) => /evil|^javascript|^data/.test(e.src || e.data || e.href || e.action || "")).length,
        links: [...document.links].map((a) => a.protocol).filter((p) => !/^(https?|mailto|tel):$/.test(p)),
    };
}"""
OPEN_ALL = f"""async (addresses) => {{
    const provoke = {PROVOKE};
    const found = {{}}, left = [...addresses];
    const open = async () => {{
        for (let address; (address = left.pop());) {{
            const frame = document.createElement("iframe");
            const loaded = new Promise((done) => (frame.onload = done));
            const late = new Promise((done) => setTimeout(done, 60_000, "late"));
            frame.src = address;
            document.body.append(frame);
            const told = (await Promise.race([loaded, late])) === "late" ? "never loaded" : null;
            // Who leads on by itself has no main, and may be elsewhere by now.
            found[address] = told ?? {{...provoke(frame.contentWindow), title: frame.contentDocument.title}};
            frame.remove();
        }}
    }};
    await Promise.all([open(), open(), open(), open()]);
    return [found, window.hit ?? null];
}}"""
# Off the screen, where frames are laid out and not painted.
FRAMES = """<!doctype html><html lang="zh"><meta charset="utf-8"><title>frames</title><link rel="icon" href="data:,">
<style>iframe { position: absolute; left: -3000px; width: 1200px; height: 800px }</style><body></body></html>"""
CALM = {"hit": None, "hooked": [], "foreign": 0, "links": []}
PARTS = 2
"""In which the pages are opened, for as many workers as there may be."""


@pytest.fixture(scope="session")
def hostile_address(host: str, sites: Path, hostile_build: HostileBuild) -> str:
    (sites / "hostile").symlink_to(hostile_build.site)
    return f"{host}/hostile/"


def listen(page: Page) -> list[str]:
    """Every dialog that opens from now on."""
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    return dialogs


def list_pages(site: Path) -> list[str]:
    """Every page, but of the ordinary brands only some: they are all alike."""
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [path for path in pages if not re.match(r"brands/ordinary-[1-4]\d/", path)]


@pytest.mark.parametrize("part", range(PARTS))
def test_no_published_page_runs_a_script(
    visit: Callable[..., Page], host: str, hostile_address: str, hostile_build: HostileBuild, sites: Path, part: int
) -> None:
    """Every page of the site, whole, with its scripts and styles; in frames, for a third of the time that tabs take."""
    pages = list_pages(hostile_build.site)
    assert len(pages) > 130
    addresses = [f"{hostile_address}{path}" for path in pages[part::PARTS]]
    (sites / f"frames-{part}.html").write_text(FRAMES, "utf-8")
    page = visit(f"frames-{part}.html", base=f"{host}/", fresh=True)
    dialogs = listen(page)
    found, hit = page.evaluate(OPEN_ALL, addresses)
    titles = {address: told.pop("title") for address, told in found.items() if isinstance(told, dict)}
    assert {address: told for address, told in found.items() if told != CALM} == {}
    assert sorted(titles) == sorted(addresses)
    assert all(titles.values())
    assert (hit, dialogs) == (None, [])


def test_no_published_page_runs_a_script_in_a_tab(
    visit: Callable[..., Page], hostile_address: str, hostile_build: HostileBuild
) -> None:
    """A page of every kind of brand, as visitors open it."""
    pages = [path for path in list_pages(hostile_build.site) if path.startswith("brands/")]
    calm = [path for path in pages if LEADS_ON not in (hostile_build.site / path).read_text("utf-8")]
    kinds = {re.sub(r"\d+", "", path): path for path in calm}
    assert len(kinds) > 8
    page = visit("", base=hostile_address, fresh=True)
    dialogs = listen(page)
    found = {}
    for path in kinds.values():
        page.goto(f"{hostile_address}{path}")
        found[path] = page.evaluate(f"({PROVOKE})(window)")
    assert {path: told for path, told in found.items() if told != CALM} == {}
    assert dialogs == []


def test_a_script_in_a_frame_is_seen(visit: Callable[..., Page], visitors: Any, host: str, sites: Path) -> None:
    """What the tests above look for would be found: a mark, a handler, a dialog, a request."""
    (sites / "frames.html").write_text(FRAMES, "utf-8")
    bad = f"<title>x</title><main><b onfocus=alert(1)>x</b><script>{MARK}</script><img src=https://{EVIL}/x></main>"
    (sites / "bad.html").write_text(f"<!doctype html>{bad}", "utf-8")
    page = visit("frames.html", base=f"{host}/", fresh=True)
    dialogs = listen(page)
    found, _ = page.evaluate(OPEN_ALL, [f"{host}/bad.html"])
    told = found[f"{host}/bad.html"]
    assert (told["hit"], len(told["hooked"]), dialogs) == (1, 1, ["1"])
    assert f"another host: https://{EVIL}/x" in visitors.leave()


def draw_unseen(stories: Sequence[str]) -> str:
    """A page of stories that no check has seen."""
    renderer = BodyRenderer()
    drawn = [renderer.render(story, lambda *_: "", {"ordinary-01"}) for story in stories]
    return "".join(
        f'<section class="story" title="{escape(story)}">{html}</section>'
        for story, html in zip(stories, drawn, strict=True)
    )


def test_the_second_wall_holds_alone(visit: Callable[..., Page], host: str, sites: Path, seed: int) -> None:
    """Stories that were written, and as many that were thrown together."""
    stories = (*STORIES, *invent_stories(seed, 300))
    body = draw_unseen(stories)
    (sites / "wall").mkdir()
    (sites / "wall" / "index.html").write_text(
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>wall</title><main>{body}</main></html>', "utf-8"
    )
    page = visit("wall/", base=f"{host}/", fresh=True)
    dialogs = listen(page)
    assert page.locator(".story").count() == len(stories)
    assert (page.evaluate(f"({PROVOKE})(window)"), dialogs) == (CALM, [])
    links = page.locator(f"a[href^='https://{EVIL}'], a[href^='http://{EVIL}']")
    assert page.locator(f"[href*='{EVIL}'], [src*='{EVIL}']").count() == links.count()
    allowed = "p br hr strong em del sup sub code pre blockquote h3 h4 h5 h6 ul ol li table thead tbody tr th td a div"
    tags = set(page.evaluate("[...document.querySelectorAll('.story *')].map((e) => e.localName)"))
    assert tags <= set(allowed.split())


@pytest.fixture(scope="session")
def seed(request: pytest.FixtureRequest) -> int:
    """Of what is thrown together; another one in every round of ``make fuzz``."""
    return int(request.config.getoption("--hypothesis-seed") or 0)


def test_brands_thrown_together_are_published_without_harm(
    visit: Callable[..., Page],
    host: str,
    sites: Path,
    seed: int,
    tmp_path: Path,
    lay_out: Callable[[Path, str], Path],
    run: Callable[..., Result],
) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    (project / "brands/_catalogue.yml").write_text(VOCABULARY, encoding="utf-8")
    for number in range(60):
        folder = project / f"brands/odd-{number:02}"
        folder.mkdir()
        (folder / "index.md").write_bytes(invent_page(seed, number))
        (folder / "a.png").write_bytes(PICTURES["a.png"])
    built = run(project, "build", "--jobs", "1", "--skip-invalid")
    assert built.exit_code == 3, built.output
    texts = [path.read_text("utf-8") for path in sorted((project / "site/brands").glob("odd-*/index.html"))]
    assert len(texts) > 15
    for text in texts:
        page = Pages()
        page.feed(text)
        page.close()
        assert page.open == page.harm == []
        assert len(page.ids) == len(set(page.ids))
    mains = [found[0] for found in map(MAIN.search, texts) if found]
    folder = project / "site/brands/odd"
    folder.mkdir()
    for file in project.glob("site/brands/odd-*/*.webp"):
        shutil.copy(file, folder)
    (folder / "index.html").write_text(texts[0].replace(mains[0], "".join(mains), 1), encoding="utf-8")
    (sites / "odd").symlink_to(project / "site")
    shown = visit("brands/odd/", base=f"{host}/odd/", fresh=True)
    dialogs = listen(shown)
    assert (shown.evaluate(f"({PROVOKE})(window)"), dialogs) == (CALM, [])
    # The site is gone with the test, and pictures that waited for a reader are asked for only now.
    shown.wait_for_function("[...document.images].every((image) => image.complete)")
