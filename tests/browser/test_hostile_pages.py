"""Chromium opens every page of the hostile catalogue: no script runs, nothing is asked of another host."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hostile import addresses, markup
from hostile.build import HostileBuild
from hostile.case import EVIL
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
    shutil.copytree(hostile_build.project / "site", sites / "hostile")
    return f"{host}/hostile/"


def provoke(page: Page, dialogs: list[str]) -> dict[str, object]:
    found: dict[str, object] = page.evaluate(PROVOKE)
    return {**found, "dialogs": list(dialogs)}


def test_no_published_page_runs_a_script(
    visit: Callable[..., Page], hostile_address: str, hostile_build: HostileBuild
) -> None:
    site = hostile_build.project / "site"
    # An old address leads on before it can be looked at.
    other = re.compile("ordinary-.*|page")
    brands = {path for path in site.glob("brands/*/index.html") if not other.fullmatch(path.parent.name)}
    lists = {*site.glob("*.html"), *site.glob("[!b]*/**/index.html"), *site.glob("brands/index.html")}
    paths = sorted(path.relative_to(site).as_posix() for path in brands | lists)
    assert len(brands) > 80
    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page = visit(paths[0], base=hostile_address, fresh=True)
    page.on("dialog", refuse)
    found = {}
    for path in paths:
        page.goto(hostile_address + path)
        found[path] = provoke(page, dialogs)
    assert {path: told for path, told in found.items() if told != {**CALM, "dialogs": []}} == {}


def test_the_second_wall_holds_alone(visit: Callable[..., Page], host: str, sites: Path) -> None:
    """Stories are drawn that no check has seen."""
    renderer = BodyRenderer()
    drawn = [renderer.render(story, lambda *_: "", {"ordinary-01"}) for story in STORIES]
    body = "".join(
        f'<section class="story" title="{escape(story)}">{html}</section>'
        for story, html in zip(STORIES, drawn, strict=True)
    )
    (sites / "wall").mkdir()
    (sites / "wall" / "index.html").write_text(
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>wall</title><main>{body}</main></html>', "utf-8"
    )
    dialogs: list[str] = []
    page = visit("wall/", base=f"{host}/", fresh=True)
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    assert page.locator(".story").count() == len(STORIES)
    assert provoke(page, dialogs) == {**CALM, "dialogs": []}
    assert (
        page.locator(f"[href*='{EVIL}'], [src*='{EVIL}']").count() == page.locator(f"a[href^='https://{EVIL}']").count()
    )
    allowed = "p br hr strong em del sup sub code pre blockquote h3 h4 h5 h6 ul ol li table thead tbody tr th td a div"
    tags = set(page.evaluate("[...document.querySelectorAll('.story *')].map((e) => e.localName)"))
    assert tags <= set(allowed.split())
