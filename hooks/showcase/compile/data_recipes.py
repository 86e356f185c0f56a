"""Recipes of what is made for machines: feeds, open data, and the pages that tell of them."""

from __future__ import annotations

from dataclasses import dataclass

from showcase.compile.workshop import Workshop
from showcase.views.feedback import render_feedback
from showcase.views.feeds import FEEDS, open_feed
from showcase.views.open_data.dcat import render_catalogue
from showcase.views.open_data.page import render_data_page
from showcase.views.open_data.schemas import render_schema
from showcase.views.open_data.table import TABLES
from showcase.views.robots import render_llms
from showcase.views.site_map import render_site_map


@dataclass(frozen=True, slots=True)
class MakeFeed:
    """A feed."""

    base: str
    """Address of the page that it follows."""
    form: str
    """Its file name."""

    def __call__(self, workshop: Workshop) -> bytes:
        """XML or JSON."""
        return FEEDS[self.form].render(workshop.site, open_feed(workshop.site, self.base))


@dataclass(frozen=True, slots=True)
class MakeTable:
    """The list of brands in one of its forms."""

    name: str

    def __call__(self, workshop: Workshop) -> bytes:
        """JSON, lines of JSON, or CSV."""
        return TABLES[self.name](workshop.site)


@dataclass(frozen=True, slots=True)
class MakeSchema:
    """A JSON Schema of open data."""

    name: str

    def __call__(self, workshop: Workshop) -> bytes:
        """JSON."""
        return render_schema(self.name, workshop.site.words)


@dataclass(frozen=True, slots=True)
class MakeCatalogue:
    """The catalogue of the data sets."""

    def __call__(self, workshop: Workshop) -> bytes:
        """JSON-LD."""
        return render_catalogue(workshop.site)


@dataclass(frozen=True, slots=True)
class MakeDataPage:
    """The page of open data."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_data_page(workshop.site)


@dataclass(frozen=True, slots=True)
class MakeSiteMap:
    """The map of the site."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_site_map(workshop.site)


@dataclass(frozen=True, slots=True)
class MakeFeedback:
    """The page of the ways to tell the site what one thinks."""

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        return render_feedback(workshop.site)


@dataclass(frozen=True, slots=True)
class MakeLlms:
    """``llms.txt``."""

    def __call__(self, workshop: Workshop) -> bytes:
        """Markdown."""
        return render_llms(workshop.site)
