"""The index that the search box reads: names, slogans and bodies of all brands, with pinyin and initials."""

from __future__ import annotations

import json

from pypinyin import Style, lazy_pinyin

from showcase.views.card import palette_of
from showcase.views.site import Site


def render_names(site: Site) -> bytes:
    """A JSON array, a row a listed brand: slug, name, slogan, agency, area, pinyin, initials, seal colour, words."""
    rows = [
        [
            brand.slug,
            brand.name,
            brand.slogan,
            site.words.local(site.catalogue.agency_of(brand).name),
            site.words.local(site.catalogue.category_of(brand).name),
            "".join(lazy_pinyin(brand.name)).lower(),
            "".join(lazy_pinyin(brand.name, style=Style.FIRST_LETTER)).lower(),
            palette_of(brand).seal,
            " ".join([*brand.tags, *brand.service.audience, *(item.name for item in brand.service.items)]),
        ]
        for brand in site.catalogue.listed
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
