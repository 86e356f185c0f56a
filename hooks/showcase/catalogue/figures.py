"""The catalogue in figures (目录概览)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.facets import Choice


class Figures(NamedTuple):
    """What the home page counts; every figure is worked out from the brands."""

    brands: int
    """Listed brands (服务品牌)."""
    agencies: int
    """Bodies that have one (创建单位)."""
    areas: int
    """Service areas that have one (服务领域)."""
    hotlines: int
    """Different telephone numbers a visitor can call (服务热线)."""
    first_year: int | None
    """Year of the earliest brand that tells when it was named."""
    last_year: int | None


def count_figures(catalogue: Catalogue) -> Figures:
    """Counts the listed brands, their bodies, areas, hotlines and years."""
    listed = catalogue.listed
    years = [entry.since for entry in listed if entry.since]
    numbers = {number for entry in listed for number in entry.hotlines}
    return Figures(
        brands=len(listed),
        agencies=len(catalogue.by_agency),
        areas=len(catalogue.by_category),
        hotlines=len(numbers),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
    )


def count_met(catalogue: Catalogue) -> Mapping[str, int]:
    """How many listed brands miss nothing of each condition and step (see :attr:`Entry.met`); 0 for all others."""
    return Counter(key for entry in catalogue.listed for key in entry.met)


def count_untold(catalogue: Catalogue, choices: Iterable[Choice]) -> int:
    """How many listed brands have none of the choices of a facet: those that tell no level, phase or year (未注明)."""
    told = {entry.slug for choice in choices for entry in choice.entries}
    return len(catalogue.listed) - len(told)
