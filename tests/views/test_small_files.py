"""What a site holds beside its pages: old addresses, the sitemap, the bundle of assets."""

import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from showcase.model.brand import Brand
from showcase.views.alias import render_alias
from showcase.views.assets import FOLDER, bundle_assets
from showcase.views.robots import render_llms, render_robots
from showcase.views.site import Site
from showcase.views.sitemap import MOST, Place, render_sitemaps


def test_an_old_address_leads_on(make_brand: Callable[..., Brand]) -> None:
    page = render_alias(make_brand("new", name="<好> & 办"), "zh-Hans").decode()
    assert page.count('href="../new/"') == 2
    assert 'content="0; url=../new/"' in page
    assert '<html lang="zh-Hans">' in page
    assert "<title>&lt;好&gt; &amp; 办</title>" in page
    assert "noindex" in page


MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"


def parse_only(files: dict[str, bytes]) -> ElementTree.Element:
    assert list(files) == ["sitemap.xml"]
    return ElementTree.fromstring(files["sitemap.xml"])


@pytest.mark.parametrize("urls", [["b/", "", "a/"], ["", "a/", "b/"]])
def test_a_sitemap_is_sorted_and_knows_no_clock(urls: list[str]) -> None:
    root = parse_only(dict(render_sitemaps("https://example.com/x/", map(Place, urls))))
    assert root.tag == f"{MAP}urlset"
    assert [place.text for place in root.iter(f"{MAP}loc")] == [
        f"https://example.com/x/{url}" for url in ("", "a/", "b/")
    ]
    assert [*root.iter(f"{MAP}lastmod")] == []


def test_a_sitemap_has_days_and_pictures() -> None:
    places = [Place("a/", "2024-05", ("a/1.webp", "a/2.svg")), Place("b/")]
    first, second = parse_only(dict(render_sitemaps("https://example.com/", places)))
    assert [node.tag for node in first] == [f"{MAP}loc", f"{MAP}lastmod", *[f"{IMAGE}image"] * 2]
    assert [node.text for node in first.iter(f"{MAP}lastmod")] == ["2024-05"]
    assert [node.text for node in first.iter(f"{IMAGE}loc")] == [
        "https://example.com/a/1.webp",
        "https://example.com/a/2.svg",
    ]
    assert [node.tag for node in second] == [f"{MAP}loc"]


def test_a_sitemap_is_sound_xml() -> None:
    (text,) = dict(render_sitemaps("https://example.com/?a=1&b=", [Place("<")])).values()
    assert b"https://example.com/?a=1&amp;b=&lt;" in text


def test_a_sitemap_of_nothing() -> None:
    assert list(parse_only(dict(render_sitemaps("https://example.com/", [])))) == []


def test_a_long_sitemap_is_split_and_has_an_index() -> None:
    places = [Place(f"{number}/", f"202{number}") for number in range(5)]
    files = dict(render_sitemaps("https://example.com/", places, most=2))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert [len(ElementTree.fromstring(files[name])) for name in list(files)[:3]] == [2, 2, 1]
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert index.tag == f"{MAP}sitemapindex"
    assert [[node.text for node in part] for part in index] == [
        ["https://example.com/sitemap-1.xml", "2021"],
        ["https://example.com/sitemap-2.xml", "2023"],
        ["https://example.com/sitemap-3.xml", "2024"],
    ]
    assert MOST == 50_000


@pytest.mark.parametrize(
    ("site_url", "last"), [("", "Allow: /"), ("https://example.com/x/", "Sitemap: https://example.com/x/sitemap.xml")]
)
def test_robots(site_url: str, last: str) -> None:
    lines = render_robots(site_url).decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[-1] == last
    # Who may not visit a page does not read there that it is not to be found.
    assert render_robots(site_url, indexing=False) == b"User-agent: *\nAllow: /\n"


def test_llms_tells_where_what_is(open_site: Callable[..., Site]) -> None:
    site = open_site({"a": {}, "b": {"category": "road"}}, site_url="https://example.com/")
    lines = render_llms(site).decode().splitlines()
    assert lines[0] == "# 试用橱窗"
    assert [line for line in lines if line.startswith("## ")] == ["## 开放数据", "## 服务领域", "## 其他页面"]
    assert "- [交通](https://example.com/areas/road/): 1 个品牌" in lines
    assert any("](https://example.com/data/brands.csv)" in line for line in lines)
    assert "https:" not in render_llms(open_site({"a": {}})).decode()


def test_assets_hold_every_part_and_are_named_by_content() -> None:
    style, script, *asked = bundle_assets()
    kinds = ["style", "script", "find", "fulltext", "picture"]
    assert [one.kind for one in (style, script, *asked)] == kinds
    assert re.fullmatch(r"assets/showcase/style\.[0-9a-f]{10}\.css", style.path)
    assert re.fullmatch(r"assets/showcase/script\.[0-9a-f]{10}\.js", script.path)
    for part in FOLDER.glob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", part.read_text(encoding="utf-8"), flags=re.DOTALL)
        lines = [line.encode() for line in map(str.strip, rules.splitlines()) if line]
        assert [line for line in lines if line not in style.content] == []


def test_the_script_speaks_the_language_of_the_site_and_knows_what_it_loads() -> None:
    for locale, label in (("zh-Hans", "搜索品牌"), ("en", "Find a brand")):
        _, script, find, _, picture = bundle_assets(locale)
        said = json.loads(script.content.decode().split("\n", 1)[0].removeprefix("window.showcase={said:")[:-2])
        assert (said["label"], said["find"], said["draw"]) == (label, find.path, picture.path)


def test_assets_are_squeezed_and_sound() -> None:
    style, *_ = bundle_assets()
    assert b"/*" not in style.content
    assert b"\n\n" not in style.content
    assert style.content.count(b"{") == style.content.count(b"}")
