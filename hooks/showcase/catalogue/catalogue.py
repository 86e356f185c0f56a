"""The catalogue (品牌目录): every brand and the vocabulary, in order and grouped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Final, TypeVar

from showcase.catalogue.addresses import Spellings
from showcase.catalogue.entry import Entry
from showcase.model.brand import Brand, Status
from showcase.model.vocabulary import Vocabulary

K = TypeVar("K")
_NOT_SPELT: Final[Spellings] = {}

LoadBrand = Callable[[str], Brand]
"""Gives the brand of a slug."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the showcase shows; make one with :func:`build_catalogue` or :func:`arrange_entries`."""

    entries: tuple[Entry, ...]
    """Every brand that has a page, in listing order: featured first, then newest, then by slug."""
    listed: tuple[Entry, ...]
    """Those that listings show: all but the retired."""
    vocabulary: Vocabulary
    by_slug: Mapping[str, Entry]
    by_category: Mapping[str, tuple[Entry, ...]]
    """Listed brands of each category that has any, in the vocabulary's order."""
    by_agency: Mapping[str, tuple[Entry, ...]]
    """Listed brands of each agency that has any, in the vocabulary's order."""
    by_level: Mapping[str, tuple[Entry, ...]]
    """Listed brands of each level that has any, in the vocabulary's order."""
    by_phase: Mapping[str, tuple[Entry, ...]]
    """Listed brands by the phase they stand in."""
    by_tag: Mapping[str, tuple[Entry, ...]]
    by_audience: Mapping[str, tuple[Entry, ...]]
    by_desk: Mapping[tuple[str, str], tuple[Entry, ...]]
    """Listed brands by where they are done and whom they are for; see :attr:`showcase.catalogue.entry.Entry.desks`."""
    by_mention: Mapping[str, tuple[Entry, ...]]
    """Listed brands whose story links to a brand, by the slug of that."""
    places: Mapping[str, int]
    """Each listed brand's place in listing order, from 0."""
    has_days: bool
    """Whether any listed brand has a day of publishing or of its last change."""
    load: LoadBrand = field(repr=False, compare=False)
    spellings: Spellings = field(default_factory=dict, repr=False, compare=False)
    """Of names, and of words that stand in addresses, as far as they have been worked out."""

    def level_name(self, brand: Brand | Entry, locale: str) -> str:
        """The name of a brand's level, or nothing."""
        return self.vocabulary.levels[brand.level].name.to(locale) if brand.level else ""


def build_catalogue(brands: Iterable[Brand], vocabulary: Vocabulary, *, drafts: bool = False) -> Catalogue:
    """A catalogue of brands that are at hand; see :func:`arrange_entries`."""
    by_slug = {brand.slug: brand for brand in brands}
    return arrange_entries(map(Entry.of, by_slug.values()), vocabulary, by_slug.__getitem__, drafts=drafts)


def arrange_entries(
    entries: Iterable[Entry],
    vocabulary: Vocabulary,
    load: LoadBrand,
    *,
    drafts: bool = False,
    spellings: Spellings = _NOT_SPELT,
) -> Catalogue:
    """Orders and groups entries; drafts are left out unless asked for.

    Their brands are valid: agencies, categories and levels stand in the vocabulary, and slugs are unique.
    """
    shown = sorted((one for one in entries if drafts or one.status != Status.DRAFT), key=lambda one: one.slug)
    shown.sort(key=lambda one: one.published, reverse=True)
    shown.sort(key=lambda one: not one.featured)
    listed = tuple(one for one in shown if one.is_listed)
    return Catalogue(
        entries=tuple(shown),
        listed=listed,
        vocabulary=vocabulary,
        by_slug={one.slug: one for one in shown},
        by_category=_group(listed, lambda one: (one.category,), vocabulary.categories),
        by_agency=_group(listed, lambda one: (one.agency,), vocabulary.agencies),
        by_level=_group(listed, lambda one: (one.level,) if one.level else (), vocabulary.levels),
        by_phase=_group(listed, lambda one: (one.phase,) if one.phase else ()),
        by_tag=_group(listed, lambda one: one.tags),
        by_audience=_group(listed, lambda one: one.audience),
        by_desk=_group(listed, lambda one: tuple(product(one.desks, one.audience))),
        by_mention=_group(listed, lambda one: one.links),
        places={one.slug: place for place, one in enumerate(listed)},
        has_days=any(one.published or one.updated for one in listed),
        load=load,
        spellings=spellings,
    )


def _group(
    entries: Iterable[Entry], keys_of: Callable[[Entry], Collection[K]], order: Iterable[K] | None = None
) -> Mapping[K, tuple[Entry, ...]]:
    """Entries by key, keys in the order given, else in the order met; keys without entries are left out."""
    groups: defaultdict[K, list[Entry]] = defaultdict(list, {key: [] for key in order or ()})
    for entry in entries:
        keys = keys_of(entry)
        for key in dict.fromkeys(keys) if len(keys) > 1 else keys:
            groups[key].append(entry)
    return {key: tuple(members) for key, members in groups.items() if members}
