"""The card of a brand, as listings and the home page show it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from showcase.catalogue.entry import Entry
from showcase.model.brand import Status
from showcase.views.drawn_card import PLACE, ROOT, DrawnCard
from showcase.views.face.cover import draw_cover
from showcase.views.face.palette import color_for, derive_palette, style_card, style_of
from showcase.views.face.seal import draw_seal
from showcase.views.pictures import show_logo
from showcase.views.site import Site


def show_card(site: Site, slug: str, root: str, place: int = 0) -> Markup:
    """The card of one brand, for a page from which ``root`` leads to the root of the site.

    ``place`` is its place among all cards of the page, by which the ids in them differ.
    """
    return Markup(draw_card(site, slug).on(root, place))


def show_cards(site: Site, entries: Iterable[Entry], root: str, first: int = 0) -> Markup:
    """The cards of brands, one after the other; ``root`` as above, ``first`` is the place of the first of them."""
    return Markup("".join([draw_card(site, entry.slug).on(root, place) for place, entry in enumerate(entries, first)]))


def draw_card(site: Site, slug: str) -> DrawnCard:
    """The card of a brand, drawn once a process; what leads to the root of the site stands for any page's way."""
    card = site.cards.get(slug)
    if card is None:
        entry = site.catalogue.by_slug[slug]
        # To load brands for the cards that their neighbours show takes as long as to load them for their pages, twice.
        logo = show_logo(site.catalogue.load(slug), ROOT, sizes="64px", alt="") if entry.has_logo else None
        card = site.cards[slug] = _draw_card(site, entry, logo)
    return card


def _draw_card(site: Site, entry: Entry, logo: Markup | None) -> DrawnCard:
    palette = derive_palette(entry.color or color_for(entry.slug))
    below = site.draw(
        "card.html",
        brand=entry,
        root=ROOT,
        agency=site.catalogue.vocabulary.agencies[entry.agency],
        category=site.catalogue.vocabulary.categories[entry.category],
        level=site.catalogue.level_name(entry, site.words.locale),
        retired=entry.status == Status.RETIRED,
        draft=entry.status == Status.DRAFT,
    )
    cover = draw_cover(entry.slug, palette, prefix=PLACE)
    return DrawnCard(
        style=style_card(palette, has_line=bool(logo)),
        page_style=style_of(palette),
        cover=cover,
        face=logo or draw_seal(entry.name, palette),
        below=str(below),
    )
