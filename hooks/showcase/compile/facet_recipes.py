"""Recipes of what is made of facets: their indexes, the pages of their values, the data to filter with."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.catalogue.facets import FacetName
from showcase.catalogue.orders import Order
from showcase.compile.workshop import Workshop
from showcase.views.facets.data import render_chunk, render_facets
from showcase.views.facets.pages import render_choice, render_index
from showcase.views.figures_page import render_figures
from showcase.views.pages import Pages
from showcase.views.sorted_listing import render_sorted


@dataclass(frozen=True, slots=True)
class MakeIndex:
    """The index of a facet."""

    facet: FacetName

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_index(workshop.site, self.facet)


@dataclass(frozen=True, slots=True)
class MakeChoice:
    """A page of the value of a facet."""

    facet: FacetName
    key: str
    pages: Pages

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_choice(workshop.site, self.facet, self.key, self.pages)


@dataclass(frozen=True, slots=True)
class MakeSorted:
    """A page of all brands in an order."""

    order: Order
    pages: Pages
    slugs: tuple[str, ...]
    """Those that it shows: putting all in order takes longer than drawing them."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_sorted(workshop.site, self.order, self.pages, self.slugs)


@dataclass(frozen=True, slots=True)
class MakeFilter:
    """The data to filter with."""

    def __call__(self, workshop: Workshop) -> bytes:
        """A script."""
        return render_facets(workshop.site)


@dataclass(frozen=True, slots=True)
class MakeCards:
    """The data of the plain cards of a chunk of brands."""

    number: int

    def __call__(self, workshop: Workshop) -> bytes:
        """A script."""
        return render_chunk(workshop.site, self.number)


@dataclass(frozen=True, slots=True)
class MakeFigures:
    """The figures page."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_figures(workshop.site)
