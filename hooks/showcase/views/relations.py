"""What a brand's page shows of others: brands that belong to it, each with the reason; those beside it; its tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from showcase.catalogue.facets import BASES
from showcase.catalogue.relations import Bearings, Bond
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


def show_relations(site: Site, bearings: Bearings, root: str) -> dict[str, Any]:
    """What ``brand/related.html`` and the row of tags ask for; ``root`` leads from the page to the root of the site."""
    reason = site.words.text
    return {
        "related": [
            (reason(_REASONS[bond], word=word), show_card(site, slug, root, place))
            for place, (slug, bond, word) in enumerate(bearings.related)
        ],
        "before": bearings.before,
        "after": bearings.after,
        "tags": [(tag, f"{root}{BASES['tag']}{key}/" if key else "") for tag, key in bearings.tags],
    }
