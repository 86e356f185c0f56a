"""Recipes of what lists brands: the home page, the indexes, the pages of areas and agencies."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.compile.workshop import Workshop
from showcase.views.agencies import render_agencies
from showcase.views.areas import render_areas
from showcase.views.home import render_home
from showcase.views.listing import render_agency, render_area, render_listing
from showcase.views.pages import Pages


@dataclass(frozen=True, slots=True)
class MakeListing:
    """A page of a listing: of all brands, or of those of an area or an agency."""

    pages: Pages
    area: str | None = None
    agency: str | None = None

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        if self.area is not None:
            return render_area(workshop.site, self.area, self.pages)
        if self.agency is not None:
            return render_agency(workshop.site, self.agency, self.pages)
        return render_listing(workshop.site, self.pages)


@dataclass(frozen=True, slots=True)
class MakeHome:
    """The home page."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_home(workshop.site)


@dataclass(frozen=True, slots=True)
class MakeAreas:
    """The index of service areas."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_areas(workshop.site)


@dataclass(frozen=True, slots=True)
class MakeAgencies:
    """The index of agencies."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_agencies(workshop.site)
