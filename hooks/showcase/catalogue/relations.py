"""Which brands belong together (相关品牌), and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry


def find_related(catalogue: Catalogue, entry: Entry, count: int = 4) -> tuple[Entry, ...]:
    """Up to ``count`` other listed brands: of the same agency, then with the same tags, then of the same service area.

    Of each group those that follow it in listing order, round and round, so that every member of a large group is
    shown by its neighbours; an edit elsewhere in the group does not move them.
    """
    found: dict[str, Entry] = {}
    place = catalogue.places.get(entry.slug, -1)
    for group in _iterate_groups(catalogue, entry):
        for other in _list_after(catalogue, place, group, count + 1):
            if len(found) == count:
                return tuple(found.values())
            if other.slug != entry.slug:
                found.setdefault(other.slug, other)
    return tuple(found.values())


def _iterate_groups(catalogue: Catalogue, entry: Entry) -> Iterator[Sequence[Entry]]:
    yield catalogue.by_agency.get(entry.agency, ())
    for tag in entry.tags:
        yield catalogue.by_tag.get(tag, ())
    yield catalogue.by_category.get(entry.category, ())


def _list_after(catalogue: Catalogue, place: int, group: Sequence[Entry], most: int) -> Sequence[Entry]:
    """The members of a group that come after a place in listing order, then those from its beginning, each once."""
    start = bisect_right(group, place, key=lambda one: catalogue.places[one.slug])
    return [*group[start : start + most], *group[: min(start, most)]][:most]
