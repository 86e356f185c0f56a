"""The plan: every file that the site is to hold, made from the catalogue and the hand-written pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.data_plan import plan_data, plan_sitemaps
from showcase.compile.keys import Keys
from showcase.compile.ledger import Line
from showcase.compile.recipes import (
    CopyFile,
    Give,
    MakeAgencies,
    MakeAlias,
    MakeAreas,
    MakeBrandPage,
    MakeHome,
    MakeListing,
    MakeNames,
    ResizePicture,
)
from showcase.compile.target import Rank, Recipe, Target
from showcase.model.errors import DocsError
from showcase.views.assets import bundle_assets
from showcase.views.brand_page import url_of
from showcase.views.docs import Docs
from showcase.views.pages import Pages, iterate_pages


def plan_site(
    catalogue: Catalogue, lines: Mapping[str, Line], docs: Docs, docs_folder: Path | None, identity: str
) -> tuple[Target, ...]:
    """All files of the site in the order of publishing.

    ``docs_folder`` is where MkDocs built the hand-written pages; ``None`` where they lie in the site already.
    ``identity`` is a digest of the code and of the libraries that render. Raises :class:`DocsError` for a hand-written
    file of the same path as one of the compiler.
    """
    plan = _Plan(catalogue, lines, docs, Keys(catalogue, docs, identity))
    targets = {target.path: target for target in plan.iterate()}
    for target in plan_docs(docs_folder, plan.keys) if docs_folder else ():
        if target.path in targets:
            raise DocsError(f"docs: {target.path} 与品牌的页面重名 / has the path of a page of the brands")
        targets[target.path] = target
    return tuple(sorted(targets.values(), key=lambda target: (target.rank, target.path)))


def plan_docs(folder: Path, keys: Keys) -> Iterator[Target]:
    """The files that MkDocs built in a folder of its own, as targets."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            rank = Rank.PAGE if name.endswith(".html") else Rank.ASSET
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield Target(name, rank, CopyFile(str(path)), keys.of_content("copy", digest))


class _Plan:
    """The targets of the compiler."""

    def __init__(self, catalogue: Catalogue, lines: Mapping[str, Line], docs: Docs, keys: Keys) -> None:
        self._catalogue = catalogue
        self._lines = lines
        self._docs = docs
        self.keys = keys

    def iterate(self) -> Iterator[Target]:
        """All of them."""
        pages = [*self._iterate_brands(), *self._iterate_groups(), *self._iterate_indexes()]
        yield from self._iterate_assets()
        yield from pages
        yield Target("brands/names.json", Rank.INDEX, MakeNames(), self.keys.of_names())
        data = tuple(plan_data(self._catalogue, self._docs, self.keys))
        yield from data
        yield from plan_sitemaps(self._catalogue, self._lines, self._docs, self.keys, (*pages, *data))

    def _iterate_assets(self) -> Iterator[Target]:
        for asset in bundle_assets():
            yield self._give(asset.path, Rank.ASSET, asset.content)
        for entry in self._catalogue.entries:
            for file in self._lines[entry.slug].beside:
                recipe = ResizePicture(file.source, file.width) if file.width else CopyFile(file.source)
                key = self.keys.of_content("beside", file.digest, file.width)
                yield Target(f"{url_of(entry.slug)}{file.name}", Rank.ASSET, recipe, key)

    def _iterate_brands(self) -> Iterator[Target]:
        locale = self._docs.settings.locale
        for entry in self._catalogue.entries:
            key = self.keys.of_brand(entry, self._lines[entry.slug].links)
            yield Target(f"{url_of(entry.slug)}index.html", Rank.PAGE, MakeBrandPage(entry.slug), key)
            for alias in entry.aliases:
                key = self.keys.of_content("alias", entry.slug, entry.name, locale)
                yield Target(f"{url_of(alias)}index.html", Rank.PAGE, MakeAlias(entry.slug), key)

    def _iterate_groups(self) -> Iterator[Target]:
        for area, entries in self._catalogue.by_category.items():
            for pages in self._pages(f"areas/{area}/", entries):
                yield _page(pages, Rank.PAGE, MakeListing(pages, area=area), self.keys.of_area(area, pages))
        for agency, entries in self._catalogue.by_agency.items():
            for pages in self._pages(f"agencies/{agency}/", entries):
                yield _page(pages, Rank.PAGE, MakeListing(pages, agency=agency), self.keys.of_agency(agency, pages))

    def _iterate_indexes(self) -> Iterator[Target]:
        for pages in self._pages("brands/", self._catalogue.listed):
            yield _page(pages, Rank.INDEX, MakeListing(pages), self.keys.of_listing(pages))
        yield Target("areas/index.html", Rank.INDEX, MakeAreas(), self.keys.of_areas())
        yield Target("agencies/index.html", Rank.INDEX, MakeAgencies(), self.keys.of_agencies())
        yield Target("index.html", Rank.INDEX, MakeHome(), self.keys.of_home())

    def _pages(self, base: str, entries: Sequence[object]) -> Iterator[Pages]:
        return iterate_pages(base, len(entries), self._docs.settings.page_size)

    def _give(self, path: str, rank: Rank, content: bytes) -> Target:
        digest = hashlib.sha256(content).hexdigest()
        return Target(path, rank, Give(content), self.keys.of_content("give", digest))


def _page(pages: Pages, rank: Rank, recipe: Recipe, key: str) -> Target:
    return Target(f"{pages.url(pages.number)}index.html", rank, recipe, key)
