"""The index of service areas (服务领域): every one that has brands, as a tile."""

from __future__ import annotations

from showcase.views.home import list_area_tiles
from showcase.views.linked_data import describe_column
from showcase.views.site import Site


def render_areas(site: Site) -> bytes:
    """All service areas as tiles."""
    _ = site.words.text
    return site.pour(
        "areas/",
        "areas.html",
        title=_("Service areas"),
        description=_("Service brands by what they serve."),
        head=describe_column(site, "areas/", _("Service areas")),
        tiles=list_area_tiles(site),
    )
