"""What a brand may be found by besides its name: the pairs of characters (二字) of what it says it does.

Of each pair of neighbouring letters or characters it is known which brands say it, and whether in a few words that
stand for the brand (slogan, tags, whom it serves) or in telling of its services (items, summary).
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from showcase.catalogue.entry import Entry
from showcase.catalogue.variants import fold

PairIndex = Sequence[Mapping[str, Sequence[int]]]
"""In shards: pair to brands, ascending: twice the place in listing order, and one more where only services say it."""
_PER_SHARD: Final = 16
"""Brands of a shard at the most, so that it stays a few kilobytes whatever the catalogue's size."""
_WORD: Final = re.compile(r"[^\W_]{2,}")


def index_pairs(listed: Sequence[Entry]) -> PairIndex:
    """The pairs of all brands."""
    index: dict[str, array[int]] = {}
    for place, entry in enumerate(listed):
        strong = _list_pairs([entry.slogan, *entry.tags, *entry.audience])
        services = _list_pairs([entry.summary, *entry.items]) - strong
        for number, pairs in ((place * 2, strong), (place * 2 + 1, services)):
            for pair in pairs:
                if pair in index:
                    index[pair].append(number)
                else:
                    index[pair] = array("I", [number])
    count = count_shards(len(listed))
    shards: list[dict[str, array[int]]] = [{} for _ in range(count)]
    for pair in sorted(index):
        shards[shard_of(pair, count)][pair] = index[pair]
    return shards


def count_shards(brands: int) -> int:
    """Into how many parts the index of so many brands is cut: a power of two, into which pairs fall evenly."""
    return 1 << (brands // _PER_SHARD).bit_length()


def shard_of(pair: str, count: int) -> int:
    """Which part a pair stands in; the browser reckons the same."""
    return (ord(pair[0]) * 31 + ord(pair[1])) % count


def list_steps(numbers: Sequence[int]) -> list[int]:
    """Ascending numbers as the first and the steps from each to the next, which are small and alike."""
    return [after - before for before, after in pairwise((0, *numbers))]


def _list_pairs(texts: Sequence[str]) -> set[str]:
    return {first + second for text in texts for run in _WORD.findall(fold(text)) for first, second in pairwise(run)}
