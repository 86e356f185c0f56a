"""Facets (分面): the sides from which a catalogue can be narrowed, their values, and the brands of each.

Values stand in the order in which they are offered: those of the vocabulary in its order, years from the last, and
those that editors write freely by how many brands have them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal, NamedTuple, get_args

from showcase.catalogue.addresses import address_words, spell_name
from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.model.phases import PHASES
from showcase.model.service import ChannelType
from showcase.model.vocabulary import Vocabulary

FacetName = Literal["area", "level", "phase", "year", "region", "agency", "audience", "channel", "tag"]
FACETS: Final[tuple[FacetName, ...]] = get_args(FacetName)
"""In the order in which they are offered; each is the name of its parameter in an address."""
BASES: Final[Mapping[FacetName, str]] = {
    "area": "areas/",
    "level": "levels/",
    "phase": "phases/",
    "year": "years/",
    "region": "regions/",
    "agency": "agencies/",
    "audience": "audiences/",
    "channel": "channels/",
    "tag": "tags/",
}
"""Address, below the root, of the index of a facet; the page of a value lies below it."""
MINOR: Final = tuple(name for name in FACETS if name not in {"area", "agency"})
"""Those whose pages show plain cards."""


class Choice(NamedTuple):
    """A value of a facet, and its brands."""

    facet: FacetName
    value: str
    """A key of the vocabulary, a year, the name of a phase or the type of a channel; else the word itself."""
    key: str
    """What stands for it in an address: ASCII."""
    entries: tuple[Entry, ...]
    """In listing order; at least one."""

    @property
    def base(self) -> str:
        """Address of its first page below the root."""
        return f"{BASES[self.facet]}{self.key}/"


Facets = Mapping[FacetName, Mapping[str, Choice]]
"""The choices of every facet, by key, in the order in which they are offered."""


def build_facets(catalogue: Catalogue) -> Facets:
    """The facets of the listed brands."""
    return {name: {one.key: one for one in _CHOOSE[name](catalogue)} for name in FACETS}


def list_filled(catalogue: Catalogue) -> tuple[FacetName, ...]:
    """The facets of which any listed brand has a value: far sooner known than the facets."""
    return tuple(name for name in FACETS if any(values_of(catalogue, name, entry) for entry in catalogue.listed))


def list_words(entries: Iterable[Entry], vocabulary: Vocabulary) -> list[str]:
    """The words that addresses and orders are made of, each once, in order: names, tags, audiences, regions."""
    words = {word for entry in entries for word in words_of(entry)}
    return sorted(words | {agency.region for agency in vocabulary.agencies.values() if agency.region})


def words_of(entry: Entry) -> tuple[str, ...]:
    """The words of a brand that addresses and orders are made of."""
    return (entry.name, *entry.tags, *entry.audience)


def values_of(catalogue: Catalogue, facet: FacetName, entry: Entry) -> tuple[str, ...]:
    """What an entry has of a facet, each value once."""
    return tuple(dict.fromkeys(filter(None, _VALUES[facet](catalogue, entry))))


def _region_of(catalogue: Catalogue, entry: Entry) -> tuple[str, ...]:
    return (catalogue.vocabulary.agencies[entry.agency].region or "",)


_VALUES: Final[Mapping[FacetName, Callable[[Catalogue, Entry], tuple[str, ...]]]] = {
    "area": lambda _, entry: (entry.category,),
    "level": lambda _, entry: (entry.level,),
    "phase": lambda _, entry: (entry.phase,),
    "year": lambda _, entry: (str(entry.since or ""),),
    "region": _region_of,
    "agency": lambda _, entry: (entry.agency,),
    "audience": lambda _, entry: entry.audience,
    "channel": lambda _, entry: entry.channels,
    "tag": lambda _, entry: entry.tags,
}


def _group(catalogue: Catalogue, facet: FacetName) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in catalogue.listed:
        for value in values_of(catalogue, facet, entry):
            groups.setdefault(value, []).append(entry)
    return groups


def _choose_in_order(facet: FacetName, list_keys: Callable[[Catalogue], Iterable[str]]) -> Choose:
    """For a facet whose values are keys already."""

    def choose(catalogue: Catalogue) -> list[Choice]:
        groups = _group(catalogue, facet)
        return [Choice(facet, key, key, tuple(groups[key])) for key in list_keys(catalogue) if key in groups]

    return choose


def _choose_agencies(catalogue: Catalogue) -> list[Choice]:
    """Those of the most brands first, then in the order of the vocabulary."""
    groups = catalogue.by_agency
    ordered = sorted(groups, key=lambda key: -len(groups[key]))
    return [Choice("agency", key, key, groups[key]) for key in ordered]


def _choose_years(catalogue: Catalogue) -> list[Choice]:
    groups = _group(catalogue, "year")
    return [Choice("year", year, year, tuple(groups[year])) for year in sorted(groups, key=int, reverse=True)]


def _choose_words(facet: FacetName) -> Choose:
    """For a facet whose values are words: those of the most brands first, then by pinyin."""

    def choose(catalogue: Catalogue) -> list[Choice]:
        groups = _group(catalogue, facet)
        keys = address_words(groups, catalogue.spellings)
        ordered = sorted(groups, key=lambda word: (-len(groups[word]), spell_name(word, catalogue.spellings)))
        return [Choice(facet, word, keys[word], tuple(groups[word])) for word in ordered]

    return choose


Choose = Callable[[Catalogue], list[Choice]]
_CHOOSE: Final[Mapping[FacetName, Choose]] = {
    "area": _choose_in_order("area", lambda catalogue: catalogue.vocabulary.categories),
    "level": _choose_in_order("level", lambda catalogue: catalogue.vocabulary.levels),
    "phase": _choose_in_order("phase", lambda _: PHASES),
    "year": _choose_years,
    "region": _choose_words("region"),
    "agency": _choose_agencies,
    "audience": _choose_words("audience"),
    "channel": _choose_in_order("channel", lambda _: list(ChannelType)),
    "tag": _choose_words("tag"),
}
