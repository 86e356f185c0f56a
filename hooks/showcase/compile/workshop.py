"""A workshop: what a process needs to make targets, set up once."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.kept_templates import KeptTemplates
from showcase.compile.stamp import sign_program
from showcase.views.docs import Docs
from showcase.views.drawn_card import Cards
from showcase.views.site import Site
from showcase.views.templating import compile_pages, open_templates
from showcase.views.words import Words


@dataclass(frozen=True, slots=True)
class Workshop:
    """The site as views see it: catalogue, frames, templates, Markdown."""

    site: Site


def open_workshop(catalogue: Catalogue, docs: Docs, cards: Cards | None = None) -> Workshop:
    """Sets up templates and Markdown for a process; ``cards`` is where those are that others draw too."""
    site = Site.open(catalogue, docs, cards)
    _keep(site.templates, site.words.locale)
    return Workshop(site)


def prepare_templates(locale: str) -> None:
    """Compiles templates for all workshops that this process opens, and those that are born of it."""
    templates = open_templates(Words(locale))
    _keep(templates, locale)
    compile_pages(templates)


def _keep(templates: Environment, locale: str) -> None:
    if templates.bytecode_cache is None:  # Just opened: none of them was read yet.
        templates.bytecode_cache = KeptTemplates(sign_program(), locale)
