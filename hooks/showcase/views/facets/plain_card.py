"""The plain card of a brand: its name on a seal of one colour, and what a listing has to say; no picture.

The script draws the very same from the data in :mod:`showcase.views.facets.data`; both are held together by a test.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from showcase.catalogue.entry import Entry
from showcase.model.brand import Status
from showcase.views.face.palette import color_for, derive_seal
from showcase.views.site import Site
from showcase.views.template_code import write_text

_ROOT: Final = "\x00"
"""Stands for the way to the root in a kept fragment; no text of a brand can hold it."""
_HAN: Final = re.compile(r"[㐀-鿿]")
_ASIDE: Final = re.compile(r"[(（\[【〔].*?[)）\]】〕]")
_MOST: Final = 4
_KEPT: Final = 100_000
"""Cards that are kept, some fifty megabytes: every brand is on a dozen of such listings."""


def seal_of(name: str) -> str:
    """What stands on a plain seal: the first four Han characters of a name, else its first two signs."""
    return "".join(_HAN.findall(_ASIDE.sub("", name))[:_MOST]) or name[:2]


def color_of(entry: Entry) -> str:
    """The ground of a plain seal, on which white can be read."""
    return derive_seal(entry.color or color_for(entry.slug))


def show_plain_cards(site: Site, entries: Iterable[Entry], root: str) -> Markup:
    """The plain cards of brands, for a page from which ``root`` leads to the root of the site."""
    cards = "".join([_show(site, entry) for entry in entries])
    return Markup(root.join(cards.split(_ROOT)))  # Half the time of str.replace.


def _show(site: Site, entry: Entry) -> str:
    kept = site.plain_cards
    card = kept.get(entry.slug)
    if card is not None:
        return card.decode()
    drawn = _draw(site, entry)
    if len(kept) < _KEPT:
        kept[entry.slug] = drawn.encode()  # Half as large: a text with a single Han character takes two bytes for each.
    return drawn


def _draw(site: Site, entry: Entry) -> str:
    vocabulary, words = site.catalogue.vocabulary, site.words
    seal = seal_of(entry.name)
    labels = _label(words.local(vocabulary.categories[entry.category].name))
    if entry.level:
        labels += _label(site.catalogue.level_name(entry, words.locale))
    if entry.status == Status.DRAFT:
        labels += f'<span class="chip--flag">{write_text(words.text("Draft"))}</span>'
    return (
        f'<article class="card card--plain" style="--b:{color_of(entry)}">'
        f'<i class="stamp stamp--{len(seal)}" data-seal="{write_text(seal)}"></i><div class="card__in">'
        f'<h3><a href="{_ROOT}brands/{entry.slug}/">{write_text(entry.name)}</a></h3>'
        f'<p class="card__slogan">{write_text(entry.slogan)}</p>'
        f'<p class="card__by">{write_text(words.local(vocabulary.agencies[entry.agency].name))}</p>'
        f'<p class="chips">{labels}</p></div></article>\n'
    )


def _label(text: str) -> str:
    return f"<span>{write_text(text)}</span>" if text else ""
