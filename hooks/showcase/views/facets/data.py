"""The data to filter with in the browser, as scripts: they load from a folder as well as from a server.

``brands/facets.js`` holds what every brand has of every facet, a column a facet, in listing order; ``facets-0.js`` and
those after it hold what the plain cards of so many brands show. A page loads the first when a visitor begins to filter,
and of the others those that it shows cards of.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from showcase.catalogue.addresses import spell_name
from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.catalogue.facets import BASES, FACETS, FacetName
from showcase.language import N_
from showcase.model.brand import Status
from showcase.views.facets.labels import NAMES, name_choice
from showcase.views.facets.plain_card import color_of, seal_of
from showcase.views.json_text import dump_json
from showcase.views.site import Site

CHUNK: Final = 500
"""Brands whose cards one script holds."""
_SAID: Final = {
    "found": N_("# brands found"),
    "none": N_("No brand has all of these. Take one of them away."),
    "drop": N_("Take away: #"),
    "clear": N_("Clear all"),
    "more": N_("# more"),
    "pages": N_("Pages"),
    "page": N_("Page {number}"),
    "previous": N_("Previous page"),
    "next": N_("Next page"),
    "draft": N_("Draft"),
    "close": N_("Show # brands"),
}


def chunk_path(number: int) -> str:
    """Path of the script with the cards of a chunk of brands, from 0."""
    return f"brands/facets-{number}.js"


def slice_chunk(catalogue: Catalogue, number: int) -> Sequence[Entry]:
    """The brands of a chunk."""
    return catalogue.listed[number * CHUNK : (number + 1) * CHUNK]


def render_facets(site: Site) -> bytes:
    """``brands/facets.js``: facets with their values, columns and orders."""
    listed, spellings = site.catalogue.listed, site.catalogue.spellings
    data: dict[str, Any] = {
        "size": site.settings.page_size,
        "chunk": CHUNK,
        "total": len(listed),
        "facets": [_describe(site, facet) for facet in FACETS],
        "byName": sorted(range(len(listed)), key=lambda place: spell_name(listed[place].name, spellings)),
        "featured": place_featured(listed),
        "said": {key: site.words.text(message) for key, message in _SAID.items()},
    }
    return f"window.showcaseFacets={dump_json(data)}\n".encode()


def render_chunk(site: Site, number: int) -> bytes:
    """A chunk of cards: slug, name, slogan, colour and writing of the seal of each; 1 at the end of a draft's."""
    rows = [
        [entry.slug, entry.name, entry.slogan, color_of(entry), seal_of(entry.name)]
        + ([1] if entry.status == Status.DRAFT else [])
        for entry in slice_chunk(site.catalogue, number)
    ]
    return f"(window.showcaseCards??={{}})[{number}]={dump_json(rows)}\n".encode()


def place_featured(listed: Sequence[Entry]) -> list[int]:
    """The place of each featured brand where all stand newest first; the others stand in that order already."""
    places = sorted(range(len(listed)), key=lambda place: listed[place].slug)
    places.sort(key=lambda place: listed[place].published, reverse=True)
    at = {place: newest for newest, place in enumerate(places)}
    return [at[place] for place, entry in enumerate(listed) if entry.featured]


def _describe(site: Site, facet: FacetName) -> list[Any]:
    choices = list(site.facets[facet].values())
    values = [[one.key, name_choice(site, one)] for one in choices]
    column: list[list[int]] = [[] for _ in site.catalogue.listed]
    places = site.catalogue.places
    for index, one in enumerate(choices):
        for entry in one.entries:
            column[places[entry.slug]].append(index)
    plain = [row[0] if len(row) == 1 else row or -1 for row in column]
    return [facet, site.words.text(NAMES[facet]), BASES[facet], values, plain]
