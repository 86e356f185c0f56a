"""The card of a brand as it is kept for the pages that show it."""

from __future__ import annotations

from typing import Final, NamedTuple

_ROOT: Final = "\x00"
"""Stands for the way to the root in what is kept; no text of a brand can hold it."""


class DrawnCard(NamedTuple):
    """A card, its face apart, for the index of agencies shows that alone; plain texts, handed between processes."""

    above: str
    face: str
    """The logo of the brand, or its seal; decorative, since the name stands beside it."""
    below: str

    def on(self, root: str) -> str:
        """The card on a page from which ``root`` leads to the root of the site."""
        return f"{self.above}{self.face}{self.below}".replace(_ROOT, root)

    def face_on(self, root: str) -> str:
        """Its face on such a page."""
        return self.face.replace(_ROOT, root)
