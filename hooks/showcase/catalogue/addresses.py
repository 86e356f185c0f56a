"""Addresses of what is named in words (地址名): ASCII from pinyin, the same wherever and whenever it is worked out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from pypinyin import lazy_pinyin

_GAP: Final = re.compile(r"[^a-z0-9]+")
_LENGTH: Final = 64


def address_words(words: Iterable[str]) -> dict[str, str]:
    """An address for each of some words: its pinyin, with a digest where another is pronounced alike.

    Of two that are pronounced alike both get the digest, so that it does not matter which of them came first.
    """
    plain = {word: _spell(word) for word in words}
    taken = Counter(plain.values())
    return {
        word: spelt if spelt and taken[spelt] == 1 else f"{spelt}-{_digest(word)}".lstrip("-")
        for word, spelt in plain.items()
    }


def spell_name(name: str) -> tuple[tuple[str, ...], str]:
    """What names are ordered by: their syllables in pinyin without tones, small letters; then the name itself."""
    return tuple(syllable.lower() for syllable in lazy_pinyin(name)), name


def _spell(word: str) -> str:
    return _GAP.sub("-", " ".join(lazy_pinyin(word)).lower()).strip("-")[:_LENGTH].rstrip("-")


def _digest(word: str) -> str:
    return hashlib.blake2b(word.encode(), digest_size=4).hexdigest()
