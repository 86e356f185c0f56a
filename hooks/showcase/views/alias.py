"""The page at an old address of a brand (旧地址): leads on to the new one, with and without script."""

from __future__ import annotations

from markupsafe import Markup

from showcase.model.brand import Brand

_PAGE = Markup(
    '<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><title>{name}</title>'
    '<meta http-equiv="refresh" content="0; url=../{slug}/"><link rel="canonical" href="../{slug}/">'
    '<meta name="robots" content="noindex"></head><body><p><a href="../{slug}/">{name}</a></p></body></html>\n'
)


def render_alias(brand: Brand, locale: str) -> bytes:
    """The page of one alias of a brand; every alias of a brand gets the same."""
    return str(_PAGE.format(lang=locale, name=brand.name, slug=brand.slug)).encode()
