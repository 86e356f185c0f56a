"""What the hand-written part of the site gives to the compiler."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from showcase.model.settings import Settings
from showcase.views.frame import Frame, FrameKey
from showcase.views.page_link import BrandLink, PageLink


class DocsPage(NamedTuple):
    """A hand-written page (手写页面)."""

    url: str
    """Address below the root of the site."""
    source: str
    """Path of its Markdown below the docs folder."""
    title: str
    description: str = ""
    date: str = ""
    """ISO day of a news post; empty for other pages."""


@dataclass(frozen=True, slots=True)
class Docs:
    """The hand-written pages, and the frames that the compiler pours brands into."""

    settings: Settings
    frames: Mapping[FrameKey, Frame]
    pages: tuple[DocsPage, ...] = ()
    """All hand-written pages that were built, by address."""
    links: tuple[BrandLink, ...] = ()
    page_links: tuple[PageLink, ...] = ()
    """Links within the site to what is none of the hand-written files, nor the page of a brand."""
    home: Mapping[str, Any] = field(default_factory=dict)
    """Front matter of ``docs/index.md``."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The words of each page that the full-text search reads, by address."""
    folder: str = "docs"
    """The folder of the pages, as seen from that of ``mkdocs.yml``."""
    doubts: tuple[tuple[str, str, str], ...] = ()
    """Settings of MkDocs that do nothing here: setting, value, and a msgid on why."""
    dead: tuple[str, ...] = ()
    """Brands that pages link to and that have no page: of such a link the words stay."""

    def iterate_doubts(self) -> Iterator[tuple[str, str, str]]:
        """What is likely a slip in ``mkdocs.yml``: setting, value, and a msgid that says what is usual."""
        yield from ((f"extra.showcase.{name}", value, usual) for name, value, usual in self.settings.iterate_doubts())
        yield from self.doubts

    @property
    def news(self) -> tuple[DocsPage, ...]:
        """The news posts (动态), newest first."""
        posts = [page for page in self.pages if page.date]
        return tuple(sorted(posts, key=lambda page: (page.date, page.url), reverse=True))
