"""The plan of what the search box reads."""

from __future__ import annotations

from collections.abc import Iterator

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.pairs import count_shards
from showcase.compile.keys import Keys
from showcase.compile.search_recipes import MakeLines, MakeNames, MakeWords
from showcase.compile.target import Rank, Target
from showcase.views.search.lines import LINES, lines_path, slice_lines
from showcase.views.search.names import count_blocks, names_path, slice_names
from showcase.views.search.words import words_path


def plan_search(catalogue: Catalogue, keys: Keys) -> Iterator[Target]:
    """Names in blocks, words in shards, lines in blocks."""
    total = len(catalogue.listed)
    for number in range(count_blocks(catalogue)):
        key = keys.of_all_names if number == 0 else keys.of_names(slice_names(catalogue, number))
        yield Target(names_path(number), Rank.INDEX, MakeNames(number), key)
    for number in range(count_shards(total)):
        yield Target(words_path(number), Rank.INDEX, MakeWords(number), keys.of_words)
    for number in range(-(-total // LINES)):
        yield Target(lines_path(number), Rank.INDEX, MakeLines(number), keys.of_lines(slice_lines(catalogue, number)))
