"""A workshop: what a process needs to make targets, set up once."""

from __future__ import annotations

from typing import NamedTuple

from jinja2 import Environment

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.kept_templates import KeptTemplates
from showcase.model.brand import Brand
from showcase.views.docs import Docs
from showcase.views.drawn_card import Cards
from showcase.views.qr_code import import_encoder
from showcase.views.site import Site
from showcase.views.templating import compile_brand_page, compile_pages, open_templates
from showcase.views.words import Words


class Workshop(NamedTuple):
    """The site as views see it: catalogue, frames, templates, Markdown."""

    site: Site


def open_workshop(catalogue: Catalogue, docs: Docs, cards: Cards | None = None, *, program: str = "") -> Workshop:
    """Sets up templates and Markdown for a process; ``cards`` is where those are that others draw too.

    ``program`` as for :func:`prepare_templates`.
    """
    site = Site.open(catalogue, docs, cards)
    _keep(site.templates, program, site.words.locale)
    return Workshop(site)


def make_ready(workshop: Workshop) -> None:
    """Has this process pay for what the first brand would pay for else, whose time is limited."""
    _make_ready(workshop.site.templates)


def prepare_brand_pages(program: str, locale: str) -> None:
    """The same before there is a workshop; ``program`` as for :func:`prepare_templates`."""
    templates = open_templates(Words(locale))
    _keep(templates, program, locale)
    _make_ready(templates)


def _make_ready(templates: Environment) -> None:
    compile_brand_page(templates)
    import_encoder()
    Brand.model_rebuild()


def prepare_templates(program: str, locale: str) -> None:
    """Compiles templates for all workshops that this process opens, and those that are born of it.

    ``program`` is its signature when the build began: what is put in place of it meanwhile is not what compiles them.
    Without one nothing is kept.
    """
    templates = open_templates(Words(locale))
    _keep(templates, program, locale)
    compile_pages(templates)


def _keep(templates: Environment, program: str, locale: str) -> None:
    if program and templates.bytecode_cache is None:  # Just opened: none of them was read yet.
        templates.bytecode_cache = KeptTemplates(program, locale)
