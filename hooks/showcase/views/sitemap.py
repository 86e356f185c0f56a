"""The sitemap, for a site whose public address is known: pages with the day of their content, and their pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import escape

MOST: Final = 50_000
"""Pages in a file at most: https://www.sitemaps.org/protocol.html."""
_NAMESPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGES: Final = "http://www.google.com/schemas/sitemap-image/1.1"


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the sitemap."""

    url: str
    """Below the root of the site, escaped for an address."""
    updated: str = ""
    """The day its content last changed, as exact as it is known; empty where it is not."""
    images: tuple[str, ...] = ()
    """Its pictures, below the root of the site."""


def render_sitemaps(site_url: str, places: Iterable[Place], most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of ``sitemap.xml``, or of its parts and the index that names them; sorted, without a clock."""
    ordered = sorted(places, key=lambda place: place.url)
    if len(ordered) <= most:
        yield "sitemap.xml", _render_part(site_url, ordered)
        return
    rows = ""
    for number, start in enumerate(range(0, len(ordered), most), 1):
        part = ordered[start : start + most]
        yield f"sitemap-{number}.xml", _render_part(site_url, part)
        updated = max(place.updated for place in part)
        rows += f"<sitemap><loc>{escape(site_url)}sitemap-{number}.xml</loc>{_date(updated)}</sitemap>\n"
    yield "sitemap.xml", _wrap("sitemapindex", "", rows)


def _render_part(site_url: str, places: Sequence[Place]) -> bytes:
    images = f' xmlns:image="{_IMAGES}"' if any(place.images for place in places) else ""
    return _wrap("urlset", images, "".join(_row(site_url, place) for place in places))


def _row(site_url: str, place: Place) -> str:
    images = "".join(
        f"<image:image><image:loc>{escape(site_url + image)}</image:loc></image:image>" for image in place.images
    )
    return f"<url><loc>{escape(site_url + place.url)}</loc>{_date(place.updated)}{images}</url>\n"


def _date(updated: str) -> str:
    return f"<lastmod>{updated}</lastmod>" if updated else ""


def _wrap(tag: str, more: str, rows: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag} xmlns="{_NAMESPACE}"{more}>\n{rows}</{tag}>\n'.encode()
