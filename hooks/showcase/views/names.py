"""The index that the search box reads: names, slogans and bodies of all brands, with pinyin and initials."""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin

from showcase.views.face.palette import color_for, derive_seal
from showcase.views.json_text import dump_json
from showcase.views.site import Site


def render_names(site: Site) -> bytes:
    """A JSON array, a row a listed brand: slug, name, slogan, agency, area, pinyin, initials, seal colour, words."""
    vocabulary = site.catalogue.vocabulary
    rows = [
        [
            entry.slug,
            entry.name,
            entry.slogan,
            site.words.local(vocabulary.agencies[entry.agency].name),
            site.words.local(vocabulary.categories[entry.category].name),
            "".join(lazy_pinyin(entry.name)).lower(),
            "".join(lazy_pinyin(entry.name, style=Style.FIRST_LETTER)).lower(),
            derive_seal(entry.color or color_for(entry.slug)),
            entry.words,
        ]
        for entry in site.catalogue.listed
    ]
    return dump_json(rows).encode()
