"""Links from hand-written pages to what the site holds besides them."""

from __future__ import annotations

from typing import Final, NamedTuple

_PAGE: Final = "index.html"


class BrandLink(NamedTuple):
    """A link from a hand-written page to a brand: ``[浙里办](brand:zheliban)``."""

    source: str
    """Path of the Markdown below the docs folder."""
    slug: str
    line: int = 1
    """Where it stands, from 1."""
    column: int = 1
    """In characters, from 1."""
    text: str = ""
    """That line; empty where it is not known."""
    is_path: bool = False
    """Whether it names the page and not the brand: ``../brands/zheliban/``, which an old address is too."""


class PageLink(NamedTuple):
    """A link from a hand-written page to something of the site that is none of them: ``../areas/water/``."""

    source: str
    """Path of the Markdown below the docs folder."""
    folder: str
    """Of the site, in which the page lies."""
    path: str
    """Where it leads, below the root of the site; with ``/`` at its end where it names a folder."""
    found: str
    """As it is written."""
    line: int = 1
    column: int = 1
    text: str = ""
    """That line; empty where it is not known."""


def files_of(path: str) -> tuple[str, ...]:
    """The files that a server may give for a path below the root of the site: of a folder the page in it."""
    return (f"{path}{_PAGE}",) if not path or path.endswith("/") else (path, f"{path}/{_PAGE}")
