"""Brands by what they say they do, in shards of pairs of characters; a search loads those of what it looks for."""

from __future__ import annotations

from showcase.catalogue.pairs import list_steps
from showcase.views.json_text import dump_json
from showcase.views.site import Site


def words_path(number: int) -> str:
    """Path of a shard, from 0."""
    return f"search/words-{number}.js"


def render_words(site: Site, number: int) -> bytes:
    """A shard; see :mod:`showcase.catalogue.pairs`."""
    pairs = {pair: list_steps(numbers) for pair, numbers in site.pairs[number].items()}
    return f"(window.showcaseWords??={{}})[{number}]={dump_json(pairs)}\n".encode()
