"""The plan of what lists brands: the home page, the indexes, the pages of areas and agencies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.keys import Keys
from showcase.compile.listing_recipes import MakeAgencies, MakeAreas, MakeHome, MakeListing
from showcase.compile.target import Rank, Recipe, Target
from showcase.views.pages import Pages, iterate_pages


def plan_groups(catalogue: Catalogue, keys: Keys, page_size: int) -> Iterator[Target]:
    """The pages of every area and agency."""

    def divide(base: str, entries: Sequence[object]) -> Iterator[Pages]:
        return iterate_pages(base, len(entries), page_size)

    for area, entries in catalogue.by_category.items():
        for pages in divide(f"areas/{area}/", entries):
            yield _page(pages, Rank.PAGE, MakeListing(pages, area=area), keys.of_area(area, pages))
    for agency, entries in catalogue.by_agency.items():
        for pages in divide(f"agencies/{agency}/", entries):
            yield _page(pages, Rank.PAGE, MakeListing(pages, agency=agency), keys.of_agency(agency, pages))


def plan_indexes(catalogue: Catalogue, keys: Keys, page_size: int) -> Iterator[Target]:
    """The pages that lead to all of them."""
    yield Target("index.html", Rank.INDEX, MakeHome(), keys.of_home())
    yield Target("areas/index.html", Rank.INDEX, MakeAreas(), keys.of_areas())
    yield Target("agencies/index.html", Rank.INDEX, MakeAgencies(), keys.of_agencies())
    for pages in iterate_pages("brands/", len(catalogue.listed), page_size):
        yield _page(pages, Rank.INDEX, MakeListing(pages), keys.of_listing(pages))


def _page(pages: Pages, rank: Rank, recipe: Recipe, key: str) -> Target:
    return Target(f"{pages.url(pages.number)}index.html", rank, recipe, key)
