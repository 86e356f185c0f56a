"""Choosing a word of the vocabulary: by number, by key, or by a part of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from showcase.cli.drafting.starter import Term


@dataclass(frozen=True, slots=True)
class Option:
    """One word to choose."""

    term: Term
    also: tuple[str, ...] = ()
    """Other names it goes by: a short name, names in other locales."""

    @property
    def words(self) -> tuple[str, ...]:
        """Everything it may be found by, lower-case."""
        return tuple(word.lower() for word in (self.term.key, self.term.name, *self.also))


def find_options(options: Sequence[Option], text: str) -> list[Option]:
    """The options that a text means: the one that goes by exactly it, else all that hold it, in their order."""
    sought = text.strip().lower()
    return find_exact(options, text) or [option for option in options if any(sought in word for word in option.words)]


def find_exact(options: Sequence[Option], text: str) -> list[Option]:
    """The options that go by exactly a text, in their order."""
    sought = text.strip().lower()
    return [option for option in options if sought in option.words]


def suggest_options(options: Sequence[Option], text: str) -> list[Option]:
    """Up to three options that look like a text that means none."""
    by_word: Mapping[str, Option] = {word: option for option in options for word in option.words}
    close = get_close_matches(text.strip().lower(), by_word, n=3, cutoff=0.5)
    return list(dict.fromkeys(by_word[word] for word in close))
