"""What is shown of a brand that was found, besides its name: its slogan, its colour, and what it says it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.views.facets.plain_card import color_of
from showcase.views.json_text import dump_json
from showcase.views.site import Site

LINES: Final = 12
"""Brands of one script: few, for a search shows a handful, which may stand anywhere in the listing."""


def lines_path(number: int) -> str:
    """Path of a script, from 0."""
    return f"search/lines-{number}.js"


def slice_lines(catalogue: Catalogue, number: int) -> Sequence[Entry]:
    """The brands of a script."""
    return catalogue.listed[number * LINES : (number + 1) * LINES]


def render_lines(site: Site, number: int) -> bytes:
    """A row a brand: slogan, colour, summary, service items, tags and whom it serves."""
    rows = [
        [entry.slogan, color_of(entry), entry.summary, entry.items, [*entry.tags, *entry.audience]]
        for entry in slice_lines(site.catalogue, number)
    ]
    return f"(window.showcaseLines??={{}})[{number}]={dump_json(rows)}\n".encode()
