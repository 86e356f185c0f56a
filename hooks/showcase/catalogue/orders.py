"""The orders in which all brands can be looked through (排序), besides that of listings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from showcase.catalogue.addresses import spell_name
from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry

Order = Literal["newest", "name", "since"]

BASES: Final[Mapping[Order, str]] = {"newest": "sort/newest/", "name": "sort/name/", "since": "sort/since/"}
"""The address of the pages of each order, below the root of the site."""
_UNKNOWN: Final = 9999
"""A year after all that are told."""


def arrange(catalogue: Catalogue, order: Order) -> Sequence[Entry]:
    """The listed brands: newest first, by the pinyin of their names, or the longest standing first."""
    if order == "name":
        return sorted(catalogue.listed, key=lambda entry: spell_name(entry.name, catalogue.spellings))
    if order == "since":
        return sorted(catalogue.listed, key=lambda entry: entry.since or _UNKNOWN)
    by_slug = sorted(catalogue.listed, key=lambda entry: entry.slug)
    return sorted(by_slug, key=lambda entry: entry.published, reverse=True)
