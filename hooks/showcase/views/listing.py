"""Listings: all brands, and the brands of an agency or a service area, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from showcase.catalogue.entry import Entry
from showcase.views.card import show_cards
from showcase.views.facets.panel import Own, describe_panel
from showcase.views.feeds import offer_feeds
from showcase.views.head import Head
from showcase.views.linked_data import Links, Node, describe_agency, describe_list, describe_trail
from showcase.views.pages import Pages, slice_page
from showcase.views.site import Site, root_of
from showcase.views.sorted_listing import list_orders

_MANY: Final = 6
"""Brands of an agency from which on they are worth narrowing down and putting into another order."""


def render_listing(site: Site, pages: Pages) -> bytes:
    """A page of all brands."""
    _ = site.words.text
    title = _("Brands")
    return site.pour(
        pages.url(pages.number),
        "listing.html",
        title=title if pages.number == 1 else _("{title}, page {number}", title=title, number=pages.number),
        description=_("{count} service brands, to look through or to search.", count=len(site.catalogue.listed)),
        head=_tell_head(site, site.catalogue.listed, pages, [(title, "brands/")]),
        heading=title,
        kind="brands",
        lead="",
        orders=list_orders(site),
        **_page_of(site, site.catalogue.listed, pages),
        **describe_panel(site, root_of(pages.url(pages.number))),
    )


def render_area(site: Site, key: str, pages: Pages) -> bytes:
    """A page of the brands of a service area (服务领域)."""
    category = site.catalogue.vocabulary.categories[key]
    name = site.words.local(category.name)
    brands = site.catalogue.by_category[key]
    above = (site.words.text("Service areas"), "areas/")
    return site.pour(
        pages.url(pages.number),
        "listing.html",
        title=name,
        description=site.words.local(category.summary) or name,
        head=_tell_head(site, brands, pages, [above, (name, pages.base)]),
        heading=name,
        kind="areas",
        lead=site.words.local(category.summary),
        **_page_of(site, brands, pages),
        **describe_panel(site, root_of(pages.url(pages.number)), Own("area", key)),
    )


def render_agency(site: Site, key: str, pages: Pages) -> bytes:
    """A page of the brands of an agency (创建单位)."""
    agency = site.catalogue.vocabulary.agencies[key]
    brands = site.catalogue.by_agency[key]
    _ = site.words.text
    name = site.words.local(agency.name)
    body = describe_agency(site, Links(site, pages.url(pages.number)), key, agency)
    head = _tell_head(site, brands, pages, [(_("Agencies"), "agencies/"), (name, pages.base)], body)
    return site.pour(
        pages.url(pages.number),
        "agency.html",
        title=name,
        description=_("Service brands of {name}: {count}.", name=name, count=len(brands)),
        head=head,
        heading=name,
        agency=agency,
        parent=site.catalogue.vocabulary.agencies.get(agency.parent or ""),
        parent_has_page=(agency.parent or "") in site.catalogue.by_agency,
        is_narrowed=len(brands) >= _MANY,
        only=brands[0] if len(brands) == 1 else None,
        **_page_of(site, brands, pages),
        **describe_panel(site, root_of(pages.url(pages.number)), Own("agency", key), is_drawn=False),
    )


def _tell_head(
    site: Site, entries: Sequence[Entry], pages: Pages, trail: Sequence[tuple[str, str]], *more: Node
) -> Head:
    """The head of a page of a listing; ``trail`` leads to it: names and addresses, the last the listing's own."""
    name, _ = trail[-1]
    url, size, words = pages.url(pages.number), site.settings.page_size, site.words
    link, shown = Links(site, url), slice_page(entries, pages.number, size)
    followed = ("", site.settings.site_name) if pages.base == "brands/" else (pages.base, name)
    return Head(
        column=words.text("Online services"),
        keywords=(name, words.text("Service brands")),
        alternates=offer_feeds(words, *followed, url, entries if site.catalogue.has_days else ()),
        graph=[
            *more,
            describe_trail(link, (words.text("Home"), ""), *trail),
            describe_list(link, shown, len(entries), (pages.number - 1) * size + 1),
        ],
    )


def _page_of(site: Site, entries: Sequence[Entry], pages: Pages) -> dict[str, object]:
    shown = slice_page(entries, pages.number, site.settings.page_size)
    root = root_of(pages.url(pages.number))
    return {"total": len(entries), "pages": pages, "cards": show_cards(site, shown, root)}
