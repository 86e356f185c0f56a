"""Which brands belong together (相关品牌), and why; which come before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, Literal, NamedTuple

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry

Bond = Literal["mention", "desk", "agency", "tag", "area", "audience"]

_TOGETHER: Final = 2
"""At most so many brands of those that are used together, so that there is room for others."""


class Relation(NamedTuple):
    """A brand that belongs to another, and why (关联原因)."""

    entry: Entry
    bond: Bond
    """What they have in common, the first that they have."""
    word: str = ""
    """The tag, the audience, or where both are done; empty for the others."""


class Bearings(NamedTuple):
    """What a brand's page has to know of the catalogue: plain values, handed to the process that makes it.

    It need not look at entries then, of which it would copy all that lies beside them.
    """

    met: tuple[str, ...]
    """What is met of what is asked of it; see :attr:`showcase.catalogue.entry.Entry.met`."""
    related: tuple[tuple[str, Bond, str], ...]
    """Slug, bond and word of each :class:`Relation`."""
    before: tuple[str, str] | None
    """Slug and name of the one before it in its service area; ``None`` at an end."""
    after: tuple[str, str] | None
    tags: tuple[tuple[str, str], ...]
    """Its tags, each with what stands for it in addresses; nothing for one that no listed brand has."""


def find_bearings(catalogue: Catalogue, entry: Entry) -> Bearings:
    """Where a brand stands, what belongs to it, and what is beside it."""
    before, after = find_neighbours(catalogue, entry)
    return Bearings(
        entry.met,
        tuple((one.entry.slug, one.bond, one.word) for one in find_related(catalogue, entry)),
        (before.slug, before.name) if before else None,
        (after.slug, after.name) if after else None,
        # Whoever has none does not ask for those of all others.
        tuple((tag, catalogue.tag_keys.get(tag, "")) for tag in dict.fromkeys(entry.tags)) if entry.tags else (),
    )


def find_related(catalogue: Catalogue, entry: Entry, count: int = 4) -> tuple[Relation, ...]:
    """Up to ``count`` other listed brands: used together with it, of the same agency, of the same tags, area, audience.

    Used together (常一起用) are brands whose story names the other, and brands that are done at the same place, on the
    web or in a hall, by the same people: what content tells, for nobody counts what visitors do.

    Of each group those that follow it in listing order, round and round, so that every member of a large group is
    shown by its neighbours; an edit elsewhere in the group does not move them.
    """
    place = catalogue.places.get(entry.slug, -1)
    found = {one.entry.slug: one for one in _find_together(catalogue, entry, place, min(count, _TOGETHER))}
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


def _find_together(catalogue: Catalogue, entry: Entry, place: int, count: int) -> tuple[Relation, ...]:
    named = [catalogue.by_slug[slug] for slug in entry.links if slug in catalogue.places]
    found = {one.slug: Relation(one, "mention") for one in (*named, *catalogue.by_mention.get(entry.slug, ()))}
    for desk, audience in product(entry.desks, entry.audience):
        if len(found) > count:
            break
        for other in _list_after(catalogue, place, catalogue.by_desk.get((desk, audience), ()), count + 1):
            found.setdefault(other.slug, Relation(other, "desk", desk))
    found.pop(entry.slug, None)
    return tuple(found.values())[:count]


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
