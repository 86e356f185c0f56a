"""The home page: what this is, the brands put forward, the ways in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from showcase.catalogue.figures import count_figures
from showcase.model.phases import PHASES
from showcase.views.card import palette_of, show_cards
from showcase.views.face.palette import style_of
from showcase.views.face.seal import draw_seal
from showcase.views.site import Site, root_of

_WALL, _FEATURED, _NEWEST, _NEWS = 8, 4, 4, 3


@dataclass(frozen=True, slots=True)
class Tile:
    """A service area on a tile."""

    name: str
    url: str
    icon: str
    summary: str
    count: int


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
    front = {brand.slug for brand in featured}
    fresh = sorted(
        (brand for brand in listed if brand.slug not in front and brand.published),
        key=lambda brand: str(brand.published),
        reverse=True,
    )
    return site.pour(
        "",
        "home.html",
        title=site.settings.site_name,
        description=str(site.docs.home.get("description") or site.settings.site_name),
        hero=_read_hero(site),
        wall=[(Markup(style_of(p)), Markup(draw_seal(b.name, p))) for b in listed[:_WALL] for p in [palette_of(b)]],
        figures=count_figures(site.catalogue),
        featured=show_cards(site, featured, root),
        tiles=list_area_tiles(site),
        phases=[(name, len(site.catalogue.by_phase.get(name, ()))) for name in PHASES],
        newest=show_cards(site, fresh[:_NEWEST], root),
        news=site.docs.news[:_NEWS],
    )


def _read_hero(site: Site) -> dict[str, Any]:
    home = site.docs.home
    tries = home.get("tries")
    return {
        "title": str(home.get("hero") or site.settings.site_name),
        "lead": str(home.get("description") or ""),
        "placeholder": str(home.get("placeholder") or ""),
        "tries": [str(word) for word in tries] if isinstance(tries, list) else [],
    }
