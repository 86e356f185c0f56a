"""What the head of a page says to machines."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from showcase.model.images import Image
from showcase.model.values import PartialDate
from showcase.views.agencies import render_agencies
from showcase.views.areas import render_areas
from showcase.views.brand_page import render_brand
from showcase.views.head import write_linked_data, write_minute
from showcase.views.home import render_home
from showcase.views.listing import render_agency, render_area, render_listing
from showcase.views.open_data.page import render_data_page
from showcase.views.pages import Pages
from showcase.views.site import Site
from showcase.views.site_map import render_site_map

OpenSite = Callable[..., Site]
URL = "https://example.com/x/"
FULL: dict[str, Any] = {
    "name": "好办",
    "published": "2024-05-20",
    "tags": ["水"],
    "service": {
        "audience": ["个人"],
        "channels": [
            {"type": "web", "name": "网上", "url": "https://example.com/"},
            {"type": "hotline", "phone": "12345"},
            {"type": "hall", "address": "某路 1 号"},
        ],
    },
    "management": {
        "supervision": [
            {"type": "hotline", "value": "12345"},
            {"type": "email", "value": "a@example.com", "name": "信箱"},
            {"type": "window", "value": "一楼"},
        ]
    },
    "honours": [{"title": "先进", "by": "某市", "year": "2019"}, {"title": "优秀"}],
    "contact": {"phone": "0000-1234567"},
    "gallery": [{"src": "hall.jpg", "alt": "大厅"}],
    "images": {"hall.jpg": Image("hall.jpg", "/hall.jpg", "jpeg", 2000, 900, "b" * 64)},
    "sources": [{"title": "公报"}],
}


class Metadata(HTMLParser):
    """Metadata, links and linked data of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.named: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.graph: list[dict[str, Any]] = []
        self.reading = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.reading = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "meta":
            name = values.get("name") or values["property"]
            assert name not in self.named
            self.named[name] = values["content"]
        elif tag == "link":
            self.links.append(values)

    def handle_data(self, data: str) -> None:
        if self.reading:
            told = json.loads(data)
            assert told["@context"] == "https://schema.org"
            self.graph = told["@graph"]
            self.reading = False

    def find(self, kind: str) -> dict[str, Any]:
        (node,) = [node for node in self.graph if node["@type"] == kind]
        return node


def read_brand(open_site: OpenSite, front: dict[str, Any], **settings: Any) -> Metadata:
    site = open_site({"a": front}, **settings)
    return Metadata(render_brand(site, site.catalogue.load("a")))


def test_metadata_of_content(open_site: OpenSite) -> None:
    page = read_brand(open_site, FULL, site_url=URL, organizer="机关工委", site_code="0100000001")
    image = f"{URL}brands/a/{'b' * 12}-1600.webp"
    assert page.named == {
        "SiteName": "试用橱窗",
        "SiteDomain": "example.com",
        "SiteIDCode": "0100000001",
        "ArticleTitle": "好办",
        "PubDate": "2024-05-20 00:00",
        "ContentSource": "公报",
        "Keywords": "好办,政务中心,政务,水",
        "Author": "机关工委",
        "Description": "一" * 20,
        "Image": image,
        "Url": f"{URL}brands/a/",
        "og:url": f"{URL}brands/a/",
        "og:type": "article",
        "og:locale": "zh_CN",
        "og:site_name": "试用橱窗",
        "og:title": "好办",
        "og:description": "一" * 20,
        "og:image": image,
        "og:image:alt": "大厅",
    }
    assert {"rel": "canonical", "href": f"{URL}brands/a/"} in page.links
    offered = {"rel": "alternate", "type": "application/json", "href": "brand.json", "title": "开放数据"}
    assert offered in page.links


def test_nothing_is_invented(open_site: OpenSite) -> None:
    page = read_brand(open_site, {"published": "2024-05"})
    absent = {"PubDate", "Author", "Image", "Url", "SiteDomain", "SiteIDCode", "og:url", "og:image"}
    assert absent.isdisjoint(page.named)
    assert page.named["ContentSource"] == "政务中心"
    assert [link for link in page.links if link["rel"] == "canonical"] == []


def test_a_draft_offers_no_data(open_site: OpenSite) -> None:
    assert read_brand(open_site, {"status": "draft"}).links == []


def test_linked_data_of_a_brand(open_site: OpenSite) -> None:
    page = read_brand(open_site, FULL, site_url=URL)
    base = f"{URL}brands/a/"
    brand, body = page.find("Brand"), page.find("GovernmentOrganization")
    assert (brand["@id"], brand["url"], brand["name"]) == (f"{base}#brand", base, "好办")
    assert brand["slogan"] == "好办快办，一次办成"
    assert {"award", "aggregateRating"}.isdisjoint(brand)
    assert body["contactPoint"] == [
        {"@type": "ContactPoint", "contactType": "监督电话", "telephone": "12345"},
        {"@type": "ContactPoint", "contactType": "信箱", "email": "a@example.com"},
        {"@type": "ContactPoint", "contactType": "联系方式", "telephone": "0000-1234567"},
    ]
    service = page.find("GovernmentService")
    assert (service["brand"], service["provider"]) == ({"@id": brand["@id"]}, {"@id": body["@id"]})
    assert service["audience"] == [{"@type": "Audience", "audienceType": "个人"}]
    assert service["award"] == ["先进（某市，2019）", "优秀"]
    assert service["availableChannel"] == [
        {"@type": "ServiceChannel", "name": "网上", "serviceUrl": "https://example.com/"},
        {
            "@type": "ServiceChannel",
            "name": "热线",
            "servicePhone": {"@type": "ContactPoint", "telephone": "12345"},
        },
        {
            "@type": "ServiceChannel",
            "name": "服务大厅",
            "serviceLocation": {"@type": "Place", "address": "某路 1 号"},
        },
    ]
    steps = [(step["position"], step["name"], step["item"]) for step in page.find("BreadcrumbList")["itemListElement"]]
    assert steps == [
        (1, "首页", URL),
        (2, "品牌", f"{URL}brands/"),
        (3, "政务", f"{URL}areas/desk/"),
        (4, "好办", base),
    ]


def test_a_retired_brand_serves_and_is_reached_no_more(open_site: OpenSite) -> None:
    page = read_brand(open_site, {**FULL, "status": "retired"})
    assert [node["@type"] for node in page.graph] == ["GovernmentOrganization", "Brand", "BreadcrumbList"]
    assert "contactPoint" not in page.find("GovernmentOrganization")
    # Nobody else is of its agency, which so has no page that its name could be on.
    assert page.find("GovernmentOrganization")["@id"] == "../../brands/a/#agency"


def test_without_an_address_linked_data_are_relative_to_the_page(open_site: OpenSite) -> None:
    assert read_brand(open_site, FULL).find("Brand")["url"] == "../../brands/a/"


COLUMNS: dict[str, Callable[[Site], bytes]] = {
    "brands": lambda site: render_listing(site, Pages("brands/", 2, 2)),
    "area": lambda site: render_area(site, "desk", Pages("areas/desk/", 1, 2)),
    "agency": lambda site: render_agency(site, "office", Pages("agencies/office/", 1, 2)),
    "areas": render_areas,
    "agencies": render_agencies,
    "data": render_data_page,
    "map": render_site_map,
}


@pytest.mark.parametrize("column", COLUMNS)
def test_metadata_of_columns(open_site: OpenSite, column: str) -> None:
    site = open_site({f"b{number}": {"published": "2024"} for number in range(8)}, page_size=6)
    page = Metadata(COLUMNS[column](site))
    assert all(page.named[f"Column{part}"] for part in ("Name", "Description", "Keywords", "Type"))
    assert page.named["description"] == page.named["ColumnDescription"]
    assert "ArticleTitle" not in page.named
    assert page.find("BreadcrumbList")["itemListElement"][0]["name"] == "首页"


def test_listings_have_their_list_and_their_feeds(open_site: OpenSite) -> None:
    site = open_site({f"b{number}": {"published": "2024"} for number in range(8)}, page_size=6)
    page = Metadata(COLUMNS["brands"](site))
    told = page.find("ItemList")
    assert told["numberOfItems"] == 8
    assert [(item["position"], item["url"]) for item in told["itemListElement"]] == [
        (7, "../../../brands/b6/"),
        (8, "../../../brands/b7/"),
    ]
    assert [link["href"] for link in page.links] == ["../../../feed.xml", "../../../feed.json"]
    area = Metadata(COLUMNS["area"](site))
    assert [link["href"] for link in area.links] == ["../../areas/desk/feed.xml", "../../areas/desk/feed.json"]
    assert Metadata(COLUMNS["agency"](site)).find("GovernmentOrganization")["name"] == "政务中心"


def test_the_home_page_has_its_search(open_site: OpenSite) -> None:
    page = Metadata(render_home(open_site({}, site_url=URL, organizer="机关工委")))
    site = page.find("WebSite")
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{URL}brands/?q={{search_term_string}}"
    assert site["publisher"]["name"] == "机关工委"
    assert page.links == [{"rel": "canonical", "href": URL}]


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "\u2028\u2029", "&lt;", '"\\', "-->"])
def test_no_text_ends_the_script(text: str) -> None:
    written = write_linked_data([{"name": text}])
    assert re.search("[<>&\u2028\u2029]", written) is None
    assert json.loads(written)["@graph"] == [{"name": text}]


@pytest.mark.parametrize(
    ("date", "minute"), [("2024-05-20", "2024-05-20 00:00"), ("2024-05", ""), ("2024", ""), (None, "")]
)
def test_minutes_are_not_invented(date: str | None, minute: str) -> None:
    assert write_minute(PartialDate.parse(date) if date else None) == minute
