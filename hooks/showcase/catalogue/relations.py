"""Which brands belong together (相关品牌), and why; which come before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry

Bond = Literal["agency", "tag", "area", "audience"]


@dataclass(frozen=True, slots=True)
class Relation:
    """A brand that belongs to another, and why (关联原因)."""

    entry: Entry
    bond: Bond
    """What they have in common, the first that they have."""
    word: str = ""
    """The tag or the audience; empty for the others."""


def find_related(catalogue: Catalogue, entry: Entry, count: int = 4) -> tuple[Relation, ...]:
    """Up to ``count`` other listed brands: of the same agency, then with the same tags, of the same area, for the same.

    Of each group those that follow it in listing order, round and round, so that every member of a large group is
    shown by its neighbours; an edit elsewhere in the group does not move them.
    """
    found: dict[str, Relation] = {}
    place = catalogue.places.get(entry.slug, -1)
    for bond, word, group in _iterate_groups(catalogue, entry):
        for other in _list_after(catalogue, place, group, count + 1):
            if len(found) == count:
                return tuple(found.values())
            if other.slug != entry.slug:
                found.setdefault(other.slug, Relation(other, bond, word))
    return tuple(found.values())


def find_neighbours(catalogue: Catalogue, entry: Entry) -> tuple[Entry | None, Entry | None]:
    """The brands before and after a listed one in its service area, in listing order; ``None`` at an end."""
    if entry.slug not in catalogue.places:
        return None, None
    group = catalogue.by_category[entry.category]
    place = bisect_left(group, catalogue.places[entry.slug], key=lambda one: catalogue.places[one.slug])
    before = group[place - 1] if place else None
    return before, group[place + 1] if place + 1 < len(group) else None


def _iterate_groups(catalogue: Catalogue, entry: Entry) -> Iterator[tuple[Bond, str, Sequence[Entry]]]:
    yield "agency", "", catalogue.by_agency.get(entry.agency, ())
    for tag in entry.tags:
        yield "tag", tag, catalogue.by_tag.get(tag, ())
    yield "area", "", catalogue.by_category.get(entry.category, ())
    for audience in entry.audience:
        yield "audience", audience, catalogue.by_audience.get(audience, ())


def _list_after(catalogue: Catalogue, place: int, group: Sequence[Entry], most: int) -> Sequence[Entry]:
    """The members of a group that come after a place in listing order, then those from its beginning, each once."""
    start = bisect_right(group, place, key=lambda one: catalogue.places[one.slug])
    return [*group[start : start + most], *group[: min(start, most)]][:most]
