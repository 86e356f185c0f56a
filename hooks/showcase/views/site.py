"""The site as its pages see it: catalogue, words, templates, and the frame each page is poured into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.facets import Facets, build_facets
from showcase.model.settings import Settings
from showcase.views.body import BodyRenderer
from showcase.views.docs import Docs
from showcase.views.duties import list_site_metadata
from showcase.views.frame import FrameKey
from showcase.views.head import OG_LOCALES, Head, write_linked_data
from showcase.views.icons import icon
from showcase.views.reach import dial_number, host_of, supervision_href
from showcase.views.words import Words

_TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Site:
    """Everything a view may ask for; open one per process with :meth:`open`."""

    catalogue: Catalogue
    docs: Docs
    words: Words
    templates: Environment
    body: BodyRenderer
    cards: dict[str, Markup] = field(default_factory=dict)
    """Card fragments by slug, drawn once a process; :mod:`showcase.views.card` keeps them."""
    plain_cards: dict[str, str] = field(default_factory=dict)
    """As ``cards``; :mod:`showcase.views.facets.plain_card` keeps them."""

    @classmethod
    def open(cls, catalogue: Catalogue, docs: Docs) -> Site:
        """Sets up words, templates and Markdown for the locale of the settings."""
        words = Words(docs.settings.locale)
        return cls(catalogue, docs, words, _open_templates(words), BodyRenderer())

    @property
    def settings(self) -> Settings:
        """The settings of the showcase."""
        return self.docs.settings

    @cached_property
    def facets(self) -> Facets:
        """The facets of the listed brands."""
        return build_facets(self.catalogue)

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
        return self.docs.frames[FrameKey.of(url)].pour(parts).encode()

    def draw(self, template: str, **context: Any) -> Markup:
        """A fragment: ``template`` rendered with ``context``, for use in others."""
        # Templates escape what they are given.
        return Markup(self.templates.get_template(template).render(**context))


def _draw_icon(name: str) -> Markup:
    return Markup(icon(name))


@cache
def root_of(url: str) -> str:
    """The way from a page to the root of the site: ``brands/zheliban/`` → ``../../``; from the root itself ``./``."""
    return "../" * url.count("/") or "./"


def _open_templates(words: Words) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(_=words.text, icon=_draw_icon, og_locale=OG_LOCALES[words.locale])
    environment.filters.update(
        date=words.date,
        number=words.number,
        label=words.label,
        local=words.local,
        phase_name=words.phase,
        dialled=dial_number,
        host=host_of,
        supervision_href=supervision_href,
        linked_data=write_linked_data,
    )
    return environment
