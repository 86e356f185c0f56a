"""The card of a brand as it is kept for the pages that show it."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

_ROOT: Final = "\x00"
"""Stands for the way to the root in what is kept; no text of a brand can hold it."""


class DrawnCard(NamedTuple):
    """A card in parts, some of which other pages show by themselves; plain texts, handed between processes."""

    style: str
    """The value of a ``style`` attribute: the palette of the brand."""
    cover: str
    """The cover; its ids begin with ``c-<slug>-``."""
    face: str
    """The logo of the brand, or its seal; decorative, since the name stands beside it."""
    below: str
    """What stands beside the face."""

    def on(self, root: str) -> str:
        """The card on a page from which ``root`` leads to the root of the site."""
        return (
            f'<article class="card" style="{self.style}">\n<div class="card__pic">{self.cover}</div>\n'
            f'<div class="card__in"><div class="face">{self.face_on(root)}</div>\n{self.below.replace(_ROOT, root)}\n'
            "</div></article>"
        )

    def face_on(self, root: str) -> str:
        """Its face on such a page."""
        return self.face.replace(_ROOT, root)


class Cards(Protocol):
    """Cards by slug, as far as they have been drawn."""

    def get(self, slug: str, /) -> DrawnCard | None:
        """A card, or ``None`` for one that is still to be drawn."""

    def __setitem__(self, slug: str, card: DrawnCard, /) -> None:
        """Keeps a card, at least for a while."""
