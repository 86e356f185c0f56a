"""Linked data (结构化数据): what pages show, in the words of https://schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from showcase.catalogue.entry import Entry
from showcase.model.brand import Brand, Status
from showcase.model.evidence import Honour
from showcase.model.management import Supervision, SupervisionType
from showcase.model.service import Channel
from showcase.model.vocabulary import Agency
from showcase.views.head import Head
from showcase.views.pictures import logo_file
from showcase.views.reach import supervision_href
from showcase.views.site import Site, root_of

Node = dict[str, Any]


class Links:
    """Addresses as a page tells them: full where the site knows its own, else relative to the page."""

    def __init__(self, site: Site, url: str) -> None:
        """``url`` is the page's address below the root of the site."""
        self._base = site.settings.site_url or root_of(url)

    def __call__(self, url: str) -> str:
        """The address of a page or file below the root of the site."""
        return self._base + url


def describe_site(site: Site) -> list[Node]:
    """The site itself, with its search; its publisher where that is told."""
    link = Links(site, "")
    settings = site.settings
    action: Node = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{link('brands/')}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    node: Node = {"@type": "WebSite", "name": settings.site_name, "url": link(""), "inLanguage": settings.locale}
    if settings.organizer:
        node["publisher"] = {"@type": "GovernmentOrganization", "name": settings.organizer}
    return [node | {"potentialAction": action}]


def describe_trail(link: Links, *steps: tuple[str, str]) -> Node:
    """Where a page stands: its steps from the top, each name and address below the root."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": link(url)}
            for place, (name, url) in enumerate(steps, 1)
        ],
    }


def describe_column(site: Site, url: str, name: str) -> Head:
    """The head of a column just below home."""
    words = site.words
    trail = describe_trail(Links(site, url), (words.text("Home"), ""), (name, url))
    keywords = (name, words.text("Service brands"))
    return Head(column=words.text("Online services"), keywords=keywords, graph=[trail])


def describe_list(link: Links, entries: Sequence[Entry], total: int, first: int) -> Node:
    """The brands that a page of a listing shows; ``first`` is the place of the first of them, from 1."""
    return {
        "@type": "ItemList",
        "numberOfItems": total,
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": entry.name, "url": link(f"brands/{entry.slug}/")}
            for place, entry in enumerate(entries, first)
        ],
    }


def describe_agency(site: Site, link: Links, key: str, agency: Agency) -> Node:
    """A public body (创建单位)."""
    node: Node = {"@type": "GovernmentOrganization", "@id": link(f"agencies/{key}/#agency")}
    node["name"] = site.words.local(agency.name)
    if agency.website:
        node["url"] = agency.website
    if agency.region:
        node["areaServed"] = agency.region
    return node


def describe_brand(site: Site, brand: Brand) -> list[Node]:
    """A brand, the body behind it, and the service it stands for; a retired one serves and is reached no more."""
    url = f"brands/{brand.slug}/"
    link = Links(site, url)
    agency = describe_agency(site, link, brand.agency, site.catalogue.vocabulary.agencies[brand.agency])
    if brand.agency not in site.catalogue.by_agency:
        agency["@id"] = link(f"{url}#agency")  # It has no page of its own.
    node: Node = {"@type": "Brand", "@id": link(f"{url}#brand"), "name": brand.name, "slogan": brand.slogan}
    node |= {"description": brand.summary, "url": link(url)}
    if brand.logo:
        node["logo"] = link(url + logo_file(brand.logo))
    if brand.status is Status.RETIRED:
        return [agency, node]
    if points := list(_iterate_points(site, brand)):
        agency["contactPoint"] = points
    return [agency, node, _describe_service(site, brand, agency["@id"], node["@id"])]


def _describe_service(site: Site, brand: Brand, agency: str, own: str) -> Node:
    service = brand.service
    category = site.catalogue.vocabulary.categories[brand.category]
    node: Node = {"@type": "GovernmentService", "name": brand.name, "brand": {"@id": own}, "provider": {"@id": agency}}
    node["serviceType"] = site.words.local(category.name)
    if service.audience:
        node["audience"] = [{"@type": "Audience", "audienceType": who} for who in service.audience]
    if brand.honours:
        node["award"] = [_name_honour(honour) for honour in brand.honours]
    if channels := [_describe_channel(site, channel) for channel in service.channels]:
        node["availableChannel"] = channels
    return node


def _name_honour(honour: Honour) -> str:
    rest = "，".join(str(part) for part in (honour.by, honour.year) if part)
    return f"{honour.title}（{rest}）" if rest else honour.title


def _describe_channel(site: Site, channel: Channel) -> Node:
    node: Node = {"@type": "ServiceChannel", "name": channel.name or site.words.label(channel.type)}
    if channel.url:
        node["serviceUrl"] = channel.url
    if channel.phone:
        node["servicePhone"] = {"@type": "ContactPoint", "telephone": channel.phone}
    if channel.address:
        node["serviceLocation"] = {"@type": "Place", "address": channel.address}
    return node


def _iterate_points(site: Site, brand: Brand) -> Iterable[Node]:
    """Ways to the body: those of supervision that can be dialled, written to or opened, then the office."""
    for way in brand.management.supervision:
        if supervision_href(way):
            yield _point(way.name or site.words.label(way.type), _reach_by(way))
    contact = brand.contact
    office = {"telephone": contact.phone, "email": contact.email, "url": contact.website}
    if told := {key: value for key, value in office.items() if value}:
        yield _point(site.words.text("Contact"), told)


def _reach_by(way: Supervision) -> Node:
    keys = {SupervisionType.HOTLINE: "telephone", SupervisionType.EMAIL: "email"}
    return {keys.get(way.type, "url"): way.value}


def _point(kind: str, reached: Node) -> Node:
    return {"@type": "ContactPoint", "contactType": kind} | reached
