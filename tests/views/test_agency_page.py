"""The page of an agency: what it offers depends on how many brands there are."""

from collections.abc import Callable

import pytest

from showcase.views.listing import render_agency
from showcase.views.pages import Pages
from showcase.views.site import Site

SUMMARY = "政务中心的窗口服务品牌，材料一次收齐，事情一次办成。"


def render(open_site: Callable[..., Site], count: int) -> str:
    site = open_site({f"b{number}": {"summary": SUMMARY} for number in range(count)})
    return render_agency(site, "office", Pages("agencies/office/", 1, 1)).decode().partition("<body>")[2]


@pytest.mark.parametrize(("count", "is_narrowed"), [(1, False), (5, False), (6, True), (7, True)])
def test_few_brands_are_not_to_be_narrowed_down(open_site: Callable[..., Site], count: int, is_narrowed: bool) -> None:
    page = render(open_site, count)
    assert ('class="tools' in page) is is_narrowed
    assert ('id="facets"' in page) is is_narrowed
    assert page.count('class="card"') == count


@pytest.mark.parametrize(("count", "told"), [(1, 1), (2, 0)])
def test_an_only_brand_says_what_it_is(open_site: Callable[..., Site], count: int, told: int) -> None:
    assert render(open_site, count).count(f"<p>{SUMMARY}</p>") == told
