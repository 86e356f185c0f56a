"""Texts in pinyin (拼音): pypinyin's own, which finds out once how a word is read.

Names are made of the same words, 市, 政务服务, 热线, and to read one takes as long as to part a name into its words.
The dictionary takes a third of the time of a build that finds one brand edited, so few import this.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pypinyin.converter import DefaultConverter
from pypinyin.core import Pinyin

_KEPT: Final = 4096
"""Words that stay at hand."""


class RememberingConverter(DefaultConverter):
    """Remembers what becomes of a word; it is the same wherever the word stands."""

    convert = lru_cache(_KEPT)(DefaultConverter.convert)


_PINYIN: Final = Pinyin(RememberingConverter())


def read_text(text: str) -> list[str]:
    """A text in pinyin without tones: a syllable for each Chinese character, and what stands between them."""
    return _PINYIN.lazy_pinyin(text)
