"""Addresses of what is named in words (地址名): ASCII from pinyin, the same wherever and whenever it is worked out."""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

_GAP: Final = re.compile(r"[^a-z0-9]+")
_LENGTH: Final = 64


Spellings = Mapping[str, tuple[str, ...]]
"""The syllables of words, worked out beforehand: see :func:`spell`."""
_NONE: Final[Spellings] = {}


def spell(word: str) -> tuple[str, ...]:
    """The syllables of a word: pinyin without tones, in small letters."""
    return share_syllables(syllable.lower() for syllable in read_aloud(word))


def share_syllables(syllables: Iterable[str]) -> tuple[str, ...]:
    """Syllables, each of which is in memory once: there are some hundreds, and every name has half a dozen."""
    return tuple(map(sys.intern, syllables))


def read_aloud(text: str) -> list[str]:
    """A text in pinyin without tones: a syllable for each Chinese character, and what stands between them."""
    from showcase.catalogue.aloud import read_text

    return read_text(text)


def address_words(words: Iterable[str], spellings: Spellings = _NONE) -> dict[str, str]:
    """An address for each of some words: its pinyin, with a digest where another is pronounced alike.

    Of two that are pronounced alike both get the digest, so that it does not matter which of them came first.
    """
    plain = {word: _join(spellings.get(word) or spell(word)) for word in words}
    taken = Counter(plain.values())
    apart = {word: _mark(spelt, word) for word, spelt in plain.items() if not spelt or taken[spelt] > 1}
    marked = {*apart.values()}  # A word may be another's digest.
    return {
        word: apart.get(word) or (_mark(spelt, word) if spelt in marked else spelt) for word, spelt in plain.items()
    }


def spell_name(name: str, spellings: Spellings = _NONE) -> tuple[tuple[str, ...], str]:
    """What names are ordered by: their syllables; then the name itself."""
    return spellings.get(name) or spell(name), name


def _join(syllables: Iterable[str]) -> str:
    return _GAP.sub("-", " ".join(syllables)).strip("-")[:_LENGTH].rstrip("-")


def _mark(spelt: str, word: str) -> str:
    return f"{spelt}-{_digest(word)}".lstrip("-")


def _digest(word: str) -> str:
    return hashlib.blake2b(word.encode(), digest_size=4).hexdigest()
