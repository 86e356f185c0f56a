"""Feeds: what Atom (RFC 4287) and JSON Feed 1.1 ask for, and what a reader must be able to rely on."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from showcase.model.vocabulary import Category, LocalText
from showcase.views.feeds import (
    ATOM,
    FEED_SIZE,
    FEEDS,
    list_groups,
    offer_feeds,
    open_feed,
    render_atom,
    render_json_feed,
    select_newest,
    write_moment,
)
from showcase.views.site import Site

OpenSite = Callable[..., Site]
A = f"{{{ATOM}}}"
BRANDS = {
    "old": {"published": "2019", "name": '<旧> & "名"'},
    "new": {"published": "2024-05-20", "updated": "2025-01-02", "tags": ["水"], "category": "road"},
    "month": {"published": "2024-05"},
    "undated": {},
    "draft": {"published": "2025-01-01", "status": "draft"},
    "retired": {"published": "2025-01-01", "status": "retired"},
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00\+08:00")


def read_atom(site: Site, base: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(render_atom(site, open_feed(site, base)))


def read_json(site: Site, base: str = "") -> dict[str, Any]:
    told: dict[str, Any] = json.loads(render_json_feed(site, open_feed(site, base)))
    return told


def texts(node: ElementTree.Element, tag: str) -> list[str | None]:
    return [found.text for found in node.findall(A + tag)]


@pytest.mark.parametrize("url", ["", "https://example.com/x/"])
def test_atom_has_what_its_standard_asks_for(open_site: OpenSite, url: str) -> None:
    root = read_atom(open_site(BRANDS, site_url=url))
    assert root.tag == f"{A}feed"
    for node in (root, *root.findall(f"{A}entry")):
        for tag in ("id", "title", "updated"):
            (text,) = texts(node, tag)
            assert text
        assert all(MOMENT.fullmatch(str(text)) for text in texts(node, "updated") + texts(node, "published"))
        assert node.find(f"{A}author/{A}name") is not None
        (way,) = [link for link in node.findall(f"{A}link") if link.get("rel") == "alternate"]
        assert (way.get("type"), str(way.get("href")).startswith(url or "./")) == ("text/html", True)
    (own,) = [link for link in root.findall(f"{A}link") if link.get("rel") == "self"]
    assert str(own.get("href")) == f"{url or './'}feed.xml"
    assert all(re.match(r"https://|urn:uuid:", str(node.text)) for node in root.iter(f"{A}id"))


def test_a_feed_is_newest_first_and_knows_neither_drafts_nor_the_retired(open_site: OpenSite) -> None:
    site = open_site(BRANDS)
    titles = ["品牌new", "品牌month", '<旧> & "名"']
    assert [entry.findtext(f"{A}title") for entry in read_atom(site).findall(f"{A}entry")] == titles
    assert [item["title"] for item in read_json(site)["items"]] == titles
    assert texts(read_atom(site), "updated") == ["2025-01-02T00:00:00+08:00"]


def test_ids_are_for_ever(open_site: OpenSite) -> None:
    before, after = (read_json(open_site(brands)) for brands in (BRANDS, {"new": {"published": "2024-06-01"}}))
    assert before["items"][0]["id"] == after["items"][0]["id"]
    assert len({item["id"] for item in before["items"]}) == len(before["items"])
    full = read_json(open_site(BRANDS, site_url="https://example.com/"))
    assert full["items"][0]["id"] == full["items"][0]["url"] == "https://example.com/brands/new/"


def test_a_json_feed_has_what_its_standard_asks_for(open_site: OpenSite) -> None:
    told = read_json(open_site(BRANDS, site_url="https://example.com/"), "areas/road/")
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["title"] == "交通：新上线的品牌"
    assert told["home_page_url"] == "https://example.com/areas/road/"
    assert told["feed_url"] == "https://example.com/areas/road/feed.json"
    (item,) = told["items"]
    assert item["content_text"].startswith("好办快办，一次办成。")
    assert (item["date_published"], item["date_modified"]) == ("2024-05-20T00:00:00+08:00", "2025-01-02T00:00:00+08:00")
    assert item["tags"] == ["交通", "水"]


def test_without_an_address_links_are_relative_to_the_feed(open_site: OpenSite) -> None:
    told = read_json(open_site(BRANDS), "areas/road/")
    assert {"home_page_url", "feed_url"}.isdisjoint(told)
    assert told["items"][0]["url"] == "../../brands/new/"


@pytest.mark.parametrize("name", ['水 & <电> "一办"', "一行\n又一行", "隔\t开", "'引'"])
def test_any_name_of_an_area_comes_back_from_atom(open_site: OpenSite, name: str) -> None:
    site = open_site({"new": BRANDS["new"]})
    categories = {**site.catalogue.vocabulary.categories, "road": Category(name=LocalText(texts={"zh-Hans": name}))}
    vocabulary = site.catalogue.vocabulary.model_copy(update={"categories": categories})
    renamed = replace(site, catalogue=replace(site.catalogue, vocabulary=vocabulary))
    (entry,) = read_atom(renamed, "areas/road/").findall(f"{A}entry")
    assert [node.get("label") for node in entry.findall(f"{A}category")] == [name]


def test_a_feed_is_bounded(open_site: OpenSite) -> None:
    site = open_site({f"b{number:03}": {"published": f"{1950 + number}"} for number in range(FEED_SIZE + 5)})
    shown = select_newest(site.catalogue.listed)
    assert (len(shown), shown[0].published, shown[-1].published) == (FEED_SIZE, "2004", "1955")


def test_pages_offer_the_feeds_that_are_there(open_site: OpenSite) -> None:
    site = open_site(BRANDS)
    groups = list_groups(site.catalogue)
    assert set(groups) == {"", "areas/desk/", "areas/road/", "agencies/office/"}
    offered = offer_feeds(site.words, "areas/road/", "交通", "areas/road/page/2/", groups["areas/road/"])
    assert [(one.type, one.href) for one in offered] == [
        (FEEDS["feed.xml"].type, "../../../../areas/road/feed.xml"),
        (FEEDS["feed.json"].type, "../../../../areas/road/feed.json"),
    ]
    assert offer_feeds(site.words, "", "", "", [site.catalogue.by_slug["undated"]]) == ()


@pytest.mark.parametrize(
    ("date", "moment"),
    [("2019", "2019-01-01T"), ("2024-05", "2024-05-01T"), ("2024-05-20", "2024-05-20T")],
)
def test_moments(date: str, moment: str) -> None:
    assert write_moment(date) == f"{moment}00:00:00+08:00"
