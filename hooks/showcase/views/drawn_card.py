"""The card of a brand as it is kept for the pages that show it."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

ROOT: Final = "\x00"
"""Stands for the way to the root in what is kept; no text of a brand can hold it."""
PLACE: Final = "\x01"
"""Begins the ids of a cover in what is kept, in place of what is unique in a page."""


class DrawnCard(NamedTuple):
    """A card in parts, some of which other pages show by themselves; plain texts, handed between processes."""

    style: str
    """The value of its ``style`` attribute: what it shows of the brand's palette."""
    page_style: str
    """The same of the brand's page: the whole palette."""
    cover: str
    """The cover."""
    face: str
    """The logo of the brand, or its seal; decorative, since the name stands beside it."""
    below: str
    """What stands beside the face."""

    def on(self, root: str, place: int) -> str:
        """The card on a page from which ``root`` leads to the root of the site; no other there has its place."""
        return (
            f'<article class="card" style="{self.style}">\n<div class="card__pic">{self.cover_as(f"c{place}")}</div>\n'
            f'<div class="card__in"><div class="face">{self.face_on(root)}</div>\n{self.below.replace(ROOT, root)}\n'
            "</div></article>"
        )

    def face_on(self, root: str) -> str:
        """Its face on such a page."""
        return self.face.replace(ROOT, root)

    def cover_as(self, prefix: str) -> str:
        """Its cover, with ids that begin with something unique in the page."""
        return self.cover.replace(PLACE, prefix)


class Cards(Protocol):
    """Cards by slug, as far as they have been drawn."""

    def get(self, slug: str, /) -> DrawnCard | None:
        """A card, or ``None`` for one that is still to be drawn."""

    def __setitem__(self, slug: str, card: DrawnCard, /) -> None:
        """Keeps a card, at least for a while."""
