"""The panel beside a listing (筛选栏): every facet with its values, as links to pages that exist."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from showcase.catalogue.facets import BASES, FacetName
from showcase.views.facets.labels import NAMES, name_choice
from showcase.views.site import Site

SHOWN: Final = 12
"""Values of a facet that the panel offers; the rest stand in its index."""
_OPEN: Final = frozenset({"area", "level"})


@dataclass(frozen=True, slots=True)
class Option:
    """A value in the panel."""

    key: str
    label: str
    url: str
    """Below the root of the site."""
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Group:
    """A facet in the panel."""

    facet: FacetName
    label: str
    base: str
    """Address of its index below the root."""
    options: list[Option]
    total: int
    """How many values there are."""
    is_open: bool


@dataclass(frozen=True, slots=True)
class Own:
    """What a listing is narrowed to by its address: a facet and the key of its value."""

    facet: FacetName
    key: str


def list_groups(site: Site, own: Own | None = None) -> list[Group]:
    """The facets that have values, each with those that are offered first and the listing's own."""
    return [_list_options(site, facet, own) for facet in BASES if site.facets[facet]]


def _list_options(site: Site, facet: FacetName, own: Own | None) -> Group:
    choices = site.facets[facet]
    mine = own.key if own and own.facet == facet else ""
    shown = dict(islice(choices.items(), SHOWN))
    if mine in choices:
        shown[mine] = choices[mine]
    options = [
        Option(one.key, name_choice(site, one), one.base, len(one.entries), one.key == mine) for one in shown.values()
    ]
    is_open = facet in _OPEN or bool(mine)
    return Group(facet, site.words.text(NAMES[facet]), BASES[facet], options, len(choices), is_open)


def describe_panel(site: Site, root: str, own: Own | None = None, *, is_drawn: bool = True) -> dict[str, Any]:
    """What ``facets.html`` asks for; a panel that is not drawn is left to the script."""
    return {
        "facets": list_groups(site, own) if is_drawn else [],
        "facets_data": f"{root}{DATA}",
        "facets_own": f"{own.facet}={own.key}" if own else "",
    }


DATA: Final = "brands/facets.js"
"""Address of the data to filter with."""
