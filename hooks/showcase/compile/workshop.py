"""A workshop: what a process needs to make targets, set up once."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.kept_templates import KeptTemplates
from showcase.compile.stamp import sign_program
from showcase.views.docs import Docs
from showcase.views.drawn_card import Cards
from showcase.views.site import Site


@dataclass(frozen=True, slots=True)
class Workshop:
    """The site as views see it: catalogue, frames, templates, Markdown."""

    site: Site


def open_workshop(catalogue: Catalogue, docs: Docs, cards: Cards | None = None) -> Workshop:
    """Sets up templates and Markdown for a process; ``cards`` is where those are that others draw too."""
    site = Site.open(catalogue, docs, cards)
    if site.templates.bytecode_cache is None:  # Just opened: none of them was read yet.
        site.templates.bytecode_cache = KeptTemplates(sign_program(), site.words.locale)
    return Workshop(site)
