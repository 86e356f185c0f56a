"""Which file of a site an address means; nothing outside the site is ever meant."""

from __future__ import annotations

from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path
from typing import Final
from urllib.parse import unquote

_INDEX: Final = "index.html"
_UNKNOWN: Final = "application/octet-stream"
# Without what the system adds, which differs from one machine to the next.
_TYPES: Final = MimeTypes()
_NEWER: Final = {
    ".avif": "image/avif",
    ".js": "text/javascript",
    ".md": "text/markdown",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
"""Types that older versions of Python do not know, or tell by an old name."""
_WRITTEN: Final = ("application/json", "application/manifest+json", "application/xml", "image/svg+xml")
"""Types besides ``text/…`` that are text; all of ours is UTF-8."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to send."""

    path: Path


@dataclass(frozen=True, slots=True)
class Moved:
    """Another address to ask for: a path of this host, and its query."""

    address: str


def find_file(site: Path, base: str, target: str) -> Found | Moved | None:
    """What a request's target means in a site that is served below ``base``, which begins and ends with a slash.

    ``None`` for what is not there, hidden, outside the site, or a link that leads there.
    """
    address, mark, query = target.partition("#")[0].partition("?")
    if base != "/" and address in ("/", base[:-1]):
        return Moved(base)
    if not address.startswith(base) or "//" in address:
        return None
    try:
        parts = unquote(address[len(base) :], errors="strict").split("/")
        place = _resolve(site, parts)
    except (OSError, RuntimeError, ValueError):
        return None
    if place is None or not place.is_dir():
        return Found(place) if place is not None and place.is_file() and parts[-1] else None
    if not (place / _INDEX).is_file():
        return None
    return Found(place / _INDEX) if not parts[-1] else Moved(f"{address}/{mark}{query}")


def _resolve(site: Path, parts: list[str]) -> Path | None:
    """The place that the parts of a path name, if it is there, inside and not hidden.

    Raises ``OSError`` for one that is not there, ``RuntimeError`` for links in a ring, ``ValueError`` for a NUL.
    """
    if any(part.startswith(".") or "\\" in part for part in parts):
        return None
    home = site.resolve()
    place = home.joinpath(*parts).resolve(strict=True)
    if place.is_dir() and not (place / _INDEX).resolve().is_relative_to(home):
        return None
    return place if place.is_relative_to(home) else None


def name_type(path: Path) -> str:
    """The content type of a file, with its charset where it is text."""
    suffix = path.suffix.lower()
    name = _NEWER.get(suffix) or _TYPES.types_map[True].get(suffix, _UNKNOWN)
    return f"{name}; charset=utf-8" if name.startswith("text/") or name in _WRITTEN else name
