"""The figures page (数据看板): how many brands of every area, level, year and phase, and how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from showcase.catalogue.facets import FacetName
from showcase.catalogue.figures import count_figures, count_met, count_untold
from showcase.language import N_
from showcase.views.chart import Row, draw_bars, draw_columns
from showcase.views.facets.labels import name_choice
from showcase.views.linked_data import describe_column
from showcase.views.site import Site

URL = "figures/"
"""Its address below the root of the site."""
MET: Final = {
    "identity": N_("Name and image: distinctive, explained, deliberated upon"),
    "service": N_("Service: joined with technology, with channels and an audience"),
    "management": N_("Management: systems, measurable promises, supervision"),
    "culture": N_("Culture: a concept, its practice, a case"),
    "publicity": N_("Ready for publicity"),
    "implementation": N_("Ready for a review of its implementation"),
}
"""What a brand may be ready in, in the order in which it is shown."""
_SHORT: Final = {
    "identity": N_("Name and image"),
    "service": N_("Service"),
    "management": N_("Management"),
    "culture": N_("Culture"),
    "publicity": N_("Ready for publicity"),
    "implementation": N_("Ready for review"),
}
_SECTIONS: Final[Sequence[tuple[FacetName, str, Callable[[Sequence[Row], str], str]]]] = (
    ("area", N_("Brands by service area"), draw_bars),
    ("level", N_("Brands by level"), draw_bars),
    ("phase", N_("Brands by the phase they stand in"), draw_bars),
    ("year", N_("Brands by the year they were named"), draw_columns),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table."""

    name: str
    count: int
    url: str = ""
    """Of the page of its brands, below the root; empty for none."""


@dataclass(frozen=True, slots=True)
class Section:
    """A chart and its table."""

    key: str
    title: str
    chart: Markup
    lines: list[Line]


def render_figures(site: Site) -> bytes:
    """The page; a chart that would show nothing is not there."""
    _ = site.words.text
    title = _("Figures")
    sections = [_count_facet(site, *section) for section in _SECTIONS if site.facets[section[0]]]
    if site.catalogue.listed:
        sections.append(_count_readiness(site))
    return site.pour(
        URL,
        "figures.html",
        title=title,
        description=_("The catalogue in figures, counted from what every brand tells of itself."),
        head=describe_column(site, URL, title),
        figures=count_figures(site.catalogue),
        sections=sections,
    )


def _count_facet(site: Site, facet: FacetName, message: str, draw: Callable[[Sequence[Row], str], str]) -> Section:
    choices = list(site.facets[facet].values())
    lines = [Line(name_choice(site, one), len(one.entries), one.base) for one in choices]
    title = site.words.text(message)
    rows = fill_years(lines) if facet == "year" else [Row(line.name, line.count) for line in lines]
    # Those that tell nothing are counted too, or the numbers would not come to that of all brands.
    if untold := count_untold(site.catalogue, choices):
        lines.append(Line(site.words.text("Not told"), untold))
        rows += [Row(lines[-1].name, untold, is_rest=True)] if facet != "year" else []
    return Section(facet, title, Markup(draw(rows, title)), lines)


def fill_years(lines: Sequence[Line]) -> list[Row]:
    """Years from the first to the last, those without a brand too, so that time is drawn as it goes by."""
    counts = {int(line.name): line.count for line in lines}
    return [Row(str(year), counts.get(year, 0)) for year in range(min(counts), max(counts) + 1)]


def _count_readiness(site: Site) -> Section:
    _ = site.words.text
    counts = count_met(site.catalogue)
    title = _("What brands give evidence for")
    chart = draw_bars([Row(_(_SHORT[key]), counts[key]) for key in MET], title)
    return Section("met", title, Markup(chart), [Line(_(words), counts[key]) for key, words in MET.items()])
