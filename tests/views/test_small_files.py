"""What a site holds beside its pages: old addresses, the sitemap, the index of names, the bundle of assets."""

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from showcase.model.brand import Brand
from showcase.views.alias import render_alias
from showcase.views.assets import FOLDER, bundle_assets
from showcase.views.names import render_names
from showcase.views.site import Site
from showcase.views.sitemap import render_sitemap


def test_an_old_address_leads_on(make_brand: Callable[..., Brand]) -> None:
    page = render_alias(make_brand("new", name="<好> & 办"), "zh-Hans").decode()
    assert page.count('href="../new/"') == 2
    assert 'content="0; url=../new/"' in page
    assert '<html lang="zh-Hans">' in page
    assert "<title>&lt;好&gt; &amp; 办</title>" in page
    assert "noindex" in page


@pytest.mark.parametrize("urls", [["b/", "", "a/"], {"a/", "b/", ""}, ("a/", "b/", "")])
def test_sitemap_is_sorted_and_dateless(urls: list[str]) -> None:
    text = render_sitemap("https://example.com/x/", urls)
    found = [
        place.text for place in ElementTree.fromstring(text).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert found == [f"https://example.com/x/{url}" for url in ("", "a/", "b/")]
    assert b"lastmod" not in text


def test_sitemap_is_sound_xml() -> None:
    text = render_sitemap("https://example.com/?a=1&b=", ["<"])
    assert b"https://example.com/?a=1&amp;b=&lt;" in text


def test_sitemap_of_nothing() -> None:
    assert list(ElementTree.fromstring(render_sitemap("https://example.com/", []))) == []


SUMMARY = "一" * 20


def test_names(open_site: Callable[..., Site]) -> None:
    site = open_site(
        {
            "zheliban": {
                "name": "浙里办",
                "tags": ["掌上"],
                "identity": {"color": "#1b66d6"},
                "service": {"audience": ["个人"], "items": [{"name": "缴费"}]},
            },
            "plain": {"name": "12345 热线", "agency": "harbour", "category": "road"},
            "old": {"status": "retired"},
        }
    )
    rows = json.loads(render_names(site))
    words = f"掌上 个人 {SUMMARY} 缴费"
    assert all(re.fullmatch("#[0-9a-f]{6}", row.pop(7)) for row in rows)
    assert rows == [
        ["plain", "12345 热线", "好办快办，一次办成", "港口局", "交通", "12345 rexian", "12345 rx", SUMMARY],
        [
            "zheliban",
            "浙里办",
            "好办快办，一次办成",
            "政务中心",
            "政务",
            "zheliban",
            "zlb",
            words,
        ],
    ]


def test_names_of_nothing(open_site: Callable[..., Site]) -> None:
    assert render_names(open_site({})) == b"[]"


def test_assets_hold_every_part_and_are_named_by_content() -> None:
    style, script = bundle_assets()
    assert (style.kind, script.kind) == ("style", "script")
    assert re.fullmatch(r"assets/showcase/style\.[0-9a-f]{10}\.css", style.path)
    assert re.fullmatch(r"assets/showcase/script\.[0-9a-f]{10}\.js", script.path)
    for part in FOLDER.glob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", part.read_text(encoding="utf-8"), flags=re.DOTALL)
        lines = [line.encode() for line in map(str.strip, rules.splitlines()) if line]
        assert [line for line in lines if line not in style.content] == []


def test_assets_are_squeezed_and_sound() -> None:
    style, _ = bundle_assets()
    assert b"/*" not in style.content
    assert b"\n\n" not in style.content
    assert style.content.count(b"{") == style.content.count(b"}")
