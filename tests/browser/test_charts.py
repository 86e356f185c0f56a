"""Charts of the figures page: what is written in them can be read on a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

LEAST = 13
"""Pixels of type."""
SIZES = """() => [...document.querySelectorAll(".chart :is(span, b)")].filter(one => one.getClientRects().length)
    .map(one => parseFloat(getComputedStyle(one).fontSize))"""
# Every text lies inside its chart, and no year runs into the next.
AMISS = """() => [...document.querySelectorAll(".chart")].flatMap((chart) => {
    const box = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll("span, b")].filter(one => one.getClientRects().length);
    const years = [...chart.querySelectorAll(".chart--columns span")].map(one => one.getBoundingClientRect());
    return [
        ...texts.filter(one => one.getBoundingClientRect().right > box.right + 1
            || one.getBoundingClientRect().left < box.left - 1).map(one => one.textContent),
        ...years.filter((one, place) => place && years[place - 1].right > one.left - 4).map(() => "years"),
    ]; })"""


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_what_is_written_in_charts_is_read(visit: Callable[..., Page], width: int) -> None:
    page = visit("figures/", width=width)
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 40
    assert min(sizes) >= LEAST
    assert max(sizes) <= 16
    assert page.evaluate(AMISS) == []


def test_bars_are_seen_on_paper_and_in_colours_of_the_reader(visit: Callable[..., Page]) -> None:
    page = visit("figures/", fresh=True)
    bar = page.locator(".chart--bars i").first
    for media in ({"media": "print"}, {"media": "screen", "forced_colors": "active"}):
        page.emulate_media(**media)
        assert bar.evaluate("one => parseFloat(getComputedStyle(one).borderTopWidth)") > 8
