"""The first tier of the search: names, agencies, service areas and titles of pages, in blocks of brands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.catalogue.facets import BASES, FACETS
from showcase.catalogue.pairs import count_shards
from showcase.catalogue.pinyin import list_readings
from showcase.catalogue.variants import fold, read_groups
from showcase.views.facets.labels import NAMES
from showcase.views.figures_page import URL as FIGURES
from showcase.views.json_text import dump_json
from showcase.views.search.lines import LINES
from showcase.views.site import Site

BLOCK: Final = 10_000
"""Brands whose names one script holds; the first results come with the first block."""


def names_path(number: int) -> str:
    """Path of a block, from 0."""
    return f"search/names-{number}.js"


def count_blocks(catalogue: Catalogue) -> int:
    """How many blocks there are; the first is there for a catalogue without brands too."""
    return max(1, -(-len(catalogue.listed) // BLOCK))


def slice_names(catalogue: Catalogue, number: int) -> Sequence[Entry]:
    """The brands of a block."""
    return catalogue.listed[number * BLOCK : (number + 1) * BLOCK]


def render_names(site: Site, number: int) -> bytes:
    """A block: a column a field; agencies and areas that its brands have, with the region of each agency.

    The first has also what holds for all: how characters are read and in which ways they are written, and the pages.
    """
    entries = slice_names(site.catalogue, number)
    vocabulary, local = site.catalogue.vocabulary, site.words.local
    agencies = list(dict.fromkeys(entry.agency for entry in entries))
    areas = list(dict.fromkeys(entry.category for entry in entries))
    agency_at = {key: place for place, key in enumerate(agencies)}
    area_at = {key: place for place, key in enumerate(areas)}
    data: dict[str, Any] = {
        "names": "\n".join(entry.name for entry in entries),
        "slugs": "\n".join(entry.slug for entry in entries),
        "agency": [agency_at[entry.agency] for entry in entries],
        "area": [area_at[entry.category] for entry in entries],
        "agencies": [_describe_agency(site, key) for key in agencies],
        "areas": [[key, local(vocabulary.categories[key].name)] for key in areas],
    }
    if number == 0:
        pages = list(_iterate_pages(site))
        listed = site.catalogue.listed
        data |= {
            "total": len(listed),
            "shards": count_shards(len(listed)),
            "lines": LINES,
            "pages": pages,
            "readings": list_readings(_iterate_titles(site, [str(title) for _, title, _ in pages])),
            "variants": _list_variants(site, [str(title) for _, title, _ in pages]),
        }
    return f"(window.showcaseNames??=[])[{number}]={dump_json(data)}\n".encode()


def _describe_agency(site: Site, key: str) -> list[str]:
    """Key, name, region, and the short name where that is not part of the name."""
    agency, local = site.catalogue.vocabulary.agencies[key], site.words.local
    name, short = local(agency.name), local(agency.short)
    return [key, name, agency.region or "", *([short] if short and short not in name else [])]


def _iterate_pages(site: Site) -> Iterator[list[object]]:
    """Address, title, and whether it is news, of every page that is of no brand, agency or area."""
    text = site.words.text
    for page in site.docs.pages:
        yield [page.url, page.title, 1 if page.date else 0]
    for facet in FACETS:
        if site.facets[facet]:
            yield [BASES[facet], text(NAMES[facet]), 0]
    yield from ([url, text(title), 0] for url, title in ((FIGURES, "Figures"), ("data/", "Open data")))


def _iterate_titles(site: Site, pages: Iterable[str]) -> Iterator[str]:
    """The texts that may be looked for by their sound."""
    local = site.words.local
    yield from pages
    for entry in site.catalogue.listed:
        yield entry.name
    for key in site.catalogue.by_agency:
        agency = site.catalogue.vocabulary.agencies[key]
        yield from (local(agency.name), local(agency.short), agency.region or "")
    for key in site.catalogue.by_category:
        yield local(site.catalogue.vocabulary.categories[key].name)


def _list_variants(site: Site, pages: Iterable[str]) -> str:
    """The groups of characters of which the site has one, the one that stands for all first."""
    said = (
        text for entry in site.catalogue.listed for text in (entry.slogan, entry.summary, *entry.tags, *entry.items)
    )
    found = set[str]().union(*said, *_iterate_titles(site, pages))
    return " ".join(sorted({group for char in map(fold, found) if (group := read_groups().get(char))}))
