"""The map of the site (网站地图), for visitors: its columns, service areas, agencies and hand-written pages."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.catalogue.facets import BASES
from showcase.views.facets.pages import INDEXES, list_indexes
from showcase.views.feedback import URL as FEEDBACK
from showcase.views.figures_page import URL as FIGURES
from showcase.views.linked_data import describe_column
from showcase.views.site import Site

URL = "sitemap/"
"""Its address below the root of the site."""


@dataclass(frozen=True, slots=True)
class Door:
    """A page on the map."""

    name: str
    url: str
    count: int = 0
    """Brands behind it; 0 for a page that has none."""


def render_site_map(site: Site) -> bytes:
    """The map; brands stand behind their service areas and agencies."""
    _, local, catalogue = site.words.text, site.words.local, site.catalogue
    vocabulary = catalogue.vocabulary
    columns = [
        Door(_("Home"), ""),
        Door(_("All brands"), "brands/", len(catalogue.listed)),
        Door(_("Service areas"), "areas/"),
        Door(_("Agencies"), "agencies/"),
        *(Door(_(INDEXES[facet].title), BASES[facet]) for facet in list_indexes(site.facets)),
        Door(_("Figures"), FIGURES),
        Door(_("Open data"), "data/"),
        *([Door(_("Feedback"), FEEDBACK)] if site.settings.feedback.is_open else []),
    ]
    groups = {
        _("Columns"): columns,
        _("Other pages"): [Door(page.title, page.url) for page in site.docs.pages if not page.date],
        _("Service areas"): [
            Door(local(vocabulary.categories[key].name), f"areas/{key}/", len(entries))
            for key, entries in catalogue.by_category.items()
        ],
        _("Agencies"): [
            Door(local(vocabulary.agencies[key].name), f"agencies/{key}/", len(entries))
            for key, entries in catalogue.by_agency.items()
        ],
        _("News"): [Door(page.title, page.url) for page in site.docs.news],
    }
    return site.pour(
        URL,
        "site_map.html",
        title=_("Site map"),
        description=_("Every column of the site, and the ways to every brand."),
        head=describe_column(site, URL, _("Site map")),
        groups={title: doors for title, doors in groups.items() if doors},
    )
