"""The catalogue (品牌目录): every brand and the vocabulary, in order and grouped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from showcase.catalogue.addresses import Spellings, address_words
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
    places: Mapping[str, int]
    """Each listed brand's place in listing order, from 0."""
    load: LoadBrand = field(repr=False, compare=False)
    spellings: Spellings = field(default_factory=dict, repr=False, compare=False)
    """Of names, and of words that stand in addresses, as far as they have been worked out."""
    known_tag_keys: Mapping[str, str] | None = field(default=None, repr=False, compare=False)
    """See :attr:`tag_keys`; ``None`` where they have not been worked out."""

    @cached_property
    def facets(self) -> Facets:
        """The facets of the listed brands, worked out once for all processes that are born later."""
        from showcase.catalogue.facets import build_facets  # An edit of a story asks for none.

        return build_facets(self)

    @cached_property
    def by_category(self) -> Mapping[str, tuple[Entry, ...]]:
        """Listed brands of each category that has any, in the vocabulary's order."""
        return _group_by_one(self.listed, "category", self.vocabulary.categories)

    @cached_property
    def by_agency(self) -> Mapping[str, tuple[Entry, ...]]:
        """Listed brands of each agency that has any, in the vocabulary's order."""
        return _group_by_one(self.listed, "agency", self.vocabulary.agencies)

    @cached_property
    def by_level(self) -> Mapping[str, tuple[Entry, ...]]:
        """Listed brands of each level that has any, in the vocabulary's order."""
        return _group_by_one(self.listed, "level", self.vocabulary.levels)

    @cached_property
    def by_phase(self) -> Mapping[str, tuple[Entry, ...]]:
        """Listed brands by the phase they stand in."""
        return _group_by_one(self.listed, "phase")

    @cached_property
    def by_tag(self) -> Mapping[str, tuple[Entry, ...]]:
        """Listed brands by each of their tags."""
        return _group(self.listed, map(attrgetter("tags"), self.listed))

    @cached_property
    def tag_keys(self) -> Mapping[str, str]:
        """What stands for each tag of the listed brands in addresses."""
        return address_words(self.by_tag, self.spellings) if self.known_tag_keys is None else self.known_tag_keys

    @cached_property
    def by_audience(self) -> Mapping[str, tuple[Entry, ...]]:
        """Listed brands by whom they are for."""
        return _group(self.listed, map(attrgetter("audience"), self.listed))

    @cached_property
    def by_desk(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        """Listed brands by where they are done and whom they are for; see :attr:`Entry.desks`."""
        return _group(self.listed, (product(one.desks, one.audience) for one in self.listed))

    @cached_property
    def by_mention(self) -> Mapping[str, tuple[Entry, ...]]:
        """Listed brands whose story links to a brand, by the slug of that."""
        return _group(self.listed, map(attrgetter("links"), self.listed))

    @cached_property
    def has_days(self) -> bool:
        """Whether any listed brand has a day of publishing or of its last change."""
        return any(one.published or one.updated for one in self.listed)

    def settle_terms(self) -> None:
        """Makes the groups that every page of a brand asks for."""
        _ = self.by_category, self.by_agency

    def settle(self) -> None:
        """Makes the groups that pages of brands ask for, and decodes what entries say, once for all processes to come.

        An edit asks for few of them.
        """
        self.settle_terms()
        for name in ("by_tag", "by_audience", "by_desk", "by_mention"):
            getattr(self, name)
        for texts in {id(entry.texts): entry.texts for entry in self.entries}.values():
            texts.settle()

    def narrow(self, slugs: Collection[str]) -> Catalogue:
        """A catalogue of some brands, small enough to be handed to another process, which makes their pages.

        With one more of each of their agencies and service areas, where those have a page; groups and places are of
        these brands, and of the agencies, which may be thousands, the vocabulary has theirs.
        """
        of_brands = [self.by_slug[slug] for slug in slugs]
        areas, makers = {one.category for one in of_brands}, {one.agency for one in of_brands}
        groups = [
            *(self.by_category.get(area, ()) for area in areas),
            *(self.by_agency.get(maker, ()) for maker in makers),
        ]
        entries = {one.slug: one for one in (*of_brands, *(group[0] for group in groups if group))}
        agencies = {key: self.vocabulary.agencies[key] for key in sorted({one.agency for one in entries.values()})}
        vocabulary = self.vocabulary.model_copy(update={"agencies": agencies})
        # Drafts that are not shown are none of this catalogue either.
        return arrange_entries(entries.values(), vocabulary, self.load, drafts=True)

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
    tag_keys: Mapping[str, str] | None = None,
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
        places={one.slug: place for place, one in enumerate(listed)},
        load=load,
        spellings=spellings,
        known_tag_keys=tag_keys,
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
