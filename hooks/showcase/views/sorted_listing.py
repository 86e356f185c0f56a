"""All brands in another order, in pages that need no script; with one, the listing itself is put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from showcase.catalogue.orders import BASES, Order
from showcase.language import N_
from showcase.views.facets.plain_card import show_plain_cards
from showcase.views.head import Head
from showcase.views.linked_data import Links, describe_list, describe_trail
from showcase.views.pages import Pages
from showcase.views.site import Site, root_of

_LABELS: Final[Mapping[Order, str]] = {
    "newest": N_("Newest first"),
    "name": N_("By name"),
    "since": N_("Longest standing first"),
}


@dataclass(frozen=True, slots=True)
class OrderLink:
    """A way to all brands in an order."""

    label: str
    url: str
    """Below the root of the site."""
    current: bool


def list_orders(site: Site, current: Order | None = None) -> list[OrderLink]:
    """The ways to every order, that of the listing first; ``current`` is the one that is shown, if not that."""
    _ = site.words.text
    orders = [OrderLink(_(_LABELS[order]), BASES[order], order == current) for order in BASES]
    return [OrderLink(_("Put forward first"), "brands/", current is None), *orders]


def render_sorted(site: Site, order: Order, pages: Pages, slugs: Sequence[str]) -> bytes:
    """A page of all brands in an order; ``slugs`` are those it shows."""
    _ = site.words.text
    url = pages.url(pages.number)
    shown = [site.catalogue.by_slug[slug] for slug in slugs]
    total, link = len(site.catalogue.listed), Links(site, url)
    heading = _("Brands: {order}", order=_(_LABELS[order]))
    first = (pages.number - 1) * site.settings.page_size + 1
    trail = describe_trail(link, (_("Home"), ""), (_("Brands"), "brands/"), (heading, pages.base))
    return site.pour(
        url,
        "sorted.html",
        title=heading if pages.number == 1 else _("{title}, page {number}", title=heading, number=pages.number),
        description=_("{count} service brands, to look through or to search.", count=total),
        head=Head(
            column=_("Online services"),
            keywords=(_("Brands"), _("Service brands")),
            graph=[trail, describe_list(link, shown, total, first)],
        ),
        total=total,
        orders=list_orders(site, order),
        pages=pages,
        cards=show_plain_cards(site, shown, root_of(url)),
    )
