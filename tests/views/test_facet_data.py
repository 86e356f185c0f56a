"""The data to filter with, and the plain cards: what the script reads, and what it has to draw."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from showcase.views.facets import plain_card
from showcase.views.facets.data import place_featured, render_chunk, render_facets
from showcase.views.facets.panel import SHOWN, Own, list_groups
from showcase.views.facets.plain_card import seal_of, show_plain_cards
from showcase.views.site import Site

Open = Callable[..., Site]


def read_facets(site: Site) -> dict[str, Any]:
    head, _, data = render_facets(site).decode().partition("=")
    assert head == "window.showcaseFacets"
    parsed: dict[str, Any] = json.loads(data)
    return parsed


def test_columns_tell_what_every_brand_has(open_site: Open) -> None:
    site = open_site(
        {
            "a": {"tags": ["水", "路"], "level": "county", "featured": True},
            "b": {"tags": ["路"], "category": "road"},
            "c": {},
        }
    )
    columns = {name: (values, column) for name, _, _, values, column in read_facets(site)["facets"]}
    assert columns["tag"] == ([["lu", "路"], ["shui", "水"]], [[0, 1], 0, -1])
    assert columns["level"][1] == [0, -1, -1]
    assert columns["area"][1] == [0, 1, 0]


def test_orders(open_site: Open) -> None:
    brands = {
        "a": {"name": "浙里办", "featured": True, "published": 2001},
        "b": {"name": "爱山东", "published": 2026},
        "c": {"name": "安心诊", "published": 2020, "featured": True},
        "d": {"name": "邻里帮", "published": 2010},
    }
    site = open_site(brands)
    listed = site.catalogue.listed
    assert [entry.slug for entry in listed] == ["c", "a", "b", "d"]
    assert [listed[place].slug for place in read_facets(site)["byName"]] == ["b", "c", "d", "a"]
    assert place_featured(listed) == [1, 3]


def test_no_text_ends_the_script(open_site: Open) -> None:
    site = open_site({"a": {"name": "甲</script>乙", "tags": ["<!--", "a\u2028b"]}})
    for script in (render_facets(site), render_chunk(site, 0)):
        assert not re.search(rb"</script|<!--|\xe2\x80\xa8", script)


def test_a_chunk_holds_the_cards_of_its_brands(open_site: Open) -> None:
    site = open_site(
        {"a": {"name": "浙里办", "slogan": "一站直达", "identity": {"color": "#1b66d6"}}, "b": {"status": "draft"}}
    )
    head, _, data = render_chunk(site, 0).decode().partition("=")
    rows = json.loads(data.partition("=")[2])
    assert (head, data.partition("=")[0]) == ("(window.showcaseCards??", "{})[0]")
    assert rows[0] == ["a", "浙里办", "一站直达", "#1b66d6", "浙里办"]
    assert [len(row) for row in rows] == [5, 6]
    assert render_chunk(site, 1).endswith(b"[1]=[]\n")


@pytest.mark.parametrize(
    ("name", "seal"),
    [
        ("浙里办", "浙里办"),
        ("12345 政务服务便民热线", "政务服务"),
        ("说明白（示例）", "说明白"),
        ("（一）办", "办"),
        ("Easy", "Ea"),
        ("（示例）", "（示"),
    ],
)
def test_what_stands_on_a_plain_seal(name: str, seal: str) -> None:
    assert seal_of(name) == seal


def test_a_plain_card_is_escaped_and_leads_to_its_brand(open_site: Open) -> None:
    site = open_site({"a": {"name": "<b>甲", "slogan": '"乙"&\'', "level": "county"}})
    card = show_plain_cards(site, site.catalogue.listed, "../../")
    assert 'href="../../brands/a/">&lt;b&gt;甲</a>' in card
    assert "&#34;乙&#34;&amp;" in card
    assert "<span>县级</span>" in card
    assert "\x00" not in card


@pytest.mark.parametrize("most", [0, 1, 100])
def test_a_plain_card_is_the_same_kept_or_drawn_anew(
    most: int, open_site: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_card, "_KEPT", most)
    site = open_site({"a": {"name": "甲\u00e9\U00020000", "identity": {"color": "#1b66d6"}}, "b": {"status": "draft"}})
    first = show_plain_cards(site, site.catalogue.listed, "./")
    assert len(site.plain_cards) == min(most, 2)
    assert show_plain_cards(site, site.catalogue.listed, "./") == first


def test_the_panel_offers_the_first_values_and_its_own(open_site: Open) -> None:
    years = {f"b{year}": {"since": year} for year in range(2000, 2020)}
    group = next(one for one in list_groups(open_site(years), Own("year", "2001")) if one.facet == "year")
    assert [option.key for option in group.options] == [*map(str, range(2019, 2019 - SHOWN, -1)), "2001"]
    assert [option.key for option in group.options if option.current] == ["2001"]
    assert (group.total, group.is_open) == (20, True)
