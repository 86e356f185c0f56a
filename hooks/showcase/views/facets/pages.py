"""The pages of a facet: its index, and a page for every value, all of which work without a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from showcase.catalogue.entry import Entry
from showcase.catalogue.facets import BASES, Choice, FacetName, Facets
from showcase.language import N_
from showcase.views.facets.labels import NAMES, head_choice, name_choice
from showcase.views.facets.panel import Own, describe_panel
from showcase.views.facets.plain_card import show_plain_cards
from showcase.views.head import Head
from showcase.views.linked_data import Links, describe_column, describe_list, describe_trail
from showcase.views.pages import Pages, slice_page
from showcase.views.site import Site, root_of

SAMPLES: Final = 6
"""Brands that an index names of every value, where it names any."""


@dataclass(frozen=True, slots=True)
class Door:
    """A value in the index of a facet."""

    name: str
    key: str
    url: str
    count: int
    samples: tuple[Entry, ...]
    """The first of its brands."""


@dataclass(frozen=True, slots=True)
class _Index:
    """What the index of a facet says of itself; both are msgids."""

    title: str
    description: str
    template: str = "facet.html"


INDEXES: Final[Mapping[FacetName, _Index]] = {
    "level": _Index(N_("Levels"), N_("Service brands by the level of the body that made them.")),
    "phase": _Index(
        N_("The four phases"), N_("How a service brand is made, and which brands stand where."), "phases.html"
    ),
    "year": _Index(N_("Year by year"), N_("Service brands by the year they were named."), "years.html"),
    "region": _Index(N_("Regions"), N_("Service brands by region.")),
    "audience": _Index(N_("Whom brands serve"), N_("Service brands by whom they are for.")),
    "channel": _Index(N_("Service channels"), N_("Service brands by the ways in which they are reached.")),
    "tag": _Index(N_("Tags"), N_("Service brands by the words that describe them.")),
}
"""The indexes drawn here; service areas and agencies have their own."""


def list_indexes(facets: Facets) -> list[FacetName]:
    """The facets whose index there is: those with values, for an empty column helps nobody, and the four phases."""
    return [facet for facet in INDEXES if facets[facet] or facet == "phase"]


def render_index(site: Site, facet: FacetName) -> bytes:
    """The index of a facet: all its values."""
    told = INDEXES[facet]
    title = site.words.text(told.title)
    return site.pour(
        BASES[facet],
        told.template,
        title=title,
        description=site.words.text(told.description),
        head=describe_column(site, BASES[facet], title),
        heading=title,
        lead=site.words.text(told.description),
        doors=list_doors(site, facet),
    )


def list_doors(site: Site, facet: FacetName) -> list[Door]:
    """The values of a facet."""
    return [
        Door(name_choice(site, one), one.key, one.base, len(one.entries), one.entries[:SAMPLES])
        for one in site.facets[facet].values()
    ]


def render_choice(site: Site, facet: FacetName, key: str, pages: Pages) -> bytes:
    """A page of the brands of one value."""
    choice = site.facets[facet][key]
    url, root = pages.url(pages.number), root_of(pages.url(pages.number))
    heading = head_choice(site, choice)
    shown = slice_page(choice.entries, pages.number, site.settings.page_size)
    _ = site.words.text
    return site.pour(
        url,
        "choice.html",
        title=heading if pages.number == 1 else _("{title}, page {number}", title=heading, number=pages.number),
        description=_("{heading}: {count} in all.", heading=heading, count=len(choice.entries)),
        head=_tell_head(site, choice, heading, pages),
        heading=heading,
        index=_(NAMES[facet]),
        index_url=BASES[facet],
        total=len(choice.entries),
        pages=pages,
        cards=show_plain_cards(site, shown, root),
        **describe_panel(site, root, Own(facet, key), is_drawn=False),
    )


def _tell_head(site: Site, choice: Choice, heading: str, pages: Pages) -> Head:
    words, size = site.words, site.settings.page_size
    link = Links(site, pages.url(pages.number))
    shown = slice_page(choice.entries, pages.number, size)
    index = (words.text(INDEXES[choice.facet].title), BASES[choice.facet])
    trail = describe_trail(link, (words.text("Home"), ""), index, (heading, choice.base))
    brands = describe_list(link, shown, len(choice.entries), (pages.number - 1) * size + 1)
    keywords = (name_choice(site, choice), words.text("Service brands"))
    return Head(column=words.text("Online services"), keywords=keywords, graph=[trail, brands])
