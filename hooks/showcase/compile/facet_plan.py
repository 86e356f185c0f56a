"""The plan of what is made of facets."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.facets import BASES, MINOR
from showcase.catalogue.orders import BASES as ORDER_BASES
from showcase.catalogue.orders import arrange
from showcase.compile.facet_recipes import MakeCards, MakeChoice, MakeFigures, MakeFilter, MakeIndex, MakeSorted
from showcase.compile.keys import Keys
from showcase.compile.target import Rank, Target
from showcase.views.facets.data import CHUNK, chunk_path, slice_chunk
from showcase.views.facets.pages import SAMPLES, list_indexes
from showcase.views.facets.panel import DATA
from showcase.views.figures_page import URL as FIGURES
from showcase.views.pages import iterate_pages, slice_page


def plan_facets(catalogue: Catalogue, keys: Keys, page_size: int) -> Iterator[Target]:
    """The indexes, the figures, the data to filter with, all brands in other orders, and the pages of every value.

    Areas and agencies have a plan of their own.
    """
    for facet in list_indexes(keys.facets):
        key = keys.of_index(facet, BASES[facet], SAMPLES)
        yield Target(f"{BASES[facet]}index.html", Rank.INDEX, MakeIndex(facet), key)
    yield Target(f"{FIGURES}index.html", Rank.INDEX, MakeFigures(), keys.of_figures(FIGURES))
    yield Target(DATA, Rank.INDEX, MakeFilter(), keys.of_filter())
    for order, base in ORDER_BASES.items() if catalogue.listed else ():
        entries = arrange(catalogue, order)
        for pages in iterate_pages(base, len(entries), page_size):
            shown = slice_page(entries, pages.number, page_size)
            recipe = MakeSorted(order, pages, tuple(entry.slug for entry in shown))
            key = keys.of_order(pages, shown)
            yield Target(f"{pages.url(pages.number)}index.html", Rank.INDEX, recipe, key)
    for facet in MINOR:
        for choice in keys.facets[facet].values():
            for pages in iterate_pages(choice.base, len(choice.entries), page_size):
                key = keys.of_choice(choice, pages)
                path = f"{pages.url(pages.number)}index.html"
                yield Target(path, Rank.PAGE, MakeChoice(facet, choice.key, pages), key)
    for number in range(-(-len(catalogue.listed) // CHUNK)):
        key = keys.of_cards(slice_chunk(catalogue, number))
        yield Target(chunk_path(number), Rank.INDEX, MakeCards(number), key)
