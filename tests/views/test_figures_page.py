"""The figures page: its numbers come to that of all brands."""

import re
from collections.abc import Callable

import pytest

from showcase.views.figures_page import render_figures
from showcase.views.site import Site

BRANDS = {
    "a": {"level": "city", "since": 2014, "phases": {"planning": {"status": "done"}}},
    "b": {"level": "county", "since": 2014},
    "c": {},
    "d": {"level": "city", "status": "retired"},
}


def count_rows(page: str, key: str) -> dict[str, int]:
    table = page[page.index(f'id="n-{key}"') :].partition("</table>")[0]
    rows = re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+).*?<td>(\d+)', table)
    return {name: int(count) for name, count in rows}


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        ("area", {"政务": 3}),
        ("level", {"市级": 1, "县级": 1, "未注明": 1}),
        ("phase", {"规划": 1, "未注明": 2}),
        ("year", {"2014": 2, "未注明": 1}),
    ],
)
def test_brands_that_tell_nothing_are_counted_too(
    open_site: Callable[..., Site], key: str, rows: dict[str, int]
) -> None:
    page = render_figures(open_site(BRANDS)).decode()
    assert count_rows(page, key) == rows
    assert sum(rows.values()) == 3


def test_no_column_stands_for_a_year_that_nobody_told(open_site: Callable[..., Site]) -> None:
    page = render_figures(open_site(BRANDS)).decode()
    bars, columns = (page.partition(f'class="chart chart--{kind}')[2] for kind in ("bars", "columns"))
    assert "未注明" in bars.partition("<table")[0] + page[page.index('id="n-level"') :].partition("<table")[0]
    assert "未注明" not in columns.partition("<table")[0]
