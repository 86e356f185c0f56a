"""The sitemap, for a site whose public address is known."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape


def render_sitemap(site_url: str, urls: Iterable[str]) -> bytes:
    """``sitemap.xml`` of all pages, ``urls`` below the root; sorted, and without the day of the build."""
    rows = "".join(f"<url><loc>{escape(site_url + url)}</loc></url>\n" for url in sorted(urls))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    ).encode()
