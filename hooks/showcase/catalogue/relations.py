"""Which brands belong together (相关品牌), and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from showcase.catalogue.catalogue import Catalogue, listing_order
from showcase.model.brand import Brand

_AGENCY, _TAG, _CATEGORY, _AUDIENCE, _LEVEL = 8, 4, 3, 1, 1
_SCAN = 100
"""How many members of a large group are weighed; the rest would not be shown anyway, and a group may hold thousands."""


def find_related(catalogue: Catalogue, brand: Brand, count: int = 4) -> tuple[Brand, ...]:
    """Up to ``count`` other listed brands, nearest first.

    Nearness counts the same agency, shared tags, the same service area, shared audience and the same level; ties keep
    listing order.
    """
    scored: dict[str, tuple[int, Brand]] = {}
    for other in _candidates(catalogue, brand):
        if other.slug != brand.slug and other.slug not in scored:
            scored[other.slug] = (_nearness(brand, other), other)
    nearest = sorted(scored.values(), key=lambda pair: (-pair[0], listing_order(pair[1])))
    return tuple(other for _, other in nearest[:count])


def _candidates(catalogue: Catalogue, brand: Brand) -> Iterator[Brand]:
    yield from islice(catalogue.by_agency.get(brand.agency, ()), _SCAN)
    for tag in brand.tags:
        yield from islice(catalogue.by_tag.get(tag, ()), _SCAN)
    yield from islice(catalogue.by_category.get(brand.category, ()), _SCAN)


def _nearness(brand: Brand, other: Brand) -> int:
    return (
        _AGENCY * (brand.agency == other.agency)
        + _TAG * sum(tag in brand.tags for tag in other.tags)
        + _CATEGORY * (brand.category == other.category)
        + _AUDIENCE * sum(who in brand.service.audience for who in other.service.audience)
        + _LEVEL * (brand.level is not None and brand.level == other.level)
    )
