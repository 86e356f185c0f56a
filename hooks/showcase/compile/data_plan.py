"""The plan of what is made for machines: feeds, open data, sitemaps, and the pages that tell of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.compile.data_recipes import (
    MakeCatalogue,
    MakeDataPage,
    MakeFeed,
    MakeFeedback,
    MakeLlms,
    MakeSchema,
    MakeSiteMap,
    MakeTable,
)
from showcase.compile.keys import Keys
from showcase.compile.ledger import Line
from showcase.compile.recipes import Give, MakeAlias
from showcase.compile.target import Rank, Target
from showcase.views.docs import Docs
from showcase.views.feedback import URL as FEEDBACK
from showcase.views.feeds import FEEDS, list_groups, read_update, select_newest
from showcase.views.open_data.files import CATALOGUE
from showcase.views.open_data.schemas import SCHEMAS
from showcase.views.open_data.table import TABLES
from showcase.views.robots import render_robots
from showcase.views.sitemap import Place, render_sitemaps


def plan_data(docs: Docs, keys: Keys) -> Iterator[Target]:
    """Open data, what is told to machines, and the pages that tell of it, but for feeds and sitemaps."""
    for name in TABLES:
        yield Target(f"data/{name}", Rank.INDEX, MakeTable(name), keys.of_table)
    for name in SCHEMAS:
        yield Target(f"data/{name}", Rank.PAGE, MakeSchema(name), keys.of_content("schema", name))
    yield Target(f"data/{CATALOGUE.name}", Rank.INDEX, MakeCatalogue(), keys.of_summary())
    yield Target("data/index.html", Rank.INDEX, MakeDataPage(), keys.of_summary("data/"))
    if docs.settings.feedback.is_open:
        yield Target(f"{FEEDBACK}index.html", Rank.INDEX, MakeFeedback(), keys.of_docs(FEEDBACK))
    yield Target("sitemap/index.html", Rank.INDEX, MakeSiteMap(), keys.of_ways("sitemap/"))
    yield Target("llms.txt", Rank.INDEX, MakeLlms(), keys.of_ways())
    yield _give("robots.txt", render_robots(docs.settings.site_url, indexing=docs.settings.indexing), keys)


def plan_feeds(catalogue: Catalogue, keys: Keys) -> Iterator[Target]:
    """The feeds of the site, of every area and of every agency."""
    for base, entries in list_groups(catalogue).items():
        if newest := select_newest(entries):
            key = keys.of_feed(base, newest)
            for form in FEEDS:
                yield Target(f"{base}{form}", Rank.INDEX, MakeFeed(base, form), key)


def plan_sitemaps(
    catalogue: Catalogue, lines: Mapping[str, Line], docs: Docs, keys: Keys, pages: Iterable[Target]
) -> Iterator[Target]:
    """The sitemaps of a site that knows its address; ``pages`` are those of the compiler."""
    if not docs.settings.site_url:
        return
    groups = {base: _find_last(entries) for base, entries in list_groups(catalogue).items()}
    made = (
        _place(target.path.removesuffix("index.html"), catalogue, lines, groups)
        for target in pages
        if target.path.endswith("index.html") and not isinstance(target.recipe, MakeAlias)
    )
    written = (Place(page.url, page.date) for page in docs.pages)
    places = {place.url: place for place in (*made, *written)}
    for name, content in render_sitemaps(docs.settings.site_url, places.values()):
        yield _give(name, content, keys)


def _place(url: str, catalogue: Catalogue, lines: Mapping[str, Line], groups: Mapping[str, str]) -> Place:
    """A page of the compiler: of a brand with its pictures, of a group with the day of its last change."""
    slug = url[7:-1] if url.startswith("brands/") else ""
    if entry := catalogue.by_slug.get(slug):
        return Place(url, read_update(entry), tuple(url + name for name in _list_pictures(lines[slug])))
    base = "/".join([*url.split("/")[:2], ""]) if url.startswith(("areas/", "agencies/")) else ""
    return Place(url, groups.get(base, groups[""]))


def _list_pictures(line: Line) -> list[str]:
    """The pictures beside a brand's page, each in its largest form."""
    largest: dict[str, tuple[int, str]] = {}
    for file in line.beside:
        if file.width or file.name.endswith(".svg"):
            largest[file.digest] = max(largest.get(file.digest, (0, "")), (file.width, file.name))
    return sorted(name for _, name in largest.values())


def _find_last(entries: Iterable[Entry]) -> str:
    return max(map(read_update, entries), default="")


def _give(path: str, content: bytes, keys: Keys) -> Target:
    digest = hashlib.sha256(content).hexdigest()
    return Target(path, Rank.INDEX, Give(content), keys.of_content("give", digest))
