"""Pages of brands that are begun several at a time."""

from __future__ import annotations

from collections.abc import Callable

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
