"""Pages of a listing: how many, which brands, which numbers are offered, at which addresses."""

import pytest

from showcase.views.pages import Pages, count_pages, iterate_pages, slice_page


@pytest.mark.parametrize(
    ("total", "size", "count"),
    [(0, 48, 1), (1, 48, 1), (48, 48, 1), (49, 48, 2), (96, 48, 2), (97, 48, 3), (60, 6, 10)],
)
def test_count(total: int, size: int, count: int) -> None:
    assert count_pages(total, size) == count
    pages = list(iterate_pages("brands/", total, size))
    assert [page.number for page in pages] == list(range(1, count + 1))
    brands = range(total)
    assert [brand for page in pages for brand in slice_page(brands, page.number, size)] == list(brands)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "count", "shown"),
    [
        (1, 1, "1"),
        (1, 2, "1 2"),
        (2, 3, "1 2 3"),
        (1, 3, "1 2 3"),
        (1, 4, "1 2 … 4"),
        (4, 4, "1 … 3 4"),
        (3, 5, "1 2 3 4 5"),
        (5, 10, "1 … 4 5 6 … 10"),
        (10, 10, "1 … 9 10"),
        (2, 10, "1 2 3 … 10"),
    ],
)
def test_shown(number: int, count: int, shown: str) -> None:
    assert " ".join(str(page or "…") for page in Pages("brands/", number, count).shown) == shown


@pytest.mark.parametrize(("number", "url"), [(1, "areas/x/"), (2, "areas/x/page/2/"), (10, "areas/x/page/10/")])
def test_addresses(number: int, url: str) -> None:
    assert Pages("areas/x/", 1, 10).url(number) == url
