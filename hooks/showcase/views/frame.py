"""A frame: a page of the site's chrome with places for what a page shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

_SLOT: Final = re.compile(r"<!--slot:([a-z]+)-->")
_BREAK: Final = re.compile(r"[ \t]*\n\s*")

SLOTS: Final = frozenset({"title", "head", "main"})
"""The slots that a page fills; a frame has each of them."""


def squeeze(html: str) -> str:
    """A frame's text with a line break in place of the white space around one.

    A frame holds no preformatted text, and every page carries it.
    """
    return _BREAK.sub("\n", html)


@lru_cache(maxsize=256)
def _encode(piece: str) -> bytes:
    """A piece of a frame, which thousands of pages hold."""
    return piece.encode()


class Frame(NamedTuple):
    """The chrome around a page (页面框架), cut at its slots: text, slot name, text, …, text."""

    pieces: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Frame:
        """Squeezes a rendered page and cuts it at its ``<!--slot:name-->`` comments."""
        return cls(tuple(_SLOT.split(squeeze(html))))

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of the slots, in the order they stand."""
        return self.pieces[1::2]

    def pour(self, parts: Mapping[str, str]) -> bytes:
        """The whole page; raises ``KeyError`` for a slot that no part fills."""
        return b"".join(
            [parts[piece].encode() if index % 2 else _encode(piece) for index, piece in enumerate(self.pieces)]
        )


class FrameKey(NamedTuple):
    """Which frame a page is poured into."""

    tab: str
    """The tab that is lit: the first part of the page's address, such as ``brands``; empty for home."""
    depth: int
    """How many folders the page lies below the root of the site, from 0."""

    @classmethod
    def of(cls, url: str) -> FrameKey:
        """The frame for a page's address below the root, such as ``brands/zheliban/``."""
        parts = [part for part in url.split("/") if part]
        tab = parts[0] if parts else ""
        return cls("facets" if tab in SHARED else tab, len(parts))


FEEDBACK: Final = "feedback"
"""The tab of the page with the form; its frame alone lets a form be sent to another host."""
TABS: Final[Mapping[str, int]] = {
    "brands": 3,
    "areas": 4,
    "agencies": 4,
    "data": 1,
    "sitemap": 1,
    FEEDBACK: 1,
    "facets": 4,
}
"""The tabs whose pages are all made by the compiler, and how deep the deepest lies (``areas/x/page/2/``).

``facets`` stands for several columns that share the frames of one, see :data:`SHARED`.
"""
SHARED: Final = frozenset({"levels", "phases", "years", "regions", "audiences", "channels", "tags", "figures", "sort"})
"""Columns below the tab of the brands; nothing but the depth of a page makes their frames differ."""

FRAME_KEYS: Final = (
    FrameKey("", 0),
    *(FrameKey(tab, depth) for tab, most in TABS.items() for depth in range(1, most + 1)),
)
"""Every frame that pages are poured into."""
