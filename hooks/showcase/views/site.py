"""The site as its pages see it: catalogue, words, templates, and the frame each page is poured into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.facets import Facets
from showcase.catalogue.pairs import PairIndex, index_pairs
from showcase.model.settings import Settings
from showcase.views.body import BodyRenderer
from showcase.views.docs import Docs
from showcase.views.drawn_card import Cards, DrawnCard
from showcase.views.duties import list_site_metadata
from showcase.views.frame import FrameKey
from showcase.views.head import Head
from showcase.views.qr_code import CodeBook
from showcase.views.reach import Code
from showcase.views.templating import open_templates
from showcase.views.words import Words


@dataclass(frozen=True)
class Site:
    """Everything a view may ask for; open one per process with :meth:`open`."""

    catalogue: Catalogue
    docs: Docs
    words: Words
    templates: Environment
    body: BodyRenderer
    codes: CodeBook = field(default_factory=CodeBook)
    cards: Cards = field(default_factory=dict[str, DrawnCard])
    """Card fragments by slug, drawn once; :mod:`showcase.views.card` keeps them."""
    plain_cards: dict[str, bytes] = field(default_factory=dict)
    """As ``cards``, of some brands, in UTF-8; :mod:`showcase.views.facets.plain_card` keeps them."""
    rows: list[dict[str, Any]] = field(default_factory=list)
    """The table of brands; :mod:`showcase.views.open_data.table` keeps it."""
    begun: dict[str, tuple[Markup, Code | None]] = field(default_factory=dict)
    """Story and code of pages that have been begun; :mod:`showcase.views.brand_page` keeps them."""

    @classmethod
    def open(cls, catalogue: Catalogue, docs: Docs, cards: Cards | None = None) -> Site:
        """Sets up words, templates and Markdown for the locale of the settings; ``cards`` is where they are kept."""
        words = Words(docs.settings.locale)
        return cls(catalogue, docs, words, open_templates(words), BodyRenderer(), cards={} if cards is None else cards)

    @property
    def settings(self) -> Settings:
        """The settings of the showcase."""
        return self.docs.settings

    @property
    def facets(self) -> Facets:
        """The facets of the listed brands."""
        return self.catalogue.facets

    @cached_property
    def pairs(self) -> PairIndex:
        """What the listed brands say they do, for the search."""
        return index_pairs(self.catalogue.listed)

    @cached_property
    def site_metadata(self) -> Mapping[str, str]:
        """What every page says of the site in its head."""
        return list_site_metadata(self.settings)

    def pour(self, url: str, template: str, *, title: str, description: str, head: Head, **context: Any) -> bytes:
        """A whole page: ``template`` rendered with ``context``, poured into the frame for ``url``.

        ``url`` is the page's address below the root of the site, such as ``brands/zheliban/``.
        """
        root = root_of(url)
        shared = {"root": root, "url": url, "catalogue": self.catalogue, "settings": self.settings, "words": self.words}
        main = self.templates.get_template(template).render(**shared, **context)
        told = {"title": title, "description": description, "head": head, "site_metadata": self.site_metadata}
        top = self.templates.get_template("head.html").render(**shared, **told)
        name = self.settings.site_name
        full_title = escape(f"{title} - {name}" if title != name else name)
        parts = {"title": str(full_title), "head": top, "main": main}
        return self.docs.frames[FrameKey.of(url)].pour(parts)

    def draw(self, template: str, **context: Any) -> Markup:
        """A fragment: ``template`` rendered with ``context``, for use in others."""
        # Templates escape what they are given.
        return Markup(self.templates.get_template(template).render(**context))


def root_of(url: str) -> str:
    """The way from a page to the root of the site: ``brands/zheliban/`` → ``../../``; from the root itself ``./``."""
    return "../" * url.count("/") or "./"
