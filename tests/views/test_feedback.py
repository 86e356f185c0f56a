"""Ways to tell the site what one thinks: those that the settings name, each filled in with the brand."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from showcase.views.brand_page import render_brand
from showcase.views.feedback import list_ways, render_feedback
from showcase.views.site import Site

OpenSite = Callable[..., Site]
URL = "https://example.com/x/"
NAME = "好办&快办"
EVERY: dict[str, Any] = {
    "phone": "0571-12345678",
    "email": "a@example.com",
    "form": "https://form.example.com/?b={name}&s={slug}&u={url}",
    "post": "https://api.example.com/feedback",
    "issue": "https://github.com/a/b",
}


def test_every_way_is_filled_in_with_the_brand(open_site: OpenSite) -> None:
    site = open_site({"a": {"name": NAME}}, site_url=URL, feedback=EVERY)
    ways = list_ways(site, NAME, "a", "../../")
    labels = ["填写反馈表", "0571-12345678", "a@example.com", "form.example.com 的表单", "在 github.com 公开留言"]
    assert [way.label for way in ways] == labels
    assert [way.outside for way in ways] == [False, False, False, True, True]
    own, phone, letter, form, issue = (urlsplit(way.href) for way in ways)
    assert (own.path, parse_qs(own.query)) == ("../../feedback/", {"brand": [NAME], "page": ["a"]})
    assert phone.geturl() == "tel:057112345678"
    told = {"title": [f"关于服务品牌「{NAME}」"], "body": [f"品牌：{NAME}\n页面：{URL}brands/a/\n\n"]}
    assert letter.path == "a@example.com"
    assert list(parse_qs(letter.query).values()) == list(told.values())
    assert "+" not in letter.query  # A program for letters takes it as it stands.
    assert parse_qs(form.query) == {"b": [NAME], "s": ["a"], "u": [f"{URL}brands/a/"]}
    assert (issue.path, parse_qs(issue.query)) == ("/a/b/issues/new", told)


@pytest.mark.parametrize("way", EVERY)
def test_each_way_stands_alone(open_site: OpenSite, way: str) -> None:
    site = open_site({"a": {"contact": {"address": "某街 1 号"}}}, feedback={way: EVERY[way]})
    page = render_brand(site, site.catalogue.load("a")).decode()
    assert page.count("也可以向本站反馈") == 1
    assert len(list_ways(site, "好办", "a", "")) == 1
    assert ("<form" in render_feedback(site).decode()) == (way == "post")


def test_without_any_the_page_of_a_brand_says_nothing_of_it(open_site: OpenSite) -> None:
    site = open_site({"a": {}})
    assert "本站反馈" not in render_brand(site, site.catalogue.load("a")).decode()


def test_the_form_says_where_it_goes_before_it_is_sent(open_site: OpenSite) -> None:
    page = render_feedback(open_site({}, feedback=EVERY)).decode()
    form = page[page.index("<form") : page.index("</form>")]
    assert 'method="post" action="https://api.example.com/feedback"' in form
    assert form.index("填写的内容只发给 api.example.com") < form.index("<button>发送给 api.example.com")
    assert "privacy/" not in form
