"""The catalogue (品牌目录): every brand and the vocabulary, in order and grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from showcase.model.brand import Brand, Status
from showcase.model.phases import PhaseName
from showcase.model.values import PartialDate
from showcase.model.vocabulary import Agency, Category, Vocabulary

K = TypeVar("K")
_NEVER = PartialDate(1)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the showcase shows; build one with :func:`build_catalogue`."""

    brands: tuple[Brand, ...]
    """Every brand that has a page, in listing order: featured first, then newest, then by slug."""
    vocabulary: Vocabulary
    by_slug: Mapping[str, Brand]
    by_category: Mapping[str, tuple[Brand, ...]]
    """Listed brands of each category that has any, in the vocabulary's order."""
    by_agency: Mapping[str, tuple[Brand, ...]]
    """Listed brands of each agency that has any, in the vocabulary's order."""
    by_level: Mapping[str, tuple[Brand, ...]]
    """Listed brands of each level that has any, in the vocabulary's order."""
    by_phase: Mapping[PhaseName, tuple[Brand, ...]]
    """Listed brands by the phase they stand in."""
    by_tag: Mapping[str, tuple[Brand, ...]]
    folder: str = ""
    """Where the brands lie, as an absolute POSIX path."""

    @property
    def listed(self) -> tuple[Brand, ...]:
        """The brands that listings show: all but the retired."""
        return tuple(brand for brand in self.brands if brand.status is not Status.RETIRED)

    def agency_of(self, brand: Brand) -> Agency:
        """The public body that made a brand (创建单位)."""
        return self.vocabulary.agencies[brand.agency]

    def category_of(self, brand: Brand) -> Category:
        """The service area of a brand (服务领域)."""
        return self.vocabulary.categories[brand.category]

    def path_beside(self, brand: Brand, name: str) -> str:
        """Where a file beside a brand's ``index.md`` lies, as an absolute POSIX path."""
        return "/".join([self.folder, *brand.source.split("/")[:-1], name])

    def level_name(self, brand: Brand, locale: str) -> str:
        """The name of a brand's level, or nothing."""
        return self.vocabulary.levels[brand.level].name.to(locale) if brand.level else ""


def build_catalogue(
    brands: Iterable[Brand], vocabulary: Vocabulary, *, drafts: bool = False, folder: str = ""
) -> Catalogue:
    """Orders and groups the brands of a folder; drafts are left out unless asked for.

    The brands are valid: their agencies, categories and levels stand in the vocabulary, and their slugs are unique.
    """
    shown = sorted((b for b in brands if drafts or b.status is not Status.DRAFT), key=listing_order)
    listed = [brand for brand in shown if brand.status is not Status.RETIRED]
    return Catalogue(
        brands=tuple(shown),
        vocabulary=vocabulary,
        by_slug=MappingProxyType({brand.slug: brand for brand in shown}),
        by_category=_group(listed, lambda brand: (brand.category,), vocabulary.categories),
        by_agency=_group(listed, lambda brand: (brand.agency,), vocabulary.agencies),
        by_level=_group(listed, lambda brand: (brand.level,) if brand.level else (), vocabulary.levels),
        by_phase=_group(listed, lambda brand: (brand.phases.current,) if brand.phases.current else ()),
        by_tag=_group(listed, lambda brand: brand.tags),
        folder=folder,
    )


def listing_order(brand: Brand) -> tuple[bool, tuple[int, int, int], str]:
    """Sort key of listings: featured first, then newest, then by slug."""
    date = brand.published or _NEVER
    return (not brand.featured, (-date.year, -(date.month or 0), -(date.day or 0)), brand.slug)


def _group(
    brands: Iterable[Brand], keys_of: Callable[[Brand], Iterable[K]], order: Iterable[K] | None = None
) -> Mapping[K, tuple[Brand, ...]]:
    """Brands by key, keys in the order given, else in the order met; keys without brands are left out."""
    groups: dict[K, list[Brand]] = {key: [] for key in order or ()}
    for brand in brands:
        for key in keys_of(brand):
            groups.setdefault(key, []).append(brand)
    return MappingProxyType({key: tuple(members) for key, members in groups.items() if members})
