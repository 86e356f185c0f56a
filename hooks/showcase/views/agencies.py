"""The index of agencies (创建单位): every one that has brands, by region, with the faces of its brands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from showcase.catalogue.catalogue import Catalogue
from showcase.views.card import draw_card
from showcase.views.linked_data import describe_column
from showcase.views.site import Site, root_of

_FACES: Final = 4
"""Faces of brands that stand beside an agency's name."""
_FEW: Final = 240
"""So many agencies at most have faces: with those of a thousand the page would be one of two megabytes."""


def count_faces(catalogue: Catalogue) -> int:
    """How many faces of brands stand beside an agency's name at most."""
    return _FACES if len(catalogue.by_agency) <= _FEW else 0


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency in the index."""

    url: str
    name: str
    count: int
    faces: list[Markup]


def render_agencies(site: Site) -> bytes:
    """All agencies by region, each with the faces of its brands; many have none, and the regions stand at the top."""
    _ = site.words.text
    root = root_of("agencies/")
    agencies = site.catalogue.vocabulary.agencies
    most = count_faces(site.catalogue)
    regions: dict[str, list[AgencyRow]] = {}
    for key, entries in site.catalogue.by_agency.items():
        faces = [Markup(draw_card(site, entry.slug).face_on(root)) for entry in entries[:most]]
        row = AgencyRow(f"agencies/{key}/", site.words.local(agencies[key].name), len(entries), faces)
        regions.setdefault(agencies[key].region or _("Other regions"), []).append(row)
    return site.pour(
        "agencies/",
        "agencies.html",
        title=_("Agencies"),
        description=_("Public bodies and their service brands."),
        head=describe_column(site, "agencies/", _("Agencies")),
        regions=regions.items(),
        has_faces=most > 0,
    )
