"""The card of a brand, as listings and the home page show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from showcase.catalogue.entry import Entry
from showcase.model.brand import Brand, Status
from showcase.views.drawn_card import DrawnCard
from showcase.views.face.cover import draw_cover
from showcase.views.face.palette import Palette, color_for, derive_palette, style_of
from showcase.views.face.seal import draw_seal
from showcase.views.pictures import show_logo
from showcase.views.site import Site

_ROOT: Final = "\x00"
_FACE: Final = "\x01"
"""Stands for the face in the template; as ``_ROOT``."""


def palette_of(brand: Brand) -> Palette:
    """The palette of a brand: from its colour, else from its slug."""
    return derive_palette(brand.identity.color or color_for(brand.slug))


def show_card(site: Site, slug: str, root: str) -> Markup:
    """The card of one brand, for a page from which ``root`` leads to the root of the site."""
    return Markup(draw_card(site, slug).on(root))


def show_cards(site: Site, entries: Iterable[Entry], root: str) -> Markup:
    """The cards of brands, one after the other, for a page from which ``root`` leads to the root of the site."""
    return Markup("".join(draw_card(site, entry.slug).on(root) for entry in entries))


def draw_card(site: Site, slug: str) -> DrawnCard:
    """The card of a brand, drawn once a process; what leads to the root of the site stands for any page's way."""
    card = site.cards.get(slug)
    if card is None:
        card = site.cards[slug] = _draw_card(site, site.catalogue.load(slug))
    return card


def _draw_card(site: Site, brand: Brand) -> DrawnCard:
    palette = palette_of(brand)
    drawn = site.draw(
        "card.html",
        brand=brand,
        root=_ROOT,
        style=Markup(style_of(palette)),
        cover=Markup(draw_cover(brand.slug, palette, prefix=f"c-{brand.slug}")),
        face=Markup(_FACE),
        agency=site.catalogue.vocabulary.agencies[brand.agency],
        category=site.catalogue.vocabulary.categories[brand.category],
        level=site.catalogue.level_name(brand, site.words.locale),
        retired=brand.status is Status.RETIRED,
        draft=brand.status is Status.DRAFT,
    )
    above, _, below = str(drawn).partition(_FACE)
    return DrawnCard(above, show_logo(brand, _ROOT, sizes="64px", alt="") or draw_seal(brand.name, palette), below)
