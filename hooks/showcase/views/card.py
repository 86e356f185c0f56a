"""The card of a brand, as listings and the home page show it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from showcase.catalogue.entry import Entry
from showcase.model.brand import Brand, Status
from showcase.views.face.cover import draw_cover
from showcase.views.face.palette import Palette, color_for, derive_palette, style_of
from showcase.views.face.seal import draw_seal
from showcase.views.pictures import show_logo
from showcase.views.site import Site

_ROOT = "\x00"
"""Stands for the way to the root in a kept fragment; no text of a brand can hold it."""


def palette_of(brand: Brand) -> Palette:
    """The palette of a brand: from its colour, else from its slug."""
    return derive_palette(brand.identity.color or color_for(brand.slug))


def face_of(brand: Brand, root: str, *, lazy: bool = True) -> Markup:
    """The logo of a brand, or the seal drawn from its name; decorative, since the name stands beside it."""
    logo = show_logo(brand, root, sizes="64px", alt="", lazy=lazy)
    return logo or Markup(draw_seal(brand.name, palette_of(brand)))


def show_card(site: Site, slug: str, root: str) -> Markup:
    """The card of one brand, for a page from which ``root`` leads to the root of the site."""
    return draw_card(site, slug).replace(_ROOT, root)


def show_cards(site: Site, entries: Iterable[Entry], root: str) -> Markup:
    """The cards of brands, one after the other, for a page from which ``root`` leads to the root of the site."""
    return Markup().join(draw_card(site, entry.slug).replace(_ROOT, root) for entry in entries)


def draw_card(site: Site, slug: str) -> Markup:
    """The card of a brand, drawn once a process; what leads to the root of the site stands for any page's way."""
    card = site.cards.get(slug)
    if card is None:
        card = site.cards[slug] = _draw_card(site, site.catalogue.load(slug))
    return card


def _draw_card(site: Site, brand: Brand) -> Markup:
    palette = palette_of(brand)
    return site.draw(
        "card.html",
        brand=brand,
        root=_ROOT,
        style=Markup(style_of(palette)),
        cover=Markup(draw_cover(brand.slug, palette, prefix=f"c-{brand.slug}")),
        face=face_of(brand, _ROOT),
        agency=site.catalogue.vocabulary.agencies[brand.agency],
        category=site.catalogue.vocabulary.categories[brand.category],
        level=site.catalogue.level_name(brand, site.words.locale),
        retired=brand.status is Status.RETIRED,
        draft=brand.status is Status.DRAFT,
    )
