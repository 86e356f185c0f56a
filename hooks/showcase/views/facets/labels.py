"""What facets and their values are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from showcase.catalogue.facets import Choice, FacetName
from showcase.language import N_
from showcase.model.service import ChannelType
from showcase.views.site import Site

NAMES: Final[Mapping[FacetName, str]] = {
    "area": N_("Service areas"),
    "level": N_("Level"),
    "phase": N_("Phase it stands in"),
    "year": N_("Year it was named"),
    "region": N_("Region"),
    "agency": N_("Agencies"),
    "audience": N_("Whom it serves"),
    "channel": N_("Service channels"),
    "tag": N_("Tags"),
}


def name_choice(site: Site, choice: Choice) -> str:
    """The name of a value, short enough for a list: ``水利``, ``市级``, ``2014``."""
    vocabulary, words, value = site.catalogue.vocabulary, site.words, choice.value
    match choice.facet:
        case "area":
            return words.local(vocabulary.categories[value].name)
        case "level":
            return words.local(vocabulary.levels[value].name)
        case "agency":
            return words.local(vocabulary.agencies[value].name)
        case "phase":
            return words.phase(value)
        case "channel":
            return words.label(ChannelType(value))
        case _:
            return value


def head_choice(site: Site, choice: Choice) -> str:
    """The name of a value as the heading of its page, which has to stand by itself: ``2014 年创立的品牌``."""
    name = name_choice(site, choice)
    message = _HEADINGS.get(choice.facet)
    return site.words.text(message, name=name) if message else name


_HEADINGS: Final[Mapping[FacetName, str]] = {
    "level": N_("{name} brands"),
    "phase": N_("Brands in the phase {name}"),
    "year": N_("Brands named in {name}"),
    "region": N_("Brands of {name}"),
    "audience": N_("Brands for {name}"),
    "channel": N_("Brands reached by: {name}"),
    "tag": N_("Brands tagged {name}"),
}
