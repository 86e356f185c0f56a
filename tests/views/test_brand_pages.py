"""Pages of brands that are begun several at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from showcase.views.brand_page import begin_brand, render_brand
from showcase.views.site import Site

BRANDS = {
    slug: {"name": f"好办{slug}", "body": f"故事{slug}。\n", "contact": {"phone": f"0571-1234567{place}"}}
    for place, slug in enumerate("abc")
}


def test_a_page_that_was_begun_is_the_same_as_one_that_was_not(open_site: Callable[..., Site]) -> None:
    site = open_site(BRANDS)
    brands = [site.catalogue.load(slug) for slug in BRANDS]
    pages = [render_brand(site, brand) for brand in brands]
    for brand in brands:
        begin_brand(site, brand)
    assert set(site.begun) == set(BRANDS)
    assert [render_brand(site, brand) for brand in brands] == pages
    for brand, page in zip(brands, pages, strict=True):
        assert f"故事{brand.slug}。" in page.decode()
        assert b'class="qr"' in page
    assert not site.begun


def read_supervision(page: str) -> str:
    return page[page.index('<section id="supervision"') :].partition("</section>")[0]


@pytest.mark.parametrize(
    ("front", "is_told"),
    [
        ({}, False),
        ({"contact": {"phone": "0571-12345678"}}, True),
        ({"contact": {"address": "某街 1 号"}}, True),
        ({"management": {"supervision": [{"type": "window", "value": "大厅 1 号窗口"}]}}, True),
    ],
)
def test_a_body_that_nobody_can_reach_is_told_as_that_with_its_page(
    open_site: Callable[..., Site], front: dict[str, Any], is_told: bool
) -> None:
    site = open_site({"a": front})
    told = read_supervision(render_brand(site, site.catalogue.load("a")).decode())
    assert ("尚未公布监督渠道" in told) is not is_told
    assert ('href="../../agencies/office/">政务中心</a>' in told) is not is_told


def test_until_a_body_can_be_reached_this_site_can_where_it_takes_feedback(open_site: Callable[..., Site]) -> None:
    site = open_site({"a": {}}, feedback={"email": "a@example.gov.cn"})
    told = read_supervision(render_brand(site, site.catalogue.load("a")).decode())
    assert "可以先向本站反馈：" in told
    assert "mailto:a@example.gov.cn" in told


def test_tags_lead_to_their_pages(open_site: Callable[..., Site]) -> None:
    brands = {"a": {"tags": ["水", "路"]}, "b": {"tags": ["税"]}, "c": {"status": "retired", "tags": ["路", "桥"]}}
    site = open_site(brands)
    keys = {choice.value: choice.key for choice in site.facets["tag"].values()}
    assert keys["路"] == "lu"
    assert keys["水"].startswith("shui-")  # Pronounced as another, it has an address of its own.
    page = render_brand(site, site.catalogue.load("a")).decode()
    for tag in ("水", "路"):
        assert f'<a href="../../tags/{keys[tag]}/">{tag}</a>' in page
    retired = render_brand(site, site.catalogue.load("c")).decode()
    assert '<a href="../../tags/lu/">路</a> <span>桥</span></div>' in retired  # No brand that is listed has 桥.


def test_a_brand_without_tags_has_no_row_of_them(open_site: Callable[..., Site]) -> None:
    site = open_site({"a": {}, "b": {"tags": ["水"]}})
    assert 'class="tags"' not in render_brand(site, site.catalogue.load("a")).decode()


TECHNOLOGY = {
    "audience": ["个人"],
    "channels": [{"type": "hotline", "phone": "12345"}],
    "methods": [{"name": "掌上办", "technology": "人脸识别", "benefit": "少跑一趟"}],
}


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ({"identity": {"meaning": "好办"}}, None),
        ({"identity": {"meaning": "好办"}, "service": TECHNOLOGY}, ["服务方式"]),
        # Ready for a review is a step, and none of the conditions.
        (
            {
                "identity": {"meaning": "好办"},
                "results": [{"label": "办件", "value": 1, "period": "2024", "source": "总结"}],
                "cases": [{"title": "甲", "text": "乙", "consent": True}],
                "reviews": [{"date": "2024-01", "result": "passed"}],
            },
            None,
        ),
    ],
)
def test_conditions_have_a_caption_and_ticks(
    open_site: Callable[..., Site], front: dict[str, Any], told: list[str] | None
) -> None:
    site = open_site({"a": front})
    page = render_brand(site, site.catalogue.load("a")).decode()
    assert ("本页体现的服务品牌条件</p>" in page) is (told is not None)
    row = page.partition('<ul class="conds"')[2].partition("</ul>")[0]
    assert re.findall("</i><b>([^<]*)</b>", row) == (told or [])
