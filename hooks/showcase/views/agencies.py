"""The index of agencies (创建单位): every one that has brands, by region, with the faces of its brands."""

from __future__ import annotations

from itertools import groupby

from showcase.views.card import face_of
from showcase.views.site import Site, root_of


def render_agencies(site: Site) -> bytes:
    """All agencies by region, each with the faces of its brands."""
    _ = site.words.text
    root = root_of("agencies/")
    agencies = site.catalogue.vocabulary.agencies
    rows = [
        (agencies[key].region or _("Other regions"), key, site.words.local(agencies[key].name), len(brands), brands[:4])
        for key, brands in site.catalogue.by_agency.items()
    ]
    order = {region: index for index, region in enumerate(dict.fromkeys(row[0] for row in rows))}
    rows.sort(key=lambda row: order[row[0]])
    regions = [
        (
            region,
            [
                {"url": f"agencies/{key}/", "name": name, "count": count, "faces": [face_of(b, root) for b in brands]}
                for _region, key, name, count, brands in members
            ],
        )
        for region, members in groupby(rows, key=lambda row: row[0])
    ]
    return site.pour(
        "agencies/",
        "agencies.html",
        title=_("Agencies"),
        description=_("Public bodies and their service brands."),
        regions=regions,
    )
