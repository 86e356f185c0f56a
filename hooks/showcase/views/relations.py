"""What a brand's page shows of other brands: those that belong to it, each with the reason, and those beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from showcase.catalogue.relations import Bond, Relation, find_neighbours, find_related
from showcase.language import N_
from showcase.views.card import show_card
from showcase.views.site import Site

_REASONS: Final[Mapping[Bond, str]] = {
    "mention": N_("Used together: named in the story"),
    "desk": N_("Used together: both at {word}"),
    "agency": N_("Of the same agency"),
    "tag": N_("Both tagged {word}"),
    "area": N_("Of the same service area"),
    "audience": N_("Both for {word}"),
}


def show_relations(site: Site, slug: str, root: str) -> dict[str, Any]:
    """What ``brand/related.html`` asks for; ``root`` leads from the brand's page to the root of the site."""
    entry = site.catalogue.by_slug[slug]
    related = find_related(site.catalogue, entry)
    before, after = find_neighbours(site.catalogue, entry)
    return {
        "related": [(_give_reason(site, one), show_card(site, one.entry.slug, root)) for one in related],
        "before": before,
        "after": after,
    }


def _give_reason(site: Site, relation: Relation) -> str:
    return site.words.text(_REASONS[relation.bond], word=relation.word)
