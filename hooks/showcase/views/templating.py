"""Templates, with everything that is the same on every page settled when they are compiled."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from showcase.views.head import OG_LOCALES, write_linked_data
from showcase.views.icons import glyph, icon
from showcase.views.reach import call_href, host_of, supervision_href
from showcase.views.template_code import PlainEnvironment
from showcase.views.words import Words

_TEMPLATES: Final = Path(__file__).parent / "templates"


def open_templates(words: Words) -> Environment:
    """The templates, in the locale of ``words``; compiled once a process, as long as no file of them is changed."""
    return _open(
        words.locale, tuple(sorted((str(path), path.stat().st_mtime_ns) for path in _TEMPLATES.rglob("*.html")))
    )


def compile_pages(templates: Environment) -> None:
    """Compiles the templates of pages, which hold what they include, for processes that are to share them."""
    for name in templates.list_templates():
        if "/" not in name:
            templates.get_template(name)


def compile_brand_page(templates: Environment) -> None:
    """Compiles the templates of the page of a brand alone."""
    for name in ("brand.html", "card.html"):
        templates.get_template(name)


@lru_cache(maxsize=2)
def _open(locale: str, _files: tuple[tuple[str, int], ...]) -> Environment:
    words = Words(locale)
    environment = PlainEnvironment(
        words.text,
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(_=words.text, icon=_draw_icon, glyph=_draw_glyph, og_locale=OG_LOCALES[words.locale])
    environment.filters.update(
        date=words.date,
        number=words.number,
        label=words.label,
        local=words.local,
        phase_name=words.phase,
        call_href=call_href,
        host=host_of,
        supervision_href=supervision_href,
        linked_data=write_linked_data,
        joined=_join_told,
    )
    return environment


def _draw_icon(name: str) -> Markup:
    return Markup(icon(name))


def _draw_glyph(name: str) -> Markup:
    return Markup(glyph(name))


def _join_told(parts: Iterable[object], mark: str) -> str:
    """What there is of some parts, with a mark between; the template escapes it."""
    return mark.join([str(part) for part in parts if part])
