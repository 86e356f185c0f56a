"""How names, tags and audiences are spelt, worked out once and kept from build to build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from showcase.catalogue.addresses import Spellings, share_syllables, spell
from showcase.compile.store import Store

_SPELLINGS: Final = "spellings"


class Speller:
    """Works out how words are spelt, each once; those of brands that were just read while others are being read."""

    def __init__(self, store: Store | None) -> None:
        """``store`` holds those that an earlier build worked out."""
        self._store = store
        self._stored: Mapping[str, Sequence[str]] = (store.get(_SPELLINGS) if store else None) or {}
        self._spelt: dict[str, tuple[str, ...]] = {}

    def spell(self, words: Iterable[str]) -> None:
        """Works out words that are new."""
        for word in words:
            if word not in self._spelt and word not in self._stored:
                self._spelt[word] = spell(word)

    def spell_all(self, words: Sequence[str]) -> Spellings:
        """The spellings of words; from now on they are in the store, and no others."""
        self.spell(words)
        stored, spelt = self._stored, self._spelt
        spellings = {word: spelt[word] if word in spelt else share_syllables(stored[word]) for word in words}
        if self._store and spellings.keys() != stored.keys():
            self._store.put({_SPELLINGS: spellings})
        return spellings
