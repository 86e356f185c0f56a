"""The catalogue (品牌目录): every brand and the vocabulary, in order and grouped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from showcase.catalogue.addresses import Spellings
from showcase.catalogue.entry import Entry
from showcase.model.brand import Brand, Status
from showcase.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from showcase.catalogue.facets import Facets

K = TypeVar("K")
_NOT_SPELT: Final[Spellings] = {}

LoadBrand = Callable[[str], Brand]
"""Gives the brand of a slug."""


@dataclass(frozen=True)
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

    @cached_property
    def facets(self) -> Facets:
        """The facets of the listed brands, worked out once for all processes that are born later."""
        from showcase.catalogue.facets import build_facets  # An edit of a story asks for none.

        return build_facets(self)

    def settle_texts(self) -> None:
        """Decodes what entries say, once for all processes that are born later."""
        for texts in {id(entry.texts): entry.texts for entry in self.entries}.values():
            texts.settle()

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
    draft, retired = Status.DRAFT.value, Status.RETIRED.value
    shown = sorted((one for one in entries if drafts or one.status != draft), key=attrgetter("slug"))
    shown.sort(key=attrgetter("published"), reverse=True)
    shown.sort(key=lambda one: not one.featured)
    listed = tuple(one for one in shown if one.status != retired)
    return Catalogue(
        entries=tuple(shown),
        listed=listed,
        vocabulary=vocabulary,
        by_slug={one.slug: one for one in shown},
        by_category=_group_by_one(listed, "category", vocabulary.categories),
        by_agency=_group_by_one(listed, "agency", vocabulary.agencies),
        by_level=_group_by_one(listed, "level", vocabulary.levels),
        by_phase=_group_by_one(listed, "phase"),
        by_tag=_group(listed, map(attrgetter("tags"), listed)),
        by_audience=_group(listed, map(attrgetter("audience"), listed)),
        by_desk=_group(listed, (product(one.desks, one.audience) for one in listed)),
        by_mention=_group(listed, map(attrgetter("links"), listed)),
        places={one.slug: place for place, one in enumerate(listed)},
        has_days=any(one.published or one.updated for one in listed),
        load=load,
        spellings=spellings,
    )


def _group_by_one(
    entries: Iterable[Entry], field_name: str, order: Iterable[str] = ()
) -> Mapping[str, tuple[Entry, ...]]:
    """Entries by what a field of theirs holds, one key or nothing.

    Keys in the order given, then in the order in which they are met; those without entries are left out.
    """
    groups: defaultdict[str, list[Entry]] = defaultdict(list, {key: [] for key in order})
    key_of = attrgetter(field_name)
    for entry in entries:
        groups[key_of(entry)].append(entry)
    return {key: tuple(members) for key, members in groups.items() if members and key}


def _group(entries: Iterable[Entry], keys_of: Iterable[Iterable[K]]) -> Mapping[K, tuple[Entry, ...]]:
    """Entries by their keys, of which each may have several, in the order in which they are met."""
    groups: defaultdict[K, list[Entry]] = defaultdict(list)
    for entry, keys in zip(entries, keys_of, strict=True):
        for key in keys:
            members = groups[key]
            if not members or members[-1] is not entry:  # Of a key that it names twice it is a member once.
                members.append(entry)
    return {key: tuple(members) for key, members in groups.items()}
