"""The home page: what this is, the brands put forward, the ways in."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from markupsafe import Markup

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.catalogue.figures import count_figures
from showcase.model.brand import Brand
from showcase.model.phases import PHASES
from showcase.model.values import PartialDate
from showcase.views.card import show_cards
from showcase.views.face.palette import color_for, derive_palette, style_of
from showcase.views.face.seal import draw_seal
from showcase.views.feeds import offer_feeds
from showcase.views.head import Head
from showcase.views.linked_data import describe_site
from showcase.views.site import Site, root_of

WALL: Final = 8
"""Seals on the wall of the hero."""
_FEATURED, _NEWEST, NEWS = 4, 4, 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A service area on a tile."""

    name: str
    url: str
    icon: str
    summary: str
    count: int


@dataclass(frozen=True, slots=True)
class Hero:
    """What the home page begins with, in the words of ``docs/index.md``."""

    title: str
    lead: str
    placeholder: str
    """In the search field."""
    tries: list[str]
    """Words that are often looked for."""


def list_area_tiles(site: Site) -> list[Tile]:
    """The service areas that have brands, in the vocabulary's order."""
    categories = site.catalogue.vocabulary.categories
    return [
        Tile(
            site.words.local(categories[key].name),
            f"areas/{key}/",
            categories[key].icon or "other",
            site.words.local(categories[key].summary),
            len(brands),
        )
        for key, brands in site.catalogue.by_category.items()
    ]


def render_home(site: Site) -> bytes:
    """The home page; its heading and sentences come from the front matter of ``docs/index.md``."""
    root = root_of("")
    listed = site.catalogue.listed
    featured = listed[:_FEATURED]
    newest = list_newest(site.catalogue)
    feeds = offer_feeds(site.words, "", site.settings.site_name, "", listed)
    return site.pour(
        "",
        "home.html",
        title=site.settings.site_name,
        description=str(site.docs.home.get("description") or site.settings.site_name),
        head=Head(alternates=feeds, graph=describe_site(site)),
        hero=_read_hero(site),
        wall=[_draw_seal(site.catalogue.load(entry.slug)) for entry in listed[:WALL]],
        figures=count_figures(site.catalogue),
        featured=show_cards(site, featured, root),
        tiles=list_area_tiles(site),
        phases=[(name, len(site.catalogue.by_phase.get(name, ()))) for name in PHASES],
        newest=show_cards(site, newest, root, len(featured)),
        news=[(post, PartialDate.parse(post.date)) for post in site.docs.news[:NEWS]],
    )


def list_newest(catalogue: Catalogue) -> tuple[Entry, ...]:
    """The brands that were shown last, besides those put forward."""
    front = {entry.slug for entry in catalogue.listed[:_FEATURED]}
    dated = (entry for entry in catalogue.listed if entry.published and entry.slug not in front)
    return tuple(nlargest(_NEWEST, dated, key=lambda entry: entry.published))


def _draw_seal(brand: Brand) -> tuple[Markup, Markup]:
    palette = derive_palette(brand.identity.color or color_for(brand.slug))
    return Markup(style_of(palette)), Markup(draw_seal(brand.name, palette))


def _read_hero(site: Site) -> Hero:
    home = site.docs.home
    tries = home.get("tries")
    return Hero(
        title=str(home.get("hero") or site.settings.site_name),
        lead=str(home.get("description") or ""),
        placeholder=str(home.get("placeholder") or ""),
        tries=[str(word) for word in tries] if isinstance(tries, list) else [],
    )
