"""Every text of a brand is escaped for the place where it lands."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest

from showcase.model.brand import Brand
from showcase.views.alias import render_alias
from showcase.views.face.palette import derive_palette, style_of
from showcase.views.face.seal import draw_seal
from showcase.views.json_text import dump_json
from showcase.views.sitemap import Place, render_sitemaps

BAD = "</title><script>alert(1)</script>\"'&amp;{{7*7}}\u2028]]>"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, _attrs: Any) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def read_tags(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


@pytest.mark.parametrize("text", [BAD, "<!--", "</script>", "\u2028\u2029", "&lt;", '\\"', "\\u003c"])
def test_json_is_data_in_a_script_and_the_same_value(text: str) -> None:
    dumped = dump_json([text, {text: 1}])
    assert json.loads(dumped) == [text, {text: 1}]
    assert not set("<>&\u2028\u2029") & set(dumped)


def test_an_old_address_names_the_brand_and_no_more(make_brand: Callable[..., Brand]) -> None:
    tags = read_tags(render_alias(make_brand("a", name=BAD[:20]), "zh-Hans").decode())
    assert tags.seen == ["html", "head", "meta", "meta", "title", "meta", "link", "meta", "body", "p", "a"]
    assert tags.said.count(BAD[:20]) == 2


def test_a_seal_is_a_drawing() -> None:
    tags = read_tags(draw_seal(BAD, derive_palette("#1b66d6"), label=BAD))
    assert set(tags.seen) <= {"svg", "rect", "text", "tspan", "path", "g"}


def test_a_palette_is_colours_alone() -> None:
    for color in ("#000", "#fff", "#1b66d6", "#FFFFFF"):
        values = [part.partition(":")[2] for part in style_of(derive_palette(color)).split(";")]
        assert all(set(value) <= set("#0123456789abcdefABCDEF") for value in values), values


def test_a_sitemap_is_xml() -> None:
    ((_, content),) = render_sitemaps("https://a.cn/", [Place("?a=1&b=<", images=("x&y.webp",))])
    assert b"<loc>https://a.cn/?a=1&amp;b=&lt;</loc>" in content
    assert b"<image:loc>https://a.cn/x&amp;y.webp</image:loc>" in content
