"""How names, tags and audiences are spelt, worked out once and kept from build to build."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from showcase.catalogue.addresses import Spellings, spell
from showcase.compile.store import Store

_SPELLINGS: Final = "spellings"
_OUTLINE: Final = "spelt"
"""Of the content whose words are in the store."""


class KeptSpellings(Mapping[str, tuple[str, ...]]):
    """Spellings from the store, which an edit of a story does not ask for: they are looked into once somebody does."""

    def __init__(self, text: str) -> None:
        """``text`` is the JSON of them."""
        self._text = text

    @cached_property
    def _syllables(self) -> Mapping[str, Sequence[str]]:
        kept: Mapping[str, Sequence[str]] = json.loads(self._text)
        return kept

    def __getitem__(self, word: str) -> tuple[str, ...]:
        """The syllables of a word."""
        return tuple(self._syllables[word])

    def __iter__(self) -> Iterator[str]:
        """The words."""
        return iter(self._syllables)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._syllables)


class Speller:
    """Works out how words are spelt, each once; those of brands that were just read while others are being read."""

    def __init__(self, store: Store | None) -> None:
        """``store`` holds those that an earlier build worked out."""
        self._store = store
        self._stored = KeptSpellings((store.get_text(_SPELLINGS) if store else None) or "{}")
        self._spelt: dict[str, tuple[str, ...]] = {}

    def spell(self, words: Iterable[str]) -> None:
        """Works out words that are new."""
        for word in words:
            if word not in self._spelt and word not in self._stored:
                self._spelt[word] = spell(word)

    def spell_all(self, list_words: Callable[[], Sequence[str]], outline: str) -> Spellings:
        """The spellings of all words of a content; from now on they are in the store, and no others.

        The words are the same while the outline is.
        """
        if self._store and self._store.get(_OUTLINE) == outline:
            return self._stored
        words = list_words()
        self.spell(words)
        stored, spelt = self._stored, self._spelt
        spellings = {word: spelt[word] if word in spelt else stored[word] for word in words}
        if self._store:
            changed = {_SPELLINGS: spellings} if spellings.keys() != stored.keys() else {}
            self._store.put({**changed, _OUTLINE: outline})
        return spellings
