"""The card of a brand."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from showcase.views.card import draw_card, show_card, show_cards
from showcase.views.site import Site


def test_a_card_without_a_logo_needs_no_more_than_the_entry(open_site: Callable[..., Site]) -> None:
    site = open_site({"a": {"name": "浙里办", "level": "city", "status": "retired", "identity": {"color": "#1b66d6"}}})
    catalogue = replace(site.catalogue, load=lambda slug: pytest.fail(f"{slug} was loaded"))
    card = show_card(replace(site, catalogue=catalogue), "a", "../../")
    for shown in ('href="../../brands/a/">浙里办</a>', "好办快办，一次办成", "政务中心", "政务", "市级", "已停用"):
        assert shown in card


def test_no_two_covers_of_a_page_have_an_id_in_common(open_site: Callable[..., Site]) -> None:
    site = open_site({f"b{number}": {"name": f"浙里办{number}"} for number in range(30)})
    listed = site.catalogue.listed
    page = show_cards(site, listed[:12], "./") + show_cards(site, listed[12:], "./", 12)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 30
    assert set(re.findall(r'(?:url\(|href=")#([^")]+)', page)) == set(ids)
    assert not re.search(r"[\x00\x01]", page)


def test_a_card_has_the_colour_of_a_line_where_it_has_a_logo_to_draw_it_around(open_site: Callable[..., Site]) -> None:
    site = open_site({"a": {"name": "浙里办"}})
    drawn = draw_card(site, "a")
    assert "--bl:" not in drawn.on("./", 0)
    assert all(f"--{name}:#" in drawn.page_style for name in ("b", "bl", "dl", "s", "c"))
