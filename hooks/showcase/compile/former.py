"""Brands whose files went since the site was last published: some of them have come back under another address.

What the ledger held of them is kept until then, for builds that published nothing may lie between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from showcase.compile.ledger import Line, Note
from showcase.compile.store import Store
from showcase.model.brand import Status
from showcase.source.successors import find_successor

_FORMER: Final = "former"
_OF_BRAND: Final = 3
"""Values that identify a brand: name, agency and slogan."""
_PUBLISHED: Final = "published"
"""Stands behind them once a site without the brand was published, of which nothing could be told yet."""


class Moved(NamedTuple):
    """A brand that has another address than the one it was published under, which leads nowhere now."""

    former: str
    """The slug it had."""
    slug: str
    """The one it has."""
    aliases: tuple[str, ...]
    """The old addresses that it names."""


def note_gone(store: Store, notes: Iterable[Note]) -> None:
    """Keeps what brands were called whose files are gone; drafts had no address that anybody could know."""
    entries = (note.line.entry for note in notes)
    told = {
        entry.slug: [entry.name, entry.agency, entry.slogan]
        for entry in entries
        if entry and entry.status != Status.DRAFT.value
    }
    if told:
        store.put({_FORMER: {**(store.get(_FORMER) or {}), **told}})


def find_moved(
    store: Store, lines: Mapping[str, Line], refused: Collection[str], published: Mapping[str, object]
) -> tuple[Moved, ...]:
    """The brands that are there under another slug than they were published under, and do not name it as an old one.

    ``lines`` are those of the brands that are to be published, by slug, ``refused`` the slugs of those that were left
    out; ``published`` holds the slugs of the site as it is.
    """
    former = _read_former(store)
    gone = {slug for slug in former if _was_published(slug, former, published)} - lines.keys() - set(refused)
    if not gone:
        return ()
    gone -= {alias for line in lines.values() if line.entry for alias in line.entry.aliases}
    came = [line.entry for slug, line in lines.items() if line.entry and slug not in published]
    identities = ((slug, former[slug][:_OF_BRAND]) for slug in sorted(gone))
    found = ((slug, find_successor(name, agency, slogan, came)) for slug, (name, agency, slogan) in identities)
    return tuple(Moved(slug, entry.slug, entry.aliases) for slug, entry in found if entry)


def forget_gone(
    store: Store, moved: Iterable[Moved], refused: Collection[str], published: Mapping[str, object]
) -> None:
    """Forgets those that went, once a site without them is published; ``moved`` are those that were told.

    One of the brands that were left out may be any of the rest, and shows itself when it is mended.
    """
    former = _read_former(store)
    if not former:
        return
    told = {one.former for one in moved}
    rest = {slug: [*entry[:_OF_BRAND], _PUBLISHED] for slug, entry in former.items() if slug not in told}
    store.put(
        {_FORMER: {slug: rest[slug] for slug in rest if _was_published(slug, former, published)} if refused else None}
    )


def _read_former(store: Store) -> Mapping[str, list[str]]:
    return store.get(_FORMER) or {}


def _was_published(slug: str, former: Mapping[str, list[str]], published: Mapping[str, object]) -> bool:
    """Whether a brand had an address: on the site as it is, or on one before it."""
    return slug in published or _PUBLISHED in former[slug][_OF_BRAND:]
