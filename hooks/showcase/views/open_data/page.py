"""The page of open data (开放数据): which files there are, what is in them, and how to follow what is new."""

from __future__ import annotations

from showcase.model.values import PartialDate
from showcase.views.feeds import has_day
from showcase.views.head import Alternate, Head
from showcase.views.linked_data import Links, describe_trail
from showcase.views.open_data.files import CATALOGUE, LISTS
from showcase.views.open_data.table import COLUMNS, find_last_update
from showcase.views.site import Site

URL = "data/"
"""Its address below the root of the site."""


def render_data_page(site: Site) -> bytes:
    """The page of open data."""
    _, catalogue = site.words.text, site.catalogue
    title, updated = _("Open data"), find_last_update(site)
    shown = [entry for entry in catalogue.entries if entry.is_open]
    offered = [Alternate(CATALOGUE.type, CATALOGUE.name, _("Catalogue of the data sets"))]
    head = Head(
        column=_("Open data"),
        keywords=(title, _("Service brands")),
        alternates=tuple(offered),
        graph=[describe_trail(Links(site, URL), (_("Home"), ""), (title, URL))],
    )
    return site.pour(
        URL,
        "data.html",
        title=title,
        description=_("The list of service brands as files that programs and spreadsheets read."),
        head=head,
        files=(*LISTS, CATALOGUE),
        columns=COLUMNS,
        count=len(shown),
        retired=sum(not entry.is_listed for entry in shown),
        updated=PartialDate.parse(updated) if updated else None,
        feeds=any(map(has_day, catalogue.listed)),
        example=shown[0].slug if shown else "",
    )
