"""The shelf of cards: what one process of a build has drawn, for all others to show.

Every brand's card is shown by its neighbours and by a dozen listings, so it is drawn once, by whichever process comes
to it. A hundred thousand cards would be a third of a gigabyte, and as values in memory more than that, for each process
that looks at one copies all that lies beside it. So they lie in files, one a process that draws, and where each begins
is in memory that all processes share.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from io import FileIO
from multiprocessing.sharedctypes import RawArray
from typing import Any, Final

from pydantic_core import from_json, to_json

from showcase.views.drawn_card import DrawnCard

_AT_HAND: Final = 10_000
"""Cards that a process keeps in memory, some thirty megabytes: to read one takes as long as to draw a tenth of it."""
_FEW: Final = 1_000
"""So many it keeps where they are not all: the next that is asked for would seldom be among them."""
_FIELDS: Final = 3


class CardShelf:
    """Cards by slug; a :class:`showcase.views.drawn_card.Cards` that every process of a build may be handed."""

    def __init__(self, stem: str, numbers: Mapping[str, int]) -> None:
        """``stem`` is how paths of its files begin; ``numbers`` gives every brand that can have a card one, from 0."""
        self._stem = stem
        self._numbers = numbers
        # For each: process that drew it, offset and size in the file of that; no size where it has not been drawn.
        self._places: Any = RawArray("Q", _FIELDS * len(numbers))
        self._at_hand: dict[str, DrawnCard] = {}
        self._most = _AT_HAND if len(numbers) <= _AT_HAND else _FEW
        self._files: dict[int, FileIO] = {}
        self._process = os.getpid()

    def get(self, slug: str, /) -> DrawnCard | None:
        """A card, or ``None`` for one that nobody has laid here; raises ``OSError``."""
        card = self._at_hand.get(slug)
        if card is None and slug in self._numbers:
            row = _FIELDS * self._numbers[slug]
            writer, start, size = self._places[row : row + _FIELDS]
            if size:
                file = self._open(writer, "rb")
                file.seek(start)
                card = self[slug] = DrawnCard(*from_json(file.read(size)))
        return card

    def __setitem__(self, slug: str, card: DrawnCard, /) -> None:
        """Keeps a card at hand for this process alone."""
        if len(self._at_hand) >= self._most:
            self._at_hand.clear()
        self._at_hand[slug] = card

    def lay(self, cards: Mapping[str, DrawnCard]) -> None:
        """Lays cards down for all processes; raises ``OSError``. No two processes may lay the same at a time."""
        own = os.getpid()
        file = self._open(-own, "ab")
        start = file.tell()
        texts = [to_json(card) for card in cards.values()]
        rest = memoryview(b"".join(texts))
        while rest:
            rest = rest[file.write(rest) :]
        for slug, text in zip(cards, texts, strict=True):
            row = _FIELDS * self._numbers[slug]
            self._places[row : row + _FIELDS] = own, start, len(text)
            start += len(text)

    def close(self) -> None:
        """Closes what this process has open."""
        for file in self._files.values():
            file.close()
        self._files.clear()

    def _open(self, process: int, mode: str) -> FileIO:
        """The file of a process; that of this one to write into has a number below 0."""
        if self._process != os.getpid():
            # A file that was open when this process was born has one place for both.
            self.close()
            self._process = os.getpid()
        file = self._files.get(process)
        if file is None:
            file = self._files[process] = FileIO(f"{self._stem}{abs(process)}", mode)
        return file

    def __getstate__(self) -> dict[str, object]:
        """Without what is at hand."""
        return {**self.__dict__, "_at_hand": {}, "_files": {}}
