"""Chromium opens every page of the hostile catalogue: no script runs, nothing is asked of another host."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import pytest
from click.testing import Result
from fuzz.invention import PICTURES, invent_page, invent_stories
from hostile import addresses, markup
from hostile.build import HostileBuild
from hostile.case import EVIL, VOCABULARY
from hostile.pages import Pages
from playwright.sync_api import Dialog, Page

from showcase.views.body import BodyRenderer

STORIES = tuple(story for story, _ in (*markup.STORIES, *addresses.STORIES) if len(story) < 2_000)
PROVOKE = """() => {
    for (const e of document.querySelectorAll("main *, article *, .story *")) {
        for (const kind of ["mouseover", "pointerover", "focus", "toggle", "error", "load", "click"])
            if (kind !== "click" || e.localName !== "a") e.dispatchEvent(new Event(kind, {bubbles: false}));
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
CALM = {"hit": None, "hooked": [], "foreign": 0, "links": []}


@pytest.fixture(scope="session")
def hostile_address(host: str, sites: Path, hostile_build: HostileBuild) -> str:
    (sites / "hostile").symlink_to(hostile_build.site)
    return f"{host}/hostile/"


def provoke(page: Page, dialogs: list[str]) -> dict[str, object]:
    found: dict[str, object] = page.evaluate(PROVOKE)
    return {**found, "dialogs": list(dialogs)}


# Ordinary brands, and the further pages of the list.
OTHER = re.compile("ordinary-.*|page")
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)


def list_hostile(site: Path) -> list[Path]:
    """The folder of every hostile brand; an old address, which leads on before it can be looked at, is none."""
    folders = (path for path in sorted(site.glob("brands/*/")) if not OTHER.fullmatch(path.name))
    return [path for path in folders if MAIN.search((path / "index.html").read_text(encoding="utf-8"))]


def choose(site: Path) -> list[str]:
    """Every fourth page of a hostile brand, and of the pages that list brands the first of a folder and the last."""
    pages = [path / "index.html" for path in list_hostile(site)[::4]]
    pages += [*site.glob("*.html"), site / "brands/index.html"]
    for folder in site.glob("[!b]*/"):
        lists = sorted(folder.glob("**/index.html"))
        pages += {*lists[:1], *lists[-1:]}
    return [path.relative_to(site).as_posix() for path in pages]


def bind(site: Path, sites: Path) -> list[str]:
    """Pages that each hold what twelve hostile brands have on theirs: no brand is left out."""
    bound, folders = sites / "bound", list_hostile(site)
    assert len(folders) > 80
    (bound / "brands").mkdir(parents=True)
    (bound / "assets").symlink_to(site / "assets")
    for folder in site.glob("brands/*/"):
        (bound / "brands" / folder.name).symlink_to(folder)
    for at in range(0, len(folders), 12):
        page = bound / "brands" / f"bound-{at:03}"
        page.mkdir()
        texts = [(folder / "index.html").read_text(encoding="utf-8") for folder in folders[at : at + 12]]
        mains = [found[0] for found in map(MAIN.search, texts) if found]
        (page / "index.html").write_text(texts[0].replace(mains[0], "".join(mains), 1), encoding="utf-8")
        for file in (file for folder in folders[at : at + 12] for file in folder.iterdir()):
            if not (page / file.name).exists():
                (page / file.name).symlink_to(file)
    return [path.relative_to(bound).as_posix() + "/" for path in sorted(bound.glob("brands/bound-*/"))]


def test_no_published_page_runs_a_script(
    visit: Callable[..., Page], host: str, hostile_address: str, hostile_build: HostileBuild, sites: Path
) -> None:
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    addresses = [f"{hostile_address}{path}" for path in choose(hostile_build.site)]
    addresses += [f"{host}/bound/{path}" for path in bind(hostile_build.site, sites)]
    page = visit("", base=hostile_address, fresh=True)
    page.on("dialog", refuse)
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = provoke(page, dialogs)
    assert {address: told for address, told in found.items() if told != {**CALM, "dialogs": []}} == {}


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
    dialogs: list[str] = []
    page = visit("wall/", base=f"{host}/", fresh=True)
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    assert page.locator(".story").count() == len(stories)
    assert provoke(page, dialogs) == {**CALM, "dialogs": []}
    assert (
        page.locator(f"[href*='{EVIL}'], [src*='{EVIL}']").count() == page.locator(f"a[href^='https://{EVIL}']").count()
    )
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
    (folder / "index.html").write_text(texts[0].replace(mains[0], "".join(mains), 1), encoding="utf-8")
    (sites / "odd").symlink_to(project / "site")
    dialogs: list[str] = []
    shown = visit("brands/odd/", base=f"{host}/odd/", fresh=True)
    shown.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    assert provoke(shown, dialogs) == {**CALM, "dialogs": []}
